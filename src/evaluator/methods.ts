/** Methods called on values that the program did not define itself: built-ins, tensors, layers, models. */
import { callUnknown, callValue, invoke, plainArguments, type Arguments } from "./calls.js";
import { arrayMethod } from "./builtins/arrays.js";
import { mapMethod } from "./builtins/maps.js";
import { stringMethod } from "./builtins/strings.js";
import type { Evaluation } from "./evaluation.js";
import { iterate } from "./iteration.js";
import { callLayerMethod } from "./layers.js";
import { callModelMethod } from "./models.js";
import { callTensorMethod } from "./tensors.js";
import { awaited } from "./promises.js";
import { toText } from "./operators.js";
import type { Scope } from "./scope.js";
import { boolean, builtin, promise, string, undefinedValue, unknown, type CallNode, type FunctionValue, type ObjectValue, type Value } from "./values.js";

/** The answer of a method that is not an ordinary property; undefined when the property itself is to be called. */
export function callMethod(e: Evaluation, base: Value, key: string, value: Value, args: Arguments, node: CallNode, scope: Scope): Value | undefined {
    switch (base.kind) {
        case "array":
            return value.kind === "unknown" ? arrayMethod(e, base, key, args, node) : undefined;
        case "string":
            return stringMethod(base.value, key, args, e);
        case "map":
            return mapMethod(e, base, key, args, node);
        case "number":
        case "size":
        case "boolean":
            return key === "toString" && args.values.length === 0 ? textOf(base) : unknown;
        case "promise":
            return promiseMethod(e, base, key, args, node);
        case "function":
            return functionMethod(e, base, key, args);
        case "object":
            return value.kind === "unknown" ? objectMethod(e, base, key, args, node, scope) : undefined;
        case "layer":
            return callLayerMethod(e, base, key, args, node);
        case "model":
            return callModelMethod(e, base, key, args, node);
        case "tensor":
        case "symbolic":
        case "parameter":
        case "unknown":
            return callTensorMethod(e, base, key, args, node);
        default:
            return undefined;
    }
}

function textOf(base: Value): Value {
    const text = toText(base);
    return text === undefined ? unknown : string(text);
}

function objectMethod(e: Evaluation, base: ObjectValue, key: string, args: Arguments, node: CallNode, scope: Scope): Value | undefined {
    if (key === "hasOwnProperty" && !base.open) {
        const name = args.values[0] && toText(args.values[0]);
        return name === undefined ? unknown : boolean(base.fields.has(name));
    }
    if (base.layer) {
        return callMethod(e, base.layer, key, unknown, args, node, scope);
    }
    return undefined;
}

function functionMethod(e: Evaluation, base: FunctionValue, key: string, args: Arguments): Value | undefined {
    const [thisValue = undefinedValue, ...rest] = args.values;
    switch (key) {
        case "call":
            return invoke(e, base, thisValue, { values: rest, nodes: args.nodes.slice(1), open: args.open });
        case "apply": {
            const list = rest[0] ? iterate(e, rest[0]) : [];
            return list ? invoke(e, base, thisValue, plainArguments(list)) : callUnknown(e, args);
        }
        case "bind":
            return bound(e, base, thisValue, rest);
        default:
            return undefined;
    }
}

function bound(e: Evaluation, base: FunctionValue, thisValue: Value, first: readonly Value[]): Value {
    if (first.length === 0) {
        return { ...base, thisValue };
    }
    return builtin("bound", (args) => invoke(e, base, thisValue, plainArguments([...first, ...args])));
}

function promiseMethod(e: Evaluation, base: Value & { kind: "promise" }, key: string, args: Arguments, node: CallNode): Value {
    const [then] = args.values;
    switch (key) {
        case "then":
            return then ? promise(callValue(e, then, undefinedValue, plainArguments([awaited(base)]), node)) : base;
        case "finally":
            if (then) {
                callValue(e, then, undefinedValue, plainArguments([]), node);
            }
            return base;
        default:
            callUnknown(e, args, true);
            return base;
    }
}
