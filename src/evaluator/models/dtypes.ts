/** The dtypes that models compute in. tfjs-layers 4.22.0 src/engine/topology.ts, Layer's constructor: float32 where nothing is said. */
import { everyLayer } from "./all-layers.js";
import type { Application, LayerValue, ModelValue, SymbolicTensor } from "../values.js";

/** Layers that perhaps make another dtype than that of their weights or inputs, or hold one that does. */
const others: ReadonlySet<string> = new Set(["Bidirectional", "CategoryEncoding", "CenterCrop", "RNN", "RandomWidth", "Resizing", "TimeDistributed"]);

/** Whether all that goes in, and all that comes out of its layers, is float32: data of another dtype is cast (src/engine/executor.ts, FeedDict.add). */
export function isOfFloats(model: ModelValue): boolean {
    return !model.open && everyLayer(model, isFloat);
}

/** Whether a layer of the library has weights of float32, and makes nothing else of float32. */
export function isFloat({ applicable, isInput, given }: LayerValue): boolean {
    const name = applicable.layer?.spec.name;
    const isPlain = given !== undefined && given.open === false && !given.options.has("dtype") && !given.options.has("inputDType");
    return isPlain && (isInput || (name !== undefined && !others.has(name)));
}

/** Of applications that were asked about. */
const known = new WeakMap<Application, boolean>();

/** Whether a tensor of a model being built will hold float32 when the model is run. No recursion: models are deep. */
export function isFloatTensor({ producer }: SymbolicTensor): boolean {
    const waiting = producer && !known.has(producer) ? [producer] : [];
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
        const before = isFloatMaker(top) ? top.inputs.find((input) => input.producer && !known.has(input.producer))?.producer : undefined;
        if (before) {
            waiting.push(before);
        } else {
            known.set(top, isFloatMaker(top) && top.inputs.every((input) => (input.producer ? known.get(input.producer) === true : isPlaceholder(top))));
            waiting.pop();
        }
    }
    return producer !== undefined && known.get(producer) === true;
}

function isFloatMaker({ target }: Application): boolean {
    return target.kind === "model" ? isOfFloats(target) : isFloat(target);
}

/** tfjs-layers 4.22.0 src/models.ts, Sequential.add: the input that a first layer makes for itself has its dtype. */
function isPlaceholder({ target }: Application): boolean {
    return target.kind === "layer" && target.hasInputShape === true;
}
