/** Products of matrices and vectors, and linear algebra. */
import type { Datum } from "../catalogue/datum.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { boolean, raw, size } from "../catalogue/readers.js";
import { compare, compareOrder, constant, isAtLeast, minimum, unknown, type Dim } from "../shapes/dim.js";
import { unknownShape, type Shape } from "../shapes/shape.js";
import { upcast } from "./dtypes.js";
import { asTensor, asTensors, broadcastAnswers, checkLeastRank, checkRank, inSilence, checkSize, isFault, onShape, type Answer } from "./outcome.js";
import { optionalTensor, tensor, tensors } from "./readers.js";
import { op, type OpResult, type OpSpec, type TensorArgument } from "./spec.js";
import { stretchingBatches } from "./stuck.js";

const matrixArguments = {
    a: required(tensor()),
    b: required(tensor()),
    transposeA: optional(boolean(), false),
    transposeB: optional(boolean(), false),
};

interface Product {
    readonly a: TensorArgument;
    readonly b: TensorArgument;
    readonly transposeA: boolean | undefined;
    readonly transposeB: boolean | undefined;
}

export function multiplied({ a, b, transposeA, transposeB }: Product): Answer {
    const rank = checkLeastRank("a", a, 2) ?? checkLeastRank("b", b, 2);
    if (rank || a.shape === undefined || b.shape === undefined) {
        return rank;
    }
    if (transposeA === undefined || transposeB === undefined) {
        return unknownShape(Math.max(a.shape.length, b.shape.length));
    }
    const [rows, innerA] = lastTwo(transposeA);
    const [innerB, columns] = lastTwo(transposeB);
    const inner = checkInner([a.shape, b.shape], ["a", "b"], [innerA, innerB]);
    if (inner) {
        return inner;
    }
    const outer = broadcastAnswers(a.shape.slice(0, -2), b.shape.slice(0, -2), ["a", "b"]);
    if (isFault(outer)) {
        // Told of the whole shapes: the last two axes of each do not broadcast.
        return outer.kind === "broadcast" ? { ...outer, inputs: [a.shape, b.shape], axis: outer.axis - 2 } : outer;
    }
    return outer && [...outer, a.shape.at(rows) ?? unknown, b.shape.at(columns) ?? unknown];
}

/** The axes of rows and columns, from the end. */
function lastTwo(transposed: boolean): readonly [number, number] {
    return transposed ? [-1, -2] : [-2, -1];
}

function checkInner(inputs: readonly [Shape, Shape], names: readonly [string, string], [first, second]: readonly [number, number]): Fault | undefined {
    const a = inputs[0].at(first) ?? unknown;
    const b = inputs[1].at(second) ?? unknown;
    if (compare(a, b) !== "different") {
        return undefined;
    }
    const axes = [first + (first < 0 ? inputs[0].length : 0), second + (second < 0 ? inputs[1].length : 0)] as const;
    return { kind: "inner-size", inputs, names, axes, a, b, at: atOption(names[1]) };
}

const matMul = op({
    name: "matMul",
    args: matrixArguments,
    output: (product) => asTensor(multiplied(product)),
    dtype: ({ a, b }) => upcast(a.dtype, b.dtype),
    stuck: ({ a, b }) => stretchingBatches("matMul", [a.shape, b.shape]),
    source: "tfjs-backend-cpu 4.22.0 src/kernels/BatchMatMul.ts",
});

const fusedMatMul = op({
    name: "fused.matMul",
    args: { ...matrixArguments, bias: optionalTensor(), ...noEffect("activation", "preluActivationWeights", "leakyreluAlpha") },
    named: true,
    method: false,
    output({ bias, ...product }) {
        const result = multiplied(product);
        return asTensor(bias ? onShape(broadcastAnswers(result, bias.shape, ["the product", "bias"]), () => result) : result);
    },
    source: "tfjs-core 4.22.0 src/ops/fused/mat_mul.ts",
});

const dot = op({
    name: "dot",
    args: { t1: required(tensor()), t2: required(tensor()) },
    output({ t1, t2 }) {
        const rank = checkRank("t1", t1, 1, 2) ?? checkRank("t2", t2, 1, 2);
        if (rank || t1.shape === undefined || t2.shape === undefined) {
            return asTensor(rank);
        }
        return checkInner([t1.shape, t2.shape], ["t1", "t2"], [-1, 0]) ?? [...t1.shape.slice(0, -1), ...t2.shape.slice(1)];
    },
    dtype: ({ t1, t2 }) => upcast(t1.dtype, t2.dtype),
    source: "tfjs-core 4.22.0 src/ops/dot.ts",
});

