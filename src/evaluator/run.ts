/** The way in: runs a program, then the functions that nobody in it calls. */
import type { TSESTree } from "@typescript-eslint/types";
import { BudgetSignal, Evaluation, type DataFormat, type EvaluationOptions, type Event } from "./evaluation.js";
import { runModule } from "./modules.js";
import { runUncalled } from "./uncalled.js";

export interface EvaluationResult {
    readonly events: readonly Event[];
    readonly steps: number;
    /** Set when the budget ran out before the end. */
    readonly unfinished: boolean;
    readonly formatNeeded: boolean;
    readonly pinnedFormats: ReadonlySet<DataFormat>;
    /** The modules of the project that were read. */
    readonly modules: readonly string[];
}

export function evaluateProgram(program: TSESTree.Program, options: EvaluationOptions): EvaluationResult {
    const e = new Evaluation(options);
    let unfinished = false;
    try {
        runMain(e, program);
    } catch (error) {
        if (!(error instanceof BudgetSignal)) {
            throw error;
        }
        unfinished = true;
    }
    return {
        events: e.events,
        steps: e.stepsUsed,
        unfinished,
        formatNeeded: e.formatNeeded,
        pinnedFormats: e.pinnedFormats,
        modules: [...e.modules.keys()],
    };
}

function runMain(e: Evaluation, program: TSESTree.Program): void {
    e.program = program;
    runModule(e, { path: e.options.filename, program });
    e.module = e.main;
    runUncalled(e);
}
