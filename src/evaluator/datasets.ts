/** Datasets: `tf.data.array`, `tf.data.zip`, and what is made of them. What cannot be followed gives unknown elements. */
import { unknownDatum, type Datum } from "../catalogue/datum.js";
import { batched, typical } from "../training/datasets.js";
import { unknown as unknownDim } from "../shapes/dim.js";
import type { Arguments } from "./arguments.js";
import { callBack } from "./calls.js";
import { toDatum } from "./data.js";
import type { Evaluation } from "./evaluation.js";
import { callUnknown, perhaps } from "./unseen.js";
import { array, dataset, number, object, openArray, present, promise, tensor, undefinedValue, unknown, type CallNode, type Field, type Value } from "./values.js";

/** `tf.data.something(…)`; undefined for what has no known elements. */
export function makeDataset(e: Evaluation, name: string, args: Arguments): Value | undefined {
    const [first = undefinedValue] = args.values;
    if (args.open) {
        return undefined;
    }
    switch (name) {
        case "array": {
            const items = toDatum(e, first);
            return dataset(items.kind === "list" ? typical(items.items) : unknownDatum);
        }
        case "zip":
            return dataset(zipped(first));
        default:
            return undefined;
    }
}

/** The elements of the datasets in a structure of arrays and objects, in the same structure. */
function zipped(value: Value): Datum {
    switch (value.kind) {
        case "dataset":
            return value.element;
        case "array":
            return value.open ? unknownDatum : { kind: "list", items: value.items.map(zipped) };
        case "object":
            return value.class ? unknownDatum : { kind: "record", fields: new Map([...value.fields].map(([name, field]) => [name, field.getter ? unknownDatum : zipped(field.value)])), open: value.open };
        default:
            return unknownDatum;
    }
}

export function callDatasetMethod(e: Evaluation, base: Value & { kind: "dataset" }, key: string, args: Arguments, node: CallNode): Value {
    const [first] = args.values;
    switch (key) {
        case "batch":
            // The last batch may have less rows.
            return dataset(batched(base.element, unknownDim));
        case "shuffle":
        case "repeat":
        case "take":
        case "skip":
        case "prefetch":
            return base;
        case "filter":
            callUnknown(e, args, true);
            return base;
        case "map":
        case "mapAsync":
            return mapped(e, base, first, args, node);
        case "toArray":
            return promise(unknown);
        default:
            return callUnknown(e, args, true);
    }
}

/** The function is called whenever an element is asked for, if at all. */
function mapped(e: Evaluation, { element }: Value & { kind: "dataset" }, transform: Value | undefined, args: Arguments, node: CallNode): Value {
    let result: Datum = unknownDatum;
    if (!transform || args.open || element.kind === "unknown") {
        callUnknown(e, args, true);
    } else {
        perhaps(e, () => {
            const value = present(callBack(e, transform, [fromDatum(element)], node));
            result = toDatum(e, value.kind === "promise" ? value.value : value);
        });
    }
    return dataset(result);
}

/** What a function gets that is called with an element. */
function fromDatum(datum: Datum): Value {
    switch (datum.kind) {
        case "number":
            return number(datum.value);
        case "tensor":
            return tensor(datum.shape);
        case "list":
            return array(datum.items.map(fromDatum));
        case "numbers":
            return openArray(datum.length.kind === "constant" ? datum.length.value : undefined);
        case "record":
            return object(new Map([...datum.fields].map(([name, field]): [string, Field] => [name, { value: fromDatum(field), node: undefined }])), datum.open);
        case "size":
            return datum;
        default:
            return unknown;
    }
}
