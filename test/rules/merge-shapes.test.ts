import rule from "../../rules/merge-shapes.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const deconvolution = (stride: string): string => `tf.layers.conv2dTranspose({ filters: 4, kernelSize: 3, padding: 'same'${stride} })`;

const beside = (stride: string, inputs: string): string => `const x = tf.input({ shape: [8, 8, 4] });
const down = tf.layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }).apply(x);
const u1 = ${deconvolution(stride)}.apply(down);
const u2 = ${deconvolution(stride)}.apply(down);
tf.layers.concatenate().apply([${inputs}]);`;

const chained = (first: string, second: string): string => `const x = tf.input({ shape: [16, 16, 4] });
const small = tf.layers.maxPooling2d({ poolSize: 4 }).apply(x);
const u1 = ${deconvolution(first)}.apply(small);
const u2 = ${deconvolution(second)}.apply(u1);
tf.layers.concatenate().apply([x, u2]);`;

const uNet = (first: string, second: string): string => `const x = tf.input({ shape: [16, 16, 4] });
const d1 = tf.layers.maxPooling2d({ poolSize: 2 }).apply(x);
const d2 = tf.layers.maxPooling2d({ poolSize: 2 }).apply(d1);
const u1 = ${deconvolution(first)}.apply(d2);
const merged = tf.layers.concatenate().apply([d1, u1]);
const u2 = ${deconvolution(second)}.apply(merged);
tf.layers.concatenate().apply([x, u2]);`;

const withOptions = (more: string, options: string, input = "x"): string => `const opts = { filters: 8, kernelSize: 4, padding: 'same'${more} };
const x = tf.input({ shape: [7, 7, 16] });
const skip = tf.input({ shape: [14, 14, 8] });
const up = tf.layers.conv2dTranspose(${options}).apply(${input});
tf.layers.add().apply([up, skip]);`;
const sevenAndFourteen = { callee: "add", a: "7", b: "14", axis: "1", first: "1", firstShape: "[null, 7, 7, 8]", second: "2", secondShape: "[null, 14, 14, 8]" };

