/** One evaluation of one program: its budget, its state, and what it has found so far. */
import type { TSESTree } from "@typescript-eslint/types";
import type { Datum } from "../catalogue/datum.js";
import type { Fault } from "../catalogue/fault.js";
import type { GivenOptions } from "../catalogue/read.js";
import type { LayerSpelling, UnreadOption } from "../apis/spelling.js";
import { symbol } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { Bound } from "./bounds.js";
import { Effects } from "./effects.js";
import { Heap, noChanges, type Changes } from "./heap.js";
import type { Late } from "./late.js";
import type { Configured } from "./layers.js";
import { Rewritten } from "./rewritten.js";
import type { Scope } from "./scope.js";
import { array, library, unknown, type CallNode, type ClassValue, type FunctionNode, type FunctionValue, type LayerValue, type ModelValue, type Node, type ObjectValue, type SymbolicTensor, type Value } from "./values.js";

export type DataFormat = "channelsFirst" | "channelsLast";

/** A module of the project, as the module reader found it. */
export interface ModuleSource {
    readonly path: string;
    readonly program: TSESTree.Program;
}

export interface EvaluationOptions {
    /** The format of Keras-1-style layers that do not say. */
    readonly dataFormat?: DataFormat | undefined;
    /** Names that hold TensorFlow.js in script files. */
    readonly globals: readonly string[];
    readonly maxSteps: number;
    /** Options to be taken as if the source said so, by the call they stand in: the trial of a fix. */
    readonly overrides?: ReadonlyMap<CallNode, ReadonlyMap<string, Datum>> | undefined;
    /** Reads a module of the project; undefined where it is not to be followed. */
    readonly readModule?: ((from: string, specifier: string) => ModuleSource | undefined) | undefined;
    readonly filename: string;
}

/** A problem, with what is needed to say and mend it. */
export interface Finding {
    readonly fault: Fault;
    /** The call whose options are meant: the layer's own, or the operation's. */
    readonly call: CallNode;
    /** Where the faulty input was passed: the application. The same as `call` for operations. */
    readonly application: CallNode;
    /** The callee as spelt. */
    readonly callee: string;
    readonly given: GivenOptions | undefined;
    readonly unread: readonly UnreadOption[];
    readonly spelling: LayerSpelling | undefined;
    readonly layer: LayerValue | undefined;
    /** The model whose data it is about. */
    readonly model?: ModelValue;
    /** Producing layers upstream whose options could mend it. */
    readonly inputs: readonly Value[];
    /** The module the call stands in. */
    readonly module: object | undefined;
}

/** The evaluator's note of where a given option stands. */
export interface Place {
    /** The value. */
    readonly node: Node;
    /** The property that holds it, when it stands in an object literal. */
    readonly property: Node | undefined;
    /** The object literal or argument list it is part of: the call itself for positional arguments. */
    readonly holder: Node;
}

export type Event =
    /** One that was made. */
    | LayerValue
    | { readonly kind: "application"; readonly layer: LayerValue; readonly inputs: readonly (Shape | undefined)[]; readonly outputs: readonly (Shape | undefined)[]; readonly from: readonly SymbolicTensor[] }
    | { readonly kind: "operation"; readonly node: CallNode; readonly type: string; readonly inputs: readonly (Shape | undefined)[]; readonly outputs: readonly (Shape | undefined)[] }
    | { readonly kind: "finding"; readonly finding: Finding };

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

/** Only what stands in the module under judgement is told, even when its code is run by another's. */
function isJudged(event: Event, running: object | undefined, main: object | undefined): boolean {
    switch (event.kind) {
        case "layer":
            return event.module === main;
        case "application":
            return event.layer.module === main;
        case "operation":
            return running === main;
        case "finding":
            return event.finding.module === main || running === main;
    }
}

/** What was thrown, where it is the same on every way. */
function thrownValue(outcomes: readonly Outcome[]): Value {
    const [first] = outcomes;
    return outcomes.length === 1 && first?.completion.kind === "throw" ? first.completion.value : unknown;
}

function shared(changes: Changes): Changes {
    return new Map([...changes].map(([thing, { before, after }]) => [thing, { before, after }]));
}

/** Thrown by the program under evaluation; caught by its try statements. */
export class ThrowSignal extends Error {
    constructor(readonly value: Value) {
        super();
    }
}

/** The budget is used up: evaluation ends with what has been found. */
export class BudgetSignal extends Error {}

/** Ways out that were recorded since the context began, relative to the state when the first of them was. */
interface Context {
    forked: boolean;
    readonly exits: Outcome[];
}

