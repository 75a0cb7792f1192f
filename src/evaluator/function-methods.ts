/** `call`, `apply` and `bind`, of the program's own functions and of those that a library or the language gives. */
import { listsOf, noArguments, plainArguments, writtenOf, type Arguments } from "./arguments.js";
import { callValue } from "./calls.js";
import type { Evaluation } from "./evaluation.js";
import { iterate } from "./iteration.js";
import { builtin, present, undefinedValue, unknown } from "./making.js";
import { callUnknown } from "./unseen.js";
import type { Builtin, BuiltinCall, CallNode, FunctionValue, KerasName, LibraryName, Value } from "./values.js";

export type Callable = FunctionValue | Builtin | LibraryName | KerasName;

/** Undefined for other methods: those are ordinary properties. */
export function functionMethod(e: Evaluation, base: Callable, key: string, args: Arguments, node: CallNode): Value | undefined {
    const [thisValue = undefinedValue] = args.values;
    switch (key) {
        case "call":
            return callValue(e, base, thisValue, after(args, 1), node);
        case "apply":
            return callValue(e, base, thisValue, args.open ? { ...noArguments, open: true } : listed(e, args.values[1]), node);
        case "bind":
            return bound(e, base, thisValue, after(args, 1));
        default:
            return undefined;
    }
}

/** The same as functions of their own, called with what they are methods of: `Function.prototype.apply.call(f, null, list)`. */
export function functionPrototype(e: Evaluation): readonly Builtin[] {
    return ["call", "apply", "bind"].map((key) => {
        const call: BuiltinCall = (values, thisValue, node, given = plainArguments(values)) => {
            const result = isCallable(thisValue) ? functionMethod(e, thisValue, key, given, node) : undefined;
            return result ?? callUnknown(e, given);
        };
        return builtin(key, call, true);
    });
}

function isCallable(value: Value): value is Callable {
    return value.kind === "function" || value.kind === "builtin" || value.kind === "library" || value.kind === "keras";
}

function after({ values, nodes, lists, open }: Arguments, count: number): Arguments {
    return { values: values.slice(count), nodes: nodes.slice(count), lists, open };
}

/** Arguments that are given as a list, each with the place where it stands if that is known. */
export function listed(e: Evaluation, given: Value | undefined): Arguments {
    const list = given && present(given);
    if (!list || list.kind === "undefined" || list.kind === "null") {
        return noArguments;
    }
    const items = iterate(e, list);
    const written = writtenOf(list);
    return items ? { values: items, nodes: items.map((_, index) => written?.elements[index] ?? undefined), lists: listsOf(written), open: false } : { ...noArguments, open: true };
}

function bound(e: Evaluation, base: Callable, thisValue: Value, first: Arguments): Value {
    if (base.kind === "function" && first.values.length === 0 && !first.open) {
        return { ...base, thisValue };
    }
    const call: BuiltinCall = (values, _this, node, given = plainArguments(values)) => {
        const rest = first.open ? values.map(() => unknown) : values;
        const nodes = [...first.values.map((_, index) => first.nodes[index]), ...given.nodes];
        const lists = [...(first.lists ?? []), ...(given.lists ?? [])];
        return callValue(e, base, thisValue, { values: [...first.values, ...rest], nodes, lists, open: first.open || given.open }, node);
    };
    return builtin("bound", call, true);
}
