import { add, constant, type Dim, multiply, subtract } from "../shapes/dim.js";

export type Padding =
    | { readonly kind: "valid" }
    | { readonly kind: "same" }
    /** Keras 1 and Theano: every position where kernel and input overlap at all. */
    | { readonly kind: "full" }
    /** Keras: as many outputs as 'same', all padding before the input. */
    | { readonly kind: "causal" }
    /** TensorFlow.js operations: so many zeros before and after. */
    | { readonly kind: "explicit"; readonly before: number; readonly after: number };

/** TensorFlow.js' `dimRoundingMode`. */
export type Rounding = "floor" | "round" | "ceil";

/** One spatial axis of a convolution or a pooling. */
export interface Window {
    readonly kernel: Dim;
    readonly stride: Dim;
    readonly dilation: Dim;
    readonly padding: Padding;
    /** Heeded with explicit padding only, and `"floor"` where absent: all else is defined without it. */
    readonly rounding?: Rounding;
}

/** k' = (k - 1) * d + 1: what a dilated kernel covers. Keras 1.2.2 np_utils.py, conv_output_length. */
export function effectiveKernel(kernel: Dim, dilation: Dim): Dim {
    return add(multiply(subtract(kernel, constant(1)), dilation), constant(1));
}
