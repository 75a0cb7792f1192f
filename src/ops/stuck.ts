/**
 * Operations whose gradient, for some shapes, has another shape than its tensor, or cannot be put together: TensorFlow.js
 * throws when it is asked for. tfjs-core 4.22.0 src/tape.ts, backpropagateGradients, and src/gradients.
 */
import { print, type Dim } from "../shapes/dim.js";
import type { Axes } from "./readers.js";
import { broadcast, compareShapes, printShape, type Shape } from "../shapes/shape.js";

/** What has no gradient, and by which of its arguments, where it is not all of them. */
export interface Stuck {
    /** Completes "gradients through …". */
    readonly what: string;
    readonly inputs?: readonly number[];
}

type Two = readonly [Shape | undefined, Shape | undefined];

/**
 * Maximum_grad.ts, Minimum_grad.ts, SquaredDifference_grad.ts, Prelu_grad.ts: nothing is summed over the axes along which a
 * tensor was stretched. `unsummed`: the tensors of which that is so.
 */
export function stretching(name: string, shapes: Two, names: readonly [string, string], unsummed: readonly number[]): Stuck | undefined {
    const whole = unsummed.length > 0 && shapes[0] && shapes[1] ? broadcast(shapes[0], shapes[1]) : undefined;
    if (whole?.kind !== "shape") {
        return undefined;
    }
    const inputs = unsummed.filter((input) => compareShapes(shapes[input] ?? whole.shape, whole.shape) === "different");
    return inputs.length === 0 ? undefined : { what: `\`${name}\` that broadcasts ${inputs.map((input) => `\`${names[input] ?? ""}\``).join(" and ")} to ${printShape(whole.shape)}`, inputs };
}

/** BatchMatMul_grad.ts: nor here, over the axes before the matrix. */
export function stretchingBatches(name: string, [a, b]: Two): Stuck | undefined {
    const found = stretching(name, [a?.slice(0, -2), b?.slice(0, -2)], ["a", "b"], [0, 1]);
    return a && b && found && { ...found, what: `\`${name}\` of ${printShape(a)} and ${printShape(b)}, which repeats a matrix` };
}

/** Cumsum_grad.ts moves the axis to the end, and does not know negative ones. */
export function cumulated(name: string, shape: Shape | undefined, axis: Dim): Stuck | undefined {
    if (axis.kind !== "constant") {
        return undefined;
    }
    if (axis.value < 0) {
        return { what: `\`${name}\` with the negative axis ${axis.value}` };
    }
    const moved = shape && [...shape.slice(0, axis.value), ...shape.slice(axis.value + 1), ...shape.slice(axis.value, axis.value + 1)];
    return moved && compareShapes(shape, moved) === "different" ? { what: `\`${name}\` along axis ${axis.value} of ${printShape(shape)}, which is not the last` } : undefined;
}

/** Tile_grad.ts: only up to four axes. */
export function tiled(name: string, shape: Shape | undefined): Stuck | undefined {
    return shape && shape.length > 4 ? { what: `\`${name}\` of rank ${shape.length}` } : undefined;
}

/** Prod_grad.ts does not know negative axes either. */
export function countedFromEnd(name: string, axes: Axes): Stuck | undefined {
    const negative = axes === "all" ? undefined : axes?.find((axis) => axis.kind === "constant" && axis.value < 0);
    return negative && { what: `\`${name}\` with the negative axis ${print(negative)}` };
}

/** Unpack_grad.ts, SplitV_grad.ts: of a single part the gradient comes alone, where a list is expected. */
export function inOnePart(name: string): Stuck {
    return { what: `\`${name}\` into a single part` };
}
