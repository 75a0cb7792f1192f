/** Operations that are run again on what they were run on before, as in loops and in functions that are called often. */
import { isSameShape, type Datum } from "../../catalogue/datum.js";
import type { GivenOptions } from "../../catalogue/given.js";
import type { OpCall } from "../../ops/engine.js";
import type { OpSpec } from "../../ops/spec.js";
import { identical } from "../../shapes/dim.js";
import type { Shape } from "../../shapes/shape.js";
import type { Arguments } from "../arguments.js";
import type { Evaluation } from "../evaluation.js";
import type { CallNode, Node, Value } from "../values.js";

/** What an operation was given, and what came of it. */
export interface Operated {
    readonly spec: OpSpec;
    readonly given: GivenOptions;
    readonly call: OpCall;
    readonly inputs: readonly (Shape | undefined)[];
    readonly outputs: readonly (Shape | undefined)[];
    /** How many arguments there were, and the expressions they came from. */
    readonly count: number;
    readonly nodes: readonly (Node | undefined)[];
}

/** Whether a call can be told from others by its arguments: none were gathered, spread or set by a fix under trial. */
export function isComparable(e: Evaluation, spec: OpSpec, args: Arguments, node: CallNode): boolean {
    return e.isRepeated && !spec.named && !spec.rest && !args.open && args.lists === undefined && e.options.overrides?.has(node) !== true;
}

/** What the same call came to when it was given the same. */
export function ranBefore(e: Evaluation, spec: OpSpec, args: Arguments, node: CallNode): Operated | undefined {
    const before = e.operated.of(node);
    for (let index = before.length - 1; index >= 0; index--) {
        const one = before[index];
        if (one?.spec === spec && isGivenSame(one, args)) {
            return one;
        }
    }
    return undefined;
}

function isGivenSame({ given, count, nodes: places }: Operated, { values, nodes }: Arguments): boolean {
    const { all } = given.options;
    // Arguments beyond those that are read count as inputs all the same.
    if (count !== values.length || all.length !== values.length) {
        return false;
    }
    for (let index = 0; index < all.length; index++) {
        const value = values[index];
        const before = all[index];
        if (!value || !before || nodes[index] !== places[index] || !isPicturedBy(value, before.datum)) {
            return false;
        }
    }
    return true;
}

/** Shapes and strides are short; longer lists take longer to compare than what is made of them. */
const mostItems = 32;

/** Whether the picture that was taken of one value is, as far as that is plain, that of another as well. */
function isPicturedBy(value: Value, datum: Datum): boolean {
    switch (value.kind) {
        case "tensor":
            return datum.kind === "tensor" && !datum.symbolic && datum.dtype === value.dtype && datum.values === value.values && !value.seen && !datum.axes && isSameShape(value.shape, datum.shape);
        case "array":
            return datum.kind === "list" && !value.open && !value.gist && value.elements === datum.elements && value.items.length === datum.items.length && value.items.length <= mostItems && value.items.every((item, index) => item.kind !== "array" && hasPicture(item, datum.items[index]));
        case "number":
            return datum.kind === "number" && Object.is(datum.value, value.value);
        case "string":
        case "boolean":
            return datum.kind === value.kind && datum.value === value.value;
        case "size":
            return datum.kind === "size" && identical(value.dim, datum.dim);
        case "undefined":
        case "null":
            return datum.kind === value.kind;
        default:
            return false;
    }
}

function hasPicture(value: Value, datum: Datum | undefined): boolean {
    return datum !== undefined && isPicturedBy(value, datum);
}
