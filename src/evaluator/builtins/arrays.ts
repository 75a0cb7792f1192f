/** Methods of arrays, on arrays whose items are known; on the others, only what they give back for sure. */
import { callBack, callUnknown, type Arguments } from "../calls.js";
import type { Evaluation } from "../evaluation.js";
import { iterate } from "../iteration.js";
import { patience } from "../loops.js";
import { strictlyEqual, toNumber, toText } from "../operators.js";
import { array, boolean, number, openArray, string, truth, undefinedValue, unknown, type ArrayValue, type CallNode, type Value } from "../values.js";

const longest = 100_000;
const mostSorted = 500;

export function arrayMethod(e: Evaluation, base: ArrayValue, key: string, args: Arguments, node: CallNode): Value {
    if (base.open || args.open) {
        return openMethod(e, base, key, args);
    }
    e.spend(base.items.length >> 3);
    const [first = undefinedValue, second = undefinedValue] = args.values;
    switch (key) {
        case "push":
            e.heap.touch(base);
            base.items.push(...args.values);
            return number(base.items.length);
        case "pop":
        case "shift":
            e.heap.touch(base);
            return (key === "pop" ? base.items.pop() : base.items.shift()) ?? undefinedValue;
        case "unshift":
            e.heap.touch(base);
            base.items.unshift(...args.values);
            return number(base.items.length);
        case "reverse":
            e.heap.touch(base);
            base.items.reverse();
            return base;
        case "toReversed":
            return array(base.items.slice().reverse());
        case "slice":
            return sliced(base, args);
        case "splice":
            return splice(e, base, args);
        case "concat":
            return concatenated(e, base, args);
        case "fill":
            return filled(e, base, args);
        case "at":
            return atIndex(base, first);
        case "includes":
            return found(base.items.map((item) => strictlyEqual(item, first)), true, false);
        case "indexOf":
            return indexOf(base, first);
        case "join":
            return joined(base, args.values.length > 0 ? toText(first) : ",");
        case "flat":
            return flat(base, args.values.length > 0 ? toNumber(first) : 1);
        case "keys":
            return array(base.items.map((_, index) => number(index)));
        case "values":
            return array(base.items.slice());
        case "entries":
            return array(base.items.map((item, index) => array([number(index), item])));
        case "sort":
        case "toSorted":
            return sorted(e, base, key, args, node);
        case "map":
            return array(visit(e, base, first, node));
        case "flatMap": {
            const parts = visit(e, base, first, node);
            return flat(array(parts), 1);
        }
        case "forEach":
            visit(e, base, first, node);
            return undefinedValue;
        case "filter": {
            const tests = visit(e, base, first, node).map(truth);
            return tests.every((test) => test !== undefined) ? array(base.items.filter((_, index) => tests[index])) : openArray();
        }
        case "find":
        case "findIndex":
        case "some":
        case "every":
            return search(e, base, key, first, node);
        case "reduce":
        case "reduceRight":
            return reduce(e, base, key, args, node, second);
        default:
            return callUnknown(e, { ...args, values: [base, ...args.values] });
    }
}

/** Of an array that is not known item by item. */
function openMethod(e: Evaluation, base: ArrayValue, key: string, args: Arguments): Value {
    const changes = ["push", "pop", "shift", "unshift", "reverse", "splice", "fill", "sort", "copyWithin"].includes(key);
    if (changes) {
        e.heap.touch(base);
        base.items = [];
        base.open = true;
        base.length = key === "reverse" || key === "sort" || key === "fill" ? base.length : undefined;
    }
    callUnknown(e, args, key !== "push" && key !== "unshift" && key !== "splice" && key !== "fill");
    switch (key) {
        case "map":
            return openArray(base.open ? base.length : base.items.length);
        case "slice":
        case "concat":
        case "filter":
        case "flat":
        case "flatMap":
        case "splice":
        case "keys":
        case "values":
        case "entries":
            return openArray();
        case "reverse":
        case "fill":
        case "sort":
            return base;
        default:
            return unknown;
    }
}

function visit(e: Evaluation, base: ArrayValue, callback: Value, node: CallNode): Value[] {
    return overAll(e, base.items.slice(), callback, node, (item, index) => callBack(e, callback, [item, number(index), base], node));
}

