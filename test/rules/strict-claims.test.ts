/** What the messages of `configs.strict` claim that TensorFlow.js does in silence, shown by running it. */
import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, it } from "vitest";

beforeAll(() => tf.setBackend("cpu"));

it("a softmax on one unit gives 1 for whatever input", () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, activation: "softmax", inputShape: [3] })] });
    const output = model.predict(tf.randomNormal([50, 3], 0, 100)) as tf.Tensor;
    expect(new Set(output.dataSync())).toEqual(new Set([1]));
});

it("so does one on a mask of one channel", () => {
    const layer = tf.layers.conv2d({ filters: 1, kernelSize: 1, activation: "softmax" });
    const output = layer.apply(tf.randomNormal([1, 5, 5, 3], 0, 100)) as tf.Tensor;
    expect(new Set(output.dataSync())).toEqual(new Set([1]));
});

it("and the layers before it learn nothing", async () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, activation: "softmax", inputShape: [3] })] });
    model.compile({ loss: "binaryCrossentropy", optimizer: "sgd" });
    const before = model.getWeights().map((weight) => [...weight.dataSync()]);
    await model.fit(tf.ones([4, 3]), tf.zeros([4, 1]), { epochs: 3 });
    expect(model.getWeights().map((weight) => [...weight.dataSync()])).toEqual(before);
});
