/** Operations that take parts of a tensor: slices, splits, windows in steps. */
import type { Datum } from "../catalogue/datum.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { optional, required } from "../catalogue/options.js";
import { integer, integers, raw, tellingFractions } from "../catalogue/readers.js";
import { add, compare, compareOrder, constant, divide, isAtLeast, modulo, print, subtract, unknown, type Dim } from "../shapes/dim.js";
import { unknownShape, type Shape } from "../shapes/shape.js";
import { resolveAxis } from "./axis.js";
import { sameDtype } from "./dtypes.js";
import { asTensor, asTensors, checkLeastRank, checkRank, numberOf, type Answer } from "./outcome.js";
import { oneAxis, tensor, numbersOrTexts } from "./readers.js";
import { replaceAxis } from "./shaping.js";
import { op, type OpResult, type OpSpec, type TensorArgument } from "./spec.js";
import { inOnePart } from "./stuck.js";

/** More parts than this are not told one by one. */
const mostParts = 1024;

const sliceSource = "tfjs-core 4.22.0 src/ops/slice_util.ts, parseSliceParams and assertParamsValid";

type Sizes = readonly Dim[] | "rest" | undefined;

const beginning = tellingFractions(integers(), "reads from another place, gives NaN, or throws");
const length = tellingFractions(integers(), "makes a tensor whose size is no integer, or throws");

const slice = op({
    name: "slice",
    args: { x: required(numbersOrTexts()), begin: required(beginning), size: optional<Sizes>(length, "rest") },
    output: ({ x, begin, size }) => asTensor(sliced(x, begin, size)),
    dtype: sameDtype,
    source: sliceSource,
});

/** slice1d … slice4d name the rank; the first takes numbers, the others lists. */
function sliceOfRank(rank: number): OpSpec {
    return op({
        name: `slice${rank}d`,
        args: { x: required(tensor()), begin: required(beginning), size: required(length) },
        method: false,
        output: ({ x, begin, size }) => asTensor(checkRank("x", x, rank) ?? sliced(x, begin, size)),
        dtype: sameDtype,
        source: sliceSource,
    });
}

function sliced(x: TensorArgument, begin: readonly Dim[] | undefined, size: Sizes): Answer {
    const { shape } = x;
    const rank = checkLeastRank("x", x, 1);
    if (rank || shape === undefined) {
        return rank;
    }
    if (begin === undefined || size === undefined) {
        return unknownShape(shape.length);
    }
    for (const [option, list] of [["begin", begin], ["size", size]] as const) {
        if (list.length > shape.length && list !== "rest") {
            return { kind: "option-value", option, given: `a list of ${list.length}`, expected: `a list of at most ${shape.length}, one for each axis of x`, at: atOption(option) };
        }
    }
    const sizes = size === "rest" ? [] : size;
    const result: Dim[] = [];
    for (const [axis, dim] of shape.entries()) {
        const part = sliceAxis(dim, begin[axis] ?? constant(0), sizes[axis] ?? constant(-1));
        if (part === "outside") {
            const given = sizes[axis];
            const from = begin[axis] ?? constant(0);
            const toEnd = given === undefined || numberOf(given) === -1;
            const fault: Fault = { kind: "slice-bounds", input: shape, axis, begin: from, size: toEnd ? undefined : given, at: atOption(given ? "size" : "begin", axis) };
            if (!toEnd && isAtLeast(from, constant(0)) === "never") {
                return { ...fault, effect: "does not see that, and reads beside the tensor, unless the size is too large as well" };
            }
            return toEnd ? { ...fault, effect: `gives that axis the size ${print(subtract(dim, from))}` } : fault;
        }
        result.push(part);
    }
    return result;
}

/** A size of -1 takes what is left. */
function sliceAxis(dim: Dim, begin: Dim, size: Dim): Dim | "outside" {
    if (isAtLeast(begin, constant(0)) === "never" || compareOrder(begin, dim) === "greater" || isAtLeast(size, constant(-1)) === "never") {
        return "outside";
    }
    if (numberOf(size) === -1) {
        return subtract(dim, begin);
    }
    if (compare(size, constant(-1)) !== "different") {
        return unknown;
    }
    return compareOrder(add(begin, size), dim) === "greater" ? "outside" : size;
}

