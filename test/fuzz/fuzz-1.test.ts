/** Random programs in the real library and through `analyze()`. In two files, so that two workers share them. */
import { test } from "vitest";
import { expectBars } from "./bars.js";

test("1,000 random programs: shapes and reports as in the real library", { timeout: 300_000 }, async () => {
    await expectBars(1, 1000);
});
