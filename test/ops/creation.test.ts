import { describe } from "vitest";
import { indices, t, testOpen, testRows, testSilent, type Row } from "./compare.js";

describe("shapes that are asked for", () => {
    const makers = ["zeros", "ones", "fill", "randomNormal", "randomStandardNormal", "randomUniform", "truncatedNormal", "buffer"];
    const shapes: readonly unknown[] = [[], [3], [2, 3], [1, 2, 3, 4], [0, 2], [2, -1], [2.5], [2, "3"], [null, 2], 5, "5", undefined];
    // The value of fill, and the mean or the type of the others.
    const extra = (name: string): readonly unknown[] => (name === "fill" ? [1] : []);
    testRows(makers.flatMap((name) => shapes.map((shape): Row => [name, [shape, ...extra(name)]])));
    testRows([
        ["rand", [[2, 3], () => 1]],
        ["randomGamma", [[2, 3], 1]],
        ["randomUniformInt", [[2, 3], 0, 9]],
        ["complex", [t(2, 3), t(2, 3)]],
        ["complex", [t(2, 3), t(3, 2)]],
        ["variable", [t(2, 3)]],
        ["eye", [3]],
        ["eye", [2, 3]],
        ["eye", [2, 3, [4]]],
        ["eye", [2, 3, [4, 5]]],
        ["eye", [2, 3, [4, 5, 6]]],
        ["eye", [2, 3, [1, 1, 1, 1]]],
        ["eye", [2, null, [4]]],
        ["eye", [2, 3, []], "a batch shape has to have a size"],
        ["oneHot", [indices(4), 3]],
        ["oneHot", [indices(4, 2), 3]],
        ["oneHot", [1, 3]],
        ["oneHot", [[0, 1], 3]],
        ["oneHot", [indices(4), 1]],
        ["diag", [t(3)]],
        ["diag", [t(2, 3)]],
        ["linspace", [0, 1, 5]],
        ["linspace", [0, 1, 2.5]],
        ["linspace", [0, 1, 0]],
        ["zerosLike", [t(2, 3)]],
        ["onesLike", [[[1, 2]]]],
    ]);
});

describe("ranges", () => {
    const numbers = [-3, 0, 0.5, 1, 5];
    const steps = [-2, -1, -0.3, 0, 0.5, 1, 2, 3];
    testRows(numbers.flatMap((start) => numbers.flatMap((stop) => steps.map((step): Row => ["range", [start, stop, step]]))));
    testRows([["range", [0, 7]], ["range", [7, 0]]]);
});

describe("literal values", () => {
    const values: readonly unknown[] = [3, true, [], [1, 2], [1, 2, 3, 4], [[1, 2], [3, 4]], [[[1], [2]], [[3], [4]]], [[]], [[[1, 2, 3, 4]]], null, t(2)];
    const shapes: readonly unknown[] = [undefined, null, [4], [2, 2], [2, 2, 1], [1, 2, 2], [1, 1, 4], [0, 3], [2, -1], [1, 1, 2, 2], [1, 1, 1, 2, 2]];
    testRows(
        ["tensor", "tensor2d", "tensor3d", "tensor4d", "tensor5d", "tensor6d"].flatMap((name) =>
            values.flatMap((value) => shapes.map((shape): Row => [name, [value, shape]])),
        ),
    );
    testRows(values.map((value): Row => ["tensor1d", [value]]));
    testRows([["scalar", [3]], ["scalar", [true]], ["scalar", ["a"]], ["scalar", [[1]]], ["scalar", [t()]], ["scalar", [null]]]);
    testRows([["tensor2d", [[[1], 2]], "a number stands for a list of one"]]);
    testSilent([
        ["tensor", [[[1, 2], [3]]], "values-ragged", "the last row is filled with zero"],
        ["tensor2d", [[[1, 2], [3, 4, 5]], [2, 2]], "values-ragged", "five values in a 2×2 tensor"],
        ["tensor3d", [[[[1], [2]], [[3]]]], "values-ragged", "an inner list is missing"],
        ["tensor", [[1, [2, 3]]], "values-ragged", "a list where the first element is a number"],
    ]);
    testOpen([
        ["tensor", [new Float32Array(6)], { tensor: undefined }, "the length of a typed array is not data"],
        ["tensor2d", [new Float32Array(6)], { tensor: ["?", "?"] }, "the name of the function tells the rank"],
        ["tensor", [new Float32Array(6), [2, 3]], { tensor: [2, 3] }, "a shape beside values that are not known is believed"],
    ]);
});
