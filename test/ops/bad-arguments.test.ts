import { given as toGiven, OptionList } from "../../src/catalogue/given.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tfjsMethods, tfjsOps } from "../../src/apis/tfjs-ops.js";
import { unknownDatum, type Datum } from "../../src/catalogue/datum.js";
import { applyOp } from "../../src/ops/engine.js";
import type { OpSpec } from "../../src/ops/spec.js";
import { batch, constant, symbol, unknown } from "../../src/shapes/dim.js";
import { applyTo } from "./compare.js";

const entries: readonly [string, OpSpec][] = [...Object.entries(tfjsOps), ...Object.entries(tfjsMethods).map(([name, spec]): [string, OpSpec] => [`x.${name}`, spec])];

const h = symbol("h");
const dims = fc.constantFrom(constant(0), constant(1), constant(2), constant(4), constant(-3), h, batch, unknown);
const numbers = fc.constantFrom(-2, -1, 0, 1, 2, 3, 4, 0.5, 1e9, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);

const leaves: fc.Arbitrary<Datum> = fc.oneof(
    numbers.map((value): Datum => ({ kind: "number", value })),
    dims.map((dim): Datum => ({ kind: "size", dim })),
    fc.constantFrom("same", "valid", "NHWC", "reflect", "ij,jk->ik", "->", "", "__proto__").map((value): Datum => ({ kind: "string", value })),
    fc.boolean().map((value): Datum => ({ kind: "boolean", value })),
    fc.option(fc.array(dims, { maxLength: 5 }), { nil: undefined }).map((shape): Datum => ({ kind: "tensor", shape, symbolic: false })),
    fc.constantFrom<Datum>(unknownDatum, { kind: "undefined" }, { kind: "null" }, { kind: "layer", layer: {} }, { kind: "other", what: "function" }, { kind: "record", fields: new Map(), open: true }),
);

const data: fc.Arbitrary<Datum> = fc.oneof(
    { weight: 3, arbitrary: leaves },
    fc.array(fc.oneof(leaves, fc.array(leaves, { maxLength: 3 }).map((items): Datum => ({ kind: "list", items }))), { maxLength: 6 }).map((items): Datum => ({ kind: "list", items })),
);

test.each(entries)("%s takes anything without throwing, and ends at once", (_, spec) => {
    const start = performance.now();
    fc.assert(fc.property(fc.array(data, { maxLength: 7 }), (args) => {
        applyTo(spec, args);
    }), { numRuns: 60, seed: 1 });
    expect(performance.now() - start).toBeLessThan(5000);
});

test.each(entries)("%s reports nothing where nothing is known", (_, spec) => {
    const options = new OptionList(Object.keys(spec.args).map((name) => toGiven(name, unknownDatum, undefined)));
    expect(applyOp(spec, { options, open: false }).faults).toEqual([]);
    expect(applyOp(spec, { options: OptionList.none, open: true }).faults).toEqual([]);
});
