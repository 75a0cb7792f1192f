/**
 * Keras as it is written in TypeScript and JavaScript: positional arguments, a last object of keywords, or one object;
 * snake_case or camelCase; the words of Keras 1 or of Keras 2 and 3.
 *
 * Sources of words: Keras 1.2.2 keras/layers; Keras 2.3.1 keras/legacy/interfaces.py for which words are the same option.
 */
import type { Datum } from "../catalogue/datum.js";
import { kerasLayers, kerasMerges, type KerasLayer, type KerasStyle } from "./keras-layers.js";
import { camelCase, lookalikesFor, snakeCase, type Argument, type LayerSpelling, type Meaning } from "./spelling.js";

/** Keras 1 words by canonical name. */
const oldWords: Readonly<Record<string, readonly string[]>> = {
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

const kernelWords: Readonly<Record<number, readonly string[]>> = {
    1: ["filter_length"],
    2: ["nb_row", "nb_col"],
    3: ["kernel_dim1", "kernel_dim2", "kernel_dim3"],
};

/** Words that every layer takes in some version. Keras 1.2.2 and 2.3.1 keras/engine, Layer.__init__; Keras 3 keras/src/layers/layer.py. */
const everywhere = ["name", "dtype", "trainable", "weights", "input_shape", "batch_input_shape", "batch_size", "input_dim", "input_length", "input_dtype", "activity_regularizer", "autocast", "dynamic", "seed", "data_format", "dim_ordering"];

const callables: readonly string[] = ["Input", "InputLayer", "Merge", "Model", "Sequential"];

/** What Keras exports, as far as it is known here. */
export const kerasNames: ReadonlySet<string> = new Set([...Object.keys(kerasLayers), ...callables, ...Object.keys(kerasMerges), "merge"]);

/** Names that may be Keras' own where nothing imports them; `add` or `merge` would be anybody's. */
export function isKerasGlobal(name: string): boolean {
    return /^[A-Z]/.test(name) && kerasNames.has(name);
}

/** Names that say by themselves that they are layers; `Dense` or `Flatten` may be anything. */
export function isUnmistakable(name: string): boolean {
    return /[123]D/.test(name) || name === "BatchNormalization" || name === "LeakyReLU";
}

const spellings = new Map<string, LayerSpelling>();

/** How this call of a Keras layer is to be read; undefined for names that are no layers. */
export function kerasSpelling(name: string, args: readonly Argument[]): LayerSpelling | undefined {
    const entry = Object.hasOwn(kerasLayers, name) ? kerasLayers[name] : undefined;
    if (!entry) {
        return undefined;
    }
    const positional = positionalIn(args);
    const order = entry.axes !== undefined && entry.axes > 1 ? styleByOrder(entry, entry.axes, positional) : undefined;
    const style = styleByWords(args.at(-1)?.fields, order === "keras2") ?? entry.usual;
    const names = (order ?? style) === "keras1" ? entry.keras1 : orderIn2(entry, positional);
    const key = `${name} ${style} ${names.join()}`;
    let spelling = spellings.get(key);
    if (!spelling) {
        spelling = makeSpelling(entry, style, names);
        spellings.set(key, spelling);
    }
    return spelling;
}

function positionalIn(args: readonly Argument[]): readonly Datum[] {
    const rest = args.at(-1)?.fields ? args.slice(0, -1) : args;
    return rest.map((argument) => argument.datum);
}

/**
 * A layer whose name both versions have is of the version whose words it is given. Keras 2 takes the order of Keras 1 as
 * well (keras/legacy/interfaces.py, conv2d_args_preprocessor), so the order may not tell the words.
 */
function styleByWords(names: Argument["fields"], isOrderOf2: boolean): KerasStyle | undefined {
    const has = (...words: readonly string[]): boolean => names !== undefined && words.some((word) => names.has(word) || names.has(camelCase(word)));
    if (has("nb_filter", "nb_row", "nb_col", "filter_length", "kernel_dim1", "pool_length")) {
        return "keras1";
    }
    if (isOrderOf2 || has("filters", "kernel_size")) {
        return "keras2";
    }
    if (has("border_mode", "dim_ordering")) {
        return "keras1";
    }
    return has("data_format") ? "keras2" : undefined;
}

/** The kernel is one number per axis in Keras 1, and one number or a list in Keras 2. */
function styleByOrder({ declares }: KerasLayer, axes: number, [, kernel, ...rest]: readonly Datum[]): KerasStyle | undefined {
    if (kernel?.kind === "list") {
        return "keras2";
    }
    if (kernel?.kind !== "number") {
        return undefined;
    }
    const second = rest[0];
    if (second === undefined || second.kind === "list" || isPadding(rest[1])) {
        return "keras2";
    }
    const areNumbers = rest.slice(0, axes - 1).every(({ kind }) => kind === "number");
    const after = rest[axes - 1];
    // No third number or list of four can follow in Keras 2, where the padding is next.
    return areNumbers && (axes === 3 || (declares && after?.kind === "list")) ? "keras1" : undefined;
}

function isPadding(datum: Datum | undefined): boolean {
    return datum?.kind === "string" && ["valid", "same", "causal"].includes(datum.value.toLowerCase());
}

/**
 * Where the versions from 2 on differ: a transposed convolution has no `output_padding` before its data format up to Keras
 * 2.2.2 and in Keras 3's Conv3DTranspose; `groups` came before `activation` with Keras 2.3 of TensorFlow.
 */
function orderIn2({ declares, axes, keras2 }: KerasLayer, args: readonly Datum[]): readonly string[] {
    if (declares && args[4]?.kind === "string") {
        return keras2.filter((name) => name !== "outputPadding");
    }
    return axes !== undefined && !declares && args[6]?.kind === "number" ? [...keras2, "groups"] : keras2;
}

function makeSpelling(entry: KerasLayer, style: KerasStyle, positional: readonly string[]): LayerSpelling {
    const names = new Map<string, Meaning>();
    const known = (word: string, meaning: Meaning): void => {
        names.set(word, meaning);
        names.set(camelCase(word), meaning);
    };
    const spec = entry.spec[style];
    const isConvolution = entry.axes !== undefined;
    for (const [name, { effect }] of Object.entries(spec.options)) {
        const old = entry.words?.[name] ?? oldWords[name] ?? [];
        // A word that changed is read by its own version only, where that makes a difference.
        const readsBoth = !isConvolution || !effect;
        const writesOld = style === "keras1" && old.length > 0;
        if (!writesOld || readsBoth) {
            known(snakeCase(name), writesOld ? { name, legacy: true } : { name });
        }
        if (style === "keras1" || readsBoth) {
            old.forEach((word) => {
                known(word, writesOld ? { name } : { name, legacy: true });
            });
        }
    }
    if (style === "keras1" && entry.axes) {
        kernelWords[entry.axes]?.forEach((word, element) => {
            known(word, entry.axes === 1 ? { name: "kernelSize" } : { name: "kernelSize", element });
        });
    }
    for (const word of [...everywhere, ...(entry.others ?? [])]) {
        const isChanged = isConvolution && (word === "data_format" || word === "dim_ordering") && "dataFormat" in spec.options;
        if (!names.has(word) && !isChanged) {
            known(word, { name: camelCase(word), legacy: true });
        }
    }
    return { library: "keras", spec, names, positional: positional.map(toMeaning), lookalikes: lookalikesFor(names) };
}

function toMeaning(text: string): Meaning {
    const [name = text, element] = text.split(".");
    return element === undefined ? { name } : { name, element: Number(element) };
}
