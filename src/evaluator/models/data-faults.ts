/** How a model that is given data says what is wrong with them, or with itself. */
import type { Fault, FaultPlace } from "../../catalogue/fault.js";
import type { GivenOptions } from "../../catalogue/given.js";
import type { Outcome } from "../../layers/spec.js";
import type { Arguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import { handedFault } from "./execution.js";
import { reportCall } from "./reporting.js";
import { shapesFor } from "./model-shapes.js";
import type { DataMethod } from "./training-methods.js";
import type { CallNode, ModelValue } from "../values.js";

export function tell(e: Evaluation, model: ModelValue, method: DataMethod, fault: Fault, given: GivenOptions, args: Arguments, node: CallNode): void {
    const inputs = isForValidation(fault.at) ? [] : args.values;
    reportCall(e, node, method, fault, { given, model, inputs });
}

export function tellWithin(e: Evaluation, model: ModelValue, method: DataMethod, outcome: Outcome, given: GivenOptions, args: Arguments, node: CallNode): void {
    const fault = model.keras ? undefined : refusedWithin(e, model, outcome);
    if (fault) {
        tell(e, model, method, fault, given, args, node);
    }
}

/** Faults that a layer has for these data and not for any: what it cannot take, the library refuses when it runs. */
const refused: ReadonlySet<Fault["kind"]> = new Set(["input-rank", "input-size", "input-count", "merge", "merge-rank", "reshape-size"]);

export function refusedWithin(e: Evaluation, model: ModelValue, outcome: Outcome): Fault | undefined {
    const fault = outcome?.kind === "fault" ? outcome.faults[0] : undefined;
    return fault?.kind === "nested" && refused.has(fault.inner.kind) && !isBroken(e, model) ? fault : undefined;
}

/** The model's own inputs have shown it already. */
function isBroken(e: Evaluation, model: ModelValue): boolean {
    return shapesFor(e, model, model.inputs.map(({ shape }) => shape))?.kind === "fault";
}

/** What a model makes of data that stand elsewhere than in the first argument. */
export function standingAt(at: FaultPlace, fault: Fault | undefined): Fault | undefined {
    return fault?.kind === "nested" && isForValidation(at) ? { ...fault, at } : fault;
}

function isForValidation(at: FaultPlace): boolean {
    return at.kind === "option" && at.name === "validationData";
}

/** What goes wrong in training alone. */
export function handedInTraining(e: Evaluation, model: ModelValue): Fault | undefined {
    return e.handsOn && !handedFault(e, model, false) ? handedFault(e, model, true)?.fault : undefined;
}
