/** From what an evaluation met to the mistakes in a program, each once. */
import type { Event, Finding, Place } from "../evaluator/evaluation.js";
import type { Node } from "../evaluator/values.js";
import { spellingOf } from "../fixes/spelling.js";
import type { SourceRange } from "./analysis.js";
import { producingSequence } from "./sequences.js";

/** What Keras-style code calls is a layer only once its use proves it. */
export function findingsIn(events: readonly Event[]): Finding[] {
    const findings: Finding[] = [];
    for (const event of events) {
        if (event.kind === "finding" && event.finding.layer?.confirmed !== false) {
            findings.push(event.finding);
        }
    }
    return findings;
}

/** Whether an object outside the call was written for the layer alone that the finding is about. */
export type IsWrittenFor = (finding: Finding, place: Place) => boolean;

/** A function called twice may show one mistake twice. */
export function distinctFindings(findings: readonly Finding[], isWrittenFor: IsWrittenFor): Finding[] {
    const seen = new Map<string, Finding>();
    for (const finding of findings) {
        const told = inProperWords(finding, isWrittenFor);
        const key = told && keyOf(told);
        if (key !== undefined && !seen.has(key)) {
            seen.set(key, told ?? finding);
        }
    }
    return [...seen.values()];
}

/** A finding as the kind of mistake it is, for which the way to the faulty input may have to be known. */
function inProperWords(finding: Finding, isWrittenFor: IsWrittenFor): Finding | undefined {
    const { fault } = finding;
    switch (fault.kind) {
        case "option-unread":
            return isMeantForTheLayer(finding, fault.option, isWrittenFor) ? finding : undefined;
        case "option-ignored":
            return standsInCall(finding, fault.option) ? finding : undefined;
        case "rnn-sequences":
        case "input-rank": {
            const { input, at } = fault;
            const producer = at.kind === "input" && at.index === 0 ? producingSequence(finding) : undefined;
            if (producer && (fault.kind === "rnn-sequences" || wantsSequence(finding, fault.expected, input.length))) {
                const { layer } = producer;
                const option = spellingOf({ ...finding, call: layer.node, given: layer.given, spelling: layer.spelling, unread: layer.unread, layer }, "returnSequences");
                return { ...finding, fault: { kind: "rnn-sequences", input, at, producer: layer.type, option } };
            }
            return atOwnShape(fault.kind === "input-rank" ? finding : { ...finding, fault: { kind: "input-rank", input, at, expected: `rank ${input.length + 1}` } });
        }
        case "input-undefined-axis":
        case "flatten-unknown":
            return atOwnShape(finding);
        default:
            return finding;
    }
}

/** Whether one axis more would be right, and that axis time: what flattens a last output has nothing to flatten at all. */
function wantsSequence({ layer }: Finding, expected: string, rank: number): boolean {
    return expected === `rank ${rank + 1}` || (expected === `at least rank ${rank + 1}` && layer?.applicable.layer?.spec.name === "TimeDistributed");
}

/** What a first layer gets is what it declares: that is the thing to change. */
function atOwnShape(finding: Finding): Finding {
    const { fault, layer, inputs: [input] } = finding;
    const isOwn = fault.at.kind === "input" && input?.kind === "symbolic" && input.producer === undefined && input.shape !== undefined && input.shape === layer?.inputShape;
    const option = isOwn ? ["batchInputShape", "inputShape"].find((name) => placeOf(finding, name)) : undefined;
    return option === undefined ? finding : { ...finding, fault: { ...fault, at: { kind: "option", name: option } } };
}

/**
 * Whether an option that is not read was written for this very layer. An object that several calls share may hold what
 * only some of them read; what stands there is meant for this one if its word is another for an option that is not given.
 * In Keras style nobody knows the library behind a name, so only the words of Keras' own versions count.
 */
function isMeantForTheLayer(finding: Finding, option: string, isWrittenFor: IsWrittenFor): boolean {
    const unread = finding.unread.find((one) => one.spelling === option);
    const replaces = unread?.means !== undefined && finding.given?.options.has(unread.means) === false;
    return finding.spelling?.library === "keras" ? replaces && standsInCall(finding, option) : replaces || standsInCall(finding, option) || isInOwnObject(finding, option, isWrittenFor);
}

