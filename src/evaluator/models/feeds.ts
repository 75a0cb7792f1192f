/** The data that a call hands to a model: for its inputs, for its targets, for validation. */
import { atOption, type Fault, type FaultPlace } from "../../catalogue/fault.js";
import { undefinedDatum, unknownDatum, type Datum, type Openness } from "../../catalogue/datum.js";
import { type Given, given as toGiven, type GivenOptions, OptionList } from "../../catalogue/given.js";
import { checkRows, fitSlots, onDataset, onFit, onPredict, onPredictOnBatch, type Feed, type Fitting, type Manner, type Slot } from "../../training/feed.js";
import { unknown as unknownDim } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import { toArguments } from "./data.js";
import type { Evaluation } from "../evaluation.js";
import type { DataMethod } from "./training-methods.js";
import type { CallNode } from "../values.js";

export const manners: Readonly<Record<DataMethod, Manner>> = { predict: onPredict, predictOnBatch: onPredictOnBatch, fit: onFit, evaluate: onFit, trainOnBatch: onFit, fitDataset: onDataset, evaluateDataset: onDataset };

export function givenOf(e: Evaluation, names: readonly string[], args: Arguments, node: CallNode): GivenOptions {
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

export function feedOf({ options }: GivenOptions, name: "x" | "y", role: Feed["role"], slots: readonly Slot[]): Feed {
    const datum = options.get(name)?.datum ?? undefinedDatum;
    return { role, datum, slots, place: (index) => (datum.kind === "list" ? atOption(name, index) : atOption(name)) };
}

export function fitted(feed: Feed): Fitting {
    return fitSlots(feed, onFit);
}

export function checkPair(feeds: readonly Fitting[]): Fault | undefined {
    return feeds.flatMap(({ faults }) => faults)[0] ?? checkRows(feeds);
}

/** `validationData: [x, y]`. Anything but an array is not looked at, and neither is an empty one. */
export function checkValidation(given: GivenOptions, inputs: readonly Slot[], outputs: readonly Slot[] | undefined): Fault | undefined {
    const datum = given.options.get("validationData")?.datum;
    if (datum?.kind !== "list" || datum.items.length === 0) {
        return undefined;
    }
    return datum.items.length === 2 ? checkPair(validationFeeds(given, inputs, outputs)) : { kind: "validation-pair", count: datum.items.length, at: atOption("validationData") };
}

export function validationFeeds({ options }: GivenOptions, inputs: readonly Slot[], outputs: readonly Slot[] | undefined): Fitting[] {
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

/** Of the data; where nothing is known of them, what they have to be. */
export function targetShapes(e: Evaluation, { slots, shapes }: Fitting): (Shape | undefined)[] {
    return slots.map(({ shape }, index) => shapes[index] ?? shape?.map((dim, axis) => (dim.kind !== "batch" ? dim : axis === 0 ? e.samples : unknownDim)));
}
