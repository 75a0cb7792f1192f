/**
 * What a model demands of the data it is fed. tfjs-layers 4.22.0 src/engine/training.ts: `checkInputData` (predict),
 * `standardizeInputData` and `checkArrayLengths` (fit, evaluate, trainOnBatch).
 */
import type { Datum } from "../catalogue/datum.js";
import type { DType } from "../catalogue/dtype.js";
import type { DataRole, Fault, FaultPlace, Fed } from "../catalogue/fault.js";
import { compare, compareOrder, constant, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";

/** An input or output of a model, as data has to fit it. */
export interface Slot {
    /** Its name; undefined where it is not known. */
    readonly name: string | undefined;
    /** Where the library has given it one, whether it may be this. */
    readonly mayBeCalled?: ((name: string) => boolean) | undefined;
    /** Batch included; undefined where it is not known. */
    readonly shape: Shape | undefined;
    /** Of targets: the loss takes the numbers of classes, and rounds them down, which takes float32 (src/losses.ts, sparseCategoricalCrossentropy). */
    readonly classes?: boolean;
    /** Whatever it is given, texts are refused. */
    readonly numbers?: boolean;
}

/** In which ways the methods differ. */
export interface Manner {
    /** Rank 1 counts as [n, 1]. */
    readonly stretches: boolean;
    /** A fixed batch size is checked. */
    readonly checksBatch: boolean;
    /** A map of tensors by name is taken. */
    readonly takesNames: boolean;
    /** False where shapes are not compared with what the model declares. */
    readonly checksShape?: false;
    /** Of sizes that are not known: what elements are made of was told apart before. */
    readonly numbersAreSure?: true;
}

/** Datasets: shapes are left to the layers. */
export const onDataset: Manner = { stretches: false, checksBatch: false, takesNames: true, checksShape: false, numbersAreSure: true };
export const onPredict: Manner = { stretches: true, checksBatch: false, takesNames: false };
export const onPredictOnBatch: Manner = { stretches: false, checksBatch: true, takesNames: false };
export const onFit: Manner = { stretches: true, checksBatch: false, takesNames: true };

/** Data for all slots of one role, and where it stands. */
export interface Feed {
    readonly role: DataRole;
    readonly datum: Datum;
    readonly slots: readonly Slot[];
    /** `index` undefined: all of it. */
    readonly place: (index?: number) => FaultPlace;
}

export interface Fitting extends Feed {
    readonly faults: readonly Fault[];
    /** What the model gets for each slot, rank 1 already stretched; undefined where it is not known. */
    readonly shapes: readonly (Shape | undefined)[];
    /** Likewise. */
    readonly dtypes: readonly (DType | undefined)[];
}

/** Whether data fits the slots it is for. */
export function fitSlots(feed: Feed, manner: Manner): Fitting {
    const { slots } = feed;
    const separated = separate(feed, manner);
    if (separated.kind === "fault") {
        return fitting(feed, [separated.fault], slots.map(() => undefined), []);
    }
    const faults: Fault[] = [];
    const shapes = slots.map((slot, index) => {
        const datum = separated.data[index];
        if (datum?.kind !== "tensor" || !datum.shape) {
            return undefined;
        }
        const fault = checkShape(fedTensor(feed, index, datum.shape), slot, feed.place(index), manner);
        if (fault) {
            faults.push(fault);
        } else if (slot.classes === true && datum.dtype !== undefined && datum.dtype !== "float32" && datum.dtype !== "string") {
            faults.push({ kind: "data-dtype", fed: fedTensor(feed, index, datum.shape), dtype: datum.dtype, expected: "float32", at: feed.place(index) });
        } else if (slot.numbers === true && datum.dtype === "string") {
            faults.push({ kind: "data-texts", fed: fedTensor(feed, index, datum.shape), at: feed.place(index) });
        }
        return stretched(datum.shape, manner);
    });
    const dtypes = separated.data.map((datum) => (datum?.kind === "tensor" ? datum.dtype : undefined));
    return fitting(feed, faults.slice(0, 1), shapes, dtypes);
}

function fitting({ role, datum, slots, place }: Feed, faults: readonly Fault[], shapes: Fitting["shapes"], dtypes: Fitting["dtypes"]): Fitting {
    return { role, datum, slots, place, faults, shapes, dtypes };
}

function fedTensor({ role, slots }: Feed, index: number, shape: Shape): Fed {
    return { role, name: slots[index]?.name, index, count: slots.length, shape };
}

type Separated = { readonly kind: "data"; readonly data: readonly (Datum | undefined)[] } | { readonly kind: "fault"; readonly fault: Fault };

/** The data for each slot, or why it is not data for so many. */
function separate({ role, datum, slots, place }: Feed, { takesNames, numbersAreSure }: Manner): Separated {
    const wrongForm = (what: string): Separated => ({ kind: "fault", fault: { kind: "data-form", role, what, at: place() } });
    const counted = (data: readonly Datum[]): Separated =>
        data.length === slots.length ? { kind: "data", data } : { kind: "fault", fault: { kind: "data-count", role, count: data.length, expected: slots.length, at: place() } };
    switch (datum.kind) {
        case "tensor":
            return datum.symbolic ? wrongForm("a symbolic tensor") : counted([datum]);
        case "list": {
            const isOfNumbers = numbersAreSure === true && datum.items.length === slots.length && datum.items.some(({ kind }) => kind === "size");
            const what = datum.items.map(formOf).find((form) => form !== undefined) ?? (isOfNumbers ? "a number" : undefined);
            return what === undefined ? counted(datum.items) : wrongForm(datum.items.every(isPlain) ? "a plain array" : `an array with ${what}`);
        }
        case "record":
            return takesNames ? byName(role, datum, slots, place()) : wrongForm("an object");
        default: {
            const what = formOf(datum);
            return what === undefined ? { kind: "data", data: [] } : wrongForm(what);
        }
    }
}

/** As nested arrays of numbers are. */
function isPlain({ kind }: Datum): boolean {
    return kind === "number" || kind === "list" || kind === "numbers" || kind === "size";
}

function byName(role: DataRole, { fields, open }: Datum & { kind: "record" }, slots: readonly Slot[], at: FaultPlace): Separated {
    const names = [...fields].flatMap(([name, field]) => (field.kind === "undefined" || field.kind === "null" ? [] : [name]));
    const missing = open ? undefined : slots.find(({ name }) => name !== undefined && !names.includes(name));
    if (missing?.name !== undefined) {
        return { kind: "fault", fault: { kind: "data-name", role, name: missing.name, names, at } };
    }
    const index = open ? -1 : slots.findIndex((slot) => slot.name === undefined && slot.mayBeCalled !== undefined && !names.some((name) => slot.mayBeCalled?.(name)));
    if (index >= 0) {
        return { kind: "fault", fault: { kind: "data-unnamed", role, index, count: slots.length, names, at } };
    }
    if (!open && names.length < slots.length) {
        return { kind: "fault", fault: { kind: "data-count", role, count: names.length, expected: slots.length, at } };
    }
    const data = slots.map(({ name }) => (name === undefined ? undefined : fields.get(name)));
    const what = data.map((datum) => datum && formOf(datum)).find((form) => form !== undefined);
    return what === undefined ? { kind: "data", data } : { kind: "fault", fault: { kind: "data-form", role, what: `an object with ${what}`, at } };
}

/** What a datum is that is no tensor for sure. */
function formOf(datum: Datum): string | undefined {
    switch (datum.kind) {
        case "undefined":
        case "null":
            return "nothing";
        case "number":
            return "a number";
        case "string":
            return "a string";
        case "boolean":
            return "a boolean";
        case "list":
            return "an array";
        case "numbers":
            return "an array of numbers";
        case "layer":
            return "a layer";
        case "other":
            return `a ${datum.what}`;
        case "unknown":
        case "parameter":
        case "size":
        case "record":
        case "tensor":
            return undefined;
    }
}

function stretched(shape: Shape, { stretches }: Manner): Shape {
    return stretches && shape.length === 1 ? [...shape, constant(1)] : shape;
}

function checkShape(fed: Fed, { shape: expected, classes = false }: Slot, at: FaultPlace, manner: Manner): Fault | undefined {
    if (!expected || manner.checksShape === false) {
        return undefined;
    }
    const given = stretched(fed.shape, manner);
    const fits = given.length === expected.length && given.every((dim, axis) => (axis === 0 && !manner.checksBatch) || compare(dim, expected[axis] ?? dim) !== "different");
    return fits ? undefined : { kind: "data-shape", fed, expected, batchMissing: lacksBatch(fed.shape, expected), classes, at };
}

/** Whether it is one example where a batch of them is wanted. */
function lacksBatch(given: Shape, expected: Shape): boolean {
    return given.length === expected.length - 1 && given.every((dim, axis) => compare(dim, expected[axis + 1] ?? dim) !== "different");
}

/** In training and evaluation, everything has as many rows as the first input. */
export function checkRows(feeds: readonly Fitting[]): Fault | undefined {
    const [first, ...others] = fedIn(feeds);
    const wrong = others.find(({ fed }) => first && compare(rowsOf(fed), rowsOf(first.fed)) === "different");
    return first && wrong && { kind: "data-rows", a: first.fed, b: wrong.fed, at: wrong.at };
}

/** When predicting, an input may have more rows than the first, but not less: those beyond are not looked at. */
export function checkLeastRows(feed: Fitting): Fault | undefined {
    const [first, ...others] = fedIn([feed]);
    const wrong = others.find(({ fed }) => first?.fed.index === 0 && compareOrder(rowsOf(fed), rowsOf(first.fed)) === "less");
    return first && wrong && { kind: "data-rows", a: first.fed, b: wrong.fed, at: wrong.at };
}

function fedIn(feeds: readonly Fitting[]): { readonly fed: Fed; readonly at: FaultPlace }[] {
    const fed: { fed: Fed; at: FaultPlace }[] = [];
    for (const feed of feeds) {
        for (const [index, shape] of feed.shapes.entries()) {
            if (shape) {
                fed.push({ fed: fedTensor(feed, index, shape), at: feed.place(index) });
            }
        }
    }
    return fed;
}

function rowsOf({ shape }: Fed): Dim {
    return shape[0] ?? constant(0);
}
