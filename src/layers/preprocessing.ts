/**
 * Image and category preprocessing. In a model TensorFlow.js hands a layer its inputs as a list, which `resizing` and
 * `randomWidth` cannot read: they work on tensors that hold values only.
 */
import type { Datum } from "../catalogue/datum.js";
import { atCall, atInput, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { oneOf, raw, reader, size, type Reader } from "../catalogue/readers.js";
import { batch, compare, constant, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { commonOptions } from "./common.js";
import { layer, type Outcome, type ShapeResult } from "./spec.js";

export const rescaling = layer({
    name: "Rescaling",
    input: {},
    // A scale may be a list that broadcasts.
    options: { ...commonOptions, scale: required(raw()), ...noEffect("offset") },
    output: ([input]) => input,
    source: "tfjs-layers 4.22.0 src/layers/preprocessing/image_preprocessing.ts, Rescaling",
});

const imageSize = { height: required(size()), width: required(size()) };

const interpolation = optional<"bilinear" | "nearest" | undefined>(oneOf("bilinear", "nearest"), "bilinear");

/** What no model can run. */
function onlyEager(what: string, shape: Shape): Outcome {
    const fault: Fault = { kind: "unsupported", what: `${what} in a model`, when: "run", at: atCall };
    return { kind: "outputs", shapes: [shape], list: false, faults: [fault] };
}

/** An image, or a batch of them, of another size. */
function resized(input: Shape, height: Dim, width: Dim): ShapeResult {
    const lengths = input.length - 3;
    return checkImage(input) ?? [...input.slice(0, lengths), height, width, ...input.slice(-1)];
}

function checkImage(input: Shape): Fault | undefined {
    return input.length === 3 || input.length === 4 ? undefined : { kind: "input-rank", input, expected: "rank 3 or 4", at: atInput() };
}

export const resizing = layer({
    name: "Resizing",
    input: {},
    options: { ...commonOptions, ...imageSize, interpolation, ...noEffect("cropToAspectRatio") },
    // The declared shape has neither batch nor channels: the third axis of a batch of images is their width.
    output: ([input = []], { height, width }) => onlyEager("resizing", [height, width, input[2] ?? batch]),
    eager: ([input = []], { height, width }) => resized(input, height, width),
    source: "tfjs-layers 4.22.0 src/layers/preprocessing/image_resizing.ts, Resizing.computeOutputShape",
});

/** The library writes this shape into the input's own, so that the input of a model changes with it. */
export const centerCrop = layer({
    name: "CenterCrop",
    input: {},
    options: { ...commonOptions, ...imageSize },
    output: ([input = []], { height, width }) => resized(input, height, width),
    rewrites: true,
    source: "tfjs-layers 4.22.0 src/layers/preprocessing/center_crop.ts, CenterCrop.computeOutputShape",
});

/** A share, or a pair of bounds of which the first is not the greater; none may take away more than all. */
function factor(): Reader<undefined> {
    const expected = "a number above 0 and at most 1, or two ascending numbers of at least -1";
    return reader<undefined>(expected, undefined, (datum) => (isFactor(datum) ? undefined : "refused"));
}

function isFactor(datum: Datum): boolean {
    switch (datum.kind) {
        case "number":
            return datum.value > 0 && datum.value <= 1;
        case "list": {
            const [lower, upper] = datum.items;
            const known = lower?.kind === "number" && upper?.kind === "number";
            return datum.items.length === 2 && (!known || (lower.value >= -1 && lower.value <= upper.value));
        }
        default:
            return datum.kind === "size";
    }
}

export const randomWidth = layer({
    name: "RandomWidth",
    input: {},
    options: { ...commonOptions, factor: required(factor()), interpolation, ...noEffect("seed", "autoVectorize") },
    /** The declared shape is [undefined, -1, input[2]], which Sequential refuses at once. */
    output: () => ({ kind: "unsupported", what: "randomWidth in a model", when: "run", at: atCall }),
    eager: ([input = []]) => resized(input, input.at(-3) ?? unknown, unknown),
    source: "tfjs-layers 4.22.0 src/layers/preprocessing/random_width.ts, RandomWidth.computeOutputShape",
});

type OutputMode = "int" | "oneHot" | "multiHot" | "count" | "tfIdf";

interface CategoryValues {
    readonly numTokens: Dim;
    readonly outputMode: OutputMode | undefined;
}

/** The library writes this shape into the input's own, so that the input of a model changes with it. */
export const categoryEncoding = layer({
    name: "CategoryEncoding",
    input: {},
    options: {
        ...commonOptions,
        numTokens: required(size()),
        // Any other name is taken, and counts.
        outputMode: optional<OutputMode | undefined>(oneOf("int", "oneHot", "multiHot", "count", "tfIdf"), "multiHot"),
    },
    output: ([input = []], values) => encoded(input, values),
    /** Integers come out as they went in, whatever is declared. */
    eager: ([input = []], values) => (values.outputMode === "int" ? input : encoded(input, values)),
    rewrites: true,
    source: "tfjs-layers 4.22.0 src/layers/preprocessing/category_encoding.ts, CategoryEncoding.computeOutputShape",
});

/** One axis of tokens in place of the last one, or after it. src/layers/preprocessing/preprocessing_utils.ts takes rank 2 at most. */
function encoded(input: Shape, { numTokens, outputMode }: CategoryValues): ShapeResult {
    const last = input.at(-1);
    if (!outputMode || !last) {
        return undefined;
    }
    const comparison = last.kind === "batch" ? "different" : compare(last, constant(1));
    if (outputMode === "oneHot" && comparison === "unknown") {
        return undefined;
    }
    const added = outputMode === "oneHot" && comparison === "different";
    const most = added ? 1 : 2;
    if (outputMode !== "int" && input.length > most) {
        return { kind: "input-rank", input, expected: added ? "rank 1, or a last dimension of 1" : "at most rank 2", at: atInput() };
    }
    return [...(added ? input : input.slice(0, -1)), numTokens];
}
