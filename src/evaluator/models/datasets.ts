/** Datasets: `tf.data.array`, `tf.data.zip`, and what is made of them. What cannot be followed gives unknown elements. */
import { unknownDatum, type Datum } from "../../catalogue/datum.js";
import { batched, someValue, typical, unevenIn } from "../../training/datasets.js";
import { constant, unknown as unknownDim } from "../../shapes/dim.js";
import { given as toGiven, OptionList } from "../../catalogue/given.js";
import { atCall, atOption, type Fault } from "../../catalogue/fault.js";
import { plainArguments, type Arguments } from "../arguments.js";
import { callBack } from "../calls.js";
import { normal } from "../control.js";
import { checkTable, namesOfColumns, rowOfTable } from "./csv.js";
import { toDatum } from "./data.js";
import type { Evaluation, Place } from "../evaluation.js";
import { invoke } from "../functions.js";
import { countOf } from "../generators.js";
import { getProperty } from "../members.js";
import { callUnknown, perhaps } from "../unseen.js";
import { array, builtin, dataset, lastBirth, maybe, namedNumber, number, object, openArray, present, promise, record, someScalar, string, tensor, undefinedValue, unknown } from "../making.js";
import { reportCall } from "./reporting.js";
import type { CallNode, DatasetValue, Field, FunctionValue, UnevenBatch, Value } from "../values.js";

/** `tf.data.something(…)`; undefined for what has no known elements. */
export function makeDataset(e: Evaluation, name: string, args: Arguments, node: CallNode): Value | undefined {
    const [first = undefinedValue] = args.values;
    if (args.open) {
        return undefined;
    }
    switch (name) {
        case "array": {
            const items = toDatum(e, first);
            return items.kind === "list" ? ofElements(items.items) : dataset((items.kind === "unknown" && items.each) || unknownDatum);
        }
        case "csv": {
            const [, config] = args.values;
            const fault = checkTable(config);
            if (fault) {
                refuse(e, fault, { ...args, values: [config ?? unknown], nodes: [args.nodes[1]] }, { node, callee: name });
            }
            return { ...dataset(rowOfTable(config)), columns: namesOfColumns(config) };
        }
        case "zip":
            return zip(e, first);
        case "generator":
            if (first.kind === "function") {
                const make = (): DatasetValue => (first.node.generator ? generated(e, first) : dataset(iterated(e, first)));
                return { ...make(), remake: make };
            }
            checkSource(e, first, args, node);
            return undefined;
        default:
            return undefined;
    }
}

/** tfjs-data 4.22.0 src/readers.ts, generator: the generator function itself is called, once for each time that elements are asked for. */
function checkSource(e: Evaluation, source: Value, args: Arguments, node: CallNode): void {
    const given = source.kind === "object" && source.generating ? "a generator" : source.kind === "array" ? "an array" : source.kind === "dataset" ? "a dataset" : undefined;
    if (given !== undefined) {
        refuse(e, { kind: "option-value", option: "generator", given, expected: "the function that makes it, which is not called", at: atOption("generator") }, args, { node, callee: "generator" });
    }
}

interface Called {
    readonly node: CallNode;
    readonly callee: string;
}

/** A fault about the first argument, by the name that the fault has for it. */
function refuse(e: Evaluation, fault: Fault & { readonly option: string }, args: Arguments, { node, callee }: Called): void {
    const [from] = args.nodes;
    const place: Place | undefined = from && { node: from, property: undefined, holder: node };
    reportCall(e, node, callee, fault, { given: { options: new OptionList(args.values.length === 0 ? [] : [toGiven(fault.option, toDatum(e, args.values[0] ?? unknown), place)]), open: args.open } });
}

/** What all that a generator yields has in common. Its body is run whenever somebody asks for elements. */
function generated(e: Evaluation, generator: FunctionValue): DatasetValue {
    const size = countOf(e, { callee: generator, thisValue: undefinedValue, args: plainArguments([]) });
    const elements: Datum[] = [];
    const { yielding } = e;
    e.yielding = { node: generator.node, take: (value) => elements.push(elementOf(e, value)) };
    perhaps(e, () => {
        invoke(e, generator, undefinedValue, plainArguments([]), { perhaps: true });
    });
    e.yielding = yielding;
    callUnknown(e, plainArguments([generator]), true);
    return ofSize(typical(elements), size);
}

