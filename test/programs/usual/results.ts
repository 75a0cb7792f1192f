/** What training and evaluating gives, taken for what it is and for what it is not. */
function model(metrics = ""): string {
    return `const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
m.compile({ optimizer: 'sgd', loss: 'meanSquaredError'${metrics} });
const xs = tf.ones([3, 4]), ys = tf.ones([3, 1]);\n`;
}

const one = model();
const withMetric = model(", metrics: ['mae']");

export const programs: readonly (readonly [name: string, code: string])[] = [
    ["the loss of an evaluation as a number", `${one}(await m.evaluate(xs, ys)).toFixed(2);`],
    ["the loss of an evaluation, read as a number", `${one}m.evaluate(xs, ys).dataSync()[0].toFixed(2);`],
    ["a method of numbers that the program gives all tensors", `${one}tf.Tensor.prototype.toFixed = function (digits) { return this.dataSync()[0].toFixed(digits); };\nm.evaluate(xs, ys).toFixed(2);\ndelete tf.Tensor.prototype.toFixed;`],
    ["the third of two numbers of an evaluation", `${withMetric}m.evaluate(xs, ys)[2].print();`],
    ["both numbers of an evaluation", `${withMetric}const all = m.evaluate(xs, ys);\nall[0].print();\nall[1].print();`],
    ["the loss of a batch taken out of a list", `${one}const [loss] = await m.trainOnBatch(xs, ys);`],
    ["the loss of a batch read from a list", `${one}const losses = await m.trainOnBatch(xs, ys);\nlosses[0].toFixed(3);`],
    ["the loss of a batch as a number", `${one}const loss = await m.trainOnBatch(xs, ys);\nloss.toFixed(3);\nloss.toString();\n(loss * 2).toFixed(1);`],
    ["the loss of a batch as a tensor", `${one}const loss = await m.trainOnBatch(xs, ys);\nloss.dataSync();`],
    ["the loss of a batch, whichever form it has", `${one}let loss = await m.trainOnBatch(xs, ys);\n(Array.isArray(loss) ? loss[0] : loss).toFixed(1);\n(loss[0] ?? loss).toFixed(1);\nif (!Array.isArray(loss)) loss = [loss];\nconst [first] = loss;\nfirst.toFixed(1);`],
    ["the losses of several batches", `${one}const losses = [];\nfor (let i = 0; i < 2; i++) losses.push(await m.trainOnBatch(xs, ys));\nMath.max(...losses).toFixed(1);\nconst [first] = losses;\nfirst.toFixed(1);`],
    ["the loss and metric of a batch", `${withMetric}const [loss, error] = await m.trainOnBatch(xs, ys);\nloss.toFixed(1);\nerror.toFixed(1);`],
    ["a third number of a batch with one metric", `${withMetric}(await m.trainOnBatch(xs, ys))[2].toFixed(1);`],
    ["the loss of a batch, not awaited", `${one}const loss = m.trainOnBatch(xs, ys);\nloss.toFixed(3);`],
    ["the history, not awaited", `${one}const info = m.fit(xs, ys, { epochs: 1 });\ninfo.history.loss[0].toFixed(1);`],
    ["the history taken out, not awaited", `${one}const { history } = m.fit(xs, ys, { epochs: 1 });\nhistory.loss;`],
    ["the history, awaited later", `${one}const training = m.fit(xs, ys, { epochs: 1 });\nconst info = await training;\ninfo.history.loss[0].toFixed(1);`],
    ["the promise of a training, with a name put on it", `${one}const training = m.fit(xs, ys, { epochs: 1 });\ntraining.tag = { text: 'first' };\ntraining.tag.text;\nawait training;`],
    ["the promise of a training, with a name assigned to it", `${one}const training = Object.assign(m.fit(xs, ys, { epochs: 1 }), { tag: { text: 'first' }, cancel() {} });\ntraining.tag.text;\ntraining.cancel();\nawait training;`],
    ["what comes after a training", `${one}await m.fit(xs, ys, { epochs: 1 }).then((info) => info.history.loss[0]).finally(() => {});`],
    ["the evaluation of a dataset, not awaited", `${one}m.evaluateDataset(tf.data.array([{ xs: [1, 2, 3, 4], ys: [1] }]).batch(1), { batches: 1 }).print();`],
];
