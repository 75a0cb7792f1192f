/** Operations that pick or place parts of a tensor by indices which are tensors themselves. */
import type { Datum } from "../catalogue/datum.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { integer, size } from "../catalogue/readers.js";
import { compare, compareOrder, constant, unknown, type Dim } from "../shapes/dim.js";
import { sizeOf, unknownShape, type Shape } from "../shapes/shape.js";
import { resolveAxis } from "./axis.js";
import { checkSameDtype, sameDtype } from "./dtypes.js";
import { asTensor, asTensors, checkLeastRank, checkRank, checkSize, numberOf, sameShape, type Answer } from "./outcome.js";
import { axisIndex, lengths, tensor, numbersOrTexts } from "./readers.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";

const gather = op({
    name: "gather",
    args: { x: required(tensor()), indices: required(tensor("int32")), axis: optional(axisIndex(), constant(0)), batchDims: optional(integer(), constant(0)) },
    output({ x, indices, axis, batchDims }) {
        const at = x.shape && resolveAxis(axis, x.shape.length);
        if (typeof at === "object") {
            return at;
        }
        const shared = numberOf(batchDims);
        if (x.shape === undefined || indices.shape === undefined || at === undefined || shared === undefined) {
            return asTensor(undefined);
        }
        return checkIndices(indices.values, x.shape, at) ?? gathered(x.shape, indices.shape, at, shared);
    },
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/segment_util.ts, collectGatherOpShapeInfo",
});

/** tfjs-backend-cpu 4.22.0 src/kernels/GatherV2.ts: each index is one of the axis. Others read other values in the browser. */
function checkIndices(values: Datum | undefined, x: Shape, axis: number): Fault | undefined {
    const length = numberOf(x[axis]);
    const index = length === undefined ? undefined : numbersIn(values).find((number) => number <= -1 || number >= length);
    return index === undefined ? undefined : { kind: "index-range", input: x, axis, index: Math.trunc(index), at: atOption("indices") };
}

/** More than these nobody writes. */
const mostIndices = 1000;

function numbersIn(values: Datum | undefined): number[] {
    const numbers: number[] = [];
    const waiting = values ? [values] : [];
    for (let datum = waiting.pop(); datum && numbers.length < mostIndices; datum = waiting.pop()) {
        if (datum.kind === "list" && datum.elements === undefined && datum.items.length <= mostIndices) {
            waiting.push(...datum.items);
        } else if (datum.kind === "number") {
            numbers.push(datum.value);
        }
    }
    return numbers;
}

function gathered(x: Shape, indices: Shape, axis: number, given: number): Answer {
    const wrong = (expected: string): Fault => ({ kind: "option-value", option: "batchDims", given: String(given), expected, at: atOption("batchDims") });
    if (given < -indices.length || given > indices.length) {
        return wrong(`from ${-indices.length} to ${indices.length}, the rank of indices`);
    }
    const batchDims = given < 0 ? given + indices.length : given;
    if (batchDims > x.length || axis < batchDims) {
        return wrong("at most the axis that is gathered on");
    }
    for (let shared = 0; shared < batchDims; shared++) {
        const fault = checkSize("indices", indices, shared, x[shared] ?? unknown, { what: `axis ${shared}`, why: "it is a batch axis of x" });
        if (fault) {
            return fault;
        }
    }
    return [...x.slice(0, axis), ...indices.slice(batchDims), ...x.slice(axis + 1)];
}

const gatherND = op({
    name: "gatherND",
    args: { x: required(numbersOrTexts()), indices: required(tensor("int32")) },
    method: false,
    output({ x, indices }) {
        const rank = checkLeastRank("x", x, 1) ?? checkLeastRank("indices", indices, 1);
        const depth = indices.shape?.at(-1);
        if (rank || x.shape === undefined || indices.shape === undefined || depth === undefined) {
            return asTensor(rank);
        }
        return checkDepth(indices.shape, depth, x.shape.length, "x") ?? asTensor(numberOf(depth) === undefined ? undefined : [...indices.shape.slice(0, -1), ...x.shape.slice(numberOf(depth))]);
    },
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/gather_nd_util.ts, prepareAndValidate",
});

