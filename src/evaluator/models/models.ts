/** Models: sequential ones grow layer by layer, functional ones are a graph from inputs to outputs. */
import { atCall, atOption, type Fault } from "../../catalogue/fault.js";
import type { Applicable } from "../../layers/engine.js";
import type { Outcome } from "../../layers/spec.js";
import { add, constant, type Dim } from "../../shapes/dim.js";
import { compareShapes, type Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import { compile } from "./compile.js";
import { callUnknown } from "../unseen.js";
import { getLayer } from "./layer-by-name.js";
import type { Evaluation } from "../evaluation.js";
import { iterate } from "../iteration.js";
import { joinShapes } from "../join.js";
import { checkHanded } from "./execution.js";
import { foreignPart, graphFault, namedAgain, notLayer, placesIn } from "./graph-faults.js";
import { applyCall, applyTo } from "./applying.js";
import { asLayer, isSurely, nameAsMade, outputsOf } from "./layers.js";
import { pointedAt, reportCall, reportLayer } from "./reporting.js";
import { getProperty } from "../members.js";
import { isNothing, lacks } from "./missing.js";
import { getWeights, listWeights, modelWeights, setWeights } from "./weights.js";
import { layersOf } from "./model-graph.js";
import { builtFor, shapesFor } from "./model-shapes.js";
import { evaluated, promisedBy, trainedOnBatch } from "./training-methods.js";
import { isOutdated } from "./slots.js";
import { predict, train } from "./training.js";
import { trained } from "./training-logs.js";
import { trainOnDataset } from "./dataset-training.js";
import { array, birth, number, shapeValue, string, symbolic, undefinedValue, unknown } from "../making.js";
import type { Application, CallNode, LayerValue, ModelValue, Parameter, SymbolicTensor, Value } from "../values.js";

export function makeSequential(e: Evaluation, config: Value | undefined, node: CallNode, keras = false): ModelValue {
    const layers = config?.kind === "array" ? config : config?.kind === "object" ? getProperty(e, config, "layers") : undefinedValue;
    const name = config?.kind === "object" ? getProperty(e, config, "name") : undefinedValue;
    const model = newModel({ sequential: true, node, keras, name: textOf(name), single: true });
    if (config?.kind === "array" && (config.open || config.items.length > 0) && !keras) {
        tellConfig(e, node, "sequential", "a list", "an object with `layers`", "makes a model without layers of it");
    }
    if (config && config.kind !== "undefined" && layers.kind !== "undefined") {
        const items = iterate(e, layers);
        if (!items) {
            model.open = true;
        }
        for (const layer of items ?? []) {
            addLayer(e, model, layer, node);
        }
    }
    return model;
}

const notCompiled: ModelValue["compiled"] = { kind: "none" };

function textOf(name: Value): string | undefined {
    return name.kind === "string" ? name.value : undefined;
}

function newModel({ sequential, node, keras, name, single }: Pick<ModelValue, "sequential" | "node" | "keras" | "name" | "single">): ModelValue {
    return { kind: "model", born: birth(), sequential, node, name, layers: [], inputs: [], outputs: [], single, open: false, isPartial: false, applications: [], compiled: notCompiled, frozen: undefined, inner: "none", confirmed: !keras, keras, among: undefined, standIns: undefined };
}

function addLayer(e: Evaluation, model: ModelValue, value: Value, node: CallNode): void {
    const given = asLayer(value);
    // In a model of TensorFlow.js it may be a class of the program's, of a name that Keras has as well.
    const layer = given && (model.keras || isSurely(given)) ? given : undefined;
    e.heap.touch(model);
    if (model.among ?? model.standIns) {
        e.heap.blurKin([model]);
    }
    const what = model.keras ? undefined : layer ? notInLine(layer) : notLayer(value);
    if (!layer || what !== undefined) {
        if (what !== undefined) {
            const fault: Fault = { kind: "graph-part", wanted: "layer", what, isLayer: false, at: { kind: "input", index: 0 } };
            reportCall(e, node, "add", fault);
        }
        e.heap.risk();
        model.open = true;
        model.compiled = { kind: "unknown" };
        model.outputs = [symbolic(undefined)];
        return;
    }
    layer.confirmed = true;
    model.confirmed = true;
    const isFirst = model.layers.length === 0 && !model.open;
    const connected = isFirst && layer.kind === "layer" && !layer.isInput ? connection(layer) : undefined;
    if (connected) {
        model.layers.push(layer);
        model.compiled = notCompiled;
        model.inputs = sources(connected);
        model.outputs = outputsOf(connected);
        return;
    }
    const input = isFirst ? firstInput(e, model, layer, node) : model.open ? nextInput(e, model, layer) : model.outputs[0];
    model.layers.push(layer);
    // Whatever it was compiled with went with the shape it had then (tfjs-layers 4.22.0 src/models.ts, Sequential.add and fit).
    model.compiled = notCompiled;
    outdate(model);
    if (!input) {
        // An input layer is its own output.
        return;
    }
    if (isFirst) {
        model.inputs = [input];
    }
    // A layer applied once before, elsewhere, is what its weights say it is; here it is applied to this model's output.
    const output = applyTo(e, layer, model.outputs.length === 1 && model.outputs[0] === input ? model.outputs : [input], node);
    model.outputs = [output.kind === "symbolic" ? output : symbolic(undefined)];
    checkHanded(e, model, layer);
}

/** What a model is that takes or gives several tensors. tfjs-layers 4.22.0 src/models.ts, Sequential.add. */
function notInLine(layer: LayerValue | ModelValue): string | undefined {
    if (layer.kind !== "model" || layer.keras || layer.open || layer.sequential) {
        return undefined;
    }
    const { inputs, outputs } = layer;
    return outputs.length > 1 ? `a model of ${outputs.length} outputs` : inputs.length > 1 ? `a model of ${inputs.length} inputs` : undefined;
}

/**
 * A layer that was applied to an input before it comes first in a model is not applied again: the model is what leads to
 * it. tfjs-layers 4.22.0 src/models.ts, Sequential.add.
 */
function connection({ applications: [first, ...others] }: LayerValue): Application | undefined {
    return first?.inputs[0]?.producer && first.outputs.length === 1 && others.length === 0 ? first : undefined;
}

function sources(last: Application): SymbolicTensor[] {
    const found: SymbolicTensor[] = [];
    const seen = new Set<Application>();
    const waiting = [last];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
        if (!seen.has(next)) {
            seen.add(next);
            found.push(...(next.inputs.length === 0 ? outputsOf(next) : []));
            waiting.push(...next.inputs.flatMap(({ producer }) => producer ?? []).reverse());
        }
    }
    return found;
}

