/** Takes a property out of an object literal, with its comma and its line. */
import type { TSESTree } from "@typescript-eslint/types";
import type { TextEdit } from "./edit.js";
import { isInert } from "./inert.js";
import { commaIn, trailingComments } from "./layout.js";

/** Undefined where evaluating the property does more than give its value. */
export function removeProperty(text: string, object: TSESTree.ObjectExpression, property: TSESTree.Property): TextEdit[] | undefined {
    if (property.computed || !isInert(property.value)) {
        return undefined;
    }
    const index = object.properties.indexOf(property);
    const [before, after] = [object.properties[index - 1], object.properties[index + 1]];
    const limit = after?.range[0] ?? object.range[1] - 1;
    const comma = commaIn(text.slice(property.range[1], limit));
    const end = comma === undefined ? property.range[1] : property.range[1] + comma + 1;
    const lines = wholeLines(text, property.range[0], end, limit);
    // With the last property goes the comma before it, unless a comma is the custom there.
    const commaBefore = comma === undefined && before ? previousComma(text, before, property) : undefined;
    const loose = commaBefore === undefined ? [] : [{ start: commaBefore, end: commaBefore + 1, text: "" }];
    if (lines) {
        return [...loose, lines];
    }
    if (after) {
        return [{ start: property.range[0], end: end + spaces(text.slice(end, limit)), text: "" }];
    }
    if (!before) {
        return [{ start: property.range[0], end: end + spaces(text.slice(end, limit)), text: "" }];
    }
    const from = commaBefore ?? before.range[1] + (commaIn(text.slice(before.range[1], property.range[0])) ?? 0);
    const between = text.slice(from + 1, property.range[0]);
    // `{ a, stride: 2, }`: the comma that is left is the one before.
    return between.trim() === "" ? [{ start: comma === undefined ? from : from + 1, end, text: "" }] : [...loose, { start: property.range[0], end, text: "" }];
}

function previousComma(text: string, before: TSESTree.Node, property: TSESTree.Node): number | undefined {
    const comma = commaIn(text.slice(before.range[1], property.range[0]));
    return comma === undefined ? undefined : before.range[1] + comma;
}

/** The lines that the property has for itself, with the comments behind it. */
function wholeLines(text: string, start: number, end: number, limit: number): TextEdit | undefined {
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const tail = text.slice(end, limit);
    const comments = trailingComments(tail);
    const rest = /^[ \t]*(?:\r?\n)/.exec(tail.slice(comments))?.[0];
    return lineStart > 0 && text.slice(lineStart, start).trim() === "" && rest !== undefined ? { start: lineStart, end: end + comments + rest.length, text: "" } : undefined;
}

function spaces(tail: string): number {
    return /^\s*/.exec(tail)?.[0].length ?? 0;
}
