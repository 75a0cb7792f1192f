/**
 * Generators. Somebody asks for values one by one, and what runs in between may be anything. So the body is run at once for
 * the values that are asked for, and believed as long as it changes nothing but its own and, run again, gives the same.
 */
import { isAlikeLayer } from "./alike.js";
import type { Arguments } from "./arguments.js";
import { normal, ThrowSignal, type Completion } from "./control.js";
import type { Evaluation } from "./evaluation.js";
import { runGenerator } from "./functions.js";
import { array, boolean, number, object, promise, record, undefinedValue, unknown } from "./making.js";
import { isSameShape, isSameValue } from "./same.js";
import { runPerhaps } from "./unseen.js";
import type { FunctionValue, ObjectValue, Value } from "./values.js";

/** A call of a generator whose body waits for somebody to ask. */
export interface Generating {
    readonly callee: FunctionValue;
    readonly thisValue: Value;
    readonly args: Arguments;
}

export function generator(generating: Generating): ObjectValue {
    return Object.assign(object(new Map([[drawn, { value: number(0), node: undefined }]]), true), { generating });
}

/** How many values were asked for, all of them once it has been closed; not a number where that is not known. */
const drawn = "# drawn";
/** The values that `next` has given. */
const before = "# before";
/** The values that it was sent, each for a `yield` that had been reached. */
const sent = "# sent";

const mostValues = 64;

/** The first values of those that are left, for somebody who closes the generator then. */
export interface Drawn {
    readonly values: Value[];
    /** There are no others. */
    readonly isWhole: boolean;
    /** Whether the first ones are what the generator gives after all that has happened since. */
    readonly isStill: (count: number) => boolean;
    readonly close: () => void;
}

export function draw(e: Evaluation, given: ObjectValue, generating: Generating, most = mostValues): Drawn | undefined {
    const start = startOf(given);
    const answers = sentTo(given);
    // Who asks it while others do gets what nobody knows.
    note(e, given, drawn, unknown);
    const run = start === undefined ? undefined : runTo(e, generating, { start, more: most, answers });
    if (!run || start === undefined) {
        lose(e, given);
        return undefined;
    }
    return {
        values: run.values.slice(start),
        isWhole: run.isWhole,
        isStill: (count) => {
            const again = runSilently(e, generating, { start: 0, more: start + count, answers });
            return again !== undefined && isAlikeList(again.values, run.values.slice(0, start + count));
        },
        close: () => {
            note(e, given, drawn, number(Number.POSITIVE_INFINITY));
        },
    };
}

/** `next(answer)`: what it gives depends on what has happened since the last time. */
export function nextOf(e: Evaluation, given: ObjectValue, generating: Generating, answer: Value): Value {
    const start = startOf(given);
    // The first time no `yield` waits for it.
    const answers = start === 0 ? [] : [...sentTo(given), answer];
    // Layers would be made again each time.
    const run = start === undefined || (start > mostValues && start !== Number.POSITIVE_INFINITY) ? undefined : quietly(e, () => runSilently(e, generating, { start, more: 1, answers, isLast: true }));
    const earlier = given.fields.get(before)?.value;
    const isStill = run && (start === 0 || start === Number.POSITIVE_INFINITY || (earlier?.kind === "array" && isAlikeList(run.values.slice(0, start), earlier.items)));
    if (!run || start === undefined || !isStill) {
        lose(e, given);
        return unknown;
    }
    const value = start === Number.POSITIVE_INFINITY ? undefined : run.values[start];
    note(e, given, before, array(run.values));
    note(e, given, sent, array(answers));
    note(e, given, drawn, number(value ? start + 1 : Number.POSITIVE_INFINITY));
    const next = record({ value: value ?? undefinedValue, done: boolean(value === undefined) });
    return generating.callee.node.async ? promise(next) : next;
}

/** How many values it gives whenever it is called; undefined where that is not certain. */
export function countOf(e: Evaluation, generating: Generating): number | undefined {
    const run = runSilently(e, generating, { start: 0, more: mostValues, answers: [] });
    return run?.isWhole ? run.values.length : undefined;
}

function startOf(given: ObjectValue): number | undefined {
    const start = given.fields.get(drawn)?.value;
    return start?.kind === "number" ? start.value : undefined;
}

function sentTo(given: ObjectValue): readonly Value[] {
    const answers = given.fields.get(sent)?.value;
    return answers?.kind === "array" ? answers.items : [];
}

