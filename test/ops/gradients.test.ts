/** What is said of operations and gradients is so: each is differentiated by each of its tensors in TensorFlow.js. */
import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { tfjsMethods, tfjsOps } from "../../src/apis/tfjs-ops.js";
import { fromNumbers, handingBack, passing, withoutGradient } from "../../src/ops/gradients.js";
import { Random } from "../fuzz/random.js";
import { applyTo, specOf, toDatum } from "./compare.js";
import { Arguments } from "./random-arguments.js";

await tf.setBackend("cpu");

function t(...shape: number[]): tf.Tensor {
    return tf.randomUniform(shape, 0.1, 1);
}

function whole(values: tf.TensorLike): tf.Tensor {
    return tf.tensor(values, undefined, "int32");
}

const truths = tf.tensor1d([true, false, true]);

const twoTensors: readonly unknown[] = [t(2, 3), t(2, 3)];
const oneTensor: readonly unknown[] = [t(2, 3)];

/** Arguments of those that take more than one tensor, or others than that. */
const calls: Readonly<Record<string, readonly unknown[]>> = {
    all: [truths],
    any: [truths],
    logicalNot: [truths],
    logicalAnd: [truths, truths],
    logicalOr: [truths, truths],
    logicalXor: [truths, truths],
    bitwiseAnd: [whole([1, 2]), whole([3, 4])],
    bincount: [whole([1, 2]), t(2), 4],
    denseBincount: [whole([1, 2]), t(2), 4],
    broadcastArgs: [whole([1, 2]), whole([1])],
    conv3dTranspose: [t(1, 2, 2, 2, 1), t(2, 2, 2, 1, 1), [1, 4, 4, 4, 1], 2, "same"],
    cumprod: [t(3)],
    cumsum: [t(2, 3), 1],
    depthToSpace: [t(1, 2, 2, 4), 2],
    einsum: ["ij,kj->ik", t(2, 3), t(4, 3)],
    gatherND: [t(3, 2), whole([[0, 1]])],
    lowerBound: [t(3), t(2)],
    upperBound: [t(3), t(2)],
    searchSorted: [t(3), t(2)],
    maxPoolWithArgmax: [t(1, 4, 4, 1), 2, 2, "valid"],
    multinomial: [t(3), 2],
    scatterND: [whole([[0], [1]]), t(2), [3]],
    sparseToDense: [whole([0, 1]), t(2), [3], tf.scalar(0)],
    stridedSlice: [t(6), [0], [6], [2]],
    tensorScatterUpdate: [t(3), whole([[0]]), t(1)],
    topk: [t(3), 2],
    unique: [t(3)],
    rfft: [t(1, 4)],
    "image.cropAndResize": [t(1, 4, 4, 1), tf.tensor2d([[0, 0, 1, 1]]), whole([0]), [2, 2]],
    "image.flipLeftRight": [t(1, 2, 2, 1)],
    "image.rgbToGrayscale": [t(2, 2, 3)],
    "image.rotateWithOffset": [t(1, 2, 2, 1), 0.5],
    "image.threshold": [tf.fill([2, 2, 1], 100)],
    "image.transform": [t(1, 4, 4, 1), tf.tensor2d([[1, 0, 0, 0, 1, 0, 0, 0]])],
    asScalar: [t(1)],
    batchNorm: [t(2, 3), t(3), t(3), t(3), t(3)],
    batchNorm2d: [t(2, 3), t(3), t(3), t(3), t(3)],
    batchNorm3d: [t(2, 2, 3), t(3), t(3), t(3), t(3)],
    batchNorm4d: [t(1, 2, 2, 3), t(3), t(3), t(3), t(3)],
    conv1d: [t(1, 4, 2), t(2, 2, 3), 1, "same"],
    conv2d: [t(1, 4, 4, 2), t(2, 2, 2, 3), 2, "same"],
    conv2dTranspose: [t(1, 2, 2, 3), t(2, 2, 2, 3), [1, 4, 4, 2], 2, "same"],
    conv3d: [t(1, 3, 3, 3, 2), t(2, 2, 2, 2, 3), 1, "valid"],
    depthwiseConv2d: [t(1, 4, 4, 2), t(2, 2, 2, 1), 1, "valid"],
    separableConv2d: [t(1, 4, 4, 2), t(2, 2, 2, 1), t(1, 1, 2, 3), 1, "same"],
    cast: [t(2, 3), "float32"],
    expandDims: [t(2, 3), 0],
    reshape: [t(2, 3), [6]],
    slice: [t(2, 3), [0, 1], [1, 2]],
    split: [t(2, 3), 3, 1],
    squeeze: [t(1, 3)],
    tile: [t(2, 3), [1, 2]],
    matMul: [t(2, 3), t(3, 2)],
    where: [truths, t(3), t(3)],
};

const binary: ReadonlySet<string> = new Set(["add", "complex", "div", "divNoNan", "equal", "greater", "less", "lessEqual", "maximum", "minimum", "mul", "notEqual", "pow", "prelu", "squaredDifference", "sub"]);

function argumentsOf(name: string): readonly unknown[] {
    return calls[name] ?? (binary.has(name) ? twoTensors : oneTensor);
}

function isTensor(value: unknown): value is tf.Tensor {
    return value instanceof tf.Tensor;
}

function call(name: string, args: readonly unknown[]): unknown {
    const [first, ...rest] = args;
    const owner = name in tfjsOps ? name.split(".").slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key) as object, tf) : (first as object);
    const run = Reflect.get(owner, name.split(".").at(-1) ?? "") as (...all: unknown[]) => unknown;
    return run.apply(owner, name in tfjsOps ? [...args] : rest);
}

