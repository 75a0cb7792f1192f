/** All rules together: every kind of fault has one rule, one mistake gives one report, and what is legal gives none. */
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { rules } from "../../rules/index.js";
import { analyze } from "../../src/analyze.js";
import type { Fault } from "../../src/catalogue/fault.js";
import type { LayerRule } from "../../src/rule.js";
import { fixturesRoot, readFixtures } from "../oracle/fixtures.js";
import { runToTheEnd } from "../oracle/run-to-the-end.js";

/** The compiler holds this to be all of them. */
const ruleOf: Readonly<Record<Fault["kind"], keyof typeof rules>> = {
    "deconv-length": "deconv-output-shape",
    "deconv-rank": "deconv-output-shape",
    "deconv-batch": "deconv-output-shape",
    "deconv-channels": "deconv-output-shape",
    "deconv-input-channels": "deconv-output-shape",
    "input-rank": "input-shape",
    "input-undefined-axis": "input-shape",
    "input-size": "input-shape",
    "input-count": "input-shape",
    "loss-rank": "input-shape",
    merge: "merge-shapes",
    "merge-rank": "merge-shapes",
    "empty-output": "no-empty-output",
    "reshape-size": "reshape-size",
    "reshape-infer": "reshape-size",
    "flatten-unknown": "reshape-size",
    "option-value": "valid-options",
    "option-missing": "valid-options",
    "class-weight": "valid-options",
    "taken-apart": "result-form",
    "tensor-operator": "result-form",
    "nothing-read": "result-form",
    "no-method": "result-form",
    "index-range": "operation-arguments",
    "option-conflict": "valid-options",
    "axis-range": "valid-options",
    permutation: "valid-options",
    "option-unread": "known-layer-options",
    "option-ignored": "known-layer-options",
    unsupported: "no-unsupported",
    "first-layer": "first-layer-input-shape",
    nested: "nested-model-input",
    "rnn-sequences": "rnn-return-sequences",
    "embedding-length": "embedding-input-length",
    checkerboard: "deconv-checkerboard",
    "single-softmax": "no-single-softmax",
    "loss-activation": "suitable-loss",
    "unknown-name": "compile-arguments",
    "loss-count": "compile-arguments",
    "loss-output": "compile-arguments",
    "loss-one-unit": "compile-arguments",
    "loss-missing": "compile-arguments",
    "loss-gradient": "compile-arguments",
    "loss-nothing": "compile-arguments",
    "loss-form": "compile-arguments",
    "loss-unconnected": "compile-arguments",
    "loss-sum": "compile-arguments",
    "metric-target": "compile-arguments",
    "no-optimizer": "compile-arguments",
    "metric-output": "suitable-loss",
    broadcast: "broadcast-shapes",
    "shape-mismatch": "broadcast-shapes",
    "inner-size": "matmul-sizes",
    "slice-bounds": "operation-arguments",
    "pad-pairs": "operation-arguments",
    "pad-size": "operation-arguments",
    "not-divisible": "operation-arguments",
    equation: "operation-arguments",
    "window-form": "operation-arguments",
    "swapped-options": "operation-arguments",
    "values-count": "tensor-values",
    "values-nesting": "tensor-values",
    "values-ragged": "tensor-values",
    "data-shape": "data-shape",
    "data-texts": "data-shape",
    "data-unnamed": "data-shape",
    "weight-dtype": "weight-shapes",
    "weight-form": "weight-shapes",
    "graph-disconnected": "model-graph",
    "graph-input": "model-graph",
    "graph-output-twice": "model-graph",
    "graph-name": "model-graph",
    "graph-part": "model-graph",
    called: "model-graph",
    "no-values": "model-graph",
    "data-dtype": "data-shape",
    "data-count": "data-shape",
    "data-name": "data-shape",
    "data-form": "data-shape",
    "data-rows": "data-shape",
    "validation-pair": "data-shape",
    "dataset-element": "data-shape",
    "stateful-rows": "data-shape",
    "weight-shape": "weight-shapes",
    "weight-count": "weight-shapes",
    "not-compiled": "compile-before-training",
};

it.each(Object.entries(ruleOf))("%s is reported by %s alone", (kind, name) => {
    const reporting = Object.values<LayerRule>(rules).filter(({ reports }) => reports.some((one) => one === kind));
    expect(reporting.map((rule) => rule.name)).toEqual([name]);
});

