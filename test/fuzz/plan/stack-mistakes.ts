/** Realistic faults in a stack of layers. Whether the program then fails is for the library to say. */
import type { Random } from "../random.js";
import type { LayerPlan, Mistake, Options, Value } from "./plan.js";
import { elements } from "./plan.js";

export interface Broken {
    readonly stack: LayerPlan[];
    readonly mistake: Mistake;
}

/** A layer, the shape it is given and what stands behind it; undefined where the fault does not fit. */
interface Spot {
    readonly random: Random;
    readonly layer: LayerPlan;
    readonly input: readonly number[];
    readonly next: LayerPlan | undefined;
}

interface Fault extends Mistake {
    readonly weight: number;
    readonly change: (spot: Spot) => LayerPlan[] | undefined;
}

export function breakStack(random: Random, stack: readonly LayerPlan[], input: readonly number[]): Broken | undefined {
    const candidates = stack.flatMap((layer, index) => {
        const spot = { random, layer, input: index === 0 ? input : stack[index - 1]!.output, next: stack[index + 1] };
        return faults.flatMap((fault) => {
            const changed = fault.change(spot);
            return changed ? [[fault.weight, { index, fault, changed }] as const] : [];
        });
    });
    if (candidates.length === 0) return undefined;
    const { index, fault, changed } = random.weighted(candidates);
    const mistake = { name: fault.name, ...(fault.silent && { silent: true }) };
    return { stack: [...stack.slice(0, index), ...changed, ...stack.slice(index + 1)], mistake };
}

function withOptions(layer: LayerPlan, changes: Options): LayerPlan[] {
    return [{ ...layer, options: { ...layer.options, ...changes } }];
}

function without(layer: LayerPlan, name: string): LayerPlan[] {
    return [{ ...layer, options: Object.fromEntries(Object.entries(layer.options).filter(([key]) => key !== name)) }];
}

/** Under another name, in the same place. */
function renamed(layer: LayerPlan, from: string, to: string): LayerPlan[] {
    const entries = Object.entries(layer.options).map(([key, value]): [string, Value] => [key === from ? to : key, value]);
    return [{ ...layer, options: Object.fromEntries(entries) }];
}

const required = ["units", "filters", "kernelSize", "targetShape", "n", "dims", "cell", "layer", "cropping", "theta"];

const wrongNames: Readonly<Record<string, readonly string[]>> = {
    units: ["unit", "size", "num_units", "outputDim"],
    filters: ["filter", "nFilters", "channels"],
    kernelSize: ["kernel_size", "kernelsize", "kernel"],
    targetShape: ["shape", "target_shape"],
    strides: ["stride", "subsample"],
    padding: ["pad", "paddings", "border_mode"],
    poolSize: ["pool_size", "size"],
    returnSequences: ["return_sequences", "returnSequence"],
    activation: ["activations", "activationFunction"],
    useBias: ["use_bias", "bias"],
    dataFormat: ["data_format"],
    mergeMode: ["merge_mode"],
};

const hasActivation = /^(?:dense|conv[123]d|conv2dTranspose|separableConv2d|depthwiseConv2d|lstm|gru|simpleRNN)$/;
const isConvolution = /^(?:conv|separableConv|depthwiseConv)/;
const isRecurrent = /^(?:lstm|gru|simpleRNN)$/;

function lengthsOf({ layer, input }: Spot): readonly number[] {
    return layer.options["dataFormat"] === "channelsFirst" ? input.slice(1) : input.slice(0, -1);
}

