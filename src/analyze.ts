/** The library call: shapes and problems of a source text. */
import path from "node:path";
import type { TSESTree } from "@typescript-eslint/types";
import { rules } from "../rules/index.js";
import { emptyAnalysis, type Analysis, type Settings } from "./analysis/analysis.js";
import { projectReader } from "./analysis/project.js";
import { analyzeProgram } from "./analysis/run.js";
import { parse, type ParseError } from "./analysis/parse.js";
import { positions } from "./analysis/positions.js";
import { readSettings, wordMessage, type LayerRule } from "./rule.js";
import { toLayerSite, toSite } from "./summary/sites.js";

/** A size: a number, null for a batch (None), or text: an expression over symbols, or "?" when not known. */
export type Dim = number | null | string;

export interface Site {
    /** Lines and columns are 1-based, as in ESLint's messages; they are those of the call expression. */
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    /** As spelt: "conv2dTranspose", "Deconvolution2D", "input", "reshape". */
    readonly type: string;
    readonly name?: string;
    /** Layers: the number of all weights; null when not known. */
    readonly params?: number | null;
    /** One entry per distinct application. A shape whose rank is not known is `["?"]`. */
    readonly shapes: readonly { readonly inputs: readonly (readonly Dim[])[]; readonly outputs: readonly (readonly Dim[])[] }[];
}

export interface ReportedProblem {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly ruleId: string;
    readonly message: string;
}

export interface AnalysisResult {
    readonly layers: readonly Site[];
    readonly tensors: readonly Site[];
    readonly problems: readonly ReportedProblem[];
    /** Set when the text could not be parsed; everything else is then empty. */
    readonly error?: ParseError;
}

export interface AnalyzeOptions {
    /** Its extension tells the language, and relative imports are looked up from it. Default: "program.ts" or ".js", whichever parses. */
    readonly filename?: string | undefined;
    readonly settings?: Settings | undefined;
    /** The project's root: imports are not followed outside it. Default: the working directory. */
    readonly cwd?: string | undefined;
}

/** Works out every layer's and tensor operation's shapes. Never throws on any text, and runs none of it. */
export function analyze(code: string, options: AnalyzeOptions = {}): AnalysisResult {
    const { analysis, problems, error, locate } = analyzeText(code, options);
    return {
        layers: analysis.layers.map((site): Site => toLayerSite(site, locate)),
        tensors: analysis.tensors.map((site): Site => toSite(site, locate)),
        problems,
        ...(error ? { error } : {}),
    };
}

export interface TextAnalysis {
    readonly analysis: Analysis;
    readonly problems: readonly ReportedProblem[];
    readonly error: ParseError | undefined;
    /** 1-based line and column of an offset. */
    readonly locate: (offset: number) => { readonly line: number; readonly column: number };
}

export function analyzeText(code: string, { filename, settings, cwd }: AnalyzeOptions = {}): TextAnalysis {
    const locate = positions(code);
    const parsed = parse(code, filename);
    if ("error" in parsed) {
        return { analysis: emptyAnalysis, problems: [], error: parsed.error, locate };
    }
    const checked = readSettings(settings);
    const root = cwd ?? process.cwd();
    const absolute = path.resolve(root, filename ?? "program.js");
    const ast: TSESTree.Program = parsed.program;
    const readModule = filename === undefined ? undefined : projectReader(root).read;
    const analysis = analyzeProgram({ ast, text: code, filename: absolute, settings: checked, readModule });
    const problems = analysis.problems.flatMap((problem) =>
        Object.values<LayerRule>(rules).flatMap((rule): ReportedProblem[] => {
            const description = rule.describe(problem);
            if (!description) {
                return [];
            }
            const start = locate(problem.range.start);
            const end = locate(problem.range.end);
            return [{ ...start, endLine: end.line, endColumn: end.column, ruleId: `layer-shapes/${rule.name}`, message: wordMessage(rule, description) }];
        }),
    );
    return { analysis, problems, error: undefined, locate };
}
