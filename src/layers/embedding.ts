import type { Datum } from "../catalogue/datum.js";
import { dimOf } from "../catalogue/datum.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { boolean, reader, size, type Reader } from "../catalogue/readers.js";
import { batch, compare, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { commonOptions } from "./common.js";
import { layer } from "./spec.js";

/** The lengths declared for all axes after the batch; "any" where none are, undefined where that is not known. */
type Lengths = Shape | "any" | undefined;

/** A length, or a list of lengths and nulls. */
function lengths(): Reader<Lengths> {
    return reader<Lengths>("a positive integer or a list of them", undefined, (datum) => {
        const items = datum.kind === "list" ? datum.items : [datum];
        return items.every(isLength) ? items.map(dimOf) : "refused";
    });
}

function isLength(datum: Datum): boolean {
    switch (datum.kind) {
        case "number":
            return Number.isInteger(datum.value) && datum.value >= 0;
        case "unknown":
        case "size":
        case "null":
            return true;
        default:
            return false;
    }
}

/** In `inputLength`, undefined counts as null. */
export const embedding = layer({
    name: "Embedding",
    input: {},
    options: {
        ...commonOptions,
        inputDim: required(size()),
        outputDim: required(size()),
        inputLength: optional(lengths(), "any"),
        maskZero: optional(boolean(), false),
        ...noEffect("embeddingsInitializer", "embeddingsRegularizer", "embeddingsConstraint", "activityRegularizer"),
    },
    output([input = []], { inputLength, outputDim }) {
        if (inputLength === undefined || inputLength === "any") {
            return [...input, outputDim];
        }
        const rest = input.slice(1);
        return checkLengths(input, inputLength) ?? [...input.slice(0, 1), ...rest.map((dim, axis) => known(inputLength[axis], dim)), outputDim];
    },
    impliedInput({ batchSize, inputLength }) {
        return inputLength && [batchSize, ...(inputLength === "any" ? [batch] : inputLength)];
    },
    weights: (_inputs, { inputDim, outputDim }) => [[inputDim, outputDim]],
    source: "tfjs-layers 4.22.0 src/layers/embeddings.ts, Embedding.computeOutputShape",
});

/** A declared length stands for the input's, unless it is null. */
function known(declared: Dim | undefined, dim: Dim): Dim {
    return !declared || declared.kind === "batch" ? dim : declared;
}

function checkLengths(input: Shape, declared: Shape): Fault | undefined {
    const fits =
        declared.length === input.length - 1 &&
        declared.every((length, axis) => {
            const dim = input[axis + 1];
            return dim !== undefined && compare(length, dim) !== "different";
        });
    return fits ? undefined : { kind: "embedding-length", declared, input, at: atOption("inputLength") };
}