/**
 * As tfjs-data 4.22.0 src/readers.ts, generator: the function gives an iterator, perhaps later, and its `next` is called for
 * each element, each time with what it has left behind.
 */
function iterated(e: Evaluation, make: FunctionValue): Datum {
    const elements: Datum[] = [];
    perhaps(e, () => {
        const iterator = atLast(invoke(e, make, undefinedValue, plainArguments([])));
        const next = iterator.kind === "object" ? getProperty(e, iterator, "next") : unknown;
        if (next.kind !== "function") {
            elements.push(unknownDatum);
            return;
        }
        const step = (): void => {
            const result = atLast(invoke(e, next, iterator, plainArguments([])));
            const isDone = result.kind === "object" ? getProperty(e, result, "done") : unknown;
            if (isDone.kind !== "boolean" || !isDone.value) {
                elements.push(result.kind === "object" ? elementOf(e, present(getProperty(e, result, "value"))) : unknownDatum);
            }
        };
        perhaps(e, step);
        // What it leaves behind may differ each time: then it is not known by now.
        perhaps(e, step);
    });
    callUnknown(e, plainArguments([make]), true);
    return typical(elements);
}

function atLast(value: Value): Value {
    const now = present(value);
    return now.kind === "promise" ? present(now.value) : now;
}

/** As it is now: what its functions read may have changed since it was made. */
export function now(e: Evaluation, base: DatasetValue): DatasetValue {
    const { remake } = base;
    if (!remake) {
        return base;
    }
    const since = lastBirth();
    let made = base;
    e.silently(() =>
        e.fork(() => {
            made = remake();
            return normal;
        }),
    );
    e.forgetCallbacks(since);
    return made;
}

function zip(e: Evaluation, parts: Value): DatasetValue {
    const isRemade = { any: false };
    const same = (part: DatasetValue): DatasetValue => {
        isRemade.any ||= part.remake !== undefined;
        return part;
    };
    const zippedAs = (as: (part: DatasetValue) => DatasetValue, remake?: () => DatasetValue): DatasetValue => dataset(zipped(parts, as), shortest(parts, as), remake);
    const made = { ...zippedAs(same), elements: eachZipped(parts, shortest(parts, same)) };
    const remake = (): DatasetValue => zippedAs((part) => now(e, part), remake);
    return isRemade.any ? { ...made, remake } : made;
}

type As = (part: DatasetValue) => DatasetValue;

/** The elements of the datasets in a structure of arrays and objects, in the same structure. */
function zipped(value: Value, as: As): Datum {
    switch (value.kind) {
        case "dataset":
            return as(value).element;
        case "array":
            return value.open ? unknownDatum : { kind: "list", items: value.items.map((item) => zipped(item, as)) };
        case "object":
            return value.class ? unknownDatum : { kind: "record", fields: new Map([...value.fields].map(([name, field]) => [name, field.getter ? unknownDatum : zipped(field.value, as)])), open: value.open };
        default:
            return unknownDatum;
    }
}

function eachZipped(parts: Value, size: number | undefined): readonly Datum[] | undefined {
    let isKnown = size !== undefined && size <= mostListed;
    const at = (index: number, part: DatasetValue): DatasetValue => {
        const element = part.elements?.[index];
        isKnown &&= element !== undefined;
        return { ...part, element: element ?? unknownDatum };
    };
    const elements = isKnown ? Array.from({ length: size ?? 0 }, (_, index) => zipped(parts, (part) => at(index, part))) : [];
    return isKnown ? elements : undefined;
}

/** tfjs-data 4.22.0 src/dataset.ts, zip: as many elements as the dataset that ends first. */
function shortest(value: Value, as: As): number | undefined {
    switch (value.kind) {
        case "dataset":
            return as(value).size;
        case "array":
            return value.open ? undefined : least(value.items.map((item) => shortest(item, as)));
        case "object":
            return value.class || value.open ? undefined : least([...value.fields.values()].map((field) => shortest(field.value, as)));
        default:
            return undefined;
    }
}

