/**
 * Keras as it is written in TypeScript and JavaScript: positional arguments, a last object of keywords, or one object;
 * snake_case or camelCase; the words of Keras 1 or of Keras 2 and 3.
 *
 * Sources of names and orders: Keras 1.2.2 keras/layers/convolutional.py, pooling in keras.py, core.py; Keras 2.15
 * keras/src/layers; Keras 2.3.1 keras/legacy/interfaces.py for which names are the same option.
 */
import * as activations from "../layers/activations.js";
import * as core from "../layers/core.js";
import { embedding } from "../layers/embedding.js";
import * as keras from "../layers/keras.js";
import type { LayerSpec } from "../layers/spec.js";
import { deconvolution2d, deconvolution3d, kerasConv2dTranspose, kerasConv3dTranspose } from "../layers/transposed.js";
import { lookalikesFor, snakeCase, type Argument, type LayerSpelling, type Meaning } from "./spelling.js";

/** Which words a call uses. */
export type KerasStyle = "keras1" | "keras2";

interface KerasLayer {
    readonly spec: LayerSpec;
    /** Positional arguments by style. An element of an option is written `kernelSize.0`. */
    readonly keras1: readonly string[];
    readonly keras2: readonly string[];
    /** The style of a call whose words do not tell. */
    readonly usual: KerasStyle;
}

/** Keras 1 words by canonical name. */
const keras1Words: Readonly<Record<string, readonly string[]>> = {
    filters: ["nb_filter"],
    strides: ["subsample"],
    padding: ["border_mode"],
    dataFormat: ["dim_ordering"],
    dilationRate: ["atrous_rate"],
    units: ["output_dim"],
    rate: ["p"],
    useBias: ["bias"],
    kernelInitializer: ["init"],
    kernelRegularizer: ["W_regularizer"],
    biasRegularizer: ["b_regularizer"],
    kernelConstraint: ["W_constraint"],
    biasConstraint: ["b_constraint"],
};

const kernelWords1: Readonly<Record<number, readonly string[]>> = {
    1: ["filter_length"],
    2: ["nb_row", "nb_col"],
    3: ["kernel_dim1", "kernel_dim2", "kernel_dim3"],
};

const afterShape1 = ["kernelInitializer", "activation", "weights", "padding", "strides", "dataFormat"];
const conv2 = ["filters", "kernelSize", "strides", "padding", "dataFormat", "dilationRate", "activation"];
const pool = ["poolSize", "strides", "padding", "dataFormat"];

function convolution(spec: LayerSpec, axes: number, usual: KerasStyle, declares = false): KerasLayer {
    const kernel = Array.from({ length: axes }, (_, axis) => (axes === 1 ? "kernelSize" : `kernelSize.${axis}`));
    return {
        spec,
        keras1: ["filters", ...kernel, ...(declares ? ["outputShape"] : []), ...afterShape1],
        keras2: declares ? ["filters", "kernelSize", "strides", "padding", "outputPadding", "dataFormat", "dilationRate"] : conv2,
        usual,
    };
}

function plain(spec: LayerSpec, positional: readonly string[] = []): KerasLayer {
    return { spec, keras1: positional, keras2: positional, usual: "keras2" };
}

