import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { applyLayer, makeLayer } from "../../src/layers/engine.js";
import { constant, symbol, unknown } from "../../src/shapes/dim.js";
import type { Shape } from "../oracle/recording-tf.js";
import { ask, expectAgreement, given, rows, specOf, toShape, type Row } from "./rows.js";

const images: Shape[] = [
    [null, 6, 7, 3],
    [2, 3, 5, 3],
    [null, null, 7, 2],
    [null, 5, 5, null],
];
const firstImages: Shape[] = [
    [null, 3, 6, 7],
    [null, 2, 7, null],
    [null, null, 7, 7],
];
const notImages: Shape[] = [[null, 6, 3], [null, 4], [null, 5, 5, 5, 2]];

const legal = { filters: [1, 4], kernelSize: [1, 3, [2, 3]], strides: [undefined, 2, [1, 3]], padding: [undefined, "valid", "same"], kernelInitializer: ["zeros"] };

describe("conv2d", () => {
    test("shapes and parameters of legal options", () => {
        expectAgreement(rows("conv2d", { ...legal, dataFormat: [undefined, "channelsLast"], useBias: [undefined, false] }, images));
        expectAgreement(rows("conv2d", { ...legal, dataFormat: ["channelsFirst"] }, firstImages));
    });
    test("dilation", () => {
        const table = { filters: [2], kernelSize: [2, [1, 3]], dilationRate: [1, 2, [2, 1]], padding: [undefined, "same"] };
        expectAgreement(rows("conv2d", { ...table, strides: [undefined, 2, [1, 2]] }, images));
    });
    test("kernels larger than the input", () => {
        expectAgreement(rows("conv2d", { filters: [2], kernelSize: [3, 4, 5, 6, 9], strides: [1, 2, 3], padding: [undefined, "same"] }, [[null, 4, 5, 1], [null, 4, null, 1]]));
    });
    test("a size of 0 may stay, but what a kernel makes of it is negative", () => {
        expect(ask(specOf("conv2d"), { filters: 2, kernelSize: 1 }, [toShape([null, 0, 4, 1])])).toMatchObject({ faults: [], shape: [null, 0, 4, 2] });
        expect(ask(specOf("conv2d"), { filters: 2, kernelSize: 3 }, [toShape([null, 0, 4, 1])]).faults).toMatchObject([{ kind: "empty-output", axis: 1, size: { value: -2 } }]);
    });
    test("sizes that are built in silence and make nothing or garbage", () => {
        const kinds = (config: object) => ask(specOf("conv2d"), { filters: 2, kernelSize: 2, ...config }, [toShape([null, 6, 6, 1])]).faults.map(({ kind }) => kind);
        expect([{ strides: 0 }, { strides: 1.5 }, { strides: -1 }, { kernelSize: 0 }, { dilationRate: 0 }].map(kinds)).toEqual(new Array(5).fill(["option-value"]));
    });
    test("inputs of another rank", () => {
        expectAgreement(rows("conv2d", { filters: [2], kernelSize: [1] }, notImages));
    });
});

const illegalSizes = ["3", 2.5, -1, [], [2, 2, 2, 2], [1.5, 2, 1], true, {}];

describe("options that the library refuses", () => {
    for (const [type, input] of [
        ["conv1d", [null, 6, 3]],
        ["conv2d", [null, 6, 6, 3]],
        ["conv3d", [null, 6, 6, 6, 3]],
        ["depthwiseConv2d", [null, 6, 6, 3]],
        ["separableConv2d", [null, 6, 6, 3]],
        ["conv2dTranspose", [null, 6, 6, 3]],
        ["conv3dTranspose", [null, 6, 6, 6, 3]],
    ] as const) {
        test(type, () => {
            const good: Record<string, unknown[]> = type === "depthwiseConv2d" ? { kernelSize: [1] } : { filters: [2], kernelSize: [1] };
            const bad: Row[] = [
                ...rows(type, { ...good, kernelSize: [undefined, null, ...illegalSizes] }, [[...input]]),
                ...rows(type, { ...good, padding: ["full", "SAME", "causal", 1, null], strides: [undefined, null] }, [[...input]]),
                ...rows(type, { ...good, dataFormat: ["channels_first", "NHWC", null] }, [[...input]]),
            ];
            if (type !== "depthwiseConv2d") {
                bad.push(...rows(type, { ...good, filters: [undefined, null, 0, -3, 2.5, "2", [2]] }, [[...input]]));
            }
            expectAgreement(bad);
        });
    }
});

