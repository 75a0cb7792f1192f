/** What all convolutions and poolings read and work out alike. */
import { type DataFormat, mapImage } from "../catalogue/image.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { optional, type Option } from "../catalogue/options.js";
import { oneOf, perAxis } from "../catalogue/readers.js";
import { forwardLength } from "../convolution/lengths.js";
import type { Padding, Window } from "../convolution/window.js";
import { compare, constant, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { Untrainable } from "./spec.js";

export type PaddingName = Exclude<Padding["kind"], "explicit">;

export interface WindowOptions {
    readonly kernelSize: readonly Dim[];
    readonly strides: readonly Dim[];
    readonly dilationRate: readonly Dim[];
    readonly padding: PaddingName | undefined;
}

export function ones(axes: number): readonly Dim[] {
    return new Array<Dim>(axes).fill(constant(1));
}

export function dataFormatOption(): Option<DataFormat | undefined> {
    return optional<DataFormat | undefined>(oneOf("channelsLast", "channelsFirst"), "channelsLast");
}

export function paddingOption(...names: readonly PaddingName[]): Option<PaddingName | undefined> {
    return optional<PaddingName | undefined>(oneOf(...names), "valid");
}

export function onesOption(axes: number): Option<readonly Dim[]> {
    return optional(perAxis(axes), ones(axes));
}

const paddings: { readonly [K in PaddingName]: Padding } = { valid: { kind: "valid" }, same: { kind: "same" }, full: { kind: "full" }, causal: { kind: "causal" } };

/** By names that stand here: a name from a program would be looked up among all others. */
function paddingOf(name: PaddingName): Padding {
    switch (name) {
        case "valid":
            return paddings.valid;
        case "same":
            return paddings.same;
        case "full":
            return paddings.full;
        case "causal":
            return paddings.causal;
    }
}

function windowOf({ kernelSize, strides, dilationRate, padding }: WindowOptions, axis: number): Window | undefined {
    const kernel = kernelSize[axis];
    return padding && kernel && { kernel, stride: strides[axis] ?? unknown, dilation: dilationRate[axis] ?? unknown, padding: paddingOf(padding) };
}

/** One window per spatial axis; undefined when the padding is not known. */
export function windowsOf(options: WindowOptions): readonly Window[] | undefined {
    if (!options.padding) {
        return undefined;
    }
    const windows: Window[] = [];
    for (let axis = 0; axis < options.kernelSize.length; axis++) {
        const window = windowOf(options, axis);
        if (window) {
            windows.push(window);
        }
    }
    return windows;
}

/** The image that windows sliding over `input` make; `channels` undefined: as many as come in. */
export function slide(
    input: Shape,
    dataFormat: DataFormat | undefined,
    options: WindowOptions,
    channelsFrom: (channels: Dim) => Dim = (channels) => channels,
): Shape {
    if (!dataFormat || input.length < 2) {
        return mapImage(input, dataFormat, ({ batch, lengths, channels }) => ({ batch, lengths: lengths.map((length, index) => slideAlong(length, options, index)), channels: channelsFrom(channels) }));
    }
    const channelsAxis = dataFormat === "channelsFirst" ? 1 : input.length - 1;
    const made = input.slice();
    for (let axis = 1; axis < input.length; axis++) {
        const dim = input[axis] ?? unknown;
        made[axis] = axis === channelsAxis ? channelsFrom(dim) : slideAlong(dim, options, axis < channelsAxis ? axis - 1 : axis - 2);
    }
    return made;
}

function slideAlong(length: Dim, options: WindowOptions, index: number): Dim {
    const window = windowOf(options, index);
    return window ? forwardLength(length, window) : unknown;
}

/** Strides and dilation both above 1: built, but refused when run. tfjs-core 4.22.0 src/ops/conv_util.ts. */
export function checkDilatedStrides({ strides, dilationRate }: WindowOptions): readonly Fault[] {
    if (!strides.some(isNotOne) || !dilationRate.some(isNotOne)) {
        return [];
    }
    return [{ kind: "option-conflict", option: "dilationRate", other: "strides", why: "one of the two must be 1 on every axis", at: atOption("dilationRate") }];
}

/** TensorFlow.js builds a causal convolution and refuses to run it. tfjs-layers 4.22.0 src/layers/convolutional.ts, conv1dWithBias. */
export function checkCausal({ padding }: WindowOptions): readonly Fault[] {
    return padding === "causal"
        ? [{ kind: "unsupported", what: "padding 'causal'", when: "run", at: atOption("padding") }]
        : [];
}

/** A dilation that is asked for where the library makes nothing of it: one that a kernel of 1 would not show is none. */
export function ignoredDilation({ kernelSize, dilationRate }: Pick<WindowOptions, "kernelSize" | "dilationRate">): readonly Fault[] {
    const isWanted = dilationRate.some((rate, axis) => isNotOne(rate) && isNotOne(kernelSize[axis] ?? unknown));
    return isWanted ? [{ kind: "option-ignored", option: "dilationRate", given: dilationRate, at: atOption("dilationRate") }] : [];
}

/** Source: tfjs-core 4.22.0 src/gradients/Conv2D_grad.ts, Conv3D_grad.ts, DepthwiseConv2dNative_grad.ts; src/ops/fused/conv2d.ts. */
export function untrainableDilation({ dilationRate }: Pick<WindowOptions, "dilationRate">): Untrainable | undefined {
    return dilationRate.some(isNotOne) ? { what: "a convolution with a `dilationRate` above 1" } : undefined;
}

function isNotOne(dim: Dim): boolean {
    return dim.kind === "constant" ? dim.value !== 1 : compare(dim, constant(1)) === "different";
}
