/** What a loss makes of the output it is given. */
import { atCall, atOption, type Fault } from "../catalogue/fault.js";
import { compare, constant, isAtLeast, unknown } from "../shapes/dim.js";
import { broadcast, type Shape } from "../shapes/shape.js";

const classLosses: ReadonlySet<string> = new Set(["categoricalCrossentropy", "sparseCategoricalCrossentropy"]);

/**
 * Losses over classes need two of them. tfjs-layers 4.22.0 src/engine/training.ts, checkLossAndTargetCompatibility refuses
 * every target there is for one; src/losses.ts, sparseCategoricalCrossentropy makes a one-hot of one class, which throws.
 */
export function checkClasses(loss: string, output: Shape, option: string): Fault | undefined {
    const isOne = classLosses.has(loss) && compare(output.at(-1) ?? unknown, constant(1)) === "equal";
    return isOne ? { kind: "loss-one-unit", loss, output, at: atOption(option) } : undefined;
}

/** Measures that give one number: all of tf.losses (tfjs-core 4.22.0 src/ops/losses), and these (tfjs-layers 4.22.0 src/metrics.ts). */
const scalars: ReadonlySet<string> = new Set(["precision", "recall", "r2Score"]);

/** What one of the library's measures gives for an output, `measure` by its name or as a path: one number for each example where it is not just one. */
export function lossShape(measure: string, output: Shape): Shape {
    return measure.startsWith("losses.") || scalars.has(bare(measure)) ? [] : output.slice(0, -1);
}

/** Functions whose operations have no gradient: comparisons, tfjs-layers 4.22.0 src/metrics.ts, tfjs-core 4.22.0 src/ops/losses/compute_weighted_loss.ts. */
const withoutGradient: ReadonlySet<string> = new Set(["binaryAccuracy", "categoricalAccuracy", "precision", "recall", "sparseCategoricalAccuracy", "computeWeightedLoss"]);

export function hasGradient(path: string): boolean {
    return !withoutGradient.has(bare(path));
}

function bare(path: string): string {
    return path.replace(/^(?:losses|metrics)\./, "");
}

/** Losses of the outputs are added as they are: tfjs-layers 4.22.0 src/engine/training.ts, makeTrainFunction. */
export function addLosses([first, ...others]: readonly (Shape | undefined)[]): Fault | undefined {
    let sum = first;
    for (const [index, loss] of others.entries()) {
        if (!sum || !loss) {
            return undefined;
        }
        const added = broadcast(sum, loss);
        if (added.kind !== "shape") {
            return { kind: "loss-sum", sum, loss, index: index + 1, at: atCall };
        }
        sum = added.shape;
    }
    return undefined;
}

/** Activations whose values are no probabilities. */
const unbounded: ReadonlySet<string> = new Set(["linear", "relu", "relu6", "leakyRelu", "elu", "selu", "prelu", "thresholdedRelu", "tanh", "softplus", "softsign"]);

/** Losses that take an output from before its activation, and apply that themselves. tfjs-core 4.22.0 src/ops/softmax_cross_entropy.ts, sigmoid_cross_entropy.ts. */
const ownActivation: Readonly<Record<string, string>> = { "losses.softmaxCrossEntropy": "softmax", "losses.sigmoidCrossEntropy": "sigmoid" };

/** `loss`: one of the library's own, by its name, or a function that it exports. */
export function adviseOnLoss(loss: string, activation: string, output: Shape, option: string): Fault | undefined {
    const name = loss.replace(/^metrics\./, "");
    const at = atOption(option);
    if (ownActivation[loss] === activation) {
        return { kind: "loss-activation", problem: "twice", loss: name, activation, output, at };
    }
    if (name === "binaryCrossentropy" && activation === "softmax" && isAtLeast(output.at(-1) ?? unknown, constant(2)) === "always") {
        return { kind: "loss-activation", problem: "shared", loss: name, activation, output, at };
    }
    if ((name === "binaryCrossentropy" || classLosses.has(name)) && unbounded.has(activation)) {
        return { kind: "loss-activation", problem: "unbounded", loss: name, activation, output, at };
    }
    return undefined;
}
