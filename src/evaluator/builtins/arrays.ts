/** Methods of arrays, on arrays whose items are known; on the others, only what they give back for sure. */
import type { Arguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import { isPerhapsFilled } from "../iteration.js";
import { itemOf } from "../members.js";
import { joinedText, strictlyEqual, toNumber, toText } from "../operators.js";
import { callPerhaps, callUnknown } from "../unseen.js";
import { array, boolean, hole, number, openArray, shortText, undefinedValue, unknown } from "../making.js";
import type { ArrayValue, CallNode, Value } from "../values.js";
import { wholeGist } from "../gist.js";
import { callingBack, filtered, found, mapped, overUnknown, pushAll, reduced, sorted, tested } from "./array-callbacks.js";
import { longest } from "./array-making.js";

export function arrayMethod(e: Evaluation, base: ArrayValue, key: string, args: Arguments, node: CallNode): Value {
    if (base.open || args.open || (base.weak && changing.has(key))) {
        return openMethod(e, base, key, args, node);
    }
    if (!changing.has(key) && isPerhapsFilled(e, base)) {
        return openMethod(e, openArray(), key, args, node);
    }
    e.spend(base.items.length >> 6);
    return changingMethod(e, base, key, args, node) ?? callingMethod(e, base, key, args, node) ?? readingMethod(base, key, args) ?? unknownMethod(e, base, args);
}

function unknownMethod(e: Evaluation, base: ArrayValue, args: Arguments): Value {
    e.heap.lose(base);
    return callUnknown(e, args);
}

function changingMethod(e: Evaluation, base: ArrayValue, key: string, args: Arguments, node: CallNode): Value | undefined {
    switch (key) {
        case "push":
            pushAll(e, base, args.values);
            return number(base.items.length);
        case "pop":
        case "shift": {
            e.heap.touch(base);
            const item = key === "pop" ? base.items.pop() : base.items.shift();
            return item === undefined || item === hole ? undefinedValue : item;
        }
        case "unshift":
            e.heap.touch(base);
            base.items = [...args.values, ...base.items];
            return number(base.items.length);
        case "reverse":
            e.heap.touch(base);
            base.items.reverse();
            return base;
        case "splice":
            return splice(e, base, args);
        case "fill":
            return filled(e, base, args);
        case "copyWithin": {
            const [target, start, end] = args.values.map((value) => position(value, undefined));
            e.heap.touch(base);
            base.items.copyWithin(target ?? 0, start ?? 0, end);
            return args.values.every((value) => position(value, 0) !== undefined) ? base : blurred(e, base);
        }
        case "sort": {
            const items = sorted(e, base, args.values[0], node);
            if (!items) {
                const { length } = base.items;
                return blurred(e, base, length);
            }
            e.heap.touch(base);
            base.items = items;
            return base;
        }
        default:
            return undefined;
    }
}

const changing = new Set(["push", "pop", "shift", "unshift", "reverse", "splice", "fill", "copyWithin", "sort"]);

/** Its items are somewhere else than they were: only their number is known. */
function blurred(e: Evaluation, base: ArrayValue, length?: number): Value {
    e.heap.blur(base);
    base.length = length;
    return base;
}

function callingMethod(e: Evaluation, base: ArrayValue, key: string, args: Arguments, node: CallNode): Value | undefined {
    const [first = undefinedValue] = args.values;
    switch (key) {
        case "toSorted": {
            const items = sorted(e, base, args.values[0], node);
            return items ? array(items) : lostCopy(e, base);
        }
        case "map":
            return mapped(e, base, first, node);
        case "flatMap": {
            const parts = mapped(e, base, first, node);
            return parts.kind === "array" && !parts.open ? flat(e, parts, 1) : openArray();
        }
        case "forEach":
            mapped(e, base, first, node);
            return undefinedValue;
        case "filter":
            return filtered(e, base, first, node);
        case "find":
        case "findIndex":
        case "findLast":
        case "findLastIndex":
            return found(e, base, key, first, node);
        case "some":
            return tested(e, base, true, first, node);
        case "every":
            return tested(e, base, false, first, node);
        case "reduce":
        case "reduceRight":
            return reduced(e, base, key, args, node);
        case "at":
            return atIndex(e, base, first);
        case "slice":
            return sliced(e, base, args);
        case "subarray":
            return partOf(base, args);
        case "concat":
            return concatenated(e, base, args);
        case "flat":
            return flat(e, base, args.values.length > 0 ? toNumber(first) : 1);
        default:
            return undefined;
    }
}

function lostCopy(e: Evaluation, base: ArrayValue): Value {
    base.items.forEach(e.heap.lose);
    return openArray(base.items.length);
}

function readingMethod(base: ArrayValue, key: string, args: Arguments): Value | undefined {
    const [first = undefinedValue, second] = args.values;
    switch (key) {
        case "toReversed":
            return array(plainItems(base).reverse());
        case "with": {
            const index = position(first, undefined);
            const items = plainItems(base);
            return index === undefined || !second ? openArray(items.length) : array(items.map((item, i) => (i === (index < 0 ? index + items.length : index) ? second : item)));
        }
        case "toSpliced": {
            const copy = array(plainItems(base));
            const range = spliceRange(copy, args);
            if (!range) {
                return openArray();
            }
            copy.items.splice(range.start, range.count, ...args.values.slice(2));
            return copy;
        }
        case "includes":
            return includes(base, first);
        case "indexOf":
        case "lastIndexOf":
            return second ? unknown : indexOf(base, first, key === "lastIndexOf");
        case "join":
            return joined(base, args.values.length > 0 && first.kind !== "undefined" ? toText(first) : ",");
        case "toString":
            return joined(base, ",");
        case "keys":
            return array(base.items.map((_, index) => number(index)));
        case "values":
            return array(plainItems(base));
        case "entries":
            return array(base.items.map((_, index) => array([number(index), itemOf(base, index)])));
        default:
            return undefined;
    }
}

function plainItems(base: ArrayValue): Value[] {
    return base.items.map((_, index) => itemOf(base, index));
}

/** Of an array that is not known item by item. */
function openMethod(e: Evaluation, base: ArrayValue, key: string, args: Arguments, node: CallNode): Value {
    const { length } = base.open ? base : { length: base.items.length };
    const last = base.open && !args.open ? base.gist?.last : undefined;
    if (key === "push" && base.open && !args.open && !base.weak) {
        pushAll(e, base, args.values);
        return unknown;
    }
    if (changing.has(key)) {
        blurred(e, base, key === "reverse" || key === "sort" || key === "fill" || key === "copyWithin" ? length : undefined);
        args.values.forEach(e.heap.lose);
        if (key === "fill" && base.elements === undefined && args.values.length === 1 && !args.open && !base.weak) {
            base.gist = wholeGist(args.values[0]);
        }
        if (key === "sort") {
            callPerhaps(e, args.values[0]);
        }
        return key === "reverse" || key === "fill" || key === "sort" || key === "copyWithin" ? base : key === "pop" ? (last ?? unknown) : unknown;
    }
    // What callbacks are handed, and what is taken out, may be any of the items.
    base.items.forEach(e.heap.lose);
    if (!args.open && args.values[0]?.kind === "function" && callingBack.has(key)) {
        return overUnknown(e, base, key, args, node);
    }
    if (!pure.has(key)) {
        args.values.forEach((value) => {
            callPerhaps(e, value);
        });
    }
    switch (key) {
        case "map":
        case "toSorted":
        case "toReversed":
        case "with":
            return openArray(length);
        case "keys":
            return length === undefined || length > longest ? openArray(length) : array(Array.from({ length }, (_, index) => number(index)));
        case "values":
        case "entries":
            return openArray(length);
        case "at":
            return (position(args.values[0], 0) === -1 && last) || unknown;
        case "slice":
        case "subarray": {
            if (last && last.kind !== "maybe" && args.values.length === 1 && position(args.values[0], 0) === -1) {
                return array([last]);
            }
            const start = position(args.values[0], 0);
            const end = position(args.values[1], length);
            return openArray(length === undefined || start === undefined || end === undefined || args.open ? undefined : lengthOfSlice(length, start, end));
        }
        case "concat":
            args.values.forEach(e.heap.lose);
            return openArray();
        case "filter":
        case "flat":
        case "flatMap":
            return openArray();
        default:
            return unknown;
    }
}

/** Methods that call nothing back. */
const pure = new Set(["at", "concat", "entries", "flat", "includes", "indexOf", "join", "keys", "lastIndexOf", "slice", "subarray", "toReversed", "toString", "values", "with"]);

function lengthOfSlice(length: number, start: number, end: number): number {
    const from = start < 0 ? Math.max(0, length + start) : Math.min(start, length);
    const to = end < 0 ? Math.max(0, length + end) : Math.min(end, length);
    return Math.max(0, to - from);
}

/** Whole-number arguments of slice and the like; undefined when not known. */
function position(value: Value | undefined, fallback: number | undefined): number | undefined {
    if (value === undefined || value.kind === "undefined") {
        return fallback;
    }
    const plain = toNumber(value);
    return plain === undefined ? undefined : Number.isNaN(plain) ? 0 : Math.trunc(plain);
}

/** A view of the same numbers: of it, the length alone is told. */
function partOf(base: ArrayValue, args: Arguments): Value {
    const start = position(args.values[0], 0);
    const end = position(args.values[1], base.items.length);
    return openArray(start === undefined || end === undefined || args.open ? undefined : lengthOfSlice(base.items.length, start, end));
}

function sliced(e: Evaluation, base: ArrayValue, args: Arguments): Value {
    const start = position(args.values[0], 0);
    const end = position(args.values[1], base.items.length);
    if (start === undefined || end === undefined) {
        base.items.forEach(e.heap.lose);
        return openArray();
    }
    return array(base.items.slice(start, end));
}

/** From where and how many: without a count all the rest, and of a count that is undefined none. */
function spliceRange(base: ArrayValue, args: Arguments): { readonly start: number; readonly count: number } | undefined {
    const start = args.values.length === 0 ? 0 : position(args.values[0], 0);
    const count = args.values.length === 0 ? 0 : args.values.length === 1 ? base.items.length : position(args.values[1], 0);
    return start === undefined || count === undefined ? undefined : { start, count };
}

function splice(e: Evaluation, base: ArrayValue, args: Arguments): Value {
    const range = spliceRange(base, args);
    if (!range) {
        args.values.forEach(e.heap.lose);
        blurred(e, base);
        return openArray();
    }
    e.heap.touch(base);
    return array(base.items.splice(range.start, range.count, ...args.values.slice(2)));
}

function concatenated(e: Evaluation, base: ArrayValue, args: Arguments): Value {
    const items = base.items.slice();
    for (const value of args.values) {
        if (value.kind === "unknown" || value.kind === "parameter" || value.kind === "maybe" || (value.kind === "array" && value.open)) {
            [...items, ...args.values].forEach(e.heap.lose);
            return openArray();
        }
        if (value.kind === "array") {
            e.spend(value.items.length);
            for (const item of value.items) {
                items.push(item);
            }
        } else {
            items.push(value);
        }
    }
    return array(items);
}

function filled(e: Evaluation, base: ArrayValue, args: Arguments): Value {
    const [item = undefinedValue] = args.values;
    const start = position(args.values[1], 0);
    const end = position(args.values[2], base.items.length);
    if (start === undefined || end === undefined) {
        e.heap.lose(item);
        return blurred(e, base, base.items.length);
    }
    e.heap.touch(base);
    base.items.fill(item, start, end);
    return base;
}

function atIndex(e: Evaluation, base: ArrayValue, index: Value): Value {
    const plain = position(index, 0);
    if (plain === undefined) {
        base.items.forEach(e.heap.lose);
        return unknown;
    }
    return itemOf(base, plain < 0 ? plain + base.items.length : plain);
}

function indexOf(base: ArrayValue, wanted: Value, last: boolean): Value {
    const indices = base.items.map((_, index) => index);
    for (const index of last ? indices.reverse() : indices) {
        const item = base.items[index] ?? hole;
        const same = item === hole ? false : strictlyEqual(item, wanted);
        if (same !== false) {
            return same ? number(index) : unknown;
        }
    }
    return number(-1);
}

/** One that is sure is enough; for none, every one has to be known. NaN is found, unlike by `indexOf`. */
function includes(base: ArrayValue, wanted: Value): Value {
    const isNaN = (value: Value): boolean => value.kind === "number" && Number.isNaN(value.value);
    const answers = plainItems(base).map((item) => (isNaN(item) && isNaN(wanted)) || strictlyEqual(item, wanted));
    return answers.includes(true) ? boolean(true) : answers.includes(undefined) ? unknown : boolean(false);
}

function joined(base: ArrayValue, separator: string | undefined): Value {
    const whole = separator === undefined ? undefined : joinedText(base.items, separator);
    return whole === undefined ? unknown : shortText(whole);
}

/** Levels are opened one after the other, so that deep lists do not go deep here. */
function flat(e: Evaluation, base: ArrayValue, depth: number | undefined): Value {
    let items = base.items.filter((item) => item !== hole);
    for (let level = 0; level < (depth ?? 0) && items.some((item) => item.kind === "array"); level++) {
        const next: Value[] = [];
        for (const item of items) {
            if (item.kind !== "array") {
                next.push(item);
            } else if (item.open || next.length + item.items.length > longest || level > 1000) {
                return openArray();
            } else {
                // Holes are walked over as well, and the same list may stand here any number of times.
                e.spend(item.items.length >> 6);
                next.push(...item.items.filter((inner) => inner !== hole));
            }
        }
        items = next;
    }
    const isKnown = depth !== undefined && items.every((item) => item.kind !== "unknown" && item.kind !== "parameter" && item.kind !== "maybe");
    return isKnown || depth === 0 ? array(items) : openArray();
}
