import rule from "../../rules/compile-arguments.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const model = (units: number, compiled: string) => `const model = tf.sequential({ layers: [tf.layers.dense({ units: ${units}, inputShape: [3], name: 'out' })] });
model.compile(${compiled});`;
const two = (compiled: string) => `const x = tf.input({ shape: [3] });
const a = tf.layers.dense({ units: 1, name: 'a' }).apply(x);
const b = tf.layers.dense({ units: 2, name: 'b' }).apply(x);
tf.model({ inputs: x, outputs: [a, b] }).compile(${compiled});`;

const tables: TrueTables = {
    valid: [
        { name: "names that the library has", code: model(1, "{ loss: 'meanSquaredError', optimizer: 'rmsprop', metrics: ['accuracy', 'mse'] }") },
        { name: "functions of the library", code: model(1, "{ loss: tf.losses.huberLoss, optimizer: tf.train.adam(0.01), metrics: [tf.metrics.recall] }") },
        { name: "a function of the program's own", code: model(1, "{ loss: (y, p) => tf.sub(y, p).square().mean(), optimizer: 'sgd', metrics: (y, p) => tf.sub(y, p).abs().mean() }") },
        { name: "one loss for all outputs", code: two("{ loss: 'meanSquaredError', optimizer: 'sgd' }") },
        { name: "a loss for each output", code: two("{ loss: ['meanSquaredError', 'sparseCategoricalCrossentropy'], optimizer: 'sgd' }") },
        { name: "losses by the names of the outputs", code: two("{ loss: { b: 'categoricalCrossentropy', a: 'binaryCrossentropy' }, optimizer: 'sgd', metrics: { b: ['accuracy', 'ce'] } }") },
        { name: "classes of several units", code: model(2, "{ loss: 'categoricalCrossentropy', optimizer: 'sgd' }") },
        { name: "silent: the loss is the caller's", notRun: "its options are the caller's", code: `export function prepare(loss) { ${model(1, "{ loss, optimizer: 'sgd' }")} }` },
        { name: "silent: a loaded model is not known", notRun: "there is nothing to load", code: "const model = await tf.loadLayersModel('file://model.json');\nmodel.compile({ loss: ['meanSquaredError', 'hinge'], optimizer: 'sgd' });" },
        { name: "silent: a layer that is not known may be the output", notRun: "the layer is not there", code: "const model = tf.sequential();\nmodel.add(head);\nmodel.compile({ loss: ['meanSquaredError', 'hinge'], optimizer: 'sgd' });" },
        { name: "silent: an output without a name is called after its class, with a number", failsFor: "the number is another", code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });\nmodel.compile({ loss: { dense_Dense9001: 'hinge' }, optimizer: 'sgd' });" },
        { name: "silent: a class of the program's own", notRun: "it is no model of the library", code: "class Net { compile(options) { this.options = options; } }\nnew Net().compile({ loss: 'mse', optimizer: 'sgd' });" },
        { name: "silent: Keras style has names of its own", notRun: "it is Keras style", code: "import { Dense, Sequential } from 'keras';\nconst model = new Sequential();\nmodel.add(new Dense({ units: 1, input_shape: [3] }));\nmodel.compile({ loss: 'mse', optimizer: 'RMSprop' });" },
    ],
    invalid: [
        {
            name: "Keras' short name of a loss: its name here is plain",
            code: model(1, "{ loss: 'mse', optimizer: 'sgd' }"),
            output: model(1, "{ loss: 'meanSquaredError', optimizer: 'sgd' }"),
            errors: [{ messageId: "other", data: { name: "mse", what: "loss", means: "meanSquaredError" }, on: "'mse'" }],
        },
        {
            name: "snake case, in a map",
            code: model(2, `{ loss: { out: "categorical_crossentropy" }, optimizer: "sgd" }`),
            output: model(2, `{ loss: { out: "categoricalCrossentropy" }, optimizer: "sgd" }`),
            errors: [{ messageId: "other", data: { name: "categorical_crossentropy", what: "loss", means: "categoricalCrossentropy" }, on: `"categorical_crossentropy"` }],
        },
        {
            name: "a slip: the nearest name is suggested",
            code: model(1, "{ loss: ['meanSquareError'], optimizer: 'sgd' }"),
            errors: [
                {
                    messageId: "near",
                    data: { name: "meanSquareError", what: "loss", near: "meanSquaredError" },
                    on: "'meanSquareError'",
                    suggestions: [{ messageId: "setOption", data: { name: "loss[0]", value: "'meanSquaredError'" }, output: model(1, "{ loss: ['meanSquaredError'], optimizer: 'sgd' }") }],
                },
            ],
        },
        {
            name: "metrics have other names than losses, and some have none",
            code: model(1, "{ loss: 'hinge', optimizer: 'sgd', metrics: ['meanAbsoluteError', 'recall'] }"),
            output: model(1, "{ loss: 'hinge', optimizer: 'sgd', metrics: ['mae', 'recall'] }"),
            errors: [
                { messageId: "other", data: { name: "meanAbsoluteError", what: "metric", means: "mae" }, on: "'meanAbsoluteError'" },
                { messageId: "unknown", data: { name: "recall", what: "metric" }, on: "'recall'" },
            ],
        },
        {
            name: "an optimizer in other letters",
            code: model(1, "{ loss: 'hinge', optimizer: 'RMSprop' }"),
            output: model(1, "{ loss: 'hinge', optimizer: 'rmsprop' }"),
            errors: [{ messageId: "other", data: { name: "RMSprop", what: "optimizer", means: "rmsprop" }, on: "'RMSprop'" }],
        },
        {
            name: "a function that is not exported",
            code: model(1, "{ loss: tf.losses.binaryCrossentropy, optimizer: 'sgd' }"),
            errors: [{ messageId: "missing", data: { name: "losses.binaryCrossentropy", what: "loss" }, on: "tf.losses.binaryCrossentropy" }],
        },
        {
            name: "more losses than outputs",
            code: model(1, "{ loss: ['hinge', 'poisson'], optimizer: 'sgd' }"),
            errors: [{ messageId: "count", data: { count: "2 losses", outputs: "1 output" }, on: "'hinge'" }],
        },
        {
            name: "fewer losses than outputs",
            code: two("{ loss: ['hinge'], optimizer: 'sgd' }"),
            errors: [{ messageId: "count", data: { count: "1 loss", outputs: "2 outputs" }, on: "'hinge'" }],
        },
        {
            name: "a name that is no output",
            code: two("{ loss: { a: 'hinge', c: 'poisson' }, optimizer: 'sgd' }"),
            errors: [{ messageId: "output", data: { name: "c", names: " Its outputs: 'a', 'b'." }, on: "'poisson'" }],
        },
        {
            name: "classes of one unit: compiled, and refused when trained",
            silently: "it is compiled; every fit throws, as the last test here shows",
            code: model(1, "{ loss: 'categoricalCrossentropy', optimizer: 'sgd' }"),
            errors: [{ messageId: "oneUnit", data: { loss: "categoricalCrossentropy", output: "[null, 1]" }, on: "'categoricalCrossentropy'" }],
        },
        {
            name: "numbers of classes of one unit",
            silently: "it is compiled; every fit throws, as the last test here shows",
            code: model(1, "{ loss: 'sparseCategoricalCrossentropy', optimizer: 'sgd' }"),
            errors: [{ messageId: "oneUnit", data: { loss: "sparseCategoricalCrossentropy", output: "[null, 1]" }, on: "'sparseCategoricalCrossentropy'" }],
        },
    ],
};

testRule("compile-arguments", rule, tables);
checkTruth("compile-arguments", tables);
