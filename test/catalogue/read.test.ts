import { describe, expect, test } from "vitest";
import { noEffect, nullable, optional, required } from "../../src/catalogue/options.js";
import { readOptions } from "../../src/catalogue/read.js";
import { oneOf, size } from "../../src/catalogue/readers.js";
import { constant, unknown } from "../../src/shapes/dim.js";
import { given } from "../layers/rows.js";

const table = {
    units: required(size()),
    n: optional(size(), constant(7)),
    mode: nullable(oneOf("sum", "concat"), "concat"),
    ...noEffect("name"),
};

const cases = [
    { name: "what is given", config: { units: 3, n: 4, mode: "sum", name: "x" }, values: { units: constant(3), n: constant(4), mode: "sum" }, faults: [] },
    { name: "what is left out has its default", config: { units: 3 }, values: { units: constant(3), n: constant(7), mode: "concat" }, faults: [] },
    { name: "null is as good as left out", config: { units: 3, n: null }, values: { n: constant(7) }, faults: [] },
    { name: "where null is a value, the reader judges it", config: { units: 3, mode: null }, values: { mode: undefined }, faults: [{ kind: "option-value", option: "mode", given: "null" }] },
    { name: "a required option is missing", config: {}, values: { units: unknown }, faults: [{ kind: "option-missing", option: "units", at: { kind: "call" } }] },
    {
        name: "a refused value becomes unknown",
        config: { units: 10.9, n: "2" },
        values: { units: unknown, n: unknown },
        faults: [
            { kind: "option-value", option: "units", given: "10.9", expected: "a positive integer", at: { kind: "option", name: "units" } },
            { kind: "option-value", option: "n", given: "'2'" },
        ],
    },
    { name: "a null for a required option is refused by its reader", config: { units: null }, values: { units: unknown }, faults: [{ kind: "option-value", given: "null" }] },
    { name: "options of other names are not judged here", config: { units: 3, unit: 4 }, values: {}, faults: [] },
];

describe("readOptions", () => {
    test.each(cases)("$name", ({ config, values, faults }) => {
        const read = readOptions(table, given(config));
        expect(read.values).toMatchObject(values);
        expect(read.faults).toMatchObject(faults);
    });
    test("in an open configuration nothing is missing, and nothing has its default", () => {
        const read = readOptions(table, given({}, true));
        expect(read.values).toMatchObject({ units: unknown, n: unknown, mode: undefined });
        expect(read.faults).toEqual([]);
    });
});
