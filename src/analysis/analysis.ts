/**
 * The result of an analysis, and the union of all problems. Rules and summaries work from this and never evaluate
 * anything themselves.
 */
import type { Fault } from "../catalogue/fault.js";
import type { Finding } from "../evaluator/evaluation.js";
import type { CallNode } from "../evaluator/values.js";
import type { LayerGraph } from "./graph.js";
import type { Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";

/** One application of a layer, or one run of an operation. An undefined shape is of unknown rank. */
export interface ShapeEntry {
    readonly inputs: readonly (Shape | undefined)[];
    readonly outputs: readonly (Shape | undefined)[];
}

/** A call that makes a layer, or runs a tensor operation. */
export interface CallSite {
    readonly node: CallNode;
    /** As spelt: "conv2dTranspose", "Deconvolution2D". */
    readonly type: string;
    readonly name: string | undefined;
    /** Layers: the number of weights, trainable or not; undefined when not known. */
    readonly params: Dim | undefined;
    /** Distinct applications, in the order they were met. */
    readonly shapes: readonly ShapeEntry[];
    /** Layers: the sites whose outputs it is applied to, for drawing the graph. */
    readonly sources: readonly CallNode[];
}

export interface SourceRange {
    readonly start: number;
    readonly end: number;
}

/** Text to put in the place of a range; an empty range inserts. */
export interface Edit extends SourceRange {
    readonly text: string;
}

/** A change that was tried: with it the problem is gone, or a more exact one is left, and nothing new appears. */
export interface Repair {
    /** What it changes, in canonical words: "strides", "outputShape", "padding", "rename". */
    readonly changes: "strides" | "outputShape" | "padding" | "rename" | "remove" | "swap" | "option" | "argument";
    /** Safe to apply unattended. */
    readonly automatic: boolean;
    readonly edits: readonly Edit[];
    /** The option as spelt, and the new value as source text: for the wording. */
    readonly option: string;
    readonly value: string;
    /** A second option that is set with it. */
    readonly also?: { readonly option: string; readonly value: string };
    /** An option, as spelt, that is taken away with it. */
    readonly removes?: string;
    /** The layer it changes when that is not the one reported. */
    readonly target?: string;
    /** The lines where the layers stand that it changes, when those are not the one reported. */
    readonly lines?: readonly number[];
    /** It changes several layers alike. */
    readonly several?: true;
    /** What is declared is then legal, and the library makes something else all the same. */
    readonly comesNear?: true;
}

export interface Problem {
    readonly kind: Fault["kind"];
    readonly fault: Fault;
    readonly finding: Finding;
    /** The smallest thing to change. */
    readonly range: SourceRange;
    readonly repairs: readonly Repair[];
}

export interface Analysis {
    readonly layers: readonly CallSite[];
    readonly tensors: readonly CallSite[];
    readonly problems: readonly Problem[];
    /** Layers applied to one another; not told where the data format is not known. */
    readonly graph?: LayerGraph | undefined;
    /** The step budget ran out: what comes later in the program is not known. */
    readonly unfinished: boolean;
    /** An invariant of ours broke. Analysis is then empty; every test fails when this is set. */
    readonly failure: unknown;
    /** Steps taken, and the project's modules that were read. */
    readonly steps: number;
    readonly modules: readonly string[];
}

export const emptyAnalysis: Analysis = { layers: [], tensors: [], problems: [], unfinished: false, failure: undefined, steps: 0, modules: [] };

export type { Settings } from "./settings.js";
