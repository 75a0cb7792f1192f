/**
 * The values a program computes with, as far as they can be known. Scalars are plain data; arrays, objects, layers and
 * models are things with an identity that the program changes (see heap.ts for how changes in untaken branches are undone).
 */
import type { TSESTree } from "@typescript-eslint/types";
import type { Applicable } from "../layers/engine.js";
import type { LayerSpelling, UnreadOption } from "../apis/spelling.js";
import type { Datum, Openness } from "../catalogue/datum.js";
import type { DType, Elements } from "../catalogue/dtype.js";
import type { GivenOptions } from "../catalogue/given.js";
import type { Dim } from "../shapes/dim.js";
import type { OpSpec } from "../ops/spec.js";
import type { Shape } from "../shapes/shape.js";
import type { Uneven } from "../training/datasets.js";
import type { Arguments } from "./arguments.js";
import type { Generating } from "./generators.js";
import type { Late } from "./late.js";
import type { Scope } from "./scope.js";

export type Node = TSESTree.Node;
export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** `lack`: what gives nothing here gives something in other cases, as programs expect it to. */
interface Nothing {
    readonly kind: "undefined" | "null";
    readonly lack?: Lack;
}

export interface Lack {
    /** The expression that gives nothing, as in a message: "evaluate()[1]". */
    readonly result: string;
    /** Completes "is undefined, as …". */
    readonly why: string;
    /** Where it is a method that gives nothing. */
    readonly call: CallNode | undefined;
}

export type Value =
    | Unknown
    | Nothing
    | { readonly kind: "number"; readonly value: number }
    | SizeValue
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "boolean"; readonly value: boolean }
    | Maybe
    | Parameter
    | ArrayValue
    | ObjectValue
    | MapValue
    | FunctionValue
    | Builtin
    | ClassValue
    | PromiseValue
    | DatasetValue
    | LibraryName
    | KerasName
    | TensorValue
    | SymbolicTensor
    | LayerValue
    | ModelValue;

/**
 * A number that is not known but always the same, as an expression over symbols. `isCount`: nobody has to assume that it
 * is a size, it has been counted.
 */
export interface SizeValue {
    readonly kind: "size";
    readonly dim: Dim;
    readonly isCount?: boolean;
    /** As of a tensor. */
    readonly alone?: Alone | undefined;
}

export interface Unknown {
    readonly kind: "unknown";
    /** It is perhaps null, which among the sizes of a shape is no size. */
    readonly perhapsNull?: true;
    /** It is the name that the library gives to a layer without one, or to a placeholder. */
    readonly automatic?: "layer" | "input";
    /** It is a number or a text, as what stands in a table: no list and no object. */
    readonly scalar?: true;
    /** It is a number, another one each time it is computed: of a size nothing is known, but as a tensor it is a scalar. */
    readonly isNumber?: true;
}

/** Something, or perhaps undefined or null: whoever uses it as what it is proves that it is there. */
export interface Maybe {
    readonly kind: "maybe";
    readonly value: Value;
}

/** What a caller nobody knows passes in: not known, but the same wherever it is read. */
export interface Parameter extends Born {
    readonly kind: "parameter";
    readonly name: string;
    /** Its value when it is used as a number. */
    readonly dim: Dim;
    /** Properties read from it, each a parameter of its own. */
    fields: Map<string, Value>;
    /** Properties that the program has set. */
    written: Map<string, Value>;
    /** The shape it has as a tensor, or that a tensor has whose sizes it lists, where its use has proved the rank. */
    proved?: Shape | undefined;
    /** The model that it is, once a layer has been added to it. */
    model?: ModelValue;
    /** What some package exports: what is read from it by a name of the Keras style may be what Keras calls so. */
    readonly stranger: true | undefined;
    /** What the type of an object says of a property, which is called `name`. */
    readonly typed: ((key: string, name: string) => Value | undefined) | undefined;
}

/** Something that the program changes. The later it was made, the higher the number: what a branch made, the others never saw. */
export interface Born {
    readonly born: number;
}

/** Lists and objects that are perhaps the same one. */
export interface OneOf extends Born {
    /** It is one of these, it is not known which. */
    among: (ArrayValue | ObjectValue)[] | undefined;
    /** Those that are perhaps this one. */
    standIns: (ArrayValue | ObjectValue)[] | undefined;
    /** What is written to it perhaps is not: it is frozen, or it came to stand for something else than what those who had it have. */
    weak: boolean | undefined;
}

