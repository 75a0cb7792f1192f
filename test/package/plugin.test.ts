import fs from "node:fs";
import path from "node:path";
import { Linter, type ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { rules as generated } from "../../rules/index.js";
import { ruleNames, rulesIndex } from "../../scripts/generate-rules-index.mjs";
import * as frontDoor from "../../src/index.js";

const root = path.resolve(import.meta.dirname, "../..");
const names = ruleNames();
// As ESLint sees it, so that the compiler holds the plugin to ESLint's own type.
const plugin: ESLint.Plugin = frontDoor.default;

const enabledIn = (config: string): string[] =>
    [plugin.configs?.[config] ?? []].flat().flatMap(({ rules }) => Object.keys(rules ?? {}));

describe("the plugin as a whole", () => {
    it("says its name and version", () => {
        expect(plugin.meta?.name).toBe(packageJson.name);
        expect(plugin.meta?.version).toBe(packageJson.version);
    });

    // eslint-doc-generator loads it by `require()`, and takes the default for the plugin only where it is alone.
    it("exports nothing beside the plugin", () => {
        expect(Object.keys(frontDoor)).toEqual(["default"]);
    });

    it("has rules", () => {
        expect(names).toContain("deconv-output-shape");
    });

    it("rules/index.ts is what `npm run generate` writes", () => {
        expect(fs.readFileSync(path.join(root, "rules/index.ts"), "utf8")).toBe(rulesIndex(names));
    });

    it("has every rule of the index, and no other", () => {
        expect(Object.keys(generated).sort()).toEqual(names);
        expect(Object.keys(plugin.rules ?? {}).sort()).toEqual(names);
    });

    it("configs.all has every rule, configs.recommended those that say so, configs.strict its own beside them", () => {
        const prefixed = (some: string[]): string[] => some.map((name) => `layer-shapes/${name}`);
        const recommended = names.filter((name) => metaOf(name)?.docs?.recommended === true);
        const strict = names.filter((name) => metaOf(name)?.docs?.recommended === "strict");
        expect(strict).toContain("deconv-checkerboard");
        expect(enabledIn("all").sort()).toEqual(prefixed(names));
        expect(enabledIn("recommended").sort()).toEqual(prefixed(recommended));
        expect(enabledIn("strict").sort()).toEqual(prefixed([...recommended, ...strict].sort()));
    });

    it("configs.recommended lets pass what only strict reports", () => {
        const code = "import * as tf from '@tensorflow/tfjs';\ntf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, inputShape: [4, 4, 1] });";
        const reportsOf = (config: string): (string | null)[] => new Linter().verify(code, [plugin.configs?.[config] ?? []].flat() as Linter.Config[]).map(({ ruleId }) => ruleId);
        expect(reportsOf("recommended")).toEqual([]);
        expect(reportsOf("strict")).toEqual(["layer-shapes/deconv-checkerboard"]);
    });

    it("one tree that is linted twice at once is judged by the settings of each", () => {
        const linter = new Linter();
        const config = (globals: readonly string[]): Linter.Config[] => [...([plugin.configs?.["recommended"] ?? []].flat() as Linter.Config[]), { settings: { "layer-shapes": { globals } } }];
        linter.verify("ml.zeros([2, 3]).reshape([5]);", config([]));
        const tree = linter.getSourceCode();
        const reports = [["ml"], ["tf"], ["ml"]].map((globals) => linter.verify(tree, config(globals)).map(({ ruleId }) => ruleId));
        expect(reports).toEqual([["layer-shapes/reshape-size"], [], ["layer-shapes/reshape-size"]]);
    });

    it.each(["all", "recommended", "strict"])("configs.%s knows the plugin by itself", (config) => {
        const plugins = [plugin.configs?.[config] ?? []].flat().map((one) => one.plugins);
        expect(plugins).toContainEqual({ "layer-shapes": plugin });
    });
});

/** As small as a language can be: its whole text is one node. */
const lines = {
    fileType: "text",
    lineStart: 1,
    columnStart: 1,
    nodeTypeKey: "type",
    validateLanguageOptions: () => undefined,
    parse: ({ body }: { body: string }) => ({ ok: true, ast: { type: "Lines", body } }),
    createSourceCode: ({ body }: { body: string }, { ast }: { ast: object }) => ({
        ast,
        text: body,
        getLoc: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }),
        getRange: () => [0, body.length],
        getParent: () => undefined,
        traverse: () => [1, 2].map((phase) => ({ kind: 1, target: ast, phase, args: [ast] })),
    }),
};

it("a configuration for JavaScript and another language lints both", () => {
    const config = [
        { plugins: { text: { languages: { lines } } }, files: ["**/*.txt"], language: "text/lines" },
        plugin.configs?.["all"],
    ] as Linter.Config[];
    const code = "import * as tf from '@tensorflow/tfjs'; tf.zeros([2, 3]).reshape([5]).print();";
    const lint = (filename: string): (string | null)[] => new Linter().verify(code, config, { filename }).map(({ ruleId }) => ruleId);
    expect(lint("model.txt")).toEqual([]);
    expect(lint("model.js")).toEqual(["layer-shapes/reshape-size"]);
});

// What eslint-plugin-eslint-plugin would check, if it knew a rule without `create`.
describe.each(names)("rule %s", (name) => {
    it("has a page and a test", () => {
        expect(fs.existsSync(path.join(root, `docs/rules/${name}.md`)), "page").toBe(true);
        expect(fs.existsSync(path.join(root, `test/rules/${name}.test.ts`)), "test").toBe(true);
    });

    it("says its type, what it is for, where its page is, and which options it has", () => {
        const meta = metaOf(name);
        expect(meta?.type).toMatch(/^(?:problem|suggestion)$/);
        expect(meta?.docs?.description).toMatch(/^(?:disallow|enforce|require)\b.*[^.]$/);
        expect(meta?.docs?.url).toContain(`docs/rules/${name}.md`);
        expect(meta?.schema).toBeDefined();
    });

    it("says that it does no harm to files of any language", () => {
        expect(metaOf(name)?.languages).toEqual(["*"]);
    });

    it("has messages that are sentences, each named in its source", () => {
        const messages = Object.entries(metaOf(name)?.messages ?? {});
        // Words that several rules need stand in src/wording/.
        const wording = fs.readdirSync(path.join(root, "src/wording")).map((file) => path.join("src/wording", file));
        const source = [`rules/${name}.ts`, ...wording].map((file) => fs.readFileSync(path.join(root, file), "utf8")).join("\n");
        expect(messages).not.toEqual([]);
        for (const [id, text] of messages) {
            // A last sentence that is not always there is data.
            expect(text, id).toMatch(/^[^\s].*(?:\.|\}\})$/s);
            expect(source.split(id).length - 1, `uses of ${id}`).toBeGreaterThanOrEqual(2);
        }
    });
});

function metaOf(name: string): NonNullable<ESLint.Plugin["rules"]>[string]["meta"] {
    return plugin.rules?.[name]?.meta;
}
