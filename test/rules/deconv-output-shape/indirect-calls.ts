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

/** A list of arguments that others read as well. */
function sharedList(name: string, calls: string): InvalidCase {
    const withList = (shape: string, stride: string): string => frame(`const args = [x, w, [${shape}], ${stride}, 'same'];\n${calls}`);
    return {
        name,
        code: withList("1, 8, 8, 1", "1"),
        errors: [{
            messageId: "length",
            data: twiceTheInput,
            on: "[1, 8, 8, 1]",
            suggestions: [set("strides", "2", withList("1, 8, 8, 1", "2")), set("outputShape", "[1, 4, 4, 1]", withList("1, 4, 4, 1", "1"))],
        }],
    };
}

export const indirectCalls: Tables = {
    valid: [
        { name: "right however it is called", code: frame(`tf.conv2dTranspose.call(tf, x, w, [1, 8, 8, 1], 2, 'same');
tf.conv2dTranspose.apply(null, [x, w, [1, 8, 8, 1], 2, 'same']);
x.conv2dTranspose.call(x, w, [1, 8, 8, 1], 2, 'same');
x.conv2dTranspose.bind(x, w)([1, 8, 8, 1], 2, 'same');`) },
        { name: "right in a list, spread or applied", code: frame("const args = [x, w, [1, 8, 8, 1], 2, 'same'];\ntf.conv2dTranspose(...args);\nReflect.apply(tf.conv2dTranspose, tf, args);") },
        { name: "a function of the program's own, called through Reflect, sets the stride", code: frame("let stride = 1;\nReflect.apply((value) => { stride = value; }, null, [2]);\nx.conv2dTranspose(w, [1, 8, 8, 1], stride, 'same');") },
        { name: "right through Function.prototype", code: frame("Function.prototype.apply.call(tf.conv2dTranspose, null, [x, w, [1, 8, 8, 1], 2, 'same']);\nFunction.prototype.call.call(x.conv2dTranspose, x, w, [1, 8, 8, 1], 2, 'same');") },
        { name: "silent: Function.prototype.apply, called on what cannot be seen", code: frame("Function.prototype.apply.call(globalThis.op, null, [x, w, [1, 8, 8, 1], 1, 'same']);") },
        { name: "silent: a list that others may have changed", code: frame("const args = [x, w, [1, 8, 8, 1], 1, 'same'];\nadjust(args);\ntf.conv2dTranspose(...args);") },
        { name: "silent: a Reflect of the program's own", code: frame("const Reflect = { apply() {} };\nReflect.apply(tf.conv2dTranspose, tf, [x, w, [1, 8, 8, 1], 1, 'same']);") },
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
        wrongStride("a list in a variable of its own, applied", "const args = [x, w, [1, 8, 8, 1], STRIDE, 'same'];\ntf.conv2dTranspose.apply(null, args);"),
        wrongStride("a list in a variable of its own, spread", "const args = [x, w, [1, 8, 8, 1], STRIDE, 'same'] as const;\ntf.conv2dTranspose(...args);"),
        wrongStride("a list of the last arguments, spread into a method", "const rest = [[1, 8, 8, 1], STRIDE, 'same'];\nx.conv2dTranspose(w, ...rest);"),
        wrongStride("a list that is spread where it is written", "tf.conv2dTranspose(...[x, w, [1, 8, 8, 1], STRIDE, 'same']);"),
        wrongStride("Reflect.apply", "Reflect.apply(tf.conv2dTranspose, tf, [x, w, [1, 8, 8, 1], STRIDE, 'same']);"),
        wrongStride("Reflect.apply of a method to a list in a variable", "const args = [w, [1, 8, 8, 1], STRIDE, 'same'];\nReflect.apply(x.conv2dTranspose, x, args);"),
        wrongStride("Function.prototype.apply, called on the operation", "Function.prototype.apply.call(tf.conv2dTranspose, null, [x, w, [1, 8, 8, 1], STRIDE, 'same']);"),
        wrongStride("Function.prototype.call, called on the method of a tensor", "Function.prototype.call.call(x.conv2dTranspose, x, w, [1, 8, 8, 1], STRIDE, 'same');"),
        wrongStride("Function.prototype.bind, called on the operation", "const up = Function.prototype.bind.call(tf.conv2dTranspose, tf, x, w);\nup([1, 8, 8, 1], STRIDE, 'same');"),
        wrongStride("a wrapper that passes its arguments on", "const up = (...args) => tf.conv2dTranspose(...args);\nup(x, w, [1, 8, 8, 1], STRIDE, 'same');"),
        noStride("a stride is added to a list in a variable", "const rest = [[1, 8, 8, 1], 'same'];\nx.conv2dTranspose(w, ...rest);", "const rest = [[1, 8, 8, 1], 2, 'same'];\nx.conv2dTranspose(w, ...rest);"),
        sharedList("a list that two calls read: the stride is right for both", "tf.conv2dTranspose(...args);\ntf.conv2dTranspose(...args);"),
        sharedList("a list that is read elsewhere", "tf.conv2dTranspose(...args);\nconsole.log(args[3]);"),
        {
            name: "a list that is changed does not stand anywhere",
            code: frame("const args = [x, w, [1, 8, 8, 1], 2, 'same'];\nargs[3] = 1;\ntf.conv2dTranspose(...args);"),
            errors: [{ messageId: "length", data: twiceTheInput, on: "tf.conv2dTranspose(...args)" }],
        },
        {
            name: "a bound stride that is wrong for one call and right for the other",
            code: frame("const up = tf.conv2dTranspose.bind(tf, x, tf.zeros([5, 5, 1, 1]), [1, 8, 8, 1], 1);\nup('same');\nup('valid');"),
            errors: [{ messageId: "length", data: { ...twiceTheInput, window: "kernel 5×5, 'same'" }, on: "[1, 8, 8, 1]" }],
        },
        {
            name: "Keras: Reflect.construct",
            code: `const image = Input({ shape: [3, 4, 4] });
const up = Reflect.construct(Conv2DTranspose, [{ filters: 1, kernel_size: 3, padding: 'same', data_format: 'channels_first', output_shape: [null, 1, 8, 8] }]);
up.apply(image);`,
            output: `const image = Input({ shape: [3, 4, 4] });
const up = Reflect.construct(Conv2DTranspose, [{ filters: 1, kernel_size: 3, padding: 'same', data_format: 'channels_first', output_shape: [null, 1, 8, 8], strides: 2 }]);
up.apply(image);`,
            errors: [{
                messageId: "length",
                data: { ...twiceUnsaid, option: "output_shape" },
                on: "[null, 1, 8, 8]",
                suggestions: [set("output_shape", "[null, 1, 4, 4]", `const image = Input({ shape: [3, 4, 4] });
const up = Reflect.construct(Conv2DTranspose, [{ filters: 1, kernel_size: 3, padding: 'same', data_format: 'channels_first', output_shape: [null, 1, 4, 4] }]);
up.apply(image);`)],
            }],
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
