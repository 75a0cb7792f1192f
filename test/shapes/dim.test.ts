import { describe, expect, it } from "vitest";
import {
    add,
    assumeSize,
    batch,
    ceil,
    ceilDivide,
    compare,
    compareOrder,
    constant,
    type Dim,
    divide,
    floor,
    floorDivide,
    identical,
    isAtLeast,
    leadingRatio,
    maximum,
    minimum,
    modulo,
    multiply,
    print,
    printSource,
    rational,
    round,
    scale,
    substitute,
    subtract,
    symbol,
    symbolsOf,
    toData,
    unprovenSymbol,
    unknown,
} from "../../src/shapes/dim.js";

const h = symbol("h");
const w = symbol("w");
const n = constant;
const twice = (dim: Dim): Dim => scale(dim, 2, 1);
/** In a form that does not show it: for h = 2k and for h = 2k + 1 both halves are k. */
const alwaysZero = subtract(floorDivide(add(h, multiply(n(2), floorDivide(h, n(2)))), n(4)), floorDivide(h, n(2)));
const half = (dim: Dim): Dim => divide(dim, n(2));

describe("print", () => {
    const cases: [name: string, dim: Dim, short: string, source: string | undefined][] = [
        ["a number", n(7), "7", "7"],
        ["a negative number", n(-4), "-4", "-4"],
        ["the batch", batch, "null", "null"],
        ["nothing known", unknown, "?", undefined],
        ["a multiple and an offset", subtract(twice(h), n(7)), "2*h - 7", "2 * h - 7"],
        ["a positive term leads", subtract(n(5), h), "5 - h", "5 - h"],
        ["a minus that cannot be avoided", subtract(n(-5), h), "-h - 5", "-h - 5"],
        ["a product", multiply(h, w), "h*w", "h * w"],
        ["powers written out, as -h**2 is not JavaScript", subtract(n(0), multiply(h, h)), "-h*h", "-h * h"],
        [
            "a negative offset of a quotient inside, as a convolution is worked out",
            add(floorDivide(subtract(h, n(7)), n(2)), n(1)),
            "floor((h - 7)/2) + 1",
            "Math.floor((h - 7) / 2) + 1",
        ],
        [
            "a positive offset of a quotient outside",
            floorDivide(add(h, n(5)), n(4)),
            "floor((h + 1)/4) + 1",
            "Math.floor((h + 1) / 4) + 1",
        ],
        [
            "a quotient that divides its offset",
            floorDivide(subtract(h, n(4)), n(2)),
            "floor(h/2) - 2",
            "Math.floor(h / 2) - 2",
        ],
        ["a quotient of a product", floorDivide(multiply(h, w), n(4)), "floor(h*w/4)", "Math.floor(h * w / 4)"],
        ["a remainder", modulo(h, n(3)), "h - 3*floor(h/3)", "h - 3 * Math.floor(h / 3)"],
        ["an exact half", half(h), "h/2", "h / 2"],
        ["a half and a whole", add(half(h), n(3)), "h/2 + 3", "h / 2 + 3"],
        ["a half of a sum", half(add(h, n(1))), "(h + 1)/2", "(h + 1) / 2"],
        ["three halves", scale(h, 3, 2), "3*h/2", "3 * h / 2"],
        ["a maximum", maximum(h, n(5)), "max(h, 5)", "Math.max(h, 5)"],
        ["a minimum", minimum(twice(h), w), "min(2*h, w)", "Math.min(2 * h, w)"],
        ["a sum takes its offset into the maximum", add(maximum(h, n(5)), n(1)), "max(h + 1, 6)", "Math.max(h + 1, 6)"],
        [
            "two maxima have no common form",
            add(maximum(h, n(5)), maximum(w, n(3))),
            "max(h - 5, 0) + max(w - 3, 0) + 8",
            "Math.max(h - 5, 0) + Math.max(w - 3, 0) + 8",
        ],
        ["two sizes of one name have no source", add(h, symbol("h")), "h + h", undefined],
    ];
    it.each(cases)("%s", (_, dim, short, source) => {
        expect(print(dim)).toBe(short);
        expect(printSource(dim)).toBe(source);
    });

    it("data keeps numbers and null, and has text for the rest", () => {
        expect([n(3), batch, unknown, twice(h)].map(toData)).toEqual([3, null, "?", "2*h"]);
    });
});

