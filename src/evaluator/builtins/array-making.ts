/** Arrays made by Array.from, `new Array` and the typed arrays' constructors. */
import type { Evaluation } from "../evaluation.js";
import { iterate, iteratorKey } from "../iteration.js";
import { toNumber } from "../operators.js";
import { callPerhaps } from "../unseen.js";
import { array, dimOfValue, hole, number, openArray, someNumber, undefinedValue, unknown } from "../making.js";
import type { CallNode, Gist, ObjectValue, Value } from "../values.js";
import { callBack } from "../calls.js";
import { wholeGist } from "../gist.js";
import { getProperty } from "../members.js";
import { asLongAs, gathered, overAll } from "./array-callbacks.js";

export const longest = 100_000;

/** Array.from, Array.of, and `new Array`. */
export function arrayFrom(e: Evaluation, args: readonly Value[], node: CallNode): Value {
    const [source = undefinedValue, callback] = args;
    const items = source.kind === "object" && !source.open && !source.class && !source.fields.has(iteratorKey) ? listLike(e, source) : iterate(e, source);
    if (!items) {
        let gist: Gist | undefined;
        if (callback?.kind === "function") {
            gist = gathered(e, "index", dimOfValue(getProperty(e, source, "length")), (index) => callBack(e, callback, [unknown, index], node));
        } else if (callback) {
            callPerhaps(e, callback);
        } else if (source.kind === "array" && source.elements !== undefined) {
            gist = wholeGist(someNumber);
        }
        return { ...asLongAs(getProperty(e, source, "length"), source.kind === "array" ? source.length : undefined), gist };
    }
    if (!callback || callback.kind === "undefined") {
        return array(items);
    }
    return array(overAll(e, items, callback, node, (item, index) => callBack(e, callback, [item, number(index)], node)));
}

/** `{length: n}`, with or without items. */
function listLike(e: Evaluation, source: ObjectValue): Value[] | undefined {
    const length = source.fields.get("length")?.value;
    return length ? repeated(e, undefinedValue, length)?.map((missing, index) => source.fields.get(String(index))?.value ?? missing) : [];
}

function repeated(e: Evaluation, item: Value, length: Value): Value[] | undefined {
    const count = toNumber(length);
    if (count === undefined || count > longest) {
        return undefined;
    }
    const whole = Number.isNaN(count) ? 0 : Math.max(0, Math.trunc(count));
    e.spend(whole >> 6);
    return new Array<Value>(whole).fill(item);
}

export function newArray(e: Evaluation, args: readonly Value[]): Value {
    const [length] = args;
    if (args.length !== 1 || !length) {
        return array(args.slice());
    }
    if (length.kind === "unknown" || length.kind === "parameter" || length.kind === "size") {
        return asLongAs(length);
    }
    if (length.kind !== "number") {
        return array([length]);
    }
    const items = repeated(e, hole, length);
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
    const items = source.kind === "array" && !source.open ? iterate(e, source) : undefined;
    if (items) {
        // What does not fit into a number of that type becomes another one.
        const fits = items.every((item) => item.kind === "number" && Number.isInteger(item.value) && item.value >= 0 && item.value < 128);
        return fits ? array(items) : openArray(items.length);
    }
    return openArray(source.kind === "array" ? source.length : undefined);
}

