/** Words, series and other sequences: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "a series of two steps for a network declared for four",
        `const tides = tf.tensor3d([[[1.2], [0.8]], [[1.1], [0.7]]]);
const network = tf.sequential({ layers: [tf.layers.gru({ units: 6, inputShape: [4, 1], returnSequences: true }), tf.layers.gru({ units: 1, returnSequences: true })] });
network.compile({ loss: 'meanAbsoluteError', optimizer: tf.train.rmsprop(0.01) });
await network.fit(tides, tf.zeros([2, 4, 1]), { epochs: 1 });`,
    ],
    [
        "lstm predicted with rank 2",
        `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 4, inputShape: [5, 1] }));
model.add(tf.layers.dense({ units: 1 }));
const window = [1, 2, 3, 4, 5];
model.predict(tf.tensor2d([window])).print();`,
    ],
    [
        "lstm on sliding windows reshaped",
        `const data = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const windowSize = 3;
const xs = [], ys = [];
for (let i = 0; i + windowSize < data.length; i++) {
  xs.push(data.slice(i, i + windowSize));
  ys.push(data[i + windowSize]);
}
const model = tf.sequential();
model.add(tf.layers.lstm({ units: 4, inputShape: [windowSize, 1] }));
model.add(tf.layers.dense({ units: 1 }));
model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
await model.fit(tf.tensor2d(xs).reshape([xs.length, windowSize, 1]), tf.tensor1d(ys), { epochs: 1 });`,
    ],
    [
        "sliding windows not reshaped",
        `const data = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const windowSize = 3;
const xs = [], ys = [];
for (let i = 0; i + windowSize < data.length; i++) {
  xs.push(data.slice(i, i + windowSize));
  ys.push(data[i + windowSize]);
}
const model = tf.sequential();
model.add(tf.layers.lstm({ units: 4, inputShape: [windowSize, 1] }));
model.add(tf.layers.dense({ units: 1 }));
model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
await model.fit(tf.tensor2d(xs), tf.tensor1d(ys), { epochs: 1 });`,
    ],
    [
        "an lstm of numbers instead of steps",
        `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 4, inputShape: [5] }));`,
    ],
    [
        "an lstm behind a dense layer of rank 2",
        `const model = tf.sequential();
model.add(tf.layers.dense({ units: 4, inputShape: [5] }));
model.add(tf.layers.lstm({ units: 4 }));`,
    ],
    [
        "embedding with float input longer than its input length",
        `const model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: 100, outputDim: 4, inputLength: 10 }));
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 1 }));
model.predict(tf.zeros([1, 12])).print();`,
    ],
    [
        "embedding of words without padding",
        `const model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: 100, outputDim: 4, inputLength: 10 }));
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 1 }));
model.predict(tf.tensor2d([[1, 2, 3]])).print();`,
    ],
    [
        "text: embedding fed one hot",
        `const vocab = 50, maxLen = 10;
const model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: vocab, outputDim: 8, inputLength: maxLen }));
model.add(tf.layers.lstm({ units: 4 }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
const sentences = [[1, 2, 3], [4, 5, 6, 7]];
const padded = sentences.map((s) => [...s, ...new Array(maxLen - s.length).fill(0)]);
await model.fit(tf.oneHot(tf.tensor2d(padded, undefined, 'int32'), vocab), tf.tensor1d([0, 1]), { epochs: 1 });`,
    ],
    [
        "text: padded well",
        `const vocab = 50, maxLen = 10;
const model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: vocab, outputDim: 8, inputLength: maxLen }));
model.add(tf.layers.lstm({ units: 4 }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
const sentences = [[1, 2, 3], [4, 5, 6, 7]];
const padded = sentences.map((s) => [...s, ...new Array(maxLen - s.length).fill(0)]);
await model.fit(tf.tensor2d(padded), tf.tensor1d([0, 1]), { epochs: 1 });`,
    ],
    [
        "char rnn one hot via buffer",
        `const seqLen = 4, chars = 5;
const buffer = tf.buffer([2, seqLen, chars]);
for (let i = 0; i < 2; i++) for (let t = 0; t < seqLen; t++) buffer.set(1, i, t, (i + t) % chars);
const model = tf.sequential({ layers: [tf.layers.lstm({ units: 4, inputShape: [seqLen, chars] }), tf.layers.dense({ units: chars, activation: 'softmax' })] });
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
await model.fit(buffer.toTensor(), tf.zeros([2, chars]), { epochs: 1 });`,
    ],
    [
        "char rnn seq to seq without returnSequences",
        `const seqLen = 4, chars = 5;
const model = tf.sequential({ layers: [tf.layers.lstm({ units: 4, inputShape: [seqLen, chars] }), tf.layers.dense({ units: chars, activation: 'softmax' })] });
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
await model.fit(tf.zeros([2, seqLen, chars]), tf.zeros([2, seqLen, chars]), { epochs: 1 });`,
    ],
    [
        "predict next char with rank 2 window",
        `const seqLen = 4, chars = 5;
const model = tf.sequential({ layers: [tf.layers.lstm({ units: 4, inputShape: [seqLen, chars] }), tf.layers.dense({ units: chars, activation: 'softmax' })] });
let window = [0, 1, 2, 3];
for (let i = 0; i < 3; i++) {
  const input = tf.oneHot(tf.tensor1d(window, 'int32'), chars);
  const next = model.predict(input).argMax(-1).dataSync()[0];
  window = window.slice(1).concat(next);
}`,
    ],
    [
        "time series forecasting with conv1d",
        `const model = tf.sequential();
model.add(tf.layers.conv1d({ inputShape: [10, 1], filters: 4, kernelSize: 3, activation: 'relu' }));
model.add(tf.layers.maxPooling1d({ poolSize: 2 }));
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 1 }));
model.predict(tf.ones([1, 10])).print();`,
    ],
    [
        "conv1d inputShape rank",
        `const model = tf.sequential();
model.add(tf.layers.conv1d({ inputShape: [10], filters: 4, kernelSize: 3 }));`,
    ],
    [
        "bidirectional merge concat width",
        `const model = tf.sequential();
model.add(tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 4 }), inputShape: [5, 2] }));
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 5, 2]), tf.ones([2, 4]), { epochs: 1 });`,
    ],
    [
        "masking after dense",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [5, 3] }), tf.layers.masking({ maskValue: 0 }), tf.layers.lstm({ units: 2 })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 5, 3]), tf.ones([2, 2]), { epochs: 1 });`,
    ],
    [
        "masking first",
        `const model = tf.sequential({ layers: [tf.layers.masking({ maskValue: 0, inputShape: [5, 3] }), tf.layers.lstm({ units: 2 })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 5, 3]), tf.ones([2, 2]), { epochs: 1 });`,
    ],
    [
        "pooling 1d trained",
        `const model = tf.sequential({ layers: [tf.layers.conv1d({ filters: 2, kernelSize: 2, inputShape: [8, 1] }), tf.layers.averagePooling1d({ poolSize: 2, padding: 'same' }), tf.layers.flatten(), tf.layers.dense({ units: 1 })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 8, 1]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "nothing trained but embedding float",
        `const model = tf.sequential({ layers: [tf.layers.embedding({ inputDim: 10, outputDim: 2, inputLength: 4 }), tf.layers.globalAveragePooling1d(), tf.layers.dense({ units: 1 })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "masked sequence, embedding trained",
        `const model = tf.sequential({ layers: [tf.layers.embedding({ inputDim: 20, outputDim: 4, inputLength: 6, maskZero: true }), tf.layers.lstm({ units: 3 }), tf.layers.dense({ units: 1 })] });
model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 6]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
];
