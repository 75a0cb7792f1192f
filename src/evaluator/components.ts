/** Components as Vue has them: methods, computed values, watchers and hooks share one `this`, which holds the data as well. */
import { normal } from "./control.js";
import type { Evaluation } from "./evaluation.js";
import { invoke } from "./functions.js";
import { object, parameter, unknown } from "./making.js";
import { passedArguments } from "./receivers.js";
import type { ObjectValue, Value } from "./values.js";

/** What stands beside `methods` in a component, at least one of them. */
const signs = ["data", "computed", "watch", "props", "components", "template", "el", "setup", "beforeCreate", "created", "beforeMount", "mounted", "beforeDestroy", "beforeUnmount"];

/** Finds the `this` of functions in an object literal that is one. */
export function shareThis(e: Evaluation, options: ObjectValue): void {
    const methods = partOf(options, "methods");
    if (!methods || !signs.some((name) => options.fields.has(name))) {
        return;
    }
    const instance = object(new Map(), true);
    for (const part of [options, methods, partOf(options, "computed"), partOf(options, "watch")]) {
        for (const [name, { value, node }] of part?.fields ?? []) {
            if (value.kind !== "function") {
                continue;
            }
            if (e.owners.get(value.node) === part) {
                e.owners.set(value.node, instance);
            }
            if (part === methods) {
                instance.fields.set(name, { value, node });
            } else if (part !== options && part === partOf(options, "computed")) {
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
    const start = e.events.length;
    const called = new Set(e.called);
    let made: Value = unknown;
    const outcomes = e.fork(() => {
        made = invoke(e, data, instance, passedArguments(e, data));
        return normal;
    });
    e.events.length = start;
    e.called.clear();
    called.forEach((node) => e.called.add(node));
    e.heap.applyFresh(outcomes.map(({ changes }) => changes));
    return made;
}
