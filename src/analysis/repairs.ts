/**
 * Repairs: changes that might mend a problem are tried by evaluating the program again with them in place, and only those
 * that do mend it, and break nothing, are offered.
 */
import type { Finding } from "../evaluator/evaluation.js";
import type { CallNode, Node } from "../evaluator/values.js";
import type { Change } from "../fixes/edit.js";
import type { Repair } from "./analysis.js";
import { inOwnFile } from "./own-file.js";
import { positions } from "./positions.js";
import { applyCandidates } from "./repairs/called.js";
import { sigmoidCandidates } from "./repairs/activations.js";
import { nameCandidates } from "./repairs/compile-names.js";
import { partsOf, type Candidate, type Part } from "./repairs/candidate.js";
import { dataCandidates } from "./repairs/data.js";
import { castCandidates } from "./repairs/dtypes.js";
import { batchCandidates, channelCandidates, lengthCandidates, rankCandidates } from "./repairs/deconvolution.js";
import { inputShapeCandidates } from "./repairs/input-shape.js";
import { kernelCandidates } from "./repairs/kernel.js";
import { ignoredCandidates, renameCandidates } from "./repairs/names.js";
import { sequenceCandidates, stateCandidates } from "./repairs/recurrent.js";
import { reshapeCandidates } from "./repairs/reshape.js";
import { swapCandidates } from "./repairs/swapped.js";
import { mergeCandidates } from "./repairs/upstream.js";
import { windowFormCandidates } from "./repairs/window-form.js";
import { wordCandidates } from "./repairs/words.js";
import { isOnlyReader } from "./readers.js";
import type { Program } from "./run.js";
import { mendedBy, type Trials } from "./trial.js";

export interface Repairs {
    readonly repairs: readonly Repair[];
    /** Every mistake that the first of them mends, by key: its own, and what follows from it. Empty where that one is a guess. */
    readonly mended: ReadonlySet<string>;
}

export function repairsFor(trials: Trials, finding: Finding): Repairs {
    const mended: ReadonlySet<string>[] = [];
    const seen = inOwnFile(finding, trials.owns);
    const candidates = (seen ? candidatesFor(trials, seen) : []).filter((candidate) => partsOf(candidate).every(({ call, change }) => trials.owns(call) && (call === finding.call || staysWithin(call, change) || isOnlyForIt(trials, call, change))));
    const proved = candidates.flatMap((first) => {
        for (const candidate of first.otherwise ? [first, first.otherwise] : [first]) {
            const keys = mendedBy(trials, finding, candidate);
            if (keys) {
                mended.push(keys);
                return [candidate];
            }
        }
        return [];
    });
    // Of several changes that could all be made unasked, none is.
    const single = new Set(proved.filter(({ automatic }) => automatic).map((candidate) => partsOf(candidate).map(({ call }) => call.range[0]).join())).size <= 1;
    const repairs = proved.map(({ changes, change, automatic, target, along = [], comesNear, ...own }, index): Repair => ({
        changes,
        automatic: automatic && index === 0 && single && isUnshared(trials.program, own.call, change),
        edits: [change, ...along.map((part) => part.change)].flatMap(({ edits }) => edits),
        option: change.option,
        value: change.value,
        ...(change.also ? { also: change.also } : {}),
        ...(change.removes === undefined ? {} : { removes: change.removes }),
        ...(target === undefined ? {} : { target, lines: linesOf(trials.program, [own, ...along]) }),
        ...(along.length === 0 ? {} : { several: true }),
        ...(comesNear ? { comesNear } : {}),
    }));
    // A misspelt name is a mistake for sure, whatever was meant by it.
    const isSure = finding.fault.kind === "option-unread" || repairs[0]?.automatic === true;
    return { repairs, mended: (isSure ? mended[0] : undefined) ?? new Set() };
}

/** Whether nobody else reads what a change is made to. */
function isUnshared({ ast }: Program, call: CallNode, { shared, holder }: Change): boolean {
    return !shared || (holder !== undefined && isOnlyReader(ast, call, holder));
}

function linesOf({ text }: Program, parts: readonly Pick<Part, "call">[]): readonly number[] {
    const at = positions(text);
    return [...new Set(parts.map(({ call }) => at(call.range[0]).line))].sort((a, b) => a - b);
}

/** Another layer's options may stand in an object of another file: only what is written in its call is changed. */
/** Whether a change away from the call is made to an object of options that nobody else reads. */
function isOnlyForIt({ program: { ast }, owns }: Trials, call: CallNode, { holder }: Change): boolean {
    return holder !== undefined && owns(holder) && isOnlyReader(ast, call, holder);
}

function staysWithin({ range: [start, end] }: Node, { edits }: Change): boolean {
    return edits.every((edit) => start <= edit.start && edit.end <= end);
}

function candidatesFor({ program, events }: Trials, finding: Finding): Candidate[] {
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
            return fault.dtype === undefined ? wordCandidates(program.text, finding, fault) : castCandidates(program.text, finding, fault.at, fault.dtype);
        case "data-dtype":
        case "weight-dtype":
            return castCandidates(program.text, finding, fault.at, fault.expected);
        case "option-ignored":
            return ignoredCandidates(program.text, finding, fault);
        case "option-unread":
            return renameCandidates(program.text, finding, fault);
        case "input-rank":
            return inputShapeCandidates(program.text, finding, fault);
        case "reshape-size":
            return reshapeCandidates(program.text, finding, fault);
        case "rnn-sequences":
            return sequenceCandidates(program.text, events, finding);
        case "called":
            return applyCandidates(program.text, finding);
        case "taken-apart":
            return stateCandidates(program.text, events, finding);
        case "checkerboard":
            return kernelCandidates(program.text, finding, fault);
        case "window-form":
            return windowFormCandidates(program.text, finding, fault);
        case "swapped-options":
            return swapCandidates(program.text, finding, fault);
        case "unknown-name":
            return nameCandidates(program.text, finding, fault);
        case "single-softmax":
            return sigmoidCandidates(program.text, finding);
        default:
            return [];
    }
}
