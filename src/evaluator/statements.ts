/** Statements, and the ways control leaves them. */
import { isKerasGlobal } from "../apis/keras.js";
import type { TSESTree } from "@typescript-eslint/types";
import { isAttempt } from "./attempts.js";
import { evaluateClass } from "./classes.js";
import { condition } from "./decisions.js";
import { closure, evaluate } from "./expressions.js";
import { normal, type Completion, type Outcome } from "./control.js";
import { checkTakenApart } from "./models/results.js";
import { handToMarkup } from "./markup.js";
import type { Evaluation } from "./evaluation.js";
import { runFor, runForIn, runForOf, runWhile } from "./loops.js";
import { exportDeclaration, importDeclaration } from "./modules.js";
import { globalValue } from "./globals.js";
import { annotatedParameter, evaluateEnum, evaluateNamespace } from "./typescript.js";
import { strictlyEqual } from "./operators.js";
import { assignPattern, bindPattern } from "./patterns.js";
import { childScope, declarationsOf, declare, type Declarations, type Scope } from "./scope.js";
import { undefinedValue, unknown } from "./making.js";
import type { Node, Value } from "./values.js";

/** Declares what a list of statements declares. Functions are there from the start, `var`s are undefined. */
export function hoist(e: Evaluation, { vars, lexical, functions }: Declarations, scope: Scope, isFunctionBody: boolean): void {
    if (isFunctionBody) {
        for (const name of vars) {
            if (!scope.get(name)) {
                // A script that declares a global there is already leaves it as it is.
                declare(scope, name, !scope.parent && e.options.globals.includes(name) ? e.library : undefinedValue);
            }
        }
    }
    for (const name of lexical) {
        declare(scope, name);
    }
    for (const node of functions) {
        if (node.id) {
            declare(scope, node.id.name, closure(e, node, scope));
        }
    }
}

export function runStatements(e: Evaluation, statements: readonly Node[], scope: Scope): Completion {
    for (const statement of statements) {
        const completion = run(e, statement, scope);
        if (completion.kind !== "normal") {
            return completion;
        }
    }
    return normal;
}

export function runBlock(e: Evaluation, statements: readonly Node[], outer: Scope): Completion {
    const declarations = declarationsOf(e, statements);
    if (declarations.lexical.length === 0 && declarations.functions.length === 0) {
        return runStatements(e, statements, outer);
    }
    const scope = childScope(outer);
    hoist(e, declarations, scope, false);
    return runStatements(e, statements, scope);
}

const noLabels: readonly string[] = [];

export function run(e: Evaluation, node: Node | null | undefined, scope: Scope, labels: readonly string[] = noLabels): Completion {
    if (!node) {
        return normal;
    }
    e.step();
    switch (node.type) {
        case "ExpressionStatement":
            evaluate(e, node.expression, scope);
            return normal;
        case "VariableDeclaration":
            runDeclaration(e, node, scope);
            return normal;
        case "ReturnStatement":
            return { kind: "return", value: node.argument ? evaluate(e, node.argument, scope) : undefinedValue };
        case "FunctionDeclaration":
            return normal;
        default: {
            // Not undone when something is thrown: whoever catches it sets the depth back.
            e.enter();
            const completion = runRest(e, node, scope, labels);
            e.leave();
            return completion;
        }
    }
}

