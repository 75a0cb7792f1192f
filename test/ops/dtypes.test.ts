/**
 * Every operation with a call that works, and each tensor of it in all dtypes by turns: the entry refuses those that
 * TensorFlow.js refuses, and what it says of the dtype of the result is so.
 */
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { tfjsMethods, tfjsOps } from "../../src/apis/tfjs-ops.js";
import type { DType } from "../../src/catalogue/dtype.js";
import type { OpCall } from "../../src/ops/engine.js";
import type { OpSpec } from "../../src/ops/spec.js";
import { Random } from "../fuzz/random.js";
import { applyTo, askLibrary, print, runLibrary, specOf, t, testRows, toDatum } from "./compare.js";
import { Arguments } from "./random-arguments.js";

const draws = 300;
const seed = 3;

/** What takes a page, values that only other operations make, or no tensor. */
const outside = /^(?:browser\.|image\.(?:decode|encode)|toTensor$|rand$|ragged|string\.|sparse\.)/;

const all: readonly DType[] = ["float32", "int32", "bool", "string", "complex64"];

/** These are refused by what computes them, if at all: another backend may take them. */
function isByBackend(path: string, dtype: DType): boolean {
    return dtype === "complex64" || (dtype === "string" && path.startsWith("concat"));
}

function ofDtype({ shape }: tf.Tensor, dtype: DType): tf.Tensor {
    switch (dtype) {
        case "complex64":
            return tf.complex(tf.zeros(shape), tf.zeros(shape));
        case "string":
            return tf.fill(shape, "a");
        default:
            return tf.zeros(shape, dtype);
    }
}

function isTensor(value: unknown): value is tf.Tensor {
    return value instanceof tf.Tensor;
}

/** The arguments with one of their tensors in another dtype, for each of their tensors. */
function* variants(args: readonly unknown[], dtype: DType): Generator<unknown[]> {
    for (const [index, arg] of args.entries()) {
        if (isTensor(arg)) {
            yield args.with(index, ofDtype(arg, dtype));
        } else if (typeof arg === "object" && arg !== null) {
            for (const [name, item] of Object.entries(arg)) {
                if (isTensor(item)) {
                    const changed = ofDtype(item, dtype);
                    yield args.with(index, Array.isArray(arg) ? arg.with(Number(name), changed) : { ...arg, [name]: changed });
                }
            }
        }
    }
}

/** Of one tensor, or of several that are all of one. */
function dtypeOfResult(value: unknown): string {
    const found = [value].flat().map((item) => (item instanceof tf.Tensor ? item.dtype : "none"));
    return new Set(found).size === 1 ? (found[0] ?? "none") : "none";
}

function told(dtype: OpCall["dtype"]): string {
    return typeof dtype === "string" ? dtype : "unknown";
}

async function workingCall(path: string, spec: OpSpec, method: boolean): Promise<unknown[] | undefined> {
    const drawn = new Arguments(new Random(seed));
    for (let draw = 0; draw < draws; draw++) {
        const args = drawn.draw(spec, method);
        const isSmall = args.flat(3).every((arg) => typeof arg !== "number" || Math.abs(arg) < 20);
        const isTaken = isSmall && [...variants(args, "int32")].length > 0 && applyTo(spec, args.map((arg) => toDatum(arg))).faults.length === 0;
        if (isTaken && (await askLibrary(path, args, method)) !== "throws") {
            return args;
        }
    }
    return undefined;
}

describe.each([
    ["functions", tfjsOps, false],
    ["methods", tfjsMethods, true],
] as const)("%s", (_name, table, method) => {
    test("take and give the dtypes that the library does", { timeout: 120_000 }, async () => {
        const wrong: string[] = [];
        let [refused, known, asked] = [0, 0, 0];
        for (const [path, spec] of Object.entries(table)) {
            const args = outside.test(path) ? undefined : await workingCall(path, spec, method);
            if (!args) continue;
            for (const dtype of all) {
                for (const changed of variants(args, dtype)) {
                    const library = await runLibrary(path, changed, method, dtypeOfResult);
                    const call = applyTo(spec, changed.map((arg) => toDatum(arg)));
                    const ours = call.faults.length > 0 ? "throws" : told(call.dtype);
                    const untold = ours === "unknown" || library === "none";
                    const fits = library === "throws" ? ours === "throws" || isByBackend(path, dtype) : ours !== "throws" && (untold || ours === library);
                    if (!fits) wrong.push(`${path}(${args.map(print).join(", ")}) with ${dtype}: ${library}, told ${ours}`);
                    if (library === "throws" && ours === "throws") refused++;
                    if (library !== "throws" && library !== "none") {
                        asked++;
                        if (ours !== "unknown") known++;
                    }
                }
            }
        }
        expect(wrong).toEqual([]);
        console.log(`${refused} refused; the dtype of ${known} results of ${asked} is told`);
        expect(refused).toBeGreaterThan(50);
        expect(known / asked).toBeGreaterThan(0.6);
    });
});

