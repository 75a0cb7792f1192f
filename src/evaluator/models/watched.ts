/** Which tensors a tape follows, whether a gradient comes back on their way, and what is computed of no variable. */
import { atCall, type Fault } from "../../catalogue/fault.js";
import { tapingOf } from "../../ops/gradients.js";
import type { Arguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import type { TensorValue, Value, Watched } from "../values.js";

/** All variables that are trained: every tape of an optimizer follows them. */
export const variables: Watched = { tape: {}, stuckAt: undefined };

/** Of what is surely no variable, and computed of none in the sight of a tape. */
export const untaped: Watched = { tape: {}, stuckAt: undefined };

export function watch(value: Value, watched: Watched | undefined): Value {
    return value.kind === "tensor" && watched ? watchTensor(value, watched) : value;
}

export function watchTensor(value: TensorValue, watched: Watched | undefined): TensorValue {
    // Tensors are made in great numbers: those that have nothing else to them are all of one form.
    return value.axes || value.name !== undefined || value.alone ? { ...value, watched } : { kind: "tensor", shape: value.shape, dtype: value.dtype, watched };
}

/** How an operation's result hangs on tapes. Of tensors that several follow nothing is told. */
export function watchedThrough(e: Evaluation, name: string, { values, open }: Arguments, stuck: string | undefined): Watched | undefined {
    const taping = tapingOf(name);
    if (taping === "back") {
        return undefined;
    }
    if (e.tapes === 0 || taping === "numbers") {
        return untaped;
    }
    let watched: Watched | undefined;
    let isUntaped = !open;
    for (const input of values) {
        const own = input.kind === "tensor" && input.watched !== untaped ? input.watched : undefined;
        isUntaped &&= !own && (isFree(input) || isFreeList(input));
        if (own && watched && own.tape !== watched.tape) {
            return undefined;
        }
        if (own && watched?.stuckAt === undefined) {
            watched = own;
        }
    }
    if (isUntaped) {
        return untaped;
    }
    if (taping === undefined) {
        return undefined;
    }
    const stuckAt = taping === "none" ? `\`${name}\`` : stuck;
    return watched && watched.stuckAt === undefined && stuckAt !== undefined ? { tape: watched.tape, stuckAt } : watched;
}

/** Whether it cannot be computed of a variable. */
function isFree(value: Value): boolean {
    switch (value.kind) {
        case "undefined":
        case "null":
        case "number":
        case "size":
        case "string":
        case "boolean":
        case "library":
            return true;
        case "tensor":
            return value.watched === untaped;
        default:
            return false;
    }
}

const mostItems = 64;

function isFreeList(value: Value): boolean {
    return value.kind === "array" && (value.elements !== undefined || (!value.open && !value.among && value.items.length <= mostItems && value.items.every(isFree)));
}

/** tfjs-core 4.22.0 src/tape.ts, backpropagateGradients: one operation without a gradient on any way back is too many. */
export function checkGradient({ watched }: TensorValue, tape: object): Fault | undefined {
    const isStuck = watched?.tape === tape && watched.stuckAt !== undefined;
    return isStuck ? { kind: "unsupported", what: `gradients through ${watched.stuckAt}, by which its result is computed`, when: "run", at: atCall } : undefined;
}

/** tfjs-core 4.22.0 src/gradients.ts, variableGrads: some variable must have a gradient. */
export function isUnconnected(value: Value): boolean {
    return value.kind === "number" || value.kind === "size" || (value.kind === "tensor" && value.watched === untaped);
}
