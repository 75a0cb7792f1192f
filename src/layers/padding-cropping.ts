import { mapImage, type DataFormat } from "../catalogue/image.js";
import { nullable, optional, required, type Option, type OptionTable } from "../catalogue/options.js";
import { addedBorders, oneOf, readingFirst, removedBorders, type Border } from "../catalogue/readers.js";
import { add, constant, subtract, unknown, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { commonOptions } from "./common.js";
import { dataFormatOption } from "./convolution-options.js";
import { layer, type LayerSpec } from "./spec.js";

type Change = (length: Dim, by: Dim) => Dim;

function resize(input: Shape, dataFormat: DataFormat | undefined, by: readonly Border[], change: Change): Shape {
    return mapImage(input, dataFormat, (image) => ({
        ...image,
        lengths: image.lengths.map((length, axis) => {
            const { before, after } = by[axis] ?? { before: unknown, after: unknown };
            return change(change(length, before), after);
        }),
    }));
}

/** Of one axis Keras always has the channels last. */
function formatOf(axes: number, dataFormat: DataFormat | undefined): DataFormat | undefined {
    return axes === 1 ? "channelsLast" : dataFormat;
}

function one(axes: number): readonly Border[] {
    return new Array<Border>(axes).fill({ before: constant(1), after: constant(1) });
}

function zeroPadding(axes: number, source: string) {
    return layer({
        name: `ZeroPadding${axes}D`,
        input: { rank: axes + 2, leastSize: 0 },
        // A negative border is a crop to TensorFlow.js, and works.
        options: {
            ...commonOptions,
            padding: optional(addedBorders(axes), one(axes)),
            dataFormat: dataFormatOption(),
        },
        output: ([input = []], { padding, dataFormat }) => resize(input, formatOf(axes, dataFormat), padding, add),
        source,
    });
}

function cropping(axes: number, amounts: Option<readonly Border[]>, source: string) {
    return layer({
        name: `Cropping${axes}D`,
        input: { rank: axes + 2, leastSize: 0 },
        options: {
            ...commonOptions,
            cropping: amounts,
            // Null is not the default here, but a format that TensorFlow.js does not know.
            dataFormat: nullable<DataFormat | undefined>(oneOf("channelsLast", "channelsFirst"), "channelsLast"),
        },
        output: ([input = []], { cropping: by, dataFormat }) => resize(input, formatOf(axes, dataFormat), by, subtract),
        source,
    });
}

export const zeroPadding2d = zeroPadding(2, "tfjs-layers 4.22.0 src/layers/padding.ts, ZeroPadding2D.computeOutputShape");

/** On null lengths TensorFlow.js counts from 0, so it says -2 where this says null; what runs is right. */
export const cropping2d = cropping(2, required(readingFirst(2, removedBorders(2))), "tfjs-layers 4.22.0 src/layers/convolutional.ts, Cropping2D.computeOutputShape");

const keras = "Keras 2.3.1 keras/layers/convolutional.py,";

function withoutFormat(spec: LayerSpec): LayerSpec {
    return layer<OptionTable>({ ...spec, options: Object.fromEntries(Object.entries(spec.options).filter(([name]) => name !== "dataFormat")) });
}

export const zeroPadding1d = withoutFormat(zeroPadding(1, `${keras} ZeroPadding1D.compute_output_shape`));
export const zeroPadding3d = zeroPadding(3, `${keras} ZeroPadding3D.compute_output_shape`);
export const cropping1d = withoutFormat(cropping(1, optional(removedBorders(1), one(1)), `${keras} Cropping1D.compute_output_shape`));
export const kerasCropping2d = cropping(2, optional(removedBorders(2), one(2).map(() => ({ before: constant(0), after: constant(0) }))), `${keras} Cropping2D.compute_output_shape`);
export const cropping3d = cropping(3, optional(removedBorders(3), one(3)), `${keras} Cropping3D.compute_output_shape`);
