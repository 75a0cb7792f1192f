/** Expressions. Whatever has no case here is unknown, and its parts are still run for what they do. */
import type { TSESTree } from "@typescript-eslint/types";
import type { Openness } from "../catalogue/datum.js";
import { decide } from "./bounds.js";
import { toPrimitive } from "./conversions.js";
import { binary, toText, unary } from "./operators.js";
import { evaluateCall, evaluateNew, evaluateTaggedTemplate } from "./calls.js";
import { evaluateClass } from "./classes.js";
import type { Evaluation } from "./evaluation.js";
import { globalValue } from "./globals.js";
import { iterate } from "./iteration.js";
import { awaited } from "./late.js";
import { checkNothing } from "./models/results.js";
import { baseMember } from "./models/layer-base.js";
import { deleteProperty } from "./changing.js";
import { isInstance } from "./instances.js";
import { getProperty, hasProperty, isIndex, someProperty } from "./members.js";
import { assignPattern } from "./patterns.js";
import { importExpression } from "./modules.js";
import { named, sourceOf } from "./naming.js";
import { find, type Scope } from "./scope.js";
import { beginnings, isNode, withinTypes } from "./syntax.js";
import { havoc, unfinished } from "./unseen.js";
import { boolean, chainEnd, number, object, parameter, present, undefinedValue, unknown } from "./making.js";
import type { Field, FunctionNode, FunctionValue, Node, Seen, Value } from "./values.js";
import { clearUnlessSure, evaluateArray, evaluateObject, evaluateTemplate, literal } from "./written.js";
import { condition, continues, either, evaluateConditional, evaluateLogical } from "./decisions.js";

export function evaluate(e: Evaluation, node: Node | null | undefined, scope: Scope): Value {
    if (!node) {
        return unknown;
    }
    if (e.begun?.node === node) {
        const { value } = e.begun;
        e.begun = undefined;
        return value;
    }
    e.step();
    switch (node.type) {
        case "Literal":
            return literal(node);
        case "Identifier":
            return readName(e, node.name, scope);
        default: {
            if (e.isDeepForExpressions) {
                return beyond(e, scope);
            }
            // Not undone when something is thrown: whoever catches it sets the depth back.
            e.enter();
            if (e.depth % stretch === 0) {
                evaluateBeginning(e, node, scope);
            }
            const value = evaluateNested(e, node, scope);
            e.leave();
            return value;
        }
    }
}

/** Too deep: it may do whatever the program does anywhere. */
function beyond(e: Evaluation, scope: Scope): Value {
    e.heap.risk();
    unfinished(e, scope, e.frame?.self ?? e.frame?.thisValue ?? unknown);
    havoc(e);
    return unknown;
}

const stretch = 50;

/** `a.b().c()…` and `a + b + …` nest at their beginnings: long ones are evaluated from there, a stretch at a time. */
function evaluateBeginning(e: Evaluation, node: Node, scope: Scope): void {
    const parts = beginnings(node, e.begun?.node);
    for (let index = parts.length - stretch; index > 0; index -= stretch) {
        const part = parts[index];
        if (part) {
            const value = evaluate(e, part, scope);
            e.begun = { node: part, value };
        }
    }
}

function evaluateNested(e: Evaluation, node: Node, scope: Scope): Value {
    switch (node.type) {
        case "MemberExpression":
            return evaluateRead(e, node, scope);
        case "CallExpression":
            return evaluateCall(e, node, scope);
        case "NewExpression":
            return evaluateNew(e, node, scope);
        default:
            return evaluateRest(e, node, scope);
    }
}

