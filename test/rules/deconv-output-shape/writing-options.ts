/** Where a new option stands in the object of a layer: set out as its neighbours are, and where it is read. */
import type { InvalidCase, Tables } from "../test-rule.js";
import { set, setBoth, twiceUnsaid } from "./expected.js";
import { crlf, layer, layerCase } from "./frames.js";

export const writingOptions: Tables = {
    valid: [
        { name: "silent: an instance of a class as options", code: `class Options { filters = 1; kernelSize = 3; padding = 'same'; outputShape = [8, 8, 1]; }\n${layer("new Options()")}` },
        { name: "silent: options that a prototype may hold", code: layer("Object.create({ filters: 1, kernelSize: 3, strides: 2, padding: 'same', outputShape: [8, 8, 1] })") },
        { name: "silent: options behind a proxy", code: layer("new Proxy({ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] }, { get: (target, key) => (key === 'strides' ? 2 : target[key]) })") },
    ],
    invalid: [
        layerCase("one line, no spaces inside the braces", "{filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1]}", "{filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2}"),
        layerCase("one line, a trailing comma", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], }", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2, }"),
        layerCase("no spaces at all", "{filters:1,kernelSize:3,padding:'same',outputShape:[8,8,1]}", "{filters:1,kernelSize:3,padding:'same',outputShape:[8,8,1],strides:2}"),
        layerCase("several lines, no trailing comma", `{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1]
}`, `{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1],
    strides: 2
}`),
        layerCase("several lines, a trailing comma", `{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1],
}`, `{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1],
    strides: 2,
}`),
        layerCase("lines indented by tabs", `{
	filters: 1,
	kernelSize: 3,
	padding: 'same',
	outputShape: [8, 8, 1],
}`, `{
	filters: 1,
	kernelSize: 3,
	padding: 'same',
	outputShape: [8, 8, 1],
	strides: 2,
}`),
        layerCase("a comment behind the last property, after its comma", `{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1], // twice
}`, `{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1], // twice
    strides: 2,
}`),
        layerCase("a comment behind the last property, without a comma", `{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1] // twice, as declared
}`, `{
    filters: 1,
    kernelSize: 3,
    padding: 'same',
    outputShape: [8, 8, 1], // twice, as declared
    strides: 2
}`),
        layerCase("a comment with a comma in it", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] /* height, width, channels */ }", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 /* height, width, channels */ }"),
        layerCase("two properties a line", `{
    filters: 1, kernelSize: 3,
    padding: 'same', outputShape: [8, 8, 1]
}`, `{
    filters: 1, kernelSize: 3,
    padding: 'same', outputShape: [8, 8, 1], strides: 2
}`),
        layerCase("quoted keys", "{ 'filters': 1, 'kernelSize': 3, 'padding': 'same', 'outputShape': [8, 8, 1] }", "{ 'filters': 1, 'kernelSize': 3, 'padding': 'same', 'outputShape': [8, 8, 1], 'strides': 2 }"),
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
                    data: twiceUnsaid,
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
tf.layers.conv2dTranspose({ outputShape: [8, 8, 1], strides: 2, ...base }).apply(x);`,
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", `const base = { filters: 1, kernelSize: 3, padding: 'same' };
const x = tf.input({ shape: [4, 4, 3] });
tf.layers.conv2dTranspose({ outputShape: [4, 4, 1], ...base }).apply(x);`),
                    ],
                },
            ],
        },
        layerCase("a method as the last property", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], toString() { return 'up'; } }", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], toString() { return 'up'; }, strides: 2 }"),
        layerCase("in an object with a type", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] } as any", "{ filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 } as any"),
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
        spreadHere("the rest of an object", "const up = ({ size, ...rest }) => tf.layers.conv2dTranspose(OPTIONS);\nup({ size: 2, filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] }).apply(x);", "rest", "[8, 8, 1]"),
        spreadHere("a member", "const all = { up: Object.fromEntries([['filters', 1], ['kernelSize', 3], ['padding', 'same'], ['outputShape', [8, 8, 1]]]) };\ntf.layers.conv2dTranspose(OPTIONS).apply(x);", "all.up", "tf.layers.conv2dTranspose(all.up)"),
        spreadHere("one of two objects, both without a stride", "const options = x.name.length > 99 ? { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] } : { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], name: 'up' };\nif (x.name) options.activation = 'relu';\ntf.layers.conv2dTranspose(OPTIONS).apply(x);", "options", "tf.layers.conv2dTranspose(options)"),
        spreadHere("what a function makes", "const make = () => Object.fromEntries([['filters', 1], ['kernelSize', 3], ['padding', 'same'], ['outputShape', [8, 8, 1]]]);\ntf.layers.conv2dTranspose(OPTIONS).apply(x);", "make()", "tf.layers.conv2dTranspose(make())"),
    ],
};

/** Options that stand in no literal which could be added to: the call gets an object of its own, by a suggestion. */
function spreadHere(name: string, program: string, options: string, on: string): InvalidCase {
    const withOptions = (text: string): string => `const x = tf.input({ shape: [4, 4, 3] });\n${program.replace("OPTIONS", text)}`;
    const code = withOptions(options);
    const isWritten = on.startsWith("[");
    const suggestions = [set("strides", "2", withOptions(`{ ...${options}, strides: 2 }`)), ...(isWritten ? [set("outputShape", "[4, 4, 1]", code.replace("[8, 8, 1]", "[4, 4, 1]"))] : [])];
    return { name: `options that are ${name}`, code, errors: [{ messageId: "ignored", data: twiceUnsaid, on, suggestions }] };
}
