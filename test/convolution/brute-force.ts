import { constant } from "../../src/shapes/dim.js";
import type { Padding, Rounding } from "../../src/convolution/window.js";
import type { Unstrided } from "../../src/convolution/implied-stride.js";

/** One axis in plain numbers. */
export interface Plain {
    readonly k: number;
    readonly d: number;
    readonly padding: Padding;
    readonly rounding?: Rounding;
}

export const valid: Padding = { kind: "valid" };
export const same: Padding = { kind: "same" };
export const full: Padding = { kind: "full" };
export const causal: Padding = { kind: "causal" };

export function explicit(before: number, after: number): Padding {
    return { kind: "explicit", before, after };
}

export function unstrided({ k, d, padding, rounding }: Plain): Unstrided {
    const window = { kernel: constant(k), dilation: constant(d), padding };
    return rounding === undefined ? window : { ...window, rounding };
}

/** How many outputs an ordinary convolution has: the window is moved until it no longer fits. No formula of ours. */
export function countOutputs(length: number, s: number, { k, d, padding, rounding = "floor" }: Plain): number {
    const covered = k + (k - 1) * (d - 1);
    const placements = (last: number): number => {
        let count = 0;
        for (let start = 0; start <= last; start += s) count++;
        return count;
    };
    switch (padding.kind) {
        case "valid":
            return placements(length - covered);
        case "same":
        case "causal":
            return placements(length - 1);
        case "full":
            return placements(length + covered - 2);
        case "explicit": {
            // tfjs-core 4.22 conv_util.ts, getPadAndOutInfo and round, in floating point as there.
            const outputs = (length - covered + padding.before + padding.after) / s + 1;
            return Math[rounding](outputs);
        }
    }
}

export const upTo = (most: number, least = 1): number[] =>
    Array.from({ length: most - least + 1 }, (_, n) => n + least);

/** Every window up to these sizes, and every way to pad it. */
export function windows(most: { k: number; d: number; pad: number }): Plain[] {
    const paddings: [Padding, Rounding | undefined][] = [valid, same, full, causal].map((padding) => [
        padding,
        undefined,
    ]);
    for (const pad of upTo(most.pad, 0)) {
        // Only the sum counts, so one odd and one even split of it are enough.
        const padding = explicit(pad >> 1, pad - (pad >> 1));
        paddings.push([padding, undefined], [padding, "round"], [padding, "ceil"]);
    }
    return paddings.flatMap(([padding, rounding]) =>
        upTo(most.k).flatMap((k) =>
            upTo(most.d).map((d) => (rounding === undefined ? { k, d, padding } : { k, d, padding, rounding }))
        )
    );
}

export function describeWindow({ k, d, padding, rounding = "floor" }: Plain): string {
    const pads = padding.kind === "explicit" ? ` ${padding.before} ${padding.after} ${rounding}` : "";
    return `kernel ${k} dilation ${d} ${padding.kind}${pads}`;
}
