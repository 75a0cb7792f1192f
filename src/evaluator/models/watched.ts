/** Which tensors a tape follows, whether a gradient comes back on their way, and what is computed of no variable. */
import { atCall, type Fault } from "../../catalogue/fault.js";
import { tapingOf, type Taping } from "../../ops/gradients.js";
import type { Stuck } from "../../ops/stuck.js";
import type { Arguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import { isLayerVariable } from "./layer-variables.js";
import { isPrimitive, tensorWith, unknown } from "../making.js";
import type { ArrayValue, CallNode, Recording, TensorValue, Value, Watched } from "../values.js";

/** All variables that are trained hang on one tape: that of every optimizer. */
const variables: object = {};

/** Of what is surely no variable, and computed of none in the sight of a tape. */
export const untaped: Watched = { tape: {}, stuckAt: undefined };

/** Variables made at one place of the program are taken for one. */
export function variableMadeAt(e: Evaluation, node: CallNode): Watched {
    const known = e.variables.get(node);
    const made = known ?? { tape: variables, stuckAt: undefined, madeAt: node };
    if (!known) {
        e.variables.set(node, made);
    }
    return made;
}

/** What is recorded from here on: of the variables made where is listed, or of all. */
export function newRecording(listed: ReadonlySet<CallNode> | undefined): Recording {
    const derived = { tape: variables, stuckAt: undefined, within: {} };
    return { listed, derived, weights: listed ? undefined : derived };
}

/** Inside, gradients of what is computed will be asked for. */
export function taped<T>(e: Evaluation, body: () => T, recording = newRecording(undefined)): T {
    const { taping } = e;
    // tfjs-core 4.22.0 src/engine.ts, startTape: one tape for all functions within each other.
    e.taping ??= recording;
    try {
        return body();
    } finally {
        e.taping = taping;
    }
}

const noVariables: ReadonlySet<CallNode> = new Set();

/** For one layer of a model that is trained: what is computed of its own weights, or of what goes in. */
export function recordingWithin(asked: "weights" | "inputs"): Recording {
    const { derived } = newRecording(noVariables);
    return { listed: noVariables, derived, weights: asked === "weights" ? derived : untaped };
}

/** How what a model computes of its weights hangs on tapes. Where only some variables are asked for, it may be computed of those that go in. */
export function ofWeights({ taping }: Evaluation): Watched | undefined {
    return taping ? taping.weights : untaped;
}

export function watch(value: Value, watched: Watched | undefined): Value {
    return value.kind === "tensor" && watched ? watchTensor(value, watched) : value;
}

export function watchTensor(value: TensorValue, watched: Watched | undefined): TensorValue {
    return tensorWith(value, { watched });
}

/** What the recording knows of a tensor: of one that was computed before it, and of a variable that is not asked for, nothing. */
function known({ taping }: Evaluation, { watched }: TensorValue): Watched | undefined {
    if (watched?.tape !== variables) {
        return watched;
    }
    if (watched.within) {
        return watched.within === taping?.derived.within ? watched : untaped;
    }
    return taping?.listed && watched.madeAt && !taping.listed.has(watched.madeAt) ? untaped : watched;
}

/** How an operation's result hangs on tapes. Of tensors that several follow nothing is told. */
export function watchedThrough(e: Evaluation, name: string, args: Arguments, stuck: Stuck | undefined): Watched | undefined {
    return followed(e, tapingOf(name), name, args, stuck);
}

/** The same of a gradient that the program has made for itself: it comes back to whatever goes in. */
export function watchedThroughOwn(e: Evaluation, args: Arguments, stuck: Stuck | undefined): Watched | undefined {
    return followed(e, "passing", "customGrad", args, stuck);
}

function followed(e: Evaluation, way: Taping | undefined, name: string, { values, open }: Arguments, stuck: Stuck | undefined): Watched | undefined {
    if (way === "back") {
        return undefined;
    }
    const { taping } = e;
    if (!taping || way === "numbers") {
        return untaped;
    }
    let watched: Watched | undefined;
    let isUntaped = !open;
    for (let index = 0; index < values.length; index++) {
        const input = values[index] ?? unknown;
        const seen = input.kind === "tensor" ? known(e, input) : undefined;
        const own = seen === untaped ? undefined : seen;
        isUntaped &&= !own && (seen === untaped || isFree(e, input) || isFreeList(e, input));
        if (own && watched && own.tape !== watched.tape) {
            return undefined;
        }
        if (own && watched?.stuckAt === undefined) {
            watched = through(own, way === "none" ? `\`${name}\`` : stuck?.inputs?.includes(index) === false ? undefined : stuck?.what, taping);
        }
    }
    return isUntaped ? untaped : way === undefined ? undefined : watched;
}

function through(own: Watched, stuckAt: string | undefined, { derived }: Recording): Watched {
    if (own.stuckAt !== undefined) {
        return own;
    }
    const whole = own.tape === variables ? derived : own;
    return stuckAt === undefined ? whole : { ...whole, stuckAt };
}

/** Whether it cannot be computed of a variable. */
function isFree(e: Evaluation, value: Value): boolean {
    return isPrimitive(value) || value.kind === "library" || (value.kind === "tensor" && known(e, value) === untaped);
}

const mostItems = 64;

function isFreeList(e: Evaluation, value: Value): boolean {
    return value.kind === "array" && (value.elements !== undefined || (!value.open && !value.among && value.items.length <= mostItems && value.items.every((item) => isFree(e, item))));
}

/** tfjs-core 4.22.0 src/tape.ts, backpropagateGradients: one operation without a gradient on any way back is too many. */
export function checkGradient({ watched }: TensorValue, tape: object): Fault | undefined {
    const isStuck = watched?.tape === tape && watched.stuckAt !== undefined;
    return isStuck ? { kind: "unsupported", what: `gradients through ${watched.stuckAt}, by which its result is computed`, when: "run", at: atCall } : undefined;
}

export function checkVariables(value: TensorValue): Fault | undefined {
    return checkGradient(value, variables);
}

/** tfjs-core 4.22.0 src/gradients.ts, variableGrads: some variable must have a gradient. */
export function isUnconnected(e: Evaluation, value: Value): boolean {
    return value.kind === "number" || value.kind === "size" || (value.kind === "tensor" && known(e, value) === untaped);
}

/** The variables in a list, by where they were made; undefined where some item may be another. A tensor that is no variable is refused. */
export function listedVariables({ items, open, among }: ArrayValue): ReadonlySet<CallNode> | "tensor" | "weight" | undefined {
    if (items.some((item) => item.kind === "tensor" && item.watched === untaped)) {
        return "tensor";
    }
    if (items.some(isLayerVariable)) {
        return "weight";
    }
    const places = items.map((item) => (item.kind === "tensor" ? item.watched?.madeAt : undefined));
    const known = places.filter((place) => place !== undefined);
    return open || among || known.length < items.length ? undefined : new Set(known);
}
