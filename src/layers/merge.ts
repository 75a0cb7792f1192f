import { atInput, atOption, type Fault } from "../catalogue/fault.js";
import { optional, required } from "../catalogue/options.js";
import { boolean, integer, integers, type Reader } from "../catalogue/readers.js";
import { batch, compare, constant, identical, isAtLeast, unknown, type Dim } from "../shapes/dim.js";
import { concatenate as joinShapes, moreExact, unknownShape, type Shape } from "../shapes/shape.js";
import { commonOptions } from "./common.js";
import { toOutcome } from "./engine.js";
import { layer, type LayerSpec } from "./spec.js";

const source = "tfjs-layers 4.22.0 src/layers/merge.ts,";

function elementwise(name: string): LayerSpec<typeof commonOptions> {
    return layer({
        name,
        input: { count: { least: 2 } },
        options: commonOptions,
        output: (inputs) => mergeAll(inputs, sameBatch),
        eager: (inputs, _options, isBuilt) => mergeAll(inputs, isBuilt ? stretched : sameBatch),
        source: `${source} Merge.build, Merge.computeElementwiseOpOutputShape, Merge.call`,
    });
}

export const add = elementwise("Add");
export const average = elementwise("Average");
export const maximum = elementwise("Maximum");
export const minimum = elementwise("Minimum");
export const multiply = elementwise("Multiply");

/**
 * Element by element. The batch stands apart; the other axes are aligned at the end, and 1 stretches. A layer is built for
 * one batch; once it is, batches stretch as well.
 */
function mergeAll(inputs: readonly Shape[], mergeBatch: (a: Dim, b: Dim) => Dim | undefined): Shape | Fault {
    let merged: Shape = [];
    for (const [index, input] of inputs.entries()) {
        const first = merged[0];
        const dims = index === 0 ? input.slice(1) : mergeElements(merged.slice(1), input.slice(1));
        // A scalar has no batch to disagree with.
        const size = first === undefined || index === 0 ? (input[0] ?? unknown) : mergeBatch(first, input[0] ?? unknown);
        if (size === undefined || dims.includes(undefined)) {
            const axis = size === undefined ? 0 : dims.indexOf(undefined) + 1;
            return mergeFault(inputs, index, axis, Math.max(merged.length, input.length), axis === 0 ? mergeBatch : stretched);
        }
        merged = [size, ...dims.filter((dim) => dim !== undefined)];
    }
    return merged;
}

/** Undefined: no two inputs with these sizes have one batch size. */
function sameBatch(a: Dim, b: Dim): Dim | undefined {
    return compare(a, b) === "different" ? undefined : moreExact(a, b);
}

function mergeElements(a: Shape, b: Shape): readonly (Dim | undefined)[] {
    const [long, short] = a.length < b.length ? [b, a] : [a, b];
    const lead = long.length - short.length;
    return long.map((dim, axis) => {
        const other = short[axis - lead];
        return other ? mergeDims(dim, other) : dim;
    });
}

/** Null with anything gives null, whatever the other is. Undefined: the two cannot be merged. */
function mergeDims(a: Dim, b: Dim): Dim | undefined {
    if (a.kind === "batch" || b.kind === "batch") {
        return batch;
    }
    if (a.kind === "unknown" || b.kind === "unknown") {
        return unknown;
    }
    return stretched(a, b);
}

/** What two sizes make of each other where 1 stretches. */
function stretched(a: Dim, b: Dim): Dim | undefined {
    if (identical(a, b) || isOne(b) === "equal") {
        return a;
    }
    if (isOne(a) === "equal") {
        return b;
    }
    const aStretches = isOne(a) !== "different";
    const bStretches = isOne(b) !== "different";
    if (aStretches || bStretches) {
        return aStretches && bStretches ? unknown : aStretches ? b : a;
    }
    return compare(a, b) === "different" ? undefined : moreExact(a, b);
}

function isOne(dim: Dim): ReturnType<typeof compare> {
    return compare(dim, constant(1));
}

/** The input before `index` with which it clashes on `axis` of the merged shape of `rank` dimensions. */
function mergeFault(inputs: readonly Shape[], index: number, axis: number, rank: number, merge: (a: Dim, b: Dim) => Dim | undefined): Fault {
    const at = (input: Shape): Dim => (axis === 0 ? input[0] : input[axis - rank + input.length]) ?? unknown;
    const b = at(inputs[index] ?? []);
    const first = inputs.findIndex((input, earlier) => earlier < index && (axis === 0 || input.length > rank - axis) && merge(at(input), b) === undefined);
    return { kind: "merge", inputs, first: Math.max(first, 0), second: index, axis, a: at(inputs[Math.max(first, 0)] ?? []), b, at: atInput(index) };
}

export const concatenate = layer({
    name: "Concatenate",
    input: { count: { least: 2 } },
    options: { ...commonOptions, axis: optional(integer(), constant(-1)) },
    output(inputs, { axis }) {
        const result = toOutcome(concatenateAll(inputs, axis, "exact"));
        const fault = checkNegative(axis, inputs[0]?.length ?? 0);
        return fault && result?.kind === "outputs" ? { ...result, faults: [fault] } : result;
    },
    source: `${source} Concatenate.build, Concatenate.computeOutputShape`,
});

/**
 * Any negative axis is taken for the last one when the layer runs, though not when it is built.
 * tfjs-layers 4.22.0 src/backend/tfjs_backend.ts, concatenate.
 */
function checkNegative(axis: Dim, rank: number): Fault | undefined {
    const negative = axis.kind === "constant" && axis.value < -1 && rank > 0;
    return negative ? { kind: "unsupported", what: `axis ${axis.value} (it joins the last axis instead)`, when: "run", at: atOption("axis") } : undefined;
}

