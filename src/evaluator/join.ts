/** What is known of a value that is one of two: where branches meet again. */
import type { Openness } from "../catalogue/datum.js";
import { identical, unknown as unknownDim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { joinLayers, joinModels } from "./alike.js";
import { array, isNumeric, maybe, object, someNumber, symbolic, tensor, tensorWith, undefinedValue, unknown } from "./making.js";
import { isSameValue } from "./same.js";
import type { ArrayValue, Field, ObjectValue, RunTime, Seen, SymbolicTensor, Value } from "./values.js";

/** Told of values that are lost sight of: from then on, something unknown may be one of them. */
export type Lose = (value: Value) => void;

const longestJoined = 64;
/** How many lists and objects within others are joined, and how deep. */
const mostJoined = 500;
const deepestJoined = 30;

interface Effort {
    left: number;
    depth: number;
}

export function join(a: Value, b: Value, lose: Lose, effort?: Effort): Value {
    if (a === b) {
        return a;
    }
    const joined = joinDifferent(a, b, lose, effort);
    if (joined.kind === "unknown") {
        lose(a);
        lose(b);
        return isPerhapsNull(a) || isPerhapsNull(b) ? perhapsNull : joined;
    }
    return joined;
}

const perhapsNull: Value = { kind: "unknown", perhapsNull: true };

function isPerhapsNull(value: Value): boolean {
    return value.kind === "null" || (value.kind === "unknown" && value.perhapsNull === true);
}

function joinDifferent(a: Value, b: Value, lose: Lose, effort?: Effort): Value {
    switch (a.kind) {
        case "number":
            return b.kind === "number" && Object.is(a.value, b.value) ? a : oneOfNumbers(a, b);
        case "string":
        case "boolean":
            return b.kind === a.kind && a.value === b.value ? a : unknown;
        case "undefined":
        case "null":
            return b.kind === a.kind ? a : maybe(b);
        case "maybe":
            return maybe(b.kind === "undefined" || b.kind === "null" ? a : join(a.value, b.kind === "maybe" ? b.value : b, lose, effort));
        case "size":
            return b.kind === "size" && identical(a.dim, b.dim) ? a : oneOfNumbers(a, b);
        case "unknown":
            return isNumeric(a) ? oneOfNumbers(a, b) : orNothing(a, b, lose, effort);
        case "library":
            return b.kind === "library" && a.path === b.path ? a : orNothing(a, b, lose, effort);
        case "keras":
            return b.kind === "keras" && a.name === b.name ? a : orNothing(a, b, lose, effort);
        case "tensor":
            return b.kind === "tensor" ? joinTensors(a, b) : orNothing(a, b, lose, effort);
        case "symbolic":
            if (b.kind !== "symbolic") {
                return orNothing(a, b, lose, effort);
            }
            return a.producer === b.producer && a.index === b.index && a.shape === b.shape
                ? a
                : symbolic(joinShapes(a.shape, b.shape), undefined, 0, undefined, joinRunTimes(a, b));
        case "array":
            return b.kind === "array" ? joinArrays(a, b, lose, effort) : orNothing(a, b, lose, effort);
        case "object":
            return b.kind === "object" ? joinObjects(a, b, lose, effort) : orNothing(a, b, lose, effort);
        case "model":
            return (b.kind === "model" && joinModels(a, b)) || orNothing(a, b, lose, effort);
        case "layer":
            return (b.kind === "layer" && joinLayers(a, b)) || orNothing(a, b, lose, effort);
        case "promise":
            return b.kind === "promise" ? { kind: "promise", value: join(a.value, b.value, lose, effort), late: [...new Set([...a.late, ...b.late])], from: undefined } : orNothing(a, b, lose, effort);
        default:
            return orNothing(a, b, lose, effort);
    }
}

function oneOfNumbers(a: Value, b: Value): Value {
    return isNumeric(a) && isNumeric(b) ? someNumber : unknown;
}

/** Where one of two is perhaps something else at run time, so is either. */
function joinRunTimes(a: SymbolicTensor, b: SymbolicTensor): RunTime | undefined {
    const layer = (a.runTime ?? b.runTime)?.layer;
    return layer && { shape: undefined, layer };
}

/** Something and nothing: whoever uses it as what it is proves that it was there. */
function orNothing(a: Value, b: Value, lose: Lose, effort?: Effort): Value {
    return b.kind === "undefined" || b.kind === "null" ? maybe(a) : b.kind === "maybe" ? maybe(join(a, b.value, lose, effort)) : unknown;
}

/**
 * A list that is one of two: its items are joined. It stands for both: changing it changes one of them, it is not known
 * which, and whatever changes one of them perhaps changes it (see Heap.touch).
 */
function joinArrays(a: ArrayValue, b: ArrayValue, lose: Lose, effort: Effort = { left: mostJoined, depth: 0 }): Value {
    if (a.open || b.open || a.items.length !== b.items.length || a.items.length > longestJoined || effort.left <= 0 || effort.depth >= deepestJoined) {
        return unknown;
    }
    effort.left -= 1;
    effort.depth++;
    const items = a.items.map((item, i) => join(item, b.items[i] ?? unknown, lose, effort));
    effort.depth--;
    const elements = a.elements === b.elements ? a.elements : null;
    const isJoined = (one: ArrayValue): boolean => one.elements === elements && one.items.every((item, i) => isSameValue(item, items[i]));
    return standInOf(a, b, isJoined) ?? link(array(items, undefined, elements), a, b);
}

/** An object that is one of two: as such a list is, with what both have under a name. Of instances, classes and the like nothing is known. */
function joinObjects(a: ObjectValue, b: ObjectValue, lose: Lose, effort: Effort = { left: mostJoined, depth: 0 }): Value {
    if (!isPlain(a) || !isPlain(b) || a.fields.size > longestJoined || b.fields.size > longestJoined || effort.left <= 0 || effort.depth >= deepestJoined) {
        return unknown;
    }
    effort.left -= 1;
    effort.depth++;
    const { fields, open } = joinProperties(a, b, a, lose, effort);
    effort.depth--;
    const isJoined = (one: ObjectValue): boolean => one.open === open && one.fields.size === fields.size && [...one.fields].every(([name, { value }]) => isSameValue(value, fields.get(name)?.value));
    return standInOf(a, b, isJoined) ?? link(object(fields, open), a, b);
}

function isPlain({ class: itsClass, proto, layer, prototypeOf, frozen, callable, seen, fields }: ObjectValue): boolean {
    if (itsClass ?? proto ?? layer ?? prototypeOf ?? callable ?? seen ?? frozen) {
        return false;
    }
    for (const { getter, setter } of fields.values()) {
        if (getter ?? setter) {
            return false;
        }
    }
    return true;
}

/** What stands for one of them already, and holds what is one of both, stands for the other as well: turns of a loop end so. */
function standInOf<T extends ArrayValue | ObjectValue>(a: T, b: T, isJoined: (one: T) => boolean): T | undefined {
    const stand = [a, b].find((one) => one.among && isJoined(one));
    if (!stand) {
        return undefined;
    }
    // Who has it from before does not have the other.
    stand.weak = true;
    return link(stand, stand === a ? b : a);
}

function link<T extends ArrayValue | ObjectValue>(stand: T, ...originals: readonly T[]): T {
    stand.among ??= [];
    for (const one of originals) {
        if (!stand.among.includes(one)) {
            stand.among.push(one);
            one.standIns ??= [];
            one.standIns.push(stand);
        }
    }
    return stand;
}

interface Properties {
    readonly fields: ReadonlyMap<string, Field>;
    readonly open: Openness;
    readonly seen?: Seen | undefined;
}

/** What is known of the properties of something that is one of two, or was left by one of two branches. */
export function joinProperties(a: Properties, b: Properties, thing: ObjectValue, lose: Lose, effort?: Effort): { readonly fields: Map<string, Field>; readonly open: Openness } {
    const fields = new Map<string, Field>();
    let open: Openness = a.open === true || b.open === true || a.open || b.open;
    for (const name of new Set([...a.fields.keys(), ...b.fields.keys()])) {
        const one = a.fields.get(name);
        const other = b.fields.get(name);
        if (one && other) {
            fields.set(name, one === other ? one : joinFields(one, other, lose, effort));
            continue;
        }
        const field = one ?? other;
        const side = one ? b : a;
        const isInherited = mayInherit(thing, name);
        if (side.open === true && !isInherited && !a.seen && !b.seen) {
            // Of what has any properties nothing needs to be kept to say that this one is not known, unless it has been read before.
            lose(field?.value ?? unknown);
            continue;
        }
        // Present on one side only: on the other it is undefined, if nothing is inherited.
        const value = field && !field.getter && !field.setter && !isInherited ? join(field.value, undefinedValue, lose, effort) : lost(field?.value, lose);
        fields.set(name, { value, node: undefined });
        open ||= "fewer";
    }
    return { fields, open };
}

export function lost(value: Value | undefined, lose: Lose): Value {
    if (value) {
        lose(value);
    }
    return unknown;
}

function mayInherit(thing: ObjectValue, name: string): boolean {
    if (thing.proto || thing.layer || name in Object.prototype) {
        return true;
    }
    let at: Value | undefined = thing.class;
    for (; at?.kind === "class"; at = at.base) {
        if (at.prototype.open || at.prototype.fields.has(name)) {
            return true;
        }
    }
    return at !== undefined;
}

function joinFields(a: Field, b: Field, lose: Lose, effort?: Effort): Field {
    if (a.getter ?? a.setter ?? b.getter ?? b.setter) {
        lose(a.value);
        lose(b.value);
        return { value: unknown, node: undefined };
    }
    return { value: join(a.value, b.value, lose, effort), node: a.node === b.node ? a.node : undefined };
}

function joinTensors(a: Value & { kind: "tensor" }, b: Value & { kind: "tensor" }): Value {
    const shape = joinShapes(a.shape, b.shape);
    const dtype = a.dtype === b.dtype ? a.dtype : undefined;
    const isRead = shape !== undefined || a.isOneOf === true || (a.seen !== undefined && a.seen === b.seen);
    if (isRead && shape === a.shape && a.name === b.name && dtype === a.dtype && (a.values === undefined || a.values === b.values) && (a.watched === undefined || a.watched === b.watched)) {
        return a;
    }
    return shape ? tensor(shape, dtype) : tensorWith(tensor(shape, dtype), { isOneOf: true });
}

export function joinShapes(a: Shape | undefined, b: Shape | undefined): Shape | undefined {
    if (a === b) {
        return a;
    }
    if (!a || a.length !== b?.length) {
        return undefined;
    }
    const joined = a.map((dim, i) => (identical(dim, b[i] ?? unknownDim) ? dim : unknownDim));
    return joined.every((dim, i) => dim === a[i]) ? a : joined;
}
