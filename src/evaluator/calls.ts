/** Calls: the program's own functions are run with their arguments, libraries answer by their catalogue. */
import type { TSESTree } from "@typescript-eslint/types";
import { construct, superCall } from "./classes.js";
import { evaluate, evaluateMember } from "./expressions.js";
import { normal, ThrowSignal, type Completion, type Evaluation, type Outcome } from "./evaluation.js";
import { iterate } from "./iteration.js";
import { applyCall } from "./layers.js";
import { callLibrary, constructLibrary } from "./library.js";
import { callKeras } from "./keras.js";
import { callMethod } from "./methods.js";
import { join } from "./heap.js";
import { bindPattern } from "./patterns.js";
import { asCallable, constructGlobal } from "./globals.js";
import { hoist, runStatements } from "./statements.js";
import { childScope, declare, find, type Scope } from "./scope.js";
import { array, promise, undefinedValue, unknown, type CallNode, type FunctionValue, type Node, type Value } from "./values.js";

export interface Arguments {
    readonly values: readonly Value[];
    /** The expression each value came from; undefined for those that were spread. */
    readonly nodes: readonly (Node | undefined)[];
    /** Something unknown was spread into them: there may be more, and the last ones are not sure. */
    readonly open: boolean;
}

export const noArguments: Arguments = { values: [], nodes: [], open: false };

export function plainArguments(values: readonly Value[]): Arguments {
    return { values, nodes: values.map(() => undefined), open: false };
}

export function evaluateArguments(e: Evaluation, nodes: readonly Node[], scope: Scope): Arguments {
    const values: Value[] = [];
    const from: (Node | undefined)[] = [];
    let open = false;
    for (const node of nodes) {
        if (node.type === "SpreadElement") {
            const spread = iterate(e, evaluate(e, node.argument, scope));
            if (spread) {
                for (const one of spread) {
                    values.push(open ? unknown : one);
                    from.push(undefined);
                }
            } else {
                open = true;
            }
        } else {
            const value = evaluate(e, node, scope);
            values.push(open ? unknown : value);
            from.push(node);
        }
    }
    return { values, nodes: from, open };
}

export function evaluateCall(e: Evaluation, node: TSESTree.CallExpression, scope: Scope): Value {
    const callee = stripTypes(node.callee);
    if (callee.type === "Super") {
        return superCall(e, evaluateArguments(e, node.arguments, scope), node);
    }
    if (callee.type !== "MemberExpression") {
        const value = evaluate(e, callee, scope);
        if (node.optional && isNullish(value)) {
            return undefinedValue;
        }
        return callValue(e, value, undefinedValue, evaluateArguments(e, node.arguments, scope), node, scope);
    }
    const { base, value, key } = evaluateMember(e, callee, scope);
    if (isNullish(base)) {
        // `a?.b()` on nothing is nothing; `a.b()` on nothing throws, or we do not know enough: go on as unknown.
        evaluateArguments(e, node.arguments, scope);
        return callee.optional ? undefinedValue : unknown;
    }
    const args = evaluateArguments(e, node.arguments, scope);
    if (node.optional && isNullish(value) && base.kind !== "unknown") {
        return undefinedValue;
    }
    if (key !== undefined && callee.object.type !== "Super") {
        const answer = callMethod(e, base, key, value, args, node, scope);
        if (answer) {
            return answer;
        }
    }
    return callValue(e, value, base, args, node, scope);
}

function stripTypes(node: Node): Node {
    switch (node.type) {
        case "ChainExpression":
        case "TSNonNullExpression":
        case "TSAsExpression":
        case "TSSatisfiesExpression":
        case "TSTypeAssertion":
        case "TSInstantiationExpression":
            return stripTypes(node.expression);
        default:
            return node;
    }
}

function isNullish(value: Value): boolean {
    return value.kind === "undefined" || value.kind === "null";
}

