/**
 * The adapter between problems and ESLint. A rule is `meta` and `describe`: plain data about a problem. This is the only
 * file that calls `context.report`, and `analyze()` words its problems by the same `describe`.
 */
import type { TSESTree } from "@typescript-eslint/types";
import type { Rule } from "eslint";
import type { Edit, Problem, Settings } from "./analysis/analysis.js";
import { analysisOf } from "./analysis/memo.js";
import { projectReader } from "./analysis/project.js";
import { readSettings } from "./analysis/settings.js";

export type MessageData = Readonly<Record<string, string>>;

/** What a rule says of a problem. */
export interface Description<Ids extends string = string> {
    readonly messageId: Ids;
    readonly data: MessageData;
    /** Applied by `--fix`. */
    readonly fix?: readonly Edit[] | undefined;
    readonly suggest?: readonly { readonly messageId: Ids; readonly data: MessageData; readonly fix: readonly Edit[] }[];
    /** What follows the message, where it speaks of another file. */
    readonly note?: string | undefined;
}

/** A description in one line. */
export function say<const Ids extends string>(messageId: Ids, data: MessageData, repairs: Pick<Description, "fix" | "suggest"> = {}): Description<Ids> {
    // Suggestions of repairs have ids of their own; `plugin.test.ts` holds them to the rule's messages.
    return { messageId, data, ...repairs } as Description<Ids>;
}

type ProblemOf<K extends Problem["kind"]> = Problem & { readonly kind: K; readonly fault: Extract<Problem["fault"], { kind: K }> };

export interface Definition<K extends Problem["kind"], Ids extends string> {
    readonly name: string;
    /** The kinds of problem it speaks of. */
    readonly reports: readonly K[];
    readonly meta: Rule.RuleMetaData & { readonly messages: Readonly<Record<Ids, string>> };
    describe(problem: ProblemOf<K>): Description<Ids> | undefined;
}

/** A rule as ESLint takes it, and as `analyze()` does. */
export interface LayerRule extends Rule.RuleModule {
    readonly name: string;
    readonly reports: readonly Problem["kind"][];
    readonly meta: Rule.RuleMetaData & { readonly messages: Readonly<Record<string, string>> };
    /** Undefined for problems that are not this rule's. */
    describe(problem: Problem): Description | undefined;
}

export function defineRule<const K extends Problem["kind"], const Ids extends string>(definition: Definition<K, Ids>): LayerRule {
    const { name, reports, meta } = definition;
    const kinds: ReadonlySet<string> = new Set(reports);
    const describe = (problem: Problem): Description | undefined => {
        // The kind was looked up in the definition's own list.
        const description = kinds.has(problem.kind) ? definition.describe(problem as ProblemOf<K>) : undefined;
        const note = elsewhere(problem);
        return description && note !== undefined ? { ...description, note } : description;
    };
    const url = `https://github.com/eslint-plugin-layer-shapes/eslint-plugin-layer-shapes/blob/main/docs/rules/${name}.md`;
    return {
        name,
        reports,
        // In another language there is no `Program`, and nothing to say. To name JavaScript alone would make ESLint 10.2 and
        // later refuse a whole configuration for the first JSON file in it.
        meta: { ...meta, languages: ["*"], docs: { ...meta.docs, url } },
        describe,
        create: (context) => ({
            Program() {
                for (const problem of problemsIn(context)) {
                    const description = describe(problem);
                    if (description) {
                        report(context, problem, description, wordMessage({ meta }, description));
                    }
                }
            },
        }),
    };
}

/** Whether the rule is for everybody; others are for those who ask for them. */
export function isRecommended(rule: LayerRule): boolean {
    return rule.meta.docs?.recommended === true;
}

interface Lint {
    readonly ast: object;
    readonly settings: unknown;
    readonly problems: readonly Problem[];
}

/** What all rules ask of a file, one after the other. Linting it is one task, in which nothing else can change. */
let current: Lint | undefined;

function endLint(): void {
    current = undefined;
}

function problemsIn(context: Rule.RuleContext): readonly Problem[] {
    const { settings, sourceCode } = context;
    const { ast } = sourceCode;
    if (current?.ast !== ast || current.settings !== settings) {
        current = { ast, settings, problems: findProblems(context) };
        queueMicrotask(endLint);
    }
    return current.problems;
}

function findProblems(context: Rule.RuleContext): readonly Problem[] {
    const { sourceCode, filename } = context;
    const settings = settingsOf(context);
    const project = settings.followImports === false ? undefined : projectReader(context.cwd);
    const program = {
        // ESLint's trees are ESTree; TypeScript's parser adds nodes of its own, and the evaluator knows both.
        ast: sourceCode.ast as unknown as TSESTree.Program,
        text: sourceCode.text,
        filename,
        settings,
        readModule: project?.read,
    };
    return analysisOf(program, project?.fingerprint).problems;
}

function settingsOf(context: Rule.RuleContext): Settings {
    const settings: unknown = context.settings["layer-shapes"];
    return readSettings(settings);
}

function report(context: Rule.RuleContext, problem: Problem, description: Description, message: string): void {
    const { sourceCode } = context;
    const { start, end } = problem.range;
    const { messageId, data, fix, suggest = [], note } = description;
    const fixerOf = (edits: readonly Edit[]) => (fixer: Rule.RuleFixer) => edits.map((edit) => fixer.replaceTextRange([edit.start, edit.end], edit.text));
    context.report({
        loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
        ...(note === undefined ? { messageId, data: { ...data } } : { message }),
        ...(fix ? { fix: fixerOf(fix) } : {}),
        suggest: suggest.map((one) => ({ messageId: one.messageId, data: { ...one.data }, fix: fixerOf(one.fix) })),
    });
}

/** A message with its data filled in, as ESLint does. */
export function wordMessage(rule: Pick<LayerRule, "meta">, description: Description): string {
    const template = rule.meta.messages[description.messageId] ?? description.messageId;
    const message = template.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => description.data[name] ?? whole);
    return description.note === undefined ? message : `${message} ${description.note}`;
}

/** Where a mistake happens that another file's code makes of what it is given. */
function elsewhere({ finding: { caller, application } }: Problem): string | undefined {
    return caller && `It happens in ${caller.source.path.replace(/^.*[\\/]/, "")}, line ${application.loc.start.line}.`;
}
