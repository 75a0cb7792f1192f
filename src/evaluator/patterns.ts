/** Binding and assigning: identifiers, members, and destructuring patterns with defaults and rests. */
import type { TSESTree } from "@typescript-eslint/types";
import { either } from "./decisions.js";
import { evaluate } from "./expressions.js";
import { propertyName, unseenPart } from "./reading.js";
import { withinTypes } from "./syntax.js";
import type { Evaluation } from "./evaluation.js";
import { iterate } from "./iteration.js";
import { extendLibrary, setProperty } from "./changing.js";
import { getProperty, isLibraryName, memberOf } from "./members.js";
import { absent, spreadInto } from "./written.js";
import { declare, declareGlobal, find, type Scope } from "./scope.js";
import { array, object, openArray, undefinedValue, unknown } from "./making.js";
import { isAlone, takenApart } from "./models/results.js";
import { named } from "./naming.js";
import type { Node, Value } from "./values.js";

type Bind = (e: Evaluation, name: string, value: Value, scope: Scope) => void;

/** `const pattern = value`: initialises variables of this scope. */
export function bindPattern(e: Evaluation, pattern: Node | null, value: Value, scope: Scope): void {
    if (pattern?.type === "Identifier") {
        bindName(e, pattern.name, value, scope);
    } else {
        walk(e, pattern, value, scope, bindName);
    }
}

function bindName(e: Evaluation, name: string, value: Value, scope: Scope): void {
    const bound = named(value, undefined, name);
    const cell = scope.get(name);
    if (cell) {
        e.heap.set(cell, bound);
    } else {
        declare(scope, name, bound);
    }
}

/** `pattern = value`, and `var pattern = value`: sets variables wherever they are declared. */
export function assignPattern(e: Evaluation, pattern: Node | null, value: Value, scope: Scope): void {
    walk(e, pattern, value, scope, assignName);
}

function assignName(e: Evaluation, name: string, value: Value, scope: Scope): void {
    const cell = find(scope, name);
    if (cell) {
        e.heap.set(cell, named(value, undefined, name));
    } else if (e.module) {
        // A global made by assignment, as scripts do: perhaps on this branch only.
        e.heap.set(declareGlobal(e.module, name, unknown), value);
    }
}

function walk(e: Evaluation, pattern: Node | null, value: Value, scope: Scope, bind: Bind): void {
    switch (pattern?.type) {
        case "Identifier":
            bind(e, pattern.name, value, scope);
            break;
        case "MemberExpression": {
            const base = pattern.object.type === "Super" ? unknown : evaluate(e, pattern.object, scope);
            const key = propertyName(e, pattern, scope);
            if (key === undefined) {
                extendLibrary(e, base, key, value);
                e.heap.lose(value);
                e.heap.blur(base);
                e.heap.havoc();
            } else {
                setProperty(e, base, key, value);
            }
            break;
        }
        case "AssignmentPattern":
            walk(e, pattern.left, withDefault(e, value, pattern.right, scope), scope, bind);
            break;
        case "ArrayPattern":
            walkArray(e, pattern, value, scope, bind);
            break;
        case "ObjectPattern":
            walkObject(e, pattern, value, scope, bind);
            break;
        case "TSParameterProperty":
            walk(e, pattern.parameter, value, scope, bind);
            break;
        case "RestElement":
            walk(e, pattern.argument, value, scope, bind);
            break;
        default: {
            const typed = pattern ? withinTypes(pattern) : undefined;
            if (typed) {
                walk(e, typed, value, scope, bind);
            }
        }
    }
}

function withDefault(e: Evaluation, value: Value, fallback: Node, scope: Scope): Value {
    switch (value.kind) {
        case "undefined":
            return evaluate(e, fallback, scope);
        case "unknown":
            // Perhaps the default, perhaps not.
            return either(e, [() => unknown, () => evaluate(e, fallback, scope)]);
        case "maybe":
            return either(e, [() => value.value, () => evaluate(e, fallback, scope)]);
        default:
            return value;
    }
}

function walkArray(e: Evaluation, pattern: TSESTree.ArrayPattern, value: Value, scope: Scope, bind: Bind): void {
    if (isAlone(value)) {
        takenApart(e, value, pattern);
    }
    const items = value.kind === "parameter" ? undefined : iterate(e, value, pattern.elements.at(-1)?.type === "RestElement" ? undefined : pattern.elements.length);
    pattern.elements.forEach((element, index) => {
        if (!element) {
            return;
        }
        if (element.type === "RestElement") {
            walk(e, element.argument, items ? array(items.slice(index)) : openArray(), scope, bind);
            return;
        }
        if (value.kind === "parameter") {
            walk(e, element, memberOf(value, String(index), nameOf(element) ?? `${value.name}[${index}]`), scope, bind);
            return;
        }
        walk(e, element, items ? (items[index] ?? undefinedValue) : unknown, scope, bind);
    });
}

/** A symbol is called what the author calls it: `const [b, h, w, c] = x.shape` makes b, h, w and c. */
function nameOf(element: Node): string | undefined {
    return element.type === "Identifier" ? element.name : element.type === "AssignmentPattern" ? nameOf(element.left) : undefined;
}

function walkObject(e: Evaluation, pattern: TSESTree.ObjectPattern, value: Value, scope: Scope, bind: Bind): void {
    const taken: string[] = [];
    let tookSome = false;
    for (const property of pattern.properties) {
        if (property.type === "RestElement") {
            walk(e, property.argument, tookSome ? someOf(e, value) : restOf(e, value, taken), scope, bind);
            continue;
        }
        const key = propertyName(e, property, scope);
        if (key === undefined) {
            tookSome = true;
            walk(e, property.value, unknown, scope, bind);
            continue;
        }
        taken.push(key);
        const field = value.kind === "parameter" && !isLibraryName(e, key) ? memberOf(value, key, key === "shape" ? `${value.name}.shape` : (nameOf(property.value) ?? key)) : fieldOf(e, value, key, nameOf(property.value) ?? key);
        walk(e, property.value, field, scope, bind);
    }
}

function fieldOf(e: Evaluation, base: Value, key: string, name: string): Value {
    const value = getProperty(e, base, key);
    return value.kind === "unknown" && base.kind === "object" && base.open && !base.layer ? unseenPart(base, key, name) : value;
}

/** Of what cannot be seen, the rest is the same as in the whole, but for what was taken. */
function restOf(e: Evaluation, value: Value, taken: readonly string[]): Value {
    if (value.kind !== "parameter" && value.kind !== "object") {
        return unknown;
    }
    const rest = object();
    spreadInto(e, rest.fields, rest, value, taken);
    if (rest.open === true) {
        for (const name of taken) {
            rest.fields.set(name, absent);
        }
    }
    return rest;
}

/** It is not known what was taken. */
function someOf(e: Evaluation, value: Value): Value {
    e.heap.lose(value);
    return unknown;
}
