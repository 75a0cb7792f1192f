/** One evaluation of one program: its budget, its state, and what it has found so far. */
import type { TSESTree } from "@typescript-eslint/types";
import type { LayerSpelling, UnreadOption } from "../apis/spelling.js";
import type { Datum } from "../catalogue/datum.js";
import type { Fault } from "../catalogue/fault.js";
import type { GivenOptions } from "../catalogue/given.js";
import { RecentReadings } from "../catalogue/recent-readings.js";
import type { RecentCalls } from "../ops/engine.js";
import { symbol } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { Control } from "./control.js";
import { Effects } from "./effects.js";
import type { Late } from "./late.js";
import type { Configured } from "./models/layer-making.js";
import { Recent } from "./models/recent.js";
import type { SameAgain } from "./models/same-again.js";
import { Rewritten } from "./models/rewritten.js";
import type { Declarations, Scope } from "./scope.js";
import { array, library } from "./making.js";
import type { Application, CallNode, ClassValue, Field, FunctionNode, FunctionValue, LayerValue, ModelValue, Node, ObjectValue, Recording, Value, Watched } from "./values.js";

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
    /** Those of them that stand only where a call is not given the option otherwise. */
    readonly yielding?: ReadonlyMap<CallNode, string> | undefined;
    /** Reads a module of the project; undefined where it is not to be followed. */
    readonly readModule?: ((from: string, specifier: string) => ModuleSource | undefined) | undefined;
    readonly filename: string;
    /** The words of the markup beside the code, which may change the variables among them. */
    readonly markup?: ReadonlySet<string> | undefined;
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
    /** Set where all of it is another module's code, which the module under judgement has called. */
    readonly caller?: Caller;
}

/** A call of another module's function, and that module. */
export interface Caller {
    readonly node: CallNode;
    readonly source: ModuleSource;
}

/** The evaluator's note of where a given option stands. */
export interface Place {
    /** The value. */
    readonly node: Node;
    /** The property that holds it, when it stands in an object literal. */
    readonly property: Node | undefined;
    /** The object literal or argument list it is part of: the call itself for positional arguments, or the list that is spread into it. */
    readonly holder: Node;
}

export type Event =
    /** One that was made. */
    | LayerValue
    | Application
    | { readonly kind: "operation"; readonly node: CallNode; readonly type: string; readonly given: GivenOptions; readonly inputs: readonly (Shape | undefined)[]; readonly outputs: readonly (Shape | undefined)[] }
    | { readonly kind: "finding"; readonly finding: Finding };

/** Only what stands in the module under judgement is told, even when its code is run by another's. */
function isJudged(event: Event, running: object | undefined, main: object | undefined): boolean {
    switch (event.kind) {
        case "layer":
            return event.module === main;
        case "application":
            return event.target.kind === "layer" && event.target.module === main;
        case "operation":
            return running === main;
        case "finding":
            return event.finding.module === main || running === main || event.finding.caller !== undefined;
    }
}

export interface Yielding {
    readonly node: FunctionNode;
    readonly take: (value: Value) => void;
    /** What comes back for the value that was taken last; nothing where that is not said. */
    readonly answer?: () => Value;
    /** Set where its values are asked for as it gives them: some that it gives are not known. */
    readonly giveUp?: () => void;
}

/** A module while and after it is run. */
export interface Module {
    readonly path: string;
    readonly source: ModuleSource;
    readonly scope: Scope;
    readonly exports: Map<string, Value>;
    /** It hands on all that TensorFlow.js has. */
    isLibrary: boolean;
    /** `module`, as CommonJS code sees it. */
    readonly commonjs: ObjectValue;
}

/** Each layer met, and each application, is worth some more steps, so that large models are followed to their end. */
const stepsForEach = 60;
const mostGrowth = 15;

/** `what` tells it from others; undefined where there were several. A value that is not known is undefined. */
export interface Told {
    readonly what: string | undefined;
    readonly values: () => readonly (Value | undefined)[];
}

