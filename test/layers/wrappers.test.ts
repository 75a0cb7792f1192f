import { given as toGiven, OptionList } from "../../src/catalogue/given.js";
import { describe, expect, it } from "vitest";
import { unknownDatum } from "../../src/catalogue/datum.js";
import { applyLayer, countParams, makeLayer, type Applicable } from "../../src/layers/engine.js";
import { constant } from "../../src/shapes/dim.js";
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
import { ask, combinations, specOf, toShape, type Config } from "./rows.js";

function timeDistributed(layer: unknown, config: Config = {}): Sample {
    return sample("timeDistributed", { layer, ...config });
}

function bidirectional(layer: unknown, config: Config = {}): Sample {
    return sample("bidirectional", { layer, ...config });
}

const dense = sample("dense", { units: 3 });
const conv2d = sample("conv2d", { filters: 3, kernelSize: 3 });

describe("timeDistributed", () => {
    const layers: readonly (readonly [Sample, Shape])[] = [
        [dense, [5, 4]],
        [dense, [5, 6, 4]],
        [conv2d, [5, 8, 9, 2]],
        [sample("conv1d", { filters: 3, kernelSize: 3 }), [5, 8, 2]],
        [sample("conv2dTranspose", { filters: 3, kernelSize: 2, strides: 2 }), [5, 8, 9, 2]],
        [sample("separableConv2d", { filters: 3, kernelSize: 2 }), [5, 8, 9, 2]],
        [sample("flatten"), [5, 8, 2]],
        [sample("maxPooling2d", { poolSize: 2 }), [5, 8, 9, 2]],
        [sample("globalAveragePooling2d"), [5, 8, 9, 2]],
        [sample("upSampling2d", { size: [2, 2] }), [5, 8, 9, 2]],
        [sample("zeroPadding2d", { padding: 1 }), [5, 8, 9, 2]],
        [sample("repeatVector", { n: 3 }), [5, 8]],
        [sample("permute", { dims: [2, 1] }), [5, 8, 2]],
        [sample("reshape", { targetShape: [4, 4] }), [5, 8, 2]],
        [sample("embedding", { inputDim: 3, outputDim: 4 }), [5, 8]],
        [sample("batchNormalization"), [5, 8]],
        [sample("layerNormalization"), [5, 8]],
        [sample("activation", { activation: "relu" }), [5, 8]],
        [sample("prelu"), [5, 8]],
        [sample("dropout", { rate: 0.5 }), [5, 8]],
        [sample("lstm", { units: 3 }), [5, 8, 2]],
        [sample("gru", { units: 3, returnSequences: true }), [5, 8, 2]],
        [timeDistributed(dense), [5, 6, 7]],
        [bidirectional(sample("lstm", { units: 3 })), [5, 6, 7]],
        [sample("rescaling", { scale: 2 }), [5, 6, 7]],
    ];

    it.each(layers)("agrees with TensorFlow.js on $type", (layer, shape) => {
        const [, ...step] = shape;
        for (const batch of [null, 2]) {
            for (const time of [5, null]) {
                expectAgreement(timeDistributed(layer), [[batch, time, ...step]]);
            }
        }
        expect(runShapes(timeDistributed(layer), [[2, ...shape]])).toEqual(ours(timeDistributed(layer), [[2, ...shape]]).shapes);
    });

    it.each<[string, Sample, Shape]>([
        ["no layer", sample("timeDistributed"), [null, 5, 4]],
        ["no time", timeDistributed(dense), [null, 4]],
        ["no time left for another one", timeDistributed(timeDistributed(dense)), [null, 5, 4]],
        ["an undefined last dimension", timeDistributed(dense), [null, 5, null]],
        ["undefined channels", timeDistributed(conv2d), [null, 5, 8, 9, null]],
        ["a flatten of undefined sizes", timeDistributed(sample("flatten")), [null, 5, null, 3]],
        ["a flatten of one undefined size", timeDistributed(sample("flatten")), [null, 5, null]],
        ["a recurrent layer on vectors", timeDistributed(sample("lstm", { units: 3 })), [null, 5, 8]],
        ["a bidirectional layer on vectors", timeDistributed(bidirectional(sample("lstm", { units: 3 }))), [null, 5, 8]],
        ["a deconvolution on rank 3", timeDistributed(sample("conv2dTranspose", { filters: 3, kernelSize: 2 })), [null, 5, 8, 2]],
        ["a merge of one input", timeDistributed(sample("add")), [null, 5, 4]],
        ["a stateful layer", timeDistributed(sample("lstm", { units: 3, stateful: true })), [null, 5, 8, 2]],
    ])("throws for %s", (_name, layer, input) => {
        expect(builtShapes(layer, [input])).toBeTypeOf("string");
        expectAgreement(layer, [input]);
    });

    it("throws for two inputs", () => {
        expectAgreement(timeDistributed(dense), [[null, 5, 4], [null, 5, 4]]);
    });

    const silent: readonly (readonly [string, Sample, Shape, string])[] = [
        ["a convolution of rank 5 images", conv2d, [null, 5, 8, 8, 2, 2], "input-rank"],
        ["a padding of rank 3", sample("zeroPadding2d", { padding: 1 }), [null, 5, 8, 2], "input-rank"],
        ["a conv1d of vectors", sample("conv1d", { filters: 3, kernelSize: 2 }), [null, 5, 4], "input-rank"],
        ["repeatVector of sequences", sample("repeatVector", { n: 3 }), [null, 5, 8, 2], "input-rank"],
        ["a permutation of vectors", sample("permute", { dims: [2, 1] }), [null, 5, 8], "input-rank"],
        ["a reshape to another size", sample("reshape", { targetShape: [4, 5] }), [null, 5, 8, 2], "reshape-size"],
        ["states as further outputs", sample("lstm", { units: 3, returnState: true }), [null, 5, 8, 2], "unsupported"],
    ];

    it.each(silent)("silent: %s is built, and fails when run", (_name, layer, input, kind) => {
        const wrapped = timeDistributed(layer);
        expect(builtShapes(wrapped, [input])).toBeInstanceOf(Array);
        expect(runShapes(wrapped, [input])).toBeTypeOf("string");
        expect(kinds(ours(wrapped, [input]))).toEqual([kind]);
    });

    const garbage: readonly (readonly [string, Sample, Shape, Shape, Shape])[] = [
        ["a convolution takes the batch for the height", conv2d, [null, 8, 8, 2], [null, 8, 6, 3], [0, 8, 6, 3]],
        ["a pooling takes the batch for the height", sample("maxPooling2d", { poolSize: 2 }), [null, 8, 8, 2], [null, 8, 4, 1, null], [1, 8, 4, 2]],
        ["a 1-D pooling takes the batch for the steps", sample("maxPooling1d", { poolSize: 2 }), [null, 5, 8], [null, 5, 4, null], [1, 5, 8]],
        ["a global pooling averages the channels", sample("globalAveragePooling2d"), [null, 5, 8, 2], [null, 5, null], [2, 5]],
        ["an up-sampling repeats the batch", sample("upSampling2d", { size: [2, 2] }), [null, 5, 8, 2], [null, 5, 16, 4, null], [16, 5, 4, 2]],
    ];

    it.each(garbage)("silent: %s on one dimension too few, and makes another shape than declared", (_name, layer, input, declared, run) => {
        const wrapped = timeDistributed(layer);
        expect(builtShapes(wrapped, [input])).toEqual([declared]);
        expect(runShapes(wrapped, [input])).toEqual([run]);
        expect(ours(wrapped, [input]).faults).toMatchObject([{ kind: "input-rank", at: { kind: "input", index: 0 } }]);
    });

    it("tells the rank that the whole input must have", () => {
        expect(ours(timeDistributed(conv2d), [[null, 8, 8, 2]]).faults).toMatchObject([{ expected: "rank 5" }]);
        expect(ours(timeDistributed(timeDistributed(dense)), [[null, 5, 4]]).faults).toMatchObject([{ expected: "at least rank 4" }]);
        expect(ours(timeDistributed(sample("lstm", { units: 3 })), [[null, 5, 4]]).faults).toMatchObject([{ expected: "rank 4" }]);
    });

    it("silent: flatten and spatialDropout1d of vectors are not checked, and give what they get", () => {
        for (const layer of [sample("flatten"), sample("spatialDropout1d", { rate: 0.5 })]) {
            expectAgreement(timeDistributed(layer), [[null, 5, 8]]);
            expect(runShapes(timeDistributed(layer), [[null, 5, 8]])).toEqual([[2, 5, 8]]);
        }
    });

    it("silent: a convolution larger than its image is built with sizes of 0 or less", () => {
        const wrapped = timeDistributed(sample("conv2d", { filters: 3, kernelSize: 9 }));
        expect(builtShapes(wrapped, [[null, 5, 8, 8, 2]])).toEqual([[null, 5, 0, 0, 3]]);
        expect(kinds(ours(wrapped, [[null, 5, 8, 8, 2]]))).toEqual(["empty-output"]);
    });

    it.each<[string, Shape, string[]]>([
        ["another length of time", [2, 6, 4], ["input-size"]],
        ["another last dimension", [2, 5, 6], ["input-size"]],
        ["another batch", [3, 5, 4], ["input-size"]],
        ["a length of time that is not known", [2, null, 4], []],
    ])("applied again to %s", (_name, second, expected) => {
        expect(oursAgain(timeDistributed(dense), [2, 5, 4], second)).toEqual(expected);
        expect(againError(timeDistributed(dense), [2, 5, 4], second) !== undefined).toBe(expected.length > 0);
    });
});

