/**
 * What keeps a functional model from being a whole graph, and what stands where a tensor or a layer must. tfjs-layers 4.22.0
 * src/engine/container.ts, Container's constructor; src/engine/topology.ts, Layer.apply; src/models.ts, Sequential.add.
 */
import { unknownDatum } from "../../catalogue/datum.js";
import { atOption, type Fault } from "../../catalogue/fault.js";
import { given, type GivenOptions, OptionList } from "../../catalogue/given.js";
import type { Place } from "../evaluation.js";
import { isSurely } from "./layers.js";
import type { Application, CallNode, LayerValue, ModelValue, ObjectValue, SymbolicTensor, Value } from "../values.js";

/** What a value is that is no tensor of a model for sure. */
export function notSymbolic(value: Value): string | undefined {
    switch (value.kind) {
        case "layer":
            return isSurely(value) ? `the layer \`${value.type}\`` : undefined;
        case "model":
            return isSurely(value) ? "a model" : undefined;
        case "object":
            return value.layer ? notSymbolic(value.layer) : undefined;
        case "tensor":
            return "a tensor of values";
        case "promise":
            return "a promise";
        case "undefined":
        case "null":
            return "nothing";
        case "number":
        case "string":
        case "boolean":
            return `a ${value.kind}`;
        default:
            return isFunction(value) ? "a function" : undefined;
    }
}

/** A function of the program's, or one that makes a layer: the call of it was perhaps forgotten. */
export function isFunction(value: Value): boolean {
    return value.kind === "function" || (value.kind === "library" && value.layer !== undefined);
}

/** What a value is that is no layer for sure. */
export function notLayer(value: Value): string | undefined {
    return value.kind === "symbolic" ? "a tensor" : value.kind === "array" ? "a list" : value.kind === "layer" || value.kind === "model" ? undefined : notSymbolic(value);
}

const mostTraced = 100;

/** What a layer makes of something that a caller passes may hold values as well. */
export function comesFromInput(value: Value): boolean {
    const waiting = value.kind === "symbolic" ? [value] : [];
    const seen = new Set<Application>();
    for (let next = waiting.pop(); next && seen.size < mostTraced; next = waiting.pop()) {
        const { producer } = next;
        if (producer?.target.kind === "layer" && producer.target.isInput && !producer.target.callable) {
            return true;
        }
        if (producer && !seen.has(producer)) {
            seen.add(producer);
            waiting.push(...producer.inputs);
        }
    }
    return false;
}

/** What stands among the inputs or outputs of a model and is no tensor of one. */
export function foreignPart(option: "inputs" | "outputs", value: Value): Fault | undefined {
    const items = value.kind === "array" ? (value.open ? [] : value.items) : [value];
    for (const [index, item] of items.entries()) {
        const what = notSymbolic(item);
        if (what !== undefined) {
            return { kind: "graph-part", wanted: "tensor", what, isLayer: isLayer(item), at: value.kind === "array" ? atOption(option, index) : atOption(option) };
        }
    }
    return undefined;
}

export function isLayer(value: Value): boolean {
    return value.kind === "layer" || (value.kind === "object" && value.layer?.kind === "layer");
}

/** What is wrong with a model whose inputs and outputs are tensors. */
export function graphFault({ inputs, outputs, layers }: ModelValue): Fault | undefined {
    const made = inputs.findIndex(({ producer }) => producer !== undefined && producer.target.kind === "layer" && !producer.target.isInput);
    if (made >= 0) {
        return { kind: "graph-input", problem: "made", by: inputs[made]?.producer?.target.kind === "layer" ? inputs[made].producer.target.type : "", at: inputs.length > 1 ? atOption("inputs", made) : atOption("inputs") };
    }
    const twice = repeated(inputs);
    if (twice >= 0) {
        return { kind: "graph-input", problem: "twice", at: atOption("inputs", twice) };
    }
    // Of an input that nobody saw being made it is not known which it is.
    if (inputs.every(({ producer }) => producer !== undefined)) {
        const fed = new Set<LayerValue | ModelValue | undefined>(inputs.map(({ producer }) => producer?.target));
        const missing = layers.find((layer) => layer.kind === "layer" && layer.isInput && !fed.has(layer));
        if (missing?.kind === "layer") {
            return { kind: "graph-disconnected", name: missing.name, shape: missing.inputShape, at: atOption("inputs") };
        }
    }
    const again = repeated(outputs);
    return again >= 0 ? { kind: "graph-output-twice", at: atOption("outputs", again) } : undefined;
}

/** A layer whose name another one before it has. What a nested model is called is left aside. */
export function namedAgain(layers: ModelValue["layers"]): LayerValue | undefined {
    const named = layers.filter((layer) => layer.kind === "layer" && layer.name !== undefined && !layer.isOneOf);
    if (named.length < 2) {
        return undefined;
    }
    const first = new Map<string | undefined, LayerValue | ModelValue>();
    return named.find((layer): layer is LayerValue => {
        const before = first.get(layer.name);
        first.set(layer.name, before ?? layer);
        return before !== undefined && before !== layer;
    });
}

/** The position of a tensor that has stood in the list before; -1 if there is none. */
function repeated(tensors: readonly SymbolicTensor[]): number {
    const seen = new Map<Application | SymbolicTensor, Set<number>>();
    return tensors.findIndex((tensor) => {
        const { producer = tensor, index } = tensor;
        const before = seen.get(producer) ?? new Set<number>();
        const isSeen = before.has(index);
        seen.set(producer, before.add(index));
        return isSeen;
    });
}

/** The fields of a configuration, with their places alone. */
export function placesIn({ fields }: ObjectValue, holder: CallNode): GivenOptions {
    const options = [...fields].map(([name, { node }]) => {
        const place: Place | undefined = node && { node: node.type === "Property" ? node.value : node, property: node, holder };
        return given(name, unknownDatum, place);
    });
    return { options: new OptionList(options), open: false };
}
