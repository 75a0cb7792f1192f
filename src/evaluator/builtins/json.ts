/** `JSON.parse` and `JSON.stringify`, of texts and data that are known whole. */
import type { Evaluation } from "../evaluation.js";
import { array, boolean, nullValue, number, object, shortText, string, undefinedValue, unknown } from "../making.js";
import type { BuiltinCall, Field, Value } from "../values.js";

export function jsonFunctions(e: Evaluation): Readonly<Record<string, BuiltinCall>> {
    return {
        parse: ([text = undefinedValue, reviver]) => {
            e.heap.risk();
            return text.kind === "string" && !reviver ? parsed(e, text.value) : unknown;
        },
        stringify: ([value = undefinedValue, replacer = undefinedValue, space = undefinedValue]) => {
            e.heap.risk();
            const indent = space.kind === "number" || space.kind === "string" ? space.value : undefined;
            const isPlain = (replacer.kind === "undefined" || replacer.kind === "null") && (indent !== undefined || space.kind === "undefined");
            return isPlain ? written(e, value, indent) : unknown;
        },
    };
}

function parsed(e: Evaluation, text: string): Value {
    e.spend(text.length >> 4);
    let data: unknown;
    try {
        data = JSON.parse(text);
    } catch {
        // So it throws in the program; what catches it is run for that risk.
        return unknown;
    }
    return valueOf(data, 0);
}

const deepest = 20;

function valueOf(data: unknown, depth: number): Value {
    if (depth > deepest) {
        return unknown;
    }
    switch (typeof data) {
        case "number":
            return number(data);
        case "string":
            return string(data);
        case "boolean":
            return boolean(data);
        default:
            break;
    }
    if (Array.isArray(data)) {
        return array(data.map((item) => valueOf(item, depth + 1)));
    }
    if (typeof data === "object" && data !== null) {
        return object(new Map(Object.entries(data).map(([key, field]): [string, Field] => [key, { value: valueOf(field, depth + 1), node: undefined }])));
    }
    return nullValue;
}

function written(e: Evaluation, value: Value, indent: number | string | undefined): Value {
    const plain = plainOf(e, value, 0);
    if (plain === hidden) {
        return unknown;
    }
    // There is no text of undefined.
    const text = JSON.stringify(plain === missing ? undefined : plain, null, indent) as string | undefined;
    return text === undefined ? undefinedValue : shortText(text);
}

/** It cannot be told. */
const hidden = Symbol("hidden");
/** JSON leaves it out. */
const missing = Symbol("missing");

function plainOf(e: Evaluation, value: Value, depth: number): unknown {
    e.spend(1);
    switch (value.kind) {
        case "number":
        case "string":
        case "boolean":
            return value.value;
        case "null":
            return null;
        case "undefined":
        case "function":
        case "class":
            return missing;
        case "array":
            return value.open || value.elements !== undefined || depth > deepest ? hidden : plainList(value.items.map((item) => plainOf(e, item, depth + 1)));
        case "object": {
            if (value.open || value.class || value.proto || value.layer || value.callable || depth > deepest || value.fields.has("toJSON")) {
                return hidden;
            }
            const fields = [...value.fields].map(([key, field]): [string, unknown] => [key, field.getter ?? field.setter ? hidden : plainOf(e, field.value, depth + 1)]);
            return fields.some(([, one]) => one === hidden) ? hidden : Object.fromEntries(fields.filter(([, one]) => one !== missing));
        }
        default:
            return hidden;
    }
}

function plainList(items: readonly unknown[]): unknown {
    return items.includes(hidden) ? hidden : items.map((item) => (item === missing ? null : item));
}
