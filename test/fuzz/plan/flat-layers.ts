/** Behind a shape of rank 1: `[features]`. */
import type { Dish, Situation } from "./layer-menu.js";
import { factorised, pointwiseLayers, reshapes, trimmings } from "./layer-menu.js";

export function flatLayers(situation: Situation): Dish[] {
    const { random, shape } = situation;
    const units = random.pick([1, 2, 3, 4, 5, 8, 10, 12, 16, 32, 64]);
    const n = random.int(2, 6);
    return [
        { type: "dense", weight: 16, options: { units, ...trimmings(random) }, output: [units] },
        { type: "repeatVector", weight: 1, options: { n }, output: [n, ...shape] },
        { type: "softmax", weight: 0.5, output: shape },
        ...pointwiseLayers(situation),
        ...reshapes(situation),
        ...imageReshape(situation),
    ];
}

/** What a decoder begins with. */
function imageReshape({ random, shape }: Situation): Dish[] {
    const [features] = shape as [number];
    const output = factorised(random, features, 3);
    return [{ type: "reshape", weight: 0.7, options: { targetShape: output }, output }];
}