const outerProduct = op({
    name: "outerProduct",
    args: { v1: required(tensor()), v2: required(tensor()) },
    method: false,
    output: ({ v1, v2 }) => asTensor(checkRank("v1", v1, 1) ?? checkRank("v2", v2, 1) ?? [v1.shape?.[0] ?? unknown, v2.shape?.[0] ?? unknown]),
    dtype: ({ v1, v2 }) => upcast(v1.dtype, v2.dtype),
    source: "tfjs-core 4.22.0 src/ops/outer_product.ts",
});

const einsum = op({
    name: "einsum",
    args: { equation: required(raw()), tensors: required(tensors()) },
    rest: true,
    method: false,
    output: ({ equation, tensors: list }) => asTensor(equation.kind === "string" ? summed(equation.value, list) : undefined),
    source: "tfjs-core 4.22.0 src/backends/einsum_util.ts, decodeEinsumEquation and checkEinsumDimSizes",
});

function summed(equation: string, list: readonly TensorArgument[] | undefined): Answer {
    const fault = (why: string): Fault => ({ kind: "equation", equation, why, at: atOption("equation") });
    const [inputs, output, ...more] = equation.replace(/\s/g, "").split("->");
    if (inputs === undefined || output === undefined || more.length > 0) {
        return fault("must have one arrow");
    }
    if (inputs.includes("...")) {
        return fault("must not have an ellipsis, which TensorFlow.js does not know");
    }
    const terms = inputs.split(",");
    if (list && terms.length !== list.length) {
        return fault(`is for ${terms.length} tensors, but there are ${list.length}`);
    }
    if (terms.length > 2) {
        return fault("is for more than two tensors, which TensorFlow.js does not take");
    }
    const repeated = terms.find((term) => new Set(term).size !== term.length);
    if (repeated !== undefined) {
        return fault(`names an axis twice in '${repeated}'`);
    }
    const strange = lettersOf(output).find((letter) => !inputs.includes(letter) || letter === ",");
    if (strange !== undefined) {
        return fault(`has '${strange}' in its result, but in none of its inputs`);
    }
    const sizes = sizesOf(terms, list);
    if ("kind" in sizes) {
        return sizes;
    }
    // An output that names an axis twice is not refused, and not a diagonal either.
    return new Set(output).size === output.length ? lettersOf(output).map((letter) => sizes.get(letter) ?? unknown) : undefined;
}

/** The library takes one UTF-16 unit as a letter. */
function lettersOf(term: string): readonly string[] {
    return Array.from({ length: term.length }, (_, index) => term.charAt(index));
}

function sizesOf(terms: readonly string[], list: readonly TensorArgument[] | undefined): ReadonlyMap<string, Dim> | Fault {
    const sizes = new Map<string, Dim>();
    const owners = new Map<string, number>();
    for (const [index, term] of terms.entries()) {
        const shape = list?.[index]?.shape;
        if (shape === undefined) {
            continue;
        }
        const at = atOption("tensors", index);
        if (shape.length !== term.length) {
            const fault: Fault = { kind: "input-rank", input: shape, expected: `rank ${term.length}`, at };
            return { ...fault, effect: shape.length < term.length ? "leaves out the letters without an axis, or throws" : "gives the axes without a letter no place, or throws" };
        }
        for (const [axis, letter] of lettersOf(term).entries()) {
            const dim = shape[axis] ?? unknown;
            const known = sizes.get(letter);
            if (known !== undefined && compare(known, dim) === "different") {
                const first = list?.[owners.get(letter) ?? 0]?.shape ?? [];
                const axes = [(terms[owners.get(letter) ?? 0] ?? "").indexOf(letter), axis] as const;
                return { kind: "inner-size", inputs: [first, shape], names: [`tensors[${owners.get(letter) ?? 0}]`, `tensors[${index}]`], axes, a: known, b: dim, at };
            }
            if (known === undefined || known.kind === "unknown") {
                sizes.set(letter, dim);
                owners.set(letter, index);
            }
        }
    }
    return sizes;
}

const bandPart = op({
    name: "linalg.bandPart",
    args: { a: required(tensor()), numLower: required(raw()), numUpper: required(raw()) },
    method: false,
    output({ a, numLower, numUpper }) {
        const rank = checkLeastRank("a", a, 2);
        if (rank || a.shape === undefined) {
            return asTensor(rank);
        }
        return checkBand(a.shape, -2, numLower, "numLower") ?? checkBand(a.shape, -1, numUpper, "numUpper") ?? a.shape;
    },
    dtype: ({ a }) => a.dtype,
    source: "tfjs-core 4.22.0 src/ops/linalg/band_part.ts",
});

