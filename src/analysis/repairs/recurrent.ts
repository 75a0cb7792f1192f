/** What a recurrent layer does not return unless it is asked to: its sequence, which a later layer takes, and its states. */
import type { Event, Finding } from "../../evaluator/evaluation.js";
import type { LayerValue } from "../../evaluator/values.js";
import { setFlag } from "../../fixes/options.js";
import { producingSequence, recurrentIn } from "../sequences.js";
import type { Candidate } from "./candidate.js";

export function sequenceCandidates(text: string, events: readonly Event[], finding: Finding): Candidate[] {
    const producer = producingSequence(finding);
    return producer ? asked(text, events, finding, producer.layer, "returnSequences", producer.direct) : [];
}

/** `returnState: true` for a layer whose result is taken apart: whether that was meant is a guess. */
export function stateCandidates(text: string, events: readonly Event[], finding: Finding): Candidate[] {
    return finding.layer ? asked(text, events, finding, finding.layer, "returnState", false) : [];
}

/** The layer asked for more, or the one that it wraps. */
function asked(text: string, events: readonly Event[], finding: Finding, layer: LayerValue, option: "returnSequences" | "returnState", direct: boolean): Candidate[] {
    const target = recurrentLayer(events, layer);
    const change = target && setFlag(text, callOf(finding, target), option, true);
    if (!change) {
        return [];
    }
    const overrides = new Map([[option, { kind: "boolean", value: true } as const]]);
    // One call that makes both layers would change for the later one as well.
    const automatic = direct && target.given?.options.has(option) !== true && target.node !== finding.call;
    return [{ changes: "option", call: target.node, overrides, change, automatic, target: target.type, ...(option === "returnSequences" ? { mayReveal: "rnn-sequences" } : {}) }];
}

/** Inside a bidirectional layer, it is the layer it wraps that has the options. */
function recurrentLayer(events: readonly Event[], layer: LayerValue): LayerValue | undefined {
    const applicable = recurrentIn(layer.applicable);
    if (applicable === layer.applicable) {
        return layer;
    }
    for (const event of events) {
        if (event.kind === "application" && event.target.kind === "layer" && event.target.applicable === applicable) {
            return event.target;
        }
    }
    return undefined;
}

function callOf(finding: Finding, layer: LayerValue): Finding {
    return { ...finding, call: layer.node, given: layer.given, spelling: layer.spelling, unread: layer.unread, layer };
}
