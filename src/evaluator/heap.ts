/**
 * Changes to variables and objects, kept so that they can be undone. Where a condition is not known, both sides are run:
 * the first is rolled back, the second starts from the same state, and what the two left behind is joined. The same
 * mechanism runs loops whose bounds are unknown, and callbacks that may or may not be called.
 *
 * Something unknown may be anything that was lost sight of: what was given to code that cannot be seen, or joined with
 * something else. Whatever such code does, and whatever is done to something unknown, may change it (`havoc`).
 */
import { nameCarried, nameChoices } from "./choice.js";
import { join } from "./join.js";
import { capture, joinStates, restore, sameState, type Cell, type State, type Thing } from "./states.js";
import { lastBirth, unknown, type ArrayValue, type FunctionValue, type ObjectValue, type Value } from "./values.js";

export type { Cell, Thing } from "./states.js";

export interface Change {
    readonly before: State;
    readonly after: State;
    /** Made in the branch itself: the others never saw it. */
    readonly fresh?: boolean;
}

/** What a branch left behind, for each thing it changed. */
export type Changes = ReadonlyMap<Thing, Change>;

export const noChanges: Changes = new Map();
const nothing: ReadonlyMap<Thing, State> = new Map();

/** The states in which a try block may have been left by something thrown. */
interface Watch {
    readonly seen: Map<Thing, State>;
    /** Touched since something could last be thrown. */
    readonly touched: Set<Thing>;
    risks: number;
}

export class Heap {
    /** What was lost sight of, and the functions among it. */
    readonly lost = new Set<Thing>();
    readonly lostFunctions = new Map<FunctionValue, Value>();
    /** Functions that were lost since somebody last asked, with what they are called on. */
    readonly newlyLost = new Map<FunctionValue, Value>();
    /** What callbacks that others have may change, and what of it was touched since somebody last asked. */
    affected: ReadonlyMap<Thing, State> = nothing;
    readonly stirred = new Set<Thing>();
    /** Those of the lost things that were touched since the last havoc. */
    private readonly awake = new Set<Thing>();

    /** States before the first change, one map for each open branch, innermost last. */
    private readonly journals: Map<Thing, State>[] = [];
    private readonly watches: Watch[] = [];

    /** What a branch had changed when it was given up. */
    abandoned: Changes = noChanges;

    /** `spend` pays for work that grows with what the program keeps. */
    constructor(private readonly spend: (steps: number) => void) {}

    /** To be called before a thing is changed. */
    touch(thing: Thing): void {
        this.note(thing);
        if (thing.kind === "array" && (thing.among ?? thing.standIns)) {
            this.blurKin(thing);
        }
    }

