/**
 * Names that TensorFlow.js looks up when it makes a layer: activations, initializers, regularizers, constraints. Programs
 * may register more (tf.serialization.registerClass), so only what is nearly one of these is taken for a slip.
 */
import { atOption, type Fault } from "../catalogue/fault.js";
import type { GivenOptions } from "../catalogue/given.js";
import { nearestName } from "./nearest.js";

interface Names {
    /** How the options that take such a name end. */
    readonly option: string;
    readonly what: string;
    readonly names: readonly string[];
}

const activations: Names = {
    option: "ctivation",
    what: "an activation",
    names: ["elu", "selu", "relu", "relu6", "linear", "sigmoid", "hardSigmoid", "softplus", "softsign", "tanh", "softmax", "logSoftmax", "gelu", "gelu_new", "mish", "swish"],
};

/** Source: tfjs-layers 4.22.0 src/activations.ts, src/initializers.ts, src/regularizers.ts, src/constraints.ts. */
export const kinds: readonly Names[] = [
    activations,
    {
        option: "Initializer",
        what: "an initializer",
        names: [
            "constant", "glorotNormal", "glorotUniform", "heNormal", "heUniform", "identity", "leCunNormal", "leCunUniform", "ones", "orthogonal",
            "randomNormal", "randomUniform", "truncatedNormal", "varianceScaling", "zeros",
        ],
    },
    { option: "Regularizer", what: "a regularizer", names: ["l1l2"] },
    { option: "Constraint", what: "a constraint", names: ["maxNorm", "minMaxNorm", "nonNeg", "unitNorm"] },
];

const noFaults: readonly Fault[] = [];

/**
 * Activations of Keras 3 (keras/src/activations/activations.py) and PyTorch (torch.nn) of which TensorFlow.js has none by such
 * a name, without underscores and capitals; and words for none at all.
 */
export const elsewhere: ReadonlyMap<string, string> = new Map([
    ...[["leakyrelu", "leakyReLU"], ["prelu", "prelu"], ["thresholdedrelu", "thresholdedReLU"]].map(([word = "", layer = ""]): [string, string] => [word, `and this one is a layer: \`tf.layers.${layer}()\``]),
    ...["silu", "hardswish", "hardsilu"].map((word): [string, string] => [word, "such as 'swish'"]),
    ...["", "none", "null", "identity"].map((word): [string, string] => [word, "such as 'linear'"]),
    ...["exponential", "exp", "hardtanh", "tanhshrink", "softshrink", "hardshrink", "celu", "glu", "rrelu", "crelu", "logsigmoid", "threshold", "squareplus", "sparsemax"].map((word): [string, string] => [word, "such as 'relu'"]),
]);

/** Layers can be named as activations, and are applied as such. Source: tfjs-layers 4.22.0 src/layers/advanced_activations.ts. */
const activationLayers: ReadonlySet<string> = new Set(["ELU", "ReLU", "Softmax"]);

/** The words among a layer's options that name nothing, and are plainly meant to. */
export function unknownNames({ options }: GivenOptions): readonly Fault[] {
    let faults: Fault[] | undefined;
    for (const { name: option, datum } of options.all) {
        const fault = datum.kind === "string" ? unknownName(option, datum.value) : undefined;
        if (fault) {
            (faults ??= []).push(fault);
        }
    }
    return faults ?? noFaults;
}

function unknownName(option: string, word: string): Fault | undefined {
    const kind = kindOf(option);
    if (!kind) {
        return undefined;
    }
    const foreign = kind === activations ? elsewhere.get(word.replaceAll("_", "").toLowerCase()) : undefined;
    // Layers can be named as well: their names begin with a capital letter.
    if (foreign && !/^[A-Z]/.test(word)) {
        return { kind: "option-value", option, given: `'${word}'`, expected: `the name of an activation, ${foreign}`, extensible: true, at: atOption(option) };
    }
    const nearest = meantName(kind, word);
    if (nearest === undefined) {
        return undefined;
    }
    const expected = `the name of ${kind.what}, such as '${nearest}'`;
    return { kind: "option-value", option, given: `'${word}'`, expected, choices: kind.names, extensible: true, at: atOption(option) };
}

/** Options are few, and the same come with every layer. */
const kindByOption = new Map<string, Names | undefined>();
const mostOptions = 200;

function kindOf(option: string): Names | undefined {
    if (kindByOption.has(option)) {
        return kindByOption.get(option);
    }
    const kind = kinds.find((one) => option.endsWith(one.option));
    if (kindByOption.size < mostOptions) {
        kindByOption.set(option, kind);
    }
    return kind;
}

/** What a word that names nothing was meant to be. */
function meantName(kind: Names, word: string): string | undefined {
    const { names } = kind;
    if (names.includes(word)) {
        return undefined;
    }
    if (/^[a-z]/.test(word)) {
        return nearestName(word, names);
    }
    // The library's classes begin with a capital letter, and can be named as well: but those of activations do not.
    const isLayer = activationLayers.has(word);
    return kind === activations && !isLayer ? names.find((name) => name.toLowerCase() === word.toLowerCase()) : undefined;
}