function checkBand(shape: Shape, axis: number, given: Datum, option: string): Fault | undefined {
    const most = shape.at(axis) ?? unknown;
    if (given.kind !== "number" || compareOrder(constant(given.value), most) !== "greater") {
        return undefined;
    }
    return { kind: "slice-bounds", input: shape, axis: axis + shape.length, begin: constant(0), size: constant(given.value), at: atOption(option) };
}

const gramSchmidt = op({
    name: "linalg.gramSchmidt",
    args: { xs: required(raw()) },
    method: false,
    output({ xs }) {
        const [matrix, list] = [tensor("float32").read(xs), tensors().read(xs)];
        if (xs.kind === "tensor" && matrix.kind === "refused") {
            return { kind: "option-value", option: "xs", given: matrix.given ?? "another", expected: matrix.expected, at: atOption("xs") };
        }
        if (xs.kind === "tensor" && matrix.kind === "value") {
            return asTensor(inSilence(checkRank("xs", matrix.value, 2), "takes what lies along the first axis for the vectors") ?? (matrix.value.shape && (checkVectors(matrix.value.shape[0], matrix.value.shape[1]) ?? matrix.value.shape)));
        }
        return xs.kind === "list" && list.kind === "value" && list.value ? orthogonal(list.value) : undefined;
    },
    source: "tfjs-core 4.22.0 src/ops/linalg/gram_schmidt.ts",
});

function orthogonal(list: readonly TensorArgument[]): OpResult {
    const [first] = list;
    if (first === undefined) {
        return { kind: "input-count", count: 0, expected: "at least one tensor", at: atOption("xs") };
    }
    const length = first.shape?.[0] ?? unknown;
    for (const [index, { shape }] of list.entries()) {
        const wrong = shape && checkSize("xs", shape, 0, length, { what: "the length", why: "xs[0] has this length" });
        if (wrong) {
            return { ...wrong, at: atOption("xs", index) };
        }
    }
    return checkVectors(constant(list.length), length) ?? asTensors(list.map(({ shape }) => shape));
}

function checkVectors(count: Dim | undefined, length: Dim | undefined): Fault | undefined {
    if (!count || !length || compareOrder(count, length) !== "greater") {
        return undefined;
    }
    return { kind: "unsupported", what: "more vectors than they have components", when: "run", at: atOption("xs") };
}

const qr = op({
    name: "linalg.qr",
    args: { x: required(tensor("float32")), fullMatrices: optional(boolean(), false) },
    method: false,
    output({ x, fullMatrices }) {
        const rank = checkLeastRank("x", x, 2);
        const { shape } = x;
        if (rank || shape === undefined || fullMatrices === undefined) {
            return rank;
        }
        const [rows = unknown, columns = unknown] = shape.slice(-2);
        if (shape.length > 2) {
            // Both parts are given the shape of x at the end, which only squares have.
            const square = compare(rows, columns) !== "different" || shape.some((dim) => isAtLeast(dim, constant(1)) === "never");
            return square ? asTensors([shape, shape]) : { kind: "unsupported", what: "matrices that are not square in a tensor of rank above 2", when: "run", at: atOption("x") };
        }
        const inner = fullMatrices ? rows : minimum(rows, columns);
        return asTensors([[rows, inner], [inner, columns]]);
    },
    dtype: () => "float32",
    source: "tfjs-core 4.22.0 src/ops/linalg/qr.ts",
});

const confusionMatrix = op({
    name: "math.confusionMatrix",
    args: { labels: required(tensor()), predictions: required(tensor()), numClasses: required(size(2)) },
    method: false,
    output({ labels, predictions, numClasses }) {
        const rank = checkRank("labels", labels, 1) ?? checkRank("predictions", predictions, 1);
        const lengths = predictions.shape && checkSize("predictions", predictions.shape, 0, labels.shape?.[0] ?? unknown, { what: "the length", why: "there are so many labels" });
        return asTensor(rank ?? lengths ?? [numClasses, numClasses]);
    },
    dtype: () => "int32",
    source: "tfjs-core 4.22.0 src/ops/confusion_matrix.ts; src/ops/one_hot.ts",
});

export const matrixOps: readonly OpSpec[] = [matMul, fusedMatMul, dot, outerProduct, einsum, bandPart, gramSchmidt, qr, confusionMatrix];
