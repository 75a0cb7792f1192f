/** What a layer is to the catalogue: options, a shape function, weights. Free of every library's spelling. */
import type { Fault } from "../catalogue/fault.js";
import type { OptionTable, OptionValues } from "../catalogue/options.js";
import type { Shape } from "../shapes/shape.js";
import type { Applicable } from "./engine.js";

/**
 * What comes out of a layer: its output shapes (`undefined` for one of unknown rank), a fault, or `undefined` where
 * nothing can be said. `list` tells whether the caller gets an array.
 */
export type Outcome =
    | { readonly kind: "outputs"; readonly shapes: readonly (Shape | undefined)[]; readonly list: boolean; readonly faults?: readonly Fault[] }
    | { readonly kind: "fault"; readonly faults: readonly Fault[] }
    | undefined;

/** A layer that another one holds and applies by itself: what it is given, and what it makes of that. */
export interface InnerUse {
    readonly of: Applicable;
    readonly inputs: readonly (Shape | undefined)[];
    readonly outputs: readonly (Shape | undefined)[];
}

/** A shape function of one input may simply return its shape, a fault, or nothing. */
export type ShapeResult = Shape | Fault | undefined;

/** What throws once a model is trained: `what` completes "TensorFlow.js does not support training …". */
export interface Untrainable {
    readonly what: string;
    /** Only where something before it is trained. */
    readonly upstream?: true;
}

/** What the engine checks of each input before the shape function runs. */
export interface InputRule {
    /** Exactly this rank. */
    readonly rank?: number;
    /** The rank of what it is made for, where the shape function judges the rank for itself. */
    readonly usualRank?: number;
    /** At least this rank. */
    readonly leastRank?: number;
    /** Which axis must have a known size when the layer is built, e.g. -1; the name is used in messages. */
    readonly defined?: { readonly axis: number | "channels"; readonly what: string };
    /**
     * Once built, the layer's weights fix the size of this axis for every later input (a shared dense layer).
     * "channels" follows the option dataFormat.
     */
    readonly fixed?: number | "channels";
    /** The rank may not change either, though it is not the same for every layer of this kind. */
    readonly fixedRank?: boolean;
    /** How many inputs: one (the default), or at least so many. */
    readonly count?: { readonly least: number; readonly most?: number };
    /** Least legal size of every output axis: 1 (the default) or 0. */
    readonly leastSize?: 0 | 1;
}

export interface LayerSpec<O extends OptionTable = OptionTable> {
    /** The Keras class name: "Conv2D". */
    readonly name: string;
    readonly input: InputRule;
    readonly options: O;
    /** Checks between options that hold for any input (strides with dilation…). */
    check?(options: OptionValues<O>): readonly Fault[];
    /** What is legal, and hardly meant: the program runs with it. */
    advise?(options: OptionValues<O>): readonly Fault[];
    /** `inputs` have passed the input rule; one of unknown rank gets here only where the rule names the rank. */
    output(inputs: readonly Shape[], options: OptionValues<O>): Outcome | ShapeResult;
    /**
     * Set where something can be told without the inputs' ranks (a flatten). A layer whose input rule names one exact
     * rank needs none: its shape function then gets an input of that rank with unknown dimensions.
     */
    unknownRank?(inputs: readonly (Shape | undefined)[], options: OptionValues<O>): Outcome | ShapeResult;
    /** How many initial states a recurrent layer takes beside its sequence. */
    states?(options: OptionValues<O>): number | undefined;
    /** The axis of the output along which all elements of a sample stand. */
    readonly elementsAxis?: number;
    /** Further axes that the weights fix once built for an input, where options name them (the axis of a normalization). */
    builtAxes?(input: Shape, options: OptionValues<O>): readonly number[];
    /**
     * What comes out for tensors that hold values, where that differs from what the layer declares for symbolic ones.
     * Without it, `output` answers for both. `isBuilt`: it has been applied before.
     */
    eager?(inputs: readonly Shape[], options: OptionValues<O>, isBuilt: boolean): Outcome | ShapeResult;
    /** The input shape, batch included, of a first layer that was given none (an embedding, a dense layer with inputDim). */
    impliedInput?(options: OptionValues<O>): Shape | undefined;
    /** Of the built axes, those along which one row goes with as many as the layer was built for. */
    broadcastAxes?: readonly number[];
    /** The library writes the output's shape into that of its input. */
    rewrites?: true;
    /** All weights once built for these inputs, in the library's order: what is trained first. Undefined: the layer has none. */
    weights?(inputs: readonly Shape[], options: OptionValues<O>): readonly Shape[] | undefined;
    /** How many of the weights, the last ones, training leaves alone. */
    untrained?: number;
    /** Set where a layer that runs cannot be trained with its weights, or nothing before it can. */
    untrainable?(inputs: readonly (Shape | undefined)[], options: OptionValues<O>): Untrainable | undefined;
    /** What the layers inside do, as far as that is known; asked only where `output` finds no fault. */
    inner?(inputs: readonly (Shape | undefined)[], options: OptionValues<O>): readonly InnerUse[];
    /** Library, version, file and function of the formula. */
    readonly source: string;
}

const inputForm: InputRule = { rank: undefined, usualRank: undefined, leastRank: undefined, defined: undefined, fixed: undefined, fixedRank: undefined, count: undefined, leastSize: undefined };

/** All that an entry may say: every entry has these fields in this order, for what has one form is read much faster. */
const form: LayerSpec = {
    name: "",
    input: inputForm,
    options: {},
    check: undefined,
    advise: undefined,
    output: () => undefined,
    unknownRank: undefined,
    states: undefined,
    elementsAxis: undefined,
    builtAxes: undefined,
    eager: undefined,
    impliedInput: undefined,
    broadcastAxes: undefined,
    rewrites: undefined,
    weights: undefined,
    untrained: undefined,
    untrainable: undefined,
    inner: undefined,
    source: "",
};

/** Declares an entry. */
export function layer<O extends OptionTable>(spec: LayerSpec<O>): LayerSpec<O> {
    return { ...form, ...spec, input: { ...inputForm, ...spec.input } };
}
