/**
 * One slip made several times: deconvolutions that all lack their stride, beside each other or one after the other, so
 * that no single one of them mends a merge.
 */
import { numbersDatum, type Datum } from "../../catalogue/datum.js";
import type { Fault } from "../../catalogue/fault.js";
import type { Finding } from "../../evaluator/evaluation.js";
import type { Application, CallNode, LayerValue } from "../../evaluator/values.js";
import { setLengths } from "../../fixes/options.js";
import type { Dim } from "../../shapes/dim.js";
import type { Program } from "../run.js";
import type { Candidate, Part } from "./candidate.js";
import { lengthOption, siteOf, spatialAxes, spatialLayers } from "./scaling-layers.js";

type MergeFault = Extract<Fault, { kind: "merge" }>;

/** Deconvolutions that are given the same stride, and what that is. */
interface Group {
    readonly members: readonly Application[];
    readonly stride: number;
}

export function jointCandidates(program: Program, finding: Finding, fault: MergeFault): Candidate[] {
    const groups = [fault.a, fault.b].flatMap((wanted) => [...chains(finding, fault, wanted), ...besideEachOther(finding, fault, wanted)]);
    return groups.flatMap(({ members, stride }): Candidate[] => {
        const [first, ...along] = members.flatMap((member) => partOf(program, member, stride));
        const target = members[0]?.target;
        return first && along.length === members.length - 1 && target?.kind === "layer"
            ? [{ ...first, along, changes: "strides", automatic: true, target: target.type, mayReveal: "merge" }]
            : [];
    });
}

/** One after the other, on the way to one input: together they stretch it as far as is wanted. */
function chains({ inputs }: Finding, fault: MergeFault, wanted: Dim): Group[] {
    return [fault.first, fault.second].flatMap((index): Group[] => {
        const input = inputs[index];
        const members = input ? withoutStride(spatialLayers(input)) : [];
        const ratio = ratioOf(fault.inputs[index]?.[fault.axis], wanted);
        const stride = ratio === undefined ? 1 : Math.round(ratio ** (1 / members.length));
        return members.length > 1 && stride > 1 && stride ** members.length === ratio ? [{ members, stride }] : [];
    });
}

/** Each on the way to an input of its own. */
function besideEachOther({ inputs }: Finding, fault: MergeFault, wanted: Dim): Group[] {
    const short = fault.inputs.flatMap((shape, index) => {
        const ratio = ratioOf(shape[fault.axis], wanted);
        return ratio === 1 ? [] : [{ ratio, input: inputs[index] }];
    });
    const members = short.map(({ input }) => (input ? withoutStride(spatialLayers(input))[0] : undefined));
    const found = members.flatMap((member) => member ?? []);
    const [stride = 1, ...others] = new Set(short.map(({ ratio }) => ratio));
    const areApart = new Set(found.map(callOf)).size === members.length;
    return found.length > 1 && areApart && others.length === 0 && Number.isInteger(stride) ? [{ members: found, stride }] : [];
}

/** How often the wanted length is as long; undefined where that is no matter of a stride. */
function ratioOf(has: Dim | undefined, wanted: Dim): number | undefined {
    if (has?.kind !== "constant" || wanted.kind !== "constant" || has.value < 1) {
        return undefined;
    }
    const ratio = wanted.value / has.value;
    return Number.isInteger(ratio) && ratio <= 64 ? ratio : undefined;
}

/** Each call once: what a loop or a function makes of one call, one change mends. */
function withoutStride(applications: readonly Application[]): Application[] {
    const calls = new Map<CallNode | undefined, Application>();
    for (const application of applications) {
        const { target } = application;
        if (target.kind === "layer" && lengthOption(target)?.deconvolution === true && target.given?.options.has("strides") === false) {
            calls.set(target.node, application);
        }
    }
    return [...calls.values()];
}

function callOf({ target }: Application): CallNode {
    return target.node;
}

function partOf(program: Program, { target, outputs }: Application, stride: number): Part[] {
    const layer: LayerValue | undefined = target.kind === "layer" ? target : undefined;
    const lengths = new Array<number>(spatialAxes(outputs[0])).fill(stride);
    const change = layer && setLengths(program.text, siteOf(layer), "strides", lengths);
    const strides: Datum = numbersDatum(lengths);
    return layer && change ? [{ call: layer.node, overrides: new Map([["strides", strides]]), change }] : [];
}
