/** Kernels, pools, strides and paddings, and the lengths they make. */
import type { Random } from "../random.js";
import type { Options } from "./plan.js";

export interface Windows {
    readonly options: Options;
    readonly output: readonly number[];
}

interface Restriction {
    /** `poolSize`, and strides that are the pool's when not given. */
    readonly pooling?: boolean;
    /** Strides must be 1, or the same for all axes. */
    readonly square?: boolean;
    readonly noDilation?: boolean;
}

/** A sliding window that fits. */
export function windows(random: Random, lengths: readonly number[], restriction: Restriction = {}): Windows {
    const { pooling = false, square = false, noDilation = false } = restriction;
    const uneven = !square && lengths.length > 1 && random.chance(0.15);
    const axes = lengths.map((_, axis) => axis);
    const draw = (sizes: readonly number[]): number[] => {
        const size = random.pick(sizes);
        return axes.map(() => (uneven ? random.pick(sizes) : size));
    };
    const shortest = Math.min(...lengths);
    const padding = random.weighted([[3, "same"], [2, "valid"], [3, undefined]] as const);
    const fits = padding === "same" ? [1, 2, 3, 5] : [1, 2, 3, 4, 5].filter((size) => size <= shortest);
    const size = draw(pooling ? fits.filter((fit) => fit <= 3) : fits);
    const strides = random.chance(pooling ? 0.5 : 0.3) ? draw([1, 2, 2, 3]) : undefined;
    const mayDilate = !pooling && !noDilation && !strides && Math.max(...size) * 2 <= shortest;
    const dilation = mayDilate && random.chance(0.12) ? 2 : undefined;
    const one = (values: readonly number[]): number | readonly number[] =>
        new Set(values).size === 1 && !random.chance(0.4) ? values[0]! : values;
    const output = lengths.map((length, axis) => {
        const stride = strides?.[axis] ?? (pooling ? size[axis]! : 1);
        const reach = (size[axis]! - 1) * (dilation ?? 1) + 1;
        return padding === "same" ? Math.ceil(length / stride) : Math.floor((length - reach) / stride) + 1;
    });
    return {
        options: {
            // conv1d takes only a number or an array of one, the others one for each axis.
            [pooling ? "poolSize" : "kernelSize"]: lengths.length === 1 ? size[0]! : one(size),
            ...(strides && { strides: lengths.length === 1 ? strides[0]! : one(strides) }),
            ...(padding && { padding }),
            ...(dilation && { dilationRate: dilation }),
        },
        output,
    };
}

/** A transposed convolution: the layer makes i·s + max(k − s, 0) when 'valid', i·s when 'same'. */
export function transposedWindows(random: Random, lengths: readonly number[]): Windows {
    const size = random.pick([2, 3, 4, 5]);
    const stride = random.pick([1, 2, 2, 2, 3]);
    const padding = random.weighted([[5, "same"], [2, "valid"], [2, undefined]] as const);
    const all = (value: number): number | readonly number[] =>
        random.chance(0.5) ? value : lengths.map(() => value);
    return {
        options: {
            kernelSize: all(size),
            ...((stride > 1 || random.chance(0.4)) && { strides: all(stride) }),
            ...(padding && { padding }),
        },
        output: lengths.map((length) => length * stride + (padding === "same" ? 0 : Math.max(size - stride, 0))),
    };
}
