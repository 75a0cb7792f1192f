/** stridedSlice, with Python's masks. tfjs-core 4.22.0 src/ops/slice_util.ts, sliceInfo and buildDenseSpec. */
import { atOption, type Fault } from "../catalogue/fault.js";
import { optional, required } from "../catalogue/options.js";
import { integer } from "../catalogue/readers.js";
import { constant, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { sameDtype } from "./dtypes.js";
import { asTensor, numberOf, type Answer } from "./outcome.js";
import { integerList, numbersOrTexts } from "./readers.js";
import { op, type OpSpec } from "./spec.js";

interface Spec {
    readonly begin: readonly Dim[];
    readonly end: readonly Dim[];
    readonly strides: readonly Dim[];
    /** Bit i speaks of entry i of the lists. */
    readonly masks: { readonly begin: number; readonly end: number; readonly ellipsis: number; readonly newAxis: number; readonly shrink: number };
}

/** What is done to one axis of the input, or an axis of size 1 that is added. */
type Step =
    | { readonly kind: "all" }
    | { readonly kind: "new" }
    | { readonly kind: "range"; readonly begin: number | undefined; readonly end: number | undefined; readonly stride: number; readonly open: { readonly begin: boolean; readonly end: boolean } }
    | { readonly kind: "index"; readonly at: number | undefined };

/** The steps for each axis in turn; undefined where a stride is not known, a fault where the entries do not fit. */
function stepsOf(spec: Spec, rank: number): readonly Step[] | Fault | undefined {
    const { begin, end, strides, masks } = spec;
    const has = (mask: number, entry: number): boolean => (mask & (1 << entry)) !== 0;
    const entries = strides.length;
    const consuming = Array.from({ length: entries }, (_, entry) => entry).filter((entry) => !has(masks.newAxis, entry) && !has(masks.ellipsis, entry)).length;
    if (consuming > rank) {
        return { kind: "option-value", option: "begin", given: `${consuming} entries`, expected: `a list of at most ${rank}, one for each axis of x`, at: atOption("begin") };
    }
    const elided = Array.from({ length: rank - consuming }, (): Step => ({ kind: "all" }));
    const steps: Step[] = [];
    let seen = false;
    for (let entry = 0; entry < entries; entry++) {
        if (has(masks.ellipsis, entry)) {
            steps.push(...elided);
            seen = true;
        } else if (has(masks.newAxis, entry)) {
            steps.push({ kind: "new" });
        } else if (has(masks.shrink, entry)) {
            const stride = numberOf(strides[entry]);
            // A stride above 1 works on some paths of the kernel and not on others.
            if (stride !== undefined && stride < 1) {
                return { kind: "option-value", option: "strides", given: String(stride), expected: "1 where shrinkAxisMask picks one index", at: atOption("strides", entry) };
            }
            steps.push({ kind: "index", at: numberOf(begin[entry]) });
        } else {
            const stride = numberOf(strides[entry]);
            if (stride === undefined) {
                return undefined;
            }
            if (stride === 0) {
                return { kind: "option-value", option: "strides", given: "0", expected: "integers other than 0", at: atOption("strides", entry) };
            }
            const open = { begin: has(masks.begin, entry), end: has(masks.end, entry) };
            steps.push({ kind: "range", begin: numberOf(begin[entry]), end: numberOf(end[entry]), stride, open });
        }
    }
    return seen ? steps : [...steps, ...elided];
}

/** How many elements a range of one axis takes, as sliceInfo clamps its ends. */
function rangeLength(dim: Dim, { begin, end, stride, open }: Step & { readonly kind: "range" }): Dim {
    const length = numberOf(dim);
    if (open.begin && open.end && Math.abs(stride) === 1) {
        return dim;
    }
    if (length === undefined || (begin === undefined && !open.begin) || (end === undefined && !open.end)) {
        return unknown;
    }
    const [low, high] = stride > 0 ? [0, length] : [-1, length - 1];
    const clamp = (at: number): number => Math.min(Math.max(at < 0 ? at + length : at, low), high);
    const from = open.begin ? (stride > 0 ? low : high) : clamp(begin ?? 0);
    const to = open.end ? (stride > 0 ? high : low) : clamp(end ?? 0);
    return constant(Math.max(Math.ceil((to - from) / stride), 0));
}

function sliced(shape: Shape, spec: Spec): Answer {
    const steps = stepsOf(spec, shape.length);
    if (steps === undefined || "kind" in steps) {
        return steps;
    }
    const result: Dim[] = [];
    let axis = 0;
    for (const step of steps) {
        if (step.kind === "new") {
            result.push(constant(1));
            continue;
        }
        const dim = shape[axis] ?? unknown;
        if (step.kind === "index") {
            const length = numberOf(dim);
            if (step.at !== undefined && length !== undefined && (step.at >= length || step.at < -length)) {
                return { kind: "slice-bounds", input: shape, axis, begin: constant(step.at), size: constant(1), at: atOption("begin") };
            }
        } else {
            result.push(step.kind === "all" ? dim : rangeLength(dim, step));
        }
        axis++;
    }
    return result;
}

function mask() {
    return optional(integer(), constant(0));
}

const stridedSlice = op({
    name: "stridedSlice",
    args: {
        x: required(numbersOrTexts()),
        begin: required(integerList()),
        end: required(integerList()),
        strides: optional<readonly Dim[] | "ones" | undefined>(integerList(), "ones"),
        beginMask: mask(),
        endMask: mask(),
        ellipsisMask: mask(),
        newAxisMask: mask(),
        shrinkAxisMask: mask(),
    },
    output({ x, begin, end, strides: given, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask }) {
        const strides = given === "ones" ? begin?.map(() => constant(1)) : given;
        const numbers = [beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask].map(numberOf);
        const [beginBits, endBits, ellipsis, newAxis, shrink] = numbers;
        if (!x.shape || !begin || !end || !strides || beginBits === undefined || endBits === undefined || ellipsis === undefined || newAxis === undefined || shrink === undefined) {
            return asTensor(undefined);
        }
        if ((ellipsis & (ellipsis - 1)) !== 0) {
            return { kind: "option-value", option: "ellipsisMask", given: String(ellipsis), expected: "a mask of one bit", at: atOption("ellipsisMask") };
        }
        return asTensor(sliced(x.shape, { begin, end, strides, masks: { begin: beginBits, end: endBits, ellipsis, newAxis, shrink } }));
    },
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/slice_util.ts, sliceInfo",
});

export const stridedSliceOps: readonly OpSpec[] = [stridedSlice];
