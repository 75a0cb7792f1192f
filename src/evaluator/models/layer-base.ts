/** What tf.layers.Layer gives the classes that extend it: the methods they call on `this` and `super`, and their weights. */
import { add, constant, type Dim } from "../../shapes/dim.js";
import { sizeOf, type Shape } from "../../shapes/shape.js";
import { plainArguments, type Arguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import { callModelMethod } from "./models.js";
import { weightValue } from "./layer-variables.js";
import { callUnknown } from "../unseen.js";
import { array, builtin, dimOfValue, object, tensor, truth, undefinedValue, unknown } from "../making.js";
import type { ArrayValue, ObjectValue, Value } from "../values.js";

export function isLayerBase(base: Value | undefined): boolean {
    return base?.kind === "library" && (base.path === "layers.Layer" || base.path === "Layer" || base.path === "layers.RNNCell");
}

/** Fields of our own on an instance. No private name of the program's has a space in it. */
export const configField = "# config";
const weightsField = "# weights";

/** A method of a library's own base class, reached through super: where nothing is known of it, calling it is harmless. */
export function baseMember(e: Evaluation, base: Value | undefined, key: string | undefined, self: Value): Value {
    if (base?.kind !== "library" || key === undefined) {
        return unknown;
    }
    return builtin(`super.${key}`, (args, _self, node, given = plainArguments(args)) => {
        if (self.kind !== "object") {
            return unknown;
        }
        const model = self.layer?.kind === "model" ? callModelMethod(e, self.layer, key, given, node) : undefined;
        return model ?? (isLayerBase(base) ? callBaseMethod(e, self, key, plainArguments(args)) : unknown);
    });
}

/** As tfjs-layers 4.22.0 src/engine/topology.ts. */
export function callBaseMethod(e: Evaluation, instance: ObjectValue, key: string, args: Arguments): Value {
    const [first = undefinedValue] = args.values;
    switch (key) {
        case "addWeight":
            return addWeight(e, instance, args);
        case "call":
        case "computeOutputShape":
            return args.open ? unknown : first;
        case "getConfig":
            return object(new Map(), true);
        case "build":
        case "invokeCallHook":
        case "assertInputCompatibility":
        case "warnOnIncompatibleInputShape":
        case "setFastWeightInitDuringBuild":
            return undefinedValue;
        case "getWeights": {
            const weights = weightsOf(instance);
            return weights && !weights.open ? array(weights.items.slice()) : unknown;
        }
        default:
            return callUnknown(e, args, true);
    }
}

function addWeight(e: Evaluation, instance: ObjectValue, args: Arguments): Value {
    const shape = args.open ? undefined : shapeOf(args.values[1]);
    let weights = weightsOf(instance);
    if (!weights) {
        weights = array([]);
        e.heap.touch(instance);
        instance.fields.set(weightsField, { value: weights, node: undefined });
    }
    if (!weights.open) {
        e.heap.touch(weights);
        weights.items.push(tensor(shape));
    }
    const [, , , , , trainable = undefinedValue] = args.values;
    return weightValue(e, shape, !args.open && (trainable.kind === "undefined" || truth(trainable) === true) && !mayBeFrozen(instance));
}

/** Whether the options of the layer may keep its weights from being trained. */
function mayBeFrozen({ fields }: ObjectValue): boolean {
    const config = fields.get(configField)?.value;
    return config !== undefined && config.kind !== "undefined" && (config.kind !== "object" || config.open !== false || config.fields.has("trainable"));
}

function weightsOf(instance: ObjectValue): ArrayValue | undefined {
    const weights = instance.fields.get(weightsField)?.value;
    return weights?.kind === "array" ? weights : undefined;
}

function shapeOf(value: Value | undefined): Shape | undefined {
    return value?.kind === "array" && !value.open ? value.items.map(dimOfValue) : undefined;
}

const listsOfWeights = ["_trainableWeights", "_nonTrainableWeights"];
const ownLists = ["trainableWeights", "nonTrainableWeights", "weights", "countParams", ...listsOfWeights];

/** The lists that the base class keeps its weights in: whoever has one may add to it. */
export function readBaseProperty(e: Evaluation, instance: ObjectValue, key: string): void {
    if (listsOfWeights.includes(key)) {
        const weights = weightsOf(instance) ?? array([]);
        instance.fields.set(weightsField, { value: weights, node: undefined });
        e.heap.blur(weights);
    }
}

/** The number of weights; undefined where the class keeps them in a way of its own. */
export function countWeights(instance: ObjectValue): Dim | undefined {
    return weightShapes(instance)?.reduce((sum, shape) => add(sum, sizeOf(shape)), constant(0));
}

export function weightShapes(instance: ObjectValue): readonly Shape[] | undefined {
    const weights = instance.fields.get(weightsField)?.value;
    if (instance.open || weights?.kind === "unknown" || (weights?.kind === "array" && weights.open) || hasOwnLists(instance)) {
        return undefined;
    }
    const items = weights?.kind === "array" ? weights.items : [];
    const shapes = items.flatMap((weight) => (weight.kind === "tensor" && weight.shape ? [weight.shape] : []));
    return shapes.length === items.length ? shapes : undefined;
}

function hasOwnLists(instance: ObjectValue): boolean {
    for (let at: Value | undefined = instance.class; at?.kind === "class"; at = at.base) {
        const { fields } = at.prototype;
        if (ownLists.some((name) => fields.has(name))) {
            return true;
        }
    }
    return ownLists.some((name) => instance.fields.has(name));
}