export function callValue(e: Evaluation, callee: Value, thisValue: Value, args: Arguments, node: CallNode, scope?: Scope): Value {
    switch (callee.kind) {
        case "function":
            return invoke(e, callee, thisValue, args);
        case "builtin":
            return callee.call(args.values, thisValue, node);
        case "library":
            return callLibrary(e, callee.path, args, node);
        case "keras":
            return callKeras(e, callee.name, args, node);
        case "layer":
        case "model":
            return applyCall(e, callee, args, node);
        case "object": {
            const known = asCallable(callee);
            if (known) {
                return known.call(args.values, thisValue, node);
            }
            return callee.layer ? applyCall(e, callee.layer, args, node) : callUnknown(e, args);
        }
        default:
            return callUnknown(e, args, isHarmless(node.callee, scope));
    }
}

/** Globals whose functions keep their hands off their arguments. */
const harmless = new Set(["console", "JSON", "document", "window", "process", "performance", "expect", "assert", "tfvis", "alert", "log", "print", "parseInt", "parseFloat", "fetch", "String", "Number", "Boolean", "Symbol", "isNaN", "structuredClone", "describe", "it", "test", "setTimeout", "setInterval", "requestAnimationFrame"]);

function isHarmless(callee: Node, scope: Scope | undefined): boolean {
    let root = stripTypes(callee);
    while (root.type === "MemberExpression" || root.type === "CallExpression") {
        root = stripTypes(root.type === "MemberExpression" ? root.object : root.callee);
    }
    if (root.type !== "Identifier" || !harmless.has(root.name)) {
        return false;
    }
    const cell = scope && find(scope, root.name);
    return !cell || cell.value === undefined || cell.value.kind === "unknown";
}

/** A function nobody can see: it may change what it is given, and call back. */
export function callUnknown(e: Evaluation, args: Arguments, isHarmlessCall = false): Value {
    if (!isHarmlessCall) {
        e.freeNames.clear();
    }
    for (const value of args.values) {
        if (value.kind === "function") {
            runPerhaps(e, value);
        } else if (!isHarmlessCall) {
            e.heap.forget(value);
        }
    }
    return unknown;
}

/** What a callback would change if somebody called it. It is evaluated in earnest with the functions nobody calls. */
export function runPerhaps(e: Evaluation, callback: FunctionValue): void {
    if (e.frames.some((frame) => frame.node === callback.node)) {
        return;
    }
    const outcomes = e.silently(() =>
        e.fork(() => {
            invoke(e, callback, unknown, plainArguments(callback.node.params.map(() => unknown)), true);
            return normal;
        }),
    );
    e.heap.join([new Map(), ...outcomes.filter((one) => one.completion.kind !== "throw").map((one) => one.changes)]);
}

export function evaluateNew(e: Evaluation, node: TSESTree.NewExpression, scope: Scope): Value {
    const callee = evaluate(e, stripTypes(node.callee), scope);
    const args = evaluateArguments(e, node.arguments, scope);
    return constructValue(e, callee, args, node);
}

