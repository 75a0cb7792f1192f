/** Asks the real TensorFlow.js for one layer's or one operation's shapes. */
import * as tf from "@tensorflow/tfjs";
import type { Shape } from "./recording-tf.js";
import { copyShape, recordingTf } from "./recording-tf.js";

export type LayerAnswer =
    | {
          /** The first output's shape. */
          outputShape: Shape;
          outputShapes: Shape[];
          params: number;
          error?: never;
      }
    | { error: string };

export type OpAnswer =
    | { outputShape: Shape; outputShapes: Shape[]; hasNaN: boolean; error?: never }
    | { error: string };

type LayerFactory = (config?: object) => tf.layers.Layer;

/** Builds `tf.layers[type](config)` and applies it to inputs of these shapes, batch included, in the functional API. */
export function layerShape(type: string, config: object | undefined, inputShapes: readonly Shape[]): LayerAnswer {
    return quietly(() => {
        // The recording layers are tf.layers with every factory wrapped, so the name reaches a factory or nothing.
        const factory = (recordingTf["layers"] as Record<string, LayerFactory | undefined>)[type];
        if (!factory) throw new Error(`tf.layers.${type} is not a function`);
        // The library writes into the configs and the shapes that it is given.
        const layer = config === undefined ? factory() : factory(copyConfig(config) as object);
        const inputs = inputShapes.map((shape) => tf.input({ batchShape: [...shape] }));
        const [first] = inputs;
        const result = layer.apply(inputs.length === 1 && first ? first : inputs);
        const outputShapes = (Array.isArray(result) ? result : [result]).map((output) => copyShape(output.shape));
        return { outputShape: outputShapes[0] ?? [], outputShapes, params: layer.countParams() };
    });
}

/** Runs an operation. What it makes is disposed of. */
export function opShape(run: () => tf.Tensor | tf.Tensor[]): OpAnswer {
    return quietly(() => {
        const result = run();
        const outputs = Array.isArray(result) ? result : [result];
        const outputShapes = outputs.map((output) => copyShape(output.shape));
        return { outputShape: outputShapes[0] ?? [], outputShapes, hasNaN: outputs.some((output) => hasNaN(output)) };
    });
}

export function hasNaN(tensor: tf.Tensor): boolean {
    return tensor.dataSync().some((value) => Number.isNaN(value));
}

function quietly<T>(run: () => T): T | { error: string } {
    const { warn } = console;
    console.warn = () => undefined;
    tf.engine().startScope();
    try {
        return run();
    } catch (error) {
        return { error: error instanceof Error ? error.message : String(error) };
    } finally {
        tf.engine().endScope();
        tf.disposeVariables();
        console.warn = warn;
    }
}

/** Arrays and plain objects are copied deeply; layers and other instances are passed as they are. */
function copyConfig(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => copyConfig(item));
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyConfig(item)]));
}
