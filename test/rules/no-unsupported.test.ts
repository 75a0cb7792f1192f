import rule from "../../rules/no-unsupported.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const weightless = `const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [3, 4] })] });
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });`;

const tables: TrueTables = {
    valid: [
        {
            name: "behind a layer that stops the mask, or that makes none, a softmax works",
            code: `const words = tf.input({ shape: [4] });
const vectors = tf.layers.embedding({ inputDim: 9, outputDim: 3 }).apply(words);
tf.model({ inputs: words, outputs: tf.layers.softmax({ axis: -1 }).apply(vectors) });
const model = tf.sequential();
model.add(tf.layers.masking({ inputShape: [4, 3] }));
model.add(tf.layers.dense({ units: 5 }));
model.add(tf.layers.activation({ activation: 'softmax' }));`,
        },
        {
            name: "silent: as many features as steps, where a batch of as many, or of one, goes through",
            failsFor: "it is run on a batch of two",
            code: "const model = tf.sequential({ layers: [tf.layers.masking({ inputShape: [3, 3] }), tf.layers.softmax({ axis: -1 })] });",
        },
        {
            name: "a model without weights can be evaluated",
            code: `${weightless}\nmodel.evaluate(tf.zeros([2, 3, 4]), tf.zeros([2, 12]));`,
        },
        {
            name: "silent: a layer of the program's own may have weights",
            failsFor: "it has none",
            code: `class Scale extends tf.layers.Layer { constructor(options) { super(options); } }\nScale.className = 'Scale';\nconst model = tf.sequential({ layers: [new Scale({ inputShape: [3] })] });\nmodel.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });\nawait model.fit(tf.zeros([2, 3]), tf.zeros([2, 3]));`,
        },
        {
            name: "'causal' can be written with padding by hand",
            code: `const x = tf.input({ shape: [8, 3] });
const y = tf.layers.conv1d({ filters: 2, kernelSize: 3, padding: 'same' }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "softmax along the last axis",
            code: `const x = tf.input({ shape: [8, 3] });
const y = tf.layers.softmax({ axis: -1 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
    ],
    invalid: [
        {
            name: "a mask for each step, where a softmax wants one for each element",
            code: `const model = tf.sequential();
model.add(tf.layers.masking({ inputShape: [4, 3] }));
model.add(tf.layers.dense({ units: 5 }));
model.add(tf.layers.softmax({ axis: -1 }));`,
            errors: [{ messageId: "unsupported", data: { callee: "softmax", when: "run", what: "a softmax of [null, 4, 5] behind `masking`, whose mask is [null, 4]", effect: "" }, on: "tf.layers.softmax({ axis: -1 })" }],
        },
        {
            name: "the mask of an embedding",
            code: `const words = tf.input({ shape: [4] });
const vectors = tf.layers.embedding({ inputDim: 9, outputDim: 3, maskZero: true }).apply(words);
const y = tf.layers.softmax({ axis: -1 }).apply(tf.layers.dropout({ rate: 0.1 }).apply(vectors));
tf.model({ inputs: words, outputs: y });`,
            errors: [{ messageId: "unsupported", data: { callee: "softmax", when: "run", what: "a softmax of [null, 4, 3] behind `embedding`, whose mask is [null, 4]", effect: "" }, on: "tf.layers.softmax({ axis: -1 })" }],
        },
        {
            name: "training what has no weights",
            code: `${weightless}\nawait model.trainOnBatch(tf.zeros([2, 3, 4]), tf.zeros([2, 12]));`,
            errors: [{ messageId: "unsupported", data: { callee: "trainOnBatch", when: "run", what: "training a model that has no weights", effect: "" }, on: "model.trainOnBatch(tf.zeros([2, 3, 4]), tf.zeros([2, 12]))" }],
        },
        {
            name: "'causal' in one dimension",
            code: `const x = tf.input({ shape: [8, 3] });
const y = tf.layers.conv1d({ filters: 2, kernelSize: 3, padding: 'causal' }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "unsupported",
                    data: { callee: "conv1d", when: "run", what: "padding 'causal'", effect: "" },
                    on: "'causal'",
                },
            ],
        },
        {
            name: "'causal' in two dimensions",
            code: `const x = tf.input({ shape: [8, 8, 3] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, padding: 'causal' }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "unsupported",
                    data: { callee: "conv2d", when: "run", what: "padding 'causal'", effect: "" },
                    on: "'causal'",
                },
            ],
        },
        {
            name: "softmax along another axis",
            code: `const x = tf.input({ shape: [8, 3] });
const y = tf.layers.softmax({ axis: 1 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "unsupported",
                    data: { callee: "softmax", when: "run", what: "a softmax along another axis than the last of rank 3", effect: "" },
                    on: "1",
                },
            ],
        },
        {
            name: "pooling without its options",
            code: "tf.layers.maxPooling2d();",
            errors: [
                {
                    messageId: "unsupported",
                    data: { callee: "maxPooling2d", when: "built", what: "maxPooling2d() without an object of options", effect: "" },
                    on: "tf.layers.maxPooling2d()",
                },
            ],
        },
    ],
};

testRule("no-unsupported", rule, tables);
checkTruth("no-unsupported", tables);