const split = op({
    name: "split",
    args: { x: required(tensor()), numOrSizeSplits: required(raw()), axis: optional(oneAxis(), constant(0)) },
    output({ x, numOrSizeSplits, axis }) {
        const at = x.shape && resolveAxis(axis, x.shape.length);
        if (typeof at === "object") {
            return at;
        }
        return splitInto(x.shape, at, numOrSizeSplits);
    },
    stuck: ({ numOrSizeSplits: parts }) => (parts.kind === "list" ? parts.items.length === 1 : parts.kind === "number" && parts.value === 1) ? inOnePart("split") : undefined,
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/split_util.ts, prepareSplitSize",
});

function splitInto(shape: Shape | undefined, axis: number | undefined, given: Datum): OpResult {
    const dim = (axis === undefined ? undefined : shape?.[axis]) ?? unknown;
    const parts = given.kind === "list" ? sizesOf(given.items, dim) : given.kind === "number" ? equalParts(given.value, dim) : undefined;
    if (parts === undefined || "kind" in parts) {
        return parts;
    }
    return asTensors(parts.map((part) => shape && (axis === undefined ? unknownShape(shape.length) : replaceAxis(shape, axis, part))));
}

function equalParts(count: number, dim: Dim): readonly Dim[] | Fault | undefined {
    if (!Number.isInteger(count) || count < 1) {
        return { kind: "option-value", option: "numOrSizeSplits", given: String(count), expected: "a positive integer or a list of sizes", at: atOption("numOrSizeSplits") };
    }
    if (compare(modulo(dim, constant(count)), constant(0)) === "different") {
        return { kind: "not-divisible", what: "the axis to split", size: dim, by: constant(count), at: atOption("numOrSizeSplits") };
    }
    return count > mostParts ? undefined : new Array<Dim>(count).fill(divide(dim, constant(count)));
}

function sizesOf(items: readonly Datum[], dim: Dim): readonly Dim[] | Fault | undefined {
    const reading = integers().read({ kind: "list", items });
    if (reading.kind === "refused" || reading.value === undefined) {
        return reading.kind === "refused" ? { kind: "option-value", option: "numOrSizeSplits", given: "a list", expected: "a list of integers", at: atOption("numOrSizeSplits") } : undefined;
    }
    const sizes = reading.value;
    const open = sizes.flatMap((size, index) => (numberOf(size) === -1 ? [index] : []));
    const wrong = (given: string, expected: string): Fault => ({ kind: "option-value", option: "numOrSizeSplits", given, expected, at: atOption("numOrSizeSplits") });
    if (open.length > 1 || sizes.length === 0) {
        return wrong(open.length > 1 ? "more than one -1" : "an empty list", "sizes, one of which may be -1");
    }
    if (open[0] === 0) {
        // The library starts its sum with the first size, whatever it is.
        return wrong("-1 as the first size", "sizes, of which one that is not the first may be -1");
    }
    const sum = sizes.filter((_, index) => !open.includes(index)).reduce(add, constant(0));
    const rest = subtract(dim, sum);
    const fits = open.length === 0 ? compare(rest, constant(0)) !== "different" : isAtLeast(rest, constant(0)) !== "never";
    if (!fits) {
        const fault: Fault = { kind: "slice-bounds", input: [dim], axis: 0, begin: constant(0), size: sum, at: atOption("numOrSizeSplits") };
        return open.length === 0 ? fault : { ...fault, effect: "takes a negative rest, and makes something of it, or throws" };
    }
    return sizes.map((size, index) => (open.includes(index) ? rest : size));
}

const unstack = op({
    name: "unstack",
    args: { x: required(numbersOrTexts()), axis: optional(integer(), constant(0)) },
    output({ x, axis }) {
        const at = x.shape && resolveAxis(axis, x.shape.length);
        if (typeof at === "object") {
            return at;
        }
        const count = at === undefined ? undefined : numberOf(x.shape?.[at]);
        const part = x.shape?.filter((_, index) => index !== at);
        if (count !== undefined && count <= mostParts) {
            return asTensors(new Array<Answer>(count).fill(part));
        }
        return part && at !== undefined ? { kind: "many", each: part, count } : undefined;
    },
    stuck: ({ x, axis }) => (numberOf(axis) !== undefined && numberOf(x.shape?.at(numberOf(axis) ?? 0)) === 1 ? inOnePart("unstack") : undefined),
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/unstack.ts; tfjs-backend-cpu src/kernels/Unpack.ts",
});

export const slicingOps: readonly OpSpec[] = [slice, sliceOfRank(1), sliceOfRank(2), sliceOfRank(3), sliceOfRank(4), split, unstack];
