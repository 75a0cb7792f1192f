/** conv2dTranspose and conv3dTranspose: the output shape is declared, and TensorFlow.js believes it unchecked. */
import { checkDeconvolution } from "../catalogue/deconvolution.js";
import { unevenOverlap } from "../catalogue/overlap.js";
import { atCall, atOption, type Fault } from "../catalogue/fault.js";
import { optional, required } from "../catalogue/options.js";
import { assumeSize, constant, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { asTensor, checkRank } from "./outcome.js";
import { lengths, ofRank, tensor } from "./readers.js";
import { op, type OpResult, type OpSpec, type TensorArgument } from "./spec.js";
import { checkForm, checkWindows, dimRoundingMode, pad, perAxis, windowsOf, type Pad, type PerAxis, type RoundingMode } from "./windows.js";

interface Call {
    readonly x: TensorArgument;
    readonly filter: TensorArgument;
    readonly outputShape: Shape | undefined;
    readonly strides: PerAxis;
    readonly pad: Pad | "missing";
    readonly rounding: RoundingMode;
}

function args(spatial: 2 | 3) {
    return {
        x: required(tensor()),
        filter: required(tensor()),
        outputShape: required(lengths()),
        // The library needs them. They are read as missing so that the declared shape can say which they should be.
        strides: optional<PerAxis>(perAxis(spatial), { kind: "missing" }),
        pad: optional<Pad | "missing">(pad().reader, "missing"),
    };
}

function transposed({ x, filter, outputShape, strides, pad: padding, rounding }: Call, spatial: 2 | 3): OpResult {
    if (padding !== "missing") {
        return transposedBy({ x, filter, outputShape, strides, pad: padding, rounding }, spatial);
    }
    // The padding in the place of the strides: they were left out.
    return strides.kind === "padding" ? transposedBy({ x, filter, outputShape, strides: { kind: "missing" }, pad: { kind: strides.text }, rounding }, spatial) : missingPad;
}

function transposedBy({ x, filter, outputShape: declared, strides, pad: padding, rounding }: Call & { readonly pad: Pad }, spatial: 2 | 3): OpResult {
    const wrongRank = checkRank("x", x, spatial + 1, spatial + 2) ?? checkRank("filter", filter, spatial + 2);
    if (wrongRank) {
        return wrongRank;
    }
    const missing = strides.kind === "missing";
    const own = ownStrides(strides, spatial);
    const fault = missing ? undefined : checkWindows({ names: { strides: "strides" }, strides: withoutFrame(strides), pad: padding, rounding, pairs: spatial === 2 ? 3 : 0 });
    if (fault) {
        return fault;
    }
    // The declared shape has the input's rank, whatever that is.
    const input = declared && ofRank(x, declared.length);
    if (declared === undefined || input === undefined) {
        return missing ? missingStrides : asTensor(declared);
    }
    // An image without a size is nobody's.
    input.slice(1, -1).forEach(assumeSize);
    const weights = filter.shape;
    const kernel = Array.from({ length: spatial }, (_, axis) => weights?.[axis] ?? unknown);
    const faults = checkDeconvolution({
        declared,
        at: atOption("outputShape"),
        ranks: [input.length],
        input,
        windows: windowsOf({ kernel, strides: own, dilations: kernel.map(() => constant(1)), pad: padding, rounding, format: "channelsLast" }),
        filters: weights?.[spatial] ?? unknown,
        filtersFrom: `filter.shape[${spatial}]`,
        filterDepth: weights?.[spatial + 1] ?? unknown,
        dataFormat: "channelsLast",
        strideMissing: missing,
        // src/ops/windows.ts, windowsOf.
        oneStride: spatial === 2 && padding?.kind === "number",
    });
    if (faults.length > 0) {
        // Lengths and batch are believed, whatever they are.
        const isBelieved = faults.every(({ kind }) => kind === "deconv-length" || kind === "deconv-batch");
        return { kind: "fault", faults: [...faults.map(atArgument), ...formFault(strides, faults)], ...(isBelieved ? { shape: declared } : {}) };
    }
    return missing ? missingStrides : declared;
}

function checkOverlap({ filter, strides }: Pick<Call, "filter" | "strides">, spatial: 2 | 3): Fault | undefined {
    const kernel = filter.shape?.slice(0, spatial);
    return kernel && unevenOverlap({ kernel, strides: ownStrides(strides, spatial), dilation: kernel.map(() => constant(1)), at: () => atOption("filter") });
}

const missingPad: Fault = { kind: "option-missing", option: "pad", at: atCall };
const missingStrides: Fault = { kind: "option-missing", option: "strides", at: atCall };

/** Where only one length is illegal because `[1, 2, 2, 1]` was read as `[1, 2]`, that is said beside it. */
function formFault(strides: PerAxis, faults: readonly Fault[]): readonly Fault[] {
    const form = checkForm("strides", strides);
    return form && faults.some(({ kind }) => kind === "deconv-length") ? [form] : [];
}

/** The lengths that are read, without the rest of the list: whether that matters is for the declared shape to say. */
function withoutFrame(strides: PerAxis): PerAxis {
    return strides.kind === "lengths" ? { ...strides, given: strides.own } : strides;
}

function ownStrides(strides: PerAxis, spatial: number): readonly Dim[] {
    return strides.kind === "lengths" ? strides.own : Array.from({ length: spatial }, () => constant(1));
}

function atArgument(fault: Fault): Fault {
    const isFilter = fault.kind === "deconv-input-channels" && fault.isSwapped === true;
    return fault.at.kind === "input" ? { ...fault, at: atOption(isFilter ? "filter" : "x") } : fault;
}

export const conv2dTranspose = op({
    name: "conv2dTranspose",
    args: { ...args(2), dimRoundingMode: dimRoundingMode() },
    output: ({ x, filter, outputShape, strides, pad: padding, dimRoundingMode: rounding }) => transposed({ x, filter, outputShape, strides, pad: padding, rounding }, 2),
    advise: (call) => checkOverlap(call, 2),
    source: "tfjs-core 4.22.0 src/ops/conv2d_backprop_input.ts; src/ops/conv_util.ts, getPadAndOutInfo",
});

export const conv3dTranspose = op({
    name: "conv3dTranspose",
    args: args(3),
    method: false,
    output: ({ x, filter, outputShape, strides, pad: padding }) => transposed({ x, filter, outputShape, strides, pad: padding, rounding: "none" }, 3),
    advise: (call) => checkOverlap(call, 3),
    source: "tfjs-core 4.22.0 src/ops/conv3d_backprop_input.ts; src/ops/conv_util.ts, get3DPadAndOutInfo",
});

export const transposedConvolutionOps: readonly OpSpec[] = [conv2dTranspose, conv3dTranspose];
