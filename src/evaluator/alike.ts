/** Layers and models that were made in the same way: by the same calls, of the same options, for the same shapes. */
import { isSameDatum, type Datum } from "../catalogue/datum.js";
import type { GivenOptions } from "../catalogue/given.js";
import { identical } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { birth } from "./making.js";
import type { Compilation, LayerValue, ModelValue, SymbolicTensor } from "./values.js";

export function isAlikeLayer(a: LayerValue, b: LayerValue, anyName = false): boolean {
    return a.node === b.node && a.spelling === b.spelling && a.instance === undefined && b.instance === undefined && a.isInput === b.isInput && (a.given === b.given || isSameMaking(a.given, b.given, anyName));
}

function isSameMaking(a: GivenOptions | undefined, b: GivenOptions | undefined, anyName: boolean): boolean {
    return a !== undefined && b !== undefined && !a.open && !b.open && a.options.all.length === b.options.all.length && a.options.all.every(({ name, datum }) => (anyName && name === "name" ? b.options.has(name) : isSame(datum, b.options.get(name)?.datum)));
}

/** What two layers of a list have in common that are made alike, but for their names. */
export function commonLayer(a: LayerValue, b: LayerValue): LayerValue | undefined {
    if (a === b || isAlikeLayer(a, b)) {
        return a;
    }
    if (!isAlikeLayer(a, b, true)) {
        return undefined;
    }
    const nameless = [a, b].find((one) => one.isOneOf && one.name === undefined);
    return nameless ?? { ...someLayer(a), name: undefined, isUnnamed: undefined };
}

/** One of several layers that are alike: whether it has been applied before is not known, nor whether it is another one the next time. */
export function someLayer(layer: LayerValue): LayerValue {
    return { ...layer, born: birth(), applications: [], isOneOf: true };
}

/** What a caller passes is the same to both. */
function isSame(a: Datum, b: Datum | undefined): boolean {
    return b !== undefined && (isSameDatum(a, b) || (a.kind === "parameter" && b.kind === "parameter" && identical(a.dim, b.dim)));
}

const deepest = 5;
const mostLayers = 1000;

function isAlikeModel(a: ModelValue, b: ModelValue, depth = 0): boolean {
    return (
        a.node === b.node &&
        !a.open &&
        !b.open &&
        a.sequential === b.sequential &&
        a.layers.length === b.layers.length &&
        a.layers.length <= mostLayers &&
        depth < deepest &&
        haveSameShapes(a.inputs, b.inputs) &&
        haveSameShapes(a.outputs, b.outputs) &&
        a.layers.every((one, index) => {
            const other = b.layers[index];
            return one === other || (one.kind === "model" ? other?.kind === "model" && isAlikeModel(one, other, depth + 1) : other?.kind === "layer" && isAlikeLayer(one, other));
        })
    );
}

function haveSameShapes(a: readonly SymbolicTensor[], b: readonly SymbolicTensor[]): boolean {
    return a.length === b.length && a.every(({ shape }, index) => isSameShape(shape, b[index]?.shape));
}

function isSameShape(a: Shape | undefined, b: Shape | undefined): boolean {
    return a !== undefined && b !== undefined && a.length === b.length && a.every((dim, axis) => dim === b[axis] || (b[axis] !== undefined && identical(dim, b[axis])));
}

/**
 * A model that is one of two, which are alike: changing it changes one of them, it is not known which, and whatever changes
 * one of them perhaps changes it (see Heap.touch).
 */
export function joinModels(a: ModelValue, b: ModelValue): ModelValue | undefined {
    if (!isAlikeModel(a, b)) {
        return undefined;
    }
    const [joint, other] = a.among ? [a, b] : b.among ? [b, a] : [undefined, b];
    if (joint) {
        link(joint, other);
        // Whether somebody has trained or run it may differ.
        joint.inner = joint.inner === other.inner ? joint.inner : "unknown";
        joint.compiled = bothCompiled(joint, other);
        return joint;
    }
    const made: ModelValue = { ...a, born: birth(), layers: a.layers.slice(), applications: [], inner: a.inner === b.inner ? a.inner : "unknown", compiled: bothCompiled(a, b), among: [], standIns: undefined };
    link(made, a);
    link(made, b);
    return made;
}

function bothCompiled(a: ModelValue, b: ModelValue): Compilation {
    return a.compiled.kind === "none" && b.compiled.kind === "none" ? a.compiled : { kind: "unknown" };
}

function link(joint: ModelValue, one: ModelValue): void {
    if (!joint.among?.includes(one)) {
        joint.among?.push(one);
        one.standIns ??= [];
        one.standIns.push(joint);
    }
}

/** A layer that is one of two which are alike: whether it has been applied before is not known. */
export function joinLayers(a: LayerValue, b: LayerValue): LayerValue | undefined {
    if (!isAlikeLayer(a, b)) {
        return undefined;
    }
    return a.isOneOf ? a : b.isOneOf ? b : someLayer(a);
}
