/** Where imports are followed, a mistake may stand in another file: the report and its fix stay in this one. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Analysis } from "../../src/analysis/analysis.js";
import { analyzeText } from "../../src/analyze-text.js";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "layer-shapes-ownership-"));
afterAll(() => {
    fs.rmSync(folder, { recursive: true });
});

const helper = `import * as tf from '@tensorflow/tfjs';
export const big = () => tf.layers.conv2d({ filters: 2, kernelSize: 9 });
export const options = { filters: 2, kernelSize: 3, stride: 2 };
export const upOptions = { filters: 2, padding: 'same', outputShape: [8, 8, 2] };
export const single = { ...upOptions, kernelSize: 3, strides: 1 };
export const keywords = { border_mode: 'same', dim_ordering: 'th' };
export const misspelt = { ...upOptions, kernelSize: 3, stride: 2 };
export const complete = (own) => ({ kernelSize: 3, ...own });
export const first = () => tf.layers.lstm({ units: 8 });
`;

function analysisOf(code: string): { text: string; analysis: Analysis } {
    fs.writeFileSync(path.join(folder, "helper.js"), helper);
    const text = `import * as tf from '@tensorflow/tfjs';\nimport { big, options, upOptions, single, keywords, misspelt, complete, first } from './helper.js';\n${code}`;
    const { analysis } = analyzeText(text, { filename: path.join(folder, "main.js"), cwd: folder });
    expect(analysis.modules).toHaveLength(2);
    return { text, analysis };
}

/** What each repair makes of the last line. */
function repairsOf(code: string): { automatic: boolean; code: string | undefined }[] {
    const { text, analysis } = analysisOf(code);
    return analysis.problems.flatMap(({ repairs }) => repairs).map(({ automatic, edits }) => {
        const mended = [...edits].sort((a, b) => b.start - a.start).reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
        return { automatic, code: mended.split("\n").at(-1) };
    });
}

function problemsOf(code: string): { text: string; repairs: number; kind: string }[] {
    const { text, analysis } = analysisOf(code);
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

    it("a stride that is missing there is added to the object in the call that it is spread into", () => {
        expect(repairsOf("tf.layers.conv2dTranspose({ ...upOptions, kernelSize: 3 }).apply(tf.input({ shape: [4, 4, 1] }));")).toEqual([
            { automatic: true, code: "tf.layers.conv2dTranspose({ ...upOptions, kernelSize: 3, strides: 2 }).apply(tf.input({ shape: [4, 4, 1] }));" },
        ]);
    });

    it("where the call has no object of its own, one is suggested", () => {
        const up = (options: string): string => `tf.layers.conv2dTranspose(${options}).apply(tf.input({ shape: [4, 4, 1] }));`;
        expect(repairsOf(up("complete(upOptions)"))).toEqual([{ automatic: false, code: up("{ ...complete(upOptions), strides: 2 }") }]);
    });

    it("so are keywords that stand there whole", () => {
        const up = (keywords: string): string => `Deconvolution2D(2, 3, 3, [null, 2, 8, 8], ${keywords})(Input({ shape: [1, 4, 4] }));`;
        const smaller = up("keywords").replace("8, 8", "4, 4");
        expect(repairsOf(up("keywords"))).toEqual([{ automatic: false, code: up("{ ...keywords, subsample: [2, 2] }") }, { automatic: false, code: smaller }]);
    });

    it("an object that is made there of options written here is not added to", () => {
        const up = (size: number): string => `complete({ filters: 2, padding: 'same', outputShape: [${size}, ${size}, 2] })`;
        const code = (options: string): string => `tf.layers.conv2dTranspose(${options}).apply(tf.input({ shape: [4, 4, 1] }));`;
        expect(repairsOf(code(up(8)))).toEqual([
            { automatic: false, code: code(`{ ...${up(8)}, strides: 2 }`) },
            { automatic: false, code: code(up(4)) },
        ]);
    });

    it("a stride that is wrong there is overruled in the call, by a suggestion", () => {
        expect(repairsOf("tf.layers.conv2dTranspose({ ...single, name: 'up' }).apply(tf.input({ shape: [4, 4, 1] }));")).toEqual([
            { automatic: false, code: "tf.layers.conv2dTranspose({ ...single, name: 'up', strides: 2 }).apply(tf.input({ shape: [4, 4, 1] }));" },
        ]);
    });

    it("as long as a stride is misspelt there, none is added here", () => {
        expect(repairsOf("tf.layers.conv2dTranspose({ ...misspelt, name: 'up' }).apply(tf.input({ shape: [4, 4, 1] }));")).toEqual([]);
    });
});
