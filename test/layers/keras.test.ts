/** Keras cannot be asked here: every expectation is its formula, evaluated by hand. Sources stand in the entries. */
import { describe, expect, test } from "vitest";
import * as keras from "../../src/layers/keras.js";
import type { LayerSpec } from "../../src/layers/spec.js";
import { batch, constant, symbol } from "../../src/shapes/dim.js";
import type { Shape } from "../oracle/recording-tf.js";
import { ask, toShape, type Config } from "./rows.js";

interface Case {
    readonly name: string;
    readonly spec: LayerSpec;
    readonly config: Config;
    readonly input: Shape | Shape[];
    readonly shape?: readonly unknown[];
    readonly params?: number;
    readonly fault?: string;
}

const last = { dataFormat: "channelsLast" };

const cases: readonly Case[] = [
    { name: "full padding", spec: keras.conv2d, config: { filters: 2, kernelSize: 3, padding: "full", ...last }, input: [null, 5, 5, 1], shape: [null, 7, 7, 2], params: 20 },
    { name: "causal padding", spec: keras.conv1d, config: { filters: 2, kernelSize: 3, padding: "causal", strides: 2 }, input: [null, 5, 1], shape: [null, 3, 2] },
    { name: "groups share out the channels", spec: keras.conv2d, config: { filters: 8, kernelSize: 3, groups: 4, ...last }, input: [null, 5, 5, 4], shape: [null, 3, 3, 8], params: 80 },
    { name: "filters that groups do not divide", spec: keras.conv2d, config: { filters: 7, kernelSize: 3, groups: 4, ...last }, input: [null, 5, 5, 4], fault: "option-conflict" },
    { name: "channels that groups do not divide", spec: keras.conv2d, config: { filters: 8, kernelSize: 3, groups: 4, ...last }, input: [null, 5, 5, 3], fault: "not-divisible" },
    { name: "strides with dilation", spec: keras.conv2d, config: { filters: 8, kernelSize: 3, strides: 2, dilationRate: 2 }, input: [null, 9, 9, 3], fault: "option-conflict" },
    { name: "silent: the data format is not said, and a setting decides it", spec: keras.conv2d, config: { filters: 9, kernelSize: 3 }, input: [null, 8, 8, 8], shape: [null, "?", 6, "?"] },
    { name: "a length of 1 under a kernel of 3 tells the format", spec: keras.conv2d, config: { filters: 9, kernelSize: 3 }, input: [null, 1, 8, 7], shape: [null, 9, 6, 5] },
    { name: "an activity regularizer is supported", spec: keras.conv2d, config: { filters: 9, kernelSize: 3, activityRegularizer: "l2", ...last }, input: [null, 8, 8, 1], shape: [null, 6, 6, 9] },
    { name: "a depthwise convolution dilates", spec: keras.depthwiseConv2d, config: { kernelSize: 3, dilationRate: 2, depthMultiplier: 2, ...last }, input: [null, 8, 8, 3], shape: [null, 4, 4, 6], params: 60 },
    { name: "a separable convolution with the channels first", spec: keras.separableConv2d, config: { filters: 4, kernelSize: 3, dataFormat: "channelsFirst" }, input: [null, 2, 8, 8], shape: [null, 4, 6, 6], params: 30 },
    { name: "pooling with the channels first on one axis", spec: keras.maxPooling1d, config: { dataFormat: "channelsFirst" }, input: [null, 3, 8], shape: [null, 3, 4] },
    { name: "pooling on one axis has them last", spec: keras.averagePooling1d, config: {}, input: [null, 8, 3], shape: [null, 4, 3] },
    { name: "keepdims", spec: keras.globalAveragePooling2d, config: { keepdims: true, ...last }, input: [null, 8, 8, 3], shape: [null, 1, 1, 3] },
    { name: "keepdims with the channels first", spec: keras.globalMaxPooling2d, config: { keepdims: true, dataFormat: "channelsFirst" }, input: [null, 3, 8, 8], shape: [null, 3, 1, 1] },
    { name: "no keepdims", spec: keras.globalMaxPooling3d, config: last, input: [null, 8, 8, 8, 3], shape: [null, 3] },
    { name: "silent: keepdims in a format that is not said", spec: keras.globalMaxPooling2d, config: { keepdims: true }, input: [null, 3, 8, 8] },
    { name: "Keras 1: four paddings", spec: keras.zeroPadding2d, config: { padding: [1, 2, 3, 4], ...last }, input: [null, 5, 5, 3], shape: [null, 8, 12, 3] },
    { name: "padding by pairs", spec: keras.zeroPadding2d, config: { padding: [[1, 2], [3, 4]], ...last }, input: [null, 5, 5, 3], shape: [null, 8, 12, 3] },
    { name: "padding of another length", spec: keras.zeroPadding2d, config: { padding: [1, 2, 3], ...last }, input: [null, 5, 5, 3], fault: "option-value" },
    { name: "no cropping by default", spec: keras.cropping2d, config: last, input: [null, 5, 5, 3], shape: [null, 5, 5, 3] },
    { name: "up-sampling by one number", spec: keras.upSampling2d, config: { size: 3, interpolation: "bicubic", ...last }, input: [null, 5, 5, 3], shape: [null, 15, 15, 3] },
    { name: "up-sampling doubles in either format where the lengths agree", spec: keras.upSampling2d, config: {}, input: [null, 5, 5, 5], shape: [null, "?", 10, "?"] },
    { name: "flatten takes rank 2", spec: keras.flatten, config: {}, input: [null, 5], shape: [null, 5] },
    { name: "flatten leaves an unknown size to the run", spec: keras.flatten, config: {}, input: [null, null, 5], shape: [null, null] },
    { name: "-1 needs no batch", spec: keras.reshape, config: { targetShape: [2, -1] }, input: [null, 6], shape: [null, 2, 3] },
    { name: "-1 of an unknown size", spec: keras.reshape, config: { targetShape: [2, -1] }, input: [null, null, 6], shape: [null, 2, null] },
    { name: "a wrong target", spec: keras.reshape, config: { targetShape: [2, 4] }, input: [null, 6], fault: "reshape-size", shape: [null, "?", "?"] },
    { name: "one input may be merged alone", spec: keras.add, config: {}, input: [null, 6], shape: [null, 6] },
    { name: "inputs that differ", spec: keras.subtract, config: {}, input: [[null, 6], [null, 5]], fault: "merge" },
    { name: "null beside a number", spec: keras.concatenate, config: { axis: 2 }, input: [[null, null, 4], [null, 3, 4]], shape: [null, 3, 8] },
    { name: "any negative axis", spec: keras.concatenate, config: { axis: -2 }, input: [[null, 2, 4], [null, 3, 4]], shape: [null, 5, 4] },
    { name: "any rank is normalized", spec: keras.batchNormalization, config: {}, input: [null, 2, 2, 2, 2, 3], shape: [null, 2, 2, 2, 2, 3], params: 12 },
    { name: "an axis of no known size", spec: keras.batchNormalization, config: {}, input: [null, null], fault: "input-undefined-axis" },
    { name: "softmax along the last axis, or any other", spec: keras.softmax, config: { axis: 1 }, input: [null, 2, 3, 4], shape: [null, 2, 3, 4] },
    { name: "a function makes what is declared, after the batch", spec: keras.lambda, config: { outputShape: [3, 2] }, input: [4, 6], shape: [4, 3, 2], params: 0 },
    { name: "elu of any alpha", spec: keras.elu, config: { alpha: 0.5 }, input: [null, 4], shape: [null, 4] },
];

test.each(cases)("$name", ({ spec, config, input, shape, params, fault }) => {
    const inputs = (Array.isArray(input[0]) ? input : [input]) as Shape[];
    const answer = ask(spec, config, inputs.map(toShape));
    expect(answer.faults.map(({ kind }) => kind)).toEqual(fault === undefined ? [] : [fault]);
    if (shape || fault === undefined) expect(answer.shape).toEqual(shape);
    if (params !== undefined) expect(answer.params).toBe(params);
});

describe("Keras 1 borders", () => {
    test("an object of paddings is not worked out", () => {
        expect(ask(keras.zeroPadding2d, { padding: { topPad: 1 }, ...last }, [toShape([null, 5, 5, 3])]).faults).toMatchObject([{ kind: "option-value" }]);
    });
});

test("the convolution of the founding example tells its format by itself", () => {
    const input = [batch, constant(1), symbol("h"), symbol("w")];
    expect(ask(keras.conv2d, { filters: 16, kernelSize: 7 }, [input]).shape).toEqual([null, 16, "h - 6", "w - 6"]);
});
