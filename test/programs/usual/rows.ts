/** Tables of numbers: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "a vector of three features counts as three rows of one",
        `const scales = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], activation: 'relu' })] });
const apple = tf.tensor1d([0.4, 0.1, 0.7]);
scales.predict(apple).print();`,
    ],
    [
        "the number of samples stands in the input shape",
        `const nights = [[7, 1, 0], [6, 2, 1], [8, 0, 1], [5, 3, 0]];
const rested = [[1], [0], [1], [0]];
const sleep = tf.sequential({ layers: [tf.layers.dense({ inputShape: [nights.length, 3], units: 1, activation: 'sigmoid' })] });
sleep.compile({ loss: 'binaryCrossentropy', optimizer: 'adam' });
await sleep.fit(tf.tensor3d([nights]), tf.tensor3d([rested]), { epochs: 1 });
const tonight = [[6, 1, 1]];
sleep.predict(tf.tensor3d([tonight])).print();`,
    ],
    [
        "one sample of 3×2 without its batch",
        `const flat = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [3, 2] }), tf.layers.dense({ units: 4, activation: 'softmax' })] });
flat.predict(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2])).print();`,
    ],
    [
        "trained on steps of one feature, asked without that axis",
        `const beats = tf.tensor3d([[[1], [0], [1]], [[0], [1], [1]]]);
const echo = tf.sequential({ layers: [tf.layers.simpleRNN({ units: 5, inputShape: [3, 1] }), tf.layers.repeatVector({ n: 2 }), tf.layers.simpleRNN({ units: 5, returnSequences: true })] });
echo.add(tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 1 }) }));
echo.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
await echo.fit(beats, tf.zeros([2, 2, 1]), { epochs: 1 });
echo.predict(tf.tensor2d([[1, 1, 0]])).print();`,
    ],
    [
        "one hot of labels under sparse loss",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 3, inputShape: [4], activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
const ys = tf.oneHot(tf.tensor1d([0, 1, 2], 'int32'), 3);
await model.fit(tf.ones([3, 4]), ys, { epochs: 1 });`,
    ],
    [
        "one-hot labels of int32 to a categorical loss",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 3, inputShape: [4], activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
const ys = tf.oneHot(tf.tensor1d([0, 1, 2], 'int32'), 3);
await model.fit(tf.ones([3, 4]), ys, { epochs: 1 });`,
    ],
    [
        "plain arrays to fit",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [1] }));
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit([1, 2, 3], [1, 3, 5], { epochs: 1 });`,
    ],
    [
        "plain array to predict",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [2] }));
model.predict([[1, 2]]).print();`,
    ],
    [
        "rows of features and labels differ",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [2] }));
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const xs = tf.tensor2d([[0, 0], [0, 1], [1, 0], [1, 1]]);
const ys = tf.tensor2d([[0], [1], [1]]);
await model.fit(xs, ys);`,
    ],
    [
        "xor with labels of shape [1, 4]",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 4, inputShape: [2], activation: 'tanh' }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' });
await model.fit(tf.tensor2d([[0, 0], [0, 1], [1, 0], [1, 1]]), tf.tensor2d([[0, 1, 1, 0]]), { epochs: 1 });`,
    ],
    [
        "misspelt loss in snake case",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [2] }));
model.compile({ optimizer: 'sgd', loss: 'mean_squared_error' });
await model.fit(tf.ones([2, 2]), tf.ones([2, 1]));`,
    ],
    [
        "misspelt loss MSE",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [2] }));
model.compile({ optimizer: 'sgd', loss: 'mse' });`,
    ],
    [
        "optimizer not called",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [2] }));
model.compile({ optimizer: tf.train.adam, loss: 'meanSquaredError' });`,
    ],
    [
        "loss without compile",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [2] }));
await model.fit(tf.ones([2, 2]), tf.ones([2, 1]));`,
    ],
    [
        "evaluate with labels of another width",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
model.evaluate(tf.ones([4, 3]), tf.ones([4, 3]));`,
    ],
    [
        "forgot inputShape",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 4 }));
model.add(tf.layers.dense({ units: 1 }));`,
    ],
    [
        "scalar to predict",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [1] }));
model.predict(tf.scalar(6)).print();`,
    ],
    [
        "vector of one to predict",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [1] }));
model.predict(tf.tensor1d([6])).print();`,
    ],
    [
        "reshape of predicted values",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 4, inputShape: [2] }));
model.predict(tf.ones([3, 2])).reshape([4, 2]).print();`,
    ],
    [
        "argMax of predicted values, compare with labels",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 4, inputShape: [2] }));
const labels = tf.tensor1d([1, 2], 'int32');
model.predict(tf.ones([3, 2])).argMax(-1).equal(labels).mean().print();`,
    ],
    [
        "argMax over wrong axis and compared",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 4, inputShape: [2] }));
const labels = tf.oneHot(tf.tensor1d([1, 2, 0], 'int32'), 4);
model.predict(tf.ones([3, 2])).argMax(0).equal(labels.argMax(1)).print();`,
    ],
    [
        "split then fit",
        `const data = tf.randomNormal([10, 5]);
const [xs, ys] = tf.split(data, [4, 1], 1);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [5] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(xs, ys, { epochs: 1 });`,
    ],
    [
        "slice for training",
        `const data = tf.randomNormal([10, 5]);
const xs = data.slice([0, 0], [-1, 4]);
const ys = data.slice([0, 4], [-1, 1]);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(xs, ys, { epochs: 1, validationSplit: 0.1 });`,
    ],
    [
        "validation data not an array",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([4, 4]), tf.ones([4, 1]), { epochs: 1, validationData: { xs: tf.ones([2, 4]), ys: tf.ones([2, 1]) } });`,
    ],
    [
        "one column of numbers for a model of two",
        `const lamps = [{ watts: 4, lumen: 470 }, { watts: 9, lumen: 806 }, { watts: 14, lumen: 1521 }];
const watts = lamps.map((lamp) => lamp.watts);
const lumen = lamps.map((lamp) => lamp.lumen);
const bulb = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
bulb.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await bulb.fit(tf.tensor2d(watts, [watts.length, 1]), tf.tensor2d(lumen, [lumen.length, 1]), { epochs: 1 });`,
    ],
    [
        "map over rows to lists of two features",
        `const rows = [{ a: 1, b: 2, y: 0 }, { a: 2, b: 3, y: 1 }];
const xs = tf.tensor2d(rows.map(({ a, b }) => [a, b]));
const ys = tf.tensor2d(rows.map(({ y }) => [y === 1 ? 1 : 0, y === 0 ? 1 : 0]));
const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [3], units: 2, activation: 'softmax' }));
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
await model.fit(xs, ys, { epochs: 1 });`,
    ],
    [
        "iris with 3 labels to 2 units",
        `const xs = tf.tensor2d([[5.1, 3.5, 1.4, 0.2], [7, 3.2, 4.7, 1.4], [6.3, 3.3, 6, 2.5]]);
const ys = tf.tensor2d([[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [4], units: 10, activation: 'sigmoid' }));
model.add(tf.layers.dense({ units: 2, activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
await model.fit(xs, ys, { epochs: 1 });`,
    ],
    [
        "autoencoder with other output size",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 32, inputShape: [784], activation: 'relu' }));
model.add(tf.layers.dense({ units: 748, activation: 'sigmoid' }));
model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
const images = tf.randomUniform([4, 784]);
await model.fit(images, images, { epochs: 1 });`,
    ],
    [
        "custom loss with matMul of different sizes",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
const loss = (y, p) => tf.mean(tf.matMul(y, p));
model.compile({ optimizer: 'sgd', loss });
await model.fit(tf.ones([4, 3]), tf.ones([4, 2]));`,
    ],
    [
        "custom loss that returns a number",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: (y, p) => tf.losses.meanSquaredError(y, p).dataSync()[0] });
await model.fit(tf.ones([4, 3]), tf.ones([4, 2]));`,
    ],
    [
        "Promise chain with then",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
model.fit(tf.tensor2d([[1, 2], [3, 4]]), tf.tensor2d([[1], [2]]), { epochs: 1 }).then(() => {
  model.predict(tf.tensor2d([[1, 2, 3]])).print();
});`,
    ],
    [
        "callbacks onEpochEnd predict wrong",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.tensor2d([[1, 2], [3, 4]]), tf.tensor2d([[1], [2]]), { epochs: 1, callbacks: { onEpochEnd: async () => { model.predict(tf.tensor2d([[1]])).print(); } } });`,
    ],
    [
        "one target for two actions",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 16, inputShape: [4], activation: 'relu' }), tf.layers.dense({ units: 2 })] });
model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
const memory = [{ state: [1, 2, 3, 4], action: 0, reward: 1, next: [1, 2, 3, 4], done: false }, { state: [1, 2, 3, 4], action: 1, reward: 0, next: [1, 2, 3, 4], done: true }];
for (const { state, action, reward, next, done } of memory) {
  const q = model.predict(tf.tensor2d([state]));
  const nextQ = model.predict(tf.tensor2d([next])).max();
  const target = tf.tidy(() => done ? tf.scalar(reward) : nextQ.mul(0.9).add(reward));
  await model.fit(tf.tensor2d([state]), target.reshape([1, 1]), { epochs: 1 });
}`,
    ],
    [
        "dqn with states stacked wrong",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
const states = [[1, 2, 3, 4], [1, 2, 3, 4]];
model.predict(tf.tensor(states.flat())).print();`,
    ],
    [
        "dqn with states as tensors concat",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
const states = [tf.tensor1d([1, 2, 3, 4]), tf.tensor1d([1, 2, 3, 4])];
model.predict(tf.concat(states)).print();`,
    ],
    [
        "dqn with states as tensors stack",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
const states = [tf.tensor1d([1, 2, 3, 4]), tf.tensor1d([1, 2, 3, 4])];
model.predict(tf.stack(states)).print();`,
    ],
    [
        "labels of both kinds side by side instead of one below the other",
        `const discriminator = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [8], activation: 'sigmoid' })] });
discriminator.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
const real = tf.ones([4, 8]), fake = tf.zeros([4, 8]);
const x = tf.concat([real, fake]);
const y = tf.tidy(() => tf.concat([tf.ones([4, 1]), tf.zeros([4, 1])], 1));
await discriminator.trainOnBatch(x, y);`,
    ],
    [
        "rows joined one by one, of another depth than the model takes",
        `let all;
const remember = (row) => { all = all === undefined ? row : tf.concat([all, row], 0); };
for (let i = 0; i < 4; i++) remember(tf.fill([1, 5, 5, 3], i));
const eye = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [5, 5, 2] }), tf.layers.dense({ units: 1 })] });
eye.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await eye.fit(all, tf.zeros([4, 1]), { epochs: 1 });`,
    ],
    [
        "validation data of another width",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([4, 2]), tf.ones([4, 1]), { epochs: 1, validationData: [tf.ones([2, 3]), tf.ones([2, 1])] });`,
    ],
    [
        "batchSize 0",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([4, 2]), tf.ones([4, 1]), { epochs: 1, batchSize: 0 });`,
    ],
    [
        "data as Float32Array to predict",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.predict(new Float32Array([1, 2])).print();`,
    ],
    [
        "reading shape of a prediction",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] });
const out = model.predict(tf.ones([4, 2]));
const [rows, cols] = out.shape;
out.reshape([rows, cols + 1]).print();`,
    ],
    [
        "folds of rows with another number of columns",
        `const k = 2, data = [[1, 2], [3, 4], [5, 6], [7, 8]], labels = [0, 1, 0, 1];
const size = data.length / k;
for (let f = 0; f < k; f++) {
  const valX = data.slice(f * size, (f + 1) * size), trainX = [...data.slice(0, f * size), ...data.slice((f + 1) * size)];
  const trainY = [...labels.slice(0, f * size), ...labels.slice((f + 1) * size)];
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  await model.fit(tf.tensor2d(trainX), tf.tensor1d(trainY), { epochs: 1 });
}`,
    ],
    [
        "frozen discriminator, generator trained by fit",
        `const g = tf.sequential({ layers: [tf.layers.dense({ units: 8, inputShape: [4] })] });
const d = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [8], activation: 'sigmoid' })] });
d.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
d.trainable = false;
const gan = tf.sequential({ layers: [g, d] });
gan.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
await gan.trainOnBatch(tf.ones([2, 4]), tf.ones([2, 1]));`,
    ],
    [
        "predicted float32 cast for oneHot and comparisons",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2], activation: 'sigmoid' })] });
const p = m.predict(tf.ones([4, 2]));
tf.where(p.greater(0.5), tf.onesLike(p), tf.zerosLike(p)).print();
tf.oneHot(p.round().toInt().squeeze([-1]), 2).print();
p.greater(0.5).logicalAnd(p.less(0.9)).print();
tf.math.confusionMatrix(tf.tensor1d([0, 1, 0, 1], 'int32'), p.round().toInt().squeeze([1]), 2).print();`,
    ],
];
