import { ignored, noEffect, optional, required, unsupported, type OptionValues } from "../catalogue/options.js";
import { boolean, perAxis, size, tellingZeros } from "../catalogue/readers.js";
import { joinImage, splitImage } from "../catalogue/image.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { compare, constant, multiply, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { activationOption } from "./activation-names.js";
import { commonOptions, noActivityRegularizer } from "./common.js";
import {
    checkCausal,
    checkDilatedStrides,
    dataFormatOption,
    ignoredDilation,
    ones,
    onesOption,
    paddingOption,
    slide,
    untrainableDilation,
    type WindowOptions,
} from "./convolution-options.js";
import { layer, type LayerSpec } from "./spec.js";

/** The options of tfjs-layers 4.22.0 src/layers/convolutional.ts, BaseConvLayerArgs. */
function baseConvolutionOptions(axes: number) {
    return {
        ...commonOptions,
        // convolutional.ts, Conv.build asks only for the number of sizes.
        kernelSize: required(tellingZeros(perAxis(axes), "adds up nothing: what comes out is the bias")),
        strides: onesOption(axes),
        padding: paddingOption("valid", "same", "causal"),
        dilationRate: onesOption(axes),
        dataFormat: dataFormatOption(),
        useBias: optional(boolean(), true),
        activation: activationOption("linear"),
        ...noEffect("biasInitializer", "biasConstraint", "biasRegularizer"),
        activityRegularizer: noActivityRegularizer,
    };
}

/** ConvLayerArgs of the same file. */
export function convolutionOptions(axes: number) {
    return {
        ...baseConvolutionOptions(axes),
        filters: required(size()),
        ...noEffect("kernelInitializer", "kernelConstraint", "kernelRegularizer"),
    };
}

type BaseOptions = OptionValues<ReturnType<typeof baseConvolutionOptions>>;

/** The channels of an input; undefined where the data format is not known. */
export function channelsOf(input: Shape | undefined, { dataFormat }: Pick<BaseOptions, "dataFormat">): Dim | undefined {
    return input && dataFormat && splitImage(input, dataFormat).channels;
}

/** The weights a convolution has for `channels`, with the bias where there is one. */
export function withBias(kernels: readonly Shape[], bias: Dim, useBias: boolean | undefined): readonly Shape[] | undefined {
    if (useBias === undefined) {
        return undefined;
    }
    return useBias ? [...kernels, [bias]] : kernels;
}

/** What comes out is declared in the data format of the input; of one axis, what is computed has its channels last. */
type Computed = Pick<LayerSpec<ReturnType<typeof convolutionOptions>>, "eager">;

function convolution(name: string, axes: number, computed: Computed = {}): LayerSpec<ReturnType<typeof convolutionOptions>> {
    return layer({
        name,
        input: { rank: axes + 2, defined: { axis: "channels", what: "channels" }, fixed: "channels" },
        options: convolutionOptions(axes),
        check: (options) => (options.padding === "causal" ? [...checkCausal(options), ...checkDilatedStrides(options)] : checkDilatedStrides(options)),
        output: ([input = []], options) => slide(input, options.dataFormat, options, () => options.filters),
        weights([input], options) {
            const channels = channelsOf(input, options);
            return channels && withBias([[...options.kernelSize, channels, options.filters]], options.filters, options.useBias);
        },
        untrainable: (_inputs, options) => untrainableDilation(options),
        ...computed,
        source: "tfjs-layers 4.22.0 src/layers/convolutional.ts, Conv.computeOutputShape; src/utils/conv_utils.ts, convOutputLength",
    });
}

/** Source: tfjs-layers 4.22.0 src/layers/convolutional.ts, conv1dWithBias: it moves the channels to the end and not back. */
export const conv1d = convolution("Conv1D", 1, {
    eager([input = []], options) {
        const shape = slide(input, options.dataFormat, options, () => options.filters);
        return options.dataFormat === "channelsFirst" ? joinImage(splitImage(shape, "channelsFirst"), "channelsLast") : shape;
    },
});
export const conv2d = convolution("Conv2D", 2);
export const conv3d = convolution("Conv3D", 3);

