/** Loops: run turn by turn while their bounds are known, and settled to what holds in every turn where they are not. */
import type { TSESTree } from "@typescript-eslint/types";
import { condition } from "./decisions.js";
import { evaluate } from "./expressions.js";
import { normal, type Completion, type Outcome } from "./control.js";
import type { Evaluation } from "./evaluation.js";
import { someItem } from "./gist.js";
import { growthOf, isRead, lengthen, lengthsBefore, noGrowth, turnsLeft, type TurnsLeft } from "./growth.js";
import { noChanges } from "./journal.js";
import type { Thing } from "./states.js";
import { add, constant, identical, subtract, unknown as unknownDim, type Dim } from "../shapes/dim.js";
import { isPerhapsFilled, iterable, iterate, keysOf } from "./iteration.js";
import { draw, type Drawn } from "./generators.js";
import { awaited } from "./late.js";
import { checkList } from "./models/results.js";
import { itemOf } from "./members.js";
import { assignPattern, bindPattern } from "./patterns.js";
import { run } from "./statements.js";
import { childScope, declarationsOf, declare, patternNames, type Scope } from "./scope.js";
import { assignedIn } from "./syntax.js";
import { havoc, havocElsewhere } from "./unseen.js";
import { array, count, dimOfValue, lastBirth, lengthOf, number, present, string, unknown } from "./making.js";
import type { ArrayValue, Node, Value } from "./values.js";

type Loop = (turn: Turn) => Completion;

interface Turn {
    /** Runs the body once; anything but a normal completion ends the loop. */
    readonly body: (scope: Scope) => Completion;
}

function isStraight(e: Evaluation, body: Node): boolean {
    return body.type === "BlockStatement" ? declarationsOf(e, body.body).isStraight : body.type === "ExpressionStatement";
}

function looping(e: Evaluation, body: Node, labels: readonly string[], loop: Loop): Completion {
    const isOurs = (label: string | undefined): boolean => label === undefined || labels.includes(label);
    const runBody = (scope: Scope): Completion => run(e, body, scope);
    const turn: Turn = {
        body: isStraight(e, body)
            ? runBody
            : (scope) =>
                  e.within(
                      () => runBody(scope),
                      (completion) => completion.kind === "continue" && isOurs(completion.label),
                  ),
    };
    return e.within(
        () => turning(e, () => loop(turn)),
        (completion) => completion.kind === "break" && isOurs(completion.label),
    );
}

/** Within the turns of a loop. */
export function turning<T>(e: Evaluation, body: () => T): T {
    const before = e.turning;
    e.turning++;
    try {
        return body();
    } finally {
        e.turning = before;
    }
}

export function runWhile(e: Evaluation, node: TSESTree.WhileStatement | TSESTree.DoWhileStatement, scope: Scope, labels: readonly string[]): Completion {
    return looping(e, node.body, labels, (turn) => {
        let first = node.type === "DoWhileStatement";
        const isIdle = patience(e, node, node.test.type === "Literal");
        for (;;) {
            e.step();
            const test = first ? true : condition(e, node.test, scope);
            first = false;
            if (test === false) {
                return normal;
            }
            if (test === undefined || isIdle()) {
                return settle(e, test === undefined, () => {
                    const completion = turn.body(scope);
                    if (completion.kind === "normal") {
                        evaluate(e, node.test, scope);
                    }
                    return completion;
                });
            }
            const completion = turn.body(scope);
            if (completion.kind !== "normal") {
                return completion;
            }
        }
    });
}

