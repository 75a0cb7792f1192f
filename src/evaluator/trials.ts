/** What came of the functions that nobody calls, each run by itself, and what each of them can see of what the others change. */
import type { Evaluation, Event } from "./evaluation.js";
import { noChanges, type Changes } from "./journal.js";
import { bornOf, sameChanges } from "./settled.js";
import type { Thing } from "./states.js";
import type { Node, ObjectValue, Value } from "./values.js";

/** What came of running a function nobody calls. */
export interface Trial {
    readonly subject: readonly Value[];
    readonly events: readonly Event[];
    /** The functions it called. */
    readonly called: ReadonlySet<Node>;
    /** The instances it made. */
    readonly made: readonly ObjectValue[];
    /** What it changes for others. */
    changes: Changes;
    /** The changes of others that it has seen. */
    readonly seen: ReadonlyMap<object, Changes>;
    /** What it made was born after the first and up to the second number. */
    readonly births: readonly [number, number];
    /** The functions that made it, or what it is called on, and those that made these: by what they are remembered by. */
    readonly makers: ReadonlySet<object>;
    /** Of the things it changed, those that were made by another that was tried. */
    readonly madeBy: ReadonlyMap<Thing, object>;
}

/** By the functions that nobody calls, and the layers whose bodies the library calls. */
export interface Trials extends Map<object, Trial> {
    /** What was born before, the program itself has made. */
    readonly since: number;
    /** Those that were given up because others turned out to call them. */
    readonly given: Set<object>;
}

/**
 * Without those to what its own earlier run has made: the first call of a function finds none of that. What another made
 * and kept for itself and the functions it made, only these can reach.
 */
export function changesOfOthers(e: Evaluation, key: object, makers: ReadonlySet<object>, trials: ReadonlyMap<object, Trial>): Map<object, Changes> {
    const [from, to] = trials.get(key)?.births ?? [0, 0];
    const isInReach = (maker: object | undefined): boolean => maker === undefined || makers.has(maker) || givesAway(trials.get(maker));
    const seen = new Map<object, Changes>();
    e.spend(trials.size >> 3);
    for (const [other, { changes, madeBy }] of trials) {
        e.spend(changes.size >> 2);
        const visible = new Map([...changes].filter(([thing]) => (thing.born <= from || thing.born > to) && isInReach(madeBy.get(thing))));
        if (other !== key && visible.size > 0) {
            seen.set(other, visible);
        }
    }
    return seen;
}

/** Whether others may have what it made. */
function givesAway(maker: Trial | undefined): boolean {
    return !maker || maker.changes.size > 0 || maker.made.length > 0;
}

export function makersOf(subject: readonly Value[], trials: ReadonlyMap<object, Trial>): ReadonlySet<object> {
    const makers = new Set<object>();
    for (const one of subject) {
        const maker = makerOf(bornOf(one), trials);
        if (maker) {
            makers.add(maker);
            trials.get(maker)?.makers.forEach((other) => makers.add(other));
        }
    }
    return makers;
}

/** The one that made what was born then, when it was last run. */
export function makerOf(born: number, trials: ReadonlyMap<object, Trial>): object | undefined {
    for (const [key, { births: [from, to] }] of trials) {
        if (born > from && born <= to) {
            return key;
        }
    }
    return undefined;
}

/** Whether it has nothing to see that it has not seen. */
export function sawTheSame(a: ReadonlyMap<object, Changes>, b: ReadonlyMap<object, Changes>, since: number): boolean {
    return a.size === b.size && [...a].every(([key, changes]) => sameChanges(changes, b.get(key) ?? noChanges, since));
}
