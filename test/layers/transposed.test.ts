import { describe, expect, test } from "vitest";
import { checkDeconvolution, formatFromDeclared, type Deconvolution } from "../../src/catalogue/deconvolution.js";
import { atOption } from "../../src/catalogue/fault.js";
import { deconvolution2d, deconvolution3d, kerasConv2dTranspose, kerasConv3dTranspose } from "../../src/layers/transposed.js";
import { batch, constant, multiply, symbol, unknown, type Dim } from "../../src/shapes/dim.js";
import { ask, expectAgreement, rows, specOf, toShape, type Config } from "./rows.js";

const table = {
    filters: [1, 4],
    kernelSize: [1, 3, [2, 3]],
    strides: [undefined, 1, 2, [3, 1]],
    padding: [undefined, "valid", "same"],
    useBias: [undefined, false],
};

describe("the layers of TensorFlow.js", () => {
    test("conv2dTranspose", () => {
        expectAgreement(rows("conv2dTranspose", table, [[null, 4, 5, 3], [2, 1, 1, 1], [null, null, 5, 2], [null, 4, 4, null]]));
        expectAgreement(rows("conv2dTranspose", { ...table, dataFormat: ["channelsFirst"] }, [[null, 3, 4, 5], [null, 1, null, 2]]));
        expectAgreement(rows("conv2dTranspose", { filters: [2], kernelSize: [1] }, [[null, 4], [null, 4, 4], [null, 4, 4, 4, 4]]));
    });
    test("conv3dTranspose", () => {
        const volumes = { ...table, kernelSize: [2, [1, 2, 3]], strides: [undefined, 2, [1, 2, 3]] };
        expectAgreement(rows("conv3dTranspose", volumes, [[null, 2, 3, 4, 2], [null, null, 1, 1, 1]]));
        expectAgreement(rows("conv3dTranspose", { ...volumes, dataFormat: ["channelsFirst"] }, [[null, 2, 1, 2, 3]]));
    });
    test("the library ignores dilationRate, outputPadding and a declared shape that is legal", () => {
        const ignored = { filters: [1], kernelSize: [3], dilationRate: [1, 2], outputPadding: [undefined, 1] };
        expectAgreement(rows("conv2dTranspose", { ...ignored, outputShape: [undefined, [6, 6, 1], [null, 6, 6, 1], [6, 6]] }, [[null, 4, 4, 2]]));
    });
});

/** The legal outputs, by the forward convolution that maps them back: independent of src/convolution. */
function isLegalLength(output: number, input: number, kernel: number, stride: number, padding: string): boolean {
    const forward = padding === "same" ? Math.ceil(output / stride) : Math.floor((output - kernel) / stride) + 1;
    return forward === input && output > 0;
}

describe("declared output shapes", () => {
    const kinds = (config: Config, input: (number | null)[]): string[] =>
        ask(specOf("conv2dTranspose"), config, [toShape(input)]).faults.map(({ kind }) => kind);

    test("a length is a fault exactly where no convolution maps it back, and the inferred shape comes out all the same", () => {
        const wrong: string[] = [];
        for (const kernel of [1, 2, 3, 5])
            for (const stride of [1, 2, 3])
                for (const padding of ["valid", "same"])
                    for (let length = 1; length <= 16; length++) {
                        const config = { filters: 2, kernelSize: kernel, strides: stride, padding, outputShape: [length, length, 2] };
                        const { faults, shape } = ask(specOf("conv2dTranspose"), config, [toShape([null, 4, 4, 3])]);
                        const inferred = padding === "same" ? 4 * stride : 4 * stride + Math.max(kernel - stride, 0);
                        const legal = isLegalLength(length, 4, kernel, stride, padding);
                        if ((faults.length === 0) !== legal || shape?.[1] !== inferred) wrong.push(JSON.stringify(config));
                    }
        expect(wrong).toEqual([]);
    });
    test("what a deconvolution was set up with, and the stride it speaks of", () => {
        const { faults } = ask(specOf("conv2dTranspose"), { filters: 1, kernelSize: 3, padding: "same", outputShape: [56, 28, 1] }, [toShape([null, 28, 28, 8])]);
        expect(faults).toMatchObject([
            {
                kind: "deconv-length",
                at: { kind: "option", name: "outputShape" },
                axes: [{ axis: 0, declared: { value: 56 }, input: { value: 28 }, stride: { value: 1 } }],
                setup: {
                    made: [{ value: 28 }, { value: 28 }],
                    padding: "same",
                    implied: { kind: "exact", strides: [2, 1] },
                    strideMissing: true,
                    declarationIgnored: true,
                },
            },
        ]);
    });
    test("ranks, batch and channels", () => {
        const good = { filters: 2, kernelSize: 3, padding: "same" };
        expect(kinds({ ...good, outputShape: [4] }, [null, 4, 4, 1])).toEqual(["deconv-rank"]);
        expect(kinds({ ...good, outputShape: [1, 1, 4, 4, 2] }, [null, 4, 4, 1])).toEqual(["deconv-rank"]);
        expect(kinds({ ...good, outputShape: [4, 4] }, [null, 4, 4, 1])).toEqual([]);
        expect(kinds({ ...good, outputShape: [3, 4, 4, 2] }, [5, 4, 4, 1])).toEqual(["deconv-batch"]);
        expect(kinds({ ...good, outputShape: [3, 4, 4, 2] }, [null, 4, 4, 1])).toEqual([]);
        expect(kinds({ ...good, outputShape: [4, 4, 3] }, [null, 4, 4, 1])).toEqual(["deconv-channels"]);
        expect(kinds({ ...good, outputShape: [9, 4, 3] }, [null, 4, 4, 1])).toEqual(["deconv-length", "deconv-channels"]);
        expect(kinds({ ...good, dataFormat: "channelsFirst", outputShape: [2, 4, 4] }, [null, 1, 4, 4])).toEqual([]);
    });
});

