/** tf.image, and images from the browser. */
import { dimOf, unknownDatum, type Datum } from "../catalogue/datum.js";
import { atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { boolean, listOf, oneOf, raw, size, tellingFractions } from "../catalogue/readers.js";
import { compare, constant, minimum, unknown, type Dim } from "../shapes/dim.js";
import { unknownShape, type Shape } from "../shapes/shape.js";
import { asRecord, asTensor, checkLeastRank, checkRank, checkSize, type Answer } from "./outcome.js";
import { tensor } from "./readers.js";
import { op, type OpResult, type OpSpec, type TensorArgument } from "./spec.js";

/** resizeBilinear and resizeNearestNeighbor, which are methods as well. */
function resize(name: string, file: string): OpSpec {
    return op({
        name: `image.${name}`,
        args: { images: required(name === "resizeBilinear" ? tensor() : tensor("float32", "int32")), size: required(tellingFractions(listOf(2, 0), "makes a tensor whose size is no integer, or throws")), alignCorners: optional(boolean(), false), halfPixelCenters: optional(boolean(), false) },
        method: name,
        output({ images, size: lengths, alignCorners, halfPixelCenters }) {
            if (alignCorners && halfPixelCenters) {
                return { kind: "option-conflict", option: "halfPixelCenters", other: "alignCorners", why: "at most one of them may be true", at: atOption("halfPixelCenters") };
            }
            return asTensor(checkRank("images", images, 3, 4) ?? (images.shape && [...images.shape.slice(0, -3), ...lengths, images.shape.at(-1) ?? unknown]));
        },
        dtype: ({ images }) => (name === "resizeBilinear" ? "float32" : images.dtype),
        source: `tfjs-core 4.22.0 src/ops/image/${file}.ts`,
    });
}

/** Operations that take images of rank 4 and give them back in the same shape. */
function sameImages(name: string, others: readonly string[], file: string): OpSpec {
    return op({
        name: `image.${name}`,
        args: { image: required(tensor("float32")), ...noEffect(...others) },
        method: false,
        output: ({ image }) => asTensor(checkRank("image", image, 4) ?? image.shape),
        dtype: () => "float32",
        source: `tfjs-core 4.22.0 src/ops/image/${file}.ts`,
    });
}

/** grayscaleToRGB and rgbToGrayscale: the last axis is the colour. */
function recolour(name: string, from: number, to: number, file: string): OpSpec {
    return op({
        name: `image.${name}`,
        args: { image: required(tensor()) },
        method: false,
        output({ image }) {
            const wrong = checkLeastRank("image", image, 2) ?? (image.shape && checkSize("image", image.shape, -1, constant(from), { what: "the last axis", why: `${name} takes ${from === 1 ? "one channel" : `${from} channels`}` }));
            return asTensor(wrong ?? (image.shape && [...image.shape.slice(0, -1), constant(to)]));
        },
        dtype: ({ image }) => image.dtype,
        source: `tfjs-core 4.22.0 src/ops/image/${file}.ts`,
    });
}

const cropAndResize = op({
    name: "image.cropAndResize",
    args: { image: required(tensor()), boxes: required(tensor("float32")), boxInd: required(tensor("int32")), cropSize: required(listOf(2)), method: optional<"bilinear" | "nearest" | undefined>(oneOf("bilinear", "nearest"), "bilinear"), ...noEffect("extrapolationValue") },
    method: false,
    output({ image, boxes, boxInd, cropSize }) {
        const rank = checkRank("image", image, 4) ?? checkRank("boxes", boxes, 2) ?? checkRank("boxInd", boxInd, 1);
        const count = boxes.shape?.[0] ?? unknown;
        const wrong = rank ?? checkBoxes(boxes.shape) ?? (boxInd.shape && checkSize("boxInd", boxInd.shape, 0, count, { what: "the length", why: "there are so many boxes" }));
        return asTensor(wrong ?? [count, ...cropSize, image.shape?.[3] ?? unknown]);
    },
    dtype: () => "float32",
    source: "tfjs-core 4.22.0 src/ops/image/crop_and_resize.ts",
});

function checkBoxes(shape: Shape | undefined): Fault | undefined {
    return shape && checkSize("boxes", shape, 1, constant(4), { what: "the columns", why: "a box has four corners" });
}



const suppressionArguments = {
    boxes: required(tensor()),
    scores: required(tensor()),
    maxOutputSize: required(size(0)),
    ...noEffect("iouThreshold", "scoreThreshold"),
};

/** Its twins do not ask for a dtype. */
const typedArguments = { ...suppressionArguments, boxes: required(tensor("float32")), scores: required(tensor("float32")) };

interface Suppression {
    readonly boxes: TensorArgument;
    readonly scores: TensorArgument;
}

function checkSuppression({ boxes, scores }: Suppression): Fault | undefined {
    const rank = checkRank("boxes", boxes, 2) ?? checkRank("scores", scores, 1) ?? checkBoxes(boxes.shape);
    return rank ?? (scores.shape && checkSize("scores", scores.shape, 0, boxes.shape?.[0] ?? unknown, { what: "the length", why: "there are so many boxes" }));
}

const suppressionSource = "tfjs-core 4.22.0 src/ops/nonmax_util.ts, nonMaxSuppSanityCheck";

/** How many boxes are left is only known when it runs. Each has an asynchronous twin. */
function suppressions(suffix: "" | "Async"): readonly OpSpec[] {
    const twin = { method: false as const, source: suppressionSource, ...(suffix === "" ? {} : { async: true as const }) };
    return [
        op({ name: `image.nonMaxSuppression${suffix}`, args: suffix === "" ? typedArguments : suppressionArguments, ...twin, dtype: () => "int32", output: (call) => asTensor(checkSuppression(call) ?? [unknown]) }),
        op({
            name: `image.nonMaxSuppressionWithScore${suffix}`,
            args: { ...suppressionArguments, ...noEffect("softNmsSigma") },
            ...twin,
            output: (call) => checkSuppression(call) ?? asRecord({ selectedIndices: [unknown], selectedScores: [unknown] }),
        }),
        op({
            name: `image.nonMaxSuppressionPadded${suffix}`,
            args: { ...suppressionArguments, padToMaxOutputSize: optional(boolean(), false) },
            ...twin,
            output: ({ maxOutputSize, padToMaxOutputSize, ...call }) => checkSuppression(call) ?? padded(call, maxOutputSize, padToMaxOutputSize),
        }),
    ];
}

function padded({ boxes }: Suppression, most: Dim, toMost: boolean | undefined): OpResult {
    const count = toMost === true ? minimum(most, boxes.shape?.[0] ?? unknown) : unknown;
    return asRecord({ selectedIndices: [count], validOutputs: [] });
}

const threshold = op({
    name: "image.threshold",
    args: { image: required(tensor("float32", "int32")), method: optional<"binary" | "otsu" | undefined>(oneOf("binary", "otsu"), "binary"), ...noEffect("inverted", "threshValue") },
    method: false,
    output({ image }) {
        const rank = checkRank("image", image, 3);
        const channels = image.shape?.[2] ?? unknown;
        const fits = [1, 3].some((count) => compare(channels, constant(count)) !== "different");
        const wrong = !fits && image.shape ? checkSize("image", image.shape, 2, constant(3), { what: "channels", why: "threshold takes one channel or three" }) : undefined;
        return asTensor(rank ?? wrong ?? [...(image.shape ?? unknownShape(3)).slice(0, 2), constant(1)]);
    },
    dtype: () => "int32",
    source: "tfjs-core 4.22.0 src/ops/image/threshold.ts",
});

const transform = op({
    name: "image.transform",
    args: { image: required(tensor("float32")), transforms: required(tensor("float32")), ...noEffect("interpolation", "fillMode", "fillValue"), outputShape: optional<readonly Dim[] | "own">(listOf(2, 0), "own") },
    method: false,
    output: ({ image, transforms, outputShape }) => asTensor(checkRank("image", image, 4) ?? checkTransforms(transforms, image.shape) ?? transformed(image.shape ?? unknownShape(4), outputShape)),
    dtype: () => "float32",
    source: "tfjs-core 4.22.0 src/ops/image/transform.ts",
});

function checkTransforms(transforms: TensorArgument, image: Shape | undefined): Fault | undefined {
    const { shape } = transforms;
    const rank = checkRank("transforms", transforms, 2);
    if (rank || shape === undefined) {
        return rank;
    }
    const columns = checkSize("transforms", shape, 1, constant(8), { what: "the columns", why: "a projective transform has eight numbers" });
    const one = compare(shape[0] ?? unknown, constant(1)) !== "different";
    return columns ?? (one ? undefined : checkSize("transforms", shape, 0, image?.[0] ?? unknown, { what: "the rows", why: "there is one for each image, or one for all" }));
}

function transformed(image: Shape, lengths: readonly Dim[] | "own"): Answer {
    return lengths === "own" ? image : [image[0] ?? unknown, ...lengths, image[3] ?? unknown];
}

function fromPixels(name: string): OpSpec {
    return op({
        name: `browser.${name}`,
        args: { pixels: optional<Datum>(raw(), unknownDatum), numChannels: optional(size(1), constant(3)) },
        method: false,
        ...(name === "fromPixelsAsync" ? { async: true } : {}),
        output({ pixels, numChannels }) {
            const wrong = numChannels.kind === "constant" && numChannels.value > 4;
            return wrong ? { kind: "option-value", option: "numChannels", given: String(numChannels.value), expected: "from 1 to 4", at: atOption("numChannels") } : [...pictureLengths(pixels), numChannels];
        },
        dtype: () => "int32",
        source: "tfjs-core 4.22.0 src/ops/browser.ts, fromPixels_",
    });
}

/** Of pixels in an object the height and the width are read: `{ data, width, height }`. */
function pictureLengths(pixels: Datum): readonly [Dim, Dim] {
    const length = (name: string): Dim => (pixels.kind === "record" && pixels.fields.has("data") ? dimOf(pixels.fields.get(name) ?? unknownDatum) : unknown);
    return [length("height"), length("width")];
}

/** What is drawn is a picture. Values in a list are taken for integers. */
function drawing(name: string, argument: string, checks: string): OpSpec {
    return op({
        name: `browser.${name}`,
        args: { [argument]: required(tensor("float32", "int32")), ...noEffect(...(name === "draw" ? ["canvas", "options"] : ["canvas"])) },
        method: false,
        ...(name === "toPixels" ? { async: true } : {}),
        output(args: Readonly<Record<string, unknown>>) {
            // It was read by the reader above.
            const picture = args[argument] as TensorArgument;
            const depth = picture.shape?.[2];
            const isOther = depth !== undefined && [1, 3, 4].every((count) => compare(depth, constant(count)) === "different");
            return checkRank(argument, picture, 2, 3) ?? (picture.shape && isOther ? { kind: "input-size", input: picture.shape, axis: 2, what: "channels", expected: constant(3), why: "a picture has 1, 3 or 4 channels", at: atOption(argument) } : undefined);
        },
        source: `tfjs-core 4.22.0 src/ops/browser.ts, ${checks}`,
    });
}

export const imageOps: readonly OpSpec[] = [
    drawing("draw", "image", "draw"),
    drawing("toPixels", "img", "validateImgTensor"),
    resize("resizeBilinear", "resize_bilinear"),
    resize("resizeNearestNeighbor", "resize_nearest_neighbor"),
    sameImages("flipLeftRight", [], "flip_left_right"),
    sameImages("rotateWithOffset", ["radians", "fillValue", "center"], "rotate_with_offset"),
    recolour("grayscaleToRGB", 1, 3, "grayscale_to_rgb"),
    recolour("rgbToGrayscale", 3, 1, "rgb_to_grayscale"),
    cropAndResize,
    ...suppressions(""),
    ...suppressions("Async"),
    threshold,
    transform,
    fromPixels("fromPixels"),
    fromPixels("fromPixelsAsync"),
];
