/** The repairs of a problem as a fix and suggestions. */
import type { Edit, Problem, Repair } from "../analysis/analysis.js";

type RepairId = "setOption" | "setOptions" | "renameOption";

interface Repairs {
    readonly fix: readonly Edit[] | undefined;
    readonly suggest: readonly { readonly messageId: RepairId; readonly data: Readonly<Record<string, string>>; readonly fix: readonly Edit[] }[];
}

/** The automatic repair is the fix; the others are suggestions. */
export function describeRepairs(problem: Problem): Repairs {
    const automatic = problem.repairs.find((repair) => repair.automatic);
    return {
        fix: automatic?.edits,
        suggest: problem.repairs
            .filter((repair) => repair !== automatic)
            .map((repair) => ({ messageId: idOf(repair), data: dataOf(repair), fix: repair.edits })),
    };
}

function idOf({ changes, also }: Repair): RepairId {
    return changes === "rename" ? "renameOption" : also ? "setOptions" : "setOption";
}

function dataOf({ option, value, also }: Repair): Readonly<Record<string, string>> {
    return also ? { name: option, value, otherName: also.option, otherValue: also.value } : { name: option, value };
}
