/**
 * Something unknown may be anything that was lost sight of: what was given to code that cannot be seen, or joined with
 * something else. Whatever such code does, and whatever is done to something unknown, may change it (`havoc`).
 */
import { nameCarried } from "./choice.js";
import { join } from "./join.js";
import { capture, joinStates, type State, type Thing } from "./states.js";
import { symbolic, unknown } from "./making.js";
import type { ArrayValue, FunctionValue, LayerValue, ModelValue, ObjectValue, Value } from "./values.js";
import { Journal, type Change, type Changes, type Kin } from "./journal.js";

const nothing: ReadonlyMap<Thing, State> = new Map();

export class Heap extends Journal {
    /** What was lost sight of, and the functions among it. */
    readonly lost = new Set<Thing>();
    /** The same in the order in which it happened. */
    private readonly lostInTurn: Thing[] = [];
    /** Layers that something unknown may be: it may have changed what of them changes. */
    readonly lostLayers = new Set<LayerValue>();
    readonly lostFunctions = new Map<FunctionValue, Value>();
    /** Functions that were lost since somebody last asked, with what they are called on. */
    readonly newlyLost = new Map<FunctionValue, Value>();
    /** What callbacks that others have may change, and what of it was touched since somebody last asked. */
    affected: ReadonlyMap<Thing, State> = nothing;
    readonly stirred = new Set<Thing>();
    /** Those of the lost things that were touched since the last havoc. */
    private readonly awake = new Set<Thing>();
    /** Those of the lost things that may be one of several, or that others may be: forgotten, with all they may be, until anything of that kind is touched. */
    private readonly drowsy = new Set<Kin>();
    /** Whether it was. */
    private isKinStirred = false;
    /**
     * Of the lost things, those that nothing but the program's own lists hold: something unknown that is read from such a
     * list may be one of them, but code that cannot be seen does not reach them, as long as it has been given nothing of it.
     */
    private readonly held = new Set<Thing>();

    protected override stir(thing: Thing): void {
        if (this.affected.size > 0 && this.affected.has(thing)) {
            this.stirred.add(thing);
        }
        if (this.lost.size > 0) {
            this.isKinStirred ||= hasKin(thing);
            if (this.lost.has(thing)) {
                this.awake.add(thing);
                if (this.held.size > 0 && !this.held.has(thing)) {
                    // Something unknown may have been put there.
                    this.held.clear();
                }
            }
        }
        super.stir(thing);
    }

    /** These have changed: so has perhaps all that they may be, and all that may be one of those. */
    override blurKin(changed: Iterable<Kin>): void {
        const met = new Set(changed);
        const originals = new Set(changed);
        for (const thing of originals) {
            if (!met.has(thing)) {
                met.add(thing);
                this.forget(thing);
            }
            this.forgetStandIns(thing, met);
            thing.among?.forEach((original) => originals.add(original));
        }
        this.spend(met.size >> 3);
    }

    /** Of what nothing was known before, more may have been learnt since. The others that a stand-in may be have not changed. */
    private forgetStandIns(thing: Kin, met: Set<Kin>): void {
        const waiting: Kin[] = [thing];
        for (let next = waiting.pop(); next; next = waiting.pop()) {
            for (const one of next.standIns ?? []) {
                if (!met.has(one)) {
                    met.add(one);
                    this.forget(one);
                    waiting.push(one);
                }
            }
        }
    }

    private forget(thing: Kin): void {
        if (this.lost.has(thing)) {
            // Though nothing may be known of it, what stands for it may just have been changed.
            this.awake.add(thing);
        }
        switch (thing.kind) {
            case "model":
                this.forgetModel(thing);
                break;
            case "array":
                if (!isBlurred(thing)) {
                    this.note(thing);
                    thing.items.forEach(this.lose);
                    thing.items = [];
                    thing.isShared = false;
                    thing.open = true;
                    thing.length = undefined;
                    thing.seen = undefined;
                    thing.gist = undefined;
                    thing.written = undefined;
                }
                break;
            case "object":
                if (!isBlurred(thing) && !thing.frozen) {
                    this.note(thing);
                    for (const field of thing.fields.values()) {
                        this.lose(field.value);
                    }
                    thing.fields = new Map();
                    thing.isShared = false;
                    thing.open = true;
                    thing.seen = undefined;
                }
                break;
        }
    }

    protected override stirKin(thing: ModelValue): void {
        for (const one of [...(thing.among ?? []), ...(thing.standIns ?? [])]) {
            this.note(one);
            one.compiled = { kind: "unknown" };
            one.inner = "unknown";
        }
    }

