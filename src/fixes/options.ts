/** Options of a call: set, added or renamed where its author would have written them. */
import type { TSESTree } from "@typescript-eslint/types";
import { spellOption, type UnreadOption } from "../apis/spelling.js";
import type { Finding, Place } from "../evaluator/evaluation.js";
import { insert, replace, type Change, type TextEdit } from "./edit.js";
import { isWrittenOut, lengthsText, listLiteral, quoted, replaceElements, replaceLengths } from "./literals.js";
import type { Shape } from "../shapes/shape.js";
import { printShapeSource } from "../shapes/shape.js";

/** Sets an option of per-axis lengths (strides) of the layer or operation that a finding is about. */
export function setLengths(text: string, finding: Finding, option: string, lengths: readonly number[]): Change | undefined {
    const given = finding.given?.options.get(option);
    const place = placeOf(given?.place);
    if (place) {
        const edits = replaceLengths(place.node, lengths);
        const value = lengthsText(lengths, listLiteral(place.node) !== undefined);
        return { edits: withKey(place, edits), option: spellingOf(finding, option), value, shared: isShared(place, finding) };
    }
    // Given, but nowhere to point at: part of a spread, or computed.
    if (given) {
        return undefined;
    }
    const value = lengthsText(lengths, writesLists(finding));
    return addOption(text, finding, option, value);
}

/** Sets an option that is a word, such as padding. */
export function setWord(text: string, finding: Finding, option: string, word: string): Change | undefined {
    const given = finding.given?.options.get(option);
    const place = placeOf(given?.place);
    const value = quoted(word, textOf(text, finding.call));
    if (place) {
        return { edits: withKey(place, [replace(place.node, value)]), option: spellingOf(finding, option), value, shared: isShared(place, finding) };
    }
    return given ? undefined : addOption(text, finding, option, value);
}

/** Writes another shape in the place of a declared one, changing only what differs. */
export function setShape(finding: Finding, option: string, shape: Shape, before: Shape): Change | undefined {
    const place = placeOf(finding.given?.options.get(option)?.place);
    const value = printShapeSource(shape);
    if (!place || value === undefined) {
        return undefined;
    }
    const list = listLiteral(place.node);
    const edits = (list && replaceElements(list, shape, before)) ?? [replace(place.node, value)];
    return { edits: withKey(place, edits), option: spellingOf(finding, option), value, shared: isShared(place, finding) };
}

/** Spells a misspelt option as the library reads it. */
export function renameOption(text: string, finding: Finding, unread: UnreadOption, option: string): Change | undefined {
    const place = placeOf(unread.given.place);
    const property = place?.property;
    const spelling = finding.spelling;
    if (!place || property?.type !== "Property" || property.computed || !spelling || finding.given?.options.has(option)) {
        return undefined;
    }
    const name = spellOption(spelling, option, (word) => isLike(word, unread.spelling));
    if (name === undefined) {
        return undefined;
    }
    const isQuoted = property.key.type === "Literal";
    const edits = property.shorthand ? [insert(property.range[0], `${name}: `)] : [replace(property.key, isQuoted ? quoted(name, textOf(text, property.key)) : name)];
    return { edits, option: unread.spelling, value: name, shared: isElsewhere(place, finding) };
}

/** Of several spellings of an option, the one in the style of its neighbours. */
function isLike(word: string, neighbour: string): boolean {
    return word.includes("_") === neighbour.includes("_");
}

function placeOf(place: object | undefined): Place | undefined {
    // Only the evaluator makes places.
    return place as Place | undefined;
}

/** `{strides}` becomes `{strides: 2}`. */
function withKey({ property, node }: Place, edits: TextEdit[]): TextEdit[] {
    if (property?.type !== "Property" || !property.shorthand || property.key.type !== "Identifier") {
        return edits;
    }
    const [edit] = edits;
    return edit ? [{ start: property.range[0], end: node.range[1], text: `${property.key.name}: ${edit.text}` }] : edits;
}

/** A value that others may use as well: in a variable, or in an object that is not written in the call itself. */
function isShared(place: Place, finding: Finding): boolean {
    return !isWrittenOut(place.node) || isElsewhere(place, finding);
}

function isElsewhere({ property, holder }: Place, finding: Finding): boolean {
    return property !== undefined && !finding.call.arguments.some((argument) => argument === holder);
}

/** As the author spelt it; for a positional argument, as the library calls it. */
export function spellingOf(finding: Finding, option: string): string {
    const given = finding.given?.options.get(option);
    if (given && placeOf(given.place)?.property) {
        return given.spelling;
    }
    return finding.spelling ? (spellOption(finding.spelling, option, (word) => isLike(word, neighbours(finding))) ?? option) : option;
}