function runRest(e: Evaluation, node: Node, scope: Scope, labels: readonly string[]): Completion {
    switch (node.type) {
        case "BlockStatement":
            return runBlock(e, node.body, scope);
        case "IfStatement":
            return runIf(e, node, scope);
        case "ForStatement":
            return runFor(e, node, scope, labels);
        case "ForOfStatement":
            return runForOf(e, node, scope, labels);
        case "ForInStatement":
            return runForIn(e, node, scope, labels);
        case "WhileStatement":
        case "DoWhileStatement":
            return runWhile(e, node, scope, labels);
        case "BreakStatement":
            return { kind: "break", label: node.label?.name };
        case "ContinueStatement":
            return { kind: "continue", label: node.label?.name };
        case "ThrowStatement":
            return thrown(e, evaluate(e, node.argument, scope));
        case "TryStatement":
            return runTry(e, node, scope);
        case "SwitchStatement":
            return runSwitch(e, node, scope);
        case "LabeledStatement":
            return runLabeled(e, node, scope, [...labels, node.label.name]);
        case "ClassDeclaration": {
            if (node.declare && node.id && isKerasGlobal(node.id.name)) {
                declare(scope, node.id.name, globalValue(e, node.id.name));
                return normal;
            }
            const made = evaluateClass(e, node, scope);
            if (node.id) {
                bindPattern(e, node.id, made, scope);
            }
            return normal;
        }
        case "ImportDeclaration":
            importDeclaration(e, node, scope);
            return normal;
        case "ExportNamedDeclaration":
        case "ExportDefaultDeclaration":
        case "ExportAllDeclaration":
            return exportDeclaration(e, node, scope);
        case "TSEnumDeclaration":
            evaluateEnum(e, node, scope);
            return normal;
        case "TSModuleDeclaration":
            evaluateNamespace(e, node, scope);
            return normal;
        case "TSImportEqualsDeclaration":
            importDeclaration(e, node, scope);
            return normal;
        case "TSExportAssignment":
            evaluate(e, node.expression, scope);
            return normal;
        default:
            return normal;
    }
}

function runLabeled(e: Evaluation, { label: { name }, body }: TSESTree.LabeledStatement, scope: Scope, labels: readonly string[]): Completion {
    return e.within(
        () => run(e, body, scope, labels),
        (completion) => completion.kind === "break" && completion.label === name,
    );
}

function runDeclaration(e: Evaluation, node: TSESTree.VariableDeclaration, scope: Scope): void {
    if ("declare" in node && node.declare) {
        declareOnly(e, node, scope);
        return;
    }
    for (const one of node.declarations) {
        const value = one.init ? evaluate(e, one.init, scope) : undefinedValue;
        if (one.id.type === "ArrayPattern" && one.init) {
            checkTakenApart(e, one.id, one.init, value);
        }
        if (node.kind !== "var") {
            bindPattern(e, one.id, value, scope);
        } else if (one.init) {
            assignPattern(e, one.id, value, scope);
        }
    }
    if (e.options.markup !== undefined) {
        handToMarkup(e, node, scope);
    }
}

/** `declare const h: number`: a global, or something with a value that nobody in sight knows. */
function declareOnly(e: Evaluation, node: TSESTree.VariableDeclaration, scope: Scope): void {
    for (const { id } of node.declarations) {
        if (id.type === "Identifier") {
            const known = globalValue(e, id.name);
            const isKnown = known.kind !== "parameter" && known.kind !== "unknown";
            declare(scope, id.name, isKnown ? known : node.kind === "const" ? annotatedParameter(id, id.name) : unknown);
        }
    }
}

function runIf(e: Evaluation, node: TSESTree.IfStatement, scope: Scope): Completion {
    // `else if` in turn, as deep as it may be nested.
    for (let at = node; ; ) {
        const { test, consequent, alternate } = at;
        const answer = condition(e, test, scope);
        if (answer === undefined) {
            return runEither(e, consequent, alternate, scope);
        }
        if (answer || alternate?.type !== "IfStatement") {
            return run(e, answer ? consequent : alternate, scope);
        }
        at = alternate;
    }
}

function runEither(e: Evaluation, consequent: Node, alternate: Node | null | undefined, scope: Scope): Completion {
    return e.resolve([...e.fork(() => run(e, consequent, scope)), ...e.fork(() => run(e, alternate, scope))]);
}

