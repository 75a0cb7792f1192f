/**
 * Files whose markup stands beside their code, as components of Vue and Svelte: what a parser makes of their code, and what
 * the markup may change, as `bind:value={units}`, `v-model="units"` and handlers do.
 */
import type { TSESTree } from "@typescript-eslint/types";
import type { Evaluation } from "./evaluation.js";
import { patternNames, type Scope } from "./scope.js";
import { unknown } from "./making.js";
import type { Node, Value } from "./values.js";

/** svelte-eslint-parser has the code of a file in elements of the program's body; all of it runs as one module. */
interface ScriptElement {
    readonly type: "SvelteScriptElement";
    readonly body: readonly (Node | ReactiveStatement)[];
    readonly range: readonly [number, number];
}

/** `$: doubled = 2 * units`, which runs whenever what it reads has changed: first in its turn. */
interface ReactiveStatement {
    readonly type: "SvelteReactiveStatement";
    readonly body: Node;
}

function isScript(node: object): node is ScriptElement {
    return "type" in node && node.type === "SvelteScriptElement";
}

function isReactive(node: Node | ReactiveStatement): node is ReactiveStatement {
    return node.type === "SvelteReactiveStatement";
}

function scriptsOf({ body }: TSESTree.Program): ScriptElement[] {
    const statements: readonly object[] = body;
    return statements.filter(isScript);
}

const flattened = new WeakMap<TSESTree.Program, readonly Node[]>();

/** The statements of a program, in the order in which they run. */
export function statementsOf(program: TSESTree.Program): readonly Node[] {
    const scripts = scriptsOf(program);
    if (scripts.length === 0) {
        return program.body;
    }
    let statements = flattened.get(program);
    if (!statements) {
        statements = scripts.flatMap(({ body }) => body.map((node) => (isReactive(node) ? node.body : node)));
        flattened.set(program, statements);
    }
    return statements;
}

/** The words of the markup beside the code, what it may change among them; undefined where there is none. */
export function markupOf(program: TSESTree.Program, text: string): ReadonlySet<string> | undefined {
    const markup = textBeside(program, text);
    return markup === undefined ? undefined : new Set(markup.split(/[^\w$]+/u));
}

/** Of a file of Svelte all but its scripts, of one of Vue its template. */
function textBeside(program: TSESTree.Program, text: string): string | undefined {
    const scripts = scriptsOf(program);
    if (scripts.length > 0) {
        return scripts.reduceRight((rest, { range }) => rest.slice(0, range[0]) + rest.slice(range[1]), text);
    }
    const template = "templateBody" in program ? (program.templateBody as { readonly range: readonly [number, number] } | null | undefined) : undefined;
    return template ? text.slice(...template.range) : undefined;
}

/** What the markup mentions it may change: a variable, or what an object holds. A property of a component is what its user gives. */
export function handToMarkup(e: Evaluation, declaration: TSESTree.VariableDeclaration, scope: Scope, isExported = false): void {
    const { markup } = e.options;
    if (markup === undefined || scope !== e.main) {
        return;
    }
    const names: string[] = [];
    for (const { id } of declaration.declarations) {
        patternNames(id, names);
    }
    for (const name of names) {
        const cell = scope.get(name);
        if (!cell?.value || !(isExported || markup.has(name))) {
            continue;
        }
        if (isPlain(cell.value)) {
            e.heap.lose(cell.value);
        }
        if (declaration.kind !== "const") {
            e.heap.set(cell, unknown);
        }
    }
}

function isPlain(value: Value): boolean {
    return value.kind === "array" || (value.kind === "object" && !value.class && !value.layer);
}
