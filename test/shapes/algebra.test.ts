import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
    add,
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
    maximum,
    minimum,
    modulo,
    multiply,
    print,
    printSource,
    round,
    scale,
    type SizeSymbol,
    substitute,
    subtract,
    symbol,
} from "../../src/shapes/dim.js";

/** A dimension beside the arithmetic it stands for. Fractions are halves and quarters, so the numbers are exact. */
interface Sample {
    readonly dim: Dim;
    readonly value: (sizes: Sizes) => number;
}

type Sizes = Readonly<Record<string, number>>;

const names = ["h", "w", "c"] as const;
const symbols: Sample[] = names.map((name) => ({
    // c may be zero.
    dim: symbol(name, name === "c" ? 0 : 1),
    value: (sizes) => sizes[name]!,
}));
const sizes: fc.Arbitrary<Sizes> = fc.record({
    h: fc.integer({ min: 1, max: 24 }),
    w: fc.integer({ min: 1, max: 24 }),
    c: fc.integer({ min: 0, max: 24 }),
});
const manySizes = fc.array(sizes, { minLength: 20, maxLength: 20 });
const small = fc.integer({ min: -9, max: 12 });
const divisor = fc.integer({ min: 1, max: 6 });

type Binary = readonly [operate: (a: Dim, b: Dim) => Dim, calculate: (a: number, b: number) => number];
type Unary = readonly [operate: (a: Dim, by: number) => Dim, calculate: (a: number, by: number) => number];

const binary: Binary[] = [
    [add, (a, b) => a + b],
    [subtract, (a, b) => a - b],
    [multiply, (a, b) => a * b],
    [maximum, Math.max],
    [minimum, Math.min],
];
const unary: Unary[] = [
    [(a, by) => floorDivide(a, constant(by)), (a, by) => Math.floor(a / by)],
    [(a, by) => ceilDivide(a, constant(by)), (a, by) => Math.ceil(a / by)],
    [(a, by) => modulo(a, constant(by)), (a, by) => a % by],
    [(a) => scale(a, 1, 2), (a) => a / 2],
    [(a, by) => scale(a, by, 4), (a, by) => (a * by) / 4],
    [(a) => floor(divide(a, constant(2))), (a) => Math.floor(a / 2)],
    [(a) => ceil(divide(a, constant(4))), (a) => Math.ceil(a / 4)],
    [(a) => round(divide(a, constant(4))), (a) => Math.round(a / 4)],
    [(a) => add(floor(a), constant(1)), (a) => Math.floor(a) + 1],
];

const sample: fc.Arbitrary<Sample> = fc.letrec<{ node: Sample }>((tie) => ({
    node: fc.oneof(
        { maxDepth: 5, depthSize: "small" },
        fc.oneof(
            fc.constantFrom(...symbols),
            small.map((value) => ({ dim: constant(value), value: () => value }))
        ),
        fc.tuple(fc.constantFrom(...binary), tie("node"), tie("node")).map(([[operate, calculate], a, b]) => ({
            dim: operate(a.dim, b.dim),
            value: (at: Sizes) => calculate(a.value(at), b.value(at)),
        })),
        fc.tuple(fc.constantFrom(...unary), tie("node"), divisor).map(([[operate, calculate], a, by]) => ({
            dim: operate(a.dim, by),
            value: (at: Sizes) => calculate(a.value(at), by),
        }))
    ),
})).node;

const numRuns = 1000;
const at =
    (values: Sizes) =>
    ({ name }: SizeSymbol): number =>
        values[name]!;

/** `h/2` as JavaScript reads it. */
function readBack(text: string, values: Sizes): number {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const evaluate = new Function(...names, "floor", "max", "min", `return ${text};`) as (...args: unknown[]) => number;
    return evaluate(...names.map((name) => values[name]), Math.floor, Math.max, Math.min);
}

describe("arithmetic on random expressions", () => {
    it("agrees with numbers", () => {
        fc.assert(
            fc.property(sample, manySizes, ({ dim, value }, all) => {
                if (dim.kind === "unknown") return;
                // 0 and -0 are one size.
                for (const values of all) expect(substitute(dim, at(values))! + 0).toBe(value(values) + 0);
            }),
            { numRuns }
        );
    });

    it("stays known for most of them", () => {
        const known = fc.sample(sample, { numRuns, seed: 7 }).filter(({ dim }) => dim.kind !== "unknown");
        expect(known.length).toBeGreaterThan(numRuns * 0.7);
    });

    it("has one form whatever the order", () => {
        fc.assert(
            fc.property(sample, sample, sample, ({ dim: a }, { dim: b }, { dim: c }) => {
                const same: [Dim, Dim][] = [
                    [add(a, b), add(b, a)],
                    [multiply(a, b), multiply(b, a)],
                    [add(add(a, b), c), add(a, add(b, c))],
                    [multiply(add(a, b), c), add(multiply(a, c), multiply(b, c))],
                    [subtract(add(a, b), b), a],
                    [scale(scale(a, 1, 2), 2, 1), a],
                    [floor(floor(a)), floor(a)],
                    [maximum(a, b), maximum(b, a)],
                ];
                for (const [left, right] of same) {
                    if (left.kind === "unknown" || right.kind === "unknown") continue;
                    expect(print(left)).toBe(print(right));
                    expect(identical(left, right)).toBe(true);
                }
            }),
            { numRuns: 400 }
        );
    });

    it("prints what reads back", () => {
        fc.assert(
            fc.property(sample, sizes, ({ dim }, values) => {
                if (dim.kind === "unknown") return;
                const expected = substitute(dim, at(values))!;
                expect(readBack(print(dim), values)).toBeCloseTo(expected, 6);
                expect(readBack(printSource(dim)!, values)).toBeCloseTo(expected, 6);
            }),
            { numRuns }
        );
    });
});

describe("comparison of random expressions", () => {
    const orders = {
        less: (a: number, b: number) => a < b,
        atMost: (a: number, b: number) => a <= b,
        equal: (a: number, b: number) => a === b,
        atLeast: (a: number, b: number) => a >= b,
        greater: (a: number, b: number) => a > b,
        unknown: () => true,
    };

    const contradictsNothing = (a: Sample, b: Sample, all: readonly Sizes[]): void => {
        if (a.dim.kind === "unknown" || b.dim.kind === "unknown") return;
        const comparison = compare(a.dim, b.dim);
        const order = orders[compareOrder(a.dim, b.dim)];
        const least = isAtLeast(a.dim, b.dim);
        for (const values of all) {
            const left = a.value(values);
            const right = b.value(values);
            if (comparison !== "unknown") expect(left === right).toBe(comparison === "equal");
            expect(order(left, right)).toBe(true);
            if (least !== "unknown") expect(left >= right).toBe(least === "always");
        }
    };

    it("never contradicts numbers", () => {
        fc.assert(fc.property(sample, sample, manySizes, contradictsNothing), { numRuns });
    });

    it("never contradicts numbers where the two are close", () => {
        const near = fc
            .tuple(sample, fc.constantFrom(...unary), divisor, small)
            .map(([a, [operate, calculate], by, offset]) => {
                const b: Sample = {
                    dim: add(scale(operate(a.dim, by), by, 1), constant(offset)),
                    value: (values) => calculate(a.value(values), by) * by + offset,
                };
                return [a, b] as const;
            });
        fc.assert(
            fc.property(near, manySizes, ([a, b], all) => {
                contradictsNothing(a, b, all);
            }),
            { numRuns }
        );
    });
});
