/** The project's own modules, for following relative imports. */
import type { ModuleSource } from "../evaluator/evaluation.js";

export interface ProjectReader {
    readonly read: (from: string, specifier: string) => ModuleSource | undefined;
    readonly fingerprint: (modules: readonly string[]) => string;
}

export function projectReader(_root: string): ProjectReader | undefined {
    return undefined;
}
