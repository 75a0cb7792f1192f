/** Expressions that can be moved or left out. */
import type { TSESTree } from "@typescript-eslint/types";

/** Whether evaluating an expression does nothing but give its value. */
export function isInert(node: TSESTree.Node): boolean {
    switch (node.type) {
        case "Literal":
        case "Identifier":
        case "ThisExpression":
        case "ArrowFunctionExpression":
        case "FunctionExpression":
            return true;
        case "TemplateLiteral":
            return node.expressions.every(isInert);
        case "ArrayExpression":
            return node.elements.every((element) => element === null || isInert(element));
        case "UnaryExpression":
            return node.operator !== "delete" && isInert(node.argument);
        case "BinaryExpression":
        case "LogicalExpression":
            return isInert(node.left) && isInert(node.right);
        case "MemberExpression":
            return isInert(node.object) && (!node.computed || isInert(node.property));
        case "TSAsExpression":
        case "TSSatisfiesExpression":
        case "TSNonNullExpression":
        case "TSTypeAssertion":
            return isInert(node.expression);
        default:
            return false;
    }
}
