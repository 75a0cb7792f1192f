import { describe } from "vitest";
import { t, testRows, testSilent, type Row } from "./compare.js";

const windows: readonly unknown[] = [1, 2, 3, [2, 3], [3, 1]];
const strides: readonly unknown[] = [1, 2, [1, 2], [3, 2]];
const pads: readonly unknown[] = ["same", "valid", 0, 1, [[0, 0], [1, 1], [0, 1], [0, 0]], "full", [1, 1]];

describe("pools in two dimensions", () => {
    testRows(["maxPool", "avgPool"].flatMap((name) => [t(2, 7, 6, 3), t(7, 6, 3)].flatMap((x) => windows.flatMap((window) => strides.flatMap((stride) => pads.map((pad): Row => [name, [x, window, stride, pad]]))))));
    testRows([0, 1, "same"].flatMap((pad) => ["floor", "ceil", "round"].map((mode): Row => ["maxPool", [t(1, 7, 7, 1), 2, 2, pad, mode]])));
    testRows([
        ["maxPool", [t(7, 7), 2, 2, "same"]],
        ["maxPool", [t(1, 7, 7, 1), 2]],
        ["maxPool", [t(1, 7, 7, 1), 2, 2]],
        ["maxPool", [t(1, 7, 7, 1), 2, 0, "same"]],
        ["maxPool", [t(1, 7, 7, 1), 9, 1, "valid"]],
        ["avgPool", [t(1, 7, 9, 1), [8, 2], 1, "valid"], "one row too few gives none"],
        ["maxPoolWithArgmax", [t(1, 7, 6, 3), [2, 3], 2, "same"]],
        ["maxPoolWithArgmax", [t(1, 7, 6, 3), 3, 1, "valid"]],
        ["maxPoolWithArgmax", [t(7, 6, 3), 3, 1, "valid"]],
    ]);
    testRows([["maxPool", [t(1, 7, 7, 1), 2, 2, "same"]], ["pool", [t(1, 7, 7, 1), 2, "avg", "same"]]], true);
    testSilent([
        ["maxPool", [t(1, 8, 8, 1), [1, 2, 2, 1], 2, "same"], "window-form", "a window of four is read as [1, 2]"],
        ["maxPool", [t(1, 8, 8, 1), 2, [1, 2, 2, 1], "same"], "window-form", "strides of four are read as [1, 2]"],
        ["maxPool", [t(1, 8, 8, 1), [2], 2, "same"], "option-value", "a window of one gives -Infinity"],
        ["maxPool", [t(1, 8, 8, 1), [3, 0], 2, "valid"], "option-value", "a window of nothing gives -Infinity"],
        ["avgPool", [t(1, 8, 8, 1), [2.5, 2], 2, "valid"], "option-value", "half a row more makes a window of three"],
        ["pool", [t(1, 8, 8, 1), 0, "avg", "valid", undefined, 1], "option-value", "a window of nothing gives NaN"],
    ]);
});

describe("pool", () => {
    testRows(["max", "avg"].flatMap((type) => windows.flatMap((window) => ["same", "valid", 0, 1].flatMap((pad) => [undefined, 1, 2, [1, 2], 3].flatMap((dilation) => [undefined, 2].map((stride): Row => ["pool", [t(1, 7, 8, 2), window, type, pad, dilation, stride]]))))));
    testRows([["pool", [t(7, 8, 2), 2, "max", "same", 2]], ["pool", [t(1, 7, 8, 2), 2, "max", "same", 1, 1, "floor"]], ["pool", [t(1, 7, 8, 2), 2, "max", 1, 1, 2, "ceil"]]]);
});

describe("pools in three dimensions", () => {
    const pads3d: readonly unknown[] = ["same", "valid", 0, 1, [[0, 0], [1, 1], [1, 1], [1, 1], [0, 0]]];
    testRows(["maxPool3d", "avgPool3d"].flatMap((name) => [t(1, 5, 4, 6, 2), t(5, 4, 6, 2)].flatMap((x) => [1, 2, [1, 2, 3]].flatMap((window) => [1, 2, [1, 2, 3]].flatMap((stride) => pads3d.map((pad): Row => [name, [x, window, stride, pad]]))))));
    testRows([
        ["maxPool3d", [t(1, 5, 5, 5, 2), 2, 2, 0, "ceil"]],
        ["maxPool3d", [t(1, 5, 5, 5, 2), 2, 2, "same", "floor"]],
        ["maxPool3d", [t(1, 2, 5, 5, 5), 2, 2, "same", undefined, "NCDHW"]],
        ["avgPool3d", [t(5, 5, 2), 2, 2, "same"]],
    ]);
    testSilent([["maxPool3d", [t(1, 5, 5, 5, 2), 9, 1, "valid"], "empty-output", "an empty tensor"]]);
});
