import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fixturesRoot, readFixtures } from "./fixtures.js";
import { runProgram } from "./run-program.js";

describe("fixtures run in the real library", () => {
    test.each(readFixtures())("$name", async ({ code, filename, modules }) => {
        const result = await runProgram(code, { filename, modules });
        expect(result.error).toBeUndefined();
        expect(result.thrown).toEqual([]);
        expect(result.layers.length + result.tensors.length).toBeGreaterThan(0);
    });
});

test("the README lists every folder", () => {
    const readme = readFileSync(path.join(fixturesRoot, "README.md"), "utf8");
    for (const folder of readdirSync(fixturesRoot)) {
        if (
            existsSync(path.join(fixturesRoot, folder, "program.js")) ||
            existsSync(path.join(fixturesRoot, folder, "program.ts"))
        ) {
            expect(readme).toContain(`\`${folder}\``);
        }
    }
});
