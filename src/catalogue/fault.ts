/**
 * What a layer or an operation finds wrong, as plain data: which kind of fault, where (an option, an argument, an input),
 * and the numbers a message needs. It knows nothing of source text; the evaluator puts it in its place there.
 */
import type { DType } from "./dtype.js";
import type { Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { LengthRange } from "../convolution/legal.js";
import type { Window } from "../convolution/window.js";

/** Where in a call the fault is. `axis`: the element of that option's list. */
export type FaultPlace =
    | { readonly kind: "call" }
    | { readonly kind: "option"; readonly name: string; readonly axis?: number }
    | { readonly kind: "input"; readonly index: number };

/** One spatial axis on which a declared output length is not legal. */
export interface IllegalLength {
    /** Index of the length in the declared shape. */
    readonly axis: number;
    readonly declared: Dim;
    readonly input: Dim;
    readonly kernel: Dim;
    readonly stride: Dim;
    readonly legal: LengthRange;
}

/** How a deconvolution was set up, in the words its messages need. */
export interface DeconvolutionSetup {
    readonly declared: Shape;
    readonly input: Shape;
    /** Spatial lengths, in axis order. */
    readonly declaredLengths: readonly Dim[];
    readonly inputLengths: readonly Dim[];
    readonly kernel: readonly Dim[];
    readonly strides: readonly Dim[];
    readonly dilation: readonly Dim[];
    readonly padding: string;
    readonly windows: readonly Window[];
    /** Indices of the lengths in the declared shape. */
    readonly lengthAxes: readonly number[];
    /** Not all spatial axes are told: which they are depends on a data format that is not known. */
    readonly isPartial?: boolean;
    /** The lengths that these strides make: the smallest legal ones, or what the library infers. */
    readonly made: readonly Dim[];
    readonly madeMost: readonly Dim[];
    /** The strides that would make the declared lengths, when there is one answer. */
    readonly implied: { readonly kind: "exact" | "nearest"; readonly strides: readonly number[] } | undefined;
    /** True when no stride was given at all, so that the library's default of 1 holds. */
    readonly strideMissing: boolean;
    /** True when the library ignores the declared shape, so that `made` is what comes out. */
    readonly declarationIgnored: boolean;
    /** What comes out of an input for a window, where the declared shape is ignored. */
    readonly inferred?: (input: Dim, window: Window) => Dim;
}

export type Fault = FaultKinds & {
    readonly at: FaultPlace;
    /** Of a fault in a layer that another one wraps: where it is there. */
    readonly within?: FaultPlace;
    /** What the library does in silence, where it throws nothing: completes "TensorFlow.js …". */
    readonly effect?: string;
};

type FaultKinds =
    | { readonly kind: "deconv-length"; readonly axes: readonly IllegalLength[]; readonly setup: DeconvolutionSetup }
    /** The declared shape has another number of dimensions than the output. */
    | { readonly kind: "deconv-rank"; readonly declared: Shape; readonly ranks: readonly number[]; readonly input: Shape }
    /** `axis`: index in the declared shape. */
    | { readonly kind: "deconv-batch"; readonly shape: Shape; readonly axis: number; readonly declared: Dim; readonly input: Dim }
    /**
     * `axis` undefined: it depends on the data format, which is not known. `reordered`: the declared shape with its
     * channels at the other end, where only there they are the filters.
     */
    | { readonly kind: "deconv-channels"; readonly shape: Shape; readonly axis: number | undefined; readonly declared: Dim; readonly filters: Dim; readonly from: string; readonly reordered: Shape | undefined }
    /** `isSwapped`: the filter ends in [in, out], as an ordinary convolution takes it. `isFirst`: the input's channels stand first, and so do those of the declared shape. */
    | { readonly kind: "deconv-input-channels"; readonly shape: Shape; readonly input: Dim; readonly filter: Dim; readonly isSwapped?: boolean; readonly isFirst?: boolean }
    /** An input of the wrong rank. `expected` completes "expects …": "rank 4", "at least rank 3". `late`: only a run shows it. */
    | { readonly kind: "input-rank"; readonly input: Shape; readonly expected: string; readonly late?: true }
    /** An axis whose size must be known when the layer is built (channels, the last dimension) is null. */
    | { readonly kind: "input-undefined-axis"; readonly input: Shape; readonly axis: number; readonly what: string }
    /** A size of the input that does not fit: `what` names the axis ("channels"), `expected` the size it must have. */
    | { readonly kind: "input-size"; readonly input: Shape; readonly axis: number; readonly what: string; readonly expected: Dim; readonly why: string }
    | { readonly kind: "input-count"; readonly count: number; readonly expected: string }
    /** Shapes that cannot be merged. `first` and `second` are input indices. */
    | { readonly kind: "merge"; readonly inputs: readonly Shape[]; readonly first: number; readonly second: number; readonly axis: number; readonly a: Dim; readonly b: Dim }
    | { readonly kind: "merge-rank"; readonly inputs: readonly Shape[]; readonly first: number; readonly second: number }
    /** An output axis would get a size below the least legal one. */
    | { readonly kind: "empty-output"; readonly input: Shape; readonly output: Shape; readonly axis: number; readonly size: Dim }
    | { readonly kind: "reshape-size"; readonly input: Shape; readonly inputSize: Dim; readonly target: Shape; readonly targetSize: Dim; readonly repairs: readonly { readonly axis: number; readonly size: Dim }[] }
    /** A reshape whose -1 cannot be worked out: the rest does not divide the input, holds no elements, or there are two of them. */
    | { readonly kind: "reshape-infer"; readonly input: Shape; readonly inputSize: Dim; readonly target: Shape; readonly reason: "two" | "remainder" | "empty" }
    | { readonly kind: "flatten-unknown"; readonly input: Shape; readonly axis: number }
    /** `given` is the value as data could print it; `expected` completes "must be …"; `choices` are all words there are, where it is one; `extensible`: a program may register more; `dtype`: what a tensor is to be cast to. */
    | { readonly kind: "option-value"; readonly option: string; readonly given: string; readonly expected: string; readonly choices?: readonly string[]; readonly extensible?: true; readonly dtype?: DType | undefined }
    | { readonly kind: "option-missing"; readonly option: string }
    /** What is no list and is taken apart as one. `result` is what gives it ("predict()"); `what` completes "is …". */
    | { readonly kind: "taken-apart"; readonly result: string; readonly what: string }
    /** An operator of the language on a tensor, and the method that does it. `makes` completes "makes …". */
    | { readonly kind: "tensor-operator"; readonly operator: string; readonly method: string; readonly makes: string }
    /** Something is read of what a method gives where that is nothing. `why` completes "as …". */
    | { readonly kind: "nothing-read"; readonly result: string; readonly what: "undefined" | "null"; readonly why: string }
    /** A method is called that what a model gives does not have. */
    | { readonly kind: "no-method"; readonly result: string; readonly what: "promise" | "tensor" | "number"; readonly method: string }
    /** An option name that the library does not read. `means`: the canonical option it plainly stands for. */
    | { readonly kind: "option-unread"; readonly option: string; readonly means: string | undefined; readonly known: readonly string[] }
    /** An option that the library takes and makes nothing of, though its value asks for something. */
    | { readonly kind: "option-ignored"; readonly option: string; readonly given: readonly Dim[] }
    /** The first layer of a sequential model has no input shape. */
    | { readonly kind: "first-layer" }
    /** The outputs of a model depend on an input that is not among its inputs. */
    | { readonly kind: "graph-disconnected"; readonly name: string | undefined; readonly shape: Shape | undefined }
    /** An input of a model that stands there twice, or that a layer made (`by`, as spelt). */
    | { readonly kind: "graph-input"; readonly problem: "twice" | "made"; readonly by?: string }
    | { readonly kind: "graph-output-twice" }
    /** Another layer of the model has the name of this one. */
    | { readonly kind: "graph-name"; readonly name: string }
    /** Something else where a tensor of a model, any tensor, or a layer must stand. */
    | { readonly kind: "graph-part"; readonly wanted: "tensor" | "any tensor" | "layer"; readonly what: string; readonly isLayer: boolean }
    /** A tensor of a model where one that holds values must stand. `instead` completes "in a model …"; without it, what is called is no method of any tensor. */
    | { readonly kind: "no-values"; readonly instead: string | undefined }
    /** A layer or model of TensorFlow.js that is called as a function. */
    | { readonly kind: "called" }
    /** A model or layer nested in another does not fit what it is applied to; `inner` is what its own layer says. */
    | { readonly kind: "nested"; readonly input: Shape; readonly layer: string; readonly inner: Fault }
    /** Two options that exclude each other. */
    | { readonly kind: "option-conflict"; readonly option: string; readonly other: string; readonly why: string }
    | { readonly kind: "axis-range"; readonly axis: Dim; readonly rank: number; readonly option: string }
    | { readonly kind: "permutation"; readonly dims: readonly Dim[]; readonly expected: string }
    /** A combination the library builds and then refuses to run. */
    | { readonly kind: "unsupported"; readonly what: string; readonly when: "built" | "run" }
    /** `option`: what the producer calls `returnSequences`. */
    | { readonly kind: "rnn-sequences"; readonly input: Shape; readonly producer: string | undefined; readonly option?: string }
    | { readonly kind: "embedding-length"; readonly declared: Shape; readonly input: Shape }
    | AdviceKinds
    | OpFaultKinds
    | DataFaultKinds;

/** Legal, and hardly what was meant. */
type AdviceKinds =
    /** Deconvolution windows that overlap unevenly. `axis`: the first such; `counts`: how many inputs its outputs get by turns. */
    | { readonly kind: "checkerboard"; readonly kernel: readonly Dim[]; readonly strides: readonly Dim[]; readonly axis: number; readonly counts: readonly number[]; readonly even: readonly (readonly number[])[] }
    /** A softmax over an axis of one element. */
    | { readonly kind: "single-softmax"; readonly output: Shape }
    /** A loss beside an activation: one it applies itself ("twice"), that shares one probability ("shared"), that gives none ("unbounded"). */
    | { readonly kind: "loss-activation"; readonly problem: "twice" | "shared" | "unbounded"; readonly loss: string; readonly activation: string; readonly output: Shape }
    /** A name in a map of metrics that is no output; `outputs` are those that are known. */
    | { readonly kind: "metric-output"; readonly name: string; readonly outputs: readonly string[] };

const adviceKinds: ReadonlySet<string> = new Set<AdviceKinds["kind"]>(["checkerboard", "single-softmax", "loss-activation", "metric-output"]);

/** Whether a fault is no more than advice: the program runs with it, so that mending another may bring it about. */
export function isAdvice({ kind }: Fault): boolean {
    return adviceKinds.has(kind);
}

/** Faults that only tensor operations have. `names` are the arguments the shapes belong to, in the same order. */
type OpFaultKinds =
    /** Shapes that do not broadcast. Shapes are aligned at their ends, so `axis` counts from there: -1 is the last. */
    | { readonly kind: "broadcast"; readonly inputs: readonly [Shape, Shape]; readonly names: readonly [string, string]; readonly axis: number; readonly a: Dim; readonly b: Dim }
    /** Two tensors that must have one shape. `axis` undefined: their ranks differ. */
    | { readonly kind: "shape-mismatch"; readonly inputs: readonly [Shape, Shape]; readonly names: readonly [string, string]; readonly axis: number | undefined }
    /** The axes that a product sums over have different sizes. `axes` are those of the first and of the second input. */
    | { readonly kind: "inner-size"; readonly inputs: readonly [Shape, Shape]; readonly names: readonly [string, string]; readonly axes: readonly [number, number]; readonly a: Dim; readonly b: Dim }
    /** The targets hold a class that `classWeight` has no weight for. */
    | { readonly kind: "class-weight"; readonly missing: number }
    /** An index that the axis does not have. */
    | { readonly kind: "index-range"; readonly input: Shape; readonly axis: number; readonly index: number }
    /** `size` undefined: the slice runs to the end of the axis. */
    | { readonly kind: "slice-bounds"; readonly input: Shape; readonly axis: number; readonly begin: Dim; readonly size: Dim | undefined }
    /** One pair of paddings is needed for each axis. */
    | { readonly kind: "pad-pairs"; readonly input: Shape; readonly pairs: number; readonly axes: number }
    | { readonly kind: "pad-size"; readonly input: Shape; readonly axis: number; readonly pad: Dim; readonly most: Dim }
    /** `what` names what is divided ("the batch of x"), `size` its length, `by` what it must be a multiple of. */
    | { readonly kind: "not-divisible"; readonly what: string; readonly size: Dim; readonly by: Dim }
    /** Literal values of a tensor: their number against the shape beside them. */
    | { readonly kind: "values-count"; readonly count: Dim; readonly target: Shape; readonly targetSize: Dim }
    /** Literal values nested otherwise than the tensor or the shape beside them needs. `expected` completes "must be …". */
    | { readonly kind: "values-nesting"; readonly nesting: Shape; readonly expected: string }
    /** Nested literal values of unequal lengths: the element at `path` has `length` values where the first has `expected`. */
    | { readonly kind: "values-ragged"; readonly path: readonly number[]; readonly length: number; readonly expected: number }
    /** An einsum equation that cannot be read, or does not fit its tensors. `why` completes "the equation …". */
    | { readonly kind: "equation"; readonly equation: string; readonly why: string }
    /** What is to be minimised must be one number; `shape` is what the function returns. */
    | { readonly kind: "loss-rank"; readonly shape: Shape }
    /** Strides or a window as Python writes them, batch and channels included; the library reads the first ones only. */
    | { readonly kind: "window-form"; readonly option: string; readonly given: Shape; readonly read: Shape }
    /** Each of two arguments holds what the other one needs. */
    | { readonly kind: "swapped-options"; readonly options: readonly [string, string] };

/** What a model is fed: as its input, or as what its output is compared with. */
export type DataRole = "input" | "target";

/** One tensor among those that a model is fed. */
export interface Fed {
    readonly role: DataRole;
    /** The name of the input or output; undefined where it is not known. */
    readonly name: string | undefined;
    /** Its position among those of its role, and how many there are. */
    readonly index: number;
    readonly count: number;
    readonly shape: Shape;
}

/** Faults of the data that a model is fed. */
type DataFaultKinds =
    /** `expected` is what the model demands, batch included. `classes`: of targets that are numbers of classes. */
    | { readonly kind: "data-shape"; readonly fed: Fed; readonly expected: Shape; readonly batchMissing: boolean; readonly classes: boolean }
    /** Targets of another dtype than the loss takes. */
    | { readonly kind: "data-dtype"; readonly fed: Fed; readonly dtype: DType; readonly expected: DType }
    /** Texts, where a model or its loss computes with numbers. */
    | { readonly kind: "data-texts"; readonly fed: Fed }
    | { readonly kind: "data-count"; readonly role: DataRole; readonly count: number; readonly expected: number }
    /** A map of tensors by name lacks one. */
    | { readonly kind: "data-name"; readonly role: DataRole; readonly name: string; readonly names: readonly string[] }
    /** A map of tensors by name, for an input or output that the library has given its name. */
    | { readonly kind: "data-unnamed"; readonly role: DataRole; readonly index: number; readonly count: number; readonly names: readonly string[] }
    /** Something else than tensors: `what` completes "gets …". */
    | { readonly kind: "data-form"; readonly role: DataRole | "dataset"; readonly what: string }
    | { readonly kind: "data-rows"; readonly a: Fed; readonly b: Fed }
    /** The elements of a dataset are not objects with xs and ys. */
    | { readonly kind: "dataset-element"; readonly missing: string }
    | { readonly kind: "validation-pair"; readonly count: number }
    /** `weight` is its position in the list. */
    | { readonly kind: "weight-shape"; readonly weight: number; readonly count: number; readonly given: Shape; readonly expected: Shape }
    | { readonly kind: "weight-count"; readonly count: number; readonly expected: number }
    | { readonly kind: "weight-dtype"; readonly weight: number; readonly count: number; readonly dtype: DType; readonly expected: DType }
    /** `what` completes "gets …". `weight` undefined: it is all that is given, instead of a list. */
    | { readonly kind: "weight-form"; readonly what: string; readonly weight: number | undefined; readonly count: number }
    /** Rows that a stateful model cannot take in batches of one size. */
    | { readonly kind: "stateful-rows"; readonly rows: Dim; readonly batchSize: Dim }
    /** `lapsed`: it was compiled, and then given another layer. */
    | { readonly kind: "not-compiled"; readonly lapsed: boolean }
    /** `means`: the same under the library's name; `near`: what it was perhaps meant to be. `isExport`: a function the library does not export. */
    | { readonly kind: "unknown-name"; readonly what: "loss" | "metric" | "optimizer"; readonly name: string; readonly means: string | undefined; readonly near: string | undefined; readonly isExport: boolean }
    | { readonly kind: "loss-count"; readonly count: number; readonly outputs: number }
    /** A name in a map of losses that is no output; `outputs` are those that are known. */
    | { readonly kind: "loss-output"; readonly name: string; readonly outputs: readonly string[] }
    | { readonly kind: "loss-one-unit"; readonly loss: string; readonly output: Shape }
    /** A map of losses lacks one for an output of this name. */
    | { readonly kind: "loss-missing"; readonly output: string }
    /** `loss` is a path below the library: "metrics.binaryAccuracy". */
    | { readonly kind: "loss-gradient"; readonly loss: string }
    /** A function that returns nothing. */
    | { readonly kind: "loss-nothing" }
    /** A function to be differentiated gives something else than a tensor: `what` completes "gets …". */
    | { readonly kind: "loss-form"; readonly what: string }
    /** What is differentiated is computed of nothing that it could be differentiated by: of no variable, of none in the list, not of the model's output, not of its argument. */
    | { readonly kind: "loss-unconnected"; readonly from: "variables" | "list" | "output" | "argument" }
    /** The loss of the output at `index`, and the sum of those before it. */
    | { readonly kind: "loss-sum"; readonly sum: Shape; readonly loss: Shape; readonly index: number }
    /** A metric that cannot be computed of the targets that the loss demands. */
    | { readonly kind: "metric-target"; readonly metric: string; readonly target: Shape; readonly output: Shape }
    /** `what` completes "the optimizer is …". */
    | { readonly kind: "no-optimizer"; readonly what: string };

export const atCall: FaultPlace = { kind: "call" };

export function atOption(name: string, axis?: number): FaultPlace {
    return axis === undefined ? { kind: "option", name } : { kind: "option", name, axis };
}

export function atInput(index = 0): FaultPlace {
    return { kind: "input", index };
}
