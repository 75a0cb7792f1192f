import { describe, expect, test } from "vitest";
import { agreement, imageAxes, mapImage } from "../../src/catalogue/image.js";
import { constant, subtract } from "../../src/shapes/dim.js";
import { toDataShape } from "../../src/shapes/shape.js";
import { toShape } from "../layers/rows.js";

test("where the parts of an image stand, with batch and channels, without the batch, and lengths alone", () => {
    expect(imageAxes(4, 2, "channelsLast")).toEqual({ batch: 0, channels: 3, lengths: [1, 2] });
    expect(imageAxes(4, 2, "channelsFirst")).toEqual({ batch: 0, channels: 1, lengths: [2, 3] });
    expect(imageAxes(3, 2, "channelsLast")).toEqual({ batch: undefined, channels: 2, lengths: [0, 1] });
    expect(imageAxes(3, 2, "channelsFirst")).toEqual({ batch: undefined, channels: 0, lengths: [1, 2] });
    expect(imageAxes(2, 2, "channelsFirst")).toEqual({ batch: undefined, channels: undefined, lengths: [0, 1] });
    expect(imageAxes(5, 2, "channelsLast")).toBeUndefined();
    expect(imageAxes(1, 2, "channelsLast")).toBeUndefined();
});

describe("an unknown data format", () => {
    const shorter = (shape: (number | null)[], by: number) =>
        toDataShape(
            mapImage(toShape(shape), undefined, (image) => ({
                ...image,
                lengths: image.lengths.map((length) => subtract(length, constant(by))),
                channels: constant(9),
            })),
        );
    test("what both formats have in common", () => {
        expect(shorter([null, 8, 8, 8], 2)).toEqual([null, "?", 6, "?"]);
    });
    test("a format that cannot work is left out", () => {
        expect(shorter([null, 1, 8, 8], 6)).toEqual([null, 9, 2, 2]);
        expect(shorter([null, 8, 8, 3], 6)).toEqual([null, 2, 2, 9]);
    });
    test("where neither can work, both count", () => {
        expect(shorter([null, 2, 2, 2], 6)).toEqual([null, "?", -4, "?"]);
    });
});

test("shapes of several ranks have no dimension in common", () => {
    expect(toDataShape(agreement([toShape([1, 2]), toShape([1])]))).toEqual(["?", "?"]);
    expect(agreement([])).toEqual([]);
});