/** What it holds is perhaps part of a state that was taken down: it is copied before it is changed (see Journal.touch). */
export interface Shared {
    isShared: boolean;
}

/** `open`: its items are not all known. `length` is then known only if it is set (typed arrays, very long arrays). */
export interface ArrayValue extends OneOf, Shared {
    readonly kind: "array";
    items: Value[];
    open: boolean;
    length: number | undefined;
    /** Of a typed array. */
    readonly elements: Elements | undefined;
    seen?: Seen | undefined;
    /** Where its items stand in the source, as long as nothing has changed it. */
    written: Written | undefined;
    /** Of an open array, what is known of its items all the same. */
    gist: Gist | undefined;
    /** Where the library made it, and a program may expect more items of it. */
    readonly made: Made | undefined;
}

export interface Made {
    /** The expression that gave it, as in a message: "getWeights()". */
    readonly result: string;
    /** Completes "`getWeights()[2]` is undefined, as …". */
    readonly why: string;
    readonly call: CallNode | undefined;
}

export interface Gist {
    /** They are all like this one, in what it was made of. */
    readonly each: Value | undefined;
    readonly last: Value | undefined;
}

/** The literal that made a list; or what was gathered into one: the arguments of a call, or elements of the lists that were spread into it. */
export type Written = TSESTree.ArrayExpression | Gathered;

export interface Gathered {
    readonly type: "gathered";
    readonly elements: readonly (Node | undefined)[];
    /** The lists in which some of them stand. */
    readonly lists: readonly TSESTree.ArrayExpression[] | undefined;
}

/**
 * What could not be seen of an open array or object, by what was read of it: not known, but the same wherever it is read.
 * Copies have the same; what is changed by somebody unknown gets another.
 */
export type Seen = Map<string, Value>;

export interface Field {
    readonly value: Value;
    /** The property in the source that put the value there. */
    readonly node: Node | undefined;
    readonly getter?: FunctionValue | undefined;
    readonly setter?: FunctionValue | undefined;
}

export interface ObjectValue extends OneOf, Shared {
    readonly kind: "object";
    fields: Map<string, Field>;
    /** It may hold fields that could not be seen. */
    open: Openness;
    readonly class: ClassValue | undefined;
    /** What it inherits from, when that is no class. */
    readonly proto: Value | undefined;
    /** For an instance of a class of the program's that extends a layer or a model: that layer or model. */
    layer: LayerValue | ModelValue | undefined;
    /** The literal that made it, when it is one. */
    readonly node: Node | undefined;
    /** For an instance of a class: the call that made it, and the module that call stands in. */
    readonly made: { readonly node: CallNode; readonly module: object | undefined } | undefined;
    /** For the prototype of a built-in: its name. What the program puts there is kept by the evaluation. */
    readonly prototypeOf?: string;
    /** For what a generator function gives: the call, whose body waits for somebody to ask for values. */
    readonly generating?: Generating;
    /** Read-only view of a library's own object. */
    readonly frozen?: boolean;
    /** For objects such as Number and Array, which are functions as well. */
    readonly callable?: Builtin;
    seen?: Seen | undefined;
}

/** A Map or a Set; a Set's keys are its values. Keys are scalars, by their text; `open` when one was not. */
export interface MapValue extends Born, Shared {
    readonly kind: "map";
    readonly set: boolean;
    entries: Map<string, { readonly key: Value; readonly value: Value }>;
    open: boolean;
}

export interface FunctionValue {
    readonly kind: "function";
    readonly node: FunctionNode;
    readonly scope: Scope;
    /** `this` of an arrow function, or of a bound method. */
    readonly thisValue: Value | undefined;
    /** The class whose `super` the body sees. */
    readonly home: ClassValue | undefined;
    readonly static?: boolean;
    /** Properties put on the function itself. */
    readonly own: ObjectValue;
}

/** `given`: the arguments with the places where they stand, where it is the program that calls. */
export type BuiltinCall = (args: readonly Value[], thisValue: Value, node: CallNode, given?: Arguments) => Value;

export interface Builtin {
    readonly kind: "builtin";
    readonly name: string;
    readonly call: BuiltinCall;
    /** It heeds by itself that arguments may be unseen. */
    readonly takesOpen: true | undefined;
}

export interface ClassValue {
    readonly kind: "class";
    readonly node: ClassNode;
    readonly scope: Scope;
    readonly name: string;
    readonly base: Value | undefined;
    /** Methods and accessors. */
    readonly prototype: ObjectValue;
    readonly statics: ObjectValue;
    readonly construct: FunctionValue | undefined;
}