describe("canonical form", () => {
    const cases: [name: string, dim: Dim, same: Dim][] = [
        ["a sum in either order", add(h, w), add(w, h)],
        ["a difference undone", add(subtract(h, w), w), h],
        ["what cancels leaves a number", subtract(add(h, n(3)), h), n(3)],
        ["a product over a sum", multiply(add(h, w), n(2)), add(twice(h), twice(w))],
        ["twice a half", twice(half(h)), h],
        ["two halves", add(half(h), half(h)), h],
        ["a product divided by its factor", divide(multiply(twice(h), w), h), twice(w)],
        ["an exact division of sums", divide(subtract(multiply(h, h), n(1)), add(h, n(1))), subtract(h, n(1))],
        ["whole parts leave a quotient", floorDivide(add(twice(h), n(3)), n(2)), add(h, n(1))],
        ["a common factor leaves a quotient", floorDivide(add(twice(h), n(1)), n(4)), floorDivide(h, n(2))],
        ["nested quotients", floorDivide(floorDivide(h, n(2)), n(3)), floorDivide(h, n(6))],
        [
            "nested convolutions",
            floorDivide(add(floorDivide(add(h, n(1)), n(2)), n(1)), n(2)),
            floorDivide(add(h, n(3)), n(4)),
        ],
        ["rounding up is rounding down, further on", ceilDivide(h, n(2)), floorDivide(add(h, n(1)), n(2))],
        ["floor of an exact half", floor(half(h)), floorDivide(h, n(2))],
        ["ceil of an exact half", ceil(half(h)), ceilDivide(h, n(2))],
        ["round takes halves up", round(half(h)), ceilDivide(h, n(2))],
        ["round of a third", round(divide(h, n(3))), floorDivide(add(twice(h), n(3)), n(6))],
        ["what is whole needs no rounding", round(twice(h)), twice(h)],
        ["a remainder that divides", modulo(multiply(h, n(6)), n(3)), n(0)],
        ["a remainder that is always the same", modulo(add(twice(h), n(1)), n(2)), n(1)],
        ["a maximum in either order", maximum(h, w), maximum(w, h)],
        ["maximum and minimum make the sum", add(maximum(h, w), minimum(h, w)), add(h, w)],
        ["a decided maximum", maximum(twice(h), h), twice(h)],
        ["a maximum of 0 and what is always 0, in either order", maximum(alwaysZero, n(0)), maximum(n(0), alwaysZero)],
        ["a decided minimum", minimum(h, n(1)), n(1)],
        ["unknown swallows the batch", add(unknown, batch), unknown],
    ];
    it.each(cases)("%s", (_, dim, same) => {
        expect(print(dim)).toBe(print(same));
        if (dim.kind !== "unknown") expect(identical(dim, same)).toBe(true);
    });
});

describe("constants", () => {
    const cases: [name: string, dim: Dim, value: number][] = [
        ["floor of a negative quotient", floorDivide(n(-7), n(2)), -4],
        ["ceil of a negative quotient", ceilDivide(n(-7), n(2)), -3],
        ["a negative divisor", floorDivide(n(7), n(-2)), -4],
        ["JavaScript's remainder keeps the sign", modulo(n(-7), n(2)), -1],
        [
            "a quotient past what floating point divides exactly",
            floorDivide(n(9007199254740991), n(3)),
            3002399751580330,
        ],
        ["an exact quotient", divide(n(12), n(4)), 3],
        ["negative zero is zero", multiply(n(0), n(-3)), 0],
        ["a whole fraction", rational(6, 3), 2],
    ];
    it.each(cases)("%s", (_, dim, value) => {
        expect(dim).toStrictEqual({ kind: "constant", value });
    });
});

