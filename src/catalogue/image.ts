/** Shapes as images (or signals, or volumes) see them: batch, spatial lengths and channels, in either data format. */
import { constant, identical, isAtLeast, unknown, type Dim } from "../shapes/dim.js";
import { axesFrom, unknownShape, type Shape } from "../shapes/shape.js";

export type DataFormat = "channelsFirst" | "channelsLast";

export const dataFormats: readonly DataFormat[] = ["channelsLast", "channelsFirst"];

export interface Image {
    readonly batch: Dim;
    readonly lengths: readonly Dim[];
    readonly channels: Dim;
}

/** Where the parts of an image stand in a shape. */
export interface ImageAxes {
    readonly batch: number | undefined;
    readonly channels: number | undefined;
    readonly lengths: readonly number[];
}

/**
 * Where the parts stand in a shape of `rank` dimensions, `spatial` of them lengths: with batch and channels, without
 * the batch, or lengths alone. Undefined for any other rank.
 */
export function imageAxes(rank: number, spatial: number, format: DataFormat): ImageAxes | undefined {
    const others = rank - spatial;
    if (others < 0 || others > 2) {
        return undefined;
    }
    const first = format === "channelsFirst" ? others : Math.max(others - 1, 0);
    const channels = format === "channelsFirst" ? others - 1 : rank - 1;
    return {
        batch: others === 2 ? 0 : undefined,
        channels: others > 0 ? channels : undefined,
        lengths: axesFrom(first, spatial),
    };
}

export function splitImage(shape: Shape, format: DataFormat): Image {
    const rank = shape.length;
    const isFirst = format === "channelsFirst";
    return {
        batch: shape[0] ?? unknown,
        lengths: isFirst ? shape.slice(2) : shape.slice(1, Math.max(rank - 1, 1)),
        channels: shape[isFirst ? 1 : rank - 1] ?? unknown,
    };
}

export function joinImage({ batch, lengths, channels }: Image, format: DataFormat): Shape {
    return format === "channelsFirst" ? [batch, channels, ...lengths] : [batch, ...lengths, channels];
}

/** The image of a changed shape. With an unknown format, what comes out alike in every format that can work at all. */
export function mapImage(input: Shape, format: DataFormat | undefined, change: (image: Image) => Image): Shape {
    if (format) {
        return joinImage(change(splitImage(input, format)), format);
    }
    const results = dataFormats.map((each) => joinImage(change(splitImage(input, each)), each));
    const possible = results.filter((shape) => shape.every((dim) => isAtLeast(dim, constant(1)) !== "never"));
    return agreement(possible.length > 0 ? possible : results);
}

/** The dimensions that all shapes of one rank have in common; unknown where they differ. */
export function agreement(shapes: readonly Shape[]): Shape {
    const [first = [], ...others] = shapes;
    if (others.some((other) => other.length !== first.length)) {
        return unknownShape(first.length);
    }
    return first.map((dim, axis) => (others.every((other) => identical(other[axis] ?? unknown, dim)) ? dim : unknown));
}
