/** Promises: an async call gives a promise of its value, and `await` or `then` gives the value back. */
import type { Value } from "./values.js";

export function awaited(value: Value): Value {
    let at = value;
    while (at.kind === "promise") {
        at = at.value;
    }
    return at;
}