/** The last axis of the indices holds one index for each leading axis of what they point into. */
function checkDepth(indices: Shape, depth: Dim, rank: number, target: string): Fault | undefined {
    if (compareOrder(depth, constant(rank)) !== "greater") {
        return undefined;
    }
    return { kind: "input-size", input: indices, axis: indices.length - 1, what: "the last axis", expected: constant(rank), why: `${target} has no more axes`, at: atOption("indices") };
}

/** Updates go where the indices point: one for each, in the shape of what an index leaves open. */
function checkUpdates(indices: TensorArgument, updates: TensorArgument, target: Shape | undefined): Fault | undefined {
    const rank = checkLeastRank("indices", indices, 1) ?? checkLeastRank("updates", updates, 1);
    if (rank || indices.shape === undefined || updates.shape === undefined || target === undefined) {
        return rank;
    }
    const nested = indices.shape.length > 1;
    const depth = nested ? numberOf(indices.shape.at(-1)) : 1;
    if (depth === undefined) {
        return undefined;
    }
    const expected = [...indices.shape.slice(0, nested ? -1 : 1), ...target.slice(depth)];
    const result = depth > target.length ? checkDepth(indices.shape, constant(depth), target.length, "the target") : sameShape(expected, updates.shape, ["indices", "updates"]);
    return result && "kind" in result ? result : undefined;
}

const scatterND = op({
    name: "scatterND",
    args: { indices: required(tensor("int32")), updates: required(tensor()), shape: required(lengths()) },
    method: false,
    output: ({ indices, updates, shape }) => asTensor(checkUpdates(indices, updates, shape) ?? shape),
    dtype: ({ updates }) => updates.dtype,
    source: "tfjs-core 4.22.0 src/ops/scatter_nd_util.ts, validateUpdateShape",
});

const tensorScatterUpdate = op({
    name: "tensorScatterUpdate",
    args: { tensor: required(tensor()), indices: required(tensor("int32")), updates: required(tensor()) },
    method: false,
    output: ({ tensor: target, indices, updates }) => asTensor(checkSameDtype(target, updates, ["tensor", "updates"]) ?? checkUpdates(indices, updates, target.shape) ?? target.shape),
    dtype: ({ tensor: target }) => target.dtype,
    source: "tfjs-core 4.22.0 src/ops/scatter_nd_util.ts, validateUpdateShape",
});

const sparseToDense = op({
    name: "sparseToDense",
    args: { sparseIndices: required(tensor("int32")), sparseValues: required(numbersOrTexts()), outputShape: required(lengths()), defaultValue: optional<TensorArgument | undefined>(numbersOrTexts(), undefined) },
    method: false,
    output({ sparseIndices, sparseValues, outputShape, defaultValue }) {
        const indices = sparseIndices.shape;
        const mixed = defaultValue && checkSameDtype(sparseValues, defaultValue, ["sparseValues", "defaultValue"]);
        const rank = mixed ?? checkRank("sparseIndices", sparseIndices, 0, 1, 2) ?? checkRank("sparseValues", sparseValues, 0, 1);
        if (rank || indices === undefined || outputShape === undefined) {
            return asTensor(rank ?? outputShape);
        }
        const depth = indices[1] ?? constant(1);
        if (compare(depth, constant(outputShape.length)) === "different") {
            return { kind: "option-value", option: "outputShape", given: `${outputShape.length} sizes`, expected: "a list with one size for each index in a row of sparseIndices", at: atOption("outputShape") };
        }
        const values = sparseValues.shape?.length === 1 ? checkSize("sparseValues", sparseValues.shape, 0, indices[0] ?? constant(1), { what: "the length", why: "there are so many indices" }) : undefined;
        return values ?? outputShape;
    },
    dtype: ({ sparseValues }) => sparseValues.dtype,
    source: "tfjs-core 4.22.0 src/ops/sparse_to_dense_util.ts, validateInput",
});

const unsortedSegmentSum = op({
    name: "unsortedSegmentSum",
    args: { x: required(tensor()), segmentIds: required(tensor("int32")), numSegments: required(size(1)) },
    output({ x, segmentIds, numSegments }) {
        // Ids of a higher rank are multiplied with x by broadcasting, which no other library does.
        if (x.shape === undefined || segmentIds.shape?.length !== 1 || x.shape.length < 1) {
            return asTensor(undefined);
        }
        const [rows = unknown, ...others] = x.shape;
        const [ids = unknown] = segmentIds.shape;
        // One id goes with all rows, and one row with all ids.
        const fits = [compare(ids, rows), compare(ids, constant(1)), compare(rows, constant(1))].some((answer) => answer !== "different");
        const wrong = fits ? undefined : checkSize("segmentIds", segmentIds.shape, 0, rows, { what: "the length", why: "x has so many rows" });
        return wrong ?? [numSegments, ...others];
    },
    source: "tfjs-backend-cpu 4.22.0 src/kernels/UnsortedSegmentSum.ts",
});

