import * as tf from "@tensorflow/tfjs";
import { describe } from "vitest";
import { indices, t, testOpen, testRows, testSilent, type Row } from "./compare.js";

describe("images", () => {
    testRows(["resizeBilinear", "resizeNearestNeighbor"].flatMap((name): Row[] => [
        [`image.${name}`, [t(1, 4, 5, 3), [8, 9]]],
        [`image.${name}`, [t(4, 5, 3), [8, 9]]],
        [`image.${name}`, [t(4, 5), [8, 9]]],
        [`image.${name}`, [t(1, 4, 5, 3), [8]]],
        [`image.${name}`, [t(1, 4, 5, 3), 8]],
        [`image.${name}`, [t(1, 4, 5, 3), [8, 9], true, true]],
    ]));
    testRows([["resizeBilinear", [t(4, 5, 3), [8, 9]]]], true);
    testSilent(["image.resizeBilinear", "image.resizeNearestNeighbor"].map((name) => [name, [t(4, 5, 3), [2, 2.5]], "option-value", "the tensor that is made has 2.5 columns"] as const));
    testRows([
        ["image.flipLeftRight", [t(1, 4, 5, 3)]],
        ["image.flipLeftRight", [t(4, 5, 3)]],
        ["image.rotateWithOffset", [t(1, 4, 5, 3), 1]],
        ["image.rotateWithOffset", [t(4, 5, 3), 1]],
        ["image.grayscaleToRGB", [t(4, 5, 1)]],
        ["image.grayscaleToRGB", [t(4, 5, 3)]],
        ["image.rgbToGrayscale", [t(2, 4, 5, 3)]],
        ["image.rgbToGrayscale", [t(4, 5, 1)]],
        ["image.cropAndResize", [t(2, 9, 9, 3), t(5, 4), indices(5), [3, 4]]],
        ["image.cropAndResize", [t(2, 9, 9, 3), t(5, 3), indices(5), [3, 4]]],
        ["image.cropAndResize", [t(2, 9, 9, 3), t(5, 4), indices(4), [3, 4]]],
        ["image.cropAndResize", [t(9, 9, 3), t(5, 4), indices(5), [3, 4]]],
        ["image.cropAndResize", [t(2, 9, 9, 3), t(5, 4), indices(5), [0, 4]]],
        ["image.threshold", [t(4, 5, 3).mul(200)]],
        ["image.threshold", [t(4, 5, 1)]],
        ["image.threshold", [t(4, 5, 2)]],
        ["image.threshold", [t(4, 5)]],
        ["image.transform", [t(2, 4, 5, 3), t(1, 8)]],
        ["image.transform", [t(2, 4, 5, 3), t(2, 8), "nearest", "constant", 0, [6, 7]]],
        ["image.transform", [t(2, 4, 5, 3), t(3, 8)]],
        ["image.transform", [t(2, 4, 5, 3), t(1, 9)]],
        ["image.nonMaxSuppression", [t(3, 5), t(3), 2]],
        ["image.nonMaxSuppression", [t(3, 4), t(2), 2]],
        ["image.nonMaxSuppressionAsync", [t(3, 4), t(3, 1), 2]],
        ["image.nonMaxSuppressionPadded", [t(3, 4), t(3), 2, 0.5, 0.5, true]],
        ["image.nonMaxSuppressionPaddedAsync", [t(3, 4), t(3), 5, 0.5, 0.5, true], "at most as many as there are boxes"],
    ]);
    testOpen([
        ["image.nonMaxSuppression", [t(3, 4), t(3), 2], { tensor: ["?"] }, "the count depends on values"],
        ["image.nonMaxSuppressionWithScore", [t(3, 4), t(3), 2], { record: { selectedIndices: ["?"], selectedScores: ["?"] } }, "the count depends on values"],
        ["browser.fromPixels", [undefined, 1], { tensor: ["?", "?", 1] }, "the image is not in the source text"],
    ]);
});

describe("signals", () => {
    const lengths = [1, 2, 3, 4, 7, 8];
    testRows(lengths.flatMap((frame) => [1, 2, 3, 9].flatMap((step) => [false, true].map((pad): Row => ["signal.frame", [t(7), frame, step, pad]]))));
    testRows([1, 2, 3, 4, 5, 8, 9].flatMap((value): Row[] => [["enclosingPowerOfTwo", [value]], ["signal.hannWindow", [value]], ["signal.hammingWindow", [value]], ["cosineWindow", [value, 0.5, 0.5]]]));
    testRows([["signal.stft", [t(20), 4, 2]], ["signal.stft", [t(20), 5, 3]], ["signal.stft", [t(20), 4, 2, 16]], ["signal.stft", [t(20), 4, 2, 3]]]);
    // A list in the place of a tensor is not made one.
    testRows([["signal.frame", [[1, 2, 3], 2, 1]], ["signal.frame", [[1, 2, 3], 2, 1, true]], ["signal.stft", [[1, 2, 3, 4], 2, 1]]]);
    const complex = (...shape: number[]) => tf.complex(t(...shape), t(...shape));
    testRows(["fft", "ifft", "spectral.fft", "irfft", "spectral.irfft"].flatMap((name) => [complex(4), complex(2, 5), complex(2, 3, 5), complex(2, 2)].map((x): Row => [name, [x]])));
    testRows([t(4), t(2, 5), t(2, 3, 4)].flatMap((x) => [undefined, 3, 8].map((length): Row => ["rfft", [x, length]])));
    testRows([["real", [complex(2, 3)]], ["imag", [complex(2, 3)]]]);
});

