/** Deconvolutions whose windows overlap unevenly, which shows as a checkerboard in what they make. */
import { contributions, evenKernels, isEven } from "../convolution/overlap.js";
import type { Dim } from "../shapes/dim.js";
import type { Fault, FaultPlace } from "./fault.js";

interface Windows {
    readonly kernel: readonly Dim[];
    readonly strides: readonly Dim[];
    readonly dilation: readonly Dim[];
    /** Where the kernel's length along an axis stands, or where all of them do. */
    readonly at: (axis: number | undefined) => FaultPlace;
}

/** Larger ones are no windows, and counting their taps would take its time. */
const longest = 1000;

/** Only where kernel, stride and dilation are numbers. */
export function unevenOverlap({ kernel, strides, dilation, at }: Windows): Fault | undefined {
    const axes = kernel.map((length, axis) => overlapOf(numberOf(length), numberOf(strides[axis]), numberOf(dilation[axis])));
    if (!axes.some(isUneven)) {
        return undefined;
    }
    const uneven = axes.flatMap((overlap, axis) => (overlap?.isUneven ? [{ counts: overlap.counts, choices: overlap.choices, axis }] : []));
    const [first, ...others] = uneven;
    if (!first) {
        return undefined;
    }
    const known = axes.filter((overlap) => overlap !== undefined);
    const even = known.length < axes.length ? [] : first.choices.map((_, choice) => known.map(({ choices }) => choices[choice] ?? choices[0] ?? 1));
    return { kind: "checkerboard", kernel, strides, axis: first.axis, counts: [...new Set(first.counts)], even, at: at(others.length === 0 ? first.axis : undefined) };
}

interface Overlap {
    readonly counts: readonly number[];
    readonly isUneven: boolean;
    /** The kernel itself where it is even, else those next to it. */
    readonly choices: readonly number[];
}

/** Kernels and strides are few, and asked for on every keystroke. */
const overlaps = new Map<number, Overlap>();
const mostOverlaps = 500;

function overlapOf(kernel: number | undefined, stride: number | undefined, dilation: number | undefined): Overlap | undefined {
    if (kernel === undefined || stride === undefined || dilation === undefined) {
        return undefined;
    }
    const key = (kernel * longest + stride) * longest + dilation;
    let known = overlaps.get(key);
    if (!known) {
        const counts = contributions(kernel, stride, dilation);
        const uneven = !isEven(counts);
        known = { counts, isUneven: uneven, choices: uneven ? evenKernels(kernel, stride, dilation) : [kernel] };
        if (overlaps.size < mostOverlaps) {
            overlaps.set(key, known);
        }
    }
    return known;
}

function isUneven(overlap: Overlap | undefined): boolean {
    return overlap?.isUneven === true;
}

function numberOf(dim: Dim | undefined): number | undefined {
    return dim?.kind === "constant" && Number.isInteger(dim.value) && dim.value > 0 && dim.value < longest ? dim.value : undefined;
}
