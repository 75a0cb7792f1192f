/** Models trained on datasets: `fitDataset`, `evaluateDataset`. */
import { atOption, type Fault, type FaultPlace, type Fed } from "../../catalogue/fault.js";
import { unknownDatum, type Datum } from "../../catalogue/datum.js";
import { type GivenOptions, OptionList } from "../../catalogue/given.js";
import { canCompute, targetShape } from "../../training/targets.js";
import { checkRows, fitSlots, onDataset, type Feed, type Fitting, type Slot } from "../../training/feed.js";
import type { Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import { runWhole, withFittingShapes } from "./batches.js";
import { checkClassWeight } from "./class-weights.js";
import { now, reportUneven } from "./datasets.js";
import { handedInTraining, refusedWithin, standingAt, tell } from "./data-faults.js";
import { checkValidation, givenOf } from "./feeds.js";
import { inputSlots, outputSlots } from "./slots.js";
import { checkCompiled, checkOptions, methods } from "./training-methods.js";
import { checkTrainability } from "./trainability.js";
import { scopeOf, takeStep } from "./training-step.js";
import type { CallNode, Measure, ModelValue, Value } from "../values.js";

/**
 * `model.fitDataset(dataset, …)`. tfjs-layers 4.22.0 src/engine/training_dataset.ts, standardizeDataIteratorOutput: names,
 * numbers and rows are checked; the shapes meet the layers, and then the loss.
 */
export function trainOnDataset(e: Evaluation, model: ModelValue, method: "fitDataset" | "evaluateDataset", args: Arguments, node: CallNode): GivenOptions | undefined {
    if (model.keras) {
        return undefined;
    }
    const given = givenOf(e, methods[method], args, node);
    const [source] = args.values;
    const element = source?.kind === "dataset" && !args.open ? now(e, source).element : unknownDatum;
    if (source?.kind === "dataset" && !args.open) {
        reportUneven(e, source, given.open === false && ["batchesPerEpoch", "batches"].every((option) => !given.options.has(option)));
    }
    const inputs = inputSlots(e, model);
    const fault =
        checkCompiled(e, model, method) ??
        (args.open ? undefined : checkOptions(method, given)) ??
        (args.open ? undefined : checkSource(source)) ??
        checkElement(element) ??
        (method === "fitDataset" ? (checkTrainability(e, model) ?? handedInTraining(e, model)) : undefined) ??
        (inputs && element.kind === "record" ? checkBatch(e, model, { element, inputs, trains: method === "fitDataset", at: atOption("x"), node, given }) : undefined) ??
        (inputs && method === "fitDataset" ? checkValidationSet(e, model, given, args.values[1], inputs, node) : undefined);
    if (fault) {
        tell(e, model, method, fault, given, args, node);
    }
    return given;
}

/** `validationData`: another dataset, or tensors as `evaluate` takes them. */
function checkValidationSet(e: Evaluation, model: ModelValue, given: GivenOptions, config: Value | undefined, inputs: readonly Slot[], node: CallNode): Fault | undefined {
    const field = config?.kind === "object" ? config.fields.get("validationData") : undefined;
    if (field?.getter || field?.value.kind !== "dataset") {
        const datum = given.options.get("validationData")?.datum;
        return datum?.kind === "list" && datum.items.length === 2 ? checkValidation(given, inputs, outputSlots(e, model)) : undefined;
    }
    const { element } = now(e, field.value);
    const at = atOption("validationData");
    return checkElement(element, at) ?? (element.kind === "record" ? checkBatch(e, model, { element, inputs, trains: false, at, node, given }) : undefined);
}

/** Data for `fit` in the place of a dataset. tfjs-layers 4.22.0 src/engine/training_dataset.ts: it is asked for its iterator. */
function checkSource(source: Value | undefined): Fault | undefined {
    const at = atOption("x");
    switch (source?.kind) {
        case "tensor":
            return { kind: "data-form", role: "dataset", what: "a tensor", at };
        case "array":
            return { kind: "data-form", role: "dataset", what: "an array", at };
        case "promise":
            return { kind: "data-form", role: "dataset", what: "a promise", at };
        default:
            return undefined;
    }
}

/** Whatever is known to be no object with xs and ys. */
function checkElement(element: Datum, at: FaultPlace = atOption("x")): Fault | undefined {
    const has = (name: string): boolean => element.kind !== "record" || element.open === true || !["undefined", "null"].includes(element.fields.get(name)?.kind ?? "undefined");
    const isOther = ["tensor", "list", "numbers", "number", "size", "boolean", "string"].includes(element.kind);
    const missing = isOther ? "xs" : ["xs", "ys"].find((name) => !has(name));
    return missing === undefined ? undefined : { kind: "dataset-element", missing, at };
}

interface DatasetBatch {
    readonly element: Datum & { readonly kind: "record" };
    readonly inputs: readonly Slot[];
    readonly trains: boolean;
    readonly at: FaultPlace;
    readonly node: CallNode;
    readonly given: GivenOptions;
}

function checkBatch(e: Evaluation, model: ModelValue, { element: { fields }, inputs, trains, at, node, given }: DatasetBatch): Fault | undefined {
    const place = (): FaultPlace => at;
    const x: Feed = { role: "input", datum: fields.get("xs") ?? unknownDatum, slots: inputs, place };
    const y: Feed = { role: "target", datum: fields.get("ys") ?? unknownDatum, slots: outputSlots(e, model) ?? [], place };
    const feeds = (y.slots.length > 0 ? [x, y] : [x]).map((feed) => fitSlots(feed, onDataset));
    const fault = feeds.flatMap(({ faults }) => faults)[0] ?? checkRows(feeds) ?? (trains ? checkClassWeight(model, given, feeds[1]?.shapes ?? []) : undefined);
    if (fault) {
        return fault;
    }
    // All have as many rows, however many these are.
    const [{ shapes } = { shapes: [] }, targets] = feeds.map((feed) => ({ ...feed, shapes: feed.shapes.map((shape) => (shape?.[0]?.kind === "unknown" ? shape.with(0, e.samples) : shape)) }));
    const outcome = withFittingShapes(inputs, shapes, (all) => runWhole(e, model, all, "trainOnBatch", { options: OptionList.none, open: false }));
    if (outcome?.kind !== "outputs") {
        return standingAt(at, refusedWithin(e, model, outcome));
    }
    return checkLosses(model, targets, outcome.shapes, at) ?? takeStep(e, model.compiled, { trains, targets: targets?.shapes ?? [], targetTypes: targets?.dtypes ?? [], outputs: outcome.shapes, node, ...scopeOf(model) });
}

/** Nobody has compared these targets with the outputs before: losses and metrics meet them as they are. */
function checkLosses({ compiled }: ModelValue, targets: Fitting | undefined, outputs: readonly (Shape | undefined)[], at: FaultPlace): Fault | undefined {
    if (compiled.kind !== "known" || !targets) {
        return undefined;
    }
    for (const [index, output] of outputs.entries()) {
        const target = targets.shapes[index];
        if (!target || !output) {
            continue;
        }
        const loss = nameOf(compiled.losses[index]);
        if (loss !== undefined && !canCompute(loss, target, output)) {
            const fed: Fed = { role: "target", name: targets.slots[index]?.name, index, count: targets.slots.length, shape: target };
            const { shape: expected, classes } = targetShape(loss, output);
            return { kind: "data-shape", fed, expected, batchMissing: false, classes, at };
        }
        const metric = compiled.metrics?.[index]?.map(nameOf).find((name) => name !== undefined && !canCompute(name, target, output));
        if (metric !== undefined) {
            return { kind: "metric-target", metric, target, output, at };
        }
    }
    return undefined;
}

/** Of one of the library's own. */
function nameOf(measure: Measure | undefined): string | undefined {
    return measure?.kind === "named" ? measure.name : measure?.kind === "exported" ? measure.path : undefined;
}
