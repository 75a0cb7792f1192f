/**
 * Calls that make the same layer each time they are run: `tf.layers.conv2d({ filters: 2 * growth, kernelSize: 3 })` in a
 * loop or a function, where `growth` is a constant of the module. Nothing in them has to be evaluated again, as long as the
 * variables of the module that they read hold what they held.
 */
import type { TSESTree } from "@typescript-eslint/types";
import type { Evaluation } from "../evaluation.js";
import { find, type Scope } from "../scope.js";
import type { Cell } from "../states.js";
import type { CallNode, LayerValue, Node, Value } from "../values.js";
import { anotherLayer } from "./layer-making.js";

/** The layer that was made, and the variables that it depends on. */
export interface SameAgain {
    readonly layer: LayerValue;
    readonly cells: readonly Cell[];
    readonly values: readonly (Value | undefined)[];
}

export function makeSameAgain(e: Evaluation, node: CallNode): LayerValue | undefined {
    const last = e.sameAgain.size > 0 ? e.sameAgain.get(node) : undefined;
    if (!last || e.replaced.size > 0) {
        return undefined;
    }
    const { cells, values, layer } = last;
    for (let index = 0; index < cells.length; index++) {
        if (cells[index]?.value !== values[index]) {
            return undefined;
        }
    }
    e.step();
    return anotherLayer(e, layer);
}

/** Notes what a call has made. `isPlain`: nothing but the layer came of it, no report above all. */
export function noteMade(e: Evaluation, node: TSESTree.CallExpression, made: Value, isPlain: boolean, scope: Scope): void {
    if (made.kind !== "layer" || made.node !== node || !isPlain) {
        return;
    }
    const cells: Cell[] = [];
    // A layer that writes into its shape needs one of its own.
    const isSame = made.inputShape === undefined && dependsOn(node.callee, scope, cells, isLibrary) && node.arguments.every((argument) => isWritten(argument, scope, cells));
    e.sameAgain.set(node, isSame ? { layer: made, cells, values: cells.map(({ value }) => value) } : undefined);
}

/** Whether an expression has the same value, and does nothing, as long as the variables in it stay what they are. */
function isWritten(node: Node, scope: Scope, cells: Cell[]): boolean {
    switch (node.type) {
        case "Literal":
            return true;
        case "Identifier":
            return dependsOn(node, scope, cells, isScalar);
        case "BinaryExpression":
            return isWritten(node.left, scope, cells) && isWritten(node.right, scope, cells);
        case "ArrayExpression":
            return node.elements.every((element) => element !== null && isWritten(element, scope, cells));
        case "ObjectExpression":
            return node.properties.every((property) => property.type === "Property" && property.kind === "init" && !property.computed && isWritten(property.value, scope, cells));
        default:
            return false;
    }
}

/** Whether it reads a variable of the module that no inner one hides, or a property of it. */
function dependsOn(node: Node, scope: Scope, cells: Cell[], isKnown: (value: Value) => boolean): boolean {
    if (node.type === "MemberExpression") {
        return !node.computed && !node.optional && dependsOn(node.object, scope, cells, isKnown);
    }
    const cell = node.type === "Identifier" ? find(scope, node.name) : undefined;
    if (!cell?.value || scope.root.get(cell.name) !== cell || !isKnown(cell.value)) {
        return false;
    }
    cells.push(cell);
    return true;
}

function isLibrary({ kind }: Value): boolean {
    return kind === "library";
}

function isScalar({ kind }: Value): boolean {
    return kind === "number" || kind === "string" || kind === "boolean" || kind === "size";
}
