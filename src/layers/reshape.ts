import { atOption, type Fault } from "../catalogue/fault.js";
import { batch, compare, constant, divide, floor, identical, isAtLeast, modulo, unknown, type Dim } from "../shapes/dim.js";
import { sizeOf, type Shape } from "../shapes/shape.js";
import type { Outcome } from "./spec.js";

/**
 * The target shape of a Reshape layer, the batch excepted. TensorFlow.js works out -1 only where every dimension of the
 * input is known, the batch included; else it becomes null (`inferWith` "all"). Keras needs no batch for it.
 */
export function reshapeTo(input: Shape, target: Shape, inferWith: "all" | "elements" = "all"): Outcome | Fault {
    const elements = input.slice(1);
    const inputSize = sizeOf(elements);
    const open = target.flatMap((dim, axis) => (isOpen(dim) ? [axis] : []));
    const targetSize = sizeOf(target.filter((dim) => !isOpen(dim)));
    const [axis, second] = open;
    if (second !== undefined) {
        return { kind: "reshape-infer", input, inputSize, target, reason: "two", at: atOption("targetShape", second) };
    }
    const first = input[0] ?? unknown;
    if (axis === undefined) {
        return compare(inputSize, targetSize) === "different"
            ? { kind: "outputs", shapes: [[first, ...target.map(() => unknown)]], list: false, faults: [sizeFault(input, inputSize, target, targetSize)] }
            : { kind: "outputs", shapes: [[first, ...target]], list: false };
    }
    if (hasRemainder(inputSize, targetSize)) {
        return { kind: "reshape-infer", input, inputSize, target, reason: "remainder", at: atOption("targetShape") };
    }
    const needed = inferWith === "all" ? input : elements;
    const inferred = needed.some((dim) => dim.kind === "batch") ? batch : divide(inputSize, targetSize);
    return { kind: "outputs", shapes: [[first, ...target.with(axis, inferred)]], list: false };
}

/** Null and every negative number stand for what is to be worked out. */
function isOpen(dim: Dim): boolean {
    return dim.kind === "batch" || isAtLeast(dim, constant(0)) === "never";
}

function hasRemainder(size: Dim, divisor: Dim): boolean {
    return compare(divisor, constant(0)) === "equal" || compare(modulo(size, divisor), constant(0)) === "different";
}

function sizeFault(input: Shape, inputSize: Dim, target: Shape, targetSize: Dim): Fault {
    const repairs = target.flatMap((dim, axis) => {
        const others = sizeOf(target.toSpliced(axis, 1));
        const size = divide(inputSize, others);
        const whole = size.kind === "constant" || compare(modulo(inputSize, others), constant(0)) === "equal" || (size.kind === "expression" && identical(floor(size), size));
        return whole && isAtLeast(size, constant(1)) !== "never" && compare(size, dim) === "different" ? [{ axis, size }] : [];
    });
    return { kind: "reshape-size", input, inputSize, target, targetSize, repairs, at: atOption("targetShape") };
}
