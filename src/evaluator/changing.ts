/** Writing and deleting properties, and what the program puts on the prototypes of built-in objects. */
import { plainArguments } from "./arguments.js";
import { invoke } from "./functions.js";
import type { Evaluation } from "./evaluation.js";
import { named } from "./naming.js";
import { hasKin } from "./heap.js";
import { hole, isPrimitive, unknown } from "./making.js";
import type { ObjectValue, Parameter, Value } from "./values.js";
import { inherited, isIndex } from "./members.js";

const longestArray = 1_000_000;

export function setProperty(e: Evaluation, base: Value, key: string, value: Value): void {
    if (key === "trainable") {
        freeze(e, base, value);
    }
    e.renames ||= key === "name" && (base.kind === "layer" || base.kind === "unknown" || base.kind === "parameter");
    switch (base.kind) {
        case "object":
            setField(e, base, key, value);
            return;
        case "array":
            if (base.weak) {
                e.heap.blur(base);
            }
            setElement(e, base, key, value);
            return;
        case "class":
            setField(e, base.statics, key, value);
            return;
        case "function":
            setField(e, base.own, key, value);
            return;
        case "maybe":
            e.heap.risk();
            setProperty(e, base.value, key, value);
            return;
        case "layer":
            if (key === "name") {
                e.heap.touch(base);
                base.name = undefined;
                base.renamed = value.kind === "string" ? value.value : null;
            }
            extendLibrary(e, base, key, value);
            e.heap.lose(value);
            return;
        case "library":
            e.replaced.add(`${base.path}.${key}`);
            extendLibrary(e, base, key, value);
            e.heap.lose(value);
            return;
        case "parameter":
            e.heap.risk();
            e.heap.lose(value);
            e.heap.lose(base);
            setOfSome(e, base, key, value);
            e.heap.touch(base);
            base.written.set(key, named(value, undefined, key));
            return;
        case "unknown":
            e.heap.risk();
            e.heap.lose(value);
            setOfSome(e, base, key, value);
            return;
        default:
            extendLibrary(e, base, key, value);
            e.heap.lose(value);
            return;
    }
}

function freeze(e: Evaluation, base: Value, value: Value): void {
    e.freezes = true;
    const target = base.kind === "object" ? base.layer : base;
    if (value.kind !== "boolean" || value.value) {
        e.thaws = true;
    } else if ((target?.kind === "layer" && !target.isOneOf) || (target?.kind === "model" && !target.among)) {
        e.heap.touch(target);
        target.frozen = true;
    }
}

/**
 * A property of something that may be any of the things that were lost sight of: whoever passed it in may have passed
 * something else that is the same object. Of all of them that property, and no other, is perhaps what was put there now.
 */
function setOfSome(e: Evaluation, base: Value, key: string, value: Value): void {
    const others = e.heap.reachable().filter((thing) => thing !== base);
    e.spend(others.length >> 3);
    if (others.some((thing) => thing.kind === "object" && (thing.fields.get(key) ?? inherited(thing, key))?.setter) || key === "__proto__") {
        e.heap.havoc();
        return;
    }
    e.heap.release();
    for (const thing of others) {
        switch (thing.kind) {
            case "array":
                if (isIndex(key) || key === "length") {
                    e.heap.blur(thing);
                }
                break;
            case "object":
                setPerhaps(e, thing, key, value);
                if (hasKin(thing)) {
                    e.heap.blurKin([thing]);
                }
                break;
            case "parameter":
                forgetPart(e, thing, key, value);
                break;
            default:
                break;
        }
    }
}

function setPerhaps(e: Evaluation, thing: ObjectValue, key: string, value: Value): void {
    const field = thing.fields.get(key);
    if (thing.frozen || field?.getter) {
        return;
    }
    const both = field && e.heap.merge(field.value, value);
    if (field && both && both !== field.value) {
        e.heap.touch(thing);
        thing.fields.set(key, { ...field, value: both });
    } else if (!field && (thing.open !== true || thing.seen?.has(key))) {
        // It perhaps has one more now.
        e.heap.touch(thing);
        thing.open = true;
        thing.seen = thing.seen && without(thing.seen, key);
    }
}

/** Sizes of a tensor never change. */
function forgetPart(e: Evaluation, thing: Parameter, key: string, value: Value): void {
    const written = thing.written.get(key);
    if (written) {
        e.heap.touch(thing);
        thing.written.set(key, e.heap.merge(written, value));
    } else if (key !== "shape" && thing.fields.has(key)) {
        thing.fields = without(thing.fields, key);
    }
}

