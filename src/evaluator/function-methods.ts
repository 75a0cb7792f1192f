/** `call`, `apply` and `bind`, of the program's own functions and of those that a library or the language gives. */
import { plainArguments, type Arguments } from "./arguments.js";
import { callValue } from "./calls.js";
import type { Evaluation } from "./evaluation.js";
import { iterate } from "./iteration.js";
import { builtin, present, undefinedValue, unknown } from "./making.js";
import type { Builtin, BuiltinCall, CallNode, FunctionValue, LibraryName, Node, Value } from "./values.js";

export type Callable = FunctionValue | Builtin | LibraryName;

/** Undefined for other methods: those are ordinary properties. */
export function functionMethod(e: Evaluation, base: Callable, key: string, args: Arguments, node: CallNode): Value | undefined {
    const [thisValue = undefinedValue] = args.values;
    switch (key) {
        case "call":
            return callValue(e, base, thisValue, after(args, 1), node);
        case "apply":
            return callValue(e, base, thisValue, listed(e, args), node);
        case "bind":
            return bound(e, base, thisValue, after(args, 1));
        default:
            return undefined;
    }
}

function after({ values, nodes, open }: Arguments, count: number): Arguments {
    return { values: values.slice(count), nodes: nodes.slice(count), open };
}

/** The arguments that `apply` takes as a list; where it is written out, each with the place where it stands. */
function listed(e: Evaluation, { values, nodes, open }: Arguments): Arguments {
    const list = values[1] && present(values[1]);
    if (!list || list.kind === "undefined" || list.kind === "null") {
        return { values: [], nodes: [], open };
    }
    const items = iterate(e, list);
    return items ? { values: items, nodes: elementsOf(nodes[1], items.length), open: false } : { values: [], nodes: [], open: true };
}

function elementsOf(node: Node | undefined, count: number): readonly (Node | undefined)[] {
    const isWrittenOut = node?.type === "ArrayExpression" && node.elements.every((element) => element !== null && element.type !== "SpreadElement");
    return isWrittenOut ? node.elements.map((element) => element ?? undefined) : new Array<undefined>(count).fill(undefined);
}

function bound(e: Evaluation, base: Callable, thisValue: Value, first: Arguments): Value {
    if (base.kind === "function" && first.values.length === 0 && !first.open) {
        return { ...base, thisValue };
    }
    const call: BuiltinCall = (values, _this, node, given = plainArguments(values)) => {
        const rest = first.open ? values.map(() => unknown) : values;
        return callValue(e, base, thisValue, { values: [...first.values, ...rest], nodes: [...first.nodes, ...given.nodes], open: first.open || given.open }, node);
    };
    return { ...builtin("bound", call), takesOpen: true };
}
