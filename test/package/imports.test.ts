import fs from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

interface Row {
    /** Files, or folders where the name ends in a slash. Those of one row may import each other. */
    readonly at: readonly string[];
    /** What of the rows below may be imported; everything, if not given. */
    readonly only?: readonly string[];
}

/** Imports point down this list, type imports too. */
export const importOrder: readonly Row[] = [
    { at: ["src/index.ts", "src/analyze.ts", "src/analyze-text.ts", "src/cli.ts"] },
    { at: ["src/deferred.ts"], only: ["src/analysis/"] },
    { at: ["rules/"], only: ["src/rule.ts", "src/wording/", "src/analysis/", "src/shapes/"] },
    { at: ["src/rule.ts"], only: ["src/analysis/", "src/shapes/"] },
    { at: ["src/wording/"], only: ["src/analysis/", "src/fixes/", "src/apis/", "src/catalogue/", "src/shapes/"] },
    { at: ["src/summary/"], only: ["src/analysis/", "src/shapes/"] },
    { at: ["src/analysis/"] },
    { at: ["src/fixes/"] },
    { at: ["src/evaluator/"] },
    { at: ["src/apis/"] },
    { at: ["src/layers/", "src/ops/"] },
    { at: ["src/training/"] },
    { at: ["src/catalogue/"] },
    { at: ["src/convolution/"] },
    { at: ["src/shapes/"] },
];

interface Import {
    readonly from: string;
    readonly line: number;
    readonly specifier: string;
    /** Whether nothing of the import is left at run time. */
    readonly typeOnly: boolean;
}

const root = path.resolve(import.meta.dirname, "../..");
const files = ["src", "rules"]
    .flatMap((folder) => {
        const inside = fs.readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
        return inside.map((file) => `${folder}/${file.split(path.sep).join("/")}`);
    })
    .filter((file) => file.endsWith(".ts"))
    .sort();
const imports = files.flatMap((file) => importsOf(file, fs.readFileSync(path.join(root, file), "utf8")));

describe("the order of imports", () => {
    it("every file of src/ and rules/ is in the order", () => {
        expect(files.filter((file) => rankOf(file) === -1)).toEqual([]);
    });

    it("no import points up, or past what its row may import", () => {
        const wrong = imports.flatMap((one) => {
            const to = targetOf(one);
            return to === undefined || mayImport(one.from, to) ? [] : [`${one.from}:${one.line} imports ${to}`];
        });
        expect(wrong).toEqual([]);
    });

    it("no rule imports another", () => {
        const wrong = imports.filter((one) => one.from !== "rules/index.ts" && targetOf(one)?.startsWith("rules/"));
        expect(wrong.filter((one) => one.from.startsWith("rules/"))).toEqual([]);
    });

    it.each([
        ["rules/a.ts", "src/rule.ts", true],
        ["rules/a.ts", "src/shapes/print.ts", true],
        ["rules/a.ts", "src/evaluator/calls.ts", false],
        ["src/rule.ts", "rules/a.ts", false],
        ["src/cli.ts", "src/analyze.ts", true],
        ["src/summary/table.ts", "src/evaluator/calls.ts", false],
        ["src/layers/conv.ts", "src/ops/conv.ts", true],
        ["src/shapes/dim.ts", "src/convolution/lengths.ts", false],
        ["src/convolution/lengths.ts", "src/shapes/dim.ts", true],
    ])("the check itself: %s importing %s: %s", (from, to, allowed) => {
        expect(mayImport(from, to)).toBe(allowed);
    });

    it("the check itself: finds every form of import", () => {
        const code = [
            `import a from "a";`,
            `import type { b } from "b";`,
            `import { type c } from "c";`,
            `export * from "d";`,
            `export type { e } from "e";`,
            `const f = await import("f");`,
            `const g = require("g");`,
            `let h: import("h").H;`,
            `import "i";`,
        ].join("\n");
        expect(importsOf("x.ts", code).map(({ specifier, line, typeOnly }) => [specifier, line, typeOnly])).toEqual([
            ["a", 1, false],
            ["b", 2, true],
            // With verbatimModuleSyntax the import itself stays, and loads the module.
            ["c", 3, false],
            ["d", 4, false],
            ["e", 5, true],
            ["f", 6, false],
            ["g", 7, false],
            ["h", 8, true],
            ["i", 9, false],
        ]);
    });
});

describe("imports from outside", () => {
    const outside = imports.filter(({ specifier }) => !specifier.startsWith("."));
    const atRunTime = outside.filter(({ typeOnly }) => !typeOnly);

    it("at run time, nothing but Node's modules and what package.json says that users have", () => {
        const { dependencies, peerDependencies, name } = packageJson;
        const available = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies), name]);
        const missing = atRunTime.filter(({ specifier }) => {
            const isNode = specifier.startsWith("node:") || builtinModules.includes(specifier);
            return !isNode && !available.has(packageOf(specifier));
        });
        expect(missing).toEqual([]);
    });

    it("only types from the root of @typescript-eslint/utils, which takes over 100 ms to load", () => {
        expect(atRunTime.filter(({ specifier }) => specifier === "@typescript-eslint/utils")).toEqual([]);
    });
});

function rankOf(file: string): number {
    return importOrder.findIndex(({ at }) => isIn(file, at));
}

function isIn(file: string, places: readonly string[]): boolean {
    return places.some((place) => (place.endsWith("/") ? file.startsWith(place) : file === place));
}

function mayImport(from: string, to: string): boolean {
    const rank = rankOf(from);
    const down = rankOf(to) - rank;
    const only = importOrder[rank]?.only;
    return down === 0 || (down > 0 && (only === undefined || isIn(to, only)));
}

/** The file that a relative import means, from the root of the project; none for a package. */
function targetOf({ from, specifier }: Import): string | undefined {
    if (!specifier.startsWith(".")) return undefined;
    return path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

function packageOf(specifier: string): string {
    return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function importsOf(from: string, code: string): Import[] {
    const tree = ts.createSourceFile(from, code, ts.ScriptTarget.Latest, true);
    const found: Import[] = [];
    const add = (node: ts.Node | undefined, typeOnly: boolean): void => {
        if (node === undefined || !ts.isStringLiteralLike(node)) return;
        const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push({ from, line, specifier: node.text, typeOnly });
    };
    const visit = (node: ts.Node): void => {
        if (ts.isImportDeclaration(node)) {
            add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
        } else if (ts.isExportDeclaration(node)) {
            add(node.moduleSpecifier, node.isTypeOnly);
        } else if (ts.isImportTypeNode(node)) {
            add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
        } else if (ts.isExternalModuleReference(node)) {
            add(node.expression, false);
        } else if (ts.isCallExpression(node) && /^(?:import|require)$/.test(node.expression.getText())) {
            add(node.arguments[0], false);
        }
        ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
}
