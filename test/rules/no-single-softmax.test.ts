import rule from "../../rules/no-single-softmax.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const always1 = "the output is always 1: see test/rules/strict-claims.test.ts";
const dense = (units: number, activation: string) => `const model = tf.sequential({ layers: [tf.layers.dense({ units: ${units}, activation: ${activation}, inputShape: [3] })] });`;
const sigmoid = (output: string) => [{ messageId: "setOption", data: { name: "activation", value: "'sigmoid'" }, output }];

const tables: TrueTables = {
    valid: [
        { name: "two classes", code: dense(2, "'softmax'") },
        { name: "one unit with a sigmoid", code: dense(1, "'sigmoid'") },
        { name: "one unit without an activation", code: "tf.layers.dense({ units: 1 }).apply(tf.input({ shape: [3] }));" },
        { name: "a softmax over three of an axis, where another has one", code: "tf.layers.softmax({ axis: -1 }).apply(tf.input({ shape: [1, 3] }));" },
        { name: "an activation within a recurrent layer is not its output's", code: "tf.layers.lstm({ units: 1, activation: 'softmax' }).apply(tf.input({ shape: [4, 3] }));" },
        {
            name: "silent: the number of units is the caller's",
            notRun: "its sizes are the caller's",
            code: "export const classify = (units) => tf.layers.dense({ units, activation: 'softmax', inputShape: [3] });",
        },
        {
            name: "silent: the activation is not known",
            notRun: "where it comes from is not there",
            code: "tf.layers.dense({ units: 1, activation: settings.activation }).apply(tf.input({ shape: [3] }));",
        },
        {
            name: "silent: in one of two branches it has several units",
            code: "const units = Math.random() > 0.5 ? 1 : 2;\ntf.layers.dense({ units, activation: 'softmax' }).apply(tf.input({ shape: [3] }));",
        },
        {
            name: "silent: a softmax along another axis, in Keras style",
            notRun: "it is Keras style",
            code: "import { Input, Softmax } from 'keras';\nSoftmax({ axis: 1 })(Input({ shape: [5, 1] }));",
        },
        {
            name: "silent: a layer of the program's own",
            notRun: "it stands for a file of another program",
            code: "import { Dense } from './components';\nconst x = new Dense(1, { activation: 'softmax' });",
        },
    ],
    invalid: [
        {
            name: "a dense layer",
            silently: always1,
            code: dense(1, "'softmax'"),
            errors: [{ messageId: "single", data: { callee: "dense", output: "[null, 1]" }, on: "'softmax'", suggestions: sigmoid(dense(1, "'sigmoid'")) }],
        },
        {
            name: "a mask of one channel",
            silently: always1,
            code: `tf.layers.conv2d({ filters: 1, kernelSize: 1, activation: "softmax" }).apply(tf.input({ shape: [8, 8, 3] }));`,
            errors: [
                {
                    messageId: "single",
                    data: { callee: "conv2d", output: "[null, 8, 8, 1]" },
                    on: `"softmax"`,
                    suggestions: [
                        { messageId: "setOption", data: { name: "activation", value: `"sigmoid"` }, output: `tf.layers.conv2d({ filters: 1, kernelSize: 1, activation: "sigmoid" }).apply(tf.input({ shape: [8, 8, 3] }));` },
                    ],
                },
            ],
        },
        {
            name: "an activation as a layer",
            silently: always1,
            code: "tf.layers.activation({ activation: 'softmax' }).apply(tf.input({ shape: [1] }));",
            errors: [
                {
                    messageId: "single",
                    data: { callee: "activation", output: "[null, 1]" },
                    on: "'softmax'",
                    suggestions: sigmoid("tf.layers.activation({ activation: 'sigmoid' }).apply(tf.input({ shape: [1] }));"),
                },
            ],
        },
        {
            name: "a softmax layer: there is no option to change",
            silently: always1,
            code: "tf.layers.softmax().apply(tf.input({ shape: [1] }));",
            errors: [{ messageId: "single", data: { callee: "softmax", output: "[null, 1]" }, on: "tf.layers.softmax()" }],
        },
        {
            name: "an activation in a variable",
            silently: always1,
            code: "const activation = 'softmax';\ntf.layers.dense({ units: 1, activation }).apply(tf.input({ shape: [3] }));",
            errors: [
                {
                    messageId: "single",
                    data: { callee: "dense", output: "[null, 1]" },
                    on: "activation",
                    nth: 2,
                    suggestions: sigmoid("const activation = 'softmax';\ntf.layers.dense({ units: 1, activation: 'sigmoid' }).apply(tf.input({ shape: [3] }));"),
                },
            ],
        },
        {
            name: "in Keras style",
            notRun: "it is Keras style",
            code: "import { Dense, Input } from 'keras';\nDense(1, { activation: 'softmax' })(Input({ shape: [3] }));",
            errors: [
                {
                    messageId: "single",
                    data: { callee: "Dense", output: "[null, 1]" },
                    on: "'softmax'",
                    suggestions: sigmoid("import { Dense, Input } from 'keras';\nDense(1, { activation: 'sigmoid' })(Input({ shape: [3] }));"),
                },
            ],
        },
    ],
};

testRule("no-single-softmax", rule, tables);
checkTruth("no-single-softmax", tables);
