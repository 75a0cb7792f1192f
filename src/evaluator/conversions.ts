/** Objects where a number or a text is asked for: their own `valueOf` and `toString` are called. */
import { plainArguments } from "./arguments.js";
import type { Evaluation } from "./evaluation.js";
import { invoke } from "./functions.js";
import { inherited } from "./members.js";
import { havoc } from "./unseen.js";
import { unknown } from "./making.js";
import type { Value } from "./values.js";

export function toPrimitive(e: Evaluation, value: Value, wanted: "number" | "string"): Value {
    if (value.kind !== "object" || value.frozen) {
        return value;
    }
    const names = wanted === "number" ? ["valueOf", "toString"] : ["toString", "valueOf"];
    for (const name of names) {
        const method = value.fields.get(name) ?? inherited(value, name);
        if (method?.value.kind === "function") {
            return invoke(e, method.value, value, plainArguments([]));
        }
    }
    if (value.open) {
        e.heap.lose(value);
        havoc(e);
    }
    return unknown;
}
