/** How windows of deconvolutions overlap, against what TensorFlow.js makes of ones; and the picture of it. */
import fs from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { countsAlong, drawing, drawings } from "../../scripts/draw-checkerboard.mjs";
import { contributions, evenKernels, isEven } from "../../src/convolution/overlap.js";

beforeAll(() => tf.setBackend("cpu"));

const length = 20;
const windows = [1, 2, 3, 4, 5, 6, 7].flatMap((kernel) => [1, 2, 3, 4].map((stride) => ({ kernel, stride })));

/** Of `length` inputs of 1 and a kernel of ones: each output is the number of inputs that reach it. */
function realCounts(kernel: number, stride: number): number[] {
    const layer = tf.layers.conv2dTranspose({ filters: 1, kernelSize: [kernel, 1], strides: [stride, 1], kernelInitializer: "ones", useBias: false });
    return [...(layer.apply(tf.ones([1, length, 1, 1])) as tf.Tensor).dataSync()].slice(0, (length - 1) * stride + kernel);
}

describe.each(windows)("a kernel of $kernel with strides $stride", ({ kernel, stride }) => {
    it("is drawn as TensorFlow.js computes it", () => {
        expect(countsAlong(kernel, stride, length)).toEqual(realCounts(kernel, stride));
    });

    it("goes on away from the edges as it is said to", () => {
        const counts = contributions(kernel, stride);
        const middle = realCounts(kernel, stride).slice(2 * kernel, 2 * kernel + stride);
        expect([...counts].sort()).toEqual(middle.sort());
        expect(isEven(counts)).toBe(kernel % stride === 0);
    });

    it("has even kernels beside it, the nearest first", () => {
        const even = evenKernels(kernel, stride);
        const off = even.map((other) => Math.abs(other - kernel));
        expect(even.map((other) => other % stride)).toEqual(even.map(() => 0));
        expect(off).toEqual([...off].sort((a, b) => a - b));
        expect(off[0]).toBeLessThan(stride);
    });
});

it("with a dilation that shares a factor with the stride, some outputs are never reached", () => {
    expect(contributions(4, 2, 2)).toEqual([4, 0]);
    expect(evenKernels(4, 2, 2)).toEqual([]);
    expect(contributions(4, 2, 3)).toEqual([2, 2]);
});

it.each(drawings)("the %s picture is what `node scripts/draw-checkerboard.mjs` writes", (name) => {
    const file = path.resolve(import.meta.dirname, `../../docs/rules/deconv-checkerboard-${name}.svg`);
    expect(fs.readFileSync(file, "utf8")).toBe(drawing(name));
});
