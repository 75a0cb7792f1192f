/** Functions of React that hand on what they are given: models are made in them, and used in callbacks. */
import { callBack } from "./calls.js";
import type { Evaluation } from "./evaluation.js";
import { builtin, record, undefinedValue, unknown } from "./making.js";
import type { Value } from "./values.js";

export function reactFunction(e: Evaluation, name: string): Value | undefined {
    switch (name) {
        case "useMemo":
            return builtin(name, ([make = undefinedValue], _this, node) => callBack(e, make, [], node));
        case "useCallback":
            return builtin(name, ([callback = unknown]) => callback);
        case "useRef":
            return builtin(name, ([initial = undefinedValue]) => (isMadeHere(initial) ? record({ current: initial }) : unknown));
        default:
            return undefined;
    }
}

/** What begins as nothing is set by somebody else, before anybody looks. */
function isMadeHere({ kind }: Value): boolean {
    return kind === "model" || kind === "layer" || kind === "array" || kind === "object";
}
