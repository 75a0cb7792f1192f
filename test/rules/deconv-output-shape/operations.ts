/** TensorFlow.js operations: as functions and as methods, in two and three dimensions. */
import type { Tables } from "../test-rule.js";
import { set, setBoth, twiceTheInput, twiceUnsaid } from "./expected.js";

const up = (rest: string): string => `const y = tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), ${rest});`;
const up3 = (rest: string): string => `const y = tf.conv3dTranspose(tf.zeros([1, 4, 4, 2, 1]), tf.zeros([3, 3, 3, 1, 1]), ${rest});`;

export const operations: Tables = {
    valid: [
        { name: "twice the input with a stride of 2", code: up("[1, 8, 8, 1], 2, 'same'") },
        { name: "one less than twice the input is legal for a stride of 2 as well", code: up("[1, 7, 8, 1], 2, 'same'") },
        { name: "valid: (4 - 1) * 2 + 3 is the least legal length, and one more the greatest", code: up("[1, 9, 10, 1], 2, 'valid'") },
        { name: "explicit padding: 4 -> 8 with kernel 3, stride 2, padding 1", code: up("[1, 8, 8, 1], 2, 1") },
        { name: "each axis has its own stride", code: up("[1, 8, 12, 1], [2, 3], 'same'") },
        { name: "three axes", code: up3("[1, 8, 8, 2, 1], [2, 2, 1], 'same'") },
        { name: "a batch that was not read from anywhere else", code: "const x = tf.zeros([5, 4, 4, 1]); const y = x.conv2dTranspose(tf.zeros([3, 3, 1, 1]), [5, 8, 8, 1], 2, 'same');" },
        { name: "silent: the stride is a parameter", code: "const up = (x, s) => tf.conv2dTranspose(x, tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], s, 'same');" },
        { name: "silent: the input is a parameter, of which only the rank is known", code: "const up = (x: tf.Tensor4D) => x.conv2dTranspose(tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 1, 'same');" },
        { name: "silent: the padding is a parameter", code: "const up = (x, pad) => tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 2, pad);" },
        { name: "silent: height and width are swapped, but nobody knows which is which", code: "const up = (x, h, w) => tf.conv2dTranspose(tf.zeros([1, h, w, 1]), tf.zeros([3, 3, 1, 1]), [1, w, h, 1], 1, 'same');" },
        { name: "silent: `tf` is not TensorFlow.js", code: "const tf = require('terraform'); const y = tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 1, 'same');" },
        { name: "silent: a method that the program has replaced", code: "tf.Tensor.prototype.conv2dTranspose = function () { return this; };\ntf.zeros([1, 4, 4, 1]).conv2dTranspose(tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 1, 'same');" },
        { name: "silent: a method of the same name on something else", code: "class Plan { conv2dTranspose(...args) {} } new Plan().conv2dTranspose([3, 3, 1, 1], [1, 8, 8, 1], 1, 'same');" },
    ],
    invalid: [
        {
            name: "the founding mistake: a declared shape of twice the input, and no stride of 2",
            code: up("[1, 8, 8, 1], 1, 'same'"),
            output: up("[1, 8, 8, 1], 2, 'same'"),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", up("[1, 4, 4, 1], 1, 'same'")),
                    ],
                },
            ],
        },
        {
            name: "the same as a method",
            code: `const x = tf.zeros([1, 4, 4, 1]);
const y = x.conv2dTranspose(tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 1, 'same');`,
            output: `const x = tf.zeros([1, 4, 4, 1]);
const y = x.conv2dTranspose(tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 2, 'same');`,
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", `const x = tf.zeros([1, 4, 4, 1]);
const y = x.conv2dTranspose(tf.zeros([3, 3, 1, 1]), [1, 4, 4, 1], 1, 'same');`),
                    ],
                },
            ],
        },
        {
            name: "the same with the global under another name",
            code: "const t = globalThis.tf;\nt.conv2dTranspose(t.zeros([1, 4, 4, 1]), t.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 1, 'same');",
            output: "const t = globalThis.tf;\nt.conv2dTranspose(t.zeros([1, 4, 4, 1]), t.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 2, 'same');",
            errors: [{ messageId: "length", data: twiceTheInput, on: "[1, 8, 8, 1]", suggestions: [set("outputShape", "[1, 4, 4, 1]", "const t = globalThis.tf;\nt.conv2dTranspose(t.zeros([1, 4, 4, 1]), t.zeros([3, 3, 1, 1]), [1, 4, 4, 1], 1, 'same');")] }],
        },
        {
            name: "the same with an import under another name",
            code: `import { conv2dTranspose as deconvolve, zeros } from '@tensorflow/tfjs-core';
const y = deconvolve(zeros([1, 4, 4, 1]), zeros([3, 3, 1, 1]), [1, 8, 8, 1], 1, 'same');`,
            output: `import { conv2dTranspose as deconvolve, zeros } from '@tensorflow/tfjs-core';
const y = deconvolve(zeros([1, 4, 4, 1]), zeros([3, 3, 1, 1]), [1, 8, 8, 1], 2, 'same');`,
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", `import { conv2dTranspose as deconvolve, zeros } from '@tensorflow/tfjs-core';
const y = deconvolve(zeros([1, 4, 4, 1]), zeros([3, 3, 1, 1]), [1, 4, 4, 1], 1, 'same');`),
                    ],
                },
            ],
        },
        {
            name: "the same in a tidy",
            code: "const y = tf.tidy(() => tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 1, 'same'));",
            output: "const y = tf.tidy(() => tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 2, 'same'));",
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", "const y = tf.tidy(() => tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 4, 4, 1], 1, 'same'));"),
                    ],
                },
            ],
        },
        {
            name: "declared too small",
            code: up("[1, 4, 4, 1], 2, 'same'"),
            output: up("[1, 4, 4, 1], 1, 'same'"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "4×4", stride: "strides 2 make", made: "7×7 to 8×8", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 1 would make 4×4" },
                    on: "[1, 4, 4, 1]", nth: 2,
                    suggestions: [
                        set("outputShape", "[1, 7, 7, 1]", up("[1, 7, 7, 1], 2, 'same'")),
                        set("outputShape", "[1, 8, 8, 1]", up("[1, 8, 8, 1], 2, 'same'")),
                    ],
                },
            ],
        },
        {
            name: "one axis only",
            code: up("[1, 8, 4, 1], 1, 'same'"),
            output: up("[1, 8, 4, 1], [2, 1], 'same'"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×4", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides [2, 1] would make 8×4" },
                    on: "[1, 8, 4, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", up("[1, 4, 4, 1], 1, 'same'")),
                    ],
                },
            ],
        },
        {
            name: "one axis only, of a list",
            code: up("[1, 4, 8, 1], [1, 1], 'same'"),
            output: up("[1, 4, 8, 1], [1, 2], 'same'"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "4×8", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides [1, 2] would make 4×8" },
                    on: "[1, 4, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", up("[1, 4, 4, 1], [1, 1], 'same'")),
                    ],
                },
            ],
        },
        {
            name: "valid: stride 2 makes 9 or 10, and 'same' would make 8",
            code: up("[1, 8, 8, 1], 2, 'valid'"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×8", stride: "strides 2 make", made: "9×9 to 10×10", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". pad 'same' would make 8×8" },
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("pad", "'same'", up("[1, 8, 8, 1], 2, 'same'")),
                        set("outputShape", "[1, 9, 9, 1]", up("[1, 9, 9, 1], 2, 'valid'")),
                        set("outputShape", "[1, 10, 10, 1]", up("[1, 10, 10, 1], 2, 'valid'")),
                    ],
                },
            ],
        },
        {
            name: "valid: the stride and the padding together would make 8",
            code: up("[1, 8, 8, 1], 1, 'valid'"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×8", stride: "strides 1 make", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". strides 2 with pad 'same' would make 8×8" },
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        setBoth("strides", "2", "pad", "'same'", up("[1, 8, 8, 1], 2, 'same'")),
                        set("outputShape", "[1, 6, 6, 1]", up("[1, 6, 6, 1], 1, 'valid'")),
                    ],
                },
            ],
        },
        {
            name: "valid: no stride makes 7 or comes nearest, so the shape is offered",
            code: up("[1, 7, 7, 1], 3, 'valid'"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "7×7", stride: "strides 3 make", made: "12×12 to 14×14", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". strides 2 with pad 'same' would make 7×7" },
                    on: "[1, 7, 7, 1]",
                    suggestions: [
                        setBoth("strides", "2", "pad", "'same'", up("[1, 7, 7, 1], 2, 'same'")),
                        set("outputShape", "[1, 12, 12, 1]", up("[1, 12, 12, 1], 3, 'valid'")),
                        set("outputShape", "[1, 14, 14, 1]", up("[1, 14, 14, 1], 3, 'valid'")),
                    ],
                },
            ],
        },
        {
            name: "explicit padding in pairs",
            code: up("[1, 12, 12, 1], 2, [[0, 0], [1, 0], [0, 1], [0, 0]]"),
            output: up("[1, 12, 12, 1], 3, [[0, 0], [1, 0], [0, 1], [0, 0]]"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "12×12", stride: "strides 2 make", made: "8×8 to 9×9", input: "4×4", window: "kernel 3×3, pad [1, 0], [0, 1]", remedy: ". strides 3 would make 12×12" },
                    on: "[1, 12, 12, 1]",
                    suggestions: [
                        set("outputShape", "[1, 9, 9, 1]", up("[1, 9, 9, 1], 2, [[0, 0], [1, 0], [0, 1], [0, 0]]")),
                        set("outputShape", "[1, 8, 8, 1]", up("[1, 8, 8, 1], 2, [[0, 0], [1, 0], [0, 1], [0, 0]]")),
                    ],
                },
            ],
        },
        {
            name: "a number as padding: the library takes the stride of the rows for the columns too, so there is none of their own",
            code: up("[1, 8, 4, 1], 1, 1"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×4", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, pad 1", remedy: ". strides [2, 1] with pad 'same' would make 8×4" },
                    on: "[1, 8, 4, 1]",
                    suggestions: [
                        setBoth("strides", "[2, 1]", "pad", "'same'", up("[1, 8, 4, 1], [2, 1], 'same'")),
                        set("outputShape", "[1, 4, 4, 1]", up("[1, 4, 4, 1], 1, 1")),
                    ],
                },
            ],
        },
        {
            name: "a padding that takes all that a stride of 1 would make",
            code: up("[1, 8, 8, 1], 1, 3"),
            output: up("[1, 8, 8, 1], 3, 3"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×8", stride: "strides 1 make", made: "nothing", input: "4×4", window: "kernel 3×3, pad 3", remedy: ". strides 3 would make 8×8" },
                    on: "[1, 8, 8, 1]",
                },
            ],
        },
        {
            name: "a rounding mode shifts the legal lengths",
            code: up("[1, 9, 9, 1], 2, 1, 'ceil'"),
            output: up("[1, 9, 9, 1], 3, 1, 'ceil'"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "9×9", stride: "strides 2 make", made: "6×6 to 7×7", input: "4×4", window: "kernel 3×3, pad 1, rounded by 'ceil'", remedy: ". strides 3 would make 9×9" },
                    on: "[1, 9, 9, 1]",
                    suggestions: [
                        set("outputShape", "[1, 7, 7, 1]", up("[1, 7, 7, 1], 2, 1, 'ceil'")),
                        set("outputShape", "[1, 6, 6, 1]", up("[1, 6, 6, 1], 2, 1, 'ceil'")),
                    ],
                },
            ],
        },
        {
            name: "a legal length for several strides: the first two that fit",
            code: "const y = tf.conv2dTranspose(tf.zeros([1, 2, 2, 1]), tf.zeros([3, 3, 1, 1]), [1, 7, 7, 1], 1, 'valid');",
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "7×7", stride: "strides 1 make", made: "4×4", input: "2×2", window: "kernel 3×3, 'valid'", remedy: ". strides 3 would make 7×7" },
                    on: "[1, 7, 7, 1]",
                    suggestions: [
                        set("strides", "3", "const y = tf.conv2dTranspose(tf.zeros([1, 2, 2, 1]), tf.zeros([3, 3, 1, 1]), [1, 7, 7, 1], 3, 'valid');"),
                        set("strides", "4", "const y = tf.conv2dTranspose(tf.zeros([1, 2, 2, 1]), tf.zeros([3, 3, 1, 1]), [1, 7, 7, 1], 4, 'valid');"),
                        set("outputShape", "[1, 4, 4, 1]", "const y = tf.conv2dTranspose(tf.zeros([1, 2, 2, 1]), tf.zeros([3, 3, 1, 1]), [1, 4, 4, 1], 1, 'valid');"),
                    ],
                },
            ],
        },
        {
            name: "the padding stands where the stride was left out",
            code: up("[1, 8, 8, 1], 'same'"),
            output: up("[1, 8, 8, 1], 2, 'same'"),
            errors: [
                {
                    messageId: "length",
                    data: twiceUnsaid,
                    on: "[1, 8, 8, 1]",
                },
            ],
        },
        {
            name: "strides as Python has them: only the first two are read",
            code: up("[1, 8, 8, 1], [1, 2, 2, 1], 'same'"),
            output: up("[1, 8, 8, 1], [2, 2], 'same'"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×8", stride: "strides [1, 2] make", made: "4×7 to 4×8", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 8, 1]", up("[1, 4, 8, 1], [1, 2, 2, 1], 'same'")),
                    ],
                },
            ],
        },
        {
            name: "three axes, one of them right",
            code: up3("[1, 8, 8, 2, 1], 1, 'same'"),
            output: up3("[1, 8, 8, 2, 1], [2, 2, 1], 'same'"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×8×2", stride: "strides 1 make", made: "4×4×2", input: "4×4×2", window: "kernel 3×3×3, 'same'", remedy: ". strides [2, 2, 1] would make 8×8×2" },
                    on: "[1, 8, 8, 2, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 2, 1]", up3("[1, 4, 4, 2, 1], 1, 'same'")),
                    ],
                },
            ],
        },
        {
            name: "a batch that is not the input's",
            code: up("[2, 8, 8, 1], 2, 'same'"),
            errors: [
                {
                    messageId: "batch",
                    data: { option: "outputShape", declared: "2", input: "1" },
                    on: "[2, 8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 8, 8, 1]", up("[1, 8, 8, 1], 2, 'same'")),
                    ],
                },
            ],
        },
        {
            name: "channels that the filter does not make",
            code: up("[1, 8, 8, 3], 2, 'same'"),
            errors: [
                {
                    messageId: "channels",
                    data: { option: "outputShape", filters: "1", declared: "3", from: "filter.shape[2]" },
                    on: "[1, 8, 8, 3]",
                    suggestions: [
                        set("outputShape", "[1, 8, 8, 1]", up("[1, 8, 8, 1], 2, 'same'")),
                    ],
                },
            ],
        },
        {
            name: "wrong lengths and wrong channels are two mistakes",
            code: up("[1, 8, 8, 3], 1, 'same'"),
            output: up("[1, 8, 8, 3], 2, 'same'"),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 3]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 3]", up("[1, 4, 4, 3], 1, 'same'")),
                    ],
                },
                {
                    messageId: "channels",
                    data: { option: "outputShape", filters: "1", declared: "3", from: "filter.shape[2]" },
                    on: "[1, 8, 8, 3]",
                    suggestions: [
                        set("outputShape", "[1, 8, 8, 1]", up("[1, 8, 8, 1], 1, 'same'")),
                    ],
                },
            ],
        },
        {
            name: "channels first, though the operation takes them last",
            code: `const x = tf.zeros([1, 4, 4, 3]);
const y = tf.conv2dTranspose(x, tf.zeros([3, 3, 2, 3]), [1, 2, 8, 8], 2, 'same');`,
            errors: [
                {
                    messageId: "channelsElsewhere",
                    data: { option: "outputShape", filters: "2", shape: "[1, 2, 8, 8]", reordered: "[1, 8, 8, 2]" },
                    on: "[1, 2, 8, 8]",
                    suggestions: [
                        set("outputShape", "[1, 8, 8, 2]", `const x = tf.zeros([1, 4, 4, 3]);
const y = tf.conv2dTranspose(x, tf.zeros([3, 3, 2, 3]), [1, 8, 8, 2], 2, 'same');`),
                    ],
                },
            ],
        },
        {
            name: "no batch in the declared shape",
            code: up("[8, 8, 1], 2, 'same'"),
            errors: [
                {
                    messageId: "rank",
                    data: { option: "outputShape", declared: "[8, 8, 1]", given: "3", ranks: "4" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 8, 8, 1]", up("[1, 8, 8, 1], 2, 'same'")),
                    ],
                },
            ],
        },
        {
            name: "too many dimensions",
            code: up("[1, 8, 8, 1, 1], 2, 'same'"),
            errors: [
                {
                    messageId: "rank",
                    data: { option: "outputShape", declared: "[1, 8, 8, 1, 1]", given: "5", ranks: "4" },
                    on: "[1, 8, 8, 1, 1]",
                },
            ],
        },
        {
            name: "a filter whose last two dimensions are [in, out], as an ordinary convolution takes them",
            code: "tf.conv2dTranspose(tf.zeros([1, 4, 4, 16]), tf.zeros([3, 3, 16, 1]), [1, 8, 8, 1], 2, 'same');",
            errors: [{ messageId: "filterSwapped", data: { input: "16", filter: "1" }, on: "tf.zeros([3, 3, 16, 1])" }],
        },
        {
            name: "an input and a declared shape with their channels first: one mistake, one report",
            code: "tf.conv2dTranspose(tf.zeros([1, 3, 4, 4]), tf.zeros([3, 3, 2, 3]), [1, 2, 8, 8], 2, 'same');",
            errors: [{ messageId: "channelsFirst", data: { shape: "[1, 3, 4, 4]", option: "outputShape", callee: "conv2dTranspose" }, on: "tf.zeros([1, 3, 4, 4])" }],
        },
        {
            name: "an input of other channels than the filter takes: its last two dimensions are [out, in]",
            code: `const x = tf.zeros([1, 4, 4, 3]);
const y = tf.conv2dTranspose(x, tf.zeros([3, 3, 3, 8]), [1, 8, 8, 3], 2, 'same');`,
            errors: [
                {
                    messageId: "inputChannels",
                    data: { input: "3", filter: "8" },
                    on: "x", nth: 2,
                },
            ],
        },
    ],
};
