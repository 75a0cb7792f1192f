/** Histograms, samples and grids. */
import type { Datum } from "../catalogue/datum.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required, type Option } from "../catalogue/options.js";
import { printDatum } from "../catalogue/print.js";
import { raw, size } from "../catalogue/readers.js";
import { compare, compareOrder, constant, maximum, unknown, type Dim } from "../shapes/dim.js";
import { sizeOf, type Shape } from "../shapes/shape.js";
import { asTensor, asTensors, checkRank } from "./outcome.js";
import { numbersOrTexts, tensor } from "./readers.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";

/** Weights are as many as the elements of x, or none. */
function checkWeights(x: TensorArgument, weights: TensorArgument): Fault | undefined {
    const count = weights.shape && sizeOf(weights.shape);
    if (count === undefined || x.shape === undefined || weights.shape === undefined || compare(count, constant(0)) !== "different" || compare(count, sizeOf(x.shape)) !== "different") {
        return undefined;
    }
    return { kind: "shape-mismatch", inputs: [x.shape, weights.shape], names: ["x", "weights"], axis: undefined, at: atOption("weights") };
}

const bincount = op({
    name: "bincount",
    args: { x: required(tensor("int32")), weights: required(tensor()), size: required(size(0)) },
    method: false,
    output: ({ x, weights, size: length }) => asTensor(checkWeights(x, weights) ?? [length]),
    source: "tfjs-core 4.22.0 src/ops/bincount.ts",
});

const denseBincount = op({
    name: "denseBincount",
    args: { x: required(tensor("int32")), weights: required(tensor()), size: required(size(0)), ...noEffect("binaryOutput") },
    method: false,
    output: ({ x, weights, size: length }) => asTensor(checkRank("x", x, 1, 2) ?? checkWeights(x, weights) ?? (x.shape && [...x.shape.slice(0, -1), length])),
    source: "tfjs-core 4.22.0 src/ops/dense_bincount.ts; tfjs-backend-cpu src/kernels/DenseBincount.ts",
});

const multinomial = op({
    name: "multinomial",
    args: { logits: required(tensor()), numSamples: required(size(0)), ...noEffect("seed", "normalized") },
    method: false,
    output({ logits, numSamples }) {
        const { shape } = logits;
        const rank = checkRank("logits", logits, 1, 2);
        if (rank || shape === undefined) {
            return asTensor(rank);
        }
        if (compareOrder(constant(2), sizeOf(shape)) === "greater") {
            return { kind: "input-size", input: shape, axis: 0, what: "the number of outcomes", expected: constant(2), why: "there must be two at least", at: atOption("logits") };
        }
        return [...shape.slice(0, -1), numSamples];
    },
    dtype: () => "int32",
    source: "tfjs-core 4.22.0 src/ops/multinomial.ts",
});

const broadcastArgs = op({
    name: "broadcastArgs",
    args: { s0: required(tensor()), s1: required(tensor()) },
    method: false,
    output: ({ s0, s1 }) => asTensor(checkRank("s0", s0, 1) ?? checkRank("s1", s1, 1) ?? [maximum(s0.shape?.[0] ?? unknown, s1.shape?.[0] ?? unknown)]),
    source: "tfjs-backend-cpu 4.22.0 src/kernels/BroadcastArgs.ts",
});

function optionalOfAny(): Option<TensorArgument | undefined> {
    return optional<TensorArgument | undefined>(numbersOrTexts(), undefined);
}

/** One grid for each of the inputs, which count as flat. */
const meshgrid = op({
    name: "meshgrid",
    args: { x: optionalOfAny(), y: optionalOfAny(), options: optional<Datum>(raw(), { kind: "undefined" }) },
    method: false,
    output({ x, y, options }) {
        const indexing = indexingOf(options);
        if (indexing.kind === "string" && indexing.value !== "xy" && indexing.value !== "ij") {
            return { kind: "option-value", option: "options", given: printDatum(indexing), expected: "'xy' or 'ij' as its indexing", at: atOption("options") };
        }
        if (x === undefined || y === undefined) {
            return asTensors(x ? [x.shape] : []);
        }
        const [columns, rows] = [countOf(x.shape), countOf(y.shape)];
        const grid = indexing.kind === "string" ? (indexing.value === "xy" ? [rows, columns] : [columns, rows]) : [unknown, unknown];
        return asTensors([grid, grid]);
    },
    source: "tfjs-core 4.22.0 src/ops/meshgrid.ts",
});

function countOf(shape: Shape | undefined): Dim {
    return shape ? sizeOf(shape) : unknown;
}

function indexingOf(options: Datum): Datum {
    if (options.kind === "undefined") {
        return { kind: "string", value: "xy" };
    }
    if (options.kind !== "record" || options.open) {
        return { kind: "unknown" };
    }
    return options.fields.get("indexing") ?? { kind: "string", value: "xy" };
}

export const countingOps: readonly OpSpec[] = [bincount, denseBincount, multinomial, broadcastArgs, meshgrid];

