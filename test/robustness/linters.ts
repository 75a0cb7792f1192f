/** Both majors of ESLint, with all rules. */
import { Linter } from "eslint";
import { Linter as Linter9 } from "eslint9";
import plugin from "../../src/index.js";
import { tolerantParser } from "./tolerant.js";

// The types of the two know nothing of each other; what is asked of them here is the same in both.
const linters = { "ESLint 10": Linter, "ESLint 9": Linter9 as unknown as typeof Linter };

export const majors = ["ESLint 10", "ESLint 9"] as const;

export interface Linted {
    /** What our rules say. */
    readonly reports: string[];
    /** What keeps ESLint from linting the file at all. */
    readonly fatal: string[];
}

/** It throws where a rule does. */
export function lint(major: (typeof majors)[number], code: string, filename: string): Linted {
    const config: Linter.Config = { ...plugin.configs.all, files: ["**/*.{js,mjs,cjs,ts,tsx}"], languageOptions: { parser: tolerantParser } };
    const linter = new linters[major]({ configType: "flat" });
    // What is installed is not linted as a rule.
    const messages = linter.verify(code, config, { filename: filename.replaceAll("node_modules/", "") });
    const texts = messages.map(({ ruleId, message, fatal }) => ({ ruleId, fatal: fatal === true || /^No matching configuration/.test(message), text: `${ruleId ?? "fatal"}: ${message}` }));
    return { reports: texts.filter(({ ruleId }) => ruleId?.startsWith("layer-shapes/")).map(({ text }) => text), fatal: texts.filter(({ fatal }) => fatal).map(({ text }) => text) };
}
