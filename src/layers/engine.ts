/**
 * Runs a catalogue entry: reads its options, checks its inputs, asks its shape function, and checks what comes out. All
 * that holds for every layer is done here once.
 */
import type { Datum } from "../catalogue/datum.js";
import { atCall, atInput, type Fault } from "../catalogue/fault.js";
import { type GivenOptions } from "../catalogue/given.js";
import { readOptions } from "../catalogue/read.js";
import { lastingReadings, ofNoProgram } from "../catalogue/recent-readings.js";
import { compare, constant, isAtLeast, add, unknown, type Dim } from "../shapes/dim.js";
import { sizeOf, unknownShape, type Shape } from "../shapes/shape.js";
import type { LayerSpec, Outcome, ShapeResult } from "./spec.js";

/** A layer as its author configured it. */
export interface Layer {
    readonly spec: LayerSpec;
    readonly values: Readonly<Record<string, unknown>>;
    /** Its options exclude each other: whatever the library declares, nothing comes out. */
    readonly isBroken: boolean;
}

/**
 * Anything that can be applied to tensors: a catalogue layer, a model, a user's own layer class. `layer` is there for
 * wrappers, which look into the layer they wrap.
 */
export interface Applicable {
    /**
     * Never reports anything twice: applying is pure. `built` are the input shapes of the first application, none where
     * they are not known. `eager`: the inputs hold values (`layer.apply(tf.zeros(…))`); otherwise they are symbolic.
     */
    apply(inputs: readonly (Shape | undefined)[], built?: readonly Shape[], eager?: boolean): Outcome;
    /** The number of weights when built for these inputs; undefined when not known. */
    params(inputs: readonly (Shape | undefined)[]): Dim | undefined;
    /** The shapes of the weights, in the library's order; undefined when not known. */
    weights(inputs: readonly (Shape | undefined)[]): readonly Shape[] | undefined;
    readonly layer: Layer | undefined;
}

/** What a layer was built for, where nobody knows that. */
export const unknownShapes: readonly Shape[] = [];

const noFaults: readonly Fault[] = [];

export interface MadeLayer {
    readonly layer: Layer;
    readonly faults: readonly Fault[];
    readonly advice: readonly Fault[];
}

/** Reads the options; the layer is usable whatever faults they have. */
export function makeLayer(spec: LayerSpec, given: GivenOptions): MadeLayer {
    const before = recent.known(spec, given);
    if (before) {
        return before;
    }
    const plain = ofNoProgram(given);
    const made = configure(spec, plain ?? given);
    return plain ? recent.keep(spec, plain, made) : made;
}

const recent = lastingReadings<LayerSpec, MadeLayer>();

function configure(spec: LayerSpec, given: GivenOptions): MadeLayer {
    const { values, faults } = readOptions(spec.options, given);
    const checked = faults.length === 0 && spec.check ? spec.check(values) : noFaults;
    const advice = faults.length + checked.length === 0 && spec.advise ? spec.advise(values) : noFaults;
    return { layer: { spec, values, isBroken: checked.length > 0 }, faults: faults.length === 0 ? checked : faults, advice };
}

/** A class only so that the thousands of layers of a large model share their two methods. */
class CatalogueLayer implements Applicable {
    constructor(readonly layer: Layer) {}

    apply(inputs: readonly (Shape | undefined)[], built?: readonly Shape[], eager?: boolean): Outcome {
        return applyLayer(this.layer, inputs, built, eager);
    }

    params(inputs: readonly (Shape | undefined)[]): Dim | undefined {
        return countParams(this.layer, inputs);
    }

    weights(inputs: readonly (Shape | undefined)[]): readonly Shape[] | undefined {
        return weightShapes(this.layer, inputs);
    }
}

export function applicable(layer: Layer): Applicable {
    return new CatalogueLayer(layer);
}

/** The reading of an option whose datum is a layer. */
export function applicableOf(datum: Datum): Applicable | undefined {
    // Only the evaluator makes data that are layers, and it puts an Applicable there.
    return (datum.kind === "layer" ? datum.layer : datum.kind === "unknown" ? datum.perhaps : undefined) as Applicable | undefined;
}

