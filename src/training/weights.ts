/** Weights given to a layer or a model, against those it has. tfjs-layers 4.22.0 src/engine/topology.ts, Layer.setWeights. */
import type { Datum } from "../catalogue/datum.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { compareShapes, type Shape } from "../shapes/shape.js";

/** `expected`: a shape is undefined where only the number of weights is known. */
export function checkWeights(datum: Datum, expected: readonly (Shape | undefined)[]): Fault | undefined {
    if (datum.kind !== "list") {
        return undefined;
    }
    const { items } = datum;
    if (items.length !== expected.length) {
        return { kind: "weight-count", count: items.length, expected: expected.length, at: atOption("weights") };
    }
    for (const [weight, item] of items.entries()) {
        const shape = expected[weight];
        if (shape && item.kind === "tensor" && item.shape && compareShapes(item.shape, shape) === "different") {
            return { kind: "weight-shape", weight, count: items.length, given: item.shape, expected: shape, at: atOption("weights", weight) };
        }
    }
    return undefined;
}