describe("conv1d", () => {
    test("legal options", () => {
        const table = { filters: [1, 4], kernelSize: [1, 3, [2]], strides: [undefined, 1, 2, [3]], padding: [undefined, "same"], useBias: [true, false] };
        expectAgreement(rows("conv1d", table, [[null, 6, 3], [4, 5, 1], [null, null, 2], [null, 6, null]]));
        expectAgreement(rows("conv1d", { filters: [2], kernelSize: [2], dilationRate: [1, 2, [3]], strides: [1, 2] }, [[null, 9, 2], [null, 4, 2]]));
        expectAgreement(rows("conv1d", { filters: [2], kernelSize: [5, 6] }, [[null, 4, 2]]));
    });
    test("applied to values, channelsFirst gives channels last", () => {
        const { layer } = makeLayer(specOf("conv1d"), given({ filters: 4, kernelSize: 2, dataFormat: "channelsFirst" }));
        expect(applyLayer(layer, [toShape([2, 3, 8])], undefined, true)).toMatchObject({ shapes: [toShape([2, 7, 4])] });
        const real = tf.layers.conv1d({ filters: 4, kernelSize: 2, dataFormat: "channelsFirst" }).apply(tf.ones([2, 3, 8])) as tf.Tensor;
        expect(real.shape).toEqual([2, 7, 4]);
    });
    test("silent: with channelsFirst the run leaves the channels last, which only a later layer may mind", () => {
        expect(ask(specOf("conv1d"), { filters: 4, kernelSize: 2, dataFormat: "channelsFirst" }, [toShape([null, 3, 8])])).toMatchObject({
            faults: [],
            shape: [null, 4, 7],
        });
    });
});

test("conv3d", () => {
    const table = { filters: [2], kernelSize: [1, [1, 2, 3]], strides: [undefined, [1, 2, 1]], padding: [undefined, "same"], useBias: [true, false] };
    expectAgreement(rows("conv3d", table, [[null, 3, 4, 5, 2], [null, null, 4, 4, 1], [null, 2, 2, 2, 2], [null, 4, 4, 2]]));
    expectAgreement(rows("conv3d", { ...table, dataFormat: ["channelsFirst"] }, [[null, 2, 3, 4, 5], [null, null, 3, 3, 3]]));
    expectAgreement(rows("conv3d", { filters: [1], kernelSize: [2], dilationRate: [2], strides: [1, 2] }, [[null, 5, 5, 5, 1]]));
});

describe("depthwiseConv2d", () => {
    test("its dilationRate is ignored, and 'causal' is 'valid'", () => {
        const table = { kernelSize: [1, 3, [2, 3]], strides: [undefined, 2], depthMultiplier: [undefined, 1, 2], padding: [undefined, "same", "causal"] };
        expectAgreement(rows("depthwiseConv2d", { ...table, dilationRate: [undefined, 2], useBias: [true, false] }, images));
        expectAgreement(rows("depthwiseConv2d", { ...table, dataFormat: ["channelsFirst"] }, firstImages));
        expectAgreement(rows("depthwiseConv2d", { kernelSize: [1], depthMultiplier: [0, 1.5, -1, "2"] }, [[null, 4, 4, 2], ...notImages]));
    });
});

describe("separableConv2d", () => {
    test("legal options", () => {
        const table = { filters: [1, 4], kernelSize: [1, [2, 3]], strides: [undefined, 2], depthMultiplier: [undefined, 2], padding: [undefined, "same"] };
        expectAgreement(rows("separableConv2d", { ...table, useBias: [true, false] }, images));
        expectAgreement(rows("separableConv2d", { ...table, dilationRate: [2] }, images));
        expectAgreement(rows("separableConv2d", { filters: [2], kernelSize: [1] }, notImages));
    });
    test("channelsFirst fails when run, unless the bias happens to fit the height", () => {
        const table = { filters: [1, 4], kernelSize: [1, 2], useBias: [true, false], dataFormat: ["channelsFirst"] };
        expectAgreement(rows("separableConv2d", table, [[null, 3, 4, 4], [null, 3, 5, 7], [null, 2, 4, 1]]));
    });
});

describe("symbols", () => {
    const h = symbol("h");
    test("lengths stay expressions", () => {
        const { shape } = ask(specOf("conv2d"), { filters: 8, kernelSize: 7, strides: [1, 2] }, [[constant(1), h, h, constant(3)]]);
        expect(shape).toEqual([1, "h - 6", "floor((h - 7)/2) + 1", 8]);
    });
    test("silent: h - 6 may be a size, so it is no fault", () => {
        expect(ask(specOf("conv2d"), { filters: 8, kernelSize: 7 }, [[constant(1), h, h, constant(3)]]).faults).toEqual([]);
    });
    test("an input of unknown rank has the rank that the layer takes", () => {
        expect(ask(specOf("conv2d"), { filters: 8, kernelSize: 7 }, [undefined]).shape).toEqual(["?", "?", "?", 8]);
    });
    test("a shared layer keeps the channels that it was built for", () => {
        const built = [toShape([null, 4, 4, 3])];
        const config = { filters: 8, kernelSize: 1 };
        expect(ask(specOf("conv2d"), config, [toShape([null, 9, 9, 5])], built).faults).toMatchObject([{ kind: "input-size", axis: 3 }]);
        expect(ask(specOf("conv2d"), config, [toShape([null, 9, 9, 3])], built).faults).toEqual([]);
        expect(ask(specOf("conv2d"), config, [[unknown, unknown, unknown, unknown]], built).faults).toEqual([]);
    });
});
