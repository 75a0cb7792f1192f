/** Names that a layer does not read, and what they are meant for. */
import type { TrueTables } from "../truth.js";

export const names: TrueTables = {
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
    ],
    invalid: [
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
