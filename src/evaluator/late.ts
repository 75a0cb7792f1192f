/** What happens later: the part of an async function after its first `await`, and the callbacks of promises. */
import { normal } from "./control.js";
import type { Evaluation } from "./evaluation.js";
import { noChanges, type Changes } from "./journal.js";
import type { Thing } from "./states.js";
import { capture, joinStates, sameState, type State } from "./states.js";
import { havoc } from "./unseen.js";
import { maybe, present, promise, unknown } from "./making.js";
import type { Value } from "./values.js";

/** Changes that are made some time after the promise was made, but before it is fulfilled. */
export interface Late {
    readonly changes: Changes;
    /** The states they were left in, as long as it is not known whether they have been made. */
    readonly left: ReadonlyMap<Thing, State>;
}

/** Runs what will have happened when the promise is fulfilled. Until then it may have happened or not. */
export function later(e: Evaluation, body: () => Value): Value {
    let value: Value = unknown;
    const outcomes = e.fork(() => {
        value = awaitNow(e, body());
        return normal;
    }, true);
    const going = outcomes.filter((outcome) => outcome.completion.kind !== "throw");
    const { changes } = e.heap.branch(() => e.heap.join((going.length > 0 ? going : outcomes).map((outcome) => outcome.changes)));
    e.heap.join([noChanges, changes]);
    const left = new Map([...changes.keys()].map((thing) => [thing, capture(thing)]));
    const late: Late = { changes, left };
    if (left.size > 0) {
        e.pending.add(late);
    }
    return promise(value, [late]);
}

/** `await`: what the promise stood for has happened, and anything else that was waiting may have. */
export function awaited(e: Evaluation, value: Value): Value {
    e.heap.risk();
    const result = awaitNow(e, value);
    for (const { left, changes } of e.pending) {
        e.spend(left.size);
        e.heap.join([noChanges, changes]);
    }
    havoc(e);
    return result;
}

/** The value of a promise, after what happened on the way to it. */
export function awaitNow(e: Evaluation, value: Value): Value {
    let at = present(value);
    if (at.kind !== "promise") {
        return value;
    }
    for (; at.kind === "promise"; at = at.value) {
        at.late.forEach((late) => {
            fulfil(e, late);
        });
    }
    return value.kind === "maybe" ? maybe(at) : at;
}

function fulfil(e: Evaluation, late: Late): void {
    const { changes, left } = late;
    const states = new Map<Thing, State>();
    for (const [thing, state] of left) {
        const after = changes.get(thing)?.after;
        const now = capture(thing);
        if (after) {
            // Untouched since, it is now what the changes made of it.
            states.set(thing, sameState(now, state) ? after : joinStates(now, after, e.heap.lose));
        }
    }
    e.heap.suppose(states);
    if (e.branches === 0 && e.recording) {
        e.pending.delete(late);
    }
}

/** The value that a promise will have, without waiting for it. */
export function promised(value: Value): { readonly value: Value; readonly late: readonly Late[] } {
    const late: Late[] = [];
    let at = present(value);
    for (; at.kind === "promise"; at = at.value) {
        late.push(...at.late);
    }
    return { value: at, late };
}
