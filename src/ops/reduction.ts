/** Operations that fold axes away: sums, means, extremes, norms; and those that work along one axis and keep it. */
import type { Datum } from "../catalogue/datum.js";
import type { DType } from "../catalogue/dtype.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { printDatum } from "../catalogue/print.js";
import { boolean, integer, raw, size, type Reader } from "../catalogue/readers.js";
import { compare, compareOrder, constant, isAtLeast, type Dim, print, unknown } from "../shapes/dim.js";
import { printShape, unknownShape, type Shape } from "../shapes/shape.js";
import { resolveAxes, resolveAxis } from "./axis.js";
import { counted } from "./dtypes.js";
import { asRecord, asTensor, checkLeastRank, numberOf, type Answer } from "./outcome.js";
import { replaceAxis } from "./shaping.js";
import { axes, oneAxis, tensor, tensorOf, type Axes, numbersOrTexts } from "./readers.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";
import { countedFromEnd, cumulated } from "./stuck.js";

const source = "tfjs-core 4.22.0 src/ops/axis_util.ts, computeOutAndReduceShapes and expandShapeToKeepDim";

function reduced(shape: Shape | undefined, given: Axes, keepDims: boolean | undefined): Answer {
    if (shape === undefined) {
        return given === "all" && keepDims === false ? [] : undefined;
    }
    const resolved = resolveAxes(given, shape.length);
    switch (resolved.kind) {
        case "fault":
            return resolved.fault;
        case "repeated":
            return { kind: "option-value", option: "axis", given: printShape(resolved.given), expected: "a list that names no axis twice", at: atOption("axis"), effect: "folds away other axes than these, or throws" };
        case "unknown":
            return keepDims ? unknownShape(shape.length) : undefined;
        case "axes":
            break;
    }
    const gone = new Set(resolved.axes);
    switch (keepDims) {
        case true:
            return shape.map((dim, axis) => (gone.has(axis) ? constant(1) : dim));
        case false:
            return shape.filter((_, axis) => !gone.has(axis));
        case undefined:
            return undefined;
    }
}

const reductionArguments = { x: required(tensor()), axis: axes(), keepDims: optional(boolean(), false) };

function isOfTruths(name: string): boolean {
    return name === "all" || name === "any";
}

function reducedDtype(name: string, dtype: DType | undefined): DType | undefined {
    switch (name) {
        case "all":
        case "any":
            return "bool";
        case "logSumExp":
        case "mean":
            return "float32";
        case "sum":
        case "prod":
            return counted(dtype);
        default:
            return dtype;
    }
}

function reduction(name: string): OpSpec {
    return op({
        name,
        args: isOfTruths(name) ? { ...reductionArguments, x: required(tensor("bool")) } : reductionArguments,
        output: ({ x, axis, keepDims }) => asTensor(reduced(x.shape, axis, keepDims)),
        dtype: ({ x }) => reducedDtype(name, x.dtype),
        stuck: ({ axis }) => (name === "prod" ? countedFromEnd(name, axis) : undefined),
        source,
    });
}

const reductions = ["all", "any", "logSumExp", "max", "mean", "min", "prod", "sum"].map(reduction);

const moments = op({
    name: "moments",
    args: reductionArguments,
    method: false,
    output({ x, axis, keepDims }) {
        const shape = reduced(x.shape, axis, keepDims);
        return asRecord({ mean: shape, variance: shape });
    },
    dtype: () => ({ mean: "float32", variance: "float32" }),
    source: "tfjs-core 4.22.0 src/ops/moments.ts",
});

/** The position of the extreme along one axis: the first, unless another is given. */
function position(name: string): OpSpec {
    return op({
        name,
        args: { x: required(tensor()), axis: optional(oneAxis(), constant(0)) },
        output: ({ x, axis }) => asTensor(x.shape && reduced(x.shape, [axis], false)),
        dtype: () => "int32",
        source: "tfjs-backend-cpu 4.22.0 src/kernels/ArgMax.ts",
    });
}

