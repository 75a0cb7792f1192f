/** Keras style, in the words of Keras 1 and of Keras 2. */
import type { InvalidCase, Tables } from "../test-rule.js";
import { k1, k2, set, twiceUnsaid } from "./expected.js";

const founding = (call: string): string =>
    `const inputImg = Input({ shape: [1, h, w] });
let x = Convolution2D(16, 7, 7, { activation: 'relu', border_mode: 'valid' })(inputImg);
const d = ${call};
x = d(x);`;

/** Keras 1, keywords written without spaces. */
function withoutStride(name: string, code: (lengths: string, more: string) => string): InvalidCase {
    return {
        name,
        code: code("8, 8", ""),
        output: code("8, 8", ", subsample:[2, 2]"),
        errors: [{ messageId: "length", data: { ...twiceUnsaid, option: "output_shape", stride: "without subsample the stride is 1, which makes", remedy: ". subsample 2 would make 8×8" }, on: "[null, 1, 8, 8]", suggestions: [set("output_shape", "[null, 1, 4, 4]", code("4, 4", ""))] }],
    };
}

export const keras: Tables = {
    valid: [
        { name: "Keras 1: positional, with the stride", code: k1("Deconvolution2D(1, 3, 3, [null, 1, 8, 8], { subsample: [2, 2], border_mode: 'same' })") },
        { name: "Keras 1, full: (4 - 1) * 2 + 2 - 3 is the least legal length", code: k1("Deconvolution2D(1, 3, 3, [null, 1, 5, 6], { subsample: [2, 2], border_mode: 'full' })") },
        { name: "Keras 2: the stride is there, called with new", code: k2("new Conv2DTranspose({ filters: 1, kernel_size: 3, strides: 2, padding: 'same', data_format: 'channels_last', output_shape: [8, 8, 1] }).apply(image)") },
        { name: "the founding example with 'same' in both layers and a stride of 2", code: `const inputImg = Input({ shape: [1, h, w] });
let x = Convolution2D(16, 7, 7, { activation: 'relu', border_mode: 'same' })(inputImg);
const d = Deconvolution2D(1, 7, 7, [null, 1, 2 * h, 2 * w], { border_mode: 'same', subsample: [2, 2] });
x = d(x);` },
        { name: "the founding example, mended", code: founding("Deconvolution2D(1, 7, 7, [null, 1, 2 * h - 6, 2 * w - 6], { subsample: [2, 2] })") },
        { name: "Keras 2: without an output shape nothing is declared", code: k2("Conv2DTranspose({ filters: 1, kernel_size: 3 })(image)") },
        { name: "silent: nothing says that the input is an image, so the name may mean anything", code: "const d = Deconvolution2D(1, 3, 3, [null, 1, 8, 8]);" },
        { name: "silent: a function of the author's own", code: `function Deconvolution2D(filters, rows, columns, shape) { return (image) => image; }
const image = Input({ shape: [3, 4, 4] });
const y = Deconvolution2D(1, 3, 3, [null, 1, 8, 8])(image);` },
        { name: "silent: a class of the author's own", code: `class Conv2DTranspose { apply(x) { return x; } }
const image = Input({ shape: [4, 4, 3] });
const y = new Conv2DTranspose({ filters: 1, kernel_size: 3, output_shape: [8, 8, 1] }).apply(image);` },
        { name: "silent: components of React", code: `import { Input, Dense } from './components';
export const Form = () => <Input shape={[1, 4, 4]}><Dense units={3} /></Input>;
Input({ shape: [1, 4, 4] });` },
        { name: "silent: the sizes are unrelated", code: `const build = (h, n) => {
    const image = Input({ shape: [1, h, h] });
    return Deconvolution2D(1, 3, 3, [null, 1, n, n])(image);
};` },
    ],
    invalid: [
        withoutStride("called by `call`", (lengths, more) => k1(`Deconvolution2D.call(null, 1, 3, 3, [null, 1, ${lengths}], {border_mode:'same'${more}})`)),
        withoutStride("called by `apply`", (lengths, more) => k1(`Deconvolution2D.apply(null, [1, 3, 3, [null, 1, ${lengths}], {border_mode:'same'${more}}])`)),
        {
            name: "the founding example: no stride makes 2*h of h - 6, and 2 comes nearest",
            code: founding("Deconvolution2D(1, 7, 7, [null, 1, 2 * h, 2 * w])"),
            output: founding("Deconvolution2D(1, 7, 7, [null, 1, 2 * h, 2 * w], { subsample: [2, 2] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "2*h×2*w", stride: "without subsample the stride is 1, which makes", made: "h×w", input: "(h - 6)×(w - 6)", window: "kernel 7×7, 'valid'", remedy: ". subsample 2 comes nearest" },
                    on: "[null, 1, 2 * h, 2 * w]",
                    suggestions: [
                        set("output_shape", "[null, 1, h, w]", founding("Deconvolution2D(1, 7, 7, [null, 1, h, w])")),
                    ],
                },
            ],
        },
        {
            name: "the founding example after its fix: a legal shape is offered",
            code: founding("Deconvolution2D(1, 7, 7, [null, 1, 2 * h, 2 * w], { subsample: [2, 2] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "2*h×2*w", stride: "subsample 2 makes", made: "(2*h - 7)×(2*w - 7) to (2*h - 6)×(2*w - 6)", input: "(h - 6)×(w - 6)", window: "kernel 7×7, 'valid'", remedy: ". Declare [null, 1, 2 * h - 6, 2 * w - 6] instead" },
                    on: "[null, 1, 2 * h, 2 * w]",
                    suggestions: [
                        set("output_shape", "[null, 1, 2 * h - 6, 2 * w - 6]", founding("Deconvolution2D(1, 7, 7, [null, 1, 2 * h - 6, 2 * w - 6], { subsample: [2, 2] })")),
                        set("output_shape", "[null, 1, 2 * h - 7, 2 * w - 7]", founding("Deconvolution2D(1, 7, 7, [null, 1, 2 * h - 7, 2 * w - 7], { subsample: [2, 2] })")),
                    ],
                },
            ],
        },
        {
            name: "the founding example with 'same' in both layers: 2 is exact",
            code: `const inputImg = Input({ shape: [1, h, w] });
let x = Convolution2D(16, 7, 7, { activation: 'relu', border_mode: 'same' })(inputImg);
const d = Deconvolution2D(1, 7, 7, [null, 1, 2 * h, 2 * w], { border_mode: 'same' });
x = d(x);`,
            output: `const inputImg = Input({ shape: [1, h, w] });
let x = Convolution2D(16, 7, 7, { activation: 'relu', border_mode: 'same' })(inputImg);
const d = Deconvolution2D(1, 7, 7, [null, 1, 2 * h, 2 * w], { border_mode: 'same', subsample: [2, 2] });
x = d(x);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "2*h×2*w", stride: "without subsample the stride is 1, which makes", made: "h×w", input: "h×w", window: "kernel 7×7, 'same'", remedy: ". subsample 2 would make 2*h×2*w" },
                    on: "[null, 1, 2 * h, 2 * w]",
                    suggestions: [
                        set("output_shape", "[null, 1, h, w]", `const inputImg = Input({ shape: [1, h, w] });
let x = Convolution2D(16, 7, 7, { activation: 'relu', border_mode: 'same' })(inputImg);
const d = Deconvolution2D(1, 7, 7, [null, 1, h, w], { border_mode: 'same' });
x = d(x);`),
                    ],
                },
            ],
        },
        {
            name: "Keras 1: positional, and an object of keywords",
            code: k1("Deconvolution2D(1, 3, 3, [null, 1, 8, 8], { border_mode: 'same' })"),
            output: k1("Deconvolution2D(1, 3, 3, [null, 1, 8, 8], { border_mode: 'same', subsample: [2, 2] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 8×8" },
                    on: "[null, 1, 8, 8]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", k1("Deconvolution2D(1, 3, 3, [null, 1, 4, 4], { border_mode: 'same' })")),
                    ],
                },
            ],
        },
        {
            name: "Keras 1: one object, snake_case",
            code: k1("Deconvolution2D({ nb_filter: 1, nb_row: 3, nb_col: 3, output_shape: [null, 1, 8, 8], border_mode: 'same' })"),
            output: k1("Deconvolution2D({ nb_filter: 1, nb_row: 3, nb_col: 3, output_shape: [null, 1, 8, 8], border_mode: 'same', subsample: [2, 2] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 8×8" },
                    on: "[null, 1, 8, 8]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", k1("Deconvolution2D({ nb_filter: 1, nb_row: 3, nb_col: 3, output_shape: [null, 1, 4, 4], border_mode: 'same' })")),
                    ],
                },
            ],
        },
        {
            name: "Keras 1: one object, camelCase",
            code: k1("Deconvolution2D({ nbFilter: 1, nbRow: 3, nbCol: 3, outputShape: [null, 1, 8, 8], borderMode: 'same' })"),
            output: k1("Deconvolution2D({ nbFilter: 1, nbRow: 3, nbCol: 3, outputShape: [null, 1, 8, 8], borderMode: 'same', subsample: [2, 2] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×8", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 8×8" },
                    on: "[null, 1, 8, 8]",
                    suggestions: [
                        set("outputShape", "[null, 1, 4, 4]", k1("Deconvolution2D({ nbFilter: 1, nbRow: 3, nbCol: 3, outputShape: [null, 1, 4, 4], borderMode: 'same' })")),
                    ],
                },
            ],
        },
        {
            name: "Keras 1: with new and apply",
            code: k1("new Deconvolution2D(1, 3, 3, [null, 1, 8, 8], { border_mode: 'same' }).apply"),
            output: k1("new Deconvolution2D(1, 3, 3, [null, 1, 8, 8], { border_mode: 'same', subsample: [2, 2] }).apply"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 8×8" },
                    on: "[null, 1, 8, 8]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", k1("new Deconvolution2D(1, 3, 3, [null, 1, 4, 4], { border_mode: 'same' }).apply")),
                    ],
                },
            ],
        },
        {
            name: "Keras 1: by call",
            code: `const image = Input({ shape: [3, 4, 4] });
const y = Deconvolution2D(1, 3, 3, [null, 1, 8, 8], { border_mode: 'same' }).call(null, image);`,
            output: `const image = Input({ shape: [3, 4, 4] });
const y = Deconvolution2D(1, 3, 3, [null, 1, 8, 8], { border_mode: 'same', subsample: [2, 2] }).call(null, image);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 8×8" },
                    on: "[null, 1, 8, 8]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", `const image = Input({ shape: [3, 4, 4] });
const y = Deconvolution2D(1, 3, 3, [null, 1, 4, 4], { border_mode: 'same' }).call(null, image);`),
                    ],
                },
            ],
        },
        {
            name: "Keras 1: from an import, three axes",
            code: `import { Input, Deconvolution3D as Up } from './keras';
const image = Input({ shape: [3, 4, 4, 4] });
const y = Up(1, 3, 3, 3, [null, 1, 8, 8, 8], { border_mode: 'same' })(image);`,
            output: `import { Input, Deconvolution3D as Up } from './keras';
const image = Input({ shape: [3, 4, 4, 4] });
const y = Up(1, 3, 3, 3, [null, 1, 8, 8, 8], { border_mode: 'same', subsample: [2, 2, 2] })(image);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8×8", stride: "without subsample the stride is 1, which makes", made: "4×4×4", input: "4×4×4", window: "kernel 3×3×3, 'same'", remedy: ". subsample 2 would make 8×8×8" },
                    on: "[null, 1, 8, 8, 8]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4, 4]", `import { Input, Deconvolution3D as Up } from './keras';
const image = Input({ shape: [3, 4, 4, 4] });
const y = Up(1, 3, 3, 3, [null, 1, 4, 4, 4], { border_mode: 'same' })(image);`),
                    ],
                },
            ],
        },
        {
            name: "Keras 1: the stride under the name of Keras 2",
            code: k1("Deconvolution2D(1, 3, 3, [null, 1, 8, 8], { strides: [2, 2], border_mode: 'same' })"),
            output: k1("Deconvolution2D(1, 3, 3, [null, 1, 8, 8], { subsample: [2, 2], border_mode: 'same' })"),
            errors: [
                {
                    messageId: "unread",
                    data: { option: "output_shape", declared: "8×8", stride: "the stride is 1 and makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Rename `strides` to `subsample`", unread: "strides" },
                    on: "[null, 1, 8, 8]",
                },
            ],
        },
        {
            name: "Keras 1: the stride as the ninth positional argument",
            code: k1("Deconvolution2D(1, 3, 3, [null, 1, 8, 8], 'glorot_uniform', 'relu', null, 'same', [1, 1])"),
            output: k1("Deconvolution2D(1, 3, 3, [null, 1, 8, 8], 'glorot_uniform', 'relu', null, 'same', [2, 2])"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "subsample 1 makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 8×8" },
                    on: "[null, 1, 8, 8]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", k1("Deconvolution2D(1, 3, 3, [null, 1, 4, 4], 'glorot_uniform', 'relu', null, 'same', [1, 1])")),
                    ],
                },
            ],
        },
        {
            name: "Keras 2: one object, snake_case",
            code: k2("Conv2DTranspose({ filters: 1, kernel_size: [3, 3], padding: 'same', output_shape: [null, 8, 8, 1] })(image)"),
            output: k2("Conv2DTranspose({ filters: 1, kernel_size: [3, 3], padding: 'same', output_shape: [null, 8, 8, 1], strides: [2, 2] })(image)"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[null, 8, 8, 1]",
                    suggestions: [
                        set("output_shape", "[null, 4, 4, 1]", k2("Conv2DTranspose({ filters: 1, kernel_size: [3, 3], padding: 'same', output_shape: [null, 4, 4, 1] })(image)")),
                    ],
                },
            ],
        },
        {
            name: "Keras 2: one object, camelCase",
            code: k2("Conv2DTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [null, 8, 8, 1] })(image)"),
            output: k2("Conv2DTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [null, 8, 8, 1], strides: 2 })(image)"),
            errors: [
                {
                    messageId: "length",
                    data: twiceUnsaid,
                    on: "[null, 8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[null, 4, 4, 1]", k2("Conv2DTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [null, 4, 4, 1] })(image)")),
                    ],
                },
            ],
        },
        {
            name: "Keras 2: positional, and an object of keywords",
            code: k2("new Conv2DTranspose(1, [3, 3], [1, 1], 'same', { output_shape: [null, 8, 8, 1] }).apply(image)"),
            output: k2("new Conv2DTranspose(1, [3, 3], [2, 2], 'same', { output_shape: [null, 8, 8, 1] }).apply(image)"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[null, 8, 8, 1]",
                    suggestions: [
                        set("output_shape", "[null, 4, 4, 1]", k2("new Conv2DTranspose(1, [3, 3], [1, 1], 'same', { output_shape: [null, 4, 4, 1] }).apply(image)")),
                    ],
                },
            ],
        },
        {
            name: "Keras 2: the stride under the name of Keras 1",
            code: k2("Conv2DTranspose({ filters: 1, kernel_size: 3, subsample: [2, 2], padding: 'same', output_shape: [null, 8, 8, 1] })(image)"),
            output: k2("Conv2DTranspose({ filters: 1, kernel_size: 3, strides: [2, 2], padding: 'same', output_shape: [null, 8, 8, 1] })(image)"),
            errors: [
                {
                    messageId: "unread",
                    data: { option: "output_shape", declared: "8×8", stride: "the stride is 1 and makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Rename `subsample` to `strides`", unread: "subsample" },
                    on: "[null, 8, 8, 1]",
                },
            ],
        },
        {
            name: "Keras 2: a dilated kernel of 5",
            code: k2("Conv2DTranspose({ filters: 1, kernel_size: 3, dilation_rate: 2, output_shape: [null, 6, 6, 1] })(image)"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "6×6", stride: "without strides the stride is 1, which makes", made: "8×8", input: "4×4", window: "kernel 3×3, dilation 2, 'valid'", remedy: ". Declare [null, 8, 8, 1] instead" },
                    on: "[null, 6, 6, 1]",
                    suggestions: [
                        set("output_shape", "[null, 8, 8, 1]", k2("Conv2DTranspose({ filters: 1, kernel_size: 3, dilation_rate: 2, output_shape: [null, 8, 8, 1] })(image)")),
                    ],
                },
            ],
        },
        {
            name: "full: the kernel takes so much that lengths below 1 would be legal as well",
            code: k1("Deconvolution2D(1, 7, 7, [null, 1, 8, 8], { subsample: [2, 2], border_mode: 'full' })"),
            output: k1("Deconvolution2D(1, 7, 7, [null, 1, 8, 8], { subsample: [4, 4], border_mode: 'full' })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "subsample 2 makes", made: "1×1 to 2×2", input: "4×4", window: "kernel 7×7, 'full'", remedy: ". subsample 4 would make 8×8" },
                    on: "[null, 1, 8, 8]",
                    suggestions: [
                        set("border_mode", "'same'", k1("Deconvolution2D(1, 7, 7, [null, 1, 8, 8], { subsample: [2, 2], border_mode: 'same' })")),
                        set("output_shape", "[null, 1, 2, 2]", k1("Deconvolution2D(1, 7, 7, [null, 1, 2, 2], { subsample: [2, 2], border_mode: 'full' })")),
                        set("output_shape", "[null, 1, 1, 1]", k1("Deconvolution2D(1, 7, 7, [null, 1, 1, 1], { subsample: [2, 2], border_mode: 'full' })")),
                    ],
                },
            ],
        },
        {
            name: "in a model of layers",
            code: `const model = new Sequential();
model.add(Convolution2D(8, 3, 3, { border_mode: 'same', dim_ordering: 'tf', input_shape: [4, 4, 3] }));
model.add(Deconvolution2D(1, 3, 3, [null, 8, 8, 1], { border_mode: 'same', dim_ordering: 'tf' }));`,
            output: `const model = new Sequential();
model.add(Convolution2D(8, 3, 3, { border_mode: 'same', dim_ordering: 'tf', input_shape: [4, 4, 3] }));
model.add(Deconvolution2D(1, 3, 3, [null, 8, 8, 1], { border_mode: 'same', dim_ordering: 'tf', subsample: [2, 2] }));`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 8×8" },
                    on: "[null, 8, 8, 1]",
                    suggestions: [
                        set("output_shape", "[null, 4, 4, 1]", `const model = new Sequential();
model.add(Convolution2D(8, 3, 3, { border_mode: 'same', dim_ordering: 'tf', input_shape: [4, 4, 3] }));
model.add(Deconvolution2D(1, 3, 3, [null, 4, 4, 1], { border_mode: 'same', dim_ordering: 'tf' }));`),
                    ],
                },
            ],
        },
        {
            name: "Keras 1 takes no lengths alone",
            code: k1("Deconvolution2D(1, 3, 3, [8, 8], { border_mode: 'same', subsample: [2, 2] })"),
            errors: [{ messageId: "rank", data: { option: "output_shape", declared: "[8, 8]", given: "2", ranks: "3 or 4" }, on: "[8, 8]" }],
        },
        {
            name: "a batch that is declared, and another one in the input",
            code: `const image = Input({ batch_shape: [2, 3, 4, 4] });
const y = Deconvolution2D(1, 3, 3, [1, 1, 8, 8], { subsample: [2, 2], border_mode: 'same' })(image);`,
            errors: [
                {
                    messageId: "batch",
                    data: { option: "output_shape", declared: "1", input: "2" },
                    on: "[1, 1, 8, 8]",
                    suggestions: [
                        set("output_shape", "[2, 1, 8, 8]", `const image = Input({ batch_shape: [2, 3, 4, 4] });
const y = Deconvolution2D(1, 3, 3, [2, 1, 8, 8], { subsample: [2, 2], border_mode: 'same' })(image);`),
                    ],
                },
            ],
        },
    ],
};
