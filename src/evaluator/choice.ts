/** Numbers that are one of several, it is not known which: from where branches meet, each is a symbol of its own. */
import type { State, Thing } from "./states.js";
import { parameter, type Field, type Value } from "./values.js";

/** After `if (big) units = 64;`, units is not known, but it is the same wherever it is read until it is set again. */
export function nameChoices(thing: Thing, joined: State, states: readonly State[]): State {
    if (joined.kind === "cell" && thing.kind === "cell" && joined.value?.kind === "unknown") {
        const value = choice(
            thing.name,
            states.map((state) => (state.kind === "cell" ? state.value : undefined)),
        );
        return value ? { kind: "cell", value } : joined;
    }
    return joined.kind === "object" ? nameFields(joined, states) : joined;
}

function nameFields(joined: State & { kind: "object" }, states: readonly State[]): State {
    let fields: Map<string, Field> | undefined;
    for (const [name, field] of joined.fields) {
        if (field.value.kind === "unknown" && !field.getter) {
            const value = choice(
                name,
                states.map((state) => (state.kind === "object" ? state.fields.get(name)?.value : undefined)),
            );
            if (value) {
                fields ??= new Map(joined.fields);
                fields.set(name, { value, node: undefined });
            }
        }
    }
    return fields ? { ...joined, fields } : joined;
}

/** Undefined where one of them is no number, and none that a caller passes. */
export function choice(name: string, values: readonly (Value | undefined)[]): Value | undefined {
    if (!values.every((value) => value?.kind === "number" || value?.kind === "size" || value?.kind === "parameter")) {
        return undefined;
    }
    return parameter(name);
}
