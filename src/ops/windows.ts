/**
 * The arguments that convolutions and pools share: window lengths per axis, padding, rounding, and how TensorFlow.js
 * combines them. tfjs-core 4.22.0 src/ops/conv_util.ts.
 */
import { dimOf, type Datum } from "../catalogue/datum.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import type { DataFormat } from "../catalogue/image.js";
import { optional, required, type Option } from "../catalogue/options.js";
import { printDatum } from "../catalogue/print.js";
import { oneOf, value, refused, type Reader } from "../catalogue/readers.js";
import { forwardLength } from "../convolution/lengths.js";
import type { Padding, Rounding, Window } from "../convolution/window.js";
import { assumeSize, compare, constant, isAtLeast, maximum, unknown, type Dim } from "../shapes/dim.js";
import { identicalShapes, type Shape } from "../shapes/shape.js";

/** Lengths for each axis as an author gave them: `own` is the list the library reads. */
export type PerAxis =
    | { readonly kind: "lengths"; readonly own: readonly Dim[]; readonly given: readonly Dim[] }
    /** 'same' or 'valid', or nothing at all, where lengths belong. */
    | { readonly kind: "padding"; readonly text: "same" | "valid" }
    | { readonly kind: "missing" };

/**
 * One length, or a list. From a longer list the library takes the first elements. Strides and windows that come with
 * batch and channels, as in Python, are read as they are and checked by `checkForm`.
 */
export function perAxis(axes: number): Reader<PerAxis> {
    const expected = axes === 1 ? "a positive integer" : `a positive integer or a list of ${axes} of them`;
    const every = (dim: Dim): PerAxis => ({ kind: "lengths", own: new Array<Dim>(axes).fill(dim), given: [dim] });
    return {
        expected,
        unknown: every(unknown),
        readsParameters: false,
        read(datum) {
            switch (datum.kind) {
                case "list": {
                    const given = datum.items.map(dimOf);
                    const isShort = datum.items.length < axes;
                    const areLengths = datum.items.length > 0 && datum.items.every(isLength);
                    return areLengths && !isShort ? value({ kind: "lengths", own: given.slice(0, axes), given }) : refused(expected, areLengths ? "computes with NaN for the lengths that are missing, or throws" : undefined);
                }
                case "string":
                    return datum.value === "same" || datum.value === "valid" ? value({ kind: "padding", text: datum.value }) : refused(expected);
                case "unknown":
                case "other":
                    return value(every(unknown));
                default:
                    return isLength(datum) ? value(every(dimOf(datum))) : refused(expected);
            }
        },
    };
}

function isLength(datum: Datum): boolean {
    switch (datum.kind) {
        case "number":
            return Number.isInteger(datum.value) && datum.value >= 1;
        case "size":
            return isAtLeast(datum.dim, constant(1)) !== "never";
        case "unknown":
            return true;
        default:
            return false;
    }
}

export function perAxisOf(axes: number, length: number): PerAxis {
    const own = new Array<Dim>(axes).fill(constant(length));
    return { kind: "lengths", own, given: own };
}

/** The padding as an author gave it; undefined when it is not known. */
export type Pad =
    | { readonly kind: "valid" | "same" }
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "pairs"; readonly pairs: readonly (readonly [number, number] | undefined)[] }
    /** A number that is no integer: what comes of it is not told. */
    | { readonly kind: "fraction"; readonly value: number }
    /** Lengths where the padding belongs. */
    | { readonly kind: "lengths"; readonly text: string }
    | undefined;

const padExpected = "'valid', 'same', a number or one pair of numbers for each axis";

const padReader: Reader<Pad> = {
    expected: padExpected,
    unknown: undefined,
    readsParameters: false,
    read(datum) {
        switch (datum.kind) {
            case "string":
                return datum.value === "same" || datum.value === "valid" ? value({ kind: datum.value }) : refused(padExpected);
            case "number":
                return value(Number.isInteger(datum.value) ? { kind: "number", value: datum.value } : { kind: "fraction", value: datum.value });
            case "list":
                return value(readPairs(datum));
            case "boolean":
            case "null":
            case "undefined":
            case "tensor":
            case "layer":
                return refused(padExpected);
            default:
                return value(undefined);
        }
    },
};

function readPairs(datum: Datum & { readonly kind: "list" }): Pad {
    if (datum.items.some((item) => item.kind === "number" || item.kind === "size" || item.kind === "string")) {
        return { kind: "lengths", text: printDatum(datum) };
    }
    const pairs = datum.items.map((item): readonly [number, number] | undefined => {
        const [before, after] = item.kind === "list" ? item.items : [];
        return before?.kind === "number" && after?.kind === "number" ? [before.value, after.value] : undefined;
    });
    return { kind: "pairs", pairs };
}

export function pad(): Option<Pad> {
    return required(padReader);
}

/** `"none"`: no mode was given. */
export type RoundingMode = Rounding | "none" | undefined;

export function dimRoundingMode(): Option<RoundingMode> {
    return optional<RoundingMode>(oneOf("floor", "round", "ceil"), "none");
}

/** What one call says about its windows. `spatial`: how many axes; `names`: as the arguments are called. */
export interface WindowSetup {
    readonly kernel: readonly Dim[];
    readonly strides: readonly Dim[];
    readonly dilations: readonly Dim[];
    readonly pad: Pad;
    readonly rounding: RoundingMode;
    readonly format: DataFormat;
}

