/** What a summary is made from. */
import type { Analysis } from "../analysis/analysis.js";
import type { LayerGraph } from "../analysis/graph.js";
import type { Locate } from "./sites.js";

/** A problem in its rule's words. Lines and columns are 1-based. */
export interface ReportedProblem {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly ruleId: string;
    readonly message: string;
}

export interface FileSummary {
    readonly path: string;
    readonly analysis: Analysis & { readonly graph?: LayerGraph | undefined };
    readonly problems: readonly ReportedProblem[];
    readonly locate: Locate;
}
