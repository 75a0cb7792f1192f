/** Options that nobody gave. */
import type { ObjectValue, Value } from "../values.js";

/** Whether none of the options was given, nor even a configuration: a size or a list of them in its place has no options. */
export function lacks(config: Value | undefined, ...options: readonly string[]): boolean {
    switch (config?.kind) {
        case undefined:
        case "undefined":
        case "number":
        case "size":
        case "array":
            return true;
        case "object":
            return options.every((option) => isAbsent(config, option));
        default:
            return false;
    }
}

/** Whether an option is surely not there, or nothing. */
export function isAbsent({ fields, open, class: target, proto }: ObjectValue, option: string): boolean {
    const field = fields.get(option);
    return field ? !field.getter && isNothing(field.value) : !open && !target && !proto;
}

export function isNothing({ kind }: Value): boolean {
    return kind === "undefined" || kind === "null";
}
