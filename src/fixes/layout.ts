/** New properties and arguments, set out as their neighbours are. */
import type { TSESTree } from "@typescript-eslint/types";
import { insert, textOf, type TextEdit } from "./edit.js";

/** A new last property, on a line of its own where the others are, with a trailing comma where the last one had it. */
export function addProperty(text: string, object: TSESTree.ObjectExpression, name: string, value: string): TextEdit[] {
    const last = object.properties.at(-1);
    const [start, end] = object.range;
    if (!last) {
        const inside = text.slice(start + 1, end - 1);
        const property = `${name}: ${value}`;
        return inside.trim() === "" ? [{ start, end, text: `{ ${property} }` }] : [insert(start + 1, ` ${property}${/^\s/.test(inside) ? "" : " "}`)];
    }
    const key = last.type === "Property" && last.key.type === "Literal" ? `${last.key.raw.charAt(0)}${name}${last.key.raw.charAt(0)}` : name;
    return addLast(text, object.properties, end - 1, `${key}${colonOf(text, last)}${value}`);
}

/** `: `, or as the property before has it. */
function colonOf(text: string, property: TSESTree.ObjectExpression["properties"][number]): string {
    if (property.type !== "Property" || property.shorthand || property.method || property.computed) {
        return ": ";
    }
    const between = text.slice(property.key.range[1], property.value.range[0]);
    return /^ ?: *$/.test(between) ? between : ": ";
}

export function appendArgument(text: string, call: TSESTree.CallExpression | TSESTree.NewExpression, argument: string): TextEdit[] {
    const end = call.range[1] - 1;
    if (call.arguments.length > 0) {
        return addLast(text, call.arguments, end, argument);
    }
    // `new Layer` has no list of arguments at all.
    return text[end] === ")" ? [insert(end, argument)] : [insert(end + 1, `(${argument})`)];
}

/** `{ name: value }`, with or without spaces inside as the file has it. */
export function objectText(text: string, name: string, value: string): string {
    const spaced = text.match(/\{ ['"\w]+:/g)?.length ?? 0;
    const tight = text.match(/\{['"\w]+:/g)?.length ?? 0;
    return tight > spaced ? `{${name}: ${value}}` : `{ ${name}: ${value} }`;
}

/** After the last of some items, of a list that closes at `end`. */
function addLast(text: string, items: readonly TSESTree.Node[], end: number, item: string): TextEdit[] {
    const last = items.at(-1);
    if (!last) {
        return [];
    }
    const after = last.range[1];
    const comma = commaIn(text.slice(after, end));
    const separator = separatorOf(text, items);
    if (comma !== undefined) {
        const at = after + comma + 1;
        // A comment belongs to the item before it, but on its own line nothing can follow it.
        const comment = separator.includes("\n") ? trailingComment(text.slice(at, end)) : 0;
        return [insert(at + comment, `${separator}${item},`)];
    }
    const comment = trailingComment(text.slice(after, end));
    // Before a comment the new line would take the comment along.
    if (comment > 0 && separator.includes("\n")) {
        return [insert(after, ","), insert(after + comment, `${separator}${item}`)];
    }
    return [insert(after, `,${separator}${item}`)];
}

/** The white space before a new last item: as before the present one. */
function separatorOf(text: string, items: readonly TSESTree.Node[]): string {
    const [last, before] = [items.at(-1), items.at(-2)];
    if (!last) {
        return " ";
    }
    const line = lineStart(text, last.range[0]);
    if (line !== undefined) {
        return line;
    }
    return before && textOf(text, { ...last, range: [before.range[1], last.range[0]] }) === "," ? "" : " ";
}

/** The line break and the white space before a position, where nothing else stands before it on its line. */
export function lineStart(text: string, at: number): string | undefined {
    const start = text.lastIndexOf("\n", at - 1);
    const indent = text.slice(start + 1, at);
    if (start < 0 || !/^\s*$/.test(indent)) {
        return undefined;
    }
    return `${text[start - 1] === "\r" ? "\r\n" : "\n"}${indent}`;
}

/** How long a comment is that stands behind an item on its line. */
function trailingComment(tail: string): number {
    return /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)/.exec(tail)?.[0].length ?? 0;
}

/** Where the trailing comma is, comments passed over. */
function commaIn(tail: string): number | undefined {
    const bare = tail.replace(/\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/g, (comment) => " ".repeat(comment.length));
    const index = bare.indexOf(",");
    return index < 0 ? undefined : index;
}
