import rule from "../../rules/valid-options.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const trained = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'hinge' });`;

const tables: TrueTables = {
    valid: [
        {
            name: "silent: a function that takes a tensor or a list of them, and asks in a way of its own",
            notRun: "its data come from somebody else",
            code: `const widest = (x, most) => {
    if (x.shape[1] > 1) {
        return most.map((one, i) => widest(tf.slice(x, [0, i], [-1, 1]), one));
    }
    return x.div(most.sub(1));
};
export const narrowed = (x) => widest(x, [tf.scalar(2), tf.scalar(3)]);`,
        },
        {
            name: "a batch size that is left to the library",
            code: `${trained}\nawait model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]), { batchSize: null, epochs: 1 });\nmodel.predict(tf.zeros([2, 3]), { batchSize: undefined });`,
        },
        {
            name: "silent: the options of fit are the caller's",
            code: `${trained}\nexport const train = (options) => model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]), options);\nexport const more = (options) => model.fitDataset(data, { ...options });`,
        },
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
tf.layers.dense({ units: 3, activation: 'Softmax' });`,
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
            name: "silent: the shape of an input, or what a model is made of, may stand in what cannot be seen",
            notRun: "`options` is nowhere to be seen",
            code: "tf.input(options); tf.input({ ...options }); tf.model({ ...options });",
        },
        {
            name: "an input by its whole shape",
            code: "tf.input({ batchShape: [2, 3] }); tf.layers.inputLayer({ batchInputShape: [2, 3] });",
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
        { name: "int32 as it is made, asked for, cast to and found", code: `const x = tf.zeros([4, 3]);\ntf.gather(x, tf.tensor1d([0, 2], 'int32'));\ntf.gather(x, tf.randomNormal([5, 4]).argMax(1));\ntf.oneHot(tf.tensor1d([0, 1]).toInt(), 3);\ntf.oneHot(tf.tensor1d([0, 1]).cast('int32'), 3);\ntf.gather(x, [0, 1]);` },
        { name: "truths of comparisons", code: `const x = tf.randomNormal([3]);\ntf.where(x.greater(0).logicalAnd(x.less(3)), x, tf.zerosLike(x));\nx.equal(1).any();` },
        { name: "truths are counted as int32, and their mean is float32", code: `const same = tf.tensor1d([1, 0]).equal(tf.tensor1d([1, 1]));\ntf.oneHot(same.sum(), 3);\nsame.mean().sqrt();` },
        { name: "the larger of two dtypes comes out", code: `tf.range(0, 3, 1, 'int32').add(1).sqrt();\ntf.gather(tf.zeros([9]), tf.range(0, 3, 1, 'int32').mul(tf.scalar(2, 'int32')));` },
        { name: "silent: in one of two branches it is another", code: `let x = tf.ones([3]);\nif (Math.random() > 2) x = x.toInt();\nx.sqrt();` },
        { name: "silent: it changes from turn to turn", code: `let x = tf.zeros([3]);\nfor (let i = 0; i < 6; i++) x = i % 2 ? x.toInt() : x.toFloat();\nx.toFloat().sqrt();` },
        { name: "integers of a typed array, and of what is made of one", code: "tf.gather(tf.zeros([4]), tf.tensor1d(new Int32Array(2)));\ntf.oneHot(tf.tensor1d(Int32Array.from([0, 1]).map((x) => x + 1).slice(0, 1)), 3);\ntf.gather(tf.zeros([4]), new Float32Array([1, 2]));" },
        { name: "integers read from a tensor and made one again", code: "const best = tf.randomNormal([3, 4]).argMax(1);\ntf.oneHot(tf.tensor1d(best.dataSync()), 4);" },
        { name: "silent: what a model predicts is read, whose dtype is not known", code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\ntf.tensor1d(model.predict(tf.zeros([1, 3])).dataSync()).sqrt();" },
        { name: "a `call` that takes a list or a tensor", code: `class Twice extends tf.layers.Layer {\n    static className = 'TwiceOfEither';\n    call(inputs) { const x = Array.isArray(inputs) ? inputs[0] : inputs; return x.mul(2); }\n    computeOutputShape(shape) { return shape; }\n}\ntf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [3] }), new Twice()] }).predict(tf.zeros([1, 3]));\nnew Twice().apply(tf.zeros([1, 3]));` },
        { name: "a layer that is only applied to tensors, and one that a wrapper hands a tensor", code: `class Twice extends tf.layers.Layer {\n    static className = 'TwiceOfTensor';\n    call(inputs) { return inputs.mul(2); }\n    computeOutputShape(shape) { return shape; }\n}\nnew Twice().apply(tf.zeros([1, 3]));\ntf.sequential({ layers: [tf.layers.timeDistributed({ layer: new Twice(), inputShape: [2, 3] })] }).predict(tf.zeros([1, 2, 3]));` },
        { name: "silent: what a loss of the program's own is given", notRun: "the dtype is float32 in fact, so that it throws", code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\nmodel.compile({ optimizer: 'sgd', loss: (y, p) => y.logicalNot().mul(p).mean() });\nawait model.fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { epochs: 1 });" },
        { name: "methods that lists have as well", code: "tf.unstack(tf.zeros([2, 2])).reverse().concat([tf.zeros([2])]).slice(0, 1);" },
    ],
    invalid: [
        {
            name: "no rows in a batch",
            code: `${trained}\nawait model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]), { batchSize: 0 });`,
            errors: [{ messageId: "value", data: { option: "batchSize", given: "0", expected: "a positive integer", effect: "" }, on: "0" }],
        },
        {
            name: "half a row",
            code: `${trained}\nmodel.predict(tf.zeros([2, 3]), { batchSize: 2.5 });`,
            errors: [{ messageId: "value", data: { option: "batchSize", given: "2.5", expected: "a positive integer", effect: "" }, on: "2.5" }],
        },
        {
            name: "a dataset goes on until it is told how often",
            code: `${trained}\nconst data = tf.data.zip({ xs: tf.data.array([[1, 2, 3]]), ys: tf.data.array([[1]]) }).batch(1);\nawait model.fitDataset(data, { batchesPerEpoch: 1 });`,
            errors: [{ messageId: "missing", data: { callee: "fitDataset", option: "epochs" }, on: "model.fitDataset(data, { batchesPerEpoch: 1 })" }],
        },
        {
            name: "an input without a shape",
            code: "tf.input({ name: 'image' });",
            errors: [{ messageId: "missing", data: { callee: "input", option: "shape" }, on: "tf.input({ name: 'image' })" }],
        },
        {
            name: "an input without anything",
            code: "tf.layers.input();",
            errors: [{ messageId: "missing", data: { callee: "input", option: "shape" }, on: "tf.layers.input()" }],
        },
        {
            name: "an input layer without a shape",
            code: "tf.sequential({ layers: [tf.layers.inputLayer({ batchSize: 2 })] });",
            errors: [{ messageId: "missing", data: { callee: "inputLayer", option: "inputShape" }, on: "tf.layers.inputLayer({ batchSize: 2 })" }],
        },
        {
            name: "a model without outputs, or without inputs",
            code: "const x = tf.input({ shape: [3] });\ntf.model({ inputs: x });",
            errors: [{ messageId: "missing", data: { callee: "model", option: "outputs" }, on: "tf.model({ inputs: x })" }],
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
            name: "indices that are float32, as numbers are unless something else is said",
            code: "tf.gather(tf.zeros([4, 3]), tf.tensor1d([0, 2]));",
            errors: [
                {
                    messageId: "value",
                    data: { option: "indices", given: "a float32 tensor", expected: "an int32 tensor", effect: "" },
                    on: "tf.tensor1d([0, 2])",
                    suggestions: [{ messageId: "setOption", data: { name: "indices", value: "tf.tensor1d([0, 2]).toInt()" }, output: "tf.gather(tf.zeros([4, 3]), tf.tensor1d([0, 2]).toInt());" }],
                },
            ],
        },
        {
            name: "the receiver of a method",
            code: "tf.range(0, 5, 1, 'int32').sqrt();",
            errors: [
                {
                    messageId: "value",
                    data: { option: "x", given: "an int32 tensor", expected: "a float32 tensor", effect: "" },
                    on: "tf.range(0, 5, 1, 'int32')",
                    suggestions: [{ messageId: "setOption", data: { name: "x", value: "tf.range(0, 5, 1, 'int32').toFloat()" }, output: "tf.range(0, 5, 1, 'int32').toFloat().sqrt();" }],
                },
            ],
        },
        {
            name: "a mask of numbers, through a variable",
            code: `const x = tf.zeros([3]);