export function applyLayer(layer: Layer, inputs: readonly (Shape | undefined)[], built?: readonly Shape[], eager = false): Outcome {
    const { spec, values } = layer;
    const countFault = checkCount(spec, inputs.length);
    if (countFault) {
        // What is not known may be a list of any length.
        return inputs.length === 1 && !inputs[0] ? undefined : { kind: "fault", faults: [countFault] };
    }
    // Plain loops: this runs for every application of every layer, on every keystroke.
    let faults: Fault[] | undefined;
    let isKnown = true;
    for (let index = 0; index < inputs.length; index++) {
        const input = inputs[index];
        if (!input) {
            isKnown = false;
            continue;
        }
        const fault = checkInput(layer, input, index, built?.[index]);
        if (fault) {
            (faults ??= []).push(fault);
        }
    }
    if (faults) {
        return { kind: "fault", faults };
    }
    const { rank } = spec.input;
    if (!isKnown && (spec.unknownRank || rank === undefined)) {
        return toOutcome(spec.unknownRank?.(inputs, values));
    }
    // Where all are known, they are of the right type as they are.
    const shapes = isKnown ? (inputs as readonly Shape[]) : inputs.map((input) => input ?? unknownShape(rank ?? 0));
    const outcome = toOutcome(eager && spec.eager ? spec.eager(shapes, values, built !== undefined) : spec.output(shapes, values));
    if (layer.isBroken) {
        return outcome?.kind === "outputs" ? { ...outcome, shapes: outcome.shapes.map((shape) => shape && sizesUnknown(shape)) } : undefined;
    }
    const first = shapes[0];
    if (outcome?.kind !== "outputs") {
        return outcome;
    }
    const ran = eager && spec.broadcastAxes ? broadcastOver(layer, first, built?.[0], outcome) : outcome;
    return ran?.kind === "outputs" && first && !ran.faults ? checkOutputs(spec, first, ran) : ran;
}

/** What is left of a shape once its layer has been reported: one mistake gives one report. */
function sizesUnknown([batch, ...sizes]: Shape): Shape {
    return batch ? [batch, ...sizes.map(() => unknown)] : [];
}

/** Total number of weights, trainable or not. */
export function countParams(layer: Layer, inputs: readonly (Shape | undefined)[]): Dim | undefined {
    return weightShapes(layer, inputs)?.reduce((sum, shape) => add(sum, sizeOf(shape)), constant(0));
}

function weightShapes(layer: Layer, inputs: readonly (Shape | undefined)[]): readonly Shape[] | undefined {
    if (!layer.spec.weights) {
        return [];
    }
    // The weights of a recurrent layer hang on its sequence alone.
    const shaping = layer.spec.states ? inputs.slice(0, 1) : inputs;
    const known = shaping.filter((input) => input !== undefined);
    return known.length < shaping.length || known.length === 0 ? undefined : layer.spec.weights(known, layer.values);
}

export function toOutcome(result: Outcome | ShapeResult): Outcome {
    if (result === undefined) {
        return undefined;
    }
    if (isShape(result)) {
        return { kind: "outputs", shapes: [result], list: false };
    }
    return result.kind === "outputs" || result.kind === "fault" ? result : { kind: "fault", faults: [result] };
}

function isShape(result: Outcome | ShapeResult): result is Shape {
    return Array.isArray(result);
}

function checkCount(spec: LayerSpec, count: number): Fault | undefined {
    const { least, most } = spec.input.count ?? { least: 1, most: 1 };
    if (count >= least && (most === undefined || count <= most)) {
        return undefined;
    }
    const expected = most === least ? (least === 1 ? "one input" : `${least} inputs`) : `at least ${least} inputs`;
    return { kind: "input-count", count, expected, at: atCall };
}

function checkInput(layer: Layer, input: Shape, index: number, built: Shape | undefined): Fault | undefined {
    const rule = layer.spec.input;
    if (rule.rank !== undefined && input.length !== rule.rank) {
        return { kind: "input-rank", input, expected: `rank ${rule.rank}`, at: atInput(index) };
    }
    if (rule.leastRank !== undefined && input.length < rule.leastRank) {
        return { kind: "input-rank", input, expected: `at least rank ${rule.leastRank}`, at: atInput(index) };
    }
    if (rule.defined) {
        const axis = resolveAxis(layer.values, rule.defined.axis, input.length);
        if (axis !== undefined && input[axis]?.kind === "batch") {
            return { kind: "input-undefined-axis", input, axis, what: rule.defined.what, at: atInput(index) };
        }
    }
    return built && checkFixed(layer, input, index, built);
}

