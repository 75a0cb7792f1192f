/** Programs with a given number of layers, as different authors would write them. */

function sequential(layers) {
    const lines = ['const model = tf.sequential();', 'model.add(tf.layers.dense({ units: 8, inputShape: [8] }));'];
    for (let i = 1; i < layers; i++) lines.push(`model.add(tf.layers.dense({ units: ${8 + (i % 5)}, activation: 'relu' }));`);
    return lines.join("\n");
}

function functional(layers) {
    const lines = ["const input = tf.input({ shape: [32, 32, 3] });", "let x = input;"];
    for (let i = 1; i < layers; i++) lines.push(`x = tf.layers.conv2d({ filters: ${4 + (i % 4)}, kernelSize: 3, padding: 'same' }).apply(x);`);
    lines.push("const model = tf.model({ inputs: input, outputs: x });");
    return lines.join("\n");
}

function loop(layers) {
    return `const model = tf.sequential();
model.add(tf.layers.dense({ units: 8, inputShape: [8] }));
for (let i = 1; i < ${layers}; i++) {
    model.add(tf.layers.dense({ units: 8 + (i % 5), activation: 'relu' }));
}`;
}

function helperCalls(layers) {
    return `function block(x, filters) {
    const y = tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same' }).apply(x);
    const z = tf.layers.batchNormalization().apply(y);
    return tf.layers.reLU().apply(z);
}
const input = tf.input({ shape: [32, 32, 3] });
let x = input;
for (let i = 0; i < ${Math.ceil(layers / 3)}; i++) {
    x = block(x, 4 + (i % 4));
}
const model = tf.model({ inputs: input, outputs: x });`;
}

/** Down and up again in steps of five, with skip connections, as often as it takes. */
function unet(layers) {
    return `const input = tf.input({ shape: [64, 64, 3] });
let x = input;
for (let n = 0; n < ${Math.ceil(layers / 20)}; n++) {
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
}

export const growthPrograms = { sequential, functional, loop, "helper calls": helperCalls, "U-Net by loops": unet };
