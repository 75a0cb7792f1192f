/** tf.string, tf.sparse and ragged tensors: most of their sizes depend on values. */
import { noEffect, required } from "../catalogue/options.js";
import { size } from "../catalogue/readers.js";
import { constant, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { asRecord, asTensor, checkLeastRank, checkRank } from "./outcome.js";
import { numbersOrTexts } from "./readers.js";
import { op, type OpSpec } from "./spec.js";

function sizeAt(shape: Shape | undefined, axis: number): Dim {
    return shape?.[axis] ?? unknown;
}

const staticRegexReplace = op({
    name: "string.staticRegexReplace",
    args: { input: required(numbersOrTexts()), ...noEffect("pattern", "rewrite", "replaceGlobal") },
    method: false,
    output: ({ input }) => asTensor(input.shape),
    source: "tfjs-core 4.22.0 src/ops/string/static_regex_replace.ts",
});

const stringToHashBucketFast = op({
    name: "string.stringToHashBucketFast",
    args: { input: required(numbersOrTexts()), numBuckets: required(size(1)) },
    method: false,
    output: ({ input }) => asTensor(input.shape),
    source: "tfjs-core 4.22.0 src/ops/string/string_to_hash_bucket_fast.ts",
});

const stringSplit = op({
    name: "string.stringSplit",
    args: { input: required(numbersOrTexts()), delimiter: required(numbersOrTexts()), ...noEffect("skipEmpty") },
    method: false,
    output: ({ input, delimiter }) => checkRank("input", input, 1) ?? checkRank("delimiter", delimiter, 0) ?? asRecord({ indices: [unknown, constant(2)], values: [unknown], shape: [constant(2)] }),
    source: "tfjs-core 4.22.0 src/ops/string/string_split.ts",
});

const stringNGrams = op({
    name: "string.stringNGrams",
    args: {
        data: required(numbersOrTexts()),
        dataSplits: required(numbersOrTexts()),
        ...noEffect("separator", "nGramWidths", "leftPad", "rightPad", "padWidth", "preserveShortSequences"),
    },
    method: false,
    output: ({ data, dataSplits }) => checkRank("data", data, 1) ?? asRecord({ nGrams: [unknown], nGramsSplits: dataSplits.shape }),
    source: "tfjs-core 4.22.0 src/ops/string/string_n_grams.ts",
});

const sparseFillEmptyRows = op({
    name: "sparse.sparseFillEmptyRows",
    args: { indices: required(numbersOrTexts()), values: required(numbersOrTexts()), denseShape: required(numbersOrTexts()), defaultValue: required(numbersOrTexts()) },
    method: false,
    output({ indices, values, denseShape, defaultValue }) {
        const rank = checkRank("indices", indices, 2) ?? checkRank("values", values, 1) ?? checkRank("denseShape", denseShape, 1) ?? checkRank("defaultValue", defaultValue, 0);
        return rank ?? asRecord({ outputIndices: [unknown, sizeAt(indices.shape, 1)], outputValues: [unknown], emptyRowIndicator: [unknown], reverseIndexMap: [sizeAt(indices.shape, 0)] });
    },
    source: "tfjs-core 4.22.0 src/ops/sparse/sparse_fill_empty_rows.ts",
});

const sparseReshape = op({
    name: "sparse.sparseReshape",
    args: { inputIndices: required(numbersOrTexts()), inputShape: required(numbersOrTexts()), newShape: required(numbersOrTexts()) },
    method: false,
    output({ inputIndices, inputShape, newShape }) {
        const rank = checkRank("inputIndices", inputIndices, 2) ?? checkRank("inputShape", inputShape, 1) ?? checkRank("newShape", newShape, 1);
        const length = sizeAt(newShape.shape, 0);
        return rank ?? asRecord({ outputIndices: [sizeAt(inputIndices.shape, 0), length], outputShape: [length] });
    },
    source: "tfjs-core 4.22.0 src/ops/sparse/sparse_reshape.ts",
});

function segment(name: string): OpSpec {
    return op({
        name: `sparse.${name}`,
        args: { data: required(numbersOrTexts()), indices: required(numbersOrTexts()), segmentIds: required(numbersOrTexts()) },
        method: false,
        output({ data, indices, segmentIds }) {
            const rank = checkLeastRank("data", data, 1) ?? checkRank("indices", indices, 1) ?? checkRank("segmentIds", segmentIds, 1);
            return asTensor(rank ?? (data.shape && [unknown, ...data.shape.slice(1)]));
        },
        source: "tfjs-core 4.22.0 src/ops/sparse/sparse_segment_sum.ts",
    });
}

/** What these give depends on values altogether, so nothing is said of it. */
function untold(name: string, args: readonly string[], file: string): OpSpec {
    return op({ name, args: noEffect(...args), method: false, output: () => undefined, source: `tfjs-core 4.22.0 src/ops/${file}.ts` });
}

const raggedRange = op({
    name: "raggedRange",
    args: noEffect("starts", "limits", "deltas"),
    method: false,
    output: () => asRecord({ rtNestedSplits: [unknown], rtDenseValues: [unknown] }),
    source: "tfjs-core 4.22.0 src/ops/ragged_range.ts",
});

export const raggedOps: readonly OpSpec[] = [
    staticRegexReplace,
    stringToHashBucketFast,
    stringSplit,
    stringNGrams,
    sparseFillEmptyRows,
    sparseReshape,
    segment("sparseSegmentMean"),
    segment("sparseSegmentSum"),
    raggedRange,
    untold("raggedGather", ["paramsNestedSplits", "paramsDenseValues", "indices", "outputRaggedRank"], "ragged_gather"),
    untold("raggedTensorToTensor", ["shape", "values", "defaultValue", "rowPartitionTensors", "rowPartitionTypes"], "ragged_tensor_to_tensor"),
];
