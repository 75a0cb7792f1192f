import { describe, expect, inject, it } from "vitest";
import rule from "../../rules/compile-arguments.js";
import { runToTheEnd } from "../oracle/run-to-the-end.js";
import { tables as connections } from "./compile-arguments/connections.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const model = (units: number, compiled: string) => `const model = tf.sequential({ layers: [tf.layers.dense({ units: ${units}, inputShape: [3], name: 'out' })] });
model.compile(${compiled});`;
const two = (compiled: string) => `const x = tf.input({ shape: [3] });
const a = tf.layers.dense({ units: 1, name: 'a' }).apply(x);
const b = tf.layers.dense({ units: 2, name: 'b' }).apply(x);
const model = tf.model({ inputs: x, outputs: [a, b] });
model.compile(${compiled});`;

/** An output for each of three steps, and one for all. */
const ranks = (used: string) => `const x = tf.input({ shape: [3, 4] });
const step = tf.layers.dense({ units: 1 }).apply(x);
const all = tf.layers.dense({ units: 2 }).apply(tf.layers.flatten().apply(x));
const model = tf.model({ inputs: x, outputs: [step, all] });
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });
${used}`;

const trainedOnly = "it is compiled; every fit and evaluate throws, as the last tests here show";

const tables: TrueTables = {
    valid: [
        { name: "names that the library has", code: model(1, "{ loss: 'meanSquaredError', optimizer: 'rmsprop', metrics: ['accuracy', 'mse'] }") },
        { name: "functions of the library", code: model(1, "{ loss: tf.losses.huberLoss, optimizer: tf.train.adam(0.01), metrics: [tf.metrics.recall] }") },
        { name: "a function of the program's own", code: model(1, "{ loss: (y, p) => tf.sub(y, p).square().mean(), optimizer: 'sgd', metrics: (y, p) => tf.sub(y, p).abs().mean() }") },
        { name: "one loss for all outputs", code: two("{ loss: 'meanSquaredError', optimizer: 'sgd' }") },
        { name: "a loss for each output", code: two("{ loss: ['meanSquaredError', 'sparseCategoricalCrossentropy'], optimizer: 'sgd' }") },
        { name: "losses by the names of the outputs", code: two("{ loss: { b: 'categoricalCrossentropy', a: 'binaryCrossentropy' }, optimizer: 'sgd', metrics: { b: ['accuracy', 'ce'] } }") },
        { name: "classes of several units", code: model(2, "{ loss: 'categoricalCrossentropy', optimizer: 'sgd' }") },
        { name: "losses of outputs of two ranks, when they are only evaluated", code: ranks("model.evaluate(tf.ones([2, 3, 4]), [tf.ones([2, 3, 1]), tf.ones([2, 2])]);") },
        { name: "losses of outputs of two ranks that happen to add up: as many rows as steps", code: ranks("await model.fit(tf.ones([3, 3, 4]), [tf.ones([3, 3, 1]), tf.ones([3, 2])]);") },
        { name: "what has no gradient can be evaluated", code: `${model(2, "{ loss: tf.metrics.binaryAccuracy, optimizer: 'sgd' }")}\nmodel.evaluate(tf.ones([2, 3]), tf.ones([2, 2]));` },
        { name: "a loss of the program's own, over batches of 2, 2 and 1 rows", code: `${model(2, "{ loss: (y, p) => y.sub(p).square().reshape([-1, 2]).mean(1), optimizer: 'sgd' }")}\nawait model.fit(tf.ones([5, 3]), tf.ones([5, 2]), { batchSize: 2, epochs: 1 });` },
        { name: "metrics of numbers of classes beside a loss that takes them", code: model(2, "{ loss: 'sparseCategoricalCrossentropy', optimizer: 'sgd', metrics: ['accuracy', 'sparseCategoricalCrossentropy', tf.metrics.sparseCategoricalAccuracy] }") },
        { name: "accuracy of targets of another width is compared by the largest of each", code: `${model(3, "{ loss: (y, p) => p.square().mean(), optimizer: 'sgd', metrics: 'accuracy' }")}\nconst rows = tf.data.array([{ xs: [1, 2, 3], ys: [1, 0] }]).batch(1);\nawait model.fitDataset(rows, { epochs: 1 });` },
        { name: "a metric that is not there, where no output is", code: two("{ loss: 'meanSquaredError', optimizer: 'sgd', metrics: { c: 'f1' } }") },
        { name: "silent: an output whose name is the library's may be left out of a map", failsFor: "no loss stands under its name", code: "const x = tf.input({ shape: [3] });\nconst a = tf.layers.dense({ units: 1, name: 'a' }).apply(x);\nconst model = tf.model({ inputs: x, outputs: [a, tf.layers.dense({ units: 1 }).apply(x)] });\nmodel.compile({ loss: { a: 'hinge' }, optimizer: 'sgd' });\nawait model.fit(tf.ones([2, 3]), [tf.ones([2, 1]), tf.ones([2, 1])]);" },
        { name: "silent: the optimizer is the caller's", notRun: "its optimizer is the caller's", code: `export function prepare(optimizer) { ${model(1, "{ loss: 'hinge', optimizer }")} }` },
        { name: "silent: an optimizer of a class of the program's own", code: `class Slow extends tf.SGDOptimizer {}\n${model(1, "{ loss: 'hinge', optimizer: new Slow(0.1) }")}` },
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
            name: "an output that a map of losses leaves out",
            silently: trainedOnly,
            code: two("{ loss: { a: 'hinge' }, optimizer: 'sgd' }"),
            errors: [{ messageId: "left", data: { output: "b" }, on: "{ a: 'hinge' }" }],
        },
        {
            name: "nothing for an output",
            silently: trainedOnly,
            code: two("{ loss: { a: 'hinge', b: null }, optimizer: 'sgd' }"),
            errors: [{ messageId: "left", data: { output: "b" }, on: "{ a: 'hinge', b: null }" }],
        },
        {
            name: "metrics that only compare have no gradient",
            code: `${model(2, "{ loss: tf.metrics.binaryAccuracy, optimizer: 'sgd' }")}\nawait model.fit(tf.ones([2, 3]), tf.ones([2, 2]));`,
            errors: [{ messageId: "gradient", data: { callee: "fit", loss: "metrics.binaryAccuracy" }, on: "model.fit(tf.ones([2, 3]), tf.ones([2, 2]))" }],
        },
        {
            name: "a loss that returns nothing, told once",
            code: `${model(2, "{ loss: (y, p) => { y.sub(p).square(); }, optimizer: 'sgd' }")}\nmodel.evaluate(tf.ones([2, 3]), tf.ones([2, 2]));\nawait model.fit(tf.ones([4, 3]), tf.ones([4, 2]));`,
            errors: [{ messageId: "nothing", data: { callee: "evaluate" }, on: "model.evaluate(tf.ones([2, 3]), tf.ones([2, 2]))" }],
        },
        {
            name: "losses of outputs of two ranks are not averaged before they are added",
            code: ranks("await model.fit(tf.ones([2, 3, 4]), [tf.ones([2, 3, 1]), tf.ones([2, 2])]);"),
            errors: [{ messageId: "sum", data: { callee: "fit", number: "2", loss: "[2]", sum: "[2, 3]" }, on: "model.fit(tf.ones([2, 3, 4]), [tf.ones([2, 3, 1]), tf.ones([2, 2])])" }],
        },
        {
            name: "a metric of numbers of classes beside a loss that takes one value for each",
            silently: trainedOnly,
            code: model(2, "{ loss: 'categoricalCrossentropy', optimizer: 'sgd', metrics: ['accuracy', 'sparseCategoricalCrossentropy'] }"),
            errors: [{ messageId: "metric", data: { metric: "sparseCategoricalCrossentropy", target: "[null, 2]", output: "[null, 2]" }, on: "'sparseCategoricalCrossentropy'" }],
        },
        {
            name: "a metric of one value for each beside a loss that takes the numbers of classes",
            silently: trainedOnly,
            code: model(2, "{ loss: 'sparseCategoricalCrossentropy', optimizer: 'sgd', metrics: tf.metrics.binaryCrossentropy }"),
            errors: [{ messageId: "metric", data: { metric: "metrics.binaryCrossentropy", target: "[null, 1]", output: "[null, 2]" }, on: "tf.metrics.binaryCrossentropy" }],
        },
        {
            name: "a metric that the targets of a dataset do not fit, though the loss stretches them",
            code: `${model(3, "{ loss: 'meanSquaredError', optimizer: 'sgd', metrics: [tf.metrics.binaryCrossentropy] }")}\nconst rows = tf.data.array([{ xs: [1, 2, 3], ys: [1] }]).batch(1);\nawait model.fitDataset(rows, { epochs: 1 });`,
            errors: [{ messageId: "metric", data: { metric: "metrics.binaryCrossentropy", target: "[1, 1]", output: "[1, 3]" }, on: "rows", nth: 2 }],
        },
        {
            name: "an optimizer that is not called",
            code: model(1, "{ loss: 'hinge', optimizer: tf.train.adam }"),
            errors: [{ messageId: "optimizer", data: { what: "a function that is not called" }, on: "tf.train.adam" }],
        },
        {
            name: "the options of an optimizer",
            code: model(1, "{ loss: 'hinge', optimizer: { learningRate: 0.1 } }"),
            errors: [{ messageId: "optimizer", data: { what: "an object" }, on: "{ learningRate: 0.1 }" }],
        },
        {
            name: "a learning rate",
            code: model(1, "{ loss: 'hinge', optimizer: 0.1 }"),
            errors: [{ messageId: "optimizer", data: { what: "a number" }, on: "0.1" }],
        },
        {
            name: "classes of one unit: compiled, and refused when trained",
            silently: trainedOnly,
            code: model(1, "{ loss: 'categoricalCrossentropy', optimizer: 'sgd' }"),
            errors: [{ messageId: "oneUnit", data: { loss: "categoricalCrossentropy", output: "[null, 1]" }, on: "'categoricalCrossentropy'" }],
        },
        {
            name: "numbers of classes of one unit",
            silently: trainedOnly,
            code: model(1, "{ loss: 'sparseCategoricalCrossentropy', optimizer: 'sgd' }"),
            errors: [{ messageId: "oneUnit", data: { loss: "sparseCategoricalCrossentropy", output: "[null, 1]" }, on: "'sparseCategoricalCrossentropy'" }],
        },
    ],
};

testRule("compile-arguments", rule, tables);
checkTruth("compile-arguments", tables);

testRule("compile-arguments, what is minimized", rule, connections);
checkTruth("compile-arguments, what is minimized", connections);

if (inject("eslintMajor") === 10) {
    // What the library does has nothing to do with ESLint: once is enough.
    describe("what is compiled, and refused when trained", () => {
        const late = tables.invalid.filter(({ silently }) => silently === trainedOnly);
        it.each(late)("$name", async ({ code }) => {
            for (const method of ["fit", "evaluate"]) {
                for (const targets of ["classes", "values"]) {
                    const failure = await runToTheEnd(`${code}\nconst rows = model.outputs.map(({ shape }) => tf.ones(shape.map((size, axis) => (axis === 0 ? 4 : ${String(targets === "classes")} ? 1 : size))));\nawait model.${method}(tf.ones([4, 3]), rows);`);
                    expect(failure, `${method} with ${targets}`).toBeDefined();
                }
            }
        });
    });
}
