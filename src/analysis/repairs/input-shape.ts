/** An input shape that has the batch in it: the same without. */
import { shapeDatum } from "../../catalogue/datum.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { dropFirstDim } from "../../fixes/options.js";
import type { Candidate } from "./candidate.js";

export function inputShapeCandidates(text: string, finding: Finding, { at, input, expected }: Fault & { readonly kind: "input-rank" }): Candidate[] {
    if (at.kind !== "option" || at.name !== "inputShape" || expected !== `rank ${input.length - 1}`) {
        return [];
    }
    const [, , ...shape] = input;
    const change = dropFirstDim(text, finding, at.name, input.slice(1));
    return change ? [{ changes: "option", call: finding.call, overrides: new Map([[at.name, shapeDatum(shape)]]), change, automatic: false }] : [];
}
