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
    [
        "gan with two optimizers and var lists",
        `const g = tf.sequential({ layers: [tf.layers.dense({ units: 8, inputShape: [4] })] });
const d = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [8], activation: 'sigmoid' })] });
const gOpt = tf.train.adam(0.01), dOpt = tf.train.adam(0.01);
const real = tf.ones([4, 8]);
for (let step = 0; step < 2; step++) {
  const z = tf.randomNormal([4, 4]);
  const fake = g.predict(z);
  dOpt.minimize(() => { const a = d.apply(real), b = d.apply(fake); return tf.losses.sigmoidCrossEntropy(tf.ones([4, 1]), a).add(tf.losses.sigmoidCrossEntropy(tf.zeros([4, 1]), b)); }, true, d.trainableWeights.map((w) => w.read()));
  gOpt.minimize(() => tf.losses.sigmoidCrossEntropy(tf.ones([4, 1]), d.apply(g.apply(z))), true, g.trainableWeights.map((w) => w.read()));
}`,
    ],
    [
        "vae by hand",
        `const enc = tf.variable(tf.randomNormal([8, 4])), dec = tf.variable(tf.randomNormal([2, 8]));
const x = tf.ones([3, 8]);
tf.train.adam(0.01).minimize(() => {
  const [mean, logVar] = tf.split(x.matMul(enc), 2, 1);
  const z = mean.add(tf.randomNormal([3, 2]).mul(logVar.mul(0.5).exp()));
  const out = z.matMul(dec).sigmoid();
  const kl = logVar.add(1).sub(mean.square()).sub(logVar.exp()).sum(1).mul(-0.5).mean();
  return tf.losses.meanSquaredError(x, out).add(kl);
});`,
    ],
    [
        "variableGrads and applyGradients",
        `const w = tf.variable(tf.ones([3, 1]), true, 'w');
const opt = tf.train.sgd(0.1);
const { value, grads } = tf.variableGrads(() => tf.ones([4, 3]).matMul(w).square().mean());
opt.applyGradients(grads);
value.print();`,
    ],
    [
        "policy gradient with where and greaterEqual",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
const actions = tf.tensor1d([0, 1], 'int32');
const rewards = tf.tensor1d([1, -1]);
tf.train.adam(0.1).minimize(() => {
  const logits = model.predict(tf.ones([2, 4]));
  const logp = tf.logSoftmax(logits);
  return tf.mul(logp, tf.oneHot(actions, 2)).sum(1).mul(rewards).mean().neg();
});`,
    ],
    [
        "ppo-like clip",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
const old = tf.logSoftmax(model.predict(tf.ones([2, 4])));
const adv = tf.tensor2d([[1], [-1]]);
tf.train.adam(0.1).minimize(() => {
  const ratio = tf.exp(tf.logSoftmax(model.apply(tf.ones([2, 4]), { training: true })).sub(old));
  const clipped = ratio.clipByValue(0.8, 1.2);
  return tf.minimum(ratio.mul(adv), clipped.mul(adv)).mean().neg();
});`,
    ],
    [
        "masked loss by comparison of the targets",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
const ys = tf.tensor2d([[1, 0], [0, 0]]);
tf.train.adam(0.1).minimize(() => { const p = model.predict(tf.ones([2, 4])); const mask = ys.greater(0).toFloat(); return p.sub(ys).square().mul(mask).mean(); });`,
    ],
    [
        "style transfer: image is the variable",
        `const image = tf.variable(tf.randomNormal([1, 8, 8, 3]));
const base = tf.sequential({ layers: [tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [8, 8, 3] })] });
const target = base.predict(tf.ones([1, 8, 8, 3]));
tf.train.adam(0.1).minimize(() => base.predict(image).sub(target).square().mean(), false, [image]);`,
    ],
    [
        "sam: metric computed inside but not returned",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4], activation: 'softmax' })] });
const labels = tf.tensor1d([0, 2], 'int32');
let accuracy;
tf.train.adam(0.1).minimize(() => {
  const p = model.apply(tf.ones([2, 4]));
  accuracy = tf.keep(p.argMax(-1).equal(labels).toFloat().mean());
  return tf.losses.softmaxCrossEntropy(tf.oneHot(labels, 3), p);
});
accuracy.print();`,
    ],
    [
        "L2 penalty over weights",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
tf.train.adam(0.1).minimize(() => {
  let loss = model.predict(tf.ones([2, 4])).square().mean();
  for (const w of model.trainableWeights) loss = loss.add(w.read().square().sum().mul(0.01));
  return loss;
});`,
    ],
    [
        "word vectors by gather",
        `const vectors = tf.variable(tf.randomNormal([10, 4]));
const centre = tf.tensor1d([1, 2], 'int32'), context = tf.tensor1d([3, 4], 'int32');
tf.train.adagrad(0.1).minimize(() => tf.gather(vectors, centre).mul(tf.gather(vectors, context)).sum(1).sigmoid().log().neg().mean());`,
    ],
    [
        "recurrent by hand",
        `const wx = tf.variable(tf.randomNormal([2, 3])), wh = tf.variable(tf.randomNormal([3, 3])), wo = tf.variable(tf.randomNormal([3, 1]));
const steps = tf.unstack(tf.randomNormal([5, 4, 2]));
tf.train.rmsprop(0.01).minimize(() => { let h = tf.zeros([4, 3]); for (const x of steps) h = x.matMul(wx).add(h.matMul(wh)).tanh(); return h.matMul(wo).square().mean(); });`,
    ],
    [
        "a class with train step returning cost",
        `class Net {
  constructor() { this.layers = [4, 8, 1].slice(1).map((n, i) => ({ w: tf.variable(tf.randomNormal([[4, 8][i], n])), b: tf.variable(tf.zeros([n])) })); this.opt = tf.train.momentum(0.01, 0.9); }
  forward(x) { return this.layers.reduce((h, { w, b }, i) => { const z = h.matMul(w).add(b); return i === 0 ? z.relu() : z; }, x); }
  step(x, y) { return this.opt.minimize(() => tf.losses.meanSquaredError(y, this.forward(x)), true).dataSync()[0]; }
}
const net = new Net();
for (let i = 0; i < 3; i++) net.step(tf.ones([2, 4]), tf.ones([2, 1]));`,
    ],
    [
        "huber with where and greaterEqual",
        `const w = tf.variable(tf.ones([3]));
tf.train.sgd(0.1).minimize(() => { const e = w.sub(2).abs(); return tf.where(tf.greaterEqual(tf.tensor1d([1, 2, 3]), 2), e.square(), e).mean(); });`,
    ],
    [
        "stop gradient via data",
        `const w = tf.variable(tf.ones([3]));
tf.train.sgd(0.1).minimize(() => { const stopped = tf.tensor1d(w.mul(2).dataSync()); return w.mul(stopped).mean(); });`,
    ],
    [
        "stop gradient by a comparison read",
        `const w = tf.variable(tf.ones([3]));
tf.train.sgd(0.1).minimize(() => { if (w.max().dataSync()[0] > 0.5) return w.mean(); return w.sum(); });`,
    ],
    [
        "contrastive loss of two models in one",
        `const base = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [6] })] });
