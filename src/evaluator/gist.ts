/** What is known of the items of a list that is as long as nobody knows: that they are alike, and which comes last. */
import { commonLayer, someLayer } from "./alike.js";
import type { Lose } from "./join.js";
import { join } from "./join.js";
import { isNumeric, present, someNumber, undefinedValue, unknown } from "./making.js";
import type { State } from "./states.js";
import type { ArrayValue, Gist, Value } from "./values.js";

type Items = State & { readonly kind: "array" };

/** Of a list that is one of two; undefined where nothing is known. */
export function joinGists(a: Items, b: Items, lose: Lose): Gist | undefined {
    return gist(isEmpty(a) ? eachOf(b, lose) : isEmpty(b) ? eachOf(a, lose) : common(eachOf(a, lose), eachOf(b, lose), lose), joinLast(lastOf(a), lastOf(b), lose));
}

/** After something was added to the end of such a list. */
export function pushedGist({ gist: before }: ArrayValue, values: readonly Value[], lose: Lose): Gist | undefined {
    return values.length === 0 ? before : gist(values.reduce<Value | undefined>((each, value) => common(each, value, lose), before?.each), values.at(-1));
}

function gist(each: Value | undefined, end: Value | undefined): Gist | undefined {
    const last = end && isTensor(present(end)) ? end : undefined;
    return each || last ? { each, last } : undefined;
}

/** What is known of some items of a list, it is not known which. */
export function wholeGist(each: Value | undefined): Gist | undefined {
    const isTelling = each?.kind === "layer" || each?.kind === "array" || each?.kind === "object" || each?.kind === "tensor" || isNumeric(each);
    return isTelling ? gist(each, undefined) : undefined;
}

/** Whichever item of a list it is: tensors never change, and of layers that are alike one is as good as another. */
export function someItem(list: Value | undefined): Value {
    const each = list?.kind === "array" && list.open ? list.gist?.each : undefined;
    switch (each?.kind) {
        case "tensor":
            return each;
        case "layer":
            return someLayer(each);
        default:
            return unknown;
    }
}

/** Lists of anything else are data, and change with every turn. */
function isTensor({ kind }: Value): boolean {
    return kind === "symbolic" || kind === "tensor";
}

function isEmpty({ open, items }: Items): boolean {
    return !open && items.length === 0;
}

const mostCompared = 256;

function eachOf({ open, items, gist: known }: Items, lose: Lose): Value | undefined {
    const [first, ...others] = items;
    return open ? known?.each : items.length > mostCompared ? undefined : others.reduce((each, item) => common(each, item, lose), first && common(first, first, lose));
}

/**
 * Layers that the same call has made of the same options: whoever asks only for these may take one for the other. Of lists,
 * objects and tensors, what holds for all of them.
 */
function common(a: Value | undefined, b: Value | undefined, lose: Lose): Value | undefined {
    switch (a?.kind) {
        case "layer":
            return b?.kind === "layer" ? commonLayer(a, b) : undefined;
        case "array":
        case "object":
        case "tensor": {
            const joined = b?.kind === a.kind ? join(a, b, lose) : unknown;
            return joined.kind === a.kind ? joined : undefined;
        }
        default:
            return isNumeric(a) && isNumeric(b) ? someNumber : undefined;
    }
}

/** Reading the last item of an empty list gives undefined. */
export function lastOf({ open, items, gist: known }: Items): Value | undefined {
    return open ? known?.last : (items.at(-1) ?? undefinedValue);
}

function joinLast(a: Value | undefined, b: Value | undefined, lose: Lose): Value | undefined {
    return a && b && (isTensor(present(a)) || isTensor(present(b))) ? join(a, b, lose) : undefined;
}

export function isSameGist(a: Gist | undefined, b: Gist | undefined, isSame: (a: Value | undefined, b: Value | undefined) => boolean): boolean {
    return a === b || (a !== undefined && b !== undefined && isSame(a.each, b.each) && isSame(a.last, b.last));
}
