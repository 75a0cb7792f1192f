/** Programs that others wrote: a sample of what is installed here. `npm run robustness` looks at all of it. */
import { describe, expect, test } from "vitest";
import { mentionsModel } from "../../src/analysis/relevance.js";
import { lint, majors } from "./linters.js";
import { installedFiles, mostMilliseconds, namesLibrary, nothingSeen, readInstalled, seeInstalled, someFiles } from "./sweep.js";

const files = installedFiles();

/** Of files up to this size, the parser takes most of the time. */
const mostBytes = 30_000;

const sample = someFiles(files, 400, 1, mostBytes);
const evaluated = someFiles(files, 2500, 2, mostBytes).filter((file) => mentionsModel(readInstalled(file), ["tf"]));

test("files of all kinds are in the samples", () => {
    expect(files.length).toBeGreaterThan(5000);
    expect(sample.map((file) => /\.\w+$/.exec(file)?.[0])).toEqual(expect.arrayContaining([".js", ".mjs", ".ts"]));
    expect(evaluated.filter((file) => namesLibrary(readInstalled(file))).length).toBeGreaterThan(30);
    expect(evaluated.filter((file) => !namesLibrary(readInstalled(file))).length).toBeGreaterThan(30);
});

test("nothing breaks, nothing takes long, and nothing is reported", () => {
    const seen = nothingSeen();
    for (const file of [...sample, ...evaluated.slice(0, 200)]) seeInstalled(file, seen);
    expect(seen.wrong).toEqual([]);
    expect(seen.slowest).toBeLessThan(mostMilliseconds);
});

describe.each(majors)("%s with all rules", (major) => {
    test("says nothing of them, and nothing breaks", () => {
        const linted = [...sample.slice(0, 50), ...evaluated.slice(0, 50)];
        const said = linted.map((file) => lint(major, readInstalled(file), file));
        expect(said.flatMap(({ reports, fatal }) => [...reports, ...fatal])).toEqual([]);
    });
});
