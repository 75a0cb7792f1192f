import { describe } from "vitest";
import { t, testRows, testSilent, type Row } from "./compare.js";

const shapes = [t(3), t(2, 3), t(3, 2), t(3, 3), t(4, 2, 3), t(4, 3, 2), t(1, 3, 2), t(5, 3, 2), t(2, 1, 2, 3)];

describe("matMul", () => {
    testRows(shapes.flatMap((a) => shapes.flatMap((b) => [[false, false], [true, false], [false, true], [true, true]].map((flags): Row => ["matMul", [a, b, ...flags]]))));
    testRows([
        ["matMul", [[[1, 2]], [[1], [2]]]],
        ["fused.matMul", [{ a: t(2, 3), b: t(3, 4), bias: t(4), activation: "relu" }]],
        ["fused.matMul", [{ a: t(2, 3), b: t(3, 4), bias: t(3) }]],
        ["fused.matMul", [{ a: t(2, 3), b: t(4, 3), transposeB: true }]],
        ["fused.matMul", [{ a: t(2, 3), b: t(4, 3) }]],
    ]);
    testRows([["matMul", [t(2, 3), t(4, 3), false, true]]], true);
});

describe("dot and outer products", () => {
    const small = [t(), t(3), t(2), t(2, 3), t(3, 2), t(1, 2, 3)];
    testRows(small.flatMap((a) => small.flatMap((b): Row[] => [["dot", [a, b]], ["outerProduct", [a, b]]])));
});

describe("einsum", () => {
    testRows([
        ["einsum", ["ij,jk->ik", t(2, 3), t(3, 4)]],
        ["einsum", ["ij,jk->ki", t(2, 3), t(3, 4)]],
        ["einsum", [" i j , j k -> i k ", t(2, 3), t(3, 4)]],
        ["einsum", ["ij->ji", t(2, 3)]],
        ["einsum", ["ij->", t(2, 3)]],
        ["einsum", ["ij->j", t(2, 3)]],
        ["einsum", ["i,j->ij", t(2), t(3)]],
        ["einsum", ["bij,bjk->bik", t(5, 2, 3), t(5, 3, 4)]],
        ["einsum", ["ij,jk->ik", t(2, 3), t(4, 4)], "sizes"],
        ["einsum", ["ij,jk", t(2, 3), t(3, 4)], "no arrow"],
        ["einsum", ["ij->j->i", t(2, 3)], "two arrows"],
        ["einsum", ["ij,jk->ik", t(2, 3)], "one tensor for two"],
        ["einsum", ["i,j,k->ijk", t(2), t(3), t(4)], "three"],
        ["einsum", ["ij->ik", t(2, 3)], "a letter from nowhere"],
        ["einsum", ["ii->i", t(2, 2)], "an axis twice"],
        ["einsum", ["...i->...", t(2, 3)], "an ellipsis"],
        ["einsum", ["ijk->ik", t(2, 3)], "a letter too many"],
    ]);
    testSilent([["einsum", ["i->i", t(2, 3)], "input-rank", "a letter too few"]]);
});

describe("linear algebra", () => {
    const matrices = [t(2, 3), t(3, 2), t(3, 3), t(3), t(2, 3, 3), t(2, 3, 2), t(2, 2, 3)];
    testRows(matrices.flatMap((x) => [undefined, true].map((full): Row => ["linalg.qr", [x, full]])));
    testRows(matrices.flatMap((x) => [-1, 1, 3].flatMap((lower) => [-1, 0, 4].map((upper): Row => ["linalg.bandPart", [x, lower, upper]]))));
    testRows([
        ["linalg.gramSchmidt", [t(2, 3)]],
        ["linalg.gramSchmidt", [t(3, 2)]],
        ["linalg.gramSchmidt", [[t(3), t(3)]]],
        ["linalg.gramSchmidt", [[t(3), t(4)]]],
        ["linalg.gramSchmidt", [[t(1), t(1)]]],
        ["linalg.gramSchmidt", [[]]],
    ]);
});
