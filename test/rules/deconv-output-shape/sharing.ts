/** Values that others use are changed by a suggestion only, and a helper's code only where that is right for all its calls. */
import type { Tables } from "../test-rule.js";
import { set, twiceTheInput, twiceUnsaid, unreadStride } from "./expected.js";

const op = (code: string): string => `const x = tf.zeros([1, 4, 4, 1]);\nconst w = tf.zeros([3, 3, 1, 1]);\n${code}`;
const l = (code: string): string => `const x = tf.input({ shape: [4, 4, 3] });\n${code}`;

const shared = (more: string, other: string): string => l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1]${more} };
tf.layers.conv2dTranspose(options).apply(x);
tf.layers.conv2dTranspose(options).apply(tf.input({ shape: ${other} }));`);

export const sharing: Tables = {
    valid: [
        { name: "a helper whose calls are all right", code: op(`const up = (t, size, stride) => t.conv2dTranspose(w, [1, size, size, 1], stride, 'same');
up(up(x, 8, 2), 24, 3);`) },
        { name: "silent: a helper nobody calls", code: "const up = (t, size) => t.conv2dTranspose(tf.zeros([3, 3, 1, 1]), [1, size, size, 1], 1, 'same');" },
    ],
    invalid: [
        {
            name: "a constant",
            code: op(`const STRIDE = 1;
