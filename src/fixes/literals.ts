/** Values as source text, in the form and spacing of what they replace. */
import type { TSESTree } from "@typescript-eslint/types";
import { constant, identical, printSource, type Dim } from "../shapes/dim.js";
import { printShapeSource, type Shape } from "../shapes/shape.js";
import { insert, replace, textOf, type TextEdit } from "./edit.js";
import { lineStart } from "./layout.js";

/** Whether a node is written out in place: a literal, or a list of literals. */
export function isWrittenOut(node: TSESTree.Node): boolean {
    const bare = withoutTypes(node);
    switch (bare.type) {
        case "Literal":
            return true;
        case "Identifier":
            return bare.name === "undefined";
        case "TemplateLiteral":
            return bare.expressions.length === 0;
        case "UnaryExpression":
            return isWrittenOut(bare.argument);
        case "ArrayExpression":
            return bare.elements.every((element) => element !== null && isWrittenOut(element));
        default:
            return false;
    }
}

/** What stands inside `as const` and the like. */
export function withoutTypes(node: TSESTree.Node): TSESTree.Node {
    switch (node.type) {
        case "TSAsExpression":
        case "TSSatisfiesExpression":
        case "TSNonNullExpression":
        case "TSTypeAssertion":
            return withoutTypes(node.expression);
        default:
            return node;
    }
}

/** The list literal a value is, looking through `as const` and the like. */
export function listLiteral(node: TSESTree.Node): TSESTree.ArrayExpression | undefined {
    const bare = withoutTypes(node);
    return bare.type === "ArrayExpression" ? bare : undefined;
}

/** The elements of a list that is written out one by one. */
function elementsOf(list: TSESTree.ArrayExpression): readonly TSESTree.Expression[] | undefined {
    const elements = list.elements.flatMap((element) => (element === null || element.type === "SpreadElement" ? [] : [element]));
    return elements.length === list.elements.length ? elements : undefined;
}

/** Whether a list still has the value that is written there: it may have been changed since. */
export function reads(list: TSESTree.ArrayExpression, dims: readonly Dim[]): boolean {
    const elements = elementsOf(list);
    if (!elements) {
        // What is spread into it is not counted here.
        return true;
    }
    return (
        elements.length === dims.length &&
        elements.every((element, index) => element.type !== "Literal" || typeof element.value !== "number" || dims[index] === undefined || identical(dims[index], constant(element.value)))
    );
}

/** Takes the first of several elements away, with the comma behind it. */
export function dropElement(list: TSESTree.ArrayExpression): TextEdit | undefined {
    const [first, second] = elementsOf(list) ?? [];
    return first && second ? { start: first.range[0], end: second.range[0], text: "" } : undefined;
}

/** `2` for all axes alike, `[2, 3]` otherwise or where lists are the custom. */
export function lengthsText(lengths: readonly number[], asList: boolean): string {
    const [first = 1] = lengths;
    const alike = lengths.every((length) => length === first);
    return alike && !asList ? String(first) : `[${lengths.join(", ")}]`;
}

/** Puts new lengths in the place of old ones: a number stays a number where it can, and a list keeps its spacing. */
export function replaceLengths(node: TSESTree.Node, lengths: readonly number[]): TextEdit[] {
    const list = listLiteral(node);
    if (!list) {
        return [replace(node, lengthsText(lengths, false))];
    }
    const dims = new Map(lengths.map((length, index): [number, Dim] => [index, constant(length)]));
    const sameCount = list.elements.length === lengths.length;
    return (sameCount ? replaceElements(list, dims) : undefined) ?? [replace(list, lengthsText(lengths, true))];
}

/** Changes elements of a list by their index. Undefined when that cannot be written element by element. */
export function replaceElements(list: TSESTree.ArrayExpression, dims: ReadonlyMap<number, Dim>): TextEdit[] | undefined {
    const elements = elementsOf(list);
    const edits: TextEdit[] = [];
    for (const [index, dim] of dims) {
        const element = elements?.[index];
        const text = printSource(dim);
        if (!element || text === undefined) {
            return undefined;
        }
        if (!(element.type === "Literal" && element.raw === text)) {
            edits.push(replace(element, text));
        }
    }
    return edits;
}

/** The list as it reads with some elements changed. */
export function listText(text: string, list: TSESTree.ArrayExpression, dims: ReadonlyMap<number, Dim>): string | undefined {
    const parts = elementsOf(list)?.map((element, index) => {
        const dim = dims.get(index);
        return dim ? printSource(dim) : textOf(text, element).replace(/\s+/g, " ");
    });
    return parts && !parts.includes(undefined) ? `[${parts.join(", ")}]` : undefined;
}

/** Puts a dimension before the others of a list. */
export function prependElement(text: string, list: TSESTree.ArrayExpression, dim: Dim): TextEdit[] | undefined {
    const element = printSource(dim);
    if (list.elements.length === 0 || element === undefined) {
        return undefined;
    }
    const [start] = list.range;
    const at = start + 1 + (/^\s*/.exec(text.slice(start + 1))?.[0].length ?? 0);
    return [insert(at, `${element},${lineStart(text, at) ?? " "}`)];
}

/** The shape with some dimensions changed, as source. */
export function shapeText(shape: Shape, dims: ReadonlyMap<number, Dim>): string | undefined {
    return printShapeSource(shape.map((dim, axis) => dims.get(axis) ?? dim));
}

/** Another word in the place of a string, in its quotes. */
export function replaceWord(node: TSESTree.Node, word: string, around: string): TextEdit[] {
    const bare = withoutTypes(node);
    if (bare.type === "TemplateLiteral") {
        return [replace(bare, `\`${word}\``)];
    }
    return [replace(node, bare.type === "Literal" && typeof bare.value === "string" ? quoted(word, bare.raw) : quoted(word, around))];
}

/** A string in the quotes that the code around it uses. */
export function quoted(word: string, around: string): string {
    const doubles = around.split('"').length;
    const singles = around.split("'").length;
    return doubles > singles ? `"${word}"` : `'${word}'`;
}
