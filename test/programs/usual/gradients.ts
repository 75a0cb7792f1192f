/** Functions that are minimized or differentiated: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "contrastive loss with maximum of a scalar margin",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: (y, d) => tf.mean(y.mul(d.square()).add(tf.sub(1, y).mul(tf.maximum(tf.sub(1, d), 0).square()))) });
await model.fit(tf.ones([4, 2]), tf.ones([4, 1]), { epochs: 1 });`,
    ],
    [
        "contrastive loss with maximum, 0 first",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: (y, d) => tf.mean(tf.maximum(tf.scalar(0), tf.sub(1, d).mul(y))) });
await model.fit(tf.ones([4, 2]), tf.ones([4, 1]), { epochs: 1 });`,
    ],
    [
        "clipped predictions, threshold is a variable",
        `const cut = tf.variable(tf.scalar(0.5));
tf.train.sgd(0.1).minimize(() => tf.maximum(tf.ones([4]), cut).mean());`,
    ],
    [
        "squaredDifference of a column and a row of labels, minimized",
        `const w = tf.variable(tf.ones([2, 1])), x = tf.ones([5, 2]), y = tf.ones([5]);
tf.train.sgd(0.1).minimize(() => tf.squaredDifference(x.matMul(w), y).mean());`,
    ],
    [
        "the same by sub and square: runs, means something else",
        `const w = tf.variable(tf.ones([2, 1])), x = tf.ones([5, 2]), y = tf.ones([5]);
tf.train.sgd(0.1).minimize(() => x.matMul(w).sub(y).square().mean());`,
    ],
    [
        "loss squaredDifference of flattened prediction",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: (y, p) => tf.squaredDifference(y, p.flatten()).mean() });
await model.fit(tf.ones([4, 2]), tf.ones([4, 1]), { epochs: 1 });`,
    ],
    [
        "unstack of a batch of one in a loss",
        `const w = tf.variable(tf.ones([1, 3]));
tf.train.sgd(0.1).minimize(() => { const [row] = tf.unstack(w); return row.square().mean(); });`,
    ],
    [
        "unstack of two",
        `const w = tf.variable(tf.ones([2, 3]));
tf.train.sgd(0.1).minimize(() => { const [row] = tf.unstack(w); return row.square().mean(); });`,
    ],
    [
        "cumsum of rewards inside the loss",
        `const w = tf.variable(tf.ones([4, 2]));
tf.train.sgd(0.1).minimize(() => tf.cumsum(w, 0).mean());`,
    ],
    [
        "cumsum along the last axis",
        `const w = tf.variable(tf.ones([4, 2]));
tf.train.sgd(0.1).minimize(() => tf.cumsum(w, 1).mean());`,
    ],
    [
        "cumsum of a vector",
        `const w = tf.variable(tf.ones([4]));
tf.train.sgd(0.1).minimize(() => tf.cumsum(w).mean());`,
    ],
    [
        "prod in a loss",
        `const w = tf.variable(tf.ones([4, 2]));
tf.train.sgd(0.1).minimize(() => tf.prod(w, 1).mean());`,
    ],
    [
        "prod over the first axis in a loss",
        `const w = tf.variable(tf.ones([4, 2]));
tf.train.sgd(0.1).minimize(() => tf.prod(w, 0).mean());`,
    ],
    [
        "prod over all",
        `const w = tf.variable(tf.ones([4, 2]));
tf.train.sgd(0.1).minimize(() => tf.prod(w).mean());`,
    ],
    [
        "tile of rank 5",
        `const w = tf.variable(tf.ones([1, 1, 2, 2, 1]));
tf.train.sgd(0.1).minimize(() => tf.tile(w, [2, 2, 1, 1, 2]).mean());`,
    ],
    [
        "dqn: q of the chosen action by gather",
        `const w = tf.variable(tf.ones([4, 2])), states = tf.ones([3, 4]);
tf.train.adam(0.01).minimize(() => tf.gather(states.matMul(w), tf.tensor1d([0, 1, 0], 'int32'), 1).mean());`,
    ],
    [
        "dqn: mask by oneHot",
        `const w = tf.variable(tf.ones([4, 2])), states = tf.ones([3, 4]);
tf.train.adam(0.01).minimize(() => states.matMul(w).mul(tf.oneHot(tf.tensor1d([0, 1, 0], 'int32'), 2)).sum(-1).mean());`,
    ],
    [
        "dqn: max over actions, argMax in loss",
        `const w = tf.variable(tf.ones([4, 2])), states = tf.ones([3, 4]);
tf.train.adam(0.01).minimize(() => states.matMul(w).argMax(1).mean());`,
    ],
    [
        "policy: multinomial inside",
        `const w = tf.variable(tf.ones([4, 2])), states = tf.ones([3, 4]);
tf.train.adam(0.01).minimize(() => tf.multinomial(states.matMul(w), 1).mean());`,
    ],
    [
        "a loss over a batch instead of a scalar",
        `const w = tf.variable(tf.ones([4, 2])), states = tf.ones([3, 4]);
tf.train.adam(0.01).minimize(() => tf.losses.meanSquaredError(tf.ones([3, 2]), states.matMul(w), undefined, tf.Reduction.NONE));`,
    ],
    [
        "loss of model.predict in minimize",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
tf.train.adam(0.01).minimize(() => tf.losses.meanSquaredError(tf.ones([3, 1]), model.predict(tf.ones([3, 2]))).asScalar());`,
    ],
    [
        "loss of model.predict with dataSync in minimize",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
tf.train.adam(0.01).minimize(() => tf.losses.meanSquaredError(tf.ones([3, 1]), tf.tensor(model.predict(tf.ones([3, 2])).dataSync(), [3, 1])));`,
    ],
    [
        "async loss in minimize",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
tf.train.adam(0.01).minimize(async () => tf.losses.meanSquaredError(tf.ones([3, 1]), model.predict(tf.ones([3, 2]))));`,
    ],
    [
        "minimize with a list that leaves out the variable",
        `const a = tf.variable(tf.scalar(1)), b = tf.variable(tf.scalar(2));
tf.train.sgd(0.1).minimize(() => a.square(), true, [b]);`,
    ],
    [
        "minimize with a list of it",
        `const a = tf.variable(tf.scalar(1)), b = tf.variable(tf.scalar(2));
tf.train.sgd(0.1).minimize(() => a.square(), true, [a]);`,
    ],
    [
        "minimize with an empty list",
        `const a = tf.variable(tf.scalar(1));
tf.train.sgd(0.1).minimize(() => a.square(), true, []);`,
    ],
    [
        "variableGrads with a list that leaves it out",
        `const a = tf.variable(tf.scalar(1)), b = tf.variable(tf.scalar(2));
tf.variableGrads(() => a.square(), [b]);`,
    ],
    [
        "variableGrads with tensors that are no variables",
        `const a = tf.variable(tf.scalar(1)), b = tf.scalar(2);
tf.variableGrads(() => a.square(), [b]);`,
    ],
    [
        "minimize with getWeights, which are tensors",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
tf.train.sgd(0.1).minimize(() => model.predict(tf.ones([3, 2])).mean(), true, model.getWeights());`,
    ],
    [
        "minimize with getWeights of true",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
tf.train.sgd(0.1).minimize(() => model.predict(tf.ones([3, 2])).mean(), true, model.getWeights(true));`,
    ],
    [
        "tensor kept from outside: prediction before minimize, by model",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
const p = model.predict(tf.ones([3, 2]));
tf.train.sgd(0.1).minimize(() => tf.losses.meanSquaredError(tf.ones([3, 1]), p));`,
    ],
    [
        "generator output kept, discriminator within",
        `const g = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
const w = tf.variable(tf.ones([2, 1]));
const fake = g.predict(tf.ones([3, 2]));
tf.train.sgd(0.1).minimize(() => fake.matMul(w).mean());`,
    ],
    [
        "result of an earlier minimize used in another",
        `const a = tf.variable(tf.scalar(1)); let kept;
tf.train.sgd(0.1).minimize(() => { kept = a.square(); return kept.mean(); });
tf.train.sgd(0.1).minimize(() => tf.keep(kept).mean());`,
    ],
    [
        "grad of a function that ignores its argument",
        `tf.grad((x) => tf.ones([2]).square())(tf.ones([2])).print();`,
    ],
    [
        "grads with one tensor",
        `tf.grads((a, b) => a.mul(b))(tf.ones([2])).forEach((g) => g.print());`,
    ],
    [
        "grads with a list",
        `tf.grads((a, b) => a.mul(b))([tf.ones([2]), tf.ones([2])]).forEach((g) => g.print());`,
    ],
    [
        "grad with dy of another shape",
        `tf.grad((x) => x.square())(tf.ones([2]), tf.ones([3])).print();`,
    ],
    [
        "valueAndGrad of several outputs",
        `tf.valueAndGrad((x) => [x, x])(tf.ones([2]));`,
    ],
    [
        "applyGradients of its grads",
        `const a = tf.variable(tf.ones([2]), true, 'a2');
const { grads } = tf.variableGrads(() => a.square().mean());
tf.train.sgd(0.1).applyGradients(grads);`,
    ],
    [
        "a loss that was computed before it is minimized",
        `const w = tf.variable(tf.zeros([2, 1])); const x = tf.ones([4, 2]), y = tf.ones([4, 1]);
const opt = tf.train.sgd(0.1);
opt.minimize(x.matMul(w).sub(y).square().mean());`,
    ],
    [
        "gradients of a tensor instead of a function",
        `const w = tf.variable(tf.zeros([2, 1])); const x = tf.ones([4, 2]), y = tf.ones([4, 1]);
const { value, grads } = tf.variableGrads(x.matMul(w).sub(y).square().mean());`,
    ],
    [
        "gradients applied together with the value beside them",
        `const w = tf.variable(tf.zeros([2, 1])); const x = tf.ones([4, 2]), y = tf.ones([4, 1]);
const g = tf.variableGrads(() => x.matMul(w).sub(y).square().mean());
tf.train.sgd(0.1).applyGradients(g);`,
    ],
    [
        "a gradient of another shape than its variable",
        `const w = tf.variable(tf.zeros([2, 1]), true, 'w1');
tf.train.sgd(0.1).applyGradients({ w1: tf.ones([3, 1]) });`,
    ],
    [
        "a gradient under the name of its variable",
        `const w = tf.variable(tf.zeros([2, 1]), true, 'w1');
tf.train.sgd(0.1).applyGradients({ w1: tf.ones([2, 1]) });`,
    ],
    [
        "gradients applied without names",
        `const w = tf.variable(tf.zeros([2, 1]), true, 'w1');
tf.train.adam(0.1).applyGradients([tf.ones([2, 1])]);`,
    ],
    [
        "gradients applied in a list with names",
        `const w = tf.variable(tf.zeros([2, 1]), true, 'w1');
tf.train.adam(0.1).applyGradients([{ name: 'w1', tensor: tf.ones([2, 1]) }]);`,
    ],
    [
        "weights of layers in place of variables",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
const opt = tf.train.adam(0.1); const x = tf.ones([4, 2]);
opt.minimize(() => m.predict(x).mean(), true, m.trainableWeights);`,
    ],
    [
        "the variables of a model's weights",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
const opt = tf.train.adam(0.1); const x = tf.ones([4, 2]);
opt.minimize(() => m.predict(x).mean(), true, m.trainableWeights.map((w) => w.val));`,
    ],
    [
        "a weight assigned in another order of its sizes",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
m.trainableWeights[0].val.assign(tf.ones([2, 3]));`,
    ],
    [
        "all weights of a model written anew",
        `const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
for (const w of m.weights) { w.write(tf.zerosLike(w.read())); }`,
    ],
    [
        "a gradient of the program's own: right",
        `const f = tf.customGrad((x, save) => { save([x]); return { value: x.square(), gradFunc: (dy, saved) => [dy.mul(saved[0].abs())] }; });
const g = tf.grad((x) => f(x));
g(tf.ones([3]));`,
    ],
    [
        "a gradient of the program's own: two for one input",
        `const f = tf.customGrad((x, save) => { save([x]); return { value: x.square(), gradFunc: (dy, saved) => [dy, dy] }; });
tf.grad((x) => f(x).sum())(tf.ones([3]));`,
    ],
    [
        "a gradient of the program's own: one for two inputs",
        `const f = tf.customGrad((a, b, save) => { save([a, b]); return { value: a.mul(b), gradFunc: (dy, saved) => [dy.mul(saved[1])] }; });
tf.grads((a, b) => f(a, b).sum())([tf.ones([3]), tf.ones([3])]);`,
    ],
    [
        "a gradient of the program's own: a tensor for two inputs",
        `const f = tf.customGrad((a, b, save) => { save([a, b]); return { value: a.mul(b), gradFunc: (dy, saved) => dy }; });
tf.grads((a, b) => f(a, b).sum())([tf.ones([3]), tf.ones([3])]);`,
    ],
    [
        "a gradient of the program's own: of another shape",
        `const f = tf.customGrad((x, save) => { save([x]); return { value: x.sum(), gradFunc: (dy, saved) => [dy] }; });
tf.grad((x) => f(x))(tf.ones([3]));`,
    ],
    [
        "a gradient of the program's own: a tensor alone",
        `const f = tf.customGrad((x, save) => { save([x]); return { value: x.square(), gradFunc: (dy, saved) => dy.mul(saved[0]) }; });
tf.grad((x) => f(x).sum())(tf.ones([3]));`,
    ],
    [
        "a gradient of the program's own: no function for it",
        `const f = tf.customGrad((x, save) => { return { value: x.square() }; });
tf.grad((x) => f(x).sum())(tf.ones([3]));`,
    ],
    [
        "a gradient of the program's own: no function for one that nobody asks for",
        `const f = tf.customGrad((x, save) => { return { value: x.square() }; });
f(tf.ones([3]));`,
    ],
    [
        "a gradient of the program's own: no value",
        `const f = tf.customGrad((x, save) => { return { gradFunc: (dy) => dy }; });
f(tf.ones([3]));`,
    ],
    [
        "a gradient of the program's own: a tensor and nothing else",
        `const f = tf.customGrad((x, save) => x.square());
f(tf.ones([3]));`,
    ],
    [
        "a gradient of the program's own: one too many that nobody asks for",
        `const f = tf.customGrad((x, save) => { save([x]); return { value: x.square(), gradFunc: (dy, saved) => [dy, dy] }; });
f(tf.ones([3]));`,
    ],
    [
        "a gradient of the program's own: a number",
        `const f = tf.customGrad((x, save) => { save([x]); return { value: x.square(), gradFunc: (dy, saved) => 1 }; });
tf.grad((x) => f(x).sum())(tf.ones([3]));`,
    ],
    [
        "a gradient of the program's own: of a number",
        `const f = tf.customGrad((x, k, save) => { save([x]); return { value: x.mul(k), gradFunc: (dy) => [dy, dy] }; });
f(tf.ones([3]), 2);`,
    ],
    [
        "a gradient of the program's own: of another shape, for an input that nobody asks about",
        `const f = tf.customGrad((x, w, save) => { save([x]); return { value: x.mul(w), gradFunc: (dy, saved) => [dy.clone(), dy.mul(saved[0])] }; });
const w = tf.ones([1]);
const x = tf.ones([3]);
tf.grad((y) => f(y, tf.ones([3])).sum())(x);
tf.grad((y) => f(x, y).sum())(w);`,
    ],
    [
        "a gradient of the program's own: its result is not used",
        `const f = tf.customGrad((x) => ({ value: x.square(), gradFunc: (dy) => [dy, dy] }));
tf.grad((x) => { f(x); return x.sum(); })(tf.ones([3]));`,
    ],
];
