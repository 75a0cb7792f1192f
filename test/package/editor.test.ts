/** The plugin in an editor: a project that has it installed, and the language servers that editors start there. */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type CodeAction, type Diagnostic, LanguageClient } from "./language-client.js";
import { binOf, packPlugin, projectWith, versionOf } from "./packed-project.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const program = (stride: number, size = 8): string => `import * as tf from '@tensorflow/tfjs';

const image = tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, ${size}, ${size}, 1], ${stride}, 'same');
image.print();
`;
const message = "outputShape is 8×8, but strides 1 make 4×4 of a 4×4 input (kernel 3×3, 'same'). strides 2 would make 8×8.";

/** As the README gives them for editors that hand over nothing of their own. */
const eslintSettings = {
    validate: "on",
    run: "onType",
    nodePath: null,
    problems: {},
    rulesCustomizations: [],
    experimental: {},
    workingDirectory: { mode: "location" },
    codeAction: { disableRuleComment: { enable: true, location: "separateLine" }, showDocumentation: { enable: true } },
    codeActionOnSave: { enable: false, mode: "all" },
    quiet: false,
    onIgnoredFiles: "off",
    options: {},
};

packPlugin();
const project = projectWith(() => [`eslint@${versionOf("eslint9")}`], {
    "model.js": program(1),
    "eslint.config.js": `
        import layerShapes from 'eslint-plugin-layer-shapes';
        export default [layerShapes.configs.recommended];
    `,
    ".oxlintrc.json": JSON.stringify({ jsPlugins: ["eslint-plugin-layer-shapes"], rules: { "layer-shapes/deconv-output-shape": "error" } }),
});
const file = path.join(project, "model.js");
const uri = pathToFileURL(file).href;

const servers = [
    {
        name: "vscode-eslint-language-server",
        command: () => [process.execPath, binOf("vscode-langservers-extracted", "vscode-eslint-language-server"), "--stdio"],
        settings: eslintSettings,
        fix: "Fix this layer-shapes/deconv-output-shape problem",
    },
    {
        name: "oxlint --lsp",
        command: () => [process.execPath, binOf("oxlint", "oxlint"), "--lsp"],
        settings: { run: "onType" },
        fix: "Fix layer-shapes/deconv-output-shape problem",
    },
] as const;

describe.each(servers)("$name", ({ command, settings, fix }) => {
    let editor: LanguageClient;

    beforeAll(async () => {
        const [node = "", ...args] = command();
        editor = new LanguageClient(node, args, project, settings);
        await editor.start(project);
        editor.open(uri, "javascript", fs.readFileSync(file, "utf8"));
    });

    afterAll(async () => {
        await editor.stop();
    });

    it("shows the report, on the declared shape", async () => {
        const [diagnostic, ...others] = await editor.diagnostics(uri);
        expect(others).toEqual([]);
        expect(diagnostic?.message).toContain(message);
        expect(String(diagnostic?.code)).toContain("deconv-output-shape");
        expect(diagnostic?.range).toEqual({ start: { line: 2, character: 81 }, end: { line: 2, character: 93 } });
    });

    it("offers the stride as a quick fix", async () => {
        const fixes = await actionsOn(editor, fix);
        expect(await Promise.all(fixes.map((one) => editor.applied(one, program(1))))).toEqual([program(2)]);
    });

    it("offers the other shape as a suggestion", async () => {
        const suggestions = await actionsOn(editor, "Set `outputShape` to [1, 4, 4, 1].");
        expect(await Promise.all(suggestions.map((one) => editor.applied(one, program(1))))).toEqual([program(1, 4)]);
    });

    it("is silent once the stride is typed", async () => {
        editor.change(uri, 2, program(2));
        expect(await editor.diagnostics(uri)).toEqual([]);
        editor.change(uri, 3, program(1));
        expect(await editor.diagnostics(uri)).toHaveLength(1);
    });
});

async function actionsOn(editor: LanguageClient, title: string): Promise<readonly CodeAction[]> {
    const [diagnostic] = await editor.diagnostics(uri);
    const actions = await editor.codeActions(uri, diagnostic as Diagnostic);
    return actions.filter((action) => action.title.startsWith(title));
}
