/** `classWeight`: which forms of it a model can use. */
import type { TrueTables } from "../truth.js";

const model = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2], activation: 'softmax', name: 'kind' })] });
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });`;
const fit = (weights: string) => `${model}\nawait model.fit(tf.ones([2, 2]), tf.oneHot(tf.tensor1d([0, 1], 'int32'), 3), { epochs: 1, classWeight: ${weights} });`;

const pair = `const x = tf.input({ shape: [2] });
const kind = tf.layers.dense({ units: 2, name: 'kind' }).apply(x);
const size = tf.layers.dense({ units: 1, name: 'size' }).apply(x);
const model = tf.model({ inputs: x, outputs: [kind, size] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;
const fitPair = (weights: string) => `${pair}\nawait model.fit(tf.ones([2, 2]), [tf.oneHot(tf.tensor1d([0, 1], 'int32'), 2), tf.ones([2, 1])], { epochs: 1, classWeight: ${weights} });`;

const byNumber = "an object with a weight for each class, by its number";
const byOutput = "a list of 2 objects, or an object with one for each output's name";

export const classWeights: TrueTables = {
    valid: [
        { name: "a weight for each class", code: fit("{ 0: 1, 1: 2, 2: 1 }") },
        { name: "by their numbers in a list", code: fit("[1, 2, 1]") },
        { name: "a list of one for the one output", code: fit("[{ 0: 1, 1: 2, 2: 1 }]") },
        { name: "under the name of the output", code: fit("{ kind: { 0: 1, 1: 2, 2: 1 } }") },
        { name: "none", code: `${fit("null")}\n${fit("[]").slice(model.length + 1)}` },
        { name: "silent: which classes there are depends on the values", failsFor: "the second class has no weight", code: fit("{ 0: 1 }").replace("'int32')", "'int32').abs()") },
        { name: "silent: the weights are the caller's", notRun: "they are the caller's", code: `export async function train(weights) {\n${fit("weights")}\n}` },
        { name: "silent: the name that the library gives an output is not known", failsFor: "it is called otherwise", code: fit("{ dense_Dense999: { 0: 1, 1: 2, 2: 1 } }").replace(", name: 'kind'", "") },
        { name: "a list with one for each of two outputs, or nothing", code: fitPair("[{ 0: 1, 1: 2 }, null]") },
        { name: "under the name of one of two outputs", code: fitPair("{ kind: { 0: 1, 1: 2 } }") },
        { name: "under other names they are not looked at", code: fitPair("{ type: { 0: 1, 1: 2 } }") },
        { name: "an evaluation does not look at them", code: `${model}\nmodel.evaluate(tf.ones([2, 2]), tf.ones([2, 3]), { classWeight: 3 });` },
        { name: "weights for the classes of a dataset", code: `${model}\nawait model.fitDataset(tf.data.array([{ xs: [1, 2], ys: [1, 0, 0] }]).batch(1), { epochs: 1, classWeight: { 0: 1, 1: 1, 2: 1 } });` },
    ],
    invalid: [
        {
            name: "no weight for a class of the labels",
            code: fit("{ 0: 1 }"),
            errors: [{ messageId: "classWeight", data: { missing: "1" }, on: "{ 0: 1 }" }],
        },
        {
            name: "names of the classes",
            code: fit("{ cat: 1, dog: 2, bird: 1 }"),
            errors: [{ messageId: "value", data: { option: "classWeight", given: "an object", expected: byNumber, effect: "" }, on: "{ cat: 1, dog: 2, bird: 1 }" }],
        },
        {
            name: "a tensor of weights",
            code: fit("tf.tensor1d([1, 2, 1])"),
            errors: [{ messageId: "value", data: { option: "classWeight", given: "a tensor of shape [3]", expected: byNumber, effect: "" }, on: "tf.tensor1d([1, 2, 1])" }],
        },
        {
            name: "one weight for all",
            code: fit("3"),
            errors: [{ messageId: "value", data: { option: "classWeight", given: "3", expected: byNumber, effect: "" }, on: "3", nth: 4 }],
        },
        {
            name: "a word of another library",
            code: fit("'balanced'"),
            errors: [{ messageId: "value", data: { option: "classWeight", given: "'balanced'", expected: byNumber, effect: " TensorFlow.js takes each letter for a weight: all is NaN." }, on: "'balanced'" }],
        },
        {
            name: "two objects for one output",
            code: fit("[{ 0: 1, 1: 2 }, { 2: 1 }]"),
            errors: [{ messageId: "value", data: { option: "classWeight", given: "[an object, an object]", expected: byNumber, effect: "" }, on: "[{ 0: 1, 1: 2 }, { 2: 1 }]" }],
        },
        {
            name: "weights for one of two outputs, it is not said which",
            code: fitPair("{ 0: 1, 1: 2 }"),
            errors: [{ messageId: "value", data: { option: "classWeight", given: "an object", expected: byOutput, effect: "" }, on: "{ 0: 1, 1: 2 }" }],
        },
        {
            name: "a list of one for two outputs",
            code: fitPair("[{ 0: 1, 1: 2 }]"),
            errors: [{ messageId: "value", data: { option: "classWeight", given: "[an object]", expected: byOutput, effect: "" }, on: "[{ 0: 1, 1: 2 }]" }],
        },
        {
            name: "names of the classes of a dataset",
            code: `${model}\nawait model.fitDataset(tf.data.array([{ xs: [1, 2], ys: [1, 0, 0] }]).batch(1), { epochs: 1, classWeight: { cat: 1 } });`,
            errors: [{ messageId: "value", data: { option: "classWeight", given: "an object", expected: byNumber, effect: "" }, on: "{ cat: 1 }" }],
        },
    ],
};
