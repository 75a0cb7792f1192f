/** Ways through a program: branches that may or may not be taken, and how functions, loops and blocks are left. */
import { Budget, BudgetSignal } from "./budget.js";
import type { Bound } from "./bounds.js";
import { noChanges, type Changes } from "./journal.js";
import { Heap } from "./heap.js";
import { unknown } from "./making.js";
import type { ClassValue, FunctionNode, Value } from "./values.js";

export type Completion =
    | { readonly kind: "normal" }
    | { readonly kind: "return"; readonly value: Value }
    | { readonly kind: "break"; readonly label: string | undefined }
    | { readonly kind: "continue"; readonly label: string | undefined }
    | { readonly kind: "throw"; readonly value: Value };

export const normal: Completion = { kind: "normal" };

/** One way in which a piece of program can end, and what it changed on that way. */
export interface Outcome {
    readonly completion: Completion;
    readonly changes: Changes;
}

export interface Frame {
    readonly node: FunctionNode | undefined;
    readonly thisValue: Value;
    readonly home: ClassValue | undefined;
    readonly static: boolean;
    /** The class or function after `new`; undefined for a plain call. */
    readonly newTarget: Value | undefined;
    /** What a function was called with; undefined where not all of it is known. */
    readonly given: readonly Value[] | undefined;
    /** How many undecided branches were open when it was entered. */
    readonly branches: number;
    /** `this` of a derived class, once super() has run. */
    self: Value | undefined;
}

/** What was thrown, where it is the same on every way. */
function thrownValue(outcomes: readonly Outcome[]): Value {
    const [first] = outcomes;
    return outcomes.length === 1 && first?.completion.kind === "throw" ? first.completion.value : unknown;
}

/** Thrown by the program under evaluation; caught by its try statements. */
export class ThrowSignal extends Error {
    constructor(readonly value: Value) {
        super();
    }
}

/** Ways out that were recorded since the context began, relative to the state when the first of them was. */
interface Context {
    forked: boolean;
    readonly exits: Outcome[];
}

/** Whether there was more than one way. */
export function isSeveral(ended: readonly Outcome[] | Completion): ended is readonly Outcome[] {
    return Array.isArray(ended);
}

export class Control extends Budget {
    readonly heap = new Heap((steps) => {
        this.spend(steps);
    });
    readonly frames: Frame[] = [];
    /** How many undecided branches are open. */
    branches = 0;
    /** How many loops are being run. */
    turning = 0;

    /**
     * Whether the function that runs has asked something before, the answer to which is not known. One that takes a
     * tensor or a list of them may have asked which it is, in a way of its own.
     */
    get hasAsked(): boolean {
        return this.branches > (this.frames.at(-1)?.branches ?? 0);
    }

    /** Whether what is being run is perhaps run again: it stands in a loop or a function. */
    get isRepeated(): boolean {
        return this.turning > 0 || this.frames.length > 1;
    }
    /** What is known of the counts of the turns that are being run. */
    bounds: readonly Bound[] = [];
    /** How many things are being run that happen any number of times. */
    private repeating = 0;
    private silent = 0;
    private readonly contexts: Context[] = [];

    /**
     * Runs a body on a budget of its own, within the whole one. False when that ran out; what the body had changed is
     * then not known.
     */
    affords(steps: number, body: () => void): boolean {
        const whole = this.allowed;
        const own = Math.min(whole, this.stepsUsed + steps);
        const { depth } = this;
        this.allowed = own;
        this.heap.abandoned = noChanges;
        try {
            body();
            return true;
        } catch (error) {
            if (!(error instanceof BudgetSignal) || this.stepsUsed >= whole) {
                throw error;
            }
        } finally {
            this.allowed = whole + Math.max(0, this.allowed - own);
        }
        this.depth = depth;
        this.heap.blurChanged(this.heap.abandoned);
        return false;
    }

    /** Whether what comes out where branches meet may have a name: it is not joined with itself again. */
    get names(): boolean {
        return this.repeating === 0 && (this.turning === 0 || this.silent === 0);
    }

    /** Runs a turn of which something is known. */
    bounded<T>(bound: Bound, body: () => T): T {
        const { bounds } = this;
        this.bounds = [...bounds, bound];
        try {
            return body();
        } finally {
            this.bounds = bounds;
        }
    }

