import rule from "../../rules/no-unsupported.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
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
