import {
    add,
    compare,
    type Comparison,
    constant,
    type Dim,
    identical,
    multiply,
    print,
    printSource,
    toData,
    unknown,
} from "./dim.js";

export type Shape = readonly Dim[];

/** No tensor of a real program has as many axes; of more, the ends are printed. */
const mostAxes = 16;

/** `[null, 1, 2*h, 2*w]`. */
export function printShape(shape: Shape): string {
    const axes = shape.length > mostAxes ? [...shape.slice(0, 4).map(print), "…", ...shape.slice(-2).map(print)] : shape.map(print);
    return `[${axes.join(", ")}]`;
}

/** The shape as a JavaScript array a fix can write, or `undefined` where a dimension has no source. */
export function printShapeSource(shape: Shape): string | undefined {
    const sources = shape.map(printSource);
    return sources.includes(undefined) ? undefined : `[${sources.join(", ")}]`;
}

/** `8×8`, `(2*h - 7)×(2*w - 7)`. */
export function printLengths(lengths: Shape): string {
    const texts = lengths.map(print);
    return texts.map((text) => (texts.length > 1 && text.includes(" ") ? `(${text})` : text)).join("×");
}

export function toDataShape(shape: Shape): (number | null | string)[] {
    return shape.map(toData);
}

/** Another size of the last axis. A copy that is written into: what is spread and added to keeps room for many more. */
export function withLast(shape: Shape, last: Dim): Shape {
    const changed = shape.slice();
    changed[Math.max(shape.length - 1, 0)] = last;
    return changed;
}

export function unknownShape(rank: number): Shape {
    return new Array<Dim>(rank).fill(unknown);
}

/** So many axes from one on. */
export function axesFrom(first: number, count: number): number[] {
    const axes: number[] = [];
    for (let index = 0; index < count; index++) {
        axes.push(first + index);
    }
    return axes;
}

/** The number of elements: `batch` where the batch is part of it. */
export function sizeOf(shape: Shape): Dim {
    return shape.reduce(multiply, constant(1));
}

/** The number of elements for each example of the batch. */
export function countOf(shape: Shape): Dim {
    return sizeOf(shape.filter(({ kind }) => kind !== "batch"));
}

/** Different in rank or in any dimension; the batch and what is not known differ from nothing. */
export function compareShapes(a: Shape, b: Shape): Comparison {
    if (a.length !== b.length) return "different";
    let result: Comparison = "equal";
    for (let axis = 0; axis < a.length; axis++) {
        const comparison = compare(a[axis] ?? unknown, b[axis] ?? unknown);
        if (comparison === "different") return "different";
        if (comparison === "unknown") result = "unknown";
    }
    return result;
}

/** Whether two branches agree on a shape. */
export function identicalShapes(a: Shape, b: Shape): boolean {
    return a.length === b.length && a.every((dim, axis) => identical(dim, b[axis] ?? unknown));
}

export type Broadcast =
    | { readonly kind: "shape"; readonly shape: Shape }
    /** The axis counts from the end: -1 is the last. */
    | { readonly kind: "conflict"; readonly axis: number; readonly a: Dim; readonly b: Dim };

/** NumPy's rules: axes are aligned at the end, and a dimension of 1 stretches to any other. */
export function broadcast(a: Shape, b: Shape): Broadcast {
    const rank = Math.max(a.length, b.length);
    const shape: Dim[] = [];
    for (let axis = -rank; axis < 0; axis++) {
        const left = a.at(axis);
        const right = b.at(axis);
        const dim = left === undefined ? right : right === undefined ? left : broadcastDims(left, right);
        if (dim === undefined) return { kind: "conflict", axis, a: left ?? unknown, b: right ?? unknown };
        shape.push(dim);
    }
    return { kind: "shape", shape };
}

/** Of all that two dimensions can legally be together, the one result there is; `undefined` where nothing is legal. */
function broadcastDims(a: Dim, b: Dim): Dim | undefined {
    if (identical(a, b) || isOne(b)) return a;
    if (isOne(a)) return b;
    const comparison = compare(a, b);
    if (comparison === "equal") return a;
    const neverOneA = isNeverOne(a);
    const neverOneB = isNeverOne(b);
    if (neverOneA && neverOneB) return comparison === "different" ? undefined : moreExact(a, b);
    // One of them is 1 or both are the same, so the one that is never 1 is the result.
    if (neverOneA) return a;
    return neverOneB ? b : unknown;
}

function isOne(dim: Dim): boolean {
    return dim.kind === "constant" && dim.value === 1;
}

function isNeverOne(dim: Dim): boolean {
    return compare(dim, constant(1)) === "different";
}

export type Concatenation =
    | { readonly kind: "shape"; readonly shape: Shape }
    /** The axis lies outside the rank. */
    | { readonly kind: "no-axis"; readonly rank: number }
    /** Input `index` has another rank than the first. */
    | { readonly kind: "rank-conflict"; readonly index: number }
    /** Input `index` differs from those before it on an axis that is not joined. */
    | { readonly kind: "conflict"; readonly index: number; readonly axis: number; readonly a: Dim; readonly b: Dim };

/** Sums on `axis` (negative: counted from the end); all other axes have to agree. */
export function concatenate(shapes: readonly Shape[], axis: number): Concatenation {
    const [first] = shapes;
    if (first === undefined) return { kind: "no-axis", rank: 0 };
    const joined = axis < 0 ? axis + first.length : axis;
    if (joined < 0 || joined >= first.length) return { kind: "no-axis", rank: first.length };
    let result: readonly Dim[] = first;
    for (let index = 1; index < shapes.length; index++) {
        const shape = shapes[index] ?? [];
        if (shape.length !== first.length) return { kind: "rank-conflict", index };
        const dims: Dim[] = [];
        for (let at = 0; at < first.length; at++) {
            const a = result[at] ?? unknown;
            const b = shape[at] ?? unknown;
            if (at !== joined && compare(a, b) === "different") return { kind: "conflict", index, axis: at, a, b };
            dims.push(at === joined ? add(a, b) : moreExact(a, b));
        }
        result = dims;
    }
    return { kind: "shape", shape: result };
}

function exactness({ kind }: Dim): number {
    switch (kind) {
        case "constant":
            return 3;
        case "expression":
            return 2;
        case "batch":
            return 1;
        case "unknown":
            return 0;
    }
}

/** Of two dimensions that have to be equal, the one that says more. */
export function moreExact(a: Dim, b: Dim): Dim {
    return exactness(b) > exactness(a) ? b : a;
}
