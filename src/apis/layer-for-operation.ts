/** Layers that do in a model what an operation does with values. */
import { tfjsSpelling } from "./tfjs.js";

/** Those that have other names. */
export const layersByOperation: ReadonlyMap<string, string> = new Map([
    ["avgPool", "averagePooling2d"],
    ["batchNorm", "batchNormalization"],
    ["concat", "concatenate"],
    ["expandDims", "reshape"],
    ["image.resizeBilinear", "resizing"],
    ["image.resizeNearestNeighbor", "resizing"],
    ["leakyRelu", "leakyReLU"],
    ["matMul", "dot"],
    ["maxPool", "maxPooling2d"],
    ["mul", "multiply"],
    ["pad", "zeroPadding2d"],
    ["relu", "reLU"],
    ["sigmoid", "activation"],
    ["squeeze", "reshape"],
    ["tanh", "activation"],
    ["transpose", "permute"],
]);

/** By the operation's path below `tf`; undefined where there is none. */
export function layerForOperation(name: string): string | undefined {
    return layersByOperation.get(name) ?? (tfjsSpelling(name) ? name : undefined);
}
