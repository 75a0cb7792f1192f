import { describe } from "vitest";
import { indices, t, testOpen, testRows, testSilent, type Row } from "./compare.js";

describe("reshape", () => {
    const inputs = [t(), t(6), t(2, 3), t(2, 3, 4), t(0, 3)];
    const targets: readonly unknown[] = [[], [1], [6], [3, 2], [3, 4], [-1], [2, -1], [-1, -1], [5, -1], [0, -1], [0, 5], [-2, 3], [4, 6], [-1, 3, 1], 6];
    testRows(inputs.flatMap((x) => targets.map((target): Row => ["reshape", [x, target]])));
    testRows([["reshape", [[1, 2, 3, 4], [2, 2]]], ["reshape", [3, [1, 1]]], ["reshape", [t(2, 3), [null, 3]]]]);
    testSilent([["reshape", [t(0, 3), [null, 3]], "option-value", "with no elements to count, null stays in the shape", "untold"]]);
});

describe("axes of size one", () => {
    const inputs = [t(), t(1), t(2), t(1, 2), t(2, 1, 3), t(1, 1, 1), t(0, 1)];
    const axes: readonly unknown[] = [undefined, null, 0, 1, 2, 3, -1, -2, -4, [], [0], [0, 1], [1, 0], [0, 2], [-1, -2]];
    testRows(inputs.flatMap((x) => axes.map((axis): Row => ["squeeze", [x, axis]])));
    testRows(inputs.flatMap((x) => [undefined, 0, 1, 2, 3, -1, -2, -3, -5].map((axis): Row => ["expandDims", [x, axis]])));
});

describe("order and repetition", () => {
    const inputs = [t(), t(2), t(2, 3), t(2, 3, 4)];
    const perms: readonly unknown[] = [undefined, null, [], [0], [1], [0, 1], [1, 0], [2, 0, 1], [0, 1, 2], [-1, 0], [0, 3, 1], [1, 2]];
    testRows(inputs.flatMap((x) => perms.map((perm): Row => ["transpose", [x, perm]])));
    testSilent([["transpose", [t(2, 3), [0, 0]], "permutation", "an axis twice, the other one lost"]]);
    const reps: readonly unknown[] = [[], [2], [2, 3], [1, 0], [2, 1, 1], [-1], 2];
    testRows(inputs.flatMap((x) => reps.map((rep): Row => ["tile", [x, rep]])));
    const axes: readonly unknown[] = [undefined, 0, 1, -1, -2, [0, 1], [0, 5], []];
    testRows(inputs.flatMap((x) => axes.map((axis): Row => ["reverse", [x, axis]])));
    testRows([
        ["reverse1d", [t(2)]],
        ["reverse1d", [t(2, 3)]],
        ["reverse2d", [t(2, 3), 0]],
        ["reverse2d", [t(2, 3), 2]],
        ["reverse3d", [t(2, 3), 0]],
        ["reverse3d", [t(2, 3, 4), [0, 2]]],
        ["reverse4d", [t(2, 3, 4, 5), 3]],
    ]);
});

describe("shapes that must fit", () => {
    const shapes: readonly (readonly number[])[] = [[], [1], [3], [2, 1], [2, 3], [1, 3], [4, 2, 3], [4, 1, 1]];
    testRows([...shapes, [0], [0, 3]].flatMap((from) => shapes.map((to): Row => ["broadcastTo", [t(...from), to]])));
    testRows([
        ["ensureShape", [t(2, 3), [2, 3]]],
        ["ensureShape", [t(2, 3), [2, 4]]],
        ["ensureShape", [t(2, 3), [2, 3, 1]]],
        ["ensureShape", [t(2, 3), [null, 3]]],
        ["ensureShape", [t(2, 3), [null, 4]]],
    ]);
});

describe("axes of size zero", () => {
    testOpen([
        ["broadcastTo", [t(1, 3), [0, 3]], { tensor: ["?", 3] }, "the library keeps the 1 here"],
        ["broadcastTo", [t(1, 1), [0, 3]], { tensor: ["?", 3] }, "and makes it 0 here, as another axis is repeated"],
        ["broadcastTo", [t(0, 3), [0, 3]], { tensor: [0, 3] }, "what is 0 already stays so"],
        ["squeeze", [t(1, 1), [0, 0]], { tensor: undefined }, "an axis given twice drops the axis after it, too"],
    ]);
});

describe("joining", () => {
    const shapes = [t(), t(2), t(3), t(2, 3), t(2, 4), t(4, 3), t(2, 3, 4), t(0, 3)];
    const axes = [undefined, 0, 1, 2, -1, -2, -3];
    testRows(shapes.flatMap((a) => shapes.flatMap((b) => axes.flatMap((axis): Row[] => [["concat", [[a, b], axis]], ["stack", [[a, b], axis]]]))));
    testRows(shapes.flatMap((a) => [0, 1, 3, -1, -4].flatMap((axis): Row[] => [["concat", [[a], axis]], ["stack", [[a], axis]]])));
    testRows([
        ["concat", [[]]],
        ["stack", [[]]],
        ["concat", [[t(1, 2), t(3, 2), t(4, 2)]]],
        ["concat", [[t(1, 2), t(3, 2), t(4, 3)]]],
        ["concat", [[[1, 2], [3]]]],
        ["concat", [t(2, 2)]],
        ["concat1d", [[t(2), t(3)]]],
        ["concat2d", [[t(2, 1), t(2, 3)], 1]],
        ["concat3d", [[t(2, 1, 1), t(2, 1, 3)], 2]],
        ["concat4d", [[t(2, 1, 1, 1), t(2, 1, 1, 3)], -1]],
        ["addN", [[t(2, 3), t(2, 3)]]],
        ["addN", [[t(2, 3), t(2, 1)]]],
        ["addN", [[]]],
    ]);
    testRows(
        [
            ["concat", [t(2, 3), t(4, 3)]],
            ["concat", [t(2, 3), [t(4, 3), t(5, 3)], 0]],
            ["concat", [t(2, 3), t(2, 4), 1]],
            ["concat", [t(2, 3), t(2, 4), 0]],
            ["stack", [t(2, 3), t(2, 3), 1]],
            ["stack", [t(2, 3), [t(2, 3), t(2, 3)], -1]],
            ["stack", [t(2, 3), [t(2, 4)]]],
        ],
        true,
    );
});

