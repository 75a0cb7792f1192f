/** Options that nobody gave. */
import type { ObjectValue, Value } from "../values.js";

/** Whether none of the options was given, nor even a configuration. */
export function lacks(config: Value | undefined, ...options: readonly string[]): boolean {
    return config === undefined || config.kind === "undefined" || (config.kind === "object" && options.every((option) => isAbsent(config, option)));
}

/** Whether an option is surely not there, or nothing. */
export function isAbsent({ fields, open, class: target, proto }: ObjectValue, option: string): boolean {
    const field = fields.get(option);
    return field ? !field.getter && isNothing(field.value) : !open && !target && !proto;
}

export function isNothing({ kind }: Value): boolean {
    return kind === "undefined" || kind === "null";
}