describe("not known", () => {
    const huge = n(Number.MAX_SAFE_INTEGER);
    const manyTerms = Array.from({ length: 100 }, (_, index) => symbol(`s${index}`)).reduce(add);
    const cases: [name: string, dim: Dim, kind: Dim["kind"]][] = [
        ["a fraction is no size", n(2.5), "unknown"],
        ["a fraction by itself", rational(1, 2), "unknown"],
        ["not a number", n(Number.NaN), "unknown"],
        ["a number past the safe integers", multiply(huge, n(2)), "unknown"],
        ["a coefficient past the safe integers", multiply(multiply(h, huge), n(2)), "unknown"],
        ["a division by zero", divide(h, n(0)), "unknown"],
        ["a quotient by zero", floorDivide(n(4), n(0)), "unknown"],
        ["an inexact division by a symbol", divide(h, w), "unknown"],
        ["a constant divided by a symbol", divide(n(4), h), "unknown"],
        ["a division of constants that leaves a rest", divide(n(7), n(2)), "unknown"],
        ["halves that add to no whole", subtract(half(add(h, n(1))), half(h)), "unknown"],
        ["a remainder where the sign depends on h", modulo(subtract(h, n(7)), n(2)), "unknown"],
        ["more terms than the limit", manyTerms, "unknown"],
        ["a higher degree than the limit", Array.from({ length: 9 }, () => h).reduce(multiply), "unknown"],
        ["the batch and a number", add(batch, n(1)), "batch"],
        ["the batch under a quotient", floorDivide(batch, n(2)), "batch"],
        ["the greater of the batch and a number", maximum(batch, n(2)), "batch"],
    ];
    it.each(cases)("%s", (_, dim, kind) => {
        expect(dim.kind).toBe(kind);
    });
});

describe("compare", () => {
    const zeroable = symbol("z", 0);
    const cases: [name: string, a: Dim, b: Dim, comparison: string, order: string][] = [
        ["one number", n(4), n(4), "equal", "equal"],
        ["two numbers", n(4), n(5), "different", "less"],
        ["one canonical form", twice(h), add(h, h), "equal", "equal"],
        ["an offset", twice(h), subtract(twice(h), n(7)), "different", "greater"],
        ["h is at least 1, so 2*h is more", twice(h), h, "different", "greater"],
        ["z may be 0, and 2*z is then z", twice(zeroable), zeroable, "unknown", "atLeast"],
        ["h may be 1", h, n(1), "unknown", "atLeast"],
        ["h is never 0", h, n(0), "different", "greater"],
        ["h is never negative", h, n(-3), "different", "greater"],
        ["two sizes", h, w, "unknown", "unknown"],
        ["two sizes of one name", h, symbol("h"), "unknown", "unknown"],
        ["even and odd", twice(h), add(twice(w), n(1)), "different", "unknown"],
        ["multiples of 3 and what is never one", scale(h, 3, 1), add(scale(w, 6, 1), n(2)), "different", "unknown"],
        ["6*h*w is at least 6*h", scale(h, 3, 1), scale(multiply(h, w), 6, 1), "different", "less"],
        ["a product of sizes is at least each", multiply(h, w), h, "unknown", "atLeast"],
        ["h*w + h is more than w", add(multiply(h, w), h), w, "different", "greater"],
        ["a half may be exact", half(h), floorDivide(h, n(2)), "unknown", "atLeast"],
        ["a half never is one more", add(floorDivide(h, n(2)), n(1)), half(h), "different", "greater"],
        ["a half is less", half(h), h, "different", "less"],
        ["twice a rounded half", twice(floorDivide(h, n(2))), h, "unknown", "atMost"],
        ["twice a rounded half and two", add(twice(floorDivide(h, n(2))), n(2)), h, "different", "greater"],
        ["the two halves of a split", ceilDivide(h, n(2)), subtract(h, floorDivide(h, n(2))), "equal", "equal"],
        [
            "two even numbers apart",
            twice(floorDivide(h, n(2))),
            add(twice(floorDivide(w, n(2))), n(1)),
            "different",
            "unknown",
        ],
        [
            "a square is even or odd as its root",
            floorDivide(multiply(h, add(h, n(1))), n(2)),
            half(multiply(h, add(h, n(1)))),
            "equal",
            "equal",
        ],
        ["a maximum against a smaller number", maximum(h, n(5)), n(4), "different", "greater"],
        ["a maximum against its own bound", maximum(h, n(5)), n(5), "unknown", "atLeast"],
        ["a minimum against a greater number", minimum(h, n(5)), n(6), "different", "less"],
        ["a maximum of two is at most their sum less one", maximum(h, w), add(h, w), "different", "less"],
        ["the batch and a number", batch, n(4), "unknown", "unknown"],
        ["the batch and itself, which each run chooses", batch, batch, "unknown", "unknown"],
        ["nothing known", unknown, unknown, "unknown", "unknown"],
    ];
    it.each(cases)("%s", (_, a, b, comparison, order) => {
        expect(compare(a, b)).toBe(comparison);
        expect(compare(b, a)).toBe(comparison);
        expect(compareOrder(a, b)).toBe(order);
    });

    it("at least: always, never or not known", () => {
        expect(isAtLeast(h, n(1))).toBe("always");
        expect(isAtLeast(subtract(n(0), h), n(0))).toBe("never");
        expect(isAtLeast(subtract(h, n(6)), n(1))).toBe("unknown");
        expect(isAtLeast(batch, n(1))).toBe("unknown");
    });

    it("branches agree on the batch, and never on what is not known", () => {
        expect(identical(batch, batch)).toBe(true);
        expect(identical(unknown, unknown)).toBe(false);
        expect(identical(h, symbol("h"))).toBe(false);
        expect(identical(n(5000), n(5000))).toBe(true);
        expect(identical(h, n(1))).toBe(false);
    });
});