const booleanMaskAsync = op({
    name: "booleanMaskAsync",
    args: { tensor: required(tensor()), mask: required(tensor("bool")), axis: optional(integer(), constant(0)) },
    async: true,
    method: false,
    output({ tensor: { shape }, mask, axis }) {
        const from = numberOf(axis);
        const rank = checkLeastRank("mask", mask, 1);
        if (rank || shape === undefined || mask.shape === undefined || from === undefined || from < 0) {
            return asTensor(rank);
        }
        const until = from + mask.shape.length;
        const matched = sameShape(shape.slice(from, until), mask.shape, ["tensor", "mask"]);
        return matched && "kind" in matched ? matched : [...shape.slice(0, from), unknown, ...shape.slice(until)];
    },
    dtype: ({ tensor: whole }) => whole.dtype,
    source: "tfjs-core 4.22.0 src/ops/boolean_mask.ts",
});

const whereAsync = op({
    name: "whereAsync",
    args: { condition: required(tensor("bool")) },
    async: true,
    method: false,
    output: ({ condition }) => [unknown, condition.shape ? constant(condition.shape.length) : unknown],
    dtype: () => "int32",
    source: "tfjs-core 4.22.0 src/backends/where_impl.ts",
});

const setdiff1dAsync = op({
    name: "setdiff1dAsync",
    args: { x: required(tensor()), y: required(tensor()) },
    async: true,
    method: false,
    output: ({ x, y }) => checkSameDtype(x, y, ["x", "y"]) ?? checkRank("x", x, 1) ?? checkRank("y", y, 1) ?? asTensors([[unknown], [unknown]]),
    source: "tfjs-core 4.22.0 src/ops/setdiff1d_async.ts",
});

const inTopKAsync = op({
    name: "inTopKAsync",
    args: { predictions: required(tensor()), targets: required(tensor()), k: optional(size(1), constant(1)) },
    async: true,
    method: false,
    output({ predictions, targets, k }) {
        const rank = checkLeastRank("predictions", predictions, 2);
        const classes = predictions.shape?.at(-1);
        if (!rank && predictions.shape && classes && compareOrder(k, classes) === "greater") {
            return { kind: "slice-bounds", input: predictions.shape, axis: predictions.shape.length - 1, begin: constant(0), size: k, at: atOption("k") };
        }
        return asTensor(rank ?? sameShape(predictions.shape?.slice(0, -1), targets.shape, ["predictions", "targets"]));
    },
    dtype: () => "bool",
    source: "tfjs-core 4.22.0 src/ops/in_top_k.ts",
});

/** lowerBound and upperBound are searchSorted with a side; all three give rank 2. */
function search(name: string, others: readonly string[]): OpSpec {
    return op({
        name,
        args: { sortedSequence: required(tensor()), values: required(tensor()), ...noEffect(...others) },
        method: false,
        output({ sortedSequence, values }) {
            const rank = checkLeastRank("sortedSequence", sortedSequence, 1) ?? checkLeastRank("values", values, 1);
            if (rank || values.shape === undefined) {
                return rank ?? unknownShape(2);
            }
            const rows = sizeOf(values.shape.slice(0, -1));
            if (sortedSequence.shape && compare(rows, sizeOf(sortedSequence.shape.slice(0, -1))) === "different") {
                return { kind: "shape-mismatch", inputs: [sortedSequence.shape, values.shape], names: ["sortedSequence", "values"], axis: 0, at: atOption("values") };
            }
            return [rows, values.shape.at(-1) ?? unknown];
        },
        dtype: () => "int32",
        source: "tfjs-core 4.22.0 src/ops/search_sorted.ts",
    });
}

export const gatheringOps: readonly OpSpec[] = [
    gather, gatherND, scatterND, tensorScatterUpdate, sparseToDense, unsortedSegmentSum, booleanMaskAsync, whereAsync,
    setdiff1dAsync, inTopKAsync, search("searchSorted", ["side"]), search("lowerBound", []), search("upperBound", []),
];
