/** Layers that others hold have sites of their own, with the shapes that the library gives them in a run. */
import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";
import { compare } from "../fuzz/compare.js";
import { runProgram } from "../oracle/run-program.js";

const sequence = "const x = tf.input({ shape: [7, 5] }); const apply = (layer) => layer.apply(x);";
const images = "const x = tf.input({ shape: [7, 8, 9, 3] }); const apply = (layer) => layer.apply(x);";

const programs: readonly { readonly name: string; readonly code: string; readonly inner: number }[] = [
    { name: "a dense layer at each step", code: `${sequence} apply(tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 4 }) }));`, inner: 1 },
    { name: "a convolution over each image", code: `${images} apply(tf.layers.timeDistributed({ layer: tf.layers.conv2d({ filters: 2, kernelSize: 3 }) }));`, inner: 1 },
    { name: "flatten of a vector, which passes unchecked", code: `${sequence} apply(tf.layers.timeDistributed({ layer: tf.layers.flatten() }));`, inner: 1 },
    {
        name: "a wrapper in a wrapper",
        code: `const x = tf.input({ shape: [3, 7, 5] }); const inner = tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 4 }) }); tf.layers.timeDistributed({ layer: inner }).apply(x);`,
        inner: 2,
    },
    {
        name: "one layer in two wrappers",
        code: `${sequence} const dense = tf.layers.dense({ units: 4 }); apply(tf.layers.timeDistributed({ layer: dense })); tf.layers.timeDistributed({ layer: dense }).apply(tf.input({ shape: [9, 5] }));`,
        inner: 1,
    },
    {
        name: "a layer of the program's own",
        code: `class Halved extends tf.layers.Layer { computeOutputShape([batch, size]) { return [batch, size / 2]; } call([x]) { return x.slice([0, 0], [-1, 4]); } static className = "Halved"; }
const x = tf.input({ shape: [7, 8] }); tf.layers.timeDistributed({ layer: new Halved({}) }).apply(x);`,
        inner: 1,
    },
    { name: "an lstm in both directions", code: `${sequence} apply(tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 4, returnSequences: true }) }));`, inner: 1 },
    { name: "states of both directions", code: `${sequence} apply(tf.layers.bidirectional({ layer: tf.layers.gru({ units: 4, returnState: true }), mergeMode: null }));`, inner: 1 },
    {
        name: "initial states: each direction gets half of them",
        code: `${sequence} const states = [4, 4, 4, 4].map((size) => tf.input({ shape: [size] })); tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 4 }) }).apply(x, { initialState: states });`,
        inner: 1,
    },
    { name: "a bidirectional layer in a model", code: "const model = tf.sequential(); model.add(tf.layers.embedding({ inputDim: 9, outputDim: 3, inputLength: 6 })); model.add(tf.layers.bidirectional({ layer: tf.layers.simpleRNN({ units: 2 }) }));", inner: 1 },
    { name: "a cell: one step, and its two states", code: `${sequence} apply(tf.layers.rnn({ cell: tf.layers.lstmCell({ units: 4 }), returnSequences: true }));`, inner: 1 },
    { name: "cells that are stacked as a list, the second fed by the first", code: `${sequence} apply(tf.layers.rnn({ cell: [tf.layers.gruCell({ units: 4 }), tf.layers.lstmCell({ units: 3 }), tf.layers.simpleRNNCell({ units: 2 })] }));`, inner: 3 },
    {
        name: "cells of a stack, whose states come last cell first",
        code: `${sequence} const cells = [4, 3].map((units) => tf.layers.lstmCell({ units })); apply(tf.layers.rnn({ cell: tf.layers.stackedRNNCells({ cells }), returnState: true }));`,
        inner: 2,
    },
    { name: "a batch of a fixed size", code: "tf.layers.rnn({ cell: tf.layers.gruCell({ units: 4 }), stateful: true }).apply(tf.input({ batchShape: [2, 7, 5] }));", inner: 1 },
    { name: "tensors that hold values", code: "tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 4 }) }).apply(tf.zeros([2, 7, 5])); tf.layers.rnn({ cell: tf.layers.lstmCell({ units: 3 }) }).apply(tf.zeros([2, 7, 5]));", inner: 2 },
];

const held = /^(?:dense|conv2d|flatten|timeDistributed|Halved|lstm|gru|simpleRNN|\w+Cells?)$/;

test.each(programs)("$name", async ({ code, inner }) => {
    const oracle = await runProgram(code);
    expect(oracle.error).toBeUndefined();
    const result = analyze(code);
    const { mismatches, applications, known } = compare(result, { oracle, failure: undefined, silent: false });
    expect(mismatches).toEqual([]);
    expect(known).toBe(applications);
    // The oracle has seen them as well.
    expect(oracle.layers.filter(({ type, applications: symbolic, eager }) => held.test(type) && symbolic.length + eager.length > 0).length).toBeGreaterThanOrEqual(inner);
    const params = oracle.layers.flatMap(({ line, column, params }) => (params === undefined ? [] : [[`${line}:${column}`, params]]));
    const told = new Map(result.layers.map(({ line, column, params }) => [`${line}:${column}`, params]));
    expect(params.filter(([place, count]) => told.get(String(place)) !== count)).toEqual([]);
});
