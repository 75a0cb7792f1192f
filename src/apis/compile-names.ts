/** The names that `compile` looks up: losses, metrics, optimizers. */
import { nearestName } from "./nearest.js";

export type Named = "loss" | "metric" | "optimizer";

/**
 * Source: tfjs-layers 4.22.0 src/losses.ts lossesMap; src/metrics.ts metricsMap, with what LayersModel.compile in
 * src/engine/training.ts takes beside them; src/optimizers.ts getOptimizer.
 */
export const names: Readonly<Record<Named, readonly string[]>> = {
    loss: [
        "meanSquaredError", "meanAbsoluteError", "meanAbsolutePercentageError", "meanSquaredLogarithmicError", "squaredHinge", "hinge", "categoricalHinge",
        "logcosh", "categoricalCrossentropy", "sparseCategoricalCrossentropy", "binaryCrossentropy", "kullbackLeiblerDivergence", "poisson", "cosineProximity",
    ],
    metric: [
        "accuracy", "acc", "crossentropy", "ce", "binaryAccuracy", "categoricalAccuracy", "precision", "categoricalCrossentropy",
        "sparseCategoricalCrossentropy", "mse", "MSE", "mae", "MAE", "mape", "MAPE", "cosine",
    ],
    optimizer: ["sgd", "adam", "adamax", "adagrad", "adadelta", "rmsprop", "SGD", "Adam", "Adamax", "Adagrad", "Adadelta", "RMSProp"],
};

/** Functions of `tf.losses` (tfjs-core 4.22.0 src/ops/ops.ts) and `tf.metrics` (tfjs-layers 4.22.0 src/exports_metrics.ts). */
export const exported: ReadonlySet<string> = new Set([
    ...["absoluteDifference", "computeWeightedLoss", "cosineDistance", "hingeLoss", "huberLoss", "logLoss", "meanSquaredError", "sigmoidCrossEntropy", "softmaxCrossEntropy"].map((name) => `losses.${name}`),
    ...["MAPE", "MSE", "binaryAccuracy", "binaryCrossentropy", "categoricalAccuracy", "categoricalCrossentropy", "cosineProximity", "mape", "meanAbsoluteError"].map((name) => `metrics.${name}`),
    ...["meanAbsolutePercentageError", "meanSquaredError", "mse", "precision", "r2Score", "recall", "sparseCategoricalAccuracy"].map((name) => `metrics.${name}`),
]);

/** Other words for the same, in Keras or in another of the library's lists. */
const synonyms: Readonly<Record<Named, Readonly<Record<string, string>>>> = {
    loss: {
        mse: "meanSquaredError",
        mae: "meanAbsoluteError",
        mape: "meanAbsolutePercentageError",
        msle: "meanSquaredLogarithmicError",
        kld: "kullbackLeiblerDivergence",
        kldivergence: "kullbackLeiblerDivergence",
        cosine: "cosineProximity",
    },
    metric: { meansquarederror: "mse", meanabsoluteerror: "mae", meanabsolutepercentageerror: "mape", cosineproximity: "cosine" },
    optimizer: {},
};

/** `means`: the same thing by its name here. `near`: what it was perhaps meant to be. */
export function lookUp(what: Named, name: string): { readonly isKnown: boolean; readonly means?: string | undefined; readonly near?: string | undefined } {
    const known = names[what];
    // The library asks with `in`, which finds what every object has.
    if (known.includes(name) || name in Object.prototype) {
        return { isKnown: true };
    }
    const plain = bare(name);
    const means = synonyms[what][plain] ?? known.find((word) => bare(word) === plain);
    const choices = what === "optimizer" ? known.filter((word) => word === word.toLowerCase()) : known;
    return { isKnown: false, means, near: means === undefined ? nearestName(name, choices) : undefined };
}

function bare(word: string): string {
    return word.replaceAll("_", "").toLowerCase();
}
