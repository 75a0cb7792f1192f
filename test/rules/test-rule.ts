/** Runs a rule's tables. Every error is written out: message, data, place, and what each fix and suggestion makes of the code. */
import * as espree from "espree";
import type { LayerRule } from "../../src/rule.js";
import { RuleTester } from "../rule-tester.js";

export interface ValidCase {
    /** The reason. Where the rule declines to judge, it begins with `silent:` and says what is not known. */
    readonly name: string;
    readonly code: string;
    readonly settings?: Readonly<Record<string, unknown>>;
}

export interface ExpectedSuggestion {
    readonly messageId: string;
    readonly data: Readonly<Record<string, string>>;
    readonly output: string;
}

export interface ExpectedError {
    readonly messageId: string;
    readonly data: Readonly<Record<string, string>>;
    /** The text the report covers. It stands in the code once; otherwise `nth` says which, from 1. */
    readonly on: string;
    readonly nth?: number;
    readonly suggestions?: readonly ExpectedSuggestion[];
}

export interface InvalidCase extends ValidCase {
    readonly errors: readonly [ExpectedError, ...ExpectedError[]];
    /** The code after `--fix`; of several rounds, each. Absent where nothing is fixed. */
    readonly output?: string | readonly string[];
}

export interface Tables {
    readonly valid: readonly ValidCase[];
    readonly invalid: readonly InvalidCase[];
}

const jsx = { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } };

/** With TypeScript's parser, and with ESLint's own wherever that can read the code. */
export function testRule(name: string, rule: LayerRule, { valid, invalid }: Tables): void {
    // ESLint's rule type and typescript-eslint's describe the same object in different words.
    const module = rule as unknown as Parameters<RuleTester["run"]>[1];
    const toValid = ({ name: reason, code, settings }: ValidCase) => ({ name: reason, code, ...(code.includes("</") ? jsx : {}), ...(settings ? { settings: { "layer-shapes": settings } } : {}) });
    const toInvalid = (one: InvalidCase) => ({ ...toValid(one), output: outputOf(one), errors: one.errors.map((error) => toError(one.code, error)) });
    new RuleTester().run(name, module, { valid: valid.map(toValid), invalid: invalid.map(toInvalid) });
    new RuleTester({ languageOptions: { parser: espree } }).run(`${name}, parsed by espree`, module, {
        valid: valid.filter(isJavaScript).map(toValid),
        invalid: invalid.filter(isJavaScript).map(toInvalid),
    });
}

function outputOf({ output }: InvalidCase): string | string[] | null {
    return typeof output === "string" ? output : output ? [...output] : null;
}

function toError(code: string, { messageId, data, on, nth = 1, suggestions }: ExpectedError) {
    const [start, end] = rangeOf(code, on, nth);
    return {
        messageId,
        data,
        ...place(code, start, end),
        suggestions: suggestions ? suggestions.map((suggestion) => ({ ...suggestion })) : null,
    };
}

function rangeOf(code: string, text: string, nth: number): readonly [number, number] {
    const starts: number[] = [];
    for (let at = code.indexOf(text); at >= 0; at = code.indexOf(text, at + 1)) {
        starts.push(at);
    }
    const start = starts[nth - 1];
    if (start === undefined || (nth === 1 && starts.length > 1)) {
        throw new Error(`"${text}" stands ${starts.length} times in:\n${code}`);
    }
    return [start, start + text.length];
}

function place(code: string, start: number, end: number) {
    const at = (offset: number): [number, number] => {
        const lines = code.slice(0, offset).split("\n");
        return [lines.length, (lines.at(-1) ?? "").length + 1];
    };
    const [line, column] = at(start);
    const [endLine, endColumn] = at(end);
    return { line, column, endLine, endColumn };
}

function isJavaScript({ code }: ValidCase): boolean {
    try {
        espree.parse(code, { ecmaVersion: "latest", sourceType: "module", ecmaFeatures: { jsx: true } });
        return true;
    } catch {
        return false;
    }
}
