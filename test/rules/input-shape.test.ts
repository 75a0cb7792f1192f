import rule from "../../rules/input-shape.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "silent: what goes into the next step as states is a list nobody knows, or one state",
            code: `const lstm = tf.layers.lstm({ units: 4, returnState: true });
let states = [tf.zeros([1, 4]), tf.zeros([1, 4])];
for (let step = 0; step < 2 + Math.random(); step++) {
    const outputs = lstm.apply(tf.zeros([1, 5, 1]), { initialState: states });
    states = [outputs[1], outputs[2]];
}
const step = (kept) => tf.layers.lstm({ units: 4 }).apply(tf.zeros([1, 5, 1]), { initialState: kept });
step(states);`,
        },
        {
            name: "no initial states, in words",
            code: "tf.layers.lstm({ units: 4 }).apply(tf.zeros([1, 5, 1]), { initialState: undefined });",
        },
        {
            name: "silent: a state that a layer of the program's own declares of another rank than it makes: the library looks at its rank when it is run",
            code: `class Last extends tf.layers.Layer {\n    static className = 'LastOfShape';\n    computeOutputShape(shape) { return shape; }\n    call([x]) { return x.gather([x.shape[1] - 1], 1).squeeze([1]); }\n}\nconst inputs = [tf.input({ shape: [5, 8] }), tf.input({ shape: [7, 8] })];\nconst last = new Last().apply(inputs[1]);\nconst outputs = tf.layers.lstm({ units: 8 }).apply(inputs[0], { initialState: [last, last] });\ntf.model({ inputs, outputs }).predict([tf.zeros([1, 5, 8]), tf.zeros([1, 7, 8])]);`,
        },
        {
            name: "a dense layer takes inputShape with a batch in it for a further axis",
            code: "tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [null, 4] }), tf.layers.dense({ units: 2 })] });",
        },
        {
            name: "a gradient may be taken of any shape",
            code: "tf.grad((x) => x.square())(tf.ones([2, 3])).matMul(tf.ones([3, 1]));",
        },
        {
            name: "a reduced loss",
            code: `const w = tf.variable(tf.zeros([3, 1]));
tf.train.adam(0.1).minimize(() => tf.ones([8, 3]).matMul(w).square().mean(), true).print();`,
        },
        {
            name: "an image for a convolution",
            code: `const x = tf.input({ shape: [28, 28, 1] });
const y = tf.layers.conv2d({ filters: 8, kernelSize: 3 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "dense works on the last dimension of any rank from 2",
            code: `const x = tf.input({ shape: [28, 28] });
const y = tf.layers.dense({ units: 3 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "a convolutional model takes images of any size",
            code: `const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [null, null, 3] })] });
model.apply(tf.input({ shape: [32, 20, 3] }));`,
        },
        {
            name: "a shared layer gets the same last dimension twice",
            code: `const d = tf.layers.dense({ units: 3 });
d.apply(tf.input({ shape: [4] }));
d.apply(tf.input({ shape: [7, 4] }));`,
        },
        {
            name: "merges broadcast different ranks",
            code: `const a = tf.input({ shape: [100] });
const b = tf.input({ shape: [1, 100] });
const c = tf.layers.multiply().apply([a, b]);
tf.model({ inputs: [a, b], outputs: c });`,
        },
        {
            name: "silent: the last dimension is a parameter of a function that nobody calls",
            notRun: "its sizes or options are the caller's",
            code: `export function head(x, units) {
    return tf.layers.dense({ units }).apply(x);
}`,
        },
        {
            name: "silent: a loaded model's output has a shape that is not known",
            code: `async function extend(url) {
    const base = await tf.loadLayersModel(url);
    return tf.layers.conv2d({ filters: 8, kernelSize: 3 }).apply(base.output);
}`,
        },
    ],
    invalid: [
        {
            name: "an image without its channels",
            code: `const x = tf.input({ shape: [28, 28] });
const y = tf.layers.conv2d({ filters: 8, kernelSize: 3 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "conv2d", input: "[null, 28, 28]", place: "", expected: "rank 4", effect: "" },
                    on: "x",
                    nth: 2,
                },
            ],
        },
        {
            name: "dense output into a convolution, in a sequential model",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 10, inputShape: [4] }));
model.add(tf.layers.conv2d({ filters: 8, kernelSize: 3 }));`,
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "conv2d", input: "[null, 10]", place: "", expected: "rank 4", effect: "" },
                    on: "tf.layers.conv2d({ filters: 8, kernelSize: 3 })",
                },
            ],
        },
        {
            name: "a layer in a variable, added: the argument is reported",
            code: `const conv = tf.layers.conv2d({ filters: 8, kernelSize: 3 });
const model = tf.sequential();
model.add(tf.layers.dense({ units: 10, inputShape: [4] }));
model.add(conv);`,
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "conv2d", input: "[null, 10]", place: "", expected: "rank 4", effect: "" },
                    on: "conv",
                    nth: 3,
                },
            ],
        },
        {
            name: "a layer in a list of layers: not the whole model",
            code: `tf.sequential({
    layers: [
        tf.layers.dense({ units: 10, inputShape: [4] }),
        tf.layers.maxPooling2d({ poolSize: 2 }),
    ],
});`,
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "maxPooling2d", input: "[null, 10]", place: "", expected: "rank 4", effect: "" },
                    on: "tf.layers.maxPooling2d({ poolSize: 2 })",
                },
            ],
        },
        {
            name: "flatten of what is flat",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 10, inputShape: [4] }));
