/** The words and forms that the author of a call would use. */
import { spellOption } from "../apis/spelling.js";
import type { Finding, Place } from "../evaluator/evaluation.js";
import { listLiteral } from "./literals.js";

export function placeOf(place: object | undefined): Place | undefined {
    // Only the evaluator makes places.
    return place as Place | undefined;
}

/** An option as the author spelt it; for a positional argument, or where it is missing, as the library calls it. */
export function spellingOf(finding: Finding, option: string): string {
    const given = finding.given?.options.get(option);
    if (given && placeOf(given.place)?.property) {
        return given.spelling;
    }
    return newSpelling(finding, option) ?? option;
}

/** An option that is not there yet, in the style of its neighbours. */
export function newSpelling(finding: Finding, option: string): string | undefined {
    return finding.spelling && spellOption(finding.spelling, option, (word) => isLike(word, neighbours(finding)));
}

/** An option in the style of the name that it had, or of its neighbours where that name is one word. */
export function spellingAfter(finding: Finding, option: string, name: string): string | undefined {
    const style = tellsStyle(name) ? name : neighbours(finding);
    return finding.spelling && spellOption(finding.spelling, option, (word) => isLike(word, style));
}

function tellsStyle(name: string): boolean {
    return name.includes("_") || /[a-z][A-Z]/.test(name);
}

/** Of several spellings of an option, the one in the style of its neighbours. */
function isLike(word: string, neighbour: string): boolean {
    return word.includes("_") === neighbour.includes("_");
}

/** A name that tells snake_case from camelCase; Keras is snake_case where nothing tells. */
function neighbours(finding: Finding): string {
    const given = [...(finding.given?.options.all ?? []), ...finding.unread.map((unread) => unread.given)];
    const names = given.filter((one) => placeOf(one.place)?.property).map((one) => one.spelling);
    return names.find((name) => name.includes("_")) ?? names.find(tellsStyle) ?? (finding.spelling?.library === "keras" ? "a_b" : "aB");
}

/** Whether per-axis lengths are written as lists here. Keras 1 has no other form for strides. */
export function writesLists(finding: Finding): boolean {
    const kernel = placeOf(finding.given?.options.get("kernelSize")?.place);
    return kernel ? listLiteral(kernel.node) !== undefined : finding.spelling?.library === "keras";
}
