/** Models given data: `predict`, `fit`, `evaluate` and their like, with tensors whose shapes are known. */
import { atCall, atOption, type Fault, type FaultPlace } from "../catalogue/fault.js";
import { undefinedDatum, unknownDatum, type Datum } from "../catalogue/datum.js";
import type { Given, GivenOptions } from "../catalogue/read.js";
import { targetShape } from "../training/targets.js";
import { checkLeastRows, checkRows, fitSlots, onFit, onPredict, onPredictOnBatch, type Feed, type Fitting, type Manner, type Slot } from "../training/feed.js";
import { unknown as unknownDim } from "../shapes/dim.js";
import type { Outcome } from "../layers/spec.js";
import type { Shape } from "../shapes/shape.js";
import type { Arguments } from "./arguments.js";
import { overridden, toArguments } from "./data.js";
import type { Evaluation } from "./evaluation.js";
import { report } from "./layers.js";
import { shapesFor } from "./model-shapes.js";
import { array, tensor, unknown, type CallNode, type Loss, type ModelValue, type SymbolicTensor, type Value } from "./values.js";

/** The arguments of each method, in order; what stands in `args` counts as arguments too. */
const methods = {
    predict: ["x", "args"],
    predictOnBatch: ["x"],
    fit: ["x", "y", "args"],
    evaluate: ["x", "y", "args"],
    trainOnBatch: ["x", "y"],
} as const;

type DataMethod = keyof typeof methods;

/** `model.predict(x)`, `model.predictOnBatch(x)`. */
export function predict(e: Evaluation, model: ModelValue, method: "predict" | "predictOnBatch", args: Arguments, node: CallNode): Value {
    const inputs = inputSlots(model);
    if (args.open || !inputs) {
        return unknown;
    }
    const given = overridden(e, node, givenOf(e, methods[method], args, node));
    const feed = feedOf(given, "x", "input", inputs);
    const fitting = fitSlots(feed, manners[method]);
    const fault = model.keras ? undefined : (fitting.faults[0] ?? checkLeastRows({ ...feed, ...fitting }));
    if (fault) {
        tell(e, model, method, fault, given, args, node);
        return unknown;
    }
    const outcome = runOn(e, model, fitting.shapes, isOneBatch(method, given, fitting.shapes));
    if (outcome?.kind !== "outputs") {
        tellWithin(e, model, method, outcome, given, args, node);
        return unknown;
    }
    const results = outcome.shapes.map(tensor);
    return results.length > 1 ? array(results) : (results[0] ?? unknown);
}

/** `model.fit(x, y)` and its like. */
export function train(e: Evaluation, model: ModelValue, method: "fit" | "evaluate" | "trainOnBatch", args: Arguments, node: CallNode): void {
    if (model.keras) {
        return;
    }
    const given = overridden(e, node, givenOf(e, methods[method], args, node));
    const inputs = args.open ? undefined : inputSlots(model);
    const fault = checkCompiled(e, model, method) ?? (inputs && checkTraining(given, inputs, outputSlots(model)));
    if (fault) {
        tell(e, model, method, fault, given, args, node);
    } else if (inputs) {
        const { shapes } = fitSlots(feedOf(given, "x", "input", inputs), manners[method]);
        tellWithin(e, model, method, runOn(e, model, shapes, isOneBatch(method, given, shapes)), given, args, node);
    }
}

function tell(e: Evaluation, model: ModelValue, method: DataMethod, fault: Fault, given: GivenOptions, args: Arguments, node: CallNode): void {
    report(e, { fault, call: node, application: node, callee: method, given, unread: [], spelling: undefined, layer: undefined, model, inputs: args.values, module: e.module });
}

/**
 * Each batch has as many rows of every input as of the first: predict does not look at those beyond. Where there may be
 * several, what the bodies of the program's own layers get is not told by these shapes.
 */
function runOn(e: Evaluation, model: ModelValue, shapes: readonly (Shape | undefined)[], isWhole: boolean): Outcome {
    const rows = shapes[0]?.[0] ?? unknownDim;
    const run = (): Outcome =>
        shapesFor(
            e,
            model,
            shapes.map((shape) => shape?.with(0, rows)),
            true,
        );
    return isWhole ? run() : e.silently(run);
}

const usualBatch = 32;

/** Whether the data are handed to the layers all at once: tfjs-layers 4.22.0 src/engine/training.ts, predictLoop and fitLoop. */
function isOneBatch(method: DataMethod, given: GivenOptions, [first]: readonly (Shape | undefined)[]): boolean {
    if (method === "predictOnBatch" || method === "trainOnBatch") {
        return true;
    }
    const rows = first?.[0];
    const size = given.options.get("batchSize")?.datum;
    const most = size?.kind === "number" ? size.value : size && size.kind !== "undefined" ? 0 : usualBatch;
    return !given.open && !given.options.has("validationSplit") && rows?.kind === "constant" && rows.value <= most;
}

/** Faults that a layer has for these data and not for any: what it cannot take, the library refuses when it runs. */
const refused: ReadonlySet<Fault["kind"]> = new Set(["input-rank", "input-size", "input-count", "merge", "merge-rank", "reshape-size"]);

function tellWithin(e: Evaluation, model: ModelValue, method: DataMethod, outcome: Outcome, given: GivenOptions, args: Arguments, node: CallNode): void {
    const fault = outcome?.kind === "fault" ? outcome.faults[0] : undefined;
    if (fault?.kind === "nested" && !model.keras && refused.has(fault.inner.kind) && !isBroken(e, model)) {
        tell(e, model, method, fault, given, args, node);
    }
}

