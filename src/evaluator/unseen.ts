/** Code that cannot be seen: what it may change, and the callbacks it may call, now or later. */
import type { Arguments } from "./arguments.js";
import { invoke, parameterArguments } from "./functions.js";
import { normal } from "./control.js";
import type { Evaluation } from "./evaluation.js";
import { noChanges, type Changes } from "./journal.js";
import type { Thing } from "./states.js";
import type { Scope } from "./scope.js";
import { assignedIn } from "./syntax.js";
import { lastBirth, present, unknown } from "./making.js";
import type { FunctionValue, ObjectValue, Value } from "./values.js";

/** A function nobody can see: it may change what it is given, and whatever it can reach, and call back. */
export function callUnknown(e: Evaluation, args: Arguments, isHarmless = false): Value {
    e.heap.risk();
    if (isHarmless) {
        for (const value of args.values) {
            callBackPerhaps(e, value, 0);
        }
        return unknown;
    }
    args.values.forEach(e.heap.lose);
    havoc(e);
    return unknown;
}

const deepest = 3;

/** The functions that a call takes, by themselves or in an object of options, may be called now and later. */
function callBackPerhaps(e: Evaluation, value: Value, depth: number): void {
    switch (value.kind) {
        case "function":
            e.heap.lose(value);
            runPerhaps(e, value);
            break;
        case "object":
            if (!value.class && depth < deepest) {
                for (const field of value.fields.values()) {
                    callBackPerhaps(e, field.value, depth + 1);
                }
            }
            break;
        case "array":
            if (value.items.length < 100 && depth < deepest) {
                value.items.forEach((item) => {
                    callBackPerhaps(e, item, depth + 1);
                });
            }
            break;
        default:
            break;
    }
}

/** Anything that cannot be seen has run: everything it can reach may have changed, by itself or by a callback. */
export function havoc(e: Evaluation): void {
    e.freeNames.clear();
    e.heap.havoc();
    for (const scope of e.exposed) {
        e.spend(scope.size >> 3);
        for (const cell of scope.cells) {
            // Functions stay what they are: replacing one by eval is too far-fetched to give up the whole program.
            if (cell.value && cell.value.kind !== "function" && cell.value.kind !== "class" && cell.value.kind !== "library") {
                e.heap.lose(cell.value);
                e.heap.set(cell, unknown);
            }
        }
    }
    const { newlyLost, stirred } = e.heap;
    for (const [callback, self] of newlyLost) {
        newlyLost.delete(callback);
        if (!e.effects.has(callback)) {
            runPerhaps(e, callback, self);
        }
    }
    // Callbacks give away what they return.
    e.heap.havoc();
    if (e.effects.isEmpty) {
        stirred.clear();
        return;
    }
    const touched = new Set(stirred);
    stirred.clear();
    e.effects.apply(touched);
}

/** What gives the items of something unknown has run: it is given nothing by that. */
export function havocElsewhere(e: Evaluation): void {
    if (e.exposed.size > 0 || !e.effects.isEmpty) {
        havoc(e);
        return;
    }
    e.freeNames.clear();
    e.heap.havocElsewhere();
}

const mostRounds = 3;

/** Only what it changes is asked for. */
const stepsForEffects = 2000;

/** What a callback changes, if somebody calls it, any number of times. It is evaluated in earnest with the functions nobody calls. */
export function runPerhaps(e: Evaluation, callback: FunctionValue, self: Value = unknown): void {
    e.effects.set(callback, noChanges);
    e.effects.set(callback, effectsOf(e, callback, self));
}

/** A callback that is called any number of times from here, but not kept. */
export function callPerhaps(e: Evaluation, callback: Value | undefined): void {
    if (callback?.kind === "function") {
        effectsOf(e, callback, unknown);
    } else if (callback && callback.kind !== "builtin") {
        havoc(e);
    }
}

function effectsOf(e: Evaluation, callback: FunctionValue, self: Value): Changes {
    if (e.frames.some((frame) => frame.node === callback.node)) {
        return noChanges;
    }
    // Callbacks of callbacks are run once, and what they change is not known then.
    const most = e.recording ? mostRounds : 1;
    let effects = noChanges;
    const { depth } = e;
    const since = lastBirth();
    const isDone = e.affords(stepsForEffects, () => {
        effects = e.silently(() =>
            perhaps(
                e,
                () => {
                    e.heap.lose(invoke(e, callback, self, parameterArguments(callback, () => unknown), { perhaps: true }));
                },
                most,
            ),
        );
    });
    e.forgetCallbacks(since);
    if (!isDone) {
        e.depth = depth;
        const { changes } = e.heap.branch(() => {
            unfinished(e, callback.scope, callback.thisValue ?? self);
        });
        return new Map([...e.heap.lasting([e.heap.abandoned]), ...changes]);
    }
    return effects;
}

