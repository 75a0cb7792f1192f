/** What `analyze()` says of a program against what the real library did. */
import type { AnalysisResult, Dim, Site } from "../../src/analyze.js";
import type { Application, Shape } from "../oracle/recording-tf.js";
import type { OracleSite } from "../oracle/run-program.js";
import type { Verdict } from "./verdict.js";

export type Analyze = (code: string, options: { filename: string }) => AnalysisResult;

export interface Mismatch {
    readonly kind: "wrong shape" | "false report" | "missed failure" | "unknown shape" | "analysis failed";
    /** The site's type, the rule, or the failure: the same for the same cause, as far as can be told. */
    readonly about: string;
    readonly where: string;
    readonly expected: string;
    readonly got: string;
}

export interface Comparison {
    readonly mismatches: readonly Mismatch[];
    /** Applications at call sites that the library made, and those of them that the analysis has exactly. */
    readonly applications: number;
    readonly known: number;
}

export function compare(result: AnalysisResult, { oracle, failure }: Verdict): Comparison {
    if (result.error) {
        const mismatch = { kind: "analysis failed", about: "", where: "", expected: "an analysis", got: JSON.stringify(result.error) } as const;
        return { mismatches: [mismatch], applications: 0, known: 0 };
    }
    // What follows from a fault is unknown on purpose, so only programs that run right are counted.
    const right = failure === undefined;
    const layers = oracle.layers.map((site) => compareSite(site, result.layers, right));
    const tensors = oracle.tensors.map((site) => compareSite(site, result.tensors, right));
    const sites = [...layers, ...tensors];
    return {
        mismatches: [...sites.flatMap(({ mismatches }) => mismatches.filter(({ kind }) => right || kind !== "unknown shape")), ...compareProblems(result, failure, oracle.error)],
        applications: right ? sites.reduce((sum, { applications }) => sum + applications, 0) : 0,
        known: right ? sites.reduce((sum, { known }) => sum + known, 0) : 0,
    };
}

function compareProblems(result: AnalysisResult, failure: string | undefined, error: { line?: number } | undefined): Mismatch[] {
    if (failure === undefined) {
        return result.problems.map(({ ruleId, line, column, message }) => ({
            kind: "false report",
            about: `${ruleId}: ${withoutNumbers(message)}`,
            where: `${line}:${column}`,
            expected: "the program runs right",
            got: message,
        }));
    }
    if (result.problems.length > 0) return [];
    const where = error?.line === undefined ? "" : String(error.line);
    return [{ kind: "missed failure", about: withoutNumbers(failure), where, expected: failure, got: "no problem" }];
}

/** So that messages of one cause are one text. */
export function withoutNumbers(message: string): string {
    return message.replace(/_?\b\w*_\w*\d+\b/g, "NAME").replace(/\d+/g, "#").replace(/#(?:, ?#)+/g, "#…").slice(0, 160);
}

function compareSite(expected: OracleSite, sites: readonly Site[], right: boolean): Comparison {
    const applications = [...expected.applications, ...expected.eager].filter(isPlausible);
    const where = `${expected.line}:${expected.column}`;
    const site = sites.find(
        ({ line, column, endLine, endColumn }) =>
            line === expected.line && column === expected.column && endLine === expected.endLine && endColumn === expected.endColumn
    );
    const mismatches: Mismatch[] = [];
    let known = 0;
    // Where every shape that is told is that of an application, others of the site may only have been missed.
    const partial = (site?.shapes ?? []).every((shapes) => applications.some((application) => agreement(shapes, application) !== "different"));
    for (const application of applications) {
        const fits = (site?.shapes ?? []).map((shapes) => agreement(shapes, application));
        if (fits.includes("equal")) {
            known++;
        } else {
            const wrong = site !== undefined && site.shapes.length > 0 && !partial && fits.every((fit) => fit === "different");
            mismatches.push({
                kind: wrong ? "wrong shape" : "unknown shape",
                about: expected.type,
                where,
                expected: printApplication(application),
                got: site ? site.shapes.map((shapes) => printApplication(shapes)).join("; ") : "no site",
            });
        }
    }
    // In a program that stops half-way, the analysis may well know what would have come.
    for (const shapes of right ? (site?.shapes ?? []) : []) {
        if (applications.length > 0 && applications.every((application) => agreement(shapes, application) === "different")) {
            mismatches.push({
                kind: "wrong shape",
                about: `${expected.type} (never happened)`,
                where,
                expected: applications.map((application) => printApplication(application)).join("; "),
                got: printApplication(shapes),
            });
        }
    }
    return { mismatches, applications: applications.length, known };
}

/** The library itself computes nonsense from some mistakes; nobody needs to agree with it. */
function isPlausible({ inputs, outputs }: Application): boolean {
    return [...inputs, ...outputs].flat().every((size) => size === null || (Number.isInteger(size) && size >= 0));
}

type Agreement = "equal" | "unknown" | "different";

function agreement(got: { inputs: readonly (readonly Dim[])[]; outputs: readonly (readonly Dim[])[] }, expected: Application): Agreement {
    return worst([list(got.inputs, expected.inputs), list(got.outputs, expected.outputs)]);
}

function list(got: readonly (readonly Dim[])[], expected: readonly Shape[]): Agreement {
    // Nothing comes out of a layer that cannot work.
    if (got.length === 0) return expected.length === 0 ? "equal" : "unknown";
    if (got.length !== expected.length) return "different";
    return worst(got.map((shape, index) => shapeAgreement(shape, expected[index]!)));
}

function shapeAgreement(got: readonly Dim[], expected: Shape): Agreement {
    // A shape of unknown rank.
    if (got.length === 1 && got[0] === "?") return "unknown";
    if (got.length !== expected.length) return "different";
    return worst(got.map((dim, axis) => (typeof dim === "string" ? "unknown" : dim === expected[axis] ? "equal" : "different")));
}

function worst(all: readonly Agreement[]): Agreement {
    return all.includes("different") ? "different" : all.includes("unknown") ? "unknown" : "equal";
}

function printApplication({ inputs, outputs }: { inputs: readonly (readonly Dim[])[]; outputs: readonly (readonly Dim[])[] }): string {
    const print = (shapes: readonly (readonly Dim[])[]): string => shapes.map((shape) => `[${shape.map(String).join(",")}]`).join(" ");
    return `${print(inputs)} → ${print(outputs)}`;
}
