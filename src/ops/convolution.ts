/** Convolutions. The filter is a tensor here, so its shape says the kernel, the input's channels and the filters. */
import { atOption, type Fault } from "../catalogue/fault.js";
import { joinImage, type DataFormat, type Image } from "../catalogue/image.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { oneOf } from "../catalogue/readers.js";
import { compare, constant, multiply, unknown, type Dim } from "../shapes/dim.js";
import { unknownShape, type Shape } from "../shapes/shape.js";
import { asTensor, broadcastAnswers, checkRank, checkSize, isFault, onShape, type Answer } from "./outcome.js";
import { optionalTensor, tensor } from "./readers.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";
import type { Stuck } from "./stuck.js";
import { atLeastNone, checkOutput, checkWindows, dimRoundingMode, pad, perAxis, perAxisOf, slide, windowsOf, type Pad, type PerAxis, type RoundingMode } from "./windows.js";

const source = "tfjs-core 4.22.0 src/ops/conv_util.ts, computeConv2DInfo and computeConv3DInfo";

type Layout = DataFormat | undefined;

/** What the library asks of a convolution's arguments, and which parts of the filter mean what. */
interface Kind {
    readonly spatial: 2 | 3;
    /** The channels that come out, of a filter's shape and the input's channels. */
    readonly channels: (filter: Shape) => Dim;
    readonly names: { readonly filter: string; readonly dilations: string };
    /** Strides and dilations may both be above 1. */
    readonly free: boolean;
}

interface Call {
    readonly x: TensorArgument;
    readonly filter: TensorArgument;
    readonly strides: PerAxis;
    readonly pad: Pad;
    readonly dilations: PerAxis;
    readonly rounding: RoundingMode;
    readonly format: Layout;
}

const usualNames: Kind["names"] = { filter: "filter", dilations: "dilations" };

function ordinary(spatial: 2 | 3): Kind {
    return { spatial, channels: (filter) => filter[spatial + 1] ?? unknown, names: usualNames, free: false };
}

const depthwise: Kind = { spatial: 2, channels: (filter) => multiply(filter[2] ?? unknown, filter[3] ?? unknown), names: usualNames, free: false };

/** The output of a convolution. An input without a batch keeps to that. */
function convolved({ x, filter, strides, pad: padding, dilations, rounding, format }: Call, { spatial, channels, names, free }: Kind): Answer {
    const filterName = names.filter;
    const fault =
        checkRank("x", x, spatial + 1, spatial + 2) ??
        checkRank(filterName, filter, spatial + 2) ??
        checkWindows({ names: { strides: "strides", dilations: names.dilations }, strides, ...(free ? {} : { dilations }), pad: padding, rounding, pairs: spatial === 2 ? pairsRead(format) : 0 });
    if (fault) {
        return fault;
    }
    const input = x.shape;
    const weights = filter.shape ?? unknownShape(spatial + 2);
    if (input === undefined || format === undefined || strides.kind !== "lengths" || dilations.kind !== "lengths") {
        return input && unknownShape(input.length);
    }
    const batched = input.length === spatial + 2;
    const full = batched ? input : [constant(1), ...input];
    const channelAxis = format === "channelsFirst" ? 1 : spatial + 1;
    const depth = checkSize("x", input, batched ? channelAxis : channelAxis - 1, weights[spatial] ?? unknown, { what: "channels", why: `${filterName} takes so many at index ${spatial}` });
    if (depth) {
        return depth;
    }
    const lengths = full.filter((_, axis) => axis !== 0 && axis !== channelAxis);
    const windows = windowsOf({ kernel: weights.slice(0, spatial), strides: strides.own, dilations: dilations.own, pad: padding, rounding, format });
    const made: Image = { batch: full[0] ?? unknown, lengths: slide(lengths, windows), channels: channels(weights) };
    const output = joinImage(made, format);
    const spatialAxes = [...full.keys()].filter((axis) => axis !== 0 && axis !== channelAxis);
    return checkOutput(full, output, filterName, spatialAxes) ?? trimmed(spatial === 3 ? joinImage({ ...made, lengths: made.lengths.map(atLeastNone) }, format) : output, batched);
}

/** Pairs up to the last axis that is read: one for the batch, two for the lengths, with the channels between or not. */
function pairsRead(format: Layout): number {
    return format === "channelsFirst" ? 4 : 3;
}

function trimmed(shape: Shape, batched: boolean): Shape {
    return batched ? shape : shape.slice(1);
}

const formats2d = { NHWC: "channelsLast", NCHW: "channelsFirst" } as const;

function layoutOf(name: keyof typeof formats2d | undefined): Layout {
    return name && formats2d[name];
}

