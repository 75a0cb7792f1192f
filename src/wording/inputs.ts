/** The words for an input of a layer or an operation. */
import type { Problem } from "../analysis/analysis.js";
import type { Fault } from "../catalogue/fault.js";

/** " as input 2", " as `filter`"; nothing where there is only one input. */
export function inputPlace({ inputs, given }: Problem["finding"], { at }: Fault): string {
    switch (at.kind) {
        case "input":
            return inputs.length > 1 ? ` as input ${at.index + 1}` : "";
        case "option":
            return given && given.options.all.length > 1 && given.options.get(at.name)?.datum.kind === "tensor" ? ` as \`${at.name}\`` : "";
        case "call":
            return "";
    }
}

/** Whether a layer's own `inputShape` has one dimension too many: the batch, which is none of its business. */
export function holdsBatch({ at, input, expected }: Extract<Fault, { kind: "input-rank" }>): boolean {
    return at.kind === "option" && at.name === "inputShape" && expected === `rank ${input.length - 1}`;
}

/** What the library does where it throws nothing, as a sentence of its own. */
export function effectOf({ effect }: Fault): string {
    return effect === undefined ? "" : ` TensorFlow.js ${effect}.`;
}
