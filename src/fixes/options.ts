/** Options of a call: set, added or renamed where its author would have written them. */
import type { TSESTree } from "@typescript-eslint/types";
import type { UnreadOption } from "../apis/spelling.js";
import type { Given, GivenOptions } from "../catalogue/given.js";
import type { Finding, Place } from "../evaluator/evaluation.js";
import { identical, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { insert, isWithin, replace, textOf, type Change, type Sharing, type TextEdit } from "./edit.js";
import { addBeforeSpread, addProperty, appendArgument, gapAfterComma, insertBefore, objectText } from "./layout.js";
import { dropElement, isWrittenOut, reads, lengthsText, listLiteral, listText, prependElement, quoted, replaceElements, replaceLengths, replaceWord, shapeText, withoutTypes } from "./literals.js";
import { isInert } from "./inert.js";
import { removeProperty } from "./removal.js";
import { newSpelling, placeOf, spellingAfter, spellingOf, writesLists } from "./spelling.js";

/** Sets an option of per-axis lengths (strides) of the layer or operation that a finding is about. */
export function setLengths(text: string, finding: Finding, option: string, lengths: readonly number[]): Change | undefined {
    const given = finding.given?.options.get(option);
    if (given?.elements) {
        return setElements(text, finding, given.elements, option, lengths);
    }
    const place = placeOf(given?.place);
    const asList = place ? listLiteral(place.node) !== undefined : writesLists(finding);
    return setOption(text, finding, option, lengthsText(lengths, asList), (node) => replaceLengths(node, lengths));
}

/** Sets an option in the call itself, of which the options are an object that stands elsewhere: `{ ...options, strides: 2 }`. */
export function setLengthsHere(text: string, finding: Finding, option: string, lengths: readonly number[]): Change | undefined {
    const argument = objectGiven(finding);
    const name = newSpelling(finding, option);
    if (name === undefined || !argument) {
        return undefined;
    }
    const value = lengthsText(lengths, writesLists(finding));
    return { edits: [replace(argument, `{ ...${textOf(text, argument)}, ${name}: ${value} }`)], option: name, value, shared: true };
}

/** The argument that gives a layer its options as one object which is not written in the call. */
function objectGiven({ call, spelling, given }: Finding): TSESTree.Expression | undefined {
    const isFirst = spelling?.library === "tfjs";
    const argument = call.arguments.at(isFirst ? 0 : -1);
    if (!spelling || !argument || argument.type === "SpreadElement" || argument.type === "ObjectExpression" || argument.type === "SequenceExpression") {
        return undefined;
    }
    const places = (given?.options.all ?? []).flatMap((one) => one.elements ?? [one]).flatMap((one) => placeOf(one?.place) ?? []);
    // In Keras style the last argument may as well be a positional one.
    const isObject = isFirst || places.some(({ property, node }) => property !== undefined && !isWithin(node, call)) || isFromElsewhere(given);
    return isObject && !places.some(({ node }) => node === argument) ? argument : undefined;
}

/** Whether some options stand in another file: positional arguments stand in the call, and the data format is perhaps nowhere. */
function isFromElsewhere(given: GivenOptions | undefined): boolean {
    return given?.options.all.some(({ name, place, elements }) => place === undefined && elements === undefined && name !== "dataFormat") === true;
}

/** Lengths that are options or arguments of their own: `nb_row` and `nb_col`. */
function setElements(text: string, finding: Finding, elements: readonly (Given | undefined)[], option: string, lengths: readonly number[]): Change | undefined {
    const nodes = elements.flatMap((element) => placeOf(element?.place)?.node ?? []);
    if (nodes.length < lengths.length || elements.some((element) => placeOf(element?.place)?.property)) {
        return undefined;
    }
    const value = lengths.join(", ");
    const names = [...(finding.spelling?.names ?? [])];
    const words = lengths.map((_, axis) => names.find(([, meaning]) => meaning.name === option && meaning.element === axis)?.[0] ?? option);
    const edits = nodes.flatMap((node, axis) => (textOf(text, node) === String(lengths[axis]) ? [] : [replace(node, String(lengths[axis]))]));
    return { edits, option: words.join(", "), value, shared: !nodes.every(isWrittenOut) };
}

/** Sets an option that is a word, such as padding. */
export function setWord(text: string, finding: Finding, option: string, word: string): Change | undefined {
    return setOption(text, finding, option, quoted(word, textOf(text, finding.call)), (node) => replaceWord(node, word, textOf(text, finding.call)));
}

/** Sets an option that is true or false. */
export function setFlag(text: string, finding: Finding, option: string, flag: boolean): Change | undefined {
    return setOption(text, finding, option, String(flag));
}

/** Sets an option that is a list, given as source text. */
export function setList(text: string, finding: Finding, option: string, list: string): Change | undefined {
    return setOption(text, finding, option, list);
}

/** Sets an option to a value that is written already, under another name. */
export function setSource(text: string, finding: Finding, option: string, source: TSESTree.Node): Change | undefined {
    return setOption(text, finding, option, textOf(text, source));
}

/** Sets an option that is a size. */
export function setSize(text: string, finding: Finding, option: string, size: number): Change | undefined {
    return setOption(text, finding, option, String(size));
}

function setOption(text: string, finding: Finding, option: string, value: string, edit = (node: TSESTree.Node): TextEdit[] => [replace(node, value)]): Change | undefined {
    const given = finding.given?.options.get(option);
    const place = placeOf(given?.place);
    if (!given || (place ? isOverridable(place, finding) : isSpreadInto(finding))) {
        const added = addOption(text, finding, option, value);
        return added && given ? { ...added, shared: true } : added;
    }
    // Given, but nowhere to point at: computed, or part of an unseen object.
    return place && { edits: withKey(text, place, edit(place.node)), option: spellingOf(finding, option), value, ...sharingOf(place, finding) };
}

/** An option that stands in an object elsewhere, spread into one of the call's own: there it is overruled. */
function isOverridable({ property }: Place, finding: Finding): boolean {
    return property !== undefined && !isWithin(property, finding.call) && ownObject(finding) !== undefined;
}

/** Whether an option that cannot be pointed at may come from what is spread into the call's own object: what is added there overrules it. */
function isSpreadInto(finding: Finding): boolean {
    return ownObject(finding)?.properties.some(({ type }) => type === "SpreadElement") === true;
}

/** Changes dimensions of a shape by their index. `before` is the shape as it is, for where it is not written out. */
export function setDims(text: string, finding: Finding, option: string, dims: ReadonlyMap<number, Dim>, before: Shape): Change | undefined {
    const place = placeOf(finding.given?.options.get(option)?.place);
    const list = place && listLiteral(place.node);
    if (list && !reads(list, before)) {
        return undefined;
    }
    const elements = list && replaceElements(list, dims);
    const value = elements ? listText(text, list, dims) : shapeText(before, dims);
    if (!place || value === undefined) {
        return undefined;
    }
    return { edits: withKey(text, place, elements ?? [replace(place.node, value)]), option: spellingOf(finding, option), value, ...sharingOf(place, finding) };
}

/** Writes another shape in the place of a declared one, changing only what differs. */
export function setShape(text: string, finding: Finding, option: string, shape: Shape, before: Shape): Change | undefined {
    const dims = new Map(shape.flatMap((dim, axis): [number, Dim][] => (isSame(dim, before[axis]) ? [] : [[axis, dim]])));
    return setDims(text, finding, option, dims, before);
}

function isSame(dim: Dim, before: Dim | undefined): boolean {
    return dim === before || (before !== undefined && identical(dim, before));
}

/** Adds a dimension before the others of a shape. */
export function prependDim(text: string, finding: Finding, option: string, dim: Dim, before: Shape): Change | undefined {
    const place = placeOf(finding.given?.options.get(option)?.place);
    const list = place && listLiteral(place.node);
    if (list && !reads(list, before)) {
        return undefined;
    }
    const own = list && listText(text, list, new Map());
    const value = shapeText([dim, ...before], new Map());
    if (!place || value === undefined) {
        return undefined;
    }
    const edits = (list && own !== undefined ? prependElement(text, list, dim) : undefined) ?? [replace(place.node, value)];
    return { edits: withKey(text, place, edits), option: spellingOf(finding, option), value, ...sharingOf(place, finding) };
}

/** Takes the first dimension of a shape away. */
export function dropFirstDim(text: string, finding: Finding, option: string, before: Shape): Change | undefined {
    const place = placeOf(finding.given?.options.get(option)?.place);
    const list = place && listLiteral(place.node);
    const edit = list && reads(list, before) ? dropElement(list) : undefined;
    const value = shapeText(before.slice(1), new Map());
    return place && edit && value !== undefined ? { edits: [edit], option: spellingOf(finding, option), value, ...sharingOf(place, finding) } : undefined;
}

/** Spells a misspelt option as the library reads it; with other lengths, where its own are wrong as well. */
export function renameOption(text: string, finding: Finding, unread: UnreadOption, option: string, lengths?: readonly number[]): Change | undefined {
    const place = placeOf(unread.given.place);
    const property = place?.property;
    const name = spellingAfter(finding, option, unread.spelling);
    if (name === undefined || !place || property?.type !== "Property" || isSaid(finding, option, property)) {
        return undefined;
    }
    const key = keyEdit(text, property, name);
    if (!key) {
        return undefined;
    }
    const sharing = sharingOfLiteral(property, place.holder, finding);
    if (!lengths) {
        return { edits: [key], option: unread.spelling, value: name, ...sharing };
    }
    const node = property.shorthand ? undefined : property.value;
    const value = lengthsText(lengths, node !== undefined && listLiteral(node) !== undefined);
    const edits = node ? [key, ...replaceLengths(node, lengths)] : [replace(property, `${name}: ${value}`)];
    return { edits, option: name, value, ...(node && isWrittenOut(node) ? sharing : { shared: true }) };
}

/** Puts two arguments of an operation in each other's place. */
export function swapArguments(text: string, finding: Finding, names: readonly [string, string]): Change | undefined {
    const [first, second] = names.map((name) => placeOf(finding.given?.options.get(name)?.place)?.node);
    if (!first || !second || !isInert(first) || !isInert(second)) {
        return undefined;
    }
    return { edits: [replace(first, textOf(text, second)), replace(second, textOf(text, first))], option: names[0], value: textOf(text, second), shared: false };
}

/** Whether an option is given already, other than by an object that is spread ahead of this property. */
function isSaid(finding: Finding, option: string, property: TSESTree.Property): boolean {
    const given = finding.given?.options.get(option);
    const place = placeOf(given?.place);
    const object = ownObject(finding);
    const isAfter = object?.properties.includes(property) === true && object.properties.every((one) => one.type !== "SpreadElement" || one.range[1] <= property.range[0]);
    return given !== undefined && !(place && isOverridable(place, finding) && isAfter);
}

/** Takes an option that is not read out of the object in the call; undefined where it stands elsewhere. */
export function removeOption(text: string, finding: Finding, unread: UnreadOption): Change | undefined {
    const property = placeOf(unread.given.place)?.property;
    const object = ownObject(finding);
    const edits = property?.type === "Property" && object?.properties.includes(property) ? removeProperty(text, object, property) : undefined;
    return edits && { edits, option: unread.spelling, value: "", shared: false };
}

function keyEdit(text: string, { key, computed, shorthand, range }: TSESTree.Property, name: string): TextEdit | undefined {
    if (shorthand) {
        return insert(range[0], `${name}: `);
    }
    if (key.type === "Literal") {
        return replace(key, quoted(name, textOf(text, key)));
    }
    return computed ? undefined : replace(key, name);
}

/** `{strides}` becomes `{strides: 2}`, and so does `{get strides() { return 1; }}`. */
function withKey(text: string, { property, node }: Place, edits: TextEdit[]): TextEdit[] {
    if (property?.type !== "Property" || !(property.shorthand || property.method || property.kind !== "init")) {
        return edits;
    }
    const key = textOf(text, property.key);
    const [edit] = edits;
    return edit ? [{ start: property.range[0], end: node.range[1], text: `${property.computed ? `[${key}]` : key}: ${edit.text}` }] : edits;
}

/** A value that others may use as well: in a variable, or in a literal that is not written in the call itself. */
function sharingOf({ property, node, holder }: Place, finding: Finding): Sharing {
    if (!isWrittenOut(node)) {
        return { shared: true };
    }
    return property || holder.type === "ArrayExpression" ? sharingOfLiteral(property ?? node, holder, finding) : { shared: false };
}

/** Of a property or an element, by the literal that the call got: where that only takes it over from another, it is that other's. */
function sharingOfLiteral(part: TSESTree.Node, holder: TSESTree.Node, { call }: Finding): Sharing {
    return isWithin(part, call) ? { shared: false } : { shared: true, ...(isWithin(part, holder) ? { holder } : {}) };
}

function addOption(text: string, finding: Finding, option: string, value: string): Change | undefined {
    const { spelling, call } = finding;
    const name = newSpelling(finding, option);
    // Of an operation, what its fixes set stands in the call: arguments that are required.
    if (!spelling || name === undefined) {
        return undefined;
    }
    const holder = ownObject(finding) ?? objectElsewhere(finding);
    const list = /^\[[^'"`]*\]$/.test(value) && gapAfterComma(text, holder ?? call) === "" ? value.replaceAll(", ", ",") : value;
    if (holder) {
        const sharing: Sharing = isWithin(holder, call) ? { shared: false } : { shared: true, holder };
        // What a caller's own options say, spread last, is to have the last word as before.
        const ahead = finding.given?.options.has(option) === true ? undefined : addBeforeSpread(text, holder, name, list);
        return ahead ? { edits: ahead, option: name, value, ...sharing, yields: option } : { edits: addProperty(text, holder, name, list), option: name, value, ...sharing };
    }
    return spelling.library === "keras" && endsInPositional(finding) ? { edits: appendArgument(text, call, objectText(text, name, list)), option: name, value, shared: false } : undefined;
}

/** The object of options that is written in the call: for TensorFlow.js what comes first, in Keras style what comes last. */
function ownObject({ call, spelling }: Finding): TSESTree.ObjectExpression | undefined {
    const argument = call.arguments.at(spelling?.library === "tfjs" ? 0 : -1);
    const bare = argument && withoutTypes(argument);
    // Of `Object.assign({}, base, { … })` what comes last has the last word.
    const last = bare?.type === "CallExpression" && textOfCallee(bare) === "Object.assign" ? bare.arguments.at(-1) : bare;
    return last?.type === "ObjectExpression" ? last : undefined;
}

function textOfCallee({ callee }: TSESTree.CallExpression): string {
    if (callee.type !== "MemberExpression") {
        return "";
    }
    const { object, property } = callee;
    return object.type === "Identifier" && property.type === "Identifier" ? `${object.name}.${property.name}` : "";
}

/** The object literal that a variable in the call holds. */
function objectElsewhere(finding: Finding): TSESTree.ObjectExpression | undefined {
    for (const given of finding.given?.options.all ?? []) {
        const holder = placeOf(given.place)?.holder;
        if (holder?.type === "ObjectExpression") {
            return holder;
        }
    }
    return undefined;
}

/** Whether an object of keywords may follow: the last argument is not one already, as a variable might be. */
function endsInPositional({ call, given }: Finding): boolean {
    const last = call.arguments.at(-1);
    if (!last || given?.open) {
        return false;
    }
    const places = (given?.options.all ?? []).flatMap((one) => [one, ...(one.elements ?? [])]).flatMap((one) => placeOf(one?.place) ?? []);
    if (last.type === "SpreadElement") {
        if (call.arguments.filter(({ type }) => type === "SpreadElement").length > 1) {
            return false;
        }
        // The last of the list has to be a positional argument: what no option stands for may be keywords.
        return places.some(({ node, property, holder }) => property === undefined && holder.type === "ArrayExpression" && holder.elements.at(-1) === node);
    }
    return isWrittenOut(last) || places.some(({ node }) => node === last);
}

/** Puts an argument of an operation before one that stands in its place: in the call, or in the list that holds its arguments. */
export function insertArgument(text: string, finding: Finding, option: string, lengths: readonly number[]): Change | undefined {
    const place = placeOf(finding.given?.options.get(option)?.place);
    if (!place || place.property) {
        return undefined;
    }
    const value = lengthsText(lengths, false);
    const { holder } = place;
    const edits = insertBefore(text, holder.type === "ArrayExpression" ? holder.elements : finding.call.arguments, place.node, value);
    return edits.length > 0 ? { edits, option, value, ...sharingOf(place, finding) } : undefined;
}
