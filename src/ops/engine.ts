/** Runs an operation's entry: reads its arguments, asks its shape function. */
import type { Datum } from "../catalogue/datum.js";
import type { Fault } from "../catalogue/fault.js";
import { type GivenOptions } from "../catalogue/given.js";
import { readOptions } from "../catalogue/read.js";
import { isSettled, lastingReadings, ofNoProgram, type RecentReadings } from "../catalogue/recent-readings.js";
import type { Shape } from "../shapes/shape.js";
import type { OpOutcome, OpResult, OpSpec, OutputDtype } from "./spec.js";
import type { Stuck } from "./stuck.js";

export interface OpCall {
    readonly outcome: OpOutcome | undefined;
    /** Of what comes out, where that is known. */
    readonly dtype?: OutputDtype;
    readonly values?: Datum | undefined;
    /** What has no gradient. */
    readonly stuck?: Stuck | undefined;
    readonly faults: readonly Fault[];
    /** Only where there is no fault. */
    readonly advice?: Fault | undefined;
}

export type RecentCalls = RecentReadings<OpSpec, OpCall>;

const recent: RecentCalls = lastingReadings();

/** `own`: for calls that hold what is of the program alone. */
export function applyOp(spec: OpSpec, given: GivenOptions, own?: RecentCalls): OpCall {
    const before = recent.known(spec, given) ?? own?.known(spec, given);
    if (before) {
        return before;
    }
    const plain = ofNoProgram(given);
    if (plain) {
        return recent.keep(spec, plain, computed(spec, plain));
    }
    const call = computed(spec, given);
    return own && isSettled(given) ? own.keep(spec, given, call) : call;
}

/** After a refused or missing argument nothing more is said: those that follow may only stand in the wrong place. */
function computed(spec: OpSpec, given: GivenOptions): OpCall {
    const { values, faults } = readOptions(spec.args, given);
    if (faults.length > 0) {
        return { outcome: undefined, faults: spec.named ? faults : faults.slice(0, 1) };
    }
    const outcome = toOpOutcome(spec.output(values));
    if (outcome?.kind === "fault") {
        return { outcome: outcome.shape && { kind: "tensor", shape: outcome.shape }, faults: outcome.faults };
    }
    return { outcome, dtype: spec.dtype?.(values), values: spec.values?.(values), stuck: spec.stuck?.(values), faults, advice: spec.advise?.(values) };
}

function toOpOutcome(result: OpResult): OpOutcome | undefined {
    if (result === undefined) {
        return undefined;
    }
    if (isShape(result)) {
        return { kind: "tensor", shape: result };
    }
    switch (result.kind) {
        case "tensor":
        case "tensors":
        case "many":
        case "record":
        case "number":
        case "fault":
            return result;
        default:
            return { kind: "fault", faults: [result] };
    }
}

function isShape(result: OpResult): result is Shape {
    return Array.isArray(result);
}
