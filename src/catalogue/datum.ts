/**
 * What an author passed to a layer or an operation, as plain data. The evaluator takes this picture at the moment of
 * the call, so that a configuration object changed afterwards is seen as it was.
 */
import { isOtherArray, type DType, type Elements } from "./dtype.js";
import { batch, constant, identical, unknown, type Dim } from "../shapes/dim.js";
import { identicalShapes, type Shape } from "../shapes/shape.js";

/** Whether there is more than what is in sight. "fewer": there is not, but what is perhaps undefined is perhaps not there at all. */
export type Openness = boolean | "fewer";

export type Datum =
    /** `each`: it is a list of at least one item, all made like this one, `length` of them if that is known. `perhaps`: it may be this layer. `isNumber`: it is some number. */
    | { readonly kind: "unknown"; readonly each?: Datum; readonly length?: Dim; readonly perhaps?: object; readonly isNumber?: true }
    | { readonly kind: "undefined" }
    | { readonly kind: "null" }
    | { readonly kind: "number"; readonly value: number }
    /** A number that is not known, but is always the same: `h`, `2 * h`. */
    | { readonly kind: "size"; readonly dim: Dim }
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "boolean"; readonly value: boolean }
    /** `elements`: of a typed array. */
    | { readonly kind: "list"; readonly items: readonly Datum[]; readonly elements?: Elements | undefined }
    /** `open`: it may hold further fields that could not be seen. */
    | { readonly kind: "record"; readonly fields: ReadonlyMap<string, Datum>; readonly open: Openness }
    /**
     * What a caller nobody knows passes: a size where a size is asked for, with the sizes of its axes (where the
     * program has read them) where a tensor is, and otherwise unknown.
     */
    | { readonly kind: "parameter"; readonly dim: Dim; readonly axes: (axis: number) => Dim | undefined }
    /** A list of numbers of which only the length is known: a typed array. */
    | { readonly kind: "numbers"; readonly length: Dim; readonly elements?: Elements | undefined }
    /** A tensor; `shape` undefined when not even its rank is known. `values`: what it holds, where the program wrote it. */
    | { readonly kind: "tensor"; readonly shape: Shape | undefined; readonly symbolic: boolean; readonly dtype?: DType | undefined; readonly values?: Datum | undefined; readonly axes?: (axis: number) => Dim | undefined }
    /** A layer or model; `layer` is an `AppliedLayer` of src/layers (kept opaque here, below it). */
    | { readonly kind: "layer"; readonly layer: object }
    /** A function, class, regular expression, Map…: known not to be any of the above. */
    | { readonly kind: "other"; readonly what: string };

export const unknownDatum: Datum = { kind: "unknown" };
export const someNumberDatum: Datum = { kind: "unknown", isNumber: true };
export const undefinedDatum: Datum = { kind: "undefined" };

export function numberDatum(value: number): Datum {
    return { kind: "number", value };
}

/** Whether two data are plainly the same: of layers that is not asked. */
export function isSameDatum(a: Datum, b: Datum): boolean {
    if (a === b) {
        return true;
    }
    switch (a.kind) {
        case "undefined":
        case "null":
            return b.kind === a.kind;
        case "number":
            return b.kind === "number" && Object.is(a.value, b.value);
        case "string":
        case "boolean":
            return b.kind === a.kind && a.value === b.value;
        case "size":
            return b.kind === "size" && identical(a.dim, b.dim);
        case "tensor":
            return b.kind === "tensor" && isSameShape(a.shape, b.shape) && a.symbolic === b.symbolic && a.dtype === b.dtype && a.axes === b.axes && isSameOrNone(a.values, b.values);
        case "list":
            return b.kind === "list" && a.elements === b.elements && a.items.length === b.items.length && a.items.every((item, index) => isSameDatum(item, b.items[index] ?? unknownDatum));
        default:
            return false;
    }
}

function isSameOrNone(a: Datum | undefined, b: Datum | undefined): boolean {
    return a === b || (a !== undefined && b !== undefined && isSameDatum(a, b));
}

/** Of dimensions that are not known it is not. */
export function isSameShape(a: Shape | undefined, b: Shape | undefined): boolean {
    return a === b || (a !== undefined && b !== undefined && identicalShapes(a, b));
}

/** The dimension a datum stands for: null is the batch; what is no integer is unknown. */
export function dimOf(datum: Datum): Dim {
    switch (datum.kind) {
        case "number":
            return constant(datum.value);
        case "size":
        case "parameter":
            return datum.dim;
        case "null":
            return batch;
        default:
            return unknown;
    }
}

export function listDatum(items: readonly Datum[]): Datum {
    return { kind: "list", items };
}

export function numbersDatum(numbers: readonly number[]): Datum {
    return listDatum(numbers.map(numberDatum));
}

/** A shape as data, e.g. to override a declared output shape. */
export function shapeDatum(shape: Shape): Datum {
    return listDatum(shape.map(dimDatum));
}

export function dimDatum(dim: Dim): Datum {
    switch (dim.kind) {
        case "constant":
            return { kind: "number", value: dim.value };
        case "batch":
            return { kind: "null" };
        case "unknown":
            return unknownDatum;
        default:
            return { kind: "size", dim };
    }
}

/** As tfjs-core 4.22.0 src/util_base.ts, inferDtype: the first of nested values stands for all. A typed array says itself. */
export function dtypeOf(datum: Datum): DType | undefined {
    let first: Datum | undefined = datum;
    while (first?.kind === "list" && first.elements === undefined) {
        first = first.items[0];
    }
    switch (first?.kind) {
        // Of an empty list, there is no first.
        case undefined:
        case "number":
        case "size":
            return "float32";
        case "unknown":
            return first.isNumber ? "float32" : undefined;
        case "boolean":
            return "bool";
        case "string":
            return "string";
        case "tensor":
            return first === datum ? first.dtype : undefined;
        case "list":
        case "numbers":
            return isOtherArray(first.elements) ? undefined : (first.elements ?? undefined);
        default:
            return undefined;
    }
}