model.add(tf.layers.flatten());`,
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "flatten", input: "[null, 10]", place: "", expected: "at least rank 3", effect: "" },
                    on: "tf.layers.flatten()",
                },
            ],
        },
        {
            name: "an RNN fed with vectors that no RNN made",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 10, inputShape: [4] }));
model.add(tf.layers.lstm({ units: 8 }));`,
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "lstm", input: "[null, 10]", place: "", expected: "rank 3", effect: "" },
                    on: "tf.layers.lstm({ units: 8 })",
                },
            ],
        },
        {
            name: "dense on a last dimension that is not known",
            code: `const x = tf.input({ shape: [4, null] });
const y = tf.layers.dense({ units: 3 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "undefinedAxis",
                    data: { callee: "dense", input: "[null, 4, null]", place: "", what: "the last dimension", axis: "2" },
                    on: "x",
                    nth: 2,
                },
            ],
        },
        {
            name: "a convolution on channels that are not known",
            code: `const x = tf.input({ shape: [8, 8, null] });
const y = tf.layers.conv2d({ filters: 8, kernelSize: 3 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "undefinedAxis",
                    data: { callee: "conv2d", input: "[null, 8, 8, null]", place: "", what: "the channels", axis: "3" },
                    on: "x",
                    nth: 2,
                },
            ],
        },
        {
            name: "a shared layer gets another last dimension",
            code: `const d = tf.layers.dense({ units: 3 });
const a = tf.input({ shape: [4] });
const b = tf.input({ shape: [5] });
d.apply(a);
d.apply(b);`,
            errors: [
                {
                    messageId: "size",
                    data: { callee: "dense", input: "[null, 5]", place: "", what: "the last dimension", expected: "4", why: "the layer was built for this size", effect: "" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "a merge of one input",
            code: `const a = tf.input({ shape: [4] });
tf.layers.add().apply([a]);`,
            errors: [
                {
                    messageId: "count",
                    data: { callee: "add", count: "one input", expected: "at least 2 inputs" },
                    on: "tf.layers.add()",
                },
            ],
        },
        {
            name: "two inputs for a layer of one",
            code: `const a = tf.input({ shape: [4] });
const b = tf.input({ shape: [4] });
tf.layers.dense({ units: 3 }).apply([a, b]);`,
            errors: [
                {
                    messageId: "count",
                    data: { callee: "dense", count: "2 inputs", expected: "one input" },
                    on: "tf.layers.dense({ units: 3 })",
                },
            ],
        },
        {
            name: "one report for a function that is called many times",
            code: `const block = (x) => tf.layers.conv2d({ filters: 8, kernelSize: 3 }).apply(x);
for (const size of [4, 5, 6]) {
    block(tf.input({ shape: [size] }));
}`,
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "conv2d", input: "[null, 4]", place: "", expected: "rank 4", effect: "" },
                    on: "x",
                    nth: 2,
                },
            ],
        },
        {
            name: "an operation: a filter of the wrong rank",
            code: "tf.conv2d(tf.zeros([1, 8, 8, 3]), tf.zeros([3, 3]), 1, 'same');",
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "conv2d", input: "[3, 3]", place: " as `filter`", expected: "rank 4", effect: "" },
                    on: "tf.zeros([3, 3])",
                },
            ],
        },
        {
            name: "an operation: channels that the filter does not take",
            code: "tf.conv2d(tf.zeros([1, 8, 8, 3]), tf.zeros([3, 3, 4, 8]), 1, 'same');",
            errors: [
                {
                    messageId: "size",
                    data: { callee: "conv2d", input: "[1, 8, 8, 3]", place: " as `x`", what: "the channels", expected: "4", why: "filter takes so many at index 2", effect: "" },
                    on: "tf.zeros([1, 8, 8, 3])",
                },
            ],
        },
        {
            name: "an operation as a method",
            code: `const x = tf.zeros([2, 3]);
const y = x.squeeze([0]);`,
            errors: [
                {
                    messageId: "size",
                    data: { callee: "squeeze", input: "[2, 3]", place: "", what: "axis 0", expected: "1", why: "only axes of size 1 can be squeezed", effect: "" },
                    on: "[0]",
                },
            ],
        },
        {
            name: "matMul of vectors",
            code: `const v = tf.zeros([3]);
tf.matMul(v, tf.zeros([3, 3]));`,
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "matMul", input: "[3]", place: " as `a`", expected: "at least rank 2", effect: "" },
                    on: "v",
                    nth: 2,
                },
            ],
        },
        {
            name: "inputShape with the batch in it",
            code: `const model = tf.sequential();
model.add(tf.layers.conv2d({ inputShape: [null, 28, 28, 1], filters: 8, kernelSize: 3 }));`,
            errors: [
                {
                    messageId: "batch",
                    data: { callee: "conv2d", option: "inputShape", given: "[null, 28, 28, 1]", input: "[null, null, 28, 28, 1]", expected: "rank 4" },
                    on: "[null, 28, 28, 1]",
                    suggestions: [
                        { messageId: "setOption", data: { name: "inputShape", value: "[28, 28, 1]" }, output: `const model = tf.sequential();
model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3 }));` },
                    ],
                },
            ],
        },
        {
            name: "inputShape with the batch in it, in a constant: it is named where it is used",
            code: `const SHAPE = [32, 10, 4];
tf.sequential({ layers: [tf.layers.lstm({ units: 8, inputShape: SHAPE })] });`,
            errors: [
                {
                    messageId: "batch",
                    data: { callee: "lstm", option: "inputShape", given: "[32, 10, 4]", input: "[null, 32, 10, 4]", expected: "rank 3" },
                    on: "SHAPE",
                    nth: 2,
                },
            ],
        },
        {
            name: "inputShape without channels: the shape is what to change",
            code: `const model = tf.sequential();
model.add(tf.layers.conv2d({ inputShape: [28, 28], filters: 8, kernelSize: 3 }));`,
            errors: [{ messageId: "rank", data: { callee: "conv2d", input: "[null, 28, 28]", place: "", expected: "rank 4", effect: "" }, on: "[28, 28]" }],
        },
        {
            name: "a shared bidirectional layer on another last dimension: accepted when built",
            code: `const both = tf.layers.bidirectional({ layer: tf.layers.gru({ units: 4 }) });
const narrow = tf.input({ shape: [5, 3] });
const wide = tf.input({ shape: [5, 6] });
tf.model({ inputs: [narrow, wide], outputs: [both.apply(narrow), both.apply(wide)] });`,
            errors: [
                {
                    messageId: "size",
                    data: { callee: "bidirectional", input: "[null, 5, 6]", place: "", what: "the last dimension", expected: "3", why: "the layer was built for this size", effect: "" },
                    on: "wide",
                    nth: 3,
                },
            ],
        },
        {
            name: "a loss for each sample is not a loss to minimise",
            code: `const w = tf.variable(tf.zeros([3, 1]));
tf.train.sgd(0.1).minimize(() => tf.ones([8, 3]).matMul(w).square());`,
            errors: [{ messageId: "loss", data: { callee: "minimize", shape: "[8, 1]" }, on: "() => tf.ones([8, 3]).matMul(w).square()" }],
        },
        {
            name: "variableGrads of a vector",
            code: `const w = tf.variable(tf.zeros([3]));
tf.variableGrads(() => w.mul(2));`,
            errors: [{ messageId: "loss", data: { callee: "variableGrads", shape: "[3]" }, on: "() => w.mul(2)" }],
        },
    ],
};

testRule("input-shape", rule, tables);
checkTruth("input-shape", tables);
