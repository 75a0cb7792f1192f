/** Reading and writing properties, by what the value is. */
import { kerasNames } from "../apis/keras.js";
import { tfjsMethod } from "../apis/tfjs-ops.js";
import { noArguments, plainArguments } from "./arguments.js";
import { isExtended, mayBeExtended } from "./changing.js";
import { invoke } from "./functions.js";
import type { Evaluation } from "./evaluation.js";
import { someItem } from "./gist.js";
import { isPerhapsFilled } from "./iteration.js";
import { readBaseProperty } from "./models/layer-base.js";
import { layerProperty } from "./models/layers.js";
import { modelProperty } from "./models/models.js";
import { isLacking } from "./models/results.js";
import { sizeOf, type Shape } from "../shapes/shape.js";
import { callTensorMethod } from "./models/tensors.js";
import { havoc } from "./unseen.js";
import { boolean, builtin, hole, lengthOf, libraryMember, maybe, number, object, parameter, present, shapeValue, sizeValue, stranger, string, undefinedValue, unknown } from "./making.js";
import type { Alone, ArrayValue, BuiltinCall, ClassValue, Field, FunctionValue, LayerValue, LibraryName, Made, ModelValue, ObjectValue, Parameter, Value } from "./values.js";

/** What an item is worth to whoever reads it: a hole is undefined. */
export function itemOf(base: ArrayValue, index: number): Value {
    const item = base.items[index];
    return item === undefined || item === hole ? undefinedValue : item;
}

const objectPrototype = new Set(Object.getOwnPropertyNames(Object.prototype));

export function getProperty(e: Evaluation, base: Value, key: string, self: Value = base): Value {
    switch (base.kind) {
        case "object":
            return objectProperty(e, base, key, self);
        case "array":
            return isPerhapsFilled(e, base) ? unknown : arrayProperty(base, key);
        case "string":
            if (key === "length") {
                return number(base.value.length);
            }
            return isIndex(key) ? textAt(base.value, Number(key)) : unknown;
        case "map":
            return key === "size" ? (base.open ? unknown : number(base.entries.size)) : unknown;
        case "function":
            return functionProperty(e, base, key);
        case "class":
            return classProperty(e, base, key, base);
        case "builtin":
            return base.name === "require" && key === "main" ? startedModule(e) : unknown;
        case "library":
            return libraryProperty(e, base, key);
        case "tensor":
            if (isExtended(e, base, key)) {
                return unknown;
            }
            if (tfjsMethod(key)) {
                return tensorMethod(e, key);
            }
            if (base.alone && isIndex(key)) {
                return itemOfOne(base.alone, key);
            }
            return key === "name" && base.name !== undefined ? string(base.name) : tensorProperty(e.rewritten.now(base.shape), key);
        case "size":
            return base.alone && isIndex(key) ? itemOfOne(base.alone, key) : unknown;
        case "promise":
            return base.from && isLacking(base, key) && !mayBeExtended(e, base, key) ? { kind: "undefined", lack: { result: `${base.from.method}().${key}`, why: "the promise is not awaited", call: base.from.call } } : unknown;
        case "symbolic":
            if (isExtended(e, base, key)) {
                return unknown;
            }
            return key === "sourceLayer" ? (base.producer?.target ?? unknown) : tensorProperty(e.rewritten.now(base.shape), key);
        case "keras":
            return kerasNames.has(key) ? { kind: "keras", name: key } : stranger(`${base.name}.${key}`);
        case "layer":
            return layerProperty(e, base, key);
        case "model":
            return modelProperty(e, base, key);
        case "maybe":
            e.heap.risk();
            return getProperty(e, base.value, key, self === base ? base.value : self);
        case "unknown":
            e.heap.risk();
            return isLibraryName(e, key) ? e.library : unknown;
        case "parameter": {
            e.heap.risk();
            if (isLibraryName(e, key) && !base.written.has(key)) {
                return e.library;
            }
            return memberOf(base, key, isIndex(key) ? `${base.name}[${key}]` : `${base.name}.${key}`);
        }
        default:
            return unknown;
    }
}