/** The spelling of the other options, to tell snake_case from camelCase; snake_case in Keras, where there are none. */
function neighbours(finding: Finding): string {
    const names = [...(finding.given?.options.values() ?? [])].filter((given) => placeOf(given.place)?.property).map((given) => given.spelling);
    const telling = names.find((name) => name.includes("_")) ?? names.find((name) => /[a-z][A-Z]/.test(name));
    return telling ?? (finding.spelling?.library === "keras" ? "a_b" : "aB");
}

/** Whether per-axis lengths are written as lists here. Keras 1 has no other form for strides. */
function writesLists(finding: Finding): boolean {
    const kernel = placeOf(finding.given?.options.get("kernelSize")?.place);
    if (kernel) {
        return listLiteral(kernel.node) !== undefined;
    }
    return finding.spelling?.library === "keras";
}

function addOption(text: string, finding: Finding, option: string, value: string): Change | undefined {
    const { spelling, call } = finding;
    if (!spelling) {
        return addArgument(finding, option, value);
    }
    const name = spellOption(spelling, option, (word) => isLike(word, neighbours(finding)));
    if (name === undefined) {
        return undefined;
    }
    const holder = optionsObject(finding);
    if (holder) {
        return { edits: addProperty(text, holder, `${name}: ${value}`), option: name, value, shared: !call.arguments.some((argument) => argument === holder) };
    }
    if (spelling.library !== "keras" || call.arguments.some((argument) => argument.type === "SpreadElement")) {
        return undefined;
    }
    return { edits: [appendArgument(text, call, `{ ${name}: ${value} }`)], option: name, value, shared: false };
}

/** The object literal the options stand in. */
function optionsObject(finding: Finding): TSESTree.ObjectExpression | undefined {
    const last = finding.call.arguments.at(-1);
    if (last?.type === "ObjectExpression") {
        return last;
    }
    for (const given of finding.given?.options.values() ?? []) {
        const holder = placeOf(given.place)?.holder;
        if (holder?.type === "ObjectExpression") {
            return holder;
        }
    }
    return undefined;
}

/** A new last property, on a line of its own where the others are, with a trailing comma where the last one had it. */
function addProperty(text: string, object: TSESTree.ObjectExpression, property: string): TextEdit[] {
    const last = object.properties.at(-1);
    const [start, end] = object.range;
    if (!last) {
        return [{ start, end, text: `{ ${property} }` }];
    }
    const tail = text.slice(last.range[1], end - 1);
    const comma = commaIn(tail);
    const indent = lineIndent(text, last.range[0]);
    const separator = indent === undefined ? " " : `\n${indent}`;
    if (comma === undefined) {
        return [insert(last.range[1], `,${separator}${property}`)];
    }
    const after = last.range[1] + comma + 1;
    // A comment behind the comma belongs to the property before it.
    const comment = /^[ \t]*(?:\/\/[^\n]*|\/\*[^\n]*?\*\/)/.exec(text.slice(after, end - 1))?.[0] ?? "";
    return [insert(after + comment.length, `${separator}${property},`)];
}

/** Where the trailing comma is, comments passed over. */
function commaIn(tail: string): number | undefined {
    const bare = tail.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => " ".repeat(comment.length));
    const index = bare.indexOf(",");
    return index < 0 ? undefined : index;
}

/** The white space a line begins with, if nothing else stands before this position on it. */
function lineIndent(text: string, position: number): string | undefined {
    const start = text.lastIndexOf("\n", position - 1) + 1;
    const before = text.slice(start, position);
    return start > 0 && /^\s*$/.test(before) ? before : undefined;
}

/** An argument of an operation that was left out: only the next one in order can be added. */
function addArgument(finding: Finding, option: string, value: string): Change | undefined {
    const given = finding.given;
    const { call } = finding;
    if (!given || given.open || call.arguments.some((argument) => argument.type === "SpreadElement")) {
        return undefined;
    }
    const places = [...given.options.values()].map((one) => placeOf(one.place)?.node);
    const last = call.arguments.at(-1);
    if (!last || places.at(-1) !== last) {
        return undefined;
    }
    return { edits: [insert(last.range[1], `, ${value}`)], option, value, shared: false };
}

function appendArgument(text: string, call: TSESTree.CallExpression | TSESTree.NewExpression, argument: string): TextEdit {
    const last = call.arguments.at(-1);
    if (last) {
        const indent = lineIndent(text, last.range[0]);
        const tail = text.slice(last.range[1], call.range[1] - 1);
        const comma = commaIn(tail);
        const separator = indent === undefined ? " " : `\n${indent}`;
        return comma === undefined ? insert(last.range[1], `,${separator}${argument}`) : insert(last.range[1] + comma + 1, `${separator}${argument},`);
    }
    return insert(call.range[1] - 1, argument);
}

function textOf(text: string, node: TSESTree.Node): string {
    return text.slice(node.range[0], node.range[1]);
}
