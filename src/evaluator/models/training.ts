/** Models given data: `predict`, `fit`, `evaluate` and their like, with tensors whose shapes are known. */
import { atOption, type Fault } from "../../catalogue/fault.js";
import { type GivenOptions, OptionList } from "../../catalogue/given.js";
import { checkLeastRows, fitSlots } from "../../training/feed.js";
import { compare, constant, type Dim } from "../../shapes/dim.js";
import type { DType } from "../../catalogue/dtype.js";
import type { Outcome } from "../../layers/spec.js";
import type { Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import { overridden } from "./data.js";
import { isOfFloats } from "./dtypes.js";
import type { Evaluation } from "../evaluation.js";
import { batchesOf, batchRows, checkStateful, fixesRows, rowsOf, runWhole, withFittingShapes } from "./batches.js";
import { checkClassWeight } from "./class-weights.js";
import { handedInTraining, refusedWithin, standingAt, tell, tellWithin } from "./data-faults.js";
import { checkPair, checkValidation, feedOf, fitted, givenOf, manners, targetShapes, validationFeeds } from "./feeds.js";
import { shapesFor } from "./model-shapes.js";
import { inputSlots, outputSlots } from "./slots.js";
import { batchSizeOf, checkCompiled, checkOptions, methods, type DataMethod } from "./training-methods.js";
import { checkTrainability, watchedOutputs } from "./trainability.js";
import { scopeOf, takeStep } from "./training-step.js";
import { untaped } from "./watched.js";
import { array, tensor, tensorWith, unknown } from "../making.js";
import type { CallNode, ModelValue, Value } from "../values.js";

/** `model.predict(x)`, `model.predictOnBatch(x)`. */
export function predict(e: Evaluation, model: ModelValue, method: "predict" | "predictOnBatch", args: Arguments, node: CallNode): Value {
    const inputs = inputSlots(e, model);
    if (args.open || !inputs) {
        return unknown;
    }
    const given = overridden(e, node, givenOf(e, methods[method], args, node));
    const feed = feedOf(given, "x", "input", inputs);
    const fitting = fitSlots(feed, manners[method]);
    const fault = model.keras ? undefined : (fitting.faults[0] ?? checkLeastRows(fitting) ?? checkSomeRows(fitting.shapes) ?? checkOptions(method, given));
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
    const watched = e.taping ? watchedOutputs(e, model) : [];
    const results = outcome.shapes.map((shape, index) => tensor(fixesRows(model) && shape?.[0]?.kind !== "unknown" ? shape?.with(0, rows) : shape, dtype, e.taping ? watched[index] : untaped));
    const [first] = results;
    return results.length > 1 ? array(results) : first ? tensorWith(first, { alone: { method, call: node, why: "the model has one output" } }) : unknown;
}

/** tfjs-layers 4.22.0 src/engine/training.ts, predictLoop: of no batches nothing can be put together. */
function checkSomeRows(shapes: readonly (Shape | undefined)[]): Fault | undefined {
    return compare(rowsOf(shapes), constant(0)) === "equal" ? { kind: "unsupported", what: "data without rows", when: "run", at: atOption("x") } : undefined;
}

/** `model.fit(x, y)` and its like; gives what it was given. */
export function train(e: Evaluation, model: ModelValue, method: "fit" | "evaluate" | "trainOnBatch", args: Arguments, node: CallNode): GivenOptions | undefined {
    if (model.keras) {
        return undefined;
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
    return given;
}

/** What is wrong with a loss is told once. */
function forgetLosses(e: Evaluation, model: ModelValue, { kind }: Fault): void {
    if (kind === "loss-gradient" || kind === "loss-nothing" || kind === "loss-unconnected" || kind === "loss-sum") {
        e.heap.touch(model);
        model.compiled = { kind: "unknown" };
    }
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

/** What is made of `validationData` when the batches are through. */
function validate(e: Evaluation, model: ModelValue, training: Training): Fault | undefined {
    const feeds = validationFeeds(training.given, inputSlots(e, model) ?? [], outputSlots(e, model));
    const [x, y] = feeds;
    const batchSize = training.given.options.get("batchSize");
    const given: GivenOptions = { options: new OptionList(batchSize ? [batchSize] : []), open: training.given.open };
    const fault = x && y ? runSteps(e, model, { ...training, method: "evaluate", given, shapes: x.shapes, targets: targetShapes(e, y), targetTypes: y.dtypes }) : undefined;
    return standingAt(atOption("validationData"), fault);
}
