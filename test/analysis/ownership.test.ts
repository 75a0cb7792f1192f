/** Where imports are followed, a mistake may stand in another file: the report and its fix stay in this one. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { analyzeText } from "../../src/analyze-text.js";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "layer-shapes-ownership-"));
afterAll(() => {
    fs.rmSync(folder, { recursive: true });
});

const helper = `import * as tf from '@tensorflow/tfjs';
export const big = () => tf.layers.conv2d({ filters: 2, kernelSize: 9 });
export const options = { filters: 2, kernelSize: 3, stride: 2 };
export const first = () => tf.layers.lstm({ units: 8 });
`;

function problemsOf(code: string): { text: string; repairs: number; kind: string }[] {
    fs.writeFileSync(path.join(folder, "helper.js"), helper);
    const text = `import * as tf from '@tensorflow/tfjs';\nimport { big, options, first } from './helper.js';\n${code}`;
    const { analysis } = analyzeText(text, { filename: path.join(folder, "main.js"), cwd: folder });
    expect(analysis.modules).toHaveLength(2);
    return analysis.problems.map(({ kind, range, repairs }) => ({ kind, text: text.slice(range.start, range.end), repairs: repairs.length }));
}

describe("a mistake that stands in another file", () => {
    it("a layer made there is reported where it is applied", () => {
        expect(problemsOf("big().apply(tf.input({ shape: [4, 4, 1] }));")).toEqual([{ kind: "empty-output", text: "big().apply(tf.input({ shape: [4, 4, 1] }))", repairs: 0 }]);
    });

    it("an option written there is reported at the call, and not renamed", () => {
        expect(problemsOf("tf.layers.conv2d(options).apply(tf.input({ shape: [4, 4, 1] }));")).toEqual([{ kind: "option-unread", text: "tf.layers.conv2d(options)", repairs: 0 }]);
    });

    it("a layer upstream that was made there is not changed", () => {
        const code = "const x = first().apply(tf.input({ shape: [9, 4] }));\ntf.layers.gru({ units: 3 }).apply(x);";
        expect(problemsOf(code)).toEqual([{ kind: "rnn-sequences", text: "x", repairs: 0 }]);
    });
});
