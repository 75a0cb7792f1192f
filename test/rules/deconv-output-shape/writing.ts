/** Where a fix writes, and in which style. */
import type { Tables } from "../test-rule.js";
import { set, setBoth } from "./expected.js";

const add = (options: string): string => `const x = tf.input({ shape: [4, 4, 3] });\ntf.layers.conv2dTranspose(${options}).apply(x);`;
const k = (call: string): string => `const x = Input({ shape: [3, 4, 4] });\nconst y = ${call}(x);`;

export const writing: Tables = {
    valid: [

    ],
    invalid: [
        {
            name: "one line, no spaces inside the braces",
            code: add("{filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1]}"),
            output: add("{filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2}"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1]}")),
                    ],
                },
            ],
        },
        {
            name: "one line, a trailing comma",
            code: add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], }"),
            output: add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2, }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1], }")),
                    ],
                },
            ],
        },
        {
            name: "no spaces at all",
            code: add("{filters:1,kernelSize:3,padding:'same',outputShape:[8,8,1]}"),
            output: add("{filters:1,kernelSize:3,padding:'same',outputShape:[8,8,1],strides:2}"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8,8,1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{filters:1,kernelSize:3,padding:'same',outputShape:[4,4,1]}")),
                    ],
                },
            ],
        },
        {
            name: "several lines, no trailing comma",
            code: add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1]
}`),
            output: add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1],
    strides: 2
}`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [4, 4, 1]
}`)),
                    ],
                },
            ],
        },
        {
            name: "several lines, a trailing comma",
            code: add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1],
}`),
            output: add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1],
    strides: 2,
}`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [4, 4, 1],
}`)),
                    ],
                },
            ],
        },
        {
            name: "lines indented by tabs",
            code: add(`{
	filters: 1,
	kernelSize: 3,
	padding: 'same',
	outputShape: [8, 8, 1],
}`),
            output: add(`{
	filters: 1,
	kernelSize: 3,
	padding: 'same',
	outputShape: [8, 8, 1],
	strides: 2,
}`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add(`{
	filters: 1,
	kernelSize: 3,
	padding: 'same',
	outputShape: [4, 4, 1],
}`)),
                    ],
                },
            ],
        },
        {
            name: "a comment behind the last property, after its comma",
            code: add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1], // twice
}`),
            output: add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1], // twice
    strides: 2,
}`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [4, 4, 1], // twice
}`)),
                    ],
                },
            ],
        },
        {
            name: "a comment behind the last property, without a comma",
            code: add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1] // twice, as declared
}`),
            output: add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1], // twice, as declared
    strides: 2
}`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add(`{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [4, 4, 1] // twice, as declared
}`)),
                    ],
                },
            ],
        },
        {
            name: "a comment with a comma in it",
            code: add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] /* height, width, channels */ }"),
            output: add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 /* height, width, channels */ }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1] /* height, width, channels */ }")),
                    ],
                },
            ],
        },
        {
            name: "two properties a line",
            code: add(`{
    filters: 1, kernelSize: 3,
    padding: 'same', outputShape: [8, 8, 1]
}`),
            output: add(`{
    filters: 1, kernelSize: 3,
    padding: 'same', outputShape: [8, 8, 1], strides: 2
}`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add(`{
    filters: 1, kernelSize: 3,
    padding: 'same', outputShape: [4, 4, 1]
}`)),
                    ],
                },
            ],
        },
        {
            name: "quoted keys",
            code: add("{ 'filters': 1, 'kernelSize': 3, 'padding': 'same', 'outputShape': [8, 8, 1] }"),
            output: add("{ 'filters': 1, 'kernelSize': 3, 'padding': 'same', 'outputShape': [8, 8, 1], 'strides': 2 }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{ 'filters': 1, 'kernelSize': 3, 'padding': 'same', 'outputShape': [4, 4, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "keys in double quotes, of which one is wrong",
            code: add("{ \"filters\": 1, \"kernelSize\": 3, \"stride\": 2, \"padding\": \"same\", \"outputShape\": [8, 8, 1] }"),
            output: add("{ \"filters\": 1, \"kernelSize\": 3, \"strides\": 2, \"padding\": \"same\", \"outputShape\": [8, 8, 1] }"),
            errors: [
                {
                    messageId: "unread",
                    data: { option: "outputShape", declared: "8×8", stride: "the stride is 1 and makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Rename `stride` to `strides`", unread: "stride" },
                    on: "[8, 8, 1]",
                },
            ],
        },
        {
            name: "after a spread of known options",
            code: `const base = { filters: 1, kernelSize: 3, padding: 'same' };
