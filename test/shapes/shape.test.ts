import { describe, expect, it } from "vitest";
import { batch, constant, type Dim, scale, subtract, symbol, unknown } from "../../src/shapes/dim.js";
import {
    broadcast,
    compareShapes,
    concatenate,
    countOf,
    identicalShapes,
    printLengths,
    printShape,
    printShapeSource,
    type Shape,
    sizeOf,
    toDataShape,
    unknownShape,
} from "../../src/shapes/shape.js";

const h = symbol("h");
const w = symbol("w");
const twice = (dim: Dim): Dim => scale(dim, 2, 1);

/** Numbers and null as the tables write them. */
const shape = (...dims: readonly (Dim | number | null)[]): Shape =>
    dims.map((dim) => (typeof dim === "number" ? constant(dim) : dim ?? batch));

describe("printing", () => {
    const declared = shape(null, 1, twice(h), subtract(twice(w), constant(7)));

    it("writes a shape as its source does", () => {
        expect(printShape(declared)).toBe("[null, 1, 2*h, 2*w - 7]");
        expect(printShapeSource(declared)).toBe("[null, 1, 2 * h, 2 * w - 7]");
        expect(printShape([])).toBe("[]");
    });

    it("prints the ends of what has more axes than anybody reads", () => {
        expect(printShape(unknownShape(300))).toBe("[?, ?, ?, ?, …, ?, ?]");
    });

    it("has no source for what is not known", () => {
        expect(printShape(shape(null, unknown))).toBe("[null, ?]");
        expect(printShapeSource(shape(null, unknown))).toBeUndefined();
    });

    it("joins lengths, in parentheses where they are sums", () => {
        expect(printLengths(shape(8, 8))).toBe("8×8");
        expect(printLengths(shape(twice(h), twice(w)))).toBe("2*h×2*w");
        expect(printLengths(declared.slice(2))).toBe("2*h×(2*w - 7)");
        expect(printLengths(declared.slice(3))).toBe("2*w - 7");
    });

    it("gives data for callers", () => {
        expect(toDataShape(declared)).toEqual([null, 1, "2*h", "2*w - 7"]);
        expect(toDataShape(unknownShape(2))).toEqual(["?", "?"]);
    });
});

describe("sizes", () => {
    it("multiplies", () => {
        expect(printShape([sizeOf(shape(2, 3, h)), sizeOf([]), sizeOf(shape(null, 3))])).toBe("[6*h, 1, null]");
    });

    it("counts for each example of the batch", () => {
        expect(printShape([countOf(shape(null, 3, h)), countOf(shape(unknown, 3))])).toBe("[3*h, ?]");
    });
});

describe("compareShapes", () => {
    const cases: [name: string, a: Shape, b: Shape, comparison: string, agrees: boolean][] = [
        ["the same numbers", shape(2, 3), shape(2, 3), "equal", true],
        ["another rank", shape(2, 3), shape(2, 3, 1), "different", false],
        ["one other axis, though another is not known", shape(unknown, 3), shape(2, 4), "different", false],
        ["the batch fits any number", shape(null, 3), shape(32, 3), "unknown", false],
        ["two branches with the batch", shape(null, h), shape(null, h), "unknown", true],
        ["two branches where nothing is known", shape(unknown), shape(unknown), "unknown", false],
    ];
    it.each(cases)("%s", (_, a, b, comparison, agrees) => {
        expect(compareShapes(a, b)).toBe(comparison);
        expect(identicalShapes(a, b)).toBe(agrees);
    });
});

describe("broadcast", () => {
    const legal: [name: string, a: Shape, b: Shape, result: string][] = [
        ["the same shape", shape(2, 3), shape(2, 3), "[2, 3]"],
        ["a 1 stretches", shape(2, 1), shape(1, 3), "[2, 3]"],
        ["a missing axis stretches", shape(3), shape(2, 3), "[2, 3]"],
        ["a number for each example", shape(null, 4), shape(4), "[null, 4]"],
        ["a scalar", shape(), shape(null, h), "[null, h]"],
        ["an axis of zero stays", shape(0), shape(1), "[0]"],
        ["the batch and itself", shape(null, 2), shape(null, 2), "[null, 2]"],
        ["the batch and 1", shape(null), shape(1), "[null]"],
        ["the batch and 32: it is 1 or 32", shape(null), shape(32), "[32]"],
        ["unknown and 1", shape(unknown), shape(1), "[?]"],
        ["unknown and 5: it is 1 or 5", shape(5), shape(unknown), "[5]"],
        ["unknown and the batch", shape(unknown), shape(null), "[?]"],
        ["a symbol and 5: it is 1 or 5", shape(h), shape(5), "[5]"],
        ["a symbol and itself", shape(h), shape(h), "[h]"],
        ["two symbols that may be 1", shape(h), shape(w), "[?]"],
        ["2*h is never 1, so h is 1 where this works", shape(twice(h)), shape(h), "[2*h]"],
        ["two that are never 1 have to be equal, and 4 says more", shape(twice(h)), shape(4), "[4]"],
    ];
    it.each(legal)("%s", (_, a, b, result) => {
        for (const [left, right] of [
            [a, b],
            [b, a],
        ] as const) {
            const both = broadcast(left, right);
            expect(both.kind === "shape" && printShape(both.shape)).toBe(result);
        }
    });

    const conflicts: [name: string, a: Shape, b: Shape, axis: number][] = [
        ["two numbers", shape(2, 3), shape(2, 4), -1],
        ["axes count from the end", shape(5, 3), shape(7, 2, 3), -2],
        ["an even and an odd size above 1", shape(twice(h)), shape(5), -1],
        ["zero is not stretched", shape(0), shape(2), -1],
    ];
    it.each(conflicts)("conflict: %s", (_, a, b, axis) => {
        expect(broadcast(a, b)).toEqual({ kind: "conflict", axis, a: a.at(axis), b: b.at(axis) });
    });
});

describe("concatenate", () => {
    it("sums the axis and keeps what the others say", () => {
        const joined = concatenate([shape(null, 4, 3), shape(32, h, unknown), shape(unknown, 4, 5)], -1);
        expect(joined.kind === "shape" && printShape(joined.shape)).toBe("[32, 4, ?]");
        const lengths = concatenate([shape(null, h), shape(null, 2)], 1);
        expect(lengths.kind === "shape" && printShape(lengths.shape)).toBe("[null, h + 2]");
    });

    it("names the input and the axis that differ", () => {
        const joined = concatenate([shape(null, 4, 3), shape(null, 4, 8), shape(null, 5, 3)], 2);
        expect(joined).toEqual({ kind: "conflict", index: 2, axis: 1, a: constant(4), b: constant(5) });
    });

    it("keeps other faults apart", () => {
        expect(concatenate([shape(1, 2), shape(1, 2, 3)], 0)).toEqual({ kind: "rank-conflict", index: 1 });
        expect(concatenate([shape(1, 2)], 2)).toEqual({ kind: "no-axis", rank: 2 });
        expect(concatenate([shape(1, 2)], -3)).toEqual({ kind: "no-axis", rank: 2 });
        expect(concatenate([], 0)).toEqual({ kind: "no-axis", rank: 0 });
    });
});
