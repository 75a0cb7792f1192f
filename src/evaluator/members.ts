/** Reading and writing properties, by what the value is. */
import { kerasNames } from "../apis/keras.js";
import { invoke, noArguments, plainArguments } from "./calls.js";
import type { Evaluation } from "./evaluation.js";
import { layerProperty } from "./layers.js";
import { modelProperty } from "./models.js";
import { sizeOf, type Shape } from "../shapes/shape.js";
import { number, parameter, shapeValue, sizeValue, string, undefinedValue, unknown, type ClassValue, type Field, type ObjectValue, type Value } from "./values.js";

const objectPrototype = new Set(Object.getOwnPropertyNames(Object.prototype));

export function getProperty(e: Evaluation, base: Value, key: string, self: Value = base): Value {
    switch (base.kind) {
        case "object":
            return objectProperty(e, base, key, self);
        case "array":
            return arrayProperty(base, key);
        case "string":
            if (key === "length") {
                return number(base.value.length);
            }
            return isIndex(key) ? textAt(base.value, Number(key)) : unknown;
        case "map":
            return key === "size" ? (base.open ? unknown : number(base.entries.size)) : unknown;
        case "function":
            return base.own.fields.has(key) ? getProperty(e, base.own, key) : key === "name" ? string(nameOfFunction(base)) : unknown;
        case "class":
            return classProperty(e, base, key, base);
        case "library":
            return { kind: "library", path: key === "default" ? base.path : base.path ? `${base.path}.${key}` : key };
        case "tensor":
            return tensorProperty(base.shape, key);
        case "symbolic":
            return tensorProperty(base.shape, key);
        case "keras":
            return { kind: "keras", name: kerasNames.has(key) ? key : "" };
        case "layer":
            return layerProperty(e, base, key);
        case "model":
            return modelProperty(e, base, key);
        case "parameter": {
            let field = base.fields.get(key);
            if (!field) {
                // The elements of a shape are sizes.
                field = parameter(isIndex(key) ? `${base.name}[${key}]` : `${base.name}.${key}`, isIndex(key) && base.name.endsWith(".shape"));
                base.fields.set(key, field);
            }
            return field;
        }
        default:
            return unknown;
    }
}

function nameOfFunction(value: Value & { kind: "function" }): string {
    return value.node.id?.name ?? "";
}

function isIndex(key: string): boolean {
    return /^(?:0|[1-9]\d{0,14})$/.test(key);
}

function textAt(text: string, index: number): Value {
    const character = text[index];
    return character === undefined ? undefinedValue : string(character);
}

function objectProperty(e: Evaluation, base: ObjectValue, key: string, self: Value): Value {
    const field = base.fields.get(key) ?? prototypeField(base.class, key);
    if (field) {
        return read(e, field, self);
    }
    if (base.layer) {
        return layerProperty(e, base.layer, key);
    }
    return base.open || objectPrototype.has(key) || !isClosedClass(base.class) ? unknown : undefinedValue;
}

/** Whether all ancestors of an instance are in sight. */
function isClosedClass(target: ClassValue | undefined): boolean {
    for (let at = target; at; ) {
        const base: Value | undefined = at.base;
        if (base && base.kind !== "class") {
            return false;
        }
        at = base;
    }
    return true;
}

function prototypeField(target: ClassValue | undefined, key: string): Field | undefined {
    for (let at: Value | undefined = target; at?.kind === "class"; at = at.base) {
        const field = at.methods.get(key);
        if (field) {
            return field;
        }
    }
    return undefined;
}

function read(e: Evaluation, field: Field, self: Value): Value {
    if (field.getter) {
        return invoke(e, field.getter, self, noArguments);
    }
    return field.setter ? undefinedValue : field.value;
}

function classProperty(e: Evaluation, start: ClassValue, key: string, self: Value): Value {
    for (let at: Value | undefined = start; at; ) {
        if (at.kind !== "class") {
            return unknown;
        }
        const field = at.statics.fields.get(key);
        if (field) {
            return read(e, field, self);
        }
        at = at.base;
    }
    return key === "name" ? string(start.name) : key === "prototype" || start.statics.open ? unknown : undefinedValue;
}

function arrayProperty(base: Value & { kind: "array" }, key: string): Value {
    if (key === "length") {
        return base.open ? (base.length === undefined ? unknown : number(base.length)) : number(base.items.length);
    }
    if (isIndex(key)) {
        return base.open ? unknown : (base.items[Number(key)] ?? undefinedValue);
    }
    return unknown;
}

function tensorProperty(shape: Shape | undefined, key: string): Value {
    switch (key) {
        case "shape":
            return shapeValue(shape);
        case "rank":
            return shape ? number(shape.length) : unknown;
        case "size":
            return shape ? sizeValue(sizeOf(shape)) : unknown;
        default:
            return unknown;
    }
}

const longestArray = 1_000_000;

export function setProperty(e: Evaluation, base: Value, key: string, value: Value): void {
    switch (base.kind) {
        case "object": {
            if (base.frozen) {
                return;
            }
            const field = base.fields.get(key) ?? prototypeField(base.class, key);
            if (field?.setter) {
                invoke(e, field.setter, base, plainArguments([value]));
                return;
            }
            if (field?.getter) {
                return;
            }
            if (key === "__proto__") {
                e.heap.forget(base);
                return;
            }
            e.heap.touch(base);
            base.fields.set(key, { value, node: undefined });
            return;
        }
        case "array":
            setElement(e, base, key, value);
            return;
        case "class":
            e.heap.touch(base.statics);
            base.statics.fields.set(key, { value, node: undefined });
            return;
        case "function":
            e.heap.touch(base.own);
            base.own.fields.set(key, { value, node: undefined });
            return;
        case "parameter":
            base.fields.set(key, value);
            return;
        default:
            return;
    }
}

function setElement(e: Evaluation, base: Value & { kind: "array" }, key: string, value: Value): void {
    if (base.open) {
        return;
    }
    e.heap.touch(base);
    if (key === "length") {
        if (value.kind === "number" && value.value <= base.items.length && value.value >= 0) {
            base.items.length = value.value;
        } else {
            base.open = true;
            base.items = [];
        }
        return;
    }
    if (!isIndex(key)) {
        return;
    }
    const index = Number(key);
    if (index >= longestArray || index > base.items.length + 10_000) {
        base.items = [];
        base.open = true;
        base.length = undefined;
        return;
    }
    while (base.items.length < index) {
        base.items.push(undefinedValue);
    }
    base.items[index] = value;
}
