/** What a loss demands of the targets. */
import { compare, constant } from "../shapes/dim.js";
import { broadcast, sizeOf, type Shape } from "../shapes/shape.js";

/**
 * The shape of the targets for an output. tfjs-layers 4.22.0 src/engine/training.ts, LayersModel.standardizeUserDataXY:
 * every loss wants them as the output is, but for the one that takes the numbers of classes.
 */
export function targetShape(loss: string, output: Shape): { readonly shape: Shape; readonly classes: boolean } {
    const classes = loss === "sparseCategoricalCrossentropy";
    return { shape: classes ? output.with(-1, constant(1)) : output, classes };
}

/**
 * Whether a loss can be computed of targets that nobody has compared with the output before, both of as many rows.
 * tfjs-layers 4.22.0 src/losses.ts: the numbers of classes are counted, binaryCrossentropy wants one shape, the others broadcast.
 */
export function canCompute(loss: string, target: Shape, output: Shape): boolean {
    switch (loss) {
        case "sparseCategoricalCrossentropy":
            return compare(sizeOf(target.slice(1)), sizeOf(output.slice(1, -1))) !== "different";
        case "binaryCrossentropy":
            return target.length === output.length && target.every((dim, axis) => compare(dim, output[axis] ?? dim) !== "different");
        default:
            return broadcast(target, output).kind === "shape";
    }
}
