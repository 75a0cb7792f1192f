/** Functions of TensorFlow.js that are neither layers nor operations: models, scopes, inputs. */
import { dimOf } from "../../catalogue/datum.js";
import { atCall, atOption } from "../../catalogue/fault.js";
import { shape as shapeReader } from "../../catalogue/readers.js";
import { assumeSize, batch } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import { newTypedArray } from "../builtins/array-making.js";
import { callBack } from "../calls.js";
import { callUnknown } from "../unseen.js";
import { toArguments, toDatum } from "./data.js";
import type { Evaluation } from "../evaluation.js";
import { callCells } from "./cells.js";
import { callGradients, callOptimizerFactory, isOptimizerClass, makeOptimizer } from "./gradients.js";
import { makeDataset } from "./datasets.js";
import { makeInput, makeTfjsLayer, passedShape, type InputTraits } from "./layer-making.js";
import { reportLayer } from "./reporting.js";
import { getProperty } from "../members.js";
import { lacks } from "./missing.js";
import { registerClass } from "./registration.js";
import { makeFunctional, makeSequential } from "./models.js";
import { runOperation } from "./tensors.js";
import { dimOfValue, promise, typed, undefinedValue, unknown } from "../making.js";
import type { CallNode, LayerValue, LibraryName, ObjectValue, Value } from "../values.js";
import { type GivenOptions, OptionList } from "../../catalogue/given.js";

export function callLibrary(e: Evaluation, { path, layer, op, name }: LibraryName, args: Arguments, node: CallNode): Value {
    if (layer !== undefined) {
        return callLayers(e, layer, args, node);
    }
    if (op) {
        return runOperation(e, op, name, args, node);
    }
    if (path.startsWith("data.")) {
        return makeDataset(e, path.slice("data.".length), args, node) ?? callUnknown(e, args, true);
    }
    const [first, second] = args.values;
    switch (path) {
        case "tidy":
        case "profile":
        case "time": {
            const callback = second ?? first;
            const result = callback ? callBack(e, callback, [], node) : unknown;
            return path === "tidy" ? result : unknown;
        }
        case "keep":
            return first ?? undefinedValue;
        case "dispose":
        case "setBackend":
            return undefinedValue;
        case "ready":
        case "nextFrame":
            return promise(undefinedValue);
        // tfjs-core 4.22.0 src/util.ts, createShuffledIndices.
        case "util.createShuffledIndices":
            return typed(newTypedArray(e, args.open ? [unknown] : args.values), "Uint32Array");
        case "sequential":
            return args.open ? unknown : makeSequential(e, first, node);
        case "model":
            return args.open ? unknown : makeFunctional(e, first, node);
        case "input":
            return args.open ? unknown : inputTensor(e, args, node);
        case "serialization.registerClass":
            return registerClass(e, args, node);
        default:
            return callGradients(e, path, args, node) ?? callOptimizerFactory(e, path) ?? callCells(e, path, args, node) ?? callUnknown(e, args, true);
    }
}

function callLayers(e: Evaluation, name: string, args: Arguments, node: CallNode): Value {
    switch (name) {
        case "input":
            return args.open ? unknown : inputTensor(e, args, node);
        case "inputLayer":
            return args.open ? unknown : inputLayer(e, args, node);
        default:
            return makeTfjsLayer(e, name, args, node) ?? callUnknown(e, args, true);
    }
}

export function constructLibrary(e: Evaluation, path: string, args: Arguments, node: CallNode): Value {
    if (isOptimizerClass(path)) {
        return makeOptimizer(e);
    }
    switch (path) {
        case "Sequential":
            return makeSequential(e, args.values[0], node);
        case "LayersModel":
            return args.open ? unknown : makeFunctional(e, args.values[0], node);
        default:
            return callUnknown(e, args, true);
    }
}

