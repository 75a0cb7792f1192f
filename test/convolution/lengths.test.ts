import { describe, expect, it } from "vitest";
import { forwardLength, inferredLength, keras1Length, paddedLength } from "../../src/convolution/lengths.js";
import { legalLengths } from "../../src/convolution/legal.js";
import { effectiveKernel, type Padding, type Window } from "../../src/convolution/window.js";
import {
    batch,
    compare,
    constant,
    type Dim,
    print,
    scale,
    subtract,
    substitute,
    symbol,
    unknown,
} from "../../src/shapes/dim.js";
import {
    causal,
    countOutputs,
    describeWindow,
    explicit,
    full,
    same,
    unstrided,
    upTo,
    valid,
    windows,
} from "./brute-force.js";

const n = constant;
const h = symbol("h");

function window(kernel: number, stride: number, padding: Padding, dilation = 1): Window {
    return { kernel: n(kernel), stride: n(stride), dilation: n(dilation), padding };
}

describe("forwardLength", () => {
    it("is the number of places the window fits, for every window and padding up to 12", () => {
        const wrong: string[] = [];
        for (const plain of windows({ k: 12, d: 12, pad: 12 })) {
            for (const s of upTo(12)) {
                for (const length of [1, 2, 11, 12, 40]) {
                    const expected = countOutputs(length, s, plain);
                    const actual = forwardLength(n(length), { ...unstrided(plain), stride: n(s) });
                    // Where the window never fits, there is no output: the formula goes on below zero.
                    const agrees =
                        actual.kind === "constant" && (expected > 0 ? actual.value === expected : actual.value <= 0);
                    if (!agrees) wrong.push(`${length} stride ${s} ${describeWindow(plain)}`);
                }
            }
        }
        expect(wrong).toEqual([]);
    });

    it("of a symbol agrees with numbers", () => {
        for (const plain of windows({ k: 4, d: 2, pad: 3 })) {
            for (const s of upTo(5)) {
                const strided = { ...unstrided(plain), stride: n(s) };
                const symbolic = forwardLength(h, strided);
                for (const length of upTo(20)) {
                    expect(n(substitute(symbolic, () => length)!)).toEqual(forwardLength(n(length), strided));
                }
            }
        }
    });

    const cases: [name: string, input: Dim, window: Window, text: string][] = [
        ["the founding convolution", h, window(7, 1, valid), "h - 6"],
        ["a strided one", h, window(7, 2, valid), "floor((h - 7)/2) + 1"],
        ["a kernel too large goes below zero", n(4), window(9, 1, valid), "-4"],
        ["a dilated kernel", n(10), window(3, 1, valid, 3), "4"],
        ["same divides", scale(h, 2, 1), window(3, 2, same), "h"],
        ["causal counts as same", n(20), window(5, 1, causal), "20"],
        ["the batch stays", batch, window(3, 1, same), "null"],
        ["a kernel not known", n(8), { ...window(3, 1, valid), kernel: unknown }, "?"],
        ["a kernel not known does not matter for same", n(8), { ...window(3, 1, same), kernel: unknown }, "8"],
        ["a stride of 0 makes no length", n(8), window(3, 0, valid), "?"],
        ["a symbolic kernel", n(8), { ...window(3, 1, valid), kernel: h }, "9 - h"],
    ];
    it.each(cases)("%s", (_, input, on, text) => {
        expect(print(forwardLength(input, on))).toBe(text);
    });
});

describe("effectiveKernel", () => {
    it("spreads the kernel", () => {
        expect(
            [effectiveKernel(n(3), n(1)), effectiveKernel(n(3), n(4)), effectiveKernel(n(1), n(5))].map(print)
        ).toEqual(["3", "9", "1"]);
    });
});

describe("inferredLength", () => {
    it("is legal wherever a library picks it", () => {
        for (const padding of [valid, same, full]) {
            for (const k of upTo(12)) {
                for (const s of upTo(12)) {
                    for (const i of upTo(12)) {
                        const picked = inferredLength(n(i), window(k, s, padding));
                        const range = legalLengths(n(i), window(k, s, padding));
                        expect(range && compare(forwardLength(picked, window(k, s, padding)), n(i))).toBe("equal");
                    }
                }
            }
        }
    });

    const cases: [name: string, input: Dim, window: Window, text: string][] = [
        ["valid: the greatest kernel or stride ends it", n(4), window(3, 2, valid), "9"],
        ["valid: a stride above the kernel", n(4), window(2, 3, valid), "12"],
        ["same multiplies", h, window(3, 2, same), "2*h"],
        ["full takes the borders off", n(4), window(3, 2, full), "5"],
        ["valid, symbolic", subtract(h, n(6)), window(7, 2, valid), "2*h - 7"],
        ["dilated: Keras counts the holes", n(4), window(3, 1, valid, 2), "8"],
        ["explicit padding: no library infers", n(4), window(3, 2, explicit(1, 1)), "?"],
        ["causal: no library infers", n(4), window(3, 2, causal), "?"],
    ];
    it.each(cases)("%s", (_, input, on, text) => {
        expect(print(inferredLength(input, on))).toBe(text);
    });
});

describe("paddedLength", () => {
    // Keras 2.3 conv_utils.py, deconv_length; each row worked by hand from its source.
    const cases: [name: string, window: Window, outputPadding: number, text: string][] = [
        ["valid: (4 - 1) * 2 + 3 + 1", window(3, 2, valid), 1, "10"],
        ["same: (4 - 1) * 2 + 3 - 2 + 1", window(3, 2, same), 1, "8"],
        ["same without: 7 of the legal 7 and 8", window(3, 2, same), 0, "7"],
        ["same, even kernel: (4 - 1) * 2 + 4 - 4", window(4, 2, same), 0, "6"],
        ["full: (4 - 1) * 2 + 3 - 4", window(3, 2, full), 0, "5"],
        ["dilated: (4 - 1) * 1 + 5", window(3, 1, valid, 2), 0, "8"],
        ["explicit padding: no library has both", window(3, 2, explicit(1, 1)), 0, "?"],
    ];
    it.each(cases)("%s", (_, on, outputPadding, text) => {
        expect(print(paddedLength(n(4), on, n(outputPadding)))).toBe(text);
    });
});

describe("keras1Length", () => {
    const cases: [name: string, window: Window, text: string][] = [
        ["valid: (h - 1) * 2 + 7", window(7, 2, valid), "2*h + 5"],
        ["same: (h - 1) * 2 - 6 + 7", window(7, 2, same), "2*h - 1"],
        ["full: (h - 1) * 2 - 12 + 7", window(7, 2, full), "2*h - 7"],
        ["no dilation: Keras 1 has none here", window(7, 2, valid, 3), "2*h + 5"],
    ];
    it.each(cases)("%s", (_, on, text) => {
        expect(print(keras1Length(h, on))).toBe(text);
    });
});
