/** Pictures: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "image without a batch",
        `const model = tf.sequential();
model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3 }));
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
const image = tf.randomNormal([28, 28]);
model.predict(image.expandDims(0)).print();`,
    ],
    [
        "image with four channels from a canvas",
        `const model = tf.sequential();
model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3 }));
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
const canvas = { width: 28, height: 28, data: new Uint8ClampedArray(28 * 28 * 4) };
const pixels = tf.tensor3d(Array.from(canvas.data), [28, 28, 4]);
model.predict(pixels.expandDims(0)).print();`,
    ],
    [
        "resized image with three channels into one",
        `const model = tf.sequential();
model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3 }));
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
const img = tf.randomUniform([100, 80, 3]);
const resized = tf.image.resizeBilinear(img, [28, 28]).toFloat().div(tf.scalar(255)).expandDims();
model.predict(resized).print();`,
    ],
    [
        "resized, mean over channels keeps dims",
        `const model = tf.sequential();
model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3 }));
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
const img = tf.randomUniform([100, 80, 3]);
const resized = tf.image.resizeBilinear(img, [28, 28]).mean(2, true).div(255).expandDims(0);
model.predict(resized).print();`,
    ],
    [
        "resized, mean over channels without keepDims",
        `const model = tf.sequential();
model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3 }));
model.add(tf.layers.flatten());
const img = tf.randomUniform([100, 80, 3]);
const resized = tf.image.resizeBilinear(img, [28, 28]).mean(2).div(255).expandDims(0);
model.predict(resized).print();`,
    ],
    [
        "no flatten before dense, labels rank 2",
        `const model = tf.sequential();
model.add(tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 4, kernelSize: 3, activation: 'relu' }));
model.add(tf.layers.maxPooling2d({ poolSize: [2, 2] }));
model.add(tf.layers.dense({ units: 2, activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
await model.fit(tf.zeros([4, 8, 8, 1]), tf.zeros([4, 2]), { epochs: 1 });`,
    ],
    [
        "autoencoder of images with pooling",
        `const model = tf.sequential();
model.add(tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', inputShape: [28, 28, 1] }));
model.add(tf.layers.maxPooling2d({ poolSize: 2, padding: 'same' }));
model.add(tf.layers.maxPooling2d({ poolSize: 2, padding: 'same' }));
model.add(tf.layers.maxPooling2d({ poolSize: 2, padding: 'same' }));
model.add(tf.layers.upSampling2d({ size: [2, 2] }));
model.add(tf.layers.upSampling2d({ size: [2, 2] }));
model.add(tf.layers.upSampling2d({ size: [2, 2] }));
model.add(tf.layers.conv2d({ filters: 1, kernelSize: 3, padding: 'same' }));
model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
const images = tf.randomUniform([2, 28, 28, 1]);
await model.fit(images, images, { epochs: 1 });`,
    ],
    [
        "gan, generator output to discriminator",
        `const generator = tf.sequential({ layers: [tf.layers.dense({ units: 784, inputShape: [100], activation: 'tanh' })] });
const discriminator = tf.sequential({ layers: [tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [28, 28, 1] }), tf.layers.flatten(), tf.layers.dense({ units: 1 })] });
discriminator.predict(generator.predict(tf.randomNormal([4, 100]))).print();`,
    ],
    [
        "transfer learning: features to head",
        `const base = tf.sequential({ layers: [tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [16, 16, 3] }), tf.layers.maxPooling2d({ poolSize: 2 })] });
const head = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [6, 6, 4] }), tf.layers.dense({ units: 2, activation: 'softmax' })] });
const features = base.predict(tf.zeros([3, 16, 16, 3]));
head.predict(features).print();`,
    ],
    [
        "transfer learning: right head",
        `const base = tf.sequential({ layers: [tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [16, 16, 3] }), tf.layers.maxPooling2d({ poolSize: 2 })] });
const head = tf.sequential({ layers: [tf.layers.flatten({ inputShape: base.outputs[0].shape.slice(1) }), tf.layers.dense({ units: 2, activation: 'softmax' })] });
head.predict(base.predict(tf.zeros([3, 16, 16, 3]))).print();`,
    ],
    [
        "webcam loop of examples",
        `const xsList = [], ysList = [];
for (let label = 0; label < 3; label++) for (let i = 0; i < 2; i++) { xsList.push(tf.zeros([7, 7, 8])); ysList.push(tf.oneHot(tf.scalar(label, 'int32'), 3)); }
const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [7, 7, 8] }), tf.layers.dense({ units: 3, activation: 'softmax' })] });
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
await model.fit(tf.concat(xsList), tf.stack(ysList), { epochs: 1 });`,
    ],
    [
        "pixels in rows for a network that takes pictures",
        `const side = 12, kinds = 4;
const load = (count) => ({ pixels: tf.tensor2d(new Float32Array(count * side * side), [count, side * side]), kind: tf.zeros([count, kinds]) });
const seer = tf.sequential({ layers: [tf.layers.conv2d({ filters: 3, kernelSize: 3, inputShape: [side, side, 1] }), tf.layers.flatten(), tf.layers.dense({ units: kinds, activation: 'softmax' })] });
seer.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
const { pixels, kind } = load(6);
await seer.fit(pixels, kind, { epochs: 1 });`,
    ],
    [
        "pixels in rows, reshaped",
        `const side = 12, kinds = 4;
const load = (count) => ({ pixels: tf.tensor2d(new Float32Array(count * side * side), [count, side * side]), kind: tf.zeros([count, kinds]) });
const seer = tf.sequential({ layers: [tf.layers.conv2d({ filters: 3, kernelSize: 3, inputShape: [side, side, 1] }), tf.layers.flatten(), tf.layers.dense({ units: kinds, activation: 'softmax' })] });
seer.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
const { pixels, kind } = load(6);
const pictures = pixels.reshape([6, side, side, 1]);
await seer.fit(pictures, kind, { epochs: 1, validationData: [pictures, kind] });`,
    ],
    [
        "pictures made smaller than the network takes them",
        `const shrink = (picture) => tf.tidy(() => tf.image.resizeNearestNeighbor(picture, [24, 24]).div(255).expandDims(0));
const seer = tf.sequential({ layers: [tf.layers.conv2d({ filters: 3, kernelSize: 3, inputShape: [32, 32, 3] }), tf.layers.flatten(), tf.layers.dense({ units: 2 })] });
seer.predict(shrink(tf.zeros([90, 60, 3]))).print();`,
    ],
    [
        "grayscale through mean and wrong channel count",
        `function preprocess(img) { return tf.image.rgbToGrayscale(tf.image.resizeBilinear(img, [28, 28])).expandDims(0); }
const model = tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [28, 28, 3], filters: 4, kernelSize: 3 }), tf.layers.flatten()] });
model.predict(preprocess(tf.zeros([120, 90, 3]))).print();`,
    ],
    [
        "dilated conv2d trained",
        `const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, dilationRate: 2, inputShape: [8, 8, 1] }), tf.layers.flatten(), tf.layers.dense({ units: 1 })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 8, 8, 1]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "conv3dTranspose trained",
        `const model = tf.sequential({ layers: [tf.layers.conv3dTranspose({ filters: 1, kernelSize: 2, strides: 2, inputShape: [4, 4, 4, 1] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 4, 4, 1]), tf.ones([2, 8, 8, 8, 1]), { epochs: 1 });`,
    ],
    [
        "deep dream by grad",
        `const base = tf.sequential({ layers: [tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [8, 8, 3] })] });
const gradient = tf.grad((x) => base.apply(x, { training: true }).mean());
let picture = tf.randomNormal([1, 8, 8, 3]);
for (let i = 0; i < 3; i++) picture = picture.add(gradient(picture).mul(0.1));
picture.print();`,
    ],
    [
        "dice loss for segmentation",
        `const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 1, kernelSize: 3, padding: 'same', activation: 'sigmoid', inputShape: [8, 8, 1] })] });
const dice = (y, p) => { const both = tf.sum(tf.mul(y, p)); return tf.sub(1, both.mul(2).add(1).div(tf.sum(y).add(tf.sum(p)).add(1))); };
model.compile({ optimizer: 'adam', loss: dice, metrics: [(y, p) => p.greater(0.5).equal(y.greater(0.5)).toFloat().mean()] });
await model.fit(tf.ones([2, 8, 8, 1]), tf.ones([2, 8, 8, 1]), { epochs: 1 });`,
    ],
    [
        "batch norm and dropout network trained",
        `const model = tf.sequential();
model.add(tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [8, 8, 1] }));
model.add(tf.layers.batchNormalization());
model.add(tf.layers.activation({ activation: 'relu' }));
model.add(tf.layers.dropout({ rate: 0.2 }));
model.add(tf.layers.globalAveragePooling2d({}));
model.add(tf.layers.dense({ units: 2, activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(tf.ones([4, 8, 8, 1]), tf.oneHot(tf.tensor1d([0, 1, 0, 1], 'int32'), 2), { epochs: 1, classWeight: { 0: 1, 1: 2 } });`,
    ],
    [
        "frozen base with dilated convolution and a head that is trained",
        `const base = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, dilationRate: 2, inputShape: [9, 9, 1] }), tf.layers.flatten()] });
for (const layer of base.layers) layer.trainable = false;
const model = tf.sequential({ layers: [base, tf.layers.dense({ units: 1 })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 9, 9, 1]), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "head trained on features of a dilated base",
        `const base = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, dilationRate: 2, inputShape: [9, 9, 1] }), tf.layers.flatten()] });
const head = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [50] })] });
head.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await head.fit(base.predict(tf.ones([2, 9, 9, 1])), tf.ones([2, 1]), { epochs: 1 });`,
    ],
    [
        "conv3dTranspose only predicted",
        `const m = tf.sequential({ layers: [tf.layers.conv3dTranspose({ filters: 1, kernelSize: 2, strides: 2, inputShape: [2, 2, 2, 1] })] });
m.predict(tf.ones([1, 2, 2, 2, 1])).print();`,
    ],
];
