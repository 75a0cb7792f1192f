/** Who reads a literal that stands in a variable of its own. */
import type { TSESTree } from "@typescript-eslint/types";
import type { CallNode, Node } from "../evaluator/values.js";
import { withoutTypes } from "../fixes/literals.js";
import { nodesOf } from "./ownership.js";

/**
 * Whether a literal is the value of a variable that is named once more in the whole program: as an argument of this call,
 * or spread into its arguments. By names alone, so that another variable of the same name counts as a reader, too.
 */
export function isOnlyReader(program: TSESTree.Program, { arguments: list }: CallNode, literal: Node): boolean {
    const nodes = [...nodesOf(program)] as Node[];
    const declarator = nodes.find((node) => node.type === "VariableDeclarator" && node.init !== null && withoutTypes(node.init) === literal);
    if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || isExported(nodes, declarator)) {
        return false;
    }
    const { name } = declarator.id;
    const mentions = nodes.filter((node) => (node.type === "Identifier" || node.type === "JSXIdentifier") && node.name === name);
    const isRead = list.some((argument) => {
        const value = withoutTypes(argument.type === "SpreadElement" ? argument.argument : argument);
        return value.type === "Identifier" && value.name === name;
    });
    return isRead && mentions.length === 2;
}

function isExported(nodes: readonly Node[], declarator: TSESTree.VariableDeclarator): boolean {
    return nodes.some((node) => node.type === "ExportNamedDeclaration" && node.declaration?.type === "VariableDeclaration" && node.declaration.declarations.some((one) => one === declarator));
}
