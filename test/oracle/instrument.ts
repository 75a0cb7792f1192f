/**
 * Rewrites a program so that every call tells `$oracle` what it returned. Sites carry the positions of the original
 * source; only insertions are made, so nothing else about the program changes.
 */
import { parse as parseTypeScript } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/types";
import { AST_NODE_TYPES as Type } from "@typescript-eslint/types";
import * as espree from "espree";
import ts from "typescript";
import { Edits } from "./edits.js";
import { moduleHead } from "./module-syntax.js";

export interface CallSite {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    /** The callee's last name as spelt; undefined when it is computed or has none. */
    readonly spelling: string | undefined;
    readonly kind: "member" | "other" | "new";
    /** The result is thrown away, so a promise that rejects is nobody's but the program's. */
    readonly discarded: boolean;
}

export interface Instrumented {
    /** The body of a function of `$oracle, require, module, exports`. */
    readonly body: string;
    readonly sites: readonly CallSite[];
}

type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

export function instrument(code: string, filename: string): Instrumented {
    const isTypeScript = /\.[cm]?tsx?$/.test(filename);
    const source = code.replace(/^#!/, "//");
    const program = isTypeScript ? parseTyped(source, filename) : parseJavaScript(source);
    const edits = new Edits();
    const sites: CallSite[] = [];
    visit(program, undefined, source, edits, sites);
    const isModule = program.body.some((node) => /^(Import|Export|TS(Import|Export))/.test(node.type));
    if (!isTypeScript && !/\.[cm]?jsx$/.test(filename)) {
        const head = isModule ? moduleHead(program, edits) : "";
        if (head !== undefined) return { body: head + edits.apply(source), sites };
    }
    return { body: transpile(edits.apply(source), filename), sites };
}

function parseTyped(source: string, filename: string): TSESTree.Program {
    const jsx = /x$/.test(filename);
    return parseTypeScript(source, { range: true, loc: true, ecmaFeatures: { jsx }, sourceType: "module" });
}

function parseJavaScript(source: string): TSESTree.Program {
    try {
        return parseAs("module", source);
    } catch (error) {
        try {
            return parseAs("commonjs", source);
        } catch {
            throw error;
        }
    }
}

function parseAs(sourceType: "module" | "commonjs", source: string): TSESTree.Program {
    const ecmaFeatures = { jsx: true };
    const options = { range: true, loc: true, ecmaVersion: "latest", sourceType, ecmaFeatures } as const;
    // espree's ESTree nodes have the same names and fields as TSESTree's for JavaScript.
    return espree.parse(source, options) as unknown as TSESTree.Program;
}

function transpile(text: string, filename: string): string {
    return ts.transpileModule(text, {
        fileName: filename,
        compilerOptions: {
            allowJs: true,
            esModuleInterop: true,
            isolatedModules: true,
            jsx: ts.JsxEmit.React,
            module: ts.ModuleKind.CommonJS,
            moduleDetection: ts.ModuleDetectionKind.Force,
            target: ts.ScriptTarget.ES2022,
        },
    }).outputText;
}

function visit(
    node: TSESTree.Node,
    parent: TSESTree.Node | undefined,
    source: string,
    edits: Edits,
    sites: CallSite[]
): void {
    if ((node.type === Type.CallExpression || node.type === Type.NewExpression) && !isLeftAlone(node, parent)) {
        wrapCall(node, parent, source, edits, sites);
    }
    // Only insertions are made, so the word itself becomes a comment.
    if (node.type === Type.ImportExpression) edits.wrap([node.range[0], node.range[0] + 6], "$oracle.load/*", "*/");
    for (const child of children(node)) visit(child, node, source, edits, sites);
}

/** `super(...)` must stay where it is, a decorator must stay an expression of its own, and so must a chain in a chain. */
function isLeftAlone(node: CallNode, parent: TSESTree.Node | undefined): boolean {
    if (node.callee.type === Type.Super || parent?.type === Type.Decorator) return true;
    if (!shortCircuits(node)) return false;
    return !(parent?.type === Type.ChainExpression || isPlainMember(parent, node));
}

function isPlainMember(parent: TSESTree.Node | undefined, object: TSESTree.Node): parent is TSESTree.MemberExpression {
    return parent?.type === Type.MemberExpression && parent.object === object;
}

/** Is the node's own chain optional somewhere, so that what follows it is skipped with it? */
function shortCircuits(node: TSESTree.Node): boolean {
    switch (node.type) {
        case Type.CallExpression:
            return node.optional || shortCircuits(node.callee);
        case Type.MemberExpression:
            return node.optional || shortCircuits(node.object);
        case Type.TSNonNullExpression:
            return shortCircuits(node.expression);
        default:
            return false;
    }
}

function wrapCall(
    node: CallNode,
    parent: TSESTree.Node | undefined,
    source: string,
    edits: Edits,
    sites: CallSite[]
): void {
    const id = String(sites.push(describeCall(node, parent)) - 1);
    // Few programs have the words, and each call would look through all that is inside it.
    const awaits = source.includes("await") && contains(node, "await");
    const yields = source.includes("yield") && contains(node, "yield");
    if (yields) edits.wrap(node.range, `$oracle.result(${id}, (`, "))");
    else if (awaits) edits.wrap(node.range, `$oracle.unbox(await $oracle.callAsync(${id}, async () => [(`, ")]))");
    else edits.wrap(node.range, `$oracle.call(${id}, () => (`, "))");
    if (shortCircuits(node) && isPlainMember(parent, node) && !parent.optional) {
        // `a?.b().c` became `call(() => a?.b()).c`: keep skipping `.c`.
        const dot = source.indexOf(parent.computed ? "[" : ".", node.range[1]);
        edits.wrap([dot, dot], parent.computed ? "?." : "?", "");
    }
    if (node.callee.type === Type.MemberExpression && node.callee.computed) {
        edits.wrap(node.callee.property.range, `$oracle.key(${id}, (`, "))");
    }
}

function describeCall(node: CallNode, parent: TSESTree.Node | undefined): CallSite {
    const { start, end } = node.loc;
    return {
        line: start.line,
        column: start.column + 1,
        endLine: end.line,
        endColumn: end.column + 1,
        spelling: spelling(node.callee),
        kind:
            node.type === Type.NewExpression ? "new" : node.callee.type === Type.MemberExpression ? "member" : "other",
        discarded:
            parent?.type === Type.ExpressionStatement ||
            (parent?.type === Type.UnaryExpression && parent.operator === "void"),
    };
}

function spelling(callee: TSESTree.Expression): string | undefined {
    switch (callee.type) {
        case Type.Identifier:
            return callee.name;
        case Type.MemberExpression:
            if (!callee.computed) return callee.property.name;
            return callee.property.type === Type.Literal ? String(callee.property.value) : undefined;
        case Type.TSNonNullExpression:
        case Type.TSAsExpression:
        case Type.TSInstantiationExpression:
            return spelling(callee.expression);
        default:
            return undefined;
    }
}

/** Does evaluating the node itself, not a function inside it, wait? */
function contains(node: TSESTree.Node, what: "await" | "yield"): boolean {
    if (what === "await" ? node.type === Type.AwaitExpression : node.type === Type.YieldExpression) return true;
    for (const child of children(node)) {
        if (!/Function/.test(child.type) && contains(child, what)) return true;
    }
    return false;
}

const notChildren = new Set(["parent", "loc", "range", "tokens", "comments"]);

function* children(node: TSESTree.Node): Generator<TSESTree.Node> {
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
        if (notChildren.has(key)) continue;
        for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
            if (isNode(child)) yield child;
        }
    }
}

function isNode(value: unknown): value is TSESTree.Node {
    return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
