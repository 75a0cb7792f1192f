/** New properties and arguments, set out as their neighbours are. */
import type { TSESTree } from "@typescript-eslint/types";
import { insert, type TextEdit } from "./edit.js";

/** A new last property, on a line of its own where the others are, with a trailing comma where the last one had it. */
export function addProperty(text: string, object: TSESTree.ObjectExpression, name: string, value: string): TextEdit[] {
    const last = object.properties.at(-1);
    const [start, end] = object.range;
    if (!last) {
        const inside = text.slice(start + 1, end - 1);
        const property = `${name}: ${value}`;
        return inside.trim() === "" ? [{ start, end, text: `{ ${property} }` }] : [insert(start + 1, ` ${property}${/^\s/.test(inside) ? "" : " "}`)];
    }
    const quote = quoteOf(object.properties);
    return addLast(text, object.properties, end - 1, `${quote}${name}${quote}${colonOf(text, last)}${value}`);
}

/** A new property ahead of the objects that are spread in the end; undefined where there are none, or nothing before them. */
export function addBeforeSpread(text: string, object: TSESTree.ObjectExpression, name: string, value: string): TextEdit[] | undefined {
    const { properties } = object;
    const index = properties.findLastIndex(({ type }) => type !== "SpreadElement");
    const [last, spread] = [properties[index], properties[index + 1]];
    if (!last || !spread) {
        return undefined;
    }
    const quote = quoteOf(properties);
    const edits = insertBefore(text, properties, spread, `${quote}${name}${quote}${colonOf(text, last)}${value}`);
    return edits.length > 0 ? edits : undefined;
}

/** The quotes around the last key that would not need any, such as `'filters'`; none where it has none. */
function quoteOf(properties: TSESTree.ObjectExpression["properties"]): string {
    for (const property of properties.toReversed()) {
        if (property.type === "Property" && !property.computed && property.key.type === "Identifier") {
            return "";
        }
        if (property.type === "Property" && property.key.type === "Literal" && /^[\w$]+$/.test(String(property.key.value))) {
            return property.key.raw.charAt(0);
        }
    }
    return "";
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

/** Puts an item of a list before another, which is not the first. */
export function insertBefore(text: string, items: readonly (TSESTree.Node | null)[], item: TSESTree.Node, argument: string): TextEdit[] {
    const index = items.indexOf(item);
    const [before, after] = [items[index - 1], items[index]];
    const between = before && after ? text.slice(before.range[1], after.range[0]) : "";
    const comma = commaIn(between);
    if (!before || comma === undefined) {
        return [];
    }
    const at = before.range[1] + comma;
    const ahead = lineStart(text, at);
    const behind = at + 1 + trailingComments(text.slice(at + 1), true);
    // What stands before the argument, a comment or a parenthesis, stays with it.
    const start = behind + (/^\s*/.exec(text.slice(behind))?.[0].length ?? 0);
    return [insert(start, ahead === undefined ? `${argument},${lineStart(text, start) ?? text.slice(behind, start)}` : `${argument}${ahead}, `)];
}

/** `{ name: value }`, with or without spaces inside as the file has it. */
export function objectText(text: string, name: string, value: string): string {
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    const colon = count(/\{ ?['"\w]+:\S/g) > count(/\{ ?['"\w]+: /g) ? ":" : ": ";
    const property = `${name}${colon}${value}`;
    return count(/\{['"\w]+:/g) > count(/\{ ['"\w]+:/g) ? `{${property}}` : `{ ${property} }`;
}

/** After the last of some items, of a list that closes at `end`. */
function addLast(text: string, items: readonly TSESTree.Node[], end: number, item: string): TextEdit[] {
    const last = items.at(-1);
    if (!last) {
        return [];
    }
    const after = last.range[1] + closingParentheses(text.slice(last.range[1], end));
    const comma = commaIn(text.slice(after, end));
    const separator = separatorOf(text, items);
    const isOnLines = separator.includes("\n");
    if (comma !== undefined) {
        const at = after + comma + 1;
        // A comment belongs to the item before it, but on its own line nothing can follow it.
        const comment = isOnLines ? trailingComments(text.slice(at, end)) : 0;
        return [insert(at + comment, `${separator}${item},`)];
    }
    const comment = isOnLines ? trailingComments(text.slice(after, end)) : 0;
    if (separator.endsWith(", ")) {
        return [insert(after + comment, `${separator}${item}`)];
    }
    // Before a comment the new line would take the comment along.
    return comment > 0 ? [insert(after, ","), insert(after + comment, `${separator}${item}`)] : [insert(after, `,${separator}${item}`)];
}

/** What stands before a new last item, as before the present one: white space, or a line that begins with the comma. */
function separatorOf(text: string, items: readonly TSESTree.Node[]): string {
    const [last, before] = [items.at(-1), items.at(-2)];
    if (!last) {
        return " ";
    }
    const start = last.range[0] - openingParentheses(before ? text.slice(before.range[1], last.range[0]) : "");
    const line = lineStart(text, start);
    if (line !== undefined) {
        return line;
    }
    const comma = /,[ \t]*$/.exec(text.slice(0, start))?.index;
    const ahead = comma === undefined ? undefined : lineStart(text, comma);
    if (ahead !== undefined) {
        return `${ahead}, `;
    }
    return before ? (text.slice(before.range[1], start) === "," ? "" : " ") : gapAfterComma(text, last);
}

/** What follows a comma on the lines of a node, where several items stand on one. */
export function gapAfterComma(text: string, { range: [start, end] }: TSESTree.Node): "" | " " {
    const rest = text.indexOf("\n", end);
    const lines = text.slice(text.lastIndexOf("\n", start) + 1, rest < 0 ? text.length : rest);
    const count = (pattern: RegExp): number => lines.match(pattern)?.length ?? 0;
    return count(/,\S/g) > count(/,[ \t]/g) ? "" : " ";
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

/** How long the comments are that stand behind an item on its line; where asked, only those that end it. */
export function trailingComments(tail: string, endLine = false): number {
    const comments = /^(?:[ \t]*(?:\/\/[^\r\n]*|\/\*[\s\S]*?\*\/))+/.exec(tail)?.[0] ?? "";
    return endLine && !/^[ \t]*[\r\n]/.test(tail.slice(comments.length)) ? 0 : comments.length;
}

/** How far the parentheses around an item reach behind it. */
function closingParentheses(tail: string): number {
    const bare = withoutComments(tail);
    const comma = bare.indexOf(",");
    return bare.lastIndexOf(")", comma < 0 ? bare.length : comma) + 1;
}

/** How far the parentheses around an item reach ahead of it, after what is between it and the item before. */
function openingParentheses(between: string): number {
    const bare = withoutComments(between);
    const opening = bare.indexOf("(", bare.indexOf(","));
    return opening < 0 ? 0 : bare.length - opening;
}

function withoutComments(tail: string): string {
    return tail.replace(/\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/g, (comment) => " ".repeat(comment.length));
}

/** Where the trailing comma is, comments passed over. */
export function commaIn(tail: string): number | undefined {
    const index = withoutComments(tail).indexOf(",");
    return index < 0 ? undefined : index;
}
