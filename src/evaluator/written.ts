/** Arrays, objects and texts as they are written out. */
import { isSpread, listsOf, writtenOf } from "./arguments.js";
import type { TSESTree } from "@typescript-eslint/types";
import type { Openness } from "../catalogue/datum.js";
import { shareThis } from "./components.js";
import { toPrimitive } from "./conversions.js";
import { toText } from "./operators.js";
import type { Evaluation } from "./evaluation.js";
import { getProperty } from "./members.js";
import { named } from "./naming.js";
import { iterate } from "./iteration.js";
import { checkList } from "./models/results.js";
import type { Scope } from "./scope.js";
import { array, boolean, hole, nullValue, number, object, openArray, parameter, shortText, string, undefinedValue, unknown } from "./making.js";
import type { Field, Node, ObjectValue, Parameter, Seen, Value } from "./values.js";
import { evaluate } from "./expressions.js";
import { propertyName } from "./reading.js";

export function literal(node: TSESTree.Literal): Value {
    const value: unknown = node.value;
    switch (typeof value) {
        case "number":
            return number(value);
        case "string":
            return shortText(value);
        case "boolean":
            return boolean(value);
        default:
            return value === null && !("regex" in node) && !("bigint" in node) ? nullValue : unknown;
    }
}

export function evaluateArray(e: Evaluation, node: TSESTree.ArrayExpression, scope: Scope): Value {
    if (node.elements.some(isSpread)) {
        return evaluateSpreadArray(e, node, scope);
    }
    const items = new Array<Value>(node.elements.length);
    for (let index = 0; index < items.length; index++) {
        const element = node.elements[index];
        items[index] = element ? nameItem(evaluate(e, element, scope), element, items.length) : hole;
    }
    return array(items, node);
}

function evaluateSpreadArray(e: Evaluation, node: TSESTree.ArrayExpression, scope: Scope): Value {
    const items: Value[] = [];
    const elements: (Node | undefined)[] = [];
    const lists = [node];
    let open = false;
    for (const element of node.elements) {
        if (element?.type === "SpreadElement") {
            const list = evaluate(e, element.argument, scope);
            checkList(e, element.argument, list);
            const spread = iterate(e, list);
            if (spread) {
                e.spend(spread.length);
                const written = writtenOf(list);
                spread.forEach((item, index) => {
                    items.push(item);
                    elements.push(written?.elements[index] ?? undefined);
                });
                lists.push(...listsOf(written));
            } else {
                open = true;
            }
        } else {
            elements.push(element ?? undefined);
            items.push(element ? nameItem(evaluate(e, element, scope), element, node.elements.length) : hole);
        }
    }
    if (open) {
        items.forEach(e.heap.lose);
        return openArray();
    }
    return array(items, { type: "gathered", elements, lists });
}

export function evaluateObject(e: Evaluation, node: TSESTree.ObjectExpression, scope: Scope): Value {
    const fields = new Map<string, Field>();
    const made = object(fields, false, node);
    for (const property of node.properties) {
        if (property.type === "SpreadElement") {
            spreadInto(e, fields, made, evaluate(e, property.argument, scope));
            continue;
        }
        const key = propertyName(e, property, scope);
        if (property.kind === "get" || property.kind === "set") {
            const accessor = evaluate(e, property.value, scope);
            if (key !== undefined && accessor.kind === "function") {
                const before = fields.get(key);
                fields.set(key, { value: unknown, node: property, getter: before?.getter, setter: before?.setter, ...(property.kind === "get" ? { getter: accessor } : { setter: accessor }) });
            }
            continue;
        }
        const value = evaluate(e, property.value, scope);
        if (value.kind === "function" && property.value.type === "FunctionExpression") {
            e.owners.set(value.node, made);
        }
        if (key === undefined) {
            e.heap.lose(value);
            clearUnlessSure(e, fields, made);
        } else if (key !== "__proto__" || property.computed || property.shorthand) {
            fields.set(key, { value: named(value, property.value, key), node: property });
        } else {
            e.heap.lose(value);
            made.open = true;
        }
    }
    shareThis(e, made);
    return made;
}

interface Target {
    open: Openness;
    seen?: Seen | undefined;
}

