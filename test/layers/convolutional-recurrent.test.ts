import { describe, expect, it } from "vitest";
import type { Shape } from "../oracle/recording-tf.js";
import {
    againError,
    builtShapes,
    eagerShape,
    expectAgreement,
    kinds,
    ours,
    oursAgain,
    runShapes,
    sample,
} from "./both.js";
import { combinations, type Config } from "./rows.js";

const images: Shape = [null, 5, 8, 9, 6];

function convLstm(config: Config = {}) {
    return sample("convLstm2d", { filters: 2, kernelSize: 3, ...config });
}

describe("agrees with TensorFlow.js when built", () => {
    it("every window on every input", () => {
        const windows = combinations({
            kernelSize: [1, 3, [3, 2]],
            strides: [undefined, 2, [1, 3]],
            padding: [undefined, "same"],
            dilationRate: [undefined, 1],
            dataFormat: [undefined, "channelsFirst"],
        });
        for (const window of [...windows, { dilationRate: 2 }, { dilationRate: [1, 3] }]) {
            for (const input of [images, [2, null, 8, 9, 6], [null, 5, null, 9, 4]] satisfies Shape[]) {
                expectAgreement(convLstm(window), [input]);
            }
        }
    });

    it("every behaviour on every input", () => {
        const behaviours = combinations({ returnSequences: [false, true], returnState: [false, true], stateful: [false, true], useBias: [true, false] });
        const inputs: readonly Shape[] = [images, [2, 5, 8, 9, 6], [null, 5, 8, 9, null], [null, 8, 9, 6], [null, 6]];
        for (const behaviour of behaviours) {
            for (const input of inputs) {
                expectAgreement(convLstm(behaviour), [input]);
            }
        }
    });

    it.each<Config>([
        { filters: 0 },
        { filters: undefined },
        { filters: 2.5 },
        { kernelSize: undefined },
        { kernelSize: [3] },
        { kernelSize: [3, 3, 3] },
        { kernelSize: 2.5 },
        { strides: [1] },
        { dilationRate: [2] },
        { padding: "full" },
        { dataFormat: "NHWC" },
        { unroll: true },
        { unroll: false },
        { units: 9 },
        { goBackwards: true, dropout: 0.5, unitForgetBias: true, implementation: 2 },
    ])("option values %o", (config) => {
        expectAgreement(convLstm(config), [images]);
    });

    it("initial states, which it cannot read", () => {
        expectAgreement(convLstm(), [images, [null, 6, 7, 2], [null, 6, 7, 2]]);
        expectAgreement(convLstm(), [images, [null, 6, 7, 3], [null, 6, 7, 3]]);
    });

    it("a cell applied with its states", () => {
        expectAgreement(sample("convLstm2dCell", { filters: 3, kernelSize: 3 }), [[null, 8, 9, 6], [null, 6, 7, 2], [null, 6, 7, 2]]);
    });
});

describe("a layer applied again", () => {
    it.each<[string, Shape, string[]]>([
        ["another length of time", [null, 6, 8, 9, 6], []],
        ["another height", [null, 5, 7, 9, 6], ["input-size"]],
        ["other channels", [null, 5, 8, 9, 7], ["input-size"]],
    ])("%s", (_name, second, expected) => {
        expect(oursAgain(convLstm(), images, second)).toEqual(expected);
        expect(againError(convLstm(), images, second) !== undefined).toBe(expected.length > 0);
    });
});

describe("built in silence", () => {
    it.each<[string, Config, string, string]>([
        ["strides with dilation are refused when run", { strides: 2, dilationRate: 2 }, "Either strides or dilations must be 1", "option-conflict"],
        ["a causal convolution is refused when run", { padding: "causal" }, "Unknown padding parameter: causal", "unsupported"],
        ["a kernel two larger than the image", { kernelSize: [10, 1] }, "must have a shape comprised of positive integers", "empty-output"],
    ])("silent: %s", (_name, config, message, kind) => {
        expect(builtShapes(convLstm(config), [images])).toBeInstanceOf(Array);
        expect(runShapes(convLstm(config), [images])).toContain(message);
        expect(kinds(ours(convLstm(config), [images]))).toEqual([kind]);
    });

    it("silent: strides of 0 count as 1, and are refused as they are for every convolution", () => {
        expect(runShapes(convLstm({ strides: 0 }), [images])).toEqual([[2, 6, 7, 2]]);
        expect(kinds(ours(convLstm({ strides: 0 }), [images]))).toEqual(["option-value"]);
    });

    it("what is declared is what runs", () => {
        for (const config of [{ returnState: true, returnSequences: true, strides: 2, padding: "same" }, { dataFormat: "channelsFirst", kernelSize: [3, 2] }]) {
            const input: Shape = [2, 3, 4, 5, 6];
            expect(ours(convLstm(config), [input]).shapes).toEqual(runShapes(convLstm(config), [input]));
        }
    });

    it("takes initial states that hold values", () => {
        expect(ours(convLstm(), [[2, 5, 8, 9, 6], [2, 6, 7, 2], [2, 6, 7, 2]], true)).toMatchObject({ shapes: [[2, 6, 7, 2]], faults: [] });
        expect(eagerShape(convLstm(), [2, 5, 8, 9, 6])).toEqual([2, 6, 7, 2]);
    });
});
