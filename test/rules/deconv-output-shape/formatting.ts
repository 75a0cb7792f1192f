/** Fixes in code of every style: what is added is set out as its neighbours are, and stands where it is read. */
import type { ExpectedError, InvalidCase, Tables } from "../test-rule.js";
import { set, setBoth } from "./expected.js";

const crlf = (text: string): string => text.replaceAll("\n", "\r\n");

const input = "const x = tf.input({ shape: [4, 4, 3] });\n";
const layer = (options: string): string => `${input}const y = tf.layers.conv2dTranspose(${options}).apply(x);\n`;

/** A layer that lacks its stride: the same report, whatever the style. */
function layerCase(name: string, before: string, after: string, wrap = layer): InvalidCase {
    const code = wrap(before);
    return {
        name,
        code,
        output: wrap(after),
        errors: [
            {
                messageId: "ignored",
                data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                on: "[8, 8, 1]",
                suggestions: [set("outputShape", "[4, 4, 1]", code.replace("[8, 8, 1]", "[4, 4, 1]"))],
            },
        ],
    };
}

const operation = (call: string): string => `const x = tf.zeros([1, 4, 4, 1]);\nconst f = tf.zeros([3, 3, 1, 1]);\nconst y = ${call};\n`;

/** An operation whose padding stands where its stride was left out. */
function operationCase(name: string, before: string, after: string, wrap = operation): InvalidCase {
    return {
        name,
        code: wrap(before),
        output: wrap(after),
        errors: [
            {
                messageId: "length",
                data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". strides 2 would make 8×8" },
                on: before.includes("[1,8,8,1]") ? "[1,8,8,1]" : "[1, 8, 8, 1]",
            },
        ],
    };
}

const keras = (call: string): string => `const x = Input({ shape: [3, 4, 4] });\nconst y = ${call}(x);\n`;

