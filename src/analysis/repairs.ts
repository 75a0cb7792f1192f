/**
 * Repairs: changes that might mend a problem are tried by evaluating the program again with them in place, and only those
 * that do mend it, and break nothing, are offered.
 */
import { isAdvice } from "../catalogue/fault.js";
import { evaluateProgram } from "../evaluator/run.js";
import type { EvaluationOptions, Finding } from "../evaluator/evaluation.js";
import type { Node } from "../evaluator/values.js";
import type { Change } from "../fixes/edit.js";
import type { Repair } from "./analysis.js";
import { distinctFindings, findingsIn, keyOf } from "./findings.js";
import { sigmoidCandidates } from "./repairs/activations.js";
import { nameCandidates } from "./repairs/compile-names.js";
import type { Candidate } from "./repairs/candidate.js";
import { dataCandidates } from "./repairs/data.js";
import { batchCandidates, channelCandidates, lengthCandidates, rankCandidates } from "./repairs/deconvolution.js";
import { inputShapeCandidates } from "./repairs/input-shape.js";
import { kernelCandidates } from "./repairs/kernel.js";
import { renameCandidates } from "./repairs/names.js";
import { sequenceCandidates } from "./repairs/recurrent.js";
import { reshapeCandidates } from "./repairs/reshape.js";
import { mergeCandidates } from "./repairs/upstream.js";
import { wordCandidates } from "./repairs/words.js";
import type { Program } from "./run.js";

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
    readonly findings: readonly Finding[];
    /** Whether a node stands in the file under judgement. */
    readonly owns: (node: Node) => boolean;
}

export interface Repairs {
    readonly repairs: readonly Repair[];
    /** Every mistake that the first of them mends, by key: its own, and what follows from it. Empty where that one is a guess. */
    readonly mended: ReadonlySet<string>;
}

export function repairsFor(trials: Trials, finding: Finding): Repairs {
    const mended: ReadonlySet<string>[] = [];
    const candidates = candidatesFor(trials.program, finding).filter(({ call, change }) => trials.owns(call) && (call === finding.call || staysWithin(call, change)));
    const proved = candidates.filter((candidate) => {
        const keys = mendedBy(trials, finding, candidate);
        if (keys) {
            mended.push(keys);
        }
        return keys !== undefined;
    });
    // Of several changes that could all be made unasked, none is.
    const single = new Set(proved.filter(({ automatic }) => automatic).map(({ call }) => call)).size <= 1;
    const repairs = proved.map(({ changes, change, automatic, target }, index): Repair => ({
        changes,
        automatic: automatic && !change.shared && index === 0 && single,
        edits: change.edits,
        option: change.option,
        value: change.value,
        ...(change.also ? { also: change.also } : {}),
        ...(change.removes === undefined ? {} : { removes: change.removes }),
        ...(target === undefined ? {} : { target }),
    }));
    // A misspelt name is a mistake for sure, whatever was meant by it.
    const isSure = finding.fault.kind === "option-unread" || repairs[0]?.automatic === true;
    return { repairs, mended: (isSure ? mended[0] : undefined) ?? new Set() };
}

/** Another layer's options may stand in an object of another file: only what is written in its call is changed. */
function staysWithin({ range: [start, end] }: Node, { edits }: Change): boolean {
    return edits.every((edit) => start <= edit.start && edit.end <= end);
}

/** The mistakes that are gone with the change in place; undefined where the change does not mend what it is for. */
function mendedBy({ program, options, steps, findings }: Trials, finding: Finding, candidate: Candidate): ReadonlySet<string> | undefined {
    const cost = spent.get(program) ?? { trials: 0, steps: 0 };
    spent.set(program, cost);
    if (cost.trials >= mostTrials || (cost.trials > 0 && cost.steps + steps > mostSteps)) {
        return undefined;
    }
    const overrides = new Map([[candidate.call, candidate.overrides]]);
    const trial = evaluateProgram(program.ast, { ...options, overrides, maxSteps: Math.max(2 * steps, 10_000) });
    cost.trials++;
    cost.steps += trial.steps;
    if (trial.unfinished) {
        return undefined;
    }
    const before = new Set(findings.map(keyOf));
    const met = findingsIn(trial.events);
    const remaining = distinctFindings(met);
    const after = new Set(remaining.map(keyOf));
    const breaksNothing = remaining.every((other) => isAdvice(other.fault) || before.has(keyOf(other)) || other.fault.kind === candidate.mayReveal);
    const own = keyOf(finding);
    const mends = !after.has(own) || met.every((other) => keyOf(other) !== own || candidate.mayRemain?.(other) === true);
    return breaksNothing && mends ? new Set([...before].filter((key) => !after.has(key))) : undefined;
}

function candidatesFor(program: Program, finding: Finding): Candidate[] {
    const { fault } = finding;
    switch (fault.kind) {
        case "data-shape":
            return dataCandidates(program.text, finding, fault);
        case "deconv-length":
            return lengthCandidates(program, finding, fault);
        case "deconv-batch":
            return batchCandidates(program, finding, fault);
        case "deconv-channels":
            return channelCandidates(program, finding, fault);
        case "deconv-rank":
            return rankCandidates(program, finding, fault);
        case "merge":
            return mergeCandidates(program, finding, fault);
        case "option-value":
            return wordCandidates(program.text, finding, fault);
        case "option-unread":
            return renameCandidates(program.text, finding, fault);
        case "input-rank":
            return inputShapeCandidates(program.text, finding, fault);
        case "reshape-size":
            return reshapeCandidates(program.text, finding, fault);
        case "rnn-sequences":
            return sequenceCandidates(program.text, finding);
        case "checkerboard":
            return kernelCandidates(program.text, finding, fault);
        case "unknown-name":
            return nameCandidates(program.text, finding, fault);
        case "single-softmax":
            return sigmoidCandidates(program.text, finding);
        default:
            return [];
    }
}
