/** Operations that make a tensor from a shape, a number or another tensor. */
import { atOption, type Fault } from "../catalogue/fault.js";
import type { DType } from "../catalogue/dtype.js";
import { noEffect, optional, required, type Option } from "../catalogue/options.js";
import { number, oneOf, raw, size } from "../catalogue/readers.js";
import { dimOf, dtypeOf, listDatum, numberDatum, undefinedDatum, unknownDatum, type Datum } from "../catalogue/datum.js";
import { compare, compareOrder, constant, subtract, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { dtypeOr, dtypeOrTheirs, sameDtype } from "./dtypes.js";
import { asTensor, sameShape } from "./outcome.js";
import { lengths, tensor, numbersOrTexts } from "./readers.js";
import { op, type OpSpec } from "./spec.js";

/** What all but `fill` say of the dtype. */
const float = dtypeOr("float32");
/** Of what is drawn from a curve there are no truths. */
const numeric = optional<DType | undefined>(oneOf("float32", "int32"), "float32");

/** Every operation whose first argument is the shape to make; the other arguments choose values. */
function filled(name: string, [before, dtype, after]: readonly [readonly string[], Option<DType | undefined>, readonly string[]], file: string): OpSpec {
    return op({
        name,
        args: { shape: required(lengths()), ...noEffect(...before), dtype, ...noEffect(...after) },
        method: false,
        output: ({ shape }) => asTensor(shape),
        dtype: ({ dtype: given }) => given,
        source: `tfjs-core 4.22.0 src/ops/${file}.ts, assertNonNegativeIntegerDimensions`,
    });
}

export const zeros = filled("zeros", [[], float, []], "zeros");
export const ones = filled("ones", [[], float, []], "ones");
export const rand = filled("rand", [["randFunction"], float, []], "rand");
export const randomNormal = filled("randomNormal", [["mean", "stdDev"], numeric, ["seed"]], "random_normal");
export const randomStandardNormal = filled("randomStandardNormal", [[], numeric, ["seed"]], "random_standard_normal");
export const randomUniform = filled("randomUniform", [["minval", "maxval"], float, ["seed"]], "random_uniform");
export const randomGamma = filled("randomGamma", [["alpha", "beta"], numeric, ["seed"]], "random_gamma");
export const truncatedNormal = filled("truncatedNormal", [["mean", "stdDev"], numeric, ["seed"]], "truncated_normal");
/** A TensorBuffer, not a tensor; its `shape` and what `toTensor()` gives are those of the tensor it stands for. */
export const buffer = filled("buffer", [[], float, ["values"]], "buffer");

export const randomUniformInt = op({
    name: "randomUniformInt",
    args: { shape: required(lengths()), ...noEffect("minval", "maxval", "seed") },
    method: false,
    output: ({ shape }) => asTensor(shape),
    dtype: () => "int32",
    source: "tfjs-core 4.22.0 src/ops/random_uniform_int.ts",
});

export const fill = op({
    name: "fill",
    args: { shape: required(lengths()), value: optional<Datum>(raw(), { kind: "unknown" }), dtype: dtypeOrTheirs() },
    method: false,
    output: ({ shape }) => asTensor(shape),
    dtype: ({ value, dtype }) => (dtype === "theirs" ? dtypeOf(value) : dtype),
    source: "tfjs-core 4.22.0 src/ops/fill.ts",
});

export const complex = op({
    name: "complex",
    args: { real: required(tensor()), imag: required(tensor()) },
    method: false,
    output: ({ real, imag }) => asTensor(sameShape(real.shape, imag.shape, ["real", "imag"])),
    dtype: () => "complex64",
    source: "tfjs-core 4.22.0 src/ops/complex.ts, assertShapesMatch",
});

export const variable = op({
    name: "variable",
    args: { initialValue: required(numbersOrTexts()), ...noEffect("trainable", "name"), dtype: dtypeOrTheirs() },
    output({ initialValue, dtype }) {
        const isOther = dtype !== "theirs" && dtype !== undefined && initialValue.dtype !== undefined && (dtype === "string") !== (initialValue.dtype === "string");
        return isOther ? { kind: "option-value", option: "dtype", given: `'${dtype}'`, expected: `that of the initial value, ${initialValue.dtype}`, at: atOption("dtype") } : asTensor(initialValue.shape);
    },
    dtype: ({ initialValue, dtype }) => (dtype === "theirs" ? initialValue.dtype : dtype),
    source: "tfjs-core 4.22.0 src/engine.ts, Engine.makeVariable",
});

export const eye = op({
    name: "eye",
    args: {
        numRows: required(size(0)),
        numColumns: optional<Dim | undefined>(size(0), undefined),
        batchShape: optional<Shape | undefined | "none">(lengths(), "none"),
        dtype: float,
    },
    method: false,
    dtype: ({ dtype }) => dtype,
    output({ numRows, numColumns, batchShape }) {
        if (batchShape === "none") {
            return [numRows, numColumns ?? numRows];
        }
        if (batchShape !== undefined && (batchShape.length < 1 || batchShape.length > 3)) {
            return { kind: "option-value", option: "batchShape", given: `${batchShape.length} sizes`, expected: "a list of one to three sizes", at: atOption("batchShape") };
        }
        return asTensor(batchShape && [...batchShape, numRows, numColumns ?? numRows]);
    },
    source: "tfjs-core 4.22.0 src/ops/eye.ts",
});

export const oneHot = op({
    name: "oneHot",
    args: { indices: required(tensor("int32")), depth: required(size(2)), onValue: optional(raw(), undefinedDatum), offValue: optional(raw(), undefinedDatum), dtype: dtypeOr("int32") },
    output: ({ indices, depth }) => asTensor(indices.shape && [...indices.shape, depth]),
    dtype: ({ dtype }) => dtype,
    values: ({ indices, depth, onValue, offValue }) => (onValue.kind === "undefined" && offValue.kind === "undefined" ? hotRows(indices.values, depth) : undefined),
    source: "tfjs-core 4.22.0 src/ops/one_hot.ts; tfjs-backend-cpu src/kernels/OneHot.ts",
});

/** Rows of labels are short; more than this in all nobody reads. */
const mostHot = 256;

/** Of a list of classes that is written out, a row for each. */
function hotRows(classes: Datum | undefined, depth: Dim): Datum | undefined {
    const length = depth.kind === "constant" && depth.value <= mostHot ? depth.value : undefined;
    if (length === undefined || classes?.kind !== "list" || classes.elements !== undefined || classes.items.some((item) => item.kind === "list")) {
        return undefined;
    }
    const rows = new Array<Datum | undefined>(length);
    const zeros = new Array<Datum>(length).fill(zero);
    const cold = listDatum(zeros);
    const unknownRow = listDatum(new Array<Datum>(length).fill(unknownDatum));
    return listDatum(
        classes.items.map((item) => {
            const hot = item.kind === "number" ? Math.trunc(item.value) : undefined;
            return hot === undefined ? unknownRow : hot >= 0 && hot < length ? (rows[hot] ??= listDatum(zeros.with(hot, one))) : cold;
        }),
    );
}

const zero = numberDatum(0);
const one = numberDatum(1);

export const diag = op({
    name: "diag",
    args: { x: required(tensor()) },
    method: false,
    output: ({ x }) => asTensor(x.shape && [...x.shape, ...x.shape]),
    dtype: sameDtype,
    source: "tfjs-backend-cpu 4.22.0 src/kernels/Diag.ts",
});

export const linspace = op({
    name: "linspace",
    args: { start: required(number()), stop: required(number()), num: required(raw()) },
    method: false,
    output({ num }) {
        if (num.kind === "number" && num.value <= 0) {
            return notPositive("num", num);
        }
        // A fraction makes an array of the whole number below it.
        return [num.kind === "number" ? constant(Math.floor(num.value)) : dimOf(num)];
    },
    dtype: () => "float32",
    source: "tfjs-core 4.22.0 src/ops/linspace.ts; src/backends/… linSpaceImpl",
});

function notPositive(option: string, datum: Datum & { readonly kind: "number" }): Fault {
    return { kind: "option-value", option, given: String(datum.value), expected: "a positive number", at: atOption(option) };
}

export const range = op({
    name: "range",
    args: {
        start: required(raw()),
        stop: required(raw()),
        step: optional<Datum>(raw(), { kind: "number", value: 1 }),
        dtype: float,
    },
    method: false,
    dtype: ({ dtype }) => dtype,
    output({ start, stop, step }) {
        if (step.kind === "number" && step.value === 0) {
            return { kind: "option-value", option: "step", given: "0", expected: "a number other than 0", at: atOption("step") };
        }
        return [rangeLength(start, stop, step)];
    },
    source: "tfjs-backend-cpu 4.22.0 src/kernels/Range_impl.ts, rangeImpl",
});

function rangeLength(start: Datum, stop: Datum, step: Datum): Dim {
    if (start.kind === "number" && stop.kind === "number" && step.kind === "number") {
        const [from, to, by] = [start.value, stop.value, step.value];
        // A step above 1 against the direction gives nothing, while steps up to 1 are turned around.
        const empty = from === to || (from < to && by < 0) || (to < from && by > 1);
        return empty ? constant(0) : constant(Math.abs(Math.ceil((to - from) / by)));
    }
    if (step.kind !== "number" || step.value !== 1) {
        return unknown;
    }
    const length = subtract(dimOf(stop), dimOf(start));
    const order = compareOrder(length, constant(0));
    return order === "greater" || order === "atLeast" || compare(length, constant(0)) === "equal" ? length : unknown;
}

export const creationOps: readonly OpSpec[] = [
    zeros, ones, fill, rand, randomNormal, randomStandardNormal, randomUniform, randomUniformInt, randomGamma, truncatedNormal,
    buffer, complex, variable, eye, oneHot, diag, linspace, range,
];