function outdate(model: ModelValue): void {
    model.inner = model.inner === "current" ? "outdated" : model.inner;
}

/** tfjs-layers 4.22.0 src/models.ts, Sequential: these build the model inside, where there is none yet. */
function build(e: Evaluation, model: ModelValue, node: CallNode): void {
    if (model.sequential && model.inner === "none") {
        e.heap.touch(model);
        model.inner = "current";
        checkNames(e, model, node);
    }
}

/** tfjs-layers 4.22.0 src/engine/container.ts, Container's constructor. */
function checkNames(e: Evaluation, model: ModelValue, node: CallNode): void {
    const again = e.renames || model.keras ? undefined : namedAgain(model.layers);
    if (again?.name !== undefined) {
        reportLayer(e, again, { kind: "graph-name", name: again.name, at: atOption("name") }, node);
    }
}

/**
 * `model.add(layer)` on what a caller passes. Whoever adds a layer that says what its input is, adds it to an empty model;
 * but that is not certain, so no mistake is either. It may be any of the models that were lost sight of.
 */
export function addToPassed(e: Evaluation, target: Parameter, layer: Value, node: CallNode): Value {
    const model = (target.model ??= { ...newModel({ sequential: true, node, keras: false, name: undefined, single: true }), open: true, inner: "unknown", compiled: { kind: "unknown" }, born: target.born });
    e.supposing(() => {
        addLayer(e, model, layer, node);
    });
    for (const thing of e.heap.reachable()) {
        if (thing.kind === "model" && thing !== model) {
            e.heap.blur(thing);
        }
    }
    return undefinedValue;
}