describe("losses", () => {
    const names = ["absoluteDifference", "hingeLoss", "huberLoss", "logLoss", "meanSquaredError", "sigmoidCrossEntropy", "softmaxCrossEntropy"];
    const reductionAt = (name: string): number => (["huberLoss", "logLoss", "sigmoidCrossEntropy", "softmaxCrossEntropy"].includes(name) ? 4 : 3);
    const call = (name: string, labels: tf.Tensor, predictions: tf.Tensor, weights: tf.Tensor | undefined, how: number | undefined): Row => {
        const args: unknown[] = [labels, predictions, weights];
        args[reductionAt(name)] = how;
        return [`losses.${name}`, Array.from(args)];
    };
    testRows(names.flatMap((name) => [undefined, 0, 1, 2, 3].flatMap((how) => [
        call(name, t(2, 3), t(2, 3), undefined, how),
        call(name, t(2, 3), t(2, 3), t(), how),
        call(name, t(2, 3), t(2, 2), undefined, how),
        call(name, t(2, 3), t(3), undefined, how),
        call(name, t(2, 3), t(2, 3), t(5), how),
    ])));
    testRows([
        ["losses.computeWeightedLoss", [t(2, 3), t(2, 1), tf.Reduction.NONE]],
        ["losses.computeWeightedLoss", [t(2, 3)]],
        ["losses.computeWeightedLoss", [t(2, 3), t(2)]],
        ["losses.cosineDistance", [t(2, 3), t(2, 3), 1]],
        ["losses.cosineDistance", [t(2, 3), t(2, 3)]],
        ["losses.cosineDistance", [t(2, 3), t(2, 3), undefined, undefined, tf.Reduction.NONE]],
        ["losses.cosineDistance", [t(2, 3), t(2, 3), 1, undefined, tf.Reduction.NONE]],
        ["losses.cosineDistance", [t(2, 3), t(2, 3), 2]],
        ["losses.cosineDistance", [t(2, 3), t(2, 4), 0]],
    ]);
});

describe("metrics", () => {
    const names = ["MAPE", "MSE", "binaryAccuracy", "binaryCrossentropy", "categoricalAccuracy", "categoricalCrossentropy", "cosineProximity", "mape", "meanAbsoluteError", "meanAbsolutePercentageError"];
    testRows([...names, "meanSquaredError", "mse", "precision", "r2Score", "recall", "sparseCategoricalAccuracy"].flatMap((name) => [
        [t(4, 3), t(4, 3)],
        [t(4, 3), t(4, 2)],
        [t(4, 1), t(4, 3)],
        [t(3), t(4, 3)],
        [t(4), t(4, 3)],
        [t(4, 5, 1), t(4, 5, 3)],
        [t(4, 5), t(4, 5, 3)],
        [t(2, 4, 3), t(4, 3)],
        [t(), t()],
        [t(4)],
    ].map((args): Row => [`metrics.${name}`, args])));
});