/** `{...source}`: the fields as they are now, but for some. */
export function spreadInto(e: Evaluation, fields: Map<string, Field>, target: Target, source: Value, taken: readonly string[] = []): void {
    switch (source.kind) {
        case "object":
            spreadObject(e, fields, target, source, taken);
            break;
        case "parameter":
            spreadParameter(e, fields, target, source);
            break;
        case "string":
            e.spend(source.value.length >> 3);
            Array.from(source.value).forEach((character, index) => {
                fields.set(String(index), { value: string(character), node: undefined });
            });
            break;
        case "array":
            if (source.open) {
                clearUnlessSure(e, fields, target);
            }
            e.spend(source.items.length >> 6);
            source.items.forEach((value, index) => {
                fields.set(String(index), { value, node: undefined });
            });
            break;
        case "undefined":
        case "null":
        case "number":
        case "boolean":
            break;
        default:
            clearUnlessSure(e, fields, target);
    }
}

/** What something of which not all is in sight has not got for sure. */
export const absent: Field = { value: undefinedValue, node: undefined };

function spreadObject(e: Evaluation, fields: Map<string, Field>, target: Target, source: ObjectValue, taken: readonly string[]): void {
    e.spend(source.fields.size >> 3);
    const isHidden = target.open === true;
    const kept = source.open ? [...fields].filter(([name]) => source.fields.get(name) === absent) : [];
    if (source.open === true) {
        source.seen ??= new Map();
        spreadUnseen(e, fields, target, source.seen);
    } else {
        target.open ||= source.open;
    }
    for (const [name, field] of source.fields) {
        if (taken.includes(name)) {
            continue;
        }
        if (field !== absent) {
            put(fields, name, field.getter ? { value: getProperty(e, source, name), node: field.node } : field, source.open !== false, isHidden);
        } else if (!isHidden) {
            fields.set(name, absent);
        }
    }
    for (const [name, field] of kept) {
        fields.set(name, field);
    }
}

function spreadParameter(e: Evaluation, fields: Map<string, Field>, target: Target, source: Parameter): void {
    const isHidden = target.open === true;
    // From now on there is something to be changed, though nothing of it was read so far.
    source.fields.set(copiedField, unknown);
    spreadUnseen(e, fields, target, source.fields);
    for (const [name, value] of source.written) {
        put(fields, name, { value, node: undefined }, true, isHidden);
    }
}

/** Where not all of the source is in sight (`isPerhaps`), a field is perhaps there on one side only: see joinProperties in join.ts. `isHidden`: the target had fields out of sight. */
function put(fields: Map<string, Field>, name: string, { value, node }: Field, isPerhaps: boolean, isHidden: boolean): void {
    const isThere = !isPerhaps || (value.kind !== "unknown" && value.kind !== "maybe" && value.kind !== "undefined");
    fields.set(name, isThere || (!fields.has(name) && !isHidden) ? { value: named(value, undefined, name), node } : { value: parameter(name), node: undefined });
}

/** Something unseen was spread: it may have replaced any field given so far. */
function clearUnlessSure(e: Evaluation, fields: Map<string, Field>, target: { open: Openness }): void {
    target.open = true;
    for (const [name, field] of fields) {
        e.heap.lose(field.value);
        fields.set(name, { value: parameter(name), node: undefined });
    }
}

export function evaluateTemplate(e: Evaluation, node: TSESTree.TemplateLiteral, scope: Scope): Value {
    const parts: (string | undefined)[] = [];
    for (let index = 0; index < node.quasis.length; index++) {
        const quasi = node.quasis[index];
        // No text where an escape is not legal.
        const cooked: string | null | undefined = quasi?.value.cooked;
        parts.push(cooked ?? undefined);
        const expression = node.expressions[index];
        if (expression) {
            parts.push(toText(toPrimitive(e, evaluate(e, expression, scope), "string")));
        }
    }
    return parts.every((part) => part !== undefined) ? shortText(parts.join("")) : unknown;
}

const mostNamed = 6;

/** The items of a short list, such as a shape, have names; nobody asks for those of data. */
function nameItem(value: Value, node: Node, length: number): Value {
    return length > mostNamed ? value : named(value, node, "item");
}

const copiedField = "# copied";

/** What cannot be seen of the source, cannot be seen of the target either, but is the same there. */
function spreadUnseen(e: Evaluation, fields: Map<string, Field>, target: { open: Openness; seen?: Seen | undefined }, seen: Seen): void {
    const isFirst = target.open !== true;
    clearUnlessSure(e, fields, target);
    target.seen = isFirst ? seen : undefined;
    for (const [name, value] of seen) {
        if (!fields.has(name) && !name.startsWith("#")) {
            fields.set(name, { value, node: undefined });
        }
    }
}