/** Beside the fixtures: what looks wrong, and is not. */
const legal: readonly (readonly [reason: string, code: string])[] = [
    ["merges broadcast", "const a = tf.input({ shape: [4, 1] }); const b = tf.input({ shape: [1, 3] }); tf.layers.add().apply([a, b]);"],
    [
        "an embedded label times noise, for a model declared for another rank",
        `const generator = tf.sequential({ layers: [tf.layers.dense({ units: 8, inputShape: [100] })] });
        const noise = tf.input({ shape: [100] });
        const label = tf.input({ shape: [1] });
        const embedded = tf.layers.embedding({ inputDim: 10, outputDim: 100 }).apply(label);
        const mixed = tf.layers.multiply().apply([noise, embedded]);
        tf.model({ inputs: [noise, label], outputs: generator.apply(mixed) });`,
    ],
    ["inputShape as a bare number", "tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: 1 })] });"],
    ["inputDim in its place", "tf.sequential({ layers: [tf.layers.dense({ units: 2, inputDim: 3 })] });"],
    ["an embedding first", "tf.sequential({ layers: [tf.layers.embedding({ inputDim: 9, outputDim: 3 }), tf.layers.lstm({ units: 2 })] });"],
    ["inputShape on later layers, whatever it says", "tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] }), tf.layers.dense({ units: 2, inputShape: [9] })] });"],
    ["a string in place of the options", "tf.layers.activation('relu').apply(tf.input({ shape: [3] }));"],
    ["a stride of 2 that makes 7 of 4", "tf.conv2dTranspose(tf.zeros([1, 4, 4, 3]), tf.zeros([3, 3, 2, 3]), [1, 7, 7, 2], 2, 'same');"],
    ["any of the outputs that 'valid' can have", "tf.conv2dTranspose(tf.zeros([1, 4, 4, 3]), tf.zeros([3, 3, 2, 3]), [1, 10, 10, 2], 2, 'valid');"],
    [
        "a convolutional model on another image size",
        `const base = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [32, 32, 3] })] });
        const x = tf.input({ shape: [99, 50, 3] });
        tf.model({ inputs: x, outputs: base.apply(x) });`,
    ],
    ["empty tensors", "const all = tf.concat([tf.zeros([0, 3]), tf.zeros([2, 3])]); all.slice([2, 0]);"],
    ["null inside a target shape", "tf.layers.reshape({ targetShape: [null, 2] }).apply(tf.input({ shape: [4, 4] }));"],
    ["one shared object for layers that read different parts of it", "const o = { filters: 2, kernelSize: 3, poolSize: 2 }; const x = tf.input({ shape: [9, 9, 1] }); tf.layers.maxPooling2d(o).apply(tf.layers.conv2d(o).apply(x));"],
    ["a custom layer, which reads options of its own", "class Scale extends tf.layers.Layer { static get className() { return 'Scale'; } computeOutputShape(s) { return s; } call(x) { return x; } }\nnew Scale({ factor: 2 }).apply(tf.input({ shape: [3] }));"],
];

describe("no rule reports", () => {
    it.each(legal)("%s", async (_reason, code) => {
        expect(messagesOf(code)).toEqual([]);
        if (inject("eslintMajor") === 10) {
            expect(await runToTheEnd(code)).toBeUndefined();
        }
    });

    it.each(readFixtures())("$name", ({ code, filename }) => {
        expect(analyze(code, { filename: path.join(fixturesRoot, filename) }).problems).toEqual([]);
    });
});

/** Each holds one mistake, and much that follows from it. */
const single: readonly (readonly [rule: string, reason: string, code: string])[] = [
    ["known-layer-options", "a required option misspelt", "tf.layers.conv2d({ filters: 2, kernel_size: 3 }).apply(tf.input({ shape: [8, 8, 1] }));"],
    ["known-layer-options", "a required option misspelt, by a slip", "tf.layers.dense({ untis: 2 }).apply(tf.input({ shape: [8] }));"],
    ["known-layer-options", "the input shape misspelt", "const m = tf.sequential(); m.add(tf.layers.dense({ units: 2, input_shape: [3] })); m.add(tf.layers.dense({ units: 2 }));"],
    ["deconv-output-shape", "a misspelt stride beside a declared shape", "tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, stride: 2, padding: 'same', outputShape: [8, 8, 1] }).apply(tf.input({ shape: [4, 4, 1] }));"],
    ["valid-options", "a missing option, and layers after it", "const m = tf.sequential(); m.add(tf.layers.dense({ inputShape: [3] })); m.add(tf.layers.dense({ units: 2 }));"],
    ["input-shape", "a wrong rank, and layers after it", "const m = tf.sequential(); m.add(tf.layers.dense({ units: 3, inputShape: [3] })); m.add(tf.layers.conv2d({ filters: 2, kernelSize: 9 })); m.add(tf.layers.maxPooling2d({ poolSize: 9 }));"],
    ["no-empty-output", "a kernel that is too large, in a function called for several sizes", "const f = (size) => tf.layers.conv2d({ filters: 2, kernelSize: 9 }).apply(tf.input({ shape: [size, size, 1] }));\nf(4); f(5); f(6);"],
    ["valid-options", "a wrong option of a layer that is used many times", "const d = tf.layers.dense({ units: 1.5 });\nfor (const n of [3, 3, 3]) d.apply(tf.input({ shape: [n] }));"],
    ["rnn-return-sequences", "stacked recurrent layers in a loop", "let x = tf.input({ shape: [9, 3] });\nfor (let i = 0; i < 3; i++) x = tf.layers.lstm({ units: 4 }).apply(x);"],
    ["merge-shapes", "a merge, and a dense layer after it", "const a = tf.input({ shape: [4] }); const b = tf.input({ shape: [5] });\ntf.layers.dense({ units: 2 }).apply(tf.layers.flatten().apply(tf.layers.add().apply([a, b])));"],
];

describe("one report", () => {
    it.each(single)("of %s: %s", (rule, _reason, code) => {
        const { problems } = analyze(code);
        expect(problems.map(({ ruleId }) => ruleId)).toEqual([`layer-shapes/${rule}`]);
    });
});

function messagesOf(code: string): string[] {
    return analyze(code).problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}