/** Source: tfjs-core 4.22.0 src/gradients/Conv2D_grad.ts, Conv3D_grad.ts, DepthwiseConv2dNative_grad.ts; src/ops/fused/conv2d.ts. */
function dilated(dilations: PerAxis): Stuck | undefined {
    return dilations.kind === "lengths" && dilations.own.some((dim) => compare(dim, constant(1)) === "different") ? { what: "a convolution with a dilation above 1" } : undefined;
}

export const conv2d = op({
    name: "conv2d",
    args: {
        x: required(tensor("float32")),
        filter: required(tensor("float32")),
        strides: required(perAxis(2)),
        pad: pad(),
        dataFormat: optional<"NHWC" | "NCHW" | undefined>(oneOf("NHWC", "NCHW"), "NHWC"),
        dilations: optional(perAxis(2), perAxisOf(2, 1)),
        dimRoundingMode: dimRoundingMode(),
    },
    output: ({ x, filter, strides, pad: padding, dilations, dimRoundingMode: rounding, dataFormat }) =>
        asTensor(convolved({ x, filter, strides, pad: padding, dilations, rounding, format: layoutOf(dataFormat) }, ordinary(2))),
    dtype: () => "float32",
    stuck: ({ dilations }) => dilated(dilations),
    source,
});

export const conv3d = op({
    name: "conv3d",
    args: {
        x: required(tensor()),
        filter: required(tensor()),
        strides: required(perAxis(3)),
        pad: pad(),
        dataFormat: optional<"NDHWC" | undefined>(oneOf("NDHWC"), "NDHWC"),
        dilations: optional(perAxis(3), perAxisOf(3, 1)),
    },
    method: false,
    output: ({ x, filter, strides, pad: padding, dilations }) => asTensor(convolved({ x, filter, strides, pad: padding, dilations, rounding: "none", format: "channelsLast" }, ordinary(3))),
    stuck: ({ dilations }) => dilated(dilations),
    source,
});

/** Runs as a two-dimensional convolution over one row: `[batch, 1, length, channels]`. */
export const conv1d = op({
    name: "conv1d",
    args: {
        x: required(tensor("float32")),
        filter: required(tensor("float32")),
        stride: required(perAxis(1)),
        pad: pad(),
        dataFormat: optional<"NWC" | undefined>(oneOf("NWC"), "NWC"),
        dilation: optional(perAxis(1), perAxisOf(1, 1)),
        dimRoundingMode: dimRoundingMode(),
    },
    output({ x, filter, stride, pad: padding, dilation, dimRoundingMode: rounding }) {
        const fault =
            checkRank("x", x, 2, 3) ??
            checkRank("filter", filter, 3) ??
            checkWindows({ names: { strides: "stride", dilations: "dilation" }, strides: stride, dilations: dilation, pad: padding, rounding, pairs: 3 });
        if (fault) {
            return fault;
        }
        if (padding?.kind === "number" && padding.value > 0) {
            return { kind: "option-value", option: "pad", given: String(padding.value), expected: "'valid', 'same' or 0, as a number would pad the single row as well", at: atOption("pad") };
        }
        if (x.shape === undefined || stride.kind !== "lengths" || dilation.kind !== "lengths") {
            return asTensor(x.shape);
        }
        const batched = x.shape.length === 3;
        const [batch = unknown, length = unknown, channels = unknown] = batched ? x.shape : [constant(1), ...x.shape];
        const row = convolved(
            {
                x: { shape: [batch, constant(1), length, channels] },
                filter: { shape: filter.shape && [constant(1), ...filter.shape] },
                strides: withRow(stride.own),
                dilations: withRow(dilation.own),
                pad: padding,
                rounding,
                format: "channelsLast",
            },
            ordinary(2),
        );
        return asTensor(isFault(row) ? withoutRow(row) : row && trimmed(row.filter((_, axis) => axis !== 1), batched));
    },
    dtype: () => "float32",
    stuck: ({ dilation }) => dilated(dilation),
    source: "tfjs-core 4.22.0 src/ops/conv1d.ts",
});

function withRow(own: readonly Dim[]): PerAxis {
    const lengths = [constant(1), ...own];
    return { kind: "lengths", own: lengths, given: lengths };
}

/** A fault of the two-dimensional convolution, told of the shapes the author sees. */
function withoutRow(fault: Fault): Fault {
    const drop = (shape: Shape): Shape => shape.filter((_, axis) => axis !== 1);
    switch (fault.kind) {
        case "input-size":
            return { ...fault, input: drop(fault.input), axis: fault.axis - 1, why: "filter takes so many at index 1" };
        case "empty-output":
            return { ...fault, input: drop(fault.input), output: drop(fault.output), axis: fault.axis - 1 };
        default:
            return fault;
    }
}

