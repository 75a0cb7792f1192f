/** Map and Set, with keys that can be told apart. */
import type { Arguments } from "../arguments.js";
import { callBack } from "../calls.js";
import { callPerhaps } from "../unseen.js";
import type { Evaluation } from "../evaluation.js";
import { iterate } from "../iteration.js";
import { array, birth, boolean, openArray, undefinedValue, unknown } from "../making.js";
import type { Application, CallNode, MapValue, Value } from "../values.js";

/** A key by its kind and text; undefined for keys with an identity or of unknown value. */
function keyText(value: Value): string | undefined {
    switch (value.kind) {
        case "string":
        case "number":
        case "boolean":
            return `${value.kind}:${String(value.value)}`;
        case "undefined":
        case "null":
            return value.kind;
        case "array":
        case "object":
            // One of several is not known which.
            return value.among ?? value.standIns ? undefined : `#${value.born}`;
        case "map":
        case "layer":
        case "model":
            return `#${value.born}`;
        case "symbolic":
            // Copies of a tensor are told apart by nothing else than what made it.
            return value.producer && `#${applicationNumber(value.producer)}:${value.index}`;
        default:
            return undefined;
    }
}

const applicationNumbers = new WeakMap<Application, number>();

function applicationNumber(application: Application): number {
    const known = applicationNumbers.get(application) ?? birth();
    applicationNumbers.set(application, known);
    return known;
}

export function newMap(e: Evaluation, args: readonly Value[], set: boolean): Value {
    const made: MapValue = { kind: "map", set, entries: new Map(), open: false, born: birth(), isShared: false };
    const [source] = args;
    if (!source || source.kind === "undefined" || source.kind === "null") {
        return made;
    }
    const items = iterate(e, source);
    if (!items) {
        return { ...made, open: true };
    }
    e.spend(items.length);
    for (const item of items) {
        const pair = set ? [item, item] : item.kind === "array" && !item.open ? item.items : undefined;
        const [key = undefinedValue, value = undefinedValue] = pair ?? [];
        const text = keyText(key);
        if (!pair || text === undefined) {
            items.forEach(e.heap.lose);
            return { ...made, entries: new Map(), open: true };
        }
        made.entries.set(text, { key, value });
    }
    return made;
}

export function mapMethod(e: Evaluation, base: MapValue, key: string, args: Arguments, node: CallNode): Value {
    const [first = undefinedValue, second = undefinedValue] = args.values;
    const text = keyText(first);
    const isKnown = !base.open && text !== undefined && !args.open;
    switch (key) {
        case "set":
        case "add":
        case "delete":
        case "clear":
            return change(e, base, key, text, first, key === "add" ? first : second);
        case "get":
            return isKnown ? (base.entries.get(text)?.value ?? undefinedValue) : anyOf(e, base);
        case "has":
            return isKnown ? boolean(base.entries.has(text)) : unknown;
        case "keys":
        case "values":
        case "entries": {
            if (base.open) {
                return openArray();
            }
            e.spend(base.entries.size >> 2);
            const entries = [...base.entries.values()];
            return array(entries.map((entry) => (key === "entries" ? array([entry.key, entry.value]) : key === "keys" ? entry.key : entry.value)));
        }
        case "forEach":
            if (base.open) {
                callPerhaps(e, first);
                return undefinedValue;
            }
            for (const entry of [...base.entries.values()]) {
                e.step();
                callBack(e, first, [entry.value, entry.key, base], node);
            }
            return undefinedValue;
        default:
            return unknown;
    }
}

function anyOf(e: Evaluation, base: MapValue): Value {
    for (const entry of base.entries.values()) {
        e.heap.lose(entry.value);
    }
    return unknown;
}

function change(e: Evaluation, base: MapValue, key: "set" | "add" | "delete" | "clear", text: string | undefined, name: Value, value: Value): Value {
    e.heap.touch(base);
    if (key === "clear") {
        base.entries = new Map();
        base.open = false;
        return undefinedValue;
    }
    if (text === undefined) {
        e.heap.lose(name);
        e.heap.lose(value);
        e.heap.blur(base);
        return key === "delete" ? unknown : base;
    }
    if (key === "delete") {
        return base.open ? unknown : boolean(base.entries.delete(text));
    }
    if (!base.open) {
        base.entries.set(text, { key: name, value });
    } else {
        e.heap.lose(name);
        e.heap.lose(value);
    }
    return base;
}
