/**
 * The layers of Keras, as far as they differ from those of TensorFlow.js. Keras 1.2, 2 and 3 are read as one library
 * that takes whatever any of them takes: a fault is only what all of them refuse.
 *
 * The default data format is a setting outside the program, so it is not known here.
 */
import { atInput, atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required, type OptionValues } from "../catalogue/options.js";
import { addedBorders, boolean, integer, integers, reader, removedBorders, shape, size, type Border, type Reader } from "../catalogue/readers.js";
import { compare, constant, divide, modulo, multiply as times, unknown, type Dim } from "../shapes/dim.js";
import { sizeOf, type Shape } from "../shapes/shape.js";
import * as activations from "./activations.js";
import { adapt } from "./adapted.js";
import { channelsOf, convolutionOptions, depthwiseConv2d as tfjsDepthwise, separableConv2d as tfjsSeparable, withBias } from "./convolution.js";
import * as convolutions from "./convolution.js";
import { checkDilatedStrides, onesOption, paddingOption, slide } from "./convolution-options.js";
import { commonOptions } from "./common.js";
import * as core from "./core.js";
import { formatOption } from "./keras-format.js";
import { toOutcome } from "./engine.js";
import { identity } from "./identity.js";
import * as merge from "./merge.js";
import * as normalization from "./normalization.js";
import * as padding from "./padding-cropping.js";
import * as pooling from "./pooling.js";
import { reshapeTo } from "./reshape.js";
import { layer, type LayerSpec, type Outcome } from "./spec.js";
import * as upsampling from "./upsampling.js";

const source = "Keras 2.3.1 keras/layers/convolutional.py,";

const regularized = noEffect("activityRegularizer", "kernelInitializer", "kernelRegularizer", "kernelConstraint");

type ConvolutionValues = OptionValues<ReturnType<typeof convolutionOptions>> & { readonly groups: Dim };

/** Groups: each sees its part of the channels and makes its part of the filters. Keras 2.3.1 has none, tf.keras 2.3 brought them. */
function grouped(spec: LayerSpec, axes: number): LayerSpec {
    const typed: LayerSpec<ReturnType<typeof convolutionOptions> & { groups: ReturnType<typeof groupsOption> }> = {
        ...spec,
        options: { ...convolutionOptions(axes), groups: groupsOption() },
        check: (options) => [...checkDilatedStrides(options), ...checkGroups(options)],
        output([input = []], options) {
            const channels = channelsOf(input, options);
            if (channels && hasRemainder(channels, options.groups)) {
                return { kind: "not-divisible", what: "the channels of the input", size: channels, by: options.groups, at: atInput() };
            }
            return slide(input, options.dataFormat, options, () => options.filters);
        },
        weights([input], options) {
            const channels = channelsOf(input, options);
            const kernel = channels && [...options.kernelSize, divide(channels, options.groups), options.filters];
            return kernel && withBias([kernel], options.filters, options.useBias);
        },
        source: `${source} _Conv.compute_output_shape; Keras 1.2.2 keras/layers/convolutional.py, Convolution2D.get_output_shape_for`,
    };
    return adapt(typed, { options: { ...regularized, ...formatOption(axes), padding: paddingOption("valid", "same", "full", "causal") } });
}

function groupsOption() {
    return optional(size(), constant(1));
}

function checkGroups({ filters, groups }: ConvolutionValues): readonly Fault[] {
    return hasRemainder(filters, groups)
        ? [{ kind: "option-conflict", option: "groups", other: "filters", why: "the filters must be a multiple of the groups", at: atOption("groups") }]
        : [];
}

function hasRemainder(whole: Dim, divisor: Dim): boolean {
    return compare(modulo(whole, divisor), constant(0)) === "different";
}

export const conv1d = grouped(convolutions.conv1d, 1);
export const conv2d = grouped(convolutions.conv2d, 2);
export const conv3d = grouped(convolutions.conv3d, 3);

export const depthwiseConv2d: LayerSpec = adapt(tfjsDepthwise, {
    options: { ...regularized, ...formatOption(2), padding: paddingOption("valid", "same"), dilationRate: onesOption(2) },
    advise: () => [],
    // Keras 3 takes strides and dilation together.
    output: ([input = []], options) => slide(input, options.dataFormat, options, (channels) => times(channels, options.depthMultiplier)),
    source: `${source} DepthwiseConv2D.compute_output_shape`,
});

export const separableConv2d: LayerSpec = adapt(tfjsSeparable, {
    options: { ...regularized, ...formatOption(2) },
    output: ([input = []], options) => slide(input, options.dataFormat, options, () => options.filters),
    source: `${source} _SeparableConv.compute_output_shape`,
});

