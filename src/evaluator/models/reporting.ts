/** What the libraries would complain of, noted where it happens. */
import type { Fault } from "../../catalogue/fault.js";
import { unknownDatum } from "../../catalogue/datum.js";
import { given as toGiven, type GivenOptions, OptionList } from "../../catalogue/given.js";
import { applicableOf } from "../../layers/engine.js";
import type { Evaluation, Finding, Place } from "../evaluation.js";
import type { CallNode, LayerValue, Node, Value } from "../values.js";

export function reportLayer(e: Evaluation, layer: LayerValue, fault: Fault, application: CallNode, inputs: readonly Value[] = []): void {
    const inner = fault.within && wrappedBy(e, layer);
    if (inner && fault.within) {
        reportLayer(e, inner, { ...fault, at: fault.within, within: undefined }, application, inputs);
        return;
    }
    report(e, { fault, call: layer.node, application, callee: layer.type, given: layer.given, unread: layer.unread, spelling: layer.spelling, layer, inputs, module: layer.module });
}

/** What a call is told of where it stands by itself: an operation, a method, a model. */
export function reportCall(e: Evaluation, call: CallNode, callee: string, fault: Fault, { given, layer, model, inputs = [] }: Partial<Pick<Finding, "given" | "layer" | "model" | "inputs">> = {}): void {
    report(e, { fault, call, application: call, callee, given, unread: [], spelling: undefined, layer, ...(model ? { model } : {}), inputs, module: e.module });
}

/** The one thing that a report is about, under the name by which its fault points at it. */
export function pointedAt(name: string, node: Node | undefined, holder: Node): GivenOptions {
    const place: Place | undefined = node && { node, property: undefined, holder };
    return { options: new OptionList([toGiven(name, unknownDatum, place)]), open: false };
}

/** Where there is no call: nothing is asked of an expression but where it stands. */
export function reportExpression(e: Evaluation, node: Node, callee: string, fault: Fault, given?: GivenOptions): void {
    reportCall(e, node as CallNode, callee, fault, { given });
}

/** The layer that another one wraps, as the program made it. */
function wrappedBy(e: Evaluation, { given }: LayerValue): LayerValue | undefined {
    const inner = given?.options.get("layer")?.datum;
    const of = inner && applicableOf(inner);
    return of && e.handedOn.get(of);
}

function report(e: Evaluation, finding: Finding): void {
    // Most of what is told is thrown.
    e.heap.risk();
    const caller = e.callerOf(finding);
    e.record({ kind: "finding", finding: caller ? { ...finding, caller } : finding });
}
