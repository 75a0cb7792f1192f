/** What a loss demands of the targets. */
import { compare, constant, unknown } from "../shapes/dim.js";
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
 * Whether a loss or metric, by its name or as a path, can be computed of targets that nobody has compared with the output
 * for it, both of as many rows. tfjs-layers 4.22.0 src/losses.ts and src/metrics.ts: the numbers of classes are counted,
 * binaryCrossentropy and all of tf.losses want one shape, the others broadcast.
 */
export function canCompute(measure: string, target: Shape, output: Shape): boolean {
    if (measure.startsWith("losses.")) {
        return isAlike(target, output);
    }
    switch (measure.replace(/^metrics\./, "")) {
        case "sparseCategoricalCrossentropy":
            return compare(sizeOf(target.slice(1)), sizeOf(output.slice(1, -1))) !== "different" && !isOne(output);
        case "sparseCategoricalAccuracy":
            return target.length !== output.length || compare(target.at(-1) ?? unknown, constant(1)) !== "different";
        case "binaryCrossentropy":
            return isAlike(target, output);
        case "accuracy":
        case "acc":
        case "crossentropy":
        case "ce":
            // Which of several it is depends on the output and the loss.
            return true;
        case "categoricalAccuracy":
            return broadcast(target.slice(0, -1), output.slice(0, -1)).kind === "shape";
        default:
            return broadcast(target, output).kind === "shape";
    }
}

function isAlike(target: Shape, output: Shape): boolean {
    return target.length === output.length && target.every((dim, axis) => compare(dim, output[axis] ?? dim) !== "different");
}

/** A one-hot of one class throws. */
function isOne(output: Shape): boolean {
    return compare(output.at(-1) ?? unknown, constant(1)) === "equal";
}
