/** tf.metrics: what is wanted against what a model made of it, both as it is trained. */
import { atOption } from "../catalogue/fault.js";
import { required } from "../catalogue/options.js";
import type { Datum } from "../catalogue/datum.js";
import { refused, type Reader } from "../catalogue/readers.js";
import { compare, constant, unknown } from "../shapes/dim.js";
import { broadcastAnswers, asTensor, checkLeastRank, onShape, sameShape, type Answer } from "./outcome.js";
import { tensor } from "./readers.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";

const names = ["yTrue", "yPred"] as const;

/** A tensor, of which the library reads what lists and numbers have not. */
function itself(reader: Reader<TensorArgument> = tensor()): Reader<TensorArgument> {
    return { ...reader, read: (datum) => (listed.has(datum.kind) ? refused(reader.expected) : reader.read(datum)) };
}

const listed: ReadonlySet<Datum["kind"]> = new Set(["list", "numbers", "number", "size", "boolean"]);

interface Readers {
    readonly yTrue?: Reader<TensorArgument>;
    readonly yPred?: Reader<TensorArgument>;
}

function metric(name: string, compared: (wanted: Answer, made: Answer) => Answer, { yTrue = tensor(), yPred = tensor() }: Readers = {}): OpSpec {
    return op({
        name: `metrics.${name}`,
        args: { yTrue: required(yTrue), yPred: required(yPred) },
        method: false,
        output: ({ yTrue: wanted, yPred: made }) => asTensor(compared(wanted.shape, made.shape)),
        source: "tfjs-layers 4.22.0 src/metrics.ts, src/losses.ts",
    });
}

/** The last axis is folded. */
function folded(answer: Answer): Answer {
    return onShape(answer, (shape) => checkLeastRank("yPred", { shape }, 1) ?? shape.slice(0, -1));
}

function broadcastOf(wanted: Answer, made: Answer): Answer {
    return broadcastAnswers(wanted, made, names);
}

function overLast(wanted: Answer, made: Answer): Answer {
    return folded(broadcastOf(wanted, made));
}

/** What broadcasts becomes one number. */
function overAll(wanted: Answer, made: Answer): Answer {
    return onShape(broadcastOf(wanted, made), () => []);
}

/** The sum is taken over what is the last axis of the prediction. */
function overLastOfPrediction(wanted: Answer, made: Answer): Answer {
    return onShape(folded(made), ({ length }) => onShape(broadcastOf(wanted, made), (shape) => shape.toSpliced(length, 1)));
}

/** Numbers of classes stand on a last axis of 1, or on none. */
function overClasses(wanted: Answer, made: Answer): Answer {
    return onShape(wanted, (classes) =>
        onShape(made, (shape) => {
            const isApart = classes.length === shape.length;
            if (isApart && compare(classes.at(-1) ?? unknown, constant(1)) === "different") {
                return { kind: "shape-mismatch", inputs: [classes, shape.with(-1, constant(1))], names: ["yTrue", "the classes of yPred"], axis: shape.length - 1, at: atOption("yTrue") };
            }
            return broadcastOf(isApart ? classes.slice(0, -1) : classes, folded(shape));
        }),
    );
}

export const metricOps: readonly OpSpec[] = [
    ...["meanAbsoluteError", "meanAbsolutePercentageError", "meanSquaredError", "mape", "MAPE", "mse", "MSE"].map((name) => metric(name, overLast)),
    metric("binaryAccuracy", overLast, { yTrue: itself() }),
    metric("binaryCrossentropy", (wanted, made) => folded(sameShape(wanted, made, names)), { yTrue: itself() }),
    metric("categoricalAccuracy", (wanted, made) => broadcastOf(folded(wanted), folded(made))),
    metric("categoricalCrossentropy", overLastOfPrediction, { yPred: itself(tensor("float32")) }),
    metric("cosineProximity", (wanted, made) => onShape(folded(wanted), () => onShape(folded(made), () => overLast(wanted, made)))),
    metric("precision", overAll),
    metric("recall", overAll),
    metric("r2Score", overAll, { yTrue: itself() }),
    metric("sparseCategoricalAccuracy", overClasses, { yTrue: itself(), yPred: itself() }),
];
