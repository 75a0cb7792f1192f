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

/** One step of training; the last history entry of each metric. */
async function trained(activation: "linear" | "softmax" | "sigmoid", compiled: Omit<tf.ModelCompileArgs, "optimizer">, target: number[][]): Promise<Record<string, unknown>> {
    const units = target[0]!.length;
    const model = tf.sequential({ layers: [tf.layers.dense({ units, activation, inputShape: [2], kernelInitializer: "zeros" })] });
    model.compile({ optimizer: "sgd", ...compiled });
    const { history } = await model.fit(tf.ones([target.length, 2]), tf.tensor2d(target), { epochs: 1 });
    return Object.fromEntries(Object.entries(history).map(([name, values]) => [name, values.at(-1)]));
}

it("binary cross-entropy beside a softmax counts each unit as a right answer of its own", async () => {
    const wrong = [[0, 0, 0, 1]];
    const { acc } = await trained("softmax", { loss: "binaryCrossentropy", metrics: ["accuracy"] }, wrong);
    // Nothing is predicted (1/4 each), and three of four units pass for right.
    expect(acc).toBeCloseTo(0.75);
});

it("a loss that applies the softmax itself cannot get near 0 on one that is applied already", () => {
    const sure = tf.tensor2d([[1, 0, 0]]);
    expect(tf.losses.softmaxCrossEntropy(sure, sure).dataSync()[0]).toBeGreaterThan(0.5);
});

it("cross-entropy takes what is no probability for one without a word", async () => {
    const { loss } = await trained("linear", { loss: "binaryCrossentropy" }, [[1]]);
    expect(loss).toBeGreaterThan(15);
});

it("a metric under a name that is no output is not computed, whatever it is called", async () => {
    const measured = await trained("sigmoid", { loss: "binaryCrossentropy", metrics: { other: "no metric" } }, [[1]]);
    expect(Object.keys(measured)).toEqual(["loss"]);
});
