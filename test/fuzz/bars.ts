/** What a fuzz run in the tests must reach. */
import { expect } from "vitest";
import { analyze } from "../../src/analyze.js";
import { report } from "./report.js";
import { passes, printRates, tally } from "./tally.js";

export async function expectBars(first: number, count: number): Promise<void> {
    const sum = await tally(
        analyze,
        Array.from({ length: count }, (_, index) => first + index)
    );
    console.log(printRates(sum));
    if (!passes(sum)) expect.fail(await report(analyze, sum));
}
