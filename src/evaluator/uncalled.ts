/** Functions and methods that nobody calls: they are run with symbols for their parameters. */
import { fillComponent } from "./components.js";
import { normal, type Outcome } from "./control.js";
import type { Evaluation, Event } from "./evaluation.js";
import { isOwnLayer } from "./models/custom-layers.js";
import { invoke } from "./functions.js";
import { atRunTime, bodyOf, runBody } from "./models/layer-bodies.js";
import { noChanges, type Changes } from "./journal.js";
import { ofOlder, sameChanges } from "./settled.js";
import type { Thing } from "./states.js";
import { familyOf, makeInstance, passedArguments, receiversOf, type Typical } from "./receivers.js";
import { rootScope } from "./scope.js";
import { changesOfOthers, makerOf, makersOf, sawTheSame, type Trial, type Trials } from "./trials.js";
import { havoc, unfinished } from "./unseen.js";
import { lastBirth, unknown } from "./making.js";
import type { ClassValue, FunctionValue, Node, Value } from "./values.js";

interface Uncalled {
    readonly node: Node;
    /** What it is remembered by: the function itself, or the layers that are looked at together. */
    readonly keys: readonly [object, ...object[]];
    /** The function, and what it may be called on. */
    readonly subject: readonly Value[];
    /** Several where its `this` may be of several classes. */
    readonly runs: readonly (() => void)[];
}

const mostRounds = 5;
/** In the second, each sees for the first time what the others change. */
const firstRounds = 2;

/**
 * Each is judged for its first call, which may come after any calls of the others: what these change is joined into
 * the state it starts from. Rounds are run until that settles; what does not is not known.
 */
export function runUncalled(e: Evaluation): void {
    if (!isAnyUncalled(e)) {
        return;
    }
    const start = e.events.length;
    const called = new Set(e.called);
    const trials: Trials = Object.assign(new Map<object, Trial>(), { since: lastBirth(), given: new Set<object>() });
    const typical: Typical = { since: trials.since, byClass: new Map(), byCall: new Map() };
    const instances = new Map([...e.instances].map(([node, made]) => [node, made.slice()]));
    const done = new Set<object>();
    e.renewClosures();
    try {
        // Each is called some time after the program has run.
        havoc(e);
        for (let round = 1; ; round++) {
            e.events.length = start;
            e.called.clear();
            called.forEach((node) => e.called.add(node));
            e.instances.clear();
            instances.forEach((made, node) => e.instances.set(node, made.slice()));
            const { changed, again } = runRound(e, trials, typical, done, round);
            if (!changed && !(again && round === 1)) {
                return;
            }
            if (round === 1) {
                // Instances are made anew where constructors may see what others change.
                typical.byClass.clear();
                typical.byCall.clear();
            }
            if (round >= mostRounds) {
                for (const { changes } of trials.values()) {
                    e.heap.blurChanged(changes);
                }
                if (round > mostRounds) {
                    return;
                }
            }
        }
    } catch (error) {
        // Cut off before it settled: shapes may still be told, but no mistake is certain.
        const found = e.events.splice(start);
        const before = [...trials].flatMap(([key, trial]) => (done.has(key) ? [] : trial.events));
        e.events.push(...[...found, ...before].filter((event) => event.kind !== "finding"));
        throw error;
    }
}

/** Many programs call all that they have. */
function isAnyUncalled(e: Evaluation): boolean {
    if (e.classes.size > 0) {
        return true;
    }
    for (const { node } of e.closures.values()) {
        if (!e.called.has(node)) {
            return true;
        }
    }
    return false;
}

interface Round {
    /** Somebody changed something that the others have not seen yet. */
    readonly changed: boolean;
    /** Some were called by others after all: they need no run of their own. */
    readonly again: boolean;
}

function runRound(e: Evaluation, trials: Trials, typical: Typical, done: Set<object>, round: number): Round {
    let changed = false;
    done.clear();
    const isLater = round > firstRounds;
    const expected = new Set([...trials].flatMap(([key, trial]) => [...trial.called].filter((node) => node !== key)));
    // Functions made by functions nobody calls are found on the way.
    for (let next = nextUncalled(e, done, typical, expected); next; next = nextUncalled(e, done, typical, expected)) {
        const [key] = next.keys;
        const before = trials.get(key);
        const makers = makersOf(next.subject, trials);
        const seen = changesOfOthers(e, key, makers, trials);
        if (before && sameList(before.subject, next.subject) && sawTheSame(before.seen, seen, trials.since)) {
            next.keys.forEach((one) => done.add(one));
            e.events.push(...before.events);
            before.called.forEach((node) => e.called.add(node));
            before.made.forEach((instance) => {
                e.addInstance(instance);
            });
            continue;
        }
        const trial = tryOut(e, next, makers, seen, trials, before);
        next.keys.forEach((one) => done.add(one));
        if (before && isLater) {
            // What comes and goes does not settle by itself.
            trial.changes = e.heap.lasting([ofOlder(before.changes, trials.since), trial.changes]);
        }
        const isSame = before ? sameChanges(before.changes, trial.changes, trials.since) : trial.changes.size === 0;
        trials.set(key, isSame && before ? { ...trial, changes: before.changes } : trial);
        changed ||= !isSame || (before !== undefined && !sameList(before.subject, next.subject));
        e.called.delete(next.node);
    }
    changed = giveUpCalled(trials, done) || changed;
    return { changed, again: [...e.called].some((node) => done.has(node)) };
}

