/** The bodies of the program's own layers: what `call` makes of its inputs when a model is run. */
import { batch, identical, symbol, type Dim } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import { plainArguments } from "../arguments.js";
import { callValue } from "../calls.js";
import { methodOf, type OwnLayer } from "./custom-layers.js";
import { normal } from "../control.js";
import type { Evaluation } from "../evaluation.js";
import { array, arrayWith, lastBirth, object, tensor, unknown } from "../making.js";
import { recordingWithin, taped, untaped } from "./watched.js";
import type { Value, Watched } from "../values.js";

/** The function; undefined where the class has none, and the library's own gives its inputs back. */
export function bodyOf(layer: OwnLayer): Value | undefined {
    return methodOf(layer.instance.class, "call");
}

const mostBodies = 40;

/** Remembers what the body will be run on, for when the program is through: only then is known what it finds. */
export function noteBody(e: Evaluation, layer: OwnLayer, inputs: readonly (Shape | undefined)[]): void {
    const { bodies } = layer;
    if (e.recording && bodies && bodies.length < mostBodies && !bodies.some((other) => sameShapes(other, inputs))) {
        bodies.push(inputs);
    }
}

function sameShapes(a: readonly (Shape | undefined)[], b: readonly (Shape | undefined)[]): boolean {
    return a.length === b.length && a.every((shape, index) => sameShape(shape, b[index]));
}

export function sameShape(a: Shape | undefined, b: Shape | undefined): boolean {
    return a && b ? a.length === b.length && a.every((dim, axis) => sameDim(dim, b[axis])) : a === b;
}

function sameDim(a: Dim, b: Dim | undefined): boolean {
    return b !== undefined && (a.kind === b.kind ? a.kind === "batch" || a.kind === "unknown" || identical(a, b) : false);
}

/**
 * As tfjs-layers 4.22.0 src/engine/executor.ts, execute: a model hands every layer a list of tensors, however many. What a
 * wrapper hands on is perhaps a single tensor instead.
 */
export function runBody(e: Evaluation, layer: OwnLayer, inputs: readonly (Shape | undefined)[], watched?: Watched): Value {
    const body = bodyOf(layer);
    const isWrapped = e.handedOn.has(layer.applicable);
    const dtype = layer.takesFloats === true && !isWrapped ? "float32" : undefined;
    const whole = array(inputs.map((shape) => tensor(shape, dtype, watched)));
    const list = isWrapped ? arrayWith(whole, { among: [whole] }) : whole;
    // Whether it is training is not known.
    const kwargs = object(new Map(), true);
    return body ? callValue(e, body, layer.instance, plainArguments([list, kwargs]), layer.node) : list;
}

/** Sizes that a model leaves open are fixed in each run. The samples are as many in all inputs. */
export function atRunTime(inputs: readonly (Shape | undefined)[], samples: Dim): (Shape | undefined)[] {
    return inputs.map((shape) => shape?.map((dim, axis) => (dim.kind !== "batch" ? dim : axis === 0 ? samples : symbol(`inputs.shape[${axis}]`))));
}

/** The shapes of the tensors that a body gave; undefined where it is not known how many they are. */
export function tensorsIn(value: Value): (Shape | undefined)[] | undefined {
    switch (value.kind) {
        case "tensor":
            return [value.shape];
        case "array":
            return value.open ? undefined : value.items.map((item) => (item.kind === "tensor" ? item.shape : undefined));
        default:
            return undefined;
    }
}

/** A layer is applied for its shape; its body is to be looked at again in earnest. */
const stepsForTrial = 3000;

/** What the body gives for these inputs, as far as is known now. */
export function tryBody(e: Evaluation, layer: OwnLayer, inputs: readonly (Shape | undefined)[]): readonly (Shape | undefined)[] | undefined {
    const { samples } = e;
    const value = triedBody(e, layer, inputs);
    return value && tensorsIn(value)?.map((shape) => shape?.map((dim) => (identical(dim, samples) ? batch : dim)));
}

/** Whatever the body changes is undone. Undefined where it takes too long. */
function triedBody(e: Evaluation, layer: OwnLayer, inputs: readonly (Shape | undefined)[], watched?: Watched): Value | undefined {
    const { depth, samples } = e;
    const since = lastBirth();
    const pending = new Set(e.pending);
    let value: Value = unknown;
    const isDone = e.affords(stepsForTrial, () => {
        e.silently(() =>
            e.fork(() => {
                value = runBody(e, layer, atRunTime(inputs, samples), watched);
                return normal;
            }),
        );
    });
    e.depth = depth;
    e.forgetCallbacks(since);
    e.pending.clear();
    pending.forEach((late) => e.pending.add(late));
    return isDone ? value : undefined;
}

/** How gradients come back through a layer: to its own weights, or to what goes in. */
export interface WayBack {
    /** Whether its result is surely computed of them. */
    readonly isOpen: boolean;
    /** The operation on the way that has no gradient: completes "gradients through …". */
    readonly stuckAt: string | undefined;
}

const closed: WayBack = { isOpen: false, stuckAt: undefined };

/** Nothing is told of layers with several results: which of them count is not known. */
export function wayBack(e: Evaluation, layer: OwnLayer, inputs: readonly Shape[], to: "weights" | "inputs"): WayBack {
    const recording = recordingWithin(to);
    const value = taped(e, () => triedBody(e, layer, inputs, to === "inputs" ? recording.derived : untaped), recording);
    const result = value?.kind === "array" && !value.open && !value.among && value.items.length === 1 ? value.items[0] : value;
    const watched = result?.kind === "tensor" ? result.watched : undefined;
    return watched && watched.within === recording.derived.within ? { isOpen: true, stuckAt: watched.stuckAt } : closed;
}
