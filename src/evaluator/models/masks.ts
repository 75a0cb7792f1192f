/**
 * Masks: which layers make one, which hand it on, and which cannot work with the one they get. A mask has one value for each
 * step, where the layer that reads it perhaps wants one for each element. tfjs-layers 4.22.0, `computeMask` and `call`.
 */
import { atCall, type Fault } from "../../catalogue/fault.js";
import type { Layer } from "../../layers/engine.js";
import { compareOrder, constant, type Dim } from "../../shapes/dim.js";
import { broadcast, concatenate, printShape, type Shape } from "../../shapes/shape.js";
import type { LayerValue } from "../values.js";

/** A mask in a run. `maker`: the layer that first made it. */
export interface Mask {
    readonly kind: "mask";
    readonly shape: Shape;
    readonly maker: LayerValue;
    /** The model in which it was made is through with it. */
    isDisposed: boolean;
}

/** None, or something that is perhaps one. */
export type MaskOrNot = Mask | "none" | "unknown";

/** Those that set `supportsMasking` and have no computeMask of their own. */
const passing: ReadonlySet<string> = new Set([
    ...["Dropout", "SpatialDropout1D", "Dense", "Activation", "ReLU", "PReLU", "BatchNormalization", "LayerNormalization"],
    ...["GaussianNoise", "GaussianDropout", "AlphaDropout", "TimeDistributed"],
]);
const recurrent: ReadonlySet<string> = new Set(["SimpleRNN", "GRU", "LSTM", "RNN", "ConvLSTM2D"]);
const merging: ReadonlySet<string> = new Set(["Add", "Average", "Maximum", "Minimum", "Multiply"]);

export function isRecurrent({ spec }: Layer): boolean {
    return recurrent.has(spec.name) || spec.name === "Bidirectional";
}

/** Whether what a layer is called with can be the matter with it. */
export function minds(layer: Layer): boolean {
    return layer.spec.name === "Softmax" || layer.spec.name === "TimeDistributed" || isRecurrent(layer);
}

/** Whether a layer is of those that make masks out of nothing. */
export function makesMasks({ spec, values }: Layer): boolean {
    return spec.name === "Masking" || (spec.name === "Embedding" && values["maskZero"] !== false);
}

interface Use {
    readonly target: LayerValue;
    readonly layer: Layer;
    readonly inputs: readonly (Shape | undefined)[];
    readonly masks: readonly MaskOrNot[];
}

/** The mask that comes out of a layer with its outputs; a fault where making it fails. */
export function maskMade(use: Use): MaskOrNot | Fault {
    const { target, layer, inputs, masks } = use;
    const { name } = layer.spec;
    const [mask = "none"] = masks;
    if (name === "Masking") {
        return madeBy(target, inputs[0]?.slice(0, -1));
    }
    if (name === "Embedding") {
        const { maskZero } = layer.values;
        return maskZero === false ? "none" : maskZero === true ? madeBy(target, inputs[0]) : "unknown";
    }
    if (masks.every((one) => one === "none")) {
        return "none";
    }
    if (name === "Concatenate") {
        return concatenated(use);
    }
    if (merging.has(name)) {
        return merged(use);
    }
    if (isRecurrent(layer)) {
        const returnsSequences = sequences(layer);
        return returnsSequences === undefined ? "unknown" : returnsSequences ? mask : "none";
    }
    return passing.has(name) ? mask : "none";
}

function madeBy(maker: LayerValue, shape: Shape | undefined): MaskOrNot {
    return shape ? { kind: "mask", shape, maker, isDisposed: false } : "unknown";
}

function sequences({ values }: Layer): unknown {
    const inner = innerOf(values);
    return inner ? inner.values["returnSequences"] : values["returnSequences"];
}

function innerOf({ layer }: Layer["values"]): Layer | undefined {
    // Wrappers alone have an option of that name, and it is read by one reader.
    return (layer as { readonly layer: Layer | undefined } | undefined)?.layer;
}

