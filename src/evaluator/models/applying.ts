/** Layers and models applied to tensors, symbolic ones or those that hold values. */
import { isUnmistakable } from "../../apis/keras.js";
import type { Fault } from "../../catalogue/fault.js";
import { checkSoftmax } from "../../layers/activation-names.js";
import { unknownShapes } from "../../layers/engine.js";
import { assumeSize, batch, type Dim } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import { applyEagerly, applySymbolically, isOwnLayer } from "./custom-layers.js";
import type { Evaluation } from "../evaluation.js";
import { leavesBehind } from "./execution.js";
import { comesFromInput, isFunction, isLayer, notSymbolic } from "./graph-faults.js";
import { recordInside } from "./inner-layers.js";
import { isNothing } from "./missing.js";
import { runTimesOf, surely } from "./run-time.js";
import { iterate } from "../iteration.js";
import { getProperty } from "../members.js";
import { applyModel } from "./models.js";
import { array, dimOfValue, parameter, shapeValue, symbolic, tensor, undefinedValue, unknown } from "../making.js";
import type { Application, ArrayValue, CallNode, LayerValue, ModelValue, Parameter, RunTime, SymbolicTensor, Value, Watched } from "../values.js";
import { asLayer, hasAllItNeeds, isSurely } from "./layers.js";
import { reportCall, reportLayer } from "./reporting.js";
import { watchedOutputs } from "./trainability.js";
import { checkInitialWeights } from "./weights.js";

/** `layer.apply(x)`, `layer(x)`. */
export function applyCall(e: Evaluation, target: LayerValue | ModelValue, args: Arguments, node: CallNode): Value {
    const { values } = args;
    const input = values[0] ?? undefinedValue;
    const states = values[1];
    if (args.open) {
        return unknown;
    }
    if (input.kind === "symbolic" && !states) {
        // As most are. The list of arguments, which nobody writes into, is kept as that of the inputs.
        return applyTo(e, target, values.length === 1 ? values : [input], node);
    }
    const first = listed(e, input);
    if (first && checkApplied(e, target, first, node)) {
        return unknown;
    }
    const extra = initialStates(e, states, target.kind === "layer" && target.callable) ?? unseenStates(target);
    if (!first || !extra) {
        confirm(target, []);
        return applyToUnknown(e, target, node);
    }
    if (first.length === 1 && (first[0]?.kind === "unknown" || first[0]?.kind === "parameter") && takesSeveral(target)) {
        return symbolic(undefined);
    }
    const inputs = extra.length === 0 ? first : [...first, ...extra];
    if (target.kind === "layer" && isOwnLayer(target) && inputs.some(isTensor)) {
        return applyEagerly(e, target, args, inputs.map((one) => asSymbolic(one).shape));
    }
    return applyTo(e, target, inputs, node);
}

/** A layer or a number in the place of a tensor, or tensors of values beside those of a model. What the program's own layers make of it is their affair. */
function checkApplied(e: Evaluation, target: LayerValue | ModelValue, inputs: readonly Value[], node: CallNode): boolean {
    if (!inputs.some(isOddInput) || (target.kind === "layer" ? target.callable || isOwnLayer(target) : target.keras)) {
        return false;
    }
    const odd = inputs.findIndex((input) => isLayerSurely(input) || isFunction(input) || isNothing(input) || plainForm(input) !== undefined);
    const isMixed = inputs.some(isTensor) && inputs.some(comesFromInput);
    const index = odd >= 0 ? odd : inputs.findIndex(isTensor);
    const input = inputs[index];
    const plain = input && plainForm(input);
    const what = odd >= 0 || isMixed ? (plain ?? (input && notSymbolic(input))) : undefined;
    if (!input || what === undefined) {
        return false;
    }
    const fault: Fault = { kind: "graph-part", wanted: plain === undefined ? "tensor" : "any tensor", what, isLayer: isLayer(input), at: { kind: "input", index } };
    reportCall(e, node, target.kind === "layer" ? target.type : "model", fault);
    return true;
}

function isLayerSurely(value: Value): boolean {
    const layer = asLayer(value);
    return layer !== undefined && isSurely(layer);
}

function isOddInput({ kind }: Value): boolean {
    return kind !== "symbolic" && kind !== "unknown" && kind !== "parameter";
}

const deepestRank = 6;

