import { describe } from "vitest";
import { indices, t, testOpen, testRows, testSilent, type Row } from "./compare.js";

describe("slice", () => {
    const begins: readonly unknown[] = [0, 1, [0], [1, 1], [1, 0, 2], [0, 3], [-1], [4], [5, 0]];
    const sizes: readonly unknown[] = [undefined, null, 1, [1], [1, 1], [2, -1], [1, 1, 1], [-1, 3], [3], [-2], 0];
    // A begin past the end is silent by itself, as its row below says.
    const silent = (begin: unknown, size: unknown): boolean => [begin].flat()[0] === 5 && size !== 1;
    testRows([t(), t(4), t(4, 3), t(4, 3, 3)].flatMap((x) => begins.flatMap((begin) => sizes.filter((size) => !silent(begin, size)).map((size): Row => ["slice", [x, begin, size]]))));
    testRows([
        ["slice1d", [t(4), 1, 2]],
        ["slice1d", [t(4), 1]],
        ["slice1d", [t(4, 3), 1, 2]],
        ["slice2d", [t(4, 3), [1, 0], [2, 3]]],
        ["slice2d", [t(4), [1], [2]]],
        ["slice3d", [t(4, 3, 2), [1, 0, 0], [2, 3, 2]]],
        ["slice4d", [t(4, 3, 2, 1), [1, 0, 0, 0], [2, 3, 2, 1]]],
        ["slice4d", [t(4, 3, 2, 1), [1, 0, 0, 0], [2, 3, 3, 1]]],
    ]);
    testSilent([
        ["slice", [t(4), [5]], "slice-bounds", "a begin past the end gives a size of -1"],
        ["slice", [t(4), 1.5, 2], "option-value", "a fraction to begin at is rounded down on one axis"],
        ["slice", [t(4, 3), [0, 0.5], [2, 2]], "option-value", "and reads beside the numbers on two"],
        ["slice", [t(4), 0, 1.5], "option-value", "a fraction of a size is the size of the result"],
        ["slice", [t(4), -2], "slice-bounds", "-2 does not count from the end: it gives six elements of four"],
    ]);
});

describe("split and unstack", () => {
    const numbers: readonly unknown[] = [1, 2, 3, 4, [1, 3], [2, 2], [1, -1], [-1, -1], [1, 1], [3, 3], [4], [-1]];
    testRows([t(), t(4), t(4, 6)].flatMap((x) => numbers.flatMap((given) => [undefined, 0, 1, -1].map((axis): Row => ["split", [x, given, axis]]))));
    testRows([t(), t(3), t(2, 3), t(0, 2)].flatMap((x) => [undefined, 0, 1, -1, -2].map((axis): Row => ["unstack", [x, axis]])));
});

describe("stridedSlice", () => {
    const ranges: readonly (readonly [number[], number[], number[] | undefined])[] = [
        [[0], [4], [1]], [[1], [3], undefined], [[0], [4], [2]], [[-1], [0], [-1]], [[3], [-5], [-1]], [[-3], [-1], [1]], [[9], [20], [1]], [[0], [4], [3]],
        [[1, 0], [3, 3], [1, 2]], [[0, 0], [4, 2], [2, 1]], [[0, 2], [2, 0], [1, -1]], [[0, 0, 0], [1, 1, 1], [1, 1, 1]], [[0, 0], [4, 3], [0, 1]],
    ];
    const masks: readonly (readonly number[])[] = [[], [1], [0, 1], [1, 1], [0, 0, 1], [0, 0, 2], [0, 0, 0, 1], [0, 0, 0, 0, 1], [0, 0, 0, 2, 1], [2, 2], [0, 0, 3]];
    const picksInSteps = (strides: number[] | undefined, mask: readonly number[]): boolean => mask[4] === 1 && (strides?.[0] ?? 1) > 1;
    testRows([t(4), t(4, 3), t(4, 3, 2)].flatMap((x) => ranges.flatMap(([begin, end, strides]) => masks.filter((mask) => !picksInSteps(strides, mask)).map((mask): Row => ["stridedSlice", [x, begin, end, strides, ...mask]]))));
    testOpen([
        ["stridedSlice", [t(4), [0], [4], [2], 0, 0, 0, 0, 1], { tensor: [] }, "one index with a stride of 2 throws here"],
        ["stridedSlice", [t(4, 3), [0, 0], [4, 2], [2, 1], 0, 0, 0, 0, 1], { tensor: [2] }, "and works here"],
    ]);
});