export interface Promised {
    readonly method: string;
    readonly call: CallNode;
}

export interface PromiseValue {
    readonly kind: "promise";
    readonly value: Value;
    /** What happens before it is fulfilled, and may not have happened yet. */
    readonly late: readonly Late[];
    /** Of what a method of a model promises, the method and the call of it. */
    readonly from: Promised | undefined;
}

/** A dataset: a picture of what each of its elements is. */
export interface DatasetValue {
    readonly kind: "dataset";
    readonly element: Datum;
    /** How many there are; undefined where that is not known. */
    readonly size: number | undefined;
    /** Each of them, where all are known. */
    readonly elements: readonly Datum[] | undefined;
    /** Set where putting elements together goes wrong as soon as somebody asks for them. */
    readonly uneven: UnevenBatch | undefined;
    /** Of a table, the names of all columns, where they are known. */
    readonly columns: readonly string[] | undefined;
    /** Set where functions of the program make the elements, whenever these are asked for: makes it again, as things are then. */
    readonly remake: (() => DatasetValue) | undefined;
}

export interface UnevenBatch extends Uneven {
    /** The element with which that batch begins. */
    readonly from: number;
    readonly call: CallNode;
}

/** Something exported by TensorFlow.js, by its path: "", "layers", "layers.conv2d". */
export interface LibraryName {
    readonly kind: "library";
    readonly path: string;
    /** Of "layers.conv2d": "conv2d". */
    readonly layer: string | undefined;
    /** The last part of the path. */
    readonly name: string;
    /** The operation of that path. */
    readonly op: OpSpec | undefined;
    /** The names read from it so far, in any program. */
    readonly members: Map<string, LibraryName>;
}

/** A name of the Keras style that nothing in the program defines. */
export interface KerasName {
    readonly kind: "keras";
    readonly name: string;
}

/** A tensor with values at run time; its shape undefined when not even its rank is known. */
export interface TensorValue {
    readonly kind: "tensor";
    readonly shape: Shape | undefined;
    /** The type of its elements; undefined when it is not known. */
    readonly dtype: DType | undefined;
    /** Where its rank is unknown: its shape, as far as the program has read it. */
    seen?: Seen | undefined;
    /** It is one of several of unknown ranks: what is read of its shape is that of whichever it is. */
    readonly isOneOf: boolean | undefined;
    /** Of a variable, the name that the program gave it. */
    readonly name: string | undefined;
    /** Set where a method of a model gave it by itself, which gives a list for other models. */
    readonly alone: Alone | undefined;
    /** Set where a gradient will surely be asked for through it. */
    readonly watched: Watched | undefined;
    /** What it holds, where the program wrote it. */
    readonly values: Datum | undefined;
}

export interface Watched {
    /** What is recorded together has one. */
    readonly tape: object;
    /** The operation on the way here that has no gradient: completes "gradients through …". */
    readonly stuckAt: string | undefined;
    /** Of a variable, where it was made: what was made elsewhere is another. */
    readonly madeAt?: CallNode | undefined;
    /** Of what was computed of variables, the recording in which that was: others do not know how. */
    readonly within?: object | undefined;
}

/** From where a function that is differentiated begins to run until it ends. */
export interface Recording {
    /** The variables that gradients are asked for, by where they were made; all of them where nothing is listed. */
    readonly listed: ReadonlySet<CallNode> | undefined;
    /** What is computed of such variables here. */
    readonly derived: Watched;
    /** How the weights of layers hang on it; undefined where it is not known whether gradients are asked for them. */
    readonly weights: Watched | undefined;
}

export interface Alone {
    /** The method, and the call of it. */
    readonly method: string;
    readonly call: CallNode;
    /** Completes "one tensor, as …", "one number, as …". */
    readonly why: string;
}

/** A tensor of a model being built: it knows which application of which layer made it. */
export interface SymbolicTensor {
    readonly kind: "symbolic";
    readonly shape: Shape | undefined;
    readonly producer: Application | undefined;
    readonly index: number;
    /** Set where a run of the model will perhaps make something else than `shape`, which is what the model declares. */
    readonly runTime?: RunTime | undefined;
    /** The list of sizes that a caller passes for the shape, batch excluded, as long as its length is not known. */
    readonly like?: Parameter | undefined;
}

/** What a run makes, with null for the number of samples; undefined where that is not known. `layer` is where the two part. */
export interface RunTime {
    readonly shape: Shape | undefined;
    readonly layer: LayerValue;
}

