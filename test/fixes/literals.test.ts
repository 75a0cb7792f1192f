import type { TSESTree } from "@typescript-eslint/types";
import * as parser from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { isWrittenOut, lengthsText, listLiteral, quoted, reads, replaceLengths } from "../../src/fixes/literals.js";
import { constant, symbol } from "../../src/shapes/dim.js";

function valueOf(text: string): TSESTree.Expression {
    const [statement] = parser.parseForESLint(text, { range: true }).ast.body;
    if (statement?.type !== "ExpressionStatement") {
        throw new Error("No expression.");
    }
    return statement.expression;
}

describe("what is written out in place", () => {
    it.each(["1", "-1", "'same'", "`same`", "[1, 2]", "[1, 2] as const", "<number>1", "1 satisfies number", "[[1], [2]]"])("%s is", (text) => {
        expect(isWrittenOut(valueOf(text))).toBe(true);
    });
    it.each(["s", "[s, 1]", "[...s]", "[, 1]", "f(1)", "`${s}`", "a.b", "1 + 1"])("%s is not", (text) => {
        expect(isWrittenOut(valueOf(text))).toBe(false);
    });
});

describe("new lengths in the place of old ones", () => {
    it.each<[string, readonly number[], string]>([
        ["1", [2, 2], "2"],
        ["1", [2, 3], "[2, 3]"],
        ["[1, 1]", [2, 2], "[2, 2]"],
        ["[1,1]", [2, 1], "[2,1]"],
        ["[ 1 /* down */, 1 ]", [2, 2], "[ 2 /* down */, 2 ]"],
        ["[1, 1] as const", [2, 2], "[2, 2] as const"],
        ["[1, 2, 2, 1]", [2, 2], "[2, 2]"],
        ["[...s]", [2, 2], "[2, 2]"],
        ["s", [2, 2], "2"],
    ])("%s", (text, lengths, expected) => {
        const edits = [...replaceLengths(valueOf(text), lengths)].sort((a, b) => b.start - a.start);
        expect(edits.reduce((before, { start, end, text: added }) => before.slice(0, start) + added + before.slice(end), text)).toBe(expected);
    });
});

it("lengths are one number where they are alike, unless lists are the custom", () => {
    expect(lengthsText([2, 2], false)).toBe("2");
    expect(lengthsText([2, 2], true)).toBe("[2, 2]");
    expect(lengthsText([2, 1], false)).toBe("[2, 1]");
});

it("a list that was changed after it was written does not read as it stands", () => {
    const list = listLiteral(valueOf("[1, h]"))!;
    expect(reads(list, [constant(1), symbol("h")])).toBe(true);
    expect(reads(list, [constant(1), constant(8)])).toBe(true);
    expect(reads(list, [constant(2), symbol("h")])).toBe(false);
    expect(reads(list, [constant(1), symbol("h"), constant(3)])).toBe(false);
});

it("words are in the quotes of the code around them", () => {
    expect(quoted("same", 'f("a")')).toBe('"same"');
    expect(quoted("same", "f('a')")).toBe("'same'");
    expect(quoted("same", "f(1)")).toBe("'same'");
});
