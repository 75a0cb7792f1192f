/** `tf.serialization.registerClass`: a class is found again by its `className`. */
import { atOption, type Fault } from "../../catalogue/fault.js";
import type { Arguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import { getProperty } from "../members.js";
import { pointedAt, reportCall } from "./reporting.js";
import { undefinedValue, unknown } from "../making.js";
import type { CallNode, Value } from "../values.js";

/** tfjs-core 4.22.0 src/serialization.ts, registerClass. */
export function registerClass(e: Evaluation, args: Arguments, node: CallNode): Value {
    const [made = undefinedValue] = args.open ? [unknown] : args.values;
    const name = made.kind === "class" ? classNameOf(e, made) : unknown;
    const known = name.kind === "string" ? name.value : undefined;
    e.registered.set(node, e.registered.has(node) && e.registered.get(node) !== known ? undefined : known);
    const given = name.kind === "undefined" || name.kind === "null" ? "a class without `className`" : name.kind === "string" && name.value === "" ? "a class whose `className` is empty" : undefined;
    if (given !== undefined) {
        const fault: Fault = { kind: "option-value", option: "cls", given, expected: "a class with a static `className`", at: atOption("cls") };
        reportCall(e, node, "registerClass", fault, { given: pointedAt("cls", node.arguments[0], node) });
    }
    return made;
}

/** Classes of the library to derive from that have no name of their own. */
const nameless: ReadonlySet<string> = new Set(["layers.Layer", "serialization.Serializable"]);

/** Its own, or that of a class that it extends. */
function classNameOf(e: Evaluation, value: Value): Value {
    if (value.kind === "library") {
        return nameless.has(value.path) ? undefinedValue : unknown;
    }
    if (value.kind !== "class" || value.statics.open) {
        return unknown;
    }
    return value.statics.fields.has("className") ? getProperty(e, value, "className") : value.base ? classNameOf(e, value.base) : undefinedValue;
}
