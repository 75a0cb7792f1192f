/** How values are made, and what plain ones are worth. */
import { tfjsOps } from "../apis/tfjs-ops.js";
import type { Datum, Openness } from "../catalogue/datum.js";
import type { DType, Elements } from "../catalogue/dtype.js";
import { batch, constant, symbol, unprovenSymbol, unknown as unknownDim, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { Late } from "./late.js";
import type { Application, ArrayValue, Builtin, BuiltinCall, ClassValue, DatasetValue, Field, Gist, LayerValue, LibraryName, MapValue, Node, ObjectValue, Parameter, RunTime, SizeValue, SymbolicTensor, TensorValue, Unknown, Value, Watched, Written } from "./values.js";

let births = 0;

export function birth(): number {
    births += 1;
    return births;
}

/** The number of the last thing made. */
export function lastBirth(): number {
    return births;
}

export const unknown: Unknown = { kind: "unknown" };
export const someScalar: Unknown = { kind: "unknown", scalar: true };
/** What arithmetic gives, where nothing else is known. */
export const someNumber: Unknown = { kind: "unknown", scalar: true, isNumber: true };
export const undefinedValue: Value = { kind: "undefined" };
/** What `a?.b` is when a is nothing, until the end of the chain: what follows is skipped. */
export const chainEnd: Value = { kind: "undefined" };
/** An item of an array that was never set: undefined for whoever reads it, but skipped by `map` and the like. */
export const hole: Value = { kind: "undefined" };
export const nullValue: Value = { kind: "null" };
const trueValue: Value = { kind: "boolean", value: true };
const falseValue: Value = { kind: "boolean", value: false };

/** Most numbers of a program are these: units, strides, indices. */
const mostKept = 1024;
const smallNumbers: readonly Value[] = Array.from({ length: mostKept + 1 }, (_, value) => ({ kind: "number", value }));

export function number(value: number): Value {
    // Zero has two signs, and a list that is asked for a fraction takes its time.
    const known = value > 0 && value <= mostKept && Number.isInteger(value) ? smallNumbers[value] : undefined;
    return known ?? { kind: "number", value };
}

export function string(value: string): Value {
    return { kind: "string", value };
}

/** Names and sizes are made of shorter texts; longer ones are not kept, so that a text that doubles costs nothing. */
export const longestText = 10_000;

export function shortText(value: string): Value {
    return value.length > longestText ? unknown : string(value);
}

export function boolean(value: boolean): Value {
    return value ? trueValue : falseValue;
}

export function array(items: Value[], written?: Written, elements?: Elements): ArrayValue {
    return newArray(items, false, undefined, written, elements, undefined);
}

/** An array of which only the length, if that, is known; and what all its items are like. */
export function openArray(length?: number, gist?: Gist): ArrayValue {
    return newArray([], true, length, undefined, undefined, gist);
}

/** All lists have one form: see `tensor`. */
function newArray(items: Value[], open: boolean, length: number | undefined, written: Written | undefined, elements: Elements | undefined, gist: Gist | undefined): ArrayValue {
    return { kind: "array", items, open, length, born: birth(), isShared: false, written, elements, seen: undefined, gist, made: undefined, among: undefined, standIns: undefined, weak: undefined };
}

const primitives: ReadonlySet<Value["kind"]> = new Set(["undefined", "null", "boolean", "number", "size", "string"]);

/** A value of the language that holds nothing and cannot be changed. */
export function isPrimitive({ kind }: Value): boolean {
    return primitives.has(kind);
}

/** How many items a list has; undefined where that is not known, or only how many were added to it (see growth.ts). */
export function lengthOf({ open, items, length }: ArrayValue): number | undefined {
    return open ? (Number.isInteger(length) ? length : undefined) : items.length;
}

/** The array as a typed one. */
export function typed(value: Value, elements: Elements | undefined): Value {
    return value.kind === "array" && elements !== undefined ? arrayWith(value, { elements }) : value;
}

export function object(fields = new Map<string, Field>(), open: Openness = false, node?: Node): ObjectValue {
    return newObject(fields, open, node, undefined, undefined, undefined);
}

/** All objects have one form: see `tensor`. */
function newObject(fields: Map<string, Field>, open: Openness, node: Node | undefined, itsClass: ClassValue | undefined, made: ObjectValue["made"], proto: Value | undefined): ObjectValue {
    return { kind: "object", fields, open, class: itsClass, node, born: birth(), isShared: false, made, proto, layer: undefined, seen: undefined, among: undefined, standIns: undefined, weak: undefined };
}

/** A new instance of a class; `made`: by which call, where the program makes it. */
export function newInstance(target: ClassValue | undefined, made?: ObjectValue["made"]): ObjectValue {
    return newObject(new Map<string, Field>(), false, undefined, target, made, undefined);
}

/** A new object that inherits from another, which is no class. */
export function inheriting(proto: Value): ObjectValue {
    return newObject(new Map<string, Field>(), false, undefined, undefined, undefined, proto);
}

/** What a library holds, as far as it is known: programs read it, and do not change it. */
export function view(fields: Map<string, Field>, callable?: Builtin, prototypeOf?: string): ObjectValue {
    return Object.assign(object(fields, true), { frozen: true, callable, prototypeOf });
}

export function record(fields: Readonly<Record<string, Value>>): ObjectValue {
    const own = new Map<string, Field>();
    for (const [name, value] of Object.entries(fields)) {
        own.set(name, { value, node: undefined });
    }
    return object(own);
}

/** `born`: for a part of something that was there before it was first looked at. */
export function parameter(name: string, isSize = false, born = birth(), stranger?: true): Parameter {
    return { kind: "parameter", name, dim: isSize ? symbol(name) : unprovenSymbol(name), fields: new Map(), written: new Map(), born, stranger, typed: undefined };
}

/** What a package exports that nobody has looked into. */
export function stranger(name: string, born?: number): Parameter {
    return parameter(name, false, born, true);
}

/** The number of a turn or of an item, where it is not known, but how many came before at least. */
export function count(name: string, least: number): SizeValue {
    return { kind: "size", dim: symbol(name, least), isCount: true };
}

const libraryNames = new Map<string, LibraryName>();
const mostLibraryNames = 2000;

/** One value for each name, in all programs: it says nothing but its name. */
export function library(path: string): LibraryName {
    let known = libraryNames.get(path);
    if (!known) {
        known = { kind: "library", path, layer: path.startsWith("layers.") ? path.slice("layers.".length) : undefined, name: path.slice(path.lastIndexOf(".") + 1), op: tfjsOps[path], members: new Map() };
        if (libraryNames.size < mostLibraryNames) {
            libraryNames.set(path, known);
        }
    }
    return known;
}

/** `library.name`. */
export function libraryMember({ path, members }: LibraryName, name: string): LibraryName {
    let known = members.get(name);
    if (!known) {
        known = library(path === "" ? name : `${path}.${name}`);
        if (libraryNames.size < mostLibraryNames) {
            members.set(name, known);
        }
    }
    return known;
}

export function builtin(name: string, call: BuiltinCall, takesOpen?: true): Builtin {
    return { kind: "builtin", name, call, takesOpen };
}

export function promise(value: Value, late: readonly Late[] = []): Value {
    if (value.kind === "promise") {
        return late.length === 0 ? value : { ...value, late: [...late, ...value.late] };
    }
    return value.kind === "unknown" && late.length === 0 ? value : { kind: "promise", value, late, from: undefined };
}

export function dataset(element: Datum, size?: number, remake?: () => DatasetValue): DatasetValue {
    return { kind: "dataset", element, size, elements: undefined, uneven: undefined, columns: undefined, remake };
}

/** Something unknown that is the same wherever it is read. What is perhaps null is no size, but has properties all the same. */
export function nameFor(value: Unknown, name: string): Value {
    const { perhapsNull, automatic, scalar, isNumber } = value;
    if (isNumber) {
        return namedNumber(name);
    }
    if (automatic ?? scalar) {
        return value;
    }
    return perhapsNull ? { ...parameter(name), dim: unknownDim } : parameter(name);
}

/** A number that is not known, but the same wherever it is read. */
export function namedNumber(name: string): SizeValue {
    return { kind: "size", dim: unprovenSymbol(name) };
}

/** Whether it is a number for sure. */
export function isNumeric(value: Value | undefined): boolean {
    return value?.kind === "number" || value?.kind === "size" || (value?.kind === "unknown" && value.isNumber === true);
}

/** The states that were taken down keep what they hold. */
export function unshare(thing: ArrayValue | ObjectValue | MapValue): void {
    if (!thing.isShared) {
        return;
    }
    thing.isShared = false;
    switch (thing.kind) {
        case "array":
            thing.items = thing.items.slice();
            break;
        case "object":
            thing.fields = new Map(thing.fields);
            break;
        case "map":
            thing.entries = new Map(thing.entries);
            break;
    }
}

/**
 * What is one of several (see join.ts) holds what is one of several: as whatever is not known, it has a name once it stands
 * somewhere.
 */
export function nameParts(whole: ArrayValue | ObjectValue, name: string): void {
    if (!whole.among) {
        return;
    }
    unshare(whole);
    if (whole.kind === "object") {
        for (const [key, { value, node }] of whole.fields) {
            if (value.kind === "unknown") {
                whole.fields.set(key, { value: nameFor(value, `${name}.${key}`), node });
            }
        }
    } else if (whole.items.length <= mostNamedItems) {
        whole.items.forEach((item, index) => {
            if (item.kind === "unknown") {
                whole.items[index] = nameFor(item, `${name}[${index}]`);
            }
        });
    }
}

const mostNamedItems = 16;

/** Of something that would be noticed missing by its use; of anything else, nothing is known. */
export function maybe(value: Value): Value {
    switch (value.kind) {
        case "array":
        case "object":
        case "map":
        case "function":
        case "builtin":
        case "class":
        case "promise":
        case "dataset":
        case "library":
        case "keras":
        case "tensor":
        case "symbolic":
        case "layer":
        case "model":
            return { kind: "maybe", value };
        case "maybe":
            return value;
        default:
            return unknown;
    }
}

/** For uses that prove it is there: reading a property, calling, iterating. */
export function present(value: Value): Value {
    return value.kind === "maybe" ? value.value : value;
}

/** The same list with something else about it. Not `{ ...list }`: its copies would have a form of their own in each place. */
export function arrayWith(list: ArrayValue, changes: Partial<ArrayValue>): ArrayValue {
    return Object.assign(array(list.items), list, changes);
}

/** All tensors have one form, as lists do: what has one form is read much faster. */
export function tensor(shape: Shape | undefined, dtype?: DType, watched?: Watched): TensorValue {
    return { kind: "tensor", shape, dtype, watched, seen: undefined, isOneOf: undefined, name: undefined, alone: undefined, values: undefined };
}

/** The same tensor with something else about it, in the form that all have. */
export function tensorWith(base: TensorValue, changes: Partial<TensorValue>): TensorValue {
    return Object.assign(tensor(base.shape), base, changes);
}

/** The value of one size read back from a shape: null for the batch. */
export function sizeValue(dim: Dim): Value {
    switch (dim.kind) {
        case "constant":
            return number(dim.value);
        case "batch":
            return nullValue;
        case "unknown":
            return unknown;
        default:
            return { kind: "size", dim };
    }
}

export function shapeValue(shape: Shape | undefined): Value {
    return shape ? array(shape.map(sizeValue)) : unknown;
}

/** The dimension a value stands for where a size is asked for. */
export function dimOfValue(value: Value): Dim {
    switch (value.kind) {
        case "number":
            return constant(value.value);
        case "size":
        case "parameter":
            return value.dim;
        case "null":
            return batch;
        default:
            return unknownDim;
    }
}

/** Whether the value is true or false in a condition; undefined when not known. */
export function truth(value: Value): boolean | undefined {
    switch (value.kind) {
        case "unknown":
        case "maybe":
        case "parameter":
        case "size":
            return undefined;
        case "undefined":
        case "null":
            return false;
        case "number":
            return value.value !== 0 && !Number.isNaN(value.value);
        case "string":
            return value.value !== "";
        case "boolean":
            return value.value;
        default:
            return true;
    }
}

type MadeLayer = Omit<LayerValue, "kind" | "born" | "applications" | "instance" | "bodies" | "renamed" | "frozen" | "takesFloats" | "isOneOf">;

/** Every layer has the same fields in the same order: what has one form is read much faster. Large models are kept whole: only what most of them need. */
export function newLayer({ applicable, node, module, type, name, isUnnamed, spelling, inputShape, like, hasInputShape, isInput, confirmed, callable, given, unread }: MadeLayer): LayerValue {
    return {
        kind: "layer",
        born: birth(),
        applicable,
        node,
        module,
        type,
        name,
        isUnnamed,
        renamed: undefined,
        frozen: undefined,
        spelling,
        inputShape,
        like,
        hasInputShape,
        isInput,
        confirmed,
        applications: noApplications,
        instance: undefined,
        callable,
        given,
        unread,
    };
}

/** Whoever applies a layer gives it a list of its own. */
const noApplications: Application[] = [];

/** `index`: which of the outputs of its producer it is. */
export function symbolic(shape: Shape | undefined, producer?: Application, index = 0, like?: Parameter, runTime?: RunTime): SymbolicTensor {
    return like || runTime ? { kind: "symbolic", shape, producer, index, like, runTime } : { kind: "symbolic", shape, producer, index };
}
