/**
 * Rules whose work is loaded with the first file that has model code. Before it lints, ESLint asks only for their `meta`, and
 * most files need no more: to compile the evaluator and its catalogue takes a third of the time that all of ESLint takes.
 */
import type { Rule } from "eslint";
import { mentionsModel } from "./analysis/relevance.js";
import { readSettings } from "./analysis/settings.js";

export type Rules = Readonly<Record<string, Rule.RuleModule>>;

export function deferred(metas: Readonly<Record<string, Rule.RuleMetaData>>, load: () => Rules): Rules {
    return Object.fromEntries(
        Object.entries(metas).map(([name, meta]): [string, Rule.RuleModule] => [
            name,
            { meta, create: (context) => (hasModelCode(context) ? (load()[name]?.create(context) ?? {}) : {}) },
        ]),
    );
}

/** One scan of a text, not one for each rule. */
const scanned = new WeakMap<object, { readonly globals: string; readonly answer: boolean }>();

function hasModelCode({ sourceCode, settings }: Rule.RuleContext): boolean {
    const { globals = ["tf"] } = readSettings(settings["layer-shapes"]);
    const key = globals.join();
    let known = scanned.get(sourceCode.ast);
    if (known?.globals !== key) {
        known = { globals: key, answer: mentionsModel(sourceCode.text, globals) };
        scanned.set(sourceCode.ast, known);
    }
    return known.answer;
}
