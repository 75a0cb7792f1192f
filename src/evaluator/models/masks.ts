/**
 * Masks that reach a softmax. A model hands what a masking layer leaves out on to the layers behind it, one value for
 * each step, and a softmax takes it for one value for each element: tfjs-layers 4.22.0 src/engine/executor.ts, execute,
 * and src/layers/advanced_activations.ts, Softmax.call.
 */
import { atCall, type Fault } from "../../catalogue/fault.js";
import { compare, constant, type Dim } from "../../shapes/dim.js";
import { printShape, type Shape } from "../../shapes/shape.js";
import type { Application, LayerValue, SymbolicTensor } from "../values.js";

/** Layers that hand the mask on as they got it: those that set `supportsMasking` and have no computeMask of their own. */
const passing: ReadonlySet<string> = new Set([
    ...["Dropout", "SpatialDropout1D", "Dense", "Activation", "ReLU", "PReLU", "BatchNormalization", "LayerNormalization"],
    ...["GaussianNoise", "GaussianDropout", "AlphaDropout"],
]);

/** How far up the search goes. */
const mostLayers = 50;

export function checkMaskedSoftmax({ applicable }: LayerValue, inputs: readonly SymbolicTensor[], shapes: readonly (Shape | undefined)[]): Fault | undefined {
    if (applicable.layer?.spec.name !== "Softmax") {
        return undefined;
    }
    const [input] = inputs;
    const [shape] = shapes;
    const mask = input && shape ? maskOf(input) : undefined;
    if (!mask || !shape || !cannotBroadcast(shape, mask.shape)) {
        return undefined;
    }
    return { kind: "unsupported", what: `a softmax of ${printShape(shape)} behind \`${mask.maker.type}\`, whose mask is ${printShape(mask.shape)}`, when: "run", at: atCall };
}

/** The mask that surely comes with a tensor, and the layer that made it. */
function maskOf(tensor: SymbolicTensor): { readonly shape: Shape; readonly maker: LayerValue } | undefined {
    let at: Application | undefined = tensor.producer;
    for (let count = 0; at && count < mostLayers; count++) {
        const target: Application["target"] = at.target;
        const layer = target.kind === "layer" ? target.applicable.layer : undefined;
        const [input, other]: readonly SymbolicTensor[] = at.inputs;
        if (target.kind !== "layer" || !layer || !input || other || target.callable) {
            return undefined;
        }
        const { name } = layer.spec;
        if (name === "Masking") {
            return input.shape && { shape: input.shape.slice(0, -1), maker: target };
        }
        if (name === "Embedding") {
            return layer.values["maskZero"] === true && input.shape ? { shape: input.shape, maker: target } : undefined;
        }
        at = passing.has(name) ? input.producer : undefined;
    }
    return undefined;
}

function cannotBroadcast(a: Shape, b: Shape): boolean {
    const one = constant(1);
    const isLong = (dim: Dim): boolean => compare(dim, one) === "different";
    return a.some((dim, index) => {
        const other = b[b.length - a.length + index];
        return other !== undefined && isLong(dim) && isLong(other) && compare(dim, other) === "different";
    });
}
