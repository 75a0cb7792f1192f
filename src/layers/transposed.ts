import { checkDeconvolution, formatFromDeclared } from "../catalogue/deconvolution.js";
import { unevenOverlap } from "../catalogue/overlap.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { agreement, dataFormats, imageAxes, joinImage, mapImage, type DataFormat } from "../catalogue/image.js";
import { ignored, noEffect, optional, required, type Option, type OptionValues } from "../catalogue/options.js";
import { isOne, perAxis, shape } from "../catalogue/readers.js";
import { inferredLength, paddedLength } from "../convolution/lengths.js";
import type { Window } from "../convolution/window.js";
import { compare, constant, isAtLeast, unknown, type Dim } from "../shapes/dim.js";
import { unknownShape, type Shape } from "../shapes/shape.js";
import { channelsOf, convolutionOptions, withBias } from "./convolution.js";
import { dataFormatOption, ignoredDilation, ones, onesOption, paddingOption, windowsOf } from "./convolution-options.js";
import { formatOption } from "./keras-format.js";
import { layer, type LayerSpec, type Outcome } from "./spec.js";

/** Where the libraries differ. */
interface Traits {
    readonly axes: 1 | 2 | 3;
    /**
     * What a declared output shape does: nothing (TensorFlow.js), or it is what comes out (Keras 1; the batch and the
     * channels are those of the input and of the filters all the same).
     */
    readonly declared: "ignored" | "believed";
    /** Keras 1 infers nothing: the output shape has to be declared, with the channels. keras-js 0.3 takes it without the batch. */
    readonly mustDeclare?: boolean;
    /** The layer reads `outputPadding` and, for two axes, `dilationRate`. */
    readonly padsOutput?: boolean;
    readonly dilates?: boolean | "in some versions";
    readonly hasGradient?: false;
    readonly source: string;
}

type Declared = Option<Shape | undefined>;

function transposedOptions({ axes, mustDeclare, declared }: Traits) {
    const outputShape: Declared = mustDeclare ? required(shape()) : optional(shape(), undefined);
    const { activityRegularizer } = noEffect("activityRegularizer");
    const outputPadding = optional<readonly Dim[] | undefined>(perAxis(axes, 0), undefined);
    const dilationRate = onesOption(axes);
    return {
        ...convolutionOptions(axes),
        ...(declared === "believed" ? { activityRegularizer } : {}),
        padding: mustDeclare ? paddingOption("valid", "same", "full") : paddingOption("valid", "same"),
        ...(declared === "believed" ? formatOption(axes) : { dataFormat: dataFormatOption() }),
        /** Undefined: not given, which is 1; a message says so. */
        strides: optional<readonly Dim[] | undefined>(perAxis(axes), undefined),
        outputShape,
        outputPadding: declared === "ignored" ? ignored(outputPadding) : outputPadding,
        dilationRate: declared === "ignored" ? ignored(dilationRate) : dilationRate,
    };
}

type Options = OptionValues<ReturnType<typeof transposedOptions>>;

function transposed(name: string, traits: Traits): LayerSpec<ReturnType<typeof transposedOptions>> {
    return layer({
        name,
        input: { rank: traits.axes + 2, defined: { axis: "channels", what: "channels" }, fixed: "channels" },
        options: transposedOptions(traits),
        check: (options) => (traits.padsOutput ? checkOutputPadding(options) : []),
        advise(options) {
            const { kernelSize, strides, dilationRate } = options;
            const uneven = strides && unevenOverlap({ kernel: kernelSize, strides, dilation: dilationOf(dilationRate, traits), at: (axis) => atOption("kernelSize", axis) });
            return [...(traits.declared === "ignored" ? [...ignoredDilation(options), ...ignoredPadding(options)] : []), ...(uneven ? [uneven] : [])];
        },
        output: ([input = []], options) => deconvolve(input, options, traits),
        weights([input], options) {
            const channels = channelsOf(input, { dataFormat: formatOf(options, traits) });
            return channels && withBias([[...options.kernelSize, options.filters, channels]], options.filters, options.useBias);
        },
        ...(traits.hasGradient === false ? { untrainable: () => ({ what: "a `conv3dTranspose`, which has no gradient" }) } : {}),
        source: traits.source,
    });
}

function deconvolve(input: Shape, options: Options, traits: Traits): Outcome {
    const { kernelSize, strides, padding, dilationRate } = options;
    const windows = windowsOf({ kernelSize, strides: strides ?? ones(traits.axes), padding, dilationRate: dilationOf(dilationRate, traits) });
    const format = formatOf(options, traits);
    const declared = options.outputShape;
    const faults = declared
        ? checkDeconvolution({
              declared,
              at: atOption("outputShape"),
              ranks: traits.mustDeclare ? [traits.axes + 1, traits.axes + 2] : [traits.axes, traits.axes + 1, traits.axes + 2],
              input,
              windows,
              filters: options.filters,
              filtersFrom: "filters",
              dataFormat: format,
              strideMissing: options.strides === undefined,
              ...(traits.declared === "ignored" ? { inferred: inferredLength } : {}),
          })
        : [];
    const believed = traits.mustDeclare ? (declared ?? []) : traits.declared === "believed" ? declared : undefined;
    const added = traits.padsOutput ? options.outputPadding : undefined;
    const shape = believed
        ? declaredOutput(input, believed, options.filters, format)
        : inferredOutput(input, windows, { filters: options.filters, outputPadding: added }, format);
    return { kind: "outputs", shapes: [shape], list: false, ...(faults.length > 0 ? { faults } : {}) };
}

