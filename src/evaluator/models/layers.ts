/** Layers as values: what is called on them, and what can be read from them. */
import type { Arguments } from "../arguments.js";
import { callUnknown } from "../unseen.js";
import type { Evaluation } from "../evaluation.js";
import { callBaseMethod } from "./layer-base.js";
import { getWeights, kernelOrBias, listWeights, setWeights } from "./weights.js";
import { array, number, shapeValue, sizeValue, string, symbolic, unknown } from "../making.js";
import type { Application, CallNode, LayerValue, ModelValue, SymbolicTensor, Value } from "../values.js";
import { applyCall } from "./applying.js";

export function asLayer(value: Value): LayerValue | ModelValue | undefined {
    switch (value.kind) {
        case "layer":
        case "model":
            return value;
        case "object":
            return value.layer;
        default:
            return undefined;
    }
}

/** Whether TensorFlow.js takes it for a layer or model: what has a name of Keras' beside it may be anybody's function or class. */
export function isSurely(target: LayerValue | ModelValue): boolean {
    return !(target.kind === "layer" ? target.callable : target.keras);
}

/** Somebody else's layer of the same name would call its sizes something else. */
export function hasAllItNeeds({ spelling, given }: LayerValue): boolean {
    return Object.entries(spelling?.spec.options ?? {}).every(([name, option]) => !option.required || given?.options.has(name));
}

export function callLayerMethod(e: Evaluation, layer: LayerValue, key: string, args: Arguments, node: CallNode): Value | undefined {
    switch (key) {
        case "apply":
            return applyCall(e, layer, args, node);
        case "call":
            if (layer.instance) {
                return callBaseMethod(e, layer.instance, key, args);
            }
            // Keras style: `layer.call(x)`, or Function.prototype.call on a layer that is a function.
            if (layer.callable) {
                const [first, second] = args.values;
                const skip = second && (first?.kind === "null" || first?.kind === "undefined" || first?.kind === "object");
                return applyCall(e, layer, skip ? { values: args.values.slice(1), nodes: args.nodes.slice(1), open: args.open } : args, node);
            }
            return unknown;
        case "countParams": {
            const inputs = layer.applications[0]?.inputs.map((input) => input.shape);
            const params = inputs && layer.applicable.params(inputs);
            return layer.isInput ? number(0) : params ? sizeValue(params) : unknown;
        }
        case "getWeights":
            return layer.callable || args.values.length > 0 ? unknown : getWeights(e, layer, node);
        case "setWeights":
            return layer.callable ? callUnknown(e, args, true) : setWeights(e, layer, args, node);
        case "computeOutputShape": {
            if (layer.instance) {
                return callBaseMethod(e, layer.instance, key, args);
            }
            const [shape] = args.values;
            const items = shape?.kind === "array" && !shape.open ? shape.items : undefined;
            return items ? callUnknown(e, args, true) : unknown;
        }
        default:
            return layer.instance ? callBaseMethod(e, layer.instance, key, args) : callUnknown(e, args, true);
    }
}

const automatic: Value = { kind: "unknown", automatic: "layer" };
const automaticInput: Value = { kind: "unknown", automatic: "input" };

function nameOf(e: Evaluation, { name, renamed, isUnnamed, isInput }: LayerValue): Value {
    if (renamed !== undefined) {
        return renamed === null ? unknown : string(renamed);
    }
    if (name !== undefined) {
        return string(name);
    }
    return !isUnnamed || e.renames ? unknown : isInput ? automaticInput : automatic;
}

/** By which a model calls what it was made of, whatever that was called since. */
export function nameAsMade(e: Evaluation, target: LayerValue | ModelValue | undefined): Value {
    return target?.kind === "layer" && target.renamed === undefined ? nameOf(e, target) : target?.kind === "model" && target.name !== undefined ? string(target.name) : unknown;
}

export function layerProperty(e: Evaluation, layer: LayerValue, key: string): Value {
    const application = layer.applications[0];
    switch (key) {
        case "name":
            return nameOf(e, layer);
        case "output":
        case "input": {
            if (!application || layer.applications.length !== 1) {
                return unknown;
            }
            const tensors = key === "input" ? application.inputs : outputsOf(application);
            return tensors.length === 1 ? (tensors[0] ?? unknown) : array(tensors.slice());
        }
        case "outputShape":
        case "inputShape": {
            if (!application || layer.applications.length !== 1) {
                return unknown;
            }
            const shapes = key === "outputShape" ? application.outputs : application.inputs.map((input) => input.shape);
            return shapes.length === 1 ? shapeValue(shapes[0]) : array(shapes.map(shapeValue));
        }
        case "batchInputShape":
            return shapeValue(layer.inputShape);
        case "weights":
        case "trainableWeights":
        case "nonTrainableWeights":
            return layer.callable ? unknown : listWeights(e, layer, key);
        case "kernel":
        case "bias":
            return layer.callable ? unknown : kernelOrBias(e, layer, key);
        default:
            return unknown;
    }
}

export function outputsOf(application: Application): SymbolicTensor[] {
    return application.outputs.map((shape, index) => symbolic(shape, application, index));
}