function kerasCase(name: string, before: string, after: string, on = "[null, 1, 12, 12]", wrap = keras): InvalidCase {
    const code = wrap(before);
    const error: ExpectedError = {
        messageId: "length",
        data: { option: "output_shape", declared: "12×12", stride: "without subsample the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". subsample 3 would make 12×12" },
        on,
        suggestions: [set("output_shape", "[null, 1, 6, 6]", code.replace("12, 12]", "6, 6]").replace("12,12]", "6,6]"))],
    };
    return { name, code, output: wrap(after), errors: [error] };
}

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

export const formatting: Tables = {
    valid: [
        { name: "silent: what follows may be the object of keywords", code: keras("Deconvolution2D(1, 3, 3, [null, 1, 12, 12], options)") },
        { name: "silent: the same, as a parameter", code: "export const up = (x, options) => Deconvolution2D(1, 3, 3, [null, 1, 12, 12], options)(Input({ shape: [3, 4, 4] }));" },
        { name: "silent: an instance of a class as options", code: `class Options { filters = 1; kernelSize = 3; padding = 'same'; outputShape = [8, 8, 1]; }\n${layer("new Options()")}` },
        { name: "silent: options that a prototype may hold", code: layer("Object.create({ filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1] })") },
        { name: "silent: options behind a proxy", code: layer("new Proxy({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] }, { get: (target, key) => (key === 'strides' ? 2 : target[key]) })") },
    ],
    invalid: [
        layerCase("lines that end in carriage returns", "{\n    filters: 1,\n    kernelSize: 3,\n    padding: 'same',\n    outputShape: [8, 8, 1]\n}", "{\n    filters: 1,\n    kernelSize: 3,\n    padding: 'same',\n    outputShape: [8, 8, 1],\n    strides: 2\n}", (text) => crlf(layer(text))),
        layerCase("carriage returns and a comment", "{\n\tfilters: 1,\n\tkernelSize: 3,\n\tpadding: 'same',\n\toutputShape: [8, 8, 1] // twice\n}", "{\n\tfilters: 1,\n\tkernelSize: 3,\n\tpadding: 'same',\n\toutputShape: [8, 8, 1], // twice\n\tstrides: 2\n}", (text) => crlf(layer(text))),
        layerCase("options of Object.assign: what comes last has the last word", "Object.assign({}, { filters: 1, kernelSize: 3 }, { padding: 'same', outputShape: [8, 8, 1] })", "Object.assign({}, { filters: 1, kernelSize: 3 }, { padding: 'same', outputShape: [8, 8, 1], strides: 2 })"),
        layerCase("commas first", "{ filters: 1\n  , kernelSize: 3\n  , padding: 'same'\n  , outputShape: [8, 8, 1]\n  }", "{ filters: 1\n  , kernelSize: 3\n  , padding: 'same'\n  , outputShape: [8, 8, 1]\n  , strides: 2\n  }"),
        layerCase("commas first, and a comment", "{ filters: 1\n  , kernelSize: 3\n  , padding: 'same'\n  , outputShape: [8, 8, 1] // twice\n  }", "{ filters: 1\n  , kernelSize: 3\n  , padding: 'same'\n  , outputShape: [8, 8, 1] // twice\n  , strides: 2\n  }"),
        layerCase("two comments behind the last property", "{\n    filters: 1,\n    kernelSize: 3,\n    padding: 'same',\n    outputShape: [8, 8, 1] /* a, b */ // c\n}", "{\n    filters: 1,\n    kernelSize: 3,\n    padding: 'same',\n    outputShape: [8, 8, 1], /* a, b */ // c\n    strides: 2\n}"),
        layerCase("a comment of two lines behind the last property", "{\n    filters: 1,\n    kernelSize: 3,\n    padding: 'same',\n    outputShape: [8, 8, 1], /* twice\n    as big */\n}", "{\n    filters: 1,\n    kernelSize: 3,\n    padding: 'same',\n    outputShape: [8, 8, 1], /* twice\n    as big */\n    strides: 2,\n}"),
        layerCase("an option that is commented out", "{\n    filters: 1,\n    kernelSize: 3,\n    padding: 'same',\n    outputShape: [8, 8, 1],\n    // strides: 2,\n}", "{\n    filters: 1,\n    kernelSize: 3,\n    padding: 'same',\n    outputShape: [8, 8, 1],\n    strides: 2,\n    // strides: 2,\n}"),
        layerCase("a value in parentheses", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: ([8, 8, 1]) /* }, */ }", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: ([8, 8, 1]), strides: 2 /* }, */ }"),
        layerCase("an object in parentheses, with a type before it", "(<any>{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] })", "(<any>{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 })"),
        layerCase("a last value that reads like code", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], dtype: `float${'32'}`, activation: (() => 'relu')() /* }, { */ }", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], dtype: `float${'32'}`, activation: (() => 'relu')(), strides: 2 /* }, { */ }"),
        layerCase("a last key that is computed", "{ filters: 1, kernelSize: 3, padding: 'same', ['output' + 'Shape']: [8, 8, 1] }", "{ filters: 1, kernelSize: 3, padding: 'same', ['output' + 'Shape']: [8, 8, 1], strides: 2 }"),
        layerCase("a second object, which TensorFlow.js does not read", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] }, { strides: 2 }", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 }, { strides: 2 }"),
        layerCase("a stride that is undefined", "{ filters: 1, kernelSize: 3, strides: undefined, padding: 'same', outputShape: [8, 8, 1] }", "{ filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1] }"),
        layerCase("one of two objects", "Math.PI > 3 ? { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] } : {}", "Math.PI > 3 ? { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 } : {}"),
        layerCase("symbols that UTF-16 writes in two", "{ /* 🦊 */ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] /* 🦊 */ }", "{ /* 🦊 */ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 /* 🦊 */ }"),
        {
            ...layerCase("commas first, and two options missing", "", ""),
            code: layer("{ filters: 1\n  , kernelSize: 3\n  , outputShape: [8, 8, 1]\n  }"),
            output: layer("{ filters: 1\n  , kernelSize: 3\n  , outputShape: [8, 8, 1]\n  , strides: 2\n  }"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". strides 2 come nearest" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        setBoth("strides", "2", "padding", "'same'", layer("{ filters: 1\n  , kernelSize: 3\n  , outputShape: [8, 8, 1]\n  , strides: 2\n  , padding: 'same'\n  }")),
                        set("outputShape", "[6, 6, 1]", layer("{ filters: 1\n  , kernelSize: 3\n  , outputShape: [6, 6, 1]\n  }")),
                    ],
                },
            ],
        },
        ...padding,
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
        kerasCase("a last argument in parentheses", "Deconvolution2D(1, 3, 3, ([null, 1, 12, 12]))", "Deconvolution2D(1, 3, 3, ([null, 1, 12, 12]), { subsample: [3, 3] })"),
        kerasCase("parentheses, comments and a comma", "Deconvolution2D(1, 3, 3, ([null, 1, 12, 12] /* ) */) /* a, ) */ , )", "Deconvolution2D(1, 3, 3, ([null, 1, 12, 12] /* ) */) /* a, ) */ , { subsample: [3, 3] }, )"),
        kerasCase("parentheses over several lines", "Deconvolution2D(\n    1,\n    3,\n    3,\n    (\n        [null, 1, 12, 12]\n    )\n)", "Deconvolution2D(\n    1,\n    3,\n    3,\n    (\n        [null, 1, 12, 12]\n    ),\n    { subsample: [3, 3] }\n)"),
        kerasCase("no spaces in the whole file", "Deconvolution2D(1,3,3,[null,1,12,12])", "Deconvolution2D(1,3,3,[null,1,12,12],{subsample:[3, 3]})", "[null,1,12,12]", (text) => `const x=Input({shape:[3,4,4]});\nconst y=${text}(x);\n`),
        kerasCase("an argument that is a type's", "Deconvolution2D(1, 3, 3, (([null, 1, 12, 12]) as number[]))", "Deconvolution2D(1, 3, 3, (([null, 1, 12, 12]) as number[]), { subsample: [3, 3] })", "([null, 1, 12, 12]) as number[]"),
    ],
};