/**
 * Functions that needed no run of their own any more: what they change, their callers change, and nobody else is to see
 * it. Once only, for whether they are called may depend on just that.
 */
function giveUpCalled(trials: Trials, done: ReadonlySet<object>): boolean {
    let changed = false;
    for (const [key, { changes }] of trials) {
        if (!done.has(key) && !trials.given.has(key)) {
            trials.given.add(key);
            trials.delete(key);
            changed ||= changes.size > 0;
        }
    }
    return changed;
}

/** `before`: what came of it the last time. Where it cannot be run to its end this time, it is told how far that came. */
function tryOut(e: Evaluation, { subject, runs }: Uncalled, makers: ReadonlySet<object>, seen: ReadonlyMap<object, Changes>, trials: Trials, before: Trial | undefined): Trial {
    // What those before have left behind is not known for good: it is not to be forgotten in each that follows.
    e.heap.havoc();
    const start = e.events.length;
    // Others may have called the same functions before.
    const calledBefore = e.called;
    const called = new Set<Node>();
    e.called = called;
    const since = lastBirth();
    const pending = new Set(e.pending);
    const instances = e.made.length;
    const { losses } = e.heap;
    const ways: Changes[] = [];
    e.triedSince = since;
    noteEmptyLists(e, subject);
    for (const run of runs) {
        const { depth } = e;
        const { result } = e.heap.branch((): readonly Changes[] => {
            for (const changes of seen.values()) {
                e.heap.join([noChanges, changes]);
            }
            havoc(e);
            let outcomes: readonly Outcome[] = [];
            const isDone = e.affords(e.goodPart, () => {
                outcomes = e.fork(() => {
                    run();
                    return normal;
                });
            });
            if (!isDone && before) {
                e.events.push(...beyond(before.events, e.events.slice(start)));
            }
            return isDone ? outcomes.map((outcome) => outcome.changes) : [e.heap.abandoned, e.heap.branch(() => {
                for (const one of subject) {
                    unfinished(e, one.kind === "function" ? one.scope : (e.main ?? rootScope()), one.kind === "function" ? (one.thisValue ?? one) : one);
                }
            }).changes];
        });
        e.depth = depth;
        ways.push(...result);
    }
    e.triedSince = undefined;
    e.perhapsFilled.clear();
    const changes = new Map([...e.heap.regain(losses, trials.since), ...e.heap.lasting(ways)]);
    // The callbacks it hands on are tried by themselves.
    e.forgetCallbacks(since);
    e.pending.clear();
    pending.forEach((late) => e.pending.add(late));
    const events = e.events.slice(start);
    const made = e.made.slice(instances);
    e.called = calledBefore;
    called.forEach((node) => calledBefore.add(node));
    const madeBy = new Map<Thing, object>();
    for (const thing of changes.keys()) {
        const maker = thing.born > trials.since ? makerOf(thing.born, trials) : undefined;
        if (maker) {
            e.spend(trials.size >> 3);
            madeBy.set(thing, maker);
        }
    }
    return { subject, events, made, called, changes, seen, births: [since, lastBirth()], makers, madeBy };
}

/** Of what was met before, the calls that were not met this time. No mistake in them is certain. */
function beyond(before: readonly Event[], now: readonly Event[]): readonly Event[] {
    const met = new Map(now.map((event) => [nodeOf(event), event.kind]));
    return before.filter((event) => event.kind !== "finding" && met.get(nodeOf(event)) !== event.kind);
}

function nodeOf(event: Event): Node {
    switch (event.kind) {
        case "layer":
        case "operation":
            return event.node;
        case "application":
            return event.target.node;
        case "finding":
            return event.finding.call;
    }
}

