import { createRequire } from "node:module";
import type * as Eslint from "eslint";
import { Linter, SourceCode } from "eslint";
import { describe, expect, inject, it } from "vitest";
import { RuleTester } from "../rule-tester.js";

const require = createRequire(import.meta.url);
const major = String(inject("eslintMajor"));

describe(`the rule tests of this project run under ESLint ${major}`, () => {
    it("a test that imports eslint gets it", () => {
        expect(Linter.version.split(".")[0]).toBe(major);
    });

    it("@typescript-eslint/rule-tester requires it", () => {
        const fromRuleTester = createRequire(require.resolve("@typescript-eslint/rule-tester"));
        // The cast holds: it is the package whose types are imported above.
        const eslint = fromRuleTester("eslint") as typeof Eslint;
        expect(eslint.Linter.version).toBe(Linter.version);
    });

    // The two above say what is loaded; this one, what a rule under test is really run by.
    const given: unknown[] = [];
    new RuleTester().run(
        "no-debugger-probe",
        {
            meta: {
                type: "problem",
                schema: [],
                defaultOptions: [],
                messages: { found: "Found a debugger statement." },
            },
            create(context) {
                given.push(context.sourceCode);
                return {
                    DebuggerStatement(node) {
                        context.report({ node, messageId: "found" });
                    },
                };
            },
        },
        { valid: ["run();"], invalid: [{ code: "debugger;", errors: [{ messageId: "found" }] }] },
    );

    it("ran the rule above, with its own SourceCode", () => {
        expect(given).toHaveLength(2);
        expect(given.every((sourceCode) => sourceCode instanceof SourceCode)).toBe(true);
    });
});
