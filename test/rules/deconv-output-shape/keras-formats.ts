/** Keras style: which axis holds the channels, by what is said and what can be told. */
import type { Tables } from "../test-rule.js";
import { k1, k2, set } from "./expected.js";

export const kerasFormats: Tables = {
    valid: [
        { name: "Keras 1: the channel tells the data format, here channels last", code: k2("Deconvolution2D(1, 3, 3, [null, 8, 8, 1], { subsample: [2, 2], border_mode: 'same' })(image)") },
        { name: "silent: the data format is not known, and in one of the two the lengths are right", code: k2("Conv2DTranspose({ filters: 8, kernel_size: 3, strides: 2, padding: 'same', output_shape: [null, 8, 8, 8] })(image)") },
    ],
    invalid: [
        {
            name: "Keras 1: channels first by the setting",
            code: k1("Deconvolution2D(1, 3, 3, [8, 8], { border_mode: 'same' })"),
            settings: {"dataFormat":"channelsFirst"},
            output: k1("Deconvolution2D(1, 3, 3, [8, 8], { border_mode: 'same', subsample: [2, 2] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 8×8" },
                    on: "[8, 8]",
                    suggestions: [
                        set("output_shape", "[4, 4]", k1("Deconvolution2D(1, 3, 3, [4, 4], { border_mode: 'same' })")),
                    ],
                },
                { messageId: "rank", data: { option: "output_shape", declared: "[8, 8]", given: "2", ranks: "3 or 4" }, on: "[8, 8]" },
            ],
        },
        {
            name: "Keras 1: the channels are last, but dim_ordering says first",
            code: k1("Deconvolution2D(3, 3, 3, [null, 8, 8, 3], { border_mode: 'same', dim_ordering: 'th' })"),
            output: k1("Deconvolution2D(3, 3, 3, [null, 8, 8, 3], { border_mode: 'same', dim_ordering: 'th', subsample: [2, 2] })"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "8×8", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". subsample 2 would make 8×8" },
                    on: "[null, 8, 8, 3]",
                    suggestions: [
                        set("output_shape", "[null, 4, 4, 3]", k1("Deconvolution2D(3, 3, 3, [null, 4, 4, 3], { border_mode: 'same', dim_ordering: 'th' })")),
                    ],
                },
                {
                    messageId: "channelsElsewhere",
                    data: { option: "output_shape", filters: "3", shape: "[null, 8, 8, 3]", reordered: "[null, 3, 8, 8]" },
                    on: "[null, 8, 8, 3]",
                    suggestions: [
                        set("output_shape", "[null, 3, 8, 8]", k1("Deconvolution2D(3, 3, 3, [null, 3, 8, 8], { border_mode: 'same', dim_ordering: 'th' })")),
                    ],
                },
            ],
        },
        {
            name: "the channel is at neither end",
            code: k1("Deconvolution2D(5, 3, 3, [null, 1, 4, 4], { border_mode: 'same', dim_ordering: 'th' })"),
            errors: [
                {
                    messageId: "channels",
                    data: { option: "output_shape", filters: "5", declared: "1", from: "nb_filter" },
                    on: "[null, 1, 4, 4]",
                    suggestions: [
                        set("output_shape", "[null, 5, 4, 4]", k1("Deconvolution2D(5, 3, 3, [null, 5, 4, 4], { border_mode: 'same', dim_ordering: 'th' })")),
                        set("nb_filter", "1", k1("Deconvolution2D(1, 3, 3, [null, 1, 4, 4], { border_mode: 'same', dim_ordering: 'th' })")),
                    ],
                },
            ],
        },
        {
            name: "channels at neither end, in a format that is not known",
            code: k2("Conv2DTranspose({ filters: 4, kernel_size: 3, strides: 2, padding: 'same', output_shape: [null, 8, 8, 6] })(image)"),
            errors: [
                {
                    messageId: "channelsNowhere",
                    data: { option: "output_shape", filters: "4", shape: "[null, 8, 8, 6]", from: "filters" },
                    on: "[null, 8, 8, 6]",
                },
            ],
        },
        {
            name: "the channel tells the data format where the batch is left out",
            code: `const up = (h, w) => Deconvolution2D(3, 5, 5, { output_shape: [3, 4 * h, 4 * w], border_mode: 'same' })(Input({ shape: [3, h, w] }));`,
            output: `const up = (h, w) => Deconvolution2D(3, 5, 5, { output_shape: [3, 4 * h, 4 * w], border_mode: 'same', subsample: [4, 4] })(Input({ shape: [3, h, w] }));`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape", declared: "4*h×4*w", stride: "without subsample the stride is 1, which makes", made: "h×w", input: "h×w", window: "kernel 5×5, 'same'", remedy: ". subsample 4 would make 4*h×4*w" },
                    on: "[3, 4 * h, 4 * w]",
                    suggestions: [set("output_shape", "[3, h, w]", `const up = (h, w) => Deconvolution2D(3, 5, 5, { output_shape: [3, h, w], border_mode: 'same' })(Input({ shape: [3, h, w] }));`)],
                },
            ],
        },
        {
            name: "in both data formats the first length is wrong",
            code: k2("Conv2DTranspose({ filters: 1, kernel_size: 3, padding: 'same', output_shape: [8, 8] })(image)"),
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape at axis 0", declared: "8", stride: "without strides the stride is 1, which makes", made: "4", input: "length-4", window: "kernel 3, 'same'", remedy: "" },
                    on: "[8, 8]",
                },
            ],
        },
        {
            name: "in both data formats the lengths of two of three axes are wrong",
            code: `const image = Input({ shape: [4, 4, 4, 4] });
const y = Deconvolution3D(9, 3, 3, 3, [null, 9, 8, 8, 9], { border_mode: 'same' })(image);`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "output_shape at axes 2 and 3", declared: "8×8", stride: "without subsample the stride is 1, which makes", made: "4×4", input: "4×4", window: "kernel 3×3, 'same'", remedy: "" },
                    on: "[null, 9, 8, 8, 9]",
                },
            ],
        },
    ],
};
