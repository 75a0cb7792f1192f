/** Edits of an expression that stands as an argument. */
import type { TSESTree } from "@typescript-eslint/types";
import { replace, textOf, type Change } from "./edit.js";

/** One example as a batch of one: `x.expandDims(0)`. */
export function addBatch(text: string, node: TSESTree.Node, option: string): Change {
    const own = textOf(text, node);
    const value = `${bindsTightly(node) ? own : `(${own})`}.expandDims(0)`;
    return { edits: [replace(node, value)], option, value, shared: false };
}

/** Whether a method can be called on it as it stands. */
function bindsTightly({ type }: TSESTree.Node): boolean {
    return ["Identifier", "MemberExpression", "CallExpression", "ThisExpression", "TSNonNullExpression"].includes(type);
}