const a = tf.input({ shape: [6] }), b = tf.input({ shape: [6] });
const m = tf.model({ inputs: [a, b], outputs: [base.apply(a), base.apply(b)] });
tf.train.adam(0.1).minimize(() => { const [p, q] = m.predict([tf.ones([2, 6]), tf.zeros([2, 6])]); return p.sub(q).square().sum(1).mean(); });`,
    ],
    [
        "dilated conv with own gradient (im2col-like strided slice avoided)",
        `const w = tf.variable(tf.ones([3, 1, 1]));
const x = tf.ones([1, 9, 1]);
tf.train.sgd(0.1).minimize(() => tf.conv1d(x, w, 1, 'same').mean());`,
    ],
    [
        "einsum in evaluation only",
        `const w = tf.variable(tf.ones([2, 3]));
tf.einsum('ij->ji', w).print();
tf.train.sgd(0.1).minimize(() => w.mean());`,
    ],
    [
        "topk of the targets",
        `const w = tf.variable(tf.ones([3]));
const ys = tf.tensor1d([3, 1, 2]);
tf.train.sgd(0.1).minimize(() => { const { indices } = tf.topk(ys, 2); return tf.gather(w, indices).mean(); });`,
    ],
    [
        "gradient accumulators",
        `const w = tf.variable(tf.ones([3]), true, 'acc_w');
let total = tf.zeros([3]);
for (let i = 0; i < 3; i++) { const { grads } = tf.variableGrads(() => w.mul(i + 1).sum()); total = total.add(grads.acc_w); }
tf.train.sgd(0.1).applyGradients({ acc_w: total });`,
    ],
    [
        "a loss kept outside by a closure and returned",
        `const w = tf.variable(tf.ones([3]));
const losses = [];
const step = () => tf.train.sgd(0.1).minimize(() => { losses.push(tf.keep(w.square().mean())); return losses[losses.length - 1]; });
step(); step();`,
    ],
    [
        "a memo outside",
        `const w = tf.variable(tf.ones([3]));
const cache = new Map();
const f = (k) => { if (!cache.has(k)) cache.set(k, tf.keep(w.mul(k))); return cache.get(k); };
tf.train.sgd(0.1).minimize(() => f(2).mean());`,
    ],
    [
        "variables made later in a list by a function",
        `const vars = [];
const make = (shape) => { const v = tf.variable(tf.randomNormal(shape)); vars.push(v); return v; };
const [w, b] = [make([3, 1]), make([1])];
tf.train.sgd(0.1).minimize(() => tf.ones([2, 3]).matMul(vars[0]).add(vars[1]).square().mean());`,
    ],
    [
        "tf.tidy around a minimize with a value outside",
        `tf.tidy(() => { const w = tf.variable(tf.ones([2])); const x = tf.ones([2]); tf.train.sgd(0.1).minimize(() => x.mul(w).mean()); });`,
    ],
];
