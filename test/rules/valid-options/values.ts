/** Values that an option does not take, and options that are missing. */
import type { TrueTables } from "../truth.js";

export const values: TrueTables = {
    valid: [
        { name: "silent: fields that classes of other files, derived from this one, may set", notRun: "nobody makes an instance", code: `export class Block {\n    constructor(activation) { this.activation = activation; }\n    build() { return tf.layers.dense({ units: this.units, activation: this.activation }); }\n    turn() { return tf.cos(this.angle); }\n}` },
        {
            name: "silent: a field that one method sets and another reads, by way of a base, in a class that is only extended",
            code: `class Z { next() { return this.feats(); } feats() { return 1; } }
class A extends Z { root; feats() { return tf.scalar(this.root); } set(root) { this.root = root; } }
export class B extends A {}`,
        },
        {
            name: "activations, initializers, regularizers and constraints by any of their names",
            code: `tf.layers.dense({ units: 3, activation: 'gelu_new', kernelInitializer: 'GlorotUniform', biasInitializer: 'ones', kernelRegularizer: 'l1l2', kernelConstraint: 'nonNeg' });
tf.layers.dense({ units: 3, activation: 'ReLU' });
tf.layers.dense({ units: 3, activation: 'ELU' });
tf.layers.dense({ units: 3, activation: 'Softmax' });
tf.layers.dense({ units: 3, activation: 'LeakyReLU' });`,
        },
        {
            name: "silent: a program that registers classes may have named one so",
            code: `class Relux extends tf.layers.Layer {
    apply(x) { return x; }
}
Relux.className = 'relux';
tf.serialization.registerClass(Relux);
tf.layers.dense({ units: 3, activation: 'relux' });`,
        },
        {
            name: "silent: a name that is near none may have been registered elsewhere",
            failsFor: "nobody registers it",
            code: "tf.layers.dense({ units: 3, activation: 'snakeBeta' });",
        },
        {
            name: "a number or a list for two axes",
            code: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: [3, 5], strides: 2 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "an inputShape that is a bare number",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 2, inputShape: 4 }));`,
        },
        {
            name: "null inside a targetShape",
            code: `const x = tf.input({ shape: [4, 4] });
