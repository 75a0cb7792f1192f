import { noEffect, optional } from "../catalogue/options.js";
import { integers, number } from "../catalogue/readers.js";
import { atInput, atOption, type Fault } from "../catalogue/fault.js";
import { constant, compare, isAtLeast, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { commonOptions } from "./common.js";
import { identity } from "./identity.js";
import { layer } from "./spec.js";

const source = "tfjs-layers 4.22.0 src/layers/advanced_activations.ts,";

export const relu = identity("ReLU", `${source} ReLU`, ["maxValue"]);
export const leakyRelu = identity("LeakyReLU", `${source} LeakyReLU`, ["alpha"]);
export const thresholdedRelu = identity("ThresholdedReLU", `${source} ThresholdedReLU`, ["theta"], { untrainable: { what: "the layers before `thresholdedReLU`, which has no gradient", upstream: true } });

export const elu = layer({
    name: "ELU",
    input: {},
    options: { ...commonOptions, alpha: optional(number(), 1) },
    check: ({ alpha = 1 }) =>
        alpha === 1 ? [] : [{ kind: "option-value", option: "alpha", given: String(alpha), expected: "1", at: atOption("alpha") }],
    output: ([input]) => input,
    source: `${source} ELU`,
});

/** The softmax of TensorFlow.js works along the last axis only, and its layer's default is axis 1. */
export const softmax = layer({
    name: "Softmax",
    input: {},
    options: { ...commonOptions, axis: optional<readonly Dim[] | undefined>(integers(), [constant(1)]) },
    output([input = []], { axis }) {
        const fault = axis?.length === 1 ? checkLastAxis(axis[0], input.length) : undefined;
        return { kind: "outputs", shapes: [input], list: false, ...(fault ? { faults: [fault] } : {}) };
    },
    source: `${source} Softmax; tfjs-core 4.22.0 src/ops/softmax.ts`,
});

function checkLastAxis(axis: Dim | undefined, rank: number): Fault | undefined {
    const last = [-1, rank - 1].some((index) => axis && compare(axis, constant(index)) !== "different");
    return last ? undefined : { kind: "unsupported", what: `a softmax along another axis than the last of rank ${rank}`, when: "run", at: atOption("axis") };
}

export const prelu = layer({
    name: "PReLU",
    input: { fixedRank: true },
    options: {
        ...commonOptions,
        sharedAxes: optional<readonly Dim[] | undefined>(integers(), []),
        ...noEffect("alphaInitializer", "alphaRegularizer", "alphaConstraint"),
    },
    output([input = []], { sharedAxes }) {
        const outside = sharedAxes?.find((axis) => isAtLeast(axis, constant(input.length)) === "always");
        if (outside) {
            return { kind: "axis-range", axis: outside, rank: input.length, option: "sharedAxes", at: atOption("sharedAxes") };
        }
        const axis = sharedAxes ? alphaShape(input, sharedAxes).findIndex((dim) => dim.kind === "batch") + 1 : 0;
        return axis > 0 ? { kind: "input-undefined-axis", input, axis, what: "every axis that is not shared", at: atInput() } : input;
    },
    weights: ([input = []], { sharedAxes }) => sharedAxes && [alphaShape(input, sharedAxes)],
    // With shared axes the library checks all of them; else a weight of size 1 meets any size.
    builtAxes: (input, { sharedAxes }) =>
        input.flatMap((dim, axis) => (axis > 0 && (sharedAxes?.length || compare(dim, constant(1)) === "different") ? [axis] : [])),
    source: `${source} PReLU.build`,
});

/** One weight for each element of an example, but only one along a shared axis. */
function alphaShape(input: Shape, shared: readonly Dim[]): Shape {
    return input.slice(1).map((dim, index) => (shared.some((axis) => compare(axis, constant(index + 1)) === "equal") ? constant(1) : dim));
}
