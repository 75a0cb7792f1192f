/**
 * What TensorFlow.js really does with the programs of a rule's tables: one that the rule reports has to fail there, and
 * one that it lets pass has to run, unless its row says otherwise and why.
 */
import { describe, expect, inject, it } from "vitest";
import { runToTheEnd } from "../oracle/run-to-the-end.js";
import type { InvalidCase, Tables, ValidCase } from "./test-rule.js";

interface Told {
    /** Why it cannot be run: a size is a parameter, the library is not TensorFlow.js. */
    readonly notRun?: string;
}

export interface TrueTables extends Tables {
    /** `failsFor`: it fails all the same, for a reason that is not this rule's or cannot be proved. */
    readonly valid: readonly (ValidCase & Told & { readonly failsFor?: string })[];
    /** `silently`: TensorFlow.js throws nothing, and does this instead. */
    readonly invalid: readonly (InvalidCase & Told & { readonly silently?: string })[];
}

export function checkTruth(name: string, { valid, invalid }: TrueTables): void {
    // What TensorFlow.js does has nothing to do with the version of ESLint.
    if (inject("eslintMajor") !== 10) {
        return;
    }
    describe(`${name}, as TensorFlow.js has it`, () => {
        it.each(valid.filter(isRun))("$name", async ({ code, failsFor }) => {
            await expectFailure(code, failsFor !== undefined);
        });
        it.each(invalid.filter(isRun))("$name", async ({ code, silently }) => {
            await expectFailure(code, silently === undefined);
        });
    });
}

function isRun({ notRun }: Told): boolean {
    return notRun === undefined;
}

async function expectFailure(code: string, fails: boolean): Promise<void> {
    const failure = await runToTheEnd(code);
    if (fails) {
        expect(failure).toBeDefined();
    } else {
        expect(failure).toBeUndefined();
    }
}
