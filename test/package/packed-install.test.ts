import fs from "node:fs";
import path from "node:path";
import type { ESLint } from "eslint";
import { describe, expect, it, vi } from "vitest";
import type { analyze } from "../../src/analyze.js";
import { packPlugin, projectWith, run, versionOf } from "./packed-project.js";

vi.setConfig({ testTimeout: 120_000 });

/** The founding example in JavaScript: without a stride of 2, no 4×4 input gives 8×8. */
const javaScript = (stride: number): string => `import * as tf from '@tensorflow/tfjs';

const image = tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], ${stride}, 'same');
image.print();
`;

const typeScript = (stride: number): string => `import * as tf from '@tensorflow/tfjs';

const kernel = tf.zeros([3, 3, 1, 1]) as tf.Tensor4D;
const image: tf.Tensor4D = tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), kernel, [1, 8, 8, 1], ${stride}, 'same');
image.print();
`;

const aboutDeconvolution: unknown = expect.stringMatching(/\bdeconv-output-shape$/);
const someDeconvolution: unknown = expect.arrayContaining([expect.objectContaining({ type: "conv2dTranspose" })]);

packPlugin();

describe.each([
    ["ESLint 10", "eslint"],
    ["ESLint 9", "eslint9"],
])("a JavaScript project with %s and nothing else", (_, eslint) => {
    const project = projectWith(() => [`eslint@${versionOf(eslint)}`], {
        "model.js": javaScript(1),
        "eslint.config.js": `
            import layerShapes from 'eslint-plugin-layer-shapes';
            export default [layerShapes.configs.recommended];
        `,
        "analyze.js": `
            import fs from 'node:fs';
            import { analyze } from 'eslint-plugin-layer-shapes/analyze';
            console.log(JSON.stringify(analyze(fs.readFileSync('model.js', 'utf8'), { filename: 'model.js' })));
        `,
    });

    it("has no TypeScript", () => {
        expect(fs.existsSync(path.join(project, "node_modules/typescript"))).toBe(false);
        expect(fs.existsSync(path.join(project, "node_modules/@typescript-eslint"))).toBe(false);
    });

    it("eslint reports the founding example", () => {
        expectFoundingReport(project, "model.js", 3);
    });

    it("analyze() gives the same problem, and where the operation stands", () => {
        // The cast holds: analyze.js prints what analyze() returns.
        const result = JSON.parse(run(project, "node", "analyze.js").stdout) as ReturnType<typeof analyze>;
        expect(result.problems.map(({ line, ruleId }) => [line, ruleId])).toEqual([
            [3, aboutDeconvolution],
        ]);
        expect(result.tensors).toContainEqual(
            expect.objectContaining({ line: 3, column: 15, type: "conv2dTranspose" }),
        );
    });

    it("layer-shapes summary prints it as JSON, and exits with 1", () => {
        expectSummary(project, "model.js");
    });

    it("eslint --fix writes the stride", () => {
        expectFixed(project, "model.js", javaScript(2));
    });
});

// typescript is what typescript-eslint asks for; it is named for its version alone.
describe.each([
    ["ESLint 10", "eslint"],
    ["ESLint 9", "eslint9"],
])("a TypeScript project with %s, typescript-eslint and nothing else", (_, eslint) => {
    const project = projectWith(
        () => [`eslint@${versionOf(eslint)}`, ...["typescript-eslint", "typescript"].map((name) => `${name}@${versionOf(name)}`)],
        {
            "model.ts": typeScript(1),
            "eslint.config.js": `
                import layerShapes from 'eslint-plugin-layer-shapes';
                import tseslint from 'typescript-eslint';
                export default [
                    { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
                    layerShapes.configs.recommended,
                ];
            `,
            "consumer.mts": `
                import plugin from 'eslint-plugin-layer-shapes';
                import { analyze } from 'eslint-plugin-layer-shapes/analyze';
                import { defineConfig } from 'eslint/config';
                export const lines: number[] = analyze('', { filename: 'a.ts' }).problems.map(({ line }) => line);
                export const outputs: (number | null | string)[][] = analyze('').layers
                    .flatMap(({ shapes }) => shapes.flatMap((shape) => shape.outputs));
                export default defineConfig([plugin.configs.recommended, plugin.configs.all]);
            `,
        },
    );

    it("eslint reports the founding example", () => {
        expectFoundingReport(project, "model.ts", 4);
    });

    it("layer-shapes summary prints it as JSON, and exits with 1", () => {
        expectSummary(project, "model.ts");
    });

    it("eslint --fix writes the stride", () => {
        expectFixed(project, "model.ts", typeScript(2));
    });

    it("the package's types hold without skipLibCheck", () => {
        const options = ["--noEmit", "--strict", "--module", "nodenext", "--skipLibCheck", "false"];
        const { stdout } = run(project, "npx", "--no-install", "tsc", "--pretty", "false", ...options, "consumer.mts");
        // What other packages' types lack is not ours to judge.
        const ours = /^(?:consumer\.mts|node_modules\/eslint-plugin-layer-shapes\/)/;
        expect(stdout.split("\n").filter((line) => ours.test(line))).toEqual([]);
    });
});

function expectFoundingReport(project: string, file: string, line: number): void {
    const { status, stdout, stderr } = run(project, "npx", "--no-install", "eslint", "--format", "json", file);
    expect(status, stderr).toBe(1);
    // The cast holds: this is what ESLint's JSON formatter prints.
    const [result] = JSON.parse(stdout) as ESLint.LintResult[];
    expect(result!.messages).toEqual([
        expect.objectContaining({ ruleId: "layer-shapes/deconv-output-shape", severity: 2, line }),
    ]);
    expect(result!.messages[0]!.message).toMatch(/8×8.*4×4/);
    expect(result!.messages[0]!.fix?.text).toContain("2");
}

function expectFixed(project: string, file: string, fixed: string): void {
    const { status, stdout, stderr } = run(project, "npx", "--no-install", "eslint", "--fix", "--format", "json", file);
    expect(status, stderr).toBe(0);
    expect(fs.readFileSync(path.join(project, file), "utf8")).toBe(fixed);
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ messages: [], output: fixed })]);
}

function expectSummary(project: string, file: string): void {
    const command = ["layer-shapes", "summary", "--format", "json", file];
    const { status, stdout, stderr } = run(project, "npx", "--no-install", ...command);
    expect(status, stderr).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
        files: [
            {
                path: file,
                layers: [],
                tensors: someDeconvolution,
                problems: [expect.objectContaining({ ruleId: aboutDeconvolution })],
            },
        ],
    });
}
