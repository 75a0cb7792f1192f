/**
 * Checks a deconvolution whose output shape is declared, for layers and operations alike. Which lengths are legal is
 * src/convolution's knowledge; here is what else a declared shape can have wrong.
 */
import { impliedStride, type ImpliedStride } from "../convolution/implied-stride.js";
import { isLegal, legalLengths, type LengthRange } from "../convolution/legal.js";
import type { Padding, Window } from "../convolution/window.js";
import { compare, constant, identical, isAtLeast, print, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { atInput, type DeconvolutionSetup, type Fault, type FaultPlace, type IllegalLength } from "./fault.js";
import { dataFormats, imageAxes, joinImage, type DataFormat, type ImageAxes } from "./image.js";

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
    /** The library takes the stride of the rows for the other axes too. */
    readonly oneStride?: boolean;
    /** The lengths that come out where the library ignores the declared shape. */
    readonly inferred?: (input: Dim, window: Window) => Dim;
}

export function checkDeconvolution(deconvolution: Deconvolution): readonly Fault[] {
    const { declared, ranks, at, input } = deconvolution;
    if (ranks.includes(declared.length)) {
        return checkSizes(deconvolution);
    }
    const fault: Fault = { kind: "deconv-rank", declared, ranks, input, at };
    // Where the batch may be left out, lengths alone can be judged all the same.
    return ranks.length > 1 && declared.length === spatialAxes(deconvolution) ? [...checkSizes(deconvolution), fault] : [fault];
}

function checkSizes(deconvolution: Deconvolution): readonly Fault[] {
    const { dataFormat } = deconvolution;
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
    const channels = inDeclared(declaredAxes.channels);
    const hasChannels = compare(channels, filters) !== "different";
    const lengthsAt = (axes: readonly number[]): Lengths => ({ declared: axes.map(inDeclared), input: inputAxes.lengths.map(inInput) });
    const reordered = hasChannels ? undefined : inOtherFormat(deconvolution, format);
    // Of a shape in the wrong order, the lengths are judged as they were meant.
    const isReordered = reordered !== undefined && windows !== undefined && fitsBetter(lengthsAt(reordered.axes.lengths), lengthsAt(declaredAxes.lengths), windows);
    const lengthAxes = isReordered ? reordered.axes.lengths : declaredAxes.lengths;
    const faults: Fault[] = [];
    if (windows) {
        const lengths = lengthsAt(lengthAxes);
        const axes = illegalAxes(lengths, windows, lengthAxes);
        if (axes.length > 0) {
            faults.push({ kind: "deconv-length", axes, setup: setUp(deconvolution, lengths, windows, lengthAxes), at });
        }
    }
    const batch = { declared: inDeclared(declaredAxes.batch), input: inInput(inputAxes.batch) };
    if (declaredAxes.batch !== undefined && compare(batch.declared, batch.input) === "different") {
        faults.push({ kind: "deconv-batch", shape: declared, axis: declaredAxes.batch, ...batch, at });
    }
    const depth = inInput(inputAxes.channels);
    const isSwapped = filterDepth !== undefined && !hasChannels && compare(channels, filterDepth) === "equal" && compare(depth, filters) === "equal";
    if (isSwapped) {
        return [...faults, { kind: "deconv-input-channels", shape: input, input: depth, filter: filterDepth, isSwapped, at: atInput() }];
    }
    if (filterDepth && isInOtherFormat(deconvolution, filterDepth, { depth, channels }, format)) {
        return [{ kind: "deconv-input-channels", shape: input, input: depth, filter: filterDepth, isFirst: true, at: atInput() }];
    }
    if (!hasChannels) {
        faults.push({ kind: "deconv-channels", shape: declared, axis: declaredAxes.channels, declared: channels, filters, from: filtersFrom, reordered: isReordered ? reordered.shape : undefined, at });
    }
    if (filterDepth && compare(depth, filterDepth) === "different") {
        faults.push({ kind: "deconv-input-channels", shape: input, input: depth, filter: filterDepth, at: atInput() });
    }
    return faults;
}