/** What may change after it was sent, by the body itself or later, is not what it was then. */
export function staysAsItIs({ kind }: Value): boolean {
    return kind === "number" || kind === "size" || kind === "string" || kind === "boolean" || kind === "undefined" || kind === "null" || kind === "symbolic";
}

function note(e: Evaluation, given: ObjectValue, field: string, value: Value): void {
    e.heap.touch(given);
    given.fields.set(field, { value, node: undefined });
}

/** From now on it may be asked for values by anybody. */
export function lose(e: Evaluation, given: ObjectValue): void {
    const { generating } = given;
    if (generating) {
        note(e, given, drawn, unknown);
        generating.args.values.forEach(e.heap.lose);
        e.heap.lose(generating.callee);
        runPerhaps(e, generating.callee, generating.thisValue);
    }
}

interface Run {
    readonly values: Value[];
    readonly isWhole: boolean;
}

interface Asked {
    readonly start: number;
    readonly more: number;
    /** What each `yield` from the first on gives; those after them give nothing. */
    readonly answers: readonly Value[];
    /** The last value is where it waits, and what follows has yet to happen. */
    readonly isLast?: boolean;
}

/** Only to see what it gives. */
function runSilently(e: Evaluation, generating: Generating, asked: Asked): Run | undefined {
    return e.silently(() => runTo(e, generating, asked));
}

/** Undefined where it meets layers or operations. */
function quietly<T>(e: Evaluation, body: () => T): T | undefined {
    const { noted } = e;
    const result = body();
    return e.noted === noted ? result : undefined;
}

/** The values from the very first on; undefined where it is not certain what they are or what else happens. */
function runTo(e: Evaluation, generating: Generating, { start, more, answers, isLast = false }: Asked): Run | undefined {
    if (start === Number.POSITIVE_INFINITY) {
        return { values: [], isWhole: true };
    }
    const values: Value[] = [];
    const { yielding, branches } = e;
    let isSure = true;
    let isStopped = false;
    e.yielding = {
        node: generating.callee.node,
        take: (value) => {
            isSure &&= e.branches === branches && !isStopped;
            if (values.length >= start + more) {
                isStopped = true;
                throw new ThrowSignal(undefinedValue);
            }
            values.push(value);
            // A loop that is asked for values does not work on data.
            e.met++;
            if (isLast && values.length === start + more) {
                isStopped = true;
                throw new ThrowSignal(undefinedValue);
            }
        },
        answer: () => answers[values.length - 1] ?? undefinedValue,
        giveUp: () => {
            isSure = false;
        },
    };
    try {
        const outcomes = e.fork((): Completion => {
            runGenerator(e, generating.callee, generating.thisValue, generating.args);
            return normal;
        }, true);
        const [only] = outcomes;
        const changesNothing = outcomes.every(({ changes }) => changes.size === 0);
        if (!isSure || !changesNothing || outcomes.length !== 1 || (only?.completion.kind === "throw" && !isStopped)) {
            return undefined;
        }
        return { values, isWhole: !isStopped };
    } finally {
        e.yielding = yielding;
    }
}

const deepest = 4;

function isAlikeList(a: readonly Value[], b: readonly Value[], depth = 0): boolean {
    return a.length === b.length && a.every((value, index) => isAlike(value, b[index], depth));
}

/** What the body makes anew each time is the same if it holds the same. */
function isAlike(a: Value, b: Value | undefined, depth: number): boolean {
    if (isSameValue(a, b)) {
        return true;
    }
    switch (a.kind) {
        case "array":
            return b?.kind === "array" && !a.open && !b.open && depth < deepest && isAlikeList(a.items, b.items, depth + 1);
        case "object":
            return (
                b?.kind === "object" &&
                !a.open &&
                !b.open &&
                a.class === b.class &&
                depth < deepest &&
                a.fields.size === b.fields.size &&
                [...a.fields].every(([name, field]) => isAlike(field.value, b.fields.get(name)?.value ?? unknown, depth + 1))
            );
        case "promise":
            return b?.kind === "promise" && a.late.length === 0 && b.late.length === 0 && isAlike(a.value, b.value, depth);
        case "layer":
            return b?.kind === "layer" && isAlikeLayer(a, b);
        case "symbolic":
            return b?.kind === "symbolic" && a.index === b.index && isSameShape(a.shape, b.shape);
        default:
            return false;
    }
}
