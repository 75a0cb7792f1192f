/** Every automatic fix of a program that TensorFlow.js can run, run after fixing: no NaN, and what was declared. */
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyze } from "../../src/analyze.js";
import { analyzeText } from "../../src/analyze-text.js";
import type { DeconvolutionSetup } from "../../src/catalogue/fault.js";
import { toData } from "../../src/shapes/dim.js";
import { hasNaN } from "../oracle/grid.js";
import { runProgram, type OracleResult } from "../oracle/run-program.js";
import { indirectCalls } from "../rules/deconv-output-shape/indirect-calls.js";
import { sizes } from "../rules/deconv-output-shape/sizes.js";
import { tables } from "../rules/deconv-output-shape/tables.js";
import type { InvalidCase } from "../rules/test-rule.js";

const filename = "program.ts";

// Sizes that are not numbers stand in functions that nobody calls.
const fixed = Object.values(tables)
    .filter((table) => table !== sizes)
    .flatMap((table) => table.invalid.map((one) => ({ ...one, isSeen: table !== indirectCalls && !one.code.includes("timeDistributed") })))
    .flatMap(({ isSeen, ...one }): { name: string; code: string; output: string; isSeen: boolean }[] => {
        const output = lastOutput(one);
        return output !== undefined && isTfjs(one.code) && isRight(output) ? [{ name: one.name, code: one.code, output, isSeen }] : [];
    });

function lastOutput({ output }: InvalidCase): string | undefined {
    return typeof output === "string" ? output : output?.at(-1);
}

/** Keras style names no library to run, and where a program runs here, the library is no global. */
function isTfjs(code: string): boolean {
    return !/\bDeconvolution[23]D\b|\bConv[23]DTranspose\b|\bglobalThis\b/.test(code);
}

/** Where the fix leaves a report, there is more to mend. */
function isRight(output: string): boolean {
    return analyze(output, { filename }).problems.length === 0;
}

/** Deconvolutions that gave NaN, or whose declared shape the ordinary convolution does not take back to the input. */
let wrong: string[] = [];

interface Kernels {
    runKernel(this: unknown, name: string, inputs: Record<string, tf.Tensor>, attrs: Record<string, unknown>): tf.Tensor;
}
// All operations of the library come to this method.
const engine = Object.getPrototypeOf(tf.engine()) as Kernels;
const original = Object.getOwnPropertyDescriptor(engine, "runKernel")!;

beforeAll(() => {
    const runKernel = original.value as Kernels["runKernel"];
    engine.runKernel = function (name, inputs, attrs) {
        const result = runKernel.call(this, name, inputs, attrs);
        if (name === "Conv2DBackpropInput" || name === "Conv3DBackpropInputV2") {
            tf.tidy(() => {
                check(name, inputs, attrs, result);
            });
        }
        return result;
    };
});

afterAll(() => {
    Object.defineProperty(engine, "runKernel", original);
});

function check(name: string, inputs: Record<string, tf.Tensor>, { inputShape, strides, pad, dimRoundingMode }: Record<string, unknown>, result: tf.Tensor): void {
    const image = tf.ones(inputShape as number[]);
    const back =
        name === "Conv2DBackpropInput"
            ? tf.conv2d(image as tf.Tensor4D, inputs["filter"] as tf.Tensor4D, strides as number, pad as "same", "NHWC", 1, dimRoundingMode as "floor")
            : tf.conv3d(image as tf.Tensor5D, inputs["filter"] as tf.Tensor5D, strides as number, pad as "same");
    if (hasNaN(result)) {
        wrong.push(`NaN in ${result.shape.join("×")}`);
    }
    if (back.shape.join("×") !== inputs["dy"]!.shape.join("×")) {
        wrong.push(`${result.shape.join("×")} goes back to ${back.shape.join("×")}, not ${inputs["dy"]!.shape.join("×")}`);
    }
}

describe("every automatic fix of a TensorFlow.js program", () => {
    it("is tried", () => {
        expect(fixed.length).toBeGreaterThan(50);
    });

    it.each(fixed)("$name", async ({ code, output, isSeen }) => {
        wrong = [];
        const result = await runProgram(output, { filename });
        expect(result.error).toBeUndefined();
        expect(wrong).toEqual([]);
        const reported = deconvolutionsIn(code);
        expect(reported).not.toEqual([]);
        // What `call` and the like give, and wrapped layers, is not noted down by the run; what the kernel gives is looked at all the same.
        for (const { start, firstLength, setup } of isSeen ? reported : []) {
            const lengths = setup.declaredLengths.map(toData);
            expect(outputsAt(result, start).map((shape) => shape.slice(firstLength, firstLength + lengths.length))).toContainEqual(lengths);
        }
    });

    it.each(fixed.filter(({ code }) => !code.includes("layers.")))("was needed: $name", async ({ code }) => {
        wrong = [];
        const { error } = await runProgram(code, { filename });
        expect([...wrong, ...(error ? [error.message] : [])]).not.toEqual([]);
    });
});

interface Reported {
    /** Where the call starts, which no fix changes. */
    readonly start: { readonly line: number; readonly column: number };
    /** Index of the first length in what comes out. */
    readonly firstLength: number;
    readonly setup: DeconvolutionSetup;
}

function deconvolutionsIn(code: string): Reported[] {
    const { analysis, locate } = analyzeText(code, { filename });
    return analysis.problems.flatMap(({ fault, finding }): Reported[] => {
        const format = finding.given?.options.get("dataFormat")?.datum;
        const isFirst = format?.kind === "string" && format.value === "channelsFirst";
        return fault.kind === "deconv-length" ? [{ start: locate(finding.call.range[0]), firstLength: isFirst ? 2 : 1, setup: fault.setup }] : [];
    });
}

function outputsAt({ layers: made, tensors }: OracleResult, start: Reported["start"]): (number | null)[][] {
    const sites = [...made, ...tensors].filter(({ line, column }) => line === start.line && column === start.column);
    return sites.flatMap(({ applications, eager }) => [...applications, ...eager].flatMap(({ outputs }) => outputs));
}