function evaluateRest(e: Evaluation, node: Node, scope: Scope): Value {
    switch (node.type) {
        case "ArrayExpression":
            return evaluateArray(e, node, scope);
        case "ObjectExpression":
            return evaluateObject(e, node, scope);
        case "BinaryExpression":
            return evaluateBinary(e, node, scope);
        case "LogicalExpression":
            return evaluateLogical(e, node, scope);
        case "ConditionalExpression":
            return evaluateConditional(e, node, scope);
        case "AssignmentExpression":
            return evaluateAssignment(e, node, scope);
        case "UpdateExpression": {
            const before = evaluate(e, node.argument, scope);
            const after = binary(node.operator === "++" ? "+" : "-", unary("+", before), number(1));
            assignPattern(e, node.argument, after, scope);
            return node.prefix ? after : unary("+", before);
        }
        case "UnaryExpression":
            return evaluateUnary(e, node, scope);
        case "FunctionExpression":
        case "ArrowFunctionExpression":
            return closure(e, node, scope);
        case "ClassExpression":
            return evaluateClass(e, node, scope);
        case "TemplateLiteral":
            return evaluateTemplate(e, node, scope);
        case "TaggedTemplateExpression":
            return evaluateTaggedTemplate(e, node, scope);
        case "SequenceExpression": {
            let last: Value = undefinedValue;
            for (const one of node.expressions) {
                last = evaluate(e, one, scope);
            }
            return last;
        }
        case "AwaitExpression":
            return awaited(e, evaluate(e, node.argument, scope));
        case "MetaProperty":
            return e.frame?.newTarget ?? unknown;
        case "ThisExpression":
            return e.frame?.self ?? e.frame?.thisValue ?? unknown;
        case "ChainExpression":
            return evaluateChain(e, node, scope);
        case "ImportExpression":
            return importExpression(e, evaluate(e, node.source, scope));
        case "YieldExpression":
            return evaluateYield(e, node, scope);
        case "SpreadElement":
            evaluate(e, node.argument, scope);
            return unknown;
        default: {
            const typed = withinTypes(node);
            if (typed) {
                return evaluate(e, typed, scope);
            }
            evaluateParts(e, node, scope);
            return unknown;
        }
    }
}

function evaluateYield(e: Evaluation, node: TSESTree.YieldExpression, scope: Scope): Value {
    const value = node.argument ? evaluate(e, node.argument, scope) : undefinedValue;
    const yielding = e.yielding?.node === e.frame?.node ? e.yielding : undefined;
    if (yielding?.giveUp) {
        const values = node.delegate ? iterate(e, value) : [value];
        if (values) {
            values.forEach(yielding.take);
            return node.delegate ? unknown : undefinedValue;
        }
        yielding.giveUp();
    } else if (node.argument) {
        yielding?.take(node.delegate ? unknown : value);
    }
    e.heap.lose(value);
    havoc(e);
    return unknown;
}

/** JSX and the like: embedded expressions are run for what they do. */
function evaluateParts(e: Evaluation, node: Node, scope: Scope): void {
    if (!node.type.startsWith("JSX")) {
        return;
    }
    for (const [key, part] of Object.entries(node)) {
        if (key === "parent") {
            continue;
        }
        for (const child of Array.isArray(part) ? part : [part]) {
            if (isNode(child)) {
                evaluate(e, child, scope);
            }
        }
    }
}

function readName(e: Evaluation, name: string, scope: Scope): Value {
    const cell = find(scope, name);
    if (!cell && name === "arguments") {
        return e.argumentsOf() ?? unknown;
    }
    if (cell?.value?.kind === "function") {
        e.mention(name);
    }
    // Not yet initialised: the program throws here, or the function runs later than we think.
    return cell ? (cell.value ?? unknown) : globalValue(e, name);
}

/** `base.key` where it is not called: what it was read from is asked for only where it is not known. */
function evaluateRead(e: Evaluation, node: TSESTree.MemberExpression, scope: Scope): Value {
    if (node.object.type !== "Identifier" || node.computed || node.optional) {
        return glimpse(node, evaluateMember(e, node, scope));
    }
    const base = evaluate(e, node.object, scope);
    const key = plainName(node.property);
    checkNothing(e, base, node.property);
    const value = key === undefined ? someProperty(e, base) : getProperty(e, base, key);
    return value.kind === "unknown" ? glimpse(node, { base, value, key }) : value;
}

/** What `base.key` is read as. */
export interface Member {
    readonly base: Value;
    readonly value: Value;
    readonly key: string | undefined;
}

