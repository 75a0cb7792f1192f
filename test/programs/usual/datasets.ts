/** Datasets for `fitDataset`: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "fit before await of dataset",
        `const xs = tf.data.array([[1, 2], [3, 4]]);
const ys = tf.data.array([[1], [2]]);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.zip({ xs, ys }), { epochs: 1 });`,
    ],
    [
        "dataset of a list of pairs",
        `const data = [{ x: [1, 2], y: [0] }, { x: [3, 4], y: [1] }];
const ds = tf.data.array(data).batch(2);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "dataset with labels as numbers",
        `const data = [{ xs: [1, 2], ys: 0 }, { xs: [3, 4], ys: 1 }];
const ds = tf.data.array(data).batch(2);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "dataset with labels as numbers, binary cross entropy",
        `const data = [{ xs: [1, 2], ys: 0 }, { xs: [3, 4], ys: 1 }];
const ds = tf.data.array(data).batch(2);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2], activation: 'sigmoid' })] });
model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' });
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "dataset images too small",
        `const data = tf.data.array([tf.zeros([4, 4, 1]), tf.zeros([4, 4, 1])]);
const labels = tf.data.array([[0, 1], [1, 0]]);
const model = tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [4, 4, 3], filters: 2, kernelSize: 3 }), tf.layers.flatten(), tf.layers.dense({ units: 2 })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.zip({ xs: data, ys: labels }).batch(2), { epochs: 1 });`,
    ],
    [
        "fitDataset without epochs",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.array([{ xs: [1, 2], ys: [1] }]).batch(1));`,
    ],
    [
        "dataset from tensors sliced",
        `const xs = tf.data.array(tf.unstack(tf.ones([4, 8, 8, 1])));
const ys = tf.data.array(tf.unstack(tf.oneHot(tf.tensor1d([0, 1, 0, 1], 'int32'), 2)));
const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [8, 8, 3] }), tf.layers.dense({ units: 2, activation: 'softmax' })] });
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
await model.fitDataset(tf.data.zip({ xs, ys }).shuffle(4).batch(2), { epochs: 1 });`,
    ],
];