const tables: TrueTables = {
    valid: [
        {
            name: "a Set holds each tensor once, however often it is put in",
            code: `const a = tf.input({ shape: [4] });
const layer = tf.layers.dense({ units: 3 });
const made = new Set([a, layer.apply(a), layer.apply(a), a]);
made.delete(a);
const sizes = new Map([[a, 3]]);
tf.layers.add().apply([...made, tf.layers.dense({ units: sizes.get(a) }).apply(a)]);`,
        },
        {
            name: "equal shapes",
            code: `const a = tf.input({ shape: [4, 4, 8] });
const b = tf.input({ shape: [4, 4, 8] });
tf.model({ inputs: [a, b], outputs: tf.layers.add().apply([a, b]) });`,
        },
        {
            name: "a size of 1 broadcasts",
            code: `const a = tf.input({ shape: [4, 4, 8] });
const b = tf.input({ shape: [1, 1, 8] });
tf.model({ inputs: [a, b], outputs: tf.layers.multiply().apply([a, b]) });`,
        },
        {
            name: "concatenation on the axis that differs",
            code: `const a = tf.input({ shape: [4, 4, 8] });
const b = tf.input({ shape: [4, 4, 3] });
tf.model({ inputs: [a, b], outputs: tf.layers.concatenate().apply([a, b]) });`,
        },
        {
            name: "dot along axes of one size",
            code: `const a = tf.input({ shape: [6, 8] });
const b = tf.input({ shape: [9, 8] });
tf.model({ inputs: [a, b], outputs: tf.layers.dot({ axes: [2, 2] }).apply([a, b]) });`,
        },
        {
            name: "a batch of 1 broadcasts once the layer is built",
            code: `const a = tf.input({ shape: [8] });
const sum = tf.layers.add();
sum.apply([a, a]);
sum.apply([tf.zeros([2, 8]), tf.zeros([1, 8])]).print();`,
        },
        {
            name: "a layer of the program's own makes one row for the whole batch",
            code: `class First extends tf.layers.Layer {
    computeOutputShape(shape) { return shape; }
    call(x) { return (Array.isArray(x) ? x[0] : x).slice([0], [1]); }
    getClassName() { return "First"; }
}
const x = tf.input({ shape: [8] });
const model = tf.model({ inputs: x, outputs: tf.layers.average().apply([x, new First({}).apply(x)]) });
model.predict(tf.zeros([2, 8])).matMul(tf.zeros([8, 3])).print();`,
        },
        {
            name: "silent: h and w may be the same",
            notRun: "its sizes or options are the caller's",
            code: `export function skip(h, w) {
    const a = tf.input({ shape: [h, 8] });
    const b = tf.input({ shape: [w, 8] });
    return tf.layers.add().apply([a, b]);
}`,
        },
    ],
    invalid: [
        {
            name: "tensors of a Set",
            code: `const a = tf.input({ shape: [4] });
const b = tf.input({ shape: [5] });
tf.layers.add().apply([...new Set([a, b, a])]);`,
            errors: [{ messageId: "axis", data: { callee: "add", a: "4", b: "5", axis: "1", first: "1", firstShape: "[null, 4]", second: "2", secondShape: "[null, 5]" }, on: "[...new Set([a, b, a])]" }],
        },
        {
            name: "other channels",
            code: `const a = tf.input({ shape: [4, 4, 8] });
const b = tf.input({ shape: [4, 4, 3] });
tf.layers.add().apply([a, b]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "add", a: "8", b: "3", axis: "3", first: "1", firstShape: "[null, 4, 4, 8]", second: "2", secondShape: "[null, 4, 4, 3]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "concatenation off the joined axis",
            code: `const a = tf.input({ shape: [8, 8, 16] });
const b = tf.input({ shape: [7, 7, 16] });
tf.layers.concatenate().apply([a, b]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concatenate", a: "8", b: "7", axis: "1", first: "1", firstShape: "[null, 8, 8, 16]", second: "2", secondShape: "[null, 7, 7, 16]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "concatenation of other ranks",
            code: `const a = tf.input({ shape: [8, 16] });
const b = tf.input({ shape: [16] });
tf.layers.concatenate().apply([a, b]);`,
            errors: [
                {
                    messageId: "rank",
                    data: { callee: "concatenate", first: "1", firstShape: "[null, 8, 16]", second: "2", secondShape: "[null, 16]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "the deconvolution's options in an object of its own: the stride is added there",
            code: withOptions("", "opts"),
            output: withOptions(", strides: 2", "opts"),
            errors: [{ messageId: "axis", data: sevenAndFourteen, on: "skip", nth: 2 }],
        },
        {
            name: "the deconvolution's options in an object that others read as well: its call overrules them",
            code: withOptions("", "opts", "tf.layers.conv2d(opts).apply(x)"),
            errors: [
                {
                    messageId: "axis",
                    data: sevenAndFourteen,
                    on: "skip",
                    nth: 2,
                    suggestions: [{ messageId: "setOptionOf", data: { name: "strides", value: "2", layer: "conv2dTranspose" }, output: withOptions("", "{ ...opts, strides: 2 }", "tf.layers.conv2d(opts).apply(x)") }],
                },
            ],
        },
        {
            name: "the inputs in a variable",
            code: `const a = tf.input({ shape: [8] });
const b = tf.input({ shape: [9] });
const both = [a, b];
tf.layers.average().apply(both);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "average", a: "8", b: "9", axis: "1", first: "1", firstShape: "[null, 8]", second: "2", secondShape: "[null, 9]" },
                    on: "both",
                    nth: 2,
                },
            ],
        },
        {
            name: "dot along axes of different sizes",
            code: `const a = tf.input({ shape: [6, 8] });
const b = tf.input({ shape: [8, 6] });
tf.layers.dot({ axes: [2, 2] }).apply([a, b]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "dot", a: "8", b: "6", axis: "2", first: "1", firstShape: "[null, 6, 8]", second: "2", secondShape: "[null, 8, 6]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "symbolic sizes that can never be the same",
            notRun: "its sizes or options are the caller's",
            code: `export function skip(h) {
    const a = tf.input({ shape: [h, 8] });
    const b = tf.input({ shape: [2 * h, 8] });
    return tf.layers.concatenate().apply([a, b]);
}`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concatenate", a: "h", b: "2*h", axis: "1", first: "1", firstShape: "[null, h, 8]", second: "2", secondShape: "[null, 2*h, 8]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "a deconvolution upstream lacks its stride: the fix adds it",
            code: `const x = tf.input({ shape: [8, 8, 4] });
const down = tf.layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }).apply(x);
const up = tf.layers.conv2dTranspose({ filters: 4, kernelSize: 3, padding: 'same' }).apply(down);
tf.layers.concatenate().apply([x, up]);`,
            output: `const x = tf.input({ shape: [8, 8, 4] });
const down = tf.layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }).apply(x);
const up = tf.layers.conv2dTranspose({ filters: 4, kernelSize: 3, padding: 'same', strides: 2 }).apply(down);
tf.layers.concatenate().apply([x, up]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concatenate", a: "8", b: "4", axis: "1", first: "1", firstShape: "[null, 8, 8, 4]", second: "2", secondShape: "[null, 4, 4, 4]" },
                    on: "up",
                    nth: 2,
                    suggestions: [
                        { messageId: "setOptionOf", data: { name: "strides", value: "1", layer: "conv2d" }, output: `const x = tf.input({ shape: [8, 8, 4] });
const down = tf.layers.conv2d({ filters: 4, kernelSize: 3, strides: 1, padding: 'same' }).apply(x);
const up = tf.layers.conv2dTranspose({ filters: 4, kernelSize: 3, padding: 'same' }).apply(down);
tf.layers.concatenate().apply([x, up]);` },
                    ],
                },
            ],
        },
        {
            name: "two deconvolutions beside each other lack their stride: one fix adds both",
            code: beside("", "u1, u2, x"),
            output: beside(", strides: 2", "u1, u2, x"),
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concatenate", a: "4", b: "8", axis: "1", first: "1", firstShape: "[null, 4, 4, 4]", second: "3", secondShape: "[null, 8, 8, 4]" },
                    on: "x",
                    nth: 3,
                    suggestions: [
                        { messageId: "setOptionOf", data: { name: "strides", value: "1", layer: "conv2d" }, output: beside("", "u1, u2, x").replace("strides: 2", "strides: 1") },
                    ],
                },
            ],
        },
        {
            name: "two deconvolutions one after the other lack their stride: both or either",
            code: chained("", ""),
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concatenate", a: "16", b: "4", axis: "1", first: "1", firstShape: "[null, 16, 16, 4]", second: "2", secondShape: "[null, 4, 4, 4]" },
                    on: "u2",
                    nth: 2,
                    suggestions: [
                        { messageId: "setOptionInLines", data: { name: "strides", value: "2", layer: "conv2dTranspose", lines: "lines 3 and 4" }, output: chained(", strides: 2", ", strides: 2") },
                        { messageId: "setOptionInLines", data: { name: "strides", value: "4", layer: "conv2dTranspose", lines: "line 4" }, output: chained("", ", strides: 4") },
                        { messageId: "setOptionInLines", data: { name: "strides", value: "4", layer: "conv2dTranspose", lines: "line 3" }, output: chained(", strides: 4", "") },
                    ],
                },
            ],
        },
        {
            name: "a U-Net whose deconvolutions all lack their stride: one after the other, as far as each merge can be judged",
            code: uNet("", ""),
            output: [uNet(", strides: 2", ""), uNet(", strides: 2", ", strides: 2")],
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concatenate", a: "8", b: "4", axis: "1", first: "1", firstShape: "[null, 8, 8, 4]", second: "2", secondShape: "[null, 4, 4, 4]" },
                    on: "u1",
                    nth: 2,
                },
            ],
        },
        {
            name: "a pool of 1 is no pool: nothing is suggested",
            code: `const x = tf.input({ shape: [8, 8, 4] });
const p = tf.layers.maxPooling2d({ poolSize: 2 }).apply(x);
tf.layers.concatenate().apply([x, p]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concatenate", a: "8", b: "4", axis: "1", first: "1", firstShape: "[null, 8, 8, 4]", second: "2", secondShape: "[null, 4, 4, 4]" },
                    on: "p",
                    nth: 9,
                },
            ],
        },
        {
            name: "a layer is built for one batch",
            code: `const a = tf.zeros([2, 8]);
const b = tf.zeros([1, 8]);
tf.layers.add().apply([a, b]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "add", a: "2", b: "1", axis: "0", first: "1", firstShape: "[2, 8]", second: "2", secondShape: "[1, 8]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "other batches, though the layer is built",
            code: `const sum = tf.layers.add();
const x = tf.input({ shape: [8] });
sum.apply([x, x]);
const a = tf.zeros([1, 8]);
const b = tf.zeros([3, 8]);
sum.apply([tf.zeros([2, 8]), a, b]);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "add", a: "2", b: "3", axis: "0", first: "1", firstShape: "[2, 8]", second: "3", secondShape: "[3, 8]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "tf.concat of rows of other lengths",
            code: `const a = tf.zeros([2, 3]);
const b = tf.zeros([2, 4]);
tf.concat([a, b], 0);`,
            errors: [
                {
                    messageId: "axis",
                    data: { callee: "concat", a: "3", b: "4", axis: "1", first: "1", firstShape: "[2, 3]", second: "2", secondShape: "[2, 4]" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
    ],
};

testRule("merge-shapes", rule, tables);
checkTruth("merge-shapes", tables);
