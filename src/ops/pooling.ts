/** Pools: a window of given lengths over each channel by itself. */
import { atOption } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { isOne, oneOf, raw, tellingFractions, type Reader } from "../catalogue/readers.js";
import { constant, unknown } from "../shapes/dim.js";
import { unknownShape, type Shape } from "../shapes/shape.js";
import { sameDtype } from "./dtypes.js";
import { asRecord, asTensor, checkRank, inSilence, type Answer } from "./outcome.js";
import { tensor } from "./readers.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";
import { atLeastNone, checkForm, checkOutput, checkWindows, dimRoundingMode, pad, perAxis, perAxisOf, slide, windowsOf, type Pad, type PerAxis, type RoundingMode } from "./windows.js";

interface Call {
    readonly x: TensorArgument;
    readonly window: PerAxis;
    readonly strides: PerAxis;
    readonly dilations: PerAxis;
    readonly pad: Pad;
    readonly rounding: RoundingMode;
}

interface Names {
    readonly x: string;
    readonly window: string;
}

/** tfjs-backend-cpu 4.22.0 src/utils/pool_utils.ts looks at whatever lies in a window, if anything does. */
function windowOf(axes: number): Reader<PerAxis> {
    return tellingFractions(perAxis(axes), "takes windows of another size, gives -Infinity or NaN, or throws");
}

const usual: Names = { x: "x", window: "filterSize" };

function pooled(call: Call, spatial: 2 | 3, names: Names = usual): Answer {
    const { x, window, strides, dilations, pad: padding, rounding } = call;
    const fault =
        checkRank(names.x, x, spatial + 1, spatial + 2) ??
        checkWindows({ names: { strides: "strides" }, strides, dilations, pad: padding, rounding, pairs: spatial === 2 ? 3 : 0 }) ??
        checkForm(names.window, window);
    if (fault) {
        return fault;
    }
    const input = x.shape;
    if (input === undefined || window.kind !== "lengths" || strides.kind !== "lengths" || dilations.kind !== "lengths") {
        return window.kind === "padding" ? { kind: "option-value", option: names.window, given: `'${window.text}'`, expected: "a positive integer or a list of them", at: atOption(names.window) } : input && unknownShape(input.length);
    }
    const batched = input.length === spatial + 2;
    const full = batched ? input : [constant(1), ...input];
    const windows = windowsOf({ kernel: window.own, strides: strides.own, dilations: dilations.own, pad: padding, rounding, format: "channelsLast" });
    const made = slide(full.slice(1, -1), windows);
    const output: Shape = [full[0] ?? unknown, ...made, full.at(-1) ?? unknown];
    const result = spatial === 3 ? output.map((dim, axis) => (axis > 0 && axis <= spatial ? atLeastNone(dim) : dim)) : output;
    return checkOutput(full, output, names.window, [...made.keys()].map((axis) => axis + 1)) ?? (batched ? result : result.slice(1));
}

const source = "tfjs-core 4.22.0 src/ops/conv_util.ts, computePool2DInfo and computePool3DInfo";

function pool2d(name: string): OpSpec {
    return op({
        name,
        args: {
            x: required(name === "avgPool" ? tensor("float32") : tensor()),
            filterSize: required(windowOf(2)),
            strides: required(perAxis(2)),
            pad: pad(),
            dimRoundingMode: dimRoundingMode(),
        },
        output: ({ x, filterSize: window, strides, pad: padding, dimRoundingMode: rounding }) => asTensor(pooled({ x, window, strides, dilations: perAxisOf(2, 1), pad: padding, rounding }, 2)),
        dtype: sameDtype,
        source,
    });
}

export const maxPool = pool2d("maxPool");
export const avgPool = pool2d("avgPool");

function pool3d(name: string): OpSpec {
    return op({
        name,
        args: {
            x: required(name === "avgPool3d" ? tensor("float32") : tensor()),
            filterSize: name === "maxPool3d" ? optional(windowOf(3), perAxisOf(3, 1)) : required(windowOf(3)),
            strides: required(perAxis(3)),
            pad: pad(),
            dimRoundingMode: dimRoundingMode(),
            dataFormat: optional<"NDHWC" | undefined>(oneOf("NDHWC"), "NDHWC"),
        },
        method: false,
        output: ({ x, filterSize: window, strides, pad: padding, dimRoundingMode: rounding }) => asTensor(pooled({ x, window, strides, dilations: perAxisOf(3, 1), pad: padding, rounding }, 3)),
        dtype: () => "float32",
        source,
    });
}

export const maxPool3d = pool3d("maxPool3d");
export const avgPool3d = pool3d("avgPool3d");

export const maxPoolWithArgmax = op({
    name: "maxPoolWithArgmax",
    args: { x: required(tensor()), filterSize: required(windowOf(2)), strides: required(perAxis(2)), pad: pad(), ...noEffect("includeBatchInIndex") },
    method: false,
    output({ x, filterSize: window, strides, pad: padding }) {
        const result = inSilence(checkRank("x", x, 4), "leaves out the axes beyond the fourth, or throws") ?? pooled({ x, window, strides, dilations: perAxisOf(2, 1), pad: padding, rounding: "none" }, 2);
        return asRecord({ result, indexes: result });
    },
    source,
});

/** With dilation it runs as a 'valid' pool over interleaved parts, so a number as padding is dropped. */
export const pool = op({
    name: "pool",
    args: {
        input: required(tensor()),
        windowShape: required(windowOf(2)),
        poolingType: required(raw()),
        pad: pad(),
        dilations: optional(perAxis(2), perAxisOf(2, 1)),
        strides: optional(perAxis(2), perAxisOf(2, 1)),
        dimRoundingMode: dimRoundingMode(),
    },
    output({ input: x, windowShape: window, pad: given, dilations, strides, dimRoundingMode: rounding }) {
        const dilated = dilations.kind === "lengths" && !dilations.own.every(isOne);
        const valid: Pad = { kind: "valid" };
        const isZero = given?.kind === "number" && given.value === 0;
        const padding = isZero || (dilated && given?.kind !== "same") ? valid : given;
        return asTensor(pooled({ x, window, strides, dilations, pad: padding, rounding }, 2, { x: "input", window: "windowShape" }));
    },
    source: "tfjs-core 4.22.0 src/ops/pool.ts",
});

export const poolingOps: readonly OpSpec[] = [maxPool, avgPool, maxPool3d, avgPool3d, maxPoolWithArgmax, pool];
