/** Losses, metrics and optimizers by the names that the library has for them. */
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { setWord } from "../../fixes/options.js";
import { placeOf } from "../findings.js";
import type { Candidate } from "./candidate.js";

/** Another word for the same is written unasked; the nearest name is only suggested. */
export function nameCandidates(text: string, finding: Finding, { at, means, near }: Fault & { readonly kind: "unknown-name" }): Candidate[] {
    const word = means ?? near;
    if (word === undefined || at.kind !== "option" || !placeOf(finding, at.name)) {
        return [];
    }
    const change = setWord(text, finding, at.name, word);
    const overrides = new Map([[at.name, { kind: "string", value: word } as const]]);
    return change ? [{ changes: "option", call: finding.call, overrides, change, automatic: means !== undefined }] : [];
}