/** The input of a sequential model, as its first layer says it; undefined for an input layer. */
function firstInput(e: Evaluation, model: ModelValue, layer: LayerValue | ModelValue, node: CallNode): SymbolicTensor | undefined {
    if (layer.kind === "model") {
        return ownInput(e, layer);
    }
    if (layer.isInput) {
        const application = layer.applications[0];
        model.inputs = application ? outputsOf(application) : [];
        model.outputs = model.inputs;
        return undefined;
    }
    if (layer.hasInputShape === false && layer.instance === undefined && layer.applications.length === 0) {
        reportLayer(e, layer, { kind: "first-layer", at: atCall }, node);
    }
    return ownInput(e, layer);
}

function ownInput(e: Evaluation, layer: LayerValue | ModelValue): SymbolicTensor {
    return layer.kind === "model" ? symbolic(layer.inputs[0]?.shape) : symbolic(e.rewritten.asWritten(layer.inputShape), undefined, 0, layer.like);
}

/** What stands in place of the object that a model is made from. */
function tellConfig(e: Evaluation, node: CallNode, callee: string, given: string, expected: string, effect?: string): void {
    const fault: Fault = { kind: "option-value", option: "config", given, expected, ...(effect === undefined ? {} : { effect }), at: atOption("config") };
    reportCall(e, node, callee, fault, { given: pointedAt("config", node.arguments[0], node) });
}

/**
 * The input of a layer added to a model of which not all is known: what came out last, and where it is perhaps the first
 * layer, also what it says of its own input.
 */
function nextInput(e: Evaluation, model: ModelValue, layer: LayerValue | ModelValue): SymbolicTensor {
    const last = model.outputs[0];
    if (model.layers.length > 0 || (last && layer.kind === "layer" && layer.hasInputShape === false)) {
        return last ?? symbolic(undefined);
    }
    const own = ownInput(e, layer);
    return last ? symbolic(joinShapes(last.shape, own.shape)) : own;
}

/** `tf.model({inputs, outputs})`. */
export function makeFunctional(e: Evaluation, config: Value | undefined, node: CallNode, keras = false): Value {
    if (config?.kind !== "object") {
        if (!keras && (config?.kind === "symbolic" || config?.kind === "array")) {
            tellConfig(e, node, "model", config.kind === "array" ? "a list" : "a tensor", "an object with `inputs` and `outputs`");
        }
        return unknown;
    }
    if (!keras) {
        // tfjs-layers 4.22.0 src/engine/container.ts, Container's constructor.
        for (const option of ["inputs", "outputs"].filter((name) => lacks(config, name))) {
            reportCall(e, node, "model", { kind: "option-missing", option, at: atCall });
        }
    }
    const read = (...names: readonly string[]): Value => names.map((name) => getProperty(e, config, name)).find((value) => value.kind !== "undefined") ?? undefinedValue;
    const input = read("inputs", "input");
    const inputs = tensorsOf(e, input);
    const output = read("outputs", "output");
    const outputs = tensorsOf(e, output);
    const tell = (fault: Fault | undefined): void => {
        if (fault) {
            reportCall(e, node, "model", fault, { given: placesIn(config, node) });
        }
    };
    if (!keras && !(inputs && outputs)) {
        tell(isNothing(input) || isNothing(output) ? undefined : (foreignPart("inputs", input) ?? foreignPart("outputs", output)));
    }
    if (!outputs) {
        return unknown;
    }
    const model = newModel({ sequential: false, node, keras, name: textOf(getProperty(e, config, "name")), single: output.kind !== "array" });
    model.inputs = inputs ?? [];
    model.outputs = outputs;
    model.open = !inputs;
    model.confirmed = true;
    const { layers, isPartial } = layersOf(model);
    model.layers = layers;
    model.isPartial = isPartial;
    for (const layer of model.layers) {
        if (!layer.confirmed) {
            layer.confirmed = true;
        }
    }
    if (!keras && inputs) {
        const fault = graphFault(model);
        tell(fault);
        if (!fault) {
            checkNames(e, model, node);
            checkHanded(e, model);
        }
    }
    return model;
}

