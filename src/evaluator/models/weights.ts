/** `getWeights` and `setWeights` of layers and models, and the option `weights`. */
import type { DType } from "../../catalogue/dtype.js";
import { undefinedDatum } from "../../catalogue/datum.js";
import { given as toGiven, type GivenOptions, OptionList } from "../../catalogue/given.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Applicable } from "../../layers/engine.js";
import type { Shape } from "../../shapes/shape.js";
import { checkWeights } from "../../training/weights.js";
import type { Arguments } from "../arguments.js";
import { overridden, toArguments } from "./data.js";
import type { Evaluation } from "../evaluation.js";
import { isFloat, isOfFloats } from "./dtypes.js";
import { weightValue } from "./layer-variables.js";
import { reportCall } from "./reporting.js";
import { builtFor } from "./model-shapes.js";
import { array, arrayWith, tensor, undefinedValue, unknown } from "../making.js";
import type { CallNode, LayerValue, ModelValue, Value } from "../values.js";

/** The shapes of all weights; undefined for those that stand at a place that is not known. */
function weightsOf(target: LayerValue | ModelValue): readonly (Shape | undefined)[] | undefined {
    const parts = partsOf(target);
    const all = parts && [...parts.trained, ...parts.untrained];
    return parts?.ordered ? all : all?.map(() => undefined);
}

/** The shapes of all weights in any order. */
export function modelWeights(model: ModelValue): readonly Shape[] | undefined {
    const parts = partsOf(model);
    return parts && [...parts.trained, ...parts.untrained];
}

/** Whether training changes any of its weights, as far as that is known. */
export function isTrained(target: LayerValue | ModelValue): boolean {
    return (partsOf(target)?.trained.length ?? 0) > 0;
}

/** Whether training could change none of its weights, even if it is not frozen. */
export function hasNoneToTrain(layer: LayerValue): boolean {
    return partsOf(layer)?.trained.length === 0;
}

interface Parts {
    readonly trained: readonly Shape[];
    readonly untrained: readonly Shape[];
    /** Whether they stand in the library's order. */
    readonly ordered: boolean;
}

/** Models that hold one model several times, and so on, have more layers than anybody could list. */
const mostLayers = 2000;

function partsOf(target: LayerValue | ModelValue, left = { layers: mostLayers }): Parts | undefined {
    left.layers--;
    if (left.layers < 0) {
        return undefined;
    }
    if (target.kind === "model") {
        return partsOfModel(target, left);
    }
    const built = builtFor(target);
    const weights = target.isInput ? [] : built && target.applicable.weights(built);
    const { layer } = target.applicable;
    const count = (weights?.length ?? 0) - (layer?.spec.untrained ?? 0);
    // What a user's own layer does not train is listed last, wherever it was added.
    const ordered = (layer !== undefined || target.isInput) && target.given?.options.has("trainable") !== true && !isMixed(layer?.values["layer"]);
    return weights && { trained: weights.slice(0, count), untrained: weights.slice(count), ordered };
}

/** Around a layer whose weights are listed apart from each other, or in an order of its own. */
function isMixed(inner: unknown): boolean {
    // The option `layer` is read as the wrapped layer, whose entry a user's own layer and a model lack.
    const layer = (inner as Applicable | undefined)?.layer;
    return inner !== undefined && (!layer || layer.spec.untrained !== undefined);
}

/** tfjs-layers 4.22.0 src/engine/container.ts, Container.weights: what is trained in all layers comes first. */
function partsOfModel(model: ModelValue, left: { layers: number }): Parts | undefined {
    if (model.open || model.isPartial) {
        return undefined;
    }
    const known: Parts[] = [];
    for (const layer of model.layers) {
        const parts = partsOf(layer, left);
        if (!parts) {
            return undefined;
        }
        known.push(parts);
    }
    return {
        trained: known.flatMap(({ trained }) => trained),
        untrained: known.flatMap(({ untrained }) => untrained),
        ordered: known.every(({ ordered }) => ordered),
    };
}

