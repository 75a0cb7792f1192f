/** Tensors from literal values: nested lists, or flat values with a shape beside them. */
import { dtypeOf, type Datum } from "../catalogue/datum.js";
import { isOtherArray, type DType } from "../catalogue/dtype.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { optional, required } from "../catalogue/options.js";
import { raw, value, type Reader } from "../catalogue/readers.js";
import { compare } from "../shapes/dim.js";
import { printShape, sizeOf, unknownShape, type Shape } from "../shapes/shape.js";
import { dtypeOrTheirs } from "./dtypes.js";
import { asTensor, type Answer } from "./outcome.js";
import { lengthOf, lengths, levelsOf, nestedShape } from "./readers.js";
import { op, type OpSpec } from "./spec.js";

const source = "tfjs-core 4.22.0 src/ops/tensor_ops_util.ts, makeTensor; src/tensor_util_env.ts, inferShape";

interface LiteralArguments {
    readonly values: Datum;
    readonly shape: Shape | undefined | "none";
}

/** What an unknown caller passes, as the values or as one of them, may be a number or a list. */
const anyValues: Reader<Datum> = { ...raw(), readsParameters: true, read: (datum) => value(datum) };

/** tf.tensor and tf.tensor2d … tf.tensor6d: `rank` is undefined for the first, which takes any. */
function literal(name: string, rank: number | undefined): OpSpec {
    return op({
        name,
        args: {
            values: required(anyValues),
            shape: optional<Shape | undefined | "none">(lengths(), "none"),
            dtype: dtypeOrTheirs(),
        },
        method: false,
        output: (args) => asTensor(literalShape(args, rank)),
        dtype: literalDtype,
        values: writtenNumbers,
        source,
    });
}

/** Numbers that are kept as they were written, but for what stands behind their point. */
function writtenNumbers({ values, dtype }: { readonly values: Datum; readonly dtype: DType | "theirs" | undefined }): Datum | undefined {
    const made = literalDtype({ values, dtype });
    const isWritten = values.kind === "number" || (values.kind === "list" && values.elements === undefined);
    return isWritten && (made === "float32" || made === "int32") ? values : undefined;
}

/** What is said beside the values; else they say. */
function literalDtype({ values, dtype }: { readonly values: Datum; readonly dtype: DType | "theirs" | undefined }): DType | undefined {
    return dtype === "theirs" ? dtypeOf(values) : dtype;
}

function literalShape({ values, shape }: LiteralArguments, rank: number | undefined): Answer {
    const inferred = inferredShape(values);
    const target = shape === "none" ? inferred : shape;
    return (
        checkValues(values) ??
        checkItems(values, shape === "none" && rank !== undefined && rank !== inferred?.length) ??
        (shape === "none" ? checkNesting(inferred, rank) : checkTarget(inferred, shape, rank)) ??
        checkRagged(values, inferred, target) ??
        target ??
        (rank === undefined ? undefined : shape === "none" ? lengthsInSight(values, rank) : unknownShape(rank))
    );
}

/** The shape the values have by themselves; undefined for a typed array, a variable and the like. */
function inferredShape(values: Datum): Shape | undefined {
    switch (values.kind) {
        case "list":
        case "unknown":
            return nestedShape(values);
        case "numbers":
            return [values.length];
        case "number":
        case "size":
        case "boolean":
        case "string":
            return [];
        default:
            return undefined;
    }
}

/** Where the values alone say the shape, and not all of their levels are in sight. */
function lengthsInSight(values: Datum, rank: number): Shape {
    return [...levelsOf(values).map(lengthOf), ...unknownShape(rank)].slice(0, rank);
}

function checkValues(values: Datum): Fault | undefined {
    switch (values.kind) {
        case "list":
        case "numbers":
            return isOtherArray(values.elements) ? { kind: "option-value", option: "values", given: `${values.elements.startsWith("I") ? "an" : "a"} ${values.elements}`, expected: "a Float32Array, an Int32Array, a Uint8Array or a plain list, as `Array.from` makes one", at: atOption("values") } : undefined;
        case "null":
        case "tensor":
        case "layer":
            return { kind: "option-value", option: "values", given: values.kind === "null" ? "null" : `a ${values.kind}`, expected: "numbers, or nested lists of them", at: atOption("values") };
        default:
            return undefined;
    }
}

/** What stands in lists is taken for numbers. `throws`: there is something else about them that is refused. */
function checkItems(values: Datum, throws: boolean): Fault | undefined {
    let first: Datum | undefined = values;
    while (first?.kind === "list") {
        first = first.items[0];
    }
    const given = first === values ? undefined : first?.kind === "tensor" ? "a list of tensors" : first?.kind === "record" && first.open === false ? "a list of objects" : undefined;
    if (given === undefined) {
        return undefined;
    }
    const expected = given === "a list of tensors" ? "numbers, or nested lists of them. `tf.stack` joins tensors" : "numbers, or nested lists of them";
    return { kind: "option-value", option: "values", given, expected, at: atOption("values"), ...(throws ? {} : { effect: "makes NaN of them" }) };
}