describe("padding", () => {
    const inputs = [t(), t(4), t(2, 3)];
    const paddings: readonly unknown[] = [[[1, 2]], [[-1, -1]], [[-3, -3]], [[0, 0], [1, 2]], [[-2, 0], [0, 0]], [[-2, -1], [0, 0]]];
    const fitting = (rank: number, pairs: unknown): boolean => rank === 0 || (pairs as unknown[]).length === rank;
    testRows(inputs.flatMap((x) => paddings.filter((pairs) => fitting(x.rank, pairs)).map((pairs): Row => ["pad", [x, pairs]])));
    const modes = ["reflect", "symmetric", "constant"];
    const mirrored: readonly unknown[] = [...paddings, [[2, 2]], [[3, 0]], [[4, 4]], [[5, 0]], [[1, 1], [2, 2]], [[1, 2], [0, 0]], [[2, 2], [0, 3]]];
    testRows(inputs.flatMap((x) => mirrored.flatMap((pairs) => modes.map((mode): Row => ["mirrorPad", [x, pairs, mode]]))));
    testRows([
        ["pad1d", [t(4), [1, 2]]],
        ["pad1d", [t(4), [[1, 2]]], ],
        ["pad2d", [t(2, 3), [[1, 2], [0, 0]]]],
        ["pad2d", [t(2, 3), [[1, 2]]]],
        ["pad3d", [t(2, 3, 4), [[1, 2], [0, 0], [1, 1]]]],
        ["pad4d", [t(2, 3, 4, 1), [[1, 2], [0, 0], [1, 1], [0, 0]]]],
    ]);
    testSilent([
        ["pad", [t(4), [[1, 1], [1, 1]]], "pad-pairs", "a pair too many gives NaN"],
        ["pad", [t(2, 3), [[1, 1]]], "pad-pairs", "a pair is missing, and so is an axis of the result"],
        ["pad2d", [t(2, 3, 4), [[1, 1], [1, 1]]], "pad-pairs", "pad2d does not look at the rank"],
        ["pad", [t(4), [[1]]], "option-value", "half a pair gives NaN"],
        ["pad", [t(4), [1, 1]], "option-value", "numbers in place of pairs give NaN"],
    ]);
});

describe("broadcasting", () => {
    const shapes = [t(), t(1), t(3), t(2, 1), t(2, 3), t(1, 3), t(4, 2, 3), t(0), t(0, 3), t(4, 1, 1)];
    testRows(shapes.flatMap((a) => shapes.map((b): Row => ["add", [a, b]])));
    const others = ["sub", "mul", "div", "divNoNan", "floorDiv", "maximum", "minimum", "mod", "pow", "prelu", "squaredDifference", "equal", "notEqual", "less", "lessEqual", "greater", "greaterEqual", "atan2"];
    testRows(others.flatMap((name): Row[] => [[name, [t(2, 3), t(3)]], [name, [t(2, 3), t(2, 1)]], [name, [t(2, 3), t(2)]], [name, [t(2, 3), 5]], [name, [2, [1, 2]]]]));
    const bool = (...shape: number[]) => t(...shape).cast("bool");
    testRows(["logicalAnd", "logicalOr", "logicalXor"].flatMap((name): Row[] => [[name, [bool(2, 3), bool(3)]], [name, [bool(2, 3), bool(2)]]]));
    testRows([
        ["bitwiseAnd", [indices(2, 3), indices(2, 3)]],
        ["bitwiseAnd", [indices(2, 3), indices(3)]],
        ["where", [bool(2, 3), t(3), t(2, 1)]],
        ["where", [bool(2, 3), t(2), t(2, 1)]],
        ["where", [bool(3), t(2, 1), t(2)]],
        ["where", [[true, false], 1, 2]],
    ]);
    testRows([["where", [t(3), bool(2, 3), t()]], ["where", [t(2), bool(3), t()]], ["add", [t(2, 1), t(3)]], ["pow", [t(2), 2]]], true);
});

describe("one axis in a list of one, as it is written in Python", () => {
    const x = t(2, 3);
    testRows([0, 1].flatMap((axis): Row[] => [
        ["expandDims", [x, [axis]]],
        ["stack", [[x, x], [axis]]],
        ["concat", [[x, x], [axis]]],
        ["gather", [x, indices(2), [axis]]],
        ["split", [x, [1, 1 + axis], [axis]]],
        ["argMax", [x, [axis]]],
    ]));
    testRows([["concat", [[x, x], [-1]]], ["split", [x, 3, [-1]]]]);
    testRows([["concat", [x, x, [1]]], ["stack", [x, x, [1]]], ["expandDims", [x, [1]]]], true);
    testSilent([
        ["expandDims", [x, [-1]], "option-value", "a list is no number to count from the end with: the new axis comes first"],
        ["stack", [[x, x], [-1]], "option-value", "a list is no number to count from the end with: the new axis comes first"],
    ]);
});
