import { describe, expect, it } from "vitest";
import {
    impliedStride,
    impliedStrides,
    type ImpliedStride,
    type Unstrided,
} from "../../src/convolution/implied-stride.js";
import type { Padding } from "../../src/convolution/window.js";
import { add, batch, constant, type Dim, floorDivide, scale, subtract, symbol, unknown } from "../../src/shapes/dim.js";
import {
    countOutputs,
    describeWindow,
    explicit,
    type Plain,
    same,
    unstrided,
    upTo,
    valid,
    windows,
} from "./brute-force.js";

const n = constant;
const h = symbol("h");
const w = symbol("w");

function window(kernel: number, padding: Padding): Unstrided {
    return { kernel: n(kernel), dilation: n(1), padding };
}

const mostStride = 60;

/** The range of lengths each stride can make of `input`, by trying all of them. */
function rangesOf(input: number, plain: Plain): { least: number; most: number }[] {
    return upTo(mostStride).map((s) => {
        // Legal lengths lie near input * s; one round further on either side is far enough.
        const centre = input * s;
        const reach = 2 * s + plain.k * plain.d + 8;
        let least = Infinity;
        let most = -Infinity;
        for (let o = centre - reach; o <= centre + reach; o++) {
            if (countOutputs(o, s, plain) !== input) continue;
            least = Math.min(least, o);
            most = o;
        }
        return { least, most };
    });
}

/** The definition, word for word. */
function search(declared: number, input: number, ranges: readonly { least: number; most: number }[]): ImpliedStride {
    const legal = upTo(mostStride).filter((s) => ranges[s - 1]!.least <= declared && declared <= ranges[s - 1]!.most);
    if (legal.length > 0) {
        const only = legal.length === 1 ? legal[0] : legal.find((s) => s * input === declared);
        return only === undefined ? { kind: "none" } : { kind: "exact", stride: only };
    }
    const distances = ranges.map(({ least, most }) => Math.max(least - declared, declared - most));
    const nearest = Math.min(...distances);
    const stride = distances.indexOf(nearest) + 1;
    return distances.lastIndexOf(nearest) + 1 === stride ? { kind: "nearest", stride } : { kind: "none" };
}

describe("impliedStride", () => {
    it("is what a search over all strides finds", () => {
        const wrong: string[] = [];
        for (const plain of windows({ k: 5, d: 2, pad: 3 })) {
            for (const i of [1, 2, 3, 4, 7]) {
                const ranges = rangesOf(i, plain);
                for (const o of upTo(36)) {
                    const actual = impliedStride(n(o), n(i), unstrided(plain));
                    const expected = search(o, i, ranges);
                    if (JSON.stringify(actual) !== JSON.stringify(expected)) {
                        wrong.push(`${o} from ${i} ${describeWindow(plain)}: ${JSON.stringify({ actual, expected })}`);
                    }
                }
            }
        }
        expect(wrong).toEqual([]);
    });

    it("needs no search: lengths of a thousand million", () => {
        expect(impliedStride(n(2_000_000_000), n(1_000_000_000), window(3, same))).toEqual({
            kind: "exact",
            stride: 2,
        });
        expect(impliedStride(n(1_000_000_000), n(2), window(3, same))).toEqual({ kind: "exact", stride: 500_000_000 });
    });

    const cases: [name: string, declared: Dim, input: Dim, window: Unstrided, implied: ImpliedStride][] = [
        ["twice the length", n(8), n(4), window(3, same), { kind: "exact", stride: 2 }],
        ["an odd length is legal too", n(7), n(4), window(3, same), { kind: "exact", stride: 2 }],
        ["a valid length", n(9), n(4), window(3, valid), { kind: "exact", stride: 2 }],
        ["no valid stride makes 14 of 7; 15 is nearest", n(14), n(7), window(3, valid), { kind: "nearest", stride: 2 }],
        ["a length no stride reaches down to", n(4), n(10), window(3, same), { kind: "nearest", stride: 1 }],
        ["between two strides", n(25), n(11), window(3, valid), { kind: "nearest", stride: 2 }],
        [
            "from 1 any stride from 4 on makes 4, and 4 is four times 1",
            n(4),
            n(1),
            window(3, same),
            { kind: "exact", stride: 4 },
        ],
        [
            "from 2 strides 3, 4 and 5 make 6: it is three times 2",
            n(6),
            n(2),
            window(1, same),
            { kind: "exact", stride: 3 },
        ],
        ["from 2 strides 4, 5 and 6 make 7, and none is 7/2", n(7), n(2), window(1, same), { kind: "none" }],
        ["from 1 a kernel of 5 never makes 3, whatever the stride", n(3), n(1), window(5, valid), { kind: "none" }],
        ["explicit padding", n(8), n(4), window(4, explicit(1, 1)), { kind: "exact", stride: 2 }],
        ["the founding example", scale(h, 2, 1), subtract(h, n(6)), window(7, valid), { kind: "nearest", stride: 2 }],
        [
            "its other half",
            subtract(scale(h, 2, 1), n(7)),
            subtract(h, n(6)),
            window(7, valid),
            { kind: "exact", stride: 2 },
        ],
        ["same padding", scale(h, 2, 1), h, window(7, same), { kind: "exact", stride: 2 }],
        [
            "through a rounded half",
            h,
            add(floorDivide(subtract(h, n(3)), n(2)), n(1)),
            window(3, same),
            { kind: "nearest", stride: 2 },
        ],
        ["a constant offset speaks of stride 1", add(h, n(6)), h, window(7, valid), { kind: "exact", stride: 1 }],
        ["three halves are no stride", scale(h, 3, 1), scale(h, 2, 1), window(3, same), { kind: "none" }],
        ["less than the input", h, scale(h, 2, 1), window(3, same), { kind: "none" }],
        ["two sizes", h, w, window(3, same), { kind: "none" }],
        ["a number from a symbol", n(8), h, window(3, same), { kind: "none" }],
        ["the batch", batch, n(4), window(3, same), { kind: "none" }],
        ["nothing known", n(8), unknown, window(3, same), { kind: "none" }],
        ["a length of 0", n(0), n(4), window(3, same), { kind: "none" }],
        ["a negative input", n(8), n(-4), window(3, same), { kind: "none" }],
        ["a kernel not known", n(8), n(4), { ...window(3, valid), kernel: unknown }, { kind: "none" }],
    ];
    it.each(cases)("%s", (_, declared, input, on, implied) => {
        expect(impliedStride(declared, input, on)).toEqual(implied);
    });
});

describe("impliedStrides", () => {
    const axes = [window(3, same), window(3, same)];

    it("is exact where every axis is", () => {
        expect(impliedStrides([n(8), n(12)], [n(4), n(4)], axes)).toEqual({ kind: "exact", strides: [2, 3] });
    });

    it("is nearest where one axis is", () => {
        expect(impliedStrides([n(8), n(2)], [n(4), n(4)], axes)).toEqual({ kind: "nearest", strides: [2, 1] });
    });

    it("is none where one axis has none, or is missing", () => {
        expect(impliedStrides([n(8), unknown], [n(4), n(4)], axes)).toEqual({ kind: "none" });
        expect(impliedStrides([n(8)], [n(4)], axes)).toEqual({ kind: "none" });
        expect(impliedStrides([], [], [])).toEqual({ kind: "none" });
    });
});
