/** Code while it is being written: beginnings of a program, and slips of single tokens. */
import { describe, expect, test } from "vitest";
import { examine } from "./examine.js";
import { lint, majors } from "./linters.js";
import { programs } from "./programs.js";
import { nothingSeen, seeBeginnings, seeMutants } from "./sweep.js";
import { mutant, tokensOf } from "./tokens.js";

/** How many beginnings of one program are looked at; how many slips. */
const beginnings = 3;
const slips = 3;

function beginningsOf(code: string): string[] {
    const tokens = tokensOf(code);
    return Array.from({ length: beginnings }, (_, index) => code.slice(0, tokens[Math.floor((tokens.length * (index + 1)) / (beginnings + 1))]?.end));
}

function brokenIn(codes: readonly string[], filename: string): string[] {
    return codes.flatMap((code) => {
        const { broken } = examine(code, filename);
        return broken === undefined ? [] : [`${broken}\n${code}`];
    });
}

describe.each(programs)("$filename", (program) => {
    const { filename, code } = program;

    test("its beginnings, cut off where a token ends, and as far as parsers take them", () => {
        // Few beginnings are programs: closing what is open makes one of many more.
        expect(brokenIn(beginningsOf(code).flatMap((start) => [start, start + closing(start)]), filename)).toEqual([]);
    });

    test("slips of a token or a few", () => {
        const seen = nothingSeen();
        seeMutants(program, Array.from({ length: slips }, (_, seed) => seed), seen);
        expect(seen.wrong).toEqual([]);
    });
});

/** Each example once, as its author had it first, and a fixture. */
const whole = programs.filter(({ filename }) => /broken|^lenet\/program\.ts/.test(filename));

test.each(whole)("$filename up to each of its tokens, as a parser sees it that goes on after an error", (program) => {
    const seen = nothingSeen();
    seeBeginnings(program, 1, seen);
    expect(seen.texts).toBe(tokensOf(program.code).length);
    expect(seen.wrong).toEqual([]);
});

describe.each(majors)("%s with all rules", (major) => {
    test.each(programs)("$filename, cut off and with a slip", ({ filename, code }) => {
        const [start = ""] = beginningsOf(code);
        const slip = mutant(code, tokensOf(code), 0);
        expect([code, start, slip].flatMap((text) => lint(major, text, filename).fatal)).toEqual([]);
    });
});

const pairs: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function closing(start: string): string {
    const open: string[] = [];
    for (const character of start.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, "")) {
        const end = pairs[character];
        if (end !== undefined) {
            open.push(end);
        } else if (open.at(-1) === character) {
            open.pop();
        }
    }
    return open.reverse().join("");
}
