import { describe, expect, test } from "vitest";
import { globalMaxPooling3d } from "../../src/layers/pooling.js";
import { ask, expectAgreement, rows, specOf, toShape } from "./rows.js";

const odd = [0, -1, 2.5, "2", [], [2], [2, 2, 2], [2, 2, 2, 2]];

describe("windows", () => {
    for (const kind of ["max", "average"]) {
        test(`${kind}Pooling1d`, () => {
            const table = { poolSize: [undefined, null, 1, 3, [2], 5], strides: [undefined, null, 1, 3, [2]], padding: [undefined, "same", "causal"] };
            expectAgreement(rows(`${kind}Pooling1d`, table, [[null, 7, 3], [2, 4, 1], [null, null, 2]]));
            expectAgreement(rows(`${kind}Pooling1d`, { poolSize: [1, ...odd], strides: [1, ...odd] }, [[null, 7, 3]]));
        });
        test(`${kind}Pooling2d`, () => {
            const table = { poolSize: [undefined, 1, [3, 2]], strides: [undefined, 1, [2, 3]], padding: [undefined, "same", "causal"] };
            expectAgreement(rows(`${kind}Pooling2d`, table, [[null, 7, 6, 3], [null, null, 4, null], [null, 2, 2, 1]]));
            expectAgreement(rows(`${kind}Pooling2d`, { ...table, dataFormat: ["channelsFirst"] }, [[null, 3, 7, 6], [null, 1, 1, 1]]));
            expectAgreement(rows(`${kind}Pooling2d`, { poolSize: [1, ...odd], strides: [1, ...odd] }, [[null, 7, 7, 3]]));
        });
        test(`${kind}Pooling3d`, () => {
            const table = { poolSize: [undefined, 1, [3, 2, 1]], strides: [undefined, [2, 3, 1]], padding: [undefined, "same"] };
            expectAgreement(rows(`${kind}Pooling3d`, table, [[null, 3, 4, 5, 2], [null, null, 4, 4, 1]]));
            expectAgreement(rows(`${kind}Pooling3d`, { ...table, dataFormat: ["channelsFirst"] }, [[null, 2, 3, 4, 5]]));
            expectAgreement(rows(`${kind}Pooling3d`, { poolSize: [1, ...odd], strides: [1, ...odd] }, [[null, 5, 5, 5, 1]]));
        });
    }
    test("options and ranks that are refused", () => {
        expectAgreement(rows("maxPooling2d", { padding: ["full", "VALID", 3] }, [[null, 7, 7, 3]]));
        expectAgreement(rows("maxPooling2d", { dataFormat: ["NHWC"] }, [[null, 7, 7, 3]]));
        expectAgreement(rows("maxPooling2d", {}, [[null, 7], [null, 7, 7], [null, 7, 7, 7, 7]]));
        expectAgreement(rows("maxPooling1d", {}, [[null, 7], [null, 7, 7, 7]]));
    });
});

test("global pooling", () => {
    for (const type of ["globalMaxPooling1d", "globalAveragePooling1d"]) {
        expectAgreement(rows(type, {}, [[null, 5, 3], [2, null, 4], [null, 4, null], [null, 5], [null, 5, 5, 1]]));
    }
    for (const type of ["globalMaxPooling2d", "globalAveragePooling2d"]) {
        expectAgreement(rows(type, { dataFormat: [undefined, "channelsLast", "channelsFirst", "NCHW"] }, [[null, 5, 4, 3], [null, null, null, 8], [null, 5, 5]]));
    }
    expect(ask(globalMaxPooling3d, {}, [toShape([null, 2, 3, 4, 5])]).shape).toEqual([null, 5]);
});

test("aliases are the same entries", () => {
    expect(specOf("maxPool2d")).toBe(specOf("maxPooling2d"));
    expect(specOf("avgPooling1d")).toBe(specOf("averagePooling1d"));
    expect(specOf("globalMaxPool1d")).toBe(specOf("globalMaxPooling1d"));
});
