import { describe, expect, test } from "vitest";
import { concatenateAll } from "../../src/layers/merge.js";
import { batch, constant, symbol, unknown, type Dim } from "../../src/shapes/dim.js";
import type { Shape } from "../oracle/recording-tf.js";
import { ask, expectAgreement, rows, specOf, toShape } from "./rows.js";

const shapes: Shape[] = [[null, 4], [2, 4], [3, 4], [null, 1], [null, 5], [null, null], [null, 3, 4], [null, 1, 4], [null, 3, 1], [null, 3, null], [null, 2, 3, 4], [null, 1, 1, 1]];
const pairs = shapes.flatMap((a) => shapes.map((b) => [a, b]));
const triples = pairs.filter((_, index) => index % 3 === 0).flatMap(([a, b]) => [shapes[0], shapes[3], shapes[6], shapes[9]].map((c) => [a!, b!, c!]));

describe("element by element", () => {
    test("all pairs", () => {
        for (const type of ["add", "average", "multiply", "maximum", "minimum"]) expectAgreement(rows(type, {}, pairs));
    });
    test("three inputs", () => {
        expectAgreement(rows("add", {}, triples));
    });
    test("one input", () => {
        expectAgreement(rows("add", {}, [[null, 4]]));
        expectAgreement(rows("concatenate", {}, [[null, 4]]));
    });
    test("which inputs clash, and on which axis", () => {
        const faults = (...inputs: Shape[]) => ask(specOf("add"), {}, inputs.map(toShape)).faults;
        expect(faults([null, 4, 4, 3], [null, 4, 4, 3], [null, 4, 5, 3])).toMatchObject([{ kind: "merge", first: 0, second: 2, axis: 2, a: { value: 4 }, b: { value: 5 } }]);
        expect(faults([null, 1, 3], [null, 4, 3], [null, 5, 3])).toMatchObject([{ kind: "merge", first: 1, second: 2, axis: 1 }]);
        expect(faults([null, 3], [null, 7, 4])).toMatchObject([{ kind: "merge", first: 0, second: 1, axis: 2, a: { value: 3 }, b: { value: 4 } }]);
        expect(faults([2, 3], [null, 3], [4, 3])).toMatchObject([{ kind: "merge", first: 0, second: 2, axis: 0, a: { value: 2 }, b: { value: 4 } }]);
    });
    test("symbols: only what is different for every size is a fault", () => {
        const h = symbol("h");
        const merge = (a: Dim, b: Dim) => ask(specOf("add"), {}, [[batch, a], [batch, b]]);
        expect(merge(h, h)).toMatchObject({ faults: [], shape: [null, "h"] });
        expect(merge(h, constant(5))).toMatchObject({ faults: [], shape: [null, 5] });
        expect(merge(h, symbol("w"))).toMatchObject({ faults: [], shape: [null, "?"] });
        expect(merge(unknown, constant(5))).toMatchObject({ faults: [], shape: [null, "?"] });
        expect(ask(specOf("add"), {}, [[batch, h], undefined])).toMatchObject({ faults: [], shape: undefined });
    });
});

describe("concatenate", () => {
    const off: Shape[] = [[null, 4], [2, 4], [null, 5], [null, null], [null, 3, 4], [null, 3, 5], [null, 2, 4], [null, null, 4], [null, 3, null], [null, 2, 3, 4]];
    test("all pairs, all axes", () => {
        expectAgreement(rows("concatenate", { axis: [undefined, null, -1, 1, 2, -2, 0, 3, -3, 7, -7] }, off.flatMap((a) => off.map((b) => [a, b]))), [
            { name: "an axis past the rank, where nulls hide it", of: ({ config, inputs: [a, b] }) => Math.abs(Number(config["axis"])) > Math.min(a!.length, b!.length) - 1 && a!.slice(1).includes(null) },
            { name: "a negative axis, where nulls hide that the last one is joined", of: ({ config, inputs }) => Number(config["axis"]) < -1 && inputs.some((input) => input.slice(1).includes(null)) },
        ]);
    });
    test("three inputs", () => {
        expectAgreement(rows("concatenate", { axis: [1, -1] }, [[[null, 3, 4], [null, 3, 4], [null, 3, 4]], [[null, 3, 4], [null, 5, 4], [null, null, 4]], [[null, 3, 4], [null, 3, 4], [null, 3, 5]]]));
    });
    test("which inputs clash, and on which axis", () => {
        const { faults } = ask(specOf("concatenate"), {}, [[null, 8, 8, 3], [null, 8, 8, 5], [null, 8, 7, 3]].map((shape) => toShape(shape)));
        expect(faults).toMatchObject([{ kind: "merge", first: 0, second: 2, axis: 2, a: { value: 8 }, b: { value: 7 } }]);
    });
    test("Keras: null fits any size", () => {
        expect(concatenateAll([toShape([null, null, 4]), toShape([2, 3, 4])], constant(-1), "any")).toEqual(toShape([2, 3, 8]));
    });
    test("silent: an axis that is not known", () => {
        expect(concatenateAll([toShape([null, 3, 4]), toShape([2, 3, 4])], symbol("axis"), "exact")).toEqual([unknown, unknown, unknown]);
    });
});

describe("dot", () => {
    const some: Shape[] = [[null, 4], [null, 5], [null, 3, 4], [null, 4, 3], [null, 4, 4], [null, null, 4], [null, 4, null]];
    const inputs = some.flatMap((a) => some.map((b) => [a, b]));
    test("axes in all forms", () => {
        expectAgreement(rows("dot", { axes: [1, -1, 2, [1, 1], [2, 1], [1, 2], [2, 2], [-1, -1], [-1, 1]], normalize: [undefined, true] }, inputs), [
            { name: "negative axes in a list are not resolved: null against a number is left to the run", of: ({ config, inputs: [a, b] }) => JSON.stringify(config["axes"]).includes("[-1") && JSON.stringify([a, b]).slice(7).includes("null,") },
        ]);
    });
    test("refused", () => {
        expectAgreement(rows("dot", { axes: [undefined, null, [1, 2, 1]] }, [[[null, 4], [null, 4]]]));
        expectAgreement(rows("dot", { axes: [1] }, [[[null, 4, 4, 4], [null, 4]], [[null, 4], [null, 4], [null, 4]]]));
    });
});
