import rule from "../../rules/no-empty-output.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "a kernel as large as its input leaves one",
            code: `const x = tf.input({ shape: [4, 4, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 4 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "with 'same' padding any kernel fits",
            code: `const x = tf.input({ shape: [4, 4, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 9, padding: 'same' }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "an empty tensor may be meant",
            code: "tf.zeros([0, 3]).concat(tf.zeros([2, 3]));",
        },
        {
            name: "silent: the size is a parameter, and may be large enough",
            notRun: "its sizes or options are the caller's",
            code: `export function block(h) {
    return tf.layers.conv2d({ filters: 2, kernelSize: 9 }).apply(tf.input({ shape: [h, h, 1] }));
}`,
        },
        {
            name: "silent: no size is given",
            code: `const x = tf.input({ shape: [null, null, 3] });
tf.layers.maxPooling2d({ poolSize: 64 }).apply(x);`,
        },
    ],
    invalid: [
        {
            name: "a kernel larger than its input: accepted in silence when built",
            code: `const x = tf.input({ shape: [4, 4, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 9 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "empty",
                    data: { callee: "conv2d", output: "[null, -4, -4, 2]", input: "[null, 4, 4, 1]", axis: "1", size: "-4", effect: "" },
                    on: "tf.layers.conv2d({ filters: 2, kernelSize: 9 })",
                },
            ],
        },
        {
            name: "pooling larger than its input",
            code: `const x = tf.input({ shape: [2, 2, 3] });
const y = tf.layers.maxPooling2d({ poolSize: 4 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "empty",
                    data: { callee: "maxPooling2d", output: "[null, 0, 0, 3]", input: "[null, 2, 2, 3]", axis: "1", size: "0", effect: "" },
                    on: "tf.layers.maxPooling2d({ poolSize: 4 })",
                },
            ],
        },
        {
            name: "one pooling too many in a sequential model",
            code: `const model = tf.sequential();
model.add(tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1] }));
model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
model.add(tf.layers.maxPooling2d({ poolSize: 2 }));`,
            errors: [
                {
                    messageId: "empty",
                    data: { callee: "maxPooling2d", output: "[null, 0, 0, 2]", input: "[null, 1, 1, 2]", axis: "1", size: "0", effect: "" },
                    on: "tf.layers.maxPooling2d({ poolSize: 2 })",
                    nth: 3,
                },
            ],
        },
        {
            name: "a crop of more than there is",
            code: `const x = tf.input({ shape: [4, 4, 1] });
const y = tf.layers.cropping2D({ cropping: [[3, 3], [0, 0]] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "empty",
                    data: { callee: "cropping2D", output: "[null, -2, 4, 1]", input: "[null, 4, 4, 1]", axis: "1", size: "-2", effect: "" },
                    on: "tf.layers.cropping2D({ cropping: [[3, 3], [0, 0]] })",
                },
            ],
        },
        {
            name: "a loop that pools once too often: one report",
            code: `let x = tf.input({ shape: [16, 16, 3] });
const input = x;
for (let i = 0; i < 6; i++) {
    x = tf.layers.averagePooling2d({ poolSize: 2 }).apply(x);
}
tf.model({ inputs: input, outputs: x });`,
            errors: [
                {
                    messageId: "empty",
                    data: { callee: "averagePooling2d", output: "[null, 0, 0, 3]", input: "[null, 1, 1, 3]", axis: "1", size: "0", effect: "" },
                    on: "tf.layers.averagePooling2d({ poolSize: 2 })",
                },
            ],
        },
        {
            name: "an operation: a pooling window larger than its input",
            code: "tf.maxPool(tf.zeros([1, 2, 2, 3]), 4, 1, 'valid');",
            errors: [
                {
                    messageId: "empty",
                    data: { callee: "maxPool", output: "[1, -1, -1, 3]", input: "[1, 2, 2, 3]", axis: "1", size: "-1", effect: "" },
                    on: "4",
                },
            ],
        },
    ],
};

testRule("no-empty-output", rule, tables);
checkTruth("no-empty-output", tables);
