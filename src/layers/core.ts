import { noEffect, optional, required } from "../catalogue/options.js";
import { boolean, dimensions, integerList, size } from "../catalogue/readers.js";
import { atInput } from "../catalogue/fault.js";
import { unknown, type Dim } from "../shapes/dim.js";
import { sizeOf, unknownShape, withLast, type Shape } from "../shapes/shape.js";
import { activationOption } from "./activation-names.js";
import { commonOptions, noActivityRegularizer } from "./common.js";
import { withBias } from "./convolution.js";
import { identity } from "./identity.js";
import { checkPermutation } from "./permutation.js";
import { reshapeTo } from "./reshape.js";
import { layer } from "./spec.js";

const source = "tfjs-layers 4.22.0 src/layers/core.ts,";

export const dense = layer({
    name: "Dense",
    input: { leastRank: 2, defined: { axis: -1, what: "the last dimension" }, fixed: -1 },
    options: {
        ...commonOptions,
        /** Undefined: not given. */
        inputDim: optional<Dim | undefined>(size(), undefined),
        units: required(size()),
        useBias: optional(boolean(), true),
        activation: activationOption("linear"),
        ...noEffect("kernelInitializer", "biasInitializer", "kernelConstraint", "biasConstraint"),
        ...noEffect("kernelRegularizer", "biasRegularizer"),
        activityRegularizer: noActivityRegularizer,
    },
    output: ([input = []], { units }) => withLast(input, units),
    weights: ([input = []], { units, useBias }) => withBias([[input.at(-1) ?? unknown, units]], units, useBias),
    impliedInput: ({ batchSize, inputDim }) => (inputDim && inputDim.kind !== "unknown" ? [batchSize, inputDim] : undefined),
    source: `${source} Dense.computeOutputShape`,
});

export const activation = layer({
    name: "Activation",
    input: {},
    options: { ...commonOptions, activation: activationOption() },
    output: ([shape]) => shape,
    source: `${source} Activation`,
});
export const dropout = identity("Dropout", `${source} Dropout`, ["rate", "noiseShape", "seed"]);
export const spatialDropout1d = identity("SpatialDropout1D", `${source} SpatialDropout1D`, ["rate", "seed"], { input: { rank: 3 } });
export const masking = identity("Masking", `${source} Masking`, ["maskValue"], { untrainable: { what: "the layers before `masking`, which has no gradient", upstream: true } });

export const flatten = layer({
    name: "Flatten",
    input: { leastRank: 3 },
    options: { ...commonOptions, ...noEffect("dataFormat") },
    output([input = []]) {
        const axis = input.findIndex((dim, index) => index > 0 && dim.kind === "batch");
        return axis > 0 ? { kind: "flatten-unknown", input, axis, at: atInput() } : [input[0] ?? unknown, sizeOf(input.slice(1))];
    },
    unknownRank: () => [unknown, unknown],
    elementsAxis: 1,
    source: `${source} Flatten.computeOutputShape`,
});

export const reshape = layer({
    name: "Reshape",
    input: {},
    options: { ...commonOptions, targetShape: required(dimensions()) },
    output: ([input = []], { targetShape }) => targetShape && reshapeTo(input, targetShape),
    unknownRank: (_, { targetShape }): Shape | undefined =>
        targetShape && [unknown, ...targetShape.map((dim) => (dim.kind === "constant" && dim.value >= 0 ? dim : unknown))],
    source: `${source} Reshape.computeOutputShape, Reshape.call`,
});

export const permute = layer({
    name: "Permute",
    input: {},
    options: { ...commonOptions, dims: required(integerList()) },
    check: ({ dims }) => (dims ? checkPermutation(dims) : []),
    output([input = []], { dims }) {
        if (!dims) {
            return unknownShape(input.length);
        }
        if (input.length !== dims.length + 1) {
            return { kind: "input-rank", input, expected: `rank ${dims.length + 1}`, at: atInput() };
        }
        const moved = dims.map((dim) => (dim.kind === "constant" ? (input[dim.value] ?? unknown) : unknown));
        return [input[0] ?? unknown, ...moved];
    },
    unknownRank: (_, { dims }) => dims && unknownShape(dims.length + 1),
    source: `${source} Permute.computeOutputShape`,
});

export const repeatVector = layer({
    name: "RepeatVector",
    input: { rank: 2, leastSize: 0 },
    options: { ...commonOptions, n: required(size(0)) },
    output: ([[batch = unknown, features = unknown] = []], { n }) => [batch, n, features],
    source: `${source} RepeatVector.computeOutputShape`,
});