/** What a caller passes, or a package exports, holds under a name: a symbol that is called `name`. */
export function memberOf(base: Parameter, key: string, name: string): Value {
    let field = base.written.get(key) ?? base.fields.get(key);
    if (!field) {
        field = base.typed?.(key, name) ?? (base.stranger ? ofPackage(base, key, name) : parameter(name, isIndex(key) && base.name.endsWith(".shape"), base.born));
        base.fields.set(key, field);
    }
    return field;
}

function ofPackage({ born }: Parameter, key: string, name: string): Value {
    return kerasNames.has(key) ? { kind: "keras", name: key } : stranger(name, born);
}

/** `require.main`: whatever was started, it is none of the modules that others ask for. */
function startedModule(e: Evaluation): Value {
    const main = [...e.modules.values()].find(({ scope }) => scope === e.main);
    return main && e.module !== e.main ? main.commonjs : unknown;
}

/** A method that is taken from its tensor, to be bound or called with another. */
function tensorMethod(e: Evaluation, key: string): Value {
    const call: BuiltinCall = (values, self, node, given = plainArguments(values)) => callTensorMethod(e, self, key, given, node) ?? unknown;
    return builtin(key, call, true);
}

/** `dfd.tensorflow`, `props.tf`, `this.$tf` of a component: what holds the library is not in sight, but that is what the library is called. */
export function isLibraryName(e: Evaluation, key: string): boolean {
    return key === "tensorflow" || e.options.globals.includes(key.startsWith("$") ? key.slice(1) : key);
}

function libraryProperty(e: Evaluation, base: LibraryName, key: string): Value {
    if (e.replaced.size > 0 && e.replaced.has(`${base.path}.${key}`)) {
        return unknown;
    }
    if (key === "default") {
        return base;
    }
    return base.path === "Reduction" && Object.hasOwn(reductions, key) ? number(reductions[key] ?? 0) : libraryMember(base, key);
}

/** tfjs-core 4.22.0 src/ops/loss_ops_utils.ts, Reduction. */
const reductions: Readonly<Record<string, number>> = { NONE: 0, MEAN: 1, SUM: 2, SUM_BY_NONZERO_WEIGHTS: 3 };

function functionProperty(e: Evaluation, base: FunctionValue, key: string): Value {
    if (base.own.fields.has(key)) {
        return getProperty(e, base.own, key);
    }
    switch (key) {
        case "name":
            return base.node.id ? string(base.node.id.name) : unknown;
        case "length": {
            const optional = base.node.params.findIndex((one) => one.type === "AssignmentPattern" || one.type === "RestElement");
            return number(optional < 0 ? base.node.params.length : optional);
        }
        case "prototype": {
            const prototype = object(new Map([["constructor", { value: base, node: undefined }]]));
            e.heap.touch(base.own);
            base.own.fields.set("prototype", { value: prototype, node: undefined });
            return prototype;
        }
        default:
            return unknown;
    }
}

/** A property whose name is not known: it may be any of those there are. */
export function someProperty(e: Evaluation, base: Value): Value {
    e.heap.risk();
    switch (base.kind) {
        case "array":
            base.items.forEach(e.heap.lose);
            break;
        case "object":
            for (const field of base.fields.values()) {
                e.heap.lose(field.value);
                if (field.getter) {
                    havoc(e);
                }
            }
            break;
        case "parameter":
            e.heap.lose(base);
            break;
        case "maybe":
            return someProperty(e, base.value);
        default:
            break;
    }
    return unknown;
}

const zero = "0".charCodeAt(0);
const nine = "9".charCodeAt(0);

export function isIndex(key: string): boolean {
    const first = key.charCodeAt(0);
    // Most are names, which begin with a letter.
    return first >= zero && first <= nine && /^(?:0|[1-9]\d{0,14})$/.test(key);
}

function textAt(text: string, index: number): Value {
    const character = text[index];
    return character === undefined ? undefinedValue : string(character);
}

