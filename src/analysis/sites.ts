/** Gathers what an evaluation met into one site for each call. */
import type { Event } from "../evaluator/evaluation.js";
import { appliedTo, madeBy } from "../evaluator/models/applying.js";
import type { CallNode, LayerValue, SymbolicTensor } from "../evaluator/values.js";
import { constant, identical, print, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { CallSite, ShapeEntry } from "./analysis.js";

interface Draft {
    readonly node: CallNode;
    readonly type: string;
    readonly name: string | undefined;
    params: Dim | undefined;
    paramsKnown: boolean;
    readonly shapes: ShapeEntry[];
    readonly sources: Set<CallNode>;
}

export function layerSites(events: readonly Event[]): CallSite[] {
    const drafts = new Map<CallNode, Draft>();
    for (const event of events) {
        if (event.kind === "layer" && event.confirmed) {
            const draft = draftOf(drafts, event.node, event.type, event.name);
            if (event.isInput) {
                addShape(draft, { inputs: [], outputs: event.applications[0]?.outputs ?? [] });
                addParams(draft, constant(0));
            }
        } else if (event.kind === "application" && event.target.kind === "layer" && event.target.confirmed) {
            const { target } = event;
            const draft = draftOf(drafts, target.node, target.type, target.name);
            const inputs = appliedTo(event);
            addShape(draft, { inputs, outputs: madeBy(event) });
            addParams(draft, target.applicable.params(inputs));
        }
    }
    addSources(drafts, events);
    return inOrder(drafts);
}

export function operationSites(events: readonly Event[]): CallSite[] {
    const drafts = new Map<CallNode, Draft>();
    for (const event of events) {
        if (event.kind === "operation") {
            addShape(draftOf(drafts, event.node, event.type, undefined), { inputs: event.inputs, outputs: event.outputs });
        }
    }
    return inOrder(drafts);
}

function draftOf(drafts: Map<CallNode, Draft>, node: CallNode, type: string, name: string | undefined): Draft {
    let draft = drafts.get(node);
    if (!draft) {
        draft = { node, type, name, params: undefined, paramsKnown: false, shapes: [], sources: new Set() };
        drafts.set(node, draft);
    }
    return draft;
}

/** Several layers made at one place have a number of weights together only if it is the same. */
function addParams(draft: Draft, params: Dim | undefined): void {
    if (!draft.paramsKnown) {
        draft.params = params;
        draft.paramsKnown = true;
    } else if (!draft.params || !params || !identical(draft.params, params)) {
        draft.params = undefined;
    }
}

const mostEntries = 1000;

function addShape(draft: Draft, entry: ShapeEntry): void {
    if (draft.shapes.length < mostEntries && !draft.shapes.some((other) => sameShapes(other.inputs, entry.inputs) && sameShapes(other.outputs, entry.outputs))) {
        draft.shapes.push(entry);
    }
}

function sameShapes(a: readonly (Shape | undefined)[], b: readonly (Shape | undefined)[]): boolean {
    return a.length === b.length && a.every((shape, index) => sameShape(shape, b[index]));
}

function sameShape(a: Shape | undefined, b: Shape | undefined): boolean {
    if (!a || !b) {
        return a === b;
    }
    return a.length === b.length && a.every((dim, axis) => sameDim(dim, b[axis]));
}

/** Two sizes of one name are one entry to whoever reads it: those of the first turn of a loop, and those of the others. */
function sameDim(a: Dim, b: Dim | undefined): boolean {
    return b !== undefined && (a === b || (a.kind === "unknown" && b.kind === "unknown") || identical(a, b) || (a.kind === "expression" && b.kind === "expression" && print(a) === print(b)));
}

function addSources(drafts: ReadonlyMap<CallNode, Draft>, events: readonly Event[]): void {
    for (const event of events) {
        if (event.kind !== "application") {
            continue;
        }
        const draft = drafts.get(event.target.node);
        for (const input of event.inputs) {
            const source = sourceOf(input);
            if (source && drafts.has(source)) {
                draft?.sources.add(source);
            }
        }
    }
}

function sourceOf(tensor: SymbolicTensor): CallNode | undefined {
    const target = tensor.producer?.target;
    if (target?.kind !== "model") {
        return target?.node;
    }
    const last: LayerValue | undefined = target.layers.filter((layer) => layer.kind === "layer").at(-1);
    return last?.node;
}

function inOrder(drafts: ReadonlyMap<CallNode, Draft>): CallSite[] {
    return [...drafts.values()]
        .map((draft): CallSite => ({ node: draft.node, type: draft.type, name: draft.name, params: draft.params, shapes: draft.shapes, sources: [...draft.sources] }))
        .sort((a, b) => a.node.range[0] - b.node.range[0] || a.node.range[1] - b.node.range[1]);
}
