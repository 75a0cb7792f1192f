/** Programs to be spoilt: the fixtures and the examples. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { readFixtures } from "../oracle/fixtures.js";

export interface Program {
    readonly filename: string;
    readonly code: string;
}

const examples = path.resolve(import.meta.dirname, "../../docs/examples");

export const programs: readonly Program[] = [
    ...readFixtures(),
    ...globSync("*/*.{js,ts}", { cwd: examples }).sort().map((filename) => ({ filename, code: readFileSync(path.join(examples, filename), "utf8") })),
];
