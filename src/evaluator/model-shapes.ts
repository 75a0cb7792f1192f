/** What a finished model makes of shapes: those it was built with, or those of data. */
import { atCall, type Fault } from "../catalogue/fault.js";
import type { Outcome } from "../layers/spec.js";
import type { Shape } from "../shapes/shape.js";
import type { Evaluation } from "./evaluation.js";
import type { Application, LayerValue, ModelValue, SymbolicTensor } from "./values.js";

function sameTensor(a: SymbolicTensor, b: SymbolicTensor): boolean {
    return a === b || (a.producer !== undefined && a.producer === b.producer && a.index === b.index);
}

let walks = 0;

/**
 * Every application that the outputs depend on, up to the inputs, in an order in which they can be run. No recursion: models
 * are deep. What was met is marked with the number of the walk: sets of thousands of applications would cost more than the rest.
 */
export function applicationsInOrder(model: ModelValue): Application[] {
    const order: Application[] = [];
    walks += 2;
    const begun = walks;
    const done = walks + 1;
    // An input may itself be made by a layer: what lies before it is no part of the model.
    const ends = new Set(model.inputs.map((input) => input.producer));
    const stack = model.outputs.flatMap((output) => output.producer ?? []);
    for (let application = stack.at(-1); application; application = stack.at(-1)) {
        if (application.mark === done) {
            stack.pop();
        } else if (application.mark === begun) {
            application.mark = done;
            stack.pop();
            if (application.inputs.length > 0) {
                order.push(application);
            }
        } else {
            application.mark = begun;
            for (const { producer } of application.inputs) {
                if (producer && producer.mark < begun && !ends.has(producer)) {
                    stack.push(producer);
                }
            }
        }
    }
    return order;
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
        if (outcome?.kind !== "outputs") {
            return outcome?.kind === "fault" ? nested(e, outcome.faults, layer, shapes, built) : undefined;
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
        const built = first.every((shape) => shape !== undefined) ? first : undefined;
        const outcome = outcomeOf(e, application.target, shapes, built, eager);
        if (outcome?.kind === "fault") {
            return nested(e, outcome.faults, application.target, shapes, built);
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

/** A layer that fails inside a model; nothing is said of one that has failed where the model was made. */
function nested(e: Evaluation, faults: readonly Fault[], target: LayerValue | ModelValue, inputs: readonly (Shape | undefined)[], built: readonly Shape[] | undefined): Outcome {
    if (built && outcomeOf(e, target, built, undefined, false)?.kind === "fault") {
        return undefined;
    }
    const input = inputs[0] ?? [];
    const layer = target.kind === "layer" ? target.type : "model";
    return { kind: "fault", faults: faults.slice(0, 1).map((inner): Fault => (inner.kind === "nested" ? inner : { kind: "nested", input, layer, inner, at: atCall })) };
}