/** One window per axis, as the library uses them; undefined where the padding is not known. */
export function windowsOf({ kernel, strides, dilations, pad: padding, rounding, format }: WindowSetup): readonly Window[] | undefined {
    if (padding === undefined || padding.kind === "lengths" || padding.kind === "fraction" || (rounding === undefined && padding.kind !== "valid" && padding.kind !== "same")) {
        return undefined;
    }
    const windows: Window[] = [];
    for (const axis of kernel.keys()) {
        const own = axisPadding(padding, format === "channelsFirst" ? axis + 2 : axis + 1);
        if (own === undefined) {
            return undefined;
        }
        // In two dimensions, a number as padding takes kernel, stride and dilation of the rows for the columns too.
        const from = padding.kind === "number" && kernel.length === 2 ? 0 : axis;
        windows.push({
            kernel: kernel[from] ?? unknown,
            stride: strides[from] ?? unknown,
            dilation: dilations[from] ?? unknown,
            padding: own,
            ...(rounding === undefined || rounding === "none" ? {} : { rounding }),
        });
    }
    return windows;
}

function axisPadding(padding: NonNullable<Pad>, axis: number): Padding | undefined {
    switch (padding.kind) {
        case "valid":
        case "same":
            return padding;
        case "number":
            return { kind: "explicit", before: padding.value, after: padding.value };
        case "pairs": {
            const pair = padding.pairs[axis];
            return pair && { kind: "explicit", before: pair[0], after: pair[1] };
        }
        case "fraction":
        case "lengths":
            return undefined;
    }
}

export interface WindowChecks {
    /** Argument names, as the library documents them. */
    readonly names: { readonly strides: string; readonly dilations?: string; readonly kernel?: string };
    readonly strides: PerAxis;
    readonly dilations?: PerAxis;
    readonly pad: Pad;
    readonly rounding?: RoundingMode;
    /** How many pairs explicit padding has, or 0 where the operation does not take any. */
    readonly pairs: number;
}

/** What is wrong with windows, whatever they are laid over. */
export function checkWindows({ names, strides, dilations, pad: padding, rounding, pairs }: WindowChecks): Fault | undefined {
    if (strides.kind === "padding") {
        return misplacedPadding(strides.text, names.strides, padding);
    }
    if (strides.kind === "missing") {
        return { kind: "option-missing", option: names.strides, at: { kind: "call" } };
    }
    if (padding?.kind === "lengths" || (padding?.kind === "pairs" && padding.pairs.length < pairs) || (padding?.kind === "pairs" && pairs === 0)) {
        const given = padding.kind === "lengths" ? padding.text : `${padding.pairs.length} ${padding.pairs.length === 1 ? "pair" : "pairs"}`;
        return { kind: "option-value", option: "pad", given, expected: pairs === 0 ? "'valid', 'same' or a number" : `'valid', 'same', a number or ${pairs} pairs of numbers`, at: atOption("pad") };
    }
    if (rounding !== undefined && rounding !== "none" && (padding?.kind === "same" || padding?.kind === "valid" || padding?.kind === "fraction")) {
        return { kind: "option-conflict", option: "pad", other: "dimRoundingMode", why: "a dimRoundingMode needs an integer as padding", at: atOption("pad") };
    }
    if (dilations?.kind === "lengths" && dilations.own.some(isAboveOne) && strides.own.some(isAboveOne)) {
        return { kind: "option-conflict", option: names.strides, other: names.dilations ?? "dilations", why: "one of the two must be 1 on every axis", at: atOption(names.dilations ?? "dilations") };
    }
    return checkForm(names.strides, strides);
}

function misplacedPadding(text: string, name: string, padding: Pad): Fault {
    if (padding?.kind === "number" || padding?.kind === "lengths") {
        return { kind: "swapped-options", options: [name, "pad"], at: atOption(name) };
    }
    return { kind: "option-value", option: name, given: `'${text}'`, expected: "a positive integer or a list of them", at: atOption(name) };
}

/** `[1, 2, 2, 1]` in place of `[2, 2]`: the library reads `[1, 2]`. */
export function checkForm(option: string, lengths: PerAxis): Fault | undefined {
    if (lengths.kind !== "lengths" || lengths.given.length !== lengths.own.length + 2) {
        return undefined;
    }
    const [first, ...others] = lengths.given;
    const meant = others.slice(0, -1);
    const framed = [first, others.at(-1)].every((dim) => dim && compare(dim, constant(1)) === "equal");
    if (!framed || identicalShapes(meant, lengths.own)) {
        return undefined;
    }
    const known = [...meant, ...lengths.own].every(({ kind }) => kind === "constant");
    return known ? { kind: "window-form", option, given: lengths.given, read: lengths.own, at: atOption(option), effect: "reads the first lengths of the list and ignores the rest" } : undefined;
}

function isAboveOne(dim: Dim): boolean {
    return isAtLeast(dim, constant(2)) === "always";
}

/** The lengths that come out. Three-dimensional windows that reach beyond their input give 0, two-dimensional ones less. */
export function slide(lengths: readonly Dim[], windows: readonly Window[] | undefined): readonly Dim[] {
    return lengths.map((length, axis) => {
        // An image without a size is nobody's.
        assumeSize(length);
        const window = windows?.[axis];
        return window ? forwardLength(length, window) : unknown;
    });
}

/** A fault for the first axis on which the window is larger than what it slides over, by more than gives nothing. */
export function checkOutput(input: Shape, output: Shape, option: string, axes: readonly number[]): Fault | undefined {
    const axis = axes.find((each) => isAtLeast(output[each] ?? unknown, constant(0)) === "never");
    if (axis === undefined) {
        return undefined;
    }
    const fault: Fault = { kind: "empty-output", input, output, axis, size: output[axis] ?? unknown, at: atOption(option) };
    return axes.length === 3 ? { ...fault, effect: "makes an empty tensor" } : fault;
}

export function atLeastNone(dim: Dim): Dim {
    return maximum(dim, constant(0));
}
