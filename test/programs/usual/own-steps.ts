/** Steps of training that a program takes by itself: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "linear regression by hand",
        `const m = tf.variable(tf.scalar(0)), b = tf.variable(tf.scalar(0));
const xs = tf.tensor1d([1, 2, 3]), ys = tf.tensor1d([2, 4, 6]);
const predict = (x) => m.mul(x).add(b);
const loss = (p, l) => p.sub(l).square().mean();
const optimizer = tf.train.sgd(0.1);
for (let i = 0; i < 3; i++) optimizer.minimize(() => loss(predict(xs), ys));`,
    ],
    [
        "a line whose values are computed before",
        `const m = tf.variable(tf.scalar(0)), b = tf.variable(tf.scalar(0));
const xs = tf.tensor1d([1, 2, 3]), ys = tf.tensor1d([2, 4, 6]);
const predicted = m.mul(xs).add(b);
tf.train.sgd(0.1).minimize(() => predicted.sub(ys).square().mean());`,
    ],
    [
        "no mean in the loss",
        `const m = tf.variable(tf.scalar(0)), b = tf.variable(tf.scalar(0));
const xs = tf.tensor1d([1, 2, 3]), ys = tf.tensor1d([2, 4, 6]);
tf.train.sgd(0.1).minimize(() => m.mul(xs).add(b).sub(ys).square());`,
    ],
    [
        "tensors instead of variables",
        `const m = tf.scalar(0.5), b = tf.scalar(0);
const xs = tf.tensor1d([1, 2, 3]), ys = tf.tensor1d([2, 4, 6]);
tf.train.sgd(0.1).minimize(() => m.mul(xs).add(b).sub(ys).square().mean());`,
    ],
    [
        "loss of plain tensors beside a variable that is not used",
        `const w = tf.variable(tf.zeros([3, 1]));
const xs = tf.ones([4, 3]), ys = tf.ones([4, 1]);
const w0 = tf.zeros([3, 1]);
tf.train.sgd(0.1).minimize(() => tf.losses.meanSquaredError(ys, xs.matMul(w0)));`,
    ],
    [
        "loss by model outside",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
const xs = tf.ones([4, 3]), ys = tf.ones([4, 1]);
tf.train.sgd(0.1).minimize(() => tf.losses.meanSquaredError(ys, model.predict(xs)));`,
    ],
    [
        "loss by model predict reshaped",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
const xs = tf.ones([4, 3]), ys = tf.ones([4]);
tf.train.sgd(0.1).minimize(() => tf.losses.meanSquaredError(ys, model.predict(xs)));`,
    ],
    [
        "data array sync in the loss",
        `const w = tf.variable(tf.zeros([3]));
tf.train.sgd(0.1).minimize(() => tf.scalar(w.dataSync()[0]));`,
    ],
    [
        "policy gradient, oneHot of actions float",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4], activation: 'softmax' })] });
const optimizer = tf.train.adam(0.01);
const actions = tf.tensor1d([0, 1]);
optimizer.minimize(() => {
  const p = model.predict(tf.ones([2, 4]));
  return p.mul(tf.oneHot(actions, 2)).sum(1).log().neg().mean();
});`,
    ],
    [
        "policy gradient, rewards of another rank",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4], activation: 'softmax' })] });
const rewards = tf.tensor1d([1, 2, 3]);
tf.train.adam(0.01).minimize(() => model.predict(tf.ones([3, 4])).log().mul(rewards).mean());`,
    ],
    [
        "einsum in a loss",
        `const w = tf.variable(tf.ones([2, 3]));
tf.train.sgd(0.1).minimize(() => tf.einsum('ij,kj->ik', tf.ones([2, 3]), w).mean());`,
    ],
];
