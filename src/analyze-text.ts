/** The analysis of a text with all that summaries need beside the contract of `analyze()`. */
import path from "node:path";
import type { TSESTree } from "@typescript-eslint/types";
import { rules } from "../rules/index.js";
import { emptyAnalysis, type Analysis } from "./analysis/analysis.js";
import { parse } from "./analysis/parse.js";
import type { ParseError } from "./analysis/parse-error.js";
import { positions } from "./analysis/positions.js";
import { projectReader } from "./analysis/project.js";
import { analyzeProgram } from "./analysis/run.js";
import { readSettings } from "./analysis/settings.js";
import type { AnalyzeOptions, ReportedProblem } from "./analyze.js";
import { isRecommended, wordMessage, type LayerRule } from "./rule.js";

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
        Object.values<LayerRule>(rules).filter(isRecommended).flatMap((rule): ReportedProblem[] => {
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