/** Nobody reads a list that stays empty: if nothing in sight fills it, somebody else does. */
function noteEmptyLists(e: Evaluation, subject: readonly Value[]): void {
    for (const one of subject) {
        for (const [name, { value }] of one.kind === "object" && one.class ? one.fields : []) {
            if (value.kind === "array" && value.items.length === 0 && !value.open && !name.startsWith("#")) {
                e.perhapsFilled.add(value);
            }
        }
    }
}

function sameList(a: readonly Value[], b: readonly Value[]): boolean {
    return a.length === b.length && a.every((value, i) => value === b[i]);
}

/**
 * The bodies of layers come first: the library runs them, and they may call others. Then those that are mentioned
 * nowhere else, which may call the others with better arguments. `expected`: others called them the last time.
 */
function nextUncalled(e: Evaluation, done: ReadonlySet<object>, typical: Typical, expected: ReadonlySet<Node>): Uncalled | undefined {
    for (const target of e.classes.values()) {
        const body = target.scope.root === e.main ? nextBody(e, target, done) : undefined;
        if (body) {
            return body;
        }
    }
    const waiting: FunctionValue[] = [];
    for (const callee of e.closures.values()) {
        if (!e.called.has(callee.node) && !done.has(callee.node) && callee.scope.root === e.main) {
            waiting.push(callee);
        }
    }
    const first = waiting.find((callee) => !isMentioned(e, callee) && !expected.has(callee.node));
    if (first) {
        return uncalledFunction(e, first);
    }
    for (const target of e.classes.values()) {
        const method = target.scope.root === e.main ? nextMethod(e, target, done, typical, expected) : undefined;
        if (method) {
            return method;
        }
    }
    const [rest] = waiting;
    // Those that were expected to be called, and were not, come last.
    return rest ? uncalledFunction(e, rest) : expected.size > 0 ? nextUncalled(e, done, typical, none) : undefined;
}

const none: ReadonlySet<Node> = new Set();

function isMentioned(e: Evaluation, callee: FunctionValue): boolean {
    const name = callee.node.id?.name;
    return name !== undefined && e.mentions(name);
}

function uncalledFunction(e: Evaluation, callee: FunctionValue): Uncalled {
    return { node: callee.node, keys: [callee.node], subject: [callee], runs: [() => { runFunction(e, callee, ownerOf(e, callee)); }] };
}

/** A method of an object literal is called on that, or on something that was made of it: it may have more than it shows. */
function ownerOf(e: Evaluation, { node }: FunctionValue): Value {
    const owner = e.owners.get(node);
    if (!owner) {
        return unknown;
    }
    fillComponent(e, owner);
    e.heap.touch(owner);
    owner.open = true;
    return owner;
}

function runFunction(e: Evaluation, callee: FunctionValue, self: Value): void {
    invoke(e, callee, self, passedArguments(e, callee));
}

/** The `call` of a layer class, on what its layers are applied to. */
function nextBody(e: Evaluation, target: ClassValue, done: ReadonlySet<object>): Uncalled | undefined {
    const body = target.prototype.fields.get("call")?.value;
    if (body?.kind !== "function") {
        return undefined;
    }
    const layers = familyOf(e, target)
        .flatMap((one) => e.instances.get(one.node) ?? [])
        .flatMap(({ layer }) => (layer?.kind === "layer" && isOwnLayer(layer) && bodyOf(layer) === body && layer.bodies?.length && !done.has(layer) ? [layer] : []));
    const [first, ...others] = layers;
    return first && {
        node: body.node,
        keys: [first, ...others, body.node],
        subject: [body, ...layers],
        runs: layers
            .flatMap((layer) => (layer.bodies ?? []).map((inputs) => () => { runBody(e, layer, atRunTime(inputs, e.samples)); }))
            .slice(0, mostBodies),
    };
}

const mostBodies = 40;

function nextMethod(e: Evaluation, target: ClassValue, done: ReadonlySet<object>, typical: Typical, expected: ReadonlySet<Node>): Uncalled | undefined {
    const node = target.construct?.node;
    if (node && !e.called.has(node) && !e.called.has(target.node) && !done.has(node)) {
        return { node, keys: [node], subject: [], runs: [() => { makeInstance(e, target); }] };
    }
    for (const [fields, isStatic] of [
        [target.prototype.fields, false],
        [target.statics.fields, true],
    ] as const) {
        for (const field of fields.values()) {
            for (const callee of [field.value, field.getter, field.setter]) {
                if (callee?.kind === "function" && callee.home === target && !e.called.has(callee.node) && !done.has(callee.node) && !expected.has(callee.node)) {
                    const receivers = isStatic ? [target] : receiversOf(e, target, typical);
                    return { node: callee.node, keys: [callee.node], subject: [callee, ...receivers], runs: receivers.map((self) => () => { runFunction(e, callee, self); }) };
                }
            }
        }
    }
    return undefined;
}
