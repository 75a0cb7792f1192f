/** `instanceof`, for classes of the program and of the library. */
import { boolean, isPrimitive, unknown } from "./making.js";
import type { ClassValue, Value } from "./values.js";

/** The library's classes, and what is an instance of each for sure. */
const libraryClasses: Readonly<Record<string, (value: Value) => boolean>> = {
    Tensor: ({ kind }) => kind === "tensor",
    SymbolicTensor: ({ kind }) => kind === "symbolic",
    Sequential: (value) => value.kind === "model" && value.sequential,
    LayersModel: ({ kind }) => kind === "model",
    "layers.Layer": ({ kind }) => kind === "layer" || kind === "model",
};

/** A value that is plainly one thing is no instance of another library class; of the program's objects nothing is said. */
function isLibraryInstance(value: Value, path: string): Value {
    const isOne = Object.hasOwn(libraryClasses, path) ? libraryClasses[path] : undefined;
    switch (value.kind) {
        case "unknown":
        case "maybe":
        case "parameter":
        case "object":
        case "class":
        case "library":
        case "keras":
            return unknown;
        default:
            return isOne ? boolean(isOne(value)) : unknown;
    }
}

/** Values that no class of the program makes, unless it extends one of those that nobody sees. */
function isPlainlyAnother(value: Value): boolean {
    return isPrimitive(value) || value.kind === "array" || value.kind === "tensor" || value.kind === "symbolic";
}

function hasUnseenBase(target: ClassValue): boolean {
    let at: Value | undefined = target;
    while (at?.kind === "class") {
        at = at.base;
    }
    return at !== undefined;
}

/** `value instanceof target`, for the program's own classes and functions, and the library's. */
export function isInstance(value: Value, target: Value): Value {
    if (target.kind === "library") {
        return isLibraryInstance(value, target.path);
    }
    if (value.kind === "array" && target.kind === "object" && target.frozen) {
        return unknown;
    }
    if (target.kind !== "class") {
        return unknown;
    }
    if (value.kind !== "object") {
        return isPlainlyAnother(value) && !hasUnseenBase(target) ? boolean(false) : unknown;
    }
    let at: Value | undefined = value.class;
    for (; at?.kind === "class"; at = at.base) {
        if (at.node === target.node) {
            return at.prototype === target.prototype ? boolean(true) : unknown;
        }
    }
    return at || value.proto ? unknown : boolean(false);
}
