/** Text from the user's program on its way to a terminal or a picture. */
import { add, constant, type Dim, print } from "../shapes/dim.js";
import { printShape, type Shape } from "../shapes/shape.js";

/** One line that nothing in the source can use to move a cursor, or to break XML. */
export function printable(text: string): string {
    return text.replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD");
}

/** `[null, 1, 2*h]`; `?` where not even the rank is known. */
export function printOutput(shape: Shape | undefined): string {
    return shape ? printable(printShape(shape)) : "?";
}

/** `1,234`, `9*c + 10`, `?`. */
export function printCount(count: Dim | undefined): string {
    if (count === undefined) return "?";
    return count.kind === "constant" ? count.value.toLocaleString("en-US") : printable(print(count));
}

/** The sum of those that are known, and how many are not. */
export function sumOf(counts: readonly (Dim | undefined)[]): { readonly sum: Dim; readonly missing: number } {
    const known = counts.filter((count) => count !== undefined && count.kind !== "unknown");
    return { sum: known.reduce<Dim>(add, constant(0)), missing: counts.length - known.length };
}

export function plural(count: number, one: string, many = `${one}s`): string {
    return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
