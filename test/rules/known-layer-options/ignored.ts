/** Options that the library takes, and makes nothing of. */
import type { TrueTables } from "../truth.js";

/** An option that the library takes and makes nothing of; `code` writes it behind another one. */
function ignoredOption(name: string, option: string, value: string, code: (option: string) => string): TrueTables["invalid"][number] {
    const [callee = ""] = /conv\dd?Transpose|depthwiseConv2d/.exec(code("")) ?? [];
    return {
        name,
        silently: "gives the shape and the values that it gives without the option",
        code: code(`, ${option}: ${value}`),
        errors: [{ messageId: "ignored", data: { callee, option, given: value }, on: option, suggestions: [{ messageId: "removeOption", data: { name: option }, output: code("") }] }],
    };
}

export const ignored: TrueTables = {
    valid: [
        {
            name: "output padding that makes what the layer chooses: (4 - 1) * 2 + 3 - 2 + 1 is 2 * 4",
            code: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', strides: 2, outputPadding: 1 }).apply(x);`,
        },
        {
            name: "output padding of 0, and a dilation of 1, ask for nothing",
            code: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', outputPadding: 0, dilationRate: [1, 1] }).apply(x);`,
        },
        {
            name: "a kernel of 1 shows no dilation",
            code: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.depthwiseConv2d({ kernelSize: 1, dilationRate: 2 }).apply(x);`,
        },
        {
            name: "silent: the dilation may be meant for another layer that the options are for",
            code: `const options = { filters: 1, kernelSize: 3, dilationRate: 2 };
const x = tf.input({ shape: [8, 8, 1] });
tf.layers.conv2d(options).apply(x);
tf.layers.conv2dTranspose(options).apply(x);`,
        },
        {
            name: "silent: the output padding is a caller's, and may be 0",
            notRun: "its sizes or options are the caller's",
            code: `export const up = (outputPadding) => tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, outputPadding });`,
        },
        {
            name: "Keras heeds both",
            notRun: "it is not written for TensorFlow.js",
            code: `const x = Input({ shape: [8, 8, 1] });
Conv2DTranspose({ filters: 1, kernel_size: 3, strides: 2, output_padding: 1 })(x);
Conv2DTranspose({ filters: 1, kernel_size: 3, dilation_rate: 2 })(x);`,
        },
    ],
    invalid: [
        ignoredOption("output padding where the layer makes another length", "outputPadding", "1", (option) => `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same'${option} }).apply(x);`),
        ignoredOption("output padding of one axis", "outputPadding", "[0, 1]", (option) => `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', strides: [2, 2]${option} }).apply(x);`),
        ignoredOption("output padding of three axes", "outputPadding", "[1, 0, 0]", (option) => `const x = tf.input({ shape: [4, 4, 4, 1] });
tf.layers.conv3dTranspose({ filters: 1, kernelSize: 3${option} }).apply(x);`),
        ignoredOption("a dilation", "dilationRate", "2", (option) => `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same'${option} }).apply(x);`),
        ignoredOption("a dilation of three axes", "dilationRate", "[1, 1, 2]", (option) => `const x = tf.input({ shape: [4, 4, 4, 1] });
tf.layers.conv3dTranspose({ filters: 1, kernelSize: 3${option} }).apply(x);`),
        ignoredOption("a dilation of a depthwise convolution", "dilationRate", "2", (option) => `const x = tf.input({ shape: [8, 8, 1] });
tf.layers.depthwiseConv2d({ kernelSize: 3${option} }).apply(x);`),
        {
            name: "another word for an option that has no effect is none either",
            silently: "makes 4×4",
            code: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same', output_padding: 1 }).apply(x);`,
            errors: [
                {
                    messageId: "unread",
                    data: { callee: "conv2dTranspose", option: "output_padding" },
                    on: "output_padding",
                    suggestions: [{ messageId: "removeOption", data: { name: "output_padding" }, output: `const x = tf.input({ shape: [4, 4, 1] });
tf.layers.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same' }).apply(x);` }],
                },
            ],
        },
    ],
};
