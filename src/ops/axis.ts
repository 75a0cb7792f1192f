/** Axes as TensorFlow.js reads them: negative ones count from the end. parseAxisParam of tfjs-core 4.22.0 src/util_base.ts. */
import { atOption, type Fault } from "../catalogue/fault.js";
import { constant, isAtLeast, type Dim } from "../shapes/dim.js";
import { axesFrom } from "../shapes/shape.js";
import type { Axes } from "./readers.js";

/** An axis of a tensor of rank `rank`: its index, a fault when it lies outside, undefined when it is not known. */
export function resolveAxis(axis: Dim, rank: number, option = "axis", place = atOption(option)): number | Fault | undefined {
    if (isAtLeast(axis, constant(-rank)) === "never" || isAtLeast(axis, constant(rank)) === "always") {
        return { kind: "axis-range", axis, rank, option, at: place };
    }
    if (axis.kind !== "constant") {
        return undefined;
    }
    return axis.value < 0 ? axis.value + rank : axis.value;
}

export type ResolvedAxes =
    | { readonly kind: "axes"; readonly axes: readonly number[] }
    | { readonly kind: "fault"; readonly fault: Fault }
    /** One is named twice, which makes the library's own result odd. */
    | { readonly kind: "repeated"; readonly given: readonly Dim[] }
    | { readonly kind: "unknown" };

/** Several axes. */
export function resolveAxes(axes: Axes, rank: number, option = "axis"): ResolvedAxes {
    if (axes === "all") {
        return { kind: "axes", axes: axesFrom(0, rank) };
    }
    if (axes === undefined) {
        return { kind: "unknown" };
    }
    const resolved: number[] = [];
    let known = true;
    let isRepeated = false;
    for (const [index, axis] of axes.entries()) {
        const result = resolveAxis(axis, rank, option, atOption(option, axes.length > 1 ? index : undefined));
        if (typeof result === "object") {
            return { kind: "fault", fault: result };
        }
        if (result === undefined) {
            known = false;
        } else {
            isRepeated ||= resolved.includes(result);
            resolved.push(result);
        }
    }
    return isRepeated ? { kind: "repeated", given: axes } : known ? { kind: "axes", axes: resolved } : { kind: "unknown" };
}
