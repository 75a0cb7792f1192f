import rule from "../../rules/nested-model-input.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "silent: a reshape that fits no input is told where it is made",
            failsFor: "its own reshape fits no input: that is reshape-size's",
            code: `const inner = tf.sequential({ layers: [tf.layers.reshape({ targetShape: [2, 4], inputShape: [6] })] });
const x = tf.input({ shape: [6] });
tf.model({ inputs: x, outputs: inner.apply(x) });`,
        },
        {
            name: "what is wrong inside a model is said there, not at each use of it",
            failsFor: "repeatVector gets rank 3, which another rule says",
            code: `const a = tf.input({ shape: [7, 3] });
const tower = tf.model({ inputs: a, outputs: tf.layers.repeatVector({ n: 2 }).apply(a) });
tower.apply(tf.input({ shape: [8, 3] }));`,
        },
        {
            name: "its own shape",
            code: `const encoder = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
const x = tf.input({ shape: [4] });
tf.model({ inputs: x, outputs: encoder.apply(x) });`,
        },
        {
            name: "a convolutional model on another image size",
            code: `const encoder = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [28, 28, 1] })] });
const x = tf.input({ shape: [64, 48, 1] });
tf.model({ inputs: x, outputs: encoder.apply(x) });`,
        },
        {
            name: "silent: a loaded model",
            code: `async function extend(url) {
    const base = await tf.loadLayersModel(url);
    return base.apply(tf.input({ shape: [4] }));
}`,
        },
        {
            name: "whole batches for both directions of a stateful layer",
            code: `const model = tf.sequential();
model.add(tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 3, stateful: true }), batchInputShape: [4, 5, 2] }));
model.predict(tf.zeros([8, 5, 2]), { batchSize: 4 }).reshape([8, 6]);`,
        },
        {
            name: "whole batches for timeDistributed, which takes as many rows as it was built for",
            code: `const model = tf.sequential();
model.add(tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 3 }), batchInputShape: [4, 5, 2] }));
model.predict(tf.zeros([8, 5, 2]), { batchSize: 4 }).reshape([8, 15]);`,
        },
        {
            name: "one row for both directions of a stateful layer: the result has as many as its states",
            code: `const model = tf.sequential();
model.add(tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 3, stateful: true }), batchInputShape: [8, 5, 2] }));
model.predict(tf.zeros([1, 5, 2])).reshape([8, 6]);`,
        },
    ],
    invalid: [
        {
            name: "a reshape, which fails only when the model is run",
            code: `const inner = tf.sequential({ layers: [tf.layers.reshape({ targetShape: [2, 3], inputShape: [6] })] });
const x = tf.input({ shape: [8] });
tf.model({ inputs: x, outputs: inner.apply(x) });`,
            errors: [{ messageId: "inner", data: { applied: "[null, 8]", layer: "reshape", input: "[null, 8]", reason: "and reshapes it to [2, 3]" }, on: "x", nth: 3 }],
        },
        {
            name: "a reshape with an open size, in a functional model",
            code: `const a = tf.input({ shape: [6] });
const inner = tf.model({ inputs: a, outputs: tf.layers.reshape({ targetShape: [-1, 3] }).apply(a) });
const x = tf.input({ shape: [8] });
tf.model({ inputs: x, outputs: inner.apply(x) });`,
            errors: [{ messageId: "inner", data: { applied: "[null, 8]", layer: "reshape", input: "[null, 8]", reason: "and cannot reshape it to [-1, 3]" }, on: "x", nth: 3 }],
        },
        {
            name: "rows that a generator yields",
            code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const rows = tf.data.generator(function* () {
    for (let i = 0; i < 4; i++) yield { xs: [i, i + 1], ys: [i] };
});
await model.fitDataset(rows.batch(2), { epochs: 1 });`,
            errors: [{ messageId: "inner", data: { applied: "[2, 2]", layer: "dense", input: "[2, 2]", reason: "and needs 3 as the last dimension" }, on: "rows.batch(2)" }],
        },
        {
            name: "columns that a function takes from each row",
            code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const rows = tf.data.array([[1, 2, 3, 4], [5, 6, 7, 8]]).map((row) => ({ xs: row.slice(1, 3), ys: [row[3]] }));
await model.fitDataset(rows.batch(2), { epochs: 1 });`,
            errors: [{ messageId: "inner", data: { applied: "[2, 2]", layer: "dense", input: "[2, 2]", reason: "and needs 3 as the last dimension" }, on: "rows.batch(2)" }],
        },
        {
            name: "a dataset for validation",
            code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const ys = tf.data.array([[1], [2]]);
const training = tf.data.zip({ xs: tf.data.array([[1, 2, 3], [4, 5, 6]]), ys }).batch(2);
await model.fitDataset(training, { epochs: 1, validationData: tf.data.zip({ xs: ys, ys }).batch(2) });`,
            errors: [{ messageId: "inner", data: { applied: "[2, 1]", layer: "dense", input: "[2, 1]", reason: "and needs 3 as the last dimension" }, on: "tf.data.zip({ xs: ys, ys }).batch(2)" }],
        },
        {
            name: "another number of rows than both directions of a stateful layer keep states for",
            code: `const model = tf.sequential();
model.add(tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 3, stateful: true }), batchInputShape: [8, 5, 2] }));
model.predict(tf.zeros([2, 5, 2]));`,
            errors: [
                {
                    messageId: "inner",
                    data: { applied: "[2, 5, 2]", layer: "bidirectional", input: "[2, 5, 2]", reason: "and needs 8 as axis 0" },
                    on: "tf.zeros([2, 5, 2])",
                },
            ],
        },
        {
            name: "another last dimension: accepted when built",
            code: `const encoder = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