export function getWeights(e: Evaluation, target: LayerValue | ModelValue, call: CallNode): Value {
    const shapes = e.freezes ? undefined : weightsOf(target);
    const dtype = dtypeOf(target);
    return shapes ? weightList(target, shapes.map((shape) => tensor(shape, dtype)), "getWeights()", call) : unknown;
}

/** Whoever expects a bias, say, asks for what stands beyond its end. */
function weightList({ kind }: LayerValue | ModelValue, items: Value[], result: string, call?: CallNode): Value {
    const held = items.length === 1 ? "one item" : `${items.length} items`;
    return arrayWith(array(items), { made: { result, why: `the list of this ${kind} holds ${held}`, call } });
}

export type WeightList = "weights" | "trainableWeights" | "nonTrainableWeights";

/** As properties, they are lists of layer variables. */
export function listWeights(e: Evaluation, target: LayerValue | ModelValue, list: WeightList): Value {
    const parts = e.freezes ? undefined : partsOf(target);
    if (!parts?.ordered) {
        return unknown;
    }
    const values = (shapes: readonly Shape[], isTrained: boolean): Value[] => shapes.map((shape) => weightValue(e, shape, isTrained));
    const trained = list === "nonTrainableWeights" ? [] : values(parts.trained, true);
    return weightList(target, [...trained, ...(list === "trainableWeights" ? [] : values(parts.untrained, false))], list);
}

const withKernel: ReadonlySet<string> = new Set(["Dense", "Conv1D", "Conv2D", "Conv3D", "Conv2DTranspose", "Conv3DTranspose"]);

/** As fields of layers that have no other weights, once they are built. tfjs-layers 4.22.0 src/layers/core.ts, src/layers/convolutional.ts. */
export function kernelOrBias(e: Evaluation, layer: LayerValue, key: "kernel" | "bias"): Value {
    const parts = withKernel.has(layer.applicable.layer?.spec.name ?? "") ? partsOf(layer) : undefined;
    if (!parts) {
        return unknown;
    }
    const shape = parts.trained[key === "kernel" ? 0 : 1];
    return shape ? weightValue(e, shape, layer.given?.options.has("trainable") !== true) : { kind: "null", lack: { result: key, why: "`useBias` is false", call: undefined } };
}

export function setWeights(e: Evaluation, target: LayerValue | ModelValue, args: Arguments, node: CallNode): Value {
    const shapes = e.freezes || args.open ? undefined : weightsOf(target);
    const given = overridden(e, node, givenOf(e, args, node));
    const fault = shapes && checkWeights(given.options.get("weights")?.datum ?? undefinedDatum, { shapes, dtype: dtypeOf(target) });
    if (fault) {
        reportCall(e, node, "setWeights", fault, { given, inputs: args.values });
    }
    return undefinedValue;
}

/** The option `weights`: set when the layer is built. tfjs-layers 4.22.0 src/engine/topology.ts, Layer.apply. */
export function checkInitialWeights(e: Evaluation, layer: LayerValue): Fault | undefined {
    const datum = layer.given?.options.get("weights")?.datum;
    const isLibrarys = layer.applicable.layer !== undefined && !layer.callable;
    const shapes = datum?.kind !== "list" || !isLibrarys || e.freezes ? undefined : weightsOf(layer);
    return datum && shapes && checkWeights(datum, { shapes, dtype: dtypeOf(layer) });
}

function dtypeOf(target: LayerValue | ModelValue): DType | undefined {
    return (target.kind === "model" ? isOfFloats(target) : isFloat(target)) ? "float32" : undefined;
}

function givenOf(e: Evaluation, args: Arguments, node: CallNode): GivenOptions {
    const [first] = toArguments(e, args, node);
    return { options: new OptionList(first ? [toGiven("weights", first.datum, first.place)] : []), open: args.open };
}