    private note(thing: Thing): void {
        const journal = this.journals.at(-1);
        if (journal && !journal.has(thing)) {
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

    private stir(thing: Thing): void {
        if (this.affected.size > 0 && this.affected.has(thing)) {
            this.stirred.add(thing);
        }
        if (this.lost.size > 0 && this.lost.has(thing)) {
            this.awake.add(thing);
        }
        for (const watch of this.watches) {
            watch.touched.add(thing);
        }
    }

    /** An array that is perhaps another one: what changes the one perhaps changes the other. */
    private blurKin(thing: ArrayValue): void {
        for (const one of [...(thing.among ?? []), ...(thing.standIns ?? [])]) {
            if (!one.open) {
                this.blur(one);
            }
        }
    }

    set(cell: Cell, value: Value): void {
        this.touch(cell);
        cell.value = value;
    }

    /** What is known of a value that is one of two. */
    readonly merge = (a: Value, b: Value): Value => join(a, b, this.lose);

    /** From now on, something unknown may be this, or something in it. */
    readonly lose = (value: Value): void => {
        const waiting: (Value | undefined)[] = [value];
        for (let next = waiting.pop(); next ?? waiting.length > 0; next = waiting.pop()) {
            if (next) {
                this.loseOne(next, waiting);
            }
        }
    };

    private loseOne(value: Value, waiting: (Value | undefined)[]): void {
        switch (value.kind) {
            case "function":
                this.loseFunction(value, unknown, waiting);
                return;
            case "maybe":
            case "promise":
                waiting.push(value.value);
                return;
            case "class":
                waiting.push(value.statics);
                return;
            case "array":
            case "object":
            case "map":
            case "parameter":
            case "model":
                break;
            default:
                return;
        }
        if (this.lost.has(value) || (value.kind === "object" && value.frozen)) {
            return;
        }
        this.lost.add(value);
        this.awake.add(value);
        switch (value.kind) {
            case "array":
                waiting.push(...value.items.filter(canChange));
                break;
            case "object":
                for (const field of value.fields.values()) {
                    waiting.push(field.value, field.getter, field.setter);
                }
                for (let at: Value | undefined = value.class; at?.kind === "class"; at = at.base) {
                    this.loseMethods(at.prototype, value, waiting);
                }
                break;
            case "map":
                for (const entry of value.entries.values()) {
                    waiting.push(entry.key, entry.value);
                }
                break;
            case "parameter":
                waiting.push(...value.fields.values(), ...value.written.values(), value.model);
                break;
            default:
                break;
        }
    }

    private loseFunction(value: FunctionValue, self: Value, waiting: (Value | undefined)[]): void {
        if (!this.lostFunctions.has(value)) {
            // Whoever has a function can call it, but does not see the variables and the `this` of its body.
            this.lostFunctions.set(value, self);
            this.newlyLost.set(value, self);
            waiting.push(value.own);
        }
    }

    /** Whoever has an instance can call its methods. */
    private loseMethods(prototype: ObjectValue, self: Value, waiting: (Value | undefined)[]): void {
        for (const field of prototype.fields.values()) {
            for (const one of [field.value, field.getter, field.setter]) {
                if (one?.kind === "function") {
                    this.loseFunction(one, self, waiting);
                }
            }
        }
    }

    /** What it holds is not known any more. */
    blur(value: Value): void {
        switch (value.kind) {
            case "array":
                value.items.forEach(this.lose);
                this.note(value);
                value.seen = undefined;
                value.items = [];
                value.open = true;
                value.length = undefined;
                this.blurKin(value);
                break;
            case "object":
                value.seen = undefined;
                if (value.frozen || (value.open && value.fields.size === 0)) {
                    break;
                }
                for (const field of value.fields.values()) {
                    this.lose(field.value);
                }
                this.touch(value);
                value.fields = new Map();
                value.open = true;
                break;
            case "map":
                for (const entry of value.entries.values()) {
                    this.lose(entry.key);
                    this.lose(entry.value);
                }
                this.touch(value);
                value.entries = new Map();
                value.open = true;
                break;
            case "model":
                this.touch(value);
                value.open = true;
                value.compiled = { kind: "unknown" };
                value.inner = "unknown";
                if (value.sequential) {
                    value.outputs = value.outputs.map(({ kind }) => ({ kind, shape: undefined, producer: undefined, index: 0 }));
                }
                break;
            case "parameter":
                this.blurParameter(value);
                break;
            case "function":
                this.blur(value.own);
                break;
            case "class":
                this.blur(value.statics);
                this.blur(value.prototype);
                break;
            case "maybe":
                this.blur(value.value);
                break;
            default:
                break;
        }
    }

    private blurParameter(value: Value & { kind: "parameter" }): void {
        if (value.model) {
            this.blur(value.model);
        }
        // Sizes of a tensor never change; other properties may.
        const shape = value.fields.get("shape");
        // Copies made before keep what they had.
        value.fields = new Map(shape ? [["shape", shape]] : []);
        if (value.written.size > 0) {
            this.touch(value);
            value.written.forEach(this.lose);
            value.written = new Map();
        }
    }

    /** Code that cannot be seen has run: it may have changed whatever it can reach. */
    havoc(): void {
        if (this.awake.size === 0) {
            return;
        }
        const awake = [...this.awake];
        this.awake.clear();
        for (const thing of awake) {
            if (thing.kind !== "cell" && !isBlurred(thing)) {
                this.blur(thing);
            }
        }
    }

    private put(thing: Thing, state: State): void {
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
            // Marks within it were given up as well.
            while (this.journals.length > length) {
                this.abandoned = new Map([...this.abandoned, ...this.unwind(since)]);
            }
            throw error;
        }
        return { result, changes: this.unwind(since) };
    }

    /** Begins to note changes; `unwind` undoes them. */
    mark(): void {
        this.journals.push(new Map());
    }

    /** Undoes and tells what changed since the last `mark`. `since`: what was born after it, nobody else has seen. */
    unwind(since = Number.POSITIVE_INFINITY): Changes {
        const journal = this.journals.pop() ?? new Map<Thing, State>();
        const changes = new Map<Thing, Change>();
        journal.forEach((before, thing) => {
            changes.set(thing, { before, after: capture(thing), fresh: thing.born > since });
            this.put(thing, before);
        });
        return changes;
    }

    /** Changes made from the present state, told from the state at the last `mark` or branch. */
    compose(later: Changes): Changes {
        const changes = new Map<Thing, Change>();
        const journal = this.journals.at(-1);
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

    /** Things lost since, which were there before `born`, are as they were: they are told, and not known to others. */
    regain(since: ReadonlySet<Thing>, born: number): Changes {
        const regained = new Map<Thing, Change>();
        for (const thing of this.lost) {
            if (!since.has(thing) && thing.born <= born && thing.kind !== "parameter") {
                this.lost.delete(thing);
                this.awake.delete(thing);
                const { changes } = this.branch(() => {
                    this.blur(thing as Value);
                });
                changes.forEach((change, one) => regained.set(one, { before: change.before, after: change.after }));
            }
        }
        return regained;
    }

    /** Whatever these changes touched is not known any more: a loop that does not settle. */
    blurChanged(changes: Changes): void {
        for (const [thing, { fresh }] of changes) {
            if (thing.kind === "cell" && !fresh) {
                if (thing.value) {
                    this.lose(thing.value);
                }
                this.set(thing, unknown);
            } else if (thing.kind !== "cell") {
                this.blur(thing);
            }
        }
    }

    /** Leaves standing what branches made for themselves: nobody else has it. */
    applyFresh(outcomes: readonly Changes[]): void {
        for (const changes of outcomes) {
            changes.forEach(({ after, fresh }, thing) => {
                if (fresh) {
                    this.put(thing, after);
                }
            });
        }
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
            const before = capture(thing);
            const isFresh = isFreshIn(outcomes, thing);
            const states: State[] = [];
            for (const changes of outcomes) {
                const after = changes.get(thing)?.after ?? (isFresh ? undefined : before);
                if (after) {
                    states.push(after);
                }
            }
            const plain = states.reduce((a, b) => joinStates(a, b, this.lose));
            const joined = isLast ? nameChoices(thing, plain, states) : plain;
            if (!sameState(before, joined)) {
                changed ||= !isFresh && thing.born <= since;
                this.touch(thing);
                this.put(thing, joined);
            }
        }
        return changed;
    }

    /** What these things hold has been left by turns before, it is not known which: it is given names. */
    carry(things: ReadonlySet<Thing>): void {
        this.spend(things.size >> 3);
        for (const thing of things) {
            const before = capture(thing);
            const named = nameCarried(thing, before);
            if (named !== before) {
                this.touch(thing);
                this.put(thing, named);
            }
        }
    }

    /** Of several outcomes, what can be seen by those who had no part in it. */
    lasting(outcomes: readonly Changes[]): Changes {
        const lasting = new Map<Thing, Change>();
        for (const changes of outcomes) {
            for (const [thing, change] of changes) {
                // What was lost sight of, or came from outside, is not known after the next call of anything unknown anyway.
                if (!change.fresh && thing.kind !== "parameter" && !this.lost.has(thing)) {
                    const other = lasting.get(thing);
                    lasting.set(thing, other ? { before: change.before, after: joinStates(other.after, change.after, this.lose) } : change);
                }
            }
        }
        return lasting;
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

/** Whether only those branches know it that made it themselves. */
function isFreshIn(outcomes: readonly Changes[], thing: Thing): boolean {
    for (const changes of outcomes) {
        const change = changes.get(thing);
        if (change && !change.fresh) {
            return false;
        }
    }
    return true;
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

function canChange(value: Value): boolean {
    return value.kind !== "number" && value.kind !== "string";
}

function isBlurred(thing: Thing): boolean {
    switch (thing.kind) {
        case "array":
            return thing.open && thing.length === undefined && !thing.seen;
        case "object":
            return thing.open && thing.fields.size === 0 && !thing.seen;
        case "map":
            return thing.open;
        case "model":
            return thing.open && thing.compiled.kind === "unknown";
        case "parameter":
            return thing.written.size === 0 && thing.fields.size === 0 && !thing.model;
        default:
            return true;
    }
}