const x = tf.input({ shape: [5] });
tf.model({ inputs: x, outputs: encoder.apply(x) });`,
            errors: [
                {
                    messageId: "inner",
                    data: { applied: "[null, 5]", layer: "dense", input: "[null, 5]", reason: "and needs 4 as the last dimension" },
                    on: "x",
                    nth: 3,
                },
            ],
        },
        {
            name: "a flattened size",
            code: `const encoder = tf.sequential({
    layers: [tf.layers.flatten({ inputShape: [4, 4, 2] }), tf.layers.dense({ units: 3 })],
});
const image = tf.input({ shape: [5, 5, 2] });
tf.model({ inputs: image, outputs: encoder.apply(image) });`,
            errors: [
                {
                    messageId: "inner",
                    data: { applied: "[null, 5, 5, 2]", layer: "dense", input: "[null, 50]", reason: "and needs 32 as the last dimension" },
                    on: "image",
                    nth: 3,
                },
            ],
        },
        {
            name: "added to a sequential model",
            code: `const encoder = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [28, 28, 1] })] });
const model = tf.sequential();
model.add(tf.layers.dense({ units: 2, inputShape: [7] }));
model.add(encoder);`,
            errors: [
                {
                    messageId: "inner",
                    data: { applied: "[null, 2]", layer: "conv2d", input: "[null, 2]", reason: "and expects rank 4" },
                    on: "encoder",
                    nth: 2,
                },
            ],
        },
        {
            name: "a functional model",
            code: `const a = tf.input({ shape: [8, 8, 3] });
const b = tf.layers.conv2d({ filters: 2, kernelSize: 5 }).apply(a);
const inner = tf.model({ inputs: a, outputs: b });
const x = tf.input({ shape: [4, 4, 3] });
const y = inner.apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "inner",
                    data: { applied: "[null, 4, 4, 3]", layer: "conv2d", input: "[null, 4, 4, 3]", reason: "and would make [null, 0, 0, 2] of it" },
                    on: "x",
                    nth: 2,
                },
            ],
        },
    ],
};

testRule("nested-model-input", rule, tables);
checkTruth("nested-model-input", tables);
