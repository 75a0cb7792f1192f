/** What shape functions of operations share: an answer or a fault, rank checks, sizes that must agree. */
import { atOption, type Fault } from "../catalogue/fault.js";
import { compare, constant, unknown, type Dim } from "../shapes/dim.js";
import { broadcast, compareShapes, moreExact, type Shape } from "../shapes/shape.js";
import type { OpResult, TensorArgument } from "./spec.js";

/** A shape, a fault, or undefined where not even the rank can be told. */
export type Answer = Shape | Fault | undefined;

export function isFault(answer: Answer): answer is Fault {
    return answer !== undefined && "kind" in answer;
}

/** An answer as the outcome of an operation that gives one tensor. */
export function asTensor(answer: Answer): OpResult {
    return answer ?? { kind: "tensor", shape: undefined };
}

const likeFirst: OpResult = { kind: "tensor", shape: undefined, likeFirst: true };

/** A tensor of the shape of the first argument. */
export function asFirst({ shape }: TensorArgument): OpResult {
    return shape ?? likeFirst;
}

/** Several answers as a list of tensors, or the first fault among them. */
export function asTensors(answers: readonly Answer[]): OpResult {
    const shapes: (Shape | undefined)[] = [];
    for (const answer of answers) {
        if (isFault(answer)) {
            return answer;
        }
        shapes.push(answer);
    }
    return { kind: "tensors", shapes };
}

/** Answers under names, or the first fault among them. */
export function asRecord(answers: Readonly<Record<string, Answer>>): OpResult {
    const fields: Record<string, Shape | undefined> = {};
    for (const [name, answer] of Object.entries(answers)) {
        if (isFault(answer)) {
            return answer;
        }
        fields[name] = answer;
    }
    return { kind: "record", fields };
}

/** Continues with a shape; a fault or a shape that is not known passes through. */
export function onShape(answer: Answer, next: (shape: Shape) => Answer): Answer {
    return answer === undefined || isFault(answer) ? answer : next(answer);
}

/** A fault that the library does not notice, or not always: `effect` completes "TensorFlow.js …". */
export function inSilence(fault: Fault | undefined, effect: string): Fault | undefined {
    return fault && { ...fault, effect };
}

/** A fault if the shape is known and has another rank. */
export function checkRank(name: string, { shape }: TensorArgument, ...ranks: readonly number[]): Fault | undefined {
    if (shape === undefined || ranks.includes(shape.length)) {
        return undefined;
    }
    return { kind: "input-rank", input: shape, expected: `rank ${ranks.join(" or ")}`, at: atOption(name) };
}

export function checkLeastRank(name: string, { shape }: TensorArgument, least: number): Fault | undefined {
    if (shape === undefined || shape.length >= least) {
        return undefined;
    }
    return { kind: "input-rank", input: shape, expected: `at least rank ${least}`, at: atOption(name) };
}

/** A fault if one axis of a tensor provably has another size than it must. */
export function checkSize(name: string, input: Shape, axis: number, expected: Dim, words: { readonly what: string; readonly why: string }): Fault | undefined {
    const size = input.at(axis);
    if (size === undefined || compare(size, expected) !== "different") {
        return undefined;
    }
    const at = axis < 0 ? axis + input.length : axis;
    return { kind: "input-size", input, axis: at, ...words, expected, at: atOption(name) };
}

/** Two tensors that must have one shape: that shape, as exact as the two tell it. */
export function sameShape(a: Answer, b: Answer, names: readonly [string, string]): Answer {
    if (isFault(a)) {
        return a;
    }
    if (b === undefined || isFault(b)) {
        return b ?? a;
    }
    if (a === undefined) {
        return b;
    }
    if (compareShapes(a, b) === "different") {
        const axis = a.length === b.length ? a.findIndex((dim, index) => compare(dim, b[index] ?? unknown) === "different") : undefined;
        return { kind: "shape-mismatch", inputs: [a, b], names, axis, at: atOption(names[1]) };
    }
    return a.map((dim, index) => moreExact(dim, b[index] ?? unknown));
}

/** Undefined as soon as one of the ranks is: a tensor of rank 6 broadcasts with any. */
export function broadcastAnswers(a: Answer, b: Answer, names: readonly [string, string]): Answer {
    return onShape(a, (first) =>
        onShape(b, (second) => {
            const result = broadcast(first, second);
            if (result.kind === "shape") {
                return result.shape;
            }
            return { kind: "broadcast", inputs: [first, second], names, axis: result.axis, a: result.a, b: result.b, at: atOption(names[1]) };
        }),
    );
}

/** The value of a constant dimension. */
export function numberOf(dim: Dim | undefined): number | undefined {
    return dim?.kind === "constant" ? dim.value : undefined;
}

export function isDifferentFromOne(dim: Dim): boolean {
    return compare(dim, constant(1)) === "different";
}
