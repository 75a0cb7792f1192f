import rule from "../../rules/first-layer-input-shape.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "silent: an embedding whose inputLength is not known has one all the same",
            code: `const model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: 39, outputDim: 5, inputLength: new Date(7).getTime() }));`,
        },
        {
            name: "silent: a dense layer whose inputDim is not known has one all the same",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 5, inputDim: new Date(7).getTime() }));`,
        },
        {
            name: "inputShape",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 2, inputShape: [4] }));`,
        },
        {
            name: "batchInputShape",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 2, batchInputShape: [8, 4] }));`,
        },
        {
            name: "inputDim",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 2, inputDim: 4 }));`,
        },
        {
            name: "an embedding knows its input",
            code: `const model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: 10, outputDim: 4 }));`,
        },
        {
            name: "an input layer first",
            code: `const model = tf.sequential();
model.add(tf.layers.inputLayer({ inputShape: [4] }));
model.add(tf.layers.dense({ units: 2 }));`,
        },
        {
            name: "a model first",
            code: `const base = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
const model = tf.sequential();
model.add(base);
model.add(tf.layers.dense({ units: 2 }));`,
        },
        {
            name: "silent: the options may hold it",
            notRun: "its sizes or options are the caller's",
            code: `export function build(options) {
    const model = tf.sequential();
    model.add(tf.layers.dense({ units: 2, ...options }));
    return model;
}`,
        },
        {
            name: "silent: the model may have layers already",
            notRun: "its sizes or options are the caller's",
            code: `export function extend(model) {
    model.add(tf.layers.dense({ units: 2 }));
}`,
        },
    ],
    invalid: [
        {
            name: "no shape at all",
            code: `const model = tf.sequential();
model.add(tf.layers.dense({ units: 2 }));`,
            errors: [
                {
                    messageId: "missing",
                    data: { callee: "dense" },
                    on: "tf.layers.dense({ units: 2 })",
                },
            ],
        },
        {
            name: "in a list of layers",
            code: "tf.sequential({ layers: [tf.layers.flatten(), tf.layers.dense({ units: 2 })] });",
            errors: [
                {
                    messageId: "missing",
                    data: { callee: "flatten" },
                    on: "tf.layers.flatten()",
                },
            ],
        },
        {
            name: "a layer in a variable: the call that lacks the shape is reported",
            code: `const first = tf.layers.dense({ units: 2 });
const model = tf.sequential();
model.add(first);`,
            errors: [
                {
                    messageId: "missing",
                    data: { callee: "dense" },
                    on: "tf.layers.dense({ units: 2 })",
                },
            ],
        },
        {
            name: "an LSTM reads neither inputDim nor inputLength",
            code: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 2, inputDim: 4, inputLength: 3 }));`,
            errors: [
                {
                    messageId: "missing",
                    data: { callee: "lstm" },
                    on: "tf.layers.lstm({ units: 2, inputDim: 4, inputLength: 3 })",
                },
            ],
        },
    ],
};

testRule("first-layer-input-shape", rule, tables);
checkTruth("first-layer-input-shape", tables);
