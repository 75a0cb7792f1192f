/** Weights given to a layer or a model, against those it has. tfjs-layers 4.22.0 src/engine/topology.ts, Layer.setWeights. */
import type { Datum } from "../catalogue/datum.js";
import type { DType } from "../catalogue/dtype.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { compareShapes, type Shape } from "../shapes/shape.js";

/** What a layer or a model has. */
export interface OwnWeights {
    /** A shape is undefined where only the number of weights is known. */
    readonly shapes: readonly (Shape | undefined)[];
    /** That of all of them; undefined where it is not known. */
    readonly dtype: DType | undefined;
}

export function checkWeights(datum: Datum, { shapes: expected, dtype }: OwnWeights): Fault | undefined {
    if (datum.kind !== "list") {
        return datum.kind === "tensor" ? { kind: "weight-form", what: "a tensor", weight: undefined, count: 1, at: atOption("weights") } : undefined;
    }
    const { items } = datum;
    if (items.length !== expected.length) {
        return { kind: "weight-count", count: items.length, expected: expected.length, at: atOption("weights") };
    }
    for (const [weight, item] of items.entries()) {
        const shape = expected[weight];
        const what = formOf(item);
        if (what !== undefined) {
            return { kind: "weight-form", what, weight, count: items.length, at: atOption("weights", weight) };
        }
        if (shape && item.kind === "tensor" && item.shape && compareShapes(item.shape, shape) === "different") {
            return { kind: "weight-shape", weight, count: items.length, given: item.shape, expected: shape, at: atOption("weights", weight) };
        }
    }
    const other = items.findIndex((item) => item.kind === "tensor" && item.dtype !== undefined && item.dtype !== dtype);
    const item = items[other];
    return dtype !== undefined && item?.kind === "tensor" && item.dtype !== undefined ? { kind: "weight-dtype", weight: other, count: items.length, dtype: item.dtype, expected: dtype, at: atOption("weights", other) } : undefined;
}

/** What it is where it is no tensor for sure. */
function formOf({ kind }: Datum): string | undefined {
    switch (kind) {
        case "number":
        case "size":
            return "a number";
        case "list":
        case "numbers":
            return "an array";
        default:
            return undefined;
    }
}