export class Evaluation extends Control {
    readonly events: Event[] = [];
    readonly closures = new Map<FunctionNode, FunctionValue>();
    readonly classes = new Map<Node, ClassValue>();
    called = new Set<Node>();
    /** What lists of statements declare, as far as they were run. */
    readonly declared = new Map<readonly Node[], Declarations>();
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
    /** Components whose data nobody has asked for yet: what their functions are called on, with what they are described by. */
    readonly components = new Map<ObjectValue, ObjectValue>();
    /** Instances of the program's classes, as far as it made any. */
    readonly instances = new Map<Node, ObjectValue[]>();
    /** The same in the order in which they were made. */
    readonly made: ObjectValue[] = [];
    /** Whether the chain of `?.` that is being evaluated may have ended early. */
    chainPerhaps = false;
    /** Variables that code which cannot be seen may change. */
    readonly exposed = new Set<Scope>();
    /** What the program has put on the prototypes of built-in objects, by "Array.at". */
    readonly extensions = new Set<string>();
    /** Shapes that layers have written into. */
    readonly rewritten = new Rewritten();
    /** Parts of the library that the program has replaced. */
    readonly replaced = new Set<string>();
    /** What options of layers came to. */
    readonly configured = new Recent<LayerSpelling, Configured>();
    /** Layers that were given to others, by what the catalogue knows them as. */
    readonly handedOn = new Map<object, LayerValue>();
    /** What operations came to that hold what no other program has, as far as they are run more than once. */
    readonly calls: RecentCalls = new RecentReadings();
    /** Calls that make the same layer each time; undefined for those that may make another. */
    readonly sameAgain = new Map<CallNode, SameAgain | undefined>();
    /** How many samples a model is run on. */
    readonly samples = symbol("batch");
    /** Somebody wants to know what a generator gives, while its body is run. */
    yielding: Yielding | undefined;
    /** What every optimizer can do. */
    optimizerMethods: Map<string, Field> | undefined;
    /** Set while a function is being differentiated. */
    taping: Recording | undefined;
    /** What every tape follows, by where it was made. */
    readonly variables = new Map<CallNode, Watched>();
    /** Variables that were given a name of their own: the name tells the gradient. */
    readonly namedVariables = new Map<string, Shape | undefined>();
    /** Functions that the library calls some time, by what it is known to pass to them. */
    readonly told = new Map<FunctionNode, Told>();
    /** TensorFlow.js, where no import tells which part of it. */
    readonly library = library("");
    /** Built-in objects that need the evaluation, as far as the program has named them. */
    readonly builtins = new Map<string, Value>();
    /** Names that no scope declares, by what they were read as. */
    readonly freeNames = new Map<string, Value>();
    /** What is called before each test. */
    hooks: readonly FunctionValue[] = [];
    /** Whether the program says anywhere that something is not to be trained: models then list their weights in another order. */
    freezes = false;
    /** Whether it perhaps says so of something, and then that it is to be trained after all. */
    thaws = false;
    /** Calls that register a class, with the name by which it is found; undefined where that is not known. */
    readonly registered = new Map<CallNode, string | undefined>();
    /** Whether the program perhaps gives a layer another name than it was made with. */
    renames = false;
    /** Whether a layer was applied that leaves something behind for those that run after it. */
    handsOn = false;
    /** While a method is tried that nobody calls: the empty lists in fields of what it is called on. Whoever has that may have filled them. */
    readonly perhapsFilled = new Set<Value>();
    /** While a function is tried that nobody calls: what was born before, anybody may have changed by then. */
    triedSince: number | undefined;
    /** Something that the judged module does was not run to its end. */
    isCut = false;
    /** The module whose code is running, and the one that is being judged. */
    module: Scope | undefined;
    main: Scope | undefined;

    /** The call of the judged module's that another module's code runs for. */
    private entered: { readonly node: CallNode; readonly tries: number; readonly branches: number } | undefined;
    private settled: ReadonlySet<FunctionNode> | undefined;
    private readonly mentioned = new Set<string>();
    private supposed = false;

    /** Functions that are tested to fail: what they do wrong is meant. */
    readonly mayFail = new Set<FunctionNode>();

    /** Loops that turned out to work on data, and how often. */
    readonly idleLoops = new Map<object, number>();
    /** The same, of those that were run for their effect alone. */
    readonly silentlyIdleLoops = new Map<object, number>();
    /** How many layers and applications were met, recorded or not. */
    met = 0;
    /** How many things there were to record, whether they were or not. */
    noted = 0;

    constructor(readonly options: EvaluationOptions) {
        super(options.maxSteps);
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

    addInstance(instance: ObjectValue): void {
        const target = instance.class;
        if (target) {
            this.made.push(instance);
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
            this.allow(stepsForEach, this.options.maxSteps * mostGrowth);
        }
        if (event.kind === "finding" && this.supposed) {
            return;
        }
        if (this.recording && isJudged(event, this.module, this.main)) {
            this.events.push(event);
        }
    }

    /** Runs what another module's function does for a call of this one's. */
    entering<T>(node: CallNode, body: () => T): T {
        const { entered } = this;
        this.entered = { node, tries: this.heap.tries, branches: this.branches };
        try {
            return body();
        } finally {
            this.entered = entered;
        }
    }

    /** Whether a function of these variables is another module's, called by the one under judgement. */
    leavesFor(scope: Scope): boolean {
        return this.module === this.main && scope.root !== this.main;
    }

    /**
     * Who is to be told of a mistake that another module's code makes of what it is given, and does not catch. Where it
     * asks something first, the answer to which is not known, this call perhaps never comes to the mistake.
     */
    callerOf({ module }: Finding): Caller | undefined {
        const { entered } = this;
        if (!entered || module === this.main || this.module === this.main || this.heap.tries > entered.tries || this.branches > entered.branches) {
            return undefined;
        }
        const running = [...this.modules.values()].find(({ scope }) => scope === this.module);
        return running && { node: entered.node, source: running.source };
    }

    /** Runs what follows from something likely, or is to fail: a mistake in it is not certain, or no mistake. */
    supposing<T>(body: () => T): T {
        const { supposed } = this;
        this.supposed = true;
        try {
            return body();
        } finally {
            this.supposed = supposed;
        }
    }

    /** `arguments` of the function that is running; undefined where it is not sure whose they are. */
    argumentsOf(): Value | undefined {
        const given = this.frame?.given;
        return given && array(given.slice());
    }
}
