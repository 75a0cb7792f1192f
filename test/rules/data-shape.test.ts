import rule from "../../rules/data-shape.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

/** A model of three numbers in, one out. */
const model = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;

/** Two inputs, and two outputs of which one has a name. */
const pair = `const a = tf.input({ shape: [3], name: 'a' });
const b = tf.input({ shape: [2], name: 'b' });
const joined = tf.layers.concatenate().apply([a, b]);
const score = tf.layers.dense({ units: 1 }).apply(joined);
const label = tf.layers.dense({ units: 2, name: 'label' }).apply(joined);
const model = tf.model({ inputs: [a, b], outputs: [score, label] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;

const image = `const model = tf.sequential();
model.add(tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1] }));`;

const shared = `const shape = [2, 8, 8, 3];
const a = tf.input({ batchShape: shape });
const b = tf.input({ batchShape: shape });
const crop = tf.layers.centerCrop({ height: 4, width: 4 }).apply(a);`;

const stateful = `const model = tf.sequential({ layers: [tf.layers.lstm({ units: 2, stateful: true, batchInputShape: [4, 5, 3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;

const classifier = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, activation: 'softmax', inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });`;

/** Three rows of three numbers, with a target for each. */
const dataset = (ys: string, batch = ".batch(2)") => `const xs = tf.data.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
const ys = tf.data.array(${ys});
const dataset = tf.data.zip({ xs, ys })${batch};`;
const fitDataset = "await model.fitDataset(dataset, { epochs: 1 });";

const table = (options: string): string => `const dataset = tf.data.csv('data:text/csv,a,b,c,label%0A1,2,3,4%0A5,6,7,8', ${options});`;

const upscaler = (stride: string): string => `const model = tf.sequential({ layers: [tf.layers.conv2dTranspose({ inputShape: [4, 4, 3], filters: 1, kernelSize: 3, padding: 'same'${stride} })] });
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });
await model.fit(tf.zeros([10, 4, 4, 3]), tf.zeros([10, 8, 8, 1]));`;

const tables: TrueTables = {
    valid: [
        { name: "data of the model's shapes", code: `${model}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 1]), { epochs: 1 });` },
        { name: "rank 1 counts as one number for each row", code: `${model}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5]));\nmodel.evaluate(tf.zeros([5, 3]), tf.tensor1d([1, 2, 3, 4, 5]));` },
        { name: "a fixed batch size is no demand on predict and fit", code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, batchInputShape: [4, 3] })] });\nmodel.predict(tf.zeros([5, 3]));` },
        { name: "category encoding has written its shape into the model's input", code: `const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [1] }), tf.layers.categoryEncoding({ numTokens: 10, outputMode: 'multiHot' })] });\nmodel.predict(tf.zeros([1, 10]));` },
        { name: "so has a crop, into the input of layers that leave the shape alone too", code: `const x = tf.input({ shape: [8, 8, 3] });\nconst y = tf.layers.dropout({ rate: 0.1 }).apply(x);\nconst model = tf.model({ inputs: x, outputs: tf.layers.centerCrop({ height: 4, width: 4 }).apply(y) });\nmodel.predict(tf.zeros([1, x.shape[1], 4, 3])).reshape([48]);` },
        { name: "and into an array of the program's own that two inputs are made of", code: `${shared}\nconst model = tf.model({ inputs: [a, b], outputs: [crop, tf.layers.flatten().apply(b)] });\nmodel.predict([tf.zeros([2, 4, 4, 3]), tf.zeros([2, 4, 4, 3])]);\ntf.zeros([b.shape[1], shape[2]]).reshape([16]);` },
        { name: "a first layer's own shape is an array that the program changes later", code: `const whole = [null, 4];\nconst layer = tf.layers.dense({ units: 3, batchInputShape: whole });\nwhole[1] = 5;\nconst model = tf.sequential({ layers: [layer] });\nmodel.predict(tf.zeros([2, 5]));` },
        { name: "without the batch, the library has an array of its own", code: `const part = [4];\nconst layer = tf.layers.dense({ units: 3, inputShape: part });\npart[0] = 5;\nconst model = tf.sequential({ layers: [layer] });\nmodel.predict(tf.zeros([2, 4]));` },
        { name: "a layer that was renamed is no output of its old name", code: `const x = tf.input({ shape: [4], name: 'x' });\nconst layer = tf.layers.dense({ units: 3, name: 'y' });\nconst y = layer.apply(x);\nlayer.name = 'z';\nconst model = tf.model({ inputs: x, outputs: y });\nmodel.compile({ loss: { z: 'meanSquaredError' }, optimizer: 'sgd' });\nawait model.fit({ x: tf.zeros([2, 4]) }, { z: tf.zeros([2, 3]) });` },
        { name: "and so into an input that is made of it afterwards", code: `${shared}\nconst c = tf.input({ batchShape: shape });\nconst model = tf.model({ inputs: c, outputs: tf.layers.flatten().apply(c) });\nmodel.predict(tf.zeros([2, 4, 4, 3])).reshape([96]);` },
        { name: "an array that the program changes between two inputs", code: `const shape = [2, 8, 8, 3];\nconst a = tf.input({ batchShape: shape });\nshape[1] = 6;\nconst b = tf.input({ batchShape: shape });\nconst model = tf.model({ inputs: b, outputs: tf.layers.flatten().apply(b) });\nmodel.predict(tf.zeros([2, 6, 8, 3])).reshape([288]);` },
        { name: "one tensor in an array", code: `${model}\nmodel.predict([tf.zeros([5, 3])]);` },
        { name: "several inputs in an array", code: `${pair}\nawait model.fit([tf.zeros([4, 3]), tf.zeros([4, 2])], [tf.zeros([4]), tf.zeros([4, 2])]);` },
        { name: "inputs by name, and some that no input is called", code: `${pair}\nawait model.fit({ b: tf.zeros([4, 2]), a: tf.zeros([4, 3]), c: tf.zeros([1]) }, [tf.zeros([4, 1]), tf.zeros([4, 2])]);` },
        { name: "rows beyond those of the first input are not looked at by predict", code: `${pair}\nmodel.predict([tf.zeros([3, 3]), tf.zeros([4, 2])]);` },
        { name: "validation data that fits", code: `${model}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 1]), { validationData: [tf.zeros([2, 3]), tf.zeros([2])] });` },
        { name: "validation data is read only from an array", code: `${model}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 1]), { validationData: tf.zeros([2, 9]) });` },
        { name: "a part split off for validation", code: `${model}\nawait model.fit(tf.zeros([1, 3]), tf.zeros([1, 1]), { validationSplit: 0.2 });` },
        { name: "an image of another size for a model that takes any", code: `const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [null, null, 1] })] });\nmodel.predict(tf.zeros([1, 9, 11, 1]));` },
        { name: "the numbers of classes, as rank 1 or 2", code: `${classifier}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5]));\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 1]));` },
        { name: "whole batches for a stateful model", code: `${stateful}\nmodel.predict(tf.zeros([8, 5, 3]), { batchSize: 4 }).reshape([8, 2]);\nawait model.fit(tf.zeros([8, 5, 3]), tf.zeros([8, 2]), { batchSize: 4 });` },
        { name: "silent: the loss is the caller's", notRun: "its loss is the caller's", code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] })] });\nexport async function train(loss) {\n    model.compile({ optimizer: 'sgd', loss });\n    await model.fit(tf.zeros([5, 3]), tf.zeros([5]));\n}` },
        { name: "a dataset in batches", code: `${model}\n${dataset("[[1], [2], [3]]")}\n${fitDataset}\nawait model.evaluateDataset(dataset.shuffle(3), {});` },
        { name: "a dataset of tensors that are batches already", code: `${model}\nconst dataset = tf.data.zip({ xs: tf.data.array([tf.zeros([2, 3])]), ys: tf.data.array([tf.zeros([2, 1])]) });\n${fitDataset}` },
        { name: "elements that a function renames", code: `${model}\n${dataset("[[1], [2], [3]]", "").replace("{ xs, ys }", "{ row: xs, label: ys }")}\nawait model.fitDataset(dataset.map(({ row, label }) => ({ xs: row, ys: label })).batch(2), { epochs: 1 });` },
        { name: "targets as the output is, under a loss of the program's own", code: `${model.replace("'meanSquaredError'", "(y, p) => tf.sub(y, p).square().mean()")}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5]));` },
        { name: "what a generator yields", code: `${model}\nfunction* rows() {\n    for (let i = 0; i < 4; i++) yield { xs: [i, 2, 3], ys: [i / 4] };\n}\nawait model.fitDataset(tf.data.generator(rows).batch(2), { epochs: 1 });` },
        { name: "columns that a function takes from each row", code: `${model}\nconst rows = tf.data.array([[1, 2, 3, 4], [5, 6, 7, 8]]).map((row) => ({ xs: row.slice(0, 3), ys: [row[3]] }));\nawait model.fitDataset(rows.batch(2), { epochs: 1, validationData: rows.batch(1) });` },
        { name: "validation data of a dataset as evaluate takes them", code: `${model}\n${dataset("[[1], [2], [3]]")}\nawait model.fitDataset(dataset, { epochs: 1, validationData: [tf.zeros([2, 3]), tf.zeros([2])] });` },
        { name: "several inputs of a dataset in an array", code: `${pair}\nconst dataset = tf.data.array([{ xs: [tf.zeros([4, 3]), tf.zeros([4, 2])], ys: [tf.zeros([4, 1]), tf.zeros([4, 2])] }]);\n${fitDataset}` },
        { name: "a dataset as validation data of fit is not looked at", code: `${model}\n${dataset("[[1, 2], [2, 3], [3, 4]]")}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 1]), { validationData: dataset });` },
        { name: "silent: a generator that yields one thing or the other", failsFor: "all its rows have two numbers", code: `${model}\nconst dataset = tf.data.generator(function* () {\n    yield Math.random() < 2 ? { xs: tf.zeros([2, 2]), ys: tf.zeros([2, 1]) } : undefined;\n});\n${fitDataset}` },
        { name: "silent: what somebody else's iterator gives", failsFor: "its rows have two numbers", code: `${model}\nconst values = JSON.parse(process.env.none ?? '[[1, 2]]');\nconst dataset = tf.data.generator(() => values.map((xs) => ({ xs: tf.tensor2d([xs]), ys: tf.zeros([1, 1]) }))[Symbol.iterator]());\n${fitDataset}` },
        { name: "columns of a table put together", code: `${model}\n${table("{ columnConfigs: { label: { isLabel: true } } }")}\nconst rows = dataset.map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) }));\nawait model.fitDataset(rows.batch(2), { epochs: 1 });` },
        { name: "labels of a table under the name of the output", code: `const x = tf.input({ shape: [1], name: 'a' });\nconst model = tf.model({ inputs: x, outputs: tf.layers.dense({ units: 1, name: 'label' }).apply(x) });\nmodel.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\n${table("{ columnConfigs: { label: { isLabel: true } } }")}\nawait model.fitDataset(dataset.batch(2).map(({ xs, ys }) => ({ xs: xs.a.expandDims(1), ys: ys.label.expandDims(1) })), { epochs: 1 });` },
        { name: "silent: the columns of a table without labels", failsFor: "none of them is called xs", code: `${model}\n${table("{ hasHeader: true }")}\nawait model.fitDataset(dataset.batch(2), { epochs: 1 });` },
        { name: "silent: what the columns are is the caller's", notRun: "it is the caller's", code: `${model}\nexport async function train(url, columnConfigs) {\n    await model.fitDataset(tf.data.csv(url, { columnConfigs }).batch(2), { epochs: 1 });\n}` },
        { name: "numbers and truths of a dataset, and a text that nobody looks at", code: `${classifier.replace("sparseCategoricalCrossentropy", "meanSquaredError").replace("units: 4", "units: 1")}\nconst rows = tf.data.array([{ xs: [1, 2, 3], ys: true, name: 'a' }, { xs: [4, 5, 6], ys: 0, name: 'b' }]);\nawait model.fitDataset(rows.map(({ xs, ys }) => ({ xs, ys: [ys] })).batch(2), { epochs: 1 });` },
        { name: "texts that a function turns into numbers", code: `${model}\nconst rows = tf.data.array([{ row: [1, 2, 3], kind: 'a' }, { row: [4, 5, 6], kind: 'b' }]);\nawait model.fitDataset(rows.map(({ row, kind }) => ({ xs: row, ys: [kind === 'a' ? 0 : 1] })).batch(2), { epochs: 1 });` },
        { name: "silent: a loss of the program's own may take texts", failsFor: "it takes none", code: `${model.replace("'meanSquaredError'", "(y, p) => tf.sub(y, p).square().mean()")}\nawait model.trainOnBatch(tf.zeros([1, 3]), tf.tensor2d([['a']]));` },
        { name: "silent: how many rows there are is the caller's", notRun: "its data is the caller's", code: `${model}\nexport const train = (n, m) => model.fit(tf.zeros([n, 3]), tf.zeros([m, 1]));` },
        { name: "silent: what the data is nobody knows", notRun: "its data is the caller's", code: `${model}\nexport const predict = (x) => model.predict(x);\nexport const train = (...data) => model.fit(...data);` },
        { name: "silent: the library may have called an output that", failsFor: "it has another number", code: `${pair}\nawait model.fit([tf.zeros([4, 3]), tf.zeros([4, 2])], { dense_Dense999: tf.zeros([4, 1]), label: tf.zeros([4, 2]) });` },
        { name: "names that are read from the model", code: `${model}\nawait model.fit({ [model.inputNames[0]]: tf.zeros([5, 3]) }, { [model.outputNames[0]]: tf.zeros([5, 1]) });` },
        { name: "the name that the library has given a layer", code: `const layer = tf.layers.dense({ units: 1, inputShape: [3] });\nconst model = tf.sequential({ layers: [layer] });\nmodel.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait model.fit({ [layer.name + '_input']: tf.zeros([5, 3]) }, { [layer.name]: tf.zeros([5, 1]) });` },
        { name: "silent: a layer is given its name later", code: `const layer = tf.layers.dense({ units: 1, inputShape: [3] });\nlayer.name = 'price';\nconst model = tf.sequential({ layers: [layer] });\nmodel.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait model.fit(tf.zeros([5, 3]), { price: tf.zeros([5, 1]) });` },
    ],
    invalid: [
        {
            name: "tensors in the place of a dataset",
            code: `${classifier}\nawait model.fitDataset([tf.zeros([5, 3]), tf.zeros([5, 1])], { epochs: 1 });`,
            errors: [{ messageId: "source", data: { callee: "fitDataset", what: "an array" }, on: "[tf.zeros([5, 3]), tf.zeros([5, 1])]" }],
        },
        {
            name: "labels that are not in batches, unlike what they belong to",
            code: `${classifier}\nconst xs = tf.data.array([[1, 2, 3], [4, 5, 6]]).batch(2);\nawait model.fitDataset(tf.data.zip({ xs, ys: tf.data.array([[0], [1]]) }), { epochs: 1 });`,
            errors: [{ messageId: "form", data: { callee: "fitDataset", what: "a plain array", data: "targets" }, on: "tf.data.zip({ xs, ys: tf.data.array([[0], [1]]) })" }],
        },
        {
            name: "numbers of classes as int32, which the loss does not round",
            code: `${classifier}\nconst labels = tf.tensor1d([0, 1, 2, 3, 0], 'int32');\nawait model.fit(tf.zeros([5, 3]), labels, { epochs: 1 });`,
            errors: [
                {
                    messageId: "dtype",
                    data: { callee: "fit", data: "targets", dtype: "int32", expected: "float32" },
                    on: "labels",
                    nth: 2,
                    suggestions: [{ messageId: "setOption", data: { value: "labels.toFloat()" }, output: `${classifier}\nconst labels = tf.tensor1d([0, 1, 2, 3, 0], 'int32');\nawait model.fit(tf.zeros([5, 3]), labels.toFloat(), { epochs: 1 });` }],
                },
            ],
        },
        {
            name: "truths in validation data",
            code: `${classifier}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5]), { epochs: 1, validationData: [tf.zeros([5, 3]), tf.zeros([5], 'bool')] });`,
            errors: [{ messageId: "dtype", data: { callee: "fit", data: "validation targets", dtype: "bool", expected: "float32" }, on: "tf.zeros([5], 'bool')", suggestions: [{ messageId: "setOption", data: { value: "tf.zeros([5], 'bool').toFloat()" }, output: `${classifier}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5]), { epochs: 1, validationData: [tf.zeros([5, 3]), tf.zeros([5], 'bool').toFloat()] });` }] }],
        },
        {
            name: "the author's names, where the library has given its own",
            code: `${pair}\nawait model.fit([tf.zeros([4, 3]), tf.zeros([4, 2])], { first: tf.zeros([4, 1]), label: tf.zeros([4, 2]) });`,
            errors: [{ messageId: "unnamed", data: { callee: "fit", names: "`first` and `label`", slot: "the model's output 1" }, on: "{ first: tf.zeros([4, 1]), label: tf.zeros([4, 2]) }" }],
        },
        {
            name: "columns of a dataset that nobody has put together",
            code: `${model}\nconst rows = tf.data.array([{ xs: { a: 1, b: 2, c: 3 }, ys: { price: 4 } }]);\nawait model.fitDataset(rows.batch(1), { epochs: 1 });`,
            errors: [{ messageId: "unnamed", data: { callee: "fitDataset", names: "`a`, `b` and `c`", slot: "the model's input" }, on: "rows.batch(1)" }],
        },
        {
            name: "labels of a table by the names of their columns",
            code: `${model}\n${table("{ columnConfigs: { label: { isLabel: true } } }")}\nawait model.fitDataset(dataset.batch(2), { epochs: 1 });`,
            errors: [{ messageId: "unnamed", data: { callee: "fitDataset", names: "`label`", slot: "the model's output" }, on: "dataset.batch(2)" }],
        },
        {
            name: "a table of which no column is a label",
            code: `${model}\n${table("{ columnConfigs: { a: {}, b: { required: true } }, configuredColumnsOnly: true }")}\nawait model.fitDataset(dataset.batch(2), { epochs: 1 });`,
            errors: [{ messageId: "element", data: { missing: "xs", callee: "fitDataset" }, on: "dataset.batch(2)" }],
        },
        {
            name: "the name of a variable for that of a placeholder",
            code: `const x = tf.input({ shape: [3] });\nconst model = tf.model({ inputs: x, outputs: tf.layers.dense({ units: 1, name: 'y' }).apply(x) });\nmodel.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait model.fit({ x: tf.zeros([4, 3]) }, { y: tf.zeros([4, 1]) });`,
            errors: [{ messageId: "unnamed", data: { callee: "fit", names: "`x`", slot: "the model's input" }, on: "{ x: tf.zeros([4, 3]) }" }],
        },
        {
            name: "texts as labels",
            code: `${model}\nawait model.fit(tf.zeros([2, 3]), tf.tensor2d([['yes'], ['no']]));`,
            errors: [{ messageId: "texts", data: { callee: "fit", data: "targets" }, on: "tf.tensor2d([['yes'], ['no']])" }],
        },
        {
            name: "words to predict with",
            code: `${model}\nmodel.predict(tf.tensor2d([['a', 'b', 'c']]));`,
            errors: [{ messageId: "texts", data: { callee: "predict", data: "inputs" }, on: "tf.tensor2d([['a', 'b', 'c']])" }],
        },
        {
            name: "words in a batch of its own",
            code: `${model}\nawait model.trainOnBatch(tf.tensor2d([['a', 'b', 'c']]), tf.zeros([1, 1]));`,
            errors: [{ messageId: "texts", data: { callee: "trainOnBatch", data: "inputs" }, on: "tf.tensor2d([['a', 'b', 'c']])" }],
        },
        {
            name: "labels of a dataset that are different texts",
            code: `${model}\nconst flowers = tf.data.array([{ xs: [1, 2, 3], ys: 'rose' }, { xs: [4, 5, 6], ys: 'lily' }]).batch(2);\nawait model.fitDataset(flowers, { epochs: 1 });`,
            errors: [{ messageId: "texts", data: { callee: "fitDataset", data: "targets" }, on: "flowers", nth: 2 }],
        },
        {
            name: "truths of a dataset as the numbers of classes",
            code: `${classifier}\nconst rows = tf.data.array([{ xs: [1, 2, 3], ys: true }, { xs: [4, 5, 6], ys: false }]).batch(2);\nawait model.fitDataset(rows, { epochs: 1 });`,
            errors: [{ messageId: "dtype", data: { callee: "fitDataset", data: "targets", dtype: "bool", expected: "float32" }, on: "rows", nth: 2, suggestions: [] }],
        },
        {
            name: "an input that another was cropped with, as both are made of one array",
            code: `${shared}\nconst model = tf.model({ inputs: b, outputs: tf.layers.flatten().apply(b) });\nmodel.predict(tf.ones([2, 8, 8, 3]));`,
            errors: [{ messageId: "shape", data: { callee: "predict", data: "inputs", given: "[2, 8, 8, 3]", slot: "the model's input", expected: "[2, 4, 4, 3]" }, on: "tf.ones([2, 8, 8, 3])", suggestions: [{ messageId: "setOptionOf", data: { name: "batchShape", value: "[2, 8, 8, 3]", layer: "input" }, output: `${shared.replace("const b = tf.input({ batchShape: shape", "const b = tf.input({ batchShape: [2, 8, 8, 3]")}\nconst model = tf.model({ inputs: b, outputs: tf.layers.flatten().apply(b) });\nmodel.predict(tf.ones([2, 8, 8, 3]));` }] }],
        },
        {
            name: "targets twice as large as what a deconvolution without a stride makes",
            code: upscaler(""),
            errors: [
                {
                    messageId: "shape",
                    data: { callee: "fit", data: "targets", given: "[10, 8, 8, 1]", slot: "the model's output", expected: "[null, 4, 4, 1]" },
                    on: "tf.zeros([10, 8, 8, 1])",
                    suggestions: [{ messageId: "setOptionOf", data: { name: "strides", value: "2", layer: "conv2dTranspose" }, output: upscaler(", strides: 2") }],
                },
            ],
        },
        {
            name: "a loss of the program's own gets targets as the output is",
            code: `${model.replace("units: 1", "units: 4").replace("'meanSquaredError'", "(y, p) => tf.sub(y, p).square().mean()")}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 1]));`,
            errors: [{ messageId: "shape", data: { callee: "fit", data: "targets", given: "[5, 1]", slot: "the model's output", expected: "[null, 4]" }, on: "tf.zeros([5, 1])", suggestions: [] }],
        },
        {
            name: "data as an array said that was changed since, and that the model's input is made of",
            code: `const whole = [null, 4];\nconst model = tf.sequential({ layers: [tf.layers.dense({ units: 3, batchInputShape: whole })] });\nwhole[1] = 5;\nmodel.predict(tf.zeros([2, 4]));`,
            errors: [{ messageId: "shape", data: { callee: "predict", data: "inputs", given: "[2, 4]", slot: "the model's input", expected: "[null, 5]" }, on: "tf.zeros([2, 4])", suggestions: [] }],
        },
        {
            name: "data of the shape that an input had before a layer wrote into it",
            code: `const model = tf.sequential({ layers: [tf.layers.centerCrop({ inputShape: [8, 8, 3], height: 4, width: 4 })] });\nmodel.predict(tf.zeros([1, 8, 8, 3]));`,
            errors: [{ messageId: "shape", data: { callee: "predict", data: "inputs", given: "[1, 8, 8, 3]", slot: "the model's input", expected: "[null, 4, 4, 3]" }, on: "tf.zeros([1, 8, 8, 3])", suggestions: [] }],
        },
        {
            name: "one image instead of a batch of them",
            code: `${image}\nconst picture = tf.zeros([8, 8, 1]);\nmodel.predict(picture).print();`,
            errors: [
                {
                    messageId: "batch",
                    data: { callee: "predict", data: "inputs", given: "[8, 8, 1]", slot: "the model's input", expected: "[null, 8, 8, 1]" },
                    on: "picture",
                    nth: 2,
                    suggestions: [{ messageId: "setOption", data: { name: "x", value: "picture.expandDims(0)" }, output: `${image}\nconst picture = tf.zeros([8, 8, 1]);\nmodel.predict(picture.expandDims(0)).print();` }],
                },
            ],
        },
        {
            name: "a vector instead of a batch of them",
            code: `${model}\nmodel.predict(tf.tensor1d([1, 2, 3]));`,
            errors: [
                {
                    messageId: "batch",
                    data: { callee: "predict", data: "inputs", given: "[3]", slot: "the model's input", expected: "[null, 3]" },
                    on: "tf.tensor1d([1, 2, 3])",
                    suggestions: [{ messageId: "setOption", data: { name: "x", value: "tf.tensor1d([1, 2, 3]).expandDims(0)" }, output: `${model}\nmodel.predict(tf.tensor1d([1, 2, 3]).expandDims(0));` }],
                },
            ],
        },
        {
            name: "data that is awaited",
            code: `${model}\nconst load = async () => tf.zeros([3]);\nmodel.predict([await load()]);`,
            errors: [
                {
                    messageId: "batch",
                    data: { callee: "predict", data: "inputs", given: "[3]", slot: "the model's input", expected: "[null, 3]" },
                    on: "await load()",
                    suggestions: [{ messageId: "setOption", data: { name: "x", value: "(await load()).expandDims(0)" }, output: `${model}\nconst load = async () => tf.zeros([3]);\nmodel.predict([(await load()).expandDims(0)]);` }],
                },
            ],
        },
        {
            name: "other numbers of columns: the model can take those of the data",
            code: `${model}\nmodel.predict(tf.zeros([5, 4]));`,
            errors: [
                {
                    messageId: "shape",
                    data: { callee: "predict", data: "inputs", given: "[5, 4]", slot: "the model's input", expected: "[null, 3]" },
                    on: "tf.zeros([5, 4])",
                    suggestions: [{ messageId: "setOptionOf", data: { name: "inputShape", value: "[4]", layer: "dense" }, output: `${model.replace("[3]", "[4]")}\nmodel.predict(tf.zeros([5, 4]));` }],
                },
            ],
        },
        {
            name: "the shape of a functional model's input",
            code: `const x = tf.input({ shape: [3] });\nconst model = tf.model({ inputs: x, outputs: tf.layers.dense({ units: 1 }).apply(x) });\nmodel.predict(tf.zeros([2, 5]));`,
            errors: [
                {
                    messageId: "shape",
                    data: { callee: "predict", data: "inputs", given: "[2, 5]", slot: "the model's input", expected: "[null, 3]" },
                    on: "tf.zeros([2, 5])",
                    suggestions: [{ messageId: "setOptionOf", data: { name: "shape", value: "[5]", layer: "input" }, output: `const x = tf.input({ shape: [5] });\nconst model = tf.model({ inputs: x, outputs: tf.layers.dense({ units: 1 }).apply(x) });\nmodel.predict(tf.zeros([2, 5]));` }],
                },
            ],
        },
        {
            name: "images without channels",
            code: `${image}\nmodel.predict(tf.zeros([2, 8, 8]));`,
            errors: [{ messageId: "shape", data: { callee: "predict", data: "inputs", given: "[2, 8, 8]", slot: "the model's input", expected: "[null, 8, 8, 1]" }, on: "tf.zeros([2, 8, 8])" }],
        },
        {
            name: "predictOnBatch stretches no rank",
            code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });\nmodel.predictOnBatch(tf.zeros([2]));`,
            errors: [{ messageId: "shape", data: { callee: "predictOnBatch", data: "inputs", given: "[2]", slot: "the model's input", expected: "[null, 1]" }, on: "tf.zeros([2])" }],
        },
        {
            name: "predictOnBatch demands the batch size that is declared",
            code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, batchInputShape: [4, 3] })] });\nmodel.predictOnBatch(tf.zeros([5, 3]));`,
            errors: [{ messageId: "shape", data: { callee: "predictOnBatch", data: "inputs", given: "[5, 3]", slot: "the model's input", expected: "[4, 3]" }, on: "tf.zeros([5, 3])" }],
        },
        {
            name: "targets of another width than the output",
            code: `${model}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 2]));`,
            errors: [{ messageId: "shape", data: { callee: "fit", data: "targets", given: "[5, 2]", slot: "the model's output", expected: "[null, 1]" }, on: "tf.zeros([5, 2])" }],
        },
        {
            name: "one-hot targets for a loss that takes the numbers of classes",
            code: `${classifier}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 4]));`,
            errors: [{ messageId: "classes", data: { callee: "fit", data: "targets", given: "[5, 4]", expected: "[null, 1]" }, on: "tf.zeros([5, 4])" }],
        },
        {
            name: "the numbers of classes for a loss that takes one-hot targets",
            code: `${classifier.replace("sparseC", "c")}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5]));`,
            errors: [{ messageId: "shape", data: { callee: "fit", data: "targets", given: "[5]", slot: "the model's output", expected: "[null, 4]" }, on: "tf.zeros([5])" }],
        },
        {
            name: "a rank that no loss takes",
            code: `${classifier}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 1, 1]));`,
            errors: [{ messageId: "classes", data: { callee: "fit", data: "targets", given: "[5, 1, 1]", expected: "[null, 1]" }, on: "tf.zeros([5, 1, 1])" }],
        },
        {
            name: "rows that are no whole batches of a stateful model",
            code: `${stateful}\nawait model.fit(tf.zeros([6, 5, 3]), tf.zeros([6, 2]), { batchSize: 4 });`,
            errors: [{ messageId: "stateful", data: { callee: "fit", rows: "6 rows", batchSize: "4" }, on: "tf.zeros([6, 5, 3])" }],
        },
        {
            name: "the batch size is 32 where none is given",
            code: `${stateful}\nmodel.evaluate(tf.zeros([4, 5, 3]), tf.zeros([4, 2]));`,
            errors: [{ messageId: "stateful", data: { callee: "evaluate", rows: "4 rows", batchSize: "32" }, on: "tf.zeros([4, 5, 3])" }],
        },
        {
            name: "a dataset that is not in batches",
            code: `${model}\n${dataset("[[1], [2], [3]]", "")}\n${fitDataset}`,
            errors: [{ messageId: "count", data: { callee: "fitDataset", count: "3 tensors", data: "inputs", expected: "1 input" }, on: "dataset", nth: 2 }],
        },
        {
            name: "a dataset whose elements have other names",
            code: `${model}\n${dataset("[[1], [2], [3]]").replace("{ xs, ys }", "{ features: xs, labels: ys }")}\n${fitDataset}`,
            errors: [{ messageId: "element", data: { missing: "xs", callee: "fitDataset" }, on: "dataset", nth: 2 }],
        },
        {
            name: "targets of a dataset for which the loss cannot be computed",
            code: `${model.replace("units: 1", "units: 3")}\n${dataset("[[1, 2], [2, 3], [3, 4]]")}\n${fitDataset}`,
            errors: [{ messageId: "shape", data: { callee: "fitDataset", data: "targets", given: "[batch, 2]", slot: "the model's output", expected: "[batch, 3]" }, on: "dataset", nth: 2 }],
        },
        {
            name: "binaryCrossentropy stretches no targets",
            code: `${model.replace("meanSquaredError", "binaryCrossentropy")}\n${dataset("[1, 2, 3]")}\n${fitDataset}`,
            errors: [{ messageId: "shape", data: { callee: "fitDataset", data: "targets", given: "[batch]", slot: "the model's output", expected: "[batch, 1]" }, on: "dataset", nth: 2 }],
        },
        {
            name: "functions of tf.losses stretch no targets either",
            code: `${model.replace("units: 1", "units: 2").replace("'meanSquaredError'", "tf.losses.huberLoss")}\n${dataset("[[1], [2], [3]]")}\n${fitDataset}`,
            errors: [{ messageId: "shape", data: { callee: "fitDataset", data: "targets", given: "[batch, 1]", slot: "the model's output", expected: "[batch, 2]" }, on: "dataset", nth: 2 }],
        },
        {
            name: "one-hot targets in a dataset for a loss that takes the numbers of classes",
            code: `${classifier}\n${dataset("[[1, 0], [0, 1], [1, 0]]")}\n${fitDataset}`,
            errors: [{ messageId: "classes", data: { callee: "fitDataset", data: "targets", given: "[batch, 2]", expected: "[batch, 1]" }, on: "dataset", nth: 2 }],
        },
        {
            name: "a dataset for validation with other columns",
            code: `${model}\n${dataset("[[1], [2], [3]]")}\nconst other = tf.data.zip({ xs: ys, ys }).map(({ ys }) => ({ ys })).batch(2);\nawait model.fitDataset(dataset, { epochs: 1, validationData: other });`,
            errors: [{ messageId: "element", data: { missing: "xs", callee: "fitDataset" }, on: "other", nth: 2 }],
        },
        {
            name: "tensors for the validation of a dataset",
            code: `${model}\n${dataset("[[1], [2], [3]]")}\nawait model.fitDataset(dataset, { epochs: 1, validationData: [tf.zeros([2, 4]), tf.zeros([2])] });`,
            errors: [{ messageId: "shape", data: { callee: "fitDataset", data: "validation inputs", given: "[2, 4]", slot: "the model's input", expected: "[null, 3]" }, on: "tf.zeros([2, 4])", suggestions: [] }],
        },
        {
            name: "several inputs of a dataset put into one batch",
            code: `${pair}\nconst ones = tf.data.array([[1, 1, 1]]);\nconst dataset = tf.data.zip({ xs: [ones, ones], ys: ones }).batch(1);\n${fitDataset}`,
            errors: [{ messageId: "count", data: { callee: "fitDataset", count: "1 tensor", data: "inputs", expected: "2 inputs" }, on: "dataset", nth: 2 }],
        },
        {
            name: "batches of a dataset with other numbers of rows",
            code: `${model}\nconst dataset = tf.data.zip({ xs: tf.data.array([tf.zeros([2, 3])]), ys: tf.data.array([tf.zeros([4, 1])]) });\n${fitDataset}`,
            errors: [{ messageId: "rows", data: { callee: "fitDataset", a: "2 rows of inputs", b: "4 rows of targets" }, on: "dataset", nth: 2 }],
        },
        {
            name: "a dataset is for fitDataset",
            code: `${model}\n${dataset("[[1], [2], [3]]")}\nawait model.fit(dataset, { epochs: 1 });`,
            errors: [{ messageId: "form", data: { callee: "fit", what: "a dataset", data: "inputs" }, on: "dataset", nth: 2 }],
        },
        {
            name: "evaluate checks as fit does",
            code: `${model}\nmodel.evaluate(tf.zeros([5, 3]), tf.zeros([5, 2]));`,
            errors: [{ messageId: "shape", data: { callee: "evaluate", data: "targets", given: "[5, 2]", slot: "the model's output", expected: "[null, 1]" }, on: "tf.zeros([5, 2])" }],
        },
        {
            name: "trainOnBatch checks as fit does",
            code: `${model}\nawait model.trainOnBatch(tf.zeros([5, 3]), tf.zeros([5, 2]));`,
            errors: [{ messageId: "shape", data: { callee: "trainOnBatch", data: "targets", given: "[5, 2]", slot: "the model's output", expected: "[null, 1]" }, on: "tf.zeros([5, 2])" }],
        },
        {
            name: "less targets than inputs",
            code: `${model}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([4, 1]));`,
            errors: [{ messageId: "rows", data: { callee: "fit", a: "5 rows of inputs", b: "4 rows of targets" }, on: "tf.zeros([4, 1])" }],
        },
        {
            name: "no targets",
            code: `${model}\nawait model.fit(tf.zeros([5, 3]));`,
            errors: [{ messageId: "form", data: { callee: "fit", what: "nothing", data: "targets" }, on: "model.fit(tf.zeros([5, 3]))" }],
        },
        {
            name: "numbers that were not made a tensor",
            code: `${model}\nmodel.predict([[1, 2, 3]]);`,
            errors: [{ messageId: "form", data: { callee: "predict", what: "a plain array", data: "inputs" }, on: "[[1, 2, 3]]" }],
        },
        {
            name: "a typed array",
            code: `${model}\nmodel.predict(new Float32Array(3));`,
            errors: [{ messageId: "form", data: { callee: "predict", what: "an array of numbers", data: "inputs" }, on: "new Float32Array(3)" }],
        },
        {
            name: "a symbolic tensor is for apply",
            code: `${model}\nconst x = tf.input({ shape: [3] });\nmodel.predict(x);`,
            errors: [{ messageId: "form", data: { callee: "predict", what: "a symbolic tensor", data: "inputs" }, on: "x", nth: 2 }],
        },
        {
            name: "predict takes no names",
            code: `${pair}\nmodel.predict({ a: tf.zeros([4, 3]), b: tf.zeros([4, 2]) });`,
            errors: [{ messageId: "form", data: { callee: "predict", what: "an object", data: "inputs" }, on: "{ a: tf.zeros([4, 3]), b: tf.zeros([4, 2]) }" }],
        },
        {
            name: "one tensor for two inputs",
            code: `${pair}\nmodel.predict(tf.zeros([4, 3]));`,
            errors: [{ messageId: "count", data: { callee: "predict", count: "1 tensor", data: "inputs", expected: "2 inputs" }, on: "tf.zeros([4, 3])" }],
        },
        {
            name: "targets for one of two outputs",
            code: `${pair}\nawait model.fit([tf.zeros([4, 3]), tf.zeros([4, 2])], [tf.zeros([4, 1])]);`,
            errors: [{ messageId: "count", data: { callee: "fit", count: "1 tensor", data: "targets", expected: "2 outputs" }, on: "[tf.zeros([4, 1])]" }],
        },
        {
            name: "inputs in the wrong order",
            code: `${pair}\nmodel.predict([tf.zeros([4, 2]), tf.zeros([4, 3])]);`,
            errors: [{ messageId: "shape", data: { callee: "predict", data: "inputs", given: "[4, 2]", slot: "the model's input `a`", expected: "[null, 3]" }, on: "tf.zeros([4, 2])" }],
        },
        {
            name: "an input's name misspelt",
            code: `${pair}\nawait model.fit({ a: tf.zeros([4, 3]), c: tf.zeros([4, 2]) }, [tf.zeros([4, 1]), tf.zeros([4, 2])]);`,
            errors: [{ messageId: "name", data: { callee: "fit", slot: "input", name: "b", names: "`a` and `c`" }, on: "{ a: tf.zeros([4, 3]), c: tf.zeros([4, 2]) }" }],
        },
        {
            name: "inputs with other numbers of rows",
            code: `${pair}\nmodel.predict([tf.zeros([4, 3]), tf.zeros([3, 2])]);`,
            errors: [{ messageId: "rows", data: { callee: "predict", a: "4 rows of input `a`", b: "3 rows of input `b`" }, on: "tf.zeros([3, 2])" }],
        },
        {
            name: "validation data of another width",
            code: `${model}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 1]), { validationData: [tf.zeros([2, 3]), tf.zeros([2, 2])] });`,
            errors: [{ messageId: "shape", data: { callee: "fit", data: "validation targets", given: "[2, 2]", slot: "the model's output", expected: "[null, 1]" }, on: "tf.zeros([2, 2])" }],
        },
        {
            name: "validation data of unequal rows",
            code: `${model}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 1]), { validationData: [tf.zeros([2, 3]), tf.zeros([3, 1])] });`,
            errors: [{ messageId: "rows", data: { callee: "fit", a: "2 rows of validation inputs", b: "3 rows of validation targets" }, on: "tf.zeros([3, 1])" }],
        },
        {
            name: "validation data without targets",
            code: `${model}\nawait model.fit(tf.zeros([5, 3]), tf.zeros([5, 1]), { validationData: [tf.zeros([2, 3])] });`,
            errors: [{ messageId: "pair", data: { count: "1 element" }, on: "[tf.zeros([2, 3])]" }],
        },
    ],
};

testRule("data-shape", rule, tables);
checkTruth("data-shape", tables);