export function evaluateMember(e: Evaluation, node: TSESTree.MemberExpression, scope: Scope): Member {
    if (node.object.type === "Super") {
        const home = e.frame?.home;
        const key = propertyName(e, node, scope);
        const base = home?.base ?? unknown;
        const self = e.frame?.self ?? e.frame?.thisValue ?? unknown;
        if (base.kind !== "class" || key === undefined) {
            return { base: self, value: baseMember(e, base, key, self), key };
        }
        const value = e.frame?.static ? getProperty(e, base, key) : methodOf(e, base, key, self);
        return { base: self, value, key };
    }
    const base = evaluate(e, node.object, scope);
    if (base === chainEnd || (node.optional && (base.kind === "undefined" || base.kind === "null"))) {
        return { base, value: chainEnd, key: undefined };
    }
    e.chainPerhaps ||= node.optional && base.kind === "maybe";
    checkNothing(e, base, node.property);
    const last = base.kind === "array" && base.open ? base.gist?.last : undefined;
    if (last && isLastItem(node)) {
        return { base, value: last, key: undefined };
    }
    const key = propertyName(e, node, scope);
    return { base, value: key === undefined ? someProperty(e, base) : getProperty(e, base, key), key };
}

/** `list[list.length - 1]`. */
function isLastItem({ object: list, property, computed }: TSESTree.MemberExpression): boolean {
    if (!computed || property.type !== "BinaryExpression" || property.operator !== "-" || property.right.type !== "Literal" || property.right.value !== 1) {
        return false;
    }
    const { left } = property;
    return left.type === "MemberExpression" && !left.computed && plainName(left.property) === "length" && isSamePlace(list, left.object);
}

/** Both are read as the same variable, or the same property of it. */
function isSamePlace(a: Node, b: Node): boolean {
    if (a.type === "MemberExpression") {
        return b.type === "MemberExpression" && !a.computed && !b.computed && plainName(a.property) === plainName(b.property) && isSamePlace(a.object, b.object);
    }
    return (a.type === "ThisExpression" && b.type === "ThisExpression") || (a.type === "Identifier" && b.type === "Identifier" && a.name === b.name);
}

/** What is read of something of which not all is known: as long as nobody may have changed it, it is the same again. */
function glimpse(node: TSESTree.MemberExpression, { base, value, key }: Member): Value {
    if (value.kind !== "unknown" || key === undefined || (base.kind !== "object" && base.kind !== "array") || !base.open || (base.kind === "object" ? base.layer : key !== "length" && !isIndex(key))) {
        return value;
    }
    return unseenPart(base, key, base.kind === "object" ? key : key === "length" ? `${nameOf(node.object)}.length` : `${nameOf(node.object)}[${key}]`);
}

/** Nothing is changed by looking at it: what is seen in a branch holds after it. */
export function unseenPart(base: { seen?: Seen | undefined }, key: string, name: string): Value {
    base.seen ??= new Map();
    let found = base.seen.get(key);
    if (!found) {
        found = parameter(name);
        base.seen.set(key, found);
    }
    return found;
}

function nameOf(node: Node): string {
    switch (node.type) {
        case "Identifier":
            return node.name;
        case "MemberExpression":
            return node.computed ? "item" : nameOf(node.property);
        default:
            return sourceOf(node) ?? "item";
    }
}

function methodOf(e: Evaluation, start: Value, key: string, self: Value): Value {
    for (let at: Value | undefined = start; at?.kind === "class"; at = at.base) {
        if (at.prototype.fields.has(key)) {
            return getProperty(e, at.prototype, key, self);
        }
        if (at.base?.kind === "library") {
            return baseMember(e, at.base, key, self);
        }
    }
    return unknown;
}

/** `a?.b.c`: where a is nothing, all of it is undefined. */
function evaluateChain(e: Evaluation, node: TSESTree.ChainExpression, scope: Scope): Value {
    const outer = e.chainPerhaps;
    e.chainPerhaps = false;
    const value = evaluate(e, node.expression, scope);
    const result = value === chainEnd ? undefinedValue : e.chainPerhaps ? e.heap.merge(undefinedValue, value) : value;
    e.chainPerhaps = outer;
    return result;
}

/** The name a member or property is known by; undefined when computed from something unknown. */
export function propertyName(e: Evaluation, node: { readonly computed: boolean; readonly property?: Node; readonly key?: Node }, scope: Scope): string | undefined {
    const name = node.property ?? node.key;
    if (!name) {
        return undefined;
    }
    if (!node.computed) {
        return plainName(name);
    }
    return toText(toPrimitive(e, evaluate(e, name, scope), "string"));
}

export function plainName(node: Node): string | undefined {
    switch (node.type) {
        case "Identifier":
            return node.name;
        case "PrivateIdentifier":
            return `#${node.name}`;
        case "Literal":
            return String(node.value);
        default:
            return undefined;
    }
}

const mostNamed = 6;

