/** From a program to its analysis. */
import type { TSESTree } from "@typescript-eslint/types";
import { evaluateProgram, type EvaluationResult } from "../evaluator/run.js";
import type { DataFormat, EvaluationOptions, ModuleSource } from "../evaluator/evaluation.js";
import { identical, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { commonFault } from "../catalogue/deconvolution.js";
import { emptyAnalysis, type Analysis, type CallSite, type Problem, type Repair, type Settings, type ShapeEntry } from "./analysis.js";
import { layerGraph, type LayerGraph } from "./graph.js";
import { lazyProblem, toProblems } from "./problems.js";
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
        // The one guard: a broken invariant of ours must not break the editor. Tests fail on any recorded failure.
        return { ...emptyAnalysis, failure };
    }
}

function optionsOf(program: Program, globals: readonly string[], dataFormat: DataFormat | undefined): EvaluationOptions {
    const { settings, filename, readModule } = program;
    return { globals, filename, dataFormat, maxSteps: settings.maxSteps ?? defaultSteps, readModule: settings.followImports === false ? undefined : readModule };
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
    const { events } = result;
    // Rules ask for problems only, on every keystroke; the sites are gathered when a summary asks for them.
    let layers: CallSite[] | undefined;
    let tensors: CallSite[] | undefined;
    let graph: LayerGraph | undefined;
    return {
        get graph() {
            return (graph ??= layerGraph(events));
        },
        get layers() {
            return (layers ??= layerSites(events));
        },
        get tensors() {
            return (tensors ??= operationSites(events));
        },
        problems: toProblems(program, result, options),
        unfinished: result.unfinished,
        failure: undefined,
        steps: result.steps,
        modules: result.modules,
    };
}

function inBoth(a: Analysis, b: Analysis): Analysis {
    return {
        get layers() {
            return a.layers.map((site) => common(site, b.layers.find((other) => other.node === site.node)));
        },
        get tensors() {
            return a.tensors.map((site) => common(site, b.tensors.find((other) => other.node === site.node)));
        },
        problems: a.problems.flatMap((problem) => {
            const other = b.problems.find((one) => one.kind === problem.kind && one.range.start === problem.range.start && one.range.end === problem.range.end);
            const fault = commonFault(problem.fault, other?.fault);
            return fault && other ? [lazyProblem({ ...problem.finding, fault }, problem.range, () => commonRepairs(problem, other))] : [];
        }),
        unfinished: a.unfinished || b.unfinished,
        failure: undefined,
        steps: a.steps + b.steps,
        modules: a.modules,
    };
}

function commonRepairs(problem: Problem, other: Problem): readonly Repair[] {
    return problem.repairs.flatMap((repair): Repair[] => {
        const twin = other.repairs.find((one) => one.option === repair.option && one.value === repair.value);
        return twin ? [{ ...repair, automatic: repair.automatic && twin.automatic }] : [];
    });
}

function common(site: CallSite, other: CallSite | undefined): CallSite {
    if (other?.shapes.length !== site.shapes.length) {
        return { ...site, params: undefined, shapes: [] };
    }
    const params = site.params && other.params && identical(site.params, other.params) ? site.params : undefined;
    return {
        ...site,
        params,
        shapes: site.shapes.map(
            (entry, index): ShapeEntry => ({
                inputs: commonShapes(entry.inputs, other.shapes[index]?.inputs),
                outputs: commonOutputs(entry.outputs, other.shapes[index]?.outputs ?? []),
            }),
        ),
    };
}

/** Where a layer fails in one format, what comes out, if anything does, is what it makes in the other. */
function commonOutputs(a: readonly (Shape | undefined)[], b: readonly (Shape | undefined)[]): readonly (Shape | undefined)[] {
    return a.length === 0 ? b : b.length === 0 ? a : commonShapes(a, b);
}

function commonShapes(a: readonly (Shape | undefined)[], b: readonly (Shape | undefined)[] | undefined): (Shape | undefined)[] {
    return a.map((shape, index) => {
        const other = b?.[index];
        return shape && other && shape.length === other.length ? shape.map((dim, axis) => commonDim(dim, other[axis])) : undefined;
    });
}

function commonDim(a: Dim, b: Dim | undefined): Dim {
    return b && identical(a, b) ? a : unknown;
}