function dilationOf(rates: readonly Dim[], { axes, dilates }: Traits): readonly Dim[] {
    if (dilates === "in some versions") {
        return rates.map((rate) => (isOne(rate) ? rate : unknown));
    }
    return dilates ? rates : ones(axes);
}

function inferredOutput(
    input: Shape,
    windows: readonly Window[] | undefined,
    { filters, outputPadding }: Pick<Options, "filters" | "outputPadding">,
    format: DataFormat | undefined,
): Shape {
    return mapImage(input, format, ({ batch, lengths }) => ({
        batch,
        lengths: lengths.map((length, axis) => {
            const window = windows?.[axis];
            const added = outputPadding?.[axis];
            if (!window) {
                return unknown;
            }
            return added ? paddedLength(length, window, added) : inferredLength(length, window);
        }),
        channels: filters,
    }));
}

/** The declared lengths, with the batch of the input and the channels of the filters. */
function declaredOutput(input: Shape, declared: Shape, filters: Dim, format: DataFormat | undefined): Shape {
    const spatial = input.length - 2;
    const shapes = (format ? [format] : dataFormats).map((each) => {
        const axes = imageAxes(declared.length, spatial, each)?.lengths;
        const lengths = axes?.map((axis) => declared[axis] ?? unknown) ?? unknownShape(spatial);
        return joinImage({ batch: input[0] ?? unknown, lengths, channels: filters }, each);
    });
    return agreement(shapes);
}

/** Keras 1 code that does not say its data format: the declared shape may tell. */
function formatOf({ dataFormat, outputShape, filters }: Options, { axes, declared }: Traits): DataFormat | undefined {
    return dataFormat || declared === "ignored" || !outputShape ? dataFormat : formatFromDeclared(outputShape, filters, axes);
}

/** Keras 2.3 keras/layers/convolutional.py, Conv2DTranspose.__init__: each stride must be greater than its output padding. */
function checkOutputPadding({ strides, outputPadding, kernelSize }: Options): readonly Fault[] {
    const given = strides ?? ones(kernelSize.length);
    const axis = outputPadding?.findIndex((padding, index) => isAtLeast(padding, given[index] ?? unknown) === "always") ?? -1;
    return axis < 0
        ? []
        : [{ kind: "option-conflict", option: "outputPadding", other: "strides", why: "it must be less than the stride on every axis", at: atOption("outputPadding") }];
}

/** Output padding that would make another length than the layer chooses; by how much does not depend on the input. Zeros alone ask for nothing. */
function ignoredPadding(options: Options): readonly Fault[] {
    const { outputPadding, strides, kernelSize, padding } = options;
    const windows = windowsOf({ kernelSize, strides: strides ?? ones(kernelSize.length), padding, dilationRate: ones(kernelSize.length) });
    const one = constant(1);
    if (!outputPadding || !windows || !outputPadding.some((added) => isAtLeast(added, one) === "always")) {
        return [];
    }
    const isWanted = windows.some((window, axis) => compare(paddedLength(one, window, outputPadding[axis] ?? unknown), inferredLength(one, window)) === "different");
    return isWanted ? [{ kind: "option-ignored", option: "outputPadding", given: outputPadding, at: atOption("outputPadding") }] : [];
}

const tfjsSource = "tfjs-layers 4.22.0 src/layers/convolutional.ts,";

/** TensorFlow.js reads neither outputShape nor outputPadding nor dilationRate here. */
export const conv2dTranspose = transposed("Conv2DTranspose", {
    axes: 2,
    declared: "ignored",
    source: `${tfjsSource} Conv2DTranspose.computeOutputShape`,
});

export const conv3dTranspose = transposed("Conv3DTranspose", {
    axes: 3,
    declared: "ignored",
    // tfjs-core 4.22.0 src/register_all_gradients.ts has none for Conv3DBackpropInputV2.
    hasGradient: false,
    source: `${tfjsSource} Conv3DTranspose.computeOutputShape`,
});

export const kerasConv1dTranspose = transposed("Conv1DTranspose", {
    axes: 1,
    declared: "believed",
    padsOutput: true,
    dilates: true,
    source: "Keras 2.15 keras/src/layers/convolutional/conv1d_transpose.py, Conv1DTranspose.compute_output_shape",
});

/** Keras 2 and 3. An output shape is no option of theirs, but code that writes one means what Keras 1 did with it. */
export const kerasConv2dTranspose = transposed("Conv2DTranspose", {
    axes: 2,
    declared: "believed",
    padsOutput: true,
    dilates: true,
    source: "Keras 2.3.1 keras/layers/convolutional.py, Conv2DTranspose.compute_output_shape",
});

/** Keras 2.15 ignores dilation_rate here, as its own test says; Keras 3 keeps to it (backend_utils.py, compute_conv_transpose_output_shape). */
export const kerasConv3dTranspose = transposed("Conv3DTranspose", {
    axes: 3,
    declared: "believed",
    padsOutput: true,
    dilates: "in some versions",
    source: "Keras 2.3.1 keras/layers/convolutional.py, Conv3DTranspose.compute_output_shape",
});

export const deconvolution2d = transposed("Deconvolution2D", {
    axes: 2,
    declared: "believed",
    mustDeclare: true,
    source: "Keras 1.2.2 keras/layers/convolutional.py, Deconvolution2D.get_output_shape_for",
});

export const deconvolution3d = transposed("Deconvolution3D", {
    axes: 3,
    declared: "believed",
    mustDeclare: true,
    source: "keras-contrib keras_contrib/layers/convolutional.py, Deconvolution3D.get_output_shape_for: Keras 1.2.2's for three axes",
});
