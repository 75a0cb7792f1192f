/** Findings of an evaluation as problems: where to report them, each once, and what repairs them. */
import type { Finding, EvaluationOptions, Place } from "../evaluator/evaluation.js";
import type { Node } from "../evaluator/values.js";
import type { Problem, SourceRange } from "./analysis.js";
import { repairsFor } from "./repairs.js";
import type { Program } from "./run.js";

export function toProblems(program: Program, findings: readonly Finding[], options: EvaluationOptions, steps: number): Problem[] {
    const distinct = distinctFindings(findings);
    return distinct
        .map((finding): Problem => ({
            kind: finding.fault.kind,
            fault: finding.fault,
            finding,
            range: rangeOf(finding),
            repairs: repairsFor(program, finding, distinct, options, steps),
        }))
        .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** A function called twice may show one mistake twice. */
export function distinctFindings(findings: readonly Finding[]): Finding[] {
    const seen = new Map<string, Finding>();
    for (const finding of findings) {
        const key = keyOf(finding);
        if (!seen.has(key)) {
            seen.set(key, finding);
        }
    }
    return [...seen.values()];
}

/** What makes two findings the same mistake: its kind, and where it stands. */
export function keyOf(finding: Finding): string {
    const { start, end } = rangeOf(finding);
    const axis = finding.fault.at.kind === "option" ? finding.fault.at.name : finding.fault.at.kind;
    return `${finding.fault.kind} ${start} ${end} ${axis}`;
}

/** The smallest thing to change: the option's value, or its name, or the input; else the call. */
export function rangeOf(finding: Finding): SourceRange {
    const { fault, call, application } = finding;
    if (fault.at.kind === "option") {
        const place = placeOf(finding, fault.at.name);
        if (fault.kind === "option-unread") {
            const property = place?.property;
            const node: Node | undefined = property?.type === "Property" ? property.key : place?.node;
            return toRange(node ?? call);
        }
        return toRange(place?.node ?? call);
    }
    if (fault.at.kind === "input") {
        return toRange(application);
    }
    return toRange(fault.kind === "empty-output" || fault.kind === "merge" || fault.kind === "merge-rank" ? application : call);
}

/** Where an option stands in the source, by its canonical name or, for those the library does not read, as spelt. */
export function placeOf(finding: Finding, option: string): Place | undefined {
    const given = finding.given?.options.get(option) ?? finding.unread.find((unread) => unread.spelling === option)?.given;
    // The evaluator is the only one that makes places.
    return given?.place as Place | undefined;
}

function toRange(node: Node): SourceRange {
    return { start: node.range[0], end: node.range[1] };
}
