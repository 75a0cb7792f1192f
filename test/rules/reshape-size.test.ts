import rule from "../../rules/reshape-size.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const afterDeconvolution = (stride: string, size: string): string => `const x = tf.input({ shape: [4, 4, 3] });
const y = tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same'${stride} }).apply(x);
const z = tf.layers.reshape({ targetShape: [${size}] }).apply(y);
tf.model({ inputs: x, outputs: z });`;

const tables: TrueTables = {
    valid: [
        {
            name: "as many elements as before",
            code: `const x = tf.input({ shape: [4, 4, 2] });
const y = tf.layers.reshape({ targetShape: [8, 4] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "-1 is worked out",
            code: `const x = tf.input({ shape: [4, 4, 2] });
const y = tf.layers.reshape({ targetShape: [-1, 4] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "null is worked out as well",
            code: `const x = tf.input({ shape: [4, 4, 2] });
const y = tf.layers.reshape({ targetShape: [null, 4] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "flatten of known sizes",
            code: `const x = tf.input({ shape: [4, 4, 2] });
const y = tf.layers.flatten().apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "a tensor as a method",
            code: `const x = tf.zeros([2, 6]);
const y = x.reshape([3, 4]);`,
        },
        {
            name: "silent: the target's size is a parameter, so nothing is proved",
            code: `function rows(n) {
    return tf.zeros([2, 6]).reshape([3, n]);
}`,
        },
        {
            name: "silent: data of unknown length",
            code: `async function load(url) {
    const data = await (await fetch(url)).json();
    return tf.tensor(data).reshape([28, 28]);
}`,
        },
    ],
    invalid: [
        {
            name: "a deconvolution ahead of it lacks its stride, perhaps",
            code: afterDeconvolution("", "64"),
            errors: [
                {
                    messageId: "size",
                    data: { callee: "reshape", input: "[null, 4, 4, 1]", inputSize: "16", target: "[64]", targetSize: "64" },
                    on: "[64]",
                    suggestions: [
                        { messageId: "setOptionOf", data: { name: "strides", value: "2", layer: "conv2dTranspose" }, output: afterDeconvolution(", strides: 2", "64") },
                        { messageId: "setOption", data: { name: "targetShape", value: "[16]" }, output: afterDeconvolution("", "16") },
                        { messageId: "setOption", data: { name: "targetShape", value: "[-1]" }, output: afterDeconvolution("", "-1") },
                    ],
                },
            ],
        },
        {
            name: "one wrong target, one report: what comes out of it is not judged",
            code: `const x = tf.input({ shape: [63] });
const y = tf.layers.reshape({ targetShape: [7, 10] }).apply(x);
tf.model({ inputs: x, outputs: tf.layers.reshape({ targetShape: [63] }).apply(y) });`,
            errors: [
                {
                    messageId: "size",
                    data: { callee: "reshape", input: "[null, 63]", inputSize: "63", target: "[7, 10]", targetSize: "70" },
                    on: "[7, 10]",
                    suggestions: [
                        { messageId: "setOption", data: { name: "targetShape", value: "[7, 9]" }, output: `const x = tf.input({ shape: [63] });
const y = tf.layers.reshape({ targetShape: [7, 9] }).apply(x);
tf.model({ inputs: x, outputs: tf.layers.reshape({ targetShape: [63] }).apply(y) });` },
                        { messageId: "setOption", data: { name: "targetShape", value: "[7, -1]" }, output: `const x = tf.input({ shape: [63] });
const y = tf.layers.reshape({ targetShape: [7, -1] }).apply(x);
tf.model({ inputs: x, outputs: tf.layers.reshape({ targetShape: [63] }).apply(y) });` },
                    ],
                },
            ],
        },
        {
            name: "one axis can be mended: 32 / 4 = 8",
            code: `const x = tf.input({ shape: [4, 4, 2] });
const y = tf.layers.reshape({ targetShape: [4, 9] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "size",
                    data: { callee: "reshape", input: "[null, 4, 4, 2]", inputSize: "32", target: "[4, 9]", targetSize: "36" },
                    on: "[4, 9]",
                    suggestions: [
                        { messageId: "setOption", data: { name: "targetShape", value: "[4, 8]" }, output: `const x = tf.input({ shape: [4, 4, 2] });
const y = tf.layers.reshape({ targetShape: [4, 8] }).apply(x);
tf.model({ inputs: x, outputs: y });` },
                        { messageId: "setOption", data: { name: "targetShape", value: "[4, -1]" }, output: `const x = tf.input({ shape: [4, 4, 2] });
const y = tf.layers.reshape({ targetShape: [4, -1] }).apply(x);
tf.model({ inputs: x, outputs: y });` },
                    ],
                },
            ],
        },
        {
            name: "no single axis can be mended",
            code: `const x = tf.input({ shape: [4, 4, 2] });
const y = tf.layers.reshape({ targetShape: [7, 5] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "size",
                    data: { callee: "reshape", input: "[null, 4, 4, 2]", inputSize: "32", target: "[7, 5]", targetSize: "35" },
                    on: "[7, 5]",
                },
            ],
        },
        {
            name: "two axes are left open",
            code: `const x = tf.input({ shape: [4, 4, 2] });
const y = tf.layers.reshape({ targetShape: [-1, -1] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "two",
                    data: { callee: "reshape", input: "[null, 4, 4, 2]", inputSize: "32", target: "[-1, -1]" },
                    on: "-1",
                    nth: 2,
                },
            ],
        },
        {
            name: "the rest of the target does not divide the input",
            code: `const x = tf.input({ shape: [4, 4, 2] });
const y = tf.layers.reshape({ targetShape: [-1, 5] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "remainder",
                    data: { callee: "reshape", input: "[null, 4, 4, 2]", inputSize: "32", target: "[-1, 5]" },
                    on: "[-1, 5]",
                },
            ],
        },
        {
            name: "flatten of a size that is not known",
            code: `const x = tf.input({ shape: [null, 4] });
const y = tf.layers.flatten().apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "flatten",
                    data: { callee: "flatten", input: "[null, null, 4]", axis: "1" },
                    on: "x",
                    nth: 2,
                },
            ],
        },
        {
            name: "a tensor: 12 elements are not 15",
            code: `const x = tf.zeros([2, 6]);
const y = x.reshape([3, 5]);`,
            errors: [
                {
                    messageId: "size",
                    data: { callee: "reshape", input: "[2, 6]", inputSize: "12", target: "[3, 5]", targetSize: "15" },
                    on: "[3, 5]",
                    suggestions: [
                        { messageId: "setOption", data: { name: "shape", value: "[3, 4]" }, output: `const x = tf.zeros([2, 6]);
const y = x.reshape([3, 4]);` },
                        { messageId: "setOption", data: { name: "shape", value: "[3, -1]" }, output: `const x = tf.zeros([2, 6]);
const y = x.reshape([3, -1]);` },
                    ],
                },
            ],
        },
        {
            name: "symbolic sizes: the axis is written with the author's own names",
            notRun: "its sizes or options are the caller's",
            code: `export function rows(h) {
    const x = tf.input({ shape: [h, 6] });
    return tf.layers.reshape({ targetShape: [h, 2, 2] }).apply(x);
}`,
            errors: [
                {
                    messageId: "size",
                    data: { callee: "reshape", input: "[null, h, 6]", inputSize: "6*h", target: "[h, 2, 2]", targetSize: "4*h" },
                    on: "[h, 2, 2]",
                    suggestions: [
                        { messageId: "setOption", data: { name: "targetShape", value: "[h, 3, 2]" }, output: `export function rows(h) {
    const x = tf.input({ shape: [h, 6] });
    return tf.layers.reshape({ targetShape: [h, 3, 2] }).apply(x);
}` },
                        { messageId: "setOption", data: { name: "targetShape", value: "[h, 2, 3]" }, output: `export function rows(h) {
    const x = tf.input({ shape: [h, 6] });
    return tf.layers.reshape({ targetShape: [h, 2, 3] }).apply(x);
}` },
                        { messageId: "setOption", data: { name: "targetShape", value: "[h, -1, 2]" }, output: `export function rows(h) {
    const x = tf.input({ shape: [h, 6] });
    return tf.layers.reshape({ targetShape: [h, -1, 2] }).apply(x);
}` },
                    ],
                },
            ],
        },
        {
            name: "a tensor that holds no elements cannot be worked out",
            code: "tf.zeros([2, 6]).reshape([0, -1]);",
            errors: [
                {
                    messageId: "empty",
                    data: { callee: "reshape", input: "[2, 6]", inputSize: "12", target: "[0, -1]" },
                    on: "[0, -1]",
                },
            ],
        },
    ],
};

testRule("reshape-size", rule, tables);
checkTruth("reshape-size", tables);
