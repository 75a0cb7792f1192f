/**
 * Readers turn a datum into the typed value a shape function works with. A reader gives `unknown` (its own stand-in) for
 * what cannot be known, and a refusal for what the library itself would refuse.
 */
import { assumeSize, compare, constant, isAtLeast, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { DType } from "./dtype.js";
import { dimOf, type Datum } from "./datum.js";

/** `expected` completes the sentence "must be …" in the words of the library's users. */
/** `effect`: what the library does in silence (see Fault); `given`: what it was that is refused, where that is more than its print; `dtype`: what a tensor is to be cast to. */
export type Reading<T> = { readonly kind: "value"; readonly value: T } | { readonly kind: "refused"; readonly expected: string; readonly choices?: readonly string[]; readonly given?: string; readonly dtype?: DType | undefined; readonly effect?: string };

export interface Reader<T> {
    /** What is legal, as it completes "must be …": "a positive integer". */
    readonly expected: string;
    /** Stands for a value that could not be worked out. */
    readonly unknown: T;
    /** It tells for itself what an unknown caller's value is (a tensor, a list of tensors); others take it for a size. */
    readonly readsParameters: boolean;
    read(datum: Datum): Reading<T>;
}

export function value<T>(result: T): Reading<T> {
    return { kind: "value", value: result };
}

export function refused(expected: string, effect?: string): Reading<never> & { readonly kind: "refused" } {
    return effect === undefined ? { kind: "refused", expected } : { kind: "refused", expected, effect };
}

/** A reader from a function that gives the value or "refused"; what is not known never gets there. */
export function reader<T>(expected: string, unknownValue: T, read: (datum: Datum) => T | "refused", readsParameters = false): Reader<T> {
    return {
        expected,
        unknown: unknownValue,
        readsParameters,
        read(datum) {
            if (datum.kind === "unknown") {
                return value(unknownValue);
            }
            const result = read(datum);
            return result === "refused" ? refused(expected) : value(result);
        },
    };
}

/** An integer of at least `least` (1 unless given): units, filters, one kernel length. */
export function size(least = 1): Reader<Dim> {
    const expected = least === 1 ? "a positive integer" : least === 0 ? "an integer of at least 0" : `an integer of at least ${least}`;
    return reader<Dim>(expected, unknown, (datum) => readSize(datum, least));
}

function readSize(datum: Datum, least: number): Dim | "refused" {
    switch (datum.kind) {
        case "unknown":
            return unknown;
        case "number":
            return Number.isInteger(datum.value) && datum.value >= least ? constant(datum.value) : "refused";
        case "size":
            if (least > 0) {
                // Nothing else is legal here.
                assumeSize(datum.dim);
            }
            return isAtLeast(datum.dim, constant(least)) === "never" ? "refused" : datum.dim;
        default:
            return "refused";
    }
}

/** Any integer, negative ones included: an axis. */
export function integer(): Reader<Dim> {
    return reader<Dim>("an integer", unknown, (datum) => {
        if (datum.kind === "number") {
            return Number.isInteger(datum.value) ? constant(datum.value) : "refused";
        }
        return datum.kind === "size" ? datum.dim : "refused";
    });
}

/** Any number: a rate, an epsilon. Its value has no part in shapes, so only the kind of value is checked. */
export function number(): Reader<number | undefined> {
    return reader<number | undefined>("a number", undefined, (datum) => {
        if (datum.kind === "number") {
            return datum.value;
        }
        return datum.kind === "size" ? undefined : "refused";
    });
}

/** One length for all axes, or a list of `axes` lengths: kernelSize, strides. Always gives `axes` dimensions. */
export function perAxis(axes: number, least = 1): Reader<readonly Dim[]> {
    const unknownValue: readonly Dim[] = new Array<Dim>(axes).fill(unknown);
    const what = least === 1 ? "a positive integer" : `an integer of at least ${least}`;
    const expected = `${what} or a list of ${axes === 1 ? "one" : `${axes} of them`}`;
    return reader<readonly Dim[]>(expected, unknownValue, (datum) => {
        if (datum.kind !== "list") {
            const one = readSize(datum, least);
            return one === "refused" ? one : new Array<Dim>(axes).fill(one);
        }
        return datum.items.length === axes ? readAll(datum.items, least) : "refused";
    });
}

/** A reader of sizes where the library takes 0 in silence: `effect` tells what it makes of it. */
export function tellingZeros<T>(inner: Reader<T>, effect: string): Reader<T> {
    const withOnes = (datum: Datum): Datum => (datum.kind === "list" ? { ...datum, items: datum.items.map(withOnes) } : datum.kind === "number" && datum.value === 0 ? { ...datum, value: 1 } : datum);
    return {
        ...inner,
        read(datum) {
            const reading = inner.read(datum);
            return reading.kind === "refused" && inner.read(withOnes(datum)).kind === "value" ? { ...reading, effect } : reading;
        },
    };
}

/** A reader of numbers where the library takes fractions in silence: `effect` tells what it makes of them. */
export function tellingFractions<T>(inner: Reader<T>, effect: string): Reader<T> {
    return {
        ...inner,
        read(datum) {
            const reading = inner.read(datum);
            const isNumeric = (item: Datum): boolean => item.kind === "number" && Number.isFinite(item.value);
            return reading.kind === "refused" && (datum.kind === "list" ? datum.items.every(isNumeric) : isNumeric(datum)) ? { ...reading, effect: reading.effect ?? effect } : reading;
        },
    };
}

/** A reader for options whose lists the library reads no further than `count` elements. */
export function readingFirst<T>(count: number, inner: Reader<T>): Reader<T> {
    return {
        ...inner,
        read: (datum) => inner.read(datum.kind === "list" ? { kind: "list", items: datum.items.slice(0, count) } : datum),
    };
}

function readAll(items: readonly Datum[], least: number): readonly Dim[] | "refused" {
    const dims: Dim[] = [];
    for (const item of items) {
        const dim = readSize(item, least);
        if (dim === "refused") {
            return dim;
        }
        dims.push(dim);
    }
    return dims;
}

/** A list of exactly `axes` lengths, for options where a bare number is not taken. */
export function listOf(axes: number, least = 1): Reader<readonly Dim[]> {
    const expected = `a list of ${axes} integers of at least ${least}`;
    return reader<readonly Dim[]>(expected, new Array<Dim>(axes).fill(unknown), (datum) =>
        datum.kind === "list" && datum.items.length === axes ? readAll(datum.items, least) : "refused",
    );
}

/**
 * A shape without further checks: numbers, null, symbols. A bare number is a shape of one dimension (TensorFlow.js takes
 * `inputShape: 1`). Undefined when not even its rank is known.
 */
export function shape(): Reader<Shape | undefined> {
    const read = (datum: Datum): Shape | undefined | "refused" => {
        switch (datum.kind) {
            case "number":
            case "size":
                return [dimOf(datum)];
            case "list":
                return datum.items.map(sizeIn);
            default:
                // What a caller passes for a shape is a list, of a length nobody knows.
                return datum.kind === "parameter" ? undefined : "refused";
        }
    };
    return reader<Shape | undefined>("a list of integers", undefined, read, true);
}

/** An entry of a shape: a symbol that stands there alone is a size. */
function sizeIn(datum: Datum): Dim {
    const dim = dimOf(datum);
    assumeSize(dim);
    return dim;
}

/** A list of dimensions, where a bare number will not do: the target of a reshape. */
export function dimensions(): Reader<readonly Dim[] | undefined> {
    return reader<readonly Dim[] | undefined>("a list of integers", undefined, (datum) =>
        datum.kind === "list" ? datum.items.map(dimOf) : "refused",
    );
}

/** What is added to or taken from the two ends of an axis. */
export interface Border {
    readonly before: Dim;
    readonly after: Dim;
}

/** How one amount of a border is read. */
type ReadAmount = (datum: Datum) => Dim | "refused";

/**
 * Borders of `axes` axes: one number for all ends, a number per axis, or a pair per axis. For a single axis, a list of
 * two numbers is its pair.
 */
function borders(axes: number, what: string, read: ReadAmount): Reader<readonly Border[]> {
    const unknownValue: readonly Border[] = new Array<Border>(axes).fill({ before: unknown, after: unknown });
    const expected = axes === 1 ? `${what} or a list of two` : `${what}, or a list of ${axes} of them or of ${axes} pairs`;
    return reader<readonly Border[]>(expected, unknownValue, (datum) => {
        if (datum.kind !== "list") {
            const border = evenBorder(datum, read);
            return border === "refused" ? border : new Array<Border>(axes).fill(border);
        }
        if (axes === 1) {
            const pair = readPair(datum, read);
            return pair === "refused" ? pair : [pair];
        }
        // The two forms do not mix.
        const pairs = datum.items.some((item) => item.kind === "list");
        const all = datum.items.map((item) => (pairs ? readPair(item, read) : evenBorder(item, read)));
        const borders = all.filter((border) => border !== "refused");
        return all.length === axes && borders.length === axes ? borders : "refused";
    });
}

function evenBorder(datum: Datum, read: ReadAmount): Border | "refused" {
    const amount = read(datum);
    return amount === "refused" ? amount : { before: amount, after: amount };
}

function readPair(datum: Datum, read: ReadAmount): Border | "refused" {
    if (datum.kind === "unknown") {
        return { before: unknown, after: unknown };
    }
    const [first, second, third] = datum.kind === "list" ? datum.items : [];
    if (!first || !second || third) {
        return "refused";
    }
    const before = read(first);
    const after = read(second);
    return before === "refused" || after === "refused" ? "refused" : { before, after };
}

/** Amounts that are added: any integers. A fraction is taken where it makes whole lengths, which is not judged. */
export function addedBorders(axes: number): Reader<readonly Border[]> {
    return borders(axes, "an integer", (datum) => (datum.kind === "number" ? constant(datum.value) : readSize(datum, -Infinity)));
}

/** Amounts that are taken away. */
export function removedBorders(axes: number): Reader<readonly Border[]> {
    return borders(axes, "an integer of at least 0", (datum) => readSize(datum, 0));
}

/** Factors of the axes, as a list only. A fraction is taken where it makes whole lengths, which is not judged. */
export function factors(axes: number): Reader<readonly Dim[]> {
    const expected = `a list of ${axes} positive integers`;
    return reader<readonly Dim[]>(expected, new Array<Dim>(axes).fill(unknown), (datum) => {
        if (datum.kind !== "list" || datum.items.length !== axes) {
            return "refused";
        }
        const dims = datum.items.map((item) =>
            item.kind === "number" && item.value > 0 ? constant(item.value) : readSize(item, 1),
        );
        const read = dims.filter((dim) => dim !== "refused");
        return read.length === axes ? read : "refused";
    });
}

/** A list of integers, or one integer standing for a list of one: axes, permutations. */
export function integers(): Reader<readonly Dim[] | undefined> {
    // An unknown caller may pass either.
    const read = (datum: Datum): readonly Dim[] | undefined | "refused" => (datum.kind === "parameter" ? undefined : readIntegers(datum.kind === "list" ? datum.items : [datum]));
    return reader("an integer or a list of integers", undefined, read, true);
}

/** A list of integers, where a bare one will not do: a permutation. */
export function integerList(): Reader<readonly Dim[] | undefined> {
    return reader<readonly Dim[] | undefined>("a list of integers", undefined, (datum) =>
        datum.kind === "list" ? readIntegers(datum.items) : "refused",
    );
}

function readIntegers(items: readonly Datum[]): readonly Dim[] | "refused" {
    const legal = items.every(
        (item) => item.kind === "unknown" || item.kind === "size" || item.kind === "parameter" || (item.kind === "number" && Number.isInteger(item.value)),
    );
    return legal ? items.map(dimOf) : "refused";
}

/** One of the given strings; undefined when it is not known which. */
export function oneOf<const T extends string>(...names: readonly T[]): Reader<T | undefined> {
    const quoted = names.map((name) => `'${name}'`);
    const last = quoted.at(-1) ?? "";
    const expected = quoted.length > 1 ? `${quoted.slice(0, -1).join(", ")} or ${last}` : last;
    return {
        expected,
        unknown: undefined,
        readsParameters: false,
        read(datum) {
            if (datum.kind === "unknown") {
                return value(undefined);
            }
            const name = datum.kind === "string" ? names.find((one) => one === datum.value) : undefined;
            return name === undefined ? { kind: "refused", expected, choices: names } : value(name);
        },
    };
}

export function boolean(): Reader<boolean | undefined> {
    return reader<boolean | undefined>("a boolean", undefined, (datum) => {
        // Libraries test truth, so anything that is not a boolean is tolerated, and its effect is not judged.
        return datum.kind === "boolean" ? datum.value : undefined;
    });
}

/** For options that the library knows and refuses whatever their value. */
export function refusing(expected: string): Reader<undefined> {
    return { expected, unknown: undefined, readsParameters: false, read: (datum) => (datum.kind === "unknown" ? value(undefined) : refused(expected)) };
}

/** The datum itself, for options whose form only the entry understands. */
export function raw(): Reader<Datum> {
    return reader<Datum>("a value", { kind: "unknown" }, (datum) => datum, true);
}

/** Whether two readings of per-axis lengths are all provably 1. */
export function isOne(dim: Dim): boolean {
    return compare(dim, constant(1)) === "equal";
}