export function runFor(e: Evaluation, node: TSESTree.ForStatement, outer: Scope, labels: readonly string[]): Completion {
    let scope = childScope(outer);
    const names: string[] = [];
    if (node.init?.type === "VariableDeclaration") {
        if (node.init.kind !== "var") {
            for (const one of node.init.declarations) {
                patternNames(one.id, names);
            }
        }
        run(e, node.init, scope);
    } else {
        evaluate(e, node.init, scope);
    }
    return looping(e, node.body, labels, (turn) => {
        const isIdle = patience(e, node, !node.test);
        for (;;) {
            e.step();
            const test = node.test ? condition(e, node.test, scope) : true;
            if (test === false) {
                return normal;
            }
            if (test === undefined || isIdle()) {
                const turnOnce = (): Completion => {
                    const completion = turn.body(scope);
                    if (completion.kind === "normal" && node.update) {
                        evaluate(e, node.update, scope);
                    }
                    return completion;
                };
                return settle(e, test === undefined, turnOnce, counterOf(e, node, scope), test === undefined ? undefined : turnsLeft(e, node, scope));
            }
            const completion = turn.body(scope);
            if (completion.kind !== "normal") {
                return completion;
            }
            scope = nextTurn(scope, outer, names);
            if (node.update) {
                evaluate(e, node.update, scope);
            }
        }
    });
}

/** Every turn has its own copy of the loop's variables: a closure made in a turn keeps that turn's. */
function nextTurn(scope: Scope, outer: Scope, names: readonly string[]): Scope {
    const next = childScope(outer);
    for (const name of names) {
        declare(next, name, scope.get(name)?.value);
    }
    return next;
}

export function runForOf(e: Evaluation, node: TSESTree.ForOfStatement, scope: Scope, labels: readonly string[]): Completion {
    const source = iterable(e, evaluate(e, node.right, scope), node.await);
    if (!node.await) {
        checkList(e, node.right, source);
    }
    if (source.kind === "array" && !isPerhapsFilled(e, source)) {
        return overItems(e, node, source, scope, labels);
    }
    if (source.kind === "object" && source.generating && (node.await || !source.generating.callee.node.async)) {
        const drawn = draw(e, source, source.generating);
        const completion = overItems(e, node, drawn && array(drawn.values), scope, labels, drawn);
        drawn?.close();
        return completion;
    }
    const items = iterate(e, source);
    return overItems(e, node, items && array(items), scope, labels);
}

export function runForIn(e: Evaluation, node: TSESTree.ForInStatement, scope: Scope, labels: readonly string[]): Completion {
    const source = evaluate(e, node.right, scope);
    const keys = keysOf(present(source));
    return overItems(e, node, keys && array(keys.map(string)), scope, labels);
}

function overItems(e: Evaluation, node: TSESTree.ForOfStatement | TSESTree.ForInStatement, list: ArrayValue | undefined, outer: Scope, labels: readonly string[], drawn?: Drawn): Completion {
    const bind = (value: Value): Scope => {
        const scope = childScope(outer);
        if (node.left.type === "VariableDeclaration") {
            const pattern = node.left.declarations[0].id;
            if (node.left.kind === "var") {
                assignPattern(e, pattern, value, scope);
            } else {
                bindPattern(e, pattern, value, scope);
            }
        } else {
            assignPattern(e, node.left, value, scope);
        }
        return scope;
    };
    const waits = node.type === "ForOfStatement" && node.await;
    return looping(e, node.body, labels, (turn) => {
        const isIdle = patience(e, node);
        // An array is walked as it is then: the body may make it longer or shorter.
        for (let index = 0; list === undefined || list.open || index < list.items.length || drawn?.isWhole === false; index++) {
            e.step();
            // What a generator gives next may depend on what the turns before have done.
            const isUnknown = !list || list.open || index >= list.items.length || (index > 0 && drawn?.isStill(index + 1) === false);
            if (isUnknown || isIdle()) {
                list?.items.forEach(e.heap.lose);
                const left = drawn || !list ? undefined : () => turnsOver(list, index);
                const turnOnce = (): Completion => {
                    if (waits) {
                        havoc(e);
                    } else {
                        havocElsewhere(e);
                    }
                    const item = someItem(list);
                    return turn.body(bind(waits ? awaited(e, item) : item));
                };
                return settle(e, isUnknown, turnOnce, undefined, left);
            }
            const item = itemOf(list, index);
            const completion = turn.body(bind(waits ? awaited(e, item) : item));
            if (completion.kind !== "normal") {
                return completion;
            }
        }
        return normal;
    });
}

/** How many items there are from this one on. */
function turnsOver(list: ArrayValue, index: number): number | undefined {
    const all = lengthOf(list);
    return all === undefined ? undefined : all - index;
}

