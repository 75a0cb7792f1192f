import { optional, type Option, type OptionTable } from "../catalogue/options.js";
import { splitImage, type DataFormat } from "../catalogue/image.js";
import { perAxis, readingFirst, type Reader } from "../catalogue/readers.js";
import { constant, unknown, type Dim } from "../shapes/dim.js";
import { commonOptions } from "./common.js";
import { dataFormatOption, ones, paddingOption, slide } from "./convolution-options.js";
import { layer, type LayerSpec } from "./spec.js";

/**
 * A pooling layer of one spatial axis takes a list of exactly one size; of several, it reads the first elements of a
 * longer list without a word. Source: tfjs-layers 4.22.0 src/layers/pooling.ts, Pooling1D, Pooling2D, Pooling3D.
 */
function poolingOptions(axes: number) {
    const sizes: Reader<readonly Dim[]> = axes === 1 ? perAxis(1) : readingFirst(axes, perAxis(axes));
    return {
        ...formatOptions(axes),
        ...commonOptions,
        poolSize: optional(sizes, new Array<Dim>(axes).fill(constant(2))),
        /** Undefined: the pool size. */
        strides: optional<readonly Dim[] | undefined>(perAxis(axes), undefined),
        padding: paddingOption("valid", "same", "causal"),
    };
}

/** The layers of one axis read no data format: channels are last. */
function formatOptions(axes: number): { readonly dataFormat?: Option<DataFormat | undefined> } {
    return axes === 1 ? {} : { dataFormat: dataFormatOption() };
}

function formatOf(options: { readonly dataFormat?: unknown }): DataFormat | undefined {
    const format = "dataFormat" in options ? options.dataFormat : "channelsLast";
    return format === "channelsFirst" || format === "channelsLast" ? format : undefined;
}

function pooling(name: string, axes: number): LayerSpec<ReturnType<typeof poolingOptions>> {
    return layer({
        name,
        input: { rank: axes + 2 },
        options: poolingOptions(axes),
        output([input = []], options) {
            const { poolSize, strides = poolSize } = options;
            // The library runs 'causal' as 'valid'.
            const padding = options.padding === "causal" ? "valid" : options.padding;
            return slide(input, formatOf(options), { kernelSize: poolSize, strides, padding, dilationRate: ones(axes) });
        },
        source: `tfjs-layers 4.22.0 src/layers/pooling.ts, Pooling${axes}D.computeOutputShape`,
    });
}

export const maxPooling1d = pooling("MaxPooling1D", 1);
export const maxPooling2d = pooling("MaxPooling2D", 2);
export const maxPooling3d = pooling("MaxPooling3D", 3);
export const averagePooling1d = pooling("AveragePooling1D", 1);
export const averagePooling2d = pooling("AveragePooling2D", 2);
export const averagePooling3d = pooling("AveragePooling3D", 3);

function globalPooling(name: string, axes: number): LayerSpec {
    return layer<OptionTable>({
        name,
        input: { rank: axes + 2 },
        options: { ...commonOptions, ...formatOptions(axes) },
        output([input = []], options) {
            const format = formatOf(options);
            const { batch, channels } = splitImage(input, format ?? "channelsLast");
            return [batch, format ? channels : unknown];
        },
        source: `tfjs-layers 4.22.0 src/layers/pooling.ts, GlobalPooling${axes}D.computeOutputShape`,
    });
}

export const globalMaxPooling1d = globalPooling("GlobalMaxPooling1D", 1);
export const globalMaxPooling2d = globalPooling("GlobalMaxPooling2D", 2);
export const globalMaxPooling3d = globalPooling("GlobalMaxPooling3D", 3);
export const globalAveragePooling1d = globalPooling("GlobalAveragePooling1D", 1);
export const globalAveragePooling2d = globalPooling("GlobalAveragePooling2D", 2);
export const globalAveragePooling3d = globalPooling("GlobalAveragePooling3D", 3);