const x = tf.input({ shape: [4, 4, 3] });
tf.layers.conv2dTranspose({ ...base, outputShape: [8, 8, 1] }).apply(x);`,
            output: `const base = { filters: 1, kernelSize: 3, padding: 'same' };
const x = tf.input({ shape: [4, 4, 3] });
tf.layers.conv2dTranspose({ ...base, outputShape: [8, 8, 1], strides: 2 }).apply(x);`,
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", `const base = { filters: 1, kernelSize: 3, padding: 'same' };
const x = tf.input({ shape: [4, 4, 3] });
tf.layers.conv2dTranspose({ ...base, outputShape: [4, 4, 1] }).apply(x);`),
                    ],
                },
            ],
        },
        {
            name: "a spread comes last",
            code: `const base = { filters: 1, kernelSize: 3, padding: 'same' };
const x = tf.input({ shape: [4, 4, 3] });
tf.layers.conv2dTranspose({ outputShape: [8, 8, 1], ...base }).apply(x);`,
            output: `const base = { filters: 1, kernelSize: 3, padding: 'same' };
const x = tf.input({ shape: [4, 4, 3] });
tf.layers.conv2dTranspose({ outputShape: [8, 8, 1], ...base, strides: 2 }).apply(x);`,
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", `const base = { filters: 1, kernelSize: 3, padding: 'same' };
const x = tf.input({ shape: [4, 4, 3] });
tf.layers.conv2dTranspose({ outputShape: [4, 4, 1], ...base }).apply(x);`),
                    ],
                },
            ],
        },
        {
            name: "a method as the last property",
            code: add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], toString() { return 'up'; } }"),
            output: add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], toString() { return 'up'; }, strides: 2 }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1], toString() { return 'up'; } }")),
                    ],
                },
            ],
        },
        {
            name: "in an object with a type",
            code: add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] } as any"),
            output: add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 } as any"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1] } as any")),
                    ],
                },
            ],
        },
        {
            name: "the name of the option is computed from a string",
            code: add("{ filters: 1, kernelSize: 3, ['stride']: 2, padding: 'same', outputShape: [8, 8, 1] }"),
            output: add("{ filters: 1, kernelSize: 3, ['strides']: 2, padding: 'same', outputShape: [8, 8, 1] }"),
            errors: [
                {
                    messageId: "unread",
                    data: { option: "outputShape", declared: "8×8", stride: "the stride is 1 and makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Rename `stride` to `strides`", unread: "stride" },
                    on: "[8, 8, 1]",
                },
            ],
        },
        {
            name: "a misspelt option in short form keeps its variable",
            code: `const stride = 2;
const x = tf.input({ shape: [4, 4, 3] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, stride, padding: 'same', outputShape: [8, 8, 1] }).apply(x);`,
            output: `const stride = 2;
