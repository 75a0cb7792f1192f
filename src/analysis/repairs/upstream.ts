/**
 * Repairs away from the place of the report: sizes that do not fit at a merge were made by a layer before it. Strides,
 * pool sizes and paddings of the layers upstream that would make them fit are worked out, to be tried.
 */
import { numbersDatum, type Datum } from "../../catalogue/datum.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import type { Application } from "../../evaluator/values.js";
import type { Change } from "../../fixes/edit.js";
import { setLengths, setLengthsHere, setWord } from "../../fixes/options.js";
import type { Dim } from "../../shapes/dim.js";
import { isOnlyReader } from "../readers.js";
import type { Program } from "../run.js";
import type { Candidate } from "./candidate.js";
import { jointCandidates } from "./joint.js";
import { lengthOption, siteOf, spatialAxes, spatialLayers, type LengthOption } from "./scaling-layers.js";

type MergeFault = Extract<Fault, { kind: "merge" }>;

export function mergeCandidates(program: Program, finding: Finding, fault: MergeFault): Candidate[] {
    const candidates: Candidate[] = jointCandidates(program, finding, fault);
    for (const [index, wanted] of [
        [fault.first, fault.b],
        [fault.second, fault.a],
    ] as const) {
        const shape = fault.inputs[index];
        const has = shape?.[fault.axis];
        const input = finding.inputs[index];
        if (!shape || !has || !input) {
            continue;
        }
        for (const application of spatialLayers(input)) {
            candidates.push(...candidatesFor(program, application, has, wanted));
        }
    }
    // What adds a missing stride to a deconvolution comes first, and to several at once before all: that is the likeliest slip.
    return candidates.sort((a, b) => Number(b.automatic) - Number(a.automatic));
}

function candidatesFor(program: Program, application: Application, has: Dim, wanted: Dim): Candidate[] {
    const layer = application.target;
    const option = layer.kind === "layer" ? lengthOption(layer) : undefined;
    const values = layer.kind === "layer" ? layer.applicable.layer?.values : undefined;
    if (layer.kind !== "layer" || !option || !values || !layer.given) {
        return [];
    }
    const site = siteOf(layer);
    const axes = spatialAxes(application.outputs[0]);
    // The catalogue reads these options as lists of dimensions; a stride that was not given is undefined.
    const present = (values[option.name] as readonly Dim[] | undefined) ?? [];
    const now = present[0]?.kind === "constant" ? present[0].value : 1;
    const isMissing = !layer.given.options.has(option.name);
    const candidates: Candidate[] = [];
    for (const next of scaled(now, has, wanted, option)) {
        const lengths = new Array<number>(axes).fill(next);
        const change = changeFor(program, site, option.name, lengths);
        if (change) {
            const datum: Datum = numbersDatum(lengths);
            candidates.push({
                changes: option.name === "strides" ? "strides" : "option",
                call: layer.node,
                overrides: new Map([[option.name, datum]]),
                change,
                automatic: option.deconvolution && isMissing,
                target: layer.type,
                // As long as this merge failed, later ones could not be judged.
                ...(option.deconvolution && isMissing ? { mayReveal: "merge" } : {}),
            });
        }
    }
    if (values["padding"] === "valid" && option.name === "strides") {
        const change = setWord(program.text, site, "padding", "same");
        if (change) {
            candidates.push({ changes: "padding", call: layer.node, overrides: new Map([["padding", { kind: "string", value: "same" }]]), change, automatic: false, target: layer.type });
        }
    }
    return candidates;
}

/** Where the options stand in an object that others read as well, the call overrules it. */
function changeFor({ text, ast }: Program, site: Finding, option: string, lengths: readonly number[]): Change | undefined {
    const change = setLengths(text, site, option, lengths);
    return change?.holder && !isOnlyReader(ast, site.call, change.holder) ? setLengthsHere(text, site, option, lengths) : change;
}

/** The values of a scaling option that would bring a length near the wanted one. */
function scaled(now: number, has: Dim, wanted: Dim, { name, grows }: LengthOption): number[] {
    // A pool of 1 or an up-sampling by 1 is no layer at all.
    const least = name === "strides" ? 1 : 2;
    if (has.kind !== "constant" || wanted.kind !== "constant" || has.value < 1 || wanted.value < 1) {
        return [2].filter((value) => value !== now);
    }
    const ratio = grows ? wanted.value / has.value : has.value / wanted.value;
    const values = [Math.round(now * ratio), Math.floor(now * ratio), Math.ceil(now * ratio)];
    return [...new Set(values)].filter((value) => value >= least && value !== now && value <= 64);
}
