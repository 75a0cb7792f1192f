/** What can be iterated, and over which values. */
import type { Evaluation } from "./evaluation.js";
import { noArguments } from "./arguments.js";
import { invoke } from "./functions.js";
import { draw, lose, type Generating } from "./generators.js";
import { inherited } from "./members.js";
import { havoc } from "./unseen.js";
import { array, hole, present, string, undefinedValue } from "./making.js";
import type { MapValue, ObjectValue, Value } from "./values.js";

/** What methods are known by whose names are `Symbol.iterator` and `Symbol.asyncIterator`: nothing else can be called so. */
export const iteratorKey = "# iterator";
export const asyncIteratorKey = "# asyncIterator";

/** What an object of the program's own gives to be iterated over: a generator's values, or another list. `waits`: in `for await`. */
export function iterable(e: Evaluation, given: Value, waits = false): Value {
    const value = present(given);
    if (value.kind !== "object" || value.generating) {
        return value;
    }
    const [method] = (waits ? [asyncIteratorKey, iteratorKey] : [iteratorKey]).map((key) => (value.fields.get(key) ?? inherited(value, key))?.value).filter((one) => one?.kind === "function");
    const made = method?.kind === "function" ? present(invoke(e, method, value, noArguments)) : undefined;
    return made && made !== value ? made : value;
}

/**
 * The values in order; undefined when they are not all known. Who asks for no more than `most` gets at least as many, if
 * there are.
 */
export function iterate(e: Evaluation, given: Value, most?: number): Value[] | undefined {
    const value = iterable(e, given);
    switch (value.kind) {
        case "array":
            if (value.open || isPerhapsFilled(e, value)) {
                return undefined;
            }
            e.spend(value.items.length);
            return value.items.includes(hole) ? value.items.map((item) => (item === hole ? undefinedValue : item)) : value.items.slice();
        case "string":
            e.spend(value.value.length >> 2);
            return Array.from(value.value, string);
        case "map":
            e.spend(value.entries.size >> 2);
            return mapEntries(value);
        case "object":
            return value.generating && !value.generating.callee.node.async ? generated(e, value, value.generating, most) : another(e, value);
        default:
            return another(e, value);
    }
}

function generated(e: Evaluation, value: ObjectValue, generating: Generating, most: number | undefined): Value[] | undefined {
    const drawn = draw(e, value, generating, most);
    if (drawn && !drawn.isWhole && most === undefined) {
        lose(e, value);
        return undefined;
    }
    drawn?.close();
    return drawn?.values;
}

/** Somebody's own iterator may do anything. */
function another(e: Evaluation, value: Value): Value[] | undefined {
    e.heap.risk();
    e.heap.lose(value);
    havoc(e);
    return undefined;
}

/** An empty list that others may have filled: reading it tells nothing. */
export function isPerhapsFilled(e: Evaluation, list: Value): boolean {
    return e.perhapsFilled.size > 0 && list.kind === "array" && list.items.length === 0 && !list.open && e.perhapsFilled.has(list);
}

function mapEntries(value: MapValue): Value[] | undefined {
    if (value.open) {
        return undefined;
    }
    return [...value.entries.values()].map((entry) => (value.set ? entry.value : array([entry.key, entry.value])));
}

/** Property names of an object, as Object.keys gives them; undefined when not all are known. */
export function keysOf(value: Value): string[] | undefined {
    switch (value.kind) {
        case "object":
            return value.open ? undefined : orderedKeys([...value.fields.keys()].filter((name) => !name.startsWith("#")));
        case "array":
            return value.open ? undefined : value.items.flatMap((item, index) => (item === hole ? [] : [String(index)]));
        default:
            return undefined;
    }
}

/** Integer-like names come first, in ascending order, as in JavaScript. */
function orderedKeys(names: readonly string[]): string[] {
    const isIndex = (name: string): boolean => /^(?:0|[1-9]\d{0,9})$/.test(name);
    const indices = names.filter(isIndex).sort((a, b) => Number(a) - Number(b));
    return [...indices, ...names.filter((name) => !isIndex(name))];
}

