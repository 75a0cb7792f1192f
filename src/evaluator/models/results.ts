/**
 * Results that are taken for what they are not. What is taken apart as a list, `const [loss, accuracy] = model.evaluate(x, y)`,
 * and surely is none: tensors cannot be iterated. What is computed with as a number.
 */
import { atCall, atOption, type Fault } from "../../catalogue/fault.js";
import { mayBeExtended } from "../changing.js";
import type { Evaluation } from "../evaluation.js";
import { iteratorKey } from "../iteration.js";
import { withoutTypes } from "../syntax.js";
import { pointedAt, reportCall, reportExpression } from "./reporting.js";
import type { Alone, CallNode, LayerValue, Node, ObjectValue, PromiseValue, SizeValue, SymbolicTensor, TensorValue, Value } from "../values.js";

/** What a model gave by itself. */
type AloneValue = (TensorValue | SizeValue) & { readonly alone: Alone };

export function isAlone(value: Value): value is AloneValue {
    return (value.kind === "tensor" || value.kind === "size") && value.alone !== undefined;
}

export function takenApart(e: Evaluation, { kind, alone }: AloneValue, pattern: Node): void {
    const { method, call, why } = alone;
    reportApart(e, { result: `${method}()`, what: `one ${kind === "tensor" ? "tensor" : "number"}, as ${why}`, call, layer: undefined }, pattern);
}

/** `const [a, b] = f(…)`, where that gave `value`. */
export function checkTakenApart(e: Evaluation, pattern: Node, made: Node, value: Value): void {
    if (!isAlone(value)) {
        checkList(e, made, value, pattern);
    }
}

/** What is gone through, or spread, and surely is no list. `made`: the expression that gave it. */
export function checkList(e: Evaluation, made: Node, value: Value, at: Node = made): void {
    const what = whatIsNoList(value);
    if (what && !mayBeExtended(e, value, iteratorKey)) {
        const call = calledIn(made);
        reportApart(e, { result: nameOf(made), call, ...what }, at);
    }
}

/** Methods of arrays that tensors do not have. */
const ofLists = new Set(Object.getOwnPropertyNames(Array.prototype).filter((name) => !(name in Object.prototype) && name !== "length"));

/** `tensor.map(…)`, for a method that no tensor has. */
export function checkListMethod(e: Evaluation, base: Value, key: string, { callee }: CallNode): void {
    if (ofLists.has(key) && !mayBeExtended(e, base, key) && callee.type === "MemberExpression") {
        reportApart(e, { result: nameOf(callee.object), what: "one tensor", call: undefined, layer: undefined }, callee.object);
    }
}

/** Methods of numbers that tensors do not have. */
const ofNumbers = new Set(Object.getOwnPropertyNames(Number.prototype).filter((name) => !(name in Object.prototype)));

/** Whether it surely has no such property. */
export function isLacking({ kind }: PromiseValue | SizeValue, key: string): boolean {
    return !(key in (kind === "promise" ? Promise : Number).prototype);
}

/** `model.evaluate(x, y).toFixed(2)`, `model.trainOnBatch(x, y).dataSync()`: calling what is not there throws. */
export function checkHasMethod(e: Evaluation, base: Value, key: string, node: CallNode): void {
    const { callee } = node;
    const what = whatLacks(base, key);
    if (what && callee.type === "MemberExpression" && node.type === "CallExpression" && !node.optional && !e.hasAsked && !mayBeExtended(e, base, key)) {
        const result = nameOf(callee.object);
        reportAt(e, { fault: { kind: "no-method", result, ...what, method: key, at: atOption(result) }, result, call: node, layer: undefined }, callee.property);
    }
}

function whatLacks(base: Value, key: string): { readonly what: "promise" | "tensor" | "number" } | undefined {
    switch (base.kind) {
        case "tensor":
            return ofNumbers.has(key) ? { what: "tensor" } : undefined;
        case "promise":
            return base.from && isLacking(base, key) ? { what: "promise" } : undefined;
        case "size":
            return base.alone && isLacking(base, key) ? { what: "number" } : undefined;
        default:
            return undefined;
    }
}

/** What computes with tensors, for the operators of the language. */
const methodsByOperator: ReadonlyMap<string, string> = new Map([
    ["+", "add"],
    ["-", "sub"],
    ["*", "mul"],
    ["/", "div"],
    ["%", "mod"],
    ["**", "pow"],
    ["<", "less"],
    [">", "greater"],
    ["<=", "lessEqual"],
    [">=", "greaterEqual"],
]);

const comparing = new Set(["<", ">", "<=", ">="]);

/** What leaves every number as it is: `x * 1 === x` and `x < Infinity` ask whether it is one. */
const leaving: ReadonlyMap<string, number> = new Map([
    ["+", 0],
    ["-", 0],
    ["*", 1],
    ["/", 1],
]);

function isQuestion(operator: string, right: Value): boolean {
    return right.kind === "number" && (leaving.get(operator) === right.value || (comparing.has(operator) && !Number.isFinite(right.value)));
}

/** `a * b` with a tensor: as a number it is NaN, and `+` puts its text before that of the other. */
export function checkOperator(e: Evaluation, node: Node, operator: string, left: Value, right: Value): void {
    const tensor = left.kind === "tensor" ? left : right;
    const method = tensor.kind === "tensor" ? methodsByOperator.get(operator) : undefined;
    const isSure = (operator !== "+" && !comparing.has(operator)) || (isOfNumbers(left) && isOfNumbers(right));
    if (method === undefined || !isSure || e.hasAsked || isQuestion(operator, right) || mayBeExtended(e, tensor, "valueOf")) {
        return;
    }
    const makes = operator === "+" ? "a text of a tensor" : comparing.has(operator) ? "NaN of a tensor, of which no comparison holds" : "NaN of a tensor";
    reportExpression(e, node, operator, { kind: "tensor-operator", operator, method, makes, at: atCall });
}

function isOfNumbers({ kind }: Value): boolean {
    return kind === "tensor" || kind === "number" || kind === "size";
}

interface Apart {
    /** What was called, as in a message. */
    readonly result: string;
    /** Completes "is …". */
    readonly what: string;
    readonly call: CallNode | undefined;
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
    const given = pointedAt(result, node, node);
    if (call) {
        reportCall(e, call, result, fault, { given, layer });
    } else {
        reportExpression(e, node, result, fault, given);
    }
}

function calledIn(made: Node): CallNode | undefined {
    const inner = withoutTypes(made);
    if (inner.type === "AwaitExpression") {
        return calledIn(inner.argument);
    }
    return inner.type === "CallExpression" ? inner : undefined;
}

/** An expression as in a message. */
function nameOf(made: Node): string {
    const inner = withoutTypes(made);
    switch (inner.type) {
        case "AwaitExpression":
            return nameOf(inner.argument);
        case "CallExpression":
            return `${nameOf(inner.callee)}()`;
        case "MemberExpression":
            return inner.computed ? "what is read here" : nameOf(inner.property);
        case "Identifier":
            return inner.name;
        default:
            return "the call";
    }
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
