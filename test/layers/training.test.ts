/** Every layer behind one that is trained, and before one: where a step of training throws, it is told, and nowhere else. */
import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";
import { runToTheEnd } from "../oracle/run-to-the-end.js";
import { inputs, layers } from "./menu.js";

const cases = Object.entries(layers).flatMap(([kind, calls]) => calls.map((call) => [kind, call] as const));

function withInput(call: string, shape: string): string {
    return /\(\)$/.test(call) ? call.replace(/\(\)$/, `({ inputShape: ${shape} })`) : call.replace(/\(\{ ?/, `({ inputShape: ${shape}, `).replace(", })", " })");
}

const step = (model: string): string => `${model}
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const xs = tf.randomUniform([2, ...model.inputs[0].shape.slice(1)]);
const ys = tf.zeros([2, ...model.outputs[0].shape.slice(1)]);
await model.fit(xs, ys, { epochs: 1 });`;

/** Of one step alone, no gradient comes back through the steps. */
const singleSteps = [
    ["[1, 3]", "lstm({ units: 2 })"],
    ["[1, 3]", "gru({ units: 2, returnSequences: true })"],
    ["[1, 3]", "rnn({ cell: [tf.layers.simpleRNNCell({ units: 2 }), tf.layers.lstmCell({ units: 2 })] })"],
    ["[1, 3]", "bidirectional({ layer: tf.layers.simpleRNN({ units: 2 }) })"],
    ["[1, 3]", "timeDistributed({ layer: tf.layers.dense({ units: 2 }) })"],
    ["[1, 3]", "conv1d({ filters: 2, kernelSize: 1 })"],
    ["[1, 5, 5, 1]", "convLstm2d({ filters: 1, kernelSize: 2 })"],
] as const;

const shaped = [...cases.map(([kind, call]) => [inputs[kind] ?? "", call] as const), ...singleSteps];

test.each(shaped)("%s: %s", async (shape, call) => {
    const behind = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: ${shape} }), tf.layers.${call}] });`;
    const before = `const model = tf.sequential({ layers: [tf.layers.${withInput(call, shape)}, tf.layers.dense({ units: 2 })] });`;
    const functional = `const x = tf.input({ shape: ${shape} });\nconst model = tf.model({ inputs: x, outputs: tf.layers.${call}.apply(tf.layers.dense({ units: 3 }).apply(x)) });`;
    for (const code of [behind, before, functional].map(step)) {
        const failure = await runToTheEnd(code);
        const said = analyze(code).problems.map(({ message }) => message);
        expect({ code, fails: failure !== undefined, said: said.length }).toEqual({ code, fails: said.length > 0, said: Math.min(said.length, 1) });
    }
});
