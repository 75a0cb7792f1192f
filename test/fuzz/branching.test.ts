import { expect, test } from "vitest";
import { tryBranching } from "./branching/check.js";

test("600 random programs full of branches: what is told of a size holds in every run", { timeout: 120_000 }, () => {
    const { sites, known, wrong } = tryBranching(1, 600, 40);
    expect(wrong).toEqual([]);
    // Whoever says nothing is never wrong.
    expect(known / sites).toBeGreaterThan(0.4);
});
