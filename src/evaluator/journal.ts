/**
 * Changes to variables and objects, kept so that they can be undone. Where a condition is not known, both sides are run:
 * the first is rolled back, the second starts from the same state, and what the two left behind is joined. The same
 * mechanism runs loops whose bounds are unknown, and callbacks that may or may not be called.
 */
import { nameChoices } from "./choice.js";
import { capture, joinStates, restore, sameState, type Cell, type State, type Thing } from "./states.js";
import { lastBirth, unshare } from "./making.js";
import type { ArrayValue, ModelValue, ObjectValue, Value } from "./values.js";

export interface Change {
    readonly before: State;
    readonly after: State;
}

/** What a branch left behind, for each thing it changed. What it made for itself is left as it is: nobody else has it. */
export type Changes = ReadonlyMap<Thing, Change>;

export const noChanges: Changes = new Map();

/** States before the first change, of what was born up to `since`: what came later is the branch's own. */
interface Notes extends Map<Thing, State> {
    since: number;
}

/** What may be one of several, and be changed as that one is. */
export type Kin = ArrayValue | ObjectValue | ModelValue;

/** The states in which a try block may have been left by something thrown. */
interface Watch {
    readonly seen: Map<Thing, State>;
    /** Touched since something could last be thrown. */
    readonly touched: Set<Thing>;
    risks: number;
}

export abstract class Journal {
    /** One for each open branch, innermost last. */
    private readonly journals: Notes[] = [];
    private readonly watches: Watch[] = [];

    /** What a branch had changed when it was given up. */
    abandoned: Changes = noChanges;

    /** `spend` pays for work that grows with what the program keeps. */
    constructor(protected readonly spend: (steps: number) => void) {}

    /** From now on, something unknown may be this, or something in it. */
    abstract readonly lose: (value: Value) => void;

    /** What is done with what is in a thing, and not told apart any more. */
    protected abstract losing(thing: Thing): (value: Value) => void;

    /** What changes a thing perhaps changes those that are perhaps the same. */
    abstract blurKin(changed: Iterable<Kin>): void;

    /** One of several models that are alike has been compiled or run, it is not known which. */
    protected abstract stirKin(thing: ModelValue): void;

    /** To be called before a thing is changed. */
    touch(thing: Thing): void {
        this.note(thing);
        if (thing.kind === "array" || thing.kind === "object" || thing.kind === "map") {
            unshare(thing);
        }
        if (thing.kind === "array" || thing.kind === "object") {
            if (thing.kind === "array") {
                thing.written = undefined;
            }
            if (thing.among ?? thing.standIns) {
                this.blurKin([thing]);
            }
        } else if (thing.kind === "model" && (thing.among ?? thing.standIns)) {
            this.stirKin(thing);
        }
    }

    protected note(thing: Thing): void {
        const journal = this.journals.at(-1);
        if (journal && thing.born <= journal.since && !journal.has(thing)) {
            this.spend(sizeOf(thing) >> 5);
            journal.set(thing, capture(thing));
        }
        this.stir(thing);
        for (const watch of this.watches) {
            if (watch.risks > 0 && !watch.seen.has(thing)) {
                this.spend(sizeOf(thing) >> 5);
                watch.seen.set(thing, capture(thing));
            }
        }
    }

    protected stir(thing: Thing): void {
        for (const watch of this.watches) {
            watch.touched.add(thing);
        }
    }

    set(cell: Cell, value: Value): void {
        this.touch(cell);
        cell.value = value;
    }

    protected put(thing: Thing, state: State): void {
        this.stir(thing);
        restore(thing, state);
    }

    /** Runs `body`, then undoes what it changed. */
    branch<T>(body: () => T): { readonly result: T; readonly changes: Changes } {
        const since = lastBirth();
        const { length } = this.journals;
        this.mark();
        let result: T;
        try {
            result = body();
        } catch (error) {
            this.giveUp(length, since);
            throw error;
        }
        return { result, changes: this.unwind() };
    }

    /** Marks within a branch are given up with it. */
    private giveUp(length: number, since: number): void {
        const changes = new Map<Thing, Change>();
        while (this.journals.length > length) {
            this.unwind().forEach((change, thing) => {
                changes.set(thing, change);
            });
        }
        const abandoned = new Map(this.abandoned);
        changes.forEach((change, thing) => {
            if (thing.born > since) {
                this.put(thing, change.after);
            } else {
                abandoned.set(thing, change);
            }
        });
        this.abandoned = abandoned;
    }

