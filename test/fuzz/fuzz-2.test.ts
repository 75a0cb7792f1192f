/** The other half: see fuzz-1.test.ts. */
import { test } from "vitest";
import { expectBars } from "./bars.js";

test("1,000 random programs: shapes and reports as in the real library", { timeout: 300_000 }, async () => {
    await expectBars(100_001, 1000);
});
