/** Keras style: where the keywords stand, and what is written where there are none yet. */
import type { Tables } from "../test-rule.js";
import { set } from "./expected.js";
import { keras, kerasCase } from "./frames.js";

export const writingKeywords: Tables = {
    valid: [
        { name: "silent: what follows may be the object of keywords", code: keras("Deconvolution2D(1, 3, 3, [null, 1, 12, 12], options)") },
        { name: "silent: the same, as a parameter", code: "export const up = (x, options) => Deconvolution2D(1, 3, 3, [null, 1, 12, 12], options)(Input({ shape: [3, 4, 4] }));" },
    ],
    invalid: [
        {
            name: "no object of keywords",
            code: keras("Deconvolution2D(1, 3, 3, [null, 1, 12, 12])"),
            output: keras("Deconvolution2D(1, 3, 3, [null, 1, 12, 12], { subsample: [3, 3] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "12×12", stride: "without subsample the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". subsample 3 would make 12×12" },
                    on: "[null, 1, 12, 12]",
                    suggestions: [
                        set("output_shape", "[null, 1, 6, 6]", keras("Deconvolution2D(1, 3, 3, [null, 1, 6, 6])")),
                    ],
                },
            ],
        },
        {
            name: "no object, and a trailing comma over several lines",
            code: keras(`Deconvolution2D(
    1,
    1,
    1,
    [null, 1, 10, 10],
)`),
            output: keras(`Deconvolution2D(
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
                        set("output_shape", "[null, 1, 4, 4]", keras(`Deconvolution2D(
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
            name: "no spaces inside the braces of this file",
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
            name: "an empty object",
            code: keras("Deconvolution2D(1, 1, 1, [null, 1, 10, 10], {})"),
            output: keras("Deconvolution2D(1, 1, 1, [null, 1, 10, 10], { subsample: [3, 3] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "10×10", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 1×1, 'valid'", remedy: ". subsample 3 would make 10×10" },
                    on: "[null, 1, 10, 10]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", keras("Deconvolution2D(1, 1, 1, [null, 1, 4, 4], {})")),
                    ],
                },
            ],
        },
        {
            name: "an object that holds only a comment",
            code: keras("Deconvolution2D(1, 1, 1, [null, 1, 10, 10], { /* no options */ })"),
            output: keras("Deconvolution2D(1, 1, 1, [null, 1, 10, 10], { subsample: [3, 3] /* no options */ })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "10×10", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 1×1, 'valid'", remedy: ". subsample 3 would make 10×10" },
                    on: "[null, 1, 10, 10]",
                    suggestions: [
                        set("output_shape", "[null, 1, 4, 4]", keras("Deconvolution2D(1, 1, 1, [null, 1, 4, 4], { /* no options */ })")),
                    ],
                },
            ],
        },
        {
            name: "the kernel is a variable, the object is written",
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
        kerasCase("arguments in a list of their own", "Deconvolution2D(...args)", "Deconvolution2D(...args, { subsample: [3, 3] })", "[null, 1, 12, 12]", (call) => `const args = [1, 3, 3, [null, 1, 12, 12]];\n${keras(call)}`),
        kerasCase("some of the arguments in a list", "Deconvolution2D(1, ...kernel, [null, 1, 12, 12])", "Deconvolution2D(1, ...kernel, [null, 1, 12, 12], { subsample: [3, 3] })", "[null, 1, 12, 12]", (call) => `const kernel = [3, 3];\n${keras(call)}`),
        kerasCase("a last argument in parentheses", "Deconvolution2D(1, 3, 3, ([null, 1, 12, 12]))", "Deconvolution2D(1, 3, 3, ([null, 1, 12, 12]), { subsample: [3, 3] })"),
        kerasCase("parentheses, comments and a comma", "Deconvolution2D(1, 3, 3, ([null, 1, 12, 12] /* ) */) /* a, ) */ , )", "Deconvolution2D(1, 3, 3, ([null, 1, 12, 12] /* ) */) /* a, ) */ , { subsample: [3, 3] }, )"),
        kerasCase("parentheses over several lines", "Deconvolution2D(\n    1,\n    3,\n    3,\n    (\n        [null, 1, 12, 12]\n    )\n)", "Deconvolution2D(\n    1,\n    3,\n    3,\n    (\n        [null, 1, 12, 12]\n    ),\n    { subsample: [3, 3] }\n)"),
        kerasCase("no spaces in the whole file", "Deconvolution2D(1,3,3,[null,1,12,12])", "Deconvolution2D(1,3,3,[null,1,12,12],{subsample:[3,3]})", "[null,1,12,12]", (text) => `const x=Input({shape:[3,4,4]});\nconst y=${text}(x);\n`),
        kerasCase("one keyword, and no spaces on its line", "Deconvolution2D(1,3,3,[null,1,12,12],{activation:'relu'})", "Deconvolution2D(1,3,3,[null,1,12,12],{activation:'relu',subsample:[3,3]})", "[null,1,12,12]", (text) => `const x = Input({ shape: [3, 4, 4] });\nconst y = ${text}(x);\n`),
        kerasCase("an argument that is a type's", "Deconvolution2D(1, 3, 3, (([null, 1, 12, 12]) as number[]))", "Deconvolution2D(1, 3, 3, (([null, 1, 12, 12]) as number[]), { subsample: [3, 3] })", "([null, 1, 12, 12]) as number[]"),
    ],
};
