/** Tensors of the wrong dtype, and lists of them in the place of one. */
import type { TrueTables } from "../truth.js";

const trained = (options = "{ loss: 'meanSquaredError', optimizer: 'sgd' }") => `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
model.compile(${options});`;

const lookUp = (indices: string) => `class LookUp extends tf.layers.Layer {
    static className = 'LookUp';
    call(inputs) { return tf.gather(tf.ones([5, 2]), ${indices}); }
    computeOutputShape(shape) { return [...shape, 2]; }
}`;

export const tensors: TrueTables = {
    valid: [
        { name: "a promise that was waited for", code: "async function load() { return tf.zeros([2, 3]); }\nasync function main() { tf.add(await load(), 1); load().then((x) => tf.relu(x)); }\nmain();" },
        { name: "silent: an instance of a class that may be a tensor", failsFor: "it is none", code: "class Held {}\ntf.relu(new Held());" },
        { name: "silent: the receiver is perhaps no tensor", notRun: "it is the caller's", code: "export const later = (day) => day.add({ days: 1 });" },
        { name: "a prediction of several outputs is a list", code: "const x = tf.input({ shape: [3] });\nconst dense = () => tf.layers.dense({ units: 2 });\nconst [a, b] = tf.model({ inputs: x, outputs: [dense().apply(x), dense().apply(x)] }).predict(tf.ones([4, 3]));\na.add(b);" },
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
        { name: "truths that a loss of the program's own is given as targets", code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\nmodel.compile({ optimizer: 'sgd', loss: (y, p) => y.logicalNot().mul(p).mean() });\nawait model.fit(tf.zeros([4, 3]), tf.zeros([4, 2], 'bool'), { epochs: 1 });" },
        { name: "silent: what targets a loss of the program's own is given", notRun: "they are the caller's", code: "export async function train(ys) {\n    const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\n    model.compile({ optimizer: 'sgd', loss: (y, p) => y.logicalNot().mul(p).mean() });\n    await model.fit(tf.zeros([4, 3]), ys, { epochs: 1 });\n}" },
        { name: "what a model predicts, turned into indices", code: `${trained()}\ntf.oneHot(model.predict(tf.ones([4, 3])).argMax(-1), 2);\ntf.gather(tf.ones([9]), model.predict(tf.ones([4, 3])).abs().floor().toInt());` },
        { name: "silent: what a model with inputs of another dtype predicts", code: "const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [2], dtype: 'int32' }), tf.layers.repeatVector({ n: 2 })] });\ntf.oneHot(model.predict(tf.ones([1, 2])), 3);" },
        { name: "whole numbers that a model hands to the `call` of a layer", code: `${lookUp("inputs[0]").replaceAll("LookUp", "LookUpWhole")}\nconst x = tf.input({ shape: [3], dtype: 'int32' });\ntf.model({ inputs: x, outputs: new LookUpWhole().apply(x) }).predict(tf.zeros([1, 3]));` },
        { name: "numbers that are cast in the `call` of a layer", code: `${lookUp("inputs[0].toInt()").replaceAll("LookUp", "LookUpCast")}\ntf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [3] }), new LookUpCast()] }).predict(tf.zeros([1, 3]));` },
        { name: "methods that lists have as well", code: "tf.unstack(tf.zeros([2, 2])).reverse().concat([tf.zeros([2])]).slice(0, 1);" },
    ],
    invalid: [
        {
            name: "a promise that nobody waits for, in the place of a tensor",
            code: "async function load() { return tf.zeros([2, 3]); }\nconst x = load();\ntf.add(x, 1);",
            errors: [{ messageId: "value", data: { option: "a", given: "a promise", expected: "a tensor", effect: "" }, on: "x", nth: 2 }],
        },
        {
            name: "a promise of a list of tensors, in the place of one",
            code: "const all = Promise.all([1, 2].map(async () => tf.zeros([3])));\ntf.stack(all);",
            errors: [{ messageId: "value", data: { option: "tensors", given: "a promise", expected: "a list of tensors", effect: "" }, on: "all", nth: 3 }],
        },
        {
            name: "what holds a tensor, in its place",
            code: "const held = { current: tf.zeros([2]) };\ntf.relu(held);",
            errors: [{ messageId: "value", data: { option: "x", given: "an object", expected: "a tensor", effect: "" }, on: "held", nth: 2 }],
        },
        {
            name: "the function that gives a tensor, in its place",
            code: "const make = () => tf.zeros([2]);\ntf.zeros([2]).add(make);",
            errors: [{ messageId: "value", data: { option: "b", given: "a function", expected: "a tensor", effect: "" }, on: "make", nth: 2 }],
        },
        {
            name: "what a model predicts as indices",
            code: `${trained()}\ntf.oneHot(model.predict(tf.ones([4, 3])), 2);`,
            errors: [{ messageId: "value", data: { option: "indices", given: "a float32 tensor", expected: "an int32 tensor", effect: "" }, on: "model.predict(tf.ones([4, 3]))", suggestions: [{ messageId: "setOption", data: { name: "indices", value: "model.predict(tf.ones([4, 3])).toInt()" }, output: `${trained()}\ntf.oneHot(model.predict(tf.ones([4, 3])).toInt(), 2);` }] }],
        },
        {
            name: "weights of a layer as a condition",
            code: `${trained()}\nconst [kernel] = model.layers[0].getWeights();\ntf.where(kernel, 1, 0);`,
            errors: [{ messageId: "value", data: { option: "condition", given: "a float32 tensor", expected: "a bool tensor", effect: "" }, on: "kernel", nth: 2, suggestions: [{ messageId: "setOption", data: { name: "condition", value: "kernel.toBool()" }, output: `${trained()}\nconst [kernel] = model.layers[0].getWeights();\ntf.where(kernel.toBool(), 1, 0);` }] }],
        },
        {
            name: "what a model hands to the `call` of a layer, whatever it is fed",
            code: `${lookUp("inputs[0]")}\nconst x = tf.input({ shape: [3] });\ntf.model({ inputs: x, outputs: new LookUp().apply(x) }).predict(tf.zeros([1, 3], 'int32'));`,
            errors: [{ messageId: "value", data: { option: "indices", given: "a float32 tensor", expected: "an int32 tensor", effect: "" }, on: "inputs[0]", suggestions: [{ messageId: "setOption", data: { name: "indices", value: "inputs[0].toInt()" }, output: `${lookUp("inputs[0].toInt()")}\nconst x = tf.input({ shape: [3] });\ntf.model({ inputs: x, outputs: new LookUp().apply(x) }).predict(tf.zeros([1, 3], 'int32'));` }] }],
        },
        {
            name: "the targets of a loss of the program's own, taken for truths",
            code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\nmodel.compile({ optimizer: 'sgd', loss: (y, p) => y.logicalNot().mul(p).mean() });\nawait model.fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { epochs: 1 });",
            errors: [{ messageId: "value", data: { option: "x", given: "a float32 tensor", expected: "a bool tensor", effect: "" }, on: "y", nth: 4, suggestions: [{ messageId: "setOption", data: { name: "x", value: "y.toBool()" }, output: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\nmodel.compile({ optimizer: 'sgd', loss: (y, p) => y.toBool().logicalNot().mul(p).mean() });\nawait model.fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { epochs: 1 });" }] }],
        },
        { name: "a list of sizes where an input has its options", code: "tf.input([8]);", errors: [{ messageId: "missing", data: { callee: "input", option: "shape" }, on: "tf.input([8])" }] },
        { name: "a list of one axis to multiply over", code: "const a = tf.input({ shape: [5, 8] });\ntf.layers.dot({ axes: [2] }).apply([a, tf.input({ shape: [7, 8] })]);", errors: [{ messageId: "value", data: { option: "axes", given: "[2]", expected: "an integer or a list of two", effect: "" }, on: "[2]" }] },
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
    ],
};
