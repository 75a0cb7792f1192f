/** Every layer behind one that is trained, and before one: where a step of training throws, it is told, and nowhere else. */
import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";
import { runToTheEnd } from "../oracle/run-to-the-end.js";

/** A layer that keeps the rank, with weights, for an input of each rank. */
const inputs: Readonly<Record<string, string>> = { vectors: "[4]", sequences: "[4, 3]", images: "[6, 6, 2]", volumes: "[4, 4, 4, 2]", films: "[2, 5, 5, 1]" };

const layers: Readonly<Record<string, readonly string[]>> = {
    vectors: [
        "dense({ units: 2, activation: 'softmax' })",
        "batchNormalization()",
        "batchNormalization({ scale: false })",
        "batchNormalization({ center: false })",
        "batchNormalization({ axis: 1 })",
        "layerNormalization()",
        "layerNormalization({ scale: false })",
        "layerNormalization({ center: false })",
        "elu()",
        "prelu()",
        "leakyReLU()",
        "reLU({ maxValue: 6 })",
        "thresholdedReLU({ theta: 1 })",
        "softmax()",
        "activation({ activation: 'hardSigmoid' })",
        "activation({ activation: 'mish' })",
        "activation({ activation: 'gelu' })",
        "gaussianDropout({ rate: 0.2 })",
        "gaussianNoise({ stddev: 0.2 })",
        "alphaDropout({ rate: 0.2 })",
        "dropout({ rate: 0.2 })",
        "repeatVector({ n: 2 })",
        "rescaling({ scale: 2 })",
    ],
    sequences: [
        "masking({ maskValue: 0 })",
        "conv1d({ filters: 2, kernelSize: 2 })",
        "conv1d({ filters: 2, kernelSize: 2, dilationRate: 2 })",
        "lstm({ units: 2 })",
        "gru({ units: 2, dropout: 0.2, recurrentDropout: 0.2 })",
        "simpleRNN({ units: 2, returnSequences: true })",
        "bidirectional({ layer: tf.layers.lstm({ units: 2 }) })",
        "timeDistributed({ layer: tf.layers.dense({ units: 2 }) })",
        "batchNormalization({ axis: 1 })",
        "batchNormalization({ axis: -1 })",
        "layerNormalization({ axis: [1, 2] })",
        "maxPooling1d({ poolSize: 2 })",
        "averagePooling1d({ poolSize: 2 })",
        "globalMaxPooling1d()",
        "permute({ dims: [2, 1] })",
        "spatialDropout1d({ rate: 0.2 })",
    ],
    images: [
        "conv2d({ filters: 2, kernelSize: 2, activation: 'relu' })",
        "conv2d({ filters: 2, kernelSize: 2, dilationRate: [1, 2] })",
        "conv2d({ filters: 2, kernelSize: 1, dilationRate: 2, activation: 'elu' })",
        "conv2d({ filters: 2, kernelSize: 2, strides: 2, dataFormat: 'channelsFirst' })",
        "conv2dTranspose({ filters: 2, kernelSize: 3, strides: 2 })",
        "separableConv2d({ filters: 2, kernelSize: 2 })",
        "separableConv2d({ filters: 2, kernelSize: 2, dilationRate: 2 })",
        "depthwiseConv2d({ kernelSize: 2, strides: 2 })",
        "maxPooling2d({ poolSize: 2 })",
        "averagePooling2d({ poolSize: 2, padding: 'same' })",
        "globalAveragePooling2d({})",
        "upSampling2d({ size: [2, 2], interpolation: 'bilinear' })",
        "zeroPadding2d({ padding: 1 })",
        "cropping2D({ cropping: 1 })",
        "batchNormalization({ axis: 1 })",
        "batchNormalization({ axis: 3 })",
        "prelu({ sharedAxes: [1, 2] })",
    ],
    volumes: [
        "conv3d({ filters: 1, kernelSize: 2 })",
        "conv3d({ filters: 1, kernelSize: 2, dilationRate: 2 })",
        "conv3dTranspose({ filters: 1, kernelSize: 2, strides: 2 })",
        "maxPooling3d({ poolSize: 2 })",
        "averagePooling3d({ poolSize: 2 })",
    ],
    films: [
        "convLstm2d({ filters: 1, kernelSize: 2 })",
        "convLstm2d({ filters: 1, kernelSize: 2, dilationRate: 2 })",
        "timeDistributed({ layer: tf.layers.conv2d({ filters: 1, kernelSize: 2 }) })",
        "timeDistributed({ layer: tf.layers.conv2d({ filters: 1, kernelSize: 2, dilationRate: 2 }) })",
    ],
};

const cases = Object.entries(layers).flatMap(([kind, calls]) => calls.map((call) => [kind, call] as const));

function withInput(call: string, shape: string): string {
    return /\(\)$/.test(call) ? call.replace(/\(\)$/, `({ inputShape: ${shape} })`) : call.replace(/\(\{ ?/, `({ inputShape: ${shape}, `).replace(", })", " })");
}

const step = (model: string): string => `${model}
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const xs = tf.randomUniform([2, ...model.inputs[0].shape.slice(1)]);
const ys = tf.zeros([2, ...model.outputs[0].shape.slice(1)]);
await model.fit(xs, ys, { epochs: 1 });`;

test.each(cases)("%s: %s", async (kind, call) => {
    const shape = inputs[kind] ?? "";
    const behind = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: ${shape} }), tf.layers.${call}] });`;
    const before = `const model = tf.sequential({ layers: [tf.layers.${withInput(call, shape)}, tf.layers.dense({ units: 2 })] });`;
    const functional = `const x = tf.input({ shape: ${shape} });\nconst model = tf.model({ inputs: x, outputs: tf.layers.${call}.apply(tf.layers.dense({ units: 3 }).apply(x)) });`;
    for (const code of [behind, before, functional].map(step)) {
        const failure = await runToTheEnd(code);
        const said = analyze(code).problems.map(({ message }) => message);
        expect({ code, fails: failure !== undefined, said: said.length }).toEqual({ code, fails: said.length > 0, said: Math.min(said.length, 1) });
    }
});
