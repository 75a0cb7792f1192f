/** What a finished model makes of shapes: those it was built with, or those of data. */
import { atCall, type Fault } from "../../catalogue/fault.js";
import { unknownShapes } from "../../layers/engine.js";
import type { Outcome } from "../../layers/spec.js";
import type { Shape } from "../../shapes/shape.js";
import type { Evaluation } from "../evaluation.js";
import { applicationsInOrder } from "./model-graph.js";
import type { Application, LayerValue, ModelValue, SymbolicTensor } from "../values.js";

function sameTensor(a: SymbolicTensor, b: SymbolicTensor): boolean {
    return a === b || (a.producer !== undefined && a.producer === b.producer && a.index === b.index);
}

/** The shapes that come out of a model for other inputs than those it was made with. `eager`: for tensors that hold values. */
export function shapesFor(e: Evaluation, model: ModelValue, inputs: readonly (Shape | undefined)[], eager = false): Outcome {
    return model.sequential ? sequentialShapes(e, model, inputs, eager) : functionalShapes(e, model, inputs, eager);
}

function sequentialShapes(e: Evaluation, model: ModelValue, inputs: readonly (Shape | undefined)[], eager: boolean): Outcome {
    let shapes = inputs;
    for (const layer of model.layers) {
        if (layer.kind === "layer" && layer.isInput) {
            continue;
        }
        const built = builtFor(layer);
        const outcome = outcomeOf(e, layer, shapes, built, eager);
        const fault = nested(e, outcome, layer, shapes, built);
        if (fault || outcome?.kind !== "outputs") {
            return fault;
        }
        shapes = outcome.shapes;
    }
    return model.open ? undefined : { kind: "outputs", shapes, list: false };
}

function functionalShapes(e: Evaluation, model: ModelValue, inputs: readonly (Shape | undefined)[], eager: boolean): Outcome {
    const results = new Map<Application, readonly (Shape | undefined)[]>();
    const shapeOf = (tensor: SymbolicTensor): Shape | undefined => {
        const index = model.inputs.findIndex((input) => sameTensor(input, tensor));
        if (index >= 0) {
            return inputs[index];
        }
        return tensor.producer && results.get(tensor.producer)?.[tensor.index];
    };
    for (const application of applicationsInOrder(model)) {
        const shapes = application.inputs.map(shapeOf);
        const first = application.inputs.map((input) => input.shape);
        const built = first.every((shape) => shape !== undefined) ? first : unknownShapes;
        const outcome = outcomeOf(e, application.target, shapes, built, eager);
        const fault = nested(e, outcome, application.target, shapes, built);
        if (fault || outcome?.kind === "fault") {
            return fault;
        }
        results.set(application, outcome?.kind === "outputs" ? outcome.shapes : application.outputs.map(() => undefined));
    }
    return model.open ? undefined : { kind: "outputs", shapes: model.outputs.map(shapeOf), list: !model.single && model.outputs.length > 1 };
}

function outcomeOf(e: Evaluation, target: LayerValue | ModelValue, shapes: readonly (Shape | undefined)[], built: readonly Shape[] | undefined, eager: boolean): Outcome {
    e.step();
    return target.kind === "model" ? shapesFor(e, target, shapes, eager) : target.applicable.apply(shapes, built, eager);
}

/** The input shapes of a layer's first application, for which it was built. */
export function builtFor(layer: LayerValue | ModelValue): readonly Shape[] | undefined {
    const shapes = layer.applications[0]?.inputs.map((input) => input.shape);
    return shapes?.every((shape) => shape !== undefined) ? shapes : undefined;
}

/**
 * A layer that fails inside a model, at once or only when it is run; nothing is said of one that has failed where the model
 * was made.
 */
function nested(e: Evaluation, outcome: Outcome, target: LayerValue | ModelValue, inputs: readonly (Shape | undefined)[], built: readonly Shape[] | undefined): Outcome {
    const faults = outcome?.faults ?? [];
    if (faults.length === 0 || (built && (outcomeOf(e, target, built, undefined, false)?.faults ?? []).length > 0)) {
        return undefined;
    }
    const input = inputs[0] ?? [];
    const layer = target.kind === "layer" ? target.type : "model";
    return { kind: "fault", faults: faults.slice(0, 1).map((inner): Fault => (inner.kind === "nested" ? inner : { kind: "nested", input, layer, inner, at: atCall })) };
}
