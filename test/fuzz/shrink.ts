/** Makes a program that shows a mismatch small, while the same mismatch stays. */
import type { Analyze, Mismatch } from "./compare.js";
import { compare } from "./compare.js";
import { shrinkText } from "./cuts.js";
import type { Finding } from "./tally.js";
import { judge } from "./verdict.js";

export async function shrink(analyze: Analyze, { program, mismatch, verdict }: Finding, mostTime = 8000): Promise<Finding> {
    let best: Finding = { program, mismatch, verdict };
    // Nothing but the generator knows that such a program is wrong, and it knows only the whole of it.
    if (verdict.silent && program.mistake?.silent && mismatch.kind === "missed failure") return best;
    await shrinkText(
        program.code,
        async (code) => {
            const smaller = await stillShown(analyze, best, code);
            best = smaller ?? best;
            return smaller !== undefined;
        },
        mostTime
    );
    return best;
}

async function stillShown(analyze: Analyze, { program, mismatch }: Finding, code: string): Promise<Finding | undefined> {
    const smaller = { ...program, code };
    try {
        const verdict = await judge(smaller);
        if (verdict.oracle.error && isNonsense(verdict.oracle.error.message)) return undefined;
        const { mismatches } = compare(analyze(code, { filename: program.filename }), verdict);
        const same = mismatches.find((other) => isSame(other, mismatch));
        return same && { program: smaller, verdict, mismatch: same };
    } catch {
        return undefined;
    }
}

function isSame(a: Mismatch, b: Mismatch): boolean {
    return a.kind === b.kind && a.about === b.about && (a.kind !== "missed failure" || a.expected === b.expected);
}

/** What a cut breaks, rather than what the program got wrong. */
function isNonsense(message: string): boolean {
    return /is not defined|call stack|before initialization|is not a (?:function|constructor)|is not iterable|Cannot read prop|has already been|Invalid or unexpected/.test(message);
}
