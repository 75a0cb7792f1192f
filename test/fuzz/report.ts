/** A fuzz run in words: the rates, and a small program for each cause. */
import type { Analyze } from "./compare.js";
import { shrink } from "./shrink.js";
import type { Finding, Tally } from "./tally.js";
import { causes, printRates } from "./tally.js";

export function printFinding({ program, verdict, mismatch }: Finding): string {
    return [
        `seed ${program.seed}${program.mistake ? ` (${program.mistake.name})` : ""}: ${mismatch.kind} at ${mismatch.where || "?"}: ${mismatch.about}`,
        ...program.code.trim().split("\n").map((line, index) => `  ${String(index + 1).padStart(3)} | ${line}`),
        `  expected: ${mismatch.expected}`,
        `  got:      ${mismatch.got}`,
        ...(verdict.failure ? [`  library:  ${verdict.failure}`] : []),
    ].join("\n");
}

export async function report(analyze: Analyze, sum: Tally, findings: readonly Finding[] = sum.findings, most = 20): Promise<string> {
    const all = causes(findings);
    const parts = [printRates(sum)];
    for (const { count, seeds, first } of all.slice(0, most)) {
        parts.push(`\n${count}× in ${seeds.length} programs (${seeds.slice(0, 6).join(", ")}): ${printFinding(await shrink(analyze, first))}`);
    }
    if (all.length > most) parts.push(`\n${all.length - most} more causes`);
    return parts.join("\n");
}
