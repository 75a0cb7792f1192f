/** `.apply` between a layer of TensorFlow.js and its arguments. */
import { applied } from "../../evaluator/models/called.js";
import type { Finding } from "../../evaluator/evaluation.js";
import { insert } from "../../fixes/edit.js";
import type { Candidate } from "./candidate.js";

export function applyCandidates(text: string, { call }: Finding): Candidate[] {
    // Parentheses around the callee stay there; where a comment stands between, it is left to the author.
    const between = /^[\s)]*/u.exec(text.slice(call.callee.range[1]))?.[0] ?? "";
    const at = call.callee.range[1] + between.trimEnd().length;
    if (text[call.callee.range[1] + between.length] !== "(") {
        return [];
    }
    return [
        {
            changes: "option",
            call,
            overrides: new Map([[applied, { kind: "boolean", value: true } as const]]),
            change: { edits: [insert(at, applied)], option: applied, value: "", shared: false },
            automatic: true,
        },
    ];
}