function objectProperty(e: Evaluation, base: ObjectValue, key: string, self: Value): Value {
    const field = base.fields.get(key) ?? inherited(base, key);
    if (field) {
        const value = read(e, field, self);
        return value.kind === "unknown" && isLibraryName(e, key) ? e.library : value;
    }
    if (key === "constructor" && base.class && isClosed(base)) {
        return base.class;
    }
    if (base.layer) {
        return baseProperty(e, base, base.layer, key);
    }
    if (base.open === true || objectPrototype.has(key) || !isClosed(base)) {
        return base.open === true && isLibraryName(e, key) ? e.library : unknown;
    }
    return e.extensions.size > 0 && e.extensions.has(`Object.${key}`) ? unknown : undefinedValue;
}

function baseProperty(e: Evaluation, base: ObjectValue, layer: LayerValue | ModelValue, key: string): Value {
    if (layer.kind === "model") {
        return modelProperty(e, layer, key);
    }
    readBaseProperty(e, base, key);
    return layerProperty(e, layer, key);
}

export function inherited(base: ObjectValue, key: string): Field | undefined {
    for (let at: Value | undefined = base.class; at?.kind === "class"; at = at.base) {
        const field = at.prototype.fields.get(key);
        if (field) {
            return field;
        }
    }
    return base.proto?.kind === "object" ? (base.proto.fields.get(key) ?? inherited(base.proto, key)) : undefined;
}

/** `key in value`. */
export function hasProperty(e: Evaluation, value: Value, key: string | undefined): Value {
    e.heap.risk();
    const base = present(value);
    if (key === undefined) {
        return unknown;
    }
    if (base.kind === "array" && !base.open && isIndex(key)) {
        return boolean(Number(key) < base.items.length && base.items[Number(key)] !== hole);
    }
    if (base.kind !== "object" || base.frozen) {
        return unknown;
    }
    const field = base.fields.get(key);
    // A field that is there on one side only is no more than perhaps there.
    if ((field && !base.open) || inherited(base, key)) {
        return boolean(true);
    }
    return field || base.open === true || base.layer || objectPrototype.has(key) || !isClosed(base) ? unknown : boolean(false);
}

/** Whether everything an object inherits from is in sight. */
function isClosed(base: ObjectValue): boolean {
    let at: Value | undefined = base.class;
    for (; at?.kind === "class"; at = at.base) {
        if (at.prototype.open) {
            return false;
        }
    }
    if (at) {
        return false;
    }
    return !base.proto || base.proto.kind === "null" || (base.proto.kind === "object" && !base.proto.open && isClosed(base.proto));
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
    switch (key) {
        case "name":
            return string(start.name);
        case "prototype":
            return start.prototype;
        default:
            return start.statics.open ? unknown : undefinedValue;
    }
}

function arrayProperty(base: Value & { kind: "array" }, key: string): Value {
    if (key === "length") {
        const length = lengthOf(base);
        return length === undefined ? unknown : number(length);
    }
    if (isIndex(key)) {
        return base.open ? perhaps(someItem(base)) : base.made && Number(key) >= base.items.length ? beyond(base.made, key) : itemOf(base, Number(key));
    }
    return !base.open && Number.isFinite(Number(key)) && key.trim() === key && key !== "" ? undefinedValue : unknown;
}

function itemOfOne({ method, call, why }: Alone, key: string): Value {
    return { kind: "undefined", lack: { result: `${method}()[${key}]`, why, call } };
}

function beyond({ result, why, call }: Made, key: string): Value {
    return { kind: "undefined", lack: { result: `${result}[${key}]`, why, call } };
}

/** The list may have no such item. */
function perhaps(item: Value): Value {
    return item.kind === "tensor" ? maybe(item) : unknown;
}

function tensorProperty(shape: Shape | undefined, key: string): Value {
    switch (key) {
        case "shape":
            return shapeValue(shape);
        case "rank":
            return shape ? number(shape.length) : unknown;
        case "size":
            return shape ? sizeValue(sizeOf(shape)) : unknown;
        case "sourceLayer":
            return undefinedValue;
        default:
            return isIndex(key) ? { kind: "undefined", lack: { result: `tensor[${key}]`, why: "a tensor is no list", call: undefined } } : key === "length" ? undefinedValue : unknown;
    }
}