const y = tf.layers.reshape({ targetShape: [null, 2] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "negative axes count from the end",
            code: "tf.sum(tf.zeros([2, 3, 4]), [-1, -3]);",
        },
        {
            name: "one axis in a list",
            code: "tf.argMax(tf.zeros([2, 3]), [-1]);",
        },
        {
            name: "permute counts from 1",
            code: `const x = tf.input({ shape: [4, 5] });
const y = tf.layers.permute({ dims: [2, 1] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "undefined is as good as nothing",
            code: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, strides: undefined }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "silent: the options come from a caller",
            notRun: "its sizes or options are the caller's",
            code: `export function conv(options, x) {
    return tf.layers.conv2d(options).apply(x);
}`,
        },
        {
            name: "silent: a spread may hold what seems to be missing",
            notRun: "its sizes or options are the caller's",
            code: `export function conv(options, x) {
    return tf.layers.conv2d({ filters: 3, ...options }).apply(x);
}`,
        },
        {
            name: "silent: units come from data",
            code: `async function build(url) {
    const config = await (await fetch(url)).json();
    return tf.layers.dense({ units: config.units });
}`,
        },
    ],
    invalid: [
        {
            name: "sizes as arguments of their own",
            code: "const x = tf.zeros(2, 3);",
            errors: [{ messageId: "value", data: { option: "shape", given: "2", expected: "a list of integers of at least 0", effect: "" }, on: "2" }],
        },
        { name: "a field that the program's only instance does not have", code: "class Pole {\n    constructor() { this.length = tf.scalar(1); }\n    turn() { return tf.cos(this.angle); }\n}\nnew Pole().turn();", errors: [{ messageId: "missing", data: { callee: "cos", option: "x" }, on: "tf.cos(this.angle)" }] },
        {
            name: "a kernel of nothing",
            silently: "gives zeros, whatever goes in",
            code: "tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 0, inputShape: [4, 4, 1] })] });",
            errors: [{ messageId: "value", data: { option: "kernelSize", given: "0", expected: "a positive integer or a list of 2 of them", effect: " TensorFlow.js adds up nothing: what comes out is the bias." }, on: "0" }],
        },
        {
            name: "one of nothing along one axis, in a transposed convolution",
            silently: "gives zeros, whatever goes in",
            code: "tf.sequential({ layers: [tf.layers.conv2dTranspose({ filters: 2, kernelSize: [3, 0], inputShape: [4, 4, 1] })] });",
            errors: [{ messageId: "value", data: { option: "kernelSize", given: "[3, 0]", expected: "a positive integer or a list of 2 of them", effect: " TensorFlow.js adds up nothing: what comes out is the bias." }, on: "[3, 0]" }],
        },
        {
            name: "one of nothing in Keras style",
            notRun: "it is another library",
            code: "import { Conv2D, Input } from 'keras';\nConv2D(2, 0, { padding: 'same' })(Input({ shape: [4, 4, 1] }));",
            errors: [{ messageId: "value", data: { option: "kernel_size", given: "0", expected: "a positive integer or a list of 2 of them", effect: "" }, on: "0" }],
        },
        {
            name: "from half a row on",
            silently: "takes values from the middle of a row, or NaN",
            code: "tf.zeros([5, 4]).slice([0.5, 0], [2, 2]);",
            errors: [{ messageId: "value", data: { option: "begin", given: "[0.5, 0]", expected: "an integer or a list of integers", effect: " TensorFlow.js reads from another place, gives NaN, or throws." }, on: "[0.5, 0]" }],
        },
        {
            name: "tensors in the place of numbers",
            silently: "the values are NaN",
            code: "const rows = tf.tensor([tf.ones([2]), tf.zeros([2])]);",
            errors: [{ messageId: "value", data: { option: "values", given: "a list of tensors", expected: "numbers, or nested lists of them. `tf.stack` joins tensors", effect: " TensorFlow.js makes NaN of them." }, on: "[tf.ones([2]), tf.zeros([2])]" }],
        },
        {
            name: "objects in the place of rows",
            code: "tf.tensor2d([{ a: 1 }, { a: 2 }]);",
            errors: [{ messageId: "value", data: { option: "values", given: "a list of objects", expected: "numbers, or nested lists of them", effect: "" }, on: "[{ a: 1 }, { a: 2 }]" }],
        },
        {
            name: "an activation with a capital letter, which no activation has",
            code: "tf.layers.dense({ units: 3, activation: 'Sigmoid' });",
            errors: [
                {
                    messageId: "value",
                    data: { option: "activation", given: "'Sigmoid'", expected: "the name of an activation, such as 'sigmoid'", effect: "" },
                    on: "'Sigmoid'",
                    suggestions: [{ messageId: "setOption", data: { name: "activation", value: "'sigmoid'" }, output: "tf.layers.dense({ units: 3, activation: 'sigmoid' });" }],
                },
            ],
        },
        {
            name: "an activation that is a layer of its own here",
            code: "tf.layers.dense({ units: 3, activation: 'leaky_relu' });",
            errors: [{ messageId: "value", data: { option: "activation", given: "'leaky_relu'", expected: "the name of an activation, and this one is a layer: `tf.layers.leakyReLU()`", effect: "" }, on: "'leaky_relu'" }],
        },
        {
            name: "an activation of other libraries by the name that they have for it",
            code: "tf.layers.activation({ activation: 'silu' });",
            errors: [{ messageId: "value", data: { option: "activation", given: "'silu'", expected: "the name of an activation, such as 'swish'", effect: "" }, on: "'silu'" }],
        },
        {
            name: "a word for no activation at all",
            code: "tf.layers.dense({ units: 3, activation: 'none' });",
            errors: [{ messageId: "value", data: { option: "activation", given: "'none'", expected: "the name of an activation, such as 'linear'", effect: "" }, on: "'none'" }],
        },
        {
            name: "two letters in the wrong order",
            code: "tf.layers.dense({ units: 3, activation: 'rleu' });",
            errors: [
                {
                    messageId: "value",
                    data: { option: "activation", given: "'rleu'", expected: "the name of an activation, such as 'relu'", effect: "" },
                    on: "'rleu'",
                    suggestions: [{ messageId: "setOption", data: { name: "activation", value: "'relu'" }, output: "tf.layers.dense({ units: 3, activation: 'relu' });" }],
                },
            ],
        },
        {
            name: "no units",
            code: "tf.layers.dense({ activation: 'relu' });",
            errors: [
                {
                    messageId: "missing",
                    data: { callee: "dense", option: "units" },
                    on: "tf.layers.dense({ activation: 'relu' })",
                },
            ],
        },
        {
            name: "no filters",
            code: "tf.layers.conv2d({ kernelSize: 3 });",
            errors: [
                {
                    messageId: "missing",
                    data: { callee: "conv2d", option: "filters" },
                    on: "tf.layers.conv2d({ kernelSize: 3 })",
                },
            ],
        },
        {
            name: "a fraction of a unit",
            code: "tf.layers.dense({ units: 2.5 });",
            errors: [
                {
                    messageId: "value",
                    data: { option: "units", given: "2.5", expected: "a positive integer", effect: "" },
                    on: "2.5",
                },
            ],
        },
        {
            name: "units that are worked out to a fraction",
            code: `const size = 7;
tf.layers.dense({ units: size / 2 });`,
            errors: [
                {
                    messageId: "value",
                    data: { option: "units", given: "3.5", expected: "a positive integer", effect: "" },
                    on: "size / 2",
                },
            ],
        },
        {
            name: "filters in a string",
            code: "tf.layers.conv2d({ filters: '8', kernelSize: 3 });",
            errors: [
                {
                    messageId: "value",
                    data: { option: "filters", given: "'8'", expected: "a positive integer", effect: "" },
                    on: "'8'",
                },
            ],
        },
        {
            name: "a kernel of three axes for two",
            code: "tf.layers.conv2d({ filters: 8, kernelSize: [3, 3, 3] });",
            errors: [
                {
                    messageId: "value",
                    data: { option: "kernelSize", given: "[3, 3, 3]", expected: "a positive integer or a list of 2 of them", effect: "" },
                    on: "[3, 3, 3]",
                },
            ],
        },
        {
            name: "a padding that does not exist",
            code: "tf.layers.conv2d({ filters: 8, kernelSize: 3, padding: 'SAME' });",
            errors: [
                {
                    messageId: "value",
                    data: { option: "padding", given: "'SAME'", expected: "'valid', 'same' or 'causal'", effect: "" },
                    on: "'SAME'",
                    suggestions: [{ messageId: "setOption", data: { name: "padding", value: "'same'" }, output: "tf.layers.conv2d({ filters: 8, kernelSize: 3, padding: 'same' });" }],
                },
            ],
        },
        {
            name: "strides and dilation",
            code: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 8, kernelSize: 3, strides: 2, dilationRate: 2 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "conflict",
                    data: { option: "dilationRate", other: "strides", why: "one of the two must be 1 on every axis", effect: "" },
                    on: "2",
                    nth: 3,
                },
            ],
        },
        {
            name: "permute that counts from 0",
            code: "tf.layers.permute({ dims: [1, 0] });",
            errors: [
                {
                    messageId: "permutation",
                    data: { option: "dims", dims: "[1, 0]", expected: "each of 1 to 2 once", effect: "" },
                    on: "[1, 0]",
                },
            ],
        },
        {
            name: "concatenation on an axis that is not there",
            code: `const a = tf.input({ shape: [4] });
const b = tf.input({ shape: [4] });
const c = tf.layers.concatenate({ axis: 3 }).apply([a, b]);
tf.model({ inputs: [a, b], outputs: c });`,
            errors: [
                {
                    messageId: "axis",
                    data: { option: "axis", axis: "3", rank: "2" },
                    on: "3",
                },
            ],
        },
        {
            name: "a reduction over an axis that is not there",
            code: "tf.sum(tf.zeros([2, 3]), 2);",
            errors: [
                {
                    messageId: "axis",
                    data: { option: "axis", axis: "2", rank: "2" },
                    on: "2",
                    nth: 2,
                },
            ],
        },
        {
            name: "one axis of several",
            code: `const x = tf.zeros([2, 3]);
x.mean([0, 5]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { option: "axis", axis: "5", rank: "2" },
                    on: "5",
                },
            ],
        },
        {
            name: "a transposition that repeats an axis",
            silently: "repeats one axis and leaves another out",
            code: "tf.transpose(tf.zeros([2, 3]), [0, 0]);",
            errors: [
                {
                    messageId: "permutation",
                    data: { option: "perm", dims: "[0, 0]", expected: "each of 0 to 1 once", effect: " TensorFlow.js repeats one axis and leaves another out: the result has shape [2, 2]." },
                    on: "[0, 0]",
                },
            ],
        },
        {
            name: "a mistake in a function that is called many times: one report",
            code: `const dense = (n) => tf.layers.dense({ units: n / 2 });
[3, 5, 7].forEach((n) => dense(n));`,
            errors: [
                {
                    messageId: "value",
                    data: { option: "units", given: "1.5", expected: "a positive integer", effect: "" },
                    on: "n / 2",
                },
            ],
        },
        {
            name: "an activation that nobody registers",
            code: "tf.layers.dense({ units: 3, activation: 'rellu' });",
            errors: [
                {
                    messageId: "value",
                    data: { option: "activation", given: "'rellu'", expected: "the name of an activation, such as 'relu'", effect: "" },
                    on: "'rellu'",
                    suggestions: [{ messageId: "setOption", data: { name: "activation", value: "'relu'" }, output: "tf.layers.dense({ units: 3, activation: 'relu' });" }],
                },
            ],
        },
        {
            name: "an initializer by its name in Keras",
            code: "tf.layers.dense({ units: 3, kernelInitializer: 'he_normal' });",
            errors: [
                {
                    messageId: "value",
                    data: { option: "kernelInitializer", given: "'he_normal'", expected: "the name of an initializer, such as 'heNormal'", effect: "" },
                    on: "'he_normal'",
                    suggestions: [{ messageId: "setOption", data: { name: "kernelInitializer", value: "'heNormal'" }, output: "tf.layers.dense({ units: 3, kernelInitializer: 'heNormal' });" }],
                },
            ],
        },
        {
            name: "a layer in the place of its options: nothing else is said of it",
            code: `const model = tf.sequential();
model.add(tf.layers.bidirectional(tf.layers.gru({ units: 3 })));`,
            errors: [{ messageId: "missing", data: { callee: "bidirectional", option: "layer" }, on: "tf.layers.bidirectional(tf.layers.gru({ units: 3 }))" }],
        },
    ],
};