function isInOwnObject(finding: Finding, option: string, isWrittenFor: IsWrittenFor): boolean {
    const place = placeOf(finding, option);
    return place !== undefined && isWrittenFor(finding, place);
}

/** An object that several calls share may hold what only some of them heed. */
function standsInCall(finding: Finding, option: string): boolean {
    const property = placeOf(finding, option)?.property;
    return property !== undefined && contains(finding.call, property);
}

/** What makes two findings the same mistake: its kind, and where it stands. */
export function keyOf(finding: Finding): string {
    const [{ start, end } = { start: 0, end: 0 }] = rangesOf(finding);
    const what = finding.fault.at.kind === "option" ? finding.fault.at.name : finding.fault.at.kind;
    // Each call of another module's function is a mistake of its own.
    const by = finding.caller ? ` ${finding.caller.node.range.join(" ")}` : "";
    return `${finding.fault.kind} ${start} ${end} ${what}${by}`;
}

/** Where a finding can be reported, the smallest thing to change first. */
export function rangesOf(finding: Finding): SourceRange[] {
    return nodesOf(finding).map(({ range: [start, end] }) => ({ start, end }));
}

/** The nodes to point at, the best first: not all of them need to stand in the file under judgement. */
export function nodesOf(finding: Finding): Node[] {
    const { fault, call, application, caller } = finding;
    const best = fault.at.kind === "option" ? optionNode(finding, fault.at) : fault.at.kind === "input" || fault.kind === "nested" ? inputNode(finding) : call;
    return [...(best ? [best] : []), call, application, ...(caller ? [caller.node] : [])];
}

/** An option's value, or its name where that is what is wrong, or one element of its list. */
function optionNode(finding: Finding, at: { readonly name: string; readonly axis?: number }): Node | undefined {
    const place = placeOf(finding, at.name);
    if ((finding.fault.kind === "option-unread" || finding.fault.kind === "option-ignored") && place?.property?.type === "Property") {
        return place.property.key;
    }
    const element = at.axis === undefined ? undefined : finding.given?.options.get(at.name)?.elements?.[at.axis];
    if (element?.place) {
        return asPlace(element.place).node;
    }
    return place && (at.axis === undefined ? place.node : (elementOf(place.node, at.axis) ?? place.node));
}

/** The argument that passes the faulty input; the layer itself where a model joins it to the one before. */
function inputNode({ application, call, fault }: Finding): Node | undefined {
    const index = fault.at.kind === "input" ? fault.at.index : 0;
    const { callee } = application;
    const method = callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : undefined;
    const isApplied = method === "apply" || method === "call" || !isModelBuilder(method, callee);
    const [first, second] = application.arguments;
    if (!isApplied) {
        // The layer itself stands in the call that adds it, or elsewhere.
        return method === "add" && (call === application || !contains(application, call)) ? first : call;
    }
    return first && (elementOf(first, index) ?? (index === 0 ? first : (second ?? first)));
}

/** `model.add(…)`, `tf.sequential(…)`, `new Sequential(…)`. */
function isModelBuilder(method: string | undefined, callee: Node): boolean {
    const name = method ?? (callee.type === "Identifier" ? callee.name : "");
    return ["add", "sequential", "Sequential"].includes(name);
}

/** The element of a list written in place. */
export function elementOf(node: Node, index: number): Node | undefined {
    if (node.type !== "ArrayExpression" || node.elements.slice(0, index + 1).some((element) => element?.type === "SpreadElement")) {
        return undefined;
    }
    return node.elements[index] ?? undefined;
}

/** Where an option stands in the source, by its canonical name or, for those the library does not read, as spelt. */
export function placeOf(finding: Finding, option: string): Place | undefined {
    const given = finding.given?.options.get(option) ?? finding.unread.find((unread) => unread.spelling === option)?.given;
    return given?.place && asPlace(given.place);
}

/** The evaluator is the only one that makes places. */
function asPlace(place: object): Place {
    return place as Place;
}

export function contains(outer: Node, inner: Node): boolean {
    return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

