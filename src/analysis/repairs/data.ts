/** Repairs of data that does not fit its model: the batch that is missing, or the input shape that the data has. */
import type { Datum } from "../../catalogue/datum.js";
import { shapeDatum } from "../../catalogue/datum.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import type { LayerValue } from "../../evaluator/values.js";
import { addMethod } from "../../fixes/expressions.js";
import { setList } from "../../fixes/options.js";
import { batch, constant } from "../../shapes/dim.js";
import { printShapeSource, type Shape } from "../../shapes/shape.js";
import { elementOf, placeOf } from "../findings.js";
import type { Candidate } from "./candidate.js";
import { missingStrideCandidates, timesAsLarge } from "./missing-stride.js";

type DataFault = Extract<Fault, { kind: "data-shape" }>;

export function dataCandidates(text: string, finding: Finding, fault: DataFault): Candidate[] {
    return [...(fault.batchMissing ? batchCandidate(text, finding, fault) : []), ...inputShapeCandidate(text, finding, fault), ...strideCandidates(text, finding, fault)];
}

/** Targets larger than what comes out: perhaps a deconvolution lacks its stride. */
function strideCandidates(text: string, { model }: Finding, { fed, expected }: DataFault): Candidate[] {
    const times = timesAsLarge(fed.shape[1], expected[1]);
    return fed.role === "target" ? missingStrideCandidates(text, model?.outputs[fed.index], () => times) : [];
}

/** `x.expandDims(0)`. */
function batchCandidate(text: string, finding: Finding, { at, fed }: DataFault): Candidate[] {
    const given = at.kind === "option" ? finding.given?.options.get(at.name) : undefined;
    const place = at.kind === "option" ? placeOf(finding, at.name) : undefined;
    if (at.kind !== "option" || !given || !place) {
        return [];
    }
    const whole: Datum = { kind: "tensor", shape: [constant(1), ...fed.shape], symbolic: false };
    const { datum } = given;
    const isElement = datum.kind === "list" && at.axis !== undefined;
    const node = isElement ? elementOf(place.node, at.axis ?? 0) : place.node;
    if (!node || (isElement ? datum.items[at.axis ?? 0]?.kind : datum.kind) !== "tensor") {
        return [];
    }
    const value = isElement ? { ...datum, items: datum.items.with(at.axis ?? 0, whole) } : whole;
    return [{ changes: "argument", call: finding.call, overrides: new Map([[at.name, value]]), change: addMethod(text, node, ".expandDims(0)", at.name), automatic: false }];
}

/** The option of the first layer that says what its input is. */
const shapeOptions: readonly { readonly name: string; readonly hasBatch: boolean }[] = [
    { name: "batchInputShape", hasBatch: true },
    { name: "batchShape", hasBatch: true },
    { name: "inputShape", hasBatch: false },
    { name: "shape", hasBatch: false },
];

function inputShapeCandidate(text: string, finding: Finding, { fed, expected, batchMissing }: DataFault): Candidate[] {
    const layer = fed.role === "input" ? inputLayer(finding, fed.index) : undefined;
    const option = shapeOptions.find(({ name }) => layer?.given?.options.has(name));
    // Shapes in a name that others use as well are changed nowhere.
    if (!layer || !option || batchMissing || fed.shape.length < 2) {
        return [];
    }
    const example = fed.shape.slice(1);
    const shape: Shape = option.hasBatch ? [expected[0] ?? batch, ...example] : example;
    const value = printShapeSource(shape);
    const change = value === undefined ? undefined : setList(text, { ...finding, call: layer.node, given: layer.given, spelling: layer.spelling, unread: layer.unread, layer }, option.name, value);
    return change ? [{ changes: "option", call: layer.node, overrides: new Map([[option.name, shapeDatum(shape)]]), change, automatic: false, target: layer.type }] : [];
}

function inputLayer({ model }: Finding, index: number): LayerValue | undefined {
    const target = model?.inputs[index]?.producer?.target ?? (model?.sequential ? model.layers[0] : undefined);
    return target?.kind === "layer" ? target : undefined;
}
