/** Calls: the program's own functions are run with their arguments, libraries answer by their catalogue. */
import type { TSESTree } from "@typescript-eslint/types";
import { evaluateArguments, plainArguments, type Arguments } from "./arguments.js";
import { construct, superCall } from "./classes.js";
import { either } from "./decisions.js";
import { expectingFailure, expectsFailure } from "./expected-failures.js";
import { evaluate } from "./expressions.js";
import { evaluateMember, plainName, type Member } from "./reading.js";
import type { Evaluation } from "./evaluation.js";
import { invoke } from "./functions.js";
import { asCallable, constructGlobal } from "./globals.js";
import { callKeras } from "./models/keras.js";
import { checkCalled } from "./models/called.js";
import { checkNothing } from "./models/results.js";
import { partOf, runPart } from "./test-suites.js";
import { applyCall } from "./models/applying.js";
import { makeSameAgain, noteMade } from "./models/same-again.js";
import { callLibrary, constructLibrary } from "./models/library.js";
import { getProperty, someProperty } from "./members.js";
import { callMethod } from "./methods.js";
import { find, type Scope } from "./scope.js";
import { withoutTypes } from "./syntax.js";
import { callUnknown } from "./unseen.js";
import { array, chainEnd, inheriting, present, string, undefinedValue, unknown } from "./making.js";
import type { Builtin, CallNode, FunctionValue, Node, Value } from "./values.js";

export function evaluateCall(e: Evaluation, node: TSESTree.CallExpression, scope: Scope): Value {
    const { callee } = node;
    return callee.type === "MemberExpression" ? evaluateMemberCall(e, node, callee, scope) : evaluatePlainCall(e, node, withoutTypes(callee), scope);
}

function evaluatePlainCall(e: Evaluation, node: TSESTree.CallExpression, callee: Node, scope: Scope): Value {
    switch (callee.type) {
        case "MemberExpression":
            return evaluateMemberCall(e, node, callee, scope);
        case "Super":
            return superCall(e, evaluateArguments(e, node.arguments, scope), node);
        case "Identifier":
            if (callee.name === "eval" && !find(scope, "eval")) {
                return evaluateEval(e, evaluateArguments(e, node.arguments, scope), scope);
            }
            break;
        default:
            break;
    }
    const value = evaluate(e, callee, scope);
    if (value === chainEnd || (node.optional && isNullish(value))) {
        return chainEnd;
    }
    if (node.optional) {
        return optionalCall(e, node, value, scope);
    }
    const args = evaluateArguments(e, node.arguments, scope);
    checkCalled(e, value, node);
    return callValue(e, present(value), undefinedValue, args, node, scope);
}

function evaluateMemberCall(e: Evaluation, node: TSESTree.CallExpression, callee: TSESTree.MemberExpression, scope: Scope): Value {
    const isSuper = callee.object.type === "Super";
    if (!isSuper && !callee.computed && !callee.optional && !node.optional) {
        return evaluateMethod(e, node, callee, scope);
    }
    const { base, value, key: name } = evaluateMember(e, callee, scope);
    // What a base class has under the name is called whatever its own kind answers to it.
    const key = isSuper ? undefined : name;
    if (value === chainEnd || (node.optional && isNullish(value) && base.kind !== "unknown")) {
        return chainEnd;
    }
    if (callee.optional || node.optional) {
        return optionalMember(e, node, callee.optional ? base : value, { base, value, key }, scope);
    }
    return callMember(e, node, present(base), present(value), key, scope);
}

/** `base.key(…)`, as nearly all calls are. */
function evaluateMethod(e: Evaluation, node: TSESTree.CallExpression, callee: TSESTree.MemberExpressionNonComputedName, scope: Scope): Value {
    if (expectsFailure(callee)) {
        return callExpectingFailure(e, node, callee, scope);
    }
    if (!e.isRepeated) {
        return callMethodOf(e, node, callee, scope);
    }
    const same = makeSameAgain(e, node);
    if (same) {
        return same;
    }
    const { noted } = e;
    const value = callMethodOf(e, node, callee, scope);
    if (value.kind === "layer" && !e.sameAgain.has(node)) {
        noteMade(e, node, value, e.noted === noted + 1, scope);
    }
    return value;
}

