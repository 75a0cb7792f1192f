/** Models of several parts, metrics, and code that trains in functions and classes: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "labels as class numbers under categorical cross entropy",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 8, inputShape: [4], activation: 'relu' }));
model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
const ys = tf.tensor1d([0, 1, 2], 'int32');
await model.fit(tf.tensor2d([[1, 2, 3, 4], [2, 3, 4, 5], [3, 4, 5, 6]]), ys, { epochs: 1 });`,
    ],
    [
        "xor with tensor1d labels",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 4, inputShape: [2], activation: 'tanh' }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.1), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
const xs = tf.tensor2d([[0, 0], [0, 1], [1, 0], [1, 1]]);
const ys = tf.tensor1d([0, 1, 1, 0]);
await model.fit(xs, ys, { epochs: 1, batchSize: 4 });`,
    ],
    [
        "accuracy spelt acc and mse metric",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [2] }));
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['acc', 'mse'] });
await model.fit(tf.ones([2, 2]), tf.ones([2, 1]));`,
    ],
    [
        "f1 metric",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [2] }));
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['f1'] });`,
    ],
    [
        "two inputs given as one tensor",
        `const a = tf.input({ shape: [3] });
const b = tf.input({ shape: [2] });
const out = tf.layers.dense({ units: 1 }).apply(tf.layers.concatenate().apply([a, b]));
const model = tf.model({ inputs: [a, b], outputs: out });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 5]), tf.ones([2, 1]));`,
    ],
    [
        "output of predict of two outputs used as a tensor",
        `const x = tf.input({ shape: [3] });
const model = tf.model({ inputs: x, outputs: [tf.layers.dense({ units: 1 }).apply(x), tf.layers.dense({ units: 2 }).apply(x)] });
model.predict(tf.ones([1, 3])).print();`,
    ],
    [
        "destructuring of predict of one output",
        `const x = tf.input({ shape: [3] });
const model = tf.model({ inputs: x, outputs: tf.layers.dense({ units: 1 }).apply(x) });
const [y] = model.predict(tf.ones([1, 3]));
y.print();`,
    ],
    [
        "columns picked in one function, and counted otherwise in another",
        `const trees = [{ girth: 8, age: 40, height: 21 }, { girth: 11, age: 66, height: 22 }, { girth: 14, age: 90, height: 25 }];
const pick = (rows) => tf.tidy(() => {
  const columns = tf.tensor2d(rows.map(({ girth, age }) => [girth, age]));
  const span = columns.max().sub(columns.min());
  return { columns: columns.sub(columns.min()).div(span), heights: tf.tensor2d(rows.map(({ height }) => [height])) };
});
const forest = () => tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [1] }), tf.layers.dense({ units: 1 })] });
async function grow(model, { columns, heights }) {
  model.compile({ optimizer: 'sgd', loss: tf.losses.meanSquaredError, metrics: ['mae'] });
  return model.fit(columns, heights, { epochs: 1, batchSize: 3 });
}
await grow(forest(), pick(trees));`,
    ],
    [
        "a class with its own model and wrong predict",
        `class Classifier {
  constructor(features, classes) {
    this.model = tf.sequential({ layers: [tf.layers.dense({ units: 8, inputShape: [features], activation: 'relu' }), tf.layers.dense({ units: classes, activation: 'softmax' })] });
    this.model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  }
  async train(xs, ys) { await this.model.fit(tf.tensor2d(xs), tf.oneHot(tf.tensor1d(ys, 'int32'), 3), { epochs: 1 }); }
  predict(x) { return this.model.predict(tf.tensor1d(x)).argMax(-1).dataSync()[0]; }
}
const c = new Classifier(4, 3);
await c.train([[1, 2, 3, 4], [2, 3, 4, 5]], [0, 1]);
c.predict([1, 2, 3, 4]);`,
    ],
    [
        "one-hot of too few classes",
        `class Classifier {
  constructor(features, classes) {
    this.model = tf.sequential({ layers: [tf.layers.dense({ units: classes, inputShape: [features], activation: 'softmax' })] });
    this.model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  }
  async train(xs, ys) { await this.model.fit(tf.tensor2d(xs), tf.oneHot(tf.tensor1d(ys, 'int32'), 2), { epochs: 1 }); }
}
await new Classifier(4, 3).train([[1, 2, 3, 4], [2, 3, 4, 5]], [0, 1]);`,
    ],
    [
        "two networks that do not fit each other",
        `const z = tf.input({ shape: [10] });
const generator = tf.sequential({ layers: [tf.layers.dense({ units: 8, inputShape: [10] })] });
const discriminator = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [9] })] });
const gan = tf.model({ inputs: z, outputs: discriminator.apply(generator.apply(z)) });
gan.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
await gan.trainOnBatch(tf.ones([2, 10]), tf.ones([2, 1]));`,
    ],
    [
        "evaluate returns a list",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['mae'] });
const result = model.evaluate(tf.ones([2, 2]), tf.ones([2, 1]));
result.print();`,
    ],
    [
        "two outputs fit with one y",
        `const x = tf.input({ shape: [3] });
const model = tf.model({ inputs: x, outputs: [tf.layers.dense({ units: 1 }).apply(x), tf.layers.dense({ units: 2 }).apply(x)] });
model.compile({ optimizer: 'sgd', loss: ['meanSquaredError', 'meanSquaredError'] });
await model.fit(tf.ones([2, 3]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "two inputs, rows differ",
        `const a = tf.input({ shape: [3] }), b = tf.input({ shape: [3] });
const model = tf.model({ inputs: [a, b], outputs: tf.layers.dense({ units: 1 }).apply(tf.layers.add().apply([a, b])) });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit([tf.ones([4, 3]), tf.ones([5, 3])], tf.ones([4, 1]));`,
    ],
    [
        "siamese with a lambda-like layer",
        `const base = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [8] })] });
const a = tf.input({ shape: [8] }), b = tf.input({ shape: [7] });
const merged = tf.layers.concatenate().apply([base.apply(a), base.apply(b)]);
const model = tf.model({ inputs: [a, b], outputs: tf.layers.dense({ units: 1 }).apply(merged) });
model.predict([tf.ones([1, 8]), tf.ones([1, 7])]).print();`,
    ],
    [
        "custom metric of wrong shapes",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
const r2 = (y, p) => tf.sub(1, tf.sum(tf.squaredDifference(y, p.slice([0, 0], [-1, 3]))));
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: [r2] });
await model.fit(tf.ones([4, 3]), tf.ones([4, 2]), { epochs: 1 });`,
    ],
    [
        "vae loss with outputs",
        `const x = tf.input({ shape: [8] });
const mean = tf.layers.dense({ units: 2 }).apply(x);
const logVar = tf.layers.dense({ units: 3 }).apply(x);
class Sampling extends tf.layers.Layer {
  call([m, v]) { return m.add(tf.exp(v.mul(0.5)).mul(tf.randomNormal(m.shape))); }
  computeOutputShape([s]) { return s; }
  static get className() { return 'Sampling'; }
}
const z = new Sampling().apply([mean, logVar]);
tf.model({ inputs: x, outputs: z }).predict(tf.ones([2, 8])).print();`,
    ],
    [
        "logs asked for by the name that Keras gives",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['accuracy'] });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 1, callbacks: { onEpochEnd: (epoch, logs) => { console.log(logs.accuracy.toFixed(2)); } } });`,
    ],
    [
        "logs asked for by the name they have",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['accuracy'] });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 1, callbacks: { onEpochEnd: async (epoch, logs) => { console.log(logs.acc.toFixed(2), logs.loss.toFixed(3)); await tf.nextFrame(); } } });`,
    ],
    [
        "logs of a metric that was not asked for",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 1, callbacks: [{ onEpochEnd(epoch, { loss, acc }) { console.log(loss.toFixed(2), acc.toFixed(2)); } }] });`,
    ],
    [
        "logs that are looked for before they are read",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 1, callbacks: [{ onEpochEnd(epoch, logs) { if (logs.acc) console.log(logs.acc.toFixed(2)); console.log(logs.accuracy?.toFixed(2), (logs.val_loss ?? 0).toFixed(2)); } }] });`,
    ],
    [
        "logs of a validation that there is none of",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 1, callbacks: { onEpochEnd: (epoch, logs) => console.log(logs.val_loss.toFixed(2)) } });`,
    ],
    [
        "logs of a validation",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 1, validationSplit: 0.5, callbacks: { onEpochEnd: (epoch, logs) => console.log(logs.val_loss.toFixed(2)) } });`,
    ],
    [
        "logs of a validation by the name that Keras gives",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: 'accuracy' });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 1, validationSplit: 0.5, callbacks: { onEpochEnd: (epoch, logs) => console.log(logs.val_accuracy.toFixed(2)) } });`,
    ],
    [
        "a history of a validation",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['acc', 'mae'] });
const { history } = await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 2, validationData: [tf.ones([2, 2]), tf.ones([2, 2])] });
const rows = history.loss.map((l, i) => [l, history.acc[i], history.mae[i], history.val_mae[i], history.val_acc[i]]);
tf.tensor2d(rows).print(); tf.tensor1d(history.loss).print();`,
    ],
    [
        "a history by the name that Keras gives",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['accuracy'] });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2])).then((info) => { console.log(info.history.accuracy.length); });`,
    ],
    [
        "logs of a metric that the program calls as Keras does",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
const accuracy = (t, p) => tf.metrics.categoricalAccuracy(t, p);
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: [accuracy] });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { epochs: 1, callbacks: { onEpochEnd: (epoch, logs) => { console.log(logs.accuracy.toFixed(2)); } } });`,
    ],
    [
        "one callback for several trainings",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
const show = (epoch, logs) => { if (logs.acc !== undefined) console.log(logs.acc.toFixed(2)); };
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['accuracy'] });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { callbacks: { onEpochEnd: show } });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { callbacks: { onEpochEnd: show } });`,
    ],
    [
        "logs that a callback adds to",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['acc'] });
await m.fit(tf.ones([4, 2]), tf.ones([4, 2]), { callbacks: { onEpochEnd: (epoch, logs) => { logs.accuracy = logs.acc; console.log(logs.accuracy.toFixed(2)); } } });`,
    ],
    [
        "a history whose names are asked for",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['acc'] });
const h = await m.fit(tf.ones([4, 2]), tf.ones([4, 2]));
for (const key of Object.keys(h.history)) console.log(key, h.history[key][0].toFixed(2));
const metric = h.history.accuracy ? 'accuracy' : 'acc'; console.log(h.history[metric][0]);`,
    ],
    [
        "logs of training on a dataset",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['accuracy'] });
const xs = tf.data.array([[1, 2], [3, 4]]), ys = tf.data.array([[1], [2]]);
await m.fitDataset(tf.data.zip({ xs, ys }).batch(2), { epochs: 1, callbacks: { onEpochEnd: (e, logs) => console.log(logs.accuracy.toFixed(2)) } });`,
    ],
    [
        "every layer of a model frozen",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.dense({ units: 1 })] });
for (const l of model.layers) l.trainable = false;
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const h = await model.fit(tf.ones([2, 2]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "a model that is frozen as a whole",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.dense({ units: 1 })] });
model.trainable = false;
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 2]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "layers that are made frozen",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2], trainable: false }), tf.layers.dense({ units: 1, trainable: false })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 2]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "all layers frozen, while the program has variables besides",
        `const v = tf.variable(tf.scalar(1));
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.dense({ units: 1 })] });
for (const l of model.layers) l.trainable = false;
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 2]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "a step of a model with all layers frozen",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.dense({ units: 1 })] });
for (const l of model.layers) l.trainable = false;
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.trainOnBatch(tf.ones([2, 2]), tf.ones([2, 1]));`,
    ],
    [
        "one of two layers frozen",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.dense({ units: 1 })] });
model.layers[0].trainable = false;
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 2]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "a frozen base under a new head",
        `const base = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] });
for (const l of base.layers) l.trainable = false;
const model = tf.sequential({ layers: [base, tf.layers.dense({ units: 1 })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 2]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "frozen, and then not",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] });
for (const l of model.layers) l.trainable = false;
model.layers[0].trainable = true;
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 2]), tf.ones([2, 3]), { epochs: 1 });`,
    ],
    [
        "a base that comes first, frozen as a whole: its layers are taken out of it",
        `const base = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.dense({ units: 3 })] });
base.trainable = false;
const model = tf.sequential({ layers: [base, tf.layers.activation({ activation: 'relu' })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 2]), tf.ones([2, 3]), { epochs: 1 });`,
    ],
    [
        "the option of a wrapper does not freeze what it holds",
        `const model = tf.sequential({ layers: [tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 3 }), inputShape: [4, 2], trainable: false })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 2]), tf.ones([2, 4, 3]), { epochs: 1 });`,
    ],
    [
        "a wrapper that is frozen later",
        `const model = tf.sequential({ layers: [tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 3 }), inputShape: [4, 2] })] });
model.layers[0].trainable = false;
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 2]), tf.ones([2, 6]), { epochs: 1 });`,
    ],
    [
        "frozen when all was compiled, and thawed when it was too late",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] });
model.layers[0].trainable = false;
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
model.layers[0].trainable = true;
await model.fit(tf.ones([2, 2]), tf.ones([2, 3]), { epochs: 1 });`,
    ],
    [
        "an lstm frozen after it was compiled is trained",
        `const model = tf.sequential({ layers: [tf.layers.lstm({ units: 3, inputShape: [4, 2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
model.layers[0].trainable = false;
await model.fit(tf.ones([2, 4, 2]), tf.ones([2, 3]), { epochs: 1 });`,
    ],
    [
        "a layer frozen by a function, and thawed by it",
        `const setTraining = (layers, value) => layers.forEach((layer) => { layer.trainable = value; });
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] });
setTraining(model.layers, false);
setTraining(model.layers, Date.now() > 0);
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 2]), tf.ones([2, 3]), { epochs: 1 });`,
    ],
    [
        "a base within, frozen as a whole, and nothing else to train",
        `const base = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.dense({ units: 3 })] });
base.trainable = false;
const x = tf.input({ shape: [2] });
const model = tf.model({ inputs: x, outputs: tf.layers.activation({ activation: 'relu' }).apply(base.apply(x)) });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 2]), tf.ones([2, 3]), { epochs: 1 });`,
    ],
    [
        "a base that comes second, frozen as a whole, after a flatten",
        `const base = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
base.trainable = false;
const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 2] }), base] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 2, 2]), tf.ones([2, 3]), { epochs: 1 });`,
    ],
];