/** The shape of an input, batch included, from `shape`/`batchShape` or `inputShape`/`batchInputShape`. */
export function configuredShape(e: Evaluation, config: Value | undefined, names: readonly string[], batchNames: readonly string[]): Shape | undefined {
    if (config?.kind !== "object") {
        return undefined;
    }
    const read = (options: readonly string[]): Value => options.map((name) => getProperty(e, config, name)).find((value) => value.kind !== "undefined" && value.kind !== "null") ?? undefinedValue;
    const whole = read(batchNames);
    if (whole.kind !== "undefined") {
        const shape = shapeOf(e, whole);
        return shape && whole.kind === "array" ? e.rewritten.shared(whole, shape) : shape;
    }
    const rest = shapeOf(e, read(names));
    const size = getProperty(e, config, "batchSize");
    return rest && [size.kind === "undefined" ? batch : dimOfValue(size), ...rest];
}

function shapeOf(e: Evaluation, value: Value): Shape | undefined {
    if (value.kind === "array" && !value.open) {
        const dims = value.items.map(dimOfValue);
        dims.forEach(assumeSize);
        return dims;
    }
    const reading = value.kind === "number" || value.kind === "size" ? shapeReader().read(toDatum(e, value)) : undefined;
    return reading?.kind === "value" ? reading.value : undefined;
}

function inputTensor(e: Evaluation, args: Arguments, node: CallNode): Value {
    const [config] = args.values;
    const shape = overriddenShape(e, node, "shape", "batchShape") ?? configuredShape(e, config, ["shape"], ["batchShape"]);
    const { layer, output } = makeInput(e, "input", shape, node, inputTraits(e, args, node, "shape"));
    reportShapeless(e, layer, config, "shape", "batchShape");
    return output;
}

function inputLayer(e: Evaluation, args: Arguments, node: CallNode): Value {
    const [config] = args.values;
    const shape = overriddenShape(e, node, "inputShape", "batchInputShape") ?? configuredShape(e, config, ["inputShape"], ["batchInputShape"]);
    const { layer } = makeInput(e, "inputLayer", shape, node, inputTraits(e, args, node, "inputShape"));
    reportShapeless(e, layer, config, "inputShape", "batchInputShape");
    return layer;
}

/** tfjs-layers 4.22.0 src/engine/input_layer.ts, Input and InputLayer's constructor. */
function reportShapeless(e: Evaluation, layer: LayerValue, config: Value | undefined, option: string, batchOption: string): void {
    if (layer.inputShape === undefined && lacks(config, option, batchOption)) {
        reportLayer(e, layer, { kind: "option-missing", option, at: atCall }, layer.node);
    } else if (config?.kind === "object" && hasShape(config, option) && hasShape(config, batchOption)) {
        reportLayer(e, layer, { kind: "option-conflict", option, other: batchOption, why: "an input takes only one of the two", at: atOption(option) }, layer.node);
    }
}

function hasShape({ fields }: ObjectValue, option: string): boolean {
    const field = fields.get(option);
    return field !== undefined && !field.getter && (field.value.kind === "array" || field.value.kind === "number");
}

/** What a fix under trial declares as the shape of an input. */
function overriddenShape(e: Evaluation, node: CallNode, name: string, batchName: string): Shape | undefined {
    const overrides = e.options.overrides?.get(node);
    const read = (option: string): Shape | undefined => {
        const datum = overrides?.get(option);
        return datum?.kind === "list" ? datum.items.map(dimOf) : undefined;
    };
    const shape = read(name);
    return read(batchName) ?? (shape && [batch, ...shape]);
}

function inputTraits(e: Evaluation, args: Arguments, node: CallNode, option: string): InputTraits {
    const [config] = args.values;
    const name = config?.kind === "object" ? getProperty(e, config, "name") : unknown;
    return {
        name: name.kind === "string" ? name.value : undefined,
        isUnnamed: name.kind === "undefined",
        confirmed: true,
        given: givenOf(e, args, node),
        like: passedShape(config, option),
    };
}

export function givenOf(e: Evaluation, args: Arguments, node: CallNode): GivenOptions {
    const [first] = toArguments(e, args, node);
    return { options: first?.fields ?? OptionList.none, open: args.open };
}