const faults: readonly Fault[] = [
    {
        name: "reshape to another size",
        weight: 4,
        change: ({ layer, random }) => {
            if (layer.type !== "reshape") return undefined;
            const axis = random.int(0, layer.output.length - 1);
            const change = random.pick([(size: number) => size + 1, (size: number) => size * 2]);
            return withOptions(layer, {
                targetShape: layer.output.map((size, index) => (index === axis ? change(size) : size)),
            });
        },
    },
    {
        name: "window larger than its input",
        weight: 1,
        change: (spot) => {
            const { layer, random } = spot;
            const key = "poolSize" in layer.options ? "poolSize" : "kernelSize";
            if (!(key in layer.options) || layer.type.endsWith("Transpose") || layer.type === "convLstm2d") return undefined;
            const size = Math.min(...lengthsOf(spot)) + random.int(1, 3);
            return withOptions(layer, { [key]: size, padding: "valid", ...("dilationRate" in layer.options && { dilationRate: 1 }) });
        },
    },
    {
        name: "returnSequences missing",
        weight: 4,
        change: ({ layer, next }) =>
            isRecurrent.test(layer.type) && layer.options["returnSequences"] === true && next
                ? without(layer, "returnSequences")
                : undefined,
    },
    {
        name: "required option missing",
        weight: 0.6,
        change: ({ layer, random }) => {
            const present = required.filter((name) => name in layer.options && name !== "theta");
            return present.length === 0 ? undefined : without(layer, random.pick(present));
        },
    },
    {
        name: "required option misspelt",
        weight: 0.6,
        change: ({ layer, random }) => {
            const present = required.filter((name) => name in layer.options && name in wrongNames);
            if (present.length === 0) return undefined;
            const name = random.pick(present);
            return renamed(layer, name, random.pick(wrongNames[name]!));
        },
    },
    {
        name: "optional option misspelt",
        silent: true,
        weight: 0.4,
        change: ({ layer, random }) => {
            const present = Object.keys(wrongNames).filter((name) => name in layer.options && !required.includes(name));
            if (present.length === 0) return undefined;
            const name = random.pick(present);
            return renamed(layer, name, random.pick(wrongNames[name]!));
        },
    },
    {
        name: "activation that does not exist",
        weight: 0.5,
        change: ({ layer, random }) =>
            hasActivation.test(layer.type)
                ? withOptions(layer, { activation: random.pick(["rleu", "rellu", "sigmod", "softmx", "tahn", "hard_sigmoid", "Relu", "Sigmoid"]) })
                : undefined,
    },
    {
        name: "axis in a list",
        weight: 0.6,
        change: ({ layer, input, random }) =>
            /^(?:batchNormalization|layerNormalization|softmax)$/.test(layer.type) ? withOptions(layer, { axis: [random.pick([-1, input.length])] }) : undefined,
    },
    {
        name: "layer for another rank",
        weight: 0.6,
        change: ({ layer, input, random }) => {
            const strangers = [
                { rank: 3, type: "conv2d", options: { filters: 4, kernelSize: 1 } },
                { rank: 3, type: "maxPooling2d", options: { poolSize: 1 } },
                { rank: 3, type: "conv2dTranspose", options: { filters: 4, kernelSize: 2, strides: 2 } },
                { rank: 3, type: "globalAveragePooling2d", options: {} },
                { rank: 2, type: "conv1d", options: { filters: 4, kernelSize: 1 } },
                { rank: 2, type: "lstm", options: { units: 4 } },
                { rank: 2, type: "globalMaxPooling1d", options: {} },
                { rank: 4, type: "conv3d", options: { filters: 2, kernelSize: 1 } },
                { rank: 1, type: "repeatVector", options: { n: 3 } },
            ].filter(({ rank }) => rank !== input.length);
            const stranger = random.pick(strangers);
            return [{ type: stranger.type, options: stranger.options as Options, output: input }, layer];
        },
    },
    {
        name: "flatten of what is flat",
        weight: 0.4,
        change: ({ layer, input }) => (input.length === 1 ? [{ type: "flatten", options: {}, output: input }, layer] : undefined),
    },
    {
        name: "permute by no permutation",
        weight: 4,
        change: ({ layer, random }) =>
            layer.type === "permute"
                ? withOptions(layer, { dims: layer.output.map((_, axis) => (random.chance(0.5) ? axis : 1)) })
                : undefined,
    },
    {
        name: "strides with dilation",
        weight: 0.6,
        change: ({ layer }) =>
            /^conv[12]d$/.test(layer.type) ? withOptions(layer, { strides: 2, dilationRate: 2, padding: "same" }) : undefined,
    },
    {
        name: "size that is no whole number",
        weight: 0.3,
        change: ({ layer, random }) => {
            const name = ["units", "filters"].find((option) => option in layer.options);
            return name ? withOptions(layer, { [name]: random.pick<Value>(["16", 2.5]) }) : undefined;
        },
    },
    {
        name: "padding that does not exist",
        weight: 0.4,
        change: ({ layer, random }) =>
            "padding" in layer.options && typeof layer.options["padding"] === "string"
                ? withOptions(layer, { padding: random.pick(["SAME", "full", "half"]) })
                : undefined,
    },
    {
        name: "kernel with another number of axes",
        weight: 0.5,
        change: ({ layer, input }) =>
            isConvolution.test(layer.type) && "kernelSize" in layer.options
                ? withOptions(layer, { kernelSize: input.map(() => 2) })
                : undefined,
    },
    {
        name: "more cropped than there is",
        weight: 3,
        change: (spot) => {
            const [height = 0] = lengthsOf(spot);
            return spot.layer.type === "cropping2D"
                ? withOptions(spot.layer, {
                      cropping: [
                          [height, 1],
                          [1, 1],
                      ],
                  })
                : undefined;
        },
    },
    {
        name: "up-sampling by a number",
        // NaN sizes, which become null.
        silent: true,
        weight: 2,
        change: ({ layer }) => (layer.type === "upSampling2d" ? withOptions(layer, { size: 2 }) : undefined),
    },
    {
        name: "axis beyond the rank",
        weight: 1,
        change: ({ layer, input }) =>
            layer.type === "batchNormalization" ? withOptions(layer, { axis: input.length + 2 }) : undefined,
    },
    {
        name: "reshape with two open sizes",
        weight: 1,
        change: ({ layer }) =>
            layer.type === "reshape" && elements(layer.output) > 0 && layer.output.length > 1
                ? withOptions(layer, { targetShape: layer.output.map((size, axis) => (axis < 2 ? -1 : size)) })
                : undefined,
    },
];
