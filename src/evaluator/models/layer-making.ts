/** Layers as calls of the library make them: their options read, and what is wrong with those. */
import { tfjsSpelling } from "../../apis/tfjs.js";
import { unknownNames } from "../../apis/tfjs-names.js";
import { needsArgument } from "../../apis/tfjs-layers.js";
import { effectiveNames, readCall, type LayerSpelling, type UnreadOption } from "../../apis/spelling.js";
import { atCall, atOption, type Fault } from "../../catalogue/fault.js";
import { isSameGiven, type GivenOptions } from "../../catalogue/given.js";
import { applicable, makeLayer, type Applicable, type Layer } from "../../layers/engine.js";
import { batch, type Dim } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import { overridden, standAtTheSame, toArguments } from "./data.js";
import type { Evaluation } from "../evaluation.js";
import { newLayer, symbolic } from "../making.js";
import type { Application, CallNode, LayerValue, Parameter, SymbolicTensor, Value } from "../values.js";
import { none } from "./applying.js";
import { reportLayer } from "./reporting.js";

/** A call of `tf.layers.something(…)`. */
export function makeTfjsLayer(e: Evaluation, name: string, args: Arguments, node: CallNode): Value | undefined {
    const spelling = tfjsSpelling(name);
    if (!spelling) {
        return undefined;
    }
    const layer = layerFromCall(e, spelling, name, args, node);
    for (const fault of layer.given ? unknownNames(layer.given) : none) {
        reportLayer(e, layer, fault, node);
    }
    if (args.values.length === 0 && !args.open && needsArgument.has(name)) {
        reportLayer(e, layer, { kind: "unsupported", what: `${name}() without an object of options`, when: "built", at: atCall }, node);
    }
    return layer;
}

export interface LayerTraits {
    readonly callable?: boolean;
    readonly confirmed?: boolean;
    /** Changes the options before they are read. */
    readonly adjust?: (given: GivenOptions) => GivenOptions;
}

export function layerFromCall(e: Evaluation, spelling: LayerSpelling, type: string, args: Arguments, node: CallNode, traits: LayerTraits = {}): LayerValue {
    const read = readCall(spelling, toArguments(e, args, node));
    const open = read.given.open || args.open;
    const sorted: GivenOptions = open === read.given.open ? read.given : { options: read.given.options, open };
    const given = overridden(e, node, traits.adjust ? traits.adjust(sorted) : sorted);
    const configured = configure(e, spelling, given);
    const { faults, advice } = configured;
    // Of its own: other layers may be configured the same, and what is written into one is not written into all.
    const inputShape = configured.inputShape && sharedShape(e, configured.inputShape.slice(), args.values[0]);
    const name = given.options.get("name")?.datum;
    const made = newLayer({
        applicable: configured.applicable,
        node,
        module: e.module,
        type,
        name: name?.kind === "string" ? name.value : undefined,
        isUnnamed: !traits.callable && !name && !given.open,
        spelling,
        inputShape,
        like: inputShape ? undefined : passedShape(args.values[0], "inputShape"),
        // From version 2.2 on, Keras builds a model for the first input that comes.
        hasInputShape: inputShape ? true : open || traits.callable || mentionsShape(spelling, given) ? undefined : false,
        isInput: false,
        confirmed: traits.confirmed ?? true,
        callable: traits.callable ?? false,
        given: configured.given,
        unread: read.unread,
    });
    e.record(made);
    if (e.heap.tries > 0 && (open || given.options.all.some(({ datum }) => datum.kind === "unknown" || datum.kind === "parameter"))) {
        e.heap.risk();
    }
    for (const fault of advice.length > 0 ? [...faults, ...advice] : faults) {
        // What TensorFlow.js makes of it.
        reportLayer(e, made, spelling.library === "tfjs" ? fault : { ...fault, effect: undefined }, node);
    }
    for (const unread of read.unread) {
        const overrides = e.options.overrides?.get(node);
        // A trial that takes the name away, or sets what it means, has no use for the report.
        if (!overrides?.has(unread.spelling) && (unread.means === undefined || !overrides?.has(unread.means))) {
            reportLayer(e, made, unreadFault(unread, spelling), node);
        }
    }
    return made;
}

/** The same layer, made once more. */
export function anotherLayer(e: Evaluation, { applicable, node, module, type, name, isUnnamed, spelling, inputShape, like, hasInputShape, isInput, confirmed, callable, given, unread }: LayerValue): LayerValue {
    const own = inputShape && !e.rewritten.arrayOf(inputShape) ? inputShape.slice() : inputShape;
    const made = newLayer({ applicable, node, module, type, name, isUnnamed, spelling, inputShape: own, like, hasInputShape, isInput, confirmed, callable, given, unread });
    e.record(made);
    return made;
}

