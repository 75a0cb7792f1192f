/** Layers around another layer. */
import { atCall, atInput, atOption, type Fault } from "../catalogue/fault.js";
import { nullable, required } from "../catalogue/options.js";
import { reader, value, type Reader } from "../catalogue/readers.js";
import { constant, multiply } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { commonOptions } from "./common.js";
import { applicableOf, type Applicable } from "./engine.js";
import { untrainableStep } from "./recurrent.js";
import { layer, type InnerUse, type Outcome } from "./spec.js";

/** An option that holds a layer; undefined where it is not known which. */
function applied(): Reader<Applicable | undefined> {
    const known = reader<Applicable | undefined>("a layer", undefined, (datum) => {
        switch (datum.kind) {
            case "layer":
                return applicableOf(datum);
            case "number":
            case "string":
            case "boolean":
            case "list":
            case "tensor":
            case "null":
                return "refused";
            default:
                return undefined;
        }
    });
    // A wrapper makes a layer of what may be one.
    return { ...known, read: (datum) => (datum.kind === "unknown" ? value(applicableOf(datum)) : known.read(datum)) };
}

/** What the wrapped layer finds wrong among its own options is the wrapper's option `layer`, for those who do not know that layer. */
function asWrapped(fault: Fault): Fault {
    return fault.at.kind === "option" ? { ...fault, at: atOption("layer"), within: fault.at } : fault;
}

export const timeDistributed = layer({
    name: "TimeDistributed",
    input: { leastRank: 3 },
    options: { ...commonOptions, layer: required(applied()) },
    output([input = []], { layer: inner }) {
        const step = stepOf(input);
        if (!inner || runsUnchecked(inner, step)) {
            return inner && input;
        }
        // Each step reaches the wrapped layer as the tensor itself, as if it were applied to one that holds values.
        const outcome = inner.apply([step], undefined, true);
        switch (outcome?.kind) {
            case "outputs":
                return outcome.list
                    ? { kind: "unsupported", what: "a layer of several outputs in timeDistributed", when: "run", at: atOption("layer") }
                    : { ...outcome, shapes: outcome.shapes.map((shape) => overTime(shape, input)), ...(outcome.faults ? { faults: outcome.faults.map(asWrapped) } : {}) };
            case "fault":
                return { kind: "fault", faults: outcome.faults.map((fault) => overTimeFault(asWrapped(fault), input)) };
            default:
                return undefined;
        }
    },
    // The whole first input shape becomes the input specification.
    builtAxes: (input) => input.map((_, axis) => axis),
    weights([input], { layer: inner }) {
        return input && inner?.weights([stepOf(input)]);
    },
    untrainable: untrainableStep,
    inner([input = []], { layer: inner }) {
        const inputs = [stepOf(input)];
        if (!inner || runsUnchecked(inner, stepOf(input))) {
            return inner ? [{ of: inner, inputs, outputs: inputs }] : [];
        }
        return usesOf(inner, inputs, inner.apply(inputs, undefined, true));
    },
    source: "tfjs-layers 4.22.0 src/layers/wrappers.ts, TimeDistributed.computeOutputShape",
});

function usesOf(inner: Applicable, inputs: readonly (Shape | undefined)[], outcome: Outcome): readonly InnerUse[] {
    return outcome?.kind === "outputs" ? [{ of: inner, inputs, outputs: outcome.shapes }] : [];
}

function stepOf([batch, , ...step]: Shape): Shape {
    return batch ? [batch, ...step] : step;
}

function overTime(shape: Shape | undefined, input: Shape): Shape | undefined {
    const [batch, ...rest] = shape ?? [];
    const time = input[1];
    return batch && time && [batch, time, ...rest];
}

/**
 * TimeDistributed never asks for the wrapped layer's input specification. Most layers fail on a wrong rank when run, or
 * take the batch for an axis of the image; these return what they get.
 */
function runsUnchecked({ layer: inner }: Applicable, step: Shape): boolean {
    const last = step[1]?.kind;
    return step.length === 2 && (inner?.spec.name === "SpatialDropout1D" || (inner?.spec.name === "Flatten" && last !== "batch"));
}

/** A fault on one step's shape, told of the whole input. */
function overTimeFault(fault: Fault, input: Shape): Fault {
    switch (fault.kind) {
        case "rnn-sequences":
            return { kind: "input-rank", input, expected: "rank 4", at: fault.at };
        case "input-rank":
            return { ...fault, input, expected: fault.expected.replace(/\d+/g, (rank) => String(Number(rank) + 1)) };
        case "input-undefined-axis":
            return { ...fault, input, axis: fault.axis + 1 };
        default:
            return fault;
    }
}

