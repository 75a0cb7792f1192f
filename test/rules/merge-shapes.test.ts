import rule from "../../rules/merge-shapes.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "equal shapes",
            code: `const a = tf.input({ shape: [4, 4, 8] });
const b = tf.input({ shape: [4, 4, 8] });
tf.model({ inputs: [a, b], outputs: tf.layers.add().apply([a, b]) });`,
        },
        {
            name: "a size of 1 broadcasts",
            code: `const a = tf.input({ shape: [4, 4, 8] });
const b = tf.input({ shape: [1, 1, 8] });
tf.model({ inputs: [a, b], outputs: tf.layers.multiply().apply([a, b]) });`,
        },
        {
            name: "concatenation on the axis that differs",
            code: `const a = tf.input({ shape: [4, 4, 8] });
const b = tf.input({ shape: [4, 4, 3] });
tf.model({ inputs: [a, b], outputs: tf.layers.concatenate().apply([a, b]) });`,
        },
        {
            name: "dot along axes of one size",
            code: `const a = tf.input({ shape: [6, 8] });
const b = tf.input({ shape: [9, 8] });
tf.model({ inputs: [a, b], outputs: tf.layers.dot({ axes: [2, 2] }).apply([a, b]) });`,
        },
        {
            name: "silent: h and w may be the same",
            notRun: "its sizes or options are the caller's",
            code: `export function skip(h, w) {
    const a = tf.input({ shape: [h, 8] });
    const b = tf.input({ shape: [w, 8] });
    return tf.layers.add().apply([a, b]);
}`,
        },
    ],
    invalid: [
        {
            name: "other channels",
            code: `const a = tf.input({ shape: [4, 4, 8] });
const b = tf.input({ shape: [4, 4, 3] });
tf.layers.add().apply([a, b]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "add", a: "8", b: "3", axis: "3", first: "1", firstShape: "[null, 4, 4, 8]", second: "2", secondShape: "[null, 4, 4, 3]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "concatenation off the joined axis",
            code: `const a = tf.input({ shape: [8, 8, 16] });
const b = tf.input({ shape: [7, 7, 16] });
tf.layers.concatenate().apply([a, b]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concatenate", a: "8", b: "7", axis: "1", first: "1", firstShape: "[null, 8, 8, 16]", second: "2", secondShape: "[null, 7, 7, 16]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "concatenation of other ranks",
            code: `const a = tf.input({ shape: [8, 16] });
const b = tf.input({ shape: [16] });
tf.layers.concatenate().apply([a, b]);`,
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "concatenate", first: "1", firstShape: "[null, 8, 16]", second: "2", secondShape: "[null, 16]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "the inputs in a variable",
            code: `const a = tf.input({ shape: [8] });
const b = tf.input({ shape: [9] });
const both = [a, b];
tf.layers.average().apply(both);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "average", a: "8", b: "9", axis: "1", first: "1", firstShape: "[null, 8]", second: "2", secondShape: "[null, 9]" },
                    on: "both",
                    nth: 2,
                },
            ],
        },
        {
            name: "dot along axes of different sizes",
            code: `const a = tf.input({ shape: [6, 8] });
const b = tf.input({ shape: [8, 6] });
tf.layers.dot({ axes: [2, 2] }).apply([a, b]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "dot", a: "8", b: "6", axis: "2", first: "1", firstShape: "[null, 6, 8]", second: "2", secondShape: "[null, 8, 6]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "symbolic sizes that can never be the same",
            notRun: "its sizes or options are the caller's",
            code: `export function skip(h) {
    const a = tf.input({ shape: [h, 8] });
    const b = tf.input({ shape: [2 * h, 8] });
    return tf.layers.concatenate().apply([a, b]);
}`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concatenate", a: "h", b: "2*h", axis: "1", first: "1", firstShape: "[null, h, 8]", second: "2", secondShape: "[null, 2*h, 8]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "a deconvolution upstream lacks its stride: the fix adds it",
            code: `const x = tf.input({ shape: [8, 8, 4] });
const down = tf.layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }).apply(x);
const up = tf.layers.conv2dTranspose({ filters: 4, kernelSize: 3, padding: 'same' }).apply(down);
tf.layers.concatenate().apply([x, up]);`,
            output: `const x = tf.input({ shape: [8, 8, 4] });
const down = tf.layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }).apply(x);
const up = tf.layers.conv2dTranspose({ filters: 4, kernelSize: 3, padding: 'same', strides: 2 }).apply(down);
tf.layers.concatenate().apply([x, up]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concatenate", a: "8", b: "4", axis: "1", first: "1", firstShape: "[null, 8, 8, 4]", second: "2", secondShape: "[null, 4, 4, 4]" },
                    on: "up",
                    nth: 2,
                    suggestions: [
                        { messageId: "setOptionOf", data: { name: "strides", value: "1", layer: "conv2d" }, output: `const x = tf.input({ shape: [8, 8, 4] });
const down = tf.layers.conv2d({ filters: 4, kernelSize: 3, strides: 1, padding: 'same' }).apply(x);
const up = tf.layers.conv2dTranspose({ filters: 4, kernelSize: 3, padding: 'same' }).apply(down);
tf.layers.concatenate().apply([x, up]);` },
                    ],
                },
            ],
        },
        {
            name: "tf.concat of rows of other lengths",
            code: `const a = tf.zeros([2, 3]);
const b = tf.zeros([2, 4]);
tf.concat([a, b], 0);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concat", a: "3", b: "4", axis: "1", first: "1", firstShape: "[2, 3]", second: "2", secondShape: "[2, 4]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
    ],
};

testRule("merge-shapes", rule, tables);
checkTruth("merge-shapes", tables);