export const depthwiseConv2d = op({
    name: "depthwiseConv2d",
    args: conv2d.args,
    // The kernels do not heed NCHW, so nothing is said of the lengths then.
    output: ({ x, filter, strides, pad: padding, dilations, dimRoundingMode: rounding, dataFormat }) =>
        asTensor(convolved({ x, filter, strides, pad: padding, dilations, rounding, format: dataFormat === "NHWC" ? "channelsLast" : undefined }, depthwise)),
    dtype: () => "float32",
    stuck: ({ dilations }) => dilated(dilations),
    source: "tfjs-core 4.22.0 src/ops/depthwise_conv2d.ts; tfjs-backend-cpu src/kernels/DepthwiseConv2dNative.ts",
});

export const separableConv2d = op({
    name: "separableConv2d",
    args: {
        x: required(tensor("float32")),
        depthwiseFilter: required(tensor("float32")),
        pointwiseFilter: required(tensor("float32")),
        strides: required(perAxis(2)),
        pad: pad(),
        dilation: optional(perAxis(2), perAxisOf(2, 1)),
        dataFormat: optional<"NHWC" | undefined>(oneOf("NHWC"), "NHWC"),
    },
    output({ x, depthwiseFilter, pointwiseFilter, strides, pad: padding, dilation }) {
        const wide = convolved(
            { x, filter: depthwiseFilter, strides, pad: padding, dilations: dilation, rounding: "none", format: "channelsLast" },
            { ...depthwise, names: { filter: "depthwiseFilter", dilations: "dilation" } },
        );
        const pointwise = pointwiseFilter.shape;
        return asTensor(
            checkRank("pointwiseFilter", pointwiseFilter, 4) ??
                (pointwise && checkPointwise(pointwise, depthwiseFilter.shape)) ??
                onShape(wide, (shape) => [...shape.slice(0, -1), pointwise?.[3] ?? unknown]),
        );
    },
    dtype: () => "float32",
    stuck: ({ dilation }) => dilated(dilation),
    source: "tfjs-core 4.22.0 src/ops/separable_conv2d.ts",
});

function checkPointwise(pointwise: Shape, filter: Shape | undefined): Fault | undefined {
    const why = "it works on one pixel at a time";
    return (
        checkSize("pointwiseFilter", pointwise, 0, constant(1), { what: "the height", why }) ??
        checkSize("pointwiseFilter", pointwise, 1, constant(1), { what: "the width", why }) ??
        checkSize("pointwiseFilter", pointwise, 2, filter ? depthwise.channels(filter) : unknown, { what: "input channels", why: "depthwiseFilter makes so many" })
    );
}

export const dilation2d = op({
    name: "dilation2d",
    args: {
        x: required(tensor()),
        filter: required(tensor()),
        strides: required(perAxis(2)),
        pad: pad(),
        dilations: optional(perAxis(2), perAxisOf(2, 1)),
        dataFormat: optional<"NHWC" | undefined>(oneOf("NHWC"), "NHWC"),
    },
    output({ x, filter, strides, pad: padding, dilations }) {
        const depth = filter.shape?.[2] ?? unknown;
        // It slides the filter over each channel by itself.
        const rank = checkRank("filter", filter, 3);
        const full = filter.shape && [...filter.shape, depth];
        return asTensor(rank ?? convolved({ x, filter: { shape: full }, strides, pad: padding, dilations, rounding: "none", format: "channelsLast" }, { ...ordinary(2), free: true }));
    },
    source: "tfjs-core 4.22.0 src/ops/conv_util.ts, computeDilation2DInfo",
});

/** tf.fused.conv2d and tf.fused.depthwiseConv2d: one object with a bias and an activation beside the convolution. */
function fused(base: typeof conv2d, name: string): OpSpec {
    return op({
        name,
        args: { ...base.args, bias: optionalTensor(), ...noEffect("activation", "preluActivationWeights", "leakyreluAlpha") },
        named: true,
        method: false,
        output({ bias, ...call }) {
            const result = base.output(call);
            // Both give one tensor or a fault; the bias is added where the shape is known.
            const shape = Array.isArray(result) ? (result as Shape) : undefined;
            return shape && bias ? asTensor(onShape(broadcastAnswers(shape, bias.shape, ["the convolution", "bias"]), () => shape)) : result;
        },
        dtype: () => "float32",
        stuck: ({ dilations }) => dilated(dilations),
        source: `tfjs-core 4.22.0 src/ops/${name.replace(".", "/")}.ts`,
    });
}

export const fusedConv2d = fused(conv2d, "fused.conv2d");
export const fusedDepthwiseConv2d = fused(depthwiseConv2d, "fused.depthwiseConv2d");

export const convolutionOps: readonly OpSpec[] = [
    conv1d, conv2d, conv3d, depthwiseConv2d, separableConv2d, dilation2d, fusedConv2d, fusedDepthwiseConv2d,
];
