/**
 * TensorFlow.js believes whatever output shape a transposed convolution declares. Here is what "reported" must mean:
 * the library throws, or gives NaN, or the ordinary convolution of the declared shape does not give the input's shape.
 */
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { applyTo, faultsOf, specOf, toDatum } from "./compare.js";

interface Call {
    readonly input: readonly number[];
    readonly filter: readonly number[];
    readonly declared: readonly number[];
    readonly strides: unknown;
    readonly pad: unknown;
    readonly mode?: string | undefined;
}

/** No zeros and no repetition, so that a wrong result is not right by chance. */
function positive(shape: readonly number[]): tf.Tensor {
    return tf.randomUniform([...shape], 0.5, 1.5, "float32", 7);
}

/** The functions take tensors of a rank that depends on the call, which their types cannot say. */
const library = tf as unknown as Readonly<Record<string, (...args: unknown[]) => tf.Tensor>>;

function isWrong(spatial: 2 | 3, { input, filter, declared, strides, pad, mode }: Call): boolean {
    return tf.tidy(() => {
        try {
            const x = positive(input);
            const w = positive(filter);
            const extra = spatial === 2 ? [mode] : [];
            const y = library[`conv${spatial}dTranspose`]!(x, w, declared, strides, pad, ...extra);
            if (y.dataSync().some(Number.isNaN)) {
                return true;
            }
            const forwardExtra = spatial === 2 ? ["NHWC", 1, mode] : [];
            const back = library[`conv${spatial}d`]!(positive(declared), w, strides, pad, ...forwardExtra);
            return back.shape.join() !== input.join();
        } catch {
            return true;
        }
    });
}

function reported(spatial: 2 | 3, { input, filter, declared, strides, pad, mode }: Call, method = false): boolean {
    const args = [positive(input), positive(filter), declared, strides, pad, mode].map((arg) => toDatum(arg));
    return faultsOf(applyTo(specOf(`conv${spatial}dTranspose`, method), args)).length > 0;
}

function contradictions(spatial: 2 | 3, calls: Iterable<Call>): { readonly compared: number; readonly wrong: number; readonly different: readonly string[] } {
    let compared = 0;
    let wrong = 0;
    const different: string[] = [];
    for (const call of calls) {
        const expected = isWrong(spatial, call);
        const found = tf.tidy(() => reported(spatial, call));
        compared++;
        wrong += expected ? 1 : 0;
        if (expected !== found) {
            different.push(`${JSON.stringify(call)}: the library is ${expected ? "wrong" : "right"}, ${found ? "reported" : "not reported"}`);
        }
    }
    return { compared, wrong, different };
}

const pads2d: readonly unknown[] = ["same", "valid", 0, 1, 2, [[0, 0], [1, 1], [1, 1], [0, 0]], [[0, 0], [1, 0], [0, 2], [0, 0]]];

function* squares(): Generator<Call> {
    for (const i of [1, 2, 3, 4]) {
        for (const k of [1, 2, 3, 4]) {
            for (const s of [1, 2, 3]) {
                for (const pad of pads2d) {
                    for (let o = 1; o <= 13; o++) {
                        yield { input: [1, i, i, 1], filter: [k, k, 1, 1], declared: [1, o, o, 1], strides: s, pad };
                    }
                }
            }
        }
    }
}

/** Each axis by itself: lengths, kernels and strides differ. */
function* oblongs(): Generator<Call> {
    for (const [h, w] of [[2, 3], [3, 2]] as const) {
        for (const [kh, kw] of [[3, 2], [2, 3], [5, 3], [1, 4]] as const) {
            for (const strides of [[1, 2], [2, 1], [2, 3]]) {
                for (const pad of pads2d) {
                    for (let oh = 2; oh <= 7; oh++) {
                        for (let ow = 2; ow <= 8; ow++) {
                            yield { input: [1, h, w, 1], filter: [kh, kw, 1, 1], declared: [1, oh, ow, 1], strides, pad };
                        }
                    }
                }
            }
        }
    }
}

function* rounded(): Generator<Call> {
    for (const mode of ["floor", "ceil", "round"]) {
        for (const pad of ["same", 0, 1, [[0, 0], [1, 0], [0, 2], [0, 0]]]) {
            for (const k of [2, 3]) {
                for (const s of [1, 2, 3, 4]) {
                    for (let o = 1; o <= 12; o++) {
                        yield { input: [1, 3, 3, 1], filter: [k, k, 1, 1], declared: [1, o, o, 1], strides: s, pad, mode };
                    }
                }
            }
        }
    }
}

/** Batches, channels and ranks, with lengths that are right. */
function* others(): Generator<Call> {
    for (const batch of [1, 2, 3]) {
        for (const [filters, depth] of [[1, 1], [2, 3], [3, 2]] as const) {
            for (const declaredBatch of [1, 2, 3]) {
                for (const channels of [1, 2, 3]) {
                    const filter = [3, 3, filters, depth];
                    yield { input: [batch, 2, 2, 3], filter, declared: [declaredBatch, 4, 4, channels], strides: 2, pad: "same" };
                    yield { input: [2, 2, 3], filter, declared: [4, 4, channels], strides: 2, pad: "same" };
                    yield { input: [2, 2, 3], filter, declared: [declaredBatch, 4, 4, channels], strides: 2, pad: "same" };
                    yield { input: [batch, 2, 2, 3], filter, declared: [4, 4, channels], strides: 2, pad: "same" };
                }
            }
        }
    }
}