function tensorsOf(e: Evaluation, value: Value): SymbolicTensor[] | undefined {
    const items = value.kind === "array" ? iterate(e, value) : value.kind === "object" && !value.open ? [...value.fields.values()].map((field) => field.value) : [value];
    const tensors = items?.filter((item) => item.kind === "symbolic");
    return tensors && tensors.length === items?.length && tensors.length > 0 ? tensors : undefined;
}

/** The applicable that wrappers and other models see. */
export function modelApplicable(e: Evaluation, model: ModelValue): Applicable {
    return { layer: undefined, apply: (inputs, _built, eager) => shapesFor(e, model, inputs, eager), params: () => paramsOf(model), weights: () => modelWeights(model) };
}

export function paramsOf(model: ModelValue, known = new Map<ModelValue, Dim | undefined>()): Dim | undefined {
    if (!known.has(model)) {
        known.set(model, sumOfParams(model, known));
    }
    return known.get(model);
}

function sumOfParams(model: ModelValue, known: Map<ModelValue, Dim | undefined>): Dim | undefined {
    let total: Dim = constant(0);
    for (const layer of new Set(model.layers)) {
        const built = builtFor(layer);
        const params = layer.kind === "model" ? paramsOf(layer, known) : layer.isInput ? constant(0) : layer.applicable.params(built ?? [undefined]);
        if (!params) {
            return undefined;
        }
        total = add(total, params);
    }
    return model.open || model.isPartial ? undefined : total;
}

/** A model applied to tensors, as a layer of another model. */
export function applyModel(e: Evaluation, model: ModelValue, inputs: readonly SymbolicTensor[], node: CallNode): Application {
    const shapes = inputs.map((input) => input.shape);
    const same = shapes.length === model.inputs.length && shapes.every((shape, index) => isSame(shape, model.inputs[index]?.shape));
    const outcome: Outcome = same && !model.open ? { kind: "outputs", shapes: model.outputs.map((output) => output.shape), list: !model.single && model.outputs.length > 1 } : shapesFor(e, model, shapes);
    if (outcome?.kind === "fault") {
        for (const fault of outcome.faults) {
            reportCall(e, node, model.name ?? "model", fault, { inputs });
        }
    }
    const application: Application = { kind: "application", target: model, inputs, shapes: undefined, outputs: outcome?.kind === "outputs" ? outcome.shapes : [undefined], list: outcome?.kind === "outputs" && outcome.list, mark: 0, depth: 0 };
    e.heap.touch(model);
    model.applications.push(application);
    return application;
}

function isSame(a: Shape | undefined, b: Shape | undefined): boolean {
    return a === b || (a !== undefined && b !== undefined && compareShapes(a, b) === "equal");
}

