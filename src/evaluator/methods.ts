/** Methods called on values that the program did not define itself: built-ins, tensors, layers, models. */
import { plainArguments, type Arguments } from "./arguments.js";
import { callValue } from "./calls.js";
import { functionMethod } from "./function-methods.js";
import { lose, nextOf, staysAsItIs } from "./generators.js";
import { asCallable } from "./globals.js";
import { callUnknown } from "./unseen.js";
import { callingBack, overUnknown } from "./builtins/array-callbacks.js";
import { arrayMethod } from "./builtins/arrays.js";
import { hasOwn } from "./builtins/objects.js";
import { mapMethod } from "./builtins/maps.js";
import { stringMethod } from "./builtins/strings.js";
import type { Evaluation } from "./evaluation.js";
import { callDatasetMethod } from "./models/datasets.js";
import { asLayer, callLayerMethod } from "./models/layers.js";
import { addToPassed, callModelMethod } from "./models/models.js";
import { checkHasMethod } from "./models/results.js";
import { callOnList, callTensorMethod } from "./models/tensors.js";
import { iteratorKey } from "./iteration.js";
import { awaitNow, later, promised } from "./late.js";
import { isExtended } from "./changing.js";
import { toNumber, toText } from "./operators.js";
import type { Scope } from "./scope.js";
import { array, string, typed, undefinedValue, unknown } from "./making.js";
import type { ArrayValue, CallNode, ObjectValue, Value } from "./values.js";

/** The answer of a method that is not an ordinary property; undefined when the property itself is to be called. */
export function callMethod(e: Evaluation, base: Value, key: string, value: Value, args: Arguments, node: CallNode, scope: Scope): Value | undefined {
    if (isExtended(e, base, key)) {
        e.heap.lose(base);
        return callUnknown(e, args);
    }
    switch (base.kind) {
        case "array":
            return value.kind === "unknown" ? (callOnList(e, base, key, node) ?? listMethod(e, base, key, args, node)) : undefined;
        case "string":
            return stringMethod(base.value, key, args, e);
        case "map":
            return mapMethod(e, base, key, args, node);
        case "size":
            checkHasMethod(e, base, key, node);
            return numberMethod(base, key, args);
        case "number":
        case "boolean":
            return numberMethod(base, key, args);
        case "promise":
            checkHasMethod(e, base, key, node);
            return promiseMethod(e, base, key, args, node);
        case "function":
        case "builtin":
        case "library":
        case "keras":
            return functionMethod(e, base, key, args, node);
        case "object":
            return value.kind === "unknown" ? objectMethod(e, base, key, args, node, scope) : undefined;
        case "layer":
            return callLayerMethod(e, base, key, args, node);
        case "model":
            return callModelMethod(e, base, key, args, node);
        case "parameter":
            if (isCallingBack(key, args)) {
                return overUnknown(e, base, key, args, node);
            }
            return key === "add" && args.values[0] && asLayer(args.values[0]) ? addToPassed(e, base, args.values[0], node) : callTensorMethod(e, base, key, args, node);
        case "dataset":
            return callDatasetMethod(e, base, key, args, node);
        case "unknown":
            return isCallingBack(key, args) ? overUnknown(e, base, key, args, node) : callTensorMethod(e, base, key, args, node);
        case "tensor":
        case "symbolic":
            return callTensorMethod(e, base, key, args, node);
        default:
            return undefined;
    }
}

/** What these make of a typed array is one as well. */
const keepingType = new Set(["map", "filter", "slice", "subarray", "toSorted", "toReversed", "with"]);

function listMethod(e: Evaluation, base: ArrayValue, key: string, args: Arguments, node: CallNode): Value | undefined {
    if (key === iteratorKey) {
        return base.open ? callUnknown(e, args) : array(base.items.slice());
    }
    const result = arrayMethod(e, base, key, args, node);
    return result && base.elements !== undefined && keepingType.has(key) ? typed(result, base.elements) : result;
}

/** Methods that all lists have and little else. */
function isCallingBack(key: string, args: Arguments): boolean {
    return callingBack.has(key) && !args.open && args.values[0]?.kind === "function";
}

function numberMethod(base: Value, key: string, args: Arguments): Value {
    const [digits] = args.values;
    const count = digits && toNumber(digits);
    if (key === "valueOf") {
        return base;
    }
    if (base.kind === "number" && (count === undefined ? !digits : Number.isInteger(count) && count >= 0 && count <= 36)) {
        switch (key) {
            case "toString":
                return count === undefined || count >= 2 ? string(base.value.toString(count)) : unknown;
            case "toFixed":
                return string(base.value.toFixed(count));
            default:
                return unknown;
        }
    }
    const text = key === "toString" && !digits ? toText(base) : undefined;
    return text === undefined ? unknown : string(text);
}

function objectMethod(e: Evaluation, base: ObjectValue, key: string, args: Arguments, node: CallNode, scope: Scope): Value | undefined {
    if (key === "hasOwnProperty") {
        return hasOwn(base, args.values[0] && toText(args.values[0]));
    }
    if (base.generating) {
        const [answer = undefinedValue] = args.values;
        if (key === "next" && !args.open && staysAsItIs(answer)) {
            return nextOf(e, base, base.generating, answer);
        }
        lose(e, base);
        return callUnknown(e, args);
    }
    if (base.layer) {
        return callMethod(e, base.layer, key, unknown, args, node, scope);
    }
    const known = asCallable(base);
    return known && functionMethod(e, known, key, args, node);
}

function promiseMethod(e: Evaluation, base: Value & { kind: "promise" }, key: string, args: Arguments, node: CallNode): Value {
    const [then] = args.values;
    switch (key) {
        case "then":
            return then ? later(e, () => callValue(e, then, undefinedValue, plainArguments([awaitNow(e, base)]), node)) : base;
        case "finally": {
            const { value } = promised(base);
            return later(e, () => {
                awaitNow(e, base);
                if (then) {
                    callValue(e, then, undefinedValue, plainArguments([]), node);
                }
                return value;
            });
        }
        default:
            callUnknown(e, args, true);
            return base;
    }
}
