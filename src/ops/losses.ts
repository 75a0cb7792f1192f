/** tf.losses: a number for each element or example, weighted and then reduced. */
import type { Datum } from "../catalogue/datum.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { integer, raw } from "../catalogue/readers.js";
import { constant, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { resolveAxis } from "./axis.js";
import { asTensor, broadcastAnswers, checkLeastRank, onShape, sameShape, type Answer } from "./outcome.js";
import { optionalTensor, tensor } from "./readers.js";
import { replaceAxis } from "./shaping.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";

/** `tf.Reduction.NONE` is 0; all others (MEAN, SUM, SUM_BY_NONZERO_WEIGHTS) give a scalar. */
function reduction() {
    return optional<Datum>(raw(), { kind: "number", value: 3 });
}

/** computeWeightedLoss: the weights broadcast with the losses. */
function weighted(losses: Answer, weights: TensorArgument | undefined, how: Datum): Answer {
    const whole = weights ? broadcastAnswers(losses, weights.shape, ["the losses", "weights"]) : losses;
    switch (how.kind) {
        case "number":
            return how.value === 0 ? whole : scalarOf(whole);
        default:
            return onShape(whole, () => undefined);
    }
}

/** A scalar, unless there is a fault. */
function scalarOf(answer: Answer): Answer {
    return answer === undefined ? [] : onShape(answer, () => []);
}

const source = "tfjs-core 4.22.0 src/ops/losses/compute_weighted_loss.ts";

const computeWeightedLoss = op({
    name: "losses.computeWeightedLoss",
    args: { losses: required(tensor()), weights: optionalTensor(), reduction: reduction() },
    method: false,
    output: ({ losses, weights, reduction: how }) => asTensor(weighted(losses.shape, weights, how)),
    source,
});

interface Loss {
    readonly name: string;
    /** What the two compared tensors are called. */
    readonly compared: readonly [string, string];
    /** A number between weights and reduction. */
    readonly parameter?: string;
    /** The losses of the compared shape; that shape itself for most. */
    readonly each?: (shape: Shape) => Answer;
}

function loss({ name, compared: [first, second], parameter, each = (shape) => shape }: Loss): OpSpec {
    return op({
        name: `losses.${name}`,
        args: {
            [first]: required(tensor()),
            [second]: required(tensor()),
            weights: optionalTensor(),
            ...(parameter === undefined ? {} : noEffect(parameter)),
            reduction: reduction(),
        },
        method: false,
        output(args: Readonly<Record<string, unknown>>) {
            // Each was read by its own reader in the table above.
            const [a, b] = [args[first], args[second]] as TensorArgument[];
            const compared = sameShape(a?.shape, b?.shape, [first, second]);
            return asTensor(weighted(onShape(compared, each), args["weights"] as TensorArgument | undefined, args["reduction"] as Datum));
        },
        source,
    });
}

const cosineDistance = op({
    name: "losses.cosineDistance",
    args: { labels: required(tensor()), predictions: required(tensor()), axis: optional<Dim | undefined>(integer(), undefined), weights: optionalTensor(), reduction: reduction() },
    method: false,
    output({ labels, predictions, axis, weights, reduction: how }) {
        const compared = sameShape(labels.shape, predictions.shape, ["labels", "predictions"]);
        return asTensor(weighted(onShape(compared, (shape) => folded(shape, axis)), weights, how));
    },
    source: "tfjs-core 4.22.0 src/ops/losses/cosine_distance.ts",
});

/** Without an axis, all are folded (its `sum(…, axis, true)`). */
function folded(shape: Shape, axis: Dim | undefined): Answer {
    if (!axis) {
        return shape.map(() => constant(1));
    }
    const at = resolveAxis(axis, shape.length);
    return typeof at === "number" ? replaceAxis(shape, at, constant(1)) : at;
}

const labelled = ["labels", "predictions"] as const;

export const lossOps: readonly OpSpec[] = [
    computeWeightedLoss,
    cosineDistance,
    loss({ name: "absoluteDifference", compared: labelled }),
    loss({ name: "hingeLoss", compared: labelled }),
    loss({ name: "huberLoss", compared: labelled, parameter: "delta" }),
    loss({ name: "logLoss", compared: labelled, parameter: "epsilon" }),
    loss({ name: "meanSquaredError", compared: labelled }),
    loss({ name: "sigmoidCrossEntropy", compared: ["multiClassLabels", "logits"], parameter: "labelSmoothing" }),
    loss({
        name: "softmaxCrossEntropy",
        compared: ["onehotLabels", "logits"],
        parameter: "labelSmoothing",
        each: (shape) => checkLeastRank("logits", { shape }, 1) ?? shape.slice(0, -1),
    }),
];
