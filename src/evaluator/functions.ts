/** Functions of the program: they are run with their arguments, each time they are called. */
import type { TSESTree } from "@typescript-eslint/types";
import { plainArguments, type Arguments } from "./arguments.js";
import { evaluate } from "./expressions.js";
import { isSeveral, ThrowSignal, type Completion, type Outcome } from "./control.js";
import type { Evaluation } from "./evaluation.js";
import { generator } from "./generators.js";
import { later } from "./late.js";
import { firstAwait } from "./syntax.js";
import { bindPattern } from "./patterns.js";
import { hoist, runStatements } from "./statements.js";
import { childScope, declarationsOf, declare, find, type Scope } from "./scope.js";
import { callUnknown, recur, runPerhaps } from "./unseen.js";
import { array, promise, undefinedValue, unknown } from "./making.js";
import type { FunctionValue, Node, Value } from "./values.js";

const mostCalls = 150;

export interface Circumstances {
    /** It is run only to see what it would change. */
    readonly perhaps?: boolean;
    /** However deep its calls are nested. */
    readonly anyway?: boolean;
    readonly newTarget?: Value | undefined;
}

/** Runs a function of the program. */
export function invoke(e: Evaluation, callee: FunctionValue, thisValue: Value, args: Arguments, { perhaps = false, anyway = false, newTarget }: Circumstances = {}): Value {
    e.step();
    const { node } = callee;
    if (!anyway && isRunaway(e, callee)) {
        recur(e, callee, thisValue);
        return callUnknown(e, args);
    }
    if (!perhaps && e.recording) {
        e.called.add(node);
    }
    if (node.generator && !perhaps) {
        // Its body runs bit by bit, whenever somebody asks for a value.
        if (!args.open) {
            return generator({ callee, thisValue, args });
        }
        for (const value of args.values) {
            e.heap.lose(value);
        }
        e.heap.lose(callee);
        runPerhaps(e, callee, thisValue);
        return unknown;
    }
    return e.mayFail.size > 0 && e.mayFail.has(node) ? enterSupposing(e, callee, thisValue, args, newTarget) : enter(e, callee, thisValue, args, newTarget);
}

/** Apart from `invoke`, which would otherwise keep its parameters for this function each time it is run. */
function enterSupposing(e: Evaluation, callee: FunctionValue, thisValue: Value, args: Arguments, newTarget: Value | undefined): Value {
    return e.supposing(() => enter(e, callee, thisValue, args, newTarget));
}

/** Runs the whole body of a generator at once. */
export function runGenerator(e: Evaluation, callee: FunctionValue, thisValue: Value, args: Arguments): void {
    if (!isRunaway(e, callee)) {
        enter(e, callee, thisValue, args, undefined);
    }
}

function enter(e: Evaluation, callee: FunctionValue, thisValue: Value, args: Arguments, newTarget: Value | undefined): Value {
    const { node } = callee;
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
        newTarget: isArrow ? e.frame?.newTarget : (newTarget ?? undefinedValue),
        given: isArrow || args.open ? undefined : args.values,
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
        return node.async && !node.generator ? runAsync(e, callee, scope) : runBody(e, callee, scope);
    } finally {
        e.depth = depth;
        e.frames.pop();
        e.module = caller;
    }
}

