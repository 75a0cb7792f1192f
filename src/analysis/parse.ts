/** Parsing outside ESLint: espree for JavaScript, and @typescript-eslint/parser, if it is installed, for TypeScript. */
import { createRequire } from "node:module";
import path from "node:path";
import type { TSESTree } from "@typescript-eslint/types";
import type * as Espree from "espree";
import type { ParseError } from "./parse-error.js";

export type Parsed = { readonly program: TSESTree.Program } | { readonly error: ParseError };

interface TypeScriptParser {
    parseForESLint(code: string, options: object): { readonly ast: TSESTree.Program };
}

const require = createRequire(import.meta.url);
/** Loaded when a file is first to be parsed: inside ESLint that is rarely needed. */
let espree: typeof Espree | undefined;
let typescriptParser: TypeScriptParser | undefined | "missing";

export function parse(code: string, filename: string | undefined): Parsed {
    const extension = filename === undefined ? undefined : path.extname(filename);
    switch (extension) {
        case ".ts":
        case ".mts":
        case ".cts":
        case ".tsx":
            return parseTypeScript(code, filename ?? "program.ts");
        case undefined: {
            const plain = parseJavaScript(code);
            if (!("error" in plain)) {
                return plain;
            }
            const typed = parseTypeScript(code, "program.ts");
            return "error" in typed ? plain : typed;
        }
        default: {
            const plain = parseJavaScript(code);
            // Types in JavaScript files (Flow-like annotations) are beyond espree; the other parser may know them.
            const typed = "error" in plain ? parseTypeScript(code, "program.tsx") : plain;
            return "error" in typed ? plain : typed;
        }
    }
}

function parseJavaScript(code: string): Parsed {
    espree ??= require("espree") as typeof Espree;
    const { parse: parseText } = espree;
    const parseAs = (sourceType: "module" | "script"): TSESTree.Program =>
        // Both parsers make ESTree; the types are those of the larger language.
        parseText(code, { ecmaVersion: "latest", sourceType, range: true, loc: true, ecmaFeatures: { jsx: true, globalReturn: sourceType === "script" } }) as unknown as TSESTree.Program;
    try {
        return { program: parseAs("module") };
    } catch (error) {
        try {
            return { program: parseAs("script") };
        } catch {
            return { error: toParseError(error) };
        }
    }
}

function parseTypeScript(code: string, filename: string): Parsed {
    const parser = loadTypeScriptParser();
    if (!parser) {
        return { error: { message: "TypeScript files need @typescript-eslint/parser (or typescript-eslint) to be installed", line: 1, column: 1 } };
    }
    try {
        const { ast } = parser.parseForESLint(code, { filePath: filename, range: true, loc: true, sourceType: "module", ecmaFeatures: { jsx: filename.endsWith("x") } });
        return { program: ast };
    } catch (error) {
        return { error: toParseError(error) };
    }
}

function loadTypeScriptParser(): TypeScriptParser | undefined {
    typescriptParser ??= tryRequire("@typescript-eslint/parser") ?? tryRequire("typescript-eslint") ?? "missing";
    return typescriptParser === "missing" ? undefined : typescriptParser;
}

/** From where this package is installed, then from where it is run. */
function tryRequire(name: string): TypeScriptParser | undefined {
    for (const from of [require, createRequire(path.join(process.cwd(), "noop.js"))]) {
        try {
            const loaded = from(name) as { readonly parser?: TypeScriptParser } & Partial<TypeScriptParser>;
            const parser = loaded.parseForESLint ? (loaded as TypeScriptParser) : loaded.parser;
            if (parser) {
                return parser;
            }
        } catch {
            // Not installed there: the next place may have it, and if none has, the user is told in one line.
        }
    }
    return undefined;
}

function toParseError(error: unknown): ParseError {
    const { message = "cannot be parsed", lineNumber, column } = error as { message?: string; lineNumber?: number; column?: number };
    return { message, line: lineNumber ?? 1, column: column ?? 1 };
}
