/** Behind a shape of rank 2: `[steps, features]`. */
import type { Random } from "../random.js";
import type { Dish, Situation } from "./layer-menu.js";
import { pointwiseLayers, reshapes, trimmings } from "./layer-menu.js";
import type { LayerPlan } from "./plan.js";
import { windows } from "./windows.js";

export function sequenceLayers(situation: Situation): Dish[] {
    const { random, shape } = situation;
    const [steps, features] = shape as [number, number];
    const units = random.pick([2, 3, 4, 6, 8]);
    const window = windows(random, [steps]);
    const pool = windows(random, [steps], { pooling: true });
    return [
        ...recurrentLayers(situation),
        {
            type: "conv1d",
            weight: 5,
            options: { filters: units, ...window.options, ...trimmings(random) },
            output: [...window.output, units],
        },
        {
            type: random.pick(["maxPooling1d", "averagePooling1d", "maxPool1d", "avgPool1d"]),
            weight: 2.5,
            options: pool.options,
            output: [...pool.output, features],
        },
        {
            type: random.pick(["globalAveragePooling1d", "globalMaxPooling1d", "globalMaxPool1d"]),
            weight: 1.2,
            output: [features],
        },
        { type: "flatten", weight: 2.5, output: [steps * features] },
        { type: "dense", weight: 2, options: { units, ...trimmings(random) }, output: [steps, units] },
        { type: "permute", weight: 0.6, options: { dims: [2, 1] }, output: [features, steps] },
        { type: "spatialDropout1d", weight: 0.3, options: { rate: 0.2 }, output: shape },
        { type: "softmax", weight: 0.3, options: { axis: -1 }, output: shape },
        {
            type: "timeDistributed",
            weight: 1,
            options: { layer: { type: "dense", options: { units }, output: [units] } },
            output: [steps, units],
        },
        ...pointwiseLayers(situation),
        ...reshapes(situation),
    ];
}

function recurrentLayers({ random, shape }: Situation): Dish[] {
    const [steps] = shape as [number];
    const units = random.pick([2, 3, 4, 6, 8]);
    const returnSequences = random.chance(0.5);
    const layer = recurrent(random, units, returnSequences);
    const mergeMode = random.pick(["concat", "sum", "ave", "mul"]);
    const width = mergeMode === "concat" ? 2 * units : units;
    const cells = [units, random.int(2, 5)].map((size) => cell(random, size));
    return [
        {
            type: layer.type,
            weight: 7,
            options: layer.options,
            output: returnSequences ? [steps, units] : [units],
        },
        {
            type: "bidirectional",
            weight: 2.5,
            options: { layer, ...(mergeMode === "concat" && random.chance(0.5) ? {} : { mergeMode }) },
            output: returnSequences ? [steps, width] : [width],
        },
        {
            type: "rnn",
            weight: 0.8,
            options: { cell: cells[0]!, ...(returnSequences && { returnSequences }) },
            output: returnSequences ? [steps, units] : [units],
        },
        {
            type: "rnn",
            weight: 0.5,
            options: { cell: { type: "stackedRNNCells", options: { cells }, output: [] } },
            output: cells[1]!.output,
        },
    ];
}

export function recurrent(random: Random, units: number, returnSequences: boolean): LayerPlan {
    const type = random.pick(["lstm", "gru", "simpleRNN"]);
    const options = {
        units,
        ...(returnSequences ? { returnSequences } : random.chance(0.2) && { returnSequences: false }),
        ...(random.chance(0.15) && { goBackwards: true }),
        ...(random.chance(0.15) && { recurrentInitializer: "glorotNormal" }),
        ...(random.chance(0.15) && { activation: "tanh" }),
    };
    return { type, options, output: [units] };
}

function cell(random: Random, units: number): LayerPlan {
    return { type: random.pick(["lstmCell", "gruCell", "simpleRNNCell"]), options: { units }, output: [units] };
}