/**
 * TensorFlow.js reads `dilationRate` and ignores it here, and runs 'causal' as 'valid'.
 */
export const depthwiseConv2d = layer({
    name: "DepthwiseConv2D",
    input: { rank: 4, defined: { axis: "channels", what: "channels" }, fixed: "channels" },
    options: {
        ...baseConvolutionOptions(2),
        dilationRate: ignored(onesOption(2)),
        depthMultiplier: optional(size(), constant(1)),
        ...noEffect("depthwiseInitializer", "depthwiseConstraint", "depthwiseRegularizer"),
    },
    advise: ignoredDilation,
    output: ([input = []], options) => slide(input, options.dataFormat, undilated(options), (channels) => multiply(channels, options.depthMultiplier)),
    weights([input], options) {
        const channels = channelsOf(input, options);
        const kernel = channels && [...options.kernelSize, channels, options.depthMultiplier];
        return kernel && withBias([kernel], multiply(channels, options.depthMultiplier), options.useBias);
    },
    source: "tfjs-layers 4.22.0 src/layers/convolutional_depthwise.ts, DepthwiseConv2D.computeOutputShape",
});

function undilated(options: WindowOptions): WindowOptions {
    const padding = options.padding === "causal" ? "valid" : options.padding;
    const { kernelSize, strides } = options;
    return { kernelSize, strides, padding, dilationRate: ones(kernelSize.length) };
}

export const separableConv2d = layer({
    name: "SeparableConv2D",
    input: { rank: 4, defined: { axis: "channels", what: "channels" }, fixed: "channels" },
    options: {
        ...convolutionOptions(2),
        padding: paddingOption("valid", "same"),
        depthMultiplier: optional(size(), constant(1)),
        ...noEffect("depthwiseInitializer", "pointwiseInitializer", "depthwiseRegularizer", "pointwiseRegularizer"),
        ...noEffect("depthwiseConstraint", "pointwiseConstraint"),
        kernelInitializer: unsupported("left out (it has a depthwiseInitializer and a pointwiseInitializer)"),
        kernelRegularizer: unsupported("left out (it has a depthwiseRegularizer and a pointwiseRegularizer)"),
        kernelConstraint: unsupported("left out (it has a depthwiseConstraint and a pointwiseConstraint)"),
    },
    check: checkDilatedStrides,
    output([input = []], options) {
        const shape = slide(input, options.dataFormat, options, () => options.filters);
        const fault = checkSeparableBias(shape, options);
        return fault ? { kind: "outputs", shapes: [shape], list: false, faults: [fault] } : shape;
    },
    weights([input], options) {
        const channels = channelsOf(input, options);
        if (!channels) {
            return undefined;
        }
        const pointwise = [constant(1), constant(1), multiply(channels, options.depthMultiplier), options.filters];
        return withBias([[...options.kernelSize, channels, options.depthMultiplier], pointwise], options.filters, options.useBias);
    },
    untrainable: (_inputs, options) => untrainableDilation(options),
    source: "tfjs-layers 4.22.0 src/layers/convolutional.ts, SeparableConv.build, Conv.computeOutputShape",
});

/**
 * With channelsFirst the bias is shaped for that format but added while the channels are still last (SeparableConv.call):
 * it meets the height, and fails unless that happens to equal the filters.
 */
function checkSeparableBias(shape: Shape, options: { dataFormat: string | undefined; useBias: boolean | undefined; filters: Dim }): Fault | undefined {
    const height = shape[2];
    const fails =
        options.dataFormat === "channelsFirst" &&
        options.useBias === true &&
        height !== undefined &&
        compare(height, options.filters) === "different" &&
        compare(height, constant(1)) === "different" &&
        compare(options.filters, constant(1)) === "different";
    return fails ? { kind: "unsupported", what: "dataFormat 'channelsFirst' with a bias", when: "run", at: atOption("dataFormat") } : undefined;
}
