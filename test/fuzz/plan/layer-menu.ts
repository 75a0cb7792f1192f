/** Layers that fit behind a shape, drawn at random. */
import type { Random } from "../random.js";
import { flatLayers } from "./flat-layers.js";
import { imageLayers } from "./image-layers.js";
import type { LayerPlan, Options } from "./plan.js";
import { elements } from "./plan.js";
import { sequenceLayers } from "./sequence-layers.js";
import { volumeLayers } from "./volume-layers.js";

export interface Situation {
    readonly random: Random;
    /** Without the batch. */
    readonly shape: readonly number[];
    readonly channelsFirst: boolean;
}

export interface Dish {
    readonly type: string;
    readonly weight: number;
    readonly options?: Options;
    readonly output: readonly number[];
}

/** All that can stand behind a shape, by rank. */
type Menu = (situation: Situation) => Dish[];

const menus: readonly (Menu | undefined)[] = [undefined, flatLayers, sequenceLayers, imageLayers, volumeLayers];

export const mostElements = 2048;

export function nextLayer(situation: Situation): LayerPlan {
    const dishes = menus[situation.shape.length]!(situation).filter(
        ({ output }) => elements(output) <= mostElements && output.every((size) => size >= 1)
    );
    const { type, options, output } = situation.random.weighted(dishes.map((dish) => [dish.weight, dish] as const));
    return { type, options: options ?? {}, output };
}

export function stackOf(random: Random, input: readonly number[], length: number, channelsFirst = false): LayerPlan[] {
    const stack: LayerPlan[] = [];
    let shape = input;
    while (stack.length < length) {
        const layer = nextLayer({ random, shape, channelsFirst });
        stack.push(layer);
        shape = layer.output;
    }
    return stack;
}

/** Layers of any shape that leave it as it is. */
export function pointwiseLayers({ random, shape, channelsFirst }: Situation): Dish[] {
    const output = shape;
    const axis = channelsFirst && shape.length === 3 ? 1 : -1;
    return [
        { type: "activation", weight: 2, options: { activation: random.pick(activations) }, output },
        { type: "dropout", weight: 2, options: { rate: random.pick([0.1, 0.25, 0.5]) }, output },
        // Not implemented for five dimensions.
        { type: "batchNormalization", weight: shape.length > 3 ? 0 : 2, options: axis === 1 ? { axis } : {}, output },
        { type: "layerNormalization", weight: shape.length > 3 ? 0 : 0.7, output },
        { type: "leakyReLU", weight: 1, options: { alpha: 0.2 }, output },
        { type: "reLU", weight: 1, options: random.chance(0.3) ? { maxValue: 6 } : {}, output },
        { type: "elu", weight: 0.4, output },
        { type: "prelu", weight: 0.4, output },
        { type: "thresholdedReLU", weight: 0.3, options: { theta: 0.5 }, output },
        { type: "gaussianNoise", weight: 0.4, options: { stddev: 0.1 }, output },
        { type: "gaussianDropout", weight: 0.3, options: { rate: 0.2 }, output },
        { type: "alphaDropout", weight: 0.2, options: { rate: 0.1 }, output },
        { type: "rescaling", weight: 0.3, options: { scale: 0.5, offset: 1 }, output },
        { type: "masking", weight: shape.length === 2 ? 0.5 : 0, options: { maskValue: 0 }, output },
    ];
}

const activations = ["relu", "sigmoid", "tanh", "linear", "elu", "selu", "softplus", "swish"];

/** The options of weights that have no part in shapes. */
export function trimmings(random: Random): Options {
    return {
        ...(random.chance(0.5) && { activation: random.pick(activations) }),
        ...(random.chance(0.2) && { useBias: random.chance(0.3) }),
        ...(random.chance(0.15) && { kernelInitializer: random.pick(["heNormal", "glorotUniform", "varianceScaling"]) }),
        ...(random.chance(0.1) && { biasInitializer: "zeros" }),
    };
}

/** `targetShape` for this many elements, of this rank. */
export function factorised(random: Random, count: number, rank: number): number[] {
    const sizes: number[] = [];
    let left = count;
    while (sizes.length < rank - 1) {
        const divisors = Array.from({ length: Math.min(left, 16) }, (_, index) => index + 1).filter(
            (divisor) => left % divisor === 0
        );
        const divisor = random.pick(divisors);
        sizes.push(divisor);
        left /= divisor;
    }
    return random.shuffled([...sizes, left]);
}

export function reshapes({ random, shape }: Situation): Dish[] {
    const count = elements(shape);
    return [1, 2, 3].map((rank): Dish => {
        const output = factorised(random, count, rank);
        const targetShape: (number | null)[] = [...output];
        // The library makes -1 null, and layers that need the size then throw: only where nothing follows from it.
        return { type: "reshape", weight: 0.5, options: { targetShape }, output };
    });
}
