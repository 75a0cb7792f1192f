import { mapImage } from "../catalogue/image.js";
import { optional, type Option } from "../catalogue/options.js";
import { factors, oneOf, perAxis, readingFirst, type Reader } from "../catalogue/readers.js";
import { constant, multiply, unknown, type Dim } from "../shapes/dim.js";
import { commonOptions } from "./common.js";
import { dataFormatOption } from "./convolution-options.js";
import { layer, type LayerSpec } from "./spec.js";

function upSamplingOptions(axes: number, sizes: Reader<readonly Dim[]>) {
    const size: Option<readonly Dim[]> = optional(sizes, new Array<Dim>(axes).fill(constant(2)));
    const interpolation: Option = optional(oneOf("nearest", "bilinear"), "nearest");
    return { ...commonOptions, size, dataFormat: dataFormatOption(), interpolation };
}

function upSampling(axes: number, sizes: Reader<readonly Dim[]>, source: string): LayerSpec<ReturnType<typeof upSamplingOptions>> {
    return layer({
        name: `UpSampling${axes}D`,
        input: { rank: axes + 2 },
        options: upSamplingOptions(axes, sizes),
        output: ([input = []], { dataFormat, size }) =>
            mapImage(input, dataFormat, (image) => ({
                ...image,
                lengths: image.lengths.map((length, axis) => multiply(length, size[axis] ?? unknown)),
            })),
        source,
    });
}

/** TensorFlow.js takes a list only: a bare number makes sizes of NaN. */
export const upSampling2d = upSampling(2, readingFirst(2, factors(2)), "tfjs-layers 4.22.0 src/layers/convolutional.ts, UpSampling2D.computeOutputShape");

const keras = "Keras 2.3.1 keras/layers/convolutional.py, _UpSampling.compute_output_shape";

export const upSampling1d = upSampling(1, perAxis(1), keras);
export const upSampling3d = upSampling(3, perAxis(3), keras);
/** Keras takes a number for both axes as well. */
export const kerasUpSampling2d = upSampling(2, perAxis(2), keras);