describe("bidirectional", () => {
    const behaviours = combinations({ returnSequences: [false, true], returnState: [false, true] });
    const modes: readonly Config[] = [{}, ...combinations({ mergeMode: [undefined, null, "concat", "sum", "ave", "mul", "max", 1] })];

    it.each(["simpleRNN", "gru", "lstm"])("agrees with TensorFlow.js on %s in every mode", (type) => {
        for (const mode of modes) {
            for (const behaviour of behaviours) {
                const layer = bidirectional(sample(type, { units: 3, ...behaviour }), mode);
                for (const input of [[null, 5, 4], [2, null, 4], [null, 4], [null, 5, null]] satisfies Shape[]) {
                    expectAgreement(layer, [input]);
                }
            }
        }
    });

    it("what is declared is what runs", () => {
        for (const mode of [{}, { mergeMode: null }, { mergeMode: "sum" }]) {
            for (const behaviour of behaviours) {
                const layer = bidirectional(sample("lstm", { units: 3, ...behaviour }), mode);
                expect(runShapes(layer, [[2, 5, 4]])).toEqual(ours(layer, [[2, 5, 4]]).shapes);
            }
        }
    });

    it.each<[string, Sample, Shape]>([
        ["convLstm2d", sample("convLstm2d", { filters: 3, kernelSize: 3 }), [null, 5, 8, 8, 2]],
        ["convLstm2d with states", sample("convLstm2d", { filters: 3, kernelSize: 3, returnState: true }), [null, 5, 8, 8, 2]],
        ["convLstm2d, whose last axis need not be channels", sample("convLstm2d", { filters: 3, kernelSize: 3, dataFormat: "channelsFirst" }), [null, 5, 2, 8, 9]],
        ["a stateful layer", sample("gru", { units: 3, stateful: true }), [2, 5, 4]],
        ["a stateful layer without a batch size", sample("gru", { units: 3, stateful: true }), [null, 5, 4]],
        ["a layer that runs backwards", sample("gru", { units: 3, goBackwards: true }), [null, 5, 4]],
        ["dense", dense, [null, 5, 4]],
        ["conv1d", sample("conv1d", { filters: 3, kernelSize: 2 }), [null, 5, 4]],
        ["flatten", sample("flatten"), [null, 5, 4]],
        ["embedding", sample("embedding", { inputDim: 3, outputDim: 4 }), [null, 5]],
        ["rnn", sample("rnn", { cell: sample("gruCell", { units: 3 }) }), [null, 5, 4]],
        ["bidirectional", bidirectional(sample("gru", { units: 3 })), [null, 5, 4]],
        ["timeDistributed", timeDistributed(dense), [null, 5, 4]],
    ])("agrees with TensorFlow.js on %s", (_name, layer, input) => {
        expectAgreement(bidirectional(layer), [input]);
    });

    it.each([
        ["no layer", sample("bidirectional")],
        ["weights", bidirectional(sample("gru", { units: 3 }), { weights: [] })],
    ])("throws for %s", (_name, layer) => {
        expect(builtShapes(layer, [[null, 5, 4]])).toBeTypeOf("string");
        expectAgreement(layer, [[null, 5, 4]]);
    });

    const states: readonly (readonly Shape[])[] = [
        [[null, 3]],
        [[null, 3], [null, 3]],
        [[null, 4], [null, 4]],
        [[null, 3], [null, 4]],
        [[null, 3], [null, 3], [null, 3], [null, 3]],
        [[null, 3], [null, 3], [null, 3], [null, 4]],
    ];

    it.each(["gru", "lstm"])("agrees with TensorFlow.js on initial states of %s", (type) => {
        for (const initial of states) {
            expectAgreement(bidirectional(sample(type, { units: 3 })), [[null, 5, 4], ...initial]);
        }
    });

    it("tells which state does not fit", () => {
        const { faults } = ours(bidirectional(sample("gru", { units: 3 })), [[null, 5, 4], [null, 3], [null, 4]]);
        expect(faults).toMatchObject([{ kind: "input-size", at: { kind: "input", index: 2 } }]);
    });
});