/** Arguments in forms that other libraries use. (With a stride of 0 the library does not come back.) */
function* forms(): Generator<Call> {
    for (const strides of [1, 2, [2, 2], [1, 2], [1, 2, 2, 1], [1, 1, 1, 1], [2, 2, 2], [2], -1, 1.5, "same", undefined]) {
        for (const pad of ["same", "valid", "SAME", 2, [1, 1], [2, 2], undefined]) {
            for (const o of [4, 7, 8, 9, 10]) {
                for (const p of [4, 8]) {
                    yield { input: [1, 4, 4, 1], filter: [3, 3, 1, 1], declared: [1, o, p, 1], strides, pad };
                }
            }
        }
    }
    for (const declared of [[], [8], [8, 8], [1, 8, 8], [1, 8, 8, 1, 1], [-1, 8, 8, 1], [1, 0, 0, 1], [0, 8, 8, 1]]) {
        yield { input: [1, 4, 4, 1], filter: [3, 3, 1, 1], declared, strides: 2, pad: "same" };
    }
}

describe("conv2dTranspose", () => {
    test.each([
        ["square inputs, kernels and strides", squares, 4000],
        ["each axis by itself", oblongs, 4000],
        ["dimRoundingMode", rounded, 1000],
        ["batch, channels and rank", others, 200],
        ["other forms of the arguments", forms, 500],
    ] as const)("is reported exactly where the result is wrong: %s", (_, calls, least) => {
        const { compared, wrong, different } = contradictions(2, calls());
        expect(different.slice(0, 10)).toEqual([]);
        expect(compared).toBeGreaterThan(least);
        expect(wrong).toBeGreaterThan(0);
        expect(wrong).toBeLessThan(compared);
    });

    test("as a method", () => {
        const call: Call = { input: [1, 4, 4, 1], filter: [3, 3, 1, 1], declared: [1, 8, 8, 1], strides: 1, pad: "same" };
        expect(reported(2, call, true)).toBe(true);
        expect(reported(2, { ...call, strides: 2 }, true)).toBe(false);
    });
});

function* cubes(): Generator<Call> {
    for (const i of [1, 2, 3]) {
        for (const k of [1, 2, 3]) {
            for (const s of [1, 2]) {
                for (const pad of ["same", "valid", 0, 1]) {
                    for (let o = 1; o <= 7; o++) {
                        yield { input: [1, i, i, i, 1], filter: [k, k, k, 1, 1], declared: [1, o, o, o, 1], strides: s, pad };
                    }
                }
            }
        }
    }
}

function* boxes(): Generator<Call> {
    for (const strides of [[1, 2, 1], [2, 1, 3], [1, 2, 2, 2, 1]]) {
        for (const pad of ["same", "valid", 1, [[0, 0], [1, 1], [1, 1], [1, 1], [0, 0]]]) {
            for (const [a, b, c] of [[2, 4, 3], [4, 3, 6], [3, 3, 8], [5, 4, 7], [3, 5, 3], [2, 5, 4], [2, 3, 6]] as const) {
                for (const [batch, channels] of [[1, 2], [2, 2], [1, 1]] as const) {
                    yield { input: [1, 2, 2, 3, 3], filter: [2, 3, 1, 2, 3], declared: [batch, a, b, c, channels], strides, pad };
                    yield { input: [2, 2, 3, 3], filter: [2, 3, 1, 2, 3], declared: [a, b, c, channels], strides, pad };
                }
            }
        }
    }
}

/** Every length on every axis, with another kernel and stride on each. */
function* blocks(): Generator<Call> {
    for (const strides of [[1, 2, 3], [3, 1, 2], 2]) {
        for (const pad of ["same", "valid", 0, 1, [[0, 0], [1, 0], [0, 2], [1, 1], [0, 0]]]) {
            for (let a = 1; a <= 7; a++) {
                for (let b = 1; b <= 7; b++) {
                    for (let c = 1; c <= 7; c++) {
                        yield { input: [1, 2, 1, 3, 1], filter: [3, 2, 1, 1, 1], declared: [1, a, b, c, 1], strides, pad };
                    }
                }
            }
        }
    }
}

/** Batches, channels and ranks, with lengths that are right. */
function* otherBlocks(): Generator<Call> {
    for (const batch of [1, 2]) {
        for (const [filters, depth] of [[1, 1], [2, 3], [3, 2]] as const) {
            for (const declaredBatch of [1, 2]) {
                for (const channels of [1, 2, 3]) {
                    const filter = [3, 3, 3, filters, depth];
                    yield { input: [batch, 2, 2, 2, 3], filter, declared: [declaredBatch, 4, 4, 4, channels], strides: 2, pad: "same" };
                    yield { input: [2, 2, 2, 3], filter, declared: [4, 4, 4, channels], strides: 2, pad: "same" };
                    yield { input: [2, 2, 2, 3], filter, declared: [declaredBatch, 4, 4, 4, channels], strides: 2, pad: "same" };
                    yield { input: [batch, 2, 2, 2, 3], filter, declared: [4, 4, 4, channels], strides: 2, pad: "same" };
                }
            }
        }
    }
}

describe("conv3dTranspose", () => {
    test.each([
        ["cubes", cubes, 450],
        ["every length on every axis", blocks, 5000],
        ["batch, channels and rank", otherBlocks, 100],
        ["each axis by itself", boxes, 200],
    ] as const)("is reported exactly where the result is wrong: %s", (_, calls, least) => {
        const { compared, wrong, different } = contradictions(3, calls());
        expect(different.slice(0, 10)).toEqual([]);
        expect(compared).toBeGreaterThan(least);
        expect(wrong).toBeGreaterThan(0);
        expect(wrong).toBeLessThan(compared);
    });
});