const layers: Readonly<Record<string, KerasLayer>> = {
    Convolution1D: convolution(keras.conv1d, 1, "keras1"),
    Convolution2D: convolution(keras.conv2d, 2, "keras1"),
    Convolution3D: convolution(keras.conv3d, 3, "keras1"),
    Conv1D: convolution(keras.conv1d, 1, "keras2"),
    Conv2D: convolution(keras.conv2d, 2, "keras2"),
    Conv3D: convolution(keras.conv3d, 3, "keras2"),
    Deconvolution2D: convolution(deconvolution2d, 2, "keras1", true),
    Deconvolution3D: convolution(deconvolution3d, 3, "keras1", true),
    Conv2DTranspose: convolution(kerasConv2dTranspose, 2, "keras2", true),
    Conv3DTranspose: convolution(kerasConv3dTranspose, 3, "keras2", true),
    DepthwiseConv2D: plain(keras.depthwiseConv2d, ["kernelSize", "strides", "padding", "depthMultiplier", "dataFormat"]),
    SeparableConv2D: convolution(keras.separableConv2d, 2, "keras2"),
    MaxPooling1D: plain(keras.maxPooling1d, pool.slice(0, 3)),
    MaxPooling2D: plain(keras.maxPooling2d, pool),
    MaxPooling3D: plain(keras.maxPooling3d, pool),
    MaxPool2D: plain(keras.maxPooling2d, pool),
    AveragePooling1D: plain(keras.averagePooling1d, pool.slice(0, 3)),
    AveragePooling2D: plain(keras.averagePooling2d, pool),
    AveragePooling3D: plain(keras.averagePooling3d, pool),
    GlobalAveragePooling1D: plain(keras.globalAveragePooling1d),
    GlobalAveragePooling2D: plain(keras.globalAveragePooling2d, ["dataFormat"]),
    GlobalMaxPooling1D: plain(keras.globalMaxPooling1d),
    GlobalMaxPooling2D: plain(keras.globalMaxPooling2d, ["dataFormat"]),
    UpSampling3D: plain(keras.upSampling3d, ["size", "dataFormat"]),
    ZeroPadding3D: plain(keras.zeroPadding3d, ["padding", "dataFormat"]),
    Cropping3D: plain(keras.cropping3d, ["cropping", "dataFormat"]),
    LayerNormalization: plain(keras.layerNormalization),
    ELU: plain(keras.elu, ["alpha"]),
    UpSampling2D: plain(keras.upSampling2d, ["size", "dataFormat"]),
    ZeroPadding2D: plain(keras.zeroPadding2d, ["padding", "dataFormat"]),
    Cropping2D: plain(keras.cropping2d, ["cropping", "dataFormat"]),
    Dense: plain(keras.dense, ["units", "activation"]),
    Flatten: plain(keras.flatten),
    Reshape: plain(keras.reshape, ["targetShape"]),
    Permute: plain(core.permute, ["dims"]),
    RepeatVector: plain(core.repeatVector, ["n"]),
    Activation: plain(core.activation, ["activation"]),
    Dropout: plain(core.dropout, ["rate"]),
    BatchNormalization: plain(keras.batchNormalization, []),
    ReLU: plain(activations.relu),
    LeakyReLU: plain(activations.leakyRelu, ["alpha"]),
    Softmax: plain(keras.softmax, ["axis"]),
    Embedding: plain(embedding, ["inputDim", "outputDim"]),
    Add: plain(keras.add),
    Subtract: plain(keras.subtract),
    Minimum: plain(keras.minimum),
    Average: plain(keras.average),
    Maximum: plain(keras.maximum),
    Multiply: plain(keras.multiply),
    Concatenate: plain(keras.concatenate, ["axis"]),
};

export const kerasNames: ReadonlySet<string> = new Set([...Object.keys(layers), "Input", "Model", "Sequential"]);

/** Names that say by themselves that they are layers; `Dense` or `Flatten` may be anything. */
export function isUnmistakable(name: string): boolean {
    return /[123]D/.test(name) || name === "BatchNormalization" || name === "LeakyReLU";
}

const spellings = new Map<string, LayerSpelling>();

/** How this call of a Keras layer is to be read; undefined for names that are no layers. */
export function kerasSpelling(name: string, args: readonly Argument[]): LayerSpelling | undefined {
    const entry = Object.hasOwn(layers, name) ? layers[name] : undefined;
    if (!entry) {
        return undefined;
    }
    const style = styleOf(entry, args);
    const key = `${name} ${style}`;
    let spelling = spellings.get(key);
    if (!spelling) {
        spelling = makeSpelling(entry, style);
        spellings.set(key, spelling);
    }
    return spelling;
}

/** A layer whose name both versions have is of the version whose words it is given. */
function styleOf(entry: KerasLayer, args: readonly Argument[]): KerasStyle {
    const names = args.at(-1)?.fields;
    if (!names) {
        return entry.usual;
    }
    const has = (...words: readonly string[]): boolean => words.some((word) => names.has(word) || names.has(camelCase(word)));
    if (has("nb_filter", "nb_row", "border_mode", "dim_ordering", "filter_length", "kernel_dim1")) {
        return "keras1";
    }
    return has("filters", "kernel_size", "data_format") ? "keras2" : entry.usual;
}

export function camelCase(name: string): string {
    return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function makeSpelling(entry: KerasLayer, style: KerasStyle): LayerSpelling {
    const names = new Map<string, Meaning>();
    const known = (word: string, meaning: Meaning): void => {
        names.set(word, meaning);
        names.set(camelCase(word), meaning);
    };
    const isConvolution = entry.keras1 !== entry.keras2;
    for (const name of Object.keys(entry.spec.options)) {
        const old = keras1Words[name] ?? [];
        // Convolutions changed their words from one version to the next. The others' old words clash with nothing.
        if (!isConvolution || style === "keras2" || old.length === 0 || name === "kernelInitializer") {
            known(snakeCase(name), { name });
        }
        if (!isConvolution || style === "keras1") {
            old.forEach((word) => {
                known(word, { name });
            });
        }
    }
    if (isConvolution && style === "keras1") {
        const kernel = entry.keras1.filter((name) => name.startsWith("kernelSize"));
        kernelWords1[kernel.length]?.forEach((word, element) => {
            known(word, kernel.length === 1 ? { name: "kernelSize" } : { name: "kernelSize", element });
        });
    }
    return {
        library: "keras",
        spec: entry.spec,
        names,
        positional: (style === "keras1" ? entry.keras1 : entry.keras2).map(toMeaning),
        lookalikes: lookalikesFor(names),
    };
}

function toMeaning(text: string): Meaning {
    const [name = text, element] = text.split(".");
    return element === undefined ? { name } : { name, element: Number(element) };
}
