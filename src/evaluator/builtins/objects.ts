/** Functions of `Object`. */
import type { Evaluation } from "../evaluation.js";
import { spreadInto } from "../written.js";
import { iterate, keysOf } from "../iteration.js";
import { extendLibrary, extendPrototype, setProperty } from "../changing.js";
import { getProperty } from "../members.js";
import { strictlyEqual, toText } from "../operators.js";
import { havoc } from "../unseen.js";
import { array, boolean, inheriting, object, openArray, present, string, undefinedValue, unknown } from "../making.js";
import type { BuiltinCall, ObjectValue, Value } from "../values.js";

export function objectFunctions(e: Evaluation): Record<string, BuiltinCall> {
    const listed =
        (pick: (key: string, value: Value) => Value): BuiltinCall =>
        ([given = undefinedValue]) => {
            const source = present(given);
            const keys = keysOf(source);
            if (!keys) {
                e.heap.lose(source);
                return openArray();
            }
            e.spend(keys.length >> 2);
            return array(keys.map((key) => pick(key, getProperty(e, source, key))));
        };
    const frozen: BuiltinCall = ([value = undefinedValue]) => {
        if (value.kind === "object" || value.kind === "array") {
            value.weak = true;
        }
        return value;
    };
    const redefined: BuiltinCall = ([target = undefinedValue, name = undefinedValue, descriptor = undefinedValue]) => {
        e.heap.lose(name);
        e.heap.lose(descriptor);
        extendLibrary(e, target, toText(name));
        if (!extendPrototype(e, target, toText(name))) {
            e.heap.blur(target);
        }
        return target;
    };
    return {
        keys: listed((key) => string(key)),
        getOwnPropertyNames: ([source = undefinedValue]) => {
            const names = source.kind === "object" ? keysOf(source) : undefined;
            e.spend((names?.length ?? 0) >> 2);
            return names ? array(names.map(string)) : openArray();
        },
        values: listed((_, value) => value),
        entries: listed((key, value) => array([string(key), value])),
        assign: ([target = undefinedValue, ...sources]) => assigned(e, target, sources),
        freeze: frozen,
        seal: frozen,
        preventExtensions: frozen,
        fromEntries: ([source = undefinedValue]) => fromEntries(e, source),
        create: ([prototype = undefinedValue, fields]) => (fields ? unknown : inheriting(prototype)),
        getPrototypeOf: () => unknown,
        setPrototypeOf: ([target = undefinedValue, prototype = undefinedValue]) => {
            e.heap.lose(prototype);
            e.heap.blur(target);
            return target;
        },
        defineProperty: redefined,
        defineProperties: redefined,
        hasOwn: ([source = undefinedValue, name = undefinedValue]) => hasOwn(source, toText(name)),
        is: ([a = undefinedValue, b = undefinedValue]) => sameValue(a, b),
    };
}

export function hasOwn(source: Value, key: string | undefined): Value {
    return source.kind === "object" && !source.open && key !== undefined ? boolean(source.fields.has(key)) : unknown;
}

function sameValue(a: Value, b: Value): Value {
    if (a.kind === "number" && b.kind === "number") {
        return boolean(Object.is(a.value, b.value));
    }
    const same = strictlyEqual(a, b);
    return same === undefined ? unknown : boolean(same);
}

function assigned(e: Evaluation, target: Value, sources: readonly Value[]): Value {
    const isPlain = target.kind === "object" && !target.frozen && !target.weak;
    const given = sources.filter(({ kind }) => kind !== "undefined" && kind !== "null");
    if (isPlain && !mayInherit(target) && hasSetters(target) && given.every((source) => keysOf(source))) {
        for (const source of given) {
            for (const key of keysOf(source) ?? []) {
                setProperty(e, target, key, getProperty(e, source, key));
            }
        }
        return target;
    }
    if (!isPlain || hasSetters(target)) {
        for (const source of sources) {
            const keys = source.kind === "object" && !source.open ? [...source.fields.keys()] : [undefined];
            keys.forEach((key) => {
                extendLibrary(e, target, key);
            });
        }
        [target, ...sources].forEach(e.heap.lose);
        e.heap.blur(target);
        havoc(e);
        return target;
    }
    e.heap.touch(target);
    for (const source of sources) {
        spreadInto(e, target.fields, target, source);
    }
    return target;
}

/** Of an object without a prototype, all that it has is its own. */
function mayInherit({ proto }: ObjectValue): boolean {
    return proto !== undefined && proto.kind !== "null";
}

function hasSetters(target: ObjectValue): boolean {
    return mayInherit(target) || target.class !== undefined || [...target.fields.values()].some((field) => field.getter ?? field.setter);
}

function fromEntries(e: Evaluation, source: Value): Value {
    const items = iterate(e, source);
    const made = object(new Map(), !items);
    for (const item of items ?? []) {
        const [key, value = undefinedValue] = item.kind === "array" && !item.open ? item.items : [];
        const name = key && toText(key);
        if (name === undefined) {
            items?.forEach(e.heap.lose);
            return object(new Map(), true);
        }
        setProperty(e, made, name, value);
    }
    return made;
}
