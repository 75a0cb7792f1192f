/**
 * How the windows of a deconvolution overlap. Each input adds its kernel to the output, one stride from the next; where the
 * kernel is not divisible by the stride, some outputs are the sum of more inputs than their neighbours.
 * Source: Odena, Dumoulin, Olah, "Deconvolution and Checkerboard Artifacts", Distill 2016.
 */

/** How many inputs reach an output, by the place of that output within a stride. Away from the edges it goes on so. */
export function contributions(kernel: number, stride: number, dilation = 1): readonly number[] {
    const counts = new Array<number>(stride).fill(0);
    for (let tap = 0; tap < kernel; tap++) {
        const phase = (tap * dilation) % stride;
        counts[phase] = (counts[phase] ?? 0) + 1;
    }
    return counts;
}

export function isEven(counts: readonly number[]): boolean {
    return counts.every((count) => count === counts[0]);
}

/** The kernels next to this one that overlap evenly, the nearest first; of two as near, the larger one. */
export function evenKernels(kernel: number, stride: number, dilation = 1): readonly number[] {
    if (!isEven(contributions(stride, stride, dilation))) {
        // With a dilation that shares a factor with the stride, some outputs are never reached.
        return [];
    }
    const above = Math.ceil(kernel / stride) * stride;
    const below = above - stride;
    return (below > 0 ? [above, below] : [above]).sort((a, b) => Math.abs(a - kernel) - Math.abs(b - kernel));
}