/** As the library has it, the first of nested values stands for all: the same list may stand in very many places, even in itself. */
function holdsNumbers(list: ArrayValue): boolean {
    let first: Value | undefined = list;
    for (let depth = 0; depth < deepestRank && first?.kind === "array" && !first.open; depth++) {
        first = first.items[0];
    }
    return first?.kind === "number" || first?.kind === "size";
}

/** Values of the language. Operations make tensors of numbers, and layers do not. */
function plainForm(value: Value): string | undefined {
    switch (value.kind) {
        case "number":
        case "size":
            return "a number";
        case "string":
        case "boolean":
        case "promise":
            return `a ${value.kind}`;
        case "object":
            return value.open || value.class || value.layer || value.proto || value.callable ? undefined : "an object";
        case "array":
            return holdsNumbers(value) ? "an array of numbers" : undefined;
        default:
            return undefined;
    }
}

/** One tensor, or a list of them. */
function listed(e: Evaluation, value: Value): readonly Value[] | undefined {
    if (value.kind === "array") {
        return iterate(e, value);
    }
    return [value];
}

/** In Keras style the states may be the second argument itself. */
function initialStates(e: Evaluation, options: Value | undefined, isKeras: boolean): readonly Value[] | undefined {
    if (isKeras && options?.kind === "array") {
        const states = iterate(e, options);
        return states?.every((state) => state.kind === "symbolic") ? states : undefined;
    }
    if (options?.kind !== "object") {
        return options === undefined || options.kind === "undefined" || options.kind === "null" ? none : undefined;
    }
    const states = options.fields.get("initialState")?.value ?? (isKeras ? options.fields.get("initial_state")?.value : undefined);
    if (!states) {
        return options.open ? undefined : [];
    }
    if (states.kind === "undefined" || states.kind === "null") {
        return none;
    }
    // What is not known may be one state or a list of them.
    return states.kind === "array" || isSymbolic(states) || isTensor(states) ? listed(e, states) : undefined;
}

/** What is given beside the inputs changes nothing of what comes out but for states, and those only have to fit. */
function unseenStates(target: LayerValue | ModelValue): readonly Value[] | undefined {
    if (target.kind === "model" ? target.keras : target.callable) {
        return undefined;
    }
    const layer = target.kind === "layer" ? target.applicable.layer : undefined;
    const count = layer?.spec.states ? layer.spec.states(layer.values) : 0;
    return count === undefined ? undefined : new Array<Value>(count).fill(unknown);
}

function applyToUnknown(e: Evaluation, target: LayerValue | ModelValue, node: CallNode): Value {
    if (target.kind === "model") {
        return unknown;
    }
    return takesSeveral(target) ? symbolic(undefined) : applyTo(e, target, [unknown], node);
}

/** Whatever it is given is a list: where that is not seen, nobody knows how many. */
function takesSeveral(target: LayerValue | ModelValue): boolean {
    return target.kind === "layer" && (target.applicable.layer?.spec.input.count?.least ?? 1) > 1;
}

/** Applies a layer or model; the result is a tensor like its inputs: symbolic for symbolic ones. */
export function applyTo(e: Evaluation, target: LayerValue | ModelValue, inputs: readonly Value[], node: CallNode): Value {
    e.step();
    if (target.kind === "layer" && !isOwnLayer(target) && inputs.every(isPlain)) {
        return applyPlainly(e, target, inputs, node);
    }
    const first = inputs[0];
    if (first?.kind === "parameter" || (first?.kind === "symbolic" && first.like)) {
        proveTensor(e, first, rankOf(target));
    }
    const tensors = inputs.every(isSymbolic) ? inputs : inputs.map(asSymbolic);
    const eager = inputs.some(isTensor);
    confirm(target, inputs);
    const application = target.kind === "model" ? applyModel(e, target, tensors, node) : applyLayer(e, target, tensors, node, eager, first && !tensors[0]?.shape ? partsOf(e, first) : undefined);
    const runTimes = eager ? none : runTimesOf(e, target, tensors, application);
    const watched: readonly (Watched | undefined)[] = eager && target.kind === "model" ? watchedOutputs(e, target) : none;
    if (!application.list) {
        return application.outputs.length === 0 ? unknown : resultOf(application, 0, eager, runTimes[0], watched[0]);
    }
    return array(application.outputs.map((_, index) => resultOf(application, index, eager, runTimes[index], watched[index])));
}

