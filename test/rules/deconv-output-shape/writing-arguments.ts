/** Arguments of operations, written between others or in the place of one. */
import type { InvalidCase, Tables } from "../test-rule.js";
import { set, twiceTheInput, twiceUnsaid } from "./expected.js";
import { crlf, operation, operationCase } from "./frames.js";

function rankCase(name: string, before: string, after: string): InvalidCase {
    const code = operation(`tf.conv2dTranspose(x, f, ${before}, 2, 'same')`);
    return {
        name,
        code,
        errors: [
            {
                messageId: "rank",
                data: { option: "outputShape", declared: "[8, 8, 1]", given: "3", ranks: "4" },
                on: before,
                suggestions: [set("outputShape", "[1, 8, 8, 1]", code.replace(before, after))],
            },
        ],
    };
}

export const writingArguments: Tables = {
    valid: [],
    invalid: [
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
                    data: twiceTheInput,
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
                    data: twiceUnsaid,
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
                    data: twiceTheInput,
                    on: "[1, 8, 8, 1] as [number, number, number, number]",
                    suggestions: [
                        set("outputShape", "[1, 4, 4, 1]", "const y = tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 4, 4, 1] as [number, number, number, number], (1), 'same');"),
                    ],
                },
            ],
        },
        operationCase("a padding in parentheses", "tf.conv2dTranspose(x, f, [1, 8, 8, 1], ('same'))", "tf.conv2dTranspose(x, f, [1, 8, 8, 1], 2, ('same'))"),
        operationCase("parentheses and comments on both sides", "tf.conv2dTranspose(x, f, ([1, 8, 8, 1]) /* a, b */, /* pad */ (('same')))", "tf.conv2dTranspose(x, f, ([1, 8, 8, 1]) /* a, b */, 2, /* pad */ (('same')))"),
        operationCase("no spaces", "tf.conv2dTranspose(x,f,[1,8,8,1],'same')", "tf.conv2dTranspose(x,f,[1,8,8,1],2,'same')"),
        operationCase("a comment ahead of the padding", "tf.conv2dTranspose(x, f, [1, 8, 8, 1], /* pad */ 'same')", "tf.conv2dTranspose(x, f, [1, 8, 8, 1], 2, /* pad */ 'same')"),
        operationCase("comments behind all lines", "tf.conv2dTranspose(\n    x, // image\n    f, // filter\n    [1, 8, 8, 1], // twice\n    'same', // padding\n)", "tf.conv2dTranspose(\n    x, // image\n    f, // filter\n    [1, 8, 8, 1], // twice\n    2,\n    'same', // padding\n)"),
        operationCase("a comment on the line before", "tf.conv2dTranspose(\n    x,\n    f,\n    [1, 8, 8, 1],\n    // padding\n    'same',\n)", "tf.conv2dTranspose(\n    x,\n    f,\n    [1, 8, 8, 1],\n    2,\n    // padding\n    'same',\n)"),
        operationCase("two arguments a line", "x.conv2dTranspose(\n    f, [1, 8, 8, 1],\n    'same' as const)", "x.conv2dTranspose(\n    f, [1, 8, 8, 1],\n    2,\n    'same' as const)"),
        operationCase("commas first", "tf.conv2dTranspose(x\n  , f\n  , [1, 8, 8, 1]\n  , 'same')", "tf.conv2dTranspose(x\n  , f\n  , [1, 8, 8, 1]\n  , 2\n  , 'same')"),
        operationCase("tabs and carriage returns", "x.conv2dTranspose(\n\tf,\n\t[1, 8, 8, 1],\n\t'same',\n)", "x.conv2dTranspose(\n\tf,\n\t[1, 8, 8, 1],\n\t2,\n\t'same',\n)", (text) => crlf(operation(text))),
        rankCase("a first size in parentheses", "[(8), 8, 1]", "[1, (8), 8, 1]"),
        rankCase("a comment ahead of the first size", "[/* h */ 8, 8, 1]", "[1, /* h */ 8, 8, 1]"),
        rankCase("a size a line", "[\n    8, // height\n    8,\n    1,\n]", "[\n    1,\n    8, // height\n    8,\n    1,\n]"),
    ],
};
