/** Weights that are read, layers that are frozen, and weights of classes: programs as they are asked about, right and wrong. */
const compiled = `m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;

function model(...layers: readonly string[]): string {
    return `const m = tf.sequential({ layers: [${layers.join(", ")}] });\n${compiled}\n`;
}

const one = model("tf.layers.dense({ units: 1, inputShape: [4] })");
const fit = `await m.fit(tf.ones([3, 4]), m.predict(tf.ones([3, 4])), { epochs: 1 });`;
const freezeLayers = `for (const layer of m.layers) layer.trainable = false;\n`;
const freezeModel = `m.trainable = false;\n`;

/** A discriminator that is frozen for the model it is part of; it was compiled before. */
function gan(training: { readonly before: string; readonly after: string }): string {
    return `const g = tf.sequential({ layers: [tf.layers.dense({ units: 8, inputShape: [4] })] });
const d = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [8], activation: 'sigmoid' })] });
d.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
${training.before}
d.trainable = false;
const gan = tf.sequential({ layers: [g, d] });
gan.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
${training.after}
await gan.trainOnBatch(tf.ones([2, 4]), tf.ones([2, 1]));`;
}

/** A classifier of three classes, trained on three samples with a weight for each class. */
function weighed(loss: string, labels: string, classWeight: string): string {
    return `const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4], activation: 'softmax' })] });
m.compile({ optimizer: 'sgd', loss: '${loss}' });
await m.fit(tf.ones([3, 4]), ${labels}, { epochs: 1, classWeight: ${classWeight} });`;
}

const hot = "categoricalCrossentropy";
const sparse = "sparseCategoricalCrossentropy";

const trainDiscriminator = `await d.trainOnBatch(tf.ones([2, 8]), tf.ones([2, 1]));`;

export const programs: readonly (readonly [name: string, code: string])[] = [
    ["the kernel and bias of a layer", `${one}const [kernel, bias] = m.layers[0].getWeights();\nkernel.print();\nm.getWeights()[1].print();`],
    ["a third weight of a dense layer", `${one}m.layers[0].getWeights()[2].print();`],
    ["a third weight of a model of two", `${one}m.getWeights()[2].dataSync();`],
    ["the bias of a layer that has none", `${model("tf.layers.dense({ units: 1, inputShape: [4], useBias: false })")}m.layers[0].getWeights()[1].print();`],
    ["the four weights of a normalization", `${model("tf.layers.batchNormalization({ inputShape: [4] })")}m.layers[0].getWeights()[3].print();`],
    ["a third variable of a dense layer", `${one}m.layers[0].weights[2].read().print();`],
    ["whether there is a third weight is asked", `${one}const third = m.getWeights()[2];\nif (third !== undefined) third.print();\nm.getWeights()[2]?.print();`],
    ["all layers frozen after compile", one + freezeLayers + fit],
    ["the model frozen after compile", one + freezeModel + fit],
    ["frozen after compile, and compiled again", `${one + freezeModel + compiled}\n${fit}`],
    ["frozen once it is trained, and trained again", `${one + fit}\n${freezeModel}${fit}`],
    ["frozen, and only evaluated", `${one + freezeLayers}m.evaluate(tf.ones([3, 4]), tf.ones([3, 1]));`],
    ["one of two layers frozen after compile", `${model("tf.layers.dense({ units: 2, inputShape: [4] })", "tf.layers.dense({ units: 1 })")}m.layers[0].trainable = false;\n${fit}`],
    ["one frozen when it is made, the other after compile", `${model("tf.layers.dense({ units: 2, inputShape: [4], trainable: false })", "tf.layers.dense({ units: 1 })")}m.layers[1].trainable = false;\n${fit}`],
    ["frozen, and given free again", `${one + freezeLayers}m.layers[0].trainable = true;\n${fit}`],
    ["a recurrent layer frozen after compile keeps training its cell", `${model("tf.layers.lstm({ units: 1, inputShape: [2, 4] })")}${freezeLayers}await m.fit(tf.ones([3, 2, 4]), tf.ones([3, 1]), { epochs: 1 });`],
    ["a model frozen after compile keeps training the models in it", `${model("tf.layers.dense({ units: 4, inputShape: [4] })", "tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] })")}${freezeModel}${fit}`],
    ["frozen after compile and trained on a dataset", `${one + freezeModel}await m.fitDataset(tf.data.array([{ xs: [1, 2, 3, 4], ys: [1] }]).batch(1), { epochs: 1 });`],
    ["a discriminator trained after it was frozen", gan({ before: "", after: trainDiscriminator })],
    ["a discriminator trained before it was frozen", gan({ before: trainDiscriminator, after: "" })],
    ["no weight for one class of one-hot labels", weighed(hot, "tf.oneHot(tf.tensor1d([0, 1, 2], 'int32'), 3)", "{ 0: 1, 1: 2 }")],
    ["no weight for a class that no one-hot label is of", weighed(hot, "tf.oneHot(tf.tensor1d([0, 1, 1], 'int32'), 3)", "{ 0: 1, 1: 2 }")],
    ["a label beyond the depth counts as the first class", weighed(hot, "tf.oneHot(tf.tensor1d([0, 1, 4], 'int32'), 3)", "{ 0: 1, 1: 2 }")],
    ["one-hot labels the other way round", weighed(hot, "tf.oneHot(tf.tensor1d([0, 1, 2], 'int32'), 3, 0, 1)", "{ 0: 1, 1: 2 }")],
    ["no weight for one class of labels in rows", weighed(hot, "tf.tensor2d([[1, 0, 0], [0, 1, 0], [0, 0, 1]])", "{ 0: 1, 1: 2 }")],
    ["no weight for one class by its number", weighed(sparse, "tf.tensor1d([0, 1, 2])", "{ 0: 1, 1: 2 }")],
    ["weights for classes counted from one", weighed(sparse, "tf.tensor2d([[0], [1], [2]])", "{ 1: 1, 2: 2, 3: 1 }")],
    ["a list of too few weights", weighed(sparse, "tf.tensor2d([0, 1, 2], [3, 1])", "[1, 2]")],
    ["a weight for each class", weighed(sparse, "tf.tensor1d([0, 1, 2])", "{ 0: 1, 1: 2, 2: 4 }")],
    ["a list with a weight for each class", weighed(sparse, "tf.tensor1d([0, 1, 2])", "[1, 2, 4]")],
];
