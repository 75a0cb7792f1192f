import rule from "../../rules/weight-shapes.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const model = `const model = tf.sequential({ layers: [
    tf.layers.dense({ units: 4, inputShape: [3] }),
    tf.layers.batchNormalization(),
    tf.layers.dense({ units: 2 }),
] });`;

/** All that are trained, then the averages of the normalization. */
const inOrder = "tf.zeros([3, 4]), tf.zeros([4]), tf.zeros([4]), tf.zeros([4]), tf.zeros([4, 2]), tf.zeros([2]), tf.zeros([4]), tf.zeros([4])";

const branches = `const x = tf.input({ shape: [3] });
const a = tf.layers.dense({ units: 4 }).apply(x);
const b = tf.layers.dense({ units: 5 }).apply(x);
const model = tf.model({ inputs: x, outputs: tf.layers.concatenate().apply([a, b]) });`;

/** Two layers that swap their names. */
const swapped = (layer: string) => `const a = tf.layers.dense({ units: 3, inputShape: [4], name: 'first' });
const b = tf.layers.dense({ units: 5, name: 'second' });
a.name = 'second';
b.name = 'first';
const model = tf.sequential({ layers: [a, b] });
model.getLayer('${layer}').setWeights([tf.zeros([3, 5]), tf.zeros([5])]);`;

const tables: TrueTables = {
    valid: [
        { name: "weights given to a layer that are its own", code: "tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], weights: [tf.ones([3, 2]), tf.ones([2])] })] });" },
        { name: "without a bias there is one", code: "tf.sequential({ layers: [tf.layers.conv2d({ filters: 4, kernelSize: 3, useBias: false, inputShape: [8, 8, 3], weights: [tf.ones([3, 3, 3, 4])] })] });" },
        { name: "silent: a layer that is never built takes anything", code: "export const spare = tf.layers.dense({ units: 2, weights: [tf.ones([2, 3])] });" },
        { name: "silent: the input's size is not known", notRun: "its size is the caller's", code: "export const make = (size) => tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [size], weights: [tf.ones([3, 2]), tf.ones([2])] })] });" },
        { name: "a frozen layer has its weights in the same order", code: "tf.sequential({ layers: [tf.layers.embedding({ inputDim: 5, outputDim: 2, inputLength: 3, trainable: false, weights: [tf.ones([5, 2])] })] });" },
        { name: "all weights of a recurrent layer", code: "tf.sequential({ layers: [tf.layers.gru({ units: 2, inputShape: [5, 3], weights: [tf.ones([3, 6]), tf.ones([2, 6]), tf.ones([6])] })] });" },
        { name: "weights of a layer within another", code: "tf.sequential({ layers: [tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 2, weights: [tf.ones([3, 2]), tf.ones([2])] }), inputShape: [4, 3] })] });" },
        { name: "a layer by the name that it was given last", code: swapped("first") },
        { name: "silent: layers are renamed, it is not known how", code: `${model}\nconst [dense] = model.layers;\ndense.name = String(Math.random());\nconst found = model.layers.length > 5 ? model.getLayer('b') : dense;\nfound.setWeights([tf.zeros([3, 4]), tf.zeros([4])]);` },
        { name: "a layer's own", code: `${model}\nmodel.layers[0].setWeights([tf.zeros([3, 4]), tf.zeros([4])]);` },
        { name: "a model's: what is trained comes first", code: `${model}\nmodel.setWeights([${inOrder}]);` },
        { name: "those of a model like it", code: `const make = () => tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\nmake().setWeights(make().getWeights());` },
        { name: "layers that are not trained are listed last", code: `${model}\nmodel.layers[0].trainable = false;\nmodel.setWeights([tf.zeros([4]), tf.zeros([4]), tf.zeros([4, 2]), tf.zeros([2]), tf.zeros([3, 4]), tf.zeros([4]), tf.zeros([4]), tf.zeros([4])]);` },
        { name: "both directions of a recurrent layer", code: `const model = tf.sequential({ layers: [tf.layers.bidirectional({ layer: tf.layers.simpleRNN({ units: 2 }), inputShape: [5, 3] })] });\nmodel.layers[0].setWeights([tf.zeros([3, 2]), tf.zeros([2, 2]), tf.zeros([2]), tf.zeros([3, 2]), tf.zeros([2, 2]), tf.zeros([2])]);` },
        { name: "silent: weights of a layer that has a dtype of its own", failsFor: "they are float32 all the same", code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3], dtype: 'float32' })] });\nmodel.setWeights([tf.zeros([3, 1], 'int32'), tf.zeros([1])]);" },
        { name: "silent: weights that somebody else has", notRun: "its data is the caller's", code: `${model}\nexport const restore = (weights) => model.setWeights(weights);` },
    ],
    invalid: [
        {
            name: "an embedding given vectors of another length",
            code: "tf.sequential({ layers: [tf.layers.embedding({ inputDim: 5, outputDim: 2, inputLength: 3, weights: [tf.ones([5, 3])] })] });",
            errors: [{ messageId: "initialShape", data: { layer: "embedding", given: "[5, 3]", weight: "1", count: "1", expected: "[5, 2]" }, on: "tf.ones([5, 3])" }],
        },
        {
            name: "a kernel given the other way round, in a graph",
            code: "tf.layers.dense({ units: 2, weights: [tf.ones([2, 3]), tf.ones([2])] }).apply(tf.input({ shape: [3] }));",
            errors: [{ messageId: "initialShape", data: { layer: "dense", given: "[2, 3]", weight: "1", count: "2", expected: "[3, 2]" }, on: "tf.ones([2, 3])" }],
        },
        {
            name: "a layer given its kernel alone",
            code: "tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], weights: [tf.ones([3, 2])] })] });",
            errors: [{ messageId: "initialCount", data: { layer: "dense", count: "1 weight", expected: "2 weights" }, on: "[tf.ones([3, 2])]" }],
        },
        {
            name: "a layer that holds values, built by them",
            code: "tf.layers.dense({ units: 2, weights: [tf.ones([2, 2]), tf.ones([2])] }).apply(tf.ones([4, 3]));",
            errors: [{ messageId: "initialShape", data: { layer: "dense", given: "[2, 2]", weight: "1", count: "2", expected: "[3, 2]" }, on: "tf.ones([2, 2])" }],
        },
        {
            name: "a layer by the name that another had before",
            code: swapped("second"),
            errors: [{ messageId: "shape", data: { given: "[3, 5]", weight: "1", count: "2", expected: "[4, 3]" }, on: "tf.zeros([3, 5])" }],
        },
        {
            name: "layers beside each other stand in the order of the outputs",
            code: `${branches}\nmodel.setWeights([tf.zeros([3, 5]), tf.zeros([5]), tf.zeros([3, 4]), tf.zeros([4])]);`,
            errors: [{ messageId: "shape", data: { given: "[3, 5]", weight: "1", count: "4", expected: "[3, 4]" }, on: "tf.zeros([3, 5])" }],
        },
        {
            name: "a kernel the other way round",
            code: `${model}\nmodel.layers[0].setWeights([tf.zeros([4, 3]), tf.zeros([4])]);`,
            errors: [{ messageId: "shape", data: { given: "[4, 3]", weight: "1", count: "2", expected: "[3, 4]" }, on: "tf.zeros([4, 3])" }],
        },
        {
            name: "a layer without its bias",
            code: `${model}\nmodel.layers[0].setWeights([tf.zeros([3, 4])]);`,
            errors: [{ messageId: "count", data: { count: "1 weight", expected: "2 weights" }, on: "[tf.zeros([3, 4])]" }],
        },
        {
            name: "a model's weights layer by layer",
            code: `${model}\nmodel.setWeights([tf.zeros([3, 4]), tf.zeros([4]), tf.zeros([4]), tf.zeros([4]), tf.ones([4]), tf.zeros([4]), tf.zeros([4, 2]), tf.zeros([2])]);`,
            errors: [{ messageId: "shape", data: { given: "[4]", weight: "5", count: "8", expected: "[4, 2]" }, on: "tf.ones([4])" }],
        },
        {
            name: "the weights of another layer",
            code: `${model}\nmodel.layers[0].setWeights(model.layers[2].getWeights());`,
            errors: [{ messageId: "shape", data: { given: "[4, 2]", weight: "1", count: "2", expected: "[3, 4]" }, on: "model.layers[2].getWeights()" }],
        },
        {
            name: "the number is known where the order is not",
            code: `${branches}\nmodel.setWeights([tf.zeros([3, 4]), tf.zeros([4])]);`,
            errors: [{ messageId: "count", data: { count: "2 weights", expected: "4 weights" }, on: "[tf.zeros([3, 4]), tf.zeros([4])]" }],
        },
        {
            name: "weights of whole numbers",
            code: `${model}\nmodel.layers[0].setWeights([tf.zeros([3, 4], 'int32'), tf.zeros([4])]);`,
            errors: [
                {
                    messageId: "dtype",
                    data: { where: "`setWeights`", dtype: "int32", weight: "1", count: "2", expected: "float32" },
                    on: "tf.zeros([3, 4], 'int32')",
                    suggestions: [{ messageId: "setOption", data: { name: "weights", value: "tf.zeros([3, 4], 'int32').toFloat()" }, output: `${model}\nmodel.layers[0].setWeights([tf.zeros([3, 4], 'int32').toFloat(), tf.zeros([4])]);` }],
                },
            ],
        },
        {
            name: "truths as initial weights",
            code: "tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], weights: [tf.ones([3, 2]), tf.ones([2], 'bool')] })] });",
            errors: [
                {
                    messageId: "dtype",
                    data: { where: "`weights` of `dense`", dtype: "bool", weight: "2", count: "2", expected: "float32" },
                    on: "tf.ones([2], 'bool')",
                    suggestions: [{ messageId: "setOption", data: { name: "weights", value: "tf.ones([2], 'bool').toFloat()" }, output: "tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], weights: [tf.ones([3, 2]), tf.ones([2], 'bool').toFloat()] })] });" }],
                },
            ],
        },
        {
            name: "plain arrays, as `arraySync` gives them",
            code: `${model}\nmodel.layers[0].setWeights([[[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]], [0, 0, 0, 0]]);`,
            errors: [{ messageId: "form", data: { where: "`setWeights`", what: "an array", weight: "1", count: "2" }, on: "[[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]]" }],
        },
        {
            name: "the kernel by itself, without a list",
            code: `${model}\nmodel.layers[0].setWeights(tf.zeros([3, 4]));`,
            errors: [{ messageId: "whole", data: { where: "`setWeights`", what: "a tensor" }, on: "tf.zeros([3, 4])" }],
        },
        {
            name: "one bias less in the second direction",
            code: `const model = tf.sequential({ layers: [tf.layers.bidirectional({ layer: tf.layers.simpleRNN({ units: 2 }), inputShape: [5, 3] })] });\nmodel.layers[0].setWeights([tf.zeros([3, 2]), tf.zeros([2, 2])]);`,
            errors: [{ messageId: "count", data: { count: "2 weights", expected: "6 weights" }, on: "[tf.zeros([3, 2]), tf.zeros([2, 2])]" }],
        },
    ],
};

testRule("weight-shapes", rule, tables);
checkTruth("weight-shapes", tables);