/** One application of a layer or model to tensors. */
export interface Application {
    readonly kind: "application";
    readonly target: LayerValue | ModelValue;
    readonly inputs: readonly SymbolicTensor[];
    /** The shapes of the inputs at that time, where those are not what the inputs say. */
    readonly shapes: readonly (Shape | undefined)[] | undefined;
    readonly outputs: readonly (Shape | undefined)[];
    readonly list: boolean;
    /** Notes of the last walk over a graph that came by: see applicationsInOrder. */
    mark: number;
    /** In that walk, how far from the outputs. */
    depth: number;
}

export interface LayerValue extends Born {
    readonly kind: "layer";
    readonly applicable: Applicable;
    /** The call that made it, and the callee as spelt there. */
    readonly node: CallNode;
    readonly type: string;
    /** As it was made; undefined where that is not known, and once it has been renamed: models keep the names of before. */
    name: string | undefined;
    /** The author gave it no name, for sure. */
    readonly isUnnamed?: boolean;
    /** What the program has called it since; null where that is not known. */
    renamed?: string | null | undefined;
    /** The program has said since that it is not to be trained. */
    frozen?: boolean | undefined;
    readonly spelling: LayerSpelling | undefined;
    /** Its own input shape, batch included, where the author gave one. */
    readonly inputShape: Shape | undefined;
    /** What a caller passes for its own input shape, batch excluded. */
    readonly like?: Parameter | undefined;
    readonly hasInputShape: boolean | undefined;
    /** An input placeholder rather than a layer with work to do. */
    readonly isInput: boolean;
    /** Keras style: proved to be a layer by its use. */
    confirmed: boolean;
    applications: Application[];
    /** The user's own object, for an instance of a layer class. */
    readonly instance: ObjectValue | undefined;
    /** For such an instance: the inputs its `call` will be run on. */
    readonly bodies?: (readonly (Shape | undefined)[])[];
    /** For such an instance: whether models hand it float32 and nothing else. */
    takesFloats?: boolean;
    /** Applied by calling it, as in Keras. */
    readonly callable: boolean;
    /** The module whose code made it. */
    readonly module: object | undefined;
    readonly given: GivenOptions | undefined;
    /** It stands for one of several that are alike. */
    readonly isOneOf?: true;
    readonly unread: readonly UnreadOption[];
}

export interface ModelValue extends Born {
    readonly kind: "model";
    readonly sequential: boolean;
    readonly node: CallNode;
    readonly name: string | undefined;
    /** Sequential models only: the layers added so far. */
    layers: (LayerValue | ModelValue)[];
    inputs: readonly SymbolicTensor[];
    outputs: readonly SymbolicTensor[];
    /** Whether a single tensor, not a list, was given as output. */
    readonly single: boolean;
    /** Parts of it could not be followed. */
    open: boolean;
    /** Functional models only: it may have more layers than are in sight, for a tensor on the way is one of several. */
    isPartial: boolean;
    /** Made by calls of its own (a model nested in another). */
    applications: Application[];
    compiled: Compilation;
    /** The program has said since that nothing in it is to be trained. */
    frozen?: boolean | undefined;
    /** Sequential models only: the model inside them that runs, which knows nothing of layers added since it was built. */
    inner: "none" | "current" | "outdated" | "unknown";
    confirmed: boolean;
    readonly keras: boolean;
    /** It is one of these, which are alike; it is not known which. */
    readonly among?: ModelValue[] | undefined;
    /** Those that are perhaps this one. */
    standIns?: ModelValue[] | undefined;
}

/** What `compile` gave a model, as far as it lasts. */
export type Compilation =
    /** Nothing yet: training it throws. */
    | { readonly kind: "none" }
    | { readonly kind: "unknown" }
    /** One loss for each output, and a list of metrics; undefined where not all of them are known. `frozen`: nothing was left to train by then. */
    | { readonly kind: "known"; readonly losses: readonly Measure[]; readonly metrics: readonly (readonly Measure[])[] | undefined; readonly frozen: boolean };

/** A loss or a metric. */
export type Measure =
    /** One of the library's own, given by its name: "meanSquaredError". */
    | { readonly kind: "named"; readonly name: string }
    /** A function that the library exports: "losses.meanSquaredError", "metrics.MSE". */
    | { readonly kind: "exported"; readonly path: string }
    /** A function of the program's own. */
    | { readonly kind: "function"; readonly value: FunctionValue }
    /** Perhaps a function, perhaps a name. */
    | { readonly kind: "unknown" };
