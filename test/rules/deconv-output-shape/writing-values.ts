/** Values and names that are written in the place of others: they keep the form, the quotes and the comments of these. */
import type { InvalidCase, Tables } from "../test-rule.js";
import { set, setBoth, twiceTheInput, unreadStride } from "./expected.js";
import { layer } from "./frames.js";

const padding = ["`valid`", "'valid'", '"valid"'].map((valid): InvalidCase => {
    const [start = ""] = valid;
    const text = (shape: string, word: string): string => layer(`{ filters: 1, kernelSize: 3, strides: 2, padding: ${start}${word}${start}, outputShape: ${shape}, name: 'up' }`);
    return {
        name: `another padding keeps its quotes: ${start}`,
        code: text("[8, 8, 1]", "valid"),
        errors: [
            {
                messageId: "ignored",
                data: { option: "outputShape", declared: "8×8", stride: "strides 2 make", made: "9×9", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". padding 'same' would make 8×8" },
                on: "[8, 8, 1]",
                suggestions: [set("padding", "'same'", text("[8, 8, 1]", "same")), set("outputShape", "[9, 9, 1]", text("[9, 9, 1]", "valid"))],
            },
        ],
    };
});

export const writingValues: Tables = {
    valid: [],
    invalid: [
        {
            name: "keys in double quotes, of which one is wrong",
            code: layer("{ \"filters\": 1, \"kernelSize\": 3, \"stride\": 2, \"padding\": \"same\", \"outputShape\": [8, 8, 1] }"),
            output: layer("{ \"filters\": 1, \"kernelSize\": 3, \"strides\": 2, \"padding\": \"same\", \"outputShape\": [8, 8, 1] }"),
            errors: [
                {
                    messageId: "unread",
                    data: unreadStride,
                    on: "[8, 8, 1]",
                },
            ],
        },
        {
            name: "the name of the option is computed from a string",
            code: layer("{ filters: 1, kernelSize: 3, ['stride']: 2, padding: 'same', outputShape: [8, 8, 1] }"),
            output: layer("{ filters: 1, kernelSize: 3, ['strides']: 2, padding: 'same', outputShape: [8, 8, 1] }"),
            errors: [
                {
                    messageId: "unread",
                    data: unreadStride,
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
                    data: unreadStride,
                    on: "[8, 8, 1]",
                },
            ],
        },
        {
            name: "a list of strides keeps its comments and spaces",
            code: layer("{ filters: 1, kernelSize: 3, strides: [ 1 /* down */,1 ], padding: 'same', outputShape: [8, 8, 1] }"),
            output: layer("{ filters: 1, kernelSize: 3, strides: [ 2 /* down */,2 ], padding: 'same', outputShape: [8, 8, 1] }"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceTheInput,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("{ filters: 1, kernelSize: 3, strides: [ 1 /* down */,1 ], padding: 'same', outputShape: [4, 4, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "a list of strides that is constant",
            code: layer("{ filters: 1, kernelSize: 3, strides: [1, 1] as const, padding: 'same', outputShape: [8, 4, 1] }"),
            output: layer("{ filters: 1, kernelSize: 3, strides: [2, 1] as const, padding: 'same', outputShape: [8, 4, 1] }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×4", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides [2, 1] would make 8×4" },
                    on: "[8, 4, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("{ filters: 1, kernelSize: 3, strides: [1, 1] as const, padding: 'same', outputShape: [4, 4, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "a number becomes a list where the axes differ",
            code: layer("{ filters: 1, kernelSize: 3, strides: 1, padding: 'same', outputShape: [8, 4, 1] }"),
            output: layer("{ filters: 1, kernelSize: 3, strides: [2, 1], padding: 'same', outputShape: [8, 4, 1] }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×4", stride: "strides 1 make", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides [2, 1] would make 8×4" },
                    on: "[8, 4, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("{ filters: 1, kernelSize: 3, strides: 1, padding: 'same', outputShape: [4, 4, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "a list stays a list",
            code: layer("{ filters: 1, kernelSize: 3, strides: [1, 1], padding: 'same', outputShape: [8, 8, 1] }"),
            output: layer("{ filters: 1, kernelSize: 3, strides: [2, 2], padding: 'same', outputShape: [8, 8, 1] }"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceTheInput,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("{ filters: 1, kernelSize: 3, strides: [1, 1], padding: 'same', outputShape: [4, 4, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "padding is written in the quotes of the call",
            code: layer("{ filters: 1, kernelSize: 3, strides: 2, padding: \"valid\", outputShape: [8, 8, 1] }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "strides 2 make", made: "9×9", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". padding \"same\" would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("padding", "\"same\"", layer("{ filters: 1, kernelSize: 3, strides: 2, padding: \"same\", outputShape: [8, 8, 1] }")),
                        set("outputShape", "[9, 9, 1]", layer("{ filters: 1, kernelSize: 3, strides: 2, padding: \"valid\", outputShape: [9, 9, 1] }")),
                    ],
                },
            ],
        },
        {
            name: "two suggestions at once, several lines and a comment",
            code: layer(`{
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
                        setBoth("strides", "2", "padding", "'same'", layer(`{
    filters: 1,
    kernelSize: 3,
    strides: 2,
    outputShape: [8, 8, 1], // twice
    padding: 'same'
}`)),
                        set("outputShape", "[6, 6, 1]", layer(`{
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
            code: layer(`{
    filters: 1,
    kernelSize: 3,
    outputShape: [8, 8, 1] // twice
}`),
            output: layer(`{
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
                        setBoth("strides", "2", "padding", "'same'", layer(`{
    filters: 1,
    kernelSize: 3,
    outputShape: [8, 8, 1], // twice
    strides: 2,
    padding: 'same'
}`)),
                        set("outputShape", "[6, 6, 1]", layer(`{
    filters: 1,
    kernelSize: 3,
    outputShape: [6, 6, 1] // twice
}`)),
                    ],
                },
            ],
        },
        ...padding,
    ],
};
