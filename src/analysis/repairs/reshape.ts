/** Targets of a reshape that hold as many elements as its input. */
import { constant } from "../../shapes/dim.js";
import { shapeDatum } from "../../catalogue/datum.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { setShape } from "../../fixes/options.js";
import type { Shape } from "../../shapes/shape.js";
import type { Candidate } from "./candidate.js";
import { missingStrideCandidates, timesAsLarge } from "./missing-stride.js";

/** One axis of the target set to what is left for it, or left to the library. */
export function reshapeCandidates(text: string, finding: Finding, { at, target, repairs, inputSize, targetSize }: Fault & { readonly kind: "reshape-size" }): Candidate[] {
    if (at.kind !== "option") {
        return [];
    }
    const [first] = repairs;
    const shapes: Shape[] = repairs.map(({ axis, size }) => target.with(axis, size));
    if (first) {
        shapes.push(target.with(first.axis, constant(-1)));
    }
    const times = timesAsLarge(targetSize, inputSize);
    const strides = missingStrideCandidates(text, finding.inputs[0], (axes) => Math.round(times ** (1 / axes)));
    const targets = shapes.flatMap((shape): Candidate[] => {
        const change = setShape(text, finding, at.name, shape, target);
        return change ? [{ changes: "option", call: finding.call, overrides: new Map([[at.name, shapeDatum(shape)]]), change, automatic: false }] : [];
    });
    return [...strides, ...targets];
}
