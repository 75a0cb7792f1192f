import rule from "../../rules/suitable-loss.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const compiled = (units: number, activation: string, loss: string) => `const model = tf.sequential({ layers: [tf.layers.dense({ units: ${units}, activation: '${activation}', inputShape: [3] })] });
model.compile({ loss: ${loss}, optimizer: 'sgd' });`;
const named = (metrics: string) => `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, activation: 'sigmoid', inputShape: [3], name: 'label' })] });
model.compile({ loss: 'binaryCrossentropy', optimizer: 'sgd', metrics: ${metrics} });`;
const legal = "it is legal, and trains: see test/rules/strict-claims.test.ts";

const tables: TrueTables = {
    valid: [
        { name: "one of several classes", code: compiled(3, "softmax", "'categoricalCrossentropy'") },
        { name: "yes or no of each unit", code: compiled(3, "sigmoid", "'binaryCrossentropy'") },
        { name: "a loss that applies the softmax, on none", code: compiled(3, "linear", "tf.losses.softmaxCrossEntropy") },
        { name: "a regression", code: compiled(1, "linear", "'meanSquaredError'") },
        { name: "metrics by the names of the outputs", code: named("{ label: ['accuracy', 'mse'] }") },
        { name: "silent: an output without a name is called after its class, with a number", code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });\nmodel.compile({ loss: 'hinge', optimizer: 'sgd', metrics: { dense_Dense9001: 'mse' } });" },
        { name: "silent: a loss of the program's own", code: compiled(3, "linear", "(y, p) => tf.losses.softmaxCrossEntropy(y, p)") },
        { name: "silent: what a reshape passes on is not looked at", code: "const model = tf.sequential();\nmodel.add(tf.layers.dense({ units: 6, inputShape: [3] }));\nmodel.add(tf.layers.reshape({ targetShape: [2, 3] }));\nmodel.compile({ loss: 'categoricalCrossentropy', optimizer: 'sgd' });" },
        { name: "silent: the activation is the caller's", notRun: "its options are the caller's", code: `export const make = (activation) => { ${compiled(3, "x", "'binaryCrossentropy'").replace("activation: 'x'", "activation")} };` },
    ],
    invalid: [
        {
            name: "a metric under a name that is no output",
            silently: "nothing is measured: see test/rules/strict-claims.test.ts",
            code: named("{ labels: 'accuracy' }"),
            errors: [{ messageId: "unmeasured", data: { name: "labels", names: " Its outputs: 'label'." }, on: "'accuracy'" }],
        },
        {
            name: "binary cross-entropy of a softmax",
            silently: legal,
            code: compiled(3, "softmax", "'binaryCrossentropy'"),
            errors: [{ messageId: "shared", data: { loss: "binaryCrossentropy", output: "[null, 3]" }, on: "'binaryCrossentropy'" }],
        },
        {
            name: "the same as a function of tf.metrics",
            silently: legal,
            code: compiled(3, "softmax", "tf.metrics.binaryCrossentropy"),
            errors: [{ messageId: "shared", data: { loss: "binaryCrossentropy", output: "[null, 3]" }, on: "tf.metrics.binaryCrossentropy" }],
        },
        {
            name: "a softmax twice",
            silently: legal,
            code: compiled(3, "softmax", "tf.losses.softmaxCrossEntropy"),
            errors: [{ messageId: "twice", data: { loss: "losses.softmaxCrossEntropy", activation: "softmax" }, on: "tf.losses.softmaxCrossEntropy" }],
        },
        {
            name: "a sigmoid twice",
            silently: legal,
            code: compiled(1, "sigmoid", "tf.losses.sigmoidCrossEntropy"),
            errors: [{ messageId: "twice", data: { loss: "losses.sigmoidCrossEntropy", activation: "sigmoid" }, on: "tf.losses.sigmoidCrossEntropy" }],
        },
        {
            name: "no probabilities",
            silently: legal,
            code: compiled(3, "linear", "'categoricalCrossentropy'"),
            errors: [{ messageId: "unbounded", data: { loss: "categoricalCrossentropy", activation: "linear" }, on: "'categoricalCrossentropy'" }],
        },
    ],
};

testRule("suitable-loss", rule, tables);
checkTruth("suitable-loss", tables);
