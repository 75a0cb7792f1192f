/** Sizes that are not numbers: the messages speak in symbols, and suggestions write them. */
import type { InvalidCase, Tables } from "../test-rule.js";
import { set } from "./expected.js";



export const sizes: Tables = {
    valid: [
        { name: "twice a size, by a stride of 2", code: "const up = (w, h) => tf.conv2dTranspose(tf.zeros([1, h, h, 1]), tf.zeros([3, 3, 1, 1]), [1, 2 * h, 2 * h, 1], 2, 'same');" },
        { name: "one less than twice a size", code: "const up = (w, h) => tf.conv2dTranspose(tf.zeros([1, h, h, 1]), tf.zeros([3, 3, 1, 1]), [1, 2 * h - 1, h * 2, 1], 2, 'same');" },
        { name: "silent: half of a size, rounded up, is the size itself where that is 1", code: `const build = (x: tf.Tensor4D) => {
    const [b, h, w, c] = x.shape;
    const code = tf.conv2d(x, tf.zeros([3, 3, c, 8]), 2, 'same');
    return tf.conv2dTranspose(code, tf.zeros([3, 3, c, 8]), [b, h, w, c], 1, 'same');
};` },
        { name: "silent: half of a size that may be odd, times two", code: `const build = (x: tf.Tensor4D) => {
    const [b, h, w, c] = x.shape;
    return tf.conv2dTranspose(tf.maxPool(x, 2, 2, 'valid'), tf.zeros([3, 3, c, c]), [b, h, w, c], 2, 'same');
};` },
        { name: "half of a size, rounded up, by a stride of 2", code: `const build = (x: tf.Tensor4D) => {
    const [b, h, w, c] = x.shape;
    const code = tf.conv2d(x, tf.zeros([3, 3, c, 8]), 2, 'same');
    return tf.conv2dTranspose(code, tf.zeros([3, 3, c, 8]), [b, h, w, c], 2, 'same');
};` },
        { name: "silent: a stride that is a size", code: "const up = (h, s) => tf.conv2dTranspose(tf.zeros([1, h, h, 1]), tf.zeros([3, 3, 1, 1]), [1, 2 * h, 2 * h, 1], s, 'same');" },
        { name: "a stride that is a size and fits", code: "const up = (h, s) => tf.conv2dTranspose(tf.zeros([1, h, h, 1]), tf.zeros([3, 3, 1, 1]), [1, s * h, s * h, 1], s, 'same');" },
        { name: "silent: something unknown is called, which may change a global size", code: `const x = Input({ shape: [1, h, h] });
resize();
const y = Deconvolution2D(1, 3, 3, [null, 1, 2 * h, 2 * h], { border_mode: 'same' })(x);` },
        { name: "silent: a global that the program sets under a condition", code: `if (large) h = 8;
const x = Input({ shape: [1, h, h] });
const y = Deconvolution2D(1, 3, 3, [null, 1, 4, 4], { border_mode: 'same' })(x);` },
        { name: "silent: a size times a number of the caller's, which may be 1", code: "const up = (h, s) => tf.conv2dTranspose(tf.zeros([1, h, h, 1]), tf.zeros([3, 3, 1, 1]), [1, s * h, s * h, 1], 1, 'same');" },
        { name: "a quarter of a size, by a stride of 2", code: "const up = (h) => tf.conv2dTranspose(tf.zeros([1, h / 4, h >> 2, 1]), tf.zeros([3, 3, 1, 1]), [1, h / 2, 2 * (h >> 2), 1], 2, 'same');" },
        { name: "silent: a convolution may make other sizes than what a caller passes has", code: "const up = (x) => { const y = tf.conv2d(x, tf.zeros([3, 3, 4, 8]), 2, 'same'); const [b, h, w] = x.shape; return tf.conv2dTranspose(y, tf.zeros([3, 3, 1, 8]), [b, h, w, 1], 1, 'same'); };" },
    ],
    invalid: [
        ...[
            ["read of what an operation makes of what a caller passes", "tf.relu(x)", "y"],
            ["read of what a caller passes, of which an operation keeps the shape", "tf.batchNorm(x, 0, 1).toFloat()", "x"],
            ["read of what an operation makes, whatever its rank", "tf.conv2d(x, tf.zeros([3, 3, 4, 8]), 2, 'same')", "y"],
        ].map(([name = "", operation = "", read = ""]): InvalidCase => {
            const code = (times: string, stride: string): string => `const up = (x) => { const y = ${operation}; const [b, h, w] = ${read}.shape; return tf.conv2dTranspose(y, tf.zeros([3, 3, 1, 8]), [b, h${times}, w${times}, 1], ${stride}, 'same'); };`;
            return {
                name,
                code: code(" * 2", "1"),
                output: code(" * 2", "2"),
                errors: [
                    {
                        messageId: "length",
                        data: { option: "outputShape", declared: "2*h×2*w", stride: "strides 1 make", made: "h×w", input: "h×w", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 2*h×2*w" },
                        on: "[b, h * 2, w * 2, 1]",
                        suggestions: [set("outputShape", "[b, h, w, 1]", code("", "1"))],
                    },
                ],
            };
        }),
        ...[
            ["a quarter of what a caller passes", "h / 4", "h / 2", "h/4", "h/2"],
            ["a multiple of what a caller passes", "4 * h", "8 * h", "4*h", "8*h"],
        ].map(([name = "", length = "", declared = "", input = "", output = ""]): InvalidCase => {
            const code = (size: string, stride: string): string => `const up = (h) => tf.conv2dTranspose(tf.zeros([1, ${length}, ${length}, 1]), tf.zeros([3, 3, 1, 1]), [1, ${size}, ${size}, 1], ${stride}, 'same');`;
            return {
                name,
                code: code(declared, "1"),
                output: code(declared, "2"),
                errors: [
                    {
                        messageId: "length",
                        data: { option: "outputShape", declared: `${output}×${output}`, stride: "strides 1 make", made: `${input}×${input}`, input: `${input}×${input}`, window: "kernel 3×3, 'same'", remedy: `. strides 2 would make ${output}×${output}` },
                        on: `[1, ${declared}, ${declared}, 1]`,
                        suggestions: [set("outputShape", `[1, ${length}, ${length}, 1]`, code(length, "1"))],
                    },
                ],
            };
        }),
        {
            name: "a number that a caller passes for the lengths of an image, of which none is empty",
            code: "const up = (h) => tf.conv2dTranspose(tf.randomNormal([1, h, h, 3]), tf.zeros([3, 3, 1, 3]), [1, h * 2, h * 2, 1], 1, 'same');",
            output: "const up = (h) => tf.conv2dTranspose(tf.randomNormal([1, h, h, 3]), tf.zeros([3, 3, 1, 3]), [1, h * 2, h * 2, 1], 2, 'same');",
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "2*h×2*h", stride: "strides 1 make", made: "h×h", input: "h×h", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 2*h×2*h" },
                    on: "[1, h * 2, h * 2, 1]",
                    suggestions: [set("outputShape", "[1, h, h, 1]", "const up = (h) => tf.conv2dTranspose(tf.randomNormal([1, h, h, 3]), tf.zeros([3, 3, 1, 3]), [1, h, h, 1], 1, 'same');")],
                },
            ],
        },
        {
            name: "a number with a default, and a convolution between",
            code: `function Preview({ size = 32 }) {
    const x = tf.conv2d(tf.zeros([1, size, size, 1]), tf.zeros([3, 3, 1, 3]), 1, 'same');
    return tf.conv2dTranspose(x, tf.zeros([3, 3, 1, 3]), [1, size * 2, size * 2, 1], 1, 'same');
}`,
            output: `function Preview({ size = 32 }) {
    const x = tf.conv2d(tf.zeros([1, size, size, 1]), tf.zeros([3, 3, 1, 3]), 1, 'same');
    return tf.conv2dTranspose(x, tf.zeros([3, 3, 1, 3]), [1, size * 2, size * 2, 1], 2, 'same');
}`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "2*size×2*size", stride: "strides 1 make", made: "size×size", input: "size×size", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 2*size×2*size" },
                    on: "[1, size * 2, size * 2, 1]",
                    suggestions: [
                        set("outputShape", "[1, size, size, 1]", `function Preview({ size = 32 }) {
    const x = tf.conv2d(tf.zeros([1, size, size, 1]), tf.zeros([3, 3, 1, 3]), 1, 'same');
    return tf.conv2dTranspose(x, tf.zeros([3, 3, 1, 3]), [1, size, size, 1], 1, 'same');
}`),
                    ],
                },
            ],
        },
        {
            name: "the sizes of a tensor",
            code: `const up = (x: tf.Tensor4D, w: tf.Tensor4D) => {
    const [batch, height, width] = x.shape;
    return x.conv2dTranspose(w, [batch, height * 2, width * 2, 3], 1, 'same');
};`,
            output: `const up = (x: tf.Tensor4D, w: tf.Tensor4D) => {
    const [batch, height, width] = x.shape;
    return x.conv2dTranspose(w, [batch, height * 2, width * 2, 3], 2, 'same');
};`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "2*height×2*width", stride: "strides 1 make", made: "height×width", input: "height×width", window: "'same'", remedy: ". strides 2 would make 2*height×2*width" },
                    on: "[batch, height * 2, width * 2, 3]",
                    suggestions: [
                        set("outputShape", "[batch, height, width, 3]", `const up = (x: tf.Tensor4D, w: tf.Tensor4D) => {
    const [batch, height, width] = x.shape;
    return x.conv2dTranspose(w, [batch, height, width, 3], 1, 'same');
};`),
                    ],
                },
            ],
        },
        {
            name: "the sizes of a tensor, read in place",
            code: "const up = (x: tf.Tensor4D, w: tf.Tensor4D) => x.conv2dTranspose(w, [x.shape[0], x.shape[1] * 2 + 1, x.shape[2] * 2, 3], 2, 'same');",
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "(2*x.shape[1] + 1)×2*x.shape[2]", stride: "strides 2 make", made: "(2*x.shape[1] - 1)×(2*x.shape[2] - 1) to 2*x.shape[1]×2*x.shape[2]", input: "x.shape[1]×x.shape[2]", window: "'same'", remedy: ". Declare [x.shape[0], 2 * x.shape[1], x.shape[2] * 2, 3] instead" },
                    on: "[x.shape[0], x.shape[1] * 2 + 1, x.shape[2] * 2, 3]",
                    suggestions: [
                        set("outputShape", "[x.shape[0], 2 * x.shape[1], x.shape[2] * 2, 3]", "const up = (x: tf.Tensor4D, w: tf.Tensor4D) => x.conv2dTranspose(w, [x.shape[0], 2 * x.shape[1], x.shape[2] * 2, 3], 2, 'same');"),
                        set("outputShape", "[x.shape[0], 2 * x.shape[1] - 1, x.shape[2] * 2, 3]", "const up = (x: tf.Tensor4D, w: tf.Tensor4D) => x.conv2dTranspose(w, [x.shape[0], 2 * x.shape[1] - 1, x.shape[2] * 2, 3], 2, 'same');"),
                    ],
                },
            ],
        },
        {
            name: "half a size, rounded down, is never the size",
            code: `const build = (x: tf.Tensor4D) => {
    const [b, h, w, c] = x.shape;
    return tf.conv2dTranspose(tf.maxPool(x, 2, 2, 'valid'), tf.zeros([3, 3, c, c]), [b, h, w, c], 1, 'same');
};`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "h×w", stride: "strides 1 make", made: "floor(h/2)×floor(w/2)", input: "floor(h/2)×floor(w/2)", window: "kernel 3×3, 'same'", remedy: ". strides 2 come nearest" },
                    on: "[b, h, w, c]", nth: 2,
                    suggestions: [
                        set("strides", "2", `const build = (x: tf.Tensor4D) => {
    const [b, h, w, c] = x.shape;
    return tf.conv2dTranspose(tf.maxPool(x, 2, 2, 'valid'), tf.zeros([3, 3, c, c]), [b, h, w, c], 2, 'same');
};`),
                        set("outputShape", "[b, Math.floor(h / 2), Math.floor(w / 2), c]", `const build = (x: tf.Tensor4D) => {
    const [b, h, w, c] = x.shape;
    return tf.conv2dTranspose(tf.maxPool(x, 2, 2, 'valid'), tf.zeros([3, 3, c, c]), [b, Math.floor(h / 2), Math.floor(w / 2), c], 1, 'same');
};`),
                    ],
                },
            ],
        },
        {
            name: "half a size, rounded down, times two",
            code: `const build = (h) => {
    const x = Input({ shape: [h, h, 3] });
    const y = Conv2D({ filters: 8, kernel_size: 3, strides: 2, data_format: 'channels_last' })(x);
    return Conv2DTranspose({ filters: 3, kernel_size: 3, strides: 2, data_format: 'channels_last', output_shape: [null, h + 2, h + 2, 3] })(y);
};`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "(h + 2)×(h + 2)", stride: "strides 2 make", made: "(2*floor((h + 1)/2) - 1)×(2*floor((h + 1)/2) - 1) to (2*floor((h + 1)/2))×(2*floor((h + 1)/2))", input: "(floor((h - 3)/2) + 1)×(floor((h - 3)/2) + 1)", window: "kernel 3×3, 'valid'", remedy: ". Declare [null, 2 * Math.floor((h + 1) / 2), 2 * Math.floor((h + 1) / 2), 3] instead" },
                    on: "[null, h + 2, h + 2, 3]",
                    suggestions: [
                        set("output_shape", "[null, 2 * Math.floor((h + 1) / 2), 2 * Math.floor((h + 1) / 2), 3]", `const build = (h) => {
    const x = Input({ shape: [h, h, 3] });
    const y = Conv2D({ filters: 8, kernel_size: 3, strides: 2, data_format: 'channels_last' })(x);
    return Conv2DTranspose({ filters: 3, kernel_size: 3, strides: 2, data_format: 'channels_last', output_shape: [null, 2 * Math.floor((h + 1) / 2), 2 * Math.floor((h + 1) / 2), 3] })(y);
};`),
                        set("output_shape", "[null, 2 * Math.floor((h + 1) / 2) - 1, 2 * Math.floor((h + 1) / 2) - 1, 3]", `const build = (h) => {
    const x = Input({ shape: [h, h, 3] });
    const y = Conv2D({ filters: 8, kernel_size: 3, strides: 2, data_format: 'channels_last' })(x);
    return Conv2DTranspose({ filters: 3, kernel_size: 3, strides: 2, data_format: 'channels_last', output_shape: [null, 2 * Math.floor((h + 1) / 2) - 1, 2 * Math.floor((h + 1) / 2) - 1, 3] })(y);
};`),
                    ],
                },
            ],
        },
        {
            name: "a name that means something else here is not written",
            code: `const build = (h) => {
    const x = Input({ shape: [1, h, h] });
    const d = () => {
        const size = 2 * h + 1;
        return Deconvolution2D(1, 3, 3, [null, 1, size, size], { subsample: [2, 2], border_mode: 'same' })(x);
    };
    return d();
};`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "(2*h + 1)×(2*h + 1)", stride: "subsample 2 makes", made: "(2*h - 1)×(2*h - 1) to 2*h×2*h", input: "h×h", window: "kernel 3×3, 'same'", remedy: "" },
                    on: "[null, 1, size, size]",
                },
            ],
        },
        {
            name: "a number is declared, a size comes in",
            code: `function build(h: number) {
    const x = Input({ shape: [1, h, 4] });
    return Deconvolution2D(1, 3, 3, [null, 1, 2 * h, 9], { subsample: [2, 2], border_mode: 'same' })(x);
}`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "2*h×9", stride: "subsample 2 makes", made: "(2*h - 1)×7 to 2*h×8", input: "h×4", window: "kernel 3×3, 'same'", remedy: ". Declare [null, 1, 2 * h, 8] instead" },
                    on: "[null, 1, 2 * h, 9]",
                    suggestions: [
                        set("output_shape", "[null, 1, 2 * h, 8]", `function build(h: number) {
    const x = Input({ shape: [1, h, 4] });
    return Deconvolution2D(1, 3, 3, [null, 1, 2 * h, 8], { subsample: [2, 2], border_mode: 'same' })(x);
}`),
                        set("output_shape", "[null, 1, 2 * h, 7]", `function build(h: number) {
    const x = Input({ shape: [1, h, 4] });
    return Deconvolution2D(1, 3, 3, [null, 1, 2 * h, 7], { subsample: [2, 2], border_mode: 'same' })(x);
}`),
                    ],
                },
            ],
        },
        {
            name: "a size that is only declared",
            code: `declare const h: number;
const x = Input({ shape: [1, h, h] });
const y = Deconvolution2D(1, 3, 3, [null, 1, 2 * h, 2 * h], { border_mode: 'same' })(x);`,
            output: `declare const h: number;
const x = Input({ shape: [1, h, h] });
const y = Deconvolution2D(1, 3, 3, [null, 1, 2 * h, 2 * h], { border_mode: 'same', subsample: [2, 2] })(x);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "2*h×2*h", stride: "without subsample the stride is 1, which makes", made: "h×h", input: "h×h", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 2*h×2*h" },
                    on: "[null, 1, 2 * h, 2 * h]",
                    suggestions: [
                        set("output_shape", "[null, 1, h, h]", `declare const h: number;
const x = Input({ shape: [1, h, h] });
const y = Deconvolution2D(1, 3, 3, [null, 1, h, h], { border_mode: 'same' })(x);`),
                    ],
                },
            ],
        },
        {
            name: "an imported size",
            code: `import { SIZE } from './sizes.js';
const x = tf.input({ shape: [SIZE, SIZE, 3] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [2 * SIZE, 2 * SIZE, 1] }).apply(x);`,
            output: `import { SIZE } from './sizes.js';
const x = tf.input({ shape: [SIZE, SIZE, 3] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [2 * SIZE, 2 * SIZE, 1], strides: 2 }).apply(x);`,
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "2*SIZE×2*SIZE", stride: "without strides the stride is 1, which makes", made: "SIZE×SIZE", input: "SIZE×SIZE", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 2*SIZE×2*SIZE" },
                    on: "[2 * SIZE, 2 * SIZE, 1]",
                    suggestions: [
                        set("outputShape", "[SIZE, SIZE, 1]", `import { SIZE } from './sizes.js';
const x = tf.input({ shape: [SIZE, SIZE, 3] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [SIZE, SIZE, 1] }).apply(x);`),
                    ],
                },
            ],
        },
    ],
};
