/** Makes a program that shows a mismatch small: whatever can be left out while the same mismatch stays is left out. */
import { parse as parseTypeScript } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/types";
import type { Analyze, Mismatch } from "./compare.js";
import { compare } from "./compare.js";
import type { Finding } from "./tally.js";
import { judge } from "./verdict.js";

interface Cut {
    readonly range: readonly [number, number];
    readonly text: string;
}

export async function shrink(analyze: Analyze, { program, mismatch, verdict }: Finding, mostTime = 8000): Promise<Finding> {
    let best: Finding = { program, mismatch, verdict };
    // Nothing but the generator knows that such a program is wrong, and it knows only the whole of it.
    if (verdict.silent && program.mistake?.silent && mismatch.kind === "missed failure") return best;
    const end = performance.now() + mostTime;
    for (let shrunk = true; shrunk; ) {
        shrunk = false;
        let all = cuts(best.program.code);
        // After a success the list is another one, and what stood in front of this place has been tried.
        for (let index = 0; index < all.length; index++) {
            if (performance.now() > end) return best;
            const { range, text } = all[index]!;
            const code = best.program.code.slice(0, range[0]) + text + best.program.code.slice(range[1]);
            const smaller = code.length < best.program.code.length && (await stillShown(analyze, best, code));
            if (!smaller) continue;
            best = smaller;
            shrunk = true;
            all = cuts(code);
            index--;
        }
    }
    return best;
}

async function stillShown(analyze: Analyze, { program, mismatch }: Finding, code: string): Promise<Finding | undefined> {
    const smaller = { ...program, code };
    try {
        parse(code);
        const verdict = await judge(smaller);
        if (verdict.oracle.error && isNonsense(verdict.oracle.error.message)) return undefined;
        const { mismatches } = compare(analyze(code, { filename: program.filename }), verdict);
        const same = mismatches.find((other) => isSame(other, mismatch));
        return same && { program: smaller, verdict, mismatch: same };
    } catch {
        return undefined;
    }
}

function isSame(a: Mismatch, b: Mismatch): boolean {
    return a.kind === b.kind && a.about === b.about && (a.kind !== "missed failure" || a.expected === b.expected);
}

/** What a cut breaks, rather than what the program got wrong. */
function isNonsense(message: string): boolean {
    return /is not defined|call stack|before initialization|is not a (?:function|constructor)|is not iterable|Cannot read prop|has already been|Invalid or unexpected/.test(message);
}

function parse(code: string): TSESTree.Program {
    return parseTypeScript(code, { range: true, loc: true, sourceType: "module" });
}

/** Largest first. */
function cuts(code: string): Cut[] {
    const found: Cut[] = [];
    visit(parse(code), code, found);
    return found.sort((a, b) => b.range[1] - b.range[0] - b.text.length - (a.range[1] - a.range[0] - a.text.length));
}

function visit(node: TSESTree.Node, code: string, found: Cut[]): void {
    for (const items of listsOf(node)) {
        items.forEach((item, index) => {
            // With the comma behind it, or the one in front of it.
            const start = index > 0 && items.length === index + 1 ? items[index - 1]!.range[1] : item.range[0];
            const end = items[index + 1]?.range[0] ?? item.range[1];
            found.push({ range: [start, end], text: "" });
        });
    }
    for (const kept of replacements(node)) found.push({ range: node.range, text: code.slice(...kept.range) });
    for (const child of inner(node)) visit(child, code, found);
}

/** Nothing is cut that may be what ends a loop. */
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
