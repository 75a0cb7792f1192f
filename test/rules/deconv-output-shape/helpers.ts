/** Code that is run several times is changed only where that is right each time. */
import type { Tables } from "../test-rule.js";
import { set, twiceTheInput, twiceUnsaid } from "./expected.js";
import { behindImage, behindTensors } from "./frames.js";

export const helpers: Tables = {
    valid: [
        { name: "a helper whose calls are all right", code: behindTensors(`const up = (t, size, stride) => t.conv2dTranspose(w, [1, size, size, 1], stride, 'same');
up(up(x, 8, 2), 24, 3);`) },
        { name: "silent: a helper nobody calls", code: "const up = (t, size) => t.conv2dTranspose(tf.zeros([3, 3, 1, 1]), [1, size, size, 1], 1, 'same');" },
    ],
    invalid: [
        {
            name: "a helper: the same stride is right for all its calls",
            code: behindTensors(`const up = (t, size) => t.conv2dTranspose(w, [1, size, size, 1], 1, 'same');
up(up(x, 8), 16);`),
            output: behindTensors(`const up = (t, size) => t.conv2dTranspose(w, [1, size, size, 1], 2, 'same');
up(up(x, 8), 16);`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, size, size, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", behindTensors(`const up = (t, size) => t.conv2dTranspose(w, [1, 4, 4, 1], 1, 'same');
up(up(x, 8), 16);`)),
                    ],
                },
            ],
        },
        {
            name: "a helper: what is right for one call breaks another",
            code: behindTensors(`const up = (t, size) => t.conv2dTranspose(w, [1, size, size, 1], 1, 'same');
up(x, 8);
up(x, 4);`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, size, size, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", behindTensors(`const up = (t, size) => t.conv2dTranspose(w, [1, 4, 4, 1], 1, 'same');
up(x, 8);
up(x, 4);`)),
                    ],
                },
            ],
        },
        {
            name: "a helper: each call implies another stride",
            code: behindTensors(`const up = (t, size) => t.conv2dTranspose(w, [1, size, size, 1], 1, 'same');
up(x, 8);
up(x, 12);`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, size, size, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", behindTensors(`const up = (t, size) => t.conv2dTranspose(w, [1, 4, 4, 1], 1, 'same');
up(x, 8);
up(x, 12);`)),
                    ],
                },
            ],
        },
        {
            name: "a helper: the stride is an argument, and is written in its place only if that is right for all",
            code: behindTensors(`const up = (t, size, stride) => t.conv2dTranspose(w, [1, size, size, 1], stride, 'same');
up(x, 8, 1);`),
            errors: [
                {
                    messageId: "length",
                    data: twiceTheInput,
                    on: "[1, size, size, 1]",
                    suggestions: [
                        set("strides", "2", behindTensors(`const up = (t, size, stride) => t.conv2dTranspose(w, [1, size, size, 1], 2, 'same');
up(x, 8, 1);`)),
                        set("outputShape", "[1, 4, 4, 1]", behindTensors(`const up = (t, size, stride) => t.conv2dTranspose(w, [1, 4, 4, 1], stride, 'same');
up(x, 8, 1);`)),
                    ],
                },
            ],
        },
        {
            name: "a helper of layers: a missing stride that comes nearest for one call would break the other",
            code: behindImage(`const up = (t, size) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, outputShape: [size, size, 3] }).apply(t);
up(x, 8);
up(x, 6);`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". Declare [6, 6, 3] instead" },
                    on: "[size, size, 3]",
                    suggestions: [
                        set("outputShape", "[6, 6, 3]", behindImage(`const up = (t, size) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, outputShape: [6, 6, 3] }).apply(t);
up(x, 8);
up(x, 6);`)),
                    ],
                },
            ],
        },
        {
            name: "a helper that spreads its caller's options last: they keep the last word",
            code: behindImage(`export const up = (t, size, extra = {}) => tf.layers.conv2dTranspose({ kernelSize: 3, filters: 3, padding: 'same', outputShape: [size, size, 3], ...extra }).apply(t);
up(up(x, 8), 24, { strides: 3 });`),
            output: behindImage(`export const up = (t, size, extra = {}) => tf.layers.conv2dTranspose({ kernelSize: 3, filters: 3, padding: 'same', outputShape: [size, size, 3], strides: 2, ...extra }).apply(t);
up(up(x, 8), 24, { strides: 3 });`),
            errors: [{ messageId: "ignored", data: twiceUnsaid, on: "[size, size, 3]" }],
        },
        {
            name: "a helper that spreads its callers' options: one of them gives its own stride",
            code: behindImage(`const up = (options) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', ...options });
up({ outputShape: [8, 8, 3] }).apply(x);
up({ outputShape: [12, 12], strides: 3 }).apply(x);`),
            output: behindImage(`const up = (options) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', strides: 2, ...options });
up({ outputShape: [8, 8, 3] }).apply(x);
up({ outputShape: [12, 12], strides: 3 }).apply(x);`),
            errors: [
                { messageId: "ignored", data: twiceUnsaid, on: "[8, 8, 3]" },
            ],
        },
        {
            name: "a helper that spreads its callers' options: each call implies another stride",
            code: behindImage(`const up = (options) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', ...options });
up({ outputShape: [8, 8, 3] }).apply(x);
up({ outputShape: [12, 12, 3] }).apply(x);`),
            errors: [
                { messageId: "ignored", data: twiceUnsaid, on: "[8, 8, 3]", suggestions: [set("outputShape", "[4, 4, 3]", behindImage(`const up = (options) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', ...options });
up({ outputShape: [4, 4, 3] }).apply(x);
up({ outputShape: [12, 12, 3] }).apply(x);`))] },
                { messageId: "ignored", data: { ...twiceUnsaid, declared: "12×12", remedy: ". strides 3 would make 12×12" }, on: "[12, 12, 3]", suggestions: [set("outputShape", "[4, 4, 3]", behindImage(`const up = (options) => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', ...options });
up({ outputShape: [8, 8, 3] }).apply(x);
up({ outputShape: [4, 4, 3] }).apply(x);`))] },
            ],
        },
        {
            name: "in a loop",
            code: behindImage(`let y = x;
for (const size of [8, 16]) {
    y = tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', outputShape: [size, size, 3] }).apply(y);
}`),
            output: behindImage(`let y = x;
for (const size of [8, 16]) {
    y = tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', outputShape: [size, size, 3], strides: 2 }).apply(y);
}`),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[size, size, 3]",
                    suggestions: [
                        set("outputShape", "[4, 4, 3]", behindImage(`let y = x;
for (const size of [8, 16]) {
    y = tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, padding: 'same', outputShape: [4, 4, 3] }).apply(y);
}`)),
                    ],
                },
            ],
        },
        {
            name: "in a method of a class",
            code: behindTensors(`class Net {
    kernel = tf.zeros([3, 3, 1, 1]);
    up(t) { return tf.conv2dTranspose(t, this.kernel, [1, 8, 8, 1], 1, 'same'); }
}
new Net().up(x);`),
            output: behindTensors(`class Net {
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
                        set("outputShape", "[1, 4, 4, 1]", behindTensors(`class Net {
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
