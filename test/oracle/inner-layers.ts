/**
 * Layers that others hold: what a wrapper wraps, and the cells of a recurrent layer. The program never applies them;
 * the library asks them for a shape, or calls them, while it applies the layer around them.
 */
import * as tf from "@tensorflow/tfjs";
import type { Application, Shape } from "./recording-tf.js";
import { copyShape } from "./recording-tf.js";

type Layer = tf.layers.Layer;

export interface InnerApplication extends Application {
    /** The one that the program made. */
    readonly layer: Layer;
}

/** What the library's layers hold, by the names it has there. */
interface Holder {
    readonly layer?: Layer;
    readonly forwardLayer?: Layer;
    readonly cell?: Cell;
    readonly cells?: readonly Cell[];
}

type Cell = Layer & { readonly stateSize: number | readonly number[] };

/** Methods that stand on an instance for a while. */
interface Watched {
    computeOutputShape: (this: unknown, shape: Shape | Shape[]) => Shape | Shape[];
    call: (this: unknown, inputs: tf.Tensor | tf.Tensor[], kwargs: { readonly initialState?: tf.Tensor[] }) => tf.Tensor | tf.Tensor[];
}

/** A layer that is at work, and the one of the program that it works for: a bidirectional layer has clones at work. */
interface Worker {
    readonly worker: Layer;
    readonly made: Layer;
}

function workersOf(layer: Layer): Worker[] {
    const { layer: wrapped, forwardLayer, cell, cells } = layer as unknown as Holder;
    if (wrapped) return [{ worker: forwardLayer ?? wrapped, made: wrapped }];
    const held = cells ?? (cell && layer.getClassName() === "RNN" ? [cell] : []);
    return held.map((one) => ({ worker: one, made: one }));
}

/** Runs an application and says what the layers inside were given meanwhile. */
export function watchInside<T>(layer: Layer, isSymbolic: boolean, run: () => T): { readonly result: T; readonly inside: readonly InnerApplication[] } {
    const inside: InnerApplication[] = [];
    const restore: (() => void)[] = [];
    const watchAll = (outer: Layer): void => {
        for (const { worker, made } of workersOf(outer)) {
            restore.push(watch(worker, made, inside));
            watchAll(worker);
        }
    };
    watchAll(layer);
    try {
        const result = run();
        if (isSymbolic && layer.getClassName() === "RNN") tryCell(layer, inside);
        return { result, inside };
    } finally {
        for (const undo of restore) undo();
    }
}

function watch(worker: Layer, made: Layer, inside: InnerApplication[]): () => void {
    const watched = worker as unknown as Watched;
    const note = (inputs: Shape[], outputs: Shape[]): void => {
        inside.push({ layer: made, inputs, outputs });
    };
    const { computeOutputShape, call } = watched;
    watched.computeOutputShape = function (shape) {
        const asked = listed(shape);
        // A bidirectional layer passes the states of both directions along; only the sequence is looked at.
        const inputs = worker === made ? asked : asked.slice(0, (asked.length + 1) / 2);
        const outputs = computeOutputShape.call(this, shape);
        note(inputs, listed(outputs));
        return outputs;
    };
    watched.call = function (inputs, kwargs) {
        // It takes the states out of what it is given.
        const given = [inputs, kwargs.initialState ?? []].flat().map((tensor) => copyShape(tensor.shape));
        const outputs = call.call(this, inputs, kwargs);
        note(given, [outputs].flat().map((tensor) => copyShape(tensor.shape)));
        return outputs;
    };
    return () => {
        Reflect.deleteProperty(watched, "computeOutputShape");
        Reflect.deleteProperty(watched, "call");
    };
}

function listed(shapes: Shape | Shape[]): Shape[] {
    return shapes.every((shape): shape is Shape => Array.isArray(shape)) ? shapes.map(copyShape) : [copyShape(shapes)];
}

/** No shape is asked of a cell when a model is built: it is run on one row, or on the rows that the model declares. */
function tryCell(layer: Layer, inside: InnerApplication[]): void {
    const cell = (layer as unknown as Holder).cell;
    const input = listed(layer.inboundNodes.at(-1)?.inputShapes ?? [])[0];
    if (!cell || !input) return;
    const [rows = null, , ...features] = input;
    const sizes = [cell.stateSize].flat();
    const start = inside.length;
    try {
        tf.tidy(() => {
            const zeros = [features, ...sizes.map((size) => [size])].map((shape) => tf.zeros([rows ?? 1, ...shape.map((size) => size ?? 1)]));
            cell.call(zeros, {});
        });
    } catch {
        // A cell that cannot run is known as such at predict.
        inside.length = start;
        return;
    }
    for (const { inputs, outputs } of inside.slice(start)) {
        for (const shape of [...inputs, ...outputs]) shape[0] = rows;
    }
}
