/** Tries a change: the program is evaluated again with it in place, and what was found before and after is compared. */
import { isAdvice } from "../catalogue/fault.js";
import { evaluateProgram } from "../evaluator/run.js";
import { appliedTo } from "../evaluator/models/applying.js";
import type { Event, EvaluationOptions, Finding } from "../evaluator/evaluation.js";
import type { Node } from "../evaluator/values.js";
import { writtenFor } from "./own-objects.js";
import { distinctFindings, findingsIn, keyOf, rangesOf } from "./findings.js";
import type { Candidate } from "./repairs/candidate.js";
import type { Program } from "./run.js";
import { overridesOf, yieldingOf } from "./shared-options.js";

/** What all trials of one file may cost together: so many evaluations, and so many steps. An editor waits for them. */
const mostTrials = 40;
const mostSteps = 25_000;
const spent = new WeakMap<Program, { trials: number; steps: number }>();

/** What an analysis found, and what evaluating it again takes. */
export interface Trials {
    readonly program: Program;
    readonly options: EvaluationOptions;
    /** Steps of the evaluation without any change. */
    readonly steps: number;
    readonly events: readonly Event[];
    readonly findings: readonly Finding[];
    /** Whether a node stands in the file under judgement. */
    readonly owns: (node: Node) => boolean;
}

/** The mistakes that are gone with the change in place; undefined where the change does not mend what it is for. */
export function mendedBy({ program, options, steps, events, findings }: Trials, finding: Finding, candidate: Candidate): ReadonlySet<string> | undefined {
    const cost = spent.get(program) ?? { trials: 0, steps: 0 };
    spent.set(program, cost);
    if (cost.trials >= mostTrials || (cost.trials > 0 && cost.steps + steps > mostSteps)) {
        return undefined;
    }
    const overrides = overridesOf(events, candidate);
    if (!overrides) {
        return undefined;
    }
    const trial = evaluateProgram(program.ast, { ...options, overrides, yielding: yieldingOf(candidate), maxSteps: Math.max(2 * steps, 10_000) });
    cost.trials++;
    cost.steps += trial.steps;
    if (trial.unfinished) {
        return undefined;
    }
    const before = new Set(findings.map(keyOf));
    const met = findingsIn(trial.events);
    const remaining = distinctFindings(met, writtenFor(program, trial.events));
    const after = new Set(remaining.map(keyOf));
    const isRevealed = (other: Finding): boolean => other.fault.kind === candidate.mayReveal && (other.call === candidate.call || !wasJudged(events, other));
    const breaksNothing = remaining.every((other) => isAdvice(other.fault) || before.has(keyOf(other)) || isRevealed(other));
    const own = keysAlike(findings, finding, candidate);
    const mends = [...own].every((key) => !after.has(key)) || met.every((other) => !own.has(keyOf(other)) || candidate.mayRemain?.(other) === true);
    return breaksNothing && mends ? new Set([...before].filter((key) => !after.has(key))) : undefined;
}

/**
 * The mistakes that a change is to mend: the one it is for, and where that stands in a caller's options, but the change is
 * made in the call that they are passed on to, the same mistake in the options of other callers.
 */
function keysAlike(findings: readonly Finding[], finding: Finding, { change }: Candidate): ReadonlySet<string> {
    const { call: { range: [from, to] }, fault } = finding;
    const isPassedOn = (one: Finding): boolean => one.call === finding.call && one.fault.kind === fault.kind && rangesOf(one).slice(0, 1).some(({ start, end }) => start < from || to < end);
    const isInCall = change.edits.every(({ start, end }) => from <= start && end <= to);
    return new Set([finding, ...(isInCall && isPassedOn(finding) ? findings.filter(isPassedOn) : [])].map(keyOf));
}

/** Whether the layer was applied to inputs that were all known before, so that its mistake is a new one. */
function wasJudged(events: readonly Event[], { call }: Finding): boolean {
    return events.some((event) => event.kind === "application" && event.target.node === call && appliedTo(event).every((input) => input?.every(({ kind }) => kind !== "unknown")));
}