x.conv2dTranspose(w, [1, 8, 8, 1], STRIDE, 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("strides", "2", op(`const STRIDE = 1;
x.conv2dTranspose(w, [1, 8, 8, 1], 2, 'same');`)),
                        set("outputShape", "[1, 4, 4, 1]", op(`const STRIDE = 1;
x.conv2dTranspose(w, [1, 4, 4, 1], STRIDE, 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "a list of a constant",
            code: op(`const s = 1;
x.conv2dTranspose(w, [1, 8, 8, 1], [s, s], 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("strides", "[2, 2]", op(`const s = 1;
x.conv2dTranspose(w, [1, 8, 8, 1], [2, 2], 'same');`)),
                        set("outputShape", "[1, 4, 4, 1]", op(`const s = 1;
x.conv2dTranspose(w, [1, 4, 4, 1], [s, s], 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "a member of an enum",
            code: op(`enum Stride { Keep = 1, Double }
x.conv2dTranspose(w, [1, 8, 8, 1], Stride.Keep, 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("strides", "2", op(`enum Stride { Keep = 1, Double }
x.conv2dTranspose(w, [1, 8, 8, 1], 2, 'same');`)),
                        set("outputShape", "[1, 4, 4, 1]", op(`enum Stride { Keep = 1, Double }
x.conv2dTranspose(w, [1, 4, 4, 1], Stride.Keep, 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "a tuple that is a constant",
            code: op(`const strides = [1, 1] as const;
x.conv2dTranspose(w, [1, 8, 8, 1], strides, 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("strides", "2", op(`const strides = [1, 1] as const;
x.conv2dTranspose(w, [1, 8, 8, 1], 2, 'same');`)),
                        set("outputShape", "[1, 4, 4, 1]", op(`const strides = [1, 1] as const;
x.conv2dTranspose(w, [1, 4, 4, 1], strides, 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "a declared shape in a variable is replaced where it is used",
            code: op(`const shape: [number, number, number, number] = [1, 9, 8, 1];
x.conv2dTranspose(w, shape, 2, 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "9×8", stride: "strides 2 make", made: "7×7 to 8×8", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Declare [1, 8, 8, 1] instead" },
                    on: "shape", nth: 2,
                    suggestions: [
                        set("outputShape", "[1, 8, 8, 1]", op(`const shape: [number, number, number, number] = [1, 9, 8, 1];
x.conv2dTranspose(w, [1, 8, 8, 1], 2, 'same');`)),
                        set("outputShape", "[1, 7, 8, 1]", op(`const shape: [number, number, number, number] = [1, 9, 8, 1];
x.conv2dTranspose(w, [1, 7, 8, 1], 2, 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "a part of the declared shape in variables is kept",
            code: op(`const size = 9;
const batch = 1;
x.conv2dTranspose(w, [batch, size, 8, 1], 2, 'same');`),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "9×8", stride: "strides 2 make", made: "7×7 to 8×8", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Declare [batch, 8, 8, 1] instead" },
                    on: "[batch, size, 8, 1]",
                    suggestions: [
                        set("outputShape", "[batch, 8, 8, 1]", op(`const size = 9;
const batch = 1;
x.conv2dTranspose(w, [batch, 8, 8, 1], 2, 'same');`)),
                        set("outputShape", "[batch, 7, 8, 1]", op(`const size = 9;
const batch = 1;
x.conv2dTranspose(w, [batch, 7, 8, 1], 2, 'same');`)),
                    ],
                },
            ],
        },
        {
            name: "options in a variable of their own",
            code: l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`),
            output: l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 };
tf.layers.conv2dTranspose(options).apply(x);`),
            errors: [{ messageId: "ignored", data: twiceUnsaid, on: "[8, 8, 1]", suggestions: [set("outputShape", "[4, 4, 1]", l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1] };
tf.layers.conv2dTranspose(options).apply(x);`))] }],
        },
        {
            name: "options in a variable that is read elsewhere",
            code: l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] };
console.log(options.filters);
tf.layers.conv2dTranspose(options).apply(x);`),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("strides", "2", l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 };
console.log(options.filters);
tf.layers.conv2dTranspose(options).apply(x);`)),
                        set("outputShape", "[4, 4, 1]", l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1] };
console.log(options.filters);
tf.layers.conv2dTranspose(options).apply(x);`)),
                    ],
                },
            ],
        },
        {
            name: "options that are exported",
            code: l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`).replace("const options", "export const options"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("strides", "2", l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 };
tf.layers.conv2dTranspose(options).apply(x);`).replace("const options", "export const options")),
                        set("outputShape", "[4, 4, 1]", l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1] };
tf.layers.conv2dTranspose(options).apply(x);`).replace("const options", "export const options")),
                    ],
                },
            ],
        },
        {
            name: "options in a variable, with the wrong stride",
            code: l(`const options = { filters: 1, kernelSize: 3, strides: 1, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`),
            output: l(`const options = { filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`),
            errors: [{ messageId: "ignored", data: twiceTheInput, on: "[8, 8, 1]", suggestions: [set("outputShape", "[4, 4, 1]", l(`const options = { filters: 1, kernelSize: 3, strides: 1, padding: 'same', outputShape: [4, 4, 1] };
tf.layers.conv2dTranspose(options).apply(x);`))] }],
        },
        {
            name: "options in a variable, with the stride misspelt",
            code: l(`const options = { filters: 1, kernelSize: 3, stride: 2, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);`),
            output: l(`const options = { filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1] };
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
            code: l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] };
tf.layers.conv2dTranspose(options).apply(x);
tf.layers.conv2dTranspose({ ...options, strides: 2 }).apply(x);`),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [set("strides", "2", l(`const options = { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 };
tf.layers.conv2dTranspose(options).apply(x);
tf.layers.conv2dTranspose({ ...options, strides: 2 }).apply(x);`))],
                },
            ],
        },
        {
            name: "a stride from an object that is spread is overruled where it is spread",
            code: l(`const base = { filters: 1, kernelSize: 3, strides: 1, padding: 'same' };
tf.layers.conv2dTranspose({ ...base, outputShape: [8, 8, 1] }).apply(x);`),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceTheInput,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("strides", "2", l(`const base = { filters: 1, kernelSize: 3, strides: 1, padding: 'same' };
tf.layers.conv2dTranspose({ ...base, outputShape: [8, 8, 1], strides: 2 }).apply(x);`)),
                        set("outputShape", "[4, 4, 1]", l(`const base = { filters: 1, kernelSize: 3, strides: 1, padding: 'same' };
tf.layers.conv2dTranspose({ ...base, outputShape: [4, 4, 1] }).apply(x);`)),
                    ],
                },
            ],
        },
        {
            name: "a stride in short form",
            code: l(`const strides = 1;
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides, padding: 'same', outputShape: [8, 8, 1] }).apply(x);`),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceTheInput,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("strides", "2", l(`const strides = 1;
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1] }).apply(x);`)),
                        set("outputShape", "[4, 4, 1]", l(`const strides = 1;
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
        {
            name: "a helper: the same stride is right for all its calls",
            code: op(`const up = (t, size) => t.conv2dTranspose(w, [1, size, size, 1], 1, 'same');
up(up(x, 8), 16);`),
            output: op(`const up = (t, size) => t.conv2dTranspose(w, [1, size, size, 1], 2, 'same');
up(up(x, 8), 16);`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, size, size, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", op(`const up = (t, size) => t.conv2dTranspose(w, [1, 4, 4, 1], 1, 'same');
up(up(x, 8), 16);`)),
                    ],
                },
            ],
        },
        {
            name: "a helper: what is right for one call breaks another",
            code: op(`const up = (t, size) => t.conv2dTranspose(w, [1, size, size, 1], 1, 'same');
up(x, 8);
up(x, 4);`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, size, size, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", op(`const up = (t, size) => t.conv2dTranspose(w, [1, 4, 4, 1], 1, 'same');
up(x, 8);
up(x, 4);`)),
                    ],
                },
            ],
        },
        {
            name: "a helper: each call implies another stride",
            code: op(`const up = (t, size) => t.conv2dTranspose(w, [1, size, size, 1], 1, 'same');
up(x, 8);
up(x, 12);`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, size, size, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", op(`const up = (t, size) => t.conv2dTranspose(w, [1, 4, 4, 1], 1, 'same');
up(x, 8);
up(x, 12);`)),
                    ],
                },
            ],
        },
        {
            name: "a helper: the stride is an argument, and is written in its place only if that is right for all",
            code: op(`const up = (t, size, stride) => t.conv2dTranspose(w, [1, size, size, 1], stride, 'same');
up(x, 8, 1);`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, size, size, 1]",
                    suggestions: [
                        set("strides", "2", op(`const up = (t, size, stride) => t.conv2dTranspose(w, [1, size, size, 1], 2, 'same');
up(x, 8, 1);`)),
                        set("outputShape", "[1, 4, 4, 1]", op(`const up = (t, size, stride) => t.conv2dTranspose(w, [1, 4, 4, 1], stride, 'same');
up(x, 8, 1);`)),
                    ],
                },
            ],
        },
        {
            name: "a helper of layers: a missing stride that comes nearest for one call would break the other",
            code: l(`const up = (t, size) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, outputShape: [size, size, 3] }).apply(t);
up(x, 8);
up(x, 6);`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". Declare [6, 6, 3] instead" },
                    on: "[size, size, 3]",
                    suggestions: [
                        set("outputShape", "[6, 6, 3]", l(`const up = (t, size) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, outputShape: [6, 6, 3] }).apply(t);
