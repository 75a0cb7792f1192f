/** Code while it is being written: beginnings of a program, and slips of single tokens. */
import { describe, expect, test } from "vitest";
import { examine } from "./examine.js";
import { programs } from "./programs.js";
import { mutant, tokensOf } from "./tokens.js";

/** How many beginnings of one program are looked at; how many slips. */
const beginnings = 3;
const slips = 3;

function brokenIn(codes: readonly string[], filename: string): string[] {
    return codes.flatMap((code) => {
        const { broken } = examine(code, filename);
        return broken === undefined ? [] : [`${broken}\n${code}`];
    });
}

describe.each(programs)("$filename", ({ filename, code }) => {
    test("its beginnings, cut off where a token ends, and as far as parsers take them", () => {
        const tokens = tokensOf(code);
        const cut = Array.from({ length: beginnings }, (_, index) => code.slice(0, tokens[Math.floor((tokens.length * index) / beginnings)]?.end));
        // Few beginnings are programs: closing what is open makes one of many more.
        expect(brokenIn(cut.flatMap((start) => [start, start + closing(start)]), filename)).toEqual([]);
    });

    test("slips of a token or a few", () => {
        const tokens = tokensOf(code);
        expect(brokenIn(Array.from({ length: slips }, (_, seed) => mutant(code, tokens, seed)), filename)).toEqual([]);
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
