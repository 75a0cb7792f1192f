/** Kernels of a deconvolution that its stride divides. */
import { numbersDatum, type Datum } from "../../catalogue/datum.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { setLengths } from "../../fixes/options.js";
import type { Candidate } from "./candidate.js";

/** The kernel of an operation is the shape of its filter, which may come from anywhere: nothing is proposed there. */
export function kernelCandidates(text: string, finding: Finding, { even }: Fault & { readonly kind: "checkerboard" }): Candidate[] {
    if (!finding.spelling) {
        return [];
    }
    return even.flatMap((kernel): Candidate[] => {
        const change = setLengths(text, finding, "kernelSize", kernel);
        const datum: Datum = numbersDatum(kernel);
        return change ? [{ changes: "option", call: finding.call, overrides: new Map([["kernelSize", datum]]), change, automatic: false }] : [];
    });
}
