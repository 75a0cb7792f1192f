/**
 * Checks a deconvolution whose output shape is declared, for layers and operations alike. Which lengths are legal is
 * src/convolution's knowledge; here is what else a declared shape can have wrong.
 */
import { impliedStride } from "../convolution/implied-stride.js";
import { isLegal, legalLengths, type LengthRange } from "../convolution/legal.js";
import type { Padding, Window } from "../convolution/window.js";
import { compare, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { atInput, type DeconvolutionSetup, type Fault, type FaultPlace, type IllegalLength } from "./fault.js";
import { dataFormats, imageAxes, type DataFormat } from "./image.js";

export interface Deconvolution {
    readonly declared: Shape;
    /** Where the declared shape stands. */
    readonly at: FaultPlace;
    /** How many dimensions the library takes in a declared shape. */
    readonly ranks: readonly number[];
    readonly input: Shape;
    /** One per spatial axis; undefined when the padding is not known. */
    readonly windows: readonly Window[] | undefined;
    /** What the declared channels must be, and what that is called: "filters". */
    readonly filters: Dim;
    readonly filtersFrom: string;
    /** What the input's channels must be, where a filter tensor says so. */
    readonly filterDepth?: Dim;
    /** Undefined: not known, so that only what holds in both formats is a fault. */
    readonly dataFormat: DataFormat | undefined;
    readonly strideMissing: boolean;
    /** The lengths that come out where the library ignores the declared shape. */
    readonly inferred?: (input: Dim, window: Window) => Dim;
}

export function checkDeconvolution(deconvolution: Deconvolution): readonly Fault[] {
    const { declared, ranks, at, dataFormat } = deconvolution;
    if (!ranks.includes(declared.length)) {
        return [{ kind: "deconv-rank", declared, rank: Math.max(...ranks), at }];
    }
    const [faults = [], ...others] = (dataFormat ? [dataFormat] : dataFormats).map((format) => checkIn(deconvolution, format));
    return others.reduce<readonly Fault[]>(commonFaults, faults);
}

function checkIn(deconvolution: Deconvolution, format: DataFormat): readonly Fault[] {
    const { declared, input, filters, filtersFrom, filterDepth, at, windows } = deconvolution;
    const spatial = spatialAxes(deconvolution);
    const declaredAxes = imageAxes(declared.length, spatial, format);
    const inputAxes = imageAxes(input.length, spatial, format);
    if (!declaredAxes || !inputAxes) {
        return [];
    }
    const inDeclared = reader(declared);
    const inInput = reader(input);
    const faults: Fault[] = [];
    if (windows) {
        const lengths = { declared: declaredAxes.lengths.map(inDeclared), input: inputAxes.lengths.map(inInput) };
        const axes = illegalAxes(lengths, windows, declaredAxes.lengths);
        if (axes.length > 0) {
            faults.push({ kind: "deconv-length", axes, setup: setUp(deconvolution, lengths, windows), at });
        }
    }
    const batch = { declared: inDeclared(declaredAxes.batch), input: inInput(inputAxes.batch) };
    if (compare(batch.declared, batch.input) === "different") {
        faults.push({ kind: "deconv-batch", ...batch, at });
    }
    const channels = inDeclared(declaredAxes.channels);
    if (compare(channels, filters) === "different") {
        faults.push({ kind: "deconv-channels", declared: channels, filters, from: filtersFrom, at });
    }
    const depth = inInput(inputAxes.channels);
    if (filterDepth && compare(depth, filterDepth) === "different") {
        faults.push({ kind: "deconv-input-channels", input: depth, filter: filterDepth, at: atInput() });
    }
    return faults;
}

/** The kernel says how many axes are spatial; without one, the greatest rank a declared shape may have. */
function spatialAxes({ windows, ranks }: Deconvolution): number {
    return windows?.length ?? Math.max(...ranks) - 2;
}

function reader(shape: Shape): (axis: number | undefined) => Dim {
    return (axis) => (axis === undefined ? unknown : (shape[axis] ?? unknown));
}

interface Lengths {
    readonly declared: readonly Dim[];
    readonly input: readonly Dim[];
}

function illegalAxes(lengths: Lengths, windows: readonly Window[], axes: readonly number[]): readonly IllegalLength[] {
    return windows.flatMap((window, index) => {
        const declared = lengths.declared[index] ?? unknown;
        const input = lengths.input[index] ?? unknown;
        const legal = isLegal(declared, input, window) === "illegal" ? legalLengths(input, window) : undefined;
        const { kernel, stride } = window;
        return legal ? [{ axis: axes[index] ?? index, declared, input, kernel, stride, legal }] : [];
    });
}

function setUp(deconvolution: Deconvolution, lengths: Lengths, windows: readonly Window[]): DeconvolutionSetup {
    const { declared, input, inferred, strideMissing } = deconvolution;
    const ranges = windows.map((window, index): LengthRange => {
        const from = lengths.input[index] ?? unknown;
        if (inferred) {
            const made = inferred(from, window);
            return { least: made, most: made };
        }
        return legalLengths(from, window) ?? { least: unknown, most: unknown };
    });
    return {
        declared,
        input,
        declaredLengths: lengths.declared,
        inputLengths: lengths.input,
        kernel: windows.map((window) => window.kernel),
        strides: windows.map((window) => window.stride),
        dilation: windows.map((window) => window.dilation),
        padding: printPadding(windows.map((window) => window.padding)),
        made: ranges.map((range) => range.least),
        madeMost: ranges.map((range) => range.most),
        implied: impliedStrides(lengths, windows),
        strideMissing,
        declarationIgnored: inferred !== undefined,
    };
}

/** On an axis whose declared length is legal as it is, the stride stays. */
function impliedStrides(lengths: Lengths, windows: readonly Window[]): DeconvolutionSetup["implied"] {
    const strides: number[] = [];
    let kind: "exact" | "nearest" = "exact";
    for (const [index, window] of windows.entries()) {
        const declared = lengths.declared[index] ?? unknown;
        const input = lengths.input[index] ?? unknown;
        const { stride } = window;
        if (stride.kind === "constant" && isLegal(declared, input, window) === "legal") {
            strides.push(stride.value);
            continue;
        }
        const implied = impliedStride(declared, input, window);
        if (implied.kind === "none") {
            return undefined;
        }
        if (implied.kind === "nearest") {
            kind = "nearest";
        }
        strides.push(implied.stride);
    }
    return { kind, strides };
}

function printPadding(paddings: readonly Padding[]): string {
    const texts = paddings.map((padding) => {
        if (padding.kind !== "explicit") {
            return padding.kind;
        }
        const { before, after } = padding;
        return before === after ? String(before) : `[${before}, ${after}]`;
    });
    return [...new Set(texts)].join(", ");
}

/** Faults found in one format and in the other: the same kind, for lengths on the same axis of the declared shape. */
function commonFaults(some: readonly Fault[], others: readonly Fault[]): readonly Fault[] {
    return some.flatMap((fault): readonly Fault[] => {
        const other = others.find(({ kind }) => kind === fault.kind);
        if (fault.kind !== "deconv-length" || other?.kind !== "deconv-length") {
            return other ? [fault] : [];
        }
        const axes = fault.axes.filter(({ axis }) => other.axes.some((twin) => twin.axis === axis));
        // Strides for axes that another format counts differently are not one answer.
        return axes.length > 0 ? [{ ...fault, axes, setup: { ...fault.setup, implied: undefined } }] : [];
    });
}

/**
 * The data format that a full declared shape speaks of: the only one of index 1 and the last index that provably holds
 * the number of filters.
 */
export function formatFromDeclared(declared: Shape, filters: Dim): DataFormat | undefined {
    const first = compare(declared[1] ?? unknown, filters) === "equal";
    const last = compare(declared.at(-1) ?? unknown, filters) === "equal";
    if (first === last || declared.length < 3) {
        return undefined;
    }
    return first ? "channelsFirst" : "channelsLast";
}
