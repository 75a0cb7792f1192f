/** Operations that put tensors together or add padding around one: concat, stack, pad. */
import { atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { oneOf } from "../catalogue/readers.js";
import { add, compareOrder, constant, isAtLeast, multiply, subtract, unknown, type Dim } from "../shapes/dim.js";
import { concatenate, unknownShape, type Shape } from "../shapes/shape.js";
import { resolveAxis } from "./axis.js";
import { checkOneDtype, commonDtype, sameDtype } from "./dtypes.js";
import { asTensor, isFault, sameShape, type Answer } from "./outcome.js";
import { axisIndex, oneAxis, pairs, tensor, tensorList, tensors, type Pairs, numbersOrTexts } from "./readers.js";
import { op, type OpSpec, type TensorArgument, type TensorList } from "./spec.js";
import { expanded } from "./shaping.js";

const concatSource = "tfjs-core 4.22.0 src/ops/concat_util.ts, assertParamsConsistent and computeOutShape";
const stackSource = "tfjs-core 4.22.0 src/ops/stack.ts; tfjs-backend-cpu src/kernels/Pack.ts";

export function concatenated(list: TensorList, axis: Dim, option = "tensors"): Answer {
    if (list && "each" in list) {
        const { shape } = list.each;
        const at = shape && resolveAxis(axis, shape.length);
        return typeof at === "object" ? at : shape && opened(shape, at, list.length);
    }
    const [first] = list ?? [];
    if (list === undefined || first === undefined) {
        return list && noTensors(option);
    }
    if (list.length === 1) {
        return first.shape;
    }
    const shapes = list.flatMap(({ shape }) => (shape ? [shape] : []));
    const known = shapes[0];
    if (known === undefined) {
        return undefined;
    }
    const at = resolveAxis(axis, known.length);
    if (typeof at === "object") {
        return at;
    }
    const joined = concatenate(shapes, at ?? 0);
    switch (joined.kind) {
        case "shape":
            // A tensor of unknown shape leaves the joined axis open, and an unknown axis leaves all of them.
            return at === undefined || shapes.length < list.length ? opened(joined.shape, at, unknown) : joined.shape;
        case "no-axis":
            return undefined;
        case "rank-conflict":
            return { kind: "merge-rank", inputs: shapes, first: 0, second: joined.index, at: atOption(option, indexOf(list, shapes[joined.index])) };
        case "conflict":
            return at === undefined ? unknownShape(known.length) : { kind: "merge", inputs: shapes, first: 0, second: joined.index, axis: joined.axis, a: joined.a, b: joined.b, at: atOption(option, indexOf(list, shapes[joined.index])) };
    }
}

/** As many of these as there are, one behind the other. */
function opened(shape: Shape, axis: number | undefined, count: Dim): Shape {
    return shape.map((dim, index) => (axis === undefined ? unknown : index === axis ? multiply(dim, count) : dim));
}

function indexOf(list: readonly TensorArgument[], shape: Shape | undefined): number {
    return list.findIndex((item) => item.shape === shape);
}

function noTensors(option: string): Fault {
    return { kind: "input-count", count: 0, expected: "at least one tensor", at: atOption(option) };
}

export const concat = op({
    name: "concat",
    args: { tensors: required(tensorList()), axis: optional(oneAxis(), constant(0)) },
    method: false,
    output: ({ tensors: list, axis }) => asTensor(concatenated(list, axis)),
    dtype: ({ tensors: list }) => commonDtype(list),
    source: concatSource,
});

export const concat1d = op({
    name: "concat1d",
    args: { tensors: required(tensorList()) },
    method: false,
    output: ({ tensors: list }) => asTensor(concatenated(list, constant(0))),
    dtype: ({ tensors: list }) => commonDtype(list),
    source: concatSource,
});

/** concat2d … concat4d only name a rank; they do not check it. */
function concatOfRank(name: string): OpSpec {
    return op({ ...concat, name });
}

export const concat2d = concatOfRank("concat2d");
export const concat3d = concatOfRank("concat3d");
export const concat4d = concatOfRank("concat4d");

/** `x.concat(others, axis)`: one tensor or a list of them. */
export const concatMethod = op({
    name: "concat",
    args: { self: required(numbersOrTexts()), x: required(oneOrMore()), axis: optional(oneAxis(), constant(0)) },
    output: ({ self, x, axis }) => asTensor(concatenated(x && [self, ...x], axis, "x")),
    dtype: ({ self, x }) => commonDtype(x && [self, ...x]),
    source: "tfjs-core 4.22.0 src/public/chained_ops/concat.ts",
});

function oneOrMore(): ReturnType<typeof tensors> {
    const list = tensors(numbersOrTexts());
    const one = numbersOrTexts();
    return {
        ...list,
        read(datum) {
            if (datum.kind !== "tensor") {
                return list.read(datum);
            }
            const reading = one.read(datum);
            return reading.kind === "value" ? { kind: "value", value: [reading.value] } : reading;
        },
    };
}

export function stacked(list: TensorList, axis: Dim, option = "tensors"): Answer {
    if (list === undefined) {
        return undefined;
    }
    if ("each" in list) {
        return stackedAlong(axis, list.each.shape, list.length);
    }
    if (list.length === 0) {
        return noTensors(option);
    }
    const mixed = checkOneDtype(list, option);
    if (mixed) {
        return mixed;
    }
    const common = list.reduce<Answer>((shape, item, index) => {
        const next = sameShape(shape, item.shape, [`${option}[0]`, `${option}[${index}]`]);
        return isFault(next) && !isFault(shape) ? { ...next, at: atOption(option, index) } : next;
    }, undefined);
    return stackedAlong(axis, common, constant(list.length));
}

function stackedAlong(axis: Dim, common: Answer, count: Dim): Answer {
    const result = common === undefined || isFault(common) ? common : expanded(common, axis);
    if (result === undefined || isFault(result)) {
        return result;
    }
    const at = resolveAxis(axis, result.length);
    return result.map((dim, index) => (index === at ? count : dim));
}

export const stack = op({
    name: "stack",
    args: { tensors: required(tensorList()), axis: optional(axisIndex(), constant(0)) },
    method: false,
    output: ({ tensors: list, axis }) => asTensor(stacked(list, axis)),
    dtype: ({ tensors: list }) => commonDtype(list),
    source: stackSource,
});

export const stackMethod = op({
    name: "stack",
    args: { self: required(numbersOrTexts()), x: required(oneOrMore()), axis: optional(axisIndex(), constant(0)) },
    output: ({ self, x, axis }) => asTensor(stacked(x && [self, ...x], axis, "x")),
    dtype: ({ self, x }) => commonDtype(x && [self, ...x]),
    source: "tfjs-core 4.22.0 src/public/chained_ops/stack.ts",
});

const padSource = "tfjs-core 4.22.0 src/ops/pad.ts; tfjs-backend-cpu src/kernels/PadV2.ts";

export const pad = op({
    name: "pad",
    args: { x: required(tensor()), paddings: required(pairs()), ...noEffect("constantValue") },
    output: ({ x, paddings }) => asTensor(padded(x, paddings)),
    dtype: sameDtype,
    source: padSource,
});

/** pad2d … pad4d check how many pairs they get, not the rank of x: that is the same check here. */
function padOfRank(name: string, rank: number): OpSpec {
    return op({
        ...pad,
        name,
        method: false,
        output({ x, paddings }) {
            if (paddings && paddings.length !== rank) {
                return { kind: "option-value", option: "paddings", given: `${paddings.length} pairs`, expected: `a list of ${rank} pairs`, at: atOption("paddings") };
            }
            return asTensor(padded(x, paddings));
        },
    });
}

export const pad2d = padOfRank("pad2d", 2);
export const pad3d = padOfRank("pad3d", 3);
export const pad4d = padOfRank("pad4d", 4);

/** The one that takes a single pair: `[before, after]`. */
export const pad1d = op({
    name: "pad1d",
    args: { x: required(tensor()), paddings: required(onePair()), ...noEffect("constantValue") },
    method: false,
    output: ({ x, paddings }) => asTensor(padded(x, paddings)),
    dtype: sameDtype,
    source: padSource,
});

function onePair(): ReturnType<typeof pairs> {
    const list = pairs();
    const expected = "a pair of integers";
    return {
        ...list,
        expected,
        read(datum) {
            const reading = list.read({ kind: "list", items: [datum] });
            return reading.kind === "value" ? reading : { kind: "refused", expected };
        },
    };
}

function padded(x: TensorArgument, paddings: Pairs | undefined): Answer {
    const { shape } = x;
    if (shape === undefined) {
        return paddings && unknownShape(paddings.length);
    }
    if (shape.length === 0) {
        return { kind: "input-rank", input: shape, expected: "at least rank 1", at: atOption("x") };
    }
    if (paddings === undefined) {
        return unknownShape(shape.length);
    }
    if (paddings.length !== shape.length) {
        const effect = paddings.length > shape.length ? "fills the axes that x does not have with NaN" : `drops axes: the result has rank ${paddings.length}`;
        return { kind: "pad-pairs", input: shape, pairs: paddings.length, axes: shape.length, at: atOption("paddings"), effect };
    }
    const result = shape.map((dim, axis) => add(dim, sumOf(paddings[axis])));
    const negative = result.findIndex((dim) => isAtLeast(dim, constant(0)) === "never");
    if (negative >= 0) {
        return { kind: "empty-output", input: shape, output: result, axis: negative, size: result[negative] ?? unknown, at: atOption("paddings", negative) };
    }
    return result;
}

function sumOf(pair: readonly [Dim, Dim] | undefined): Dim {
    return pair ? add(...pair) : unknown;
}

export const mirrorPad = op({
    name: "mirrorPad",
    args: { x: required(tensor()), paddings: required(pairs()), mode: required(oneOf("reflect", "symmetric")) },
    output({ x, paddings, mode }) {
        const { shape } = x;
        if (shape !== undefined && paddings !== undefined && shape.length > 0 && shape.length !== paddings.length) {
            return { kind: "pad-pairs", input: shape, pairs: paddings.length, axes: shape.length, at: atOption("paddings") };
        }
        return (shape && paddings && mode && checkMirror(shape, paddings, mode)) ?? asTensor(padded(x, paddings));
    },
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/mirror_pad.ts",
});

/** What is mirrored has to be there: at most the whole axis, or one less where the edge itself is not repeated. */
function checkMirror(shape: Shape, paddings: Pairs, mode: "reflect" | "symmetric"): Fault | undefined {
    for (const [axis, dim] of shape.entries()) {
        const most = mode === "reflect" ? subtract(dim, constant(1)) : dim;
        const wrong = paddings[axis]?.find((side) => compareOrder(side, most) === "greater" || isAtLeast(side, constant(0)) === "never");
        if (wrong !== undefined) {
            return { kind: "pad-size", input: shape, axis, pad: wrong, most, at: atOption("paddings", axis) };
        }
    }
    return undefined;
}

export const joiningOps: readonly OpSpec[] = [
    concat, concat1d, concat2d, concat3d, concat4d, stack, pad, pad1d, pad2d, pad3d, pad4d, mirrorPad,
];
export const joiningMethods: readonly OpSpec[] = [concatMethod, stackMethod];