const positions = ["argMax", "argMin"].map(position);

/** The axes decide which norms there are: one axis takes vectors' norms, two take matrices'. */
function normed(shape: Shape | undefined, ord: Datum, given: Axes, keepDims: boolean | undefined): Answer {
    if (shape === undefined || (shape.length === 0 && keepDims === false)) {
        return shape ?? reduced(shape, given, keepDims);
    }
    const resolved = resolveAxes(given, shape.length);
    if (resolved.kind === "axes" && shape.length > 0) {
        const vectors = given === "all" || shape.length === 1 || resolved.axes.length === 1;
        const wrong = vectors || resolved.axes.length === 2 ? checkOrder(ord, vectors) : axesFault(resolved.axes);
        if (wrong) {
            return wrong;
        }
        if (!vectors && !foldsAtOnce(ord) && !isAscending(given)) {
            return keepDims === undefined ? undefined : unknownShape(shape.length - (keepDims ? 0 : 2));
        }
    }
    return reduced(shape, given, keepDims);
}

/** The other norms of matrices fold one axis after the other, and lose count when those are negative or descend. */
function foldsAtOnce(ord: Datum): boolean {
    return ord.kind === "string";
}

function isAscending(given: Axes): boolean {
    const [first, second] = Array.isArray(given) ? (given as readonly Dim[]).map(numberOf) : [];
    return first !== undefined && second !== undefined && first >= 0 && first < second;
}

function axesFault(given: readonly number[]): Fault {
    return { kind: "option-value", option: "axis", given: `${given.length} axes`, expected: "one axis or two", at: atOption("axis") };
}

function checkOrder(ord: Datum, vectors: boolean): Fault | undefined {
    const legal: readonly unknown[] = [1, Infinity, -Infinity, "euclidean", vectors ? 2 : "fro"];
    if ((ord.kind !== "number" && ord.kind !== "string") || legal.includes(ord.value)) {
        return undefined;
    }
    const expected = `1, Infinity, -Infinity, 'euclidean' or ${vectors ? "2 for vectors" : "'fro' for matrices"}`;
    return { kind: "option-value", option: "ord", given: printDatum(ord), expected, at: atOption("ord") };
}

const euclidean: Datum = { kind: "string", value: "euclidean" };

/** These norms are the root of a sum, which is taken of float32 alone; of a single number they are its absolute value. */
function checkRooted({ shape, dtype }: TensorArgument, ord: Datum): Fault | undefined {
    const isRoot = ord.kind === "string" || (ord.kind === "number" && ord.value === 2);
    if (!isRoot || !shape?.length || (dtype !== "int32" && dtype !== "bool")) {
        return undefined;
    }
    return { kind: "option-value", option: "x", given: tensorOf(dtype), expected: tensorOf("float32"), dtype: "float32", at: atOption("x") };
}

const norm = op({
    name: "norm",
    args: { x: required(tensor()), ord: optional<Datum>(raw(), euclidean), axis: axes(), keepDims: optional(boolean(), false) },
    output: ({ x, ord, axis, keepDims }) => asTensor(checkRooted(x, ord) ?? normed(x.shape, ord, axis, keepDims)),
    source: "tfjs-core 4.22.0 src/ops/norm.ts",
});

const euclideanNorm = op({
    name: "euclideanNorm",
    args: reductionArguments,
    output: ({ x, axis, keepDims }) => asTensor(checkRooted(x, euclidean) ?? normed(x.shape, euclidean, axis, keepDims)),
    source: "tfjs-core 4.22.0 src/ops/euclidean_norm.ts",
});

/** A list of one works for the last axis, and gives sizes of NaN for the others: it is not judged. */
function cumulativeAxis(): Reader<Dim> {
    const one = integer();
    return { ...one, read: (datum) => (datum.kind === "list" && datum.items.length === 1 ? { kind: "value", value: unknown } : one.read(datum)) };
}

