/** The graph of a functional model, in the library's order: tfjs-layers 4.22.0 src/engine/container.ts, Container. */
import type { Application, LayerValue, ModelValue, SymbolicTensor } from "../values.js";

interface Walk {
    /** Every application that the outputs depend on, those of the inputs included, each behind what it needs. */
    readonly applications: readonly Application[];
    /** Of each layer, the one by which it was first come to, from the outputs. */
    readonly firsts: readonly Application[];
    /** Nobody knows what has made one of the tensors on the way: it is one of several. */
    readonly isPartial: boolean;
}

let walks = 0;

/**
 * No recursion: models are deep. What was met is marked with the number of the walk, and where it ends with the same below
 * zero: sets of thousands of applications would cost more than the rest.
 */
function walk(model: ModelValue): Walk {
    const mark = ++walks;
    const applications: Application[] = [];
    const firsts: Application[] = [];
    const shared = new Set<LayerValue | ModelValue>();
    // An input may itself be made by a layer: what lies before it is no part of the model.
    for (const { producer } of model.inputs) {
        if (producer) {
            producer.mark = -mark;
        }
    }
    const isStrange = (tensor: SymbolicTensor): boolean => tensor.producer === undefined && !model.inputs.includes(tensor);
    const open: Application[] = [];
    const nexts: number[] = [];
    let isPartial = model.outputs.some(isStrange);
    for (const output of model.outputs) {
        let next = output.producer;
        let at = -1;
        while (next !== undefined || at >= 0) {
            if (next && next.mark !== mark) {
                nexts[++at] = next.mark === -mark ? next.inputs.length : 0;
                open[at] = next;
                next.mark = mark;
                next.depth = 0;
                addTo(firsts, shared, next);
            }
            next = undefined;
            const application = at >= 0 ? open[at] : undefined;
            const input = application?.inputs[nexts[at] ?? 0];
            if (input) {
                nexts[at] = (nexts[at] ?? 0) + 1;
                next = input.producer;
                isPartial ||= isStrange(input);
            } else if (application) {
                applications.push(application);
                at--;
            }
        }
    }
    return { applications, firsts, isPartial };
}

/** Only what was applied more than once can be met again. */
function addTo(firsts: Application[], shared: Set<LayerValue | ModelValue>, application: Application): void {
    const { target } = application;
    if (isShared(target)) {
        if (shared.has(target)) {
            return;
        }
        shared.add(target);
    }
    firsts.push(application);
}

function isShared({ applications }: LayerValue | ModelValue): boolean {
    return applications.length > 1;
}

/** Those that are run, in an order in which they can be. */
export function applicationsInOrder(model: ModelValue): Application[] {
    const inputs = new Set(model.inputs.map(({ producer }) => producer));
    return walk(model).applications.filter((application) => application.inputs.length > 0 && !inputs.has(application));
}

/** Each layer once: first those that are farthest from the outputs, and of those equally far the ones that were come to first. */
export function layersOf(model: ModelValue): { readonly layers: (LayerValue | ModelValue)[]; readonly isPartial: boolean } {
    const { applications, firsts, isPartial } = walk(model);
    const shared = new Map<LayerValue | ModelValue, number>();
    for (let index = applications.length - 1; index >= 0; index--) {
        const application = applications[index];
        if (application) {
            spreadDepth(application, shared);
        }
    }
    return { layers: byDepth(firsts, shared), isPartial };
}

/** All that use what an application makes have been seen. */
function spreadDepth(application: Application, shared: Map<LayerValue | ModelValue, number>): void {
    const { target, inputs } = application;
    let { depth } = application;
    if (isShared(target)) {
        depth = Math.max(depth, shared.get(target) ?? 0);
        shared.set(target, depth);
    }
    for (const { producer } of inputs) {
        if (producer && producer.depth <= depth) {
            producer.depth = depth + 1;
        }
    }
}

/** Depths are small whole numbers: the deepest first, in places counted beforehand. */
function byDepth(firsts: readonly Application[], shared: ReadonlyMap<LayerValue | ModelValue, number>): (LayerValue | ModelValue)[] {
    const depths = new Array<number>(firsts.length);
    let most = 0;
    for (let index = 0; index < depths.length; index++) {
        const first = firsts[index];
        // A layer that was applied once is as far as its application.
        const depth = first ? (isShared(first.target) ? shared.get(first.target) : first.depth) : undefined;
        depths[index] = depth ?? 0;
        most = Math.max(most, depth ?? 0);
    }
    const places = new Array<number>(most + 2).fill(0);
    for (const depth of depths) {
        places[most - depth + 1] = (places[most - depth + 1] ?? 0) + 1;
    }
    for (let rank = 1; rank < places.length; rank++) {
        places[rank] = (places[rank] ?? 0) + (places[rank - 1] ?? 0);
    }
    const layers = new Array<LayerValue | ModelValue>(firsts.length);
    for (let index = 0; index < firsts.length; index++) {
        const first = firsts[index];
        const rank = most - (depths[index] ?? 0);
        const place = places[rank] ?? 0;
        if (first) {
            layers[place] = first.target;
        }
        places[rank] = place + 1;
    }
    return layers;
}
