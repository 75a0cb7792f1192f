/** Option names that the library does not read, spelt as it reads them. */
import { distance } from "fastest-levenshtein";
import { undefinedDatum } from "../../catalogue/datum.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { renameOption } from "../../fixes/options.js";
import { meantOption, optionsMissing } from "../consequences.js";
import { contains, placeOf } from "../findings.js";
import type { Candidate } from "./candidate.js";

/** A name whose meaning is plain is renamed unasked, and so is a slip in one that is needed and missing; else the nearest name is suggested. */
export function renameCandidates(text: string, finding: Finding, fault: Fault & { readonly kind: "option-unread" }): Candidate[] {
    const unread = finding.unread.find((one) => one.spelling === fault.option);
    const option = meantOption(finding, fault.option);
    const property = placeOf(finding, fault.option)?.property;
    const change = unread && option !== undefined ? renameOption(text, finding, unread, option) : undefined;
    if (!unread || option === undefined || !property || !change) {
        return [];
    }
    // The old name is taken away, the new one put in its place.
    const overrides = new Map([
        [option, unread.given.datum],
        [fault.option, undefinedDatum],
    ]);
    const isSlip = optionsMissing(finding).includes(option) && distance(fault.option.toLowerCase(), option.toLowerCase()) <= 2;
    const automatic = (fault.means !== undefined || isSlip) && contains(finding.call, property);
    return [{ changes: "rename", call: finding.call, overrides, change, automatic }];
}
