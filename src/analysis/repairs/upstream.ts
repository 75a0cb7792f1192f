/**
 * Repairs away from the place of the report: sizes that do not fit at a merge were made by a layer before it. Strides,
 * pool sizes and paddings of the layers upstream that would make them fit are worked out, to be tried.
 */
import type { Datum } from "../../catalogue/datum.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import type { Application, LayerValue, Value } from "../../evaluator/values.js";
import { setLengths, setWord } from "../../fixes/options.js";
import type { Dim } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import type { Program } from "../run.js";
import type { Candidate } from "./candidate.js";

type MergeFault = Extract<Fault, { kind: "merge" }>;

/** How far up the search goes, and how many layers it tries. */
const mostSteps = 60;
const mostLayers = 6;

export function mergeCandidates(program: Program, finding: Finding, fault: MergeFault): Candidate[] {
    const candidates: Candidate[] = [];
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
    // What adds a missing stride to a deconvolution comes first: it is the likeliest slip.
    return candidates.sort((a, b) => Number(b.automatic) - Number(a.automatic));
}

/** Applications of layers that change lengths, nearest first. */
function spatialLayers(start: Value): Application[] {
    const found: Application[] = [];
    const queue: Application[] = start.kind === "symbolic" && start.producer ? [start.producer] : [];
    const seen = new Set(queue);
    for (let step = 0; step < mostSteps && found.length < mostLayers; step++) {
        const application = queue.shift();
        if (!application) {
            break;
        }
        if (application.target.kind === "layer" && lengthOption(application.target) !== undefined) {
            found.push(application);
        }
        for (const { producer } of application.inputs) {
            if (producer && !seen.has(producer)) {
                seen.add(producer);
                queue.push(producer);
            }
        }
    }
    return found;
}

interface LengthOption {
    readonly name: "strides" | "poolSize" | "size";
    /** Whether a greater value makes a longer output. */
    readonly grows: boolean;
    readonly deconvolution: boolean;
}

/** The option by which a layer scales lengths. */
function lengthOption(layer: LayerValue): LengthOption | undefined {
    const name = layer.applicable.layer?.spec.name ?? "";
    if (/^(?:Conv[23]DTranspose|Deconvolution[23]D)$/.test(name)) {
        return { name: "strides", grows: true, deconvolution: true };
    }
    if (/^UpSampling[123]D$/.test(name)) {
        return { name: "size", grows: true, deconvolution: false };
    }
    if (/^(?:Max|Average)Pooling[123]D$/.test(name)) {
        return { name: "poolSize", grows: false, deconvolution: false };
    }
    return /^(?:Conv[123]D|DepthwiseConv2D|SeparableConv2D)$/.test(name) ? { name: "strides", grows: false, deconvolution: false } : undefined;
}

function candidatesFor(program: Program, application: Application, has: Dim, wanted: Dim): Candidate[] {
    const layer = application.target;
    const option = layer.kind === "layer" ? lengthOption(layer) : undefined;
    const values = layer.kind === "layer" ? layer.applicable.layer?.values : undefined;
    if (layer.kind !== "layer" || !option || !values || !layer.given) {
        return [];
    }
    const site: Finding = siteOf(layer);
    const axes = spatialAxes(application.outputs[0]);
    // The catalogue reads these options as lists of dimensions; a stride that was not given is undefined.
    const present = (values[option.name] as readonly Dim[] | undefined) ?? [];
    const now = present[0]?.kind === "constant" ? present[0].value : 1;
    const isMissing = !layer.given.options.has(option.name);
    const candidates: Candidate[] = [];
    for (const next of scaled(now, has, wanted, option.grows)) {
        const lengths = new Array<number>(axes).fill(next);
        const change = setLengths(program.text, site, option.name, lengths);
        if (change) {
            const datum: Datum = { kind: "list", items: lengths.map((value) => ({ kind: "number", value })) };
            candidates.push({
                changes: option.name === "strides" ? "strides" : "option",
                call: layer.node,
                overrides: new Map([[option.name, datum]]),
                change,
                automatic: option.deconvolution && isMissing,
                target: layer.type,
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

/** The values of a scaling option that would bring a length near the wanted one. */
function scaled(now: number, has: Dim, wanted: Dim, grows: boolean): number[] {
    if (has.kind !== "constant" || wanted.kind !== "constant" || has.value < 1 || wanted.value < 1) {
        return [2].filter((value) => value !== now);
    }
    const ratio = grows ? wanted.value / has.value : has.value / wanted.value;
    const values = [Math.round(now * ratio), Math.floor(now * ratio), Math.ceil(now * ratio)];
    return [...new Set(values)].filter((value) => value >= 1 && value !== now && value <= 64);
}

function spatialAxes(shape: Shape | undefined): number {
    return shape ? shape.length - 2 : 2;
}

/** A layer as the subject of an edit. */
function siteOf(layer: LayerValue): Finding {
    return {
        fault: { kind: "first-layer", at: { kind: "call" } },
        call: layer.node,
        application: layer.node,
        callee: layer.type,
        given: layer.given,
        unread: layer.unread,
        spelling: layer.spelling,
        layer,
        inputs: [],
        module: layer.module,
    };
}
