/** Values as source text, in the form and spacing of what they replace. */
import type { TSESTree } from "@typescript-eslint/types";
import { constant, identical, printSource, type Dim } from "../shapes/dim.js";
import { replace, type TextEdit } from "./edit.js";

/** Whether a node is written out in place: a literal, or a list of literals and simple expressions. */
export function isWrittenOut(node: TSESTree.Node): boolean {
    switch (node.type) {
        case "Literal":
            return true;
        case "UnaryExpression":
            return isWrittenOut(node.argument);
        case "ArrayExpression":
            return node.elements.every((element) => element !== null && isWrittenOut(element));
        case "TSAsExpression":
            return isWrittenOut(node.expression);
        default:
            return false;
    }
}

/** The list literal a value is, looking through `as const` and the like. */
export function listLiteral(node: TSESTree.Node): TSESTree.ArrayExpression | undefined {
    switch (node.type) {
        case "ArrayExpression":
            return node;
        case "TSAsExpression":
        case "TSSatisfiesExpression":
        case "TSNonNullExpression":
            return listLiteral(node.expression);
        default:
            return undefined;
    }
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
    return replaceElements(list, lengths.map(constant), list.elements.map(() => undefined)) ?? [replace(list, lengthsText(lengths, true))];
}

/** Changes only the elements whose dimension is new. Undefined when that cannot be written element by element. */
export function replaceElements(list: TSESTree.ArrayExpression, dims: readonly Dim[], before: readonly (Dim | undefined)[]): TextEdit[] | undefined {
    if (list.elements.length !== dims.length || list.elements.some((element) => element === null || element.type === "SpreadElement")) {
        return undefined;
    }
    const edits: TextEdit[] = [];
    for (const [index, dim] of dims.entries()) {
        const element = list.elements[index];
        const old = before[index];
        if (!element || (old && identical(old, dim))) {
            continue;
        }
        const text = printSource(dim);
        if (text === undefined) {
            return undefined;
        }
        if (!(element.type === "Literal" && element.raw === text)) {
            edits.push(replace(element, text));
        }
    }
    return edits;
}

/** A string in the quotes that the code around it uses. */
export function quoted(word: string, around: string): string {
    const doubles = around.split('"').length;
    const singles = around.split("'").length;
    return doubles > singles ? `"${word}"` : `'${word}'`;
}