/** Whether both the input and the declared shape have their channels where the other format has them, and nothing that fits in this one. */
function isInOtherFormat(deconvolution: Deconvolution, filterDepth: Dim, { depth, channels }: { readonly depth: Dim; readonly channels: Dim }, format: DataFormat): boolean {
    const { input, filters } = deconvolution;
    const axes = imageAxes(input.length, spatialAxes(deconvolution), format === "channelsFirst" ? "channelsLast" : "channelsFirst");
    const isElsewhere = axes !== undefined && compare(depth, filterDepth) === "different" && compare(reader(input)(axes.channels), filterDepth) === "equal";
    return isElsewhere && compare(channels, filters) === "different" && inOtherFormat(deconvolution, format) !== undefined;
}

/** A declared shape that was written in the other format, as its channels tell: its axes there, and the shape in this one. */
function inOtherFormat(deconvolution: Deconvolution, format: DataFormat): { readonly axes: ImageAxes; readonly shape: Shape } | undefined {
    const { declared, filters } = deconvolution;
    const axes = imageAxes(declared.length, spatialAxes(deconvolution), format === "channelsFirst" ? "channelsLast" : "channelsFirst");
    const at = reader(declared);
    if (axes?.channels === undefined || compare(at(axes.channels), filters) !== "equal") {
        return undefined;
    }
    const whole = joinImage({ batch: at(axes.batch), lengths: axes.lengths.map(at), channels: at(axes.channels) }, format);
    return { axes, shape: axes.batch === undefined ? whole.slice(1) : whole };
}

