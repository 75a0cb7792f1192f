// Generated from this folder by `npm run generate`.
import broadcastShapes from "./broadcast-shapes.js";
import compileArguments from "./compile-arguments.js";
import compileBeforeTraining from "./compile-before-training.js";
import dataShape from "./data-shape.js";
import deconvCheckerboard from "./deconv-checkerboard.js";
import deconvOutputShape from "./deconv-output-shape.js";
import embeddingInputLength from "./embedding-input-length.js";
import firstLayerInputShape from "./first-layer-input-shape.js";
import inputShape from "./input-shape.js";
import knownLayerOptions from "./known-layer-options.js";
import matmulSizes from "./matmul-sizes.js";
import mergeShapes from "./merge-shapes.js";
import modelGraph from "./model-graph.js";
import nestedModelInput from "./nested-model-input.js";
import noEmptyOutput from "./no-empty-output.js";
import noSingleSoftmax from "./no-single-softmax.js";
import noUnsupported from "./no-unsupported.js";
import operationArguments from "./operation-arguments.js";
import reshapeSize from "./reshape-size.js";
import resultForm from "./result-form.js";
import rnnReturnSequences from "./rnn-return-sequences.js";
import suitableLoss from "./suitable-loss.js";
import tensorValues from "./tensor-values.js";
import validOptions from "./valid-options.js";
import weightShapes from "./weight-shapes.js";

export const rules = {
    "broadcast-shapes": broadcastShapes,
    "compile-arguments": compileArguments,
    "compile-before-training": compileBeforeTraining,
    "data-shape": dataShape,
    "deconv-checkerboard": deconvCheckerboard,
    "deconv-output-shape": deconvOutputShape,
    "embedding-input-length": embeddingInputLength,
    "first-layer-input-shape": firstLayerInputShape,
    "input-shape": inputShape,
    "known-layer-options": knownLayerOptions,
    "matmul-sizes": matmulSizes,
    "merge-shapes": mergeShapes,
    "model-graph": modelGraph,
    "nested-model-input": nestedModelInput,
    "no-empty-output": noEmptyOutput,
    "no-single-softmax": noSingleSoftmax,
    "no-unsupported": noUnsupported,
    "operation-arguments": operationArguments,
    "reshape-size": reshapeSize,
    "result-form": resultForm,
    "rnn-return-sequences": rnnReturnSequences,
    "suitable-loss": suitableLoss,
    "tensor-values": tensorValues,
    "valid-options": validOptions,
    "weight-shapes": weightShapes,
} as const;
