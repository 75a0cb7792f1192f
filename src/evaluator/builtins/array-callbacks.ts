/** Methods of arrays that call back: the callback is run for each item, as long as the items are known. */
import type { Arguments } from "../arguments.js";
import { callBack } from "../calls.js";
import type { Evaluation } from "../evaluation.js";
import { pushedGist, someItem, wholeGist } from "../gist.js";
import type { TurnsLeft } from "../growth.js";
import type { Cell } from "../states.js";
import { patience, turns } from "../loops.js";
import { getProperty, itemOf } from "../members.js";
import { unseenPart } from "../reading.js";
import { constant, unknown as unknownDim, type Dim } from "../../shapes/dim.js";
import { toNumber, toText } from "../operators.js";
import { callPerhaps } from "../unseen.js";
import { array, birth, boolean, dimOfValue, hole, number, openArray, truth, undefinedValue, unknown } from "../making.js";
import type { ArrayValue, CallNode, Gist, Value } from "../values.js";

const mostSorted = 500;

/** An item and its index are handed to `call`, which tells whether to go on. False when not all could be looked at. */
function eachItem(e: Evaluation, base: ArrayValue, { callback, node, holes = false, last = false, reducing = false, all = false }: Walk, call: (item: Value, index: number) => boolean): boolean {
    const isIdle = patience(e, node);
    const { length } = base.items;
    const rest = (place: Value): void => {
        callBack(e, callback, [...(reducing ? [unknown] : []), someItem(base), place, base], node);
    };
    for (let step = 0; step < length; step++) {
        const index = last ? length - 1 - step : step;
        e.step();
        if (base.open) {
            // The callback has changed the array.
            turns(e, indexName(callback, reducing), unknownDim, rest, last ? undefined : step);
            return false;
        }
        if (isIdle()) {
            if (all && !base.items.includes(hole)) {
                e.silently(() => {
                    turns(e, indexName(callback, reducing), constant(length), rest, undefined, () => length - step);
                });
            } else {
                callPerhaps(e, callback);
            }
            return false;
        }
        const isThere = index < base.items.length && base.items[index] !== hole;
        if ((isThere || holes) && !call(itemOf(base, index), index)) {
            return true;
        }
    }
    return true;
}

/** The same of a list that nobody knows: as often as it may be, each time with another item. */
export function overUnknown(e: Evaluation, base: Value, key: string, args: Arguments, node: CallNode): Value {
    const [callback = undefinedValue, initial] = args.values;
    const isReducing = key === "reduce" || key === "reduceRight";
    const name = indexName(callback, isReducing);
    const length = dimOfValue(lengthOf(e, base));
    const each = base.kind === "array" ? base.gist?.each : undefined;
    if (!isReducing) {
        const left = length.kind === "constant" && callingAll.has(key) && hasNoHoles(base) ? () => length.value : undefined;
        const results = gathered(e, name, length, (index) => callBack(e, callback, [someItem(base), index, base], node), left);
        const result = overUnknownResults.get(key)?.(e, base) ?? unknown;
        if (result.kind === "array" && (key === "map" || key === "filter")) {
            result.gist = key === "map" ? results : wholeGist(each);
        }
        return result;
    }
    const result: Cell = { kind: "cell", name: parameterName(callback, 0) ?? "result", value: initial ?? unknown, born: birth(), next: undefined };
    const turn = (index: Value): void => {
        e.heap.set(result, callBack(e, callback, [result.value ?? unknown, someItem(base), key === "reduce" ? index : unknown, base], node));
    };
    turns(e, name, key === "reduce" ? length : unknownDim, turn, 0);
    return result.value ?? unknown;
}

/** What is known of all that is made in as many turns as nobody knows. */
export function gathered(e: Evaluation, indexName: string, length: Dim, make: (index: Value) => Value, left?: TurnsLeft): Gist | undefined {
    const results = array([]);
    const turn = (index: Value): void => {
        pushAll(e, results, [make(index)]);
    };
    turns(e, indexName, length, turn, 0, left);
    return results.gist;
}

/** Adds to the end of a list, of which perhaps only the end is known. */
export function pushAll(e: Evaluation, list: ArrayValue, values: readonly Value[]): void {
    e.heap.touch(list);
    if (list.open) {
        list.gist = pushedGist(list, values, e.heap.lose);
        list.seen = undefined;
        list.length = list.length === undefined ? undefined : list.length + values.length;
        for (const value of values) {
            e.heap.loseItem(list, value);
        }
    } else {
        list.items.push(...values);
    }
}

function indexName(callback: Value, isReducing: boolean): string {
    return parameterName(callback, isReducing ? 2 : 1) ?? "index";
}

function parameterName(callback: Value, position: number): string | undefined {
    const parameter = callback.kind === "function" ? callback.node.params[position] : undefined;
    return parameter?.type === "Identifier" ? parameter.name : undefined;
}

const overUnknownResults: ReadonlyMap<string, (e: Evaluation, base: Value) => Value> = new Map<string, (e: Evaluation, base: Value) => Value>([
    ["forEach", () => undefinedValue],
    ["map", (e, base) => asLongAs(lengthOf(e, base), base.kind === "array" ? base.length : undefined)],
    ["filter", () => openArray()],
    ["flatMap", () => openArray()],
]);

export const callingBack: ReadonlySet<string> = new Set(["every", "filter", "find", "findIndex", "findLast", "findLastIndex", "flatMap", "forEach", "map", "reduce", "reduceRight", "some"]);

/** Those that call back for every item, whatever the callback says. */
const callingAll: ReadonlySet<string> = new Set(["filter", "flatMap", "forEach", "map"]);

