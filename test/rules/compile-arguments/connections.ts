/** Whether what is minimized is a tensor, and computed of anything that training could change. */
import type { TrueTables } from "../truth.js";

const line = `const w = tf.variable(tf.ones([3, 1]));
const xs = tf.ones([4, 3]);
const ys = tf.ones([4, 1]);`;

const minimize = (loss: string, before = ""): string => `${line}\n${before}tf.train.sgd(0.1).minimize(${loss});`;

const model = (loss: string, regularizer = ""): string => `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3]${regularizer} })] });
model.compile({ optimizer: 'sgd', loss: ${loss} });`;

const fit = "model.fit(tf.ones([4, 3]), tf.ones([4, 2]), { epochs: 1 })";

/** Several variables, as many as nobody knows. */
const several = `const count = Math.ceil(Math.random() * 3);
const ws = [];
for (let i = 0; i < count; i++) ws.push(tf.variable(tf.ones([3])));
`;

export const tables: TrueTables = {
    valid: [
        { name: "a loss that starts as a constant and grows", code: minimize("() => {\n    let loss = tf.scalar(0);\n    for (let i = 1; i < 4; i++) loss = loss.add(w.mul(i).mean());\n    return loss;\n}") },
        { name: "a loss that grows in a loop of which nobody knows how long it is", code: `${several}tf.train.sgd(0.1).minimize(() => {\n    let loss = tf.scalar(0);\n    ws.forEach((w) => { loss = loss.add(w.square().mean()); });\n    return loss;\n});` },
        { name: "variables in a list that an operation takes whole", code: `${several}tf.train.sgd(0.1).minimize(() => tf.addN(ws).mean());` },
        { name: "variables under names", code: "const ws = { a: tf.variable(tf.ones([3])), b: tf.variable(tf.ones([3])) };\ntf.train.sgd(0.1).minimize(() => Object.values(ws).map((w) => w.square().mean()).reduce((a, b) => a.add(b)));" },
        { name: "a constant that a function inside replaces", code: minimize("() => {\n    forward();\n    return out.sub(ys).square().mean();\n}", "let out = tf.zeros([4, 1]);\nconst forward = () => { out = xs.matMul(w); };\n") },
        { name: "a field that a method sets", code: "class Line {\n    w = tf.variable(tf.ones([3, 1]));\n    last = tf.zeros([4, 1]);\n    forward(x) { this.last = x.matMul(this.w); }\n    train(x, y) {\n        tf.train.sgd(0.1).minimize(() => {\n            this.forward(x);\n            return this.last.sub(y).square().mean();\n        });\n    }\n}\nnew Line().train(tf.ones([4, 3]), tf.ones([4, 1]));" },
        { name: "the variable itself", code: "const v = tf.variable(tf.scalar(2));\ntf.train.sgd(0.1).minimize(() => v);" },
        { name: "operations that give the variable back", code: "const v = tf.variable(tf.tensor1d([2, 3]));\nconst [grid] = tf.meshgrid(v);\nconst same = tf.ensureShape(v, [2]);\nconst all = tf.losses.computeWeightedLoss(v, undefined, 0);\nfor (const one of [grid, same, all]) tf.train.sgd(0.1).minimize(() => one.square().mean());" },
        { name: "weights that are read from a layer", code: "const layer = tf.layers.dense({ units: 1, inputShape: [3] });\nconst model = tf.sequential({ layers: [layer] });\ntf.train.sgd(0.1).minimize(() => layer.getWeights()[0].square().mean());" },
        { name: "a model that is run inside", code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });\ntf.train.sgd(0.1).minimize(() => model.predict(tf.ones([4, 3])).square().mean());" },
        { name: "a list of the variable", code: "const a = tf.variable(tf.scalar(1));\ntf.train.sgd(0.1).minimize(() => a.square(), true, [a]);" },
        { name: "a variable that is listed goes into a model", code: "const a = tf.variable(tf.ones([2, 3]));\nconst model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });\ntf.train.sgd(0.1).minimize(() => model.predict(a).mean(), true, [a]);" },
        { name: "variables of one place in the program are not told apart", code: "const make = () => tf.variable(tf.scalar(1));\nconst a = make();\nconst b = make();\nb.print();\ntf.train.sgd(0.1).minimize(() => a.square(), true, [a]);" },
        { name: "silent: a list of which nobody knows what is in it", failsFor: "it is another variable", code: "const all = { a: tf.variable(tf.scalar(1)), b: tf.variable(tf.scalar(2)) };\ntf.train.sgd(0.1).minimize(() => all.a.square(), true, [all[['b'][Math.floor(Math.random())]]]);" },
        { name: "the gradient of a function of a variable", code: "const w = tf.variable(tf.ones([3]));\nconst gradient = tf.grad((x) => x.mul(w).square().sum());\ntf.train.sgd(0.1).minimize(() => gradient(tf.ones([3])).square().mean());" },
        { name: "a tensor of an outer function that is recorded", code: "const w = tf.variable(tf.ones([3]));\ntf.grad((x) => {\n    const product = x.mul(w);\n    return tf.variableGrads(() => product.mean()).value.add(x.sum());\n})(tf.ones([3]));" },
        { name: "a variable that is trained after all", code: "const w = tf.variable(tf.ones([3]), false);\nw.trainable = true;\ntf.train.sgd(0.1).minimize(() => w.mean());" },
        { name: "onesLike is differentiated, by zeros", code: minimize("() => tf.onesLike(w).mean()") },
        { name: "penalties for weights are trained, whatever the loss is", code: `${model("(y) => y.mean()", ", kernelRegularizer: 'l1l2'")}\nawait ${fit};` },
        { name: "any number is a loss to evaluate", code: `${model("(y) => y.mean()")}\nmodel.evaluate(tf.ones([4, 3]), tf.ones([4, 2]));` },
        { name: "silent: a function of the caller", notRun: "its data is the caller's", code: "export const step = (loss) => tf.train.sgd(0.1).minimize(loss);" },
        { name: "silent: what somebody else computes may be a variable", failsFor: "it is none", code: minimize("() => tf.mean(new Function('return [1, 2]')())") },
    ],
    invalid: [
        {
            name: "tensors where there should be variables",
            code: "const slope = tf.scalar(0.5);\nconst xs = tf.tensor1d([1, 2, 3]);\ntf.train.sgd(0.1).minimize(() => slope.mul(xs).sub(xs).square().mean());",
            errors: [{ messageId: "unconnected", data: { callee: "minimize" }, on: "() => slope.mul(xs).sub(xs).square().mean()" }],
        },
        {
            name: "what is computed of the variable before, where nothing is recorded",
            code: minimize("() => predicted.sub(ys).square().mean()", "const predicted = xs.matMul(w);\n"),
            errors: [{ messageId: "unconnected", data: { callee: "minimize" }, on: "() => predicted.sub(ys).square().mean()" }],
        },
        {
            name: "what a model has predicted before",
            code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });\nfunction step(xs, ys) {\n    const predicted = model.predict(xs);\n    tf.train.adam(0.1).minimize(() => tf.losses.meanSquaredError(ys, predicted));\n}\nstep(tf.ones([4, 3]), tf.ones([4, 1]));",
            errors: [{ messageId: "unconnected", data: { callee: "minimize" }, on: "() => tf.losses.meanSquaredError(ys, predicted)" }],
        },
        {
            name: "a tensor made of values that were read",
            code: `${line}\ntf.variableGrads(() => tf.scalar(w.mean().dataSync()[0]));`,
            errors: [{ messageId: "unconnected", data: { callee: "variableGrads" }, on: "() => tf.scalar(w.mean().dataSync()[0])" }],
        },
        {
            name: "the parts of what was computed before",
            code: minimize("() => first.concat(second).mean()", "const [first, second] = tf.split(w.mul(2), [1, 2]);\n"),
            errors: [{ messageId: "unconnected", data: { callee: "minimize" }, on: "() => first.concat(second).mean()" }],
        },
        {
            name: "a number instead of a tensor",
            code: minimize("() => w.mean().dataSync()[0]"),
            errors: [{ messageId: "form", data: { callee: "minimize", what: "a number" }, on: "() => w.mean().dataSync()[0]" }],
        },
        {
            name: "a function that returns nothing",
            code: minimize("() => { w.mean(); }"),
            errors: [{ messageId: "form", data: { callee: "minimize", what: "nothing" }, on: "() => { w.mean(); }" }],
        },
        {
            name: "an async function",
            code: minimize("async () => w.mean()"),
            errors: [{ messageId: "form", data: { callee: "minimize", what: "a promise" }, on: "async () => w.mean()" }],
        },
        {
            name: "a list of one loss",
            code: "tf.valueAndGrad((x) => [x.mean()])(tf.ones([2]));",
            errors: [{ messageId: "form", data: { callee: "valueAndGrad", what: "an array" }, on: "tf.valueAndGrad((x) => [x.mean()])(tf.ones([2]))" }],
        },
        {
            name: "a list of another variable",
            code: "const a = tf.variable(tf.scalar(1));\nconst b = tf.variable(tf.scalar(2));\ntf.train.sgd(0.1).minimize(() => a.square(), true, [b]);",
            errors: [{ messageId: "unlisted", data: { callee: "minimize" }, on: "() => a.square()" }],
        },
        {
            name: "what an earlier step has computed",
            code: `${line}\nlet kept = xs;\ntf.train.sgd(0.1).minimize(() => {\n    kept = tf.keep(xs.matMul(w));\n    return kept.mean();\n});\ntf.train.sgd(0.1).minimize(() => kept.sub(ys).square().mean());`,
            errors: [{ messageId: "unconnected", data: { callee: "minimize" }, on: "() => kept.sub(ys).square().mean()" }],
        },
        {
            name: "a function that does without its argument",
            code: "tf.grad((x) => tf.ones([2]).square())(tf.ones([2]));",
            errors: [{ messageId: "ungraded", data: { callee: "grad" }, on: "tf.grad((x) => tf.ones([2]).square())(tf.ones([2]))" }],
        },
        {
            name: "a loss of the targets alone",
            code: `${model("(y, p) => y.sub(y).square().mean()")}\nawait ${fit};`,
            errors: [{ messageId: "detached", data: { callee: "fit" }, on: fit }],
        },
        {
            name: "a loss that reads its values",
            code: `${model("(y, p) => tf.losses.meanSquaredError(y, p).dataSync()[0]")}\nawait ${fit};`,
            errors: [{ messageId: "detached", data: { callee: "fit" }, on: fit }],
        },
    ],
};
