/** Components as Vue has them: methods, computed values, watchers and hooks share one `this`, which holds the data as well. */
import type { Evaluation } from "./evaluation.js";
import { invoke } from "./functions.js";
import { object, parameter, unknown } from "./making.js";
import { madeApart, passedArguments } from "./receivers.js";
import type { ObjectValue, Value } from "./values.js";

/** What stands beside `methods` in a component, at least one of them. */
const signs = ["data", "computed", "watch", "props", "components", "template", "el", "setup", "beforeCreate", "created", "beforeMount", "mounted", "beforeDestroy", "beforeUnmount"];

/** Finds the `this` of functions in an object literal that is one. */
export function shareThis(e: Evaluation, options: ObjectValue): void {
    const methods = partOf(options, "methods");
    if (!methods || !signs.some((name) => options.fields.has(name))) {
        return;
    }
    const computed = partOf(options, "computed");
    const instance = object(new Map(), true);
    for (const part of [options, methods, computed, partOf(options, "watch")]) {
        for (const [name, { value, node }] of part?.fields ?? []) {
            if (value.kind !== "function") {
                continue;
            }
            if (e.owners.get(value.node) === part) {
                e.owners.set(value.node, instance);
            }
            if (part === methods) {
                instance.fields.set(name, { value, node });
            } else if (part === computed) {
                instance.fields.set(name, { value: unknown, node, getter: value });
            }
        }
    }
    e.components.set(instance, options);
}

function partOf(options: ObjectValue, name: string): ObjectValue | undefined {
    const value = options.fields.get(name)?.value;
    return value?.kind === "object" ? value : undefined;
}

/** Before its first method is tried, a component has its data. */
export function fillComponent(e: Evaluation, instance: ObjectValue): void {
    const options = e.components.get(instance);
    if (!options) {
        return;
    }
    e.components.delete(instance);
    const data = dataOf(e, instance, options.fields.get("data")?.value);
    for (const [name, { value, node }] of data?.kind === "object" ? data.fields : []) {
        if (!instance.fields.has(name)) {
            instance.fields.set(name, { value: isLeftAlone(value) ? value : parameter(name), node });
        }
    }
}

/** A page changes numbers, texts and lists of them by itself, where they are bound to its controls. */
function isLeftAlone({ kind }: Value): boolean {
    return kind === "null" || kind === "undefined" || kind === "model" || kind === "layer" || kind === "tensor" || kind === "function";
}

/** What it is made with: nobody has called it so far, and it is tried by itself. */
function dataOf(e: Evaluation, instance: ObjectValue, data: Value | undefined): Value | undefined {
    if (data?.kind !== "function") {
        return data;
    }
    return madeApart(e, () => invoke(e, data, instance, passedArguments(e, data)));
}
