/** The library call: shapes and problems of a source text. */
import type { ParseError } from "./analysis/parse-error.js";
import type { Settings } from "./analysis/settings.js";
import { analyzeText } from "./analyze-text.js";
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
    readonly shapes: { inputs: Dim[][]; outputs: Dim[][] }[];
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
    readonly layers: Site[];
    readonly tensors: Site[];
    readonly problems: ReportedProblem[];
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
        problems: [...problems],
        ...(error ? { error } : {}),
    };
}