    /** Runs what happens any number of times: what it leaves is joined with itself again. */
    repeated<T>(body: () => T): T {
        this.repeating++;
        try {
            return body();
        } finally {
            // Its budget may have run out.
            this.repeating--;
        }
    }

    get recording(): boolean {
        return this.silent === 0;
    }

    silently<T>(body: () => T): T {
        this.silent++;
        try {
            return body();
        } finally {
            this.silent--;
        }
    }

    get frame(): Frame | undefined {
        return this.frames.at(-1);
    }

    /** Runs something that may or may not happen, undoes it, and tells every way in which it can end. */
    fork(body: () => Completion, isSure = false): readonly Outcome[] {
        const context: Context = { forked: true, exits: [] };
        const { branches, depth } = this;
        this.enter();
        this.contexts.push(context);
        this.branches += isSure ? 0 : 1;
        try {
            const { result, changes } = this.heap.branch(() => this.caught(body));
            return [...context.exits, { completion: result, changes }];
        } finally {
            this.branches = branches;
            this.depth = depth;
            this.contexts.pop();
        }
    }

    private caught(body: () => Completion): Completion {
        const depth = this.depth;
        const frames = this.frames.length;
        try {
            return body();
        } catch (error) {
            if (error instanceof ThrowSignal) {
                this.depth = depth;
                this.frames.length = frames;
                return { kind: "throw", value: error.value };
            }
            throw error;
        }
    }

    /**
     * Runs a body that branches inside may leave early (a function, a loop). `absorb` tells which ends are normal ends
     * here: a break for a loop, a return for a function.
     */
    within(body: () => Completion, absorb: (completion: Completion) => boolean): Completion {
        const ended = this.outcomesOf(body);
        if (isSeveral(ended)) {
            return this.resolve(ended, absorb);
        }
        return absorb(ended) ? normal : ended;
    }

    /** Like `within` for a function body: every return is absorbed, and all outcomes are told. */
    outcomesOf(body: () => Completion): readonly Outcome[] | Completion {
        const context: Context = { forked: false, exits: [] };
        const { branches } = this;
        this.contexts.push(context);
        let completion: Completion;
        try {
            completion = body();
        } catch (error) {
            this.contexts.pop();
            this.branches = branches;
            if (context.forked && error instanceof ThrowSignal) {
                const changes = this.heap.unwind();
                return [...context.exits, { completion: { kind: "throw", value: error.value }, changes }];
            }
            throw error;
        }
        this.contexts.pop();
        this.branches = branches;
        if (!context.forked) {
            return completion;
        }
        const changes = this.heap.unwind();
        return [...context.exits, { completion, changes }];
    }

    /** Goes on from outcomes that all started at the present state: the normal ones are joined, the others kept for later. */
    resolve(outcomes: readonly Outcome[], absorb: (completion: Completion) => boolean = () => false, isLast = this.names): Completion {
        const ends = (outcome: Outcome): boolean => outcome.completion.kind === "normal" || absorb(outcome.completion);
        const going = outcomes.filter(ends);
        // Where the program can go on, it has not thrown.
        const leaving = outcomes.filter((outcome) => !ends(outcome) && outcome.completion.kind !== "throw");
        if (going.length > 0) {
            for (const outcome of leaving) {
                this.exit(outcome);
            }
            this.heap.join(
                going.map((outcome) => outcome.changes),
                isLast && going.length > 1,
            );
            return normal;
        }
        const last = leaving.at(-1);
        if (!last) {
            this.heap.join(outcomes.map((outcome) => outcome.changes));
            return { kind: "throw", value: thrownValue(outcomes) };
        }
        for (const outcome of leaving.slice(0, -1)) {
            this.exit(outcome);
        }
        this.heap.apply(last.changes);
        return last.completion;
    }

    private exit(outcome: Outcome): void {
        const context = this.contexts.at(-1);
        if (!context) {
            return;
        }
        // What follows is run only if this was not taken.
        this.branches++;
        if (context.forked) {
            context.exits.push({ completion: outcome.completion, changes: this.heap.compose(outcome.changes) });
        } else {
            context.forked = true;
            context.exits.push(outcome);
            this.heap.mark();
        }
    }
}