/** A module while and after it is run. */
export interface Module {
    readonly path: string;
    readonly scope: Scope;
    readonly exports: Map<string, Value>;
    /** `module`, as CommonJS code sees it. */
    readonly commonjs: ObjectValue;
}

const stepsForEach = 60;
const mostGrowth = 15;

/** How deep the evaluator may go into itself: beyond the first, no call is followed; beyond the next, no expression; beyond the last, nothing. */
const deepestCall = 600;
const deepestExpression = 850;
const deepest = 950;

export class Evaluation {
    readonly heap = new Heap((steps) => {
        this.spend(steps);
    });
    readonly events: Event[] = [];
    readonly frames: Frame[] = [];
    readonly closures = new Map<FunctionNode, FunctionValue>();
    readonly classes = new Map<Node, ClassValue>();
    readonly called = new Set<Node>();
    /** Functions that call themselves too deep, while what they change is found out. */
    readonly unfollowed = new Set<FunctionNode>();
    /** The value of an expression that was evaluated before the one it begins. */
    begun: { readonly node: Node; readonly value: Value } | undefined;
    /** Modules of the project that were read, by path. */
    readonly modules = new Map<string, Module>();
    /** Set when a layer needed a data format that nobody told. */
    formatNeeded = false;
    /** The format that the program's own deconvolutions pin down, if they agree. */
    readonly pinnedFormats = new Set<DataFormat>();
    /** What callbacks change that somebody else may call. */
    readonly effects = new Effects(this.heap);
    /** What was begun, and may or may not have happened by now. */
    readonly pending = new Set<Late>();
    /** Object literals, by the methods that stand in them. */
    readonly owners = new Map<FunctionNode, ObjectValue>();
    /** Instances of the program's classes, as far as it made any. */
    readonly instances = new Map<Node, ObjectValue[]>();
    /** Whether the chain of `?.` that is being evaluated may have ended early. */
    chainPerhaps = false;
    /** Variables that code which cannot be seen may change. */
    readonly exposed = new Set<Scope>();
    /** What the program has put on the prototypes of built-in objects, by "Array.at". */
    readonly extensions = new Set<string>();
    /** Shapes that layers have written into. */
    readonly rewritten = new Rewritten();
    /** Objects that `Object.freeze` was called on, perhaps in a branch. */
    readonly frozen = new Set<Value>();
    /** Parts of the library that the program has replaced. */
    readonly replaced = new Set<string>();
    /** The layer that each call has made last, as far as it makes more than one. */
    readonly configured = new Map<CallNode, Configured>();
    /** How many samples a model is run on. */
    readonly samples = symbol("batch");
    /** Somebody wants to know what a generator gives, while its body is run. */
    yielding: { readonly node: FunctionNode; readonly take: (value: Value) => void } | undefined;
    /** How many functions are being differentiated. */
    tapes = 0;
    /** Variables that were given a name of their own: the name tells the gradient. */
    readonly namedVariables = new Map<string, Shape | undefined>();
    /** TensorFlow.js, where no import tells which part of it. */
    readonly library = library("");
    /** Built-in objects that need the evaluation, as far as the program has named them. */
    readonly builtins = new Map<string, Value>();
    /** Names that no scope declares, by what they were read as. */
    readonly freeNames = new Map<string, Value>();
    /** Whether the program says anywhere that something is not to be trained: models then list their weights in another order. */
    freezes = false;
    branches = 0;
    /** While a function is tried that nobody calls: what was born before, anybody may have changed by then. */
    triedSince: number | undefined;
    /** How many loops are being run. */
    turning = 0;
    /** What is known of the counts of the turns that are being run. */
    bounds: readonly Bound[] = [];
    /** How many things are being run that happen any number of times: what they leave is joined with itself again. */
    repeating = 0;
    /** The text that is judged. */
    program: TSESTree.Program | undefined;
    /** The module whose code is running, and the one that is being judged. */
    module: Scope | undefined;
    main: Scope | undefined;

    private settled: ReadonlySet<FunctionNode> | undefined;
    private readonly mentioned = new Set<string>();
    private steps = 0;
    depth = 0;
    private silent = 0;
    private supposed = false;
    private readonly contexts: Context[] = [];

    /** Each layer met, and each application, is worth some more steps, so that large models are followed to their end. */
    private allowed: number;
    /** Loops that turned out to work on data, and how often. */
    readonly idleLoops = new Map<object, number>();
    /** How many layers and applications were met, recorded or not. */
    met = 0;
    /** How many things there were to record, whether they were or not. */
    noted = 0;

