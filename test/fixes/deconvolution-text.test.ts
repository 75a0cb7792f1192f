/**
 * Repairs are proved by evaluating the program with another value in place, not by the text that is written. Here the
 * texts are analysed as they are: each mends the report it answers, and none brings a new one.
 */
import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/analysis/analysis.js";
import { analyzeText } from "../../src/analyze-text.js";
import { isAdvice } from "../../src/catalogue/fault.js";
import { tables } from "../rules/deconv-output-shape/tables.js";

const cases = Object.entries(tables).flatMap(([table, { invalid }]) =>
    invalid.flatMap(({ name, code, output, errors, settings }) => {
        const fixed = typeof output === "string" ? output : output?.[0];
        const texts = [...(fixed === undefined ? [] : [fixed]), ...errors.flatMap(({ suggestions = [] }) => suggestions.map((one) => one.output))];
        return texts.map((text) => ({ title: `${table}: ${name}`, code, text, settings: settings ?? {} }));
    }),
);

describe("a repair, read as text", () => {
    it.each(cases)("$title", ({ code, text, settings }) => {
        const before = problemsIn(code, settings);
        const after = problemsIn(text, settings);
        expect(after.filter(({ kind }) => !before.some((problem) => problem.kind === kind))).toEqual([]);
        // The nearest stride leaves a report that says more.
        const mended = before.length - after.length;
        const moreExact = after.some(({ fault }) => fault.kind === "deconv-length" && !fault.setup.strideMissing);
        expect(mended > 0 || moreExact).toBe(true);
    });
});

/** What cannot work: a kernel that a new stride does not divide is mere advice. */
function problemsIn(code: string, settings: object): readonly Problem[] {
    const { analysis, error } = analyzeText(code, { filename: "program.ts", settings });
    expect(error).toBeUndefined();
    return analysis.problems.filter(({ fault }) => !isAdvice(fault));
}
