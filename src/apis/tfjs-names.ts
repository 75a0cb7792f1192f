/**
 * Names that TensorFlow.js looks up when it makes a layer: activations, initializers, regularizers, constraints. Programs
 * may register more (tf.serialization.registerClass), so only what is nearly one of these is taken for a slip.
 */
import { atOption, type Fault } from "../catalogue/fault.js";
import type { GivenOptions } from "../catalogue/given.js";
import { nearestName } from "./nearest.js";

/** `option`: how the options that take such a name end. Source: tfjs-layers 4.22.0 src/activations.ts, src/initializers.ts, src/regularizers.ts, src/constraints.ts. */
const kinds: readonly { readonly option: string; readonly what: string; readonly names: readonly string[] }[] = [
    {
        option: "ctivation",
        what: "an activation",
        names: ["elu", "selu", "relu", "relu6", "linear", "sigmoid", "hardSigmoid", "softplus", "softsign", "tanh", "softmax", "logSoftmax", "gelu", "gelu_new", "mish", "swish"],
    },
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
    const nearest = kind && meantName(kind, word);
    if (!kind || nearest === undefined) {
        return undefined;
    }
    const expected = `the name of ${kind.what}, such as '${nearest}'`;
    return { kind: "option-value", option, given: `'${word}'`, expected, choices: kind.names, extensible: true, at: atOption(option) };
}

/** Options are few, and the same come with every layer. */
const kindByOption = new Map<string, (typeof kinds)[number] | undefined>();
const mostOptions = 200;

function kindOf(option: string): (typeof kinds)[number] | undefined {
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
function meantName({ what, names }: (typeof kinds)[number], word: string): string | undefined {
    if (names.includes(word)) {
        return undefined;
    }
    if (/^[a-z]/.test(word)) {
        return nearestName(word, names);
    }
    // The library's classes begin with a capital letter, and can be named as well: but those of activations do not.
    const isLayer = activationLayers.has(word);
    return what === "an activation" && !isLayer ? names.find((name) => name.toLowerCase() === word.toLowerCase()) : undefined;
}
