/** Keras-style calls. A name alone proves nothing: a value counts as a layer once its use leaves no doubt. */
import { isUnmistakable, kerasSpelling } from "../../apis/keras.js";
import { kerasMergeModes, kerasMerges } from "../../apis/keras-layers.js";
import { readCall, type Argument } from "../../apis/spelling.js";
import { dimOf, type Datum } from "../../catalogue/datum.js";
import { formatFromDeclared } from "../../catalogue/deconvolution.js";
import { type Given, given as toGiven, type GivenOptions, withDatum } from "../../catalogue/given.js";
import type { LayerSpec } from "../../layers/spec.js";
import { batch } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import { callUnknown } from "../unseen.js";
import { toArguments } from "./data.js";
import type { Evaluation } from "../evaluation.js";
import { iterate } from "../iteration.js";
import { layerFromCall, makeInput } from "./layer-making.js";
import { applyTo } from "./applying.js";
import { asLayer, hasAllItNeeds, isSurely } from "./layers.js";
import { configuredShape, givenOf } from "./library.js";
import { makeFunctional, makeSequential } from "./models.js";
import { getProperty } from "../members.js";
import { dimOfValue, number, record, symbolic, undefinedValue, unknown } from "../making.js";
import type { CallNode, LayerValue, ModelValue, SymbolicTensor, Value } from "../values.js";

export function callKeras(e: Evaluation, name: string, args: Arguments, node: CallNode): Value {
    const [first, second] = args.values;
    if (args.open) {
        return callUnknown(e, args);
    }
    switch (name) {
        case "Input":
            return input(e, args, node);
        case "InputLayer":
            return inputLayer(e, args, node);
        case "Sequential":
            return makeSequential(e, first, node, true);
        case "Model": {
            const config = second && first ? record({ inputs: first, outputs: second }) : first;
            return makeFunctional(e, config, node, true);
        }
        case "Lambda":
            return lambda(e, args, node);
        case "Merge":
            return mergeLayer(e, name, args, node) ?? callUnknown(e, args);
        default:
            return layer(e, name, args, node) ?? merged(e, name, args, node) ?? callUnknown(e, args);
    }
}

/** `Input({shape: […]})` is a tensor only if it is used as one; anything else of that name is none of ours. */
function input(e: Evaluation, args: Arguments, node: CallNode): Value {
    const [first, second] = args.values;
    const positional = first?.kind === "array" && !first.open ? [batch, ...first.items.map(dimOfValue)] : undefined;
    const shape: Shape | undefined = positional ?? configuredShape(e, first, ["shape"], ["batchShape", "batch_shape"]);
    return shape ? makeInput(e, "Input", shape, node, inputTraits(e, positional ? second : first, args, node)).output : callUnknown(e, args);
}

/** Keras 2.3.1 keras/engine/input_layer.py, InputLayer; Keras 3 calls the whole shape batch_shape. */
function inputLayer(e: Evaluation, args: Arguments, node: CallNode): Value {
    const [first] = args.values;
    const shape = configuredShape(e, first, ["inputShape", "input_shape", "shape"], ["batchInputShape", "batch_input_shape", "batchShape", "batch_shape"]);
    return shape ? makeInput(e, "InputLayer", shape, node, inputTraits(e, first, args, node)).layer : callUnknown(e, args);
}

function inputTraits(e: Evaluation, config: Value | undefined, args: Arguments, node: CallNode) {
    const name = config?.kind === "object" ? getProperty(e, config, "name") : unknown;
    return { name: name.kind === "string" ? name.value : undefined, confirmed: false, callable: true, given: givenOf(e, args, node) };
}

function layer(e: Evaluation, name: string, args: Arguments, node: CallNode, type = name): LayerValue | undefined {
    const given = toArguments(e, args, node);
    const spelling = kerasSpelling(name, given);
    if (!spelling || args.values.some(holdsTensor)) {
        return undefined;
    }
    const adjust = (options: GivenOptions): GivenOptions => withFormat(e, withoutCase(withoutAmbiguity(options, given)), spelling.spec);
    const made = layerFromCall(e, spelling, type, args, node, { callable: true, confirmed: false, adjust });
    // Without a size of its own it has yet to be applied to something.
    made.confirmed = isUnmistakable(name) && hasAllItNeeds(made) && Object.values(spelling.spec.options).some((option) => option.required);
    return made;
}