export function constructValue(e: Evaluation, callee: Value, args: Arguments, node: CallNode): Value {
    switch (callee.kind) {
        case "class":
            return construct(e, callee, args, node);
        case "function": {
            // A constructor function in the old style: what it puts on `this` is not followed.
            callUnknown(e, args);
            return unknown;
        }
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
    evaluate(e, node.tag, scope);
    const values = node.quasi.expressions.map((one) => evaluate(e, one, scope));
    return callUnknown(e, plainArguments(values));
}

const mostCalls = 150;

/** Runs a function of the program. `perhaps`: only to see what it would change. */
export function invoke(e: Evaluation, callee: FunctionValue, thisValue: Value, args: Arguments, perhaps = false): Value {
    e.step();
    const { node } = callee;
    if (isRunaway(e, callee)) {
        callUnknown(e, args);
        return unknown;
    }
    if (!perhaps && e.recording) {
        e.called.add(node);
    }
    if (node.generator) {
        callUnknown(e, args);
        return unknown;
    }
    const isArrow = node.type === "ArrowFunctionExpression";
    const scope = childScope(callee.scope);
    if (node.type === "FunctionExpression" && node.id) {
        declare(scope, node.id.name, callee);
    }
    const frame = {
        node,
        thisValue: isArrow || callee.thisValue ? (callee.thisValue ?? unknown) : thisValue,
        home: callee.home,
        static: callee.static ?? false,
        newTarget: false,
        branches: e.branches,
        self: undefined,
    };
    const caller = e.module;
    const depth = e.depth;
    e.module = callee.scope.root;
    e.frames.push(frame);
    e.enter();
    try {
        bindParameters(e, callee, args, scope);
        const value = runBody(e, callee, scope);
        return node.async ? promise(value) : value;
    } finally {
        e.depth = depth;
        e.frames.pop();
        e.module = caller;
    }
}

/** Recursion that nothing known will end: it goes on under conditions that cannot be decided, or too deep. */
function isRunaway(e: Evaluation, callee: FunctionValue): boolean {
    if (e.frames.length > mostCalls) {
        return true;
    }
    let undecided = 0;
    let branches = e.branches;
    for (let i = e.frames.length - 1; i >= 0; i--) {
        const frame = e.frames[i];
        if (frame?.node === callee.node && frame.branches < branches) {
            undecided++;
            branches = frame.branches;
            if (undecided >= 2) {
                return true;
            }
        }
    }
    return false;
}

function bindParameters(e: Evaluation, callee: FunctionValue, args: Arguments, scope: Scope): void {
    callee.node.params.forEach((pattern, index) => {
        if (pattern.type === "RestElement") {
            const rest = array(args.values.slice(index));
            rest.open = args.open;
            bindPattern(e, pattern.argument, rest, scope);
            return;
        }
        const given = args.values[index];
        bindPattern(e, pattern, given ?? (args.open ? unknown : undefinedValue), scope);
        if (pattern.type === "TSParameterProperty") {
            assignParameterProperty(e, pattern, scope);
        }
    });
}

/** `constructor(private readonly h: number)` also sets the field. */
function assignParameterProperty(e: Evaluation, pattern: TSESTree.TSParameterProperty, scope: Scope): void {
    const inner: Node = pattern.parameter.type === "AssignmentPattern" ? pattern.parameter.left : pattern.parameter;
    const self = e.frame?.self ?? e.frame?.thisValue;
    if (inner.type === "Identifier" && self?.kind === "object") {
        e.heap.touch(self);
        self.fields.set(inner.name, { value: find(scope, inner.name)?.value ?? unknown, node: undefined });
    }
}

function runBody(e: Evaluation, callee: FunctionValue, scope: Scope): Value {
    const { body } = callee.node;
    // Overload signatures and abstract methods have none, and unfinished code may have anything.
    if (body.type !== "BlockStatement") {
        return evaluate(e, body, scope);
    }
    hoist(e, body.body, scope, true);
    const ended = e.outcomesOf(() => runStatements(e, body.body, scope));
    return Array.isArray(ended) ? joinReturns(e, ended) : returned(ended as Completion);
}

function returned(completion: Completion): Value {
    switch (completion.kind) {
        case "return":
            return completion.value;
        case "throw":
            throw new ThrowSignal();
        default:
            return undefinedValue;
    }
}

function joinReturns(e: Evaluation, outcomes: readonly Outcome[]): Value {
    const going = outcomes.filter((outcome) => outcome.completion.kind !== "throw");
    if (going.length === 0) {
        throw new ThrowSignal();
    }
    e.heap.join(going.map((outcome) => outcome.changes));
    return going.map((outcome) => returned(outcome.completion)).reduce(join);
}

/** A call of a function value from inside a built-in: `array.map(fn)`. */
export function callBack(e: Evaluation, callee: Value, args: readonly Value[], node: CallNode, thisValue: Value = undefinedValue): Value {
    return callValue(e, callee, thisValue, plainArguments(args), node);
}

/** Parameters nobody passes anything for, as symbols of their own names. */
export function parameterArguments(callee: FunctionValue, valueOf: (pattern: Node, name: string) => Value): Arguments {
    return plainArguments(
        callee.node.params.map((pattern) => {
            const target = pattern.type === "TSParameterProperty" ? pattern.parameter : pattern;
            const inner = target.type === "AssignmentPattern" ? target.left : target;
            const name = inner.type === "Identifier" ? inner.name : "argument";
            return inner.type === "RestElement" ? unknown : valueOf(inner, name);
        }),
    );
}

