import { describe, expect, it } from "vitest";
import type { Datum } from "../../src/catalogue/datum.js";
import { type Given, given as toGiven, type GivenOptions, OptionList } from "../../src/catalogue/given.js";
import { applyLayer, countParams, makeLayer } from "../../src/layers/engine.js";
import { rnn } from "../../src/layers/recurrent.js";
import { batch, symbol } from "../../src/shapes/dim.js";
import type { Shape } from "../oracle/recording-tf.js";
import {
    againError,
    builtShapes,
    expectAgreement,
    kinds,
    ours,
    oursAgain,
    runShapes,
    sample,
    type Sample,
} from "./both.js";
import { ask, combinations, specOf } from "./rows.js";

const sequence: Shape = [null, 5, 4];
const sequences: readonly Shape[] = [sequence, [2, 5, 4], [null, null, 4], [2, null, 1], [null, 5, null], [null, 4], [null, 3, 5, 4]];

describe("agrees with TensorFlow.js when built", () => {
    const behaviours = combinations({ returnSequences: [false, true], returnState: [undefined, true], stateful: [null, true] });

    it.each(["simpleRNN", "gru", "lstm"])("%s, every behaviour on every input", (type) => {
        for (const behaviour of behaviours) {
            for (const useBias of [true, false]) {
                for (const input of sequences) {
                    expectAgreement(sample(type, { units: 3, useBias, ...behaviour }), [input]);
                }
            }
        }
    });

    it.each(["simpleRNN", "gru", "lstm"])("%s, option values", (type) => {
        for (const units of [1, 7, 0, -1, 2.5, "3", null, undefined, [3]]) {
            expectAgreement(sample(type, { units }), [sequence]);
        }
        expectAgreement(sample(type, { units: 3, goBackwards: true, unroll: true, dropout: 0.5, implementation: 1 }), [sequence]);
        expectAgreement(sample(type, { units: 3, cell: null, inputDim: 9, inputLength: 9, activation: "relu" }), [sequence]);
    });

    const states: readonly (readonly Shape[])[] = [
        [[null, 3]],
        [[null, 3], [null, 3]],
        [[2, 3], [2, 3]],
        [[null, 4], [null, 4]],
        [[null, 3], [null, 4]],
        [[null, null], [null, null]],
        [[null, 3], [null, 3], [null, 3]],
    ];

    it.each(["simpleRNN", "gru", "lstm"])("%s, initial states", (type) => {
        for (const initial of states) {
            expectAgreement(sample(type, { units: 3, returnState: true }), [sequence, ...initial]);
        }
    });

    const cell = {
        simple: sample("simpleRNNCell", { units: 3 }),
        gru: sample("gruCell", { units: 7, useBias: false }),
        lstm: sample("lstmCell", { units: 2 }),
    };

    const cells: readonly (Sample | readonly Sample[])[] = [
        cell.simple,
        cell.gru,
        cell.lstm,
        [cell.gru],
        [cell.lstm, cell.gru],
        [cell.gru, cell.lstm, cell.simple],
        sample("stackedRNNCells", { cells: [cell.lstm, cell.gru] }),
        [sample("stackedRNNCells", { cells: [cell.lstm, cell.gru] }), cell.simple],
    ];

    it.each(cells)("rnn of cells %#", (cell) => {
        for (const behaviour of behaviours) {
            for (const input of sequences) {
                expectAgreement(sample("rnn", { cell, ...behaviour }), [input]);
            }
        }
    });

    it("rnn of stacked cells, initial states in reverse order", () => {
        const stacked = sample("rnn", { cell: [cell.gru, cell.lstm], returnState: true });
        expectAgreement(stacked, [sequence, [null, 2], [null, 2], [null, 7]]);
        expectAgreement(stacked, [sequence, [null, 7], [null, 2], [null, 2]]);
        expectAgreement(stacked, [sequence, [null, 2]]);
    });

    it.each([
        ["no cell", sample("rnn")],
        ["null for a cell", sample("rnn", { cell: null })],
        ["a dense layer for a cell", sample("rnn", { cell: sample("dense", { units: 3 }) })],
        ["a recurrent layer for a cell", sample("rnn", { cell: sample("lstm", { units: 3 }) })],
        ["a dense layer among cells", sample("rnn", { cell: [sample("dense", { units: 3 }), cell.gru] })],
        ["a cell of illegal units", sample("gruCell", { units: 0 })],
        ["resetAfter", sample("gru", { units: 3, resetAfter: true })],
        ["a cell applied with its state", sample("gruCell", { units: 3 }), [[null, 4], [null, 3]] satisfies Shape[]],
    ])("throws for %s", (_name, layer, inputs: readonly Shape[] = [sequence]) => {
        expect(builtShapes(layer, inputs)).toBeTypeOf("string");
        expectAgreement(layer, inputs);
    });
});

describe("the kind of fault", () => {
    it("is rnn-sequences for rank 2, which a recurrent layer without returnSequences makes", () => {
        expect(kinds(ours(sample("lstm", { units: 3 }), [[null, 4]]))).toEqual(["rnn-sequences"]);
        expect(kinds(ours(sample("lstm", { units: 3 }), [[null, 3, 5, 4]]))).toEqual(["input-rank"]);
    });

    it("is input-undefined-axis for a stateful layer without a batch size", () => {
        const { faults } = ours(sample("gru", { units: 3, stateful: true }), [sequence]);
        expect(faults).toMatchObject([{ kind: "input-undefined-axis", axis: 0, what: "the batch size" }]);
    });

    it("tells which state does not fit", () => {
        const { faults } = ours(sample("lstm", { units: 3 }), [sequence, [null, 3], [null, 4]]);
        expect(faults).toMatchObject([{ kind: "input-size", axis: 1, at: { kind: "input", index: 2 } }]);
    });
});

