/** Layers that Keras 1 had and no later version has. */
import { noEffect, optional, required } from "../catalogue/options.js";
import { boolean, size } from "../catalogue/readers.js";
import { constant, unknown } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { adapt } from "./adapted.js";
import { commonOptions } from "./common.js";
import { withBias } from "./convolution.js";
import { dense } from "./core.js";
import { identity } from "./identity.js";
import { layer, type LayerSpec } from "./spec.js";

const core = "Keras 1.2.2 keras/layers/core.py,";
const advanced = "Keras 1.2.2 keras/layers/advanced_activations.py,";

export const timeDistributedDense: LayerSpec = adapt(dense, {
    name: "TimeDistributedDense",
    input: { rank: 3, defined: { axis: -1, what: "the last dimension" }, fixed: -1 },
    options: noEffect("activityRegularizer"),
    source: `${core} TimeDistributedDense.get_output_shape_for`,
});

const flatOptions = {
    ...commonOptions,
    useBias: optional(boolean(), true),
    ...noEffect("activation", "kernelInitializer", "kernelRegularizer", "biasRegularizer", "activityRegularizer", "kernelConstraint", "biasConstraint"),
};

/** The greatest of `nb_feature` dense layers. */
export const maxoutDense: LayerSpec = layer({
    name: "MaxoutDense",
    input: { rank: 2, defined: { axis: -1, what: "the last dimension" }, fixed: -1 },
    options: { ...flatOptions, units: required(size()), nbFeature: optional(size(), constant(4)) },
    output: ([[batch = unknown] = []], { units }) => [batch, units],
    weights([input], { units, nbFeature, useBias }) {
        const kernel = [nbFeature, input?.[1] ?? unknown, units];
        return useBias === undefined ? undefined : useBias ? [kernel, [nbFeature, units]] : [kernel];
    },
    source: `${core} MaxoutDense.get_output_shape_for`,
});

export const highway: LayerSpec = layer({
    name: "Highway",
    input: { rank: 2, defined: { axis: -1, what: "the last dimension" }, fixed: -1 },
    options: { ...flatOptions, ...noEffect("transformBias") },
    output: ([input]) => input,
    weights([input], { useBias }) {
        const features = input?.[1] ?? unknown;
        const own = withBias([[features, features]], features, useBias);
        return own && [...own, ...own];
    },
    source: `${core} Highway.build`,
});

/** As many weights as a sample has elements, several times. */
function perElement(name: string, times: number, options: readonly string[]): LayerSpec {
    const rest = (input: Shape = []): Shape => input.slice(1);
    return { ...identity(name, `${advanced} ${name}.build`, options), weights: ([input]) => new Array<Shape>(times).fill(rest(input)) };
}

export const parametricSoftplus = perElement("ParametricSoftplus", 2, ["alphaInit", "betaInit", "sharedAxes"]);
export const srelu = perElement("SReLU", 4, ["tLeftInit", "aLeftInit", "tRightInit", "aRightInit", "sharedAxes"]);