const mostRounds = 3;

const mostIdleSteps = 3000;
/** Where only the effect of a loop is asked for. */
const mostSilentSteps = 300;
const fewTurns = 3;

/**
 * A loop that has run for long without meeting a layer works on data. What it does in every turn is found out as for a
 * loop of unknown length: nobody asks for the ten-thousandth number. A loop that has lost our patience once loses it
 * sooner the next time; what it lost while only its effect was asked for counts half in earnest. One without a
 * condition, which is perhaps left from within, meets the same layers for ever.
 */
export function patience(e: Evaluation, loop: object, isEndless = false): () => boolean {
    const { branches } = e;
    const idleLoops = e.recording ? e.idleLoops : e.silentlyIdleLoops;
    const silently = e.silentlyIdleLoops.get(loop) ?? 0;
    const lost = Math.max(e.idleLoops.get(loop) ?? 0, e.recording ? silently >> 1 : silently);
    let most = (e.recording ? mostIdleSteps : mostSilentSteps) >> (2 * lost);
    let turns = 0;
    let met = e.met;
    let start = e.stepsUsed;
    return () => {
        if (isEndless && e.branches > branches) {
            return true;
        }
        if (e.met !== met) {
            met = e.met;
            start = e.stepsUsed;
            most = e.recording ? mostIdleSteps : mostSilentSteps;
        }
        turns++;
        if (turns <= fewTurns || e.stepsUsed - start <= most) {
            return false;
        }
        idleLoops.set(loop, Math.min(3, lost + 1));
        return true;
    };
}

/** What counts the turns, and is changed by nothing else. */
interface Counter {
    readonly name: string;
    get(): Value | undefined;
    set(value: Value): void;
    /** What it stays below. */
    bound(): Dim;
}

/** `i` in `for (let i = 0; i < n; i++)`. */
function counterOf(e: Evaluation, { init, test, update, body }: TSESTree.ForStatement, scope: Scope): Counter | undefined {
    if (init?.type !== "VariableDeclaration" || init.kind !== "let" || update?.type !== "UpdateExpression" || update.operator !== "++" || update.argument.type !== "Identifier") {
        return undefined;
    }
    const { name } = update.argument;
    const cell = scope.get(name);
    if (!cell || assignedIn(body).names.has(name)) {
        return undefined;
    }
    const limit = test?.type === "BinaryExpression" && test.left.type === "Identifier" && test.left.name === name && (test.operator === "<" || test.operator === "<=") && isRead(test.right) ? test : undefined;
    return {
        name,
        get: () => cell.value,
        set: (value) => {
            e.heap.set(cell, value);
        },
        bound: () => (limit ? add(dimOfValue(evaluate(e, limit.right, scope)), constant(limit.operator === "<" ? 0 : 1)) : unknownDim),
    };
}

/**
 * A loop that runs an unknown number of times. Where nothing is known of it, its first turn is run by itself: that one is
 * the first for sure. Of a loop that counts, so is the last one.
 */
export function settle(e: Evaluation, isUnknown: boolean, turn: () => Completion, counter?: Counter, left?: TurnsLeft): Completion {
    if (!isUnknown || !(e.recording && e.names)) {
        return settleRest(e, turn, counter, undefined, left);
    }
    const { noted } = e;
    const start = counter?.get();
    const bound = counter?.bound();
    if (counter && bound?.kind === "expression" && start?.kind === "number" && Number.isInteger(start.value) && start.value >= 0) {
        const several = e.fork(() => severalTurns(e, turn, counter, bound, start.value + 2));
        if (e.noted === noted) {
            return e.resolve([noTurn, ...several]);
        }
        counter.set(start);
        const only = e.fork(() => e.bounded({ dim: bound, least: start.value + 1, isExact: true }, turn));
        return e.resolve([noTurn, ...only, ...several]);
    }
    const all = left?.() ?? 0;
    const afterFirst = (): number | undefined => {
        const rest = left?.();
        return rest === undefined ? undefined : rest - 1;
    };
    const outcomes = e.fork(() => {
        const completion = turn();
        return completion.kind === "normal" ? settleRest(e, turn, counter, noted, left && afterFirst) : completion;
    });
    return e.resolve(all > 0 ? outcomes : [noTurn, ...outcomes]);
}

