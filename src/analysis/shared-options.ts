/**
 * What a change of an option means for all calls: an object of options or a list of arguments that stands outside the call
 * may be read by others, and they read the change as well.
 */
import type { Datum } from "../catalogue/datum.js";
import type { LayerSpelling, UnreadOption } from "../apis/spelling.js";
import type { Given, GivenOptions } from "../catalogue/given.js";
import type { Event, Place } from "../evaluator/evaluation.js";
import type { CallNode, Node } from "../evaluator/values.js";
import type { TextEdit } from "../fixes/edit.js";
import { contains } from "./findings.js";
import { partsOf, type Candidate, type Part } from "./repairs/candidate.js";

type Overrides = Map<CallNode, ReadonlyMap<string, Datum>>;

/** What a trial of the candidate has to override; undefined where it cannot be told which calls would read the change. */
export function overridesOf(events: readonly Event[], candidate: Candidate): Overrides | undefined {
    const overrides: Overrides = new Map();
    for (const part of partsOf(candidate)) {
        overrides.set(part.call, part.overrides);
        const outside = part.change.edits.filter((edit) => !(part.call.range[0] <= edit.start && edit.end <= part.call.range[1]));
        if (outside.length === 0) {
            continue;
        }
        for (const reader of readersIn(events)) {
            const effect = reader.node === part.call ? "none" : effectOn(reader, part, outside);
            if (effect === "unclear") {
                return undefined;
            }
            if (effect === "same") {
                overrides.set(reader.node, part.overrides);
            }
        }
    }
    return overrides;
}

/** The options that are written ahead of what is spread, and give way to it. */
export function yieldingOf(candidate: Candidate): ReadonlyMap<CallNode, string> {
    return new Map(partsOf(candidate).flatMap(({ call, change }): [CallNode, string][] => (change.yields === undefined ? [] : [[call, change.yields]])));
}

/** A layer or an operation, and what it was given. */
interface Reader {
    readonly node: CallNode;
    readonly given: GivenOptions | undefined;
    readonly unread: readonly UnreadOption[];
    readonly spelling: LayerSpelling | undefined;
}

function readersIn(events: readonly Event[]): readonly Reader[] {
    return events.flatMap((event): Reader[] => (event.kind === "layer" ? [event] : event.kind === "operation" ? [{ node: event.node, given: event.given, unread: [], spelling: undefined }] : []));
}

/** What the edits do to another call's options: nothing, the same, or something that is not followed here. */
function effectOn({ node, given, unread, spelling }: Reader, { overrides }: Part, edits: readonly TextEdit[]): "none" | "same" | "unclear" {
    const isTouched = (within: Node): boolean => edits.some(({ start, end }) => within.range[0] <= start && end <= within.range[1]);
    const isTouchedAt = ({ property, node: value }: Place): boolean => isTouched(property ?? value);
    const places = [...(given?.options.all ?? []), ...unread.map((one) => one.given)].flatMap(placesOf);
    const isLiteral = ({ type }: Node): boolean => type === "ObjectExpression" || type === "ArrayExpression";
    if (!places.some((place) => isTouchedAt(place) || (isLiteral(place.holder) && isTouched(place.holder)))) {
        return "none";
    }
    const effects = [...overrides.keys()].map((option) => {
        const own = given?.options.get(option);
        const [place] = own ? placesOf(own) : [];
        if (own && !(place && isTouchedAt(place))) {
            return place && overrules(node, place) ? "none" : "unclear";
        }
        return spelling?.library === "keras" && spelling.names.get(option)?.name !== option ? "unclear" : "same";
    });
    const [effect = "none", ...others] = new Set(effects);
    return others.length === 0 ? effect : "unclear";
}

/** Whether an option is written in the call itself, after all that is spread into its object. */
function overrules({ arguments: list }: CallNode, { property }: Place): boolean {
    const object = list.find((one) => one.type === "ObjectExpression" && property !== undefined && contains(one, property));
    return object?.type === "ObjectExpression" && property !== undefined && object.properties.every((one) => one.type !== "SpreadElement" || one.range[1] <= property.range[0]);
}

/** The evaluator is the only one that makes places. */
function placesOf({ place, elements }: Given): Place[] {
    return [place, ...(elements ?? []).map((element) => element?.place)].flatMap((one) => (one ? [one as Place] : []));
}
