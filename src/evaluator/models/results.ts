/** Results that are taken for what they are not. What is taken apart as a list, `const [loss, accuracy] = model.evaluate(x, y)`, and surely is none: tensors cannot be iterated. */
import { unknownDatum } from "../../catalogue/datum.js";
import { atOption, type Fault } from "../../catalogue/fault.js";
import { given as toGiven, type GivenOptions, OptionList } from "../../catalogue/given.js";
import type { Evaluation, Place } from "../evaluation.js";
import { withoutTypes } from "../syntax.js";
import { reportCall } from "./reporting.js";
import type { Alone, CallNode, LayerValue, Node, ObjectValue, SymbolicTensor, Value } from "../values.js";

export function takenApart(e: Evaluation, { method, call, why }: Alone, pattern: Node): void {
    reportApart(e, { result: `${method}()`, what: `one tensor, as ${why}`, call, layer: undefined }, pattern);
}

/** `const [a, b] = f(…)`, where that gave `value`. */
export function checkTakenApart(e: Evaluation, pattern: Node, made: Node, value: Value): void {
    const call = calledIn(made);
    if (!call || (value.kind === "tensor" && value.alone)) {
        return;
    }
    const what = whatIsNoList(value);
    if (what) {
        reportApart(e, { result: `${nameOf(call)}()`, call, ...what }, pattern);
    }
}

interface Apart {
    /** What was called, as in a message. */
    readonly result: string;
    /** Completes "is …". */
    readonly what: string;
    readonly call: CallNode;
    /** The layer that would give a list if it were asked to. */
    readonly layer: LayerValue | undefined;
}

function reportApart(e: Evaluation, { result, what, call, layer }: Apart, pattern: Node): void {
    if (e.hasAsked) {
        return;
    }
    reportAt(e, { fault: { kind: "taken-apart", result, what, at: atOption(result) }, result, call, layer }, pattern);
}

function reportAt(e: Evaluation, { fault, result, call, layer }: Pick<Apart, "result" | "call" | "layer"> & { readonly fault: Fault }, node: Node): void {
    const given: GivenOptions = { options: new OptionList([toGiven(result, unknownDatum, { node, property: undefined, holder: node } satisfies Place)]), open: false };
    reportCall(e, call, result, fault, { given, layer });
}

function calledIn(made: Node): CallNode | undefined {
    const inner = withoutTypes(made);
    if (inner.type === "AwaitExpression") {
        return calledIn(inner.argument);
    }
    return inner.type === "CallExpression" ? inner : undefined;
}

function nameOf({ callee }: CallNode): string {
    const inner = withoutTypes(callee);
    const name = inner.type === "MemberExpression" ? inner.property : inner;
    return name.type === "Identifier" ? name.name : "the call";
}

function whatIsNoList(value: Value): Pick<Apart, "what" | "layer"> | undefined {
    switch (value.kind) {
        case "tensor":
            return { what: "one tensor", layer: undefined };
        case "symbolic":
            return ofLayer(value);
        case "object":
            return isResult(value) ? { what: `an object with ${[...value.fields.keys()].map((name) => `\`${name}\``).join(" and ")}`, layer: undefined } : undefined;
        default:
            return undefined;
    }
}

/** `evaluate(x, y)[1].print()`: reading anything of undefined or null throws. */
export function checkNothing(e: Evaluation, value: Value, property: Node): void {
    if ((value.kind !== "undefined" && value.kind !== "null") || !value.lack || e.hasAsked) {
        return;
    }
    const { result, why, call } = value.lack;
    const fault: Fault = { kind: "nothing-read", result, what: value.kind, why, at: atOption(result) };
    reportAt(e, { fault, result, call, layer: undefined }, property);
}

/** A recurrent layer gives a list with its states, if it is asked to. Nothing is known of what a caller passes. */
function ofLayer({ producer, shape }: SymbolicTensor): Pick<Apart, "what" | "layer"> | undefined {
    const layer = producer?.target.kind === "layer" ? producer.target : undefined;
    if (!layer || !shape) {
        return undefined;
    }
    const states = layer.applicable.layer?.values["returnState"] === false;
    return { what: states ? `one tensor, as \`${layer.type}\` has no \`returnState\`` : "one tensor", layer: states ? layer : undefined };
}

/** What an operation gives by name: nothing in the program wrote it. */
function isResult({ fields, open, node, class: target, proto, frozen, callable }: ObjectValue): boolean {
    return !open && !node && !target && !proto && !frozen && !callable && fields.size > 0 && [...fields.values()].every(({ value }) => value.kind === "tensor");
}
