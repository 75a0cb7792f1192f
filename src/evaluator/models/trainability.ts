/** What keeps a model from being trained, whatever its data: layers that run, and throw where a gradient is asked for. */
import { atCall, type Fault } from "../../catalogue/fault.js";
import { hasGradient } from "../../training/losses.js";
import type { Layer } from "../../layers/engine.js";
import type { Untrainable } from "../../layers/spec.js";
import type { Shape } from "../../shapes/shape.js";
import type { Evaluation } from "../evaluation.js";
import { everyLayer } from "./all-layers.js";
import { applicationsInOrder } from "./model-graph.js";
import { isOwnLayer, type OwnLayer } from "./custom-layers.js";
import { wayBack } from "./layer-bodies.js";
import { builtFor } from "./model-shapes.js";
import { paramsOf } from "./models.js";
import { ofWeights } from "./watched.js";
import { hasNoneToTrain, isTrained } from "./weights.js";
import type { Application, LayerValue, ModelValue, Watched } from "../values.js";

export function checkTrainability(e: Evaluation, model: ModelValue): Fault | undefined {
    if (model.compiled.kind === "known" && (model.compiled.frozen || isFrozen(e, model, true))) {
        return { kind: "unsupported", what: "training a model whose layers are all frozen", when: "run", at: atCall };
    }
    if (e.freezes || model.open || !everyLayer(model, (layer) => isFromCatalogue(layer) || isOwnLayer(layer))) {
        return undefined;
    }
    // tfjs-core 4.22.0 src/gradients.ts, variableGrads: an optimizer needs something to change.
    const params = isCatalogued(model) ? paramsOf(model) : undefined;
    if (params?.kind === "constant" && params.value === 0) {
        return { kind: "unsupported", what: "training a model that has no weights", when: "run", at: atCall };
    }
    const found = isDifferentiated(model) ? untrainableIn(e, model) : undefined;
    return found && { kind: "unsupported", what: `training ${found.what}`, when: "run", at: atCall };
}

/**
 * Nothing is left to train of what there was. tfjs-layers 4.22.0 src/engine/training.ts, LayersModel.compile: what is trained
 * from then on was gathered there.
 */
export function isFrozen(e: Evaluation, model: ModelValue, isCompiled = false): boolean {
    return !e.thaws && isCatalogued(model) && freezing(e, model, { isCompiled }) === "all";
}

interface Freezing {
    /** Compiled before: its optimizer has the weights, so each of them is asked whether it is kept from it, not what it is in. */
    readonly isCompiled: boolean;
    readonly isUnpacked?: boolean;
    readonly seen?: Set<ModelValue>;
}

/**
 * Of a model that stands in many places it is asked once. src/models.ts, Sequential.add: the layers of a model that comes first
 * are taken out of it, and what is said of that model has no part in it. src/engine/container.ts, Container.trainable: the
 * weights of models inside a model are left as they are.
 */
function freezing(e: Evaluation, { layers, frozen, open, isPartial, sequential }: ModelValue, { isCompiled, isUnpacked = false, seen = new Set() }: Freezing): "all" | "nothing there" | "unknown" {
    if (open || isPartial) {
        return "unknown";
    }
    const isWhole = frozen === true && !isUnpacked;
    let whole: "all" | "nothing there" = "nothing there";
    for (const [index, layer] of layers.entries()) {
        const part = layer.kind === "layer" ? freezingOfLayer(e, layer, isCompiled, isWhole) : seen.has(layer) ? "nothing there" : freezing(e, layer, { isCompiled, isUnpacked: sequential && index === 0, seen: seen.add(layer) });
        if (part === "unknown" && (isCompiled || !isWhole)) {
            // As of nearly all models: the first layer with weights tells.
            return "unknown";
        }
        whole = part === "nothing there" ? whole : "all";
    }
    return whole;
}

function freezingOfLayer(e: Evaluation, layer: LayerValue, isCompiled: boolean, isWhole: boolean): "all" | "nothing there" | "unknown" {
    const isFrozen = isCompiled ? hasFrozenWeights(e, layer, isWhole) : isFrozenLayer(e, layer);
    return hasNoneToTrain(layer) ? "nothing there" : isFrozen ? "all" : "unknown";
}

