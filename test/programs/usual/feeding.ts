/** Data handed to models, as tensors, datasets and tables: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "dataset of tensors without batch",
        `const xs = tf.data.array([[1, 2], [3, 4]]), ys = tf.data.array([[0], [1]]);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.zip({ xs, ys }), { epochs: 1 });`,
    ],
    [
        "generator that yields arrays [x, y]",
        `function* pairs() { for (let i = 0; i < 4; i++) yield [[i, i], [i]]; }
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.generator(pairs).batch(2), { epochs: 1 });`,
    ],
    [
        "generator function called",
        `function* pairs() { for (let i = 0; i < 4; i++) yield { xs: [i, i], ys: [i] }; }
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.generator(pairs()).batch(2), { epochs: 1 });`,
    ],
    [
        "generator of xs of another width",
        `function* pairs() { for (let i = 0; i < 4; i++) yield { xs: [i, i, i], ys: [i] }; }
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.generator(pairs).batch(2), { epochs: 1 });`,
    ],
    [
        "dataset given to fit",
        `const ds = tf.data.array([{ xs: [1, 2], ys: [1] }]).batch(1);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(ds, { epochs: 1 });`,
    ],
    [
        "dataset mapped to rows",
        `const ds = tf.data.array([{ a: 1, b: 2, label: 0 }, { a: 3, b: 2, label: 1 }]).map(({ label, ...rest }) => ({ xs: Object.values(rest), ys: [label] })).batch(2);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "dataset with oneHot inside map of a scalar",
        `const ds = tf.data.array([{ x: [1, 2], c: 0 }, { x: [1, 2], c: 1 }]).map(({ x, c }) => ({ xs: tf.tensor1d(x), ys: tf.oneHot(c, 3) })).batch(2);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2], activation: 'softmax' })] });
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "batches of batches",
        `const ds = tf.data.array([{ xs: [1, 2], ys: [1] }, { xs: [1, 2], ys: [1] }]).batch(2).batch(1);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "evaluateDataset without batches option",
        `const ds = tf.data.array([{ xs: [1, 2], ys: [1] }, { xs: [1, 2], ys: [1] }]).batch(2);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.evaluateDataset(ds);`,
    ],
    [
        "fitDataset of a functional model with two named inputs",
        `const a = tf.input({ shape: [2], name: 'a' }), b = tf.input({ shape: [2], name: 'b' });
const out = tf.layers.dense({ units: 1 }).apply(tf.layers.concatenate().apply([a, b]));
const model = tf.model({ inputs: [a, b], outputs: out });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const ds = tf.data.array([{ xs: { left: [1, 2], right: [3, 4] }, ys: [1] }]).batch(1);
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "resized in map",
        `const ds = tf.data.array([tf.zeros([4, 4, 3]), tf.zeros([5, 4, 3])]).map((x) => tf.image.resizeBilinear(x, [6, 6])).batch(2);
const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 3] }), tf.layers.flatten(), tf.layers.dense({ units: 1 })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const labels = tf.data.array([[0], [1]]);
await model.fitDataset(tf.data.zip({ xs: ds, ys: labels.batch(2) }), { epochs: 1 });`,
    ],
    [
        "predict in a loop over dataset",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
await tf.data.array([[1, 2], [3, 4]]).forEachAsync((x) => model.predict(tf.tensor(x)).print());`,
    ],
    [
        "toArray then tensor",
        `const rows = await tf.data.array([{ a: 1, b: 2 }, { a: 2, b: 3 }]).toArray();
tf.tensor2d(rows.map((r) => [r.a, r.b]), [2, 3]).print();`,
    ],
    [
        "fitDataset with validationData in an array",
        `const ds = tf.data.array([{ xs: [1, 2], ys: [1] }]).batch(1);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(ds, { epochs: 1, validationData: [tf.ones([2, 3]), tf.ones([2, 1])] });`,
    ],
    [
        "labels zipped in batches, features not",
        `const xs = tf.data.array([[1, 2], [3, 4]]).batch(2), ys = tf.data.array([[0], [1]]);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.zip({ xs, ys }), { epochs: 1 });`,
    ],
    [
        "zip of a list",
        `const xs = tf.data.array([[1, 2], [3, 4]]), ys = tf.data.array([[0], [1]]);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.zip([xs, ys]).batch(2), { epochs: 1 });`,
    ],
    [
        "fit with batchSize as string",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([4, 2]), tf.ones([4, 1]), { batchSize: '2', epochs: 1 });`,
    ],
    [
        "validationSplit of a single row",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([1, 2]), tf.ones([1, 1]), { validationSplit: 0.2, epochs: 1 });`,
    ],
    [
        "validationSplit of 1",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([4, 2]), tf.ones([4, 1]), { validationSplit: 1, epochs: 1 });`,
    ],
    [
        "fit without y",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([4, 2]));`,
    ],
    [
        "fit with the options as y",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit({ x: tf.ones([4, 2]), y: tf.ones([4, 1]), epochs: 1 });`,
    ],
    [
        "trainOnBatch with an array of tensors instead of a stack",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const batch = [tf.tensor1d([1, 2]), tf.tensor1d([3, 4])];
await model.trainOnBatch(batch, tf.tensor2d([[1], [2]]));`,
    ],
    [
        "one-hot by hand with the wrong count",
        `const classes = ['cat', 'dog', 'bird'];
const oneHot = (name) => { const row = Array(classes.length).fill(0); row[classes.indexOf(name)] = 1; return row; };
const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [1], activation: 'softmax' })] });
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
await model.fit(tf.tensor2d([[1], [2]]), tf.tensor2d(['cat', 'bird'].map(oneHot)), { epochs: 1 });`,
    ],
    [
        "oneHot of a column of labels",
        `const labels = tf.tensor2d([[0], [1], [2]], undefined, 'int32');
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2], activation: 'softmax' })] });
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
await model.fit(tf.ones([3, 2]), tf.oneHot(labels, 3), { epochs: 1 });`,
    ],
    [
        "depth of oneHot 1",
        `tf.oneHot(tf.tensor1d([0, 1], 'int32'), 1).print();`,
    ],
    [
        "oneHot of a number of a row",
        `const ds = tf.data.array([{ c: 0 }, { c: 1 }]).map(({ c }) => { const y = tf.oneHot(c, 3); y.reshape([4]); return y; });
await ds.forEachAsync((y) => y.print());`,
    ],
    [
        "forEach reshape",
        `await tf.data.array([[1, 2], [3, 4]]).forEachAsync((x) => tf.tensor(x).reshape([3]));`,
    ],
    [
        "map reshape",
        `await tf.data.array([tf.ones([2]), tf.ones([2])]).map((x) => x.reshape([3])).forEachAsync((x) => x.print());`,
    ],
    [
        "for await over iterator",
        `const it = await tf.data.array([tf.ones([2]), tf.ones([2])]).batch(2).iterator();
const { value } = await it.next();
value.reshape([3]);`,
    ],
    [
        "toArray of tensors",
        `const all = await tf.data.array([tf.ones([2]), tf.ones([2])]).toArray();
tf.stack(all).reshape([3]);`,
    ],
    [
        "take 1 toArray",
        `const [first] = await tf.data.array([[1, 2], [3, 4]]).batch(2).take(1).toArray();
first.reshape([3]);`,
    ],
    [
        "columnNames and csv",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const rows = [{ a: 1, b: 2, y: 3 }, { a: 1, b: 2, y: 3 }];
const ds = tf.data.array(rows).map(({ y, ...xs }) => ({ xs: Object.values(xs), ys: [y] })).batch(2);
const it = await ds.iterator();
const { value: { xs, ys } } = await it.next();
await model.trainOnBatch(xs, ys);`,
    ],
    [
        "shuffle without buffer size",
        `tf.data.array([1, 2, 3]).shuffle();`,
    ],
    [
        "batch of 0",
        `tf.data.array([1, 2, 3]).batch(0);`,
    ],
    [
        "take a negative number",
        `await tf.data.array([1, 2, 3]).take(-1).forEachAsync((x) => tf.tensor(x));`,
    ],
    [
        "fitDataset with an array of tensors",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset([tf.ones([2, 2]), tf.ones([2, 1])], { epochs: 1 });`,
    ],
    [
        "sequential output named map of targets under another name",
        `const x = tf.input({ shape: [3] });
const model = tf.model({ inputs: x, outputs: [tf.layers.dense({ units: 1, name: 'size' }).apply(x), tf.layers.dense({ units: 2, name: 'kind' }).apply(x)] });
model.compile({ optimizer: 'sgd', loss: { size: 'meanSquaredError', kind: 'meanSquaredError' } });
await model.fit(tf.ones([2, 3]), { size: tf.ones([2, 1]), type: tf.ones([2, 2]) });`,
    ],
    [
        "renamed after the model, old name",
        `const x = tf.input({ shape: [3] });
const size = tf.layers.dense({ units: 1, name: 'size' });
const model = tf.model({ inputs: x, outputs: size.apply(x) });
size.name = 'length';
model.compile({ optimizer: 'sgd', loss: { size: 'meanSquaredError' } });`,
    ],
    [
        "data map under old input name",
        `const x = tf.input({ shape: [3], name: 'a' });
const model = tf.model({ inputs: x, outputs: tf.layers.dense({ units: 1 }).apply(x) });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit({ b: tf.ones([2, 3]) }, tf.ones([2, 1]));`,
    ],
    [
        "frozen in a function nobody calls",
        `const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, dilationRate: 2, inputShape: [9, 9, 1] }), tf.layers.flatten(), tf.layers.dense({ units: 1 })] });
function freeze() { model.layers[0].trainable = false; }
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 9, 9, 1]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "objects as rows",
        `tf.tensor2d([{ a: 1 }, { a: 2 }]).print();`,
    ],
    [
        "Object.values of rows",
        `const data = [{ temp: 20, wind: 5, sales: 5 }, { temp: 25, wind: 3, sales: 8 }];
tf.tensor2d(data.map(Object.values), [2, 2]);`,
    ],
    [
        "predict on a list of one tensor",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.predict([tf.ones([3, 2])]).print();`,
    ],
    [
        "argMax result of probabilities compared to one-hot",
        `const p = tf.tensor2d([[0.1, 0.9], [0.8, 0.2], [0.3, 0.7]]), y = tf.tensor2d([[0, 1], [1, 0], [0, 1]]);
p.argMax(1).equal(y).mean().print();`,
    ],
    [
        "confusionMatrix of one-hot labels",
        `const y = tf.tensor2d([[0, 1], [1, 0]], [2, 2], 'int32');
tf.math.confusionMatrix(y, y, 2).print();`,
    ],
    [
        "mean squared error of a column and a vector",
        `tf.losses.meanSquaredError(tf.ones([4]), tf.ones([4, 1])).print();`,
    ],
    [
        "softmaxCrossEntropy with class indices",
        `tf.losses.softmaxCrossEntropy(tf.tensor1d([0, 1], 'int32'), tf.ones([2, 3])).print();`,
    ],
    [
        "sigmoidCrossEntropy swapped sizes",
        `tf.losses.sigmoidCrossEntropy(tf.ones([2, 1]), tf.ones([2])).print();`,
    ],
    [
        "cosine distance without axis",
        `tf.losses.cosineDistance(tf.ones([2, 3]), tf.ones([2, 3])).print();`,
    ],
    [
        "classWeight as array",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2], activation: 'softmax' })] });
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
await model.fit(tf.ones([4, 2]), tf.oneHot(tf.tensor1d([0, 1, 0, 1], 'int32'), 2), { classWeight: [1, 2] });`,
    ],
    [
        "losses, data and targets by the names that a model lists",
        `const x = tf.input({ shape: [2], name: 'img' });
const a = tf.layers.dense({ units: 1, name: 'a' }).apply(x);
const b = tf.layers.dense({ units: 2, name: 'b' }).apply(x);
const model = tf.model({ inputs: x, outputs: [a, b] });
model.compile({ optimizer: 'sgd', loss: { [model.outputNames[0]]: 'meanSquaredError', [model.outputNames[1]]: 'meanSquaredError' } });
await model.fit({ [model.inputNames[0]]: tf.ones([3, 2]) }, { [model.outputNames[0]]: tf.ones([3, 1]), [model.outputNames[1]]: tf.ones([3, 3]) }, { epochs: 1 });`,
    ],
    [
        "a loss for each name that a model lists",
        `const x = tf.input({ shape: [2] });
const outputs = [1, 2, 3].map((units) => tf.layers.dense({ units }).apply(x));
const model = tf.model({ inputs: x, outputs });
const loss = {};
for (const name of model.outputNames) loss[name] = 'meanSquaredError';
model.compile({ optimizer: 'sgd', loss });
await model.fit(tf.ones([3, 2]), model.outputNames.map((_, i) => tf.ones([3, i + 1])), { epochs: 1 });`,
    ],
    [
        "a target for each name but one",
        `const x = tf.input({ shape: [2] });
const outputs = [1, 2, 3].map((units) => tf.layers.dense({ units }).apply(x));
const model = tf.model({ inputs: x, outputs });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([3, 2]), model.outputNames.slice(1).map((_, i) => tf.ones([3, i + 1])), { epochs: 1 });`,
    ],
    [
        "nothing to predict for",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
const p = model.predict(tf.zeros([0, 2]));`,
    ],
    [
        "no rows of an empty tensor",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
const p = model.predict(tf.tensor2d([], [0, 2]));`,
    ],
    [
        "no rows on a batch",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
const p = model.predictOnBatch(tf.zeros([0, 2]));`,
    ],
    [
        "no rows to train with",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.zeros([0, 2]), tf.zeros([0, 1]), { epochs: 1 });`,
    ],
];
