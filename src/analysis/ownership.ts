/** Which nodes are a program's own. Where imports are followed, a finding may point into another file. */
import type { TSESTree } from "@typescript-eslint/types";

const kept = new WeakMap<TSESTree.Program, ReadonlySet<unknown>>();

export function isOwn(program: TSESTree.Program, node: TSESTree.Node): boolean {
    return nodesOf(program).has(node);
}

/** All nodes of a program. */
export function nodesOf(program: TSESTree.Program): ReadonlySet<unknown> {
    let nodes = kept.get(program);
    if (!nodes) {
        nodes = nodesIn(program);
        kept.set(program, nodes);
    }
    return nodes;
}

function nodesIn(program: TSESTree.Program): ReadonlySet<unknown> {
    const nodes = new Set<unknown>();
    const waiting: unknown[] = [program];
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
        if (Array.isArray(value)) {
            waiting.push(...(value as unknown[]).filter(isObject));
        } else if (!nodes.has(value)) {
            nodes.add(value);
            for (const [key, child] of Object.entries(value as object)) {
                if (key !== "parent" && key !== "loc" && key !== "range" && key !== "tokens" && key !== "comments" && isObject(child)) {
                    waiting.push(child);
                }
            }
        }
    }
    return nodes;
}

function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null;
}