/** A layer is made before it is given tensors: what takes them at once is somebody's function of the same name. */
function holdsTensor(value: Value): boolean {
    switch (value.kind) {
        case "symbolic":
        case "tensor":
            return true;
        case "array":
            return value.items.some((item) => item.kind === "symbolic" || item.kind === "tensor");
        case "object":
            return [...value.fields.values()].some((field) => field.value.kind === "symbolic" || field.value.kind === "tensor");
        default:
            return false;
    }
}

/** `concatenate([a, b])` of Keras 2, `merge([a, b], {mode: 'concat'})` of Keras 1: a layer made and applied in one call. */
function merged(e: Evaluation, name: string, args: Arguments, node: CallNode): Value | undefined {
    const [list] = args.values;
    const tensors = list?.kind === "array" ? iterate(e, list) : undefined;
    if (!tensors || tensors.length === 0 || !tensors.every((tensor) => tensor.kind === "symbolic")) {
        return undefined;
    }
    const rest: Arguments = { values: args.values.slice(1), nodes: args.nodes.slice(1), open: args.open };
    if (name !== "merge") {
        const target = kerasMerges[name];
        const made = target === undefined ? undefined : layer(e, target, rest, node, name);
        return made && applyTo(e, made, tensors, node);
    }
    const made = byMode(e, name, rest, node);
    return made && applyTo(e, made, tensors, node);
}

/** Keras 1: a layer that merges by a mode, which is given first or by keyword. */
function byMode(e: Evaluation, name: string, { values: [options, axisGiven = undefinedValue, axesGiven = undefinedValue] }: Arguments, node: CallNode): LayerValue | undefined {
    const read = (key: string): Value => (options?.kind === "object" ? getProperty(e, options, key) : undefinedValue);
    const mode = options?.kind === "string" ? options : read("mode");
    const target = mode.kind === "undefined" ? "Add" : mode.kind === "string" ? kerasMergeModes[mode.value] : undefined;
    if (target === undefined || (options !== undefined && options.kind !== "object" && options.kind !== "string")) {
        return undefined;
    }
    const given = (...values: readonly Value[]): Value | undefined => values.find((value) => value.kind !== "undefined");
    const axis = given(read("concat_axis"), read("concatAxis"), axisGiven);
    const axes = given(read("dot_axes"), read("dotAxes"), axesGiven) ?? number(-1);
    const config = record({ ...(target === "Concatenate" && axis && { axis }), ...(target === "Dot" && { axes }) });
    return layer(e, target, { values: [config], nodes: [undefined], open: false }, node, name);
}

/**
 * `Merge([left, right], {mode: 'concat'})`: it is applied at once, to what comes out of its branches. Without them it is
 * applied to tensors, as any other layer. Keras 1.2.2 keras/engine/topology.py, Merge.__init__.
 */
function mergeLayer(e: Evaluation, name: string, args: Arguments, node: CallNode): LayerValue | undefined {
    const [list] = args.values;
    if (list?.kind === "object") {
        return byMode(e, name, args, node);
    }
    const branches = list?.kind === "array" ? iterate(e, list)?.map(asLayer) : undefined;
    if (!branches || branches.length < 2 || !branches.every((branch) => branch !== undefined && !isSurely(branch))) {
        return undefined;
    }
    const made = byMode(e, name, { ...args, values: args.values.slice(1), nodes: args.nodes.slice(1) }, node);
    if (made) {
        applyTo(e, made, branches.map(outputOf), node);
    }
    return made;
}

function outputOf(branch: LayerValue | ModelValue | undefined): SymbolicTensor {
    const outputs = branch?.kind === "model" ? branch.outputs : [];
    return (outputs.length === 1 ? outputs[0] : undefined) ?? symbolic(undefined);
}

/** A layer only where its output shape is declared: otherwise its function may give anything, and as many as it likes. */
function lambda(e: Evaluation, args: Arguments, node: CallNode): Value {
    const given = toArguments(e, args, node);
    const spelling = kerasSpelling("Lambda", given);
    const declared = spelling && readCall(spelling, given).given.options.get("outputShape")?.datum;
    const made = declared?.kind === "list" && isWithoutBatch(declared.items) ? layer(e, "Lambda", args, node) : undefined;
    // The library calls the function when it likes.
    const unseen = callUnknown(e, args, made !== undefined);
    return made ?? unseen;
}