/**
 * A function that calls itself deeper than can be followed: whatever it changes, when called with anything and any number
 * of times, is not known.
 */
export function recur(e: Evaluation, callee: FunctionValue, self: Value): void {
    if (e.unfollowed.has(callee.node)) {
        return;
    }
    if (e.isDeepForExpressions || e.unfollowed.size > mostUnfollowed) {
        unfinished(e, callee.scope, callee.thisValue ?? self);
        return;
    }
    e.unfollowed.add(callee.node);
    const isDone = e.affords(stepsForEffects, () => {
        e.silently(() => {
            const touched = new Set<Thing>();
            for (let size = -1; touched.size > size; ) {
                ({ size } = touched);
                const outcomes = e.fork(() => {
                    invoke(e, callee, self, parameterArguments(callee, () => unknown), { perhaps: true, anyway: true });
                    return normal;
                });
                for (const { changes } of outcomes) {
                    for (const thing of changes.keys()) {
                        touched.add(thing);
                    }
                    e.heap.blurChanged(changes);
                }
            }
        });
    });
    e.unfollowed.delete(callee.node);
    if (!isDone) {
        unfinished(e, callee.scope, callee.thisValue ?? self);
    }
}

const mostUnfollowed = 10;
const mostLookedAt = 1000;

/** Something was not run to its end: whatever the program assigns anywhere may have been assigned by it. */
export function unfinished(e: Evaluation, scope: Scope, self: Value): void {
    const assigned = [...e.modules.values()].map(({ source }) => assignedIn(source.program));
    const names = new Set(assigned.flatMap((one) => [...one.names]));
    const properties = new Set(assigned.flatMap((one) => [...one.properties]));
    const waiting: Value[] = [self];
    for (let at: Scope | undefined = scope; at; at = at.parent) {
        e.spend(at.size >> 3);
        for (const cell of at.cells) {
            const { name } = cell;
            if (cell.value && names.has(name) && cell.value.kind !== "library") {
                e.heap.lose(cell.value);
                e.heap.set(cell, unknown);
            } else if (cell.value) {
                waiting.push(cell.value);
            }
        }
    }
    const seen = new Set<Value>();
    for (let next = waiting.pop(); next && seen.size < mostLookedAt; next = waiting.pop()) {
        const value = present(next);
        if (seen.has(value)) {
            continue;
        }
        switch (value.kind) {
            case "array":
            case "map":
            case "model":
            case "parameter":
                seen.add(value);
                e.heap.blur(value);
                break;
            case "object":
                if (!value.frozen) {
                    seen.add(value);
                    waiting.push(...blurFields(e, value, properties));
                }
                break;
            default:
                break;
        }
    }
    e.spend(seen.size >> 3);
}

/** Those that may have been assigned are not known; the others are told. */
function blurFields(e: Evaluation, value: ObjectValue, properties: ReadonlySet<string>): Value[] {
    e.heap.touch(value);
    value.open = true;
    value.seen = undefined;
    for (const name of properties) {
        const field = value.fields.get(name);
        if (field?.value.kind === "library") {
            continue;
        }
        if (field) {
            e.heap.lose(field.value);
        }
        value.fields.set(name, { value: unknown, node: undefined });
    }
    return [...value.fields.values()].map((field) => field.value);
}

/** Something that happens any number of times, if at all. Goes on from what is left then, and tells what it changes. */
export function perhaps(e: Evaluation, body: () => void, most = mostRounds): Changes {
    for (let round = 1; ; round++) {
        const since = lastBirth();
        const outcomes = e.repeated(() =>
            e.fork(() => {
                body();
                return normal;
            }),
        );
        const changes = outcomes.map((outcome) => outcome.changes);
        const changed = e.heap.join([noChanges, ...changes], false, since);
        const lasting = e.heap.lasting(changes);
        if (!changed || round >= most) {
            if (changed) {
                e.heap.blurChanged(lasting);
            }
            return lasting;
        }
    }
}