describe("gather and scatter", () => {
    const lists = [indices(), indices(2), indices(2, 3), indices(4, 2)];
    testRows([t(), t(4), t(4, 3), t(4, 2, 3)].flatMap((x) => lists.flatMap((list) => [undefined, 0, 1, -1].flatMap((axis) => [undefined, 1, -1].map((batchDims): Row => ["gather", [x, list, axis, batchDims]])))));
    testRows([t(), t(4), t(4, 3), t(4, 2, 3)].flatMap((x) => [indices(), indices(1), indices(2, 1), indices(2, 2), indices(5, 4)].map((list): Row => ["gatherND", [x, list]])));
    const updates = [t(2), t(2, 3), t(3), t(4, 3), t(2, 2)];
    const places = [indices(2), indices(2, 1), indices(2, 2), indices(4, 1), indices(2, 5)];
    testRows(updates.flatMap((update) => places.flatMap((place) => [[4], [4, 3], [4, 2]].flatMap((shape): Row[] => [["scatterND", [place, update, shape]], ["tensorScatterUpdate", [t(...shape), place, update]]]))));
    testRows([
        ["sparseToDense", [indices(3), t(3), [5], 0]],
        ["sparseToDense", [indices(3), t(2), [5], 0]],
        ["sparseToDense", [indices(3, 2), t(3), [5, 4], 0]],
        ["sparseToDense", [indices(3, 2), t(3), [5], 0]],
        ["sparseToDense", [indices(3, 2), t(), [5, 4], 0]],
        ["unsortedSegmentSum", [t(4), indices(4), 3]],
        ["unsortedSegmentSum", [t(4, 3), indices(4), 3]],
        ["unsortedSegmentSum", [t(4, 3), indices(3), 3]],
        ["inTopKAsync", [t(2, 3), t(2), 1]],
        ["inTopKAsync", [t(2, 3), t(3), 1]],
        ["inTopKAsync", [t(2, 3), t(2), 4]],
        ["searchSorted", [t(4), t(3)]],
        ["searchSorted", [t(2, 4), t(2, 3), "right"]],
        ["searchSorted", [t(2, 4), t(3, 3)]],
        ["lowerBound", [t(4), t(3)]],
        ["upperBound", [t(2, 4), t(2, 3)]],
        ["setdiff1dAsync", [t(2, 4), t(3)]],
        ["booleanMaskAsync", [t(4, 3), t(3).cast("bool").cast("bool")]],
    ]);
    testOpen([
        ["booleanMaskAsync", [t(4, 3), t(4).cast("bool")], { tensor: ["?", 3] }, "the count depends on values"],
        ["booleanMaskAsync", [t(4, 3, 2), t(3, 2).cast("bool"), 1], { tensor: [4, "?"] }, "the mask covers two axes"],
        ["whereAsync", [t(4, 3).cast("bool")], { tensor: ["?", 2] }, "the count depends on values"],
        ["setdiff1dAsync", [t(4), t(3)], { tensors: [["?"], ["?"]] }, "the count depends on values"],
    ]);
});

describe("blocks", () => {
    testRows([
        ["spaceToBatchND", [t(1, 4, 6, 2), [2, 3], [[0, 0], [0, 0]]]],
        ["spaceToBatchND", [t(1, 3, 6, 2), [2, 3], [[1, 0], [0, 0]]]],
        ["spaceToBatchND", [t(1, 3, 6, 2), [2, 3], [[0, 0], [0, 0]]]],
        ["spaceToBatchND", [t(1, 4, 6, 2), [2, 3], [[0, 0]]]],
        ["spaceToBatchND", [t(1, 4), [2, 3], [[0, 0], [0, 0]]]],
        ["batchToSpaceND", [t(6, 2, 2, 2), [2, 3], [[0, 0], [0, 0]]]],
        ["batchToSpaceND", [t(6, 2, 2, 2), [2, 3], [[1, 0], [0, 2]]]],
        ["batchToSpaceND", [t(5, 2, 2, 2), [2, 3], [[1, 0], [0, 2]]]],
        ["batchToSpaceND", [t(6, 2, 2, 2), [2, 3], [[3, 3], [0, 2]]]],
        ["batchToSpaceND", [t(6, 2, 2, 2), [2, 3], [[0, 0]]]],
        ["depthToSpace", [t(1, 2, 3, 8), 2]],
        ["depthToSpace", [t(1, 2, 3, 6), 2]],
        ["depthToSpace", [t(1, 2, 3, 8), 1]],
    ]);
    testSilent([["batchToSpaceND", [t(6, 2, 2, 2), [2, 3], [[3, 2], [0, 2]]], "empty-output", "one too many cropped is the rest of the axis"]]);
    testOpen([["depthToSpace", [t(1, 8, 2, 3), 2, "NCHW"], { tensor: [1, 2, 4, 6] }, "the CPU backend knows NHWC only, others know both"]]);
});