/** A layer of the library, and tensors of a model of which all is told, as nearly all are. */
function applyPlainly(e: Evaluation, layer: LayerValue, inputs: readonly SymbolicTensor[], node: CallNode): Value {
    confirm(layer, inputs);
    const application = applyLayer(e, layer, inputs, node, false);
    const { outputs } = application;
    if (application.list) {
        return array(outputs.map((shape, index) => symbolic(shape, application, index)));
    }
    return outputs.length === 0 ? unknown : symbolic(outputs[0], application);
}

function isPlain(value: Value): value is SymbolicTensor {
    return value.kind === "symbolic" && value.shape !== undefined && value.runTime === undefined;
}

function resultOf(application: Application, index: number, eager: boolean, runTime: RunTime | undefined, watched: Watched | undefined): Value {
    const shape = application.outputs[index];
    if (eager) {
        return tensor(shape, undefined, watched);
    }
    return symbolic(shape, application, index, undefined, runTime);
}

/** What is known of the shape of something that a caller passes, where its rank is not. */
interface Parts {
    readonly batch: Dim;
    /** How many elements a sample has. */
    readonly elements: Dim;
}

function partsOf(e: Evaluation, value: Value): Parts | undefined {
    switch (value.kind) {
        case "symbolic":
            return value.like && { batch, elements: elementsOf(value.like) };
        case "parameter":
            return { batch: dimOfValue(getProperty(e, getProperty(e, value, "shape"), "0")), elements: elementsOf(value) };
        default:
            return undefined;
    }
}

const elementsField = "# elements";

function elementsOf(passed: Parameter): Dim {
    const known = passed.fields.get(elementsField);
    const elements = known?.kind === "parameter" ? known : parameter(`size(${passed.name})`, true, passed.born);
    passed.fields.set(elementsField, elements);
    return elements.dim;
}

function withParts(shape: Shape | undefined, parts: Parts, elementsAxis: number | undefined): Shape | undefined {
    return shape?.map((dim, axis) => (dim.kind !== "unknown" ? dim : axis === 0 ? parts.batch : axis === elementsAxis ? parts.elements : dim));
}

function isTensor(value: Value): boolean {
    return value.kind === "tensor";
}

/** An empty list that nobody adds to. */
export const none: never[] = [];

/** The one rank that a layer takes. */
function rankOf(target: LayerValue | ModelValue): number | undefined {
    const input = target.kind === "layer" ? target.applicable.layer?.spec.input : undefined;
    return input?.rank ?? input?.usualRank;
}

/**
 * What a caller passes is a tensor of the rank that the layer takes, or the program ends here. Its sizes are those that
 * reading its shape would give.
 */
function proveTensor(e: Evaluation, value: Value, rank: number | undefined): void {
    const source = value.kind === "symbolic" && !value.shape ? value.like : value;
    if (source?.kind !== "parameter" || source.proved || rank === undefined) {
        return;
    }
    const sizesOf = (list: Value, length: number): Dim[] => Array.from({ length }, (_, axis) => dimOfValue(getProperty(e, list, String(axis))));
    e.heap.touch(source);
    source.proved = source === value ? sizesOf(getProperty(e, source, "shape"), rank) : [batch, ...sizesOf(source, rank - 1)];
    source.proved.forEach(assumeSize);
}

/** Whether it is a tensor of a model as it stands. */
function isSymbolic(value: Value): value is SymbolicTensor {
    return value.kind === "symbolic" && (value.shape !== undefined || !value.like?.proved);
}

function asSymbolic(value: Value): SymbolicTensor {
    switch (value.kind) {
        case "symbolic":
            return value.shape || !value.like?.proved ? value : { ...value, shape: value.like.proved };
        case "parameter":
            return symbolic(value.proved);
        case "tensor":
            return symbolic(value.shape);
        default:
            return symbolic(undefined);
    }
}

/** In Keras style a layer and an input prove each other: calling the one with the other has no other meaning. */
function confirm(target: LayerValue | ModelValue, inputs: readonly Value[]): void {
    if (target.kind === "layer" && !target.confirmed && isUnmistakable(target.type) && hasAllItNeeds(target)) {
        target.confirmed = true;
    }
    for (const input of inputs) {
        const source = input.kind === "symbolic" ? input.producer?.target : undefined;
        // Nearly all are: asking takes less time than saying so once more.
        if (source && !(source.confirmed && target.confirmed)) {
            source.confirmed = true;
            target.confirmed = true;
        }
    }
}

/** An array of the author's that the shape was made from is written into as well. */
function rewrite(e: Evaluation, shape: Shape, now: Shape | undefined): void {
    const own = e.rewritten.arrayOf(shape);
    e.rewritten.write(shape, now);
    const written = shapeValue(now);
    if (own && written.kind === "array") {
        e.heap.touch(own);
        own.items = written.items;
    } else if (own) {
        e.heap.blur(own);
    }
}

