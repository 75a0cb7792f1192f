/** The methods of models that take data: their arguments and options, and what the model needs before it takes any. */
import { dimOf, type Datum } from "../../catalogue/datum.js";
import { atCall, atOption, type Fault } from "../../catalogue/fault.js";
import { optional, required, type OptionTable } from "../../catalogue/options.js";
import { type GivenOptions } from "../../catalogue/given.js";
import { readOptions } from "../../catalogue/read.js";
import { size } from "../../catalogue/readers.js";
import { constant, unknown as unknownDim, type Dim } from "../../shapes/dim.js";
import type { Evaluation } from "../evaluation.js";
import { array, arrayWith, namedNumber, promise, tensor, tensorWith, unknown } from "../making.js";
import type { CallNode, ModelValue, Value } from "../values.js";

/** The arguments of each method, in order; what stands in `args` counts as arguments too. */
export const methods = {
    predict: ["x", "args"],
    predictOnBatch: ["x"],
    fit: ["x", "y", "args"],
    evaluate: ["x", "y", "args"],
    trainOnBatch: ["x", "y"],
    fitDataset: ["x", "args"],
    evaluateDataset: ["x", "args"],
} as const;

export type DataMethod = keyof typeof methods;

/** tfjs-layers 4.22.0 src/engine/training_tensors.ts, checkBatchSize; src/engine/training_dataset.ts, fitDataset. */
const optionTables: Readonly<Record<"batches" | "epochs", OptionTable>> = {
    batches: { batchSize: optional(size(1), constant(1)) },
    epochs: { epochs: required(size(1)), batchesPerEpoch: optional(size(1), constant(1)) },
};

export function checkOptions(method: DataMethod, given: GivenOptions): Fault | undefined {
    switch (method) {
        case "predict":
        case "evaluate":
            return readOptions(optionTables.batches, given).faults[0];
        case "fit":
            return readOptions(optionTables.batches, given).faults[0] ?? checkSampleWeight(given);
        case "fitDataset":
            return readOptions(optionTables.epochs, given).faults[0];
        case "predictOnBatch":
        case "trainOnBatch":
        case "evaluateDataset":
            return undefined;
    }
}

const weighing: ReadonlySet<Datum["kind"]> = new Set(["tensor", "list", "numbers", "record", "number"]);

/** tfjs-layers 4.22.0 src/engine/training.ts, standardizeUserData: only `fit` looks at it, and throws. */
function checkSampleWeight({ options }: GivenOptions): Fault | undefined {
    const weight = options.get("sampleWeight")?.datum;
    return weight && weighing.has(weight.kind) ? { kind: "unsupported", what: "`sampleWeight`", when: "run", at: atOption("sampleWeight") } : undefined;
}

/**
 * What `evaluate` returns: a number for the loss, one for each output's where there are several, one for each metric.
 * tfjs-layers 4.22.0 src/engine/training.ts, makeTestFunction.
 */
export function evaluated({ compiled, keras }: ModelValue, method: DataMethod, call: CallNode): Value {
    if (keras || compiled.kind !== "known" || !compiled.metrics) {
        return unknown;
    }
    const { length } = compiled.losses;
    const numbers = length + (length > 1 ? length : 0) + compiled.metrics.reduce((sum, metrics) => sum + metrics.length, 0);
    return numbers === 1 ? tensorWith(tensor([]), { alone: { method, call, why: "the model has one output and no metrics" } }) : listOf(Array.from({ length: numbers }, () => tensor([])), method, call);
}

/** What `trainOnBatch` promises of a model with one output: numbers. tfjs-layers 4.22.0 src/engine/training.ts, trainOnBatch. */
export function trainedOnBatch({ compiled, keras }: ModelValue, call: CallNode): Value {
    const method: DataMethod = "trainOnBatch";
    if (keras || compiled.kind !== "known" || compiled.losses.length !== 1 || !compiled.metrics) {
        return unknown;
    }
    const metrics = compiled.metrics.flat();
    const loss = namedNumber("loss");
    return promisedBy(method, call, metrics.length === 0 ? { ...loss, alone: { method, call, why: "the model has one output and no metrics" } } : listOf([loss, ...metrics.map(() => namedNumber("metric"))], method, call));
}

/** Whoever asks for more expects a metric that `compile` was not given. */
function listOf(items: Value[], method: DataMethod, call: CallNode): Value {
    return arrayWith(array(items), { made: { result: `${method}()`, why: `the model has ${items.length} losses and metrics in all`, call } });
}

/** What a method of a model promises. */
export function promisedBy(method: DataMethod, call: CallNode, value: Value): Value {
    const promised = promise(value);
    return promised.kind === "promise" ? { ...promised, from: { method, call } } : promised;
}

const usualBatch = 32;

/** How many rows each batch takes; 32 where nothing is said. */
export function batchSizeOf({ options, open }: GivenOptions): Dim {
    const datum = options.get("batchSize")?.datum;
    if (!datum && open) {
        return unknownDim;
    }
    return !datum || datum.kind === "undefined" || datum.kind === "null" ? constant(usualBatch) : dimOf(datum);
}

/**
 * tfjs-layers 4.22.0 src/engine/training.ts LayersModel.standardizeUserDataXY, src/models.ts Sequential.fit: a model that was
 * not compiled, or that got another layer since, cannot be trained. `trainOnBatch` goes on with the layers of before.
 */
export function checkCompiled(e: Evaluation, model: ModelValue, method: DataMethod): Fault | undefined {
    const isKnown = model.compiled.kind === "none" && (e.triedSince === undefined || model.born > e.triedSince);
    const lapsed = model.inner === "outdated";
    return isKnown && !(lapsed && method === "trainOnBatch") ? { kind: "not-compiled", lapsed, at: atCall } : undefined;
}
