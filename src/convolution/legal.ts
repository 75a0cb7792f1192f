import { add, ceil, compare, constant, type Dim, isAtLeast, multiply, scale, subtract } from "../shapes/dim.js";
import { forwardLength } from "./lengths.js";
import { effectiveKernel, type Window } from "./window.js";

/** The legal outputs of a deconvolution on one axis, both ends included. */
export interface LengthRange {
    readonly least: Dim;
    readonly most: Dim;
}

/**
 * What the legal outputs o for an input i look like, whatever the padding and the rounding:
 *
 *     (i - lag) * s ≤ o - origin < (i - lag + 1) * s
 *
 * This is forwardLength(o) = i, solved for o. The lag is 1, or 2 with "ceil", or 3/2 with "round", which may leave
 * fractions on both sides: it is given doubled.
 */
export interface LegalForm {
    readonly twiceLag: 2 | 3 | 4;
    readonly origin: Dim;
}

/** Valid: floor((o - k') / s) + 1 = i. Same: ceil(o / s) = i. Full: ceil((o + k' - 1) / s) = i. Explicit: by rounding. */
export function legalForm({ kernel, dilation, padding, rounding = "floor" }: Omit<Window, "stride">): LegalForm {
    const covered = effectiveKernel(kernel, dilation);
    switch (padding.kind) {
        case "valid":
            return { twiceLag: 2, origin: covered };
        case "same":
        case "causal":
            return { twiceLag: 2, origin: constant(1) };
        case "full":
            return { twiceLag: 2, origin: subtract(constant(2), covered) };
        case "explicit": {
            const origin = subtract(covered, constant(padding.before + padding.after));
            switch (rounding) {
                case "floor":
                    return { twiceLag: 2, origin };
                case "round":
                    return { twiceLag: 3, origin };
                case "ceil":
                    // (i - 2) * s < o - c ≤ (i - 1) * s, moved by one to the common form.
                    return { twiceLag: 4, origin: add(origin, constant(1)) };
            }
        }
    }
}

/**
 * The lengths o for which the convolution with the same window maps o back to `input`: a deconvolution is the gradient
 * of that convolution. `undefined` where an end is not known.
 */
export function legalLengths(input: Dim, window: Window): LengthRange | undefined {
    if (isAtLeast(window.stride, constant(1)) === "never") return undefined;
    const { twiceLag, origin } = legalForm(window);
    const start = startAfter(input, twiceLag, window.stride);
    const next = startAfter(input, twiceLag - 2, window.stride);
    const least = add(start, origin);
    const most = add(subtract(next, constant(1)), origin);
    return isKnown(least) && isKnown(most) ? { least, most } : undefined;
}

/** (i - lag) * s: both bounds are on integers, so that half a stride goes up. */
function startAfter(input: Dim, twiceLag: number, stride: Dim): Dim {
    if (twiceLag % 2 === 0) return multiply(subtract(input, constant(twiceLag / 2)), stride);
    const twice = multiply(subtract(scale(input, 2, 1), constant(twiceLag)), stride);
    return twice.kind === "constant" ? constant(Math.ceil(twice.value / 2)) : ceil(scale(twice, 1, 2));
}

function isKnown({ kind }: Dim): boolean {
    return kind === "constant" || kind === "expression";
}

/** Whether a declared output is legal: in the range for every value of the symbols, outside for every value, or neither. */
export function isLegal(declared: Dim, input: Dim, window: Window): "legal" | "illegal" | "unknown" {
    const range = legalLengths(input, window);
    if (range === undefined || !isKnown(declared)) return "unknown";
    const reachesLeast = isAtLeast(declared, range.least);
    const reachesMost = isAtLeast(range.most, declared);
    if (reachesLeast === "never" || reachesMost === "never") return "illegal";
    if (reachesLeast === "always" && reachesMost === "always") return "legal";
    // Divisibility may decide what order does not: an odd length is no multiple of 2, wherever it lies.
    switch (compare(forwardLength(declared, window), input)) {
        case "equal":
            return "legal";
        case "different":
            return "illegal";
        case "unknown":
            return "unknown";
    }
}