/** src/layers/merge.ts, Merge.computeMask: an axis is put before the first mask, the last is forgotten, and none is no operand. */
function merged({ masks: [first = "none", ...others], target }: Use): MaskOrNot | Fault {
    const between = others.slice(0, -1);
    if (first === "unknown" || between.includes("unknown")) {
        return "unknown";
    }
    if (between.length > 0 && (first === "none" || between.includes("none"))) {
        return unsupported(`a merge of ${others.length + 1} inputs of which only some have a mask`);
    }
    return first === "none" ? "none" : others.length > 1 ? "unknown" : madeBy(target, [constant(1), ...first.shape]);
}

/** src/layers/merge.ts, Concatenate.computeMask: an input without a mask has one of its own shape, the others get an axis of 1. */
function concatenated({ masks, inputs, layer, target }: Use): MaskOrNot | Fault {
    const { axis } = layer.values;
    const whole: Shape[] = [];
    for (const [index, mask] of masks.entries()) {
        const input = inputs[index];
        if (!input || mask === "unknown") {
            return "unknown";
        }
        whole.push(mask === "none" ? input : mask.shape.length < input.length ? [...mask.shape, constant(1)] : mask.shape);
    }
    const [first = []] = whole;
    // Its option is read as a size.
    const joinedAxis = axis as Dim;
    if (joinedAxis.kind !== "constant") {
        return "unknown";
    }
    const at = joinedAxis.value < 0 ? joinedAxis.value + first.length : joinedAxis.value;
    const joined = concatenate(whole, at);
    const maker = masks.find((mask) => mask !== "none" && mask !== "unknown")?.maker ?? target;
    if (joined.kind === "shape") {
        return madeBy(maker, joined.shape.slice(0, -1));
    }
    return unsupported(`a concatenation on axis ${at} of inputs whose masks, from \`${maker.type}\`, are not alike: ${whole.map((shape) => printShape(shape)).join(", ")}`);
}

/** What keeps a layer from working with the mask that it is called with. */
export function maskFault(layer: Layer, input: Shape | undefined, output: Shape | undefined, mask: MaskOrNot): Fault | undefined {
    if (mask === "none" || mask === "unknown" || !input) {
        return undefined;
    }
    const { name } = layer.spec;
    const inner = innerOf(layer.values);
    if (name === "TimeDistributed") {
        return inner && !isRecurrent(inner) && input[0] ? maskFault(inner, [input[0], ...input.slice(2)], undefined, mask) : undefined;
    }
    if (name !== "Softmax" && !isRecurrent(layer)) {
        return undefined;
    }
    const what = name === "Softmax" ? "a softmax" : "a recurrence";
    if (mask.isDisposed) {
        return unsupported(`${what} after a model with \`${mask.maker.type}\` in it, whose mask is gone by then`);
    }
    const fits = name === "Softmax" ? broadcast(input, mask.shape).kind === "shape" : goesThrough(input, output, mask.shape, sequences(layer));
    return fits ? undefined : unsupported(`${what} of ${printShape(input)} behind \`${mask.maker.type}\`, whose mask is ${printShape(mask.shape)}`);
}

/** src/layers/recurrent.ts, rnn: a mask is cut into steps, of which there must be enough, and each meets what comes out of the cell. */
function goesThrough(input: Shape, output: Shape | undefined, mask: Shape, returnsSequences: unknown): boolean {
    const whole = mask.length === input.length - 1 ? [...mask, constant(1)] : mask;
    if (whole.length !== input.length) {
        return false;
    }
    const [rows, steps, ...rest] = whole;
    const time = input[1];
    if (!rows || !steps || !time || compareOrder(steps, time) === "less") {
        return false;
    }
    const made: readonly Dim[] | undefined = output && returnsSequences === true ? [...output.slice(0, 1), ...output.slice(2)] : returnsSequences === false ? output : undefined;
    return made === undefined || broadcast(made, [rows, ...rest]).kind === "shape";
}

function unsupported(what: string): Fault {
    return { kind: "unsupported", what, when: "run", at: atCall };
}