/** The items of a short list, such as a shape, have names; nobody asks for those of data. */
export function nameItem(value: Value, node: Node, length: number): Value {
    return length > mostNamed ? value : named(value, node, "item");
}

export const copiedField = "# copied";

/** What cannot be seen of the source, cannot be seen of the target either, but is the same there. */
export function spreadUnseen(e: Evaluation, fields: Map<string, Field>, target: { open: Openness; seen?: Seen | undefined }, seen: Seen): void {
    const isFirst = target.open !== true;
    clearUnlessSure(e, fields, target);
    target.seen = isFirst ? seen : undefined;
    for (const [name, value] of seen) {
        if (!fields.has(name) && !name.startsWith("#")) {
            fields.set(name, { value, node: undefined });
        }
    }
}

function evaluateBinary(e: Evaluation, node: TSESTree.BinaryExpression, scope: Scope): Value {
    if (node.left.type === "PrivateIdentifier") {
        return hasProperty(e, evaluate(e, node.right, scope), `#${node.left.name}`);
    }
    const left = evaluate(e, node.left, scope);
    const right = evaluate(e, node.right, scope);
    switch (node.operator) {
        case "in":
            return hasProperty(e, right, toText(left));
        case "instanceof":
            return isInstance(left, right);
        case "===":
        case "!==":
        case "==":
        case "!=":
            return compared(e, node.operator, left, right);
        case "<":
        case ">":
        case "<=":
        case ">=":
            return compared(e, node.operator, toPrimitive(e, left, "number"), toPrimitive(e, right, "number"));
        default:
            return binary(node.operator, toPrimitive(e, left, "number"), toPrimitive(e, right, "number"));
    }
}

function compared(e: Evaluation, operator: string, left: Value, right: Value): Value {
    const value = binary(operator, left, right);
    return value.kind === "unknown" && e.bounds.length > 0 ? decide(e.bounds, operator, left, right) : value;
}

function evaluateAssignment(e: Evaluation, node: TSESTree.AssignmentExpression, scope: Scope): Value {
    if (node.operator === "=") {
        return assignPlainly(e, node, scope);
    }
    const left = evaluate(e, node.left, scope);
    if (node.operator === "&&=" || node.operator === "||=" || node.operator === "??=") {
        const goesOn = continues(node.operator.slice(0, -1), left);
        if (goesOn === false) {
            return left;
        }
        return goesOn ? assignPlainly(e, node, scope) : assignPerhaps(e, node, left, scope);
    }
    const right = evaluate(e, node.right, scope);
    const value = binary(node.operator.slice(0, -1), toPrimitive(e, left, "number"), toPrimitive(e, right, "number"));
    assignPattern(e, node.left, value, scope);
    return value;
}

function assignPlainly(e: Evaluation, node: TSESTree.AssignmentExpression, scope: Scope): Value {
    const value = evaluate(e, node.right, scope);
    assignPattern(e, node.left, value, scope);
    return value;
}

function assignPerhaps(e: Evaluation, node: TSESTree.AssignmentExpression, left: Value, scope: Scope): Value {
    return either(e, [() => (node.operator === "&&=" ? left : present(left)), () => assignPlainly(e, node, scope)]);
}

function evaluateUnary(e: Evaluation, node: TSESTree.UnaryExpression, scope: Scope): Value {
    if (node.operator === "delete") {
        if (node.argument.type === "MemberExpression") {
            const base = evaluate(e, node.argument.object, scope);
            const key = propertyName(e, node.argument, scope);
            deleteProperty(e, base, key);
        }
        return boolean(true);
    }
    if (node.operator === "!") {
        const test = condition(e, node, scope);
        return test === undefined ? unknown : boolean(test);
    }
    const value = evaluate(e, node.argument, scope);
    return unary(node.operator, node.operator === "typeof" || node.operator === "void" ? value : toPrimitive(e, value, "number"));
}

export function closure(e: Evaluation, node: FunctionNode, scope: Scope): FunctionValue {
    const isArrow = node.type === "ArrowFunctionExpression";
    const made: FunctionValue = {
        kind: "function",
        node,
        scope,
        thisValue: isArrow ? (e.frame?.self ?? e.frame?.thisValue ?? unknown) : undefined,
        home: isArrow ? e.frame?.home : undefined,
        own: object(),
    };
    if (e.recording && !e.isSettled(node)) {
        e.closures.set(node, made);
    }
    return made;
}
