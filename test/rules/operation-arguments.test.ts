import rule from "../../rules/operation-arguments.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "a slice that ends where the axis does",
            code: "tf.slice(tf.zeros([4, 3]), [1, 0], [3, -1]);",
        },
        {
            name: "a pair for each axis",
            code: "tf.pad(tf.zeros([4, 3]), [[1, 1], [0, 0]]);",
        },
        {
            name: "a split into equal parts",
            code: "tf.split(tf.zeros([6, 2]), 3);",
        },
        {
            name: "strides for height and width",
            code: "tf.conv2d(tf.zeros([1, 8, 8, 3]), tf.zeros([3, 3, 3, 8]), [2, 2], 'same');",
        },
        {
            name: "silent: where the slice begins is a parameter",
            code: `function tail(n) {
    return tf.zeros([4, 3]).slice([n, 0]);
}`,
        },
    ],
    invalid: [
        {
            name: "a slice of more than there is",
            code: "tf.slice(tf.zeros([4, 3]), [2, 0], [3, 3]);",
            errors: [
                {
                    messageId: "slice",
                    data: { callee: "slice", part: "3 from index 2", axis: "0", input: "[4, 3]", length: "4", effect: "" },
                    on: "3",
                    nth: 2,
                },
            ],
        },
        {
            name: "a slice as a method",
            silently: "makes a tensor of a negative size",
            code: `const x = tf.zeros([4, 3]);
x.slice([5, 0]);`,
            errors: [
                {
                    messageId: "slice",
                    data: { callee: "slice", part: "all from index 5", axis: "0", input: "[4, 3]", length: "4", effect: " TensorFlow.js gives that axis the size -1." },
                    on: "5",
                },
            ],
        },
        {
            name: "a pair too few",
            silently: "drops an axis",
            code: "tf.pad(tf.zeros([4, 3]), [[1, 1]]);",
            errors: [
                {
                    messageId: "pairs",
                    data: { callee: "pad", pairs: "one pair", input: "[4, 3]", axes: "2", effect: " TensorFlow.js drops axes: the result has rank 1." },
                    on: "[[1, 1]]",
                },
            ],
        },
        {
            name: "a mirror as wide as the axis",
            code: "tf.mirrorPad(tf.zeros([4, 3]), [[0, 0], [3, 3]], 'reflect');",
            errors: [
                {
                    messageId: "padSize",
                    data: { callee: "mirrorPad", axis: "1", input: "[4, 3]", pad: "3", most: "2", effect: "" },
                    on: "[3, 3]",
                },
            ],
        },
        {
            name: "a split with a rest",
            code: "tf.split(tf.zeros([7, 2]), 3);",
            errors: [
                {
                    messageId: "divisible",
                    data: { what: "The axis to split", size: "7", by: "3", effect: "" },
                    on: "3",
                },
            ],
        },
        {
            name: "an equation for another number of tensors",
            code: "tf.einsum('ij,jk->ik', tf.zeros([2, 3]));",
            errors: [
                {
                    messageId: "equation",
                    data: { equation: "ij,jk->ik", why: "is for 2 tensors, but there are 1", effect: "" },
                    on: "'ij,jk->ik'",
                },
            ],
        },
        {
            name: "strides as Python writes them",
            silently: "reads the first two",
            code: "tf.conv2d(tf.zeros([1, 8, 8, 3]), tf.zeros([3, 3, 3, 8]), [1, 2, 2, 1], 'same');",
            errors: [
                {
                    messageId: "window",
                    data: { option: "strides", given: "[1, 2, 2, 1]", read: "[1, 2]" },
                    on: "[1, 2, 2, 1]",
                    suggestions: [
                        { messageId: "setOption", data: { name: "strides", value: "[2, 2]" }, output: "tf.conv2d(tf.zeros([1, 8, 8, 3]), tf.zeros([3, 3, 3, 8]), [2, 2], 'same');" },
                    ],
                },
            ],
        },
        {
            name: "strides and padding swapped",
            code: "tf.conv2d(tf.zeros([1, 8, 8, 3]), tf.zeros([3, 3, 3, 8]), 'same', 2);",
            output: "tf.conv2d(tf.zeros([1, 8, 8, 3]), tf.zeros([3, 3, 3, 8]), 2, 'same');",
            errors: [
                {
                    messageId: "swapped",
                    data: { first: "strides", second: "pad", effect: "" },
                    on: "'same'",
                },
            ],
        },
        {
            name: "swapped, and the stride is wrong as well: it can be judged once it is in its place",
            code: "tf.conv2dTranspose(tf.zeros([1, 4, 4, 3]), tf.zeros([3, 3, 1, 3]), [1, 8, 8, 1], 'same', [1, 1]);",
            output: "tf.conv2dTranspose(tf.zeros([1, 4, 4, 3]), tf.zeros([3, 3, 1, 3]), [1, 8, 8, 1], [1, 1], 'same');",
            errors: [{ messageId: "swapped", data: { first: "strides", second: "pad", effect: "" }, on: "'same'" }],
        },
        {
            name: "calls are not put in another order",
            code: "const stride = () => 2;\ntf.conv2d(tf.zeros([1, 8, 8, 3]), tf.zeros([3, 3, 3, 8]), 'same', stride());",
            errors: [{ messageId: "swapped", data: { first: "strides", second: "pad", effect: "" }, on: "'same'" }],
        },
    ],
};

testRule("operation-arguments", rule, tables);
checkTruth("operation-arguments", tables);
