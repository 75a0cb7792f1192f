import { describe, expect, it } from "vitest";
import { isLegal, legalLengths } from "../../src/convolution/legal.js";
import type { Padding, Window } from "../../src/convolution/window.js";
import {
    add,
    batch,
    constant,
    type Dim,
    floorDivide,
    print,
    scale,
    substitute,
    subtract,
    symbol,
    unknown,
} from "../../src/shapes/dim.js";
import { countOutputs, describeWindow, explicit, full, same, unstrided, upTo, valid, windows } from "./brute-force.js";

const n = constant;
const h = symbol("h");
const w = symbol("w");

function window(kernel: number, stride: number, padding: Padding, dilation = 1): Window {
    return { kernel: n(kernel), stride: n(stride), dilation: n(dilation), padding };
}

describe("legal lengths", () => {
    it("are those the convolution takes back, for every window, padding and input up to 12", () => {
        const wrong: string[] = [];
        for (const plain of windows({ k: 12, d: 12, pad: 12 })) {
            for (const s of upTo(12)) {
                const strided = { ...unstrided(plain), stride: n(s) };
                // Every length that an input up to 12 could come from: how many, the first and the last.
                const counts = new Int32Array(13);
                const first = new Int32Array(13);
                const last = new Int32Array(13);
                for (let o = -plain.k * plain.d - s - 13; o <= 13 * s + plain.k * plain.d; o++) {
                    const i = countOutputs(o, s, plain);
                    if (i < 1 || i > 12) continue;
                    if (counts[i] === 0) first[i] = o;
                    counts[i]! += 1;
                    last[i] = o;
                }
                for (const i of upTo(12)) {
                    const { least, most } = legalLengths(n(i), strided)!;
                    const agrees =
                        counts[i] === last[i]! - first[i]! + 1 &&
                        least.kind === "constant" &&
                        least.value === first[i] &&
                        most.kind === "constant" &&
                        most.value === last[i];
                    if (!agrees) wrong.push(`${i} stride ${s} ${describeWindow(plain)}`);
                }
            }
        }
        expect(wrong).toEqual([]);
    });

    it("isLegal draws the line at their ends", () => {
        const wrong: string[] = [];
        for (const plain of windows({ k: 7, d: 2, pad: 5 })) {
            for (const s of upTo(7)) {
                const strided = { ...unstrided(plain), stride: n(s) };
                for (const i of [1, 2, 3, 8]) {
                    for (let o = (i - 3) * s - 6; o <= i * s + 16; o++) {
                        const expected = countOutputs(o, s, plain) === i ? "legal" : "illegal";
                        if (isLegal(n(o), n(i), strided) !== expected)
                            wrong.push(`${o} from ${i} stride ${s} ${describeWindow(plain)}`);
                    }
                }
            }
        }
        expect(wrong).toEqual([]);
    });

    const tables: [name: string, input: Dim, window: Window, range: string][] = [
        ["valid: (i - 1) * s + k', and s - 1 more", h, window(7, 2, valid), "2*h + 5 … 2*h + 6"],
        ["same: (i - 1) * s + 1 to i * s", h, window(7, 3, same), "3*h - 2 … 3*h"],
        ["full: (i - 1) * s + 2 - k' to i * s + 1 - k'", h, window(3, 2, full), "2*h - 3 … 2*h - 2"],
        ["explicit: both paddings off", h, window(3, 2, explicit(1, 0)), "2*h … 2*h + 1"],
        ["explicit, rounded up", h, { ...window(3, 2, explicit(0, 0)), rounding: "ceil" }, "2*h … 2*h + 1"],
        [
            "explicit, rounded: a half goes up",
            h,
            { ...window(3, 4, explicit(0, 0)), rounding: "round" },
            "4*h - 3 … 4*h",
        ],
        ["stride 1 leaves one", h, window(7, 1, valid, 2), "h + 12 … h + 12"],
        ["the founding example, had it stride 2", subtract(h, n(6)), window(7, 2, valid), "2*h - 7 … 2*h - 6"],
        ["a symbolic kernel", n(4), { ...window(3, 2, valid), kernel: h }, "h + 6 … h + 7"],
        ["a symbolic stride", n(4), { ...window(3, 2, same), stride: h }, "3*h + 1 … 4*h"],
    ];
    it.each(tables)("%s", (_, input, on, text) => {
        const range = legalLengths(input, on);
        expect(range && `${print(range.least)} … ${print(range.most)}`).toBe(text);
    });

    it("silent: an input, kernel or stride that is not known", () => {
        expect(legalLengths(batch, window(3, 2, same))).toBeUndefined();
        expect(legalLengths(n(4), { ...window(3, 2, valid), kernel: unknown })).toBeUndefined();
        expect(legalLengths(n(4), window(3, 0, valid))).toBeUndefined();
    });
});

describe("isLegal of symbols", () => {
    it("finds both ends, all between and neither neighbour", () => {
        for (const plain of windows({ k: 4, d: 2, pad: 2 })) {
            for (const s of upTo(4)) {
                const strided = { ...unstrided(plain), stride: n(s) };
                const { least, most } = legalLengths(h, strided)!;
                for (const offset of upTo(s - 1, 0)) expect(isLegal(add(least, n(offset)), h, strided)).toBe("legal");
                expect(isLegal(most, h, strided)).toBe("legal");
                expect(isLegal(subtract(least, n(1)), h, strided)).toBe("illegal");
                expect(isLegal(add(most, n(1)), h, strided)).toBe("illegal");
            }
        }
    });

    it("agrees with numbers through a rounded convolution", () => {
        for (const padding of [valid, same, full]) {
            for (const s of upTo(4)) {
                const input = floorDivide(subtract(h, n(3)), n(2));
                for (const declared of [h, scale(h, 2, 1), subtract(h, n(4)), add(scale(input, s, 1), n(1))]) {
                    const answer = isLegal(declared, input, window(3, s, padding));
                    for (const size of upTo(30)) {
                        const [o, i] = [declared, input].map((dim) => n(substitute(dim, () => size)!));
                        if (answer !== "unknown") expect(isLegal(o!, i!, window(3, s, padding))).toBe(answer);
                    }
                }
            }
        }
    });

    const half = floorDivide(h, n(2));
    const cases: [name: string, declared: Dim, input: Dim, window: Window, answer: string][] = [
        ["the founding example as written", scale(h, 2, 1), subtract(h, n(6)), window(7, 1, valid), "illegal"],
        ["stride 2 does not mend it", scale(h, 2, 1), subtract(h, n(6)), window(7, 2, valid), "illegal"],
        ["stride 2 and 2*h - 6 do", subtract(scale(h, 2, 1), n(6)), subtract(h, n(6)), window(7, 2, valid), "legal"],
        ["same padding and stride 2", scale(h, 2, 1), h, window(7, 2, same), "legal"],
        [
            "back from a rounded half, h is one of both",
            h,
            add(floorDivide(subtract(h, n(2)), n(2)), n(1)),
            window(2, 2, valid),
            "legal",
        ],
        ["silent: h may be odd, and floor(h/2) from same gives h or h + 1", h, half, window(3, 2, same), "unknown"],
        ["silent: h may be w", h, w, window(3, 1, same), "unknown"],
        ["silent: the batch", batch, h, window(3, 1, same), "unknown"],
        ["silent: nothing declared that is known", unknown, h, window(3, 1, same), "unknown"],
    ];
    it.each(cases)("%s", (_, declared, input, on, answer) => {
        expect(isLegal(declared, input, on)).toBe(answer);
    });
});
