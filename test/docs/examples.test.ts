/** The programs of docs/examples: what the README and the demo say of them holds. */
import fs from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import examples from "../../docs/examples/examples.json" with { type: "json" };
import plugin from "../../src/index.js";
import { runProgram, type OracleResult } from "../oracle/run-program.js";

const root = path.resolve(import.meta.dirname, "../../docs/examples");

function read(file: string): string {
    return fs.readFileSync(path.join(root, file), "utf8");
}

async function lint(file: string, fix = false): Promise<{ reports: { line: number; rule: string | undefined }[]; text: string }> {
    const eslint = new ESLint({
        cwd: root,
        fix,
        ignore: false,
        overrideConfigFile: true,
        overrideConfig: [{ files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } }, plugin.configs.recommended],
    });
    const text = read(file);
    const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
    const reports = result!.messages.map(({ line, ruleId }) => ({ line, rule: ruleId?.replace("layer-shapes/", "") }));
    return { reports, text: result!.output ?? text };
}

describe.each(examples)("$folder", ({ folder, extension, reports, afterFix }) => {
    const file = (version: string): string => `${folder}/${version}.${extension}`;
    const fixed = fs.existsSync(path.join(root, file("fixed"))) ? file("fixed") : file("right");

    it("the right version has no report", async () => {
        expect((await lint(file("right"))).reports).toEqual([]);
    });

    it("the broken version is reported at these lines", async () => {
        expect((await lint(file("broken"))).reports).toEqual(reports);
    });

    it(`--fix makes ${fixed} of it`, async () => {
        expect(await lint(file("broken"), true)).toEqual({ reports: afterFix, text: read(fixed) });
    });
});

/** What calls a program that only exports something. Keras programs have nothing to run on here. */
const callers: Readonly<Record<string, string>> = {
    "autoencoder/right.js": `
        import * as tf from '@tensorflow/tfjs';
        import { autoencoder } from './right.js';
        const model = autoencoder(3, 5, 2);
        tf.util.assertShapesMatch(model.predict(tf.zeros([1, 12, 20, 2])).shape, [1, 12, 20, 2]);
    `,
};

const runnable = examples.filter(({ folder }) => folder !== "founding").map(({ folder, extension }) => `${folder}/right.${extension}`);

describe("in TensorFlow.js", () => {
    it.each(runnable)("%s runs without an error", async (filename) => {
        const result = await run(filename);
        expect(result.error).toBeUndefined();
        expect(result.thrown).toEqual([]);
    });

    it("style-transfer/fixed.js runs as well, and has the shapes of the right version", async () => {
        const [fixed, right] = [await run("style-transfer/fixed.js"), await run("style-transfer/right.js")];
        expect(fixed.error).toBeUndefined();
        const outputs = ({ tensors }: OracleResult): unknown => tensors.map(({ type, applications }) => ({ type, applications }));
        expect(outputs(fixed)).toEqual(outputs(right));
    });
});

function run(filename: string): Promise<OracleResult> {
    const caller = callers[filename];
    const code = read(filename);
    return caller === undefined ? runProgram(code, { filename }) : runProgram(caller, { filename: `${path.dirname(filename)}/caller.js`, modules: { [filename]: code } });
}