function tensorsOf(value: unknown): tf.Tensor[] {
    return isTensor(value) ? [value] : Object.values(value as object).filter(isTensor);
}

/** What differentiating every result by every tensor comes to. */
function differentiate(name: string): string[] {
    const args = argumentsOf(name);
    return args.flatMap((arg, index) => {
        const takes = (x: tf.Tensor): unknown => call(name, args.with(index, x.cast((arg as tf.Tensor).dtype)));
        return isTensor(arg) ? tensorsOf(takes(arg)).map((_, result) => outcomeOf(() => tf.grad((x) => tf.sum(tf.abs((tensorsOf(takes(x))[result] ?? x)).cast("float32")))(arg.cast("float32")))) : [];
    });
}

function outcomeOf(body: () => unknown): string {
    try {
        body();
        return "a gradient";
    } catch (error) {
        return error instanceof Error && error.message.includes("gradient function not found") ? "none" : String(error);
    }
}

test.each([...withoutGradient])("%s has no gradient by any of its tensors", (name) => {
    const outcomes = differentiate(name);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(new Set(outcomes)).toEqual(new Set(["none"]));
});

test.each([...passing])("%s hands a gradient on to each of its tensors", (name) => {
    const outcomes = differentiate(name);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(new Set(outcomes)).toEqual(new Set(["a gradient"]));
});

/** Shapes for which the gradients of some operations, or of some of their tensors, cannot be computed. */
const stuckOrNot: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
    cumsum: [[t(2, 3)], [t(3)], [t(2, 3), -1], [t(2, 3), 1], [t(2, 3, 3), 1], [t(1, 1), 0]],
    matMul: [[t(4, 3, 2), t(2, 5)], [t(3, 2), t(4, 2, 5)], [t(1, 3, 2), t(4, 2, 5)], [t(4, 3, 2), t(4, 2, 5)], [t(1, 3, 2), t(2, 5)]],
    prod: [[t(2, 3)], [t(2, 3), -1], [t(2, 3), [0, -1]], [t(2, 3), 1]],
    split: [[t(2, 3), 1], [t(2, 3), [2]], [t(2, 3), 2], [t(2, 3), [1, 1]]],
    tile: [[t(1, 2, 1, 1), [2, 1, 2, 1]], [t(1, 2, 1, 1, 1), [2, 1, 2, 1, 1]]],
    unstack: [[t(1, 3)], [t(2, 1), 1], [t(2, 1), -1], [t(2, 3)]],
    ...Object.fromEntries(
        ["maximum", "minimum", "prelu", "squaredDifference"].map((name) => [name, [[t(2, 3), t(3)], [t(3), t(2, 3)], [t(2, 1), t(1, 3)], [t(2, 3), tf.scalar(1)], [t(1, 3), t(3)], [t(2, 3), t(2, 3)]]]),
    ),
};

test.each(Object.entries(stuckOrNot))("%s is stuck where TensorFlow.js throws", (name, rows) => {
    for (const args of rows) {
        const { stuck } = applyTo(specOf(name), args.map((arg) => toDatum(arg)));
        for (const [index, arg] of args.entries()) {
            if (isTensor(arg)) {
                const outcome = outcomeOf(() => tf.grad((x) => tf.sum(tensorsOf(call(name, args.with(index, x)))[0] ?? x))(arg));
                const isStuck = stuck !== undefined && stuck.inputs?.includes(index) !== false;
                expect({ args: args.map(String), index, isStuck }).toEqual({ args: args.map(String), index, isStuck: outcome !== "a gradient" });
            }
        }
    }
});

test("an entry of its own stands for every name", () => {
    const known = new Set([...Object.values(tfjsOps), ...Object.values(tfjsMethods)].map(({ name }) => name));
    expect([withoutGradient, passing, fromNumbers, handingBack].flatMap((names) => [...names]).filter((name) => !known.has(name))).toEqual([]);
});

test("no operation but those gives one of its own tensors back", { timeout: 60_000 }, () => {
    const drawn = new Arguments(new Random(3));
    const back = new Set<string>();
    let asked = 0;
    for (const [path, spec] of Object.entries(tfjsOps)) {
        let runs = 0;
        for (let draw = 0; draw < 60 && runs < 2; draw++) {
            const args = drawn.draw(spec, false);
            const isTaken = args.flat(3).every((arg) => typeof arg !== "number" || Math.abs(arg) < 20) && applyTo(spec, args.map((arg) => toDatum(arg))).faults.length === 0;
            if (spec.async || !isTaken || outcomeOf(() => call(path, args)) !== "a gradient") {
                continue;
            }
            runs++;
            const own = args.flatMap((arg) => (isTensor(arg) ? [arg] : Array.isArray(arg) ? arg.filter(isTensor) : []));
            const value = call(path, args);
            if (typeof value === "object" && value !== null && tensorsOf(value).some((tensor) => own.includes(tensor))) {
                back.add(path);
            }
        }
        asked += runs > 0 ? 1 : 0;
    }
    for (const tensor of [t(2), tf.ones([2], "int32")]) {
        expect(tf.losses.computeWeightedLoss(tensor, undefined, tf.Reduction.NONE)).toBe(tensor);
    }
    expect([...back].filter((path) => !handingBack.has(path))).toEqual([]);
    expect(asked).toBeGreaterThan(150);
});