function runSwitch(e: Evaluation, node: TSESTree.SwitchStatement, outer: Scope): Completion {
    const value = evaluate(e, node.discriminant, outer);
    const scope = childScope(outer);
    for (const one of node.cases) {
        hoist(e, declarationsOf(e, one.consequent), scope, false);
    }
    const isBreak = (completion: Completion): boolean => completion.kind === "break" && completion.label === undefined;
    const runFrom = (start: number): Completion => {
        for (const one of node.cases.slice(start)) {
            const completion = runStatements(e, one.consequent, scope);
            if (completion.kind !== "normal") {
                return completion;
            }
        }
        return normal;
    };
    const possible: number[] = [];
    let decided = false;
    for (const [index, one] of node.cases.entries()) {
        if (!one.test) {
            continue;
        }
        const same = strictlyEqual(value, evaluate(e, one.test, scope));
        if (same !== false) {
            possible.push(index);
        }
        if (same === true) {
            decided = true;
            break;
        }
    }
    const otherwise = node.cases.findIndex((one) => !one.test);
    const [first] = possible;
    if (possible.length === 1 && decided && first !== undefined) {
        return e.within(() => runFrom(first), isBreak);
    }
    if (possible.length === 0) {
        return otherwise < 0 ? normal : e.within(() => runFrom(otherwise), isBreak);
    }
    const starts = decided ? possible : [...possible, otherwise < 0 ? node.cases.length : otherwise];
    const outcomes = starts.flatMap((start) => e.fork(() => runFrom(start)));
    return e.within(() => e.resolve(outcomes, isBreak), isBreak);
}

function thrown(e: Evaluation, value: Value): Completion {
    e.heap.risk();
    return { kind: "throw", value };
}

function runTry(e: Evaluation, node: TSESTree.TryStatement, scope: Scope): Completion {
    const { finalizer } = node;
    if (!finalizer) {
        return runGuarded(e, node, scope);
    }
    const { result, seen } = e.heap.watch((): readonly Outcome[] => e.fork(() => runGuarded(e, node, scope), true));
    const goesOn = result.some((outcome) => outcome.completion.kind !== "throw");
    if (seen && goesOn) {
        // Something may be thrown: the finalizer is judged for all the states in which that may leave it.
        e.fork(() => {
            e.heap.join([...result.map((outcome) => outcome.changes), e.heap.changesTo(seen)]);
            const completion = run(e, finalizer, scope);
            // What was thrown goes on from here.
            e.heap.risk();
            return completion;
        });
        const thrown: Outcome = { completion: { kind: "throw", value: unknown }, changes: e.heap.changesTo(seen) };
        return e.silently(() => finished(e, [...result, thrown], finalizer, scope));
    }
    return finished(e, result, finalizer, scope);
}

/** Whichever way a block is left, its finalizer follows. One that leaves by itself goes on from what was thrown as well. */
function finished(e: Evaluation, outcomes: readonly Outcome[], finalizer: TSESTree.BlockStatement, scope: Scope): Completion {
    const finish = (completion: Completion): Completion => {
        const last = run(e, finalizer, scope);
        return last.kind === "normal" ? completion : last;
    };
    const goesOn = ({ completion }: Outcome): boolean => completion.kind !== "throw";
    const { body } = finalizer;
    const leavesNever = declarationsOf(e, body).isStraight && !body.some(({ type }) => type === "ReturnStatement");
    const ways = leavesNever ? outcomes.filter(goesOn) : outcomes;
    if (ways.length < 2) {
        return finish(e.resolve(outcomes));
    }
    return e.resolve(
        ways.flatMap(({ completion, changes }) =>
            e.fork(() => {
                e.heap.apply(changes);
                return finish(completion);
            })
        )
    );
}

function runGuarded(e: Evaluation, node: TSESTree.TryStatement, scope: Scope): Completion {
    const { handler } = node;
    if (!handler) {
        return run(e, node.block, scope);
    }
    const attempt = (isSure: boolean): readonly Outcome[] => e.fork(() => run(e, node.block, scope), isSure);
    // What is done in another way where it fails is no mistake.
    const { result: tried, seen } = e.heap.watch(() => (isAttempt(node, scope) ? e.supposing(() => attempt(false)) : attempt(true)));
    if (!seen) {
        return e.resolve(tried);
    }
    const handle = (value: Value): Completion => {
        e.heap.suppose(seen);
        const inner = childScope(scope);
        if (handler.param) {
            bindPattern(e, handler.param, value, inner);
        }
        return run(e, handler.body, inner);
    };
    const [only] = tried;
    if (tried.every((outcome) => outcome.completion.kind === "throw")) {
        return handle(tried.length === 1 && only?.completion.kind === "throw" ? only.completion.value : unknown);
    }
    return e.resolve([...tried.filter((outcome) => outcome.completion.kind !== "throw"), ...e.fork(() => handle(unknown))]);
}