function callExpectingFailure(e: Evaluation, node: TSESTree.CallExpression, callee: TSESTree.MemberExpressionNonComputedName, scope: Scope): Value {
    return expectingFailure(e, node, scope, () => callMethodOf(e, node, callee, scope));
}

function callMethodOf(e: Evaluation, node: TSESTree.CallExpression, callee: TSESTree.MemberExpressionNonComputedName, scope: Scope): Value {
    const base = evaluate(e, callee.object, scope);
    if (base === chainEnd) {
        return chainEnd;
    }
    const key = plainName(callee.property);
    checkNothing(e, base, callee.property);
    // Nobody reads the methods of tensors to call them: the catalogue knows them by name.
    const value = key === undefined ? someProperty(e, base) : base.kind === "tensor" ? unknown : getProperty(e, base, key);
    return callMember(e, node, present(base), present(value), key, scope);
}

function optionalCall(e: Evaluation, node: TSESTree.CallExpression, value: Value, scope: Scope): Value {
    return perhapsSkipped(e, value, () => callValue(e, present(value), undefinedValue, evaluateArguments(e, node.arguments, scope), node, scope));
}

function optionalMember(e: Evaluation, node: TSESTree.CallExpression, on: Value, { base, value, key }: Member, scope: Scope): Value {
    return perhapsSkipped(e, on, () => callMember(e, node, present(base), present(value), key, scope));
}

function callMember(e: Evaluation, node: TSESTree.CallExpression, base: Value, value: Value, key: string | undefined, scope: Scope): Value {
    const args = evaluateArguments(e, node.arguments, scope);
    if (isNullish(base)) {
        // It throws, or we do not know enough: go on as unknown.
        e.heap.risk();
        return unknown;
    }
    if (key !== undefined) {
        const answer = callMethod(e, base, key, value, args, node, scope);
        if (answer) {
            return answer;
        }
    }
    checkCalled(e, value, node);
    return callValue(e, value, base, args, node, scope);
}

/** `a?.b(c)` on something that is perhaps nothing: then c is not evaluated either. */
function perhapsSkipped(e: Evaluation, on: Value, call: () => Value): Value {
    if (on.kind !== "unknown" && on.kind !== "parameter" && on.kind !== "maybe") {
        return call();
    }
    return either(e, [() => undefinedValue, call]);
}

function isNullish(value: Value): boolean {
    return value.kind === "undefined" || value.kind === "null";
}

export function callValue(e: Evaluation, callee: Value, thisValue: Value, args: Arguments, node: CallNode, scope?: Scope): Value {
    switch (callee.kind) {
        case "function":
            return e.leavesFor(callee.scope) ? e.entering(node, () => invoke(e, callee, thisValue, args)) : invoke(e, callee, thisValue, args);
        case "builtin":
            return callBuiltin(e, callee, thisValue, args, node);
        case "library":
            return callLibrary(e, callee, args, node);
        case "keras":
            return callKeras(e, callee.name, args, node);
        case "layer":
        case "model":
            return applyCall(e, callee, args, node);
        case "object": {
            const known = asCallable(callee);
            if (known) {
                return callBuiltin(e, known, thisValue, args, node);
            }
            return callee.layer ? applyCall(e, callee.layer, args, node) : callUnknown(e, args);
        }
        case "maybe":
            return callValue(e, callee.value, thisValue, args, node, scope);
        default: {
            const part = partOf(node.callee, scope);
            const ran = part && runPart(e, part, args.values, node);
            if (ran) {
                return ran;
            }
            if (!isHarmless(node.callee, scope)) {
                e.heap.lose(thisValue);
                return callUnknown(e, args);
            }
            return callUnknown(e, args, true);
        }
    }
}