/** No callback is called for a hole. */
function hasNoHoles(base: Value): boolean {
    return base.kind === "array" && (base.gist?.each !== undefined || base.elements !== undefined);
}

/** The number of items that reading it would give. */
function lengthOf(e: Evaluation, base: Value): Value {
    return base.kind === "array" && base.length === undefined ? unseenPart(base, "length", "length") : getProperty(e, base, "length");
}

/** Of the items nothing is known, of their number perhaps that it is the same as another. */
export function asLongAs(length: Value, known?: number): ArrayValue {
    const made = openArray(known);
    return known === undefined && (length.kind === "parameter" || length.kind === "size") ? { ...made, seen: new Map([["length", length]]) } : made;
}

interface Walk {
    readonly callback: Value;
    readonly node: CallNode;
    /** Whether holes are visited, as undefined. */
    readonly holes?: boolean;
    /** From the last to the first. */
    readonly last?: boolean;
    /** Whether the callback is handed the result so far. */
    readonly reducing?: boolean;
    /** Whether every item is visited, whatever the callback says. */
    readonly all?: boolean;
}

/** What the callback gives for each item; of long data, for those it was run for. */
export function mapped(e: Evaluation, base: ArrayValue, callback: Value, node: CallNode): Value {
    const { length } = base.items;
    const results = new Array<Value>(length).fill(hole);
    let reached = 0;
    const isDone = eachItem(e, base, { callback, node, all: true }, (item, index) => {
        results[index] = callBack(e, callback, [item, number(index), base], node);
        reached = index + 1;
        return true;
    });
    return array(isDone ? results : results.fill(unknown, reached));
}

export function filtered(e: Evaluation, base: ArrayValue, callback: Value, node: CallNode): Value {
    const kept: Value[] = [];
    let isKnown = true;
    const isDone = eachItem(e, base, { callback, node }, (item, index) => {
        const test = truth(callBack(e, callback, [item, number(index), base], node));
        isKnown &&= test !== undefined;
        if (test !== false) {
            kept.push(item);
        }
        return true;
    });
    if (isDone && isKnown) {
        return array(kept);
    }
    e.heap.lose(array(kept));
    base.items.forEach(e.heap.lose);
    return openArray();
}

/** `some`, `every`: they stop at the first answer that decides. */
export function tested(e: Evaluation, base: ArrayValue, decisive: boolean, callback: Value, node: CallNode): Value {
    let answer: boolean | undefined = !decisive;
    const isDone = eachItem(e, base, { callback, node }, (item, index) => {
        const test = truth(callBack(e, callback, [item, number(index), base], node));
        if (test === decisive) {
            // An undecided one before it may have stopped there: what the later callbacks did is then not sure.
            answer = decisive;
            return false;
        }
        if (test === undefined) {
            answer = undefined;
            callPerhaps(e, callback);
            return false;
        }
        return true;
    });
    return !isDone || answer === undefined ? unknown : boolean(answer);
}

export function found(e: Evaluation, base: ArrayValue, key: "find" | "findIndex" | "findLast" | "findLastIndex", callback: Value, node: CallNode): Value {
    const wantsItem = key === "find" || key === "findLast";
    let result: Value = wantsItem ? undefinedValue : number(-1);
    const isDone = eachItem(e, base, { callback, node, holes: true, last: key.startsWith("findLast") }, (item, index) => {
        const test = truth(callBack(e, callback, [item, number(index), base], node));
        if (test === undefined) {
            base.items.forEach(e.heap.lose);
            callPerhaps(e, callback);
            result = unknown;
        } else if (test) {
            result = wantsItem ? item : number(index);
        }
        return test === false;
    });
    return isDone ? result : unknown;
}

export function reduced(e: Evaluation, base: ArrayValue, key: string, args: Arguments, node: CallNode): Value {
    const [callback = undefinedValue, initial] = args.values;
    let result = initial;
    const isDone = eachItem(e, base, { callback, node, last: key === "reduceRight", reducing: true }, (item, index) => {
        result = result === undefined ? item : callBack(e, callback, [result, item, number(index), base], node);
        return true;
    });
    return isDone && result ? result : unknown;
}

export function sorted(e: Evaluation, base: ArrayValue, compare: Value | undefined, node: CallNode): Value[] | undefined {
    const given = compare && compare.kind !== "undefined" ? compare : undefined;
    if (base.items.length > mostSorted) {
        callPerhaps(e, given);
        return undefined;
    }
    let isKnown = true;
    const order = (a: Value, b: Value): number => {
        const answer = given ? toNumber(callBack(e, given, [a, b], node)) : byText(a, b);
        isKnown &&= answer !== undefined;
        return answer ?? 0;
    };
    const missing = base.items.filter((item) => item.kind === "undefined");
    const items = base.items.filter((item) => item.kind !== "undefined").sort(order);
    return isKnown ? [...items, ...missing] : undefined;
}

function byText(a: Value, b: Value): number | undefined {
    const x = toText(a);
    const y = toText(b);
    return x === undefined || y === undefined ? undefined : x === y ? 0 : x < y ? -1 : 1;
}

/** Calls back for every item of a list that nobody else has; of long data only what all calls have in common is found out. */
export function overAll(e: Evaluation, items: readonly Value[], callback: Value, node: CallNode, call: (item: Value, index: number) => Value): Value[] {
    const isIdle = patience(e, node);
    const results: Value[] = [];
    for (const [index, item] of items.entries()) {
        e.step();
        if (isIdle()) {
            callPerhaps(e, callback);
            break;
        }
        results.push(call(item, index));
    }
    while (results.length < items.length) {
        results.push(unknown);
    }
    return results;
}