/** Calls back for every item; of long data only what all calls have in common is found out. */
function overAll(e: Evaluation, items: readonly Value[], callback: Value, node: CallNode, call: (item: Value, index: number) => Value): Value[] {
    const isIdle = patience(e, node);
    const results: Value[] = [];
    for (const [index, item] of items.entries()) {
        e.step();
        if (isIdle()) {
            callUnknown(e, { values: [callback], nodes: [undefined], open: false }, true);
            break;
        }
        results.push(call(item, index));
    }
    while (results.length < items.length) {
        results.push(unknown);
    }
    return results;
}

/** Whole-number arguments of slice and the like; undefined when not known. */
function position(value: Value | undefined, fallback: number): number | undefined {
    if (value === undefined || value.kind === "undefined") {
        return fallback;
    }
    const plain = toNumber(value);
    return plain === undefined ? undefined : Math.trunc(plain);
}

function sliced(base: ArrayValue, args: Arguments): Value {
    const start = position(args.values[0], 0);
    const end = position(args.values[1], base.items.length);
    return start === undefined || end === undefined ? openArray() : array(base.items.slice(start, end));
}

function splice(e: Evaluation, base: ArrayValue, args: Arguments): Value {
    const start = position(args.values[0], 0);
    const count = position(args.values[1], base.items.length);
    e.heap.touch(base);
    if (start === undefined || count === undefined) {
        base.items = [];
        base.open = true;
        return openArray();
    }
    return array(base.items.splice(start, count, ...args.values.slice(2)));
}

