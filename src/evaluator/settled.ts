/** Whether two runs of the same function changed the same: what each of them made anew is alike, though never identical. */
import { print, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { Change, Changes } from "./journal.js";
import { isSameValue } from "./same.js";
import { sameState, type SameValue, type State, type Thing } from "./states.js";
import type { Value } from "./values.js";

/** `since`: what was born after it, each run makes anew. */
export function sameChanges(a: Changes, b: Changes, since: number): boolean {
    const same = alikeSince(since);
    return a.size === b.size && [...a].every(([thing, { after }]) => {
        const other = b.get(thing)?.after;
        return other !== undefined && (sameState(after, other, same) || (isOften(after) && isOften(other)));
    });
}

/** Changes of what was there before. */
export function ofOlder(changes: Changes, since: number): Changes {
    return new Map<Thing, Change>([...changes].filter(([thing]) => thing.born <= since));
}

function alikeSince(since: number): SameValue {
    const alike: SameValue = (x, y) => {
        if (isSameValue(x, y)) {
            return true;
        }
        if (x?.kind !== y?.kind || !x || !y) {
            return false;
        }
        switch (x.kind) {
            case "maybe":
                return y.kind === "maybe" && alike(x.value, y.value);
            case "size":
                return y.kind === "size" && isSaidAlike(x.dim, y.dim);
            case "tensor":
                return y.kind === "tensor" && x.dtype === y.dtype && x.name === y.name && areSaidAlike(x.shape, y.shape);
            default:
                return bornOf(x) > since && bornOf(y) > since;
        }
    };
    return alike;
}

/** Names that nobody gave twice stand for the same in each run. */
function isSaidAlike(a: Dim, b: Dim): boolean {
    return a.kind === b.kind && print(a) === print(b);
}

function areSaidAlike(a: Shape | undefined, b: Shape | undefined): boolean {
    return a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((dim, i) => isSaidAlike(dim, b[i] ?? dim)));
}

/** A layer that was applied more than once: how often, nobody asks. */
function isOften(state: State): boolean {
    return state.kind === "layer" && state.applications.length > 1;
}

/** 0 for what cannot be changed. */
export function bornOf(value: Value): number {
    switch (value.kind) {
        case "array":
        case "object":
        case "map":
        case "layer":
        case "model":
        case "parameter":
            return value.born;
        case "function":
            return value.own.born;
        default:
            return 0;
    }
}
