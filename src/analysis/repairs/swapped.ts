/** Two arguments that hold each other's value, put in their places. */
import { unknownDatum } from "../../catalogue/datum.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { swapArguments } from "../../fixes/options.js";
import type { Candidate } from "./candidate.js";

export function swapCandidates(text: string, finding: Finding, { options }: Fault & { readonly kind: "swapped-options" }): Candidate[] {
    const [first, second] = options;
    const datumOf = (name: string) => finding.given?.options.get(name)?.datum ?? unknownDatum;
    const overrides = new Map([
        [first, datumOf(second)],
        [second, datumOf(first)],
    ]);
    const change = swapArguments(text, finding, options);
    // Only with both in their places can a declared shape be judged.
    return change ? [{ changes: "swap", call: finding.call, overrides, change, automatic: true, mayReveal: "deconv-length" }] : [];
}