function least(sizes: readonly (number | undefined)[]): number | undefined {
    const known = sizes.filter((size) => size !== undefined);
    return known.length > 0 && known.length === sizes.length ? Math.min(...known) : undefined;
}

export function callDatasetMethod(e: Evaluation, base: DatasetValue, key: string, args: Arguments, node: CallNode): Value {
    const made = apply(e, base, key, args, node);
    if (made.kind === "dataset" && base.uneven && passesOn.has(key)) {
        return { ...made, uneven: base.uneven };
    }
    const isLazy = made.kind === "dataset" && (base.remake !== undefined || key === "map" || key === "mapAsync");
    const remake = (): DatasetValue => {
        const again = apply(e, now(e, base), key, args, node);
        return again.kind === "dataset" ? { ...again, remake } : dataset(unknownDatum);
    };
    return isLazy ? { ...made, remake } : made;
}

/** What asks for every element there is. */
const passesOn: ReadonlySet<string> = new Set(["map", "mapAsync", "filter", "prefetch", "repeat", "shuffle"]);

/** What is asked for has to be put together. `all`: every one of them is asked for, and not only the first. */
export function reportUneven(e: Evaluation, { uneven }: DatasetValue, all: boolean): void {
    if (!uneven || (!all && uneven.from > 0)) {
        return;
    }
    const { path, from, index, shapes, isSilent, call } = uneven;
    const effect = isSilent ? { effect: "puts all their values one after the other into a tensor that is made for others like the first" } : {};
    reportCall(e, call, "batch", { kind: "shape-mismatch", inputs: shapes, names: [`elements[${from}]${path}`, `elements[${from + index}]${path}`], axis: undefined, at: atCall, ...effect });
}

function apply(e: Evaluation, base: DatasetValue, key: string, args: Arguments, node: CallNode): Value {
    const [first] = args.values;
    switch (key) {
        case "batch":
            checkCount(e, "batchSize", 1, args, { node, callee: key });
            return inBatches(base, first, args.values[1], node);
        case "shuffle":
            checkCount(e, "bufferSize", 0, args, { node, callee: key });
            return base;
        case "prefetch":
            return base;
        case "take":
        case "skip": {
            const count = first?.kind === "number" && Number.isInteger(first.value) && first.value >= 0 ? first.value : undefined;
            const size = base.size === undefined || count === undefined ? undefined : key === "take" ? Math.min(base.size, count) : Math.max(base.size - count, 0);
            const elements = count === undefined ? undefined : key === "take" ? base.elements?.slice(0, count) : base.elements?.slice(count);
            return elements ? ofElements(elements) : ofSize(base.element, size);
        }
        case "repeat":
            return dataset(base.element);
        case "filter":
            callUnknown(e, args, true);
            return dataset(base.element);
        case "map":
        case "mapAsync":
            return mapped(e, base, first, args, node);
        case "forEachAsync":
            reportUneven(e, base, true);
            mapped(e, now(e, base), first, args, node);
            return promise(undefinedValue);
        case "toArray":
        case "toArrayForTest":
            reportUneven(e, base, true);
            return promise(listed(now(e, base)));
        case "columnNames":
            return base.columns ? promise(array(base.columns.map(string))) : callUnknown(e, args, true);
        case "iterator":
            return promise(record({ next: builtin("next", () => promise(record({ value: maybe(fromDatum(now(e, base).element)), done: unknown }))) }));
        default:
            return callUnknown(e, args, true);
    }
}

/** tfjs-data 4.22.0 src/dataset.ts, Dataset.batch and Dataset.shuffle: they throw without a number, or with one that is too small. */
function checkCount(e: Evaluation, option: string, least: number, args: Arguments, called: Called): void {
    const [count = undefinedValue] = args.values;
    if (args.open) {
        return;
    }
    if (count.kind === "undefined" || count.kind === "null") {
        refuse(e, { kind: "option-missing", option, at: atCall }, args, called);
    } else if (count.kind === "number" && !(count.value >= least)) {
        refuse(e, { kind: "option-value", option, given: String(count.value), expected: least === 0 ? "0 or more" : "more than 0", at: atOption(option) }, args, called);
    }
}

