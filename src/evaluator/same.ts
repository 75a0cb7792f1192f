/** Whether two values are the same, as far as they are known. */
import { identical } from "../shapes/dim.js";
import type { TensorValue, Value } from "./values.js";

export function isSameValue(a: Value | undefined, b: Value | undefined): boolean {
    if (a === b) {
        return true;
    }
    switch (a?.kind) {
        case "number":
            return b?.kind === "number" && Object.is(a.value, b.value);
        case "string":
        case "boolean":
            return b?.kind === a.kind && a.value === b.value;
        case "unknown":
            return b?.kind === "unknown" && a.perhapsNull === b.perhapsNull && a.automatic === b.automatic && a.scalar === b.scalar && a.isNumber === b.isNumber;
        case "undefined":
        case "null":
            return b?.kind === a.kind;
        case "size":
            return b?.kind === "size" && identical(a.dim, b.dim);
        case "library":
            return b?.kind === "library" && a.path === b.path;
        case "keras":
            return b?.kind === "keras" && a.name === b.name;
        case "maybe":
            return b?.kind === "maybe" && isSameValue(a.value, b.value);
        case "tensor":
            return b?.kind === "tensor" && a.name === b.name && a.dtype === b.dtype && a.watched === b.watched && a.values === b.values && isSameShape(a.shape, b.shape) && (a.shape !== undefined || isReadAlike(a, b));
        case "symbolic":
            return b?.kind === "symbolic" && a.producer === b.producer && a.index === b.index && a.runTime === b.runTime && isSameShape(a.shape, b.shape);
        default:
            return false;
    }
}

/** Of two tensors whose ranks are not known: whether what is read of their shapes is the same. */
function isReadAlike(a: TensorValue, b: TensorValue): boolean {
    return a.isOneOf === true ? b.isOneOf === true : a.seen !== undefined && a.seen === b.seen;
}

export function isSameShape(a: (Value & { kind: "tensor" })["shape"], b: (Value & { kind: "tensor" })["shape"]): boolean {
    return a === b || (a !== undefined && a.length === b?.length && a.every((dim, i) => dim === b[i] || (b[i] !== undefined && identical(dim, b[i])) || (dim.kind === "unknown" && b[i]?.kind === "unknown")));
}
