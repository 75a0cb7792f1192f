/** Layers of TensorFlow.js, which ignore a declared output shape. */
import type { Tables } from "../test-rule.js";
import { rename, set, setBoth, twiceTheInput, twiceUnsaid, unreadStride } from "./expected.js";

const layer = (options: string): string =>
    `const model = tf.sequential();\nmodel.add(tf.layers.conv2dTranspose({ inputShape: [4, 4, 3], filters: 1, ${options} }));`;
const small = (options: string): string => layer(options).replace("[4, 4, 3]", "[2, 2, 3]");
const after = (code: string): string => `const x = tf.input({ shape: [28, 28, 3] });\n${code}`;

const wrapped = (more: string): string => `const x = tf.input({ shape: [5, 4, 4, 3] });
tf.layers.timeDistributed({ layer: tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1]${more} }) }).apply(x);`;

export const layers: Tables = {
    valid: [
        { name: "the declared shape is what comes out", code: layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "without an output shape nothing is declared", code: layer("kernelSize: 3") },
        { name: "lengths alone", code: layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8]") },
        { name: "with the batch", code: layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [null, 8, 8, 1]") },
        { name: "one less is legal for this stride, though the layer makes 8", code: layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [7, 7, 1]") },
        { name: "channels first", code: layer("kernelSize: 3, strides: 2, padding: 'same', dataFormat: 'channelsFirst', outputShape: [1, 8, 6]") },
        { name: "silent: the options are spread from something unseen", code: layer("kernelSize: 3, outputShape: [8, 8, 1], ...options") },
        { name: "silent: the layer is never applied", code: "const layer = tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, outputShape: [8, 8, 1] });" },
        { name: "silent: the image has any size", code: `const x = tf.input({ shape: [null, null, 3] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, outputShape: [8, 8, 1] }).apply(x);` },
    ],
    invalid: [
        {
            name: "a missing stride",
            code: layer("kernelSize: 3, padding: 'same', outputShape: [8, 8, 1]"),
            output: layer("kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("kernelSize: 3, padding: 'same', outputShape: [4, 4, 1]")),
                    ],
                },
            ],
        },
        {
            name: "a missing stride where the kernel is a list",
            code: layer("kernelSize: [3, 3], padding: 'same', outputShape: [8, 8, 1]"),
            output: layer("kernelSize: [3, 3], padding: 'same', outputShape: [8, 8, 1], strides: [2, 2]"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("kernelSize: [3, 3], padding: 'same', outputShape: [4, 4, 1]")),
                    ],
                },
            ],
        },
        {
            name: "a missing stride that differs by axis",
            code: layer("kernelSize: 3, padding: 'same', outputShape: [8, 4, 1]"),
            output: layer("kernelSize: 3, padding: 'same', outputShape: [8, 4, 1], strides: [2, 1]"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×4", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides [2, 1] would make 8×4" },
                    on: "[8, 4, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("kernelSize: 3, padding: 'same', outputShape: [4, 4, 1]")),
                    ],
                },
            ],
        },
        {
            name: "in the functional style, from a destructured layers",
            code: after(`const { layers } = tf;
const y = layers.conv2dTranspose({ filters: 1, kernelSize: 5, padding: 'same', outputShape: [56, 56, 1] }).apply(x);`),
            output: after(`const { layers } = tf;
const y = layers.conv2dTranspose({ filters: 1, kernelSize: 5, padding: 'same', outputShape: [56, 56, 1], strides: 2 }).apply(x);`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "56×56", stride: "without strides the stride is 1, which makes", made: "28×28", input: "28×28", window: "kernel 5×5, 'same'", remedy: ". strides 2 would make 56×56" },
                    on: "[56, 56, 1]",
                    suggestions: [
                        set("outputShape", "[28, 28, 1]", after(`const { layers } = tf;
const y = layers.conv2dTranspose({ filters: 1, kernelSize: 5, padding: 'same', outputShape: [28, 28, 1] }).apply(x);`)),
                    ],
                },
            ],
        },
        {
            name: "in a list of layers",
            code: `const model = tf.sequential({
    layers: [
        tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, strides: 2, padding: 'same' }),
        tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [28, 28, 1] }),
    ],
});`,
            output: `const model = tf.sequential({
    layers: [
        tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, strides: 2, padding: 'same' }),
        tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [28, 28, 1], strides: 2 }),
    ],
});`,
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "28×28", stride: "without strides the stride is 1, which makes", made: "14×14", input: "14×14", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 28×28" },
                    on: "[28, 28, 1]", nth: 2,
                    suggestions: [
                        set("outputShape", "[14, 14, 1]", `const model = tf.sequential({
    layers: [
        tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, strides: 2, padding: 'same' }),
        tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [14, 14, 1] }),
    ],
});`),
                    ],
                },
            ],
        },
        {
            name: "in a layer that another one wraps",
            code: wrapped(""),
            output: wrapped(", strides: 2"),
            errors: [{ messageId: "ignored", data: twiceUnsaid, on: "[8, 8, 1]", suggestions: [set("outputShape", "[4, 4, 1]", wrapped("").replace("8, 8", "4, 4"))] }],
        },
        {
            name: "three axes",
            code: `const x = tf.input({ shape: [4, 4, 4, 3] });
tf.layers.conv3dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 4, 1] }).apply(x);`,
            output: `const x = tf.input({ shape: [4, 4, 4, 3] });
tf.layers.conv3dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 4, 1], strides: [2, 2, 1] }).apply(x);`,
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8×4", stride: "without strides the stride is 1, which makes", made: "4×4×4", input: "4×4×4", window: "kernel 3×3×3, 'same'", remedy: ". strides [2, 2, 1] would make 8×8×4" },
                    on: "[8, 8, 4, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 4, 1]", `const x = tf.input({ shape: [4, 4, 4, 3] });
tf.layers.conv3dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 4, 1] }).apply(x);`),
                    ],
                },
            ],
        },
        {
            name: "channels first, from a known format",
            code: layer("kernelSize: 3, padding: 'same', dataFormat: 'channelsFirst', outputShape: [1, 8, 6]"),
            output: layer("kernelSize: 3, padding: 'same', dataFormat: 'channelsFirst', outputShape: [1, 8, 6], strides: 2"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×6", stride: "without strides the stride is 1, which makes", made: "4×3", input: "4×3", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×6" },
                    on: "[1, 8, 6]",
                    suggestions: [
                        set("outputShape", "[1, 4, 3]", layer("kernelSize: 3, padding: 'same', dataFormat: 'channelsFirst', outputShape: [1, 4, 3]")),
                    ],
                },
            ],
        },
        {
            name: "a stride under a name that is not read",
            code: layer("kernelSize: 3, stride: 2, padding: 'same', outputShape: [8, 8, 1]"),
            output: layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1]"),
            errors: [
                {
                    messageId: "unread",
                    data: unreadStride,
                    on: "[8, 8, 1]",
                },
            ],
        },
        {
            name: "a stride under the name of Keras 1",
            code: layer("kernelSize: 3, subsample: [2, 2], padding: 'same', outputShape: [8, 8, 1]"),
            output: layer("kernelSize: 3, strides: [2, 2], padding: 'same', outputShape: [8, 8, 1]"),
            errors: [
                {
                    messageId: "unread",
                    data: { option: "outputShape", declared: "8×8", stride: "the stride is 1 and makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Rename `subsample` to `strides`", unread: "subsample" },
                    on: "[8, 8, 1]",
                },
            ],
        },
        {
            name: "a slip in the name of the stride, of which the declared shape says what it was meant to be",
            code: layer("kernelSize: 3, stirdes: 2, padding: 'same', outputShape: [8, 8, 1]"),
            output: layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1]"),
            errors: [
                {
                    messageId: "unread",
                    data: { ...unreadStride, remedy: ". Rename `stirdes` to `strides`", unread: "stirdes" },
                    on: "[8, 8, 1]",
                },
            ],
        },
        {
            name: "a slip in the name of the stride, and another value: what is wrong is not certain",
            code: layer("kernelSize: 3, stirdes: 3, padding: 'same', outputShape: [8, 8, 1]"),
            errors: [
                {
                    messageId: "unread",
                    data: { ...unreadStride, remedy: ". strides 2 would make 8×8", unread: "stirdes" },
                    on: "[8, 8, 1]",
                    suggestions: [set("strides", "2", layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1]"))],
                },
            ],
        },
        {
            name: "a slip in the name of the stride, by which the layer makes another length than the declared one",
            code: layer("kernelSize: 3, strids: 2, padding: 'same', outputShape: [7, 7, 1]"),
            errors: [
                {
                    messageId: "unread",
                    data: { ...unreadStride, declared: "7×7", remedy: ". Rename `strids` to `strides`", unread: "strids" },
                    on: "[7, 7, 1]",
                    suggestions: [rename("strids", "strides", layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [7, 7, 1]"))],
                },
            ],
        },
        {
            name: "a stride under another name and of another value",
            code: layer("kernelSize: 3, stride: 3, padding: 'same', outputShape: [8, 8, 1]"),
            output: layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1]"),
            errors: [
                {
                    messageId: "unread",
                    data: { option: "outputShape", declared: "8×8", stride: "the stride is 1 and makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8", unread: "stride" },
                    on: "[8, 8, 1]",
                },
            ],
        },
        {
            name: "valid: only the nearest stride, which leaves a report",
            code: layer("kernelSize: 3, outputShape: [8, 8, 1]"),
            output: layer("kernelSize: 3, outputShape: [8, 8, 1], strides: 2"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". strides 2 come nearest" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        setBoth("strides", "2", "padding", "'same'", layer("kernelSize: 3, outputShape: [8, 8, 1], strides: 2, padding: 'same'")),
                        set("outputShape", "[6, 6, 1]", layer("kernelSize: 3, outputShape: [6, 6, 1]")),
                    ],
                },
            ],
        },
        {
            name: "a stride that makes a legal length, but not the declared one, is only suggested",
            code: layer("kernelSize: 3, padding: 'same', outputShape: [7, 7, 1]"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "7×7", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 come nearest" },
                    on: "[7, 7, 1]",
                    suggestions: [
                        set("strides", "2", layer("kernelSize: 3, padding: 'same', outputShape: [7, 7, 1], strides: 2")),
                        set("outputShape", "[4, 4, 1]", layer("kernelSize: 3, padding: 'same', outputShape: [4, 4, 1]")),
                    ],
                },
            ],
        },
        {
            name: "valid: of the strides for which it is legal, only 3 makes the layer's output as long",
            code: small("kernelSize: 4, outputShape: [7, 7, 1]"),
            output: small("kernelSize: 4, outputShape: [7, 7, 1], strides: 3"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "7×7", stride: "without strides the stride is 1, which makes", made: "5×5", input: "2×2", window: "kernel 4×4, 'valid'", remedy: ". strides 3 would make 7×7" },
                    on: "[7, 7, 1]",
                    suggestions: [set("outputShape", "[5, 5, 1]", small("kernelSize: 4, outputShape: [5, 5, 1]"))],
                },
            ],
        },
        {
            name: "legal for strides 3 and 4, which make 6 and 8",
            code: small("kernelSize: 2, padding: 'same', outputShape: [5, 5, 1]"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "5×5", stride: "without strides the stride is 1, which makes", made: "2×2", input: "2×2", window: "kernel 2×2, 'same'", remedy: ". strides 3 come near" },
                    on: "[5, 5, 1]",
                    suggestions: [
                        set("strides", "3", small("kernelSize: 2, padding: 'same', outputShape: [5, 5, 1], strides: 3")),
                        set("strides", "4", small("kernelSize: 2, padding: 'same', outputShape: [5, 5, 1], strides: 4")),
                        set("outputShape", "[2, 2, 1]", small("kernelSize: 2, padding: 'same', outputShape: [2, 2, 1]")),
                    ],
                },
            ],
        },
        {
            name: "legal for another padding, by which the layer makes 8",
            code: layer("kernelSize: 3, strides: 2, outputShape: [7, 7, 1]"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "7×7", stride: "strides 2 make", made: "9×9", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". padding 'same' comes near" },
                    on: "[7, 7, 1]",
                    suggestions: [
                        set("padding", "'same'", layer("kernelSize: 3, strides: 2, outputShape: [7, 7, 1], padding: 'same'")),
                        set("outputShape", "[9, 9, 1]", layer("kernelSize: 3, strides: 2, outputShape: [9, 9, 1]")),
                    ],
                },
            ],
        },
        {
            name: "a dilation that the layer ignores",
            code: layer("kernelSize: 3, dilationRate: 2, outputShape: [8, 8, 1]"),
            output: layer("kernelSize: 3, dilationRate: 2, outputShape: [8, 8, 1], strides: 2"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". strides 2 come nearest" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        setBoth("strides", "2", "padding", "'same'", layer("kernelSize: 3, dilationRate: 2, outputShape: [8, 8, 1], strides: 2, padding: 'same'")),
                        set("outputShape", "[6, 6, 1]", layer("kernelSize: 3, dilationRate: 2, outputShape: [6, 6, 1]")),
                    ],
                },
            ],
        },
        {
            name: "a given stride, contradicted",
            code: layer("kernelSize: 3, strides: [1, 1], padding: 'same', outputShape: [8, 8, 1]"),
            output: layer("kernelSize: 3, strides: [2, 2], padding: 'same', outputShape: [8, 8, 1]"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceTheInput,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("kernelSize: 3, strides: [1, 1], padding: 'same', outputShape: [4, 4, 1]")),
                    ],
                },
            ],
        },
        {
            name: "channels that are not the filters",
            code: layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 3]"),
            errors: [
                {
                    messageId: "channels",
                    data: { option: "outputShape", filters: "1", declared: "3", from: "filters" },
                    on: "[8, 8, 3]",
                    suggestions: [
                        set("outputShape", "[8, 8, 1]", layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1]")),
                        set("filters", "3", `const model = tf.sequential();
model.add(tf.layers.conv2dTranspose({ inputShape: [4, 4, 3], filters: 3, kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 3] }));`),
                    ],
                },
            ],
        },
        {
            name: "a batch that is not the input's",
            code: `const x = tf.input({ batchShape: [2, 4, 4, 3] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [1, 8, 8, 1] }).apply(x);`,
            errors: [
                {
                    messageId: "batch",
                    data: { option: "outputShape", declared: "1", input: "2" },
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[2, 8, 8, 1]", `const x = tf.input({ batchShape: [2, 4, 4, 3] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [2, 8, 8, 1] }).apply(x);`),
                    ],
                },
            ],
        },
        {
            name: "one dimension only",
            code: layer("kernelSize: 3, strides: 2, padding: 'same', outputShape: [8]"),
            errors: [
                {
                    messageId: "rank",
                    data: { option: "outputShape", declared: "[8]", given: "1", ranks: "2, 3 or 4" },
                    on: "[8]",
                },
            ],
        },
    ],
};