const x = tf.input({ shape: [4, 4, 3] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides: stride, padding: 'same', outputShape: [8, 8, 1] }).apply(x);`,
            errors: [
                {
                    messageId: "unread",
                    data: { option: "outputShape", declared: "8×8", stride: "the stride is 1 and makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Rename `stride` to `strides`", unread: "stride" },
                    on: "[8, 8, 1]",
                },
            ],
        },
        {
            name: "a list of strides keeps its comments and spaces",
            code: add("{ filters: 1, kernelSize: 3, strides: [ 1 /* down */,1 ], padding: 'same', outputShape: [8, 8, 1] }"),
            output: add("{ filters: 1, kernelSize: 3, strides: [ 2 /* down */,2 ], padding: 'same', outputShape: [8, 8, 1] }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{ filters: 1, kernelSize: 3, strides: [ 1 /* down */,1 ], padding: 'same', outputShape: [4, 4, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "a list of strides that is constant",
            code: add("{ filters: 1, kernelSize: 3, strides: [1, 1] as const, padding: 'same', outputShape: [8, 4, 1] }"),
            output: add("{ filters: 1, kernelSize: 3, strides: [2, 1] as const, padding: 'same', outputShape: [8, 4, 1] }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×4", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides [2, 1] would make 8×4" },
                    on: "[8, 4, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{ filters: 1, kernelSize: 3, strides: [1, 1] as const, padding: 'same', outputShape: [4, 4, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "a number becomes a list where the axes differ",
            code: add("{ filters: 1, kernelSize: 3, strides: 1, padding: 'same', outputShape: [8, 4, 1] }"),
            output: add("{ filters: 1, kernelSize: 3, strides: [2, 1], padding: 'same', outputShape: [8, 4, 1] }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×4", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides [2, 1] would make 8×4" },
                    on: "[8, 4, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{ filters: 1, kernelSize: 3, strides: 1, padding: 'same', outputShape: [4, 4, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "a list stays a list",
            code: add("{ filters: 1, kernelSize: 3, strides: [1, 1], padding: 'same', outputShape: [8, 8, 1] }"),
            output: add("{ filters: 1, kernelSize: 3, strides: [2, 2], padding: 'same', outputShape: [8, 8, 1] }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", add("{ filters: 1, kernelSize: 3, strides: [1, 1], padding: 'same', outputShape: [4, 4, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "Keras: no object of keywords",
            code: k("Deconvolution2D(1, 3, 3, [null, 1, 12, 12])"),
            output: k("Deconvolution2D(1, 3, 3, [null, 1, 12, 12], { subsample: [3, 3] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "12×12", stride: "without subsample the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". subsample 3 would make 12×12" },
                    on: "[null, 1, 12, 12]",
                    suggestions: [
                        set("output_shape", "[null, 1, 6, 6]", k("Deconvolution2D(1, 3, 3, [null, 1, 6, 6])")),
                    ],
                },
            ],
        },
        {
            name: "Keras: no object, and a trailing comma over several lines",
            code: k(`Deconvolution2D(
    1,
    1,
    1,
    [null, 1, 10, 10],
)`),
            output: k(`Deconvolution2D(
    1,
    1,
    1,
    [null, 1, 10, 10],
    { subsample: [3, 3] },
)`),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "10×10", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 1×1, 'valid'", remedy: ". subsample 3 would make 10×10" },
                    on: "[null, 1, 10, 10]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", k(`Deconvolution2D(
    1,
    1,
    1,
    [null, 1, 4, 4],
)`)),
                    ],
                },
            ],
        },
        {
            name: "Keras: no spaces inside the braces of this file",
            code: `const x = Input({shape: [3, 4, 4]});
const y = Deconvolution2D(1, 1, 1, [null, 1, 10, 10])(x);`,
            output: `const x = Input({shape: [3, 4, 4]});
