/** Values that no stride or shape can have: nothing is reported here but what is certain, and nothing crashes. */
import type { Tables } from "../test-rule.js";
import { set, twiceUnsaid } from "./expected.js";

const up = (rest: string): string => `const y = tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), ${rest});`;
const layer = (options: string): string => `const model = tf.sequential();\nmodel.add(tf.layers.conv2dTranspose({ inputShape: [4, 4, 3], filters: 1, kernelSize: 3, ${options} }));`;
const k = (call: string): string => `const x = Input({ shape: [3, 4, 4] });\nconst y = ${call}(x);`;

export const badInput: Tables = {
    valid: [
        { name: "an operation's strides: 0", code: up("[1, 8, 8, 1], 0, 'same'") },
        { name: "an operation's strides: -1", code: up("[1, 8, 8, 1], -1, 'same'") },
        { name: "an operation's strides: 1.5", code: up("[1, 8, 8, 1], 1.5, 'same'") },
        { name: "an operation's strides: NaN", code: up("[1, 8, 8, 1], NaN, 'same'") },
        { name: "an operation's strides: Infinity", code: up("[1, 8, 8, 1], Infinity, 'same'") },
        { name: "an operation's strides: '2'", code: up("[1, 8, 8, 1], '2', 'same'") },
        { name: "an operation's strides: true", code: up("[1, 8, 8, 1], true, 'same'") },
        { name: "an operation's strides: {}", code: up("[1, 8, 8, 1], {}, 'same'") },
        { name: "an operation's strides: []", code: up("[1, 8, 8, 1], [], 'same'") },
        { name: "an operation's strides: [2]", code: up("[1, 8, 8, 1], [2], 'same'") },
        { name: "an operation's strides: [2, 2, 2]", code: up("[1, 8, 8, 1], [2, 2, 2], 'same'") },
        { name: "an operation's strides: new Array(10).fill(2)", code: up("[1, 8, 8, 1], new Array(10).fill(2), 'same'") },
        { name: "an operation's strides: [0, 2]", code: up("[1, 8, 8, 1], [0, 2], 'same'") },
        { name: "an operation's strides: () => 2", code: up("[1, 8, 8, 1], () => 2, 'same'") },
        { name: "an operation's strides: 1e309", code: up("[1, 8, 8, 1], 1e309, 'same'") },
        { name: "an operation's strides: 2 ** 1e9", code: up("[1, 8, 8, 1], 2 ** 1e9, 'same'") },
        { name: "an operation's strides: 10n", code: up("[1, 8, 8, 1], 10n, 'same'") },
        { name: "an operation's strides: [[2, 2]]", code: up("[1, 8, 8, 1], [[2, 2]], 'same'") },
        { name: "an operation's strides: Symbol('s')", code: up("[1, 8, 8, 1], Symbol('s'), 'same'") },
        { name: "a layer's strides: 0", code: layer("strides: 0, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: -1", code: layer("strides: -1, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: 1.5", code: layer("strides: 1.5, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: NaN", code: layer("strides: NaN, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: Infinity", code: layer("strides: Infinity, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: '2'", code: layer("strides: '2', padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: true", code: layer("strides: true, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: {}", code: layer("strides: {}, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: []", code: layer("strides: [], padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: [2]", code: layer("strides: [2], padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: [2, 2, 2]", code: layer("strides: [2, 2, 2], padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: new Array(10).fill(2)", code: layer("strides: new Array(10).fill(2), padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: [0, 2]", code: layer("strides: [0, 2], padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: () => 2", code: layer("strides: () => 2, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: 1e309", code: layer("strides: 1e309, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: 2 ** 1e9", code: layer("strides: 2 ** 1e9, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: 10n", code: layer("strides: 10n, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: [[2, 2]]", code: layer("strides: [[2, 2]], padding: 'same', outputShape: [8, 8, 1]") },
        { name: "a layer's strides: Symbol('s')", code: layer("strides: Symbol('s'), padding: 'same', outputShape: [8, 8, 1]") },
        { name: "an operation's shape: 8", code: up("8, 2, 'same'") },
        { name: "an operation's shape: '8'", code: up("'8', 2, 'same'") },
        { name: "an operation's shape: null", code: up("null, 2, 'same'") },
        { name: "an operation's shape: undefined", code: up("undefined, 2, 'same'") },
        { name: "an operation's shape: [1, 8.5, 8, 1]", code: up("[1, 8.5, 8, 1], 2, 'same'") },
        { name: "an operation's shape: [1, -8, 8, 1]", code: up("[1, -8, 8, 1], 2, 'same'") },
        { name: "an operation's shape: [1, NaN, 8, 1]", code: up("[1, NaN, 8, 1], 2, 'same'") },
        { name: "an operation's shape: [1, '8', 8, 1]", code: up("[1, '8', 8, 1], 2, 'same'") },
        { name: "an operation's shape: [1, , 8, 1]", code: up("[1, , 8, 1], 2, 'same'") },
        { name: "an operation's shape: [[1, 8, 8, 1]]", code: up("[[1, 8, 8, 1]], 2, 'same'") },
        { name: "an operation's shape: new Array(1e9)", code: up("new Array(1e9), 2, 'same'") },
        { name: "an operation's shape: { length: 4 }", code: up("{ length: 4 }, 2, 'same'") },
        { name: "an operation's shape: [1, 8, 8, 1].reverse", code: up("[1, 8, 8, 1].reverse, 2, 'same'") },
        { name: "an operation's shape: [1, 2 ** 60, 2 ** 60, 1]", code: up("[1, 2 ** 60, 2 ** 60, 1], 2, 'same'") },
        { name: "a layer's shape: '8'", code: layer("strides: 2, padding: 'same', outputShape: '8'") },
        { name: "a layer's shape: null", code: layer("strides: 2, padding: 'same', outputShape: null") },
        { name: "a layer's shape: undefined", code: layer("strides: 2, padding: 'same', outputShape: undefined") },
        { name: "a layer's shape: [1, 8.5, 8, 1]", code: layer("strides: 2, padding: 'same', outputShape: [1, 8.5, 8, 1]") },
        { name: "a layer's shape: [1, NaN, 8, 1]", code: layer("strides: 2, padding: 'same', outputShape: [1, NaN, 8, 1]") },
        { name: "a layer's shape: [1, '8', 8, 1]", code: layer("strides: 2, padding: 'same', outputShape: [1, '8', 8, 1]") },
        { name: "a layer's shape: [1, , 8, 1]", code: layer("strides: 2, padding: 'same', outputShape: [1, , 8, 1]") },
        { name: "a layer's shape: new Array(1e9)", code: layer("strides: 2, padding: 'same', outputShape: new Array(1e9)") },
        { name: "a layer's shape: { length: 4 }", code: layer("strides: 2, padding: 'same', outputShape: { length: 4 }") },
        { name: "a layer's shape: [1, 8, 8, 1].reverse", code: layer("strides: 2, padding: 'same', outputShape: [1, 8, 8, 1].reverse") },
        { name: "a layer's shape: [1, 2 ** 60, 2 ** 60, 1]", code: layer("strides: 2, padding: 'same', outputShape: [1, 2 ** 60, 2 ** 60, 1]") },
        { name: "a padding that does not exist", code: up("[1, 8, 8, 1], 1, 'full'") },
        { name: "a padding that is a fraction", code: up("[1, 8, 8, 1], 1, 0.5") },
        { name: "an input that is empty", code: "tf.conv2dTranspose(tf.zeros([1, 0, 0, 1]), tf.zeros([3, 3, 1, 1]), [1, 0, 0, 1], 2, 'same');" },
        { name: "no arguments at all", code: `tf.conv2dTranspose();
tf.layers.conv2dTranspose();
new Deconvolution2D();
Conv2DTranspose();` },
        { name: "arguments that are spread from nowhere", code: `tf.conv2dTranspose(...args);
tf.layers.conv2dTranspose(...args);
const x = Input({ shape: [3, 4, 4] });
const y = Deconvolution2D(...args)(x);` },
        { name: "options with a getter that changes", code: layer("get strides() { return Math.random(); }, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "options of a proxy", code: "tf.layers.conv2dTranspose(new Proxy({}, {})).apply(tf.input({ shape: [4, 4, 3] }));" },
        { name: "options with a __proto__", code: layer("__proto__: { strides: 1 }, padding: 'same', outputShape: [8, 8, 1]") },
        { name: "Keras: a stride of 0", code: k("Deconvolution2D(1, 3, 3, [null, 1, 8, 8], { subsample: [0, 0] })") },
        { name: "Keras: no shape at all", code: k("Deconvolution2D(1, 3, 3)") },
    ],
    invalid: [
        {
            name: "an operation's strides: null",
            code: up("[1, 8, 8, 1], null, 'same'"),
            output: up("[1, 8, 8, 1], 2, 'same'"),
            errors: [
                {
                    messageId: "length",
                    data: twiceUnsaid,
                    on: "[1, 8, 8, 1]",
                },
            ],
        },
        {
            name: "an operation's strides: undefined",
            code: up("[1, 8, 8, 1], undefined, 'same'"),
            output: up("[1, 8, 8, 1], 2, 'same'"),
            errors: [
                {
                    messageId: "length",
                    data: twiceUnsaid,
                    on: "[1, 8, 8, 1]",
                },
            ],
        },
        {
            name: "a layer's strides: null",
            code: layer("strides: null, padding: 'same', outputShape: [8, 8, 1]"),
            output: layer("strides: 2, padding: 'same', outputShape: [8, 8, 1]"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("strides: null, padding: 'same', outputShape: [4, 4, 1]")),
                    ],
                },
            ],
        },
        {
            name: "a layer's strides: undefined",
            code: layer("strides: undefined, padding: 'same', outputShape: [8, 8, 1]"),
            output: layer("strides: 2, padding: 'same', outputShape: [8, 8, 1]"),
            errors: [
                {
                    messageId: "ignored",
                    data: twiceUnsaid,
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("strides: undefined, padding: 'same', outputShape: [4, 4, 1]")),
                    ],
                },
            ],
        },
        {
            name: "an operation's shape: []",
            code: up("[], 2, 'same'"),
            errors: [
                {
                    messageId: "rank",
                    data: { option: "outputShape", declared: "[]", given: "0", ranks: "4" },
                    on: "[]",
                },
            ],
        },
        {
            name: "a layer's shape: 8",
            code: layer("strides: 2, padding: 'same', outputShape: 8"),
            errors: [
                {
                    messageId: "rank",
                    data: { option: "outputShape", declared: "[8]", given: "1", ranks: "2, 3 or 4" },
                    on: "8",
                },
            ],
        },
        {
            name: "a layer's shape: []",
            code: layer("strides: 2, padding: 'same', outputShape: []"),
            errors: [
                {
                    messageId: "rank",
                    data: { option: "outputShape", declared: "[]", given: "0", ranks: "2, 3 or 4" },
                    on: "[]",
                },
            ],
        },
        {
            name: "a layer's shape: [1, -8, 8, 1]",
            code: layer("strides: 2, padding: 'same', outputShape: [1, -8, 8, 1]"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "-8×8", stride: "strides 2 make", made: "8×8", input: "4×4", window: "kernel 3×3, 'same'", remedy: ". Declare [1, 8, 8, 1] instead" },
                    on: "[1, -8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[1, 8, 8, 1]", layer("strides: 2, padding: 'same', outputShape: [1, 8, 8, 1]")),
                    ],
                },
            ],
        },
        {
            name: "a layer's shape: [[1, 8, 8, 1]]",
            code: layer("strides: 2, padding: 'same', outputShape: [[1, 8, 8, 1]]"),
            errors: [
                {
                    messageId: "rank",
                    data: { option: "outputShape", declared: "[?]", given: "1", ranks: "2, 3 or 4" },
                    on: "[[1, 8, 8, 1]]",
                },
            ],
        },
        {
            name: "a kernel of 0",
            code: layer("padding: 'same', outputShape: [8, 8, 1], kernelSize: 0"),
            output: layer("padding: 'same', outputShape: [8, 8, 1], kernelSize: 0, strides: 2"),
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×8", stride: "without strides the stride is 1, which makes", made: "4×4", input: "4×4", window: "'same'", remedy: ". strides 2 would make 8×8" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("outputShape", "[4, 4, 1]", layer("padding: 'same', outputShape: [4, 4, 1], kernelSize: 0")),
                    ],
                },
            ],
        },
        {
            name: "options that contain themselves",
            code: `const options = { filters: 1, kernelSize: 3, outputShape: [8, 8, 1] };
options.self = options;
options.outputShape.push(options);
tf.layers.conv2dTranspose(options).apply(tf.input({ shape: [4, 4, 3] }));`,
            errors: [
                {
                    messageId: "ignored",
                    data: { option: "outputShape", declared: "8×1", stride: "without strides the stride is 1, which makes", made: "6×6", input: "4×4", window: "kernel 3×3, 'valid'", remedy: ". strides [2, 1] come nearest" },
                    on: "[8, 8, 1]",
                    suggestions: [
                        set("strides", "[2, 1]", `const options = { filters: 1, kernelSize: 3, outputShape: [8, 8, 1], strides: [2, 1] };
options.self = options;
options.outputShape.push(options);
tf.layers.conv2dTranspose(options).apply(tf.input({ shape: [4, 4, 3] }));`),
                    ],
                },
            ],
        },
        {
            name: "a declared shape that is longer than any",
            code: layer("outputShape: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"),
            errors: [
                {
                    messageId: "rank",
                    data: { option: "outputShape", declared: "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", given: "10", ranks: "2, 3 or 4" },
                    on: "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]",
                },
            ],
        },
        {
            name: "Keras: a shape of the wrong rank",
            code: k("Deconvolution2D(1, 3, 3, [8])"),
            errors: [
                {
                    messageId: "rank",
                    data: { option: "output_shape", declared: "[8]", given: "1", ranks: "3 or 4" },
                    on: "[8]",
                },
            ],
        },
    ],
};
