/** What the real TensorFlow.js makes of one layer: when it is built, and when the built model runs. */
import * as tf from "@tensorflow/tfjs";
import { hasNaN, layerShape } from "../oracle/grid.js";
import type { Shape } from "../oracle/recording-tf.js";

export type Truth =
    | { readonly kind: "works"; readonly shape: Shape; readonly params: number }
    | { readonly kind: "throws"; readonly error: string }
    /** Built without a word, with the shape that the library declares; what is wrong with running it. */
    | { readonly kind: "fails"; readonly shape: Shape; readonly params: number; readonly error: string };

export function truthOf(type: string, config: object | undefined, inputs: readonly Shape[], run: boolean): Truth {
    const built = layerShape(type, config, inputs);
    if (built.error !== undefined) {
        return { kind: "throws", error: built.error };
    }
    const { outputShape: shape, params } = built;
    const error = run && !depends(inputs) ? faultOfRun(type, config, inputs, shape) : undefined;
    return error === undefined ? { kind: "works", shape, params } : { kind: "fails", shape, params, error };
}

/** For null, a run gets this size: not one that layers treat in a special way, and none of the grids' own. */
const anySize = 7;

/** Whether several inputs fit each other can depend on what a run makes of their nulls. */
function depends(inputs: readonly Shape[]): boolean {
    return inputs.length > 1 && inputs.some((shape) => shape.slice(1).includes(null));
}

/** Runs the layer on ones. Undefined: it gives numbers, in the shape that was declared. */
function faultOfRun(type: string, config: object | undefined, inputs: readonly Shape[], declared: Shape): string | undefined {
    return tf.tidy(() => {
        try {
            // The name is one that layerShape has found.
            const factory = (tf.layers as unknown as Record<string, (config?: object) => tf.layers.Layer>)[type]!;
            const layer = config === undefined ? factory() : factory(structuredClone(config));
            const symbols = inputs.map((batchShape) => tf.input({ batchShape: [...batchShape] }));
            const outputs = layer.apply(symbols.length === 1 ? symbols[0]! : symbols) as tf.SymbolicTensor;
            const values = inputs.map((shape, index) => tf.ones(sizes(shape, index === 0 ? 2 : (inputs[0]![0] ?? 2))));
            const model = tf.model({ inputs: symbols, outputs });
            const result = model.predict(values.length === 1 ? values[0]! : values) as tf.Tensor;
            if (hasNaN(result)) {
                return "gives NaN";
            }
            // With two negative sizes the number of elements is positive again.
            if (result.shape.some((size) => size < 1)) {
                return `gives nothing: [${result.shape.join(", ")}]`;
            }
            const differs = result.rank !== declared.length || declared.some((size, axis) => size !== null && size !== result.shape[axis]);
            return differs ? `declares [${declared.join(", ")}] and gives [${result.shape.join(", ")}]` : undefined;
        } catch (error) {
            return error instanceof Error ? error.message : String(error);
        }
    });
}

function sizes(shape: Shape, batch: number): number[] {
    return shape.map((size, axis) => size ?? (axis === 0 ? batch : anySize));
}
