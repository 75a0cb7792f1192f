/** Operations that move blocks of pixels between the batch, the channels and the image itself. */
import { atOption, type Fault } from "../catalogue/fault.js";
import { joinImage, splitImage } from "../catalogue/image.js";
import { optional, required } from "../catalogue/options.js";
import { oneOf, size } from "../catalogue/readers.js";
import { add, compare, constant, divide, modulo, multiply, subtract, isAtLeast, unknown, type Dim } from "../shapes/dim.js";
import { sizeOf, unknownShape, type Shape } from "../shapes/shape.js";
import { sameDtype } from "./dtypes.js";
import { asTensor, checkLeastRank, checkRank, inSilence, numberOf, type Answer } from "./outcome.js";
import { lengths, pairs, tensor, type Pairs } from "./readers.js";
import { op, type OpSpec, type TensorArgument } from "./spec.js";

function notDivisible(what: string, dividend: Dim, by: Dim, option: string): Fault | undefined {
    return compare(modulo(dividend, by), constant(0)) === "different" ? { kind: "not-divisible", what, size: dividend, by, at: atOption(option) } : undefined;
}

interface Blocks {
    readonly x: TensorArgument;
    readonly blockShape: Shape | undefined;
    readonly margins: Pairs | undefined;
    readonly marginsName: string;
}

function checkBlocks({ x, blockShape, margins, marginsName }: Blocks): Fault | undefined {
    if (blockShape === undefined) {
        return undefined;
    }
    const count = blockShape.length;
    if (margins && margins.length !== count) {
        return { kind: "option-value", option: marginsName, given: `${margins.length} pairs`, expected: `a list of ${count} pairs, as many as blockShape has lengths`, at: atOption(marginsName) };
    }
    return checkLeastRank("x", x, count + 1);
}

const spaceToBatchND = op({
    name: "spaceToBatchND",
    args: { x: required(tensor()), blockShape: required(lengths(1)), paddings: required(pairs()) },
    output({ x, blockShape, paddings }) {
        const fault = checkBlocks({ x, blockShape, margins: paddings, marginsName: "paddings" });
        return asTensor(fault ?? (x.shape && blockShape && gatheredBlocks(x.shape, blockShape, paddings)));
    },
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/space_to_batch_nd.ts; src/ops/array_ops_util.ts, getReshapedPermuted",
});

function gatheredBlocks(shape: Shape, blocks: Shape, paddings: Pairs | undefined): Answer {
    const padded = blocks.map((_, index) => addPair(shape[index + 1] ?? unknown, paddings?.[index]));
    for (const [index, block] of blocks.entries()) {
        const fault = notDivisible(`axis ${index + 1} of x with its padding`, padded[index] ?? unknown, block, "blockShape");
        if (fault) {
            return fault;
        }
    }
    const [batch = unknown] = shape;
    return [multiply(batch, sizeOf(blocks)), ...padded.map((dim, index) => divide(dim, blocks[index] ?? unknown)), ...shape.slice(blocks.length + 1)];
}

function addPair(dim: Dim, pair: readonly [Dim, Dim] | undefined): Dim {
    return pair ? add(dim, add(...pair)) : unknown;
}

const batchToSpaceND = op({
    name: "batchToSpaceND",
    args: { x: required(tensor()), blockShape: required(lengths(1)), crops: required(pairs()) },
    output({ x, blockShape, crops }) {
        const fault = checkBlocks({ x, blockShape, margins: crops, marginsName: "crops" });
        return asTensor(fault ?? (x.shape && blockShape && spreadBlocks(x.shape, blockShape, crops)));
    },
    dtype: sameDtype,
    source: "tfjs-core 4.22.0 src/ops/batch_to_space_nd.ts; src/ops/array_ops_util.ts, getSliceSize",
});

function spreadBlocks(shape: Shape, blocks: Shape, crops: Pairs | undefined): Answer {
    const [batch = unknown] = shape;
    const count = sizeOf(blocks);
    const fault = notDivisible("the batch of x", batch, count, "blockShape");
    if (fault) {
        return fault;
    }
    const lengths = blocks.map((block, index) => {
        const pair = crops?.[index];
        const spread = multiply(shape[index + 1] ?? unknown, block);
        return pair ? subtract(spread, add(...pair)) : unknown;
    });
    const result = [divide(batch, count), ...lengths, ...shape.slice(blocks.length + 1)];
    const negative = result.findIndex((dim) => isAtLeast(dim, constant(0)) === "never");
    if (negative < 0) {
        return result;
    }
    const size = result[negative] ?? unknown;
    const cropped: Fault = { kind: "empty-output", input: shape, output: result, axis: negative, size, at: atOption("crops", negative - 1) };
    return numberOf(size) === -1 ? { ...cropped, effect: "takes a size of -1 for the rest of the axis" } : cropped;
}

const depthToSpace = op({
    name: "depthToSpace",
    args: { x: required(tensor("float32")), blockSize: required(size(2)), dataFormat: optional<"NHWC" | "NCHW" | undefined>(oneOf("NHWC", "NCHW"), "NHWC") },
    output({ x, blockSize, dataFormat }) {
        const rank = inSilence(checkRank("x", x, 4), "leaves out the axes beyond the fourth, or throws");
        if (rank || x.shape === undefined || dataFormat === undefined) {
            return rank ?? unknownShape(4);
        }
        const format = dataFormat === "NHWC" ? "channelsLast" : "channelsFirst";
        const image = splitImage(x.shape, format);
        const block = multiply(blockSize, blockSize);
        const channels = divide(image.channels, block);
        const lengths = image.lengths.map((length) => multiply(length, blockSize));
        return notDivisible("the channels of x", image.channels, block, "blockSize") ?? joinImage({ ...image, lengths, channels }, format);
    },
    dtype: () => "float32",
    source: "tfjs-core 4.22.0 src/ops/depth_to_space.ts",
});

export const blockOps: readonly OpSpec[] = [spaceToBatchND, batchToSpaceND, depthToSpace];
