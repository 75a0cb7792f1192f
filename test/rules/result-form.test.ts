import rule from "../../rules/result-form.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const trained = (options = "{ loss: 'meanSquaredError', optimizer: 'sgd' }") => `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
model.compile(${options});`;
const evaluated = "model.evaluate(tf.ones([4, 3]), tf.ones([4, 2]))";

const tables: TrueTables = {
    valid: [
        { name: "with a metric an evaluation gives a list", code: `${trained("{ loss: 'meanSquaredError', optimizer: 'sgd', metrics: ['mae'] }")}\nconst [loss, error] = model.evaluate(tf.ones([4, 3]), tf.ones([4, 2]));\nerror.print();` },
        { name: "without one it gives a tensor", code: `${trained()}\nconst loss = model.evaluate(tf.ones([4, 3]), tf.ones([4, 2]));\nloss.print();` },
        { name: "silent: the metrics are not known", notRun: "they are the caller's", code: `export function check(metrics) {\n${trained("{ loss: 'meanSquaredError', optimizer: 'sgd', metrics }")}\nconst [loss, accuracy] = model.evaluate(tf.ones([4, 3]), tf.ones([4, 2]));\nreturn accuracy;\n}` },
        { name: "what is taken apart after it was asked what it is", code: `${trained()}\nconst result = model.evaluate(tf.ones([4, 3]), tf.ones([4, 2]));\nif (Array.isArray(result)) {\n    const [loss] = result;\n    loss.print();\n}` },
        { name: "lists are taken apart: of tensors, of outputs, of states, of numbers", code: "const x = tf.input({ shape: [5, 8] });\nconst [y, h, c] = tf.layers.lstm({ units: 4, returnState: true }).apply(x);\nconst [first, second] = tf.split(tf.ones([4, 3]), 2);\nconst [number] = tf.ones([3]).dataSync();\nconst [row] = tf.ones([3, 2]).arraySync();\nconst { mean, variance } = tf.moments(tf.ones([4, 3]), 0);\nconst [rows, columns] = tf.ones([4, 3]).shape;" },
        { name: "a second number that is there", code: `${trained("{ loss: 'meanSquaredError', optimizer: 'sgd', metrics: ['mae'] }")}\nconst result = ${evaluated};\nresult[1].print();` },
        { name: "a second number that is asked for", code: `${trained()}\nconst result = ${evaluated};\nconst error = result[1];\nif (error) error.print();\nresult[1]?.print();\n(result[0] ?? result).print();` },
        { name: "a cost that is returned", code: "const slope = tf.variable(tf.scalar(2));\ntf.train.sgd(0.1).minimize(() => slope.square(), true).print();" },
        { name: "a cost that nobody reads", code: "const slope = tf.variable(tf.scalar(2));\nconst cost = tf.train.sgd(0.1).minimize(() => slope.square());\nconsole.log(cost, cost?.shape);" },
        { name: "silent: whether the cost is returned is the caller's affair", notRun: "nobody calls it", code: "export function step(returnCost) {\n    const slope = tf.variable(tf.scalar(2));\n    return tf.train.sgd(0.1).minimize(() => slope.square(), returnCost).dataSync();\n}" },
        { name: "a text with a tensor in it, and tensors that are compared as things", code: "const a = tf.ones([2]);\nconst text = 'a: ' + a;\nconst b = a;\nconst same = a === b;" },
        { name: "a tensor or a list of them, told apart by its length", code: "const rows = (given) => given.length ?? given.shape[0];\ntf.zeros([rows(tf.ones([2, 3])), 2]);\ntf.zeros([rows([1, 2]), 2]);" },
        { name: "numbers that were read of a tensor", code: "const [a] = tf.ones([3]).dataSync();\nconst b = a * 2;\nfor (const c of tf.ones([3]).arraySync()) {\n    tf.scalar(c + b);\n}" },
        { name: "a tensor that the program has made a list of", code: "tf.Tensor.prototype[Symbol.iterator] = function* () {\n    yield* this.unstack();\n};\nconst [a, ...rest] = tf.ones([3, 2]);\nfor (const row of tf.ones([2, 3])) row.print();\ndelete tf.Tensor.prototype[Symbol.iterator];" },
        { name: "a tensor that the program has made a number of", code: "tf.Tensor.prototype.valueOf = function () {\n    return this.dataSync()[0];\n};\nconst b = tf.scalar(3) * 2;\ndelete tf.Tensor.prototype.valueOf;" },
        { name: "methods that the program gives to tensors", code: "Object.assign(tf.Tensor.prototype, { forEach(f) { this.unstack().forEach(f); } });\nconst rows = Object.assign(tf.ones([2, 3]), { [Symbol.iterator]: () => [1, 2].values() });\nconst [one, two] = rows;\nrows[0] = one;\nrows[0].toFixed(two);\ntf.ones([2, 3]).forEach((row) => row.print());\ndelete tf.Tensor.prototype.forEach;" },
        { name: "a tensor or a number, told apart by what leaves numbers as they are", code: "const twice = (x) => (x * 1 === x ? x * 2 : x.mul(2));\nconst thrice = (x) => (x < Infinity ? x * 3 : x.mul(3));\ntwice(2);\ntwice(tf.ones([2]));\nthrice(tf.ones([2]));" },
        { name: "a tensor or a list of them, told apart by trying", code: "function list(x) {\n    try {\n        return [...x];\n    } catch {\n        return [x];\n    }\n}\nfunction pair(x) {\n    let a, b;\n    try {\n        [a, b] = x;\n    } catch {\n        a = x;\n        b = null;\n    }\n    return [a, b];\n}\npair(tf.ones([2]));\nlist(tf.ones([2]));\nlist([tf.ones([2])]);" },
        { name: "silent: whether it is a tensor was asked", notRun: "nobody calls it", code: "const a = tf.ones([2]);\nexport const twice = (isNumber) => (isNumber(a) ? a * 2 : a.mul(2));" },
    ],
    invalid: [
        {
            name: "an evaluation without metrics is taken apart",
            code: `${trained()}\nconst [loss, accuracy] = model.evaluate(tf.ones([4, 3]), tf.ones([4, 2]));`,
            errors: [{ messageId: "apart", data: { result: "evaluate()", what: "one tensor, as the model has one output and no metrics" }, on: "[loss, accuracy]" }],
        },
        {
            name: "an evaluation by a dataset is taken apart, in an assignment",
            code: `${trained()}\nlet loss;\n[loss] = await model.evaluateDataset(tf.data.array([{ xs: tf.ones([3]), ys: tf.ones([2]) }]).batch(1), { batches: 1 });`,
            errors: [{ messageId: "apart", data: { result: "evaluateDataset()", what: "one tensor, as the model has one output and no metrics" }, on: "[loss]" }],
        },
        {
            name: "a prediction of one output is taken apart",
            code: `${trained()}\nconst [first] = model.predict(tf.ones([4, 3]));`,
            errors: [{ messageId: "apart", data: { result: "predict()", what: "one tensor, as the model has one output" }, on: "[first]" }],
        },
        {
            name: "the states of a recurrent layer that does not return them",
            code: "const x = tf.input({ shape: [5, 8] });\nconst [y, h, c] = tf.layers.lstm({ units: 4 }).apply(x);",
            errors: [
                {
                    messageId: "apart",
                    data: { result: "apply()", what: "one tensor, as `lstm` has no `returnState`" },
                    on: "[y, h, c]",
                    suggestions: [{ messageId: "setOptionOf", data: { name: "returnState", value: "true", layer: "lstm" }, output: "const x = tf.input({ shape: [5, 8] });\nconst [y, h, c] = tf.layers.lstm({ units: 4, returnState: true }).apply(x);" }],
                },
            ],
        },
        { name: "a tensor is taken apart", code: "const [a, b] = tf.tensor([1, 2]);", errors: [{ messageId: "apart", data: { result: "tensor()", what: "one tensor" }, on: "[a, b]" }] },
        { name: "the moments, which have names", code: "const [mean, variance] = tf.moments(tf.ones([4, 3]), 0);", errors: [{ messageId: "apart", data: { result: "moments()", what: "an object with `mean` and `variance`" }, on: "[mean, variance]" }] },
        { name: "an input is taken apart", code: "const [a, b] = tf.input({ shape: [2] });", errors: [{ messageId: "apart", data: { result: "input()", what: "one tensor" }, on: "[a, b]" }] },
        {
            name: "a second number of an evaluation without metrics",
            code: `${trained()}\nconst result = ${evaluated};\nconst accuracy = result[1].dataSync()[0];`,
            errors: [{ messageId: "nothing", data: { result: "evaluate()[1]", what: "undefined", why: "the model has one output and no metrics" }, on: "dataSync" }],
        },
        {
            name: "the first of the predictions, which is kept",
            code: `${trained()}\nconst first = model.predict(tf.ones([4, 3]))[0];\nfirst.print();`,
            errors: [{ messageId: "nothing", data: { result: "predict()[0]", what: "undefined", why: "the model has one output" }, on: "print" }],
        },
        {
            name: "a property of a prediction that is not there",
            code: `${trained()}\nconst result = model.predict(tf.ones([4, 3]));\nresult[0].shape;`,
            errors: [{ messageId: "nothing", data: { result: "predict()[0]", what: "undefined", why: "the model has one output" }, on: "shape" }],
        },
        {
            name: "the cost that an optimizer does not return",
            code: "const slope = tf.variable(tf.scalar(2));\nconst cost = tf.train.sgd(0.1).minimize(() => slope.square());\nconst loss = cost.dataSync()[0];",
            errors: [{ messageId: "nothing", data: { result: "minimize()", what: "null", why: "`returnCost` is not true" }, on: "dataSync" }],
        },
        { name: "a tensor is gone through", code: "const rows = tf.ones([2, 3]);\nfor (const row of rows) {\n    row.print();\n}", errors: [{ messageId: "apart", data: { result: "rows", what: "one tensor" }, on: "rows", nth: 2 }] },
        { name: "a tensor is spread into a list", code: "const all = [...tf.ones([2, 3]).square(), 1];", errors: [{ messageId: "apart", data: { result: "square()", what: "one tensor" }, on: "tf.ones([2, 3]).square()" }] },
        { name: "a tensor is spread into arguments", code: "const sizes = tf.tensor1d([2, 3]);\nMath.max(...sizes);", errors: [{ messageId: "apart", data: { result: "sizes", what: "one tensor" }, on: "sizes", nth: 2 }] },
        { name: "a variable that holds a tensor is taken apart", code: "const pair = tf.ones([2, 3]);\nconst [a, b] = pair;", errors: [{ messageId: "apart", data: { result: "pair", what: "one tensor" }, on: "[a, b]" }] },
        { name: "a tensor is taken apart by an assignment", code: "let a;\nlet b;\n[a, b] = tf.ones([2, 3]);", errors: [{ messageId: "apart", data: { result: "ones()", what: "one tensor" }, on: "[a, b]" }] },
        { name: "a tensor is taken apart in the old way", code: "var [a, b] = tf.ones([2, 3]);", errors: [{ messageId: "apart", data: { result: "ones()", what: "one tensor" }, on: "[a, b]" }] },
        { name: "a method of lists", code: "const scores = tf.ones([3]);\nconst doubled = scores.map((score) => score * 2);", errors: [{ messageId: "apart", data: { result: "scores", what: "one tensor" }, on: "scores", nth: 2 }] },
        { name: "an item of a tensor", code: "const rows = tf.ones([2, 3]);\nrows[0].print();", errors: [{ messageId: "nothing", data: { result: "tensor[0]", what: "undefined", why: "a tensor is no list" }, on: "print" }] },
        {
            name: "a product of tensors",
            code: "const a = tf.ones([2, 3]);\nconst b = a * 2 - a;",
            silently: "it is NaN",
            errors: [{ messageId: "operator", data: { operator: "*", method: "mul", makes: "NaN of a tensor" }, on: "a * 2" }, { messageId: "operator", data: { operator: "-", method: "sub", makes: "NaN of a tensor" }, on: "a * 2 - a" }],
        },
        {
            name: "a sum of losses",
            code: "let total = 0;\nfor (let i = 0; i < 3; i++) {\n    total += tf.losses.meanSquaredError(tf.ones([2]), tf.zeros([2]));\n}",
            silently: "it is a text",
            errors: [{ messageId: "operator", data: { operator: "+", method: "add", makes: "a text of a tensor" }, on: "total += tf.losses.meanSquaredError(tf.ones([2]), tf.zeros([2]))" }],
        },
        {
            name: "a loss that is compared",
            code: "const loss = tf.scalar(0.1);\nif (loss < 0.5) {\n    loss.print();\n}",
            silently: "nothing is printed",
            errors: [{ messageId: "operator", data: { operator: "<", method: "less", makes: "NaN of a tensor, of which no comparison holds" }, on: "loss < 0.5" }],
        },
    ],
};

testRule("result-form", rule, tables);
checkTruth("result-form", tables);