    /** Begins to note changes; `unwind` undoes them. */
    mark(): void {
        this.journals.push(Object.assign(new Map<Thing, State>(), { since: lastBirth() }));
    }

    /** Undoes and tells what changed since the last `mark`. */
    unwind(): Changes {
        const changes = new Map<Thing, Change>();
        this.journals.pop()?.forEach((before, thing) => {
            changes.set(thing, { before, after: capture(thing) });
            this.put(thing, before);
        });
        return changes;
    }

    /**
     * Changes made from the present state, told from the state at the last `mark` or branch. Here two ways part: what was
     * made on the way to here, both have.
     */
    compose(later: Changes): Changes {
        const changes = new Map<Thing, Change>();
        const journal = this.journals.at(-1);
        if (journal) {
            journal.since = lastBirth();
        }
        this.spend(((journal?.size ?? 0) + later.size) >> 3);
        journal?.forEach((before, thing) => {
            changes.set(thing, { before, after: capture(thing) });
        });
        later.forEach((change, thing) => {
            const earlier = changes.get(thing);
            changes.set(thing, earlier ? { before: earlier.before, after: change.after } : change);
        });
        return changes;
    }

    /** Makes the changes of a branch that was taken after all. */
    apply(changes: Changes): void {
        changes.forEach(({ after }, thing) => {
            this.touch(thing);
            this.put(thing, after);
        });
    }

    /**
     * Joins the outcomes of branches that started from the present state, of which one was taken. True when anything
     * now differs from before. `isLast`: what comes out is not joined with itself again, as in a loop. `since`: what was
     * born after it is new each time, and so no difference.
     */
    join(outcomes: readonly Changes[], isLast = false, since = Number.POSITIVE_INFINITY): boolean {
        const things = new Set<Thing>();
        for (const changes of outcomes) {
            for (const thing of changes.keys()) {
                things.add(thing);
            }
        }
        this.spend((things.size * outcomes.length) >> 3);
        let changed = false;
        for (const thing of things) {
            if (this.joinStatesOf(thing, outcomes, isLast)) {
                changed ||= thing.born <= since;
            }
        }
        return changed;
    }

    /** True where it now differs. */
    private joinStatesOf(thing: Thing, outcomes: readonly Changes[], isLast: boolean): boolean {
        const untouched = capture(thing);
        const states = outcomes.map((changes) => changes.get(thing)?.after ?? untouched);
        // All that it holds is gone through.
        this.spend((sizeOf(thing) * outcomes.length) >> 5);
        const lose = this.losing(thing);
        const plain = states.reduce((a, b) => joinStates(a, b, lose));
        const joined = isLast ? nameChoices(thing, plain, states) : plain;
        if (sameState(untouched, joined)) {
            return false;
        }
        this.touch(thing);
        this.put(thing, joined);
        return true;
    }

    /** Runs the block of a try, and tells the states in which something thrown may have left it, if it can throw at all. */
    watch<T>(body: () => T): { readonly result: T; readonly seen: ReadonlyMap<Thing, State> | undefined } {
        const watch: Watch = { seen: new Map(), touched: new Set(), risks: 0 };
        this.watches.push(watch);
        try {
            const result = body();
            return { result, seen: watch.risks > 0 ? watch.seen : undefined };
        } finally {
            this.watches.pop();
        }
    }

    /** How many try blocks are being run. */
    get tries(): number {
        return this.watches.length;
    }

    /** Something may be thrown here. */
    risk(): void {
        for (const watch of this.watches) {
            watch.risks++;
            for (const thing of watch.touched) {
                this.spend(sizeOf(thing) >> 5);
                const seen = watch.seen.get(thing);
                watch.seen.set(thing, seen ? joinStates(seen, capture(thing), this.lose) : capture(thing));
            }
            watch.touched.clear();
        }
    }

    /** The way from the present state to those. */
    changesTo(states: ReadonlyMap<Thing, State>): Changes {
        return new Map([...states].map(([thing, after]) => [thing, { before: capture(thing), after }]));
    }

    /** Goes on from states of which any may be the present one. */
    suppose(states: ReadonlyMap<Thing, State>): void {
        states.forEach((state, thing) => {
            this.touch(thing);
            this.put(thing, state);
        });
    }
}

/** How much is copied when its state is taken down. */
function sizeOf(thing: Thing): number {
    switch (thing.kind) {
        case "array":
            return thing.items.length;
        case "object":
            return thing.fields.size;
        case "map":
            return thing.entries.size;
        case "layer":
            return thing.applications.length;
        case "model":
            return thing.layers.length + thing.applications.length;
        case "cell":
        case "parameter":
            return 1;
    }
}
