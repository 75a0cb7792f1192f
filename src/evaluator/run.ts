/** The way in: runs a program, then the functions that nobody in it calls. */
import type { TSESTree } from "@typescript-eslint/types";
import { assignedFields } from "./assigned-fields.js";
import { invoke, noArguments, parameterArguments } from "./calls.js";
import { construct } from "./classes.js";
import { BudgetSignal, Evaluation, normal, ThrowSignal, type EvaluationOptions, type Event, type Outcome } from "./evaluation.js";
import { runModule } from "./modules.js";
import { annotatedParameter } from "./typescript.js";
import { unknown, type CallNode, type ClassValue, type FunctionValue, type Node, type ObjectValue, type Value } from "./values.js";
import type { DataFormat } from "./evaluation.js";

export interface EvaluationResult {
    readonly events: readonly Event[];
    readonly steps: number;
    /** Set when the budget ran out before the end. */
    readonly unfinished: boolean;
    readonly formatNeeded: boolean;
    readonly pinnedFormats: ReadonlySet<DataFormat>;
    /** The modules of the project that were read. */
    readonly modules: readonly string[];
}

export function evaluateProgram(program: TSESTree.Program, options: EvaluationOptions): EvaluationResult {
    const e = new Evaluation(options);
    let unfinished = false;
    try {
        runMain(e, program);
    } catch (error) {
        if (!(error instanceof BudgetSignal)) {
            throw error;
        }
        unfinished = true;
    }
    return {
        events: e.events,
        steps: e.stepsUsed,
        unfinished,
        formatNeeded: e.formatNeeded,
        pinnedFormats: e.pinnedFormats,
        modules: [...e.modules.keys()],
    };
}

function runMain(e: Evaluation, program: TSESTree.Program): void {
    runModule(e, { path: e.options.filename, program });
    e.module = e.main;
    runUncalled(e);
}

const mostRounds = 3;

/** A function that nobody calls may not take all the steps there are: others are waiting. */
const stepsForUncalled = 5000;

/**
 * Functions nobody calls are run with symbols for their parameters, each as if it were the only one called. What one of
 * them changes, another may see: until that settles, the round is done again from the joined state.
 */
function runUncalled(e: Evaluation): void {
    const start = e.events.length;
    const called = new Set(e.called);
    try {
        for (let round = 1; round <= mostRounds; round++) {
            e.events.length = start;
            e.called.clear();
            called.forEach((node) => e.called.add(node));
            if (!runRound(e)) {
                return;
            }
        }
    } catch (error) {
        // Cut off before it settled: shapes may still be told, but no mistake is certain.
        const found = e.events.splice(start);
        e.events.push(...found.filter((event) => event.kind !== "finding"));
        throw error;
    }
}

function runRound(e: Evaluation): boolean {
    let changed = false;
    const done = new Set<Node>();
    // Functions made by functions nobody calls are found on the way.
    for (;;) {
        const next = nextUncalled(e, done);
        if (!next) {
            return changed;
        }
        done.add(next.node);
        let outcomes: readonly Outcome[] = [];
        const depth = e.depth;
        const isDone = e.affords(stepsForUncalled, () => {
            outcomes = e.fork(() => {
                next.run();
                return normal;
            });
        });
        if (!isDone) {
            e.depth = depth;
            continue;
        }
        const going = outcomes.filter((outcome) => outcome.completion.kind !== "throw");
        changed = e.heap.join([new Map(), ...going.map((outcome) => outcome.changes)]) || changed;
    }
}

interface Uncalled {
    readonly node: Node;
    readonly run: () => void;
}

/** Those that are mentioned nowhere else come first: they may call the others with better arguments. */
function nextUncalled(e: Evaluation, done: ReadonlySet<Node>): Uncalled | undefined {
    const waiting: FunctionValue[] = [];
    for (const callee of e.closures.values()) {
        if (!e.called.has(callee.node) && !done.has(callee.node) && callee.scope.root === e.main) {
            waiting.push(callee);
        }
    }
    const classes = [...e.classes.values()].filter((one) => one.scope.root === e.main);
    const first = waiting.find((callee) => !isMentioned(e, callee)) ?? undefined;
    if (first) {
        return { node: first.node, run: () => { runFunction(e, first, unknown); } };
    }
    for (const target of classes) {
        const method = nextMethod(e, target, done);
        if (method) {
            return method;
        }
    }
    const [rest] = waiting;
    return rest && { node: rest.node, run: () => { runFunction(e, rest, unknown); } };
}

function isMentioned(e: Evaluation, callee: FunctionValue): boolean {
    const name = callee.node.id?.name;
    return name !== undefined && e.mentions(name);
}

function runFunction(e: Evaluation, callee: FunctionValue, self: Value): void {
    if (callee.node.generator) {
        return;
    }
    const args = parameterArguments(callee, (pattern, name) => (e.options.globals.includes(name) ? { kind: "library", path: "" } : annotatedParameter(pattern, name)));
    invoke(e, callee, self, args);
}

/** A method nobody calls is run on an instance that nobody knows how it was made: its constructor's parameters are symbols. */
function nextMethod(e: Evaluation, target: ClassValue, done: ReadonlySet<Node>): Uncalled | undefined {
    const node = target.construct?.node;
    if (node && !e.called.has(node) && !e.called.has(target.node) && !done.has(node)) {
        return {
            node,
            run: () => {
                makeInstance(e, target);
            },
        };
    }
    for (const [fields, isStatic] of [
        [target.methods, false],
        [target.statics.fields, true],
    ] as const) {
        for (const field of fields.values()) {
            for (const callee of [field.value, field.getter, field.setter]) {
                if (callee?.kind === "function" && callee.home === target && !e.called.has(callee.node) && !done.has(callee.node)) {
                    return {
                        node: callee.node,
                        run: () => {
                            runFunction(e, callee, isStatic ? target : e.silently(() => makeInstance(e, target)));
                        },
                    };
                }
            }
        }
    }
    return undefined;
}

function makeInstance(e: Evaluation, target: ClassValue): Value {
    const args = target.construct ? parameterArguments(target.construct, (pattern, name) => annotatedParameter(pattern, name)) : noArguments;
    // There is no call to point at; nothing found here names one.
    const node = target.node as unknown as CallNode;
    try {
        const instance = construct(e, target, args, node);
        if (instance.kind === "object") {
            forgetAssigned(e, instance, target);
        }
        return instance;
    } catch (error) {
        if (error instanceof ThrowSignal) {
            return unknown;
        }
        throw error;
    }
}


/** When a method runs, others may have run before it: the fields that any of them assigns may hold anything by then. */
function forgetAssigned(e: Evaluation, instance: ObjectValue, target: ClassValue): void {
    e.heap.touch(instance);
    instance.open = true;
    for (let at: Value | undefined = target; at?.kind === "class"; at = at.base) {
        for (const name of assignedFields(at.node)) {
            instance.fields.set(name, { value: unknown, node: undefined });
        }
    }
}
