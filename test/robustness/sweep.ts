/** What the command and the tests look at in common: installed files, and programs spoilt in many ways. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { Random } from "../fuzz/random.js";
import { examine, flawIn, flawOf, type Examined } from "./examine.js";
import { analysisWithHoles } from "./holes.js";
import type { Program } from "./programs.js";
import { parseTolerantly } from "./tolerant.js";
import { mutant, tokensOf, type Token } from "./tokens.js";

/** What was seen of texts of one kind. */
export interface Seen {
    texts: number;
    /** Those that no parser takes. */
    unparsable: number;
    /** Those with a report. */
    reported: number;
    slowest: number;
    /** What must not be: a failure of ours, or a report where there may be none. */
    readonly wrong: string[];
}

export function nothingSeen(): Seen {
    return { texts: 0, unparsable: 0, reported: 0, slowest: 0, wrong: [] };
}

/** Of the processor's time, for the worst of them. */
export const mostMilliseconds = 5000;

function note(seen: Seen, name: string, { broken, problems, isUnparsable, milliseconds }: Examined): void {
    seen.texts++;
    seen.unparsable += Number(isUnparsable);
    seen.reported += Number(problems.length > 0);
    seen.slowest = Math.max(seen.slowest, milliseconds);
    if (broken !== undefined) seen.wrong.push(`${name}: ${broken}`);
}

const installed = path.resolve(import.meta.dirname, "../../node_modules");

/** Every program in node_modules. */
export function installedFiles(): string[] {
    return globSync("**/*.{js,mjs,cjs,ts,tsx}", { cwd: installed, dot: true, expandDirectories: false }).sort();
}

/** Of files up to a size, so many, the same for a seed. */
export function someFiles(files: readonly string[], count: number, seed: number, mostBytes = 100_000): string[] {
    return new Random(seed).shuffled(files).filter((file) => statSync(path.join(installed, file)).size <= mostBytes).slice(0, count);
}

export function readInstalled(file: string): string {
    return readFileSync(path.join(installed, file), "utf8");
}

/** Whether a text says anywhere where its layers come from. */
export function namesLibrary(text: string): boolean {
    return /tensorflow|keras|\btfjs\b/i.test(text);
}

/** Packages work as they are: nothing in them is reported, and least of all where no library is named. */
export function seeInstalled(file: string, seen: Seen): void {
    const code = readInstalled(file);
    const examined = examine(code, path.join(installed, file));
    note(seen, file, examined);
    for (const { line, column, ruleId, message } of examined.problems) {
        seen.wrong.push(`${file}:${line}:${column} ${ruleId} ${message}`);
    }
}

/** A program with slips of a token or a few; most are none any more, and TypeScript's parser makes a tree of them all the same. */
export function seeMutants({ code, filename }: Program, seeds: Iterable<number>, seen: Seen): void {
    const tokens = tokensOf(code);
    for (const seed of seeds) {
        const text = mutant(code, tokens, seed);
        note(seen, `${filename}, seed ${seed}`, examine(text, filename));
        note(seen, `${filename}, seed ${seed}, whatever its errors`, examineTolerantly(text, filename));
    }
}

function examineTolerantly(text: string, filename: string): Examined {
    const start = process.cpuUsage();
    const ast = parseTolerantly(text, filename);
    const broken = ast && flawIn(ast, text, filename);
    const { user, system } = process.cpuUsage(start);
    return { broken, problems: [], isUnparsable: !ast, milliseconds: (user + system) / 1000 };
}

/** A program without some of its tree. */
export function seeHoles(program: Program, seeds: Iterable<number>, seen: Seen): void {
    for (const seed of seeds) {
        const start = process.cpuUsage();
        const analysis = analysisWithHoles(program, seed);
        const flaw = flawOf(analysis);
        const { user, system } = process.cpuUsage(start);
        note(seen, `${program.filename}, seed ${seed}`, { broken: flaw, problems: [], isUnparsable: false, milliseconds: (user + system) / 1000 });
    }
}

/** The beginnings of a program, cut off behind every so many tokens, as a parser sees them that goes on after an error. */
export function seeBeginnings({ code, filename }: Program, every: number, seen: Seen): void {
    const tokens: readonly Token[] = tokensOf(code);
    for (let index = 0; index < tokens.length; index += every) {
        note(seen, `${filename} up to token ${index}`, examineTolerantly(code.slice(0, tokens[index]?.end), filename));
    }
}
