/** What keeps a model from being trained, whatever its data: layers that run, and throw where a gradient is asked for. */
import { atCall, type Fault } from "../../catalogue/fault.js";
import { hasGradient } from "../../training/losses.js";
import type { Layer } from "../../layers/engine.js";
import type { Untrainable } from "../../layers/spec.js";
import type { Shape } from "../../shapes/shape.js";
import type { Evaluation } from "../evaluation.js";
import { everyLayer } from "./all-layers.js";
import { applicationsInOrder } from "./model-graph.js";
import { builtFor } from "./model-shapes.js";
import { paramsOf } from "./models.js";
import { ofWeights } from "./watched.js";
import { isTrained } from "./weights.js";
import type { Application, LayerValue, ModelValue, Watched } from "../values.js";

export function checkTrainability(e: Evaluation, model: ModelValue): Fault | undefined {
    if (e.freezes || model.open || !isCatalogued(model)) {
        return undefined;
    }
    // tfjs-core 4.22.0 src/gradients.ts, variableGrads: an optimizer needs something to change.
    const params = paramsOf(model);
    if (params?.kind === "constant" && params.value === 0) {
        return { kind: "unsupported", what: "training a model that has no weights", when: "run", at: atCall };
    }
    const found = isDifferentiated(model) ? untrainableIn(model) : undefined;
    return found && { kind: "unsupported", what: `training ${found.what}`, when: "run", at: atCall };
}

/** The program's own layers may keep weights in ways of their own. */
export function isCatalogued(model: ModelValue): boolean {
    return everyLayer(model, ({ isInput, applicable }) => isInput || applicable.layer !== undefined);
}

/** tfjs-layers 4.22.0 src/engine/training.ts, makeTrainFunction: penalties for weights are added to the losses. */
export function mayRegularize(model: ModelValue): boolean {
    return !everyLayer(model, ({ given }) => given?.open === false && !given.options.all.some(({ name }) => name.endsWith("Regularizer") || name === "layer"));
}

/** Whether the gradient of every output is asked for. A loss of the program's own that leaves the only one out throws as well. */
function isDifferentiated(model: ModelValue): boolean {
    const { compiled } = model;
    return compiled.kind === "known" && compiled.losses.every((loss) => loss.kind === "named" || (loss.kind === "exported" && hasGradient(loss.path)) || (loss.kind === "function" && compiled.losses.length === 1 && !mayRegularize(model)));
}

/** `known`: models that were looked at. */
function untrainableIn(model: ModelValue, known: Known = new Map<ModelValue, Untrainable | undefined>()): Untrainable | undefined {
    if (!known.has(model)) {
        known.set(model, model.sequential ? inSequence(model, known) : inGraph(model, known));
    }
    return known.get(model);
}

type Known = Map<ModelValue, Untrainable | undefined>;

function inSequence({ layers }: ModelValue, known: Known): Untrainable | undefined {
    let isAfter = false;
    for (const layer of layers) {
        const found = untrainable(layer, isAfter, known);
        if (found) {
            return found;
        }
        isAfter ||= trains(layer);
    }
    return undefined;
}

/** `trained`: the applications that make something of weights that are trained. */
function inGraph(model: ModelValue, known: Known): Untrainable | undefined {
    const trained = new Set<Application | undefined>();
    for (const application of applicationsInOrder(model)) {
        const { target, inputs } = application;
        const isAfter = inputs.some(({ producer }) => trained.has(producer));
        const found = untrainable(target, isAfter, known);
        if (found) {
            return found;
        }
        if (isAfter || trains(target)) {
            trained.add(application);
        }
    }
    return undefined;
}

/** How what a model gives hangs on tapes, by output: nothing is told of those that are perhaps made of no weight. */
export function watchedOutputs(e: Evaluation, model: ModelValue): readonly (Watched | undefined)[] {
    if (e.freezes || model.open || !isCatalogued(model)) {
        return [];
    }
    const own = ofWeights(e);
    if (model.sequential) {
        return [model.layers.some(trains) ? own : undefined];
    }
    const trained = new Set<Application | undefined>();
    for (const application of applicationsInOrder(model)) {
        if (trains(application.target) || application.inputs.some(({ producer }) => trained.has(producer))) {
            trained.add(application);
        }
    }
    return model.outputs.map(({ producer }) => (trained.has(producer) ? own : undefined));
}

function untrainable(target: LayerValue | ModelValue, isAfter: boolean, known: Known): Untrainable | undefined {
    if (target.kind === "model") {
        return untrainableIn(target, known);
    }
    const inputs = builtFor(target);
    const found = target.applicable.layer && inputs && reasonOf(target.applicable.layer, inputs);
    return found && (isAfter || (!found.upstream && !mayBeFrozen(target))) ? found : undefined;
}

function mayBeFrozen({ given }: LayerValue): boolean {
    return given === undefined || given.open !== false || given.options.has("trainable");
}

function trains(target: LayerValue | ModelValue): boolean {
    return isTrained(target) && (target.kind === "model" ? everyLayer(target, (layer) => !isTrained(layer) || !mayBeFrozen(layer)) : !mayBeFrozen(target));
}

/** Its own, or that of a layer inside. */
function reasonOf({ spec, values }: Layer, inputs: readonly Shape[]): Untrainable | undefined {
    const own = spec.untrainable?.(inputs, values);
    if (own) {
        return own;
    }
    for (const { of, inputs: within } of spec.inner?.(inputs, values) ?? []) {
        const inner = of.layer && reasonOf(of.layer, within);
        if (inner) {
            return inner;
        }
    }
    return undefined;
}
