/** The summary for other programs. */
import type { FileSummary, ReportedProblem } from "./file-summary.js";
import { type Site, toLayerSite, toSite } from "./sites.js";

export interface JsonSummary {
    readonly files: readonly {
        readonly path: string;
        readonly layers: readonly Site[];
        readonly tensors: readonly Site[];
        readonly problems: readonly ReportedProblem[];
    }[];
}

export function toJson(files: readonly FileSummary[]): JsonSummary {
    return {
        files: files.map(({ path, analysis, problems, locate }) => ({
            path,
            layers: analysis.layers.map((site) => toLayerSite(site, locate)),
            tensors: analysis.tensors.map((site) => toSite(site, locate)),
            problems,
        })),
    };
}

export function printJson(files: readonly FileSummary[]): string {
    return `${JSON.stringify(toJson(files), null, 2)}\n`;
}
