/** Where names come from: TensorFlow.js, other packages, and the project's own modules. */
import type { TSESTree } from "@typescript-eslint/types";
import { isTfjsModule } from "../apis/tfjs.js";
import { kerasNames } from "../apis/keras.js";
import { evaluateClass } from "./classes.js";
import { closure, evaluate } from "./expressions.js";
import { normal, ThrowSignal, type Completion } from "./control.js";
import { handToMarkup, statementsOf } from "./markup.js";
import type { Evaluation, Module, ModuleSource } from "./evaluation.js";
import { getProperty } from "./members.js";
import { bindPattern } from "./patterns.js";
import { reactFunction } from "./react.js";
import { hoist, run } from "./statements.js";
import { declarationsOf, declare, patternNames, rootScope, type Scope } from "./scope.js";
import { unfinished } from "./unseen.js";
import { library, object, promise, stranger, unknown, view } from "./making.js";
import type { Field, Node, Value } from "./values.js";

function fromPackage(specifier: string, name = fileName(specifier)): Value {
    return isTfjsModule(specifier) ? library("") : stranger(name);
}

/** `../src/config.js` as "config". */
function fileName(specifier: string): string {
    return specifier.slice(specifier.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}

export function importDeclaration(e: Evaluation, node: TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration, scope: Scope): void {
    if (node.type === "TSImportEqualsDeclaration") {
        const source = node.moduleReference.type === "TSExternalModuleReference" ? node.moduleReference.expression : undefined;
        bindPattern(e, node.id, source?.type === "Literal" ? requireModule(e, { kind: "string", value: source.value }) : unknown, scope);
        return;
    }
    const specifier = node.source.value;
    const module = follow(e, specifier);
    for (const one of node.specifiers) {
        declare(scope, one.local.name, module ? fromModule(module, one) : fromSpecifier(e, specifier, one));
    }
}

/** Undefined for the whole namespace. */
function importedName(node: TSESTree.ImportClause): string | undefined {
    if (node.type === "ImportSpecifier") {
        return spelt(node.imported);
    }
    return node.type === "ImportDefaultSpecifier" ? "default" : undefined;
}

function spelt(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
    return node.type === "Identifier" ? node.name : node.value;
}

function fromSpecifier(e: Evaluation, specifier: string, node: TSESTree.ImportClause): Value {
    const name = importedName(node);
    const known = specifier === "react" && name !== undefined ? reactFunction(e, name) : undefined;
    if (known) {
        return known;
    }
    const base = fromPackage(specifier, node.local.name);
    if (base.kind === "library") {
        return name === undefined || name === "default" ? base : library(name);
    }
    return name !== undefined && kerasNames.has(name) ? { kind: "keras", name } : base;
}

function fromModule(module: Module, node: TSESTree.ImportClause): Value {
    const name = importedName(node);
    if (name === undefined) {
        return namespaceOf(module);
    }
    return exportOf(module, name);
}

function exportOf(module: Module, name: string): Value {
    const direct = module.exports.get(name);
    if (direct) {
        return direct;
    }
    const commonjs = module.commonjs.fields.get("exports")?.value ?? unknown;
    if (name === "default") {
        return commonjs;
    }
    if (module.isLibrary) {
        return library(name);
    }
    return commonjs.kind === "object" ? (commonjs.fields.get(name)?.value ?? unknown) : unknown;
}

function namespaceOf(module: Module): Value {
    if (module.isLibrary && module.exports.size === 0) {
        return library("");
    }
    const commonjs = module.commonjs.fields.get("exports")?.value;
    const fields = new Map<string, Field>(commonjs?.kind === "object" ? commonjs.fields : []);
    for (const [name, value] of module.exports) {
        fields.set(name, { value, node: undefined });
    }
    return view(fields);
}

export function importExpression(e: Evaluation, source: Value): Value {
    if (source.kind !== "string") {
        return unknown;
    }
    const module = follow(e, source.value);
    return promise(module ? namespaceOf(module) : fromPackage(source.value));
}

export function requireModule(e: Evaluation, source: Value): Value {
    if (source.kind !== "string") {
        return unknown;
    }
    const module = follow(e, source.value);
    if (!module) {
        return fromPackage(source.value);
    }
    const isData = module.path.endsWith(".json");
    if (isData) {
        return module.exports.get("default") ?? unknown;
    }
    return module.exports.size > 0 ? namespaceOf(module) : (module.commonjs.fields.get("exports")?.value ?? unknown);
}

function follow(e: Evaluation, specifier: string): Module | undefined {
    const from = [...e.modules.values()].find((module) => module.scope === e.module);
    const source = e.options.readModule?.(from?.path ?? e.options.filename, specifier);
    return source && runModule(e, source);
}

/** Runs a module once; a cycle sees what has been exported so far. */
export function runModule(e: Evaluation, source: ModuleSource): Module {
    const known = e.modules.get(source.path);
    if (known) {
        return known;
    }
    const scope = rootScope();
    const exports = object();
    const commonjs = object(new Map([["exports", { value: exports, node: undefined }]]));
    const module: Module = { path: source.path, source, scope, exports: new Map(), isLibrary: false, commonjs };
    e.modules.set(source.path, module);
    // The first module is the one that is judged; the others are read for what they export.
    e.main ??= scope;
    declare(scope, "module", commonjs);
    declare(scope, "exports", exports);
    const caller = e.module;
    e.module = scope;
    e.frames.push({ node: undefined, thisValue: unknown, home: undefined, static: false, newTarget: undefined, given: undefined, branches: e.branches, self: undefined });
    try {
        const statements = statementsOf(source.program);
        hoistImports(e, statements, scope);
        hoist(e, declarationsOf(e, statements), scope, true);
        e.within(
            () => runInParts(e, statements, scope),
            () => true,
        );
    } catch (error) {
        if (!(error instanceof ThrowSignal)) {
            throw error;
        }
    } finally {
        e.frames.pop();
        e.module = caller;
    }
    return module;
}

/**
 * What another module does for itself is not to cost all there is, and neither is what the one under judgement starts:
 * of a statement that takes too long, the rest goes on without it.
 */
function runInParts(e: Evaluation, statements: readonly Node[], scope: Scope): Completion {
    for (const statement of statements) {
        const { depth } = e;
        let completion = normal;
        const isDone = e.affords(scope === e.main ? e.mostPart : e.goodPart, () => {
            completion = run(e, statement, scope);
        });
        if (!isDone) {
            e.depth = depth;
            e.isCut ||= scope === e.main;
            unfinished(e, scope, unknown);
        }
        if (completion.kind !== "normal") {
            return completion;
        }
    }
    return normal;
}

/** Imports are there before anything runs. */
function hoistImports(e: Evaluation, statements: readonly Node[], scope: Scope): void {
    for (const statement of statements) {
        if (statement.type === "ImportDeclaration") {
            importDeclaration(e, statement, scope);
        }
    }
}

export function exportDeclaration(e: Evaluation, node: TSESTree.ExportNamedDeclaration | TSESTree.ExportDefaultDeclaration | TSESTree.ExportAllDeclaration, scope: Scope): Completion {
    const module = [...e.modules.values()].find((one) => one.scope === e.module);
    const add = (name: string, value: Value): void => {
        module?.exports.set(name, value);
    };
    switch (node.type) {
        case "ExportDefaultDeclaration":
            add("default", defaultExport(e, node.declaration, scope));
            return normal;
        case "ExportAllDeclaration":
            exportAll(e, node, module);
            return normal;
        case "ExportNamedDeclaration":
            break;
    }
    if (node.declaration) {
        const completion = run(e, node.declaration, scope);
        const names: string[] = [];
        if (node.declaration.type === "VariableDeclaration") {
            handToMarkup(e, node.declaration, scope, true);
            node.declaration.declarations.forEach((one) => {
                patternNames(one.id, names);
            });
        } else if ("id" in node.declaration) {
            patternNames(node.declaration.id, names);
        }
        names.forEach((name) => {
            add(name, scope.get(name)?.value ?? unknown);
        });
        return completion;
    }
    const from = node.source ? follow(e, node.source.value) : undefined;
    for (const one of node.specifiers) {
        const local = spelt(one.local);
        const name = spelt(one.exported);
        add(name, node.source ? (from ? exportOf(from, local) : getProperty(e, fromPackage(node.source.value), local)) : (scope.get(local)?.value ?? unknown));
    }
    return normal;
}

function exportAll(e: Evaluation, node: TSESTree.ExportAllDeclaration, module: Module | undefined): void {
    const from = follow(e, node.source.value);
    if (node.exported) {
        module?.exports.set(spelt(node.exported), from ? namespaceOf(from) : fromPackage(node.source.value));
        return;
    }
    for (const [name, value] of from?.exports ?? []) {
        if (name !== "default") {
            module?.exports.set(name, value);
        }
    }
    if (module && (from ? from.isLibrary : isTfjsModule(node.source.value))) {
        module.isLibrary = true;
    }
}

function defaultExport(e: Evaluation, node: TSESTree.DefaultExportDeclarations, scope: Scope): Value {
    switch (node.type) {
        case "FunctionDeclaration":
            return node.id ? (scope.get(node.id.name)?.value ?? unknown) : closure(e, node, scope);
        case "ClassDeclaration": {
            const made = evaluateClass(e, node, scope);
            if (node.id) {
                bindPattern(e, node.id, made, scope);
            }
            return made;
        }
        case "VariableDeclaration":
        case "TSDeclareFunction":
        case "TSEnumDeclaration":
        case "TSInterfaceDeclaration":
        case "TSModuleDeclaration":
        case "TSTypeAliasDeclaration":
            return unknown;
        default:
            return evaluate(e, node, scope);
    }
}
