import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { needsArgument, tfjsLayers } from "../../src/apis/tfjs-layers.js";
import { batch, constant, symbol, unknown } from "../../src/shapes/dim.js";
import type { Shape } from "../oracle/recording-tf.js";
import { makeLayer } from "../../src/layers/engine.js";
import { ask, expectAgreement, given, rows, specOf, toShape } from "./rows.js";

const ranks: Shape[] = [[5], [null, 5], [2, 5], [null, 4, 5], [null, null, 5], [null, 4, null], [null, 3, 4, 5], [null, 2, 3, 4, 5]];
/** A model cannot be fed data of rank 1, whatever its layers say. */
const fed = ranks.slice(1);

describe("dense", () => {
    test("legal", () => {
        expectAgreement(rows("dense", { units: [1, 10], useBias: [undefined, null, true, false] }, ranks));
    });
    test("refused", () => {
        expectAgreement(rows("dense", { units: [undefined, null, 0, -1, 10.9, "2", [3], [], [2, 3], true] }, [[null, 5]]));
    });
    test("an activity regularizer is read, and refused when the layer is applied", () => {
        expectAgreement(rows("dense", { units: [2], activityRegularizer: [undefined, null, "l1l2"] }, [[null, 5]]));
    });
    test("the input that inputDim means", () => {
        const { layer } = makeLayer(specOf("dense"), given({ units: 2, inputDim: 5 }));
        expect(layer.spec.impliedInput?.(layer.values)).toEqual(toShape([null, 5]));
        expect(layer.spec.impliedInput?.(makeLayer(specOf("dense"), given({ units: 2 })).layer.values)).toBeUndefined();
    });
    test("a shared layer keeps its last dimension, whatever the rank", () => {
        const apply = (input: Shape) => ask(specOf("dense"), { units: 3 }, [toShape(input)], [toShape([null, 5])]).faults;
        expect(apply([null, 6])).toMatchObject([{ kind: "input-size", axis: 1, expected: { value: 5 }, what: "the last dimension" }]);
        expect(apply([null, 4, 5])).toEqual([]);
    });
});

test("layers that throw when they are called without an argument", () => {
    // Of the layers with required options the faults say it; these have none.
    const lenient = Object.entries(tfjsLayers).filter(([, { options }]) => Object.values(options).every(({ required }) => !required));
    const throwing = lenient.map(([name]) => name).filter((name) => !isMade(name));
    expect(throwing.sort()).toEqual([...needsArgument].sort());
});

function isMade(name: string): boolean {
    try {
        // Every name of the catalogue is an export of tf.layers.
        (tf.layers as unknown as Record<string, () => unknown>)[name]!();
        return true;
    } catch {
        return false;
    }
}

test("layers that leave the shape alone", () => {
    for (const [type, table] of [
        ["activation", { activation: [undefined, "relu", "softmax"] }],
        ["dropout", { rate: [undefined, 0.5, 5], noiseShape: [undefined, [null, 1]] }],
        ["gaussianNoise", { stddev: [0.1] }],
        ["gaussianDropout", { rate: [0.1] }],
        ["alphaDropout", { rate: [0.1] }],
        ["masking", { maskValue: [undefined, -1] }],
        ["leakyReLU", { alpha: [undefined, 0.1] }],
        ["reLU", { maxValue: [undefined, 6] }],
        ["thresholdedReLU", { theta: [undefined, 0.5] }],
    ] as const) {
        expectAgreement(rows(type, table, fed));
        expect(ask(specOf(type), {}, [undefined])).toMatchObject({ faults: [], shape: undefined });
    }
    expectAgreement(rows("spatialDropout1d", { rate: [0.5] }, ranks));
});

describe("flatten", () => {
    test("legal and not", () => {
        expectAgreement(rows("flatten", { dataFormat: [undefined, "channelsFirst"] }, ranks));
    });
    test("symbols, and an unknown rank", () => {
        expect(ask(specOf("flatten"), {}, [[batch, symbol("h"), constant(4)]]).shape).toEqual([null, "4*h"]);
        expect(ask(specOf("flatten"), {}, [undefined]).shape).toEqual(["?", "?"]);
        expect(ask(specOf("flatten"), {}, [[batch, unknown, constant(4)]])).toMatchObject({ faults: [], shape: [null, "?"] });
    });
});

