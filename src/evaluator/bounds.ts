/** What is known of the number of turns in one of them: the first of several is not the last. */
import { add, subtract, type Dim } from "../shapes/dim.js";
import { boolean, dimOfValue, unknown } from "./making.js";
import type { Value } from "./values.js";

/** `dim` is at least `least`, and no more where that is all it can be. */
export interface Bound {
    readonly dim: Dim;
    readonly least: number;
    readonly isExact?: boolean;
}

interface Range {
    readonly low: number;
    readonly high: number;
}

/** `left < right` and the like, as far as the bounds say. */
export function decide(bounds: readonly Bound[], operator: string, left: Value, right: Value): Value {
    const difference = subtract(dimOfValue(left), dimOfValue(right));
    let range = rangeOf(difference);
    for (const bound of bounds) {
        const other = rangeWithin(difference, bound);
        range = { low: Math.max(range.low, other.low), high: Math.min(range.high, other.high) };
    }
    return answer(operator, range);
}

const anything: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function rangeOf(dim: Dim): Range {
    return dim.kind === "constant" ? { low: dim.value, high: dim.value } : anything;
}

function rangeWithin(difference: Dim, { dim, least, isExact = false }: Bound): Range {
    const above = subtract(difference, dim);
    if (above.kind === "constant") {
        return { low: least + above.value, high: isExact ? least + above.value : Number.POSITIVE_INFINITY };
    }
    const below = add(difference, dim);
    if (below.kind === "constant") {
        return { low: isExact ? below.value - least : Number.NEGATIVE_INFINITY, high: below.value - least };
    }
    return anything;
}

function answer(operator: string, { low, high }: Range): Value {
    switch (operator) {
        case "<":
            return high < 0 ? boolean(true) : low >= 0 ? boolean(false) : unknown;
        case "<=":
            return high <= 0 ? boolean(true) : low > 0 ? boolean(false) : unknown;
        case ">":
            return low > 0 ? boolean(true) : high <= 0 ? boolean(false) : unknown;
        case ">=":
            return low >= 0 ? boolean(true) : high < 0 ? boolean(false) : unknown;
        case "==":
        case "===":
            return low > 0 || high < 0 ? boolean(false) : low === 0 && high === 0 ? boolean(true) : unknown;
        case "!=":
        case "!==":
            return low > 0 || high < 0 ? boolean(true) : low === 0 && high === 0 ? boolean(false) : unknown;
        default:
            return unknown;
    }
}
