/** What is known of the items of a list that is as long as nobody knows: that they are alike, and which comes last. */
import { isAlikeLayer } from "./alike.js";
import type { Lose } from "./join.js";
import { join } from "./join.js";
import { present, undefinedValue } from "./making.js";
import type { State } from "./states.js";
import type { ArrayValue, Gist, Value } from "./values.js";

type Items = State & { readonly kind: "array" };

/** Of a list that is one of two; undefined where nothing is known. */
export function joinGists(a: Items, b: Items, lose: Lose): Gist | undefined {
    return gist(isEmpty(a) ? eachOf(b) : isEmpty(b) ? eachOf(a) : common(eachOf(a), eachOf(b)), joinLast(lastOf(a), lastOf(b), lose));
}

/** After something was added to the end of such a list. */
export function pushedGist({ gist: before }: ArrayValue, values: readonly Value[]): Gist | undefined {
    return values.length === 0 ? before : gist(values.reduce<Value | undefined>(common, before?.each), values.at(-1));
}

function gist(each: Value | undefined, end: Value | undefined): Gist | undefined {
    const last = end && isTensor(present(end)) ? end : undefined;
    return each || last ? { each, last } : undefined;
}

/** Lists of anything else are data, and change with every turn. */
function isTensor({ kind }: Value): boolean {
    return kind === "symbolic" || kind === "tensor";
}

function isEmpty({ open, items }: Items): boolean {
    return !open && items.length === 0;
}

const mostCompared = 64;

function eachOf({ open, items, gist: known }: Items): Value | undefined {
    const [first, ...others] = items;
    return open ? known?.each : items.length > mostCompared ? undefined : others.reduce(common, first && common(first, first));
}

/** Layers that the same call has made of the same options: whoever asks only for these may take one for the other. */
function common(a: Value | undefined, b: Value | undefined): Value | undefined {
    return a?.kind === "layer" && b?.kind === "layer" && (a === b || isAlikeLayer(a, b)) ? a : undefined;
}

/** Reading the last item of an empty list gives undefined. */
export function lastOf({ open, items, gist: known }: Items): Value | undefined {
    return open ? known?.last : (items.at(-1) ?? undefinedValue);
}

function joinLast(a: Value | undefined, b: Value | undefined, lose: Lose): Value | undefined {
    return a && b && (isTensor(present(a)) || isTensor(present(b))) ? join(a, b, lose) : undefined;
}

export function isSameGist(a: Gist | undefined, b: Gist | undefined, isSame: (a: Value | undefined, b: Value | undefined) => boolean): boolean {
    return a === b || (a !== undefined && b !== undefined && a.each === b.each && isSame(a.last, b.last));
}
