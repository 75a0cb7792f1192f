/** TypeScript's own parser, which never gives up: what it makes of unfinished code, as ESTree. */
import { parseForESLint } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/types";
import ts from "typescript";

/** Undefined where there is no ESTree for what it made. */
export function parseTolerantly(code: string, filename: string): TSESTree.Program | undefined {
    try {
        return tolerantParser.parseForESLint(code, { filePath: filename }).ast;
    } catch {
        return undefined;
    }
}

/** A parser for ESLint. */
export const tolerantParser = {
    meta: { name: "tolerant" },
    parseForESLint(code: string, { filePath = "program.ts" }: { readonly filePath?: string }): ReturnType<typeof parseForESLint> {
        const kind = filePath.endsWith("x") ? ts.ScriptKind.TSX : filePath.endsWith("ts") ? ts.ScriptKind.TS : ts.ScriptKind.JS;
        const file = ts.createSourceFile(filePath, code, ts.ScriptTarget.Latest, true, kind);
        // The errors that it went on after: whoever finds any refuses the file.
        Object.assign(file, { parseDiagnostics: [] });
        return parseForESLint(file, { filePath, range: true, loc: true, tokens: true, comment: true, sourceType: "module", allowInvalidAST: true });
    },
};
