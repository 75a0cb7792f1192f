import { describe, expect, it } from "vitest";
import * as tf from "@tensorflow/tfjs";
import { constant } from "../../src/shapes/dim.js";
import type { Shape } from "../oracle/recording-tf.js";
import { builtShapes, expectAgreement, impliedInput, kinds, ours, runShapes, sample } from "./both.js";
import type { Config } from "./rows.js";

function embed(config: Config = {}) {
    return sample("embedding", { inputDim: 3, outputDim: 4, ...config });
}

const inputLengths: readonly unknown[] = [undefined, null, 5, 6, [5], [6], [null], [5, 6], [5, null], [null, null], [6, 6], []];
const inputs: readonly Shape[] = [[null, 5], [2, 5], [null, null], [null, 5, 6], [null, null, 6], [7], [null, 5, 6, 7]];

describe("agrees with TensorFlow.js when built", () => {
    it("every inputLength on every input", () => {
        for (const inputLength of inputLengths) {
            for (const input of inputs) {
                expectAgreement(embed({ inputLength }), [input]);
            }
        }
    });

    it.each<Config>([
        { inputDim: 0 },
        { inputDim: 2.5 },
        { inputDim: undefined },
        { inputDim: "3" },
        { outputDim: -1 },
        { outputDim: null },
        { inputLength: "5" },
        { inputLength: 5.5 },
        { maskZero: true, embeddingsInitializer: "zeros", name: "words" },
    ])("option values %o", (config) => {
        expectAgreement(embed(config), [[null, 5]]);
    });

    it("two inputs", () => {
        expectAgreement(embed(), [[null, 5], [null, 5]]);
    });
});

describe("as a first layer without a shape", () => {
    it.each<Config>([{}, { inputLength: 5 }, { inputLength: [5, 6] }, { batchSize: 7 }, { batchSize: 7, inputLength: 5 }])("%o", (config) => {
        const real = tf.layers.embedding({ inputDim: 3, outputDim: 4, ...(config as object) });
        expect(impliedInput(embed(config))).toEqual(real.batchInputShape);
    });
});

describe("built in silence", () => {
    it("silent: a declared length meets a null when built, and the real length when run", () => {
        expect(builtShapes(embed({ inputLength: 5 }), [[null, null]])).toEqual([[null, 5, 4]]);
        expect(runShapes(embed({ inputLength: 5 }), [[null, null]])).toContain('"inputLength" is 5');
        expect(ours(embed({ inputLength: 5 }), [[null, null]])).toMatchObject({ shapes: [[null, 5, 4]], faults: [] });
    });

    it.each<unknown>([-1, "5", 5.5])("silent: inputLength %o meets a null when built, and no length when run", (inputLength) => {
        expect(builtShapes(embed({ inputLength }), [[null, null]])).toBeInstanceOf(Array);
        expect(runShapes(embed({ inputLength }), [[null, null]])).toContain('"inputLength" is');
        expect(kinds(ours(embed({ inputLength }), [[null, null]]))).toEqual(["option-value"]);
    });

    it("tells the declared lengths and the input", () => {
        const { faults } = ours(embed({ inputLength: 6 }), [[null, 5]]);
        expect(faults).toMatchObject([{ kind: "embedding-length", declared: [constant(6)], at: { kind: "option", name: "inputLength" } }]);
    });
});
