/** The way in: runs a program, then the functions that nobody in it calls. */
import type { TSESTree } from "@typescript-eslint/types";
import { BudgetSignal } from "./budget.js";
import { Evaluation, type DataFormat, type EvaluationOptions, type Event } from "./evaluation.js";
import { runModule } from "./modules.js";
import { runUncalled } from "./uncalled.js";
import type { CallNode } from "./values.js";

export interface EvaluationResult {
    readonly events: readonly Event[];
    readonly steps: number;
    /** Set when the budget ran out before the end. */
    readonly unfinished: boolean;
    readonly formatNeeded: boolean;
    readonly pinnedFormats: ReadonlySet<DataFormat>;
    /** The modules of the project that were read. */
    readonly modules: readonly string[];
    /** The calls that register classes, with the names of these; undefined where one is not known. */
    readonly registered: ReadonlyMap<CallNode, string | undefined>;
}

export function evaluateProgram(program: TSESTree.Program, options: EvaluationOptions): EvaluationResult {
    const e = new Evaluation(options);
    let unfinished = false;
    try {
        runMain(e, program);
    } catch (error) {
        if (!(error instanceof BudgetSignal) && !isStackOverflow(error)) {
            throw error;
        }
        unfinished = true;
    }
    return {
        events: e.events,
        steps: e.stepsUsed,
        unfinished: unfinished || e.isCut,
        formatNeeded: e.formatNeeded,
        pinnedFormats: e.pinnedFormats,
        modules: [...e.modules.keys()],
        registered: e.registered,
    };
}

/** Of our own calls: the depth that is allowed fits into an ordinary stack, but whoever called us may have used most of it. */
function isStackOverflow(error: unknown): boolean {
    return error instanceof RangeError && error.message.startsWith("Maximum call stack");
}

function runMain(e: Evaluation, program: TSESTree.Program): void {
    runModule(e, { path: e.options.filename, program });
    e.module = e.main;
    runUncalled(e);
}
