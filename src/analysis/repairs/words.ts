/** An option that is one of a few words: the nearest of them in the place of what is none. */
import { nearestName } from "../../apis/nearest.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { setWord } from "../../fixes/options.js";
import type { Candidate } from "./candidate.js";

export function wordCandidates(text: string, finding: Finding, { option, choices = [] }: Fault & { readonly kind: "option-value" }): Candidate[] {
    const datum = finding.given?.options.get(option)?.datum;
    const word = datum?.kind === "string" ? nearestName(datum.value, choices) : undefined;
    const change = word === undefined ? undefined : setWord(text, finding, option, word);
    return word !== undefined && change ? [{ changes: "option", call: finding.call, overrides: new Map([[option, { kind: "string", value: word }]]), change, automatic: false }] : [];
}
