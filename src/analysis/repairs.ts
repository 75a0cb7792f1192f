/**
 * Repairs: changes that might mend a problem are tried by evaluating the program again with them in place, and only those
 * that do mend it, and break nothing, are offered.
 */
import type { Datum } from "../catalogue/datum.js";
import { shapeDatum } from "../catalogue/datum.js";
import type { DeconvolutionSetup } from "../catalogue/fault.js";
import { evaluateProgram } from "../evaluator/run.js";
import type { EvaluationOptions, Finding } from "../evaluator/evaluation.js";
import type { CallNode } from "../evaluator/values.js";
import type { Change } from "../fixes/edit.js";
import { renameOption, setLengths, setShape, setWord } from "../fixes/options.js";
import { symbolsOf, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { Repair } from "./analysis.js";
import { distinctFindings, keyOf } from "./problems.js";
import type { Program } from "./run.js";

/** A change worth trying. */
interface Candidate {
    readonly changes: Repair["changes"];
    readonly call: CallNode;
    readonly overrides: ReadonlyMap<string, Datum>;
    readonly change: Change;
    /** Adding what is missing, or correcting what is contradicted, may be done unasked; changing what was declared may not. */
    readonly automatic: boolean;
    /** The problem may stay, in a more exact form: the nearest stride leaves a length that is off. */
    readonly mayRemain?: boolean;
}

/** What all trials of one file may cost together, in evaluations of that file. */
const mostTrials = 40;
const trialsLeft = new WeakMap<Program, number>();

export function repairsFor(program: Program, finding: Finding, all: readonly Finding[], options: EvaluationOptions, steps: number): Repair[] {
    const candidates = candidatesFor(program, finding);
    const proved = candidates.filter((candidate) => works(program, finding, all, options, steps, candidate));
    return proved.map(({ changes, change, automatic }, index) => ({
        changes,
        automatic: automatic && !change.shared && index === 0,
        edits: change.edits,
        option: change.option,
        value: change.value,
    }));
}

function works(program: Program, finding: Finding, all: readonly Finding[], options: EvaluationOptions, steps: number, candidate: Candidate): boolean {
    const left = trialsLeft.get(program) ?? mostTrials;
    if (left <= 0) {
        return false;
    }
    trialsLeft.set(program, left - 1);
    const overrides = new Map([[candidate.call, candidate.overrides]]);
    const trial = evaluateProgram(program.ast, { ...options, overrides, maxSteps: Math.max(2 * steps, 10_000) });
    if (trial.unfinished) {
        return false;
    }
    const before = new Set(all.map(keyOf));
    const findings = trial.events.flatMap((event) => (event.kind === "finding" && event.finding.layer?.confirmed !== false ? [event.finding] : []));
    const after = distinctFindings(findings);
    const own = keyOf(finding);
    const remains = after.some((other) => keyOf(other) === own);
    return after.every((other) => before.has(keyOf(other))) && (!remains || candidate.mayRemain === true);
}

function candidatesFor(program: Program, finding: Finding): Candidate[] {
    const { fault } = finding;
    switch (fault.kind) {
        case "deconv-length":
            return deconvolutionCandidates(program, finding, fault.setup);
        default:
            return [];
    }
}

function deconvolutionCandidates(program: Program, finding: Finding, setup: DeconvolutionSetup): Candidate[] {
    const renamed = renamedStride(program, finding);
    const strides = strideCandidates(program, finding, setup);
    const shapes = setup.declarationIgnored ? [] : shapeCandidates(program, finding, setup);
    return [...renamed, ...strides, ...paddingCandidates(program, finding, setup), ...shapes];
}

/** A stride under a name that the library does not read. */
function renamedStride(program: Program, finding: Finding): Candidate[] {
    return finding.unread
        .filter((unread) => unread.means === "strides")
        .flatMap((unread): Candidate[] => {
            const change = renameOption(program.text, finding, unread, "strides");
            return change ? [{ changes: "rename", call: finding.call, overrides: new Map([["strides", unread.given.datum]]), change, automatic: true }] : [];
        });
}

function strideCandidates(program: Program, finding: Finding, setup: DeconvolutionSetup): Candidate[] {
    const { implied } = setup;
    if (!implied) {
        return [];
    }
    const isExact = implied.kind === "exact";
    const change = setLengths(program.text, finding, "strides", implied.strides);
    const overrides = new Map([["strides", listDatum(implied.strides)]]);
    // A stride that was given, but makes nothing near what is declared, is replaced unasked only by an exact one.
    return change ? [{ changes: "strides", call: finding.call, overrides, change, automatic: isExact || setup.strideMissing, mayRemain: !isExact && setup.strideMissing }] : [];
}

function listDatum(lengths: readonly number[]): Datum {
    return { kind: "list", items: lengths.map((value) => ({ kind: "number", value })) };
}

function paddingCandidates(program: Program, finding: Finding, setup: DeconvolutionSetup): Candidate[] {
    if (setup.padding === "same") {
        return [];
    }
    const option = finding.spelling ? "padding" : "pad";
    const change = setWord(program.text, finding, option, "same");
    return change ? [{ changes: "padding", call: finding.call, overrides: new Map([[option, { kind: "string", value: "same" }]]), change, automatic: false }] : [];
}

/** Legal shapes near the declared one: the smallest and the greatest length that the stride makes. */
function shapeCandidates(program: Program, finding: Finding, setup: DeconvolutionSetup): Candidate[] {
    const { fault } = finding;
    if (fault.kind !== "deconv-length") {
        return [];
    }
    const ends = [setup.madeMost, setup.made].map((lengths): Shape => {
        const shape = [...setup.declared];
        for (const { axis, declared } of fault.axes) {
            const index = setup.declaredLengths.findIndex((length) => length === declared);
            const length = lengths[index];
            if (length) {
                shape[axis] = length;
            }
        }
        return shape;
    });
    return ends.flatMap((shape): Candidate[] => {
        const change = namesInSight(program, finding, shape) ? setShape(finding, "outputShape", shape, setup.declared) : undefined;
        return change ? [{ changes: "outputShape", call: finding.call, overrides: new Map([["outputShape", shapeDatum(shape)]]), change, automatic: false }] : [];
    });
}

/** A symbol can be written only where its name means it: where the call already uses it. */
function namesInSight(program: Program, finding: Finding, shape: Shape): boolean {
    const text = program.text.slice(finding.call.range[0], finding.call.range[1]);
    const names = shape.flatMap((dim: Dim) => symbolsOf(dim)).map((symbol) => /^[\w$]+/.exec(symbol.name)?.[0] ?? "");
    return names.every((name) => new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(text));
}
