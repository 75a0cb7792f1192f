import rule from "../../rules/deconv-checkerboard.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const runs = "it runs, and paints a checkerboard: see test/convolution/overlap.test.ts";
const kernelOf = (value: string, output: string) => ({ messageId: "setOption", data: { name: "kernelSize", value }, output });
const layer = (options: string) => `tf.layers.conv2dTranspose({ filters: 2, ${options} }).apply(tf.input({ shape: [4, 4, 8] }));`;

const tables: TrueTables = {
    valid: [
        { name: "a kernel of 4 with strides 2", code: layer("kernelSize: 4, strides: 2") },
        { name: "a kernel as long as the stride", code: layer("kernelSize: 3, strides: 3") },
        { name: "strides 1 overlap evenly with any kernel", code: layer("kernelSize: 5") },
        { name: "an ordinary convolution", code: "tf.layers.conv2d({ filters: 2, kernelSize: 3, strides: 2 }).apply(tf.input({ shape: [9, 9, 3] }));" },
        { name: "each axis with a stride of its own", code: layer("kernelSize: [4, 3], strides: [2, 1]") },
        { name: "an operation with an even filter", code: "tf.conv2dTranspose(tf.zeros([1, 4, 4, 3]), tf.zeros([2, 2, 5, 3]), [1, 8, 8, 5], 2, 'same');" },
        { name: "silent: the kernel is the caller's", notRun: "its sizes are the caller's", code: "export const up = (x, kernelSize) => tf.layers.conv2dTranspose({ filters: 2, kernelSize, strides: 2 }).apply(x);" },
        { name: "silent: the stride is the caller's", notRun: "its sizes are the caller's", code: "export const up = (x, strides) => tf.layers.conv2dTranspose({ filters: 2, kernelSize: 3, strides }).apply(x);" },
        { name: "silent: the filter's shape is not known", notRun: "where it comes from is not there", code: "tf.conv2dTranspose(tf.zeros([1, 4, 4, 3]), weights.filter, [1, 8, 8, 5], 2, 'same');" },
        { name: "silent: the stride is wrong by what is declared, so it may change", failsFor: "the output holds NaN", code: "tf.conv2dTranspose(tf.zeros([1, 4, 4, 3]), tf.zeros([3, 3, 5, 3]), [1, 16, 16, 5], 2, 'same').dataSync().some(Number.isNaN) && fail();" },
        { name: "silent: a dilation that some versions read, in Keras style", notRun: "it is Keras style", code: "import { Conv3DTranspose, Input } from 'keras';\nConv3DTranspose({ filters: 2, kernel_size: 3, strides: 2, dilation_rate: 2 })(Input({ shape: [4, 4, 4, 3] }));" },
    ],
    invalid: [
        {
            name: "a kernel of 3 with strides 2: the larger of two kernels that are as near comes first",
            silently: runs,
            code: layer("kernelSize: 3, strides: 2, padding: 'same'"),
            errors: [
                {
                    messageId: "uneven",
                    data: { kernel: "3×3", strides: "strides", stride: "2", counts: "1 or 2" },
                    on: "3",
                    suggestions: [kernelOf("4", layer("kernelSize: 4, strides: 2, padding: 'same'")), kernelOf("2", layer("kernelSize: 2, strides: 2, padding: 'same'"))],
                },
            ],
        },
        {
            name: "one of two axes: there alone",
            silently: runs,
            code: layer("kernelSize: [4, 7], strides: [2, 3], padding: 'same'"),
            errors: [
                {
                    messageId: "uneven",
                    data: { kernel: "4×7", strides: "strides", stride: "[2, 3]", counts: "2 or 3" },
                    on: "7",
                    suggestions: [kernelOf("[4, 6]", layer("kernelSize: [4, 6], strides: [2, 3], padding: 'same'")), kernelOf("[4, 9]", layer("kernelSize: [4, 9], strides: [2, 3], padding: 'same'"))],
                },
            ],
        },
        {
            name: "a kernel shorter than the stride leaves holes",
            silently: runs,
            code: layer("kernelSize: 1, strides: 2"),
            errors: [
                {
                    messageId: "uneven",
                    data: { kernel: "1×1", strides: "strides", stride: "2", counts: "0 or 1" },
                    on: "1",
                    suggestions: [kernelOf("2", layer("kernelSize: 2, strides: 2"))],
                },
            ],
        },
        {
            name: "the dilation that TensorFlow.js does not read changes nothing",
            silently: runs,
            code: layer("kernelSize: 5, strides: 2, dilationRate: 3, padding: 'same'"),
            errors: [
                {
                    messageId: "uneven",
                    data: { kernel: "5×5", strides: "strides", stride: "2", counts: "2 or 3" },
                    on: "5",
                    suggestions: [kernelOf("6", layer("kernelSize: 6, strides: 2, dilationRate: 3, padding: 'same'")), kernelOf("4", layer("kernelSize: 4, strides: 2, dilationRate: 3, padding: 'same'"))],
                },
            ],
        },
        {
            name: "of 'valid' padding the length changes: no kernel is offered that a later layer cannot take",
            silently: runs,
            code: `const x = tf.input({ shape: [4, 4, 3] });
const up = tf.layers.conv2dTranspose({ filters: 3, kernelSize: 3, strides: 2 }).apply(x);
tf.layers.add().apply([up, tf.input({ shape: [9, 9, 3] })]);`,
            errors: [{ messageId: "uneven", data: { kernel: "3×3", strides: "strides", stride: "2", counts: "1 or 2" }, on: "3", nth: 3 }],
        },
        {
            name: "three axes",
            silently: runs,
            code: "tf.layers.conv3dTranspose({ filters: 1, kernelSize: 3, strides: 2, padding: 'same' }).apply(tf.input({ shape: [2, 2, 2, 1] }));",
            errors: [
                {
                    messageId: "uneven",
                    data: { kernel: "3×3×3", strides: "strides", stride: "2", counts: "1 or 2" },
                    on: "3",
                    nth: 2,
                    suggestions: [
                        kernelOf("4", "tf.layers.conv3dTranspose({ filters: 1, kernelSize: 4, strides: 2, padding: 'same' }).apply(tf.input({ shape: [2, 2, 2, 1] }));"),
                        kernelOf("2", "tf.layers.conv3dTranspose({ filters: 1, kernelSize: 2, strides: 2, padding: 'same' }).apply(tf.input({ shape: [2, 2, 2, 1] }));"),
                    ],
                },
            ],
        },
        {
            name: "an operation: its kernel is the filter's shape",
            silently: runs,
            code: "const filter = tf.zeros([3, 3, 5, 3]);\ntf.conv2dTranspose(tf.zeros([1, 4, 4, 3]), filter, [1, 8, 8, 5], 2, 'same');",
            errors: [{ messageId: "uneven", data: { kernel: "3×3", strides: "strides", stride: "2", counts: "1 or 2" }, on: "filter", nth: 2 }],
        },
        {
            name: "a method of a tensor",
            silently: runs,
            code: "tf.zeros([1, 4, 4, 3]).conv2dTranspose(tf.zeros([5, 5, 2, 3]), [1, 8, 8, 2], 2, 'same');",
            errors: [{ messageId: "uneven", data: { kernel: "5×5", strides: "strides", stride: "2", counts: "2 or 3" }, on: "tf.zeros([5, 5, 2, 3])" }],
        },
        {
            name: "an operation on three axes",
            silently: runs,
            code: "tf.conv3dTranspose(tf.zeros([1, 2, 2, 2, 3]), tf.zeros([3, 3, 3, 5, 3]), [1, 4, 4, 4, 5], 2, 'same');",
            errors: [{ messageId: "uneven", data: { kernel: "3×3×3", strides: "strides", stride: "2", counts: "1 or 2" }, on: "tf.zeros([3, 3, 3, 5, 3])" }],
        },
        {
            name: "Keras 1, where the kernel is two arguments",
            notRun: "it is Keras style",
            code: `import { Deconvolution2D, Input } from 'keras';
Deconvolution2D(8, 5, 5, [null, 8, 28, 28], { subsample: [2, 2], border_mode: 'same' })(Input({ shape: [16, 14, 14] }));`,
            errors: [
                {
                    messageId: "uneven",
                    data: { kernel: "5×5", strides: "subsample", stride: "2", counts: "2 or 3" },
                    on: "Deconvolution2D(8, 5, 5, [null, 8, 28, 28], { subsample: [2, 2], border_mode: 'same' })",
                    suggestions: [
                        {
                            messageId: "setOption",
                            data: { name: "nb_row, nb_col", value: "6, 6" },
                            output: `import { Deconvolution2D, Input } from 'keras';
Deconvolution2D(8, 6, 6, [null, 8, 28, 28], { subsample: [2, 2], border_mode: 'same' })(Input({ shape: [16, 14, 14] }));`,
                        },
                        {
                            messageId: "setOption",
                            data: { name: "nb_row, nb_col", value: "4, 4" },
                            output: `import { Deconvolution2D, Input } from 'keras';
Deconvolution2D(8, 4, 4, [null, 8, 28, 28], { subsample: [2, 2], border_mode: 'same' })(Input({ shape: [16, 14, 14] }));`,
                        },
                    ],
                },
            ],
        },
        {
            name: "Keras 2",
            notRun: "it is Keras style",
            code: "import { Conv2DTranspose, Input } from 'keras';\nnew Conv2DTranspose({ filters: 2, kernel_size: [3, 3], strides: [2, 2], padding: 'same' }).apply(Input({ shape: [4, 4, 3] }));",
            errors: [
                {
                    messageId: "uneven",
                    data: { kernel: "3×3", strides: "strides", stride: "2", counts: "1 or 2" },
                    on: "[3, 3]",
                    suggestions: [
                        { messageId: "setOption", data: { name: "kernel_size", value: "[4, 4]" }, output: "import { Conv2DTranspose, Input } from 'keras';\nnew Conv2DTranspose({ filters: 2, kernel_size: [4, 4], strides: [2, 2], padding: 'same' }).apply(Input({ shape: [4, 4, 3] }));" },
                        { messageId: "setOption", data: { name: "kernel_size", value: "[2, 2]" }, output: "import { Conv2DTranspose, Input } from 'keras';\nnew Conv2DTranspose({ filters: 2, kernel_size: [2, 2], strides: [2, 2], padding: 'same' }).apply(Input({ shape: [4, 4, 3] }));" },
                    ],
                },
            ],
        },
    ],
};

testRule("deconv-checkerboard", rule, tables);
checkTruth("deconv-checkerboard", tables);