/** Without a shape beside them, the values must be nested as deep as the function's name says. */
function checkNesting(inferred: Shape | undefined, rank: number | undefined): Fault | undefined {
    if (inferred === undefined || rank === undefined || inferred.length === rank) {
        return undefined;
    }
    const expected = inferred.length === 1 ? `values nested ${rank} deep, or have a shape beside them` : `values nested ${rank} deep`;
    return { kind: "values-nesting", nesting: inferred, expected, at: atOption("values") };
}

function checkTarget(inferred: Shape | undefined, shape: Shape | undefined, rank: number | undefined): Fault | undefined {
    if (shape !== undefined && rank !== undefined && shape.length !== rank) {
        return { kind: "option-value", option: "shape", given: printShape(shape), expected: `a list of ${rank} sizes`, at: atOption("shape") };
    }
    if (inferred === undefined) {
        return undefined;
    }
    if (rank !== undefined && inferred.length !== rank && inferred.length !== 1) {
        return { kind: "values-nesting", nesting: inferred, expected: `flat values, or values nested ${rank} deep`, at: atOption("values") };
    }
    if (shape === undefined) {
        return undefined;
    }
    const count = sizeOf(inferred);
    const targetSize = sizeOf(shape);
    if (compare(count, targetSize) === "different") {
        return { kind: "values-count", count, target: shape, targetSize, at: atOption("shape") };
    }
    // The innermost level may hold what several axes of the shape hold; all others must be the same.
    const misfit = inferred.some((dim, axis) => {
        const own = shape[axis];
        const rest = axis === inferred.length - 1 ? sizeOf(shape.slice(axis)) : own;
        const differs = own === undefined || compare(dim, own) === "different";
        return differs && (rest === undefined || compare(dim, rest) === "different");
    });
    return misfit ? { kind: "values-nesting", nesting: inferred, expected: `nested as ${printShape(shape)}, or flat`, at: atOption("values") } : undefined;
}

/** The library measures only the first element of each level, so the others may have more values or fewer. */
function checkRagged(values: Datum, inferred: Shape | undefined, target: Shape | undefined): Fault | undefined {
    if (inferred === undefined || target === undefined) {
        return undefined;
    }
    const lengthsOfFirst = inferred.map((dim) => (dim.kind === "constant" ? dim.value : 0));
    const found = findRagged(values, lengthsOfFirst, []);
    return found && { kind: "values-ragged", ...found, at: atOption("values"), effect: `puts the values one after the other into a tensor of shape ${printShape(target)}` };
}

interface Ragged {
    readonly path: readonly number[];
    readonly length: number;
    readonly expected: number;
}

function findRagged(values: Datum, expected: readonly number[], path: readonly number[]): Ragged | undefined {
    const [length, ...inner] = expected;
    if (length === undefined) {
        return values.kind === "list" && values.items.length !== 1 ? { path, length: values.items.length, expected: 1 } : undefined;
    }
    switch (values.kind) {
        case "list":
            break;
        case "number":
        case "size":
        case "boolean":
        case "string":
            return length === 1 && inner.every((dim) => dim === 1) ? undefined : { path, length: 1, expected: length };
        default:
            return undefined;
    }
    if (values.items.length !== length) {
        return { path, length: values.items.length, expected: length };
    }
    const lists = new Set<Datum>();
    for (const [index, item] of values.items.entries()) {
        const isPlain = (item.kind === "number" && inner.length === 0) || lists.has(item);
        const found = isPlain ? undefined : findRagged(item, inner, [...path, index]);
        if (item.kind === "list") {
            lists.add(item);
        }
        if (found) {
            return found;
        }
    }
    return undefined;
}

export const tensorOfValues = literal("tensor", undefined);
export const tensor2d = literal("tensor2d", 2);
export const tensor3d = literal("tensor3d", 3);
export const tensor4d = literal("tensor4d", 4);
export const tensor5d = literal("tensor5d", 5);
export const tensor6d = literal("tensor6d", 6);

/** The one of the family that takes no shape. */
export const tensor1d = op({
    name: "tensor1d",
    args: { values: required(anyValues), dtype: dtypeOrTheirs() },
    method: false,
    output: ({ values }) => asTensor(literalShape({ values, shape: "none" }, 1)),
    dtype: literalDtype,
    values: writtenNumbers,
    source,
});

export const scalar = op({
    name: "scalar",
    args: { value: required(raw()), dtype: dtypeOrTheirs() },
    method: false,
    dtype: ({ value, dtype }) => literalDtype({ values: value, dtype }),
    values: ({ value, dtype }) => writtenNumbers({ values: value, dtype }),
    output({ value }) {
        switch (value.kind) {
            case "list":
            case "tensor":
            case "null":
            case "layer":
                return { kind: "option-value", option: "value", given: printValue(value), expected: "a number, boolean or string", at: atOption("value") };
            default:
                return [];
        }
    },
    source: "tfjs-core 4.22.0 src/ops/scalar.ts",
});

function printValue(value: Datum): string {
    return value.kind === "list" ? `a list of ${value.items.length}` : value.kind === "null" ? "null" : `a ${value.kind}`;
}

export const literalOps: readonly OpSpec[] = [tensorOfValues, tensor1d, tensor2d, tensor3d, tensor4d, tensor5d, tensor6d, scalar];