describe("symbols", () => {
    it("are listed once, in the order they were made, at every depth", () => {
        const names = symbolsOf(add(floorDivide(add(w, h), n(2)), maximum(w, n(4)))).map(({ name }) => name);
        expect(names).toEqual(["h", "w"]);
    });

    it("take values", () => {
        const dim = add(floorDivide(h, n(2)), maximum(w, n(4)));
        expect(substitute(dim, ({ name }) => (name === "h" ? 9 : 3))).toBe(8);
        expect(substitute(half(h), () => 3)).toBe(1.5);
        expect(substitute(batch, () => 1)).toBeUndefined();
    });
});

describe("what makes a number a size", () => {
    const cases: [name: string, asSize: (x: Dim) => Dim, a: (x: Dim) => Dim, b: (x: Dim) => Dim, comparison: string][] = [
        ["nothing", () => n(1), twice, (x) => x, "unknown"],
        ["itself", (x) => x, twice, (x) => x, "different"],
        ["its half: it is 2 or more", half, (x) => x, () => n(1), "different"],
        ["its half, rounded down", (x) => floor(half(x)), (x) => floor(half(x)), (x) => x, "different"],
        ["its double: it is more than 0, but may be a fraction", twice, (x) => scale(x, 4, 1), twice, "different"],
        ["its double is not known to be 3", twice, (x) => scale(x, 6, 1), () => n(3), "unknown"],
        ["its double, which may be odd", twice, twice, (x) => add(scale(x, 4, 1), n(1)), "different"],
        ["its double, which need not be even", twice, twice, () => n(3), "unknown"],
        ["one more than itself tells nothing", (x) => add(x, n(1)), twice, (x) => x, "unknown"],
        ["less than nothing is never told", (x) => scale(x, -1, 1), twice, (x) => x, "unknown"],
    ];
    it.each(cases)("%s", (_, asSize, a, b, comparison) => {
        const x = unprovenSymbol("x");
        assumeSize(asSize(x));
        expect(compare(a(x), b(x))).toBe(comparison);
    });
});

describe("leadingRatio", () => {
    const cases: [name: string, a: Dim, b: Dim, ratio: [number, number] | undefined][] = [
        ["the founding example", twice(h), subtract(h, n(6)), [2, 1]],
        ["a rounded half counts as a half", h, floorDivide(subtract(h, n(7)), n(2)), [2, 1]],
        ["a rounded half above", floorDivide(h, n(2)), h, [1, 2]],
        ["a product", multiply(twice(h), twice(w)), multiply(h, w), [4, 1]],
        ["two sizes grow apart", h, w, undefined],
        ["a sum that is a multiple", scale(add(h, w), 3, 1), add(h, add(w, n(1))), [3, 1]],
        ["a sum that is none", add(twice(h), w), add(h, w), undefined],
        ["a number does not grow", n(8), h, undefined],
    ];
    it.each(cases)("%s", (_, a, b, ratio) => {
        const expected = ratio && { numerator: ratio[0], denominator: ratio[1] };
        expect(leadingRatio(a, b)).toEqual(expected);
    });
});