const i = (...shape: number[]): tf.Tensor => tf.ones(shape, "int32");
const b = (...shape: number[]): tf.Tensor => tf.ones(shape, "bool");

describe("numbers and truths become what is wanted, texts do not", () => {
    testRows([
        ["gather", [t(3), [0, 1]]],
        ["gather", [t(3), [true]]],
        ["where", [[1, 0], t(2), t(2)]],
        ["sqrt", [[1, 2]]],
        ["sqrt", [["a"]]],
        ["logicalNot", [[0, 1]]],
        ["fft", [[1, 2]]],
        ["oneHot", [[0, 1], 3]],
        ["oneHot", [t(2), 3]],
        ["oneHot", [i(2), 3]],
    ]);
});

describe("tensors that must be of one dtype", () => {
    testRows([
        ["stack", [[t(2), i(2)]]],
        ["stack", [[i(2), i(2)]]],
        ["stack", [[i(2), [1, 2]]]],
        ["stack", [[t(2), [1, 2]]]],
        ["addN", [[t(2), b(2)]]],
        ["concat", [[t(2), i(2)]], "whatever comes out is the backend's affair"],
        ["setdiff1dAsync", [i(2), t(2)]],
    ]);
});

describe("names of dtypes", () => {
    const names: readonly unknown[] = [undefined, "float32", "int32", "bool", "int", "float", "boolean", 5];
    testRows(
        names.flatMap((name) => [
            ["zeros", [[2], name]],
            ["ones", [[2], name]],
            ["fill", [[2], 1, name]],
            ["eye", [2, 2, undefined, name]],
            ["range", [0, 2, 1, name]],
            ["cast", [t(2), name]],
            ["scalar", [1, name]],
            ["tensor1d", [[1, 2], name]],
            ["tensor", [[1, 2], [2], name]],
            ["randomNormal", [[2], 0, 1, name]],
            ["randomUniform", [[2], 0, 1, name]],
            ["truncatedNormal", [[2], 0, 1, name]],
            ["oneHot", [[1], 2, 1, 0, name]],
            ["buffer", [[2], name]],
        ]),
    );
    testRows([
        ["cast", [tf.tensor1d(["a"]), "float32"]],
        ["cast", [t(2), "string"]],
    ]);
});

describe("a root is taken of float32 alone", () => {
    const orders: readonly unknown[] = [undefined, "euclidean", 1, Infinity, 2];
    testRows([t(2), i(2), b(2), i(), i(2, 2)].flatMap((x) => orders.map((order) => ["norm", [x, order]])));
    testRows([["norm", [i(2, 2), "fro", [0, 1]]], ["euclideanNorm", [i(2)]], ["euclideanNorm", [i()]]]);
});

test("what two of different dtypes make", () => {
    for (const path of ["add", "sub", "mul", "div", "divNoNan", "maximum", "minimum", "mod", "pow", "squaredDifference", "atan2", "floorDiv", "dot", "equal", "greater"]) {
        for (const x of [t(2), i(2), b(2)]) {
            for (const y of [t(2), i(2), b(2), 2, [1, 2]]) {
                const call = Reflect.get(tf, path) as (a: unknown, b: unknown) => tf.Tensor;
                expect(applyTo(specOf(path), [x, y].map((arg) => toDatum(arg))).dtype, `${path} ${x.dtype}`).toBe(path === "dot" && y === 2 ? undefined : call(x, y).dtype);
            }
        }
    }
});

test("what comes out under names", () => {
    for (const [path, make] of [["topk", (x: tf.Tensor) => tf.topk(x)], ["moments", (x: tf.Tensor) => tf.moments(x)]] as const) {
        for (const x of [t(2), i(2)]) {
            const real = Object.entries(make(x)).map(([name, value]) => [name, value.dtype]);
            expect(applyTo(specOf(path), [toDatum(x)]).dtype, path).toEqual(Object.fromEntries(real));
        }
    }
});