up(x, 8);
up(x, 6);`)),
                    ],
                },
            ],
        },
        {
            name: "a helper that spreads its caller's options last: they keep the last word",
            code: l(`export const up = (t, size, extra = {}) => tf.layers.conv2dTranspose({ kernelSize: 3, filters: 3, padding: 'same', outputShape: [size, size, 3], ...extra }).apply(t);
up(up(x, 8), 24, { strides: 3 });`),
            output: l(`export const up = (t, size, extra = {}) => tf.layers.conv2dTranspose({ kernelSize: 3, filters: 3, padding: 'same', outputShape: [size, size, 3], strides: 2, ...extra }).apply(t);
up(up(x, 8), 24, { strides: 3 });`),
            errors: [{ messageId: "ignored", data: twiceUnsaid, on: "[size, size, 3]" }],
        },
        {
            name: "a helper that spreads its callers' options: one of them gives its own stride",
            code: l(`const up = (options) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', ...options });
up({ outputShape: [8, 8, 3] }).apply(x);
up({ outputShape: [12, 12], strides: 3 }).apply(x);`),
            output: l(`const up = (options) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', strides: 2, ...options });
up({ outputShape: [8, 8, 3] }).apply(x);
up({ outputShape: [12, 12], strides: 3 }).apply(x);`),
            errors: [
                { messageId: "ignored", data: twiceUnsaid, on: "[8, 8, 3]" },
            ],
        },
        {
            name: "a helper that spreads its callers' options: each call implies another stride",
            code: l(`const up = (options) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', ...options });
up({ outputShape: [8, 8, 3] }).apply(x);
up({ outputShape: [12, 12, 3] }).apply(x);`),
            errors: [
                { messageId: "ignored", data: twiceUnsaid, on: "[8, 8, 3]", suggestions: [set("outputShape", "[4, 4, 3]", l(`const up = (options) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', ...options });
up({ outputShape: [4, 4, 3] }).apply(x);
up({ outputShape: [12, 12, 3] }).apply(x);`))] },
                { messageId: "ignored", data: { ...twiceUnsaid, declared: "12×12", remedy: ". strides 3 would make 12×12" }, on: "[12, 12, 3]", suggestions: [set("outputShape", "[4, 4, 3]", l(`const up = (options) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', ...options });
up({ outputShape: [8, 8, 3] }).apply(x);
up({ outputShape: [4, 4, 3] }).apply(x);`))] },
            ],
        },
        {
            name: "in a loop",
            code: l(`let y = x;
for (const size of [8, 16]) {
    y = tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', outputShape: [size, size, 3] }).apply(y);
}`),
            output: l(`let y = x;
for (const size of [8, 16]) {
    y = tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', outputShape: [size, size, 3], strides: 2 }).apply(y);
}`),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[size, size, 3]",
                    suggestions: [
                        set("outputShape", "[4, 4, 3]", l(`let y = x;
for (const size of [8, 16]) {
    y = tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', outputShape: [4, 4, 3] }).apply(y);
}`)),
                    ],
                },
            ],
        },
        {
            name: "in a method of a class",
            code: op(`class Net {
    kernel = tf.zeros([3, 3, 1, 1]);
    up(t) { return tf.conv2dTranspose(t, this.kernel, [1, 8, 8, 1], 1, 'same'); }
}
new Net().up(x);`),
            output: op(`class Net {
    kernel = tf.zeros([3, 3, 1, 1]);
    up(t) { return tf.conv2dTranspose(t, this.kernel, [1, 8, 8, 1], 2, 'same'); }
}
new Net().up(x);`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", op(`class Net {
    kernel = tf.zeros([3, 3, 1, 1]);
    up(t) { return tf.conv2dTranspose(t, this.kernel, [1, 4, 4, 1], 1, 'same'); }
}
new Net().up(x);`)),
                    ],
                },
            ],
        },
    ],
};