/** The model's own inputs have shown it already. */
function isBroken(e: Evaluation, model: ModelValue): boolean {
    return shapesFor(e, model, model.inputs.map(({ shape }) => shape))?.kind === "fault";
}

const manners: Readonly<Record<DataMethod, Manner>> = { predict: onPredict, predictOnBatch: onPredictOnBatch, fit: onFit, evaluate: onFit, trainOnBatch: onFit };

/**
 * tfjs-layers 4.22.0 src/engine/training.ts LayersModel.standardizeUserDataXY, src/models.ts Sequential.fit: a model that was
 * not compiled, or that got another layer since, cannot be trained. `trainOnBatch` goes on with the layers of before.
 */
function checkCompiled(e: Evaluation, model: ModelValue, method: DataMethod): Fault | undefined {
    const isKnown = model.compiled.kind === "none" && (e.triedSince === undefined || model.born > e.triedSince);
    const lapsed = model.inner === "outdated";
    return isKnown && !(lapsed && method === "trainOnBatch") ? { kind: "not-compiled", lapsed, at: atCall } : undefined;
}

function checkTraining(given: GivenOptions, inputs: readonly Slot[], outputs: readonly Slot[] | undefined): Fault | undefined {
    const fault = checkPair([feedOf(given, "x", "input", inputs), ...(outputs ? [feedOf(given, "y", "target", outputs)] : [])]);
    return fault ?? checkValidation(given, inputs, outputs);
}

function checkPair(feeds: readonly Feed[]): Fault | undefined {
    const fitted = feeds.map((feed): Feed & Fitting => ({ ...feed, ...fitSlots(feed, onFit) }));
    return fitted.flatMap(({ faults }) => faults)[0] ?? checkRows(fitted);
}

/** `validationData: [x, y]`. Anything but an array is not looked at, and neither is an empty one. */
function checkValidation(given: GivenOptions, inputs: readonly Slot[], outputs: readonly Slot[] | undefined): Fault | undefined {
    const datum = given.options.get("validationData")?.datum;
    if (datum?.kind !== "list" || datum.items.length === 0) {
        return undefined;
    }
    const at = (index: number): FaultPlace => atOption("validationData", index);
    const [x = unknownDatum, y = unknownDatum] = datum.items;
    if (datum.items.length !== 2) {
        return { kind: "validation-pair", count: datum.items.length, at: atOption("validationData") };
    }
    return checkPair([
        { role: "input", datum: x, slots: inputs, place: () => at(0) },
        ...(outputs ? [{ role: "target", datum: y, slots: outputs, place: () => at(1) } as const] : []),
    ]);
}

function feedOf({ options }: GivenOptions, name: "x" | "y", role: Feed["role"], slots: readonly Slot[]): Feed {
    const datum = options.get(name)?.datum ?? undefinedDatum;
    return { role, datum, slots, place: (index) => (datum.kind === "list" ? atOption(name, index) : atOption(name)) };
}

/** Undefined where the model could not be followed. */
function inputSlots(model: ModelValue): readonly Slot[] | undefined {
    const isOutdated = model.inner === "outdated" || model.inner === "unknown";
    return model.open || isOutdated || model.inputs.length === 0 ? undefined : model.inputs.map((tensor): Slot => ({ name: inputName(model, tensor), shape: tensor.shape }));
}

/** tfjs-layers 4.22.0 src/models.ts Sequential.add: the input that a first layer makes for itself is called after it. */
function inputName(model: ModelValue, { producer }: SymbolicTensor): string | undefined {
    const [first] = model.layers;
    if (producer) {
        return producer.target.name;
    }
    return model.sequential && first?.kind === "layer" && first.name !== undefined ? `${first.name}_input` : undefined;
}

/** What targets have to be for the loss that each output was compiled with; undefined where that is not known. */
function outputSlots({ outputs, compiled }: ModelValue): readonly Slot[] | undefined {
    if (outputs.length === 0 || compiled.kind === "none") {
        return undefined;
    }
    return outputs.map(({ producer, shape }, index): Slot => {
        const loss: Loss = compiled.kind === "known" ? (compiled.losses[index] ?? unknownLoss) : unknownLoss;
        return { name: producer?.target.name, ...(shape ? targetFor(loss, shape) : { shape }) };
    });
}

const unknownLoss: Loss = { kind: "unknown" };

function targetFor(loss: Loss, output: Shape): Pick<Slot, "shape" | "classes"> {
    switch (loss.kind) {
        case "named":
            return targetShape(loss.name, output);
        case "exported":
            return { shape: output };
        case "unknown":
            return { shape: output.with(-1, unknownDim) };
    }
}

function givenOf(e: Evaluation, names: readonly string[], args: Arguments, node: CallNode): GivenOptions {
    const options = new Map<string, Given>();
    toArguments(e, args, node).forEach(({ datum, place, fields }, index) => {
        const name = names[index];
        if (name === "args") {
            for (const [option, field] of fields ?? []) {
                options.set(option, { datum: field.datum, spelling: option, place: field.place });
            }
        } else if (name !== undefined) {
            options.set(name, { datum: fields ? recordOf(datum, fields) : datum, spelling: name, place });
        }
    });
    return { options, open: false };
}

/** The fields of an argument stand beside its datum. */
function recordOf(datum: Datum, fields: ReadonlyMap<string, { readonly datum: Datum }>): Datum {
    return datum.kind === "record" ? { ...datum, fields: new Map([...fields].map(([name, field]) => [name, field.datum])) } : datum;
}
