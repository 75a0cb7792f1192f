/** Lists of lengths with a batch and channels around them, as Python writes them, without these. */
import { numbersDatum } from "../../catalogue/datum.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { setLengths } from "../../fixes/options.js";
import type { Candidate } from "./candidate.js";

export function windowFormCandidates(text: string, finding: Finding, { option, given }: Fault & { readonly kind: "window-form" }): Candidate[] {
    const sizes = given.flatMap((dim) => (dim.kind === "constant" ? [dim.value] : []));
    const lengths = sizes.slice(1, -1);
    const isFramed = sizes.length === given.length && lengths.length > 0 && sizes[0] === 1 && sizes.at(-1) === 1;
    const change = isFramed ? setLengths(text, finding, option, lengths) : undefined;
    const overrides = new Map([[option, numbersDatum(lengths)]]);
    return change ? [{ changes: "option", call: finding.call, overrides, change, automatic: false }] : [];
}
