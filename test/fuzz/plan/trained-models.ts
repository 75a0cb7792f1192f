/** Small models to be trained: what goes in, what comes out, and how each is written. */
import type { Random } from "../random.js";
import type { LayerPlan } from "./plan.js";

/** An input or output of a model: its name in the library, and its shape without the batch. */
export interface Port {
    readonly name: string;
    readonly shape: readonly number[];
}

export interface TrainedPlan {
    readonly inputs: readonly Port[];
    readonly outputs: readonly Port[];
    /** Of a model with one input and one output: what lies between. */
    readonly stack: readonly LayerPlan[];
}

export function planTrained(random: Random): TrainedPlan {
    return random.weighted<() => TrainedPlan>([
        [5, () => oneToOne(random)],
        [1.5, () => several(random, 2, 1)],
        [1.5, () => several(random, 1, 2)],
        [1.5, () => several(random, 2, 2)],
    ])();
}

function oneToOne(random: Random): TrainedPlan {
    const units = random.pick([1, 1, 2, 3, 4]);
    const activation = random.pick(["relu", "sigmoid", "softmax", undefined]);
    const dense: LayerPlan = { type: "dense", options: { units, ...(activation !== undefined && { activation }) }, output: [units] };
    const [rows, columns, channels] = [random.int(2, 4), random.int(2, 4), random.int(1, 2)];
    const recurrent = random.pick(["lstm", "gru", "simpleRNN"]);
    const repeats = random.chance(0.5);
    return random.weighted<() => TrainedPlan>([
        [5, () => single([columns], [{ type: "dense", options: { units: 3, activation: "relu" }, output: [3] }, dense].slice(random.int(0, 1)), [units])],
        [2, () => single([rows, columns, channels], [{ type: "conv2d", options: { filters: 2, kernelSize: 2 }, output: [rows - 1, columns - 1, 2] }, { type: "flatten", options: {}, output: [(rows - 1) * (columns - 1) * 2] }, dense], [units])],
        [1, () => single([rows, columns, channels], [{ type: "conv2d", options: { filters: units, kernelSize: 3, padding: "same" }, output: [rows, columns, units] }], [rows, columns, units])],
        [2, () => single([rows, columns], [{ type: recurrent, options: { units: 2, ...(repeats && { returnSequences: true }) }, output: repeats ? [rows, 2] : [2] }, dense], repeats ? [rows, units] : [units])],
        [1, () => single([rows, columns], [dense], [rows, units])],
        [0.7, () => single([rows * columns], [{ type: "reshape", options: { targetShape: [rows, columns] }, output: [rows, columns] }, dense], [rows, units])],
    ])();
}

function single(input: readonly number[], stack: readonly LayerPlan[], output: readonly number[]): TrainedPlan {
    return { inputs: [{ name: "", shape: input }], outputs: [{ name: "", shape: output }], stack };
}

/** The inputs joined, and a layer for each output. */
function several(random: Random, inputs: number, outputs: number): TrainedPlan {
    const deep = random.chance(0.25) ? [random.int(2, 3)] : [];
    const port = (name: string): Port => ({ name, shape: [...deep, random.int(1, 4)] });
    return { inputs: ["left", "right"].slice(0, inputs).map(port), outputs: ["score", "kind"].slice(0, outputs).map(port), stack: [] };
}
