/** The rates over many programs, and the mismatches by cause. */
import type { Analyze, Mismatch } from "./compare.js";
import { compare } from "./compare.js";
import type { Program } from "./generate.js";
import { generate } from "./generate.js";
import type { Verdict } from "./verdict.js";
import { judge } from "./verdict.js";

export interface Finding {
    readonly program: Program;
    readonly verdict: Verdict;
    readonly mismatch: Mismatch;
}

export interface Tally {
    programs: number;
    failing: number;
    reported: number;
    silent: number;
    /** Failing programs with more than one report: one mistake should give one. */
    severally: number;
    applications: number;
    known: number;
    /** Programs without an injected mistake that the library refuses all the same. */
    accidents: number;
    findings: Finding[];
}

export async function tally(analyze: Analyze, seeds: Iterable<number>): Promise<Tally> {
    const sum: Tally = { programs: 0, failing: 0, reported: 0, silent: 0, severally: 0, applications: 0, known: 0, accidents: 0, findings: [] };
    for (const seed of seeds) {
        const program = generate(seed);
        const verdict = await judge(program);
        const result = analyze(program.code, { filename: program.filename });
        const { mismatches, applications, known } = compare(result, verdict);
        sum.programs++;
        if (!program.foggy) {
            sum.applications += applications;
            sum.known += known;
        }
        if (verdict.failure !== undefined) {
            sum.failing++;
            if (verdict.silent) sum.silent++;
            if (result.problems.length > 1) sum.severally++;
            if (!program.mistake) sum.accidents++;
            if (!mismatches.some(({ kind }) => kind === "missed failure" || kind === "analysis failed")) sum.reported++;
        }
        // Where a size is not known, neither is which branch it chooses, and both are followed.
        const counted = mismatches.filter(({ kind, about }) => !program.foggy || !(kind === "unknown shape" || about.endsWith("(never happened)")));
        sum.findings.push(...counted.map((mismatch) => ({ program, verdict, mismatch })));
    }
    return sum;
}

export function ofKind(sum: Tally, ...kinds: Mismatch["kind"][]): Finding[] {
    return sum.findings.filter(({ mismatch }) => kinds.includes(mismatch.kind));
}

/** One finding for each cause, the most frequent cause first. */
export function causes(findings: readonly Finding[]): { readonly count: number; readonly seeds: number[]; readonly first: Finding }[] {
    const groups = new Map<string, Finding[]>();
    for (const finding of findings) {
        const key = `${finding.mismatch.kind}: ${finding.mismatch.about}`;
        groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
    return [...groups.values()]
        .map((group) => ({
            count: group.length,
            seeds: [...new Set(group.map(({ program }) => program.seed))],
            // The shortest program says it best.
            first: group.reduce((best, one) => (one.program.code.length < best.program.code.length ? one : best)),
        }))
        .sort((a, b) => b.seeds.length - a.seeds.length);
}

export function rate(part: number, whole: number): number {
    return whole === 0 ? 1 : part / whole;
}

const leastReported = 0.98;
const leastKnown = 0.99;

/** No shape is wrong and no report false, and enough is known. */
export function passes(sum: Tally): boolean {
    return (
        ofKind(sum, "wrong shape", "false report", "analysis failed").length === 0 &&
        rate(sum.reported, sum.failing) >= leastReported &&
        rate(sum.known, sum.applications) >= leastKnown
    );
}

export function printRates(sum: Tally): string {
    const percent = (part: number, whole: number): string => `${(100 * rate(part, whole)).toFixed(2)} %`;
    return [
        `${sum.programs} programs, ${sum.failing} of them failing (${sum.silent} in silence, ${sum.accidents} by accident)`,
        `reported: ${percent(sum.reported, sum.failing)} of those that fail; more than once: ${sum.severally}`,
        `known: ${percent(sum.known, sum.applications)} of ${sum.applications} applications at call sites`,
        `wrong shapes: ${ofKind(sum, "wrong shape").length}, false reports: ${ofKind(sum, "false report").length}`,
    ].join("\n");
}