const mostListed = 64;

function listed({ element, size }: DatasetValue): Value {
    return size === undefined || size > mostListed ? unknown : array(Array.from({ length: size }, () => fromDatum(element)));
}

/** tfjs-data 4.22.0 src/dataset.ts, Dataset.batch: the last batch has what is left, unless that is not wanted. */
function inBatches({ element, size, elements }: DatasetValue, rows: Value | undefined, small: Value | undefined, call: CallNode): Value {
    const most = rows?.kind === "number" && Number.isInteger(rows.value) && rows.value >= 1 ? rows.value : undefined;
    if (most === undefined || size === undefined || (small !== undefined && small.kind !== "boolean")) {
        return dataset(batched(element, unknownDim));
    }
    const isWhole = small?.value === false;
    const isOneSize = isWhole || size <= most || size % most === 0;
    const count = isWhole ? Math.floor(size / most) : Math.ceil(size / most);
    const uneven = elements && firstUneven(elements, most, count);
    return { ...ofSize(batched(element, isOneSize ? constant(Math.min(size, most)) : unknownDim), count), uneven: uneven && { ...uneven, call } };
}

function firstUneven(elements: readonly Datum[], most: number, count: number): Omit<UnevenBatch, "call"> | undefined {
    for (let batch = 0; batch < count; batch++) {
        const from = batch * most;
        const uneven = unevenIn(elements.slice(from, from + most));
        if (uneven) {
            return { ...uneven, from };
        }
    }
    return undefined;
}

function ofElements(elements: readonly Datum[]): DatasetValue {
    const made = ofSize(typical(elements), elements.length);
    return elements.length > mostListed ? made : { ...made, elements };
}

/** Of elements that are not there nothing can be said. */
function ofSize(element: Datum, size: number | undefined): DatasetValue {
    return dataset(size === 0 ? unknownDatum : element, size);
}

/** The function is called whenever an element is asked for, if at all. */
function mapped(e: Evaluation, { element, size }: DatasetValue, transform: Value | undefined, args: Arguments, node: CallNode): Value {
    let result: Datum = unknownDatum;
    if (!transform || args.open) {
        callUnknown(e, args, true);
    } else {
        perhaps(e, () => {
            const value = present(callBack(e, transform, [fromDatum(element)], node));
            result = elementOf(e, value.kind === "promise" ? value.value : value);
        });
    }
    return dataset(result, size);
}

const deepest = 8;

/** A picture of an element. What is certainly a number becomes part of a tensor, whatever its value. */
function elementOf(e: Evaluation, value: Value, depth = 0): Datum {
    if (depth > deepest) {
        return unknownDatum;
    }
    switch (value.kind) {
        case "size":
            return { kind: "size", dim: value.dim };
        case "array":
            e.spend((value.items.length >> 3) + 1);
            return value.open ? toDatum(e, value) : { kind: "list", items: value.items.map((item) => elementOf(e, item, depth + 1)) };
        case "object":
            e.spend((value.fields.size >> 3) + 1);
            return value.class || value.layer || value.proto
                ? toDatum(e, value)
                : { kind: "record", fields: new Map([...value.fields].map(([name, field]) => [name, field.getter ? unknownDatum : elementOf(e, field.value, depth + 1)])), open: value.open };
        case "unknown":
            return value.scalar ? someValue : unknownDatum;
        default:
            return toDatum(e, value);
    }
}

/** What a function gets that is called with an element. */
function fromDatum(datum: Datum): Value {
    switch (datum.kind) {
        case "number":
            return number(datum.value);
        case "tensor":
            return tensor(datum.shape, datum.dtype);
        case "list":
            return array(datum.items.map(fromDatum));
        case "numbers":
            return openArray(datum.length.kind === "constant" ? datum.length.value : undefined);
        case "record":
            return object(new Map([...datum.fields].map(([name, field]): [string, Field] => [name, { value: fromDatum(field), node: undefined }])), datum.open);
        case "size":
            // A number of which nothing else is known.
            return datum.dim.kind === "unknown" ? namedNumber("value") : datum;
        case "other":
            return datum === someValue ? someScalar : unknown;
        default:
            return unknown;
    }
}