/** Whether one row goes with any number of them. */
function isBroadcast({ broadcastAxes }: LayerSpec, axis: number, now: Dim): boolean {
    return broadcastAxes?.includes(axis) === true && compare(now, constant(1)) !== "different";
}

/** What comes out then has as many rows as the layer was built for, or as it was run with since. */
function broadcastOver(layer: Layer, input: Shape | undefined, built: Shape | undefined, outcome: Outcome & { kind: "outputs" }): Outcome {
    const { spec, values } = layer;
    const axes = input && built && spec.broadcastAxes ? spec.broadcastAxes.filter((axis) => spec.builtAxes?.(built, values).includes(axis)) : [];
    const wider = axes.filter((axis) => compare(input?.[axis] ?? unknown, built?.[axis] ?? unknown) !== "equal");
    return wider.length > 0 ? { ...outcome, shapes: outcome.shapes.map((shape) => shape?.map((dim, axis) => (wider.includes(axis) ? unknown : dim))) } : outcome;
}

/** A layer that has been built keeps its weights: the sizes they depend on may not change. */
function checkFixed({ spec, values }: Layer, input: Shape, index: number, built: Shape): Fault | undefined {
    const { fixed, fixedRank } = spec.input;
    if (fixedRank && input.length !== built.length) {
        return { kind: "input-rank", input, expected: `rank ${built.length}, for which it was built`, at: atInput(index) };
    }
    const builtAxes = input.length === built.length ? (spec.builtAxes?.(built, values) ?? []) : [];
    for (const place of [...(fixed === undefined ? [] : [fixed]), ...builtAxes]) {
        const axis = resolveAxis(values, place, input.length);
        const builtAxis = resolveAxis(values, place, built.length);
        const now = axis === undefined ? undefined : input[axis];
        const then = builtAxis === undefined ? undefined : built[builtAxis];
        if (axis !== undefined && now && then && compare(now, then) === "different" && !isBroadcast(spec, axis, now)) {
            const last = axis === input.length - 1 ? "the last dimension" : `axis ${axis}`;
            const what = place === "channels" ? "channels" : last;
            return { kind: "input-size", input, axis, what, expected: then, why: "built", at: atInput(index) };
        }
    }
    return undefined;
}

/** The index of an axis; undefined when the data format, and so the channel axis, is not known. */
export function resolveAxis(values: Layer["values"], axis: number | "channels", rank: number): number | undefined {
    if (axis !== "channels") {
        return axis < 0 ? rank + axis : axis;
    }
    switch (values["dataFormat"]) {
        case "channelsFirst":
            return 1;
        case "channelsLast":
            return rank - 1;
        default:
            return undefined;
    }
}

function isBelow(shape: Shape, least: number): boolean {
    for (const dim of shape) {
        if (dim.kind === "constant" ? dim.value < least : dim.kind === "expression" && isAtLeast(dim, constant(least)) === "never") {
            return true;
        }
    }
    return false;
}

function isAnyBelow(shapes: readonly (Shape | undefined)[], least: number): boolean {
    for (const shape of shapes) {
        if (shape && isBelow(shape, least)) {
            return true;
        }
    }
    return false;
}

/** No output axis below its least legal size. What is empty may stay empty, but no size is negative. */
function checkOutputs(spec: LayerSpec, input: Shape, outcome: Outcome & { kind: "outputs" }): Outcome {
    const strictest = spec.input.leastSize ?? 1;
    if (!isAnyBelow(outcome.shapes, strictest) || isBelow(input, 0)) {
        return outcome;
    }
    const least = constant(isBelow(input, 1) ? 0 : strictest);
    for (const output of outcome.shapes) {
        const axis = output?.findIndex((dim) => isAtLeast(dim, least) === "never") ?? -1;
        const size = output?.[axis];
        if (output && size) {
            return { kind: "fault", faults: [{ kind: "empty-output", input, output, axis, size, at: atCall }] };
        }
    }
    return outcome;
}
