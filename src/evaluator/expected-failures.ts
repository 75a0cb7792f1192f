/** Tests of what must fail: `expect(() => f()).toThrow()`, `assert.throws(() => f())`. A mistake in there is what is tested. */
import type { TSESTree } from "@typescript-eslint/types";
import type { Evaluation } from "./evaluation.js";
import { find, type Scope } from "./scope.js";
import { withoutTypes } from "./syntax.js";
import type { FunctionNode, Node, Value } from "./values.js";

const checks = new Set(["toThrow", "toThrowError", "toThrowErrorMatchingSnapshot", "toThrowErrorMatchingInlineSnapshot", "throw", "throws", "throwsAsync", "rejects", "rejectedWith"]);

export function expectsFailure({ object, property }: TSESTree.MemberExpressionNonComputedName): boolean {
    return property.type === "Identifier" && isCheck(property.name) && !isNegated(object);
}

/** Asked of every method that is called: hardly any other begins as these do. */
function isCheck(name: string): boolean {
    return (name.startsWith("t") || name.startsWith("r")) && checks.has(name);
}

/** `expect(f).not.toThrow()`, `expect(f).to.not.throw()`. */
function isNegated(node: Node): boolean {
    for (let at = withoutTypes(node); at.type === "MemberExpression"; at = withoutTypes(at.object)) {
        if (at.property.type === "Identifier" && at.property.name === "not") {
            return true;
        }
    }
    return false;
}

/** The call, and the functions it is about whenever they are run. */
export function expectingFailure(e: Evaluation, node: TSESTree.CallExpression, scope: Scope, call: () => Value): Value {
    for (let at: Node = node; at.type === "CallExpression" || at.type === "MemberExpression"; at = withoutTypes(at.type === "CallExpression" ? at.callee : at.object)) {
        for (const argument of at.type === "CallExpression" ? at.arguments : []) {
            const tested = functionIn(argument, scope);
            if (tested) {
                e.mayFail.add(tested);
            }
        }
    }
    return e.supposing(call);
}

function functionIn(node: Node, scope: Scope): FunctionNode | undefined {
    if (node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression") {
        return node;
    }
    const value = node.type === "Identifier" ? find(scope, node.name)?.value : undefined;
    return value?.kind === "function" ? value.node : undefined;
}