/** The kernels do not count a negative axis from the end, and what they make of it depends on the backend. */
function cumulative(name: string): OpSpec {
    return op({
        name,
        args: { x: required(tensor()), axis: optional(cumulativeAxis(), constant(0)), ...noEffect("exclusive", "reverse") },
        output: ({ x, axis }) => asTensor(x.shape && (isAtLeast(axis, constant(0)) === "always" ? x.shape : unknownShape(x.shape.length))),
        dtype: ({ x }) => counted(x.dtype),
        stuck: ({ x, axis }) => (name === "cumsum" ? cumulated(name, x.shape, axis) : undefined),
        source: "tfjs-backend-cpu 4.22.0 src/kernels/Cumsum.ts",
    });
}

/** softmax and logSoftmax only know the last axis. */
function alongLast(name: string, axisName: string, file: string): OpSpec {
    return op({
        name,
        args: { logits: required(name === "softmax" ? tensor("float32") : tensor()), [axisName]: optional(integer(), constant(-1)) },
        output(args: Readonly<Record<string, unknown>>) {
            // The two arguments were read by the two readers above.
            const { shape } = args["logits"] as { readonly shape: Shape | undefined };
            const axis = args[axisName] as Dim;
            if (shape === undefined) {
                return asTensor(undefined);
            }
            const last = compare(axis, constant(-1)) !== "different" || compare(axis, constant(shape.length - 1)) !== "different";
            if (last && shape.length > 0) {
                return shape;
            }
            const at = atOption(axisName);
            return shape.length === 0
                ? { kind: "axis-range", axis, rank: 0, option: axisName, at }
                : { kind: "option-value", option: axisName, given: print(axis), expected: `the last axis of ${printShape(shape)}, ${shape.length - 1} or -1`, at };
        },
        dtype: () => "float32",
        source: `tfjs-core 4.22.0 src/ops/${file}.ts`,
    });
}

const topk = op({
    name: "topk",
    args: { x: required(tensor()), k: optional(size(0), constant(1)), ...noEffect("sorted") },
    output({ x, k }) {
        const last = x.shape?.at(-1);
        const tooMany = last && compareOrder(k, last) === "greater";
        if (tooMany && x.shape) {
            return { kind: "slice-bounds", input: x.shape, axis: x.shape.length - 1, begin: constant(0), size: k, at: atOption("k") };
        }
        const result = checkLeastRank("x", x, 1) ?? (x.shape && replaceAxis(x.shape, x.shape.length - 1, k));
        return asRecord({ values: result, indices: result });
    },
    dtype: ({ x }) => ({ values: x.dtype, indices: "int32" }),
    source: "tfjs-core 4.22.0 src/ops/topk.ts",
});

const unique = op({
    name: "unique",
    args: { x: required(numbersOrTexts()), axis: optional(integer(), constant(0)) },
    output({ x, axis }) {
        const { shape } = x;
        const rank = checkLeastRank("x", x, 1);
        if (rank || shape === undefined) {
            return rank ?? asRecord({ values: undefined, indices: [unknown] });
        }
        const at = resolveAxis(axis, shape.length);
        if (typeof at === "object") {
            return at;
        }
        return asRecord({ values: at === undefined ? unknownShape(shape.length) : replaceAxis(shape, at, unknown), indices: [shape[at ?? shape.length] ?? unknown] });
    },
    source: "tfjs-backend-cpu 4.22.0 src/kernels/Unique_impl.ts",
});

export const reductionOps: readonly OpSpec[] = [
    ...reductions,
    moments,
    ...positions,
    norm,
    euclideanNorm,
    cumulative("cumsum"),
    cumulative("cumprod"),
    alongLast("softmax", "dim", "softmax"),
    alongLast("logSoftmax", "axis", "log_softmax"),
    topk,
    unique,
];
