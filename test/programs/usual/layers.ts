/** Weights, normalizations, and layers that cannot be trained: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "save and load weights into other model",
        `const make = (units) => tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [3] }), tf.layers.dense({ units: 1 })] });
const a = make(4), b = make(5);
b.setWeights(a.getWeights());`,
    ],
    [
        "soft update of weights",
        `const make = () => tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] }), tf.layers.dense({ units: 1 })] });
const a = make(), b = make();
const wa = a.getWeights(), wb = b.getWeights();
b.setWeights(wa.map((w, i) => w.mul(0.1).add(wb[i].mul(0.9))));`,
    ],
    [
        "crossover of weights in neuroevolution",
        `const make = () => tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] }), tf.layers.dense({ units: 1 })] });
const a = make(), b = make();
const ws = a.getWeights().map((w) => { const values = w.dataSync().slice(); for (let j = 0; j < values.length; j++) if (Math.random() < 0.1) values[j] += Math.random(); return tf.tensor(values, w.shape); });
b.setWeights(ws);`,
    ],
    [
        "copied with reversed shape",
        `const make = () => tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] }), tf.layers.dense({ units: 1 })] });
const a = make(), b = make();
b.setWeights(a.getWeights().map((w) => w.transpose()));`,
    ],
    [
        "batch norm without scale",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] }), tf.layers.batchNormalization({ scale: false })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 3]), tf.ones([2, 4]), { epochs: 1 });`,
    ],
    [
        "a normalization along the steps predicts",
        `const model = tf.sequential({ layers: [tf.layers.batchNormalization({ axis: 1, inputShape: [4, 3] })] });
model.predict(tf.ones([2, 4, 3])).print();`,
    ],
    [
        "a normalization along the steps is trained",
        `const model = tf.sequential({ layers: [tf.layers.batchNormalization({ axis: 1, inputShape: [4, 3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 3]), tf.ones([2, 4, 3]), { epochs: 1 });`,
    ],
    [
        "a normalization of channels that stand first is trained",
        `const model = tf.sequential({ layers: [tf.layers.batchNormalization({ axis: 1, inputShape: [4, 3, 2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 3, 2]), tf.ones([2, 4, 3, 2]), { epochs: 1 });`,
    ],
    [
        "a normalization of channels that stand last is trained",
        `const model = tf.sequential({ layers: [tf.layers.batchNormalization({ axis: 3, inputShape: [4, 3, 2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 3, 2]), tf.ones([2, 4, 3, 2]), { epochs: 1 });`,
    ],
    [
        "a normalization of columns is trained",
        `const model = tf.sequential({ layers: [tf.layers.batchNormalization({ axis: 1, inputShape: [4] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4]), tf.ones([2, 4]), { epochs: 1 });`,
    ],
    [
        "a normalization along the width is trained",
        `const model = tf.sequential({ layers: [tf.layers.batchNormalization({ axis: 2, inputShape: [4, 3, 2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 3, 2]), tf.ones([2, 4, 3, 2]), { epochs: 1 });`,
    ],
    [
        "each step normalized along the other axis",
        `const model = tf.sequential({ layers: [tf.layers.layerNormalization({ axis: 1, inputShape: [4, 3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 3]), tf.ones([2, 4, 3]), { epochs: 1 });`,
    ],
    [
        "each sample normalized as a whole",
        `const model = tf.sequential({ layers: [tf.layers.layerNormalization({ axis: [1, 2], inputShape: [4, 3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 3]), tf.ones([2, 4, 3]), { epochs: 1 });`,
    ],
    [
        "each pixel normalized",
        `const model = tf.sequential({ layers: [tf.layers.layerNormalization({ inputShape: [4, 3, 2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 3, 2]), tf.ones([2, 4, 3, 2]), { epochs: 1 });`,
    ],
    [
        "slopes that all pixels share",
        `const model = tf.sequential({ layers: [tf.layers.prelu({ sharedAxes: [1, 2], inputShape: [4, 3, 2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 3, 2]), tf.ones([2, 4, 3, 2]), { epochs: 1 });`,
    ],
    [
        "a normalization of volumes",
        `const model = tf.sequential({ layers: [tf.layers.batchNormalization({ inputShape: [2, 2, 2, 2] })] });
model.predict(tf.ones([1, 2, 2, 2, 2])).print();`,
    ],
    [
        "a layer of a class that does not say its name",
        `class Twice extends tf.layers.Layer {
  constructor() { super({}); }
  call(inputs) { return inputs[0].mul(2); }
}
const m = tf.sequential(); m.add(tf.layers.dense({ units: 3, inputShape: [2] })); m.add(new Twice());
m.predict(tf.ones([1, 2]));`,
    ],
    [
        "a layer of a class that says its name",
        `class Twice extends tf.layers.Layer {
  static className = 'Twice';
  constructor() { super({}); }
  call(inputs) { return inputs[0].mul(2); }
}
const m = tf.sequential(); m.add(tf.layers.dense({ units: 3, inputShape: [2] })); m.add(new Twice());
m.predict(tf.ones([1, 2]));`,
    ],
    [
        "a layer of a class whose base says the name",
        `class B extends tf.layers.Layer { static get className() { return 'B'; } }
class A extends B { call(x) { return x[0]; } }
const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] }), new A({})] });`,
    ],
    [
        "a layer of a class that is given its name afterwards",
        `class A extends tf.layers.Layer { call(x) { return x[0]; } }
A.className = 'A';
const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] }), new A({})] });`,
    ],
    [
        "a class registered without a name",
        `class My extends tf.layers.Layer { call(x) { return x; } }
tf.serialization.registerClass(My);`,
    ],
    [
        "a class registered with an empty name",
        `class My extends tf.layers.Layer { static className = ''; call(x) { return x; } }
tf.serialization.registerClass(My);`,
    ],
    [
        "a class registered by a name that it works out",
        `class My extends tf.layers.Layer { static get className() { return 'My'; } call(x) { return x; } }
tf.serialization.registerClass(My);`,
    ],
    [
        "a class registered by a name that it is given later",
        `class My extends tf.layers.Layer { call(x) { return x; } }
My.className = 'My';
tf.serialization.registerClass(My);`,
    ],
    [
        "a class registered twice",
        `class My extends tf.layers.Layer { static className = 'My'; call(x) { return x; } }
tf.serialization.registerClass(My);
tf.serialization.registerClass(My);`,
    ],
    [
        "a class registered for an activation of its own",
        `class Snake extends tf.serialization.Serializable { static className = 'snake'; apply(x) { return x; } getConfig() { return {}; } }
tf.serialization.registerClass(Snake);
const l = tf.layers.dense({ units: 3, activation: 'snake', inputShape: [2] });
tf.sequential({ layers: [l] });`,
    ],
    [
        "a class registered beside a word that is misspelt",
        `class My extends tf.layers.Layer { static className = 'My'; call(x) { return x; } }
tf.serialization.registerClass(My);
tf.layers.dense({ units: 3, activation: 'rellu' });`,
    ],
    [
        "a class registered by the name of its base",
        `class Base extends tf.layers.Layer { static className = 'Base'; call(x) { return x; } }
class Derived extends Base {}
tf.serialization.registerClass(Derived);`,
    ],
    [
        "the kernel of a layer, reshaped",
        `const d = tf.layers.dense({ units: 1, inputShape: [2] });
const model = tf.sequential({ layers: [d] });
const k = d.kernel.read();
k.reshape([2, 1]);
k.reshape([3]);`,
    ],
    [
        "the kernel of a layer, multiplied",
        `const d = tf.layers.dense({ units: 1, inputShape: [2] });
const model = tf.sequential({ layers: [d] });
tf.matMul(tf.ones([3, 3]), d.kernel.read());`,
    ],
    [
        "the kernel of a layer as a variable",
        `const d = tf.layers.dense({ units: 1, inputShape: [2] });
const model = tf.sequential({ layers: [d] });
tf.matMul(tf.ones([3, 3]), d.kernel.val);`,
    ],
    [
        "the bias of a layer without one",
        `const d = tf.layers.dense({ units: 1, inputShape: [2], useBias: false });
const model = tf.sequential({ layers: [d] });
d.bias.read();`,
    ],
    [
        "kernel and bias of a convolution, as they are",
        `const conv = tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [8, 8, 2] });
tf.sequential({ layers: [conv] });
conv.kernel.read().reshape([18, 4]).add(conv.bias.read());`,
    ],
];
