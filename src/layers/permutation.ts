import { atOption, type Fault } from "../catalogue/fault.js";
import { compare, constant, isAtLeast, type Dim } from "../shapes/dim.js";

/** The axes of a Permute layer count from 1: the batch stays where it is. */
export function checkPermutation(dims: readonly Dim[]): readonly Fault[] {
    const outside = dims.some(
        (dim) => isAtLeast(dim, constant(1)) === "never" || isAtLeast(dim, constant(dims.length + 1)) === "always",
    );
    const repeated = dims.some((dim, index) => dims.slice(0, index).some((earlier) => compare(earlier, dim) === "equal"));
    if (!outside && !repeated) {
        return [];
    }
    const expected = `each of 1 to ${dims.length} once`;
    return [{ kind: "permutation", dims, expected, at: atOption("dims") }];
}
