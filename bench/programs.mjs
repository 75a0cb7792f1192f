/** Programs with about as many layers as asked for, and how many there are, as different authors would write them. */

function sequential(layers) {
    const lines = ['const model = tf.sequential();', 'model.add(tf.layers.dense({ units: 8, inputShape: [8] }));'];
    for (let i = 1; i < layers; i++) lines.push(`model.add(tf.layers.dense({ units: ${8 + (i % 5)}, activation: 'relu' }));`);
    return { text: lines.join("\n"), layers };
}

function functional(layers) {
    const lines = ["const input = tf.input({ shape: [32, 32, 3] });", "let x = input;"];
    for (let i = 1; i < layers; i++) lines.push(`x = tf.layers.conv2d({ filters: ${4 + (i % 4)}, kernelSize: 3, padding: 'same' }).apply(x);`);
    lines.push("const model = tf.model({ inputs: input, outputs: x });");
    return { text: lines.join("\n"), layers };
}

function loop(layers) {
    const text = `const model = tf.sequential();
model.add(tf.layers.dense({ units: 8, inputShape: [8] }));
for (let i = 1; i < ${layers}; i++) {
    model.add(tf.layers.dense({ units: 8 + (i % 5), activation: 'relu' }));
}`;
    return { text, layers };
}

function helperCalls(size) {
    const blocks = Math.ceil(size / 3);
    const text = `function block(x, filters) {
    const y = tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same' }).apply(x);
    const z = tf.layers.batchNormalization().apply(y);
    return tf.layers.reLU().apply(z);
}
const input = tf.input({ shape: [32, 32, 3] });
let x = input;
for (let i = 0; i < ${blocks}; i++) {
    x = block(x, 4 + (i % 4));
}
const model = tf.model({ inputs: input, outputs: x });`;
    return { text, layers: 1 + 3 * blocks };
}

/** Down and up again in steps of five, with skip connections, as often as it takes. */
function unet(size) {
    const times = Math.ceil(size / 20);
    const text = `const input = tf.input({ shape: [64, 64, 3] });
let x = input;
for (let n = 0; n < ${times}; n++) {
    const skips = [];
    for (const filters of [4, 8, 16, 32]) {
        x = tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same' }).apply(x);
        skips.push(x);
        x = tf.layers.maxPooling2d({ poolSize: 2 }).apply(x);
    }
    for (const filters of [32, 16, 8, 4]) {
        x = tf.layers.conv2dTranspose({ filters, kernelSize: 2, strides: 2, padding: 'same' }).apply(x);
        x = tf.layers.concatenate().apply([x, skips.pop()]);
        x = tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same' }).apply(x);
    }
}
const model = tf.model({ inputs: input, outputs: x });`;
    return { text, layers: 1 + 20 * times };
}

export const growthPrograms = { sequential, functional, loop, "helper calls": helperCalls, "U-Net by loops": unet };
