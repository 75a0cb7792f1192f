/** Edits of an expression that stands as an argument. */
import type { TSESTree } from "@typescript-eslint/types";
import { replace, textOf, type Change } from "./edit.js";

/** What comes of calling a method on it: `.expandDims(0)` makes a batch of one example, `.toInt()` casts. */
export function addMethod(text: string, node: TSESTree.Node, call: string, option: string): Change {
    const own = textOf(text, node);
    const value = `${bindsTightly(node) ? own : `(${own})`}${call}`;
    return { edits: [replace(node, value)], option, value, shared: false };
}

/** Whether a method can be called on it as it stands. */
function bindsTightly({ type }: TSESTree.Node): boolean {
    return ["Identifier", "MemberExpression", "CallExpression", "ThisExpression", "TSNonNullExpression"].includes(type);
}