/** What the options of a layer come to. */
export interface Configured {
    readonly given: GivenOptions;
    readonly layer: Layer;
    /** Of those with this very `given`: what layers hand on to others is told apart by it. */
    readonly applicable: Applicable;
    readonly inputShape: Shape | undefined;
    readonly faults: readonly Fault[];
    readonly advice: readonly Fault[];
}

/** A program often makes the same few layers, line by line or in loops: their options are read once. */
function configure(e: Evaluation, spelling: LayerSpelling, given: GivenOptions): Configured {
    let alike: Configured | undefined;
    const isNamed = given.options.has("name");
    const before = e.configured.of(spelling);
    for (let index = before.length - 1; index >= 0 && !(alike && isNamed); index--) {
        const one = before[index];
        // Nothing is read of a name, and hardly two layers have the same.
        if (one && isSameGiven(one.given, given, "name")) {
            if (!isNamed && standAtTheSame(one.given, given)) {
                return one;
            }
            alike ??= one;
        }
    }
    const configured: Configured = alike ? { ...alike, given, applicable: applicable(alike.layer) } : read(spelling, given);
    // Another line that says the same is passed once, unless it is in a loop.
    if (!alike || (e.isRepeated && !isNamed)) {
        e.configured.keep(spelling, configured);
    }
    return configured;
}

function read({ spec }: LayerSpelling, given: GivenOptions): Configured {
    const { layer, faults, advice } = makeLayer(spec, given);
    return { given, layer, applicable: applicable(layer), inputShape: ownInputShape(layer.values, spec.impliedInput?.(layer.values)), faults, advice };
}

/** The author's own array, where it is the whole shape, batch included, is kept by the library. */
function sharedShape(e: Evaluation, shape: Shape, config: Value | undefined): Shape {
    const whole = config?.kind === "object" ? config.fields.get("batchInputShape")?.value : undefined;
    return whole?.kind === "array" && !whole.open && whole.items.length === shape.length ? e.rewritten.shared(whole, shape) : shape;
}

/** What is given and could not be read is not missing. */
function mentionsShape({ spec }: LayerSpelling, { options }: GivenOptions): boolean {
    return options.has("inputShape") || options.has("batchInputShape") || (spec.impliedInput !== undefined && (options.has("inputDim") || options.has("inputLength")));
}

function unreadFault(unread: UnreadOption, spelling: LayerSpelling): Fault {
    return { kind: "option-unread", option: unread.spelling, means: unread.means, known: effectiveNames(spelling), at: atOption(unread.spelling) };
}

/** As tfjs-layers 4.22.0 src/engine/topology.ts, Layer's constructor: batchInputShape, or batchSize and inputShape. */
function ownInputShape(values: Readonly<Record<string, unknown>>, implied: Shape | undefined): Shape | undefined {
    // The common options are read by the same readers for every layer.
    const batchInputShape = values["batchInputShape"] as Shape | undefined;
    const inputShape = values["inputShape"] as Shape | undefined;
    const batchSize = values["batchSize"] as Dim | undefined;
    if (batchInputShape) {
        return batchInputShape;
    }
    return inputShape ? [batchSize ?? batch, ...inputShape] : implied;
}

/** The list of sizes that a caller passes for the shape of an input, where the whole of it is passed on. */
export function passedShape(config: Value | undefined, option: string): Parameter | undefined {
    const value = config?.kind === "object" ? config.fields.get(option)?.value : undefined;
    return value?.kind === "parameter" ? value : undefined;
}

export interface InputTraits {
    readonly name: string | undefined;
    /** Surely; a name that could not be read is one. */
    readonly isUnnamed?: boolean;
    readonly confirmed: boolean;
    /** In Keras style. */
    readonly callable?: boolean;
    readonly given: GivenOptions | undefined;
    /** The list of sizes that a caller passes. */
    readonly like?: Parameter | undefined;
}

/** `tf.input({shape})`, `Input({shape})`, `tf.layers.inputLayer`: the placeholder and the layer behind it. */
export function makeInput(e: Evaluation, type: string, shape: Shape | undefined, node: CallNode, traits: InputTraits): { readonly layer: LayerValue; readonly output: SymbolicTensor } {
    const layer = newLayer({
        applicable: { layer: undefined, apply: (inputs) => ({ kind: "outputs", shapes: inputs, list: false }), params: () => undefined, weights: () => [] },
        node,
        module: e.module,
        type,
        name: traits.name,
        isUnnamed: traits.isUnnamed ?? false,
        spelling: undefined,
        inputShape: shape,
        hasInputShape: true,
        isInput: true,
        confirmed: traits.confirmed,
        callable: traits.callable ?? false,
        given: traits.given,
        unread: none,
    });
    const application: Application = { kind: "application", target: layer, inputs: [], shapes: undefined, outputs: [shape], list: false, mark: 0, depth: 0 };
    layer.applications = [application];
    e.record(layer);
    return { layer, output: symbolic(shape, application, 0, traits.like) };
}
