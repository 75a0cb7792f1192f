import { describe } from "vitest";
import { t, testRows, testSilent, type Row } from "./compare.js";

const pads: readonly unknown[] = ["same", "valid", 0, 1, 2, [[0, 0], [1, 1], [0, 2], [0, 0]], "full", [1, 1]];
const strides: readonly unknown[] = [1, 2, 3, [1, 2], [2, 1]];
const kernels = [[1, 1], [3, 3], [5, 3], [2, 4]] as const;
const sizes = [[7, 9], [6, 6], [4, 5]] as const;

describe("conv2d", () => {
    testRows(sizes.flatMap((size) => kernels.flatMap((kernel) => strides.flatMap((stride) => pads.map((pad): Row => ["conv2d", [t(2, ...size, 3), t(...kernel, 3, 4), stride, pad]])))));
    testRows(kernels.flatMap((kernel) => [1, 2, [1, 2], [2, 3]].flatMap((dilation) => ["same", "valid", 1].flatMap((pad): Row[] => [
        ["conv2d", [t(1, 9, 9, 3), t(...kernel, 3, 4), 1, pad, "NHWC", dilation]],
        ["conv2d", [t(1, 9, 9, 3), t(...kernel, 3, 4), 2, pad, "NHWC", dilation]],
    ]))));
    testRows([0, 1, 2, [[0, 0], [1, 0], [0, 2], [0, 0]], "same"].flatMap((pad) => ["floor", "ceil", "round", "up"].map((mode): Row => ["conv2d", [t(1, 8, 9, 1), t(3, 4, 1, 1), 2, pad, "NHWC", 1, mode]])));
    testRows([
        ["conv2d", [t(7, 9, 3), t(3, 3, 3, 4), 1, "same"], "no batch"],
        ["conv2d", [t(7, 9), t(3, 3, 3, 4), 1, "same"]],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3), 1, "same"]],
        ["conv2d", [t(1, 7, 9, 2), t(3, 3, 3, 4), 1, "same"], "channels"],
        ["conv2d", [t(7, 9, 2), t(3, 3, 3, 4), 1, "same"], "channels without a batch"],
        ["conv2d", [t(1, 3, 7, 9), t(3, 3, 3, 4), 2, "valid", "NCHW"]],
        ["conv2d", [t(3, 7, 9), t(3, 3, 3, 4), 2, "same", "NCHW"]],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4), 2, "same", "NCHW"], "channels of the other format"],
        ["conv2d", [t(1, 3, 7, 9), t(3, 3, 3, 4), 1, [[0, 0], [0, 0], [1, 1], [2, 2]], "NCHW"]],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4), 2, "same", "channelsLast"]],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4), 0, "same"]],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4), "same", 2], "swapped"],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4)]],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4), 2]],
        ["conv2d", [t(1, 4, 14, 1), t(5, 3, 1, 1), 1, "valid"], "one row too few gives none"],
        ["conv2d", [t(1, 4, 14, 1), t(9, 9, 1, 1), 1, "valid"]],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4), [1, 1, 1, 1], "same"], "four elements, all 1"],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4), 1, -1], "a negative number crops"],
    ]);
    testRows([["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4), 2, "same"]]], true);
    testSilent([
        ["conv2d", [t(1, 4, 4, 1), t(9, 9, 1, 1), 1, "valid"], "empty-output", "two negative sizes make a positive count"],
        ["conv2d", [t(1, 4, 9, 1), t(7, 7, 1, 1), 2, 0], "empty-output", "a number as padding is rounded towards 0, which makes an empty tensor"],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4), [1, 2, 2, 1], "same"], "window-form", "read as [1, 2]"],
        ["conv2d", [t(1, 7, 9, 3), t(3, 3, 3, 4), [2], "same"], "option-value", "a list of one gives NaN for the width"],
    ]);
});

describe("conv1d", () => {
    testRows([1, 2, 3, [2]].flatMap((stride) => [1, 3, 4].flatMap((kernel) => ["same", "valid", 0, 1, [[0, 0], [0, 0], [1, 2], [0, 0]]].flatMap((pad): Row[] => [
        ["conv1d", [t(2, 10, 3), t(kernel, 3, 4), stride, pad]],
        ["conv1d", [t(10, 3), t(kernel, 3, 4), stride, pad]],
    ]))));
    testRows([1, 2, 3].flatMap((dilation) => [1, 2].flatMap((stride) => ["same", "valid"].map((pad): Row => ["conv1d", [t(2, 10, 3), t(3, 3, 4), stride, pad, "NWC", dilation]]))));
    testRows([
        ["conv1d", [t(2, 10, 2), t(3, 3, 4), 1, "same"]],
        ["conv1d", [t(2, 10, 3, 1), t(3, 3, 4), 1, "same"]],
        ["conv1d", [t(2, 10, 3), t(3, 3), 1, "same"]],
        ["conv1d", [t(2, 10, 3), t(12, 3, 4), 1, "valid"]],
        ["conv1d", [t(2, 3, 10), t(3, 3, 4), 1, "same", "NCW"]],
    ]);
    testRows([["conv1d", [t(2, 10, 3), t(3, 3, 4), 1, "same"]]], true);
});

