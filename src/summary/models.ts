/** The models of a file: what hangs together in its graph of layers, and what is wrong in it. */
import type { CallSite } from "../analysis/analysis.js";
import type { GraphNode, LayerGraph } from "../analysis/graph.js";
import type { FileSummary } from "./file-summary.js";
import { plural, printOutput } from "./text.js";

export interface ModelNode extends GraphNode {
    /** 1-based; undefined where it stands in another file. */
    readonly line: number | undefined;
    /** An earlier node is the same layer. */
    readonly shared: boolean;
    /** What is wrong with it, in the words of the rules. */
    readonly messages: readonly string[];
}

export interface Model {
    readonly nodes: readonly ModelNode[];
    /** False for layers that are applied to nothing and lead nowhere. */
    readonly connected: boolean;
}

/** In the order in which they are made. Layers that are not connected to any other come last, as one. */
export function modelsOf(summary: FileSummary): Model[] {
    const graph = summary.analysis.graph ?? graphOfSites(summary.analysis.layers);
    const groups = componentsOf(graph);
    const connected = groups.filter((group) => group.length > 1);
    const lonely = groups.filter((group) => group.length === 1).flat();
    const describe = describer(summary, graph);
    const models = connected.map((group): Model => ({ nodes: describe(group), connected: true }));
    return lonely.length > 0 ? [...models, { nodes: describe(lonely), connected: false }] : models;
}

/** By its lines, as a model's variable may have any name or none. */
export function titleOf({ nodes, connected }: Model): string {
    if (!connected) return nodes.length === 1 ? "A layer that is not connected to others" : "Layers that are not connected to others";
    const lines = nodes.flatMap(({ line }) => line ?? []);
    const first = lines.reduce((a, b) => Math.min(a, b), Infinity);
    const last = lines.reduce((a, b) => Math.max(a, b), first);
    const count = plural(nodes.filter(({ shared }) => !shared).length, "layer");
    return `Model at ${first === last ? `line ${first}` : `lines ${first}–${last}`}, ${count}`;
}

/** Nodes of one group, with sources counted inside the group. */
function describer(summary: FileSummary, graph: LayerGraph): (group: readonly number[]) => ModelNode[] {
    const messages = messagesOf(summary, graph);
    const first = new Map<object, number>();
    for (const [position, node] of graph.entries()) {
        if (!first.has(node.layer)) first.set(node.layer, position);
    }
    return (group) => {
        const inside = new Map(group.map((position, index) => [position, index]));
        return group.flatMap((position) => {
            const node = graph[position];
            if (node === undefined) return [];
            return {
                ...node,
                sources: node.sources.map((edge) => ({ ...edge, node: edge.node === undefined ? undefined : inside.get(edge.node) })),
                line: node.site && summary.locate(node.site.range[0]).line,
                shared: first.get(node.layer) !== position,
                messages: messages.get(position) ?? [],
            };
        });
    };
}

/** Which problems belong to which node: to the layer itself, or else to all that were made by the same call. */
function messagesOf({ analysis, problems, locate }: FileSummary, graph: LayerGraph): Map<number, string[]> {
    const found = new Map<number, string[]>();
    for (const { range, finding } of analysis.problems) {
        const { line, column } = locate(range.start);
        const messages = problems.filter((one) => one.line === line && one.column === column).map(({ message }) => message);
        if (messages.length === 0) {
            // Advice, which a summary leaves out.
            continue;
        }
        const same = graph.flatMap(({ layer }, position) => (layer === finding.layer ? [position] : []));
        const made = graph.flatMap(({ site }, position) => (site === finding.call ? [position] : []));
        for (const position of same.length > 0 ? same : made) {
            found.set(position, [...new Set([...(found.get(position) ?? []), ...messages])]);
        }
    }
    return found;
}

/** Groups of positions that are joined by edges, each in order. */
function componentsOf(graph: LayerGraph): number[][] {
    const parents = graph.map((_, position) => position);
    const rootOf = (position: number): number => {
        let root = position;
        for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) {
            parents[root] = parents[parent] ?? parent;
            root = parent;
        }
        return root;
    };
    for (const [position, { sources }] of graph.entries()) {
        for (const { node } of sources) {
            if (node !== undefined) parents[rootOf(node)] = rootOf(position);
        }
    }
    const groups = new Map<number, number[]>();
    for (const position of graph.keys()) {
        const root = rootOf(position);
        const group = groups.get(root);
        if (group) group.push(position);
        else groups.set(root, [position]);
    }
    return [...groups.values()];
}

/**
 * One node for each call: all there is where a program was judged in two data formats at once. A call that made several
 * layers has the outputs of all of them, if they are few.
 */
export function graphOfSites(sites: readonly CallSite[]): LayerGraph {
    const order = inOrder(sites);
    const positions = new Map(order.map(({ node }, position) => [node, position]));
    return order.map((site, position): GraphNode => {
        const { node, type, name, params, shapes, sources } = site;
        const distinct = new Map(shapes.flatMap((entry) => entry.outputs).map((shape) => [printOutput(shape), shape]));
        const outputs = distinct.size > mostOutputs ? [undefined] : [...distinct.values()];
        // A call in a loop takes from itself, and from what comes later.
        const before = sources.flatMap((source) => positions.get(source) ?? []).filter((source) => source < position);
        const edges = before.map((source) => ({ node: source, shape: shapeBetween(order[source]) }));
        const kind = shapes.length > 0 && shapes.every(({ inputs }) => inputs.length === 0) ? "input" : "layer";
        return { kind, site: node, layer: node, type, name, params, outputs, sources: edges };
    });
}

const mostOutputs = 3;

function shapeBetween(source: CallSite | undefined): GraphNode["outputs"][number] {
    const [entry] = source?.shapes ?? [];
    return source?.shapes.length === 1 && entry?.outputs.length === 1 ? entry.outputs[0] : undefined;
}

/** Sources first, as far as there are no circles. No recursion: models are deep. */
function inOrder(sites: readonly CallSite[]): CallSite[] {
    const byNode = new Map(sites.map((site) => [site.node, site]));
    const opened = new Set<CallSite>();
    const order = new Set<CallSite>();
    for (const last of sites) {
        const stack = [last];
        for (let next = stack.at(-1); next; next = stack.at(-1)) {
            const waiting = opened.has(next) ? [] : next.sources.flatMap((source) => byNode.get(source) ?? []).filter((source) => !opened.has(source));
            opened.add(next);
            if (waiting.length > 0) {
                stack.push(...waiting.reverse());
            } else {
                stack.pop();
                order.add(next);
            }
        }
    }
    return [...order];
}
