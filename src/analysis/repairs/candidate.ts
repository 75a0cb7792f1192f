/** Changes worth trying. */
import type { Datum } from "../../catalogue/datum.js";
import type { Finding } from "../../evaluator/evaluation.js";
import type { Fault } from "../../catalogue/fault.js";
import type { CallNode } from "../../evaluator/values.js";
import type { Change } from "../../fixes/edit.js";
import type { Repair } from "../analysis.js";

/** A change of one call. */
export interface Part {
    /** The call whose options the trial overrides. */
    readonly call: CallNode;
    readonly overrides: ReadonlyMap<string, Datum>;
    readonly change: Change;
}

export interface Candidate extends Part {
    readonly changes: Repair["changes"];
    /** What other calls need as well: the same change. */
    readonly along?: readonly Part[];
    /** Adding what is missing, or correcting what is contradicted, may be done unasked; changing what was declared may not. */
    readonly automatic: boolean;
    /** The problem may stay in a more exact form, as the nearest stride leaves a length that is off: whether this is one. */
    readonly mayRemain?: (remaining: Finding) => boolean;
    /** Further problems of this kind may come to light: what follows an unknown shape could not be judged before. */
    readonly mayReveal?: Fault["kind"];
    /** What is declared is then legal, and the library makes something else all the same. */
    readonly comesNear?: true;
    /** Another way to write the same, for where this one does harm to others. */
    readonly otherwise?: Candidate;
    /** As spelt, the layer it changes when that is not the one reported. */
    readonly target?: string;
}

export function partsOf(candidate: Candidate): readonly Part[] {
    return candidate.along ? [candidate, ...candidate.along] : [candidate];
}
