/** Behind a shape of rank 3: `[height, width, channels]`, or the channels first. */
import type { Dish, Situation } from "./layer-menu.js";
import { pointwiseLayers, reshapes, trimmings } from "./layer-menu.js";
import type { Options } from "./plan.js";
import { elements } from "./plan.js";
import { transposedWindows, windows } from "./windows.js";

export function imageLayers(situation: Situation): Dish[] {
    const { random, shape, channelsFirst } = situation;
    const [first, middle, last] = shape as [number, number, number];
    const [height, width, channels] = channelsFirst ? [middle, last, first] : [first, middle, last];
    const format: Options = channelsFirst
        ? { dataFormat: "channelsFirst" }
        : random.chance(0.07)
          ? { dataFormat: "channelsLast" }
          : {};
    const image = (lengths: readonly number[], depth: number): number[] =>
        channelsFirst ? [depth, ...lengths] : [...lengths, depth];
    const filters = random.pick([1, 2, 3, 4, 6, 8]);
    const conv = windows(random, [height, width]);
    const separable = windows(random, [height, width], { noDilation: true, square: true });
    const pool = windows(random, [height, width], { pooling: true });
    const transposed = transposedWindows(random, [height, width]);
    const depthMultiplier = random.pick([1, 2]);
    const multiplied: Options = depthMultiplier > 1 ? { depthMultiplier } : {};
    return [
        {
            type: "conv2d",
            weight: 14,
            options: { filters, ...conv.options, ...format, ...trimmings(random) },
            output: image(conv.output, filters),
        },
        {
            type: "conv2dTranspose",
            weight: 5,
            options: { filters, ...transposed.options, ...format, ...trimmings(random) },
            output: image(transposed.output, filters),
        },
        {
            type: "depthwiseConv2d",
            weight: 1.5,
            options: { ...separable.options, ...multiplied, ...format },
            output: image(separable.output, channels * depthMultiplier),
        },
        {
            type: "separableConv2d",
            weight: channelsFirst ? 0 : 1.5,
            options: { filters, ...separable.options, ...multiplied },
            output: [...separable.output, filters],
        },
        {
            type: random.pick(["maxPooling2d", "maxPooling2d", "averagePooling2d", "maxPool2d", "avgPool2d"]),
            weight: 5,
            options: { ...pool.options, ...format },
            output: image(pool.output, channels),
        },
        {
            type: random.pick(["globalAveragePooling2d", "globalMaxPooling2d", "globalMaxPool2d"]),
            weight: 0.8,
            options: format,
            output: [channels],
        },
        { type: "flatten", weight: 2.5, output: [elements(shape)] },
        { type: "dense", weight: 0.5, options: { units: filters }, output: [first, middle, filters] },
        ...resizings(situation, [height, width], channels, format, image),
        ...permutations(situation),
        ...pointwiseLayers(situation),
        ...reshapes(situation),
    ];
}

function resizings(
    { random }: Situation,
    [height, width]: [number, number],
    channels: number,
    format: Options,
    image: (lengths: readonly number[], depth: number) => number[]
): Dish[] {
    const size = random.pick<readonly [number, number]>([[2, 2], [2, 2], [1, 2], [3, 2]]);
    const [top, bottom, left, right] = Array.from({ length: 4 }, () => random.int(0, 2)) as [
        number,
        number,
        number,
        number,
    ];
    const [padding, vertical, horizontal] = random.pick([
        [random.pick([undefined, 1]), 2, 2],
        [[top, left], 2 * top, 2 * left],
        [
            [
                [top, bottom],
                [left, right],
            ],
            top + bottom,
            left + right,
        ],
    ] as const);
    return [
        {
            type: "upSampling2d",
            weight: 2.5,
            options: { ...(!(size[0] === 2 && size[1] === 2 && random.chance(0.3)) && { size }), ...format },
            output: image([height * size[0], width * size[1]], channels),
        },
        {
            type: "zeroPadding2d",
            weight: 1,
            options: { ...(padding !== undefined && { padding }), ...format },
            output: image([height + vertical, width + horizontal], channels),
        },
        {
            type: "cropping2D",
            weight: height > 4 && width > 4 ? 1 : 0,
            options: {
                cropping: [
                    [top, bottom],
                    [left, right],
                ],
                ...format,
            },
            output: image([height - top - bottom, width - left - right], channels),
        },
    ];
}

/** 1-based, without the batch. Never for channels first: what follows would take them to be elsewhere. */
function permutations({ random, shape, channelsFirst }: Situation): Dish[] {
    const dims = random.shuffled([1, 2, 3]);
    const output = dims.map((axis) => shape[axis - 1]!);
    return [{ type: "permute", weight: channelsFirst ? 0 : 0.4, options: { dims }, output }];
}
