/** What something unknown is called: as the author calls it, so that the size it may be has a name. */
import type { TSESTree } from "@typescript-eslint/types";
import { withoutTypes } from "./syntax.js";
import { nameFor, nameParts } from "./making.js";
import type { Node, Value } from "./values.js";

const longest = 40;

/** Once it stands in a field, a list or a variable, it is the same wherever it is read from there. */
export function named(value: Value, node: Node | undefined, otherwise: string): Value {
    switch (value.kind) {
        case "unknown":
            return nameFor(value, nameOf(node) ?? otherwise);
        case "array":
        case "object":
            if (value.among) {
                nameParts(value, nameOf(node) ?? otherwise);
            }
            return value;
        default:
            return value;
    }
}

function nameOf(node: Node | undefined): string | undefined {
    const name = node && sourceOf(node);
    return name === undefined || name.length > longest ? undefined : name;
}

/** `sizes.length`, `units[i]`, `countOf(words)` as "countOf()"; undefined for what has no short name. */
export function sourceOf(typed: Node): string | undefined {
    const node = withoutTypes(typed);
    switch (node.type) {
        case "Identifier":
            return node.name;
        case "AwaitExpression":
            return sourceOf(node.argument);
        case "CallExpression": {
            const callee = sourceOf(node.callee);
            return callee && `${callee}()`;
        }
        case "MemberExpression":
            return memberOf(node);
        default:
            return undefined;
    }
}

function memberOf(node: TSESTree.MemberExpression): string | undefined {
    const key = node.property.type === "Literal" ? String(node.property.value) : node.property.type === "PrivateIdentifier" ? `#${node.property.name}` : sourceOf(node.property);
    if (key === undefined || node.object.type === "ThisExpression") {
        return node.computed ? undefined : key;
    }
    const base = sourceOf(node.object);
    return base && (node.computed ? `${base}[${key}]` : `${base}.${key}`);
}
