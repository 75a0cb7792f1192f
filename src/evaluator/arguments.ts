/** The arguments of a call. */
import { evaluate } from "./expressions.js";
import type { Evaluation } from "./evaluation.js";
import { iterate } from "./iteration.js";
import type { Scope } from "./scope.js";
import { unknown, type Node, type Value } from "./values.js";

export interface Arguments {
    readonly values: readonly Value[];
    /** The expression each value came from; undefined for those that were spread. */
    readonly nodes: readonly (Node | undefined)[];
    /** Something unknown was spread into them: there may be more, and the last ones are not sure. */
    readonly open: boolean;
}

export const noArguments: Arguments = { values: [], nodes: [], open: false };

export function plainArguments(values: readonly Value[]): Arguments {
    return { values, nodes: values.map(() => undefined), open: false };
}

export function evaluateArguments(e: Evaluation, nodes: readonly Node[], scope: Scope): Arguments {
    const [first, second] = nodes;
    if (!first) {
        return noArguments;
    }
    // Most calls have one argument: no list is grown for them.
    if (!second && first.type !== "SpreadElement") {
        return { values: [evaluate(e, first, scope)], nodes, open: false };
    }
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
