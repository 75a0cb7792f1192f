import rule from "../../rules/no-unsupported.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const weightless = `const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [3, 4] })] });
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });`;

const tables: TrueTables = {
    valid: [
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