function pooled(spec: LayerSpec, axes: number): LayerSpec {
    return adapt(spec, { options: { ...formatOption(axes), padding: paddingOption("valid", "same") } });
}

export const maxPooling1d = pooled(pooling.maxPooling1d, 1);
export const maxPooling2d = pooled(pooling.maxPooling2d, 2);
export const maxPooling3d = pooled(pooling.maxPooling3d, 3);
export const averagePooling1d = pooled(pooling.averagePooling1d, 1);
export const averagePooling2d = pooled(pooling.averagePooling2d, 2);
export const averagePooling3d = pooled(pooling.averagePooling3d, 3);

/** Keras 2.6 brought `keepdims`, which leaves lengths of 1. */
function pooledWhole(spec: LayerSpec, axes: number): LayerSpec {
    return adapt(spec, {
        options: { ...formatOption(axes), keepdims: optional(boolean(), false) },
        output(inputs, options) {
            const outcome = toOutcome(spec.output(inputs, options));
            const [batch = unknown, channels = unknown] = (outcome?.kind === "outputs" && outcome.shapes[0]) || [];
            if (options["keepdims"] === false) {
                return outcome;
            }
            const lengths = new Array<Dim>(axes).fill(constant(1));
            switch (options["keepdims"] === true && options["dataFormat"]) {
                case "channelsLast":
                    return [batch, ...lengths, channels];
                case "channelsFirst":
                    return [batch, channels, ...lengths];
                default:
                    return undefined;
            }
        },
        source: "Keras 2.15 keras/src/layers/pooling/base_global_pooling2d.py, GlobalPooling2D.compute_output_shape",
    });
}

export const globalMaxPooling1d = pooledWhole(pooling.globalMaxPooling1d, 1);
export const globalMaxPooling2d = pooledWhole(pooling.globalMaxPooling2d, 2);
export const globalMaxPooling3d = pooledWhole(pooling.globalMaxPooling3d, 3);
export const globalAveragePooling1d = pooledWhole(pooling.globalAveragePooling1d, 1);
export const globalAveragePooling2d = pooledWhole(pooling.globalAveragePooling2d, 2);
export const globalAveragePooling3d = pooledWhole(pooling.globalAveragePooling3d, 3);

/** Keras 1.2.2 takes four numbers (top, bottom, left, right) and an object of them as well. */
function keras1Borders(inner: Reader<readonly Border[]>): Reader<readonly Border[]> {
    return reader(inner.expected, inner.unknown, (datum) => {
        if (datum.kind === "record") {
            return inner.unknown;
        }
        const [top, bottom, left, right] = datum.kind === "list" && datum.items.length === 4 ? datum.items : [];
        const pairs = top && bottom && left && right && ([[top, bottom], [left, right]] as const).map((items) => ({ kind: "list", items }) as const);
        const reading = inner.read(pairs ? { kind: "list", items: pairs } : datum);
        return reading.kind === "value" ? reading.value : "refused";
    });
}

const noBorder: readonly Border[] = new Array<Border>(2).fill({ before: constant(0), after: constant(0) });
const oneBorder: readonly Border[] = new Array<Border>(2).fill({ before: constant(1), after: constant(1) });

export const zeroPadding2d = adapt(padding.zeroPadding2d, {
    options: { ...formatOption(2), padding: optional(keras1Borders(addedBorders(2)), oneBorder) },
    source: `${source} ZeroPadding2D.compute_output_shape`,
});
export const cropping2d = adapt(padding.cropping2d, {
    options: { ...formatOption(2), cropping: optional(keras1Borders(removedBorders(2)), noBorder) },
    source: `${source} Cropping2D.compute_output_shape`,
});
export const zeroPadding3d = adapt(padding.zeroPadding3d, { options: formatOption(3) });
export const cropping3d = adapt(padding.cropping3d, { options: formatOption(3) });
export const upSampling2d = adapt(upsampling.kerasUpSampling2d, { options: { ...formatOption(2), ...noEffect("interpolation") } });
export const upSampling3d = adapt(upsampling.upSampling3d, { options: formatOption(3) });
export { cropping1d, zeroPadding1d } from "./padding-cropping.js";
export { upSampling1d } from "./upsampling.js";

export const dense = adapt(core.dense, { options: noEffect("activityRegularizer") });
export { activation, dropout, masking, permute, repeatVector, spatialDropout1d } from "./core.js";

/** Keras 2.2 and later flatten an input of rank 2 or 1 as well, and leave a size that is not known to the run. */
export const flatten = adapt(core.flatten, {
    input: { leastRank: 1 },
    output: ([input = []]) => [input[0] ?? unknown, sizeOf(input.slice(1))],
    source: "Keras 2.15 keras/src/layers/reshaping/flatten.py, Flatten.compute_output_shape",
});

