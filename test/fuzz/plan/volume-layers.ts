/** Behind a shape of rank 4: `[depth, height, width, channels]`, or a film of `[steps, height, width, channels]`. */
import type { Dish, Situation } from "./layer-menu.js";
import { pointwiseLayers, reshapes, trimmings } from "./layer-menu.js";
import { elements } from "./plan.js";
import { transposedWindows, windows } from "./windows.js";

export function volumeLayers(situation: Situation): Dish[] {
    const { random, shape } = situation;
    const [depth, height, width, channels] = shape as [number, number, number, number];
    const filters = random.pick([1, 2, 3, 4]);
    const conv = windows(random, [depth, height, width], { noDilation: true });
    const pool = windows(random, [depth, height, width], { pooling: true });
    const transposed = transposedWindows(random, [depth, height, width]);
    const frame = windows(random, [height, width], { noDilation: true });
    const returnSequences = random.chance(0.5);
    return [
        {
            type: "conv3d",
            weight: 6,
            options: { filters, ...conv.options, ...trimmings(random) },
            output: [...conv.output, filters],
        },
        {
            type: "conv3dTranspose",
            weight: 2,
            options: { filters, ...transposed.options },
            output: [...transposed.output, filters],
        },
        {
            type: random.pick(["maxPooling3d", "averagePooling3d", "avgPool3d"]),
            weight: 3,
            options: pool.options,
            output: [...pool.output, channels],
        },
        {
            type: "timeDistributed",
            weight: 1.5,
            options: {
                layer: { type: "conv2d", options: { filters, ...frame.options }, output: [...frame.output, filters] },
            },
            output: [depth, ...frame.output, filters],
        },
        {
            type: "convLstm2d",
            weight: 1,
            options: { filters, ...frame.options, ...(returnSequences && { returnSequences }) },
            output: [...(returnSequences ? [depth] : []), ...frame.output, filters],
        },
        { type: "flatten", weight: 3, output: [elements(shape)] },
        ...pointwiseLayers(situation),
        ...reshapes(situation),
    ];
}
