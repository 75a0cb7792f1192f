/** One analysis for a tree, shared by all rules. Kept by the tree itself, so an edited text is never shown an old shape. */
import type { Analysis, Settings } from "./analysis.js";
import { analyzeProgram, type Program } from "./run.js";

interface Kept {
    readonly settings: string;
    readonly fingerprint: string;
    readonly analysis: Analysis;
}

const kept = new WeakMap<object, Kept>();

/** `fingerprint` tells, for the modules an analysis read, what they hold now. */
export function analysisOf(program: Program, fingerprint: (modules: readonly string[]) => string = () => ""): Analysis {
    const settings = JSON.stringify(program.settings satisfies Settings);
    const known = kept.get(program.ast);
    if (known?.settings === settings && known.fingerprint === fingerprint(known.analysis.modules)) {
        return known.analysis;
    }
    const analysis = analyzeProgram(program);
    kept.set(program.ast, { settings, fingerprint: fingerprint(analysis.modules), analysis });
    return analysis;
}
