/** The arguments of a call. */
import type { TSESTree } from "@typescript-eslint/types";
import { evaluate } from "./expressions.js";
import type { Evaluation } from "./evaluation.js";
import { iterate } from "./iteration.js";
import { checkList } from "./models/results.js";
import type { Scope } from "./scope.js";
import { present, unknown } from "./making.js";
import type { Node, Value, Written } from "./values.js";

export interface Arguments {
    readonly values: readonly Value[];
    /** By index, the expression a value came from: an argument, or an element of a list that was spread. */
    readonly nodes: readonly (Node | undefined)[];
    /** Those lists. */
    readonly lists?: readonly TSESTree.ArrayExpression[] | undefined;
    /** Something unknown was spread into them: there may be more, and the last ones are not sure. */
    readonly open: boolean;
}

export const noArguments: Arguments = { values: [], nodes: [], open: false };

const noNodes: readonly undefined[] = [];

/** Arguments that come from no expression. */
export function plainArguments(values: readonly Value[]): Arguments {
    return { values, nodes: noNodes, open: false };
}

export function evaluateArguments(e: Evaluation, nodes: readonly Node[], scope: Scope): Arguments {
    if (nodes.length === 0) {
        return noArguments;
    }
    const only = nodes.length === 1 ? nodes[0] : undefined;
    if (only && only.type !== "SpreadElement") {
        return { values: [evaluate(e, only, scope)], nodes, open: false };
    }
    return nodes.some(isSpread) ? spreadArguments(e, nodes, scope) : { values: evaluateAll(e, nodes, scope), nodes, open: false };
}

/** Of an argument or an element; a hole is none. */
export function isSpread(node: Node | null): boolean {
    return node?.type === "SpreadElement";
}

function evaluateAll(e: Evaluation, nodes: readonly Node[], scope: Scope): Value[] {
    const values = new Array<Value>(nodes.length);
    for (let index = 0; index < nodes.length; index++) {
        values[index] = evaluate(e, nodes[index], scope);
    }
    return values;
}

function spreadArguments(e: Evaluation, nodes: readonly Node[], scope: Scope): Arguments {
    const values: Value[] = [];
    const from: (Node | undefined)[] = [];
    const lists: TSESTree.ArrayExpression[] = [];
    let open = false;
    for (const node of nodes) {
        if (node.type === "SpreadElement") {
            const list = evaluate(e, node.argument, scope);
            checkList(e, node.argument, list);
            const spread = iterate(e, list);
            if (spread) {
                const written = writtenOf(list);
                spread.forEach((one, index) => {
                    values.push(open ? unknown : one);
                    from.push(written?.elements[index] ?? undefined);
                });
                lists.push(...listsOf(written));
            } else {
                open = true;
            }
        } else {
            const value = evaluate(e, node, scope);
            values.push(open ? unknown : value);
            from.push(node);
        }
    }
    return { values, nodes: from, lists, open };
}

/** The literals in which the items of a list stand. */
export function listsOf(written: Written | undefined): readonly TSESTree.ArrayExpression[] {
    return written?.type === "ArrayExpression" ? [written] : (written?.lists ?? []);
}

/** Where the items of a list stand, if nothing has changed it since. */
export function writtenOf(given: Value): Written | undefined {
    const value = present(given);
    return value.kind === "array" && !value.open ? value.written : undefined;
}
