/** Deconvolutions that lack their stride, upstream of sizes that would fit if they had one: suggestions, for the sizes may be what is wrong. */
import { numbersDatum, type Datum } from "../../catalogue/datum.js";
import type { CallNode, LayerValue, Value } from "../../evaluator/values.js";
import { setLengths } from "../../fixes/options.js";
import type { Dim } from "../../shapes/dim.js";
import type { Candidate } from "./candidate.js";
import { lengthOption, siteOf, spatialAxes, spatialLayers } from "./scaling-layers.js";

/** `strideFor`: the stride that is wanted of a deconvolution of so many axes. */
export function missingStrideCandidates(text: string, tensor: Value | undefined, strideFor: (axes: number) => number): Candidate[] {
    const calls = new Map<CallNode, Candidate>();
    for (const { target, outputs } of tensor ? spatialLayers(tensor) : []) {
        const layer: LayerValue | undefined = target.kind === "layer" && lengthOption(target)?.deconvolution === true ? target : undefined;
        const axes = spatialAxes(outputs[0]);
        const stride = strideFor(axes);
        if (layer?.given?.options.has("strides") !== false || !Number.isInteger(stride) || stride < 2 || stride > 64) {
            continue;
        }
        const lengths = new Array<number>(axes).fill(stride);
        const change = setLengths(text, siteOf(layer), "strides", lengths);
        const strides: Datum = numbersDatum(lengths);
        if (change) {
            calls.set(layer.node, { changes: "strides", call: layer.node, overrides: new Map([["strides", strides]]), change, automatic: false, target: layer.type });
        }
    }
    return [...calls.values()];
}

/** How many times as large one size is as another; NaN where that is not known. */
export function timesAsLarge(wanted: Dim | undefined, has: Dim | undefined): number {
    return wanted?.kind === "constant" && has?.kind === "constant" && has.value > 0 ? wanted.value / has.value : Number.NaN;
}