    constructor(readonly options: EvaluationOptions) {
        this.allowed = options.maxSteps;
    }

    /**
     * Runs a body on a budget of its own, within the whole one. False when that ran out; what the body had changed is
     * then not known.
     */
    affords(steps: number, body: () => void): boolean {
        const whole = this.allowed;
        const own = Math.min(whole, this.steps + steps);
        const { depth } = this;
        this.allowed = own;
        this.heap.abandoned = noChanges;
        try {
            body();
            return true;
        } catch (error) {
            if (!(error instanceof BudgetSignal) || this.steps >= whole) {
                throw error;
            }
            this.depth = depth;
            this.heap.blurChanged(this.heap.abandoned);
            return false;
        } finally {
            this.allowed = whole + Math.max(0, this.allowed - own);
        }
    }

    /** Functions made from now on take the place of those made from the same source since. */
    renewClosures(): void {
        this.settled = new Set(this.closures.keys());
    }

    isSettled(node: FunctionNode): boolean {
        return this.settled ? this.settled.has(node) : this.closures.has(node);
    }

    mention(name: string): void {
        this.mentioned.add(name);
    }

    /** Whether any code that ran looked the name up: a function of that name is perhaps called by another. */
    mentions(name: string): boolean {
        return this.mentioned.has(name);
    }

    get stepsUsed(): number {
        return this.steps;
    }

    get stepsLeft(): number {
        return Math.max(0, this.allowed - this.steps);
    }

    step(): void {
        this.spend(1);
    }

    /** Work that is larger than one step: copying a long array, joining long strings. What cannot be afforded is not begun. */
    spend(steps: number): void {
        if (this.steps + steps > this.allowed) {
            throw new BudgetSignal();
        }
        this.steps += steps;
    }

    enter(): void {
        this.depth++;
        if (this.depth > deepest) {
            throw new BudgetSignal();
        }
    }

    /** Too deep to follow another call. */
    get isDeepForCalls(): boolean {
        return this.depth > deepestCall;
    }

    /** Too deep to look into another expression. */
    get isDeepForExpressions(): boolean {
        return this.depth > deepestExpression;
    }

    leave(): void {
        this.depth--;
    }

    addInstance(instance: ObjectValue): void {
        const target = instance.class;
        if (target) {
            const made = this.instances.get(target.node);
            this.instances.set(target.node, made ? [...made, instance] : [instance]);
        }
    }

    /** Callbacks made since: whoever made them is done, or was only tried. */
    forgetCallbacks(since: number): void {
        for (const callback of this.heap.lostFunctions.keys()) {
            if (callback.own.born > since) {
                this.heap.lostFunctions.delete(callback);
                this.heap.newlyLost.delete(callback);
                this.effects.delete(callback);
            }
        }
    }

    /** Code that cannot be seen runs among these variables. */
    expose(scope: Scope): void {
        for (let at: Scope | undefined = scope; at; at = at.parent) {
            this.exposed.add(at);
        }
    }

    record(event: Event): void {
        this.noted++;
        // A loop over operations trains; one over layers builds.
        if (event.kind === "layer" || event.kind === "application") {
            this.met++;
            this.allowed = Math.min(this.allowed + stepsForEach, this.options.maxSteps * mostGrowth);
        }
        if (event.kind === "finding" && this.supposed) {
            return;
        }
        if (this.silent === 0 && isJudged(event, this.module, this.main)) {
            this.events.push(event);
        }
    }

    /** Runs what follows from something likely: no mistake in it is certain. */
    supposing(body: () => void): void {
        const { supposed } = this;
        this.supposed = true;
        try {
            body();
        } finally {
            this.supposed = supposed;
        }
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

    /** `arguments` of the function that is running; undefined where it is not sure whose they are. */
    argumentsOf(): Value | undefined {
        const given = this.frame?.given;
        return given && array(given.slice());
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
            // With several ways out, what was made before they part is seen by more than one of them.
            return context.exits.length === 0 ? [{ completion: result, changes }] : [...context.exits, { completion: result, changes: shared(changes) }];
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
                return this.resolve([...context.exits, { completion: { kind: "throw", value: error.value }, changes }], absorb);
            }
            throw error;
        }
        this.contexts.pop();
        this.branches = branches;
        if (!context.forked) {
            return absorb(completion) ? normal : completion;
        }
        const changes = this.heap.unwind();
        return this.resolve([...context.exits, { completion, changes }], absorb);
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
