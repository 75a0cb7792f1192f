/** The repairs of a problem as a fix and suggestions. */
import type { Edit, Problem, Repair } from "../analysis/analysis.js";

type RepairId = "setOption" | "setOptionOf" | "setOptions" | "renameOption" | "removeOption" | "replaceOption";

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

function idOf({ changes, also, removes, target }: Repair): RepairId {
    if (changes === "remove") {
        return removes === undefined ? "removeOption" : "replaceOption";
    }
    if (changes === "rename") {
        return "renameOption";
    }
    return also ? "setOptions" : target === undefined ? "setOption" : "setOptionOf";
}

function dataOf({ changes, option, value, also, removes, target }: Repair): Readonly<Record<string, string>> {
    if (changes === "remove") {
        return removes === undefined ? { name: option } : { name: option, value, otherName: removes };
    }
    if (target !== undefined) {
        return { name: option, value, layer: target };
    }
    return also ? { name: option, value, otherName: also.option, otherValue: also.value } : { name: option, value };
}
