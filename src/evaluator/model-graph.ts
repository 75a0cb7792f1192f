/** The graph of a functional model, in the library's order: tfjs-layers 4.22.0 src/engine/container.ts, Container. */
import type { Application, LayerValue, ModelValue } from "./values.js";

interface Walk {
    /** Every application that the outputs depend on, those of the inputs included, each behind what it needs. */
    readonly applications: readonly Application[];
    /** In the order in which they were first come to, from the outputs. */
    readonly layers: readonly (LayerValue | ModelValue)[];
}

let walks = 0;

/**
 * No recursion: models are deep. What was met is marked with the number of the walk: sets of thousands of applications would
 * cost more than the rest.
 */
function walk(model: ModelValue): Walk {
    const mark = ++walks;
    const applications: Application[] = [];
    const layers: (LayerValue | ModelValue)[] = [];
    const shared = new Set<LayerValue | ModelValue>();
    // An input may itself be made by a layer: what lies before it is no part of the model.
    const ends = new Set(model.inputs.map((input) => input.producer));
    const open: Application[] = [];
    const nexts: number[] = [];
    const enter = (application: Application | undefined): void => {
        if (application && application.mark !== mark) {
            application.mark = mark;
            application.depth = 0;
            addTo(layers, shared, application.target);
            open.push(application);
            nexts.push(ends.has(application) ? application.inputs.length : 0);
        }
    };
    for (const { producer } of model.outputs) {
        enter(producer);
        for (let application = open.at(-1); application; application = open.at(-1)) {
            const at = open.length - 1;
            const input = application.inputs[nexts[at] ?? 0];
            nexts[at] = (nexts[at] ?? 0) + 1;
            if (input) {
                enter(input.producer);
            } else {
                applications.push(application);
                open.pop();
                nexts.pop();
            }
        }
    }
    return { applications, layers };
}

/** Only what was applied more than once can be met again. */
function addTo(layers: (LayerValue | ModelValue)[], shared: Set<LayerValue | ModelValue>, target: LayerValue | ModelValue): void {
    if (target.applications.length > 1) {
        if (shared.has(target)) {
            return;
        }
        shared.add(target);
    }
    layers.push(target);
}

/** Those that are run, in an order in which they can be. */
export function applicationsInOrder(model: ModelValue): Application[] {
    const inputs = new Set(model.inputs.map(({ producer }) => producer));
    return walk(model).applications.filter((application) => application.inputs.length > 0 && !inputs.has(application));
}

/** Each layer once: first those that are farthest from the outputs, and of those equally far the ones that were come to first. */
export function layersOf(model: ModelValue): (LayerValue | ModelValue)[] {
    const { applications, layers } = walk(model);
    const depths = new Map<LayerValue | ModelValue, number>();
    for (const application of applications.toReversed()) {
        const depth = Math.max(application.depth, depths.get(application.target) ?? 0);
        depths.set(application.target, depth);
        for (const { producer } of application.inputs) {
            if (producer) {
                producer.depth = Math.max(depth + 1, producer.depth);
            }
        }
    }
    const depthOf = (layer: LayerValue | ModelValue): number => depths.get(layer) ?? 0;
    return layers.toSorted((a, b) => depthOf(b) - depthOf(a));
}
