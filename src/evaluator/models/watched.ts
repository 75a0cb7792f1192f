/** Which tensors a tape follows, and the operations through which no gradient comes back. */
import { atCall, type Fault } from "../../catalogue/fault.js";
import type { Evaluation } from "../evaluation.js";
import type { TensorValue, Value, Watched } from "../values.js";

/** All variables that are trained: every tape of an optimizer follows them. */
export const variables: Watched = { tape: {}, stuckAt: undefined };

/** The kernels of these have no entry in tfjs-core 4.22.0 src/register_all_gradients.ts; that of `greaterEqual` has one. */
const withoutGradient: ReadonlySet<string> = new Set(["equal", "notEqual", "greater", "less", "lessEqual", "logicalAnd", "logicalOr", "logicalXor", "logicalNot"]);

/** What comes out of these is always computed from each tensor that goes in, in the sight of the tape. */
const passing: ReadonlySet<string> = new Set(
    ["abs", "add", "cast", "clone", "cos", "div", "exp", "expandDims", "log", "matMul", "max", "maximum", "mean", "min", "minimum", "mul", "neg", "pow", "relu", "reshape", "round"].concat(
        ["sigmoid", "sin", "softmax", "sqrt", "square", "squaredDifference", "squeeze", "step", "sub", "sum", "tanh", "toBool", "toFloat", "toInt", "transpose", "where"],
    ),
);

export function watch(value: Value, watched: Watched | undefined): Value {
    if (value.kind !== "tensor" || !watched) {
        return value;
    }
    // Tensors are made in great numbers: those that have nothing else to them are all of one form.
    return value.axes || value.name !== undefined || value.alone ? { ...value, watched } : { kind: "tensor", shape: value.shape, dtype: value.dtype, watched };
}

/** What an operation makes of tensors that one tape follows. Of those of several tapes nothing is told. */
export function watchThrough(e: Evaluation, name: string, made: Value, inputs: readonly Value[]): Value {
    if (e.tapes === 0 || made.kind !== "tensor" || !(passing.has(name) || withoutGradient.has(name))) {
        return made;
    }
    let watched: Watched | undefined;
    for (const input of inputs) {
        const own = input.kind === "tensor" ? input.watched : undefined;
        if (own && watched && own.tape !== watched.tape) {
            return made;
        }
        if (own && watched?.stuckAt === undefined) {
            watched = own;
        }
    }
    return watch(made, watched && watched.stuckAt === undefined && withoutGradient.has(name) ? { tape: watched.tape, stuckAt: name } : watched);
}

/** tfjs-core 4.22.0 src/tape.ts, backpropagateGradients: one operation without a gradient on any way back is too many. */
export function checkGradient({ watched }: TensorValue, tape: object): Fault | undefined {
    const isStuck = watched?.tape === tape && watched.stuckAt !== undefined;
    return isStuck ? { kind: "unsupported", what: `gradients through \`${watched.stuckAt}\`, by which its result is computed`, when: "run", at: atCall } : undefined;
}