/** Lengths that are wrong as they stand, and read otherwise are right, or would be with another stride. */
function fitsBetter(lengths: Lengths, asTheyStand: Lengths, windows: readonly Window[]): boolean {
    const areWrong = (some: Lengths): boolean => illegalAxes(some, windows, []).length > 0;
    return areWrong(asTheyStand) && (!areWrong(lengths) || impliedStrides(lengths, windows, undefined)?.kind === "exact");
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

function setUp(deconvolution: Deconvolution, lengths: Lengths, windows: readonly Window[], lengthAxes: readonly number[]): DeconvolutionSetup {
    const { declared, input, inferred, strideMissing, oneStride = false } = deconvolution;
    const implied = impliedStrides(lengths, windows, inferred);
    const ranges = windows.map((window, index): LengthRange => {
        const from = lengths.input[index] ?? unknown;
        if (inferred) {
            const made = inferred(from, window);
            return { least: made, most: made };
        }
        const legal = legalLengths(from, window) ?? { least: unknown, most: unknown };
        // Wide padding leaves less than nothing; nobody declares that.
        return isPositive(legal.least) === "never" && isPositive(legal.most) === "always" ? { ...legal, least: constant(1) } : legal;
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
        windows,
        lengthAxes,
        made: ranges.map((range) => range.least),
        madeMost: ranges.map((range) => range.most),
        implied: oneStride && !isAlike(implied) ? undefined : implied,
        strideMissing,
        declarationIgnored: inferred !== undefined,
        ...(inferred ? { inferred } : {}),
    };
}

/**
 * The strides that make the declared lengths, or come nearest to them. On an axis whose declared length is legal as it
 * is, the stride stays. Where the library infers a length, a legal one is not enough.
 */
function impliedStrides(lengths: Lengths, windows: readonly Window[], inferred: Deconvolution["inferred"]): DeconvolutionSetup["implied"] {
    const strides: number[] = [];
    let isExact = true;
    for (const [index, window] of windows.entries()) {
        const declared = lengths.declared[index] ?? unknown;
        const input = lengths.input[index] ?? unknown;
        const implied = impliedOn(declared, input, window, inferred);
        if (implied.kind === "none") {
            return undefined;
        }
        const made = inferred?.(input, { ...window, stride: constant(implied.stride) });
        isExact &&= implied.kind === "exact" && (!made || identical(made, declared));
        strides.push(implied.stride);
    }
    return { kind: isExact ? "exact" : "nearest", strides };
}

function isPositive(length: Dim): ReturnType<typeof isAtLeast> {
    return isAtLeast(length, constant(1));
}

function isAlike(implied: DeconvolutionSetup["implied"]): boolean {
    return new Set(implied?.strides).size === 1;
}

/** Strides above this one are not tried: nobody stretches so far in one layer. */
export const mostStride = 16;

function impliedOn(declared: Dim, input: Dim, window: Window, inferred: Deconvolution["inferred"]): ImpliedStride {
    const { stride } = window;
    if (stride.kind === "constant" && isLegal(declared, input, window) === "legal") {
        return { kind: "exact", stride: stride.value };
    }
    // Of several strides for which it is legal, the library makes it with one alone.
    const making: number[] = [];
    for (let each = 1; inferred && each <= mostStride; each++) {
        if (identical(inferred(input, { ...window, stride: constant(each) }), declared)) {
            making.push(each);
        }
    }
    const [only, ...others] = making;
    return only !== undefined && others.length === 0 ? { kind: "exact", stride: only } : impliedStride(declared, input, window);
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

/** Faults found in one format and in the other. */
function commonFaults(some: readonly Fault[], others: readonly Fault[]): readonly Fault[] {
    return some.flatMap((fault): readonly Fault[] => {
        const common = commonFault(fault, others.find(({ kind }) => kind === fault.kind));
        return common ? [common] : [];
    });
}

/** What a fault and the same in the other data format have in common: for lengths, the axes of the declared shape. */
export function commonFault(fault: Fault, other: Fault | undefined): Fault | undefined {
    if (fault.kind === "deconv-channels" && other?.kind === "deconv-channels") {
        return fault.axis === other.axis ? fault : { ...fault, axis: undefined };
    }
    if (fault.kind !== "deconv-length" || other?.kind !== "deconv-length") {
        return other && fault;
    }
    const axes = fault.axes.filter(({ axis }) => other.axes.some((twin) => twin.axis === axis));
    if (axes.length === 0) {
        return undefined;
    }
    const { lengthAxes } = fault.setup;
    const whole = commonSetup(fault.setup, other.setup, lengthAxes);
    const isClear = (index: number): boolean => whole.inputLengths[index]?.kind !== "unknown" && whole.declaredLengths[index]?.kind !== "unknown";
    const clear = lengthAxes.filter((axis, index) => isClear(index) && axes.some((one) => one.axis === axis));
    return { ...fault, axes, setup: clear.length === 0 || lengthAxes.every((_, index) => isClear(index)) ? whole : commonSetup(fault.setup, other.setup, clear) };
}

/** What is said of those axes of the declared shape alone. Sizes that depend on the format all the same are not known. */
function commonSetup(setup: DeconvolutionSetup, other: DeconvolutionSetup, axes: readonly number[]): DeconvolutionSetup {
    const on = <T>({ lengthAxes }: DeconvolutionSetup, all: readonly T[]): readonly T[] => all.filter((_, index) => axes.includes(lengthAxes[index] ?? -1));
    const common = (pick: (one: DeconvolutionSetup) => readonly Dim[]): readonly Dim[] => commonDims(on(setup, pick(setup)), on(other, pick(other)));
    const implied = setup.implied;
    const isSame = implied?.kind === other.implied?.kind && implied?.strides.join() === other.implied?.strides.join();
    return {
        ...setup,
        declaredLengths: common((one) => one.declaredLengths),
        inputLengths: common((one) => one.inputLengths),
        kernel: common((one) => one.kernel),
        strides: common((one) => one.strides),
        dilation: common((one) => one.dilation),
        windows: on(setup, setup.windows),
        lengthAxes: on(setup, setup.lengthAxes),
        isPartial: on(setup, setup.lengthAxes).length < setup.lengthAxes.length,
        made: common((one) => one.made),
        madeMost: common((one) => one.madeMost),
        implied: isSame ? implied : undefined,
    };
}

/** By their text: each evaluation of a program makes symbols of its own. */
function commonDims(dims: readonly Dim[], others: readonly Dim[]): readonly Dim[] {
    return dims.map((dim, axis) => (print(dim) === print(others[axis] ?? unknown) ? dim : unknown));
}

/** The data format that a declared shape speaks of: the only one in which the number of filters provably stands where the channels do. */
export function formatFromDeclared(declared: Shape, filters: Dim, spatial: number): DataFormat | undefined {
    const [format, ...others] = dataFormats.filter((each) => {
        const axis = imageAxes(declared.length, spatial, each)?.channels;
        return compare(declared[axis ?? -1] ?? unknown, filters) === "equal";
    });
    return others.length === 0 ? format : undefined;
}
