/** Models given data: `predict`, `fit`, `evaluate` and their like, with tensors whose shapes are known. */
import { atOption, type Fault, type FaultPlace, type Fed } from "../../catalogue/fault.js";
import { undefinedDatum, unknownDatum, type Datum, type Openness } from "../../catalogue/datum.js";
import { type Given, given as toGiven, type GivenOptions, OptionList } from "../../catalogue/given.js";
import { canCompute, targetShape } from "../../training/targets.js";
import { checkLeastRows, checkRows, fitSlots, onDataset, onFit, onPredict, onPredictOnBatch, type Feed, type Fitting, type Manner, type Slot } from "../../training/feed.js";
import { compare, compareOrder, constant, modulo, unknown as unknownDim, type Dim } from "../../shapes/dim.js";
import type { DType } from "../../catalogue/dtype.js";
import type { Outcome } from "../../layers/spec.js";
import type { Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import { overridden, toArguments } from "./data.js";
import { isOfFloats } from "./dtypes.js";
import type { Evaluation } from "../evaluation.js";
import { checkClassWeight } from "./class-weights.js";
import { handedFault } from "./execution.js";
import { reportCall } from "./reporting.js";
import { builtFor, shapesFor } from "./model-shapes.js";
import { inputSlots, outputSlots } from "./slots.js";
import { batchSizeOf, checkCompiled, checkOptions, methods, type DataMethod } from "./training-methods.js";
import { checkTrainability, isCatalogued, mayRegularize, watchedOutputs } from "./trainability.js";
import { takeStep, type Step } from "./training-step.js";
import { untaped } from "./watched.js";
import { array, tensor, unknown } from "../making.js";
import type { CallNode, Measure, ModelValue, Value } from "../values.js";

/** `model.predict(x)`, `model.predictOnBatch(x)`. */
export function predict(e: Evaluation, model: ModelValue, method: "predict" | "predictOnBatch", args: Arguments, node: CallNode): Value {
    const inputs = inputSlots(e, model);
    if (args.open || !inputs) {
        return unknown;
    }
    const given = overridden(e, node, givenOf(e, methods[method], args, node));
    const feed = feedOf(given, "x", "input", inputs);
    const fitting = fitSlots(feed, manners[method]);
    const fault = model.keras ? undefined : (fitting.faults[0] ?? checkLeastRows(fitting) ?? checkOptions(method, given));
    if (fault) {
        tell(e, model, method, fault, given, args, node);
        return unknown;
    }
    const outcome = withFittingShapes(inputs, fitting.shapes, (shapes) => runWhole(e, model, shapes, method, given));
    if (outcome?.kind !== "outputs") {
        tellWithin(e, model, method, outcome, given, args, node);
        return unknown;
    }
    const rows = rowsOf(fitting.shapes);
    const dtype = isOfFloats(model) ? "float32" : undefined;
    const watched = e.tapes === 0 ? [] : watchedOutputs(e, model);
    const results = outcome.shapes.map((shape, index) => tensor(fixesRows(model) && shape?.[0]?.kind !== "unknown" ? shape?.with(0, rows) : shape, dtype, e.tapes === 0 ? untaped : watched[index]));
    const [first] = results;
    return results.length > 1 ? array(results) : first ? { ...first, alone: { method, call: node, why: "the model has one output" } } : unknown;
}

/**
 * Data of which nothing is known has the shape that the input has, or the library refuses it. What goes wrong then is
 * told only if it does so with data of any shape.
 */
function withFittingShapes(inputs: readonly Slot[], known: readonly (Shape | undefined)[], run: (shapes: readonly (Shape | undefined)[]) => Outcome): Outcome {
    const shapes = known.map((shape, index) => shape ?? inputs[index]?.shape?.map((dim, axis) => (axis === 0 || dim.kind === "batch" ? unknownDim : dim)));
    const outcome = run(shapes);
    return outcome?.kind === "outputs" || shapes.every((shape, index) => shape === known[index]) ? outcome : run(known);
}

/** `model.fit(x, y)` and its like. */
export function train(e: Evaluation, model: ModelValue, method: "fit" | "evaluate" | "trainOnBatch", args: Arguments, node: CallNode): void {
    if (model.keras) {
        return;
    }
    const given = overridden(e, node, givenOf(e, methods[method], args, node));
    const inputs = args.open ? undefined : inputSlots(e, model);
    const outputs = outputSlots(e, model);
    const x = inputs && fitted(feedOf(given, "x", "input", inputs));
    const y = x && outputs && fitted(feedOf(given, "y", "target", outputs));
    const shapes = x?.shapes;
    const fault =
        checkCompiled(e, model, method) ??
        (args.open ? undefined : checkOptions(method, given)) ??
        (x && (checkPair(y ? [x, y] : [x]) ?? checkValidation(given, inputs, outputs))) ??
        (shapes && checkStateful(model, shapes, method, given)) ??
        (method === "fit" && y ? checkClassWeight(model, given, targetShapes(e, y)) : undefined) ??
        (method === "evaluate" ? undefined : (checkTrainability(e, model) ?? handedInTraining(e, model)));
    if (fault) {
        tell(e, model, method, fault, given, args, node);
    } else if (shapes) {
        const targets = y ? targetShapes(e, y) : [];
        const training: Training = { method, given, shapes, targets, targetTypes: y?.dtypes ?? [], node };
        const within = runSteps(e, model, training) ?? validate(e, model, training);
        if (within) {
            tell(e, model, method, within, given, args, node);
            forgetLosses(e, model, within);
        }
    }
}

/** What goes wrong in training alone. */
function handedInTraining(e: Evaluation, model: ModelValue): Fault | undefined {
    return e.handsOn && !handedFault(e, model, false) ? handedFault(e, model, true)?.fault : undefined;
}

/** What is wrong with a loss is told once. */
function forgetLosses(e: Evaluation, model: ModelValue, { kind }: Fault): void {
    if (kind === "loss-gradient" || kind === "loss-nothing" || kind === "loss-unconnected" || kind === "loss-sum") {
        e.heap.touch(model);
        model.compiled = { kind: "unknown" };
    }
}

/** All layers of the library lead to the one output: through each that is trained its gradient is asked for. */
function scopeOf(model: ModelValue): Pick<Step, "outputType" | "whole" | "alone"> {
    const whole = model.outputs.length === 1 && isCatalogued(model);
    return { outputType: isOfFloats(model) ? "float32" : undefined, whole, alone: whole && !mayRegularize(model) };
}

/** Of the data; where nothing is known of them, what they have to be. */
function targetShapes(e: Evaluation, { slots, shapes }: Fitting): (Shape | undefined)[] {
    return slots.map(({ shape }, index) => shapes[index] ?? shape?.map((dim, axis) => (dim.kind !== "batch" ? dim : axis === 0 ? e.samples : unknownDim)));
}

interface Training {
    readonly method: DataMethod;
    readonly given: GivenOptions;
    /** Of the inputs, and of the targets. */
    readonly shapes: readonly (Shape | undefined)[];
    readonly targets: readonly (Shape | undefined)[];
    readonly targetTypes: readonly (DType | undefined)[];
    readonly node: CallNode;
}

/** What the model and its losses make of each batch; of some batch, where it is not known how many rows they have. */
function runSteps(e: Evaluation, model: ModelValue, { method, given, shapes, targets, targetTypes, node }: Training): Fault | undefined {
    const known = batchesOf(method, rowsOf(shapes), given);
    const sizes = known ?? [fixesRows(model) ? batchRows(method, rowsOf(shapes), batchSizeOf(given)) : e.samples];
    const ofBatch = (all: readonly (Shape | undefined)[], rows: Dim): (Shape | undefined)[] => all.map((shape) => shape?.with(0, rows));
    for (const rows of sizes) {
        const run = (): Outcome => shapesFor(e, model, ofBatch(shapes, rows), true);
        const outcome = known ? run() : e.silently(run);
        const fault = outcome?.kind === "outputs" ? takeStep(e, model.compiled, { trains: method !== "evaluate", targets: ofBatch(targets, rows), targetTypes, outputs: outcome.shapes, node, ...scopeOf(model) }) : refusedWithin(e, model, outcome);
        if (fault) {
            return fault;
        }
    }
    return undefined;
}

/**
 * `model.fitDataset(dataset, …)`. tfjs-layers 4.22.0 src/engine/training_dataset.ts, standardizeDataIteratorOutput: names,
 * numbers and rows are checked; the shapes meet the layers, and then the loss.
 */
export function trainOnDataset(e: Evaluation, model: ModelValue, method: "fitDataset" | "evaluateDataset", args: Arguments, node: CallNode): void {
    if (model.keras) {
        return;
    }
    const given = givenOf(e, methods[method], args, node);
    const [source] = args.values;
    const element = source?.kind === "dataset" && !args.open ? source.element : unknownDatum;
    const inputs = inputSlots(e, model);
    const fault =
        checkCompiled(e, model, method) ??
        (args.open ? undefined : checkOptions(method, given)) ??
        checkElement(element) ??
        (method === "fitDataset" ? (checkTrainability(e, model) ?? handedInTraining(e, model)) : undefined) ??
        (inputs && element.kind === "record" ? checkBatch(e, model, { element, inputs, trains: method === "fitDataset", at: atOption("x"), node, given }) : undefined) ??
        (inputs && method === "fitDataset" ? checkValidationSet(e, model, given, args.values[1], inputs, node) : undefined);
    if (fault) {
        tell(e, model, method, fault, given, args, node);
    }
}

/** `validationData`: another dataset, or tensors as `evaluate` takes them. */
function checkValidationSet(e: Evaluation, model: ModelValue, given: GivenOptions, config: Value | undefined, inputs: readonly Slot[], node: CallNode): Fault | undefined {
    const field = config?.kind === "object" ? config.fields.get("validationData") : undefined;
    if (field?.getter || field?.value.kind !== "dataset") {
        const datum = given.options.get("validationData")?.datum;
        return datum?.kind === "list" && datum.items.length === 2 ? checkValidation(given, inputs, outputSlots(e, model)) : undefined;
    }
    const { element } = field.value;
    const at = atOption("validationData");
    return checkElement(element, at) ?? (element.kind === "record" ? checkBatch(e, model, { element, inputs, trains: false, at, node, given }) : undefined);
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
    const outcome = runWhole(e, model, shapes, "trainOnBatch", { options: OptionList.none, open: false });
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

function tell(e: Evaluation, model: ModelValue, method: DataMethod, fault: Fault, given: GivenOptions, args: Arguments, node: CallNode): void {
    const inputs = isForValidation(fault.at) ? [] : args.values;
    reportCall(e, node, method, fault, { given, model, inputs });
}

/** What is made of `validationData` when the batches are through. */
function validate(e: Evaluation, model: ModelValue, training: Training): Fault | undefined {
    const feeds = validationFeeds(training.given, inputSlots(e, model) ?? [], outputSlots(e, model));
    const [x, y] = feeds;
    const batchSize = training.given.options.get("batchSize");
    const given: GivenOptions = { options: new OptionList(batchSize ? [batchSize] : []), open: training.given.open };
    const fault = x && y ? runSteps(e, model, { ...training, method: "evaluate", given, shapes: x.shapes, targets: targetShapes(e, y), targetTypes: y.dtypes }) : undefined;
    return standingAt(atOption("validationData"), fault);
}

/** What a model makes of data that stand elsewhere than in the first argument. */
function standingAt(at: FaultPlace, fault: Fault | undefined): Fault | undefined {
    return fault?.kind === "nested" && isForValidation(at) ? { ...fault, at } : fault;
}

function isForValidation(at: FaultPlace): boolean {
    return at.kind === "option" && at.name === "validationData";
}

/**
 * All rows at once, as many of every input as of the first: predict does not look at those beyond. Where there may be
 * several batches, what the bodies of the program's own layers get is not told by these shapes.
 */
function runWhole(e: Evaluation, model: ModelValue, shapes: readonly (Shape | undefined)[], method: DataMethod, given: GivenOptions): Outcome {
    // How many rows there are in a batch matters only to layers that were built for so many.
    const rows = fixesRows(model) ? batchRows(method, rowsOf(shapes), batchSizeOf(given)) : rowsOf(shapes);
    const run = (count: Dim): Outcome =>
        shapesFor(
            e,
            model,
            shapes.map((shape) => shape?.with(0, count)),
            true,
        );
    const batches = batchesOf(method, rowsOf(shapes), given) ?? [];
    return batches.length === 1 ? run(rows) : e.silently(() => run(rows));
}

/**
 * The rows that are handed to the layers at a time, each number once; undefined where not all are known. tfjs-layers 4.22.0
 * src/engine/training.ts, predictLoop and fitLoop: the last batch has what is left.
 */
function batchesOf(method: DataMethod, rows: Dim, given: GivenOptions): readonly Dim[] | undefined {
    if (method === "predictOnBatch" || method === "trainOnBatch") {
        return [rows];
    }
    const size = batchSizeOf(given);
    if (given.open || given.options.has("validationSplit") || rows.kind !== "constant" || size.kind !== "constant" || size.value < 1) {
        return undefined;
    }
    return [Math.min(rows.value, size.value), rows.value > size.value ? rows.value % size.value : 0].filter((count) => count > 0).map(constant);
}

function rowsOf([first]: readonly (Shape | undefined)[]): Dim {
    return first?.[0] ?? unknownDim;
}

/** tfjs-layers 4.22.0 src/engine/training.ts, LayersModel.standardizeUserDataXY: a stateful model takes whole batches. */
function checkStateful(model: ModelValue, shapes: readonly (Shape | undefined)[], method: DataMethod, given: GivenOptions): Fault | undefined {
    const rows = rowsOf(shapes);
    const batchSize = batchSizeOf(given);
    const isWhole = method === "trainOnBatch" || !isStateful(model) || compare(modulo(rows, batchSize), constant(0)) !== "different";
    return isWhole ? undefined : { kind: "stateful-rows", rows, batchSize, at: atOption("x") };
}

function isStateful(model: ModelValue): boolean {
    return model.layers.some((layer) => (layer.kind === "model" ? isStateful(layer) : layer.applicable.layer?.values["stateful"] === true));
}

/** Whether a layer was built for a number of rows: it keeps a state for each, or wants its input as it was. */
function fixesRows(model: ModelValue): boolean {
    return model.layers.some((layer) => {
        if (layer.kind === "model") {
            return fixesRows(layer);
        }
        const [input] = builtFor(layer) ?? [];
        const made = layer.applicable.layer;
        return made && input ? made.spec.builtAxes?.(input, made.values).includes(0) : false;
    });
}

/** The rows that a model gets at a time. */
function batchRows(method: DataMethod, rows: Dim, batchSize: Dim): Dim {
    if (method === "predictOnBatch" || method === "trainOnBatch") {
        return rows;
    }
    switch (compareOrder(rows, batchSize)) {
        case "less":
        case "atMost":
        case "equal":
            return rows;
        case "greater":
        case "atLeast":
            return batchSize;
        case "unknown":
            return unknownDim;
    }
}

/** Faults that a layer has for these data and not for any: what it cannot take, the library refuses when it runs. */
const refused: ReadonlySet<Fault["kind"]> = new Set(["input-rank", "input-size", "input-count", "merge", "merge-rank", "reshape-size"]);

function tellWithin(e: Evaluation, model: ModelValue, method: DataMethod, outcome: Outcome, given: GivenOptions, args: Arguments, node: CallNode): void {
    const fault = model.keras ? undefined : refusedWithin(e, model, outcome);
    if (fault) {
        tell(e, model, method, fault, given, args, node);
    }
}

function refusedWithin(e: Evaluation, model: ModelValue, outcome: Outcome): Fault | undefined {
    const fault = outcome?.kind === "fault" ? outcome.faults[0] : undefined;
    return fault?.kind === "nested" && refused.has(fault.inner.kind) && !isBroken(e, model) ? fault : undefined;
}

/** The model's own inputs have shown it already. */
function isBroken(e: Evaluation, model: ModelValue): boolean {
    return shapesFor(e, model, model.inputs.map(({ shape }) => shape))?.kind === "fault";
}

const manners: Readonly<Record<DataMethod, Manner>> = { predict: onPredict, predictOnBatch: onPredictOnBatch, fit: onFit, evaluate: onFit, trainOnBatch: onFit, fitDataset: onDataset, evaluateDataset: onDataset };

function fitted(feed: Feed): Fitting {
    return fitSlots(feed, onFit);
}

function checkPair(feeds: readonly Fitting[]): Fault | undefined {
    return feeds.flatMap(({ faults }) => faults)[0] ?? checkRows(feeds);
}

/** `validationData: [x, y]`. Anything but an array is not looked at, and neither is an empty one. */
function checkValidation(given: GivenOptions, inputs: readonly Slot[], outputs: readonly Slot[] | undefined): Fault | undefined {
    const datum = given.options.get("validationData")?.datum;
    if (datum?.kind !== "list" || datum.items.length === 0) {
        return undefined;
    }
    return datum.items.length === 2 ? checkPair(validationFeeds(given, inputs, outputs)) : { kind: "validation-pair", count: datum.items.length, at: atOption("validationData") };
}

function validationFeeds({ options }: GivenOptions, inputs: readonly Slot[], outputs: readonly Slot[] | undefined): Fitting[] {
    const datum = options.get("validationData")?.datum;
    if (datum?.kind !== "list" || datum.items.length !== 2) {
        return [];
    }
    const at = (index: number): FaultPlace => atOption("validationData", index);
    const [x = unknownDatum, y = unknownDatum] = datum.items;
    return [
        fitted({ role: "input", datum: x, slots: inputs, place: () => at(0) }),
        ...(outputs ? [fitted({ role: "target", datum: y, slots: outputs, place: () => at(1) })] : []),
    ];
}

function feedOf({ options }: GivenOptions, name: "x" | "y", role: Feed["role"], slots: readonly Slot[]): Feed {
    const datum = options.get(name)?.datum ?? undefinedDatum;
    return { role, datum, slots, place: (index) => (datum.kind === "list" ? atOption(name, index) : atOption(name)) };
}

function givenOf(e: Evaluation, names: readonly string[], args: Arguments, node: CallNode): GivenOptions {
    const given: Given[] = [];
    let open: Openness = false;
    toArguments(e, args, node).forEach(({ datum, place, fields }, index) => {
        const name = names[index];
        if (name === "args") {
            open = fields === undefined ? datum.kind !== "undefined" : datum.kind !== "record" || datum.open;
            given.push(...(fields?.all ?? []));
        } else if (name !== undefined) {
            given.push(toGiven(name, fields ? recordOf(datum, fields) : datum, place));
        }
    });
    return { options: OptionList.of(given), open };
}

/** The fields of an argument stand beside its datum. */
function recordOf(datum: Datum, fields: OptionList): Datum {
    return datum.kind === "record" ? { ...datum, fields: new Map(fields.all.map((field) => [field.name, field.datum])) } : datum;
}
