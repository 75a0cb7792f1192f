/** What a loss demands of the targets. */
import { constant } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";

/**
 * The shape of the targets for an output. tfjs-layers 4.22.0 src/engine/training.ts, LayersModel.standardizeUserDataXY:
 * every loss wants them as the output is, but for the one that takes the numbers of classes.
 */
export function targetShape(loss: string, output: Shape): { readonly shape: Shape; readonly classes: boolean } {
    const classes = loss === "sparseCategoricalCrossentropy";
    return { shape: classes ? output.with(-1, constant(1)) : output, classes };
}
