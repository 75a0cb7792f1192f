/** What slips make of a program that still is one: a number changed, an option or a call dropped. */
import { parse } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/types";
import { AST_NODE_TYPES as Type } from "@typescript-eslint/types";
import { Random } from "../fuzz/random.js";

export interface Slip {
    readonly name: string;
    readonly range: readonly [number, number];
    readonly text: string;
}

/** The program with one of its slips. */
export function slipped(code: string, { range: [start, end], text }: Slip): string {
    return code.slice(0, start) + text + code.slice(end);
}

/** So many of the slips that a program allows, each kind as often as another. */
export function someSlips(code: string, count: number, seed: number): Slip[] {
    const random = new Random(seed);
    const kinds = new Map<string, Slip[]>();
    for (const slip of slipsIn(code)) {
        kinds.set(slip.name, [...(kinds.get(slip.name) ?? []), slip]);
    }
    const left = [...kinds.values()].map((slips) => random.shuffled(slips));
    const chosen: Slip[] = [];
    while (chosen.length < count && left.some((slips) => slips.length > 0)) {
        const slip = random.pick(left).pop();
        if (slip) chosen.push(slip);
    }
    return chosen;
}

function slipsIn(code: string): Slip[] {
    const slips: Slip[] = [];
    visit(parse(code, { range: true, loc: true, sourceType: "module" }), code, slips);
    return slips;
}

function visit(node: TSESTree.Node, code: string, slips: Slip[]): void {
    slips.push(...slipsAt(node, code));
    for (const [key, part] of Object.entries(node) as [string, unknown][]) {
        // Types are not run.
        if (/^(?:parent|loc|range|typeAnnotation|returnType|typeParameters|typeArguments)$/.test(key)) continue;
        for (const child of Array.isArray(part) ? (part as unknown[]) : [part]) {
            if (isNode(child) && !/^TS(?:Interface|TypeAlias)/.test(child.type)) visit(child, code, slips);
        }
    }
}

function isNode(part: unknown): part is TSESTree.Node {
    return typeof part === "object" && part !== null && "type" in part && "range" in part;
}

const words: Readonly<Record<string, readonly string[]>> = {
    same: ["valid", "smae"],
    valid: ["same"],
    channelsFirst: ["channelsLast"],
    channelsLast: ["channelsFirst"],
    relu: ["rleu"],
    softmax: ["sigmoid"],
    concat: ["sum"],
};

function otherWords(word: string): readonly string[] {
    return Object.hasOwn(words, word) ? (words[word] ?? []) : [];
}

function slipsAt(node: TSESTree.Node, code: string): Slip[] {
    const text = (part: TSESTree.Node): string => code.slice(...part.range);
    switch (node.type) {
        case Type.Literal:
            if (typeof node.value === "number") {
                return otherNumbers(node.value).map((value) => ({ name: "number changed", range: node.range, text: String(value) }));
            }
            return typeof node.value === "string" ? otherWords(node.value).map((word) => ({ name: "word changed", range: node.range, text: `'${word}'` })) : [];
        case Type.ObjectExpression:
            return dropped("option dropped", node.properties);
        case Type.ArrayExpression:
            return dropped(
                "element dropped",
                node.elements.filter((element) => element !== null),
            );
        case Type.ExpressionStatement:
            return node.expression.type === Type.CallExpression ? [{ name: "statement dropped", range: node.range, text: ";" }] : [];
        case Type.CallExpression: {
            const { callee, arguments: args } = node;
            const first = args[0];
            return [
                ...dropped("argument dropped", args),
                ...(callee.type === Type.MemberExpression && callee.object.type === Type.CallExpression && !isNamed(callee, "apply") ? [{ name: "call dropped", range: node.range, text: text(callee.object) }] : []),
                ...(isNamed(callee, "apply") && first?.type === Type.Identifier ? [{ name: "layer dropped", range: node.range, text: text(first) }] : []),
            ];
        }
        default:
            return [];
    }
}

function isNamed(callee: TSESTree.Node, name: string): boolean {
    return callee.type === Type.MemberExpression && callee.property.type === Type.Identifier && callee.property.name === name;
}

function otherNumbers(value: number): number[] {
    const others = Number.isInteger(value) ? [value + 1, value - 1, value * 2, Math.floor(value / 2)] : [value * 2];
    return [...new Set(others)].filter((other) => other !== value && other <= 2000);
}

/** Each item by itself, with the comma behind it or the one in front of it. */
function dropped(name: string, items: readonly TSESTree.Node[]): Slip[] {
    return items.map((item, index) => {
        const isLast = index === items.length - 1;
        const start = isLast && index > 0 ? items[index - 1]!.range[1] : item.range[0];
        return { name, range: [start, isLast ? item.range[1] : items[index + 1]!.range[0]], text: "" };
    });
}
