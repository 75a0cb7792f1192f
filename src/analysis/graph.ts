/**
 * The layers as a graph: one node for each application, so that a layer made in a loop is there as often as the model
 * holds it. Call sites cannot tell that: a U-Net written with helpers has ten of them for seventy layers.
 */
import type { Event } from "../evaluator/evaluation.js";
import { paramsOf } from "../evaluator/models/models.js";
import type { Application, CallNode, LayerValue, ModelValue } from "../evaluator/values.js";
import { constant, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";

/** What a node takes in. */
export interface GraphEdge {
    /** The position of the node it comes from; undefined where that is not known, as for the input of a sequential model. */
    readonly node: number | undefined;
    readonly shape: Shape | undefined;
}

export interface GraphNode {
    readonly kind: "input" | "layer" | "model";
    /** The call that made it; undefined where that stands in another file. */
    readonly site: CallNode | undefined;
    /** What two applications of one layer have in common. */
    readonly layer: object;
    readonly type: string;
    readonly name: string | undefined;
    readonly sources: readonly GraphEdge[];
    readonly outputs: readonly (Shape | undefined)[];
    readonly params: Dim | undefined;
}

/** Every node stands after those it takes from. */
export type LayerGraph = readonly GraphNode[];

export function layerGraph(events: readonly Event[]): LayerGraph {
    const layers = new Set<LayerValue>();
    for (const event of events) {
        if (event.kind === "layer" && event.confirmed) {
            layers.add(event);
        }
    }
    const graph = new Builder(layers);
    for (const layer of layers) {
        if (layer.applications.length === 0) {
            graph.addUnapplied(layer);
        }
        for (const application of layer.applications) {
            graph.add(application);
        }
    }
    return graph.nodes;
}

class Builder {
    readonly nodes: GraphNode[] = [];
    /** By the list of inputs: an application that failed goes on as a copy that shares it. */
    private readonly positions = new Map<Application["inputs"], number>();
    private readonly here: object | undefined;

    constructor(private readonly layers: ReadonlySet<LayerValue>) {
        const [first] = layers;
        this.here = first?.module;
    }

    addUnapplied(layer: LayerValue): void {
        this.nodes.push({ kind: "layer", site: layer.node, layer, type: layer.type, name: layer.name, sources: [], outputs: [], params: layer.applicable.params([]) });
    }

    /** With all it depends on. No recursion: models are deep. */
    add(last: Application): void {
        const stack = [last];
        const opened = new Set<Application>();
        for (let next = stack.at(-1); next; next = stack.at(-1)) {
            const waiting = next.inputs.flatMap(({ producer }) => (producer && !this.positions.has(producer.inputs) && !opened.has(producer) && this.belongs(producer) ? [producer] : []));
            if (this.positions.has(next.inputs) || !this.belongs(next)) {
                stack.pop();
            } else if (waiting.length > 0) {
                opened.add(next);
                stack.push(...waiting.reverse());
            } else {
                stack.pop();
                this.positions.set(next.inputs, this.nodes.length);
                this.nodes.push(this.nodeOf(next));
            }
        }
    }

    /** Functions nobody calls are run more than once; layers of a run that was given up are in no event. */
    private belongs({ target, inputs }: Application): boolean {
        const isOurs = (one: LayerValue | ModelValue): boolean => one.kind === "model" || one.module !== this.here || this.layers.has(one);
        return isOurs(target) && inputs.every(({ producer }) => !producer || isOurs(producer.target));
    }

    private nodeOf({ target, inputs, outputs }: Application): GraphNode {
        const sources = inputs.map(({ producer, shape }): GraphEdge => ({ node: producer && this.positions.get(producer.inputs), shape }));
        const { name } = target;
        if (target.kind === "model") {
            return { kind: "model", site: target.node, layer: target, type: target.sequential ? "sequential" : "model", name, sources, outputs, params: paramsOf(target) };
        }
        return {
            kind: target.isInput ? "input" : "layer",
            site: this.layers.has(target) ? target.node : undefined,
            layer: target,
            type: target.type,
            name,
            sources,
            outputs,
            params: target.isInput ? constant(0) : target.applicable.params(inputs.map(({ shape }) => shape)),
        };
    }
}
