/** Values that others use are changed by a suggestion only. */
import type { Tables } from "../test-rule.js";
import { set, twiceTheInput, twiceUnsaid, unreadStride } from "./expected.js";
import { behindImage, behindTensors } from "./frames.js";

const shared = (more: string, other: string): string => behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1]${more} };
tf.layers.conv2dTranspose(options).apply(x);
tf.layers.conv2dTranspose(options).apply(tf.input({ shape: ${other} }));`);

export const sharing: Tables = {
    valid: [],
    invalid: [
        {
            name: "a constant",
            code: behindTensors(`const STRIDE = 1;
x.conv2dTranspose(w, [1, 8, 8, 1], STRIDE, 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("strides", "2", behindTensors(`const STRIDE = 1;
x.conv2dTranspose(w, [1, 8, 8, 1], 2, 'same');`)),
                        set("outputShape", "[1, 4, 4, 1]", behindTensors(`const STRIDE = 1;
x.conv2dTranspose(w, [1, 4, 4, 1], STRIDE, 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "a list of a constant",
            code: behindTensors(`const s = 1;
x.conv2dTranspose(w, [1, 8, 8, 1], [s, s], 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("strides", "[2, 2]", behindTensors(`const s = 1;
x.conv2dTranspose(w, [1, 8, 8, 1], [2, 2], 'same');`)),
                        set("outputShape", "[1, 4, 4, 1]", behindTensors(`const s = 1;
x.conv2dTranspose(w, [1, 4, 4, 1], [s, s], 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "a member of an enum",
            code: behindTensors(`enum Stride { Keep = 1, Double }
x.conv2dTranspose(w, [1, 8, 8, 1], Stride.Keep, 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("strides", "2", behindTensors(`enum Stride { Keep = 1, Double }
x.conv2dTranspose(w, [1, 8, 8, 1], 2, 'same');`)),
                        set("outputShape", "[1, 4, 4, 1]", behindTensors(`enum Stride { Keep = 1, Double }
x.conv2dTranspose(w, [1, 4, 4, 1], Stride.Keep, 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "a tuple that is a constant",
            code: behindTensors(`const strides = [1, 1] as const;
x.conv2dTranspose(w, [1, 8, 8, 1], strides, 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("strides", "2", behindTensors(`const strides = [1, 1] as const;
x.conv2dTranspose(w, [1, 8, 8, 1], 2, 'same');`)),
                        set("outputShape", "[1, 4, 4, 1]", behindTensors(`const strides = [1, 1] as const;
x.conv2dTranspose(w, [1, 4, 4, 1], strides, 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "a declared shape in a variable is replaced where it is used",
            code: behindTensors(`const shape: [number, number, number, number] = [1, 9, 8, 1];
x.conv2dTranspose(w, shape, 2, 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "9×8", stride: "strides 2 make", made: "7×7 to 8×8", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Declare [1, 8, 8, 1] instead" },
                    on: "shape", nth: 2,
                    suggestions: [
                        set("outputShape", "[1, 8, 8, 1]", behindTensors(`const shape: [number, number, number, number] = [1, 9, 8, 1];
x.conv2dTranspose(w, [1, 8, 8, 1], 2, 'same');`)),
                        set("outputShape", "[1, 7, 8, 1]", behindTensors(`const shape: [number, number, number, number] = [1, 9, 8, 1];
x.conv2dTranspose(w, [1, 7, 8, 1], 2, 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "a part of the declared shape in variables is kept",
            code: behindTensors(`const size = 9;
const batch = 1;
x.conv2dTranspose(w, [batch, size, 8, 1], 2, 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "9×8", stride: "strides 2 make", made: "7×7 to 8×8", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Declare [batch, 8, 8, 1] instead" },
                    on: "[batch, size, 8, 1]",
                    suggestions: [
                        set("outputShape", "[batch, 8, 8, 1]", behindTensors(`const size = 9;
const batch = 1;
x.conv2dTranspose(w, [batch, 8, 8, 1], 2, 'same');`)),
                        set("outputShape", "[batch, 7, 8, 1]", behindTensors(`const size = 9;
const batch = 1;
x.conv2dTranspose(w, [batch, 7, 8, 1], 2, 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "options in a variable of their own",
            code: behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`),
            output: behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 };
tf.layers.conv2dTranspose(options).apply(x);`),
            errors: [{ messageId: "ignored", data: twiceUnsaid, on: "[8, 8, 1]", suggestions: [set("outputShape", "[4, 4, 1]", behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1] };
tf.layers.conv2dTranspose(options).apply(x);`))] }],
        },
        {
            name: "options in a variable that is read elsewhere",
            code: behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] };
console.log(options.filters);
tf.layers.conv2dTranspose(options).apply(x);`),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("strides", "2", behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 };
console.log(options.filters);
tf.layers.conv2dTranspose(options).apply(x);`)),
                        set("outputShape", "[4, 4, 1]", behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1] };
console.log(options.filters);
tf.layers.conv2dTranspose(options).apply(x);`)),
                    ],
                },
            ],
        },
        {
            name: "options that are exported",
            code: behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`).replace("const options", "export const options"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("strides", "2", behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 };
tf.layers.conv2dTranspose(options).apply(x);`).replace("const options", "export const options")),
                        set("outputShape", "[4, 4, 1]", behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1] };
tf.layers.conv2dTranspose(options).apply(x);`).replace("const options", "export const options")),
                    ],
                },
            ],
        },
        {
            name: "options in a variable, with the wrong stride",
            code: behindImage(`const options = { filters: 1, kernelSize: 3, strides: 1, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`),
            output: behindImage(`const options = { filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`),
            errors: [{ messageId: "ignored", data: twiceTheInput, on: "[8, 8, 1]", suggestions: [set("outputShape", "[4, 4, 1]", behindImage(`const options = { filters: 1, kernelSize: 3, strides: 1, padding: 'same', outputShape: [4, 4, 1] };
tf.layers.conv2dTranspose(options).apply(x);`))] }],
        },
        {
            name: "options in a variable, with the stride misspelt",
            code: behindImage(`const options = { filters: 1, kernelSize: 3, stride: 2, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`),
            output: behindImage(`const options = { filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`),
            errors: [{ messageId: "unread", data: unreadStride, on: "[8, 8, 1]" }],
        },
        {
            name: "options in a variable that two layers read: the stride is right for both",
            code: shared("", "[4, 4, 3]"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [set("strides", "2", shared(", strides: 2", "[4, 4, 3]")), set("outputShape", "[4, 4, 1]", shared("", "[4, 4, 3]").replace("8, 8", "4, 4"))],
                },
            ],
        },
        {
            name: "options in a variable that two layers read: what is right for one is wrong for the other, and is said in its own call",
            code: shared("", "[8, 8, 3]"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [set("strides", "2", shared("", "[8, 8, 3]").replace("(options)", "({ ...options, strides: 2 })"))],
                },
            ],
        },
        {
            name: "options in a variable that another layer overrules by its own",
            code: behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);