/** A list of several shapes, or a shape with the batch, is what only some versions take. */
function isWithoutBatch([first, ...others]: readonly Datum[]): boolean {
    return first !== undefined && first.kind !== "null" && [first, ...others].every(({ kind }) => kind !== "list");
}

/**
 * `Conv2D(32, 3, 3)` is a kernel of 3×3 up to Keras 2, and a kernel and a stride of 3 in Keras 3. What both say remains.
 * Source: Keras 2.3.1 keras/legacy/interfaces.py, conv2d_args_preprocessor: two whole numbers after the filters, no more.
 */
function withoutAmbiguity(given: GivenOptions, args: readonly Argument[]): GivenOptions {
    const positional = args.at(-1)?.fields ? args.slice(0, -1) : args;
    const [, kernel, stride] = positional.map((one) => one.datum);
    if (positional.length !== 3 || given.options.has("outputShape") || given.options.has("outputPadding")) {
        return given;
    }
    const kernelSize = given.options.get("kernelSize");
    const strides = given.options.get("strides");
    if (kernel?.kind !== "number" || stride?.kind !== "number" || strides?.datum !== stride || kernelSize?.datum !== kernel) {
        return given;
    }
    const unsure: Datum = { kind: "unknown" };
    const sides = toGiven("kernelSize", { kind: "list", items: [kernel, kernel.value === stride.value ? kernel : unsure] }, undefined, kernelSize.spelling);
    const step = toGiven("strides", stride.value === 1 ? stride : unsure, undefined, strides.spelling);
    return { ...given, options: given.options.with(sides, step) };
}

/** Keras 2 and 3 read the padding in any case. Keras 2.3.1 keras/utils/conv_utils.py, normalize_padding. */
function withoutCase(given: GivenOptions): GivenOptions {
    const padding = given.options.get("padding");
    if (padding?.datum.kind !== "string" || padding.datum.value === padding.datum.value.toLowerCase()) {
        return given;
    }
    const lower = withDatum(padding, { kind: "string", value: padding.datum.value.toLowerCase() });
    return { ...given, options: given.options.with(lower) };
}

const formats: Readonly<Record<string, string>> = {
    th: "channelsFirst",
    tf: "channelsLast",
    channels_first: "channelsFirst",
    channels_last: "channelsLast",
};

/**
 * The data format in canonical words. Where the call does not say, it is what the settings or the program's own
 * deconvolutions say; otherwise it is not known.
 */
function withFormat(e: Evaluation, given: GivenOptions, { options, input: { rank = 0 } }: LayerSpec): GivenOptions {
    const said = given.options.get("dataFormat");
    if (!said || said.datum.kind === "null" || said.datum.kind === "undefined" || (said.datum.kind === "string" && said.datum.value === "default")) {
        // On one axis the channels are last up to Keras 2, whatever is set; only Keras 3 asks the settings.
        const isLast = rank === 3 && e.options.dataFormat !== "channelsFirst";
        return isLast || !options["dataFormat"]?.effect ? given : replaced(given, unstated(e, given, rank - 2));
    }
    if (said.datum.kind !== "string") {
        // Worked out by the program: what the settings say is no part of it.
        return replaced(given, withDatum(said, { kind: "unknown" }));
    }
    const word = said.datum.value;
    const lower = word.toLowerCase();
    return replaced(given, withDatum(said, { kind: "string", value: Object.hasOwn(formats, lower) ? (formats[lower] ?? word) : word }));
}

function replaced(given: GivenOptions, dataFormat: Given): GivenOptions {
    return { ...given, options: given.options.with(dataFormat) };
}

function unstated(e: Evaluation, given: GivenOptions, spatial: number): Given {
    const format = e.options.dataFormat;
    if (!format) {
        e.formatNeeded = true;
        const pinned = pinnedBy(given, spatial);
        if (pinned) {
            e.pinnedFormats.add(pinned);
        }
    }
    return toGiven("dataFormat", format ? { kind: "string", value: format } : { kind: "unknown" }, undefined, "dim_ordering");
}

/** A declared shape that holds the number of filters at one end only tells the format that the program is written for. */
function pinnedBy(given: GivenOptions, spatial: number) {
    const declared = given.options.get("outputShape")?.datum;
    const filters = given.options.get("filters")?.datum;
    return declared?.kind === "list" && filters ? formatFromDeclared(declared.items.map(dimOf), dimOf(filters), spatial) : undefined;
}