/** Built-in functions count their arguments: `Math.max(...sizes)` of sizes nobody knows is not the largest of none. */
function callBuiltin(e: Evaluation, callee: Builtin, thisValue: Value, args: Arguments, node: CallNode): Value {
    if (args.open && !callee.takesOpen) {
        args.values.forEach(e.heap.lose);
        return callUnknown(e, args, true);
    }
    return callee.call(args.values, thisValue, node, args);
}

/** Globals whose functions keep their hands off their arguments. */
const harmless = new Set(["console", "JSON", "document", "window", "process", "performance", "expect", "assert", "tfvis", "alert", "log", "print", "parseInt", "parseFloat", "fetch", "String", "Number", "Boolean", "Symbol", "isNaN", "structuredClone", "describe", "it", "test", "setTimeout", "setInterval", "requestAnimationFrame"]);

function isHarmless(callee: Node, scope: Scope | undefined): boolean {
    let root = withoutTypes(callee);
    while (root.type === "MemberExpression" || root.type === "CallExpression") {
        root = withoutTypes(root.type === "MemberExpression" ? root.object : root.callee);
    }
    if (root.type !== "Identifier" || !harmless.has(root.name)) {
        return false;
    }
    const value = scope && find(scope, root.name)?.value;
    return !value || value.kind === "unknown" || (value.kind === "parameter" && value.stranger === true);
}

export function evaluateNew(e: Evaluation, node: TSESTree.NewExpression, scope: Scope): Value {
    const callee = evaluate(e, withoutTypes(node.callee), scope);
    const args = evaluateArguments(e, node.arguments, scope);
    return constructValue(e, callee, args, node);
}

export function constructValue(e: Evaluation, callee: Value, args: Arguments, node: CallNode): Value {
    switch (callee.kind) {
        case "class":
            return e.leavesFor(callee.scope) ? e.entering(node, () => construct(e, callee, args, node)) : construct(e, callee, args, node);
        case "function":
            return constructFunction(e, callee, args);
        case "maybe":
            return constructValue(e, callee.value, args, node);
        case "builtin":
            return constructGlobal(e, callee, args, node);
        case "object": {
            const known = asCallable(callee);
            return known ? constructGlobal(e, known, args, node) : callUnknown(e, args);
        }
        case "keras":
            return callKeras(e, callee.name, args, node);
        case "library":
            return constructLibrary(e, callee.path, args, node);
        default:
            return callUnknown(e, args);
    }
}

export function evaluateTaggedTemplate(e: Evaluation, node: TSESTree.TaggedTemplateExpression, scope: Scope): Value {
    const tag = withoutTypes(node.tag);
    const { base, value } = tag.type === "MemberExpression" ? evaluateMember(e, tag, scope) : { base: undefinedValue, value: evaluate(e, tag, scope) };
    const values = node.quasi.expressions.map((one) => evaluate(e, one, scope));
    if (value.kind !== "function") {
        return callUnknown(e, plainArguments(values));
    }
    return invoke(e, value, base, plainArguments([array(node.quasi.quasis.map((quasi) => string(String(quasi.value.cooked)))), ...values]));
}

/** A constructor in the old style: a function that fills `this`. */
function constructFunction(e: Evaluation, callee: FunctionValue, args: Arguments): Value {
    const made = inheriting(getProperty(e, callee, "prototype"));
    const result = invoke(e, callee, made, args, { newTarget: callee });
    switch (result.kind) {
        case "undefined":
        case "null":
        case "number":
        case "string":
        case "boolean":
        case "size":
            return made;
        case "unknown":
        case "maybe":
        case "parameter":
            return e.heap.merge(made, unknown);
        default:
            return result;
    }
}

/** Direct eval sees every variable in sight, from now on. */
function evaluateEval(e: Evaluation, args: Arguments, scope: Scope): Value {
    e.expose(scope);
    return callUnknown(e, args);
}

/** A call of a function value from inside a built-in: `array.map(fn)`. */
export function callBack(e: Evaluation, callee: Value, args: readonly Value[], node: CallNode, thisValue: Value = undefinedValue): Value {
    return callValue(e, callee, thisValue, plainArguments(args), node);
}