tf.layers.conv2dTranspose({ ...options, strides: 2 }).apply(x);`),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [set("strides", "2", behindImage(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 };
tf.layers.conv2dTranspose(options).apply(x);
tf.layers.conv2dTranspose({ ...options, strides: 2 }).apply(x);`))],
                },
            ],
        },
        {
            name: "a stride from an object that is spread is overruled where it is spread",
            code: behindImage(`const base = { filters: 1, kernelSize: 3, strides: 1, padding: 'same' };
tf.layers.conv2dTranspose({ ...base, outputShape: [8, 8, 1] }).apply(x);`),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceTheInput,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("strides", "2", behindImage(`const base = { filters: 1, kernelSize: 3, strides: 1, padding: 'same' };
tf.layers.conv2dTranspose({ ...base, outputShape: [8, 8, 1], strides: 2 }).apply(x);`)),
                        set("outputShape", "[4, 4, 1]", behindImage(`const base = { filters: 1, kernelSize: 3, strides: 1, padding: 'same' };
tf.layers.conv2dTranspose({ ...base, outputShape: [4, 4, 1] }).apply(x);`)),
                    ],
                },
            ],
        },
        {
            name: "a stride in short form",
            code: behindImage(`const strides = 1;
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides, padding: 'same', outputShape: [8, 8, 1] }).apply(x);`),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceTheInput,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("strides", "2", behindImage(`const strides = 1;
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1] }).apply(x);`)),
                        set("outputShape", "[4, 4, 1]", behindImage(`const strides = 1;
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides, padding: 'same', outputShape: [4, 4, 1] }).apply(x);`)),
                    ],
                },
            ],
        },
        {
            name: "Keras: keywords in a variable",
            code: `const x = Input({ shape: [3, 4, 4] });
const keywords = { border_mode: 'same' };
const y = Deconvolution2D(1, 3, 3, [null, 1, 8, 8], keywords)(x);`,
            output: `const x = Input({ shape: [3, 4, 4] });
const keywords = { border_mode: 'same', subsample: [2, 2] };
const y = Deconvolution2D(1, 3, 3, [null, 1, 8, 8], keywords)(x);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 8×8" },
                    on: "[null, 1, 8, 8]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", `const x = Input({ shape: [3, 4, 4] });
const keywords = { border_mode: 'same' };
const y = Deconvolution2D(1, 3, 3, [null, 1, 4, 4], keywords)(x);`),
                    ],
                },
            ],
        },
        {
            name: "Keras: the last argument may be keywords that cannot be changed here",
            code: `const x = Input({ shape: [3, 4, 4] });
const none = {};
const y = Deconvolution2D(1, 1, 1, [null, 1, 10, 10], none)(x);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "10×10", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 1×1, 'valid'", remedy: ". subsample 3 would make 10×10" },
                    on: "[null, 1, 10, 10]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", `const x = Input({ shape: [3, 4, 4] });
const none = {};
const y = Deconvolution2D(1, 1, 1, [null, 1, 4, 4], none)(x);`),
                    ],
                },
            ],
        },
    ],
};
