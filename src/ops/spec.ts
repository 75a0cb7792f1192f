/** What a tensor operation is to the catalogue: its arguments in order, and a shape function. */
import type { Datum } from "../catalogue/datum.js";
import type { DType } from "../catalogue/dtype.js";
import type { Fault } from "../catalogue/fault.js";
import type { OptionTable, OptionValues } from "../catalogue/options.js";
import type { Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { Stuck } from "./stuck.js";

/** A tensor argument as read; `shape` undefined when its rank is not known. */
export interface TensorArgument {
    readonly shape: Shape | undefined;
    /** Undefined when it is not known. */
    readonly dtype?: DType | undefined;
    /** What it holds, where the program wrote it: numbers, or nested lists of them. */
    readonly values?: Datum | undefined;
    /**
     * Where the rank is not known, the sizes of single axes may be: those a function has read from the shape of its
     * own parameter. An operation that knows the rank it needs can go on from them.
     */
    readonly axes?: (axis: number) => Dim | undefined;
}

/** A list of tensors; or as many of them as nobody knows, all made like one; undefined when nothing is known of the list. */
export type TensorList = readonly TensorArgument[] | { readonly each: TensorArgument; readonly length: Dim } | undefined;

/**
 * What an operation gives: a tensor (its shape undefined when the rank is not known), several in a list or under names,
 * a plain number, a fault, or nothing that can be said.
 */
export type OpOutcome =
    /** `likeFirst`: where the shape is not known, it is that of the first argument all the same. */
    | { readonly kind: "tensor"; readonly shape: Shape | undefined; readonly likeFirst?: true }
    | { readonly kind: "tensors"; readonly shapes: readonly (Shape | undefined)[] }
    /** A list of tensors of one shape; `count` is not known, or more than anybody would list. */
    | { readonly kind: "many"; readonly each: Shape; readonly count: number | undefined }
    | { readonly kind: "record"; readonly fields: Readonly<Record<string, Shape | undefined>> }
    | { readonly kind: "number"; readonly dim: Dim }
    /** `shape`: what comes out all the same, where the library says nothing. */
    | { readonly kind: "fault"; readonly faults: readonly Fault[]; readonly shape?: Shape };

export type OutputDtype = DType | Readonly<Record<string, DType | undefined>> | undefined;

/** A shape function may return a shape or a fault as they are. */
export type OpResult = OpOutcome | Shape | Fault | undefined;

export interface OpSpec<A extends OptionTable = OptionTable> {
    /** As exported by the library: "conv2dTranspose". */
    readonly name: string;
    /** Arguments in positional order, by their names in the library's documentation. */
    readonly args: A;
    /** The last argument takes all that remain, as a list (`tf.einsum(equation, ...tensors)`). */
    readonly rest?: true;
    /** The arguments come by name in one object (`tf.fused.conv2d({x, filter, …})`). */
    readonly named?: true;
    /** Gives a promise of its outcome. */
    readonly async?: true;
    /** The chained method's name where it differs, or false when there is none. The receiver is the first argument. */
    readonly method?: string | false;
    output(args: OptionValues<A>): OpResult;
    /** The dtype of the tensor, or of all tensors, that come out, or by their names; nothing is known of it without. */
    dtype?(args: OptionValues<A>): OutputDtype;
    /** What the tensor that comes out holds, where the program wrote it: numbers, or nested lists of them. */
    values?(args: OptionValues<A>): Datum | undefined;
    /** With these arguments, what has no gradient, though the operation has one. */
    stuck?(args: OptionValues<A>): Stuck | undefined;
    /** What is legal, and hardly meant. */
    advise?(args: OptionValues<A>): Fault | undefined;
    readonly source: string;
}

/** All that an entry may say: every entry has these fields in this order, for what has one form is read much faster. */
const form: OpSpec = {
    name: "",
    args: {},
    rest: undefined,
    named: undefined,
    async: undefined,
    method: undefined,
    output: () => undefined,
    dtype: undefined,
    values: undefined,
    stuck: undefined,
    advise: undefined,
    source: "",
};

/** Declares an entry. */
export function op<A extends OptionTable>(spec: OpSpec<A>): OpSpec<A> {
    return { ...form, ...spec };
}
