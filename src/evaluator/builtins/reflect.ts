/** `Reflect.apply` and `Reflect.construct`: calls whose arguments are a list. */
import { callValue, constructValue } from "../calls.js";
import type { Evaluation } from "../evaluation.js";
import { listed } from "../function-methods.js";
import { undefinedValue, unknown } from "../making.js";
import type { BuiltinCall } from "../values.js";

export function reflectFunctions(e: Evaluation): Readonly<Record<string, BuiltinCall>> {
    return {
        apply: ([callee = unknown, thisValue = undefinedValue, list], _this, node) => callValue(e, callee, thisValue, listed(e, list), node),
        construct: ([callee = unknown, list], _this, node) => constructValue(e, callee, listed(e, list), node),
    };
}
