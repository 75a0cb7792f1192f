import { constant, type Dim, leadingRatio } from "../shapes/dim.js";
import { isLegal, legalForm, legalLengths } from "./legal.js";
import type { Window } from "./window.js";

/** All of a window but the stride, which is looked for. */
export type Unstrided = Omit<Window, "stride">;

export type ImpliedStride =
    /** The one stride that makes the declared length. */
    | { readonly kind: "exact"; readonly stride: number }
    /** No stride does; this one comes nearest. */
    | { readonly kind: "nearest"; readonly stride: number }
    | { readonly kind: "none" };

export type ImpliedStrides =
    | { readonly kind: "exact" | "nearest"; readonly strides: readonly number[] }
    | { readonly kind: "none" };

const none = { kind: "none" } as const;

/**
 * The stride that a declared output length speaks of. Of the strides for which it is legal: the only one, or the one
 * that is exactly declared / input. Where none is, the one whose legal range lies nearest, if one does.
 */
export function impliedStride(declared: Dim, input: Dim, window: Unstrided): ImpliedStride {
    if (declared.kind === "constant" && input.kind === "constant") {
        return impliedByNumbers(declared.value, input.value, window);
    }
    const ratio = leadingRatio(declared, input);
    if (ratio?.denominator !== 1 || ratio.numerator < 1) return none;
    const stride = ratio.numerator;
    const legal = isLegal(declared, input, { ...window, stride: constant(stride) });
    return { kind: legal === "legal" ? "exact" : "nearest", stride };
}

function impliedByNumbers(declared: number, input: number, window: Unstrided): ImpliedStride {
    const form = legalForm(window);
    if (declared < 1 || input < 1 || form.origin.kind !== "constant") return none;
    const offset = 2 * (declared - form.origin.value);
    const low = 2 * input - form.twiceLag;
    const high = low + 2;
    // With low ≤ 0 (an input of 1) the range begins at the same place for every stride, so there is no nearest one.
    if (low <= 0) return quotient(declared, input, window) ?? none;
    // Legal: low * s ≤ offset < high * s. Both ends only rise with s, so the legal strides have no gap.
    const greatest = Math.floor(offset / low);
    const least = Math.max(1, Math.floor(offset / high) + 1);
    if (least === greatest) return { kind: "exact", stride: least };
    if (least < greatest) return quotient(declared, input, window) ?? none;
    // A range that begins half a stride on begins at the same length for strides 1 and 2.
    if (greatest < 1) return low === 1 ? none : { kind: "nearest", stride: 1 };
    return nearest(declared, input, window, greatest);
}

/** The stride that is exactly declared / input, where it is legal. */
function quotient(declared: number, input: number, window: Unstrided): ImpliedStride | undefined {
    const stride = constant(declared / input);
    if (stride.kind !== "constant") return undefined;
    const legal = isLegal(constant(declared), constant(input), { ...window, stride });
    return legal === "legal" ? { kind: "exact", stride: stride.value } : undefined;
}

/** `below` is the greatest stride whose range ends before the declared length; the range of the next begins after it. */
function nearest(declared: number, input: number, window: Unstrided, below: number): ImpliedStride {
    const above = below + 1;
    const shorter = legalLengths(constant(input), { ...window, stride: constant(below) })?.most;
    const longer = legalLengths(constant(input), { ...window, stride: constant(above) })?.least;
    if (shorter?.kind !== "constant" || longer?.kind !== "constant") return none;
    const missing = declared - shorter.value;
    const excess = longer.value - declared;
    if (missing === excess) return none;
    return { kind: "nearest", stride: missing < excess ? below : above };
}

/** The strides of all axes together: exact only if every axis is, and none if one has none. */
export function impliedStrides(
    declared: readonly Dim[],
    input: readonly Dim[],
    windows: readonly Unstrided[]
): ImpliedStrides {
    const strides: number[] = [];
    let kind: "exact" | "nearest" = "exact";
    for (const [axis, window] of windows.entries()) {
        const length = declared[axis];
        const from = input[axis];
        if (length === undefined || from === undefined) return none;
        const implied = impliedStride(length, from, window);
        if (implied.kind === "none") return none;
        if (implied.kind === "nearest") kind = "nearest";
        strides.push(implied.stride);
    }
    return strides.length === 0 ? none : { kind, strides };
}
