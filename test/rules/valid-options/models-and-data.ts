/** Options of models, inputs, training and datasets. */
import type { TrueTables } from "../truth.js";

const trained = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'hinge' });`;

export const modelsAndData: TrueTables = {
    valid: [
        {
            name: "a batch size that is left to the library",
            code: `${trained}\nawait model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]), { batchSize: null, epochs: 1 });\nmodel.predict(tf.zeros([2, 3]), { batchSize: undefined });`,
        },
        {
            name: "silent: the options of fit are the caller's",
            code: `${trained}\nexport const train = (options) => model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]), options);\nexport const more = (options) => model.fitDataset(data, { ...options });`,
        },
        {
            name: "silent: the shape of an input, or what a model is made of, may stand in what cannot be seen",
            notRun: "`options` is nowhere to be seen",
            code: "tf.input(options); tf.input({ ...options }); tf.model({ ...options });",
        },
        {
            name: "an input by its whole shape",
            code: "tf.input({ batchShape: [2, 3] }); tf.layers.inputLayer({ batchInputShape: [2, 3] });",
        },
    ],
    invalid: [
        {
            name: "a list of layers in place of the options of a model",
            silently: "the model has no layers",
            code: "const model = tf.sequential([tf.layers.dense({ units: 3, inputShape: [4] })]);",
            errors: [{ messageId: "value", data: { option: "config", given: "a list", expected: "an object with `layers`", effect: " TensorFlow.js makes a model without layers of it." }, on: "[tf.layers.dense({ units: 3, inputShape: [4] })]" }],
        },
        {
            name: "an input in place of the options of a model",
            code: "const x = tf.input({ shape: [4] });\nconst y = tf.layers.dense({ units: 3 }).apply(x);\ntf.model(x, y);",
            errors: [{ messageId: "value", data: { option: "config", given: "a tensor", expected: "an object with `inputs` and `outputs`", effect: "" }, on: "x", nth: 3 }],
        },
        {
            name: "a generator that runs already",
            code: "function* count() { yield { xs: [1], ys: [2] }; }\nconst model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });\nmodel.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait model.fitDataset(tf.data.generator(count()).batch(1), { epochs: 1 });",
            errors: [{ messageId: "value", data: { option: "generator", given: "a generator", expected: "the function that makes it, which is not called", effect: "" }, on: "count()", nth: 2 }],
        },
        {
            name: "nothing in a batch",
            code: "tf.data.array([1, 2]).batch(0);",
            errors: [{ messageId: "value", data: { option: "batchSize", given: "0", expected: "more than 0", effect: "" }, on: "0" }],
        },
        {
            name: "a shuffle of how many nobody says",
            code: "tf.data.array([1, 2]).shuffle();",
            errors: [{ messageId: "missing", data: { callee: "shuffle", option: "bufferSize" }, on: "tf.data.array([1, 2]).shuffle()" }],
        },
        {
            name: "an input with two shapes",
            code: "tf.input({ shape: [3], batchShape: [2, 3] });",
            errors: [{ messageId: "conflict", data: { option: "shape", other: "batchShape", why: "an input takes only one of the two", effect: "" }, on: "[3]" }],
        },
        {
            name: "texts that are added",
            code: "tf.tensor1d(['a', 'b']).add(1);",
            errors: [{ messageId: "value", data: { option: "a", given: "a string tensor", expected: "a tensor of numbers", effect: "" }, on: "tf.tensor1d(['a', 'b'])" }],
        },
        {
            name: "no rows in a batch",
            code: `${trained}\nawait model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]), { batchSize: 0 });`,
            errors: [{ messageId: "value", data: { option: "batchSize", given: "0", expected: "a positive integer", effect: "" }, on: "0" }],
        },
        {
            name: "half a row",
            code: `${trained}\nmodel.predict(tf.zeros([2, 3]), { batchSize: 2.5 });`,
            errors: [{ messageId: "value", data: { option: "batchSize", given: "2.5", expected: "a positive integer", effect: "" }, on: "2.5" }],
        },
        {
            name: "a dataset goes on until it is told how often",
            code: `${trained}\nconst data = tf.data.zip({ xs: tf.data.array([[1, 2, 3]]), ys: tf.data.array([[1]]) }).batch(1);\nawait model.fitDataset(data, { batchesPerEpoch: 1 });`,
            errors: [{ messageId: "missing", data: { callee: "fitDataset", option: "epochs" }, on: "model.fitDataset(data, { batchesPerEpoch: 1 })" }],
        },
        {
            name: "an input without a shape",
            code: "tf.input({ name: 'image' });",
            errors: [{ messageId: "missing", data: { callee: "input", option: "shape" }, on: "tf.input({ name: 'image' })" }],
        },
        {
            name: "an input without anything",
            code: "tf.layers.input();",
            errors: [{ messageId: "missing", data: { callee: "input", option: "shape" }, on: "tf.layers.input()" }],
        },
        {
            name: "an input layer without a shape",
            code: "tf.sequential({ layers: [tf.layers.inputLayer({ batchSize: 2 })] });",
            errors: [{ messageId: "missing", data: { callee: "inputLayer", option: "inputShape" }, on: "tf.layers.inputLayer({ batchSize: 2 })" }],
        },
        {
            name: "a model without outputs, or without inputs",
            code: "const x = tf.input({ shape: [3] });\ntf.model({ inputs: x });",
            errors: [{ messageId: "missing", data: { callee: "model", option: "outputs" }, on: "tf.model({ inputs: x })" }],
        },
    ],
};
