/** Makes programs small: what can be left out of them while they show the same. */
import { parse as parseTypeScript } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/types";

interface Cut {
    readonly range: readonly [number, number];
    readonly text: string;
}

function parse(code: string): TSESTree.Program {
    return parseTypeScript(code, { range: true, loc: true, sourceType: "module" });
}

/**
 * The smallest text that `isStill` accepts, as far as the time goes: whatever can be left out is. Unless loops are watched,
 * nothing is cut that may be what ends one.
 */
export async function shrinkText(text: string, isStill: (smaller: string) => boolean | Promise<boolean>, mostTime: number, inLoops = false): Promise<string> {
    const end = performance.now() + mostTime;
    let best = text;
    for (let shrunk = true; shrunk; ) {
        shrunk = false;
        let all = cuts(best, inLoops);
        // After a success the list is another one, and what stood in front of this place has been tried.
        for (let index = 0; index < all.length; index++) {
            if (performance.now() > end) return best;
            const { range, text: kept } = all[index]!;
            const smaller = best.slice(0, range[0]) + kept + best.slice(range[1]);
            if (smaller.length >= best.length || !isProgram(smaller) || !(await isStill(smaller))) continue;
            best = smaller;
            shrunk = true;
            all = cuts(best, inLoops);
            index--;
        }
    }
    return best;
}

function isProgram(code: string): boolean {
    try {
        parse(code);
        return true;
    } catch {
        return false;
    }
}

/** Largest first. */
function cuts(code: string, inLoops: boolean): Cut[] {
    const found: Cut[] = [];
    visit(parse(code), code, inLoops, found);
    return found.sort((a, b) => b.range[1] - b.range[0] - b.text.length - (a.range[1] - a.range[0] - a.text.length));
}

function visit(node: TSESTree.Node, code: string, inLoops: boolean, found: Cut[]): void {
    for (const items of listsOf(node)) {
        items.forEach((item, index) => {
            // With the comma behind it, or the one in front of it.
            const start = index > 0 && items.length === index + 1 ? items[index - 1]!.range[1] : item.range[0];
            const end = items[index + 1]?.range[0] ?? item.range[1];
            found.push({ range: [start, end], text: "" });
        });
    }
    for (const kept of replacements(node)) found.push({ range: node.range, text: code.slice(...kept.range) });
    for (const child of inLoops ? children(node) : inner(node)) visit(child, code, inLoops, found);
}

function inner(node: TSESTree.Node): TSESTree.Node[] {
    switch (node.type as string) {
        case "WhileStatement":
        case "DoWhileStatement":
            return [];
        case "ForStatement":
            return [(node as TSESTree.ForStatement).body];
        default:
            return [...children(node)];
    }
}

function listsOf(node: TSESTree.Node): readonly TSESTree.Node[][] {
    switch (node.type as string) {
        case "Program":
        case "BlockStatement":
        case "ClassBody":
            return [(node as TSESTree.BlockStatement).body];
        case "ObjectExpression":
            return [(node as TSESTree.ObjectExpression).properties];
        case "ArrayExpression":
            return [(node as TSESTree.ArrayExpression).elements.filter((element) => element !== null)];
        case "CallExpression":
            return [(node as TSESTree.CallExpression).arguments];
        case "SwitchStatement":
            return [(node as TSESTree.SwitchStatement).cases];
        default:
            return [];
    }
}

/** Parts that can stand for the whole. */
function replacements(node: TSESTree.Node): TSESTree.Node[] {
    switch (node.type as string) {
        case "CallExpression": {
            const { callee, arguments: args } = node as TSESTree.CallExpression;
            return [...(callee.type === ("MemberExpression" as string) ? [(callee as TSESTree.MemberExpression).object] : []), ...args];
        }
        case "TryStatement":
        case "TSAsExpression":
        case "AwaitExpression":
            return [...children(node)].slice(0, 1);
        case "BinaryExpression":
        case "ConditionalExpression":
        case "ForOfStatement":
        case "IfStatement":
            return [...children(node)];
        default:
            return [];
    }
}

function* children(node: TSESTree.Node): Generator<TSESTree.Node> {
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
        if (key === "parent" || key === "loc" || key === "range") continue;
        for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
            if (typeof child === "object" && child !== null && "type" in child && "range" in child) yield child as TSESTree.Node;
        }
    }
}