function applyLayer(e: Evaluation, layer: LayerValue, inputs: readonly SymbolicTensor[], node: CallNode, eager: boolean, parts?: Parts): Application {
    const shapes = shapesNow(e, inputs);
    const built = builtBy(layer.applications[0]);
    const { applicable } = layer;
    const catalogued = applicable.layer;
    const outcome = !eager && isOwnLayer(layer) ? applySymbolically(e, layer, inputs) : applicable.apply(shapes, built, eager);
    const told = outcome?.kind === "outputs" ? outcome.shapes : none;
    const outputs = parts && told.length === 1 ? [withParts(told[0], parts, catalogued?.spec.elementsAxis)] : told;
    const faults = outcome?.faults ?? none;
    for (const fault of faults.length > 0 && inputs.some((input) => input.runTime) ? surely(layer, inputs, faults) : faults) {
        reportLayer(e, layer, fault, node, inputs);
    }
    if (!e.handsOn && leavesBehind(layer, inputs)) {
        e.handsOn = true;
    }
    const advice = faults.length === 0 && outcome?.kind === "outputs" && catalogued ? checkSoftmax(catalogued, outcome.shapes[0]) : undefined;
    if (advice) {
        reportLayer(e, layer, advice, node, inputs);
    }
    if (!eager && !layer.callable && catalogued?.spec.rewrites && shapes[0]) {
        rewrite(e, shapes[0], e.branches === 0 ? outputs[0] : undefined);
    }
    const isKnown = outcome?.kind === "outputs";
    const application: Application = {
        kind: "application",
        target: layer,
        inputs,
        shapes: e.rewritten.isUsed ? shapes : undefined,
        outputs: isKnown ? outputs : nothingKnown,
        list: isKnown && outcome.list,
        mark: 0,
        depth: 0,
    };
    e.heap.touch(layer);
    addApplication(layer, application);
    e.record(application);
    const weights = isKnown && faults.length === 0 && layer.applications.length === 1 ? checkInitialWeights(e, layer) : undefined;
    if (weights) {
        reportLayer(e, layer, weights, node, inputs);
    }
    if (catalogued?.spec.inner && isKnown) {
        recordInside(e, applicable, shapes, layer.confirmed);
    }
    return application;
}

/** The shapes of tensors as they are after all that layers have written into them. */
function shapesNow(e: Evaluation, inputs: readonly SymbolicTensor[]): (Shape | undefined)[] {
    const shapes = new Array<Shape | undefined>(inputs.length);
    for (let index = 0; index < shapes.length; index++) {
        const shape = inputs[index]?.shape;
        shapes[index] = e.rewritten.isUsed ? e.rewritten.now(shape) : shape;
    }
    return shapes;
}

/** What a layer was built for when it was first applied; nothing where not all of it is known. */
function builtBy(first: Application | undefined): readonly Shape[] | undefined {
    if (!first) {
        return undefined;
    }
    const shapes: Shape[] = [];
    for (const { shape } of first.inputs) {
        if (!shape) {
            return unknownShapes;
        }
        shapes.push(shape);
    }
    return shapes;
}

/** An application outside the graph of any model: to values, or by another layer. */
export function unlinked(target: LayerValue, shapes: readonly (Shape | undefined)[], outputs: readonly (Shape | undefined)[]): Application {
    return { kind: "application", target, inputs: [], shapes, outputs, list: outputs.length > 1, mark: 0, depth: 0 };
}

/** Outputs of an application of which nothing is known: it failed, or the layer is somebody else's. */
const nothingKnown: Application["outputs"] = [undefined];

/** The shapes that came out of an application; none where nothing is known. */
export function madeBy({ outputs }: Application): readonly (Shape | undefined)[] {
    return outputs === nothingKnown ? none : outputs;
}

/** The shapes that a layer or model was applied to. */
export function appliedTo({ shapes, inputs }: Application): readonly (Shape | undefined)[] {
    return shapes ?? inputs.map(shapeOf);
}

function shapeOf(tensor: SymbolicTensor): Shape | undefined {
    return tensor.shape;
}

/** Most layers are applied once: a list that grows would keep room for many more. */
function addApplication(layer: LayerValue, application: Application): void {
    if (layer.applications.length === 0) {
        layer.applications = [application];
    } else {
        layer.applications.push(application);
    }
}