export const reshape = adapt(core.reshape, {
    output: ([input = []], { targetShape }) => targetShape && reshapeTo(input, targetShape, "elements"),
    source: "Keras 2.3.1 keras/layers/core.py, Reshape.compute_output_shape",
});

function merged(spec: LayerSpec): LayerSpec {
    return adapt(spec, { input: { count: { least: 1 } }, source: "Keras 2.3.1 keras/layers/merge.py, _Merge.compute_output_shape" });
}

export const add = merged(merge.add);
export const subtract: LayerSpec = { ...merged(merge.add), name: "Subtract" };
export const average = merged(merge.average);
export const maximum = merged(merge.maximum);
export const minimum = merged(merge.minimum);
export const multiply = merged(merge.multiply);

export const concatenate = adapt(merge.concatenate, {
    input: { count: { least: 1 } },
    options: { axis: optional(integer(), constant(-1)) },
    output: (inputs, { axis }) => merge.concatenateAll(inputs, axis, "any"),
    source: "Keras 2.3.1 keras/layers/merge.py, Concatenate.compute_output_shape",
});

export const dot = adapt(merge.dot, {
    options: noEffect("activityRegularizer"),
    output: ([a = [], b = []], { axes }) => merge.dotProduct(a, b, axes, "keras"),
    source: "Keras 2.3.1 keras/layers/merge.py, Dot.compute_output_shape; Keras 1.2.2 keras/engine/topology.py, Merge.get_output_shape_for",
});

/** Keras normalizes any rank: what TensorFlow.js only refuses when it runs is no fault here. */
function anyRank(spec: LayerSpec): LayerSpec {
    return adapt(spec, {
        output(inputs, options): Outcome {
            const outcome = toOutcome(spec.output(inputs, options));
            return outcome?.kind === "outputs" ? { kind: "outputs", shapes: outcome.shapes, list: false } : outcome;
        },
        source: "Keras 2.3.1 keras/layers/normalization.py, BatchNormalization.build",
    });
}

export const batchNormalization = anyRank(adapt(normalization.batchNormalization, { options: { axis: normalization.layerNormalization.options.axis } }));
export const layerNormalization = anyRank(normalization.layerNormalization);

/** What its function makes of a tensor is declared by the author, without the batch; where it is not, nobody knows. */
export const lambda = layer({
    name: "Lambda",
    input: { count: { least: 1 }, leastSize: 0 },
    options: { ...commonOptions, ...noEffect("function"), outputShape: required(shape()) },
    output: ([input], { outputShape }) => declaredAfter(input?.[0], outputShape),
    unknownRank: ([input], { outputShape }) => declaredAfter(input?.[0], outputShape),
    source: "Keras 1.2.2 and 2.3.1 keras/layers/core.py, Lambda.get_output_shape_for and compute_output_shape",
});

function declaredAfter(first: Dim | undefined, outputShape: Shape | undefined): Shape | undefined {
    return outputShape && [first ?? unknown, ...outputShape];
}

const normalizing = "Keras 2.15 keras/src/layers/normalization";

export const groupNormalization = adapt(layerNormalization, { options: noEffect("groups"), source: `${normalizing}/group_normalization.py, GroupNormalization` });
export const unitNormalization = identity("UnitNormalization", `${normalizing}/unit_normalization.py, UnitNormalization`, ["axis"]);

const dropouts = "Keras 2.3.1 keras/layers/core.py,";

export const spatialDropout2d = identity("SpatialDropout2D", `${dropouts} SpatialDropout2D`, ["rate", "dataFormat"], { input: { rank: 4 } });
export const spatialDropout3d = identity("SpatialDropout3D", `${dropouts} SpatialDropout3D`, ["rate", "dataFormat"], { input: { rank: 5 } });
export const activityRegularization = identity("ActivityRegularization", `${dropouts} ActivityRegularization`, ["l1", "l2"]);
export const rescaling = identity("Rescaling", "Keras 2.15 keras/src/layers/preprocessing/image_preprocessing.py, Rescaling", ["scale", "offset"]);
export const same = identity("Identity", "Keras 2.15 keras/src/layers/core/identity.py, Identity");

const advanced = "Keras 2.3.1 keras/layers/advanced_activations.py,";

export const elu = identity("ELU", `${advanced} ELU`, ["alpha"]);
export const softmax: LayerSpec = adapt(activations.softmax, {
    options: { axis: optional<readonly Dim[] | undefined>(integers(), [constant(-1)]) },
    output: ([input = []]): Shape => input,
    source: `${advanced} Softmax`,
});
export { leakyRelu, prelu, relu, thresholdedRelu } from "./activations.js";
export { alphaDropout, gaussianDropout, gaussianNoise } from "./noise.js";
