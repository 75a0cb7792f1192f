/** `new Promise((resolve, reject) => …)`: what it will have been resolved with, where its executor says so at once. */
import { plainArguments } from "../arguments.js";
import { ThrowSignal } from "../control.js";
import type { Evaluation } from "../evaluation.js";
import { invoke } from "../functions.js";
import { builtin, promise, undefinedValue, unknown } from "../making.js";
import type { FunctionValue, Value } from "../values.js";

export function newPromise(e: Evaluation, executor: FunctionValue): Value {
    const { branches } = e;
    let answer: Value | undefined;
    let isSure = false;
    const resolve = builtin("resolve", ([value = undefinedValue]) => {
        // The first call counts, unless it is perhaps not made, or made later by somebody else.
        if (answer === undefined && e.branches === branches) {
            isSure = true;
        } else {
            e.heap.lose(value);
        }
        answer ??= value;
        return undefinedValue;
    });
    const reject = builtin("reject", () => undefinedValue);
    try {
        invoke(e, executor, undefinedValue, plainArguments([resolve, reject]));
    } catch (error) {
        // That rejects the promise.
        if (!(error instanceof ThrowSignal)) {
            throw error;
        }
    }
    const settled = isSure ? answer : undefined;
    answer ??= unknown;
    // Whatever it will be worth, `then` is its method.
    return settled ? promise(settled) : { kind: "promise", value: unknown, late: [], from: undefined };
}
