import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";
import { tryBranching } from "./branching/check.js";

test("300 random programs full of branches: what is told of a size holds in every run", { timeout: 120_000 }, async () => {
    const { sites, known, wrong } = await tryBranching(analyze, 1, 300, 40);
    expect(wrong).toEqual([]);
    // Whoever says nothing is never wrong.
    expect(known / sites).toBeGreaterThan(0.4);
});
