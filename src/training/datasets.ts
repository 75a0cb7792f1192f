/** What the elements of a dataset are. tfjs-data 4.22.0 src/dataset.ts: `array`, `zip`, `Dataset.batch`. */
import { dtypeOf, unknownDatum, type Datum } from "../catalogue/datum.js";
import type { DType } from "../catalogue/dtype.js";
import { compare, constant, identical, unknown, type Dim } from "../shapes/dim.js";
import { compareShapes, type Shape } from "../shapes/shape.js";

/** Some number: only that it is one is known. Some truth or text, and some number or truth, likewise. */
const someNumber: Datum = { kind: "size", dim: unknown };
const someTruth: Datum = { kind: "other", what: "boolean" };
const someText: Datum = { kind: "other", what: "string" };
const someNumberOrTruth: Datum = { kind: "other", what: "number" };
/** What stands in a table: a number, or else a text. */
export const someValue: Datum = { kind: "other", what: "value" };

/** What all elements have in common; unknown where they differ. */
export function typical([first, ...others]: readonly Datum[]): Datum {
    return others.reduce(common, first ?? unknownDatum);
}

function common(a: Datum, b: Datum): Datum {
    if (a.kind === "tensor" && b.kind === "tensor") {
        return { kind: "tensor", shape: commonShape(a.shape, b.shape), symbolic: false, dtype: a.dtype === b.dtype ? a.dtype : undefined };
    }
    if (isNumber(a) && isNumber(b)) {
        return someNumber;
    }
    if (isText(a) && isText(b)) {
        return someText;
    }
    if (isTruth(a) && isTruth(b)) {
        return someTruth;
    }
    if ((isNumber(a) || isTruth(a) || a === someNumberOrTruth) && (isNumber(b) || isTruth(b))) {
        return someNumberOrTruth;
    }
    if (a.kind === "list" && b.kind === "list" && a.items.length === b.items.length) {
        return { kind: "list", items: a.items.map((item, index) => common(item, b.items[index] ?? unknownDatum)) };
    }
    if (a.kind === "numbers" && b.kind === "numbers" && identical(a.length, b.length)) {
        return a;
    }
    if (a.kind === "record" && b.kind === "record") {
        const names = [...a.fields.keys()].filter((name) => b.fields.has(name));
        const fields = new Map(names.map((name) => [name, common(a.fields.get(name) ?? unknownDatum, b.fields.get(name) ?? unknownDatum)]));
        return { kind: "record", fields, open: a.open || b.open || fields.size < a.fields.size || fields.size < b.fields.size };
    }
    return unknownDatum;
}

function isNumber({ kind }: Datum): boolean {
    return kind === "number" || kind === "size";
}

function isTruth(datum: Datum): boolean {
    return datum.kind === "boolean" || datum === someTruth;
}

function isText(datum: Datum): boolean {
    return datum.kind === "string" || datum === someText;
}

function commonShape(a: Shape | undefined, b: Shape | undefined): Shape | undefined {
    return a && b && a.length === b.length ? a.map((dim, axis) => (compare(dim, b[axis] ?? unknown) === "equal" ? dim : unknown)) : undefined;
}

/** Two of the elements that are put together, of different shapes. */
export interface Uneven {
    /** Where in an element they stand: ".xs". */
    readonly path: string;
    /** Which element it is that is not like the first. */
    readonly index: number;
    readonly shapes: readonly [Shape, Shape];
    /** They are no tensors: whatever the lengths are, one is made of all their values. */
    readonly isSilent: boolean;
}

/** tfjs-data 4.22.0 src/dataset.ts, batchConcat: tensors are stacked, and of anything else the first one's shape holds for all. */
export function unevenIn(elements: readonly Datum[], path = ""): Uneven | undefined {
    const [first] = elements;
    if (first?.kind === "record") {
        for (const name of first.fields.keys()) {
            const parts = elements.map((element) => (element.kind === "record" ? element.fields.get(name) : undefined)).filter((part) => part !== undefined);
            const found = parts.length === elements.length ? unevenIn(parts, `${path}.${name}`) : undefined;
            if (found) {
                return found;
            }
        }
        return undefined;
    }
    const shapes = elements.map((element) => (element.kind === first?.kind || first?.kind !== "tensor" ? shapeOf(element) : undefined));
    const [shape] = shapes;
    const index = shapes.findIndex((other) => shape && other && compareShapes(shape, other) === "different");
    const other = shapes[index];
    return shape && other && { path, index, shapes: [shape, other], isSilent: first?.kind !== "tensor" };
}

/** Elements put together: numbers, texts and arrays of them become tensors, tensors are stacked, and objects keep their names. */
export function batched(element: Datum, rows: Dim): Datum {
    if (element.kind === "record") {
        return { ...element, fields: new Map([...element.fields].map(([name, field]) => [name, batched(field, rows)])) };
    }
    const shape = shapeOf(element);
    return shape ? { kind: "tensor", shape: [rows, ...shape], symbolic: false, dtype: dtypeOfBatch(element) } : unknownDatum;
}

function dtypeOfBatch(element: Datum): DType | undefined {
    return element === someText ? "string" : element === someTruth ? "bool" : dtypeOf(element);
}

/** Of a number or text, of nested arrays of them, or of a tensor. */
function shapeOf(element: Datum): Shape | undefined {
    switch (element.kind) {
        case "number":
        case "size":
        case "boolean":
        case "string":
            return [];
        case "other":
            return element === someText || element === someTruth || element === someNumberOrTruth || element === someValue ? [] : undefined;
        case "numbers":
            return [element.length];
        case "tensor":
            return element.shape;
        case "list": {
            const [first, ...others] = element.items.map((item) => (item.kind === "tensor" ? undefined : shapeOf(item)));
            const inner = others.reduce(commonShape, first);
            return inner && [constant(element.items.length), ...inner];
        }
        default:
            return undefined;
    }
}
