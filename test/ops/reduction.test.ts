import { describe } from "vitest";
import { indices, t, testOpen, testRows, testSilent, type Row } from "./compare.js";

const inputs = [t(), t(3), t(2, 3), t(2, 3, 4)];

describe("reductions", () => {
    const names = ["sum", "mean", "max", "min", "prod", "logSumExp", "moments", "euclideanNorm"];
    const axes: readonly unknown[] = [undefined, null, 0, 1, 2, -1, -2, 3, [0], [0, 1], [1, 0], [-1, 0], [0, 2], []];
    const legal = (name: string, axis: unknown, rank: number): boolean => name !== "euclideanNorm" || rank === 0 || !Array.isArray(axis) || axis.length > 0;
    testRows(names.flatMap((name) => inputs.flatMap((x) => axes.filter((axis) => legal(name, axis, x.rank) && new Set([axis].flat().map((each) => (each as number) % Math.max(x.rank, 1))).size === [axis].flat().length).flatMap((axis) => [undefined, false, true].map((keepDims): Row => [name, [x, axis, keepDims]])))));
    testRows(["all", "any"].flatMap((name) => [0, [0, 1], undefined].map((axis): Row => [name, [t(2, 3).cast("bool"), axis, true]])));
    testRows(["argMax", "argMin"].flatMap((name) => inputs.flatMap((x) => [undefined, 0, 1, -1, -2, 3].map((axis): Row => [name, [x, axis]]))));
    testRows([["sum", [[[1, 2], [3, 4]], 0]], ["sum", [t(2, 3), 0.5]]]);
    testRows([["sum", [t(2, 3), 1]], ["mean", [t(2, 3), -1, true]]], true);
    testSilent(["sum", "mean", "max", "min", "prod"].flatMap((name) => [[0, 0], [-1, 1]].map((axis) => [name, [t(2, 3), axis], "option-value", "with an axis given twice, the library folds another one away"] as const)));
    testRows(["logSumExp", "moments", "norm"].map((name): Row => [name, [t(2, 3), ...(name === "norm" ? [2] : []), [1, 1]]]));
    testRows(["sum", "mean", "min"].map((name): Row => [name, [t(2, 3), [0, -2], true]]));
});

describe("norms", () => {
    const orders: readonly unknown[] = [undefined, 1, 2, Infinity, -Infinity, "euclidean", "fro", 3];
    const axes: readonly unknown[] = [undefined, 0, -1, [0], [0, 1], [0, 1, 2]];
    testRows([t(3), t(2, 3), t(2, 3, 4)].flatMap((x) => orders.flatMap((ord) => axes.flatMap((axis) => [false, true].map((keepDims): Row => ["norm", [x, ord, axis, keepDims]])))));
    testRows([["norm", [t(), 1, null, true]], ["norm", [t(2, 3, 4), "fro", [1, 0]]], ["norm", [t(2, 3, 4), "fro", [-1, 0], true]]]);
    testOpen([
        ["norm", [t(2, 3, 4), 1, [1, 0]], { tensor: ["?"] }, "the library folds axis 0 away, and then the last"],
        ["norm", [t(2, 3, 4), 1, [-2, -1], true], { tensor: ["?", "?", "?"] }, "the library folds the wrong axis away"],
    ]);
});

describe("along an axis", () => {
    testRows(["softmax", "logSoftmax"].flatMap((name) => inputs.flatMap((x) => [undefined, 0, 1, 2, -1, -2].map((axis): Row => [name, [x, axis]]))));
    testRows(["cumsum", "cumprod"].flatMap((name) => inputs.flatMap((x) => [undefined, 0, 1].filter((axis) => (axis ?? 0) < x.rank).map((axis): Row => [name, [x, axis]]))));
    testRows(inputs.flatMap((x) => [undefined, 0, 2, 4, 5, -1].map((k): Row => ["topk", [x, k]])));
    testRows([["unique", [t()]], ["unique", [t(2, 3), 2]]]);
    testOpen([
        ["unique", [t(4)], { record: { values: ["?"], indices: [4] } }, "how many values there are depends on them"],
        ["unique", [t(2, 3), 1], { record: { values: [2, "?"], indices: [3] } }, "on the given axis"],
        ["cumsum", [t(2, 3), [1]], { tensor: ["?", "?"] }, "a list of one axis works for the last one only"],
        ["cumsum", [t(2, 3), -1], { tensor: ["?", "?"] }, "the CPU backend gives [null, 2] here, others [2, 3]"],
    ]);
});

describe("counts", () => {
    testRows([
        ["bincount", [indices(4), [], 3]],
        ["bincount", [indices(4), t(4), 3]],
        ["bincount", [indices(4), t(3), 3]],
        ["denseBincount", [indices(4), [], 3]],
        ["denseBincount", [indices(2, 4), t(2, 4), 3]],
        ["denseBincount", [indices(2, 4, 1), [], 3]],
        ["multinomial", [t(3), 5]],
        ["multinomial", [t(2, 3), 5]],
        ["multinomial", [t(2, 3, 1), 5]],
        ["multinomial", [t(1), 5]],
        ["broadcastArgs", [[2, 3], [3]]],
        ["broadcastArgs", [[2, 3], 3]],
        ["meshgrid", [t(3), t(4)]],
        ["meshgrid", [t(3), t(4), { indexing: "ij" }]],
        ["meshgrid", [t(3), t(4), { indexing: "ji" }]],
        ["meshgrid", [t(3)]],
        ["meshgrid", []],
        ["math.confusionMatrix", [t(3), t(3), 4]],
        ["math.confusionMatrix", [t(3), t(2), 4]],
        ["math.confusionMatrix", [t(3, 1), t(3), 4]],
        ["math.confusionMatrix", [t(3), t(3)]],
    ]);
});
