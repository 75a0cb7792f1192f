/** Tensors and models that a caller nobody knows passes to a function that builds on them. */
import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";
import { known, symbolic } from "./programs.js";

describe("what a layer proves of its input", () => {
    symbolic([
        {
            name: "a convolution takes rank 4",
            code: "export function f(x, filters) { return tf.layers.conv2d({ filters, kernelSize: 3, strides: 2, padding: 'same' }).apply(x); }",
            expected: ["floor((x.shape[1] + 1)/2), floor((x.shape[2] + 1)/2), filters"],
        },
        {
            name: "the layers that follow know it as well",
            code: "export function f(x) { const y = tf.layers.conv2d({ filters: 4, kernelSize: 1 }).apply(x); return tf.layers.concatenate().apply([x, y]); }",
            expected: ["x.shape[1], x.shape[2], 4", "x.shape[1], x.shape[2], x.shape[3] + 4"],
        },
        {
            name: "a recurrent layer takes rank 3",
            code: "export function f(x) { return tf.layers.lstm({ units: 4, returnSequences: true }).apply(x); }",
            expected: ["x.shape[1], 4"],
        },
        {
            name: "not for what comes before, on a way that did not pass it",
            code: "export function f(x, deep) { if (deep) { tf.layers.conv2d({ filters: 4, kernelSize: 1 }).apply(x); } return tf.layers.dropout({ rate: 0.1 }).apply(x); }",
            expected: ["x.shape[1], x.shape[2], 4", ""],
        },
        {
            name: "an input shape of a length nobody knows, before a layer that takes rank 4",
            code: "export function f(inputShape) { return tf.sequential({ layers: [tf.layers.conv2d({ filters: 4, kernelSize: 1, inputShape }), tf.layers.flatten()] }); }",
            expected: ["inputShape[0], inputShape[1], 4", "4*inputShape[0]*inputShape[1]"],
        },
    ]);
});

describe("a model that a caller passes", () => {
    symbolic([
        {
            name: "data of which nothing is known is as wide as the model takes it",
            code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [null, 3] }), tf.layers.dense({ units: 5 })] }); export function f(data) { const y = model.predict(data); tf.input({ shape: [y.shape[2], y.rank] }); }",
            expected: [", 4", ", 5", "5, 3"],
        },
        {
            name: "the layer that says what its input is comes first",
            code: "export function f(model) { model.add(tf.layers.dense({ units: 4, inputShape: [3] })); model.add(tf.layers.dense({ units: 2 })); }",
            expected: ["4", "2"],
        },
        {
            name: "silent: it may not have been empty",
            code: "export function f(model) { model.add(tf.layers.conv2d({ filters: 4, kernelSize: 9, inputShape: [3, 3, 1] })); }",
            expected: [""],
        },
        {
            name: "one to which layers are added in a loop of unknown length",
            code: "export function f(n) { const model = tf.sequential(); for (let i = 0; i < n; i++) { model.add(tf.layers.dense({ units: 4, inputShape: [4] })); } model.add(tf.layers.dense({ units: 2 })); }",
            expected: ["4", "2"],
        },
    ]);
});

describe("what holds the method", () => {
    symbolic([
        {
            name: "an object literal is what its methods are called on",
            code: "export const net = { units: 4, model: tf.sequential(), build(n) { this.model.add(tf.layers.dense({ units: this.units, inputShape: [n] })); } };",
            expected: ["4"],
        },
        {
            name: "an object of a framework may have more than its methods",
            code: "export default { data() { return { units: 3 }; }, methods: { build() { tf.input({ shape: [this.units] }); } } };",
            expected: ["units"],
        },
        {
            name: "a callback that is handed on does not give away its object",
            code: "export class Net { units = 4; build(load) { load.then(() => { this.ready = true; }); tf.input({ shape: [this.units] }); } }",
            expected: ["4"],
        },
        {
            name: "a callback that returns its object does",
            code: "export class Net { units = 4; build(load) { load(() => this); tf.input({ shape: [this.units] }); } }",
            expected: ["units"],
        },
    ]);
});

describe("instances of the library's classes", () => {
    known([
        ["a model is told from a number", "class Net { constructor(a, b) { if (a instanceof tf.Sequential) { this.model = a; this.units = b; } else { this.units = a; this.model = this.build(); } } build() { return tf.sequential({ layers: [tf.layers.dense({ units: this.units, inputShape: [2] })] }); } copy() { return new Net(this.build(), this.units); } } new Net(5).copy();"],
        ["a tensor is told from a list", "const wide = (x) => x instanceof tf.Tensor ? x.shape[1] : x.length; tf.input({ shape: [wide(tf.zeros([2, 3])), wide([1, 2])] });"],
    ]);
});

test("silent: what a caller passes for a size may be null, beside a null", () => {
    const { problems } = analyze("import * as tf from '@tensorflow/tfjs'; export function f(h) { const a = tf.input({ shape: [h, 3] }); const b = tf.input({ shape: [null, 3] }); return tf.layers.concatenate().apply([a, b]); }");
    expect(problems).toEqual([]);
});
