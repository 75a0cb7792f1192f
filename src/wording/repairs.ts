/** The repairs of a problem as a fix and suggestions. */
import type { Edit, Problem, Repair } from "../analysis/analysis.js";
import { inLines } from "./lists.js";

type RepairId = "setOption" | "setOptionOf" | "setOptionInLines" | "setOptions" | "renameOption" | "removeOption" | "replaceOption";

interface Repairs {
    readonly fix: readonly Edit[] | undefined;
    readonly suggest: readonly { readonly messageId: RepairId; readonly data: Readonly<Record<string, string>>; readonly fix: readonly Edit[] }[];
}

/** The automatic repair is the fix; the others are suggestions. */
export function describeRepairs(problem: Problem): Repairs {
    const automatic = problem.repairs.find((repair) => repair.automatic);
    const others = problem.repairs.filter((repair) => repair !== automatic);
    return {
        fix: automatic?.edits,
        suggest: others.map((repair) => {
            const isAmbiguous = others.some((other) => other !== repair && JSON.stringify(dataOf(other, false)) === JSON.stringify(dataOf(repair, false)));
            const withLines = repair.several === true || isAmbiguous;
            return { messageId: idOf(repair, withLines), data: dataOf(repair, withLines), fix: repair.edits };
        }),
    };
}

function idOf({ changes, also, removes, target, lines }: Repair, withLines: boolean): RepairId {
    if (changes === "remove") {
        return removes === undefined ? "removeOption" : "replaceOption";
    }
    if (changes === "rename") {
        return "renameOption";
    }
    return also ? "setOptions" : target === undefined ? "setOption" : withLines && lines ? "setOptionInLines" : "setOptionOf";
}

function dataOf({ changes, option, value, also, removes, target, lines }: Repair, withLines: boolean): Readonly<Record<string, string>> {
    if (changes === "remove") {
        return removes === undefined ? { name: option } : { name: option, value, otherName: removes };
    }
    if (target !== undefined) {
        return { name: option, value, layer: target, ...(withLines && lines ? { lines: inLines(lines) } : {}) };
    }
    return also ? { name: option, value, otherName: also.option, otherValue: also.value } : { name: option, value };
}
