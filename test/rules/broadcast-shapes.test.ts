import rule from "../../rules/broadcast-shapes.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "a row for each row",
            code: "tf.add(tf.zeros([4, 3]), tf.zeros([3]));",
        },
        {
            name: "a size of 1 stretches",
            code: "tf.mul(tf.zeros([4, 3]), tf.zeros([4, 1]));",
        },
        {
            name: "a number",
            code: "tf.zeros([4, 3]).add(1);",
        },
        {
            name: "silent: the size is a parameter",
            code: `function shift(n) {
    return tf.zeros([4, n]).add(tf.zeros([3]));
}`,
        },
    ],
    invalid: [
        {
            name: "in a loss of the program's own, when the model is trained",
            code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
const loss = (labels, made) => labels.sub(made.mean(-1)).square().mean();
model.compile({ optimizer: 'sgd', loss });
await model.fit(tf.zeros([40, 4]), tf.zeros([40, 3]), { epochs: 1 });`,
            errors: [{ messageId: "broadcast", data: { callee: "sub", a: "3", b: "32", axis: "-1", first: "a", firstShape: "[32, 3]", second: "b", secondShape: "[32]", effect: "" }, on: "made.mean(-1)" }],
        },
        {
            name: "rows of other lengths",
            code: "tf.add(tf.zeros([4, 3]), tf.zeros([4]));",
            errors: [
                {
                    messageId: "broadcast",
                    data: { callee: "add", a: "3", b: "4", axis: "-1", first: "a", firstShape: "[4, 3]", second: "b", secondShape: "[4]", effect: "" },
                    on: "tf.zeros([4])",
                },
            ],
        },
        {
            name: "a chained method",
            code: `const x = tf.zeros([4, 3]);
const y = x.sub(tf.ones([2, 3]));`,
            errors: [
                {
                    messageId: "broadcast",
                    data: { callee: "sub", a: "4", b: "2", axis: "-2", first: "a", firstShape: "[4, 3]", second: "b", secondShape: "[2, 3]", effect: "" },
                    on: "tf.ones([2, 3])",
                },
            ],
        },
        {
            name: "tf.stack of different shapes",
            code: `const a = tf.zeros([2, 3]);
const b = tf.zeros([2]);
tf.stack([a, b]);`,
            errors: [
                {
                    messageId: "mismatch",
                    data: { callee: "stack", first: "tensors[0]", firstShape: "[2, 3]", second: "tensors[1]", secondShape: "[2]", effect: "" },
                    on: "b",
                    nth: 2,
                },
            ],
        },
        {
            name: "rows of two lengths in one batch of a dataset, the second",
            silently: "the values after them stand elsewhere",
            code: `const rows = tf.data.array([{ xs: [1], ys: 0 }, { xs: [2], ys: 0 }, { xs: [3], ys: 1 }, { xs: [4, 5], ys: 1 }]).batch(2);
await rows.forEachAsync(({ xs }) => xs.print());`,
            errors: [
                {
                    messageId: "mismatch",
                    data: {
                        callee: "batch",
                        first: "elements[2].xs",
                        firstShape: "[1]",
                        second: "elements[3].xs",
                        secondShape: "[2]",
                        effect: " TensorFlow.js puts all their values one after the other into a tensor that is made for others like the first.",
                    },
                    on: "tf.data.array([{ xs: [1], ys: 0 }, { xs: [2], ys: 0 }, { xs: [3], ys: 1 }, { xs: [4, 5], ys: 1 }]).batch(2)",
                },
            ],
        },
        {
            name: "a loss of two shapes",
            code: `const labels = tf.zeros([8, 3]);
tf.losses.meanSquaredError(labels, tf.zeros([8, 2]));`,
            errors: [
                {
                    messageId: "mismatch",
                    data: { callee: "meanSquaredError", first: "labels", firstShape: "[8, 3]", second: "predictions", secondShape: "[8, 2]", effect: "" },
                    on: "tf.zeros([8, 2])",
                },
            ],
        },
        {
            name: "a variable keeps its shape",
            code: `const w = tf.variable(tf.zeros([3, 1]));
w.assign(tf.zeros([1, 3]));`,
            errors: [
                {
                    messageId: "mismatch",
                    data: { callee: "assign", first: "variable", firstShape: "[3, 1]", second: "newValue", secondShape: "[1, 3]", effect: "" },
                    on: "tf.zeros([1, 3])",
                },
            ],
        },
        {
            name: "the gradient of a named variable has its shape",
            code: `const w = tf.variable(tf.zeros([3, 2]), true, 'w');
const { grads } = tf.variableGrads(() => tf.ones([4, 3]).matMul(w).sum());
w.assign(w.sub(grads['w']).transpose());`,
            errors: [
                {
                    messageId: "mismatch",
                    data: { callee: "assign", first: "variable", firstShape: "[3, 2]", second: "newValue", secondShape: "[2, 3]", effect: "" },
                    on: "w.sub(grads['w']).transpose()",
                },
            ],
        },
    ],
};

testRule("broadcast-shapes", rule, tables);
checkTruth("broadcast-shapes", tables);
