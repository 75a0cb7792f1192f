/** What must hold of any text whatever: the analysis ends within its budget, and nothing breaks. */
import type { TSESTree } from "@typescript-eslint/types";
import type { Analysis } from "../../src/analysis/analysis.js";
import { analyzeProgram, defaultSteps } from "../../src/analysis/run.js";
import { analyzeText } from "../../src/analyze-text.js";
import type { ReportedProblem } from "../../src/analyze.js";
import { toLayerSite, toSite } from "../../src/summary/sites.js";

export interface Examined {
    /** What went wrong with the analysis itself, in one line; undefined where nothing did. */
    readonly broken: string | undefined;
    readonly problems: readonly ReportedProblem[];
    /** Set where the text cannot be parsed: then there was nothing to analyse. */
    readonly isUnparsable: boolean;
    readonly milliseconds: number;
}

/** Each layer met adds steps, up to fifteen times as many; a file may be judged in both data formats. */
const mostSteps = 2 * 15 * defaultSteps;

export function examine(code: string, filename?: string): Examined {
    const start = process.cpuUsage();
    const { broken, problems, isUnparsable } = tried(code, filename);
    const { user, system } = process.cpuUsage(start);
    return { broken, problems, isUnparsable, milliseconds: (user + system) / 1000 };
}

function tried(code: string, filename: string | undefined): Omit<Examined, "milliseconds"> {
    try {
        const { analysis, problems, error } = analyzeText(code, { filename, settings: { followImports: false } });
        // Sites are gathered when they are asked for.
        summaryOf(analysis);
        return { broken: flawOf(analysis), problems, isUnparsable: error !== undefined };
    } catch (error) {
        return { broken: `escaped: ${textOf(error)}`, problems: [], isUnparsable: false };
    }
}

/** What is wrong with the analysis of a tree, which another parser may have made. */
export function flawIn(ast: TSESTree.Program, text: string, filename: string): string | undefined {
    try {
        const analysis = analyzeProgram({ ast, text, filename, settings: {} });
        summaryOf(analysis);
        return flawOf(analysis);
    } catch (error) {
        return `escaped: ${textOf(error)}`;
    }
}

export function flawOf({ failure, steps }: Analysis): string | undefined {
    return failure !== undefined ? textOf(failure) : steps > mostSteps ? `${steps} steps` : undefined;
}

/** What the command prints of it, as JSON. */
function summaryOf({ layers, tensors, graph }: Analysis): string {
    const origin = { line: 1, column: 1 };
    return JSON.stringify([layers.map((site) => toLayerSite(site, () => origin)), tensors.map((site) => toSite(site, () => origin)), graph === undefined]);
}

function textOf(error: unknown): string {
    return error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 4).join(" ") : String(error);
}
