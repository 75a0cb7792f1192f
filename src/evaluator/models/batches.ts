/** The batches in which a model gets its data, and how many rows these have. */
import { atOption, type Fault } from "../../catalogue/fault.js";
import type { GivenOptions } from "../../catalogue/given.js";
import { compare, compareOrder, constant, modulo, unknown as unknownDim, type Dim } from "../../shapes/dim.js";
import type { Outcome } from "../../layers/spec.js";
import type { Shape } from "../../shapes/shape.js";
import type { Slot } from "../../training/feed.js";
import type { Evaluation } from "../evaluation.js";
import { builtFor, shapesFor } from "./model-shapes.js";
import { batchSizeOf, type DataMethod } from "./training-methods.js";
import type { ModelValue } from "../values.js";

export function rowsOf([first]: readonly (Shape | undefined)[]): Dim {
    return first?.[0] ?? unknownDim;
}

/**
 * All rows at once, as many of every input as of the first: predict does not look at those beyond. Where there may be
 * several batches, what the bodies of the program's own layers get is not told by these shapes.
 */
export function runWhole(e: Evaluation, model: ModelValue, shapes: readonly (Shape | undefined)[], method: DataMethod, given: GivenOptions): Outcome {
    // How many rows there are in a batch matters only to layers that were built for so many.
    const rows = fixesRows(model) ? batchRows(method, rowsOf(shapes), batchSizeOf(given)) : rowsOf(shapes);
    const run = (count: Dim): Outcome =>
        shapesFor(
            e,
            model,
            shapes.map((shape) => shape?.with(0, count)),
            true,
        );
    const batches = batchesOf(method, rowsOf(shapes), given) ?? [];
    return batches.length === 1 ? run(rows) : e.silently(() => run(rows));
}

/**
 * Data of which nothing is known has the shape that the input has, or the library refuses it. What goes wrong then is
 * told only if it does so with data of any shape.
 */
export function withFittingShapes(inputs: readonly Slot[], known: readonly (Shape | undefined)[], run: (shapes: readonly (Shape | undefined)[]) => Outcome): Outcome {
    const shapes = known.map((shape, index) => shape ?? inputs[index]?.shape?.map((dim, axis) => (axis === 0 || dim.kind === "batch" ? unknownDim : dim)));
    const outcome = run(shapes);
    return outcome?.kind === "outputs" || shapes.every((shape, index) => shape === known[index]) ? outcome : run(known);
}

/**
 * The rows that are handed to the layers at a time, each number once; undefined where not all are known. tfjs-layers 4.22.0
 * src/engine/training.ts, predictLoop and fitLoop: the last batch has what is left.
 */
export function batchesOf(method: DataMethod, rows: Dim, given: GivenOptions): readonly Dim[] | undefined {
    if (method === "predictOnBatch" || method === "trainOnBatch") {
        return [rows];
    }
    const size = batchSizeOf(given);
    if (given.open || given.options.has("validationSplit") || rows.kind !== "constant" || size.kind !== "constant" || size.value < 1) {
        return undefined;
    }
    return [Math.min(rows.value, size.value), rows.value > size.value ? rows.value % size.value : 0].filter((count) => count > 0).map(constant);
}

/** The rows that a model gets at a time. */
export function batchRows(method: DataMethod, rows: Dim, batchSize: Dim): Dim {
    if (method === "predictOnBatch" || method === "trainOnBatch") {
        return rows;
    }
    switch (compareOrder(rows, batchSize)) {
        case "less":
        case "atMost":
        case "equal":
            return rows;
        case "greater":
        case "atLeast":
            return batchSize;
        case "unknown":
            return unknownDim;
    }
}

/** Whether a layer was built for a number of rows: it keeps a state for each, or wants its input as it was. */
export function fixesRows(model: ModelValue): boolean {
    return model.layers.some((layer) => {
        if (layer.kind === "model") {
            return fixesRows(layer);
        }
        const [input] = builtFor(layer) ?? [];
        const made = layer.applicable.layer;
        return made && input ? made.spec.builtAxes?.(input, made.values).includes(0) : false;
    });
}

/** tfjs-layers 4.22.0 src/engine/training.ts, LayersModel.standardizeUserDataXY: a stateful model takes whole batches. */
export function checkStateful(model: ModelValue, shapes: readonly (Shape | undefined)[], method: DataMethod, given: GivenOptions): Fault | undefined {
    const rows = rowsOf(shapes);
    const batchSize = batchSizeOf(given);
    const isWhole = method === "trainOnBatch" || !isStateful(model) || compare(modulo(rows, batchSize), constant(0)) !== "different";
    return isWhole ? undefined : { kind: "stateful-rows", rows, batchSize, at: atOption("x") };
}

function isStateful(model: ModelValue): boolean {
    return model.layers.some((layer) => (layer.kind === "model" ? isStateful(layer) : layer.applicable.layer?.values["stateful"] === true));
}