describe("around a layer that is not known", () => {
    it.each(["timeDistributed", "bidirectional"])("%s gives no shape and no fault", (type) => {
        const options = new OptionList([toGiven("layer", unknownDatum, undefined)]);
        const { layer, faults } = makeLayer(specOf(type), { options, open: false });
        expect(faults).toEqual([]);
        expect(applyLayer(layer, [toShape([null, 5, 4])])).toBeUndefined();
        expect(countParams(layer, [toShape([null, 5, 4])])).toBeUndefined();
    });

    it.each(["timeDistributed", "bidirectional"])("%s refuses what is no layer", (type) => {
        expect(ask(specOf(type), { layer: "lstm" }, [toShape([null, 5, 4])]).faults).toMatchObject([{ kind: "option-value", expected: "a layer" }]);
    });

    it("timeDistributed keeps the time of a user's own layer, bidirectional clones it by code that is not known", () => {
        const own: Applicable = {
            layer: undefined,
            apply: ([input]) => ({ kind: "outputs", shapes: [input && [...input.slice(0, 1), constant(9)]], list: false }),
            params: () => constant(7),
            weights: () => [[constant(7)]],
        };
        const options = new OptionList([toGiven("layer", { kind: "layer", layer: own }, undefined)]);
        const wrap = (type: string) => makeLayer(specOf(type), { options, open: false }).layer;
        expect(applyLayer(wrap("timeDistributed"), [toShape([null, 5, 4])])).toMatchObject({ shapes: [toShape([null, 5, 9])] });
        expect(countParams(wrap("timeDistributed"), [toShape([null, 5, 4])])).toEqual(constant(7));
        expect(applyLayer(wrap("bidirectional"), [toShape([null, 5, 4])])).toBeUndefined();
    });
});
