/** The programs under test/fixtures, ready for `runProgram`. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";

export interface Fixture {
    /** The folder and the file: `unet/program.js`. */
    readonly name: string;
    readonly code: string;
    /** Relative to test/fixtures, as are the keys of `modules`. */
    readonly filename: string;
    /** The other files of its folder. */
    readonly modules: Record<string, string>;
}

export const fixturesRoot = path.resolve(import.meta.dirname, "../fixtures");

/** Every `program.js`, `program.ts` and `main.ts` (a project of several files). */
export function readFixtures(): Fixture[] {
    return globSync("*/{program,main}.{js,ts}", { cwd: fixturesRoot })
        .sort()
        .map((filename) => readFixture(filename));
}

function readFixture(filename: string): Fixture {
    const folder = path.posix.dirname(filename);
    const others = globSync(`${folder}/**/*.{js,mjs,cjs,ts,json}`, { cwd: fixturesRoot }).filter(
        (file) => file !== filename && !/\/program\.[jt]s$/.test(file)
    );
    const modules = Object.fromEntries(others.map((file) => [file, read(file)]));
    return { name: filename, code: read(filename), filename, modules };
}

function read(file: string): string {
    return readFileSync(path.join(fixturesRoot, file), "utf8");
}
