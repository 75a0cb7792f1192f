/** Operations and layers whose functions are bound, applied to a list, or called by `call`. */
import type { InvalidCase, Tables } from "../test-rule.js";
import { set, twiceTheInput, twiceUnsaid } from "./expected.js";

const frame = (code: string): string => `const x = tf.zeros([1, 4, 4, 1]);
const w = tf.zeros([3, 3, 1, 1]);
${code}`;

/** A stride of 1 that is to be 2: STRIDE stands in its place. */
function wrongStride(name: string, call: string): InvalidCase {
    const withStride = (stride: string): string => frame(call.replace("STRIDE", stride));
    const code = withStride("1");
    return {
        name,
        code,
        output: withStride("2"),
        errors: [{ messageId: "length", data: twiceTheInput, on: "[1, 8, 8, 1]", suggestions: [set("outputShape", "[1, 4, 4, 1]", code.replace("8, 8", "4, 4"))] }],
    };
}

/** No stride, so that the padding stands in its place. */
function noStride(name: string, before: string, after: string): InvalidCase {
    return { name, code: frame(before), output: frame(after), errors: [{ messageId: "length", data: twiceUnsaid, on: "[1, 8, 8, 1]" }] };
}

export const indirectCalls: Tables = {
    valid: [
        { name: "right however it is called", code: frame(`tf.conv2dTranspose.call(tf, x, w, [1, 8, 8, 1], 2, 'same');
tf.conv2dTranspose.apply(null, [x, w, [1, 8, 8, 1], 2, 'same']);
x.conv2dTranspose.call(x, w, [1, 8, 8, 1], 2, 'same');
x.conv2dTranspose.bind(x, w)([1, 8, 8, 1], 2, 'same');`) },
        { name: "silent: a list of arguments that cannot be seen", code: "export const up = (...args) => tf.conv2dTranspose.apply(tf, args);" },
        { name: "silent: unseen arguments are bound before the others", code: frame("export const up = (first) => tf.conv2dTranspose.bind(tf, ...first)(x, w, [1, 8, 8, 1], 1, 'same');") },
        { name: "silent: a method taken from its tensor has none when it is called by itself", code: frame("const { conv2dTranspose } = x;\nconv2dTranspose(w, [1, 8, 8, 1], 1, 'same');") },
        { name: "silent: `call` of something else", code: frame("const plan = { call(...args) {} };\nplan.call(x, w, [1, 8, 8, 1], 1, 'same');") },
    ],
    invalid: [
        wrongStride("call, with the library", "tf.conv2dTranspose.call(tf, x, w, [1, 8, 8, 1], STRIDE, 'same');"),
        wrongStride("call, with nothing", "tf.conv2dTranspose.call(undefined, x, w, [1, 8, 8, 1], STRIDE, 'same');"),
        wrongStride("apply to a list", "tf.conv2dTranspose.apply(tf, [x, w, [1, 8, 8, 1], STRIDE, 'same']);"),
        wrongStride("bound to its first arguments", "const up = tf.conv2dTranspose.bind(tf, x, w);\nup([1, 8, 8, 1], STRIDE, 'same');"),
        wrongStride("bound to nothing but the library", "const up = tf.conv2dTranspose.bind(tf);\nup(x, w, [1, 8, 8, 1], STRIDE, 'same');"),
        wrongStride("a method, called with its tensor", "x.conv2dTranspose.call(x, w, [1, 8, 8, 1], STRIDE, 'same');"),
        wrongStride("a method, applied to a list", "x.conv2dTranspose.apply(x, [w, [1, 8, 8, 1], STRIDE, 'same']);"),
        wrongStride("a method, bound", "const up = x.conv2dTranspose.bind(x);\nup(w, [1, 8, 8, 1], STRIDE, 'same');"),
        wrongStride("a method taken from one tensor and called with another", "const { conv2dTranspose } = w;\nconv2dTranspose.call(x, w, [1, 8, 8, 1], STRIDE, 'same');"),
        noStride("a stride is added to the arguments of call", "tf.conv2dTranspose.call(tf, x, w, [1, 8, 8, 1], 'same');", "tf.conv2dTranspose.call(tf, x, w, [1, 8, 8, 1], 2, 'same');"),
        noStride("a stride is added to the list of apply", `tf.conv2dTranspose.apply(tf, [
    x,
    w,
    [1, 8, 8, 1],
    'same',
]);`, `tf.conv2dTranspose.apply(tf, [
    x,
    w,
    [1, 8, 8, 1],
    2,
    'same',
]);`),
        {
            name: "a list of arguments in a variable is not rewritten",
            code: frame("const args = [x, w, [1, 8, 8, 1], 1, 'same'];\ntf.conv2dTranspose.apply(null, args);"),
            errors: [{ messageId: "length", data: twiceTheInput, on: "tf.conv2dTranspose.apply(null, args)" }],
        },
        {
            name: "a layer",
            code: "tf.layers.conv2dTranspose.call(tf.layers, { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1] }).apply(tf.input({ shape: [4, 4, 3] }));",
            output: "tf.layers.conv2dTranspose.call(tf.layers, { filters: 1, kernelSize: 3, padding: 'same', outputShape: [8, 8, 1], strides: 2 }).apply(tf.input({ shape: [4, 4, 3] }));",
            errors: [{
                messageId: "ignored",
                data: twiceUnsaid,
                on: "[8, 8, 1]",
                suggestions: [set("outputShape", "[4, 4, 1]", "tf.layers.conv2dTranspose.call(tf.layers, { filters: 1, kernelSize: 3, padding: 'same', outputShape: [4, 4, 1] }).apply(tf.input({ shape: [4, 4, 3] }));")],
            }],
        },
    ],
};
