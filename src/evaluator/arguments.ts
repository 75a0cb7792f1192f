/** The arguments of a call. */
import { evaluate } from "./expressions.js";
import type { Evaluation } from "./evaluation.js";
import { iterate } from "./iteration.js";
import type { Scope } from "./scope.js";
import { unknown } from "./making.js";
import type { Node, Value } from "./values.js";

export interface Arguments {
    readonly values: readonly Value[];
    /** By index, the expression a value came from; undefined for those that were spread. */
    readonly nodes: readonly (Node | undefined)[];
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
    let open = false;
    for (const node of nodes) {
        if (node.type === "SpreadElement") {
            const spread = iterate(e, evaluate(e, node.argument, scope));
            if (spread) {
                for (const one of spread) {
                    values.push(open ? unknown : one);
                    from.push(undefined);
                }
            } else {
                open = true;
            }
        } else {
            const value = evaluate(e, node, scope);
            values.push(open ? unknown : value);
            from.push(node);
        }
    }
    return { values, nodes: from, open };
}
