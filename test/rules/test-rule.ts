/**
 * One table for each rule: what ESLint must report, and what TensorFlow.js really does with the same programs. A program
 * that a rule reports has to fail there, and one it lets pass has to run, unless its row says otherwise and why.
 */
import type { InvalidTestCase, ValidTestCase } from "@typescript-eslint/rule-tester";
import { describe, expect, inject, it } from "vitest";
import type { LayerRule } from "../../src/rule.js";
import { runToTheEnd } from "../oracle/run-to-the-end.js";
import { RuleTester } from "../rule-tester.js";

type Valid = ValidTestCase<readonly unknown[]> & {
    readonly name: string;
    /** Why it cannot be run: a size is a parameter, the library is not TensorFlow.js. */
    readonly notRun?: string;
    /** It fails all the same, for a reason that is not this rule's, or cannot be proved. */
    readonly failsFor?: string;
};

type Invalid = InvalidTestCase<string, readonly unknown[]> & {
    readonly name: string;
    readonly notRun?: string;
    /** TensorFlow.js throws nothing, and does this instead. */
    readonly silently?: string;
};

export interface Table {
    readonly valid: readonly Valid[];
    readonly invalid: readonly Invalid[];
}

export function testRule(name: string, rule: LayerRule, { valid, invalid }: Table): void {
    const tester = new RuleTester();
    // It takes rules typed by @typescript-eslint/utils; these are ESLint's own.
    const module = rule as unknown as Parameters<RuleTester["run"]>[1];
    tester.run(name, module, { valid: valid.map(forEslint), invalid: invalid.map(forEslint) });
    if (inject("eslintMajor") === 10) {
        describe(`${name}, as TensorFlow.js has it`, () => {
            checkValid(valid);
            checkInvalid(invalid);
        });
    }
}

function forEslint<Row extends Valid | Invalid>(row: Row): Row {
    const { notRun, ...rest } = row;
    for (const key of ["failsFor", "silently"]) {
        Reflect.deleteProperty(rest, key);
    }
    void notRun;
    // Only what ESLint does not know was taken away.
    return rest as Row;
}

function checkValid(rows: readonly Valid[]): void {
    it.each(rows.filter(({ notRun }) => notRun === undefined))("runs: $name", async ({ code, failsFor }) => {
        const failure = await runToTheEnd(code);
        if (failsFor === undefined) {
            expect(failure).toBeUndefined();
        } else {
            expect(failure).toBeDefined();
        }
    });
}

function checkInvalid(rows: readonly Invalid[]): void {
    it.each(rows.filter(({ notRun }) => notRun === undefined))("fails: $name", async ({ code, silently }) => {
        const failure = await runToTheEnd(code);
        if (silently === undefined) {
            expect(failure).toBeDefined();
        } else {
            expect(failure).toBeUndefined();
        }
    });
}