export function callModelMethod(e: Evaluation, model: ModelValue, key: string, args: Arguments, node: CallNode): Value | undefined {
    const [first = undefinedValue] = args.values;
    switch (key) {
        case "add":
            if (!model.sequential) {
                return unknown;
            }
            addLayer(e, model, args.open ? unknown : first, node);
            return undefinedValue;
        case "pop":
            return pop(e, model);
        case "compile":
            compile(e, model, args, node);
            model.inner = "current";
            if (model.sequential) {
                checkNames(e, model, node);
            }
            return undefinedValue;
        case "apply":
            build(e, model, node);
            return applyCall(e, model, args, node);
        case "getLayer":
            return getLayer(e, model, args, node);
        case "predict":
        case "predictOnBatch":
            build(e, model, node);
            return predict(e, model, key, args, node);
        case "fit":
        case "fitDataset": {
            const given = key === "fit" ? train(e, model, key, args, node) : trainOnDataset(e, model, key, args, node);
            callUnknown(e, args, true);
            return given ? trained(e, model, { method: key, node, given, config: args.values[key === "fit" ? 2 : 1] }) : unknown;
        }
        case "trainOnBatch":
            train(e, model, key, args, node);
            callUnknown(e, args, true);
            return trainedOnBatch(model, node);
        case "evaluate":
            train(e, model, key, args, node);
            callUnknown(e, args, true);
            return evaluated(model, key, node);
        case "evaluateDataset":
            trainOnDataset(e, model, key, args, node);
            callUnknown(e, args, true);
            return promisedBy(key, node, evaluated(model, key, node));
        case "getWeights":
            return args.values.length > 0 ? unknown : getWeights(e, model, node);
        case "setWeights":
            build(e, model, node);
            return model.keras || isOutdated(model) ? callUnknown(e, args, true) : setWeights(e, model, args, node);
        case "summary":
            build(e, model, node);
            return callUnknown(e, args, true);
        case "countParams": {
            build(e, model, node);
            const params = paramsOf(model);
            return params?.kind === "constant" ? number(params.value) : unknown;
        }
        case "call":
            return model.keras ? applyCall(e, model, args, node) : unknown;
        default:
            return callUnknown(e, args, true);
    }
}

function pop(e: Evaluation, model: ModelValue): Value {
    e.heap.touch(model);
    e.heap.blurKin([model]);
    model.compiled = { kind: "unknown" };
    outdate(model);
    if (model.open || model.layers.length === 0) {
        // Of no layers none can be taken.
        e.heap.risk();
        model.open = true;
        return undefinedValue;
    }
    const layer = model.layers.pop();
    const last = model.layers.at(-1);
    const before = layer?.applications.at(-1)?.inputs ?? [];
    model.outputs = last ? before.slice() : [];
    return undefinedValue;
}

export function modelProperty(e: Evaluation, model: ModelValue, key: string): Value {
    if (model.open && key !== "inputs" && key !== "name") {
        return unknown;
    }
    switch (key) {
        case "name":
            return model.name === undefined ? unknown : string(model.name);
        case "layers":
            return model.isPartial ? unknown : array(model.layers.slice());
        case "inputs":
            return model.inputs.length > 0 ? array(model.inputs.slice()) : unknown;
        case "outputs":
            return model.outputs.length > 0 ? array(model.outputs.slice()) : unknown;
        case "input":
            return one(model.inputs);
        case "output":
            return one(model.outputs);
        case "inputShape":
        case "outputShape": {
            const tensors = key === "inputShape" ? model.inputs : model.outputs;
            return tensors.length === 1 ? shapeValue(e.rewritten.now(tensors[0]?.shape)) : array(tensors.map((item) => shapeValue(e.rewritten.now(item.shape))));
        }
        case "inputNames":
        case "outputNames":
            // A sequential model has none before it is built.
            return model.sequential || model.keras ? unknown : array((key === "inputNames" ? model.inputs : model.outputs).map(({ producer }) => nameAsMade(e, producer?.target)));
        case "weights":
        case "trainableWeights":
        case "nonTrainableWeights":
            return model.keras ? unknown : listWeights(e, model, key);
        default:
            return unknown;
    }
}

function one(tensors: readonly SymbolicTensor[]): Value {
    return tensors.length === 1 ? (tensors[0] ?? unknown) : array(tensors.slice());
}

