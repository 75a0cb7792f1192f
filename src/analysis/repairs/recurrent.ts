/** What a recurrent layer does not return unless it is asked to: its sequence, which a later layer takes, and its states. */
import { tfjsSpelling } from "../../apis/tfjs.js";
import type { Finding } from "../../evaluator/evaluation.js";
import type { LayerValue } from "../../evaluator/values.js";
import { setFlag } from "../../fixes/options.js";
import { placeOf } from "../findings.js";
import { producingSequence } from "../sequences.js";
import type { Candidate } from "./candidate.js";

export function sequenceCandidates(text: string, finding: Finding): Candidate[] {
    const producer = producingSequence(finding);
    const target = producer && recurrentCall(finding, producer.layer);
    const change = target && setFlag(text, target, "returnSequences", true);
    if (!producer || !target || !change) {
        return [];
    }
    const declared = target.given?.options.has("returnSequences") === true;
    const overrides = new Map([["returnSequences", { kind: "boolean", value: true } as const]]);
    // One call that makes both layers would change for the later one as well.
    const automatic = producer.direct && !declared && target.call !== finding.call;
    return [{ changes: "option", call: target.call, overrides, change, automatic, mayReveal: "rnn-sequences", target: producer.layer.type }];
}

/** `returnState: true` for a layer whose result is taken apart: whether that was meant is a guess. */
export function stateCandidates(text: string, finding: Finding): Candidate[] {
    const { layer } = finding;
    const target = layer && recurrentCall(finding, layer);
    const change = target && setFlag(text, target, "returnState", true);
    return target && change
        ? [{ changes: "option", call: target.call, overrides: new Map([["returnState", { kind: "boolean", value: true } as const]]), change, automatic: false, target: layer.type }]
        : [];
}

/** The call that holds the options of the recurrent layer: inside a bidirectional one, that of the layer it wraps. */
function recurrentCall(finding: Finding, layer: LayerValue): Finding | undefined {
    const own: Finding = { ...finding, call: layer.node, given: layer.given, spelling: layer.spelling, unread: layer.unread, layer };
    if (layer.spelling?.spec.name !== "Bidirectional") {
        return own;
    }
    const inner = placeOf(own, "layer")?.node;
    if (inner?.type !== "CallExpression" || inner.callee.type !== "MemberExpression" || inner.callee.property.type !== "Identifier") {
        return undefined;
    }
    const [options] = inner.arguments;
    const names = options?.type === "ObjectExpression" ? options.properties.map((property) => (property.type === "Property" && property.key.type === "Identifier" ? property.key.name : undefined)) : [undefined];
    const isPlain = !names.includes(undefined) && !names.includes("returnSequences");
    return isPlain ? { ...own, call: inner, given: undefined, spelling: tfjsSpelling(inner.callee.property.name), unread: [] } : undefined;
}
