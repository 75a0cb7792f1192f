/** Mistakes that another module's code makes of what it is given: whether they are the caller's. */
import { isAdvice } from "../catalogue/fault.js";
import type { EvaluationOptions, Finding, ModuleSource } from "../evaluator/evaluation.js";
import { evaluateProgram } from "../evaluator/run.js";
import { findingsIn } from "./findings.js";

/** As many other modules are judged for one. */
const most = 3;

/** What a module is told for that calls it is no mistake of its own: judged by itself, nothing is found there. */
export function isCallers(options: EvaluationOptions): (finding: Finding) => boolean {
    const alone = new Map<string, ReadonlySet<string>>();
    return (finding) => {
        const { caller, fault } = finding;
        if (!caller) {
            return true;
        }
        let own = alone.get(caller.source.path);
        if (!own && alone.size < most) {
            own = mistakesIn(caller.source, options);
            alone.set(caller.source.path, own);
        }
        return own !== undefined && !isAdvice(fault) && !own.has(placeOf(finding));
    };
}

function mistakesIn({ path, program }: ModuleSource, options: EvaluationOptions): ReadonlySet<string> {
    const { events } = evaluateProgram(program, { ...options, filename: path });
    return new Set(findingsIn(events).filter(({ caller }) => !caller).map(placeOf));
}

function placeOf({ fault, call, application }: Finding): string {
    return [fault.kind, ...call.range, ...application.range].join(" ");
}
