/** Normalisation, dropout and recurrent cells: operations that layers are made of. */
import { atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { boolean, raw, shape as anyShape } from "../catalogue/readers.js";
import { compare, constant, divide, modulo, unknown } from "../shapes/dim.js";
import { broadcast, type Shape } from "../shapes/shape.js";
import { asFirst, asTensor, asTensors, broadcastAnswers, checkRank, isFault, onShape, sameShape, type Answer } from "./outcome.js";
import { concatenated } from "./joining.js";
import { multiplied } from "./matrix.js";
import { optionalTensor, tensor } from "./readers.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";

const statistics = ["mean", "variance", "offset", "scale"] as const;
type Statistics = Readonly<Record<(typeof statistics)[number], TensorArgument | undefined>>;

/** batchNorm, and batchNorm2d … batchNorm4d, which take one rank of x, and statistics of that rank or of rank 1. */
function batchNorm(name: string, rank: number | undefined): OpSpec {
    return op({
        name,
        args: { x: required(tensor()), mean: required(tensor()), variance: required(tensor()), offset: optionalTensor(), scale: optionalTensor(), ...noEffect("varianceEpsilon") },
        ...(rank === undefined ? {} : { method: false }),
        output: ({ x, ...given }) => (rank === undefined ? undefined : checkRanks(x, given, rank)) ?? checkStatistics(x, given) ?? asFirst(x),
        // tfjs-core 4.22.0 src/gradients/FusedBatchNorm_grad.ts reads both.
        stuck: ({ offset, scale }) => (scale === undefined || offset === undefined ? { what: `\`${name}\` without its ${scale === undefined ? "scale" : "offset"}` } : undefined),
        source: "tfjs-core 4.22.0 src/ops/batchnorm.ts; tfjs-backend-cpu src/kernels/BatchNorm.ts",
    });
}

function checkRanks(x: TensorArgument, given: Statistics, rank: number): Fault | undefined {
    const wrong = checkRank("x", x, rank);
    return wrong ?? statistics.map((name) => given[name] && checkRank(name, given[name], 1, rank)).find((fault) => fault !== undefined);
}

function checkStatistics({ shape }: TensorArgument, given: Statistics): Fault | undefined {
    const meanRank = given.mean?.shape?.length;
    for (const name of statistics) {
        const own = given[name]?.shape;
        if (own === undefined) {
            continue;
        }
        if (meanRank !== undefined && own.length !== meanRank) {
            return { kind: "input-rank", input: own, expected: `rank ${meanRank}, that of mean`, at: atOption(name) };
        }
        const fit = shape && broadcast(shape, own);
        if (shape && fit?.kind === "conflict") {
            const effect = "repeats the values as often as they are needed, or throws, as its backend may be";
            return { kind: "broadcast", inputs: [shape, own], names: ["x", name], axis: fit.axis, a: fit.a, b: fit.b, at: atOption(name), effect };
        }
    }
    return undefined;
}

const localResponseNormalization = op({
    name: "localResponseNormalization",
    args: { x: required(tensor()), ...noEffect("depthRadius", "bias", "alpha", "beta") },
    output: ({ x }) => asTensor(checkRank("x", x, 3, 4) ?? x.shape),
    source: "tfjs-core 4.22.0 src/ops/local_response_normalization.ts",
});

const dropout = op({
    name: "dropout",
    args: { x: required(tensor("float32")), rate: required(raw()), noiseShape: optional<Shape | undefined | "own">(anyShape(), "own"), ...noEffect("seed") },
    method: false,
    output({ x, rate, noiseShape }) {
        if (rate.kind === "number" && (rate.value < 0 || rate.value >= 1)) {
            return { kind: "option-value", option: "rate", given: String(rate.value), expected: "at least 0 and below 1", at: atOption("rate") };
        }
        const whole = noiseShape === "own" || (rate.kind === "number" && rate.value === 0);
        return asTensor(whole ? x.shape : broadcastAnswers(x.shape, noiseShape, ["x", "noiseShape"]));
    },
    dtype: () => "float32",
    source: "tfjs-core 4.22.0 src/ops/dropout.ts; src/ops/dropout_util.ts, getNoiseShape",
});

const movingAverage = op({
    name: "movingAverage",
    args: { v: required(tensor()), x: required(tensor()), decay: required(tensor()), step: optionalTensor(), zeroDebias: optional(boolean(), true) },
    method: false,
    output({ v, x, decay, step, zeroDebias }) {
        if (step === undefined && zeroDebias === true) {
            return { kind: "option-missing", option: "step", at: { kind: "call" } };
        }
        const kept = broadcastAnswers(sameShape(v.shape, x.shape, ["v", "x"]), decay.shape, ["v", "decay"]);
        return asTensor(step && zeroDebias !== false ? broadcastAnswers(kept, step.shape, ["v", "step"]) : kept);
    },
    source: "tfjs-core 4.22.0 src/ops/moving_average.ts",
});

const basicLSTMCell = op({
    name: "basicLSTMCell",
    args: { forgetBias: required(tensor()), lstmKernel: required(tensor()), lstmBias: required(tensor()), data: required(tensor()), c: required(tensor()), h: required(tensor()) },
    method: false,
    output({ forgetBias, lstmKernel, lstmBias, data, c, h }) {
        const combined = concatenated([data, h], constant(1), "h");
        const product = onShape(combined, (shape) => named(multiplied({ a: { shape }, b: lstmKernel, transposeA: false, transposeB: false })));
        const gates = broadcastAnswers(product, lstmBias.shape, ["the product", "lstmBias"]);
        const gate = onShape(gates, quarter);
        const forget = broadcastAnswers(gate, forgetBias.shape, ["a gate", "forgetBias"]);
        const newC = broadcastAnswers(gate, broadcastAnswers(forget, c.shape, ["a gate", "c"]), ["a gate", "c"]);
        return asTensors([newC, isFault(newC) ? newC : broadcastAnswers(newC, gate, ["c", "a gate"])]);
    },
    source: "tfjs-core 4.22.0 src/ops/basic_lstm_cell.ts",
});

/** The columns hold four gates side by side. */
function quarter(gates: Shape): Answer {
    const [rows = unknown, columns = unknown] = gates;
    if (gates.length !== 2 || compare(modulo(columns, constant(4)), constant(0)) === "different") {
        return { kind: "not-divisible", what: "the columns of lstmKernel", size: columns, by: constant(4), at: atOption("lstmKernel") };
    }
    return [rows, divide(columns, constant(4))];
}

/** A fault of the inner product, told of the arguments of the cell. */
function named(answer: Answer): Answer {
    return isFault(answer) ? { ...answer, at: atOption("lstmKernel") } : answer;
}

export const normalizationOps: readonly OpSpec[] = [
    batchNorm("batchNorm", undefined),
    batchNorm("batchNorm2d", 2),
    batchNorm("batchNorm3d", 3),
    batchNorm("batchNorm4d", 4),
    localResponseNormalization,
    dropout,
    movingAverage,
    basicLSTMCell,
];