const y = Deconvolution2D(1, 1, 1, [null, 1, 10, 10], {subsample: [3, 3]})(x);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "10×10", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 1×1, 'valid'", remedy: ". subsample 3 would make 10×10" },
                    on: "[null, 1, 10, 10]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", `const x = Input({shape: [3, 4, 4]});
const y = Deconvolution2D(1, 1, 1, [null, 1, 4, 4])(x);`),
                    ],
                },
            ],
        },
        {
            name: "Keras: an empty object",
            code: k("Deconvolution2D(1, 1, 1, [null, 1, 10, 10], {})"),
            output: k("Deconvolution2D(1, 1, 1, [null, 1, 10, 10], { subsample: [3, 3] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "10×10", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 1×1, 'valid'", remedy: ". subsample 3 would make 10×10" },
                    on: "[null, 1, 10, 10]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", k("Deconvolution2D(1, 1, 1, [null, 1, 4, 4], {})")),
                    ],
                },
            ],
        },
        {
            name: "Keras: an object that holds only a comment",
            code: k("Deconvolution2D(1, 1, 1, [null, 1, 10, 10], { /* no options */ })"),
            output: k("Deconvolution2D(1, 1, 1, [null, 1, 10, 10], { subsample: [3, 3] /* no options */ })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "10×10", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 1×1, 'valid'", remedy: ". subsample 3 would make 10×10" },
                    on: "[null, 1, 10, 10]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", k("Deconvolution2D(1, 1, 1, [null, 1, 4, 4], { /* no options */ })")),
                    ],
                },
            ],
        },
        {
            name: "Keras: the kernel is a variable, the object is written",
            code: `const size = 1;
const x = Input({ shape: [3, 4, 4] });
const y = Deconvolution2D(1, size, size, [null, 1, 10, 10], { activation: 'relu' })(x);`,
            output: `const size = 1;
const x = Input({ shape: [3, 4, 4] });
const y = Deconvolution2D(1, size, size, [null, 1, 10, 10], { activation: 'relu', subsample: [3, 3] })(x);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "10×10", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 1×1, 'valid'", remedy: ". subsample 3 would make 10×10" },
                    on: "[null, 1, 10, 10]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", `const size = 1;
const x = Input({ shape: [3, 4, 4] });
const y = Deconvolution2D(1, size, size, [null, 1, 4, 4], { activation: 'relu' })(x);`),
                    ],
                },
            ],
        },
        {
            name: "padding is written in the quotes of the call",
            code: add("{ filters: 1, kernelSize: 3, strides: 2, padding: \"valid\", outputShape: [8, 8, 1] }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "strides 2 make", made: "9×9", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". padding \"same\" would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("padding", "\"same\"", add("{ filters: 1, kernelSize: 3, strides: 2, padding: \"same\", outputShape: [8, 8, 1] }")),
                        set("outputShape", "[9, 9, 1]", add("{ filters: 1, kernelSize: 3, strides: 2, padding: \"valid\", outputShape: [9, 9, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "an argument over several lines",
            code: `const y = tf.conv2dTranspose(
    tf.zeros([1, 4, 4, 1]),
    tf.zeros([3, 3, 1, 1]),
    [1, 8, 8, 1], // twice
    1, // the stride
    'same',
);`,
            output: `const y = tf.conv2dTranspose(
    tf.zeros([1, 4, 4, 1]),
    tf.zeros([3, 3, 1, 1]),
    [1, 8, 8, 1], // twice
    2, // the stride
    'same',
);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×8", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[1, 8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", `const y = tf.conv2dTranspose(
    tf.zeros([1, 4, 4, 1]),
    tf.zeros([3, 3, 1, 1]),
    [1, 4, 4, 1], // twice
    1, // the stride
    'same',
);`),
                    ],
                },
            ],
        },
        {
            name: "an argument left out over several lines",
            code: `const y = tf.conv2dTranspose(
    tf.zeros([1, 4, 4, 1]),
    tf.zeros([3, 3, 1, 1]),
    [1, 8, 8, 1],
    'same',
);`,
            output: `const y = tf.conv2dTranspose(
    tf.zeros([1, 4, 4, 1]),
    tf.zeros([3, 3, 1, 1]),
    [1, 8, 8, 1],
    2,
    'same',
);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[1, 8, 8, 1]",
                },
            ],
        },
        {
            name: "a stride in parentheses, and a tuple of TypeScript's",
            code: "const y = tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1] as [number, number, number, number], (1), 'same');",
            output: "const y = tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1] as [number, number, number, number], (2), 'same');",
            errors: [
                {
                    messageId: "length",
                    data: { option: "outputShape", declared: "8×8", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[1, 8, 8, 1] as [number, number, number, number]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", "const y = tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 4, 4, 1] as [number, number, number, number], (1), 'same');"),
                    ],
                },
            ],
        },
        {
            name: "two suggestions at once, several lines and a comment",
            code: add(`{
    filters: 1,
    kernelSize: 3,
    strides: 1,
    outputShape: [8, 8, 1] // twice
}`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "strides 1 make", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". strides 2 with padding 'same' would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        setBoth("strides", "2", "padding", "'same'", add(`{
    filters: 1,
    kernelSize: 3,
    strides: 2,
    outputShape: [8, 8, 1], // twice
    padding: 'same'
}`)),
                        set("outputShape", "[6, 6, 1]", add(`{
    filters: 1,
    kernelSize: 3,
    strides: 1,
    outputShape: [6, 6, 1] // twice
}`)),
                    ],
                },
            ],
        },
        {
            name: "two options that are both missing, several lines and a comment",
            code: add(`{
    filters: 1,
    kernelSize: 3,
    outputShape: [8, 8, 1] // twice
}`),
            output: add(`{
    filters: 1,
    kernelSize: 3,
    outputShape: [8, 8, 1], // twice
    strides: 2
}`),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". strides 2 come nearest" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        setBoth("strides", "2", "padding", "'same'", add(`{
    filters: 1,
    kernelSize: 3,
    outputShape: [8, 8, 1], // twice
    strides: 2,
    padding: 'same'
}`)),
                        set("outputShape", "[6, 6, 1]", add(`{
    filters: 1,
    kernelSize: 3,
    outputShape: [6, 6, 1] // twice
}`)),
                    ],
                },
            ],
        },
    ],
};
