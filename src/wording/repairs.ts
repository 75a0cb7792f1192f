/** The repairs of a problem as a fix and suggestions. */
import type { Edit, Problem } from "../analysis/analysis.js";

interface Repairs {
    readonly fix: readonly Edit[] | undefined;
    readonly suggest: readonly { readonly messageId: "setOption" | "renameOption"; readonly data: Readonly<Record<string, string>>; readonly fix: readonly Edit[] }[];
}

/** The automatic repair is the fix; the others are suggestions. */
export function describeRepairs(problem: Problem): Repairs {
    const automatic = problem.repairs.find((repair) => repair.automatic);
    return {
        fix: automatic?.edits,
        suggest: problem.repairs
            .filter((repair) => repair !== automatic)
            .map((repair) => ({
                messageId: repair.changes === "rename" ? "renameOption" : "setOption",
                data: { name: repair.option, value: repair.value },
                fix: repair.edits,
            })),
    };
}
