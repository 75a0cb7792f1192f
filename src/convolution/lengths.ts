import {
    add,
    ceilDivide,
    constant,
    type Dim,
    floorDivide,
    isAtLeast,
    maximum,
    multiply,
    scale,
    subtract,
    unknown,
} from "../shapes/dim.js";
import { effectiveKernel, type Window } from "./window.js";

const one = constant(1);

/**
 * The output length of an ordinary convolution or pooling.
 *
 * Keras 1.2.2 np_utils.py, conv_output_length, where floor((n + s - 1) / s) is ceil(n / s):
 * - valid: ceil((i - k' + 1) / s) = floor((i - k') / s) + 1
 * - same: ceil(i / s), causal likewise (Keras 2 conv_utils.py, conv_output_length)
 * - full: ceil((i + k' - 1) / s)
 *
 * Explicit: tfjs-core 4.22 conv_util.ts, getPadAndOutInfo: round((i - k' + p0 + p1) / s + 1) by `dimRoundingMode`.
 * (Without a mode it truncates, which is floor wherever the output is a size at all.)
 */
export function forwardLength(input: Dim, window: Window): Dim {
    const { stride, padding } = window;
    if (isAtLeast(stride, one) === "never") return unknown;
    switch (padding.kind) {
        case "valid":
            return add(floorDivide(subtract(input, covered(window)), stride), one);
        case "same":
        case "causal":
            return ceilDivide(input, stride);
        case "full":
            return ceilDivide(subtract(add(input, covered(window)), one), stride);
        case "explicit": {
            const steps = subtract(add(input, constant(padding.before + padding.after)), covered(window));
            return add(divideBy(steps, stride, window), one);
        }
    }
}

function covered({ kernel, dilation }: Window): Dim {
    return effectiveKernel(kernel, dilation);
}

function divideBy(length: Dim, stride: Dim, { rounding = "floor" }: Window): Dim {
    switch (rounding) {
        case "floor":
            return floorDivide(length, stride);
        case "ceil":
            return ceilDivide(length, stride);
        case "round": {
            // Math.round takes halves up: round(n / s) = floor((2 * n + s) / (2 * s)).
            return floorDivide(add(scale(length, 2, 1), stride), scale(stride, 2, 1));
        }
    }
}

/**
 * The output length a deconvolution picks where none can be declared. Keras 2.3 conv_utils.py, deconv_length with
 * output_padding None: valid i * s + max(k' - s, 0), same i * s, full i * s - (s + k' - 2). tfjs-layers 4.22
 * conv_utils.ts, deconvLength, is the same without dilation, which that library ignores: pass 1.
 */
export function inferredLength(input: Dim, window: Window): Dim {
    const { stride, padding } = window;
    const kernel = effectiveKernel(window.kernel, window.dilation);
    const strided = multiply(input, stride);
    switch (padding.kind) {
        case "valid":
            return add(strided, maximum(subtract(kernel, stride), constant(0)));
        case "same":
            return strided;
        case "full":
            return subtract(strided, subtract(add(stride, kernel), constant(2)));
        // No library infers a length from these.
        case "causal":
        case "explicit":
            return unknown;
    }
}

/**
 * The output length with Keras' `output_padding` q: (i - 1) * s + k' - 2 * pad + q, where pad is 0 (valid),
 * floor(k' / 2) (same) or k' - 1 (full). Keras 2.3 conv_utils.py, deconv_length.
 */
export function paddedLength(input: Dim, window: Window, outputPadding: Dim): Dim {
    const { stride, padding } = window;
    const kernel = effectiveKernel(window.kernel, window.dilation);
    const spread = add(multiply(subtract(input, one), stride), add(kernel, outputPadding));
    switch (padding.kind) {
        case "valid":
            return spread;
        case "same":
            return subtract(spread, scale(floorDivide(kernel, constant(2)), 2, 1));
        case "full":
            return subtract(spread, scale(subtract(kernel, one), 2, 1));
        case "causal":
        case "explicit":
            return unknown;
    }
}

/**
 * What Keras 1.0 made of a deconvolution whatever was declared: (i - 1) * s - 2 * pad + k, without dilation.
 * Keras 1.2.2 np_utils.py, conv_input_length, still has the formula.
 */
export function keras1Length(input: Dim, window: Window): Dim {
    return paddedLength(input, { ...window, dilation: one }, constant(0));
}
