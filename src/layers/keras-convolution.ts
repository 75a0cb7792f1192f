/** Convolutions that Keras has and TensorFlow.js has not. */
import { splitImage } from "../catalogue/image.js";
import { noEffect, optional, required, type OptionValues } from "../catalogue/options.js";
import { perAxis, size } from "../catalogue/readers.js";
import { constant, multiply } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { adapt } from "./adapted.js";
import { channelsOf, convolutionOptions, depthwiseConv2d, separableConv2d, withBias } from "./convolution.js";
import { ones, onesOption, paddingOption, slide } from "./convolution-options.js";
import { formatOption } from "./keras-format.js";
import { layer, type LayerSpec } from "./spec.js";

const onOneAxis = {
    kernelSize: required(perAxis(1)),
    strides: onesOption(1),
    dilationRate: onesOption(1),
    ...formatOption(1),
    ...noEffect("activityRegularizer", "kernelInitializer", "kernelRegularizer", "kernelConstraint"),
};

export const separableConv1d: LayerSpec = adapt(separableConv2d, {
    name: "SeparableConv1D",
    input: { ...separableConv2d.input, rank: 3 },
    options: { ...onOneAxis, padding: paddingOption("valid", "same", "causal") },
    output: ([input = []], options) => slide(input, options.dataFormat, options, () => options.filters),
    weights([input], options) {
        const channels = channelsOf(input, options);
        const pointwise = channels && [constant(1), multiply(channels, options.depthMultiplier), options.filters];
        return pointwise && withBias([[...options.kernelSize, channels, options.depthMultiplier], pointwise], options.filters, options.useBias);
    },
    source: "Keras 2.3.1 keras/layers/convolutional.py, _SeparableConv.compute_output_shape",
});

export const depthwiseConv1d: LayerSpec = adapt(depthwiseConv2d, {
    name: "DepthwiseConv1D",
    input: { ...depthwiseConv2d.input, rank: 3 },
    options: { ...onOneAxis, padding: paddingOption("valid", "same") },
    advise: () => [],
    output: ([input = []], options) => slide(input, options.dataFormat, options, (channels) => multiply(channels, options.depthMultiplier)),
    source: "Keras 2.15 keras/src/layers/convolutional/depthwise_conv1d.py, DepthwiseConv1D.compute_output_shape",
});

function locallyConnectedOptions(axes: number) {
    return {
        ...convolutionOptions(axes),
        ...formatOption(axes),
        ...noEffect("activityRegularizer"),
        implementation: optional(size(), constant(1)),
        padding: paddingOption("valid", "same"),
    };
}

type LocalValues = OptionValues<ReturnType<typeof locallyConnectedOptions>>;

/** A kernel of its own at each place of the output. */
function locallyConnected(axes: 1 | 2): LayerSpec {
    const output = (input: Shape, { dataFormat, kernelSize, strides, padding, filters }: LocalValues): Shape => slide(input, dataFormat, { kernelSize, strides, padding, dilationRate: ones(axes) }, () => filters);
    return layer({
        name: `LocallyConnected${axes}D`,
        input: { rank: axes + 2, defined: { axis: "channels", what: "channels" }, fixed: "channels" },
        options: locallyConnectedOptions(axes),
        output: ([input = []], options) => output(input, options),
        weights([input], options) {
            const channels = channelsOf(input, options);
            const { implementation, dataFormat, filters } = options;
            if (!input || !channels || !dataFormat || implementation.kind !== "constant" || implementation.value !== 1) {
                return undefined;
            }
            const { lengths } = splitImage(output(input, options), dataFormat);
            const kernel = [...lengths, ...options.kernelSize, channels, filters];
            return options.useBias === undefined ? undefined : options.useBias ? [kernel, [...lengths, filters]] : [kernel];
        },
        source: `Keras 2.3.1 keras/layers/local.py, LocallyConnected${axes}D.compute_output_shape; Keras 1.2.2 of the same file, get_output_shape_for`,
    });
}

export const locallyConnected1d = locallyConnected(1);
export const locallyConnected2d = locallyConnected(2);