/** tfjs-layers 4.22.0 src/layers/wrappers.ts: the option of a layer around another one is not read. */
function isFrozenLayer(e: Evaluation, layer: LayerValue): boolean {
    const option = layer.given?.options.get("trainable")?.datum;
    const isFrozenByOption = option?.kind === "boolean" && !option.value && layer.applicable.layer?.spec.inner === undefined;
    return !e.heap.lostLayers.has(layer) && (layer.frozen === true || isFrozenByOption);
}

/**
 * tfjs-layers 4.22.0 src/engine/topology.ts, Layer.trainable: a layer that is frozen hands it on to the weights it holds itself.
 * Those of a cell, or of a layer inside it, are others.
 */
function hasFrozenWeights(e: Evaluation, layer: LayerValue, isWhole: boolean): boolean {
    const spec = layer.applicable.layer?.spec;
    const holdsThem = spec !== undefined && spec.states === undefined && spec.inner === undefined;
    return holdsThem && (isFrozenLayer(e, layer) || (isWhole && !e.heap.lostLayers.has(layer)));
}

/** The program's own layers may keep weights in ways of their own. */
export function isCatalogued(model: ModelValue): boolean {
    return everyLayer(model, isFromCatalogue);
}

function isFromCatalogue({ isInput, applicable }: LayerValue): boolean {
    return isInput || applicable.layer !== undefined;
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
function untrainableIn(e: Evaluation, model: ModelValue, known: Known = new Map<ModelValue, Untrainable | undefined>()): Untrainable | undefined {
    if (!known.has(model)) {
        known.set(model, model.sequential ? inSequence(e, model, known) : inGraph(e, model, known));
    }
    return known.get(model);
}

type Known = Map<ModelValue, Untrainable | undefined>;

/** What lies before a layer on the way from the inputs. */
interface Upstream {
    /** Whether what comes is made of weights that are trained. */
    readonly isTrained: boolean;
    /** What throws when gradients come back. */
    readonly found: Untrainable | undefined;
}

const nothingBefore: Upstream = { isTrained: false, found: undefined };

function inSequence(e: Evaluation, { layers }: ModelValue, known: Known): Untrainable | undefined {
    return layers.reduce((before, layer) => through(e, layer, before, known), nothingBefore).found;
}

function inGraph(e: Evaluation, model: ModelValue, known: Known): Untrainable | undefined {
    const made = new Map<Application | undefined, Upstream>();
    for (const application of applicationsInOrder(model)) {
        const before = application.inputs.map(({ producer }) => made.get(producer) ?? nothingBefore);
        made.set(application, through(e, application.target, { isTrained: before.some(({ isTrained }) => isTrained), found: firstFound(before) }, known));
    }
    return firstFound(model.outputs.map(({ producer }) => made.get(producer) ?? nothingBefore));
}

function firstFound(all: readonly Upstream[]): Untrainable | undefined {
    return all.find(({ found }) => found)?.found;
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

/** What lies before whatever comes after the layer or model. */
function through(e: Evaluation, target: LayerValue | ModelValue, before: Upstream, known: Known): Upstream {
    if (target.kind === "layer" && isOwnLayer(target)) {
        return throughBody(e, target, before);
    }
    if (target.kind === "model" && !isCatalogued(target)) {
        return nothingBefore;
    }
    return { isTrained: before.isTrained || trains(target), found: before.found ?? untrainable(e, target, before.isTrained, known) };
}

/** The program's own layer may leave out what it is given. */
function throughBody(e: Evaluation, layer: OwnLayer, before: Upstream): Upstream {
    const inputs = layer.applications.length === 1 ? builtFor(layer) : undefined;
    if (!inputs) {
        return nothingBefore;
    }
    const toWeights = wayBack(e, layer, inputs, "weights");
    const toInputs = wayBack(e, layer, inputs, "inputs");
    const stuckAt = toWeights.stuckAt ?? (before.isTrained ? toInputs.stuckAt : undefined);
    const found = toInputs.isOpen ? before.found : undefined;
    return {
        isTrained: toWeights.isOpen || (before.isTrained && toInputs.isOpen),
        found: found ?? (stuckAt === undefined ? undefined : { what: `\`${layer.type}\` with gradients through ${stuckAt}` }),
    };
}

function untrainable(e: Evaluation, target: LayerValue | ModelValue, isAfter: boolean, known: Known): Untrainable | undefined {
    if (target.kind === "model") {
        return untrainableIn(e, target, known);
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
function reasonOf({ spec, values }: Layer, inputs: readonly (Shape | undefined)[]): Untrainable | undefined {
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
