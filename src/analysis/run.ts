/** From a program to its analysis. */
import type { TSESTree } from "@typescript-eslint/types";
import { markupOf } from "../evaluator/markup.js";
import { evaluateProgram, type EvaluationResult } from "../evaluator/run.js";
import type { DataFormat, EvaluationOptions, ModuleSource } from "../evaluator/evaluation.js";
import { emptyAnalysis, type Analysis, type CallSite, type Problem, type Settings } from "./analysis.js";
import { inBoth } from "./both-formats.js";
import { layerGraph, type LayerGraph } from "./graph.js";
import { mended } from "./mending.js";
import { toProblems } from "./problems.js";
import { mentionsModel } from "./relevance.js";
import { layerSites, operationSites } from "./sites.js";

export interface Program {
    readonly ast: TSESTree.Program;
    readonly text: string;
    readonly filename: string;
    readonly settings: Settings;
    readonly readModule?: ((from: string, specifier: string) => ModuleSource | undefined) | undefined;
}

export const defaultSteps = 40_000;

export function analyzeProgram(program: Program): Analysis {
    const { settings, text } = program;
    const globals = settings.globals ?? ["tf"];
    if (!mentionsModel(text, globals)) {
        return emptyAnalysis;
    }
    try {
        return inSomeFormat(program, globals);
    } catch (failure) {
        return withoutHoles(program, globals, failure);
    }
}

/** The one guard: a broken tree, or a broken invariant of ours, must not break the editor. Tests fail on any recorded failure. */
function withoutHoles(program: Program, globals: readonly string[], failure: unknown): Analysis {
    try {
        const ast = mended(program.ast);
        return ast ? inSomeFormat({ ...program, ast }, globals) : { ...emptyAnalysis, failure };
    } catch (second) {
        return { ...emptyAnalysis, failure: second };
    }
}

function optionsOf(program: Program, globals: readonly string[], dataFormat: DataFormat | undefined): EvaluationOptions {
    const { ast, text, settings, filename, readModule } = program;
    return { globals, filename, dataFormat, maxSteps: settings.maxSteps ?? defaultSteps, readModule: settings.followImports === false ? undefined : readModule, markup: markupOf(ast, text) };
}

/**
 * Keras-style code may leave the data format to a file of the user's. A deconvolution that declares its shape can tell
 * it; otherwise the program is judged in both formats, and what holds in both is said.
 */
function inSomeFormat(program: Program, globals: readonly string[]): Analysis {
    const evaluateIn = (format: DataFormat | undefined): { result: EvaluationResult; options: EvaluationOptions } => {
        const options = optionsOf(program, globals, format);
        return { result: evaluateProgram(program.ast, options), options };
    };
    const plain = evaluateIn(program.settings.dataFormat);
    if (!plain.result.formatNeeded) {
        return analysisOf(program, plain.result, plain.options);
    }
    const [pinned, ...others] = plain.result.pinnedFormats;
    if (pinned && others.length === 0) {
        const { result, options } = evaluateIn(pinned);
        return analysisOf(program, result, options);
    }
    const first = evaluateIn("channelsFirst");
    const last = evaluateIn("channelsLast");
    return inBoth(analysisOf(program, first.result, first.options), analysisOf(program, last.result, last.options));
}

function analysisOf(program: Program, result: EvaluationResult, options: EvaluationOptions): Analysis {
    return new EvaluatedAnalysis(result, toProblems(program, result, options));
}

/** A class, not an object with getters: those would get a hidden class of their own each time, and outlive their use by it. */
class EvaluatedAnalysis implements Analysis {
    readonly unfinished: boolean;
    readonly failure = undefined;
    readonly steps: number;
    readonly modules: readonly string[];
    // Rules ask for problems only, on every keystroke; the sites are gathered when a summary asks for them.
    private kept: { layers?: CallSite[]; tensors?: CallSite[]; graph?: LayerGraph } = {};

    constructor(
        private readonly result: EvaluationResult,
        readonly problems: readonly Problem[],
    ) {
        this.unfinished = result.unfinished;
        this.steps = result.steps;
        this.modules = result.modules;
    }

    get graph(): LayerGraph {
        return (this.kept.graph ??= layerGraph(this.result.events));
    }

    get layers(): readonly CallSite[] {
        return (this.kept.layers ??= layerSites(this.result.events));
    }

    get tensors(): readonly CallSite[] {
        return (this.kept.tensors ??= operationSites(this.result.events));
    }
}
