/** `const [loss, accuracy] = model.evaluate(x, y)` of a model for which that is one tensor: tensors cannot be iterated. */
import { unknownDatum } from "../../catalogue/datum.js";
import { atOption, type Fault } from "../../catalogue/fault.js";
import { given as toGiven, type GivenOptions, OptionList } from "../../catalogue/given.js";
import type { Evaluation, Place } from "../evaluation.js";
import { report } from "./reporting.js";
import type { Alone, Node } from "../values.js";

export function takenApart(e: Evaluation, { method, call, why }: Alone, pattern: Node): void {
    if (e.hasAsked) {
        return;
    }
    const result = `${method}()`;
    const fault: Fault = { kind: "option-value", option: result, given: `one tensor, as ${why}`, expected: "a list to be taken apart here", at: atOption(result) };
    const given: GivenOptions = { options: new OptionList([toGiven(result, unknownDatum, { node: pattern, property: undefined, holder: pattern } satisfies Place)]), open: false };
    report(e, { fault, call, application: call, callee: method, given, unread: [], spelling: undefined, layer: undefined, inputs: [], module: e.module });
}
