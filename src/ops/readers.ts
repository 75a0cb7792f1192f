/** Readers of tensor arguments: a tensor, or what TensorFlow.js converts to one (numbers, nested lists, typed arrays). */
import { dimOf, dtypeOf, type Datum } from "../catalogue/datum.js";
import type { DType } from "../catalogue/dtype.js";
import { optional, type Option } from "../catalogue/options.js";
import { integer, integers, refused, value, type Reader } from "../catalogue/readers.js";
import { constant, isAtLeast, unknown as unknownDim, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import type { TensorArgument, TensorList } from "./spec.js";

const unknownTensor: TensorArgument = { shape: undefined };

/** A tensor or tensor-like argument of numbers or of texts. */
export function numbersOrTexts(): Reader<TensorArgument> {
    return anyTensor;
}

/**
 * A tensor or tensor-like argument: of numbers, or of one of the dtypes named. tfjs-core 4.22.0 src/tensor_util_env.ts,
 * convertToTensor: a tensor of another dtype is refused, while numbers and truths become what is wanted.
 */
export function tensor(...taken: readonly DType[]): Reader<TensorArgument> {
    if (taken.length === 0) {
        return numericTensor;
    }
    const expected = tensorOf(taken.join(" or "));
    return {
        ...anyTensor,
        expected,
        read(datum) {
            const dtype = dtypeOf(datum);
            const becomesIt = datum.kind !== "tensor" && dtype !== "string" && !taken.includes("complex64");
            if (dtype === undefined || becomesIt || taken.includes(dtype)) {
                return anyTensor.read(datum);
            }
            return datum.kind === "tensor" ? { ...refused(expected), given: tensorOf(dtype), dtype: taken[0] } : refused(expected);
        },
    };
}

/** "an int32 tensor", "a float32 tensor". */
export function tensorOf(dtype: string): string {
    return `${dtype.startsWith("i") ? "an" : "a"} ${dtype} tensor`;
}

const anyTensor: Reader<TensorArgument> = {
    expected: "a tensor",
    unknown: unknownTensor,
    readsParameters: true,
    read(datum) {
        switch (datum.kind) {
            case "tensor":
                return value(datum);
            case "parameter":
                return value({ shape: undefined, axes: datum.axes });
            case "number":
            case "size":
            case "boolean":
            case "string":
                return value({ shape: [], dtype: dtypeOf(datum), values: datum });
            case "numbers":
                return value({ shape: [datum.length], dtype: dtypeOf(datum) });
            case "list":
                return value({ shape: nestedShape(datum), dtype: dtypeOf(datum), values: datum });
            case "undefined":
            case "null":
            case "layer":
                return refused("a tensor");
            case "unknown":
                return value(datum.each ? { shape: nestedShape(datum) } : datum.isNumber ? { shape: [], dtype: dtypeOf(datum) } : unknownTensor);
            default:
                return mayBeTensor(datum) ? value(unknownTensor) : refused("a tensor");
        }
    },
};

const numericTensor: Reader<TensorArgument> = {
    ...anyTensor,
    expected: "a tensor of numbers",
    read(datum) {
        const reading = anyTensor.read(datum);
        const isOfTexts = reading.kind === "value" && reading.value.dtype === "string";
        return isOfTexts ? { ...refused("a tensor of numbers"), ...(datum.kind === "tensor" ? { given: tensorOf("string") } : {}) } : reading;
    },
};

/** An instance of a class may be one that extends the library's, and an object of which not all is in sight may be anything. */
function mayBeTensor(datum: Datum): boolean {
    return datum.kind === "record" ? datum.open !== false : datum.kind === "other" && (datum.what === "object" || datum.what === "class");
}

/** A tensor's shape where its rank is settled otherwise: of one whose rank is not known, the sizes that the program has read. */
export function ofRank({ shape, axes }: TensorArgument, rank: number): Shape | undefined {
    return shape ?? (axes && Array.from({ length: rank }, (_, axis) => axes(axis) ?? unknownDim));
}

/** A tensor that may be left out: `undefined` then. */
export function optionalTensor(...taken: readonly DType[]): Option<TensorArgument | undefined> {
    return optional<TensorArgument | undefined>(tensor(...taken), undefined);
}

/** A list of tensors of numbers, or of whatever it is read by; undefined when the list itself is not known. */
export function tensors(each: Reader<TensorArgument> = numericTensor): Reader<readonly TensorArgument[] | undefined> {
    return {
        expected: "a list of tensors",
        unknown: undefined,
        readsParameters: true,
        read(datum) {
            if (datum.kind !== "list") {
                return datum.kind === "unknown" || datum.kind === "parameter" || mayBeTensor(datum) ? value(undefined) : refused("a list of tensors");
            }
            const all: TensorArgument[] = [];
            for (const item of datum.items) {
                const reading = item.kind === "unknown" ? value(unknownTensor) : each.read(item);
                if (reading.kind === "refused") {
                    return refused("a list of tensors");
                }
                all.push(reading.value);
            }
            return value(all);
        },
    };
}

/** A list of tensors, of a length that need not be known. */
export function tensorList(): Reader<TensorList> {
    const counted = tensors(anyTensor);
    return {
        ...counted,
        read(datum) {
            if (datum.kind === "unknown" && datum.each) {
                const each = anyTensor.read(datum.each);
                return each.kind === "value" ? value({ each: each.value, length: datum.length ?? unknownDim }) : counted.read(datum);
            }
            return counted.read(datum);
        },
    };
}

/** A list, or one of as many items as nobody knows. */
type Level = Datum & { readonly kind: "list" | "unknown" };

/** A list, the first of its items, the first of that. */
export function levelsOf(datum: Datum): Level[] {
    const levels: Level[] = [];
    for (let level: Datum | undefined = datum; level && (level.kind === "list" || (level.kind === "unknown" && level.each)); level = firstOf(level)) {
        levels.push(level);
    }
    return levels;
}

function firstOf(level: Level): Datum | undefined {
    return level.kind === "list" ? level.items[0] : level.each;
}

export function lengthOf(level: Level): Dim {
    return level.kind === "list" ? constant(level.items.length) : (level.length ?? unknownDim);
}

/**
 * The shape of nested lists, as inferShape of tfjs-core 4.22.0 src/tensor_util_env.ts sees it: the first element of each
 * level stands for all, and a tensor counts as one value. Undefined when it is not known what the first element is.
 */
export function nestedShape(datum: Datum): Shape | undefined {
    const levels = levelsOf(datum);
    const dims = levels.map(lengthOf);
    const last = levels.at(-1);
    const innermost = last ? firstOf(last) : datum;
    if (innermost === undefined) {
        return dims;
    }
    switch (innermost.kind) {
        case "number":
        case "size":
        case "boolean":
        case "string":
            return dims;
        case "tensor":
            return dims;
        case "unknown":
            return innermost.isNumber ? dims : undefined;
        default:
            return undefined;
    }
}

/** Which axes: a list, all of them (the default of most reductions), or undefined when that is not known. */
export type Axes = readonly Dim[] | "all" | undefined;

export function axes(): Option<Axes> {
    return optional<Axes>(integers(), "all");
}

/** One axis; `parseAxisParam` of tfjs-core 4.22.0 src/util_base.ts takes a list of one as well. */
export function oneAxis(): Reader<Dim> {
    const one = integer();
    return { ...one, read: (datum) => one.read(soleItem(datum) ?? datum) };
}

/** One axis that is used as an index straight away: JavaScript takes a list of one for it, but cannot count from the end then. */
export function axisIndex(): Reader<Dim> {
    const one = integer();
    return {
        ...one,
        read(datum) {
            const item = soleItem(datum);
            if (item?.kind !== "number") {
                return item ? value(unknownDim) : one.read(datum);
            }
            return item.value >= 0 ? one.read(item) : refused(one.expected, "cannot count from the end with a list, and makes another shape, or throws");
        },
    };
}

function soleItem(datum: Datum): Datum | undefined {
    return datum.kind === "list" && datum.items.length === 1 ? datum.items[0] : undefined;
}

/** The shape of a tensor to be made: integers of at least 0. Undefined when it is not known. */
export function lengths(least = 0): Reader<Shape | undefined> {
    const expected = least === -Infinity ? "a list of integers" : `a list of integers of at least ${least}`;
    return {
        expected,
        unknown: undefined,
        readsParameters: false,
        read(datum) {
            switch (datum.kind) {
                case "list":
                    return datum.items.every((item) => mayBeInteger(item, least)) ? value(datum.items.map(dimOf)) : refused(expected);
                case "number":
                case "size":
                case "string":
                case "boolean":
                case "tensor":
                case "layer":
                case "undefined":
                case "null":
                    return refused(expected);
                default:
                    return value(undefined);
            }
        },
    };
}

function mayBeInteger(datum: Datum, least: number): boolean {
    switch (datum.kind) {
        case "number":
            return Number.isInteger(datum.value) && datum.value >= least;
        case "size":
            return isAtLeast(datum.dim, constant(least)) !== "never";
        case "unknown":
            return true;
        default:
            return false;
    }
}

/** A list of integers of any sign, such as begins, ends and repetitions; a bare number is refused. */
export function integerList(): Reader<readonly Dim[] | undefined> {
    return lengths(Number.NEGATIVE_INFINITY);
}

/** Pairs of integers: paddings, crops. Undefined when not even their number is known; a pair is undefined when it is not. */
export type Pairs = readonly (readonly [Dim, Dim] | undefined)[];

export function pairs(): Reader<Pairs | undefined> {
    const expected = "a list of pairs of integers";
    return {
        expected,
        unknown: undefined,
        readsParameters: false,
        read(datum) {
            if (datum.kind !== "list") {
                return datum.kind === "unknown" || datum.kind === "other" ? value(undefined) : refused(expected);
            }
            const all = datum.items.map(readPair);
            const pairsRead = all.filter((pair) => pair !== "refused");
            return pairsRead.length === all.length ? value(pairsRead) : refused(expected, lacksNumbers(datum.items) ? "computes with NaN for what is missing, or throws" : undefined);
        },
    };
}

/** Numbers alone, in places where pairs belong, or lists with one too few. */
function lacksNumbers(items: readonly Datum[]): boolean {
    const isNumber = (item: Datum): boolean => item.kind === "number" && Number.isInteger(item.value);
    const isPart = (item: Datum): boolean => isNumber(item) || (item.kind === "list" && item.items.length < 3 && item.items.every(isNumber));
    return items.every(isPart);
}

function readPair(datum: Datum): readonly [Dim, Dim] | undefined | "refused" {
    if (datum.kind !== "list") {
        return datum.kind === "unknown" || datum.kind === "other" ? undefined : "refused";
    }
    const [first, second] = datum.items;
    if (first === undefined || second === undefined || datum.items.length > 2) {
        return "refused";
    }
    const whole = [first, second].every((item) => mayBeInteger(item, Number.NEGATIVE_INFINITY));
    return whole ? [dimOf(first), dimOf(second)] : "refused";
}