describe("reshape", () => {
    const targets = [[12], [3, 4], [2, 2, 3], [-1], [null], [3, -1], [-1, 5], [2, null, 2], [-1, -1], [0], [0, -1], [], [7, 5], [1, 12, 1]];
    test("with the batch known and not", () => {
        expectAgreement(rows("reshape", { targetShape: targets }, [[null, 12], [4, 12], [null, 3, 4], [5, 2, 2, 3], [null, 1]]));
    });
    test("an input with a null size: what a run makes of it depends on the run", () => {
        const faults = (target: unknown[]): string[] => ask(specOf("reshape"), { targetShape: target }, [toShape([null, null, 4])]).faults.map(({ kind }) => kind);
        expect(faults([-1])).toEqual([]);
        expect(faults([7, 5])).toEqual([]);
        expect(faults([-1, -1])).toEqual(["reshape-infer"]);
        expect(ask(specOf("reshape"), { targetShape: [2, -1] }, [toShape([null, null, 4])]).shape).toEqual([null, 2, null]);
    });
    test("refused", () => {
        expectAgreement(rows("reshape", { targetShape: [undefined, null, 12] }, [[null, 12]]));
    });
    test("how a target of the wrong size can be mended", () => {
        const { faults, shape } = ask(specOf("reshape"), { targetShape: [3, 5] }, [toShape([null, 2, 6])]);
        expect(faults).toMatchObject([{ kind: "reshape-size", inputSize: { value: 12 }, targetSize: { value: 15 }, repairs: [{ axis: 1, size: { value: 4 } }] }]);
        // What comes out is not told: it would only be reported again further on.
        expect(shape).toEqual([null, "?", "?"]);
    });
    test("symbols", () => {
        const h = symbol("h");
        const reshape = (targetShape: unknown) => ask(specOf("reshape"), { targetShape }, [[constant(1), h, constant(4)]]);
        expect(reshape([2, -1])).toMatchObject({ faults: [], shape: [1, 2, "2*h"] });
        expect(reshape([7])).toMatchObject({ faults: [{ kind: "reshape-size" }] });
        expect(reshape([8])).toMatchObject({ faults: [] });
        expect(ask(specOf("reshape"), { targetShape: [2, -1] }, [undefined]).shape).toEqual(["?", 2, "?"]);
        expect(ask(specOf("reshape"), { targetShape: [2, -1] }, [[constant(1), unknown]]).shape).toEqual([1, 2, "?"]);
    });
});

describe("permute", () => {
    test("legal and not", () => {
        expectAgreement(rows("permute", { dims: [[1], [2, 1], [1, 2, 3], [3, 1, 2], [1, 1], [0, 1], [2, 3], [1, 3], [1.5, 1], 2, null, undefined] }, [[null, 5], [null, 4, 5], [null, null, 5], [2, 3, 4, 5]]));
    });
    test("an unknown rank", () => {
        expect(ask(specOf("permute"), { dims: [2, 1] }, [undefined]).shape).toEqual(["?", "?", "?"]);
    });
});

test("repeatVector", () => {
    expectAgreement(rows("repeatVector", { n: [1, 3] }, [[null, 5], [2, 5], [null, null], [null, 4, 5]]));
    expectAgreement(rows("repeatVector", { n: [undefined, null, 2.5, -1, "x", [3, 2]] }, [[null, 5]]));
    expect(ask(specOf("repeatVector"), { n: 0 }, [toShape([null, 5])])).toMatchObject({ faults: [], shape: [null, 0, 5] });
});

describe("activations with options", () => {
    test("elu", () => {
        expectAgreement(rows("elu", { alpha: [undefined, null, 1, 0.5, 2, "1"] }, fed));
    });
    test("softmax runs along the last axis only, and its default is axis 1", () => {
        expectAgreement(rows("softmax", { axis: [undefined, null, -1, -2, 1, 2, 3, 5, [2], [-1], [1, 2]] }, [[null, 4], [null, 3, 4], [null, 2, 3, 4]]), [
            { name: "silent: several axes are not judged", of: ({ config }) => Array.isArray(config["axis"]) && config["axis"].length === 2 },
        ]);
    });
    test("prelu", () => {
        expectAgreement(rows("prelu", { sharedAxes: [undefined, null, 1, [1], [1, 2], [2], [0], [-1], "1"] }, fed), [
            { name: "an axis past the last makes weights that fit by accident", of: ({ config, inputs: [input] }) => String(config["sharedAxes"]).includes("2") && input?.length === 2 },
        ]);
        expect(ask(specOf("prelu"), { sharedAxes: [3] }, [toShape([null, 4, 5])]).faults).toMatchObject([{ kind: "axis-range", rank: 3 }]);
    });
    test("a shared prelu keeps the sizes of its weights", () => {
        const apply = (input: Shape) => ask(specOf("prelu"), {}, [toShape(input)], [toShape([null, 1, 5])]).faults;
        expect(apply([null, 1, 6])).toMatchObject([{ kind: "input-size", axis: 2 }]);
        expect(apply([null, 9, 5])).toEqual([]);
        expect(apply([null, 5])).toMatchObject([{ kind: "input-rank" }]);
    });
});

describe("normalization", () => {
    const flags = { scale: [undefined, false], center: [undefined, false] };
    test("batchNormalization", () => {
        expectAgreement(rows("batchNormalization", { ...flags, axis: [undefined, null, -1, 1, -2, 2, 0, 4, -5, [1], [-1], [1, 2]] }, fed));
        expectAgreement(rows("batchNormalization", {}, [[5]]));
    });
    test("layerNormalization", () => {
        expectAgreement(rows("layerNormalization", { ...flags, axis: [undefined, null, -1, 1, [1], [1, 2], [-1, -2], [1, 1], [2, -1], 0, 4, -5, 1.5, "1", [1.5]] }, fed));
    });
    test("a shared one keeps the size of its axis", () => {
        const apply = (input: Shape) => ask(specOf("batchNormalization"), { axis: 1 }, [toShape(input)], [toShape([null, 4, 5])]).faults;
        expect(apply([null, 4, 6])).toEqual([]);
        expect(apply([null, 3, 5])).toMatchObject([{ kind: "input-size", axis: 1 }]);
        expect(apply([null, 4, 5, 5])).toMatchObject([{ kind: "input-rank" }]);
    });
});