describe("what is not known", () => {
    const [t, f] = [symbol("t"), symbol("f")];

    it("symbols go through", () => {
        expect(ask(specOf("lstm"), { units: 3, returnSequences: true }, [[batch, t, f]])).toMatchObject({ shape: [null, "t", 3], params: "12*f + 48", faults: [] });
    });

    it("an unknown rank can only be 3", () => {
        expect(ask(specOf("gru"), { units: 3 }, [undefined])).toMatchObject({ shape: ["?", 3], params: undefined, faults: [] });
        expect(ask(specOf("convLstm2d"), { filters: 3, kernelSize: 3 }, [undefined])).toMatchObject({ shape: ["?", "?", "?", 3], faults: [] });
    });

    it.each<[string, GivenOptions]>([
        ["a configuration that cannot be seen", { options: OptionList.none, open: true }],
        ["a cell of the user's own", { options: new OptionList([given({ kind: "other", what: "object" })]), open: false }],
        ["a cell that cannot be seen, among others", { options: new OptionList([given({ kind: "list", items: [{ kind: "unknown" }] })]), open: false }],
    ])("%s gives no shape and no fault", (_name, options) => {
        const { layer, faults } = makeLayer(rnn, options);
        expect(faults).toEqual([]);
        const outcome = applyLayer(layer, [[batch, t, f]]);
        expect(outcome?.kind === "outputs" ? outcome.shapes : []).not.toContainEqual(expect.anything());
        expect(countParams(layer, [[batch, t, f]])).toBeUndefined();
    });

    function given(datum: Datum): Given {
        return toGiven("cell", datum, undefined);
    }
});

describe("a layer applied again", () => {
    const again: readonly (readonly [string, Sample, Shape, Shape, string[]])[] = [
        ["another length of time", sample("gru", { units: 3 }), [null, 5, 4], [null, 6, 4], []],
        ["other features", sample("gru", { units: 3 }), [null, 5, 4], [null, 5, 6], ["input-size"]],
        ["another batch", sample("gru", { units: 3 }), [2, 5, 4], [3, 5, 4], []],
        ["another batch, stateful", sample("gru", { units: 3, stateful: true }), [2, 5, 4], [3, 5, 4], ["input-size"]],
        ["another rank", sample("gru", { units: 3 }), [null, 5, 4], [null, 4], ["rnn-sequences"]],
    ];

    it.each(again)("%s", (_name, layer, first, second, expected) => {
        expect(oursAgain(layer, first, second)).toEqual(expected);
        expect(againError(layer, first, second) !== undefined).toBe(expected.length > 0);
    });
});

describe("built in silence", () => {
    it("silent: a convolutional cell in rnn fails on its first step", () => {
        const layer = sample("rnn", { cell: sample("convLstm2dCell", { filters: 3, kernelSize: 3 }) });
        expect(builtShapes(layer, [sequence])).toEqual([[null, 3]]);
        expect(runShapes(layer, [sequence])).toContain("conv2d: input must be rank 4");
        expect(kinds(ours(layer, [sequence]))).toEqual(["unsupported"]);
    });

    it("silent: an empty list of cells has no output to return", () => {
        const layer = sample("rnn", { cell: [] });
        expect(builtShapes(layer, [sequence])).toEqual([[null, null]]);
        expect(runShapes(layer, [sequence])).toContain("Cannot read properties of undefined");
        expect(kinds(ours(layer, [sequence]))).toEqual(["option-value"]);
    });

    it("silent: a cell applied alone declares its input's shape, and misses its state when run", () => {
        const layer = sample("gruCell", { units: 3 });
        expect(builtShapes(layer, [[null, 4]])).toEqual([[null, 4]]);
        expect(runShapes(layer, [[null, 4]])).toContain("GRUCell expects 2 input Tensors");
        expect(kinds(ours(layer, [[null, 4]]))).toEqual(["unsupported"]);
    });

    it("silent: states of rank 3 make an output of another rank than declared", () => {
        const layer = sample("lstm", { units: 3 });
        const inputs: readonly Shape[] = [sequence, [null, 2, 3], [null, 2, 3]];
        expect(builtShapes(layer, inputs)).toEqual([[null, 3]]);
        expect(runShapes(layer, inputs)).toEqual([[2, 2, 3]]);
        expect(kinds(ours(layer, inputs))).toEqual(["input-rank", "input-rank"]);
    });

    it("silent: stacked cells applied by themselves return other shapes than they declare, so nothing is said", () => {
        const layer = sample("stackedRNNCells", { cells: [sample("gruCell", { units: 3 })] });
        const inputs: readonly Shape[] = [[null, 4], [null, 3]];
        expect(builtShapes(layer, inputs)).toEqual([[null, 4], [null, 3]]);
        expect(runShapes(layer, inputs)).toEqual([[2, 3], [2, 3]]);
        expect(ours(layer, inputs)).toMatchObject({ shapes: undefined, faults: [] });
    });

    it("what is declared is what runs", () => {
        const layer = sample("lstm", { units: 3, returnSequences: true, returnState: true });
        expect(ours(layer, [[2, 5, 4]]).shapes).toEqual(runShapes(layer, [[2, 5, 4]]));
    });
});