const mask = tf.tensor1d([1, 0, 1]);
tf.where(mask, x, x);`,
            errors: [
                {
                    messageId: "value",
                    data: { option: "condition", given: "a float32 tensor", expected: "a bool tensor", effect: "" },
                    on: "mask",
                    nth: 2,
                    suggestions: [{ messageId: "setOption", data: { name: "condition", value: "mask.toBool()" }, output: "const x = tf.zeros([3]);\nconst mask = tf.tensor1d([1, 0, 1]);\ntf.where(mask.toBool(), x, x);" }],
                },
            ],
        },
        {
            name: "a real signal where a complex one is needed: no method makes one of it",
            code: "tf.fft(tf.zeros([8]));",
            errors: [{ messageId: "value", data: { option: "input", given: "a float32 tensor", expected: "a complex64 tensor", effect: "" }, on: "tf.zeros([8])" }],
        },
        {
            name: "tensors of two dtypes in one stack",
            code: "tf.stack([tf.zeros([2]), tf.range(0, 2, 1, 'int32')]);",
            errors: [
                {
                    messageId: "value",
                    data: { option: "tensors", given: "a list of float32 and int32 tensors", expected: "a list of tensors of one dtype", effect: "" },
                    on: "[tf.zeros([2]), tf.range(0, 2, 1, 'int32')]",
                },
            ],
        },
        {
            name: "a variable keeps its dtype",
            code: "tf.variable(tf.zeros([2])).assign(tf.zeros([2], 'int32'));",
            errors: [{ messageId: "conflict", data: { option: "newValue", other: "variable", why: "one is int32, the other float32", effect: "" }, on: "tf.zeros([2], 'int32')" }],
        },
        {
            name: "a dtype that is none, and the nearest",
            code: "tf.zeros([2]).cast('int');",
            errors: [
                {
                    messageId: "value",
                    data: { option: "dtype", given: "'int'", expected: "'float32', 'int32', 'bool', 'complex64' or 'string'", effect: "" },
                    on: "'int'",
                    suggestions: [{ messageId: "setOption", data: { name: "dtype", value: "'int32'" }, output: "tf.zeros([2]).cast('int32');" }],
                },
            ],
        },
        {
            name: "bytes of an image",
            code: "tf.conv2d(tf.tensor3d(new Uint8Array(48), [4, 4, 3]), tf.zeros([3, 3, 3, 2]), 1, 'valid');",
            errors: [
                {
                    messageId: "value",
                    data: { option: "x", given: "an int32 tensor", expected: "a float32 tensor", effect: "" },
                    on: "tf.tensor3d(new Uint8Array(48), [4, 4, 3])",
                    suggestions: [
                        {
                            messageId: "setOption",
                            data: { name: "x", value: "tf.tensor3d(new Uint8Array(48), [4, 4, 3]).toFloat()" },
                            output: "tf.conv2d(tf.tensor3d(new Uint8Array(48), [4, 4, 3]).toFloat(), tf.zeros([3, 3, 3, 2]), 1, 'valid');",
                        },
                    ],
                },
            ],
        },
        {
            name: "a model hands the `call` of its layers a list of tensors, even of one",
            code: `class Twice extends tf.layers.Layer {
    static className = 'TwiceOfList';
    call(inputs) { return inputs.mul(2); }
    computeOutputShape(shape) { return shape; }
}
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [3] }), new Twice()] });
model.predict(tf.zeros([1, 3]));`,
            errors: [{ messageId: "value", data: { option: "inputs", given: "a list of one tensor", expected: "a tensor", effect: "" }, on: "inputs", nth: 2 }],
        },
        {
            name: "a model of two outputs predicts a list",
            code: `const x = tf.input({ shape: [3] });
const model = tf.model({ inputs: x, outputs: [tf.layers.dense({ units: 1 }).apply(x), tf.layers.dense({ units: 2 }).apply(x)] });
const result = model.predict(tf.zeros([1, 3]));
result.dataSync();`,
            errors: [{ messageId: "value", data: { option: "result", given: "a list of 2 tensors", expected: "a tensor", effect: "" }, on: "result", nth: 2 }],
        },
        {
            name: "a layer in the place of its options: nothing else is said of it",
            code: `const model = tf.sequential();
model.add(tf.layers.bidirectional(tf.layers.gru({ units: 3 })));`,
            errors: [{ messageId: "missing", data: { callee: "bidirectional", option: "layer" }, on: "tf.layers.bidirectional(tf.layers.gru({ units: 3 }))" }],
        },
    ],
};

testRule("valid-options", rule, tables);
checkTruth("valid-options", tables);