describe("Keras", () => {
    const h = symbol("h");
    const w = symbol("w");

    test("the founding example: stride 1 makes h, not 2*h, and the declared shape is believed", () => {
        const twice = (dim: Dim): Dim => multiply(constant(2), dim);
        const deconvolution: Deconvolution = {
            declared: [batch, constant(1), twice(h), twice(w)],
            at: atOption("outputShape"),
            ranks: [4],
            input: [batch, constant(16), h, w],
            windows: [h, w].map(() => ({ kernel: constant(7), stride: constant(1), dilation: constant(1), padding: { kind: "same" } })),
            filters: constant(1),
            filtersFrom: "nb_filter",
            dataFormat: "channelsFirst",
            strideMissing: true,
        };
        expect(checkDeconvolution(deconvolution)).toMatchObject([
            { kind: "deconv-length", axes: [{ axis: 2 }, { axis: 3 }], setup: { implied: { kind: "exact", strides: [2, 2] }, declarationIgnored: false } },
        ]);
        const config = { filters: 1, kernelSize: 7, padding: "same", outputShape: [null, 1, 8, 8] };
        const { faults, shape } = ask(deconvolution2d, config, [toShape([3, 16, 4, 4])]);
        expect(faults).toMatchObject([{ kind: "deconv-length", axes: [{ axis: 2 }, { axis: 3 }] }]);
        expect(shape).toEqual([3, 1, 8, 8]);
    });
    test("Keras 1 takes the batch from the input and the lengths from the declaration", () => {
        const config = { filters: 1, kernelSize: 3, strides: 2, padding: "same", dataFormat: "channelsFirst", outputShape: [null, 1, 8, 7] };
        expect(ask(deconvolution2d, config, [toShape([3, 16, 4, 4])])).toMatchObject({ faults: [], shape: [3, 1, 8, 7] });
        expect(ask(deconvolution2d, { filters: 1, kernelSize: 3 }, [toShape([3, 16, 4, 4])]).faults).toMatchObject([{ kind: "option-missing" }]);
    });
    test("with an unknown data format, the declared shape may tell it; else only what holds in both is a fault", () => {
        const input = [toShape([null, 16, 4, 4])];
        const base = { filters: 1, kernelSize: 3, padding: "same" };
        expect(ask(deconvolution2d, { ...base, outputShape: [null, 1, 8, 8] }, input).faults).toMatchObject([{ kind: "deconv-length", axes: [{ axis: 2 }, { axis: 3 }] }]);
        expect(ask(deconvolution2d, { ...base, filters: 8, outputShape: [null, 8, 8, 8] }, input).faults).toMatchObject([{ kind: "deconv-length", axes: [{ axis: 2 }] }]);
        expect(ask(deconvolution2d, { ...base, filters: 4, outputShape: [null, 4, 4, 4] }, input).faults).toEqual([]);
        expect(ask(deconvolution2d, { ...base, filters: 5, outputShape: [null, 9, 4, 9] }, input).faults).toMatchObject([{ kind: "deconv-channels" }]);
    });
    test("declared lengths come out in any format in which they agree", () => {
        const config = { filters: 8, kernelSize: 3, strides: 2, padding: "same", outputShape: [null, 8, 8, 8] };
        expect(ask(deconvolution2d, config, [toShape([2, 4, 4, 4])])).toMatchObject({ faults: [], shape: [2, 8, 8, 8] });
        expect(ask(deconvolution2d, { ...config, filters: 3 }, [toShape([2, 4, 4, 4])]).shape).toEqual([2, "?", 8, "?"]);
        expect(ask(deconvolution3d, { ...config, outputShape: [null, 8, 8, 8, 8] }, [toShape([2, 4, 4, 4, 4])])).toMatchObject({ faults: [], shape: [2, 8, 8, 8, 8] });
    });
    test.each([
        [[null, 1, 8, 8], 2, "channelsFirst"],
        [[null, 8, 8, 1], 2, "channelsLast"],
        [[null, 1, 8, 1], 2, undefined],
        [[null, 3, 8, 2], 2, undefined],
        [[1, 8, 8], 2, "channelsFirst"],
        [[8, 8, 1], 2, "channelsLast"],
        [[8, 1, 8, 8], 3, undefined],
        [[8, 8, 8, 1], 3, "channelsLast"],
        [[1, 8], 2, undefined],
        [[null, 1], 2, undefined],
    ])("one filter in %j, with %i lengths: %s", (declared, spatial, format) => {
        expect(formatFromDeclared(toShape(declared), constant(1), spatial)).toBe(format);
    });
    test("what is not known tells no format", () => {
        expect(formatFromDeclared([batch, constant(1), h, unknown], constant(1), 2)).toBe("channelsFirst");
    });
    // Keras 2.3.1 keras/utils/conv_utils.py, deconv_length, evaluated by hand.
    test.each([
        ["valid", 3, 2, 1, undefined, 9],
        ["same", 3, 2, 1, undefined, 8],
        ["valid", 3, 2, 1, 1, 10],
        ["valid", 3, 2, 1, 0, 9],
        ["same", 3, 2, 1, 1, 8],
        ["same", 3, 2, 1, 0, 7],
        ["same", 5, 2, 1, 1, 8],
        ["valid", 3, 1, 2, undefined, 8],
    ])("padding %s, kernel %i, strides %i, dilation %i, outputPadding %s: %i", (padding, kernelSize, strides, dilationRate, outputPadding, length) => {
        const config = { filters: 2, kernelSize, strides, padding, dilationRate, outputPadding, dataFormat: "channelsLast" };
        expect(ask(kerasConv2dTranspose, config, [toShape([null, 4, 4, 1])])).toMatchObject({ faults: [], shape: [null, length, length, 2] });
    });
    test("an output shape that Keras 2 code writes is believed, whatever the format of the rest", () => {
        const config = { filters: 2, kernelSize: 3, strides: 2, padding: "same", dataFormat: "channelsLast" };
        expect(ask(kerasConv2dTranspose, { ...config, outputShape: [7, 8, 2] }, [toShape([null, 4, 4, 1])])).toMatchObject({ faults: [], shape: [null, 7, 8, 2] });
        expect(ask(kerasConv2dTranspose, { ...config, outputShape: [9, 8] }, [toShape([null, 4, 4, 1])])).toMatchObject({
            faults: [{ kind: "deconv-length", axes: [{ axis: 0 }], setup: { declarationIgnored: false, strideMissing: false } }],
            shape: [null, 9, 8, 2],
        });
        expect(ask(kerasConv2dTranspose, { filters: 2, kernelSize: 3, outputShape: [7, 8] }, [toShape([null, 4, 4, 1])]).shape).toEqual([null, "?", "?", "?"]);
    });
    test("outputPadding must be less than the stride; on three axes versions differ about the dilation", () => {
        expect(ask(kerasConv2dTranspose, { filters: 2, kernelSize: 3, strides: 2, outputPadding: 2 }, [toShape([null, 4, 4, 1])]).faults).toMatchObject([{ kind: "option-conflict" }]);
        const config = { filters: 2, kernelSize: 3, dilationRate: 2, dataFormat: "channelsLast" };
        expect(ask(kerasConv3dTranspose, config, [toShape([null, 4, 4, 4, 1])]).shape).toEqual([null, "?", "?", "?", 2]);
    });
});