describe("conv3d", () => {
    const pads3d: readonly unknown[] = ["same", "valid", 0, 1, [[0, 0], [1, 1], [1, 1], [1, 1], [0, 0]]];
    testRows([[3, 3, 3], [1, 2, 3]].flatMap((kernel) => [1, 2, [1, 2, 3]].flatMap((stride) => pads3d.flatMap((pad): Row[] => [
        ["conv3d", [t(1, 5, 4, 6, 2), t(...kernel, 2, 3), stride, pad]],
        ["conv3d", [t(5, 4, 6, 2), t(...kernel, 2, 3), stride, pad]],
    ]))));
    testRows([
        ["conv3d", [t(1, 5, 5, 5, 2), t(2, 2, 2, 2, 3), 1, "valid", "NDHWC", 2]],
        ["conv3d", [t(1, 5, 5, 5, 2), t(2, 2, 2, 2, 3), 2, "valid", "NDHWC", 2]],
        ["conv3d", [t(1, 2, 5, 5, 5), t(2, 2, 2, 2, 3), 2, "valid", "NCDHW"]],
        ["conv3d", [t(1, 5, 5, 5, 1), t(2, 2, 2, 2, 3), 1, "valid"]],
        ["conv3d", [t(1, 5, 5, 2), t(2, 2, 2, 3), 1, "valid"]],
        ["conv3d", [t(1, 5, 5, 5, 2), t(6, 2, 2, 2, 3), 1, "valid"], "one too few gives none"],
    ]);
    testSilent([["conv3d", [t(1, 5, 5, 5, 2), t(9, 2, 2, 2, 3), 1, "valid"], "empty-output", "an empty tensor"]]);
});

describe("one channel at a time", () => {
    const others: readonly unknown[] = ["same", "valid", 1, [[0, 0], [1, 1], [0, 2], [0, 0]]];
    testRows(kernels.flatMap((kernel) => [1, 2, [1, 2]].flatMap((stride) => others.flatMap((pad): Row[] => [
        ["depthwiseConv2d", [t(1, 7, 9, 3), t(...kernel, 3, 2), stride, pad]],
        ["separableConv2d", [t(1, 7, 9, 3), t(...kernel, 3, 2), t(1, 1, 6, 5), stride, pad]],
        ["dilation2d", [t(1, 7, 9, 3), t(...kernel, 3), stride, pad]],
        ["fused.conv2d", [{ x: t(1, 7, 9, 3), filter: t(...kernel, 3, 2), strides: stride, pad, bias: t(2), activation: "relu" }]],
        ["fused.depthwiseConv2d", [{ x: t(1, 7, 9, 3), filter: t(...kernel, 3, 2), strides: stride, pad }]],
    ]))));
    testRows([
        ["depthwiseConv2d", [t(7, 9, 3), t(3, 3, 3, 2), 1, "valid", "NHWC", 2]],
        ["depthwiseConv2d", [t(1, 7, 9, 3), t(3, 3, 3, 2), 2, "valid", "NHWC", 2]],
        ["depthwiseConv2d", [t(1, 7, 9, 3), t(3, 3, 2, 2), 1, "valid"]],
        ["separableConv2d", [t(7, 9, 3), t(3, 3, 3, 2), t(1, 1, 6, 5), 1, "valid", 2]],
        ["separableConv2d", [t(1, 7, 9, 3), t(3, 3, 3, 2), t(1, 1, 5, 5), 1, "valid"]],
        ["separableConv2d", [t(1, 7, 9, 3), t(3, 3, 3, 2), t(3, 3, 6, 5), 1, "valid"]],
        ["separableConv2d", [t(1, 7, 9, 3), t(3, 3, 3, 2), t(6, 5), 1, "valid"]],
        ["dilation2d", [t(7, 9, 3), t(3, 3, 3), 1, "valid", 2]],
        ["dilation2d", [t(1, 7, 9, 3), t(3, 3, 3), 2, "valid", 2], "stride and dilation together"],
        ["dilation2d", [t(1, 7, 9, 3), t(3, 3, 4), 1, "valid"]],
        ["dilation2d", [t(1, 7, 9, 3), t(3, 3), 1, "valid"]],
        ["fused.conv2d", [{ x: t(1, 7, 9, 3), filter: t(3, 3, 3, 2), strides: 1, pad: "same", bias: t(3) }], "bias"],
        ["fused.conv2d", [{ x: t(1, 7, 9, 3), filter: t(3, 3, 4, 2), strides: 1, pad: "same" }]],
    ]);
});
