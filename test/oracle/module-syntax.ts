/**
 * Import and export declarations as calls of `$oracle`, for the forms that nearly all programs use: the TypeScript
 * compiler, which does the rest, takes several times as long as running a small program.
 */
import type { TSESTree } from "@typescript-eslint/types";
import { AST_NODE_TYPES as Type } from "@typescript-eslint/types";
import type { Edits } from "./edits.js";

/** What has to stand before the program; undefined, and no edit made, if a form is not among those known here. */
export function moduleHead(program: TSESTree.Program, edits: Edits): string | undefined {
    const imports: string[] = [];
    const exported: string[] = [];
    const replacements: [range: [number, number], text: string][] = [];
    for (const node of program.body) {
        switch (node.type) {
            case Type.ImportDeclaration:
                imports.push(...importStatements(node));
                replacements.push([node.range, ""]);
                break;
            case Type.ExportNamedDeclaration: {
                const names = node.declaration && declaredNames(node.declaration);
                if (!node.declaration || !names) return undefined;
                exported.push(...names);
                replacements.push([[node.range[0], node.declaration.range[0]], ""]);
                break;
            }
            case Type.ExportDefaultDeclaration:
                // A declaration would become an expression, and its name would be lost.
                if (/Declaration$/.test(node.declaration.type)) return undefined;
                replacements.push([[node.range[0], node.declaration.range[0]], "exports.default = "]);
                break;
            case Type.ExportAllDeclaration:
                return undefined;
            default:
        }
    }
    for (const [range, text] of replacements) edits.replace(range, text);
    const getters = exported.map((name) => `${name}: () => ${name}`);
    return `"use strict"; $oracle.export({ ${getters.join(", ")} }); ${imports.join(" ")}`;
}

function importStatements(node: TSESTree.ImportDeclaration): string[] {
    const call = `$oracle.import(${JSON.stringify(node.source.value)})`;
    if (node.specifiers.length === 0) return [`${call};`];
    return node.specifiers.map((specifier) => {
        const local = specifier.local.name;
        if (specifier.type === Type.ImportNamespaceSpecifier) return `const ${local} = ${call};`;
        const imported = specifier.type === Type.ImportDefaultSpecifier ? "default" : importedName(specifier);
        return `const { ${JSON.stringify(imported)}: ${local} } = ${call};`;
    });
}

function importedName({ imported }: TSESTree.ImportSpecifier): string {
    return imported.type === Type.Identifier ? imported.name : imported.value;
}

function declaredNames(node: TSESTree.NamedExportDeclarations): string[] | undefined {
    switch (node.type) {
        case Type.FunctionDeclaration:
        case Type.ClassDeclaration:
            return node.id ? [node.id.name] : undefined;
        case Type.VariableDeclaration: {
            const names = node.declarations.flatMap(({ id }) => (id.type === Type.Identifier ? [id.name] : []));
            return names.length === node.declarations.length ? names : undefined;
        }
        default:
            return undefined;
    }
}