function concatenated(e: Evaluation, base: ArrayValue, args: Arguments): Value {
    const items = base.items.slice();
    for (const value of args.values) {
        if (value.kind === "unknown" || value.kind === "parameter" || (value.kind === "array" && value.open)) {
            return openArray();
        }
        if (value.kind === "array") {
            e.spend(value.items.length);
            items.push(...value.items);
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
    e.heap.touch(base);
    if (start === undefined || end === undefined) {
        base.items = base.items.map(() => unknown);
    } else {
        base.items.fill(item, start, end);
    }
    return base;
}

function atIndex(base: ArrayValue, index: Value): Value {
    const plain = position(index, 0);
    return plain === undefined ? unknown : (base.items.at(plain) ?? undefinedValue);
}

function indexOf(base: ArrayValue, wanted: Value): Value {
    for (const [index, item] of base.items.entries()) {
        const same = strictlyEqual(item, wanted);
        if (same !== false) {
            return same ? number(index) : unknown;
        }
    }
    return number(-1);
}

/** One sure answer is enough; otherwise every one has to be known. */
function found(answers: readonly (boolean | undefined)[], enough: boolean, otherwise: boolean): Value {
    for (const answer of answers) {
        if (answer === undefined) {
            return answers.includes(enough) ? boolean(enough) : unknown;
        }
        if (answer === enough) {
            return boolean(enough);
        }
    }
    return boolean(otherwise);
}

function joined(base: ArrayValue, separator: string | undefined): Value {
    const parts = base.items.map((item) => (item.kind === "undefined" || item.kind === "null" ? "" : toText(item)));
    return separator === undefined || parts.length > 1000 || parts.some((part) => part === undefined) ? unknown : string(parts.join(separator));
}

function flat(base: ArrayValue, depth: number | undefined): Value {
    if (depth === undefined) {
        return openArray();
    }
    const items: Value[] = [];
    for (const item of base.items) {
        if (item.kind === "array" && depth >= 1) {
            const inner = flat(item, depth - 1);
            if (item.open || inner.kind !== "array" || inner.open || items.length + inner.items.length > longest) {
                return openArray();
            }
            items.push(...inner.items);
        } else if (item.kind === "unknown" || item.kind === "parameter") {
            return openArray();
        } else {
            items.push(item);
        }
    }
    return array(items);
}

function sorted(e: Evaluation, base: ArrayValue, key: string, args: Arguments, node: CallNode): Value {
    const [compare] = args.values;
    const items = base.items.slice();
    let known = items.length <= mostSorted;
    if (!known && compare) {
        callUnknown(e, { values: [compare], nodes: [undefined], open: false }, true);
    }
    const order = (a: Value, b: Value): number => {
        if (compare && compare.kind !== "undefined") {
            const answer = toNumber(callBack(e, compare, [a, b], node));
            known &&= answer !== undefined;
            return answer ?? 0;
        }
        const x = toText(a);
        const y = toText(b);
        known &&= x !== undefined && y !== undefined;
        return x === undefined || y === undefined || x === y ? 0 : x < y ? -1 : 1;
    };
    if (known) {
        items.sort(order);
    }
    const result = known ? items : items.map(() => unknown);
    if (key === "toSorted") {
        return array(result);
    }
    e.heap.touch(base);
    base.items = result;
    return base;
}

function search(e: Evaluation, base: ArrayValue, key: "find" | "findIndex" | "some" | "every", callback: Value, node: CallNode): Value {
    if (key === "some" || key === "every") {
        const answers = visit(e, base, callback, node).map(truth);
        return key === "some" ? found(answers, true, false) : found(answers, false, true);
    }
    const isIdle = patience(e, node);
    for (const [index, item] of base.items.slice().entries()) {
        if (isIdle()) {
            callUnknown(e, { values: [callback], nodes: [undefined], open: false }, true);
            return unknown;
        }
        const answer = truth(callBack(e, callback, [item, number(index), base], node));
        if (answer === undefined) {
            return unknown;
        }
        if (answer) {
            return key === "find" ? item : number(index);
        }
    }
    return key === "find" ? undefinedValue : number(-1);
}

function reduce(e: Evaluation, base: ArrayValue, key: string, args: Arguments, node: CallNode, initial: Value): Value {
    const [callback = undefinedValue] = args.values;
    const indexed = [...base.items.slice().entries()];
    if (key === "reduceRight") {
        indexed.reverse();
    }
    let result: Value | undefined = args.values.length > 1 ? initial : undefined;
    const isIdle = patience(e, node);
    for (const [index, item] of indexed) {
        e.step();
        if (isIdle()) {
            callUnknown(e, args, true);
            return unknown;
        }
        result = result === undefined ? item : callBack(e, callback, [result, item, number(index), base], node);
    }
    return result ?? unknown;
}

/** Array.from, Array.of, and `new Array`. */
export function arrayFrom(e: Evaluation, args: readonly Value[], node: CallNode): Value {
    const [source = undefinedValue, callback] = args;
    let items = iterate(e, source);
    if (!items && source.kind === "object" && !source.open) {
        const length = source.fields.get("length")?.value;
        items = length ? repeated(e, undefinedValue, length) : [];
    }
    if (!items) {
        const length = source.kind === "array" ? source.length : undefined;
        if (callback) {
            callUnknown(e, { values: [callback], nodes: [undefined], open: false }, true);
        }
        return openArray(length);
    }
    if (!callback || callback.kind === "undefined") {
        return array(items);
    }
    return array(overAll(e, items, callback, node, (item, index) => callBack(e, callback, [item, number(index)], node)));
}

function repeated(e: Evaluation, item: Value, length: Value): Value[] | undefined {
    const count = toNumber(length);
    if (count === undefined || count > longest) {
        return undefined;
    }
    const whole = Number.isNaN(count) ? 0 : Math.max(0, Math.trunc(count));
    e.spend(whole >> 3);
    return new Array<Value>(whole).fill(item);
}

export function newArray(e: Evaluation, args: readonly Value[]): Value {
    const [length] = args;
    if (args.length !== 1 || !length) {
        return array(args.slice());
    }
    if (length.kind === "unknown" || length.kind === "parameter" || length.kind === "size") {
        return openArray();
    }
    if (length.kind !== "number") {
        return array([length]);
    }
    const items = repeated(e, undefinedValue, length);
    return items ? array(items) : openArray(Number.isInteger(length.value) && length.value >= 0 ? length.value : undefined);
}

/** `new Float32Array(n)`, `new Uint8Array([1, 2])`: the length counts, the items are numbers nobody asks for. */
export function newTypedArray(e: Evaluation, args: readonly Value[]): Value {
    const [source] = args;
    if (!source || source.kind === "undefined") {
        return openArray(0);
    }
    if (source.kind === "number") {
        return openArray(Number.isInteger(source.value) && source.value >= 0 ? source.value : undefined);
    }
    const items = source.kind === "array" ? (source.open ? undefined : iterate(e, source)) : undefined;
    return items ? array(items) : openArray(source.kind === "array" ? source.length : undefined);
}

