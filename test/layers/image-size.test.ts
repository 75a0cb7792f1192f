/** Layers that change the lengths of an image: padding, cropping, up-sampling. */
import { describe, expect, test } from "vitest";
import { cropping1d, cropping3d, kerasCropping2d, zeroPadding1d, zeroPadding3d } from "../../src/layers/padding-cropping.js";
import { kerasUpSampling2d, upSampling1d, upSampling3d } from "../../src/layers/upsampling.js";
import { ask, expectAgreement, rows, specOf, toShape, type Exception } from "./rows.js";

const amounts = [1, 2, [1, 2], [[1, 2], [0, 1]], [2, 2], [[3, 3], [1, 1]]];
const odd = ["12", 2.5, [1], [1, 2, 3], [[1], [1]], [[1, 1]], [1, [1, 2]], [[1, 1], 1], true];

/** Where the result is empty on purpose, nothing has failed. */
const toNothing: Exception = { name: "cropped to nothing, which can be meant", of: ({ inputs: [input] }) => input?.[1] === 4 || input?.[1] === 3 || input?.[2] === 4 };

describe("zeroPadding2d", () => {
    test("legal", () => {
        expectAgreement(rows("zeroPadding2d", { padding: [undefined, null, 0, -1, ...amounts], dataFormat: [undefined, "channelsFirst"] }, [[null, 5, 6, 3], [2, 1, 4, 9], [null, null, 4, null]]));
    });
    test("silent: a fraction that makes whole lengths works, and is not worked out", () => {
        expect(ask(specOf("zeroPadding2d"), { padding: 1.5 }, [toShape([null, 4, 4, 1])])).toMatchObject({ faults: [], shape: [null, "?", "?", 1] });
    });
    test("refused", () => {
        expectAgreement(rows("zeroPadding2d", { padding: [[], ...odd.filter((amount) => amount !== true && amount !== 2.5)] }, [[null, 5, 5, 3]]));
        expectAgreement(rows("zeroPadding2d", { dataFormat: ["NHWC"] }, [[null, 5, 5, 3]]));
        expectAgreement(rows("zeroPadding2d", { padding: [-3] }, [[null, 5, 5, 3]]));
        expectAgreement(rows("zeroPadding2d", {}, [[null, 5], [null, 5, 5], [null, 5, 5, 3, 3]]));
    });
});

describe("cropping2D", () => {
    test("legal, and to less than nothing", () => {
        expectAgreement(rows("cropping2D", { cropping: amounts, dataFormat: [undefined, "channelsLast"] }, [[null, 5, 6, 3], [2, 3, 3, 1]]), [toNothing]);
        expectAgreement(rows("cropping2D", { cropping: amounts, dataFormat: ["channelsFirst"] }, [[null, 3, 5, 6]]));
        expectAgreement(rows("cropping2D", { cropping: [2] }, [[null, 4, 6, 3], [null, 6, 4, 3]]), [toNothing]);
    });
    test("refused", () => {
        expectAgreement(rows("cropping2D", { cropping: [undefined, null, -1, ...odd.filter((amount) => amount !== true)] }, [[null, 5, 5, 3]]));
        expectAgreement(rows("cropping2D", { cropping: [1], dataFormat: [null, "NHWC"] }, [[null, 5, 5, 3]]));
        expectAgreement(rows("cropping2D", { cropping: [1] }, [[null, 5, 5]]));
    });
    test("null lengths stay null; the library counts them from 0 (Cropping2D.computeOutputShape), but runs right", () => {
        expect(ask(specOf("cropping2D"), { cropping: 1 }, [toShape([null, null, 5, 3])])).toMatchObject({ faults: [], shape: [null, null, 3, 3] });
    });
});

describe("upSampling2d", () => {
    test("lists of sizes", () => {
        const table = { size: [undefined, null, [2, 2], [1, 3], [2, 2, 2]], interpolation: [undefined, "bilinear"] };
        expectAgreement(rows("upSampling2d", { ...table, dataFormat: [undefined, "channelsFirst"] }, [[null, 5, 6, 3], [null, null, 4, null], [null, 5, 5]]));
    });
    test("a bare number makes sizes of NaN", () => {
        expectAgreement(rows("upSampling2d", { size: [2, 1.5, [2], [], [0, 2], [-1, 2]] }, [[null, 5, 5, 3]]));
    });
    test("silent: a fraction that makes whole lengths works, and is not worked out", () => {
        expect(ask(specOf("upSampling2d"), { size: [1.5, 2] }, [toShape([null, 4, 4, 1])])).toMatchObject({ faults: [], shape: [null, "?", 8, 1] });
    });
    test("an interpolation that the library does not know", () => {
        expectAgreement(rows("upSampling2d", { interpolation: ["cubic", "nearest", null] }, [[null, 4, 4, 1]]));
    });
});

// Keras 2.3.1 keras/layers/convolutional.py, the compute_output_shape methods evaluated by hand.
test("layers that only Keras has", () => {
    expect(ask(zeroPadding1d, { padding: [1, 3] }, [toShape([null, 5, 2])]).shape).toEqual([null, 9, 2]);
    expect(ask(zeroPadding1d, {}, [toShape([null, 5, 2])]).shape).toEqual([null, 7, 2]);
    expect(ask(zeroPadding3d, { padding: [1, 2, 3] }, [toShape([null, 5, 5, 5, 2])]).shape).toEqual([null, 7, 9, 11, 2]);
    expect(ask(cropping1d, { cropping: 2 }, [toShape([null, 5, 2])]).shape).toEqual([null, 1, 2]);
    expect(ask(cropping1d, { cropping: 3 }, [toShape([null, 5, 2])]).faults).toMatchObject([{ kind: "empty-output" }]);
    expect(ask(cropping3d, {}, [toShape([null, 5, 5, 5, 2])]).shape).toEqual([null, 3, 3, 3, 2]);
    expect(ask(kerasCropping2d, {}, [toShape([null, 5, 5, 2])]).shape).toEqual([null, 5, 5, 2]);
    expect(ask(kerasUpSampling2d, { size: 3 }, [toShape([null, 5, 5, 2])]).shape).toEqual([null, 15, 15, 2]);
    expect(ask(upSampling1d, {}, [toShape([null, 5, 2])]).shape).toEqual([null, 10, 2]);
    expect(ask(upSampling3d, { size: [1, 2, 3] }, [toShape([null, 5, 5, 5, 2])]).shape).toEqual([null, 5, 10, 15, 2]);
});