const noTurn: Outcome = { completion: normal, changes: noChanges };

/** The first turn, those between, and the last one. */
function severalTurns(e: Evaluation, turn: () => Completion, counter: Counter, bound: Dim, least: number): Completion {
    const { noted } = e;
    const first = e.bounded({ dim: bound, least }, turn);
    if (first.kind !== "normal" || e.noted === noted || !identical(counter.bound(), bound)) {
        return first.kind === "normal" ? settleRest(e, turn, counter, noted) : first;
    }
    const between = settleRest(
        e,
        () => {
            const known = counter.get();
            const now = known?.kind === "number" || (known?.kind === "size" && known.isCount) ? known : count(counter.name, least - 1);
            counter.set(now);
            return e.bounded({ dim: subtract(bound, dimOfValue(now)), least: 2 }, turn);
        },
        counter,
    );
    if (between.kind !== "normal") {
        return between;
    }
    if (!identical(counter.bound(), bound)) {
        return settleRest(e, turn, counter);
    }
    counter.set({ kind: "size", dim: subtract(bound, constant(1)), isCount: true });
    return e.bounded({ dim: bound, least }, turn);
}

/**
 * It is run silently until another turn changes nothing any more (what does change is joined, and so becomes unknown),
 * then once more in earnest from that state, unless nothing has been noted since `noted`.
 */
function settleRest(e: Evaluation, turn: () => Completion, counter: Counter | undefined, noted?: number, left?: TurnsLeft): Completion {
    const least = counter?.get();
    let lengths: ReadonlyMap<ArrayValue, number> = new Map();
    const finish = (outcomes: readonly Outcome[]): Completion => {
        const growth = lengths.size > 0 ? growthOf(e, lengths.keys(), turn) : noGrowth;
        const completion = e.resolve([noTurn, ...outcomes]);
        lengthen(e, growth, lengths, growth.size > 0 ? left?.() : undefined);
        return completion;
    };
    const touched = new Set<Thing>();
    for (let round = 1; ; round++) {
        const since = lastBirth();
        const outcomes = e.silently(() => e.fork(turn));
        const going = outcomes.filter((outcome) => outcome.completion.kind === "normal");
        if (left && round === 1) {
            lengths = lengthsBefore(outcomes);
        }
        const changed = e.heap.join([noChanges, ...going.map((outcome) => outcome.changes)], false, since);
        for (const { changes } of going) {
            for (const thing of changes.keys()) {
                touched.add(thing);
            }
        }
        if (!changed && (!e.recording || e.noted === noted)) {
            return finish(outcomes);
        }
        if (!changed) {
            break;
        }
        if (round === mostRounds) {
            for (const outcome of going) {
                e.heap.blurChanged(outcome.changes);
            }
            break;
        }
    }
    if (e.recording && e.names) {
        e.heap.carry(touched);
        const now = counter?.get();
        if (counter && (now?.kind === "parameter" || (now?.kind === "size" && !now.isCount)) && least?.kind === "number" && least.value >= 0) {
            counter.set(count(counter.name, least.value));
        }
    }
    return finish(e.fork(turn));
}

/**
 * The turns of a list that nobody knows, `length` long, from one on: each is told its index. `first` undefined: they do not
 * go upwards. `left`: how many there are in any case.
 */
export function turns(e: Evaluation, name: string, length: Dim, turn: (index: Value) => void, first?: number, left?: TurnsLeft): void {
    const isNamed = first !== undefined && e.recording && e.names;
    let index: Value = isNamed ? number(first) : unknown;
    const counter: Counter = {
        name,
        get: () => index,
        set: (value) => {
            index = value;
        },
        bound: () => length,
    };
    const once = (): Completion => {
        turn(index);
        index = isNamed ? count(name, first + 1) : unknown;
        return normal;
    };
    turning(e, () => settle(e, true, once, isNamed ? counter : undefined, left));
}
