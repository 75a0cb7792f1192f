/** Operations that keep a tensor's elements and change its shape: reshape, expandDims, squeeze, transpose and their kin. */
import { atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { integers, shape as anyShape } from "../catalogue/readers.js";
import { compare, constant, divide, isAtLeast, modulo, multiply, unknown, type Dim } from "../shapes/dim.js";
import { countOf, printShape, sizeOf, unknownShape, type Shape } from "../shapes/shape.js";
import { resolveAxes, resolveAxis } from "./axis.js";
import { sameDtype } from "./dtypes.js";
import { asTensor, checkRank, isDifferentFromOne, numberOf, sameShape, type Answer } from "./outcome.js";
import { axes, axisIndex, integerList, lengths, tensor, type Axes, numbersOrTexts } from "./readers.js";
import { tiled } from "./stuck.js";
import { op, type OpSpec } from "./spec.js";

const reshapeSource = "tfjs-core 4.22.0 src/util_base.ts, inferFromImplicitShape; tfjs-backend-cpu src/kernels/Reshape.ts";

export const reshape = op({
    name: "reshape",
    args: { x: required(numbersOrTexts()), shape: required(integerList()) },
    output: ({ x, shape }) => asTensor(reshaped(x.shape, shape)),
    dtype: sameDtype,
    source: reshapeSource,
});

/** `option` is what a fault points at: the shape, or one of the sizes where a method takes them one by one. */
export function reshaped(input: Shape | undefined, target: Shape | undefined, option = "shape"): Answer {
    if (target === undefined) {
        return undefined;
    }
    const below = target.findIndex((dim) => isAtLeast(dim, constant(-1)) === "never");
    if (below >= 0) {
        return { kind: "option-value", option, given: printShape(target), expected: "a list of sizes, one of which may be -1", at: atOption(option, below) };
    }
    const inferred: number[] = [];
    for (let axis = 0; axis < target.length; axis++) {
        if (numberOf(target[axis] ?? unknown) === -1) {
            inferred.push(axis);
        }
    }
    const [axis] = inferred;
    if (input === undefined) {
        return axis === undefined ? target : replaceAxis(target, axis, unknown);
    }
    if (axis === undefined) {
        return checkReshapeSize(input, target, option) ?? target;
    }
    return inferAxis(input, target, inferred, option);
}

function checkReshapeSize(input: Shape, target: Shape, option: string): Fault | undefined {
    const inputSize = sizeOf(input);
    const targetSize = sizeOf(target);
    if (compare(inputSize, targetSize) !== "different") {
        return undefined;
    }
    return { kind: "reshape-size", input, inputSize, target, targetSize, repairs: repairsOf(inputSize, target), at: atOption(option) };
}

/** The sizes that would make the counts equal, if only one axis were changed. */
function repairsOf(inputSize: Dim, target: Shape): { readonly axis: number; readonly size: Dim }[] {
    return target.flatMap((dim, axis) => {
        const rest = sizeOf(target.filter((_, other) => other !== axis));
        const repaired = numberOf(rest) === 0 ? unknown : divide(inputSize, rest);
        const whole = repaired.kind === "constant" || (repaired.kind === "expression" && repaired.polynomial.denominator === 1);
        return whole && compare(repaired, dim) !== "equal" ? [{ axis, size: repaired }] : [];
    });
}

function inferAxis(input: Shape, target: Shape, inferred: readonly number[], option: string): Answer {
    const [axis, second] = inferred;
    const inputSize = sizeOf(input);
    const fault = (reason: "two" | "remainder" | "empty", place?: number): Fault => ({ kind: "reshape-infer", input, inputSize, target, reason, at: atOption(option, place) });
    if (axis === undefined || second !== undefined) {
        return fault("two", second);
    }
    const rest = sizeOf(target.filter((_, other) => other !== axis));
    if (numberOf(rest) === 0) {
        return fault("empty");
    }
    if (compare(modulo(inputSize, rest), constant(0)) === "different") {
        return fault("remainder");
    }
    return replaceAxis(target, axis, inferredSize(input, inputSize, rest));
}

/** The size that -1 stands for. With the batch among the input's sizes it is the batch itself where the rest agrees. */
function inferredSize(input: Shape, inputSize: Dim, rest: Dim): Dim {
    if (inputSize.kind !== "batch") {
        const size = divide(inputSize, rest);
        return size.kind === "expression" && size.polynomial.denominator !== 1 ? unknown : size;
    }
    return compare(countOf(input), rest) === "equal" ? inputSize : unknown;
}

export function replaceAxis(shape: Shape, axis: number, dim: Dim): Shape {
    return shape.map((old, index) => (index === axis ? dim : old));
}

export const expandDims = op({
    name: "expandDims",
    args: { x: required(numbersOrTexts()), axis: optional(axisIndex(), constant(0)) },
    output: ({ x, axis }) => asTensor(x.shape && expanded(x.shape, axis)),
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/expand_dims.ts; tfjs-backend-cpu src/kernels/ExpandDims.ts",
});

/** One axis of size 1 more. Negative axes count from the end of the result. */
export function expanded(shape: Shape, axis: Dim): Answer {
    const at = resolveAxis(axis, shape.length + 1);
    return typeof at === "number" ? [...shape.slice(0, at), constant(1), ...shape.slice(at)] : (at ?? unknownShape(shape.length + 1));
}

export const squeeze = op({
    name: "squeeze",
    args: { x: required(numbersOrTexts()), axis: axes() },
    output: ({ x, axis }) => asTensor(x.shape && squeezed(x.shape, axis)),
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/util_base.ts, squeezeShape",
});

function squeezed(shape: Shape, given: Axes): Answer {
    if (given === "all" || given?.length === 0) {
        const certain = shape.every((dim) => numberOf(dim) === 1 || isDifferentFromOne(dim));
        return certain ? shape.filter(isDifferentFromOne) : undefined;
    }
    const resolved = resolveAxes(given, shape.length);
    switch (resolved.kind) {
        case "fault":
            return resolved.fault;
        case "repeated":
        case "unknown":
            return undefined;
        case "axes": {
            const wrong = resolved.axes.find((axis) => isDifferentFromOne(shape[axis] ?? unknown));
            if (wrong !== undefined) {
                return { kind: "input-size", input: shape, axis: wrong, what: `axis ${wrong}`, expected: constant(1), why: "only axes of size 1 can be squeezed", at: atOption("axis") };
            }
            return shape.filter((_, axis) => !resolved.axes.includes(axis));
        }
    }
}

export const transpose = op({
    name: "transpose",
    args: { x: required(tensor()), perm: optional<readonly Dim[] | "reverse" | undefined>(integers(), "reverse"), ...noEffect("conjugate") },
    output: ({ x, perm }) => asTensor(x.shape && transposed(x.shape, perm)),
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/transpose.ts",
});

function transposed(shape: Shape, perm: readonly Dim[] | "reverse" | undefined): Answer {
    if (perm === "reverse") {
        return shape.toReversed();
    }
    if (perm === undefined) {
        return unknownShape(shape.length);
    }
    const rank = shape.length;
    const expected = rank === 0 ? "[]" : `each of 0 to ${rank - 1} once`;
    const fault: Fault = { kind: "permutation", dims: perm, expected, at: atOption("perm") };
    if (perm.length !== rank || perm.some((axis) => isAtLeast(axis, constant(0)) === "never" || isAtLeast(axis, constant(rank)) === "always")) {
        return fault;
    }
    const result = perm.map((axis) => shape[numberOf(axis) ?? -1] ?? unknown);
    const known = perm.flatMap((axis) => numberOf(axis) ?? []);
    if (new Set(known).size < known.length && rank > 1) {
        return { ...fault, effect: `repeats one axis and leaves another out: the result has shape ${printShape(result)}` };
    }
    return result;
}

export const ensureShape = op({
    name: "ensureShape",
    args: { x: required(numbersOrTexts()), shape: required(anyShape()) },
    method: false,
    // A null in the given shape leaves that size open, as the batch does.
    output: ({ x, shape }) => asTensor(x.shape && sameShape(x.shape, shape, ["x", "shape"])),
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/ensure_shape.ts, arraysEqualWithNull",
});

export const broadcastTo = op({
    name: "broadcastTo",
    args: { x: required(tensor()), shape: required(lengths()) },
    output: ({ x, shape }) => asTensor(x.shape && shape ? stretched(x.shape, shape) : shape),
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/broadcast_to.ts",
});

/** Only the input stretches, so each of its sizes is 1 or the one asked for. */
function stretched(input: Shape, target: Shape): Answer {
    const rank = input.length;
    const wrong = input.findLastIndex((dim, axis) => isDifferentFromOne(dim) && compare(dim, target.at(axis - rank) ?? unknown) === "different");
    if (wrong >= 0 || target.length < rank) {
        const axis = wrong < 0 ? -rank : wrong - rank;
        return { kind: "broadcast", inputs: [input, target], names: ["x", "shape"], axis, a: input.at(axis) ?? unknown, b: target.at(axis) ?? unknown, at: atOption("shape") };
    }
    // From 1 to 0 the library repeats an axis no times, unless no axis is repeated: then it stays 1.
    return target.map((dim, axis) => (numberOf(dim) === 0 && numberOf(input[axis - target.length + rank]) !== 0 ? unknown : dim));
}

export const tile = op({
    name: "tile",
    args: { x: required(numbersOrTexts()), reps: required(lengths()) },
    output({ x, reps }) {
        if (x.shape === undefined || reps === undefined) {
            return asTensor(reps && unknownShape(reps.length));
        }
        if (reps.length !== x.shape.length) {
            return { kind: "option-value", option: "reps", given: printShape(reps), expected: `a list of ${x.shape.length}, one for each axis of x`, at: atOption("reps") };
        }
        return x.shape.map((dim, axis) => multiply(dim, reps[axis] ?? unknown));
    },
    stuck: ({ x }) => tiled("tile", x.shape),
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/tile.ts",
});

const reverseSource = "tfjs-core 4.22.0 src/ops/reverse.ts; tfjs-backend-cpu src/kernels/Reverse.ts";

export const reverse = op({
    name: "reverse",
    args: { x: required(tensor()), axis: axes() },
    output({ x, axis }) {
        const resolved = x.shape && resolveAxes(axis, x.shape.length);
        return resolved?.kind === "fault" ? resolved.fault : asTensor(x.shape);
    },
    dtype: sameDtype,
    source: reverseSource,
});

/** reverse2d … reverse4d, which take one rank only. */
function reversing(name: string, rank: number): OpSpec {
    return op({
        name,
        args: { x: required(tensor()), axis: axes() },
        method: false,
        output({ x, axis }) {
            if (x.shape === undefined) {
                return asTensor(unknownShape(rank));
            }
            const resolved = resolveAxes(axis, x.shape.length);
            return checkRank("x", x, rank) ?? (resolved.kind === "fault" ? resolved.fault : x.shape);
        },
        dtype: sameDtype,
        source: reverseSource,
    });
}

export const reverse1d = op({
    name: "reverse1d",
    args: { x: required(tensor()) },
    method: false,
    output: ({ x }) => checkRank("x", x, 1) ?? x.shape ?? unknownShape(1),
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/reverse_1d.ts",
});
export const reverse2d = reversing("reverse2d", 2);
export const reverse3d = reversing("reverse3d", 3);
export const reverse4d = reversing("reverse4d", 4);

export const shapingOps: readonly OpSpec[] = [
    reshape, expandDims, squeeze, transpose, ensureShape, broadcastTo, tile, reverse, reverse1d, reverse2d, reverse3d, reverse4d,
];
