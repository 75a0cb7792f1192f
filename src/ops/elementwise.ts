/** Operations that work element by element: on one tensor, on two that broadcast, or on several of one shape. */
import { atOption } from "../catalogue/fault.js";
import type { DType } from "../catalogue/dtype.js";
import { noEffect, required } from "../catalogue/options.js";
import { raw, type Reader } from "../catalogue/readers.js";
import { checkMixed, checkOneDtype, commonDtype, counted, requiredDtype, upcast } from "./dtypes.js";
import { asFirst, asTensor, broadcastAnswers, sameShape, type Answer } from "./outcome.js";
import { numbersOrTexts, tensor, tensorList } from "./readers.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";
import { stretching } from "./stuck.js";

/** Operations on one tensor, with the arguments they take beside it: none of those touches the shape. */
const unary = {
    abs: [],
    acos: [],
    acosh: [],
    asin: [],
    asinh: [],
    atan: [],
    atanh: [],
    ceil: [],
    clipByValue: ["clipValueMin", "clipValueMax"],
    clone: [],
    cos: [],
    cosh: [],
    elu: [],
    erf: [],
    exp: [],
    expm1: [],
    floor: [],
    imag: [],
    isFinite: [],
    isInf: [],
    isNaN: [],
    leakyRelu: ["alpha"],
    log: [],
    log1p: [],
    logSigmoid: [],
    logicalNot: [],
    neg: [],
    onesLike: [],
    real: [],
    reciprocal: [],
    relu: [],
    relu6: [],
    round: [],
    rsqrt: [],
    selu: [],
    sigmoid: [],
    sign: [],
    sin: [],
    sinh: [],
    softplus: [],
    sqrt: [],
    square: [],
    step: ["alpha"],
    tan: [],
    tanh: [],
    zerosLike: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Unary operations that are functions only, not methods of a tensor. */
const unaryFunctions: readonly string[] = ["imag", "real"];

/** Methods that are no functions of the library by themselves: `x.toFloat()`. */
const unaryMethods = { toBool: [], toFloat: [], toInt: [], toTensor: [] } as const;

/** Arguments without which these throw, whatever they are. */
const needed: ReadonlySet<string> = new Set(["clipValueMin", "clipValueMax"]);

/** Those that take one dtype, or two. */
const taken: Readonly<Record<string, readonly DType[]>> = {
    ...Object.fromEntries(["ceil", "cos", "cosh", "elu", "floor", "log", "rsqrt", "sigmoid", "sin", "sqrt", "tan", "tanh"].map((name) => [name, ["float32"]])),
    erf: ["float32", "int32"],
    imag: ["complex64"],
    logicalNot: ["bool"],
    real: ["complex64"],
};

/** Those that take texts as well. */
const takesTexts: ReadonlySet<string> = new Set(["clone", "toTensor"]);

/** Those that give one dtype, whatever they get. */
const given: Readonly<Record<string, DType>> = {
    ...Object.fromEntries(["erf", "exp", "imag", "leakyRelu", "real", "toFloat"].map((name) => [name, "float32"])),
    ...Object.fromEntries(["isFinite", "isInf", "isNaN", "toBool"].map((name) => [name, "bool"])),
    toInt: "int32",
};

/** Those that give what they get. Of the others that is sure of float32 alone: what backends make of the rest is their own affair. */
const keeping: ReadonlySet<string> = new Set(["clipByValue", "clone", "logicalNot", "neg", "onesLike", "relu", "sign", "square", "toTensor", "zerosLike"]);

function sameAs(name: string, others: readonly string[], method: boolean): OpSpec {
    return op({
        name,
        args: { x: required(takesTexts.has(name) ? numbersOrTexts() : tensor(...(taken[name] ?? []))), ...Object.fromEntries(others.filter((other) => needed.has(other)).map((other) => [other, required(raw())])), ...noEffect(...others.filter((other) => !needed.has(other))) },
        ...(method ? {} : { method: false }),
        output: ({ x }) => asFirst(x),
        dtype: ({ x }) => given[name] ?? (keeping.has(name) || x.dtype === "float32" ? x.dtype : undefined),
        source: `tfjs-core 4.22.0 src/ops, ${name}: the kernel's output has the shape of its input`,
    });
}

const unaryOps = listOf(unary, (name, others) => sameAs(name, others, !unaryFunctions.includes(name)));
const unaryMethodOps = listOf(unaryMethods, (name, others) => sameAs(name, others, true));

/** Numbers do not become texts, nor texts numbers. */
function casting(name: string): OpSpec {
    return op({
        name,
        args: { x: required(tensor()), dtype: requiredDtype() },
        output({ x, dtype }) {
            if (x.dtype !== undefined && dtype !== undefined && (x.dtype === "string") !== (dtype === "string")) {
                return { kind: "option-value", option: "dtype", given: `'${dtype}'`, expected: x.dtype === "string" ? "'string', as the tensor's is" : "a dtype of numbers", at: atOption("dtype") };
            }
            return asFirst(x);
        },
        dtype: ({ dtype }) => dtype,
        source: "tfjs-core 4.22.0 src/ops/cast.ts",
    });
}

/** Operations on two tensors that broadcast, with the names of the two. */
const binary = {
    add: ["a", "b"],
    atan2: ["a", "b"],
    div: ["a", "b"],
    divNoNan: ["a", "b"],
    equal: ["a", "b"],
    floorDiv: ["a", "b"],
    greater: ["a", "b"],
    greaterEqual: ["a", "b"],
    less: ["a", "b"],
    lessEqual: ["a", "b"],
    logicalAnd: ["a", "b"],
    logicalOr: ["a", "b"],
    logicalXor: ["a", "b"],
    maximum: ["a", "b"],
    minimum: ["a", "b"],
    mod: ["a", "b"],
    mul: ["a", "b"],
    notEqual: ["a", "b"],
    pow: ["base", "exp"],
    prelu: ["x", "alpha"],
    squaredDifference: ["a", "b"],
    sub: ["a", "b"],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** Questions, whose answers are truths; and those that ask truths. */
const comparing = /^(?:equal|notEqual|greater|greaterEqual|less|lessEqual)$/;
const logical = /^logical/;

function binaryDtype(name: string, a: TensorArgument | undefined, b: TensorArgument | undefined): DType | undefined {
    if (comparing.test(name) || logical.test(name)) {
        return "bool";
    }
    switch (name) {
        case "floorDiv":
            return "int32";
        case "prelu":
            return "float32";
        case "maximum":
        case "minimum":
            return counted(upcast(a?.dtype, b?.dtype));
        default:
            return upcast(a?.dtype, b?.dtype);
    }
}

function operand(name: string): Reader<TensorArgument> {
    return comparing.test(name) ? numbersOrTexts() : logical.test(name) ? tensor("bool") : tensor();
}

/** Those whose gradients by these of their tensors are as large as what comes out. */
const unsummed: Readonly<Record<string, readonly number[]>> = { maximum: [0, 1], minimum: [0, 1], prelu: [0], squaredDifference: [0, 1] };

const binaryOps = listOf(binary, (name, [first, second]) =>
    op({
        name,
        args: { [first]: required(operand(name)), [second]: required(operand(name)) },
        output: (args) => checkMixed(args[first], args[second], [first, second]) ?? asTensor(broadcastAnswers(args[first]?.shape, args[second]?.shape, [first, second])),
        dtype: (args) => binaryDtype(name, args[first], args[second]),
        stuck: (args) => stretching(name, [args[first]?.shape, args[second]?.shape], [first, second], unsummed[name] ?? []),
        source: "tfjs-core 4.22.0 src/ops/broadcast_util.ts, assertAndGetBroadcastShape",
    }),
);

export const bitwiseAnd = op({
    name: "bitwiseAnd",
    args: { x: required(tensor("int32")), y: required(tensor("int32")) },
    method: false,
    output: ({ x, y }) => asTensor(sameShape(x.shape, y.shape, ["x", "y"])),
    dtype: () => "int32",
    source: "tfjs-core 4.22.0 src/ops/bitwise_and.ts",
});

export const addN = op({
    name: "addN",
    args: { tensors: required(tensorList()) },
    method: false,
    output({ tensors: all }) {
        if (all && "each" in all) {
            return asTensor(all.each.shape);
        }
        if (all?.length === 0) {
            return { kind: "input-count", count: 0, expected: "at least one tensor", at: atOption("tensors") };
        }
        return asTensor(checkOneDtype(all, "tensors") ?? all?.reduce<Answer>((sum, { shape }, index) => sameShape(sum, shape, ["tensors[0]", `tensors[${index}]`]), undefined));
    },
    dtype: ({ tensors: all }) => commonDtype(all),
    source: "tfjs-core 4.22.0 src/ops/add_n.ts",
});

const whereSource = "tfjs-core 4.22.0 src/ops/where.ts";

function selected(condition: Answer, a: Answer, b: Answer): Answer {
    return broadcastAnswers(broadcastAnswers(condition, a, ["condition", "a"]), b, ["condition", "b"]);
}

export const where = op({
    name: "where",
    args: { condition: required(tensor("bool")), a: required(tensor()), b: required(tensor()) },
    method: false,
    output: ({ condition, a, b }) => asTensor(selected(condition.shape, a.shape, b.shape)),
    dtype: ({ a, b }) => upcast(a.dtype, b.dtype),
    source: whereSource,
});

/** `x.where(condition, other)` is `tf.where(condition, x, other)`. */
export const whereMethod = op({
    name: "where",
    args: { a: required(tensor()), condition: required(tensor("bool")), b: required(tensor()) },
    output: ({ condition, a, b }) => asTensor(selected(condition.shape, a.shape, b.shape)),
    dtype: ({ a, b }) => upcast(a.dtype, b.dtype),
    source: whereSource,
});

function listOf<T>(names: Readonly<Record<string, T>>, make: (name: string, value: T) => OpSpec): readonly OpSpec[] {
    return Object.entries(names).map(([name, value]) => make(name, value));
}

export const elementwiseOps: readonly OpSpec[] = [...unaryOps, casting("cast"), ...binaryOps, bitwiseAnd, addN, where];
export const elementwiseMethods: readonly OpSpec[] = [...unaryMethodOps, casting("asType"), whereMethod];