    private forgetModel(model: ModelValue): void {
        this.note(model);
        model.open = true;
        model.compiled = { kind: "unknown" };
        model.inner = "unknown";
        if (model.sequential) {
            model.outputs = model.outputs.map(() => symbolic(undefined));
        }
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

    /** It is in a list, it is not known where. */
    readonly hold = (value: Value): void => {
        if (value.kind !== "array" || value.open) {
            this.lose(value);
        } else if (!this.lost.has(value)) {
            this.addLost(value);
            this.held.add(value);
            value.items.forEach(this.hold);
        }
    };

    protected override losing(thing: Thing): (value: Value) => void {
        return thing.kind === "array" && !this.lost.has(thing) ? this.hold : this.lose;
    }

    /** What becomes of an item of a list of which not all is known. */
    loseItem(list: ArrayValue, item: Value): void {
        this.losing(list)(item);
    }

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
            case "layer":
                this.lostLayers.add(value);
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
        const wasHeld = this.held.delete(value);
        if (value.kind === "array" && (value.open || value.among)) {
            this.held.clear();
        }
        if (!wasHeld && (this.lost.has(value) || (value.kind === "object" && value.frozen))) {
            return;
        }
        this.addLost(value);
        if ((value.kind === "array" || value.kind === "object" || value.kind === "model") && value.among) {
            // Whoever has it has one of these.
            waiting.push(...value.among);
        }
        switch (value.kind) {
            case "array":
                waiting.push(...value.items.filter(canChange));
                break;
            case "object":
                for (const field of value.fields.values()) {
                    waiting.push(field.value, field.getter, field.setter);
                }
                if (value.layer?.kind === "model") {
                    waiting.push(value.layer);
                }
                if (value.generating) {
                    waiting.push(value.generating.callee, value.generating.thisValue, ...value.generating.args.values);
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

    private addLost(thing: Thing): void {
        if (!this.lost.has(thing)) {
            this.lost.add(thing);
            this.lostInTurn.push(thing);
        }
        this.awake.add(thing);
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
            case "object":
            case "model":
                this.forget(value);
                if (hasKin(value)) {
                    this.blurKin([value]);
                }
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
        this.release();
        this.blurAwake();
    }

    /** What something unknown may be, and is known as something: all others of the lost things are not known any more. */
    reachable(): readonly Thing[] {
        return [...this.awake];
    }

    /** From now on, code that cannot be seen may reach what only the program's own lists have held. */
    release(): void {
        this.held.clear();
    }

    /** Code that cannot be seen has run, and was given nothing: not even something unknown. */
    havocElsewhere(): void {
        if (this.lostFunctions.size > 0) {
            this.havoc();
            return;
        }
        this.spend((this.awake.size + this.held.size) >> 3);
        const spared = [...this.awake].filter((thing) => this.held.has(thing));
        spared.forEach((thing) => this.awake.delete(thing));
        this.blurAwake();
        spared.forEach((thing) => this.awake.add(thing));
        if (spared.some((thing) => !this.held.has(thing))) {
            this.blurAwake();
        }
    }

    private blurAwake(): void {
        if (this.awake.size === 0 && !(this.isKinStirred && this.drowsy.size > 0)) {
            this.isKinStirred = false;
            return;
        }
        const awake = [...this.awake];
        this.awake.clear();
        const kin = new Set(this.isKinStirred ? this.drowsy : []);
        for (const thing of awake) {
            if (hasKin(thing)) {
                kin.add(thing);
            } else if (thing.kind !== "cell" && !isBlurred(thing)) {
                this.blur(thing);
            }
        }
        for (const thing of kin) {
            this.forget(thing);
        }
        this.blurKin(kin);
        for (const thing of kin) {
            this.awake.delete(thing);
            this.drowsy.add(thing);
        }
        this.isKinStirred = false;
    }

    /** How often something was lost. */
    get losses(): number {
        return this.lostInTurn.length;
    }

    /** Things lost since then, which were there before `born`, are as they were: they are told, and not known to others. */
    regain(losses: number, born: number): Changes {
        const regained = new Map<Thing, Change>();
        for (const thing of this.lostInTurn.slice(losses)) {
            if (thing.born <= born && thing.kind !== "parameter") {
                this.lost.delete(thing);
                this.awake.delete(thing);
                this.drowsy.delete(thing as Kin);
                const { changes } = this.branch(() => {
                    this.blur(thing as Value);
                });
                changes.forEach((change, one) => regained.set(one, change));
            }
        }
        return regained;
    }

    /** Whatever these changes touched is not known any more: a loop that does not settle. */
    blurChanged(changes: Changes): void {
        for (const thing of changes.keys()) {
            if (thing.kind !== "cell") {
                this.blur(thing);
                continue;
            }
            if (thing.value) {
                this.lose(thing.value);
            }
            this.set(thing, unknown);
        }
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
                if (thing.kind !== "parameter" && !this.lost.has(thing)) {
                    const other = lasting.get(thing);
                    lasting.set(thing, other ? { before: change.before, after: joinStates(other.after, change.after, this.lose) } : change);
                }
            }
        }
        return lasting;
    }
}

export function hasKin(thing: Thing): thing is Kin {
    return (thing.kind === "array" || thing.kind === "object" || thing.kind === "model") && (thing.among ?? thing.standIns) !== undefined;
}

function canChange(value: Value): boolean {
    return value.kind !== "number" && value.kind !== "string";
}

function isBlurred(thing: Thing): boolean {
    switch (thing.kind) {
        case "array":
            return thing.open && thing.length === undefined && !thing.seen && !thing.gist;
        case "object":
            return thing.open === true && thing.fields.size === 0 && !thing.seen;
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
