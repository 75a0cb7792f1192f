/** Option names that the library does not read, spelt as it reads them. */
import { distance } from "fastest-levenshtein";
import { undefinedDatum, type Datum } from "../../catalogue/datum.js";
import { printDatum } from "../../catalogue/print.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { removeOption, renameOption, setSource } from "../../fixes/options.js";
import { meantOption, optionsMissing } from "../consequences.js";
import type { UnreadOption } from "../../apis/spelling.js";
import type { Change } from "../../fixes/edit.js";
import { placeOf } from "../findings.js";
import type { Candidate } from "./candidate.js";

/** A name whose meaning is plain is renamed unasked, and so is a slip in one that is needed and missing; else the nearest name is suggested. */
export function renameCandidates(text: string, finding: Finding, fault: Fault & { readonly kind: "option-unread" }): Candidate[] {
    const unread = finding.unread.find((one) => one.spelling === fault.option);
    const option = meantOption(finding, fault.option);
    const property = placeOf(finding, fault.option)?.property;
    const change = unread && option !== undefined ? renameOption(text, finding, unread, option) : undefined;
    if (unread && !change && optionsMissing(finding).length === 0) {
        return removalCandidates(text, finding, unread);
    }
    if (!unread || option === undefined || !property || !change) {
        return [];
    }
    // The old name is taken away, the new one put in its place.
    const overrides = new Map([
        [option, unread.given.datum],
        [fault.option, undefinedDatum],
    ]);
    const isSlip = optionsMissing(finding).includes(option) && distance(fault.option.toLowerCase(), option.toLowerCase()) <= 2;
    // An object that is spread gives the option as well: nobody knows which of the two was meant.
    const isContradicted = finding.given?.options.has(option) === true;
    const automatic = (fault.means !== undefined || isSlip) && !isContradicted;
    // A declared shape that is read at last may turn out wrong.
    const rename: Candidate = { changes: "rename", call: finding.call, overrides, change, automatic, ...(option === "outputShape" ? { mayReveal: "deconv-length" } : {}) };
    return isContradicted ? [rename, ...removalCandidates(text, finding, unread)] : [rename];
}

/** What has no effect can go: unasked where the option itself has the same value. Else either value may be the one that was meant. */
function removalCandidates(text: string, finding: Finding, unread: UnreadOption): Candidate[] {
    const removal = removeOption(text, finding, unread);
    if (!removal) {
        return [];
    }
    const { spelling, means, given } = unread;
    const candidate = (change: Change, options: readonly (readonly [string, Datum])[], automatic: boolean): Candidate => ({
        changes: "remove",
        call: finding.call,
        overrides: new Map([...options, [spelling, undefinedDatum]]),
        change,
        automatic,
    });
    const present = means === undefined ? undefined : finding.given?.options.get(means);
    const isSame = present !== undefined && isKnown(given.datum) && printDatum(present.datum) === printDatum(given.datum);
    const place = placeOf(finding, spelling);
    const moved = means !== undefined && present && !isSame && place ? setSource(text, finding, means, place.node) : undefined;
    return [
        candidate(removal, [], isSame),
        ...(moved && !moved.shared && means !== undefined ? [candidate({ ...moved, edits: [...moved.edits, ...removal.edits], removes: spelling }, [[means, given.datum]], false)] : []),
    ];
}

/** An option of which the library makes nothing can go. */
export function ignoredCandidates(text: string, finding: Finding, { option }: Fault & { readonly kind: "option-ignored" }): Candidate[] {
    const given = finding.given?.options.get(option);
    const change = given && removeOption(text, finding, { spelling: given.spelling, given, means: undefined });
    return change ? [{ changes: "remove", call: finding.call, overrides: new Map([[option, undefinedDatum]]), change, automatic: false }] : [];
}

function isKnown(datum: Datum): boolean {
    return datum.kind === "number" || datum.kind === "string" || datum.kind === "boolean" || (datum.kind === "list" && datum.items.every(isKnown));
}
