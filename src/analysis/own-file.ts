/** Where imports are followed, options may stand in an object of another file, and nothing is edited there. */
import { given as toGiven, OptionList, type Given } from "../catalogue/given.js";
import type { Finding, Place } from "../evaluator/evaluation.js";
import type { CallNode, Node } from "../evaluator/values.js";

type Owns = (node: Node) => boolean;

/**
 * A finding whose options stand in the file under judgement, or nowhere. Undefined where one of another file is not read:
 * it can only be renamed there.
 */
export function inOwnFile(finding: Finding, owns: Owns): Finding | undefined {
    const { given, unread, call } = finding;
    if (unread.some((one) => !isOwn(one.given, owns))) {
        return undefined;
    }
    if (!given || given.options.all.every((one) => isOwn(one, owns))) {
        return finding;
    }
    const options = new OptionList(given.options.all.map((one) => (isOwn(one, owns) ? one : toGiven(one.name, one.datum, ownPlace(one, owns, call), one.spelling))));
    return { ...finding, given: { ...given, options } };
}

function isOwn({ place, elements = [] }: Given, owns: Owns): boolean {
    const at = asPlace(place);
    return (!at || (isWrittenHere(at, owns) && owns(at.holder))) && elements.every((element) => !element || isOwn(element, owns));
}

/** What is written in this file and taken over into an object of another keeps its place, but nothing can be added to that object. */
function ownPlace({ place, elements }: Given, owns: Owns, call: CallNode): Place | undefined {
    const at = asPlace(place);
    return at && !elements && isWrittenHere(at, owns) ? { ...at, holder: call } : undefined;
}

function isWrittenHere({ node, property }: Place, owns: Owns): boolean {
    return owns(node) && owns(property ?? node);
}

/** Only the evaluator makes places. */
function asPlace(place: object | undefined): Place | undefined {
    return place as Place | undefined;
}