/**
 * Off the joined axis TensorFlow.js wants the same sizes, null included ("exact"): null beside a number is refused. To
 * Keras null fits anything.
 */
export function concatenateAll(inputs: readonly Shape[], axis: Dim, nulls: "exact" | "any"): Shape | Fault {
    const [first = []] = inputs;
    const other = inputs.findIndex((input) => input.length !== first.length);
    if (other > 0) {
        return { kind: "merge-rank", inputs, first: 0, second: other, at: atInput(other) };
    }
    const rank = first.length;
    if (isAtLeast(axis, constant(rank)) === "always" || isAtLeast(axis, constant(-rank)) === "never") {
        return { kind: "axis-range", axis, rank, option: "axis", at: atOption("axis") };
    }
    if (axis.kind !== "constant") {
        return unknownShape(rank);
    }
    const joined = axis.value < 0 ? axis.value + rank : axis.value;
    const clash = nulls === "exact" ? nullClash(inputs, joined) : undefined;
    if (clash) {
        return clash;
    }
    const result = joinShapes(inputs, joined);
    switch (result.kind) {
        case "shape":
            return inputs.some((input) => input[joined]?.kind === "batch") ? result.shape.with(joined, batch) : result.shape;
        case "conflict": {
            const { index, axis: at, a, b } = result;
            const earlier = inputs.findIndex((input) => compare(input[at] ?? unknown, b) === "different");
            return { kind: "merge", inputs, first: earlier, second: index, axis: at, a, b, at: atInput(index) };
        }
        default:
            // Ranks and the axis have been checked above.
            return unknownShape(rank);
    }
}

/** A null beside a number, on an axis that is not joined. */
function nullClash(inputs: readonly Shape[], joined: number): Fault | undefined {
    const [first = []] = inputs;
    for (let axis = 0; axis < first.length; axis++) {
        const a = first[axis] ?? unknown;
        const clashing = isNull(a) === "yes" ? "no" : isNull(a) === "no" ? "yes" : undefined;
        if (axis === joined || clashing === undefined) {
            continue;
        }
        for (let second = 1; second < inputs.length; second++) {
            const b = inputs[second]?.[axis];
            if (b && isNull(b) === clashing) {
                return { kind: "merge", inputs, first: 0, second, axis, a, b, at: atInput(second) };
            }
        }
    }
    return undefined;
}

/** What a caller passes for a size may be null as well. */
function isNull(dim: Dim | undefined): "yes" | "no" | "unknown" {
    switch (dim?.kind) {
        case "batch":
            return "yes";
        case "constant":
            return "no";
        default:
            return "unknown";
    }
}

/** One axis of both inputs, or one of each. */
function dotAxes(): Reader<readonly Dim[] | undefined> {
    const axes = integers();
    return { ...axes, read: (datum) => (datum.kind === "list" && datum.items.length !== 2 ? { kind: "refused", expected: "an integer or a list of two" } : axes.read(datum)) };
}

export const dot = layer({
    name: "Dot",
    input: { count: { least: 2, most: 2 } },
    options: { ...commonOptions, axes: required(dotAxes()), normalize: optional(boolean(), false) },
    output: ([a = [], b = []], { axes }) => dotProduct(a, b, axes, "tfjs"),
    source: `${source} Dot.build, Dot.computeOutputShape`,
});

/** Keras takes inputs of any rank, and resolves negative axes wherever they stand. */
export function dotProduct(a: Shape, b: Shape, axes: readonly Dim[] | undefined, library: "tfjs" | "keras"): Shape | Fault | undefined {
    const inputs = [a, b];
    const high = library === "tfjs" ? inputs.findIndex((input) => input.length > 3) : -1;
    if (high >= 0) {
        return { kind: "unsupported", what: "an input of more than rank 3", when: "built", at: atInput(high) };
    }
    const low = inputs.findIndex((input) => input.length < 2);
    if (low >= 0) {
        return { kind: "input-rank", input: inputs[low] ?? [], expected: "at least rank 2", at: atInput(low) };
    }
    const rank = Math.max(a.length + b.length - 3, 2);
    const [axisOfA, axisOfB = axisOfA] = axes ?? [];
    if (axisOfA?.kind !== "constant" || axisOfB?.kind !== "constant") {
        return unknownShape(rank);
    }
    for (const [index, axis] of [axisOfA, axisOfB].entries()) {
        const input = inputs[index] ?? [];
        if (axis.value >= input.length || axis.value < -input.length) {
            return { kind: "axis-range", axis, rank: input.length, option: "axes", at: atOption("axes", axes?.length === 2 ? index : undefined) };
        }
    }
    const inA = axisOfA.value < 0 ? axisOfA.value + a.length : axisOfA.value;
    const inB = axisOfB.value < 0 ? axisOfB.value + b.length : axisOfB.value;
    const sizes = [a[inA] ?? unknown, b[inB] ?? unknown] as const;
    // Negative axes in a list are not resolved when the layer is built, so a null passes there.
    const strict = library === "keras" || axes?.length === 1 || (axisOfA.value >= 0 && axisOfB.value >= 0);
    const nullMet = strict && [isNull(sizes[0]), isNull(sizes[1])].sort().join() === "no,yes";
    if (nullMet || compare(...sizes) === "different") {
        return { kind: "merge", inputs, first: 0, second: 1, axis: inB, a: sizes[0], b: sizes[1], at: atInput(1) };
    }
    const output = [...a.toSpliced(inA, 1), ...b.toSpliced(inB, 1).slice(1)];
    return output.length === 1 ? [...output, constant(1)] : output;
}