/** Recursion that nothing known will end: it goes on under conditions that cannot be decided, or too deep. */
function isRunaway(e: Evaluation, callee: FunctionValue): boolean {
    if (e.frames.length > mostCalls || e.isDeepForCalls) {
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
    let index = 0;
    for (const pattern of callee.node.params) {
        if (pattern.type === "RestElement") {
            const rest = array(args.values.slice(index), { type: "gathered", elements: args.nodes.slice(index), lists: args.lists });
            rest.open = args.open;
            bindPattern(e, pattern.argument, rest, scope);
            continue;
        }
        const given = args.values[index];
        bindPattern(e, pattern, given ?? (args.open ? unknown : undefinedValue), scope);
        if (pattern.type === "TSParameterProperty") {
            assignParameterProperty(e, pattern, scope);
        }
        index++;
    }
}

/** `constructor(private readonly h: number)` also sets the field. */
function assignParameterProperty(e: Evaluation, pattern: TSESTree.TSParameterProperty, scope: Scope): void {
    const inner = pattern.parameter.type === "AssignmentPattern" ? pattern.parameter.left : pattern.parameter;
    const self = e.frame?.self ?? e.frame?.thisValue;
    if (inner.type === "Identifier" && self?.kind === "object") {
        e.heap.touch(self);
        self.fields.set(inner.name, { value: find(scope, inner.name)?.value ?? unknown, node: undefined });
    }
}

function runBody(e: Evaluation, { node: { body } }: FunctionValue, scope: Scope): Value {
    // Overload signatures and abstract methods have none, and unfinished code may have anything.
    if (body.type !== "BlockStatement") {
        return evaluate(e, body, scope);
    }
    const declarations = declarationsOf(e, body.body);
    hoist(e, declarations, scope, true);
    return runToEnd(e, body.body, declarations.isStraight, scope);
}

function runToEnd(e: Evaluation, statements: readonly Node[], isStraight: boolean, scope: Scope): Value {
    return isStraight ? returned(runStatements(e, statements, scope)) : runBranching(e, statements, scope);
}

function runBranching(e: Evaluation, statements: readonly Node[], scope: Scope): Value {
    const ended = e.outcomesOf(() => runStatements(e, statements, scope));
    return isSeveral(ended) ? joinReturns(e, ended) : returned(ended);
}

/** An async function is run at once up to its first `await`, and goes on some time later. */
function runAsync(e: Evaluation, callee: FunctionValue, scope: Scope): Value {
    try {
        return runUntilPause(e, callee, scope);
    } catch (error) {
        if (error instanceof ThrowSignal) {
            return unknown;
        }
        throw error;
    }
}

function runUntilPause(e: Evaluation, callee: FunctionValue, scope: Scope): Value {
    const { body } = callee.node;
    const pause = firstAwait(body);
    if (pause === undefined) {
        return promise(runBody(e, callee, scope));
    }
    if (body.type !== "BlockStatement") {
        return later(e, () => evaluate(e, body, scope));
    }
    hoist(e, declarationsOf(e, body.body), scope, true);
    // What comes before has no way out but to throw: that rejects the promise.
    const before = runStatements(e, body.body.slice(0, pause), scope);
    return before.kind === "normal" ? later(e, () => runBranching(e, body.body.slice(pause), scope)) : unknown;
}

function returned(completion: Completion): Value {
    switch (completion.kind) {
        case "return":
            return completion.value;
        case "throw":
            throw new ThrowSignal(completion.value);
        default:
            return undefinedValue;
    }
}

function joinReturns(e: Evaluation, outcomes: readonly Outcome[]): Value {
    const going = outcomes.filter((outcome) => outcome.completion.kind !== "throw");
    if (going.length === 0) {
        throw new ThrowSignal(unknown);
    }
    e.heap.join(going.map((outcome) => outcome.changes));
    return going.map((outcome) => returned(outcome.completion)).reduce(e.heap.merge);
}

/** Parameters nobody passes anything for, as symbols of their own names. Whoever calls may pass more than is declared. */
export function parameterArguments({ node: { params } }: FunctionValue, valueOf: (pattern: Node, name: string) => Value): Arguments {
    const values = params.filter((pattern) => pattern.type !== "RestElement").map((pattern) => {
        const target = pattern.type === "TSParameterProperty" ? pattern.parameter : pattern;
        const inner = target.type === "AssignmentPattern" ? target.left : target;
        return valueOf(inner, inner.type === "Identifier" ? inner.name : "argument");
    });
    return { ...plainArguments(values), open: true };
}

