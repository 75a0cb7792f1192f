/** Expressions of which only one part is evaluated, and conditions: `a ? b : c`, `a && b`. */
import type { TSESTree } from "@typescript-eslint/types";
import { normal, ThrowSignal } from "./control.js";
import type { Evaluation } from "./evaluation.js";
import type { Scope } from "./scope.js";
import { present, truth, unknown } from "./making.js";
import type { Node, Value } from "./values.js";
import { evaluate } from "./expressions.js";

/** `a ? b : c ? d : …` in turn, as deep as it may be nested. */
export function evaluateConditional(e: Evaluation, node: TSESTree.ConditionalExpression, scope: Scope): Value {
    for (let at = node; ; ) {
        const { test, consequent, alternate } = at;
        const answer = condition(e, test, scope);
        if (answer === undefined) {
            return eitherOf(e, consequent, alternate, scope);
        }
        const next = answer ? consequent : alternate;
        if (next.type !== "ConditionalExpression") {
            return evaluate(e, next, scope);
        }
        at = next;
    }
}

function eitherOf(e: Evaluation, consequent: Node, alternate: Node, scope: Scope): Value {
    return either(e, [() => evaluate(e, consequent, scope), () => evaluate(e, alternate, scope)]);
}

export function evaluateLogical(e: Evaluation, node: TSESTree.LogicalExpression, scope: Scope): Value {
    const left = evaluate(e, node.left, scope);
    const goesOn = continues(node.operator, left);
    if (goesOn === undefined) {
        // Where the left side is what comes out of `||` or `??`, it is there.
        return leftOrRight(e, node.operator === "&&" ? left : present(left), node.right, scope);
    }
    return goesOn ? evaluate(e, node.right, scope) : left;
}

function leftOrRight(e: Evaluation, left: Value, right: Node, scope: Scope): Value {
    return either(e, [() => left, () => evaluate(e, right, scope)]);
}

/** Whether `left && right` and the like look at their right side. */
export function continues(operator: string, left: Value): boolean | undefined {
    if (operator === "??") {
        return left.kind === "unknown" || left.kind === "parameter" || left.kind === "maybe" ? undefined : left.kind === "undefined" || left.kind === "null";
    }
    const test = truth(left);
    return test === undefined ? undefined : operator === "&&" ? test : !test;
}

/** Whether an expression is true or false, where its value need not be known: `unknown && false`. */
export function condition(e: Evaluation, node: Node, scope: Scope): boolean | undefined {
    if (node.type === "UnaryExpression" && node.operator === "!") {
        e.step();
        const test = condition(e, node.argument, scope);
        return test === undefined ? undefined : !test;
    }
    if (node.type !== "LogicalExpression" || node.operator === "??") {
        return truth(evaluate(e, node, scope));
    }
    e.step();
    const left = condition(e, node.left, scope);
    const decides = node.operator === "||";
    if (left !== undefined) {
        return left === decides ? left : condition(e, node.right, scope);
    }
    const right = perhapsCondition(e, node.right, scope);
    return right === decides ? right : undefined;
}

/** A condition that is perhaps not looked at. */
function perhapsCondition(e: Evaluation, node: Node, scope: Scope): boolean | undefined {
    let answer: boolean | undefined;
    either(e, [
        () => unknown,
        () => {
            answer = condition(e, node, scope);
            return unknown;
        },
    ]);
    return answer;
}

/** The value of one of several expressions, it is not known which. */
export function either(e: Evaluation, choices: readonly (() => Value)[]): Value {
    const values: Value[] = [];
    const outcomes = choices.flatMap((choice) =>
        e.fork(() => {
            values.push(choice());
            return normal;
        }),
    );
    const completion = e.resolve(outcomes);
    if (completion.kind === "throw" || values.length === 0) {
        throw new ThrowSignal(unknown);
    }
    return values.reduce(e.heap.merge);
}
