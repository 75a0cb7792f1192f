/** What callbacks change that somebody else may call, at any time: by callback, and for each thing what all of them may make of it. */
import { noChanges, type Changes } from "./journal.js";
import type { Thing } from "./states.js";
import type { Heap } from "./heap.js";
import { joinStates, type State } from "./states.js";
import type { FunctionValue } from "./values.js";

export class Effects {
    private readonly byCallback = new Map<FunctionValue, Changes>();
    /** Joined over the callbacks. */
    private readonly states = new Map<Thing, State>();
    /** Things whose states were added or joined since they were last applied. */
    private readonly news = new Set<Thing>();

    constructor(private readonly heap: Heap) {
        heap.affected = this.states;
    }

    get isEmpty(): boolean {
        return this.states.size === 0 && this.news.size === 0;
    }

    has(callback: FunctionValue): boolean {
        return this.byCallback.has(callback);
    }

    set(callback: FunctionValue, changes: Changes): void {
        this.byCallback.set(callback, changes);
        this.include(changes);
    }

    delete(callback: FunctionValue): void {
        const changes = this.byCallback.get(callback);
        this.byCallback.delete(callback);
        if (changes && changes.size > 0) {
            this.states.clear();
            this.byCallback.forEach((others) => {
                this.include(others);
            });
        }
    }

    private include(changes: Changes): void {
        changes.forEach(({ after }, thing) => {
            const known = this.states.get(thing);
            this.states.set(thing, known ? joinStates(known, after, this.heap.lose) : after);
            this.news.add(thing);
        });
    }

    /** Any of the callbacks may have been called: to be told what was touched since the last time. */
    apply(touched: ReadonlySet<Thing>): void {
        for (const things of [touched, this.news]) {
            for (const thing of things) {
                const after = this.states.get(thing);
                if (after) {
                    this.heap.join([noChanges, new Map([[thing, { before: after, after }]])]);
                }
            }
        }
        this.news.clear();
    }
}
