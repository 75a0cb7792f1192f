/** Functions of other files: what they make of wrong arguments is reported at the call in the file under judgement. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Linter } from "eslint";
import { afterAll, describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";
import plugin from "../../src/index.js";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "layer-shapes-callers-"));

afterAll(() => {
    fs.rmSync(folder, { recursive: true });
});

const helper = `import * as tf from '@tensorflow/tfjs';
export const flat = (x, size) => x.reshape([size]);
export const up = (x, shape) => tf.conv2dTranspose(x, tf.zeros([3, 3, 1, 1]), shape, 2, 'same');
export const dense = (options) => tf.layers.dense(options);
export const wrong = (x) => { tf.zeros([2, 3]).reshape([7]); return x; };
export const safe = (x, size) => { try { return x.reshape([size]); } catch { return x; } };
export const outer = (x, size) => flat(x, size);
export const run = (f, x) => f(x);
export const either = (x, size) => { if (size > 1) { return x; } return x.reshape([7]); };
export const kinds = (options) => (options.type === 'flat' ? tf.layers.flatten() : tf.layers.dense(options));
export const spread = (x) => tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2 }).apply(x);
export class Net {
    constructor(inputs) {
        this.model = tf.sequential({ layers: [dense({ units: 2, inputShape: [inputs] })] });
    }
    predict(rows) {
        return this.model.predict(rows);
    }
}
`;

/** Where each problem stands, and what is said. */
function problemsOf(code: string): [text: string, message: string][] {
    fs.writeFileSync(path.join(folder, "helper.js"), helper);
    const text = `import * as tf from '@tensorflow/tfjs';\nimport { flat, up, dense, wrong, safe, outer, run, spread, either, kinds, Net } from './helper.js';\n${code}`;
    const lines = text.split("\n");
    const { problems } = analyze(text, { filename: path.join(folder, "main.js"), cwd: folder });
    return problems.map(({ line, column, endColumn, message }) => [lines[line - 1]?.slice(column - 1, endColumn - 1) ?? "", message]);
}

describe("reported at the call", () => {
    test("what an operation gets there", () => {
        expect(problemsOf("flat(tf.zeros([5, 7]), 35);\nflat(tf.zeros([5, 7]), 36);\nflat(tf.zeros([5, 8]), 36);")).toEqual([
            ["flat(tf.zeros([5, 7]), 36)", "`reshape` gets [5, 7] (35 elements), but its target [36] holds 36. It happens in helper.js, line 2."],
            ["flat(tf.zeros([5, 8]), 36)", "`reshape` gets [5, 8] (40 elements), but its target [36] holds 36. It happens in helper.js, line 2."],
        ]);
    });

    test("an argument, and an option that stands in this file", () => {
        expect(problemsOf("up(tf.zeros([1, 4, 4, 1]), [1, 16, 16, 1]);")).toEqual([
            ["up(tf.zeros([1, 4, 4, 1]), [1, 16, 16, 1])", "outputShape is 16×16, but strides 2 make 7×7 to 8×8 of a 4×4 input (kernel 3×3, 'same'). strides 4 would make 16×16. It happens in helper.js, line 3."],
        ]);
        expect(problemsOf("dense({ units: -1, inputShape: [3] });")).toEqual([["-1", "`units` is -1, but must be a positive integer. It happens in helper.js, line 4."]]);
    });

    test("methods, and functions that call others of their own file", () => {
        expect(problemsOf("const net = new Net(4);\nnet.predict(tf.zeros([2, 5]));\nouter(tf.zeros([2]), 3);")).toEqual([
            ["net.predict(tf.zeros([2, 5]))", "`predict` gets inputs of [2, 5], but the model's input is [null, 4]. It happens in helper.js, line 17."],
            ["outer(tf.zeros([2]), 3)", "`reshape` gets [2] (2 elements), but its target [3] holds 3. It happens in helper.js, line 2."],
        ]);
    });

    test("what is this file's own code is reported there as ever", () => {
        expect(problemsOf("run((x) => x.reshape([3]), tf.zeros([2]));")).toEqual([["[3]", "`reshape` gets [2] (2 elements), but its target [3] holds 3."]]);
    });
});

describe("silent", () => {
    test.each([
        ["a mistake of the other file's own, whatever it is given", "wrong(tf.zeros([2]));"],
        ["what is legal, and hardly meant", "spread(tf.input({ shape: [4, 4, 1] }));"],
        ["what the other file is prepared for", "safe(tf.zeros([2]), 3);"],
        ["what it comes to after asking something that is not known of this call", "const n = Number(process.argv[2]);\neither(tf.zeros([2]), n);"],
        ["what it reads itself of the options it is given", "kinds({ type: 'dense', units: 2, inputShape: [3] });"],
        ["what is tested to fail", "test('fails', () => { expect(() => flat(tf.zeros([2]), 3)).toThrow(); });"],
    ])("%s", (_name, code) => {
        expect(problemsOf(code)).toEqual([]);
    });
});

test("ESLint says the same", () => {
    fs.writeFileSync(path.join(folder, "helper.js"), helper);
    const linter = new Linter({ cwd: folder, configType: "flat" });
    const messages = linter.verify("import { flat } from './helper.js';\nimport * as tf from '@tensorflow/tfjs';\nflat(tf.zeros([5, 7]), 36);", plugin.configs.recommended, { filename: path.join(folder, "main.js") });
    expect(messages.map(({ ruleId, line, message, fix, suggestions }) => ({ ruleId, line, message, fix, suggestions }))).toEqual([
        { ruleId: "layer-shapes/reshape-size", line: 3, message: "`reshape` gets [5, 7] (35 elements), but its target [36] holds 36. It happens in helper.js, line 2.", fix: undefined, suggestions: undefined },
    ]);
});