type MergeMode = "concat" | "sum" | "mul" | "ave" | "none";

const mergeModes: readonly MergeMode[] = ["concat", "sum", "mul", "ave"];

function mergeMode(): Reader<MergeMode | undefined> {
    return reader<MergeMode | undefined>("'concat', 'sum', 'mul', 'ave' or null", undefined, (datum) => {
        if (datum.kind === "null") {
            return "none";
        }
        return datum.kind === "string" ? (mergeModes.find((mode) => mode === datum.value) ?? "refused") : "refused";
    });
}

/** Bidirectional clones its layer through its configuration, which fails where that holds another layer's. */
const notCloned: readonly string[] = ["RNN", "StackedRNNCells", "TimeDistributed", "Bidirectional"];

function bothWays(inputs: readonly (Shape | undefined)[], { layer: inner, mergeMode }: { readonly layer: Applicable | undefined; readonly mergeMode: MergeMode | undefined }): Outcome | Fault {
    // A user's own layer is cloned by code that is not known.
    if (!inner?.layer || !mergeMode || notCloned.includes(inner.layer.spec.name)) {
        return undefined;
    }
    const half = (inputs.length - 1) / 2;
    if (!Number.isInteger(half)) {
        const expected = "an odd number of inputs, the sequence and as many initial states for each direction";
        return { kind: "input-count", count: inputs.length, expected, at: atCall };
    }
    const forward = inner.apply(inputs.slice(0, half + 1));
    const backward = inner.apply([...inputs.slice(0, 1), ...inputs.slice(half + 1)]);
    return failure(forward, 0) ?? failure(backward, half) ?? (forward?.kind === "outputs" ? merge(forward, mergeMode) : undefined);
}

export const bidirectional = layer({
    name: "Bidirectional",
    input: { count: { least: 1 } },
    options: { ...commonOptions, layer: required(applied()), mergeMode: nullable(mergeMode(), "concat") },
    check({ layer: inner, weights }) {
        const name = inner?.layer?.spec.name;
        const faults: Fault[] = [];
        if (name !== undefined && notCloned.includes(name)) {
            faults.push({ kind: "unsupported", what: `a layer of class ${name} in bidirectional`, when: "built", at: atOption("layer") });
        }
        if (weights.kind === "list") {
            faults.push({ kind: "unsupported", what: "`weights` of bidirectional", when: "built", at: atOption("weights") });
        }
        return faults;
    },
    output: bothWays,
    unknownRank: bothWays,
    states({ layer: inner }) {
        const states = inner?.layer?.spec.states?.(inner.layer.values);
        return states === undefined ? undefined : 2 * states;
    },
    // The library does not look, and fails when it is run: the weights of both directions have been made for these sizes.
    builtAxes: (input, { layer: inner }) => inner?.layer?.spec.builtAxes?.(input, inner.layer.values) ?? [],
    // A stateful layer's states are those of the batch it was built for; nothing compares them with the rows before they meet.
    broadcastAxes: [0],
    weights([input], { layer: inner }) {
        const isBuilt = !inner?.layer || !notCloned.includes(inner.layer.spec.name);
        const weights = isBuilt && input ? inner?.weights([input]) : undefined;
        return weights && [...weights, ...weights];
    },
    /** That of the two clones which reads forwards. */
    inner(inputs, { layer: inner }) {
        const forward = inputs.slice(0, (inputs.length + 1) / 2);
        return inner?.layer && !notCloned.includes(inner.layer.spec.name) ? usesOf(inner, forward, inner.apply(forward)) : [];
    },
    source: "tfjs-layers 4.22.0 src/layers/wrappers.ts, Bidirectional.computeOutputShape",
});

/** The faults of one direction, whose states begin `shift` inputs later in the wrapper. */
function failure(outcome: Outcome, shift: number): Outcome {
    if (outcome?.kind !== "fault") {
        return undefined;
    }
    const faults = outcome.faults.map(asWrapped).map((fault): Fault => {
        const { at } = fault;
        return at.kind === "input" && at.index > 0 ? { ...fault, at: atInput(at.index + shift) } : fault;
    });
    return { kind: "fault", faults };
}

/** Concatenation doubles the last axis of the output, whatever stands there; states are listed, not merged. */
function merge({ shapes: [shape, ...states], list }: Outcome & { kind: "outputs" }, mode: MergeMode): Outcome {
    const merged = mode === "concat" && shape ? shape.map((dim, axis) => (axis === shape.length - 1 ? multiply(dim, constant(2)) : dim)) : shape;
    const outputs = mode === "none" ? [shape, shape] : [merged];
    return { kind: "outputs", shapes: [...outputs, ...states, ...states], list: list || mode === "none" };
}
