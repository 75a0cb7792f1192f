/** Findings of an evaluation as problems: where to report them, each once, and what repairs them. */
import { isAdvice, type Fault } from "../catalogue/fault.js";
import type { EvaluationOptions, Finding } from "../evaluator/evaluation.js";
import type { EvaluationResult } from "../evaluator/run.js";
import type { Node } from "../evaluator/values.js";
import type { Problem, SourceRange } from "./analysis.js";
import { withoutConsequences } from "./consequences.js";
import { distinctFindings, findingsIn, keyOf, nodesOf } from "./findings.js";
import { isCallers } from "./callers.js";
import { isOwn } from "./ownership.js";
import { writtenFor } from "./own-objects.js";
import { repairsFor, type Repairs } from "./repairs.js";
import type { Program } from "./run.js";

export function toProblems(program: Program, result: EvaluationResult, options: EvaluationOptions): Problem[] {
    const { events, steps, modules, unfinished } = result;
    const found = findingsIn(events);
    if (found.length === 0) {
        return [];
    }
    const findings = distinctFindings(found, writtenFor(program, events)).filter(({ fault }) => !mayBeRegistered(program, result, fault));
    const told = withoutConsequences(findings).filter(isCallers(options));
    // Without imports there is nothing to ask.
    const owns = (node: Node): boolean => modules.length <= 1 || isOwn(program.ast, node);
    const mended = new Set<string>();
    return told
        .flatMap((finding): Problem[] => {
            // In the order of evaluation: what the repair of an earlier mistake mends as well only follows from it.
            if (mended.has(keyOf(finding))) {
                return [];
            }
            // A change is proved by an evaluation that comes to its end, as this one did not.
            const find = (): Repairs => (!unfinished && owns(finding.call) ? repairsFor({ program, options, steps, events, findings, owns }, finding) : none);
            const node = nodesOf(finding).find(owns);
            const range = node && { start: node.range[0], end: node.range[1] };
            if (!range) {
                return [];
            }
            if (isAdvice(finding.fault)) {
                // Nobody waits for these but those who asked for advice.
                return [new LazyProblem(finding, range, () => find().repairs)];
            }
            const repaired = find();
            repaired.mended.forEach((key) => mended.add(key));
            return [{ kind: finding.fault.kind, fault: finding.fault, finding, range, repairs: repaired.repairs }];
        })
        .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** Whether a name that the library does not have is perhaps that of a class which the program registers. */
function mayBeRegistered({ ast, text }: Program, { registered }: EvaluationResult, fault: Fault): boolean {
    if (fault.kind !== "option-value" || !fault.extensible) {
        return false;
    }
    const names = [...registered.values()];
    const calls = [...registered.keys()].filter((call) => isOwn(ast, call)).length;
    // Somebody else may call it by another name, or where this does not come by.
    const isSure = text.split("registerClass").length - 1 === calls && !names.includes(undefined);
    return !isSure || names.includes(fault.given.slice(1, -1));
}

/** A problem whose repairs are looked for once somebody asks for them. */
export class LazyProblem implements Problem {
    readonly kind: Problem["kind"];
    readonly fault: Problem["fault"];
    private found: Problem["repairs"] | undefined;

    constructor(
        readonly finding: Finding,
        readonly range: SourceRange,
        private readonly find: () => Problem["repairs"],
    ) {
        this.kind = finding.fault.kind;
        this.fault = finding.fault;
    }

    get repairs(): Problem["repairs"] {
        return (this.found ??= this.find());
    }
}

const none: Repairs = { repairs: [], mended: new Set() };
