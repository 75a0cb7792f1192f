import { atInput, atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, type OptionValues } from "../catalogue/options.js";
import { boolean, integers, refused, type Reader } from "../catalogue/readers.js";
import { compare, constant, isAtLeast, print, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { commonOptions } from "./common.js";
import { layer, type Outcome, type Untrainable } from "./spec.js";

const source = "tfjs-layers 4.22.0 src/layers/normalization.ts,";

const options = {
    ...commonOptions,
    axis: optional<readonly Dim[] | undefined>(integers(), [constant(-1)]),
    scale: optional(boolean(), true),
    center: optional(boolean(), true),
    ...noEffect("epsilon", "betaInitializer", "gammaInitializer", "betaRegularizer", "gammaRegularizer"),
};

/** A list of one is taken for its element by accident: `[-1] + rank` is a text. Source: BatchNormalization.build. */
const oneAxis: Reader<readonly Dim[] | undefined> = {
    ...integers(),
    read(datum) {
        const [only, ...others] = datum.kind === "list" ? datum.items : [];
        return only?.kind === "number" && only.value < 0 && others.length === 0 ? refused("an integer, not a list") : integers().read(datum);
    },
};

type Options = Pick<OptionValues<typeof options>, "axis" | "scale" | "center">;

export const batchNormalization = layer({
    name: "BatchNormalization",
    input: { fixedRank: true },
    options: {
        ...options,
        axis: optional<readonly Dim[] | undefined>(oneAxis, [constant(-1)]),
        ...noEffect("momentum", "movingMeanInitializer", "movingVarianceInitializer", "betaConstraint", "gammaConstraint"),
    },
    check: ({ axis }) => (axis && axis.length !== 1 ? [oneAxisFault(axis)] : []),
    output: ([input = []], { axis }) => normalize(input, axis, true),
    weights([input = []], { axis, scale, center }) {
        const size = sizesAt(input, axis);
        return size && scaleAndCenter(size, { scale, center }, [size, size]);
    },
    untrained: 2,
    untrainable: untrainableBatches,
    builtAxes: (input, { axis }) => knownAxes(axis, input.length) ?? [],
    source: `${source} BatchNormalization.build`,
});

export const layerNormalization = layer({
    name: "LayerNormalization",
    input: {},
    options,
    output([input = []], { axis, scale, center }) {
        const indices = knownAxes(axis, input.length) ?? [];
        if (new Set(indices).size < indices.length) {
            const given = `[${(axis ?? []).map(print).join(", ")}]`;
            return { kind: "option-value", option: "axis", given, expected: "axes that differ", at: atOption("axis") };
        }
        return normalize(input, axis, scale === true || center === true);
    },
    weights([input = []], { axis, scale, center }) {
        const sizes = sizesAt(input, axis);
        return sizes && scaleAndCenter(sizes, { scale, center }, []);
    },
    // Without one of them batchNorm gets none, which its gradient reads (tfjs-core 4.22.0 src/gradients/FusedBatchNorm_grad.ts).
    untrainable: (_inputs, { scale, center }) => lackOf("layerNormalization", { scale, center }),
    builtAxes: (input, { axis }) => knownAxes(axis, input.length) ?? [],
    source: `${source} LayerNormalization.build`,
});

/** Source: normalization.ts, BatchNormalization.call reads gamma and beta; along any axis but the last FusedBatchNorm_grad.ts gets a mean of another rank. */
function untrainableBatches([input = []]: readonly Shape[], { axis, scale, center }: Options): Untrainable | undefined {
    const [index] = knownAxes(axis, input.length) ?? [];
    const others = index === undefined ? [] : input.filter((_, at) => at > 0 && at !== index);
    const isInner = index !== undefined && index < input.length - 1 && others.some((dim) => compare(dim, constant(1)) === "different");
    return lackOf("batchNormalization", { scale, center }) ?? (isInner ? { what: "a `batchNormalization` along another axis than the last" } : undefined);
}

function lackOf(layer: string, { scale, center }: Omit<Options, "axis">): Untrainable | undefined {
    const lacking = scale === false ? "scale" : center === false ? "center" : undefined;
    return lacking === undefined ? undefined : { what: `a \`${layer}\` with \`${lacking}: false\`` };
}

function oneAxisFault(axis: readonly Dim[]): Fault {
    return { kind: "option-value", option: "axis", given: `${axis.length} axes`, expected: "one integer", at: atOption("axis") };
}

/** The shape as it is, or what is wrong with an axis. TensorFlow.js normalizes ranks 2 to 4 only. */
function normalize(input: Shape, axes: readonly Dim[] | undefined, weighted: boolean): Outcome | Fault {
    const rank = input.length;
    for (const axis of axes ?? []) {
        if (isAtLeast(axis, constant(rank)) === "always" || isAtLeast(axis, constant(-rank)) === "never") {
            return { kind: "axis-range", axis, rank, option: "axis", at: atOption("axis") };
        }
    }
    const unsized = weighted ? knownAxes(axes, rank)?.find((index) => input[index]?.kind === "batch") : undefined;
    if (unsized !== undefined) {
        return { kind: "input-undefined-axis", input, axis: unsized, what: "the normalized axis", at: atInput() };
    }
    const outcome = { kind: "outputs", shapes: [input], list: false } as const;
    return rank >= 2 && rank <= 4 ? outcome : { ...outcome, faults: [{ kind: "unsupported", what: `a normalization of rank ${rank}`, when: "run", at: atInput() }] };
}

function knownAxes(axes: readonly Dim[] | undefined, rank: number): readonly number[] | undefined {
    const indices: number[] = [];
    for (const axis of axes ?? []) {
        if (axis.kind !== "constant") {
            return undefined;
        }
        indices.push(axis.value < 0 ? axis.value + rank : axis.value);
    }
    return axes && indices;
}

function sizesAt(input: Shape, axes: readonly Dim[] | undefined): Shape | undefined {
    const sizes = knownAxes(axes, input.length)?.flatMap((index) => input[index] ?? []);
    return sizes?.length === axes?.length ? sizes : undefined;
}

function scaleAndCenter(shape: Shape, { scale, center }: Omit<Options, "axis">, always: readonly Shape[]): readonly Shape[] | undefined {
    if (scale === undefined || center === undefined) {
        return undefined;
    }
    return [...(scale ? [shape] : []), ...(center ? [shape] : []), ...always];
}