describe("normalisation and cells", () => {
    testRows([
        ["batchNorm", [t(2, 4, 4, 3), t(3), t(3)]],
        ["batchNorm", [t(2, 4, 4, 3), t(3), t(3), t(3), t(3)]],
        ["batchNorm", [t(2, 4, 4, 3), t(1), t(1)]],
        ["batchNorm", [t(2, 3), t(2, 3), t(2, 3)]],
        ["batchNorm", [t(2, 3), t(3), t(1, 3)]],
        ["batchNorm2d", [t(2, 3), t(3), t(3)]],
        ["batchNorm2d", [t(2, 3, 1), t(3), t(3)]],
        ["batchNorm3d", [t(2, 4, 3), t(3), t(3)]],
        ["batchNorm3d", [t(2, 4, 3), t(4, 3), t(4, 3)]],
        ["batchNorm4d", [t(2, 4, 4, 3), t(3), t(3), undefined, t(3)]],
        ["localResponseNormalization", [t(4, 4, 3)]],
        ["localResponseNormalization", [t(4, 3)]],
        ["dropout", [t(2, 3), 0.5]],
        ["dropout", [t(2, 3), 1]],
        ["dropout", [t(2, 3), 0.5, [1, 3]]],
        ["dropout", [t(2, 3), 0.5, [2, 2]]],
        ["movingAverage", [t(2, 3), t(2, 3), 0.9, 1]],
        ["movingAverage", [t(2, 3), t(2, 3), 0.9]],
        ["movingAverage", [t(2, 3), t(2, 3), 0.9, undefined, false]],
        ["movingAverage", [t(2, 3), t(3), 0.9, 1]],
        ["basicLSTMCell", [t(), t(7, 16), t(16), t(2, 3), t(2, 4), t(2, 4)]],
        ["basicLSTMCell", [t(), t(8, 16), t(16), t(2, 3), t(2, 4), t(2, 4)]],
        ["basicLSTMCell", [t(), t(7, 16), t(16), t(2, 3), t(2, 5), t(2, 4)]],
        ["basicLSTMCell", [t(), t(7, 16), t(15), t(2, 3), t(2, 4), t(2, 4)]],
    ]);
    testSilent([["batchNorm", [t(2, 4, 4, 3), t(2), t(2)], "broadcast", "a mean of two for three channels is used in turn"]]);
});

describe("strings and sparse tensors", () => {
    testRows([
        ["string.stringToHashBucketFast", [["a", "b"], 3]],
        ["string.stringToHashBucketFast", [["a", "b"], 0]],
        ["string.staticRegexReplace", [["a", "b"], "a", "b"]],
        ["sparse.sparseReshape", [indices(3, 2), tf.tensor1d([2, 3], "int32"), tf.tensor1d([3, 2, 1], "int32")]],
        ["sparse.sparseReshape", [indices(3), [2, 3], [3, 2, 1]]],
        ["string.stringSplit", [[["a"]], "b"]],
        ["sparse.sparseSegmentSum", [t(), indices(2), indices(2)]],
    ]);
    testOpen([
        ["string.stringSplit", [["a b"], " "], { record: { indices: ["?", 2], values: ["?"], shape: [2] } }, "the count depends on values"],
        ["sparse.sparseSegmentMean", [t(4, 3), indices(2), indices(2)], { tensor: ["?", 3] }, "the count depends on values"],
        ["sparse.sparseFillEmptyRows", [indices(3, 2), t(3), [4, 2], 0], { record: { outputIndices: ["?", 2], outputValues: ["?"], emptyRowIndicator: ["?"], reverseIndexMap: [3] } }, "the count depends on values"],
        ["string.stringNGrams", [["a"], indices(2)], { record: { nGrams: ["?"], nGramsSplits: [2] } }, "the count depends on values"],
        ["raggedRange", [0, 3, 1], { record: { rtNestedSplits: ["?"], rtDenseValues: ["?"] } }, "the counts depend on values"],
        ["raggedGather", [[], 0, 0, 0], "nothing", "all of it depends on values"],
    ]);
});

describe("methods without a function", () => {
    testRows(
        [
            ["flatten", [t(2, 3)]],
            ["as1D", [t(2, 3)]],
            ["asScalar", [t(1, 1)]],
            ["asScalar", [t(2)]],
            ["as2D", [t(2, 3), 3, 2]],
            ["as2D", [t(2, 3), 3, 3]],
            ["as3D", [t(2, 3), 3, 2, 1]],
            ["as4D", [t(2, 3), 3, 2, 1, 1]],
            ["as5D", [t(2, 3), 3, 2, 1, 1, 1]],
            ["as5D", [t(2, 3), 3, 2, 1, 1, -1]],
            ["reshapeAs", [t(2, 3), t(6)]],
            ["reshapeAs", [t(2, 3), t(7)]],
            ["toFloat", [t(2, 3)]],
            ["toInt", [t(2, 3)]],
            ["toBool", [t(2, 3)]],
            ["asType", [t(2, 3), "int32"]],
            ["variable", [t(2, 3)]],
        ],
        true,
    );
});

describe("element by element", () => {
    const names = ["abs", "acos", "acosh", "asin", "asinh", "atan", "atanh", "ceil", "cos", "cosh", "elu", "erf", "exp", "expm1", "floor", "isFinite", "isInf", "isNaN", "leakyRelu", "log", "log1p", "logSigmoid", "neg", "reciprocal", "relu", "relu6", "round", "rsqrt", "selu", "sigmoid", "sign", "sin", "sinh", "softplus", "sqrt", "square", "step", "tan", "tanh", "clone", "zerosLike", "onesLike"];
    testRows(names.flatMap((name): Row[] => [[name, [t(2, 3)]], [name, [t()]]]));
    testRows([["cast", [t(2, 3), "int32"]], ["clipByValue", [t(2, 3), 0, 1]], ["logicalNot", [t(2, 3).cast("bool")]]]);
});
