/** What `base.key` and `base[key]` read. */
import type { TSESTree } from "@typescript-eslint/types";
import { toPrimitive } from "./conversions.js";
import type { Evaluation } from "./evaluation.js";
import { evaluate } from "./expressions.js";
import { baseMember } from "./models/layer-base.js";
import { checkNothing } from "./models/results.js";
import { someItem } from "./gist.js";
import { getProperty, isIndex, someProperty } from "./members.js";
import { sourceOf } from "./naming.js";
import { toText } from "./operators.js";
import type { Scope } from "./scope.js";
import { chainEnd, maybe, parameter, unknown } from "./making.js";
import type { Node, Seen, Value } from "./values.js";

/** `base.key` where it is not called: what it was read from is asked for only where it is not known. */
export function evaluateRead(e: Evaluation, node: TSESTree.MemberExpression, scope: Scope): Value {
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
    const value = key === undefined ? someProperty(e, base) : getProperty(e, base, key);
    if (value.kind === "unknown" && node.computed && base.kind === "array" && base.gist && (key === undefined || isIndex(key))) {
        return { base, value: maybe(someItem(base)), key };
    }
    return { base, value, key };
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
    if (base.kind === "tensor" && key === "shape" && value.kind === "unknown" && !base.isOneOf) {
        return unseenPart(base, key, `${nameOf(node.object)}.shape`);
    }
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
