/** Names in objects of options that stand outside the call, and may be read by others. */
import type { TrueTables } from "../truth.js";

export const objects: TrueTables = {
    valid: [
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
    ],
};
