import { atCall, atInput, type Fault } from "../catalogue/fault.js";
import { splitImage, type DataFormat } from "../catalogue/image.js";
import { noEffect, optional, required, type OptionValues } from "../catalogue/options.js";
import { perAxis, size } from "../catalogue/readers.js";
import { constant, multiply, type Dim } from "../shapes/dim.js";
import { unknownShape, type Shape } from "../shapes/shape.js";
import { withBias } from "./convolution.js";
import { checkCausal, checkDilatedStrides, dataFormatOption, onesOption, paddingOption, slide, untrainableDilation, type WindowOptions } from "./convolution-options.js";
import { baseCellOptions, cellAlone, convLstm2dCellName, falsy, lstmGates, lstmOnlyOptions } from "./recurrent-cells.js";
import { checkSequence, sequenceAxes, sequenceOptions, unrolled, untrainableStep, type SequenceValues } from "./recurrent.js";
import { layer, type Outcome } from "./spec.js";

/** tfjs-layers 4.22.0 src/layers/convolutional_recurrent.ts, ConvLSTM2DCellArgs. */
const cellOptions = {
    ...baseCellOptions,
    ...lstmOnlyOptions,
    filters: required(size()),
    kernelSize: required(perAxis(2)),
    strides: onesOption(2),
    padding: paddingOption("valid", "same", "causal"),
    dilationRate: onesOption(2),
    dataFormat: dataFormatOption(),
};

const convLstm2dOptions = { ...cellOptions, ...sequenceOptions, unroll: optional(falsy(), undefined), ...noEffect("cell") };

function check(values: OptionValues<typeof cellOptions>): readonly Fault[] {
    return [...checkCausal(values), ...checkDilatedStrides(values)];
}

export const convLstm2dCell = layer({
    name: convLstm2dCellName,
    ...cellAlone,
    options: cellOptions,
    check: (values) => check(values),
    source: "tfjs-layers 4.22.0 src/layers/convolutional_recurrent.ts, ConvLSTM2DCell",
});

/** One time step of a sequence of images. */
export function frame([batch, , ...image]: Shape): Shape {
    return batch ? [batch, ...image] : image;
}

type FrameValues = SequenceValues & WindowOptions & { readonly dataFormat: DataFormat | undefined; readonly filters: Dim };

/** A convolution of every frame and of the state before it. */
export function stepThrough(inputs: readonly Shape[], values: FrameValues): Outcome {
    const faults = checkSequence(inputs, values.kernelSize.length + 3, values) ?? checkChannels(inputs, values);
    if (faults) {
        return { kind: "fault", faults };
    }
    const [input = []] = inputs;
    const [, ...image] = slide(frame(input), values.dataFormat, values, () => values.filters);
    return unrolled(input, new Array<Shape>(lstmGates.states).fill(image), values);
}

function checkChannels([input = []]: readonly Shape[], { dataFormat, kernelSize }: FrameValues): readonly Fault[] | undefined {
    const axis = dataFormat === "channelsFirst" ? 2 : kernelSize.length + 2;
    return dataFormat && input[axis]?.kind === "batch"
        ? [{ kind: "input-undefined-axis", input, axis, what: "channels", at: atInput() }]
        : undefined;
}

export const convLstm2d = layer({
    name: "ConvLSTM2D",
    input: { count: { least: 1 }, usualRank: 5 },
    options: convLstm2dOptions,
    check: (values) => check(values),
    /** With symbolic states ConvRNN2D.computeOutputShape gets a list of shapes, which it cannot read. */
    output: (inputs, values) =>
        inputs.length > 1 ? { kind: "unsupported", what: "initialState of convLstm2d", when: "built", at: atCall } : stepThrough(inputs, values),
    eager: stepThrough,
    unknownRank: ([input], values) => stepThrough([input ?? unknownShape(5)], values),
    states: () => lstmGates.states,
    builtAxes: sequenceAxes,
    weights([input], { kernelSize, filters, dataFormat, useBias }) {
        const channels = input?.length === 5 && dataFormat && splitImage(frame(input), dataFormat).channels;
        const width = multiply(filters, constant(lstmGates.blocks));
        return channels ? withBias([[...kernelSize, channels, width], [...kernelSize, filters, width]], width, useBias) : undefined;
    },
    untrainable: (inputs, values) => untrainableDilation(values) ?? untrainableStep(inputs),
    source: "tfjs-layers 4.22.0 src/layers/convolutional_recurrent.ts, ConvRNN2D.computeOutputShape, ConvLSTM2DCell.build",
});