/** Copies made before keep what they had. */
function without(parts: Map<string, Value>, key: string): Map<string, Value> {
    return new Map([...parts].filter(([name]) => name !== key));
}

function setField(e: Evaluation, base: ObjectValue, key: string, value: Value): void {
    if (base.frozen) {
        extendPrototype(e, base, key);
        e.heap.lose(value);
        return;
    }
    const field = base.fields.get(key) ?? inherited(base, key);
    if (field?.setter) {
        invoke(e, field.setter, base, plainArguments([value]));
        return;
    }
    if (field?.getter) {
        return;
    }
    if (key === "__proto__") {
        e.heap.lose(value);
        e.heap.blur(base);
        return;
    }
    e.heap.touch(base);
    if (base.weak) {
        e.heap.lose(value);
        setPerhaps(e, base, key, value);
        return;
    }
    base.fields.set(key, { value: named(value, undefined, key), node: undefined });
}

/** What is put on the prototype of a built-in object takes the place of what we know of it. */
export function extendPrototype(e: Evaluation, target: Value, key: string | undefined): boolean {
    if (target.kind !== "object" || target.prototypeOf === undefined || key === undefined) {
        return false;
    }
    e.extensions.add(`${target.prototypeOf}.${key}`);
    return true;
}

const ofLibrary = new Set<Value["kind"]>(["library", "tensor", "symbolic", "layer", "model"]);

/**
 * What is put on a tensor, layer, model or promise, or on the prototype of all of them: which of them have it is not followed.
 * Of an undefined `key` the name is not known.
 */
export function extendLibrary(e: Evaluation, target: Value, key: string | undefined, value: Value = unknown): void {
    // Layers and models have many fields to be set, and no more methods thereby.
    const isField = isPrimitive(value) && target.kind !== "tensor" && target.kind !== "symbolic";
    if (target.kind === "promise") {
        e.extensions.add(key === undefined ? "tf.*" : `Promise.${key}`);
    } else if (ofLibrary.has(target.kind) && !isField) {
        e.extensions.add(`tf.${key ?? "*"}`);
    }
}

/** As isExtended, and where something was put there under a name that is not known. */
export function mayBeExtended(e: Evaluation, base: Value, key: string): boolean {
    return e.extensions.size > 0 && (e.extensions.has("tf.*") || isExtended(e, base, key));
}

const prototypes: Partial<Readonly<Record<Value["kind"], string>>> = { array: "Array", string: "String", number: "Number", boolean: "Boolean", function: "Function", promise: "Promise" };

/** Whether a method of a built-in object is the program's own. */
export function isExtended(e: Evaluation, base: Value, key: string): boolean {
    if (e.extensions.size === 0) {
        return false;
    }
    const name = base.kind === "map" ? (base.set ? "Set" : "Map") : base.kind !== "library" && ofLibrary.has(base.kind) ? "tf" : prototypes[base.kind];
    return (name !== undefined && e.extensions.has(`${name}.${key}`)) || (base.kind !== "library" && e.extensions.has(`Object.${key}`));
}

export function deleteProperty(e: Evaluation, base: Value, key: string | undefined): void {
    if (base.kind === "object" && key !== undefined && !base.frozen && !base.weak) {
        e.heap.touch(base);
        base.fields.delete(key);
        base.seen = undefined;
    } else if (base.kind === "array" && !base.open && key !== undefined && isIndex(key) && Number(key) < base.items.length) {
        e.heap.touch(base);
        base.items[Number(key)] = hole;
    } else {
        e.heap.lose(base);
        e.heap.blur(base);
        e.heap.havoc();
    }
}

function setElement(e: Evaluation, base: Value & { kind: "array" }, key: string, value: Value): void {
    if (base.open) {
        e.heap.lose(value);
        base.seen = undefined;
        if (base.gist) {
            e.heap.touch(base);
            base.gist = undefined;
        }
        if (key === "length" || base.length === undefined || !(Number(key) < base.length)) {
            e.heap.touch(base);
            base.length = undefined;
        }
        return;
    }
    e.heap.touch(base);
    if (key === "length") {
        if (value.kind === "number" && value.value <= base.items.length && value.value >= 0) {
            base.items.length = value.value;
        } else {
            e.heap.blur(base);
        }
        return;
    }
    if (!isIndex(key)) {
        return;
    }
    const index = Number(key);
    if (index >= longestArray || index > base.items.length + 10_000) {
        e.heap.lose(value);
        e.heap.blur(base);
        return;
    }
    e.spend(Math.max(0, index - base.items.length) >> 6);
    while (base.items.length < index) {
        base.items.push(hole);
    }
    base.items[index] = value;
}
