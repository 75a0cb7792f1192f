/** tf.signal and tf.spectral. */
import { noEffect, optional, required } from "../catalogue/options.js";
import { boolean, size, type Reader } from "../catalogue/readers.js";
import { add, ceilDivide, constant, floorDivide, isAtLeast, maximum, scale, subtract, unknown, type Dim } from "../shapes/dim.js";
import { sizeOf, type Shape } from "../shapes/shape.js";
import { asTensor, checkLeastRank, numberOf, type Answer } from "./outcome.js";
import { numbersOrTexts, tensor } from "./readers.js";
import { replaceAxis } from "./shaping.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";

function cosineWindow(name: string, others: readonly string[]): OpSpec {
    return op({
        name,
        args: { windowLength: required(size(0)), ...noEffect(...others) },
        method: false,
        output: ({ windowLength }) => [windowLength],
        source: "tfjs-core 4.22.0 src/ops/signal_ops_util.ts, cosineWindow",
    });
}

const enclosingPowerOfTwo = op({
    name: "enclosingPowerOfTwo",
    args: { value: required(size(1)) },
    method: false,
    output: ({ value }) => ({ kind: "number", dim: powerOfTwo(value) }),
    source: "tfjs-core 4.22.0 src/ops/signal_ops_util.ts, enclosingPowerOfTwo",
});

function powerOfTwo(dim: Dim): Dim {
    const value = numberOf(dim);
    return value === undefined ? unknown : constant(Math.floor(2 ** Math.ceil(Math.log(value) / Math.log(2))));
}

interface Framing {
    readonly signal: Shape | undefined;
    readonly frameLength: Dim;
    readonly frameStep: Dim;
    readonly padEnd: boolean | undefined;
}

/** Whole frames only, or with padEnd one from each start within the signal. */
function framed({ signal, frameLength, frameStep, padEnd }: Framing): Shape {
    const length = signal?.length === 1 ? (signal[0] ?? unknown) : unknown;
    const whole = add(floorDivide(subtract(length, frameLength), frameStep), constant(1));
    switch (padEnd) {
        case true:
            return [ceilDivide(length, frameStep), frameLength];
        case false:
            return [isAtLeast(length, frameLength) === "always" ? whole : maximum(whole, constant(0)), frameLength];
        case undefined:
            return [unknown, frameLength];
    }
}

/** The length is read as `size` of what was given, which a list has not: no frame is found in one. */
const signalTensor: Reader<TensorArgument> = {
    ...numbersOrTexts(),
    read: (datum) => numbersOrTexts().read(datum.kind === "list" || datum.kind === "numbers" ? { kind: "list", items: [] } : datum),
};

const frameArguments = { signal: required(signalTensor), frameLength: required(size(1)), frameStep: required(size(1)) };

const frame = op({
    name: "signal.frame",
    args: { ...frameArguments, padEnd: optional(boolean(), false), ...noEffect("padValue") },
    method: false,
    output: ({ signal, ...framing }) => framed({ signal: signal.shape, ...framing }),
    source: "tfjs-core 4.22.0 src/ops/signal/frame.ts",
});

const stft = op({
    name: "signal.stft",
    args: { ...frameArguments, fftLength: optional<Dim | "enclosing">(size(1), "enclosing"), ...noEffect("windowFn") },
    method: false,
    output({ signal, frameLength, frameStep, fftLength }) {
        const frames = framed({ signal: signal.shape, frameLength, frameStep, padEnd: false });
        const length = fftLength === "enclosing" ? powerOfTwo(frameLength) : fftLength;
        return [frames[0] ?? unknown, half(length)];
    },
    dtype: () => "complex64",
    source: "tfjs-core 4.22.0 src/ops/signal/stft.ts",
});

/** The frequencies of a real signal: floor(n / 2) + 1. */
function half(length: Dim): Dim {
    return add(floorDivide(length, constant(2)), constant(1));
}

/** The spectral functions are exported under `tf` and under `tf.spectral`. */
function spectral(spec: OpSpec): readonly OpSpec[] {
    return [spec, { ...spec, name: `spectral.${spec.name}`, method: false }];
}

function fourier(name: string): OpSpec {
    return op({
        name,
        args: { input: required(tensor("complex64")) },
        output: ({ input }) => asTensor(checkLeastRank("input", input, 1) ?? input.shape),
        dtype: () => "complex64",
        source: `tfjs-backend-cpu 4.22.0 src/kernels/${name.toUpperCase()}.ts`,
    });
}

const rfft = op({
    name: "rfft",
    args: { input: required(tensor("float32")), fftLength: optional<Dim | "own">(size(1), "own") },
    method: false,
    output: ({ input, fftLength }) => asTensor(halved(input, fftLength)),
    dtype: () => "complex64",
    source: "tfjs-core 4.22.0 src/ops/spectral/rfft.ts",
});

/** The method takes no length. */
const rfftMethod = op({
    name: "rfft",
    args: { input: required(tensor("float32")) },
    output: ({ input }) => asTensor(halved(input, "own")),
    dtype: () => "complex64",
    source: "tfjs-core 4.22.0 src/public/chained_ops/rfft.ts",
});

function halved(input: TensorArgument, length: Dim | "own"): Answer {
    const last = length === "own" ? (input.shape?.at(-1) ?? unknown) : length;
    return checkLeastRank("input", input, 1) ?? (input.shape && replaceAxis(input.shape, input.shape.length - 1, half(last)));
}

const irfft = op({
    name: "irfft",
    args: { input: required(tensor("complex64")) },
    output: ({ input }) => asTensor(checkLeastRank("input", input, 1) ?? (input.shape && inverted(input.shape))),
    dtype: () => "float32",
    source: "tfjs-core 4.22.0 src/ops/spectral/irfft.ts",
});

/** All but the last axis become one, except for an input of rank 3, which gets its axes back. */
function inverted(shape: Shape): Answer {
    const last = shape.at(-1) ?? unknown;
    const rows = shape.slice(0, -1);
    const atMostTwo = isAtLeast(constant(2), last);
    const doubled = scale(subtract(last, constant(1)), 2, 1);
    const length = atMostTwo === "always" ? last : atMostTwo === "never" ? doubled : unknown;
    return rows.length === 2 ? [...rows, length] : [sizeOf(rows), length];
}

export const signalMethods: readonly OpSpec[] = [rfftMethod];

export const signalOps: readonly OpSpec[] = [
    cosineWindow("cosineWindow", ["a", "b"]),
    cosineWindow("signal.hammingWindow", []),
    cosineWindow("signal.hannWindow", []),
    enclosingPowerOfTwo,
    frame,
    stft,
    ...["fft", "ifft"].map(fourier).flatMap(spectral),
    ...spectral(rfft),
    ...spectral(irfft),
];
