import rule from "../../rules/known-layer-options.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

/** An option that the library takes and makes nothing of; `code` writes it behind another one. */
function ignored(name: string, option: string, value: string, code: (option: string) => string): TrueTables["invalid"][number] {
    const [callee = ""] = /conv\dd?Transpose|depthwiseConv2d/.exec(code("")) ?? [];
    return {
        name,
        silently: "gives the shape and the values that it gives without the option",
        code: code(`, ${option}: ${value}`),
        errors: [{ messageId: "ignored", data: { callee, option, given: value }, on: option, suggestions: [{ messageId: "removeOption", data: { name: option }, output: code("") }] }],
    };
}

const tables: TrueTables = {
    valid: [
        {
            name: "options that the layer reads",
            code: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ name: 'first', filters: 2, kernelSize: 3, strides: 2, trainable: false }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "inputDim of a first dense layer",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 2, inputDim: 4 }));`,
        },
        {
            name: "inputShape on a layer that is not the first",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 2, inputShape: [4] }));
model.add(tf.layers.dense({ units: 2, inputShape: [2] }));`,
        },
        {
            name: "an object that several layers share may hold what only one of them reads",
            code: `const shared = { activation: 'relu', returnSequences: true };
const x = tf.input({ shape: [4] });
tf.layers.dense({ units: 3, ...shared }).apply(x);`,
        },
        {
            name: "what a caller passes on beside the option itself",
            code: `function conv(options, x) {
    return tf.layers.conv2d({ ...options, strides: options.stride }).apply(x);
}
conv({ filters: 2, kernelSize: 3, stride: 2 }, tf.input({ shape: [8, 8, 1] }));`,
        },
        {
            name: "silent: an object of options that is read by others, by the name",
            code: `const plan = [{ units: 4, rateAfter: 0.5 }, { units: 2, rateAfter: 0 }];
const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [3] })] });
for (const step of plan) {
    model.add(tf.layers.dense(step));
    model.add(tf.layers.dropout({ rate: step.rateAfter }));
}`,
        },
        {
            name: "silent: an object of options that other files may read",
            code: `const plan = { units: 4, inputShape: [3], rateAfter: 0.5 };
const model = tf.sequential({ layers: [tf.layers.dense(plan)] });
module.exports = { plan };`,
        },
        {
            name: "silent: an object of options for layers of several kinds",
            code: `const plan = { units: 4, inputShape: [3, 2], recurrentDropout: 0.5 };
tf.sequential({ layers: [tf.layers.dense(plan)] });
tf.sequential({ layers: [tf.layers.gru(plan)] });`,
        },
        {
            name: "silent: Keras-style code, of whose library nothing is known",
            notRun: "it is not written for TensorFlow.js",
            code: `const x = Input({ shape: [8, 8, 1] });
const y = Conv2D({ filters: 2, kernel_size: 3, scope: 'first' })(x);`,
        },
        {
            name: "silent: a key that is worked out",
            notRun: "its sizes or options are the caller's",
            code: `export function layer(key) {
    return tf.layers.dense({ units: 3, [key]: 1 });
}`,
        },
        {
            name: "output padding that makes what the layer chooses: (4 - 1) * 2 + 3 - 2 + 1 is 2 * 4",
            code: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', strides: 2, outputPadding: 1 }).apply(x);`,
        },
        {
            name: "output padding of 0, and a dilation of 1, ask for nothing",
            code: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputPadding: 0, dilationRate: [1, 1] }).apply(x);`,
        },
        {
            name: "a kernel of 1 shows no dilation",
            code: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.depthwiseConv2d({ kernelSize: 1, dilationRate: 2 }).apply(x);`,
        },
        {
            name: "silent: the dilation may be meant for another layer that the options are for",
            code: `const options = { filters: 1, kernelSize: 3, dilationRate: 2 };
const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d(options).apply(x);
tf.layers.conv2dTranspose(options).apply(x);`,
        },
        {
            name: "silent: the output padding is a caller's, and may be 0",
            notRun: "its sizes or options are the caller's",
            code: `export const up = (outputPadding) => tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, outputPadding });`,
        },
        {
            name: "Keras heeds both",
            notRun: "it is not written for TensorFlow.js",
            code: `const x = Input({ shape: [8, 8, 1] });
Conv2DTranspose({ filters: 1, kernel_size: 3, strides: 2, output_padding: 1 })(x);
Conv2DTranspose({ filters: 1, kernel_size: 3, dilation_rate: 2 })(x);`,
        },
    ],
    invalid: [
        {
            name: "an object that is spread into the options of one layer, with a word that none knows",
            silently: "uses the default activation",
            code: "const defaults = { activationFunction: 'relu', units: 1 };\ntf.layers.dense({ ...defaults });",
            errors: [{ messageId: "unread", data: { callee: "dense", option: "activationFunction" }, on: "activationFunction" }],
        },
        {
            name: "an object of options in a list, written for one layer",
            silently: "uses the default activation",
            code: `const plan = [{ type: 'gru', options: { units: 4, inputShape: [3, 2], activationFunction: 'relu' } }, { type: 'dense', options: { units: 2 } }];
const model = tf.sequential();
plan.forEach((item) => model.add(tf.layers[item.type](item.options)));`,
            errors: [
                {
                    messageId: "unread",
                    data: { callee: "gru", option: "activationFunction" },
                    on: "activationFunction",
                },
            ],
        },
        ignored("output padding where the layer makes another length", "outputPadding", "1", (option) => `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same'${option} }).apply(x);`),
        ignored("output padding of one axis", "outputPadding", "[0, 1]", (option) => `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', strides: [2, 2]${option} }).apply(x);`),
        ignored("output padding of three axes", "outputPadding", "[1, 0, 0]", (option) => `const x = tf.input({ shape: [4, 4, 4, 1] });
tf.layers.conv3dTranspose({ filters: 1, kernelSize: 3${option} }).apply(x);`),
        ignored("a dilation", "dilationRate", "2", (option) => `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same'${option} }).apply(x);`),
        ignored("a dilation of three axes", "dilationRate", "[1, 1, 2]", (option) => `const x = tf.input({ shape: [4, 4, 4, 1] });
tf.layers.conv3dTranspose({ filters: 1, kernelSize: 3${option} }).apply(x);`),
        ignored("a dilation of a depthwise convolution", "dilationRate", "2", (option) => `const x = tf.input({ shape: [8, 8, 1] });
tf.layers.depthwiseConv2d({ kernelSize: 3${option} }).apply(x);`),
        {
            name: "another word for an option that has no effect is none either",
            silently: "makes 4×4",
            code: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', output_padding: 1 }).apply(x);`,
            errors: [
                {
                    messageId: "unread",
                    data: { callee: "conv2dTranspose", option: "output_padding" },
                    on: "output_padding",
                    suggestions: [{ messageId: "removeOption", data: { name: "output_padding" }, output: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same' }).apply(x);` }],
                },
            ],
        },
        {
            name: "stride for strides",
            silently: "uses a stride of 1",
            code: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, stride: 2 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            output: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, strides: 2 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "conv2d", option: "stride", name: "strides" },
                    on: "stride",
                },
            ],
        },
        {
            name: "Python's words",
            code: `const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d({ filters: 2, kernel_size: 3 }).apply(x);`,
            output: `const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d({ filters: 2, kernelSize: 3 }).apply(x);`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "conv2d", option: "kernel_size", name: "kernelSize" },
                    on: "kernel_size",
                },
            ],
        },
        {
            name: "a declared shape under Python's word: once it is read, it can be judged",
            silently: "ignores a declared shape by any name",
            code: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 2, kernelSize: 3, padding: 'same', output_shape: [8, 8, 2] }).apply(x);`,
            output: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 2, kernelSize: 3, padding: 'same', outputShape: [8, 8, 2] }).apply(x);`,
            errors: [{ messageId: "misspelt", data: { callee: "conv2dTranspose", option: "output_shape", name: "outputShape" }, on: "output_shape" }],
        },
        {
            name: "one mistake, one report: the first layer has its input shape, misspelt",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 2, input_shape: [4] }));`,
            output: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 2, inputShape: [4] }));`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "dense", option: "input_shape", name: "inputShape" },
                    on: "input_shape",
                },
            ],
        },
        {
            name: "activations for activation",
            silently: "uses no activation",
            code: `const x = tf.input({ shape: [4] });
const y = tf.layers.dense({ units: 2, activations: 'relu' }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            output: `const x = tf.input({ shape: [4] });
const y = tf.layers.dense({ units: 2, activation: 'relu' }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "dense", option: "activations", name: "activation" },
                    on: "activations",
                },
            ],
        },
        {
            name: "a quoted name keeps its quotes",
            silently: "uses a stride of 1",
            code: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ 'filters': 2, 'kernelSize': 3, 'stride': 2 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            output: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ 'filters': 2, 'kernelSize': 3, 'strides': 2 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "conv2d", option: "stride", name: "strides" },
                    on: "'stride'",
                },
            ],
        },
        {
            name: "a shorthand property becomes a pair",
            silently: "uses a stride of 1",
            code: `const stride = 2;
const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, stride }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            output: `const stride = 2;
const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, strides: stride }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "conv2d", option: "stride", name: "strides" },
                    on: "stride",
                    nth: 2,
                },
            ],
        },
        {
            name: "in an object of its own",
            silently: "uses a stride of 1",
            code: `const options = { filters: 2, kernelSize: 3, stride: 2 };
const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d(options).apply(x);`,
            output: `const options = { filters: 2, kernelSize: 3, strides: 2 };
const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d(options).apply(x);`,
            errors: [{ messageId: "misspelt", data: { callee: "conv2d", option: "stride", name: "strides" }, on: "stride" }],
        },
        {
            name: "in an object that others may use: a suggestion",
            silently: "uses a stride of 1",
            code: `const options = { filters: 2, kernelSize: 3, stride: 2 };
const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d(options).apply(x);
console.log(options);`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "conv2d", option: "stride", name: "strides" },
                    on: "stride",
                    suggestions: [
                        { messageId: "renameOption", data: { name: "stride", value: "strides" }, output: `const options = { filters: 2, kernelSize: 3, strides: 2 };
const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d(options).apply(x);
console.log(options);` },
                    ],
                },
            ],
        },
        {
            name: "in an object that two layers read: renamed for both",
            silently: "uses a stride of 1",
            code: `const options = { filters: 2, kernelSize: 3, stride: 2 };
const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d(options).apply(x);
tf.layers.conv2d({ ...options, activation: 'relu' }).apply(y);`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "conv2d", option: "stride", name: "strides" },
                    on: "stride",
                    suggestions: [
                        { messageId: "renameOption", data: { name: "stride", value: "strides" }, output: `const options = { filters: 2, kernelSize: 3, strides: 2 };
const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d(options).apply(x);
tf.layers.conv2d({ ...options, activation: 'relu' }).apply(y);` },
                    ],
                },
            ],
        },
        {
            name: "a slip in an option that is needed and missing is mended unasked",
            code: `const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d({ filters: 2, kernlSize: 3 }).apply(x);`,
            output: `const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d({ filters: 2, kernelSize: 3 }).apply(x);`,
            errors: [{ messageId: "near", data: { callee: "conv2d", option: "kernlSize", name: "kernelSize" }, on: "kernlSize" }],
        },
        {
            name: "a slip in an option that may be left out: the nearest name is a suggestion",
            silently: "uses a bias",
            code: `const x = tf.input({ shape: [8] });
tf.layers.dense({ units: 2, useBais: false }).apply(x);`,
            errors: [
                {
                    messageId: "near",
                    data: { callee: "dense", option: "useBais", name: "useBias" },
                    on: "useBais",
                    suggestions: [
                        { messageId: "renameOption", data: { name: "useBais", value: "useBias" }, output: `const x = tf.input({ shape: [8] });
tf.layers.dense({ units: 2, useBias: false }).apply(x);` },
                    ],
                },
            ],
        },
        {
            name: "one word is not read and one option is missing: one mistake, one report",
            code: `const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d({ units: 2, kernelSize: 3 }).apply(x);`,
            errors: [
                {
                    messageId: "instead",
                    data: { callee: "conv2d", option: "units", name: "filters" },
                    on: "units",
                    suggestions: [
                        { messageId: "renameOption", data: { name: "units", value: "filters" }, output: `const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d({ filters: 2, kernelSize: 3 }).apply(x);` },
                    ],
                },
            ],
        },
        {
            name: "two words are not read: either may stand for the option that is missing",
            code: `const x = tf.input({ shape: [8] });
tf.layers.dense({ size: 3, neurons: 5 }).apply(x);`,
            errors: [
                { messageId: "unread", data: { callee: "dense", option: "size" }, on: "size" },
                { messageId: "unread", data: { callee: "dense", option: "neurons" }, on: "neurons" },
            ],
        },
        {
            name: "the option itself is given as well",
            silently: "reads strides",
            code: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, strides: 2, stride: 3 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "both",
                    data: { callee: "conv2d", option: "stride", name: "strides" },
                    on: "stride",
                    nth: 2,
                    suggestions: [
                        { messageId: "removeOption", data: { name: "stride" }, output: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, strides: 2 }).apply(x);
tf.model({ inputs: x, outputs: y });` },
                        { messageId: "replaceOption", data: { name: "strides", value: "3", otherName: "stride" }, output: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, strides: 3 }).apply(x);
tf.model({ inputs: x, outputs: y });` },
                    ],
                },
            ],
        },
        {
            name: "the option itself is given as well, with the same value: the one without effect goes",
            silently: "reads strides",
            code: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({
    filters: 2,
    strides: [2, 2],
    stride: [2, 2], // twice
    kernelSize: 3,
}).apply(x);
tf.model({ inputs: x, outputs: y });`,
            output: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({
    filters: 2,
    strides: [2, 2],
    kernelSize: 3,
}).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [{ messageId: "both", data: { callee: "conv2d", option: "stride", name: "strides" }, on: "stride", nth: 2 }],
        },
        {
            name: "the option itself comes from an object that is spread: either may be meant",
            silently: "reads strides",
            code: `const base = { filters: 2, kernelSize: 3, strides: 1 };
const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d({ ...base, stride: 2 }).apply(x);`,
            errors: [
                {
                    messageId: "both",
                    data: { callee: "conv2d", option: "stride", name: "strides" },
                    on: "stride",
                    nth: 2,
                    suggestions: [
                        { messageId: "renameOption", data: { name: "stride", value: "strides" }, output: `const base = { filters: 2, kernelSize: 3, strides: 1 };
const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d({ ...base, strides: 2 }).apply(x);` },
                        { messageId: "removeOption", data: { name: "stride" }, output: `const base = { filters: 2, kernelSize: 3, strides: 1 };
const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d({ ...base }).apply(x);` },
                    ],
                },
            ],
        },
        {
            name: "what calls something is not removed",
            silently: "has no use for it",
            code: `const make = () => 3;
const x = tf.input({ shape: [4] });
tf.layers.dense({ units: 2, cells: make() }).apply(x);`,
            errors: [{ messageId: "unread", data: { callee: "dense", option: "cells" }, on: "cells" }],
        },
        {
            name: "another layer's option",
            silently: "has no use for it",
            code: `const x = tf.input({ shape: [4] });
const y = tf.layers.dense({ units: 2, returnSequences: true }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "unread",
                    data: { callee: "dense", option: "returnSequences" },
                    on: "returnSequences",
                    suggestions: [
                        { messageId: "removeOption", data: { name: "returnSequences" }, output: `const x = tf.input({ shape: [4] });
const y = tf.layers.dense({ units: 2 }).apply(x);
tf.model({ inputs: x, outputs: y });` },
                    ],
                },
            ],
        },
        {
            name: "what the misspelt stride makes of a merge is no mistake of its own",
            code: `const x = tf.input({ shape: [8, 8, 4] });
const a = tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', stride: 2 }).apply(x);
const b = tf.layers.maxPooling2d({ poolSize: 2 }).apply(x);
tf.layers.concatenate().apply([a, b]);`,
            output: `const x = tf.input({ shape: [8, 8, 4] });
const a = tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', strides: 2 }).apply(x);
const b = tf.layers.maxPooling2d({ poolSize: 2 }).apply(x);
tf.layers.concatenate().apply([a, b]);`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "conv2d", option: "stride", name: "strides" },
                    on: "stride",
                },
            ],
        },
        {
            name: "no rename where it would bring another problem",
            silently: "uses a stride of 1",
            code: `const x = tf.input({ shape: [8, 8, 1] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, stride: 'two' }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "conv2d", option: "stride", name: "strides" },
                    on: "stride",
                },
            ],
        },
        {
            name: "Keras 1's word in Keras 2's layer",
            notRun: "it is not written for TensorFlow.js",
            code: `const x = Input({ shape: [8, 8, 1] });
const y = Conv2D({ filters: 2, kernel_size: 3, subsample: [2, 2] })(x);`,
            output: `const x = Input({ shape: [8, 8, 1] });
const y = Conv2D({ filters: 2, kernel_size: 3, strides: [2, 2] })(x);`,
            errors: [
                {
                    messageId: "misspelt",
                    data: { callee: "Conv2D", option: "subsample", name: "strides" },
                    on: "subsample",
                },
            ],
        },
    ],
};

testRule("known-layer-options", rule, tables);
checkTruth("known-layer-options", tables);
