/** Another activation. */
import type { Finding } from "../../evaluator/evaluation.js";
import { setWord } from "../../fixes/options.js";
import { placeOf } from "../findings.js";
import type { Candidate } from "./candidate.js";

/** For one unit, a sigmoid is what a softmax is for several. */
export function sigmoidCandidates(text: string, finding: Finding): Candidate[] {
    const change = placeOf(finding, "activation") ? setWord(text, finding, "activation", "sigmoid") : undefined;
    return change ? [{ changes: "option", call: finding.call, overrides: new Map([["activation", { kind: "string", value: "sigmoid" } as const]]), change, automatic: false }] : [];
}
