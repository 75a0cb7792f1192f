/** What programs ask of layers, models, tensors and classes, and go on with. */
import { describe } from "vitest";
import { known, see, silent } from "./programs.js";

const model = `const model = tf.sequential({ name: "net" }); model.add(tf.layers.dense({ name: "first", units: 4, inputShape: [3] })); model.add(tf.layers.dense({ units: 2 }));`;

describe("models", () => {
    known([
        ["their layers, by number, name and index", `${model} ${see("model.layers.length", "model.getLayer('first').countParams()", "model.getLayer(undefined, 1).countParams()", "model.name.length", "model.layers[0].name.length")}`],
        ["their tensors", `${model} ${see("model.inputs.length", "model.outputs.length", "model.inputs[0].shape[1]", "model.output.shape[1]", "model.input.shape[1]", "model.outputShape[1]", "model.inputs[0].rank", "model.countParams()")}`],
        ["a first layer that was applied before: what leads to it is the model", `const rnn = tf.layers.simpleRNN({ units: 2, returnSequences: true }); rnn.apply(tf.input({ shape: [7, 5] })); const net = tf.sequential(); net.add(rnn); net.add(tf.layers.dense({ units: 3 })); ${see("net.inputs[0].shape[1]", "net.outputs[0].shape[2]")}`],
        ["a chain that leads to the first layer", `const x = tf.layers.dense({ units: 6 }).apply(tf.input({ shape: [5] })); const last = tf.layers.dense({ units: 2 }); last.apply(x); const net = tf.sequential({ layers: [last, tf.layers.dense({ units: 3 })] }); ${see("net.inputs[0].shape[1]", "net.outputs[0].shape[1]")}`],
        ["a last layer that is taken away", `${model} model.pop(); model.add(tf.layers.dense({ units: 5 })); ${see("model.layers.length", "model.outputs[0].shape[1]")}`],
        ["several inputs and outputs", `const a = tf.input({ shape: [3] }), b = tf.input({ shape: [4] }); const m = tf.model({ inputs: [a, b], outputs: [b, a] }); ${see("m.inputs.length", "m.output[0].shape[1]", "m.input[0].shape[1]")}`],
        [
            "the layers of branches, in the library's order: by how far they are from the outputs",
            `const a = tf.input({ shape: [3] }), b = tf.input({ shape: [2] }); const dense = (units, x) => tf.layers.dense({ units }).apply(x); const d1 = dense(4, b), d2 = dense(5, d1), d3 = dense(5, a); const m = tf.model({ inputs: [a, b], outputs: [dense(6, tf.layers.add().apply([d3, d2])), dense(7, d1)] }); ${see("m.layers.length", "...m.layers.map((layer) => layer.countParams() + 1)", "...m.getWeights().map((weight) => weight.size)")}`,
        ],
        [
            "a layer that is shared, at its farthest",
            `const a = tf.input({ shape: [4] }); const shared = tf.layers.dense({ units: 4 }); const d = tf.layers.dense({ units: 4, useBias: false }).apply(a); const m = tf.model({ inputs: a, outputs: [shared.apply(d), tf.layers.dense({ units: 3 }).apply(shared.apply(shared.apply(d)))] }); ${see("...m.layers.map((layer) => layer.countParams() + 1)", "...m.getWeights().map((weight) => weight.size)")}`,
        ],
        ["numbers of an evaluation", `${model} model.compile({ loss: "hinge", optimizer: "sgd", metrics: ["mse", "mae"] }); const all = model.evaluate(tf.zeros([2, 3]), tf.zeros([2, 2])); ${see("all.length", "all[2].size")}`],
        ["a model on the output of a layer of another", `${model} const part = tf.model({ inputs: model.inputs, outputs: model.getLayer("first").output }); tf.layers.dense({ units: part.outputs[0].shape[1] * 2 }).apply(part.output);`],
    ]);
    silent([
        { name: "a layer by an unknown name", unknown: 1, code: `${model} const layer = model.getLayer(JSON.parse(process.env.none ?? '"first"')); ${see("layer.countParams()")}` },
        { name: "a layer added in a branch", unknown: 1, code: `const m = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] })] }); if (Math.random() > 2) m.add(tf.layers.dense({ units: 2 })); ${see("m.layers.length")}` },
        {
            name: "a layer that is perhaps on the way from the inputs to the outputs, by its name, its number and its weights",
            unknown: 4,
            code: `const more = JSON.parse(process.env.none ?? "true"); const a = tf.input({ shape: [4] }); let x = tf.layers.dense({ units: 4, name: "first" }).apply(a); if (more) x = tf.layers.dense({ units: 4, name: "more" }).apply(x); const m = tf.model({ inputs: a, outputs: x }); ${see("m.getLayer('more').countParams()", "m.layers.length", "m.countParams()", "m.getWeights().length")}`,
        },
        { name: "such a layer behind one that is known", unknown: 1, code: `const n = JSON.parse(process.env.none ?? "2"); const a = tf.input({ shape: [4] }); let x = a; for (let i = 0; i < n; i++) x = tf.layers.dense({ units: 4, name: "d" + i }).apply(x); const m = tf.model({ inputs: a, outputs: tf.layers.dense({ units: 2, name: "last" }).apply(x) }); m.getLayer("d1"); ${see("m.getLayer('last').countParams()", "m.getLayer(undefined, 2).countParams()")}` },
        { name: "a last layer that is perhaps taken away", unknown: 1, code: `${model} if (Math.random() > 2) model.pop(); ${see("model.layers.length")}` },
    ]);
});

describe("layers", () => {
    known([
        ["their shapes and tensors, applied once", `const d = tf.layers.dense({ units: 4, name: "abc" }); d.apply(tf.input({ shape: [3] })); ${see("d.output.shape[1]", "d.input.shape[1]", "d.outputShape[1]", "d.name.length", "d.countParams()", "d.getWeights().length")}`],
        ["a layer of several inputs", `const add = tf.layers.add(); add.apply([tf.input({ shape: [3] }), tf.input({ shape: [3] })]); ${see("add.input.length", "add.input[0].shape[1]")}`],
        ["the input shape a layer was given", `const d = tf.layers.dense({ units: 4, inputShape: [7] }); ${see("d.batchInputShape[1]")}`],
        ["classes they are of", `const d = tf.layers.dense({ units: 4, inputShape: [3] }), m = tf.sequential({ layers: [d] }), x = tf.input({ shape: [2] }); ${see("x instanceof tf.SymbolicTensor ? 1 : 2", "m instanceof tf.LayersModel ? 3 : 4", "d instanceof tf.layers.Layer ? 5 : 6", "tf.zeros([1]) instanceof tf.Tensor ? 7 : 8", "d instanceof tf.LayersModel ? 9 : 10", "tf.zeros([1]) instanceof tf.SymbolicTensor ? 11 : 12")}`],
        ["what no class of the program makes", `class Batch { rows = [1, 2, 3]; } const rows = (x) => (x instanceof Batch ? x.rows : [x]).length; ${see("rows([4, 5])", "rows(6)", "rows(tf.zeros([2]))", "rows(null)", "rows(new Batch())")}`],
    ]);
    silent([
        { name: "a list may be of a class that extends one of those that nobody sees", unknown: 2, code: `class Rows extends Array {} ${see("[1, 2] instanceof Object ? 7 : 8", "Rows.of(1) instanceof Rows ? 9 : 10")}` },
        { name: "applied twice, which output is not one", unknown: 0, code: `const d = tf.layers.dense({ units: 4 }); const y = d.apply(tf.input({ shape: [3] })); d.apply(tf.input({ shape: [3] })); ${see("y.shape[1]")}` },
        {
            name: "states that nobody sees change nothing of what comes out",
            unknown: 0,
            code: `const count = JSON.parse(process.env.none ?? "2"), states = Array.from({ length: 2 * count }, () => tf.input({ shape: [8] })), x = tf.input({ shape: [5, 3] }); const some = (n) => ({ initialState: states.slice(0, n * count / 2) }); const [, , c] = tf.layers.lstm({ units: 8, returnState: true }).apply(x, some(2)); const g = tf.layers.gru({ units: 8, returnSequences: true }).apply(x, some(1)); const r = tf.layers.rnn({ cell: [tf.layers.simpleRNNCell({ units: 8 }), tf.layers.gruCell({ units: 8 })] }).apply(x, some(2)); tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 8, returnSequences: true }), mergeMode: "concat" }).apply(g, some(4)); tf.layers.add().apply([c, r]);`,
        },
        { name: "nor does what else is given beside the inputs", unknown: 0, code: `const beside = JSON.parse(process.env.none ?? '{"training":true}'); tf.layers.dropout({ rate: 0.5 }).apply(tf.layers.dense({ units: 4 }).apply(tf.input({ shape: [5, 3] }), beside), beside);` },
        { name: "computeOutputShape is not followed", unknown: 1, code: `const d = tf.layers.dense({ units: 4 }); ${see("d.computeOutputShape([null, 3])[1]")}` },
    ]);
});

describe("tensors", () => {
    known([
        ["sizes, ranks and shapes", `const x = tf.zeros([2, 3, 4]); ${see("x.size", "x.rank", "x.shape.length", "x.shape[1]", "x.flatten().size", "x.reshape([6, 4]).shape[0]")}`],
        ["of the fused operations", `const y = tf.fused.conv2d({ x: tf.zeros([1, 8, 8, 3]), filter: tf.zeros([3, 3, 3, 5]), strides: 2, pad: "same" }); const z = tf.fused.matMul({ a: tf.zeros([2, 3]), b: tf.zeros([3, 6]) }); ${see("y.shape[1]", "y.shape[3]", "z.shape[1]")}`],
        ["what is kept and disposed of", `const [a, n] = tf.tidy(() => [tf.keep(tf.zeros([5])), 3]); a.dispose(); ${see("a.shape[0]", "n")}`],
        ["the library under other names", `const { layers, input: start, zeros } = tf; const again = tf; ${see("zeros([4]).size", "again.ones([5]).shape[0]")} start({ shape: [layers === tf.layers ? 6 : 7] });`],
    ]);
    silent([
        { name: "arguments that come as an object from outside", unknown: 1, code: `const y = tf.fused.matMul({ a: tf.zeros([2, 3]), b: tf.zeros([3, 6]), ...JSON.parse(process.env.none ?? "{}") }); ${see("y.shape[1]")}` },
    ]);
});

describe("classes and functions", () => {
    known([
        ["statics, names and instances", `class A { static n = 3; static twice() { return this.n * 2; } } class B extends A { static m = 4; } ${see("B.n", "B.twice()", "A.name.length", "(B.k ?? 5)", "new B() instanceof A ? 6 : 7", "({}) instanceof A ? 8 : 9")}`],
        ["getters and setters, inherited and overruled", `class A { #n = 3; get n() { return this.#n; } set n(v) { this.#n = v + 1; } } class B extends A { get m() { return super.n * 2; } } const b = new B(); b.n = 5; ${see("b.n", "b.m")}`],
        ["methods put on a prototype", `function Box(n) { this.n = n; } Box.prototype.twice = function () { return this.n * 2; }; ${see("new Box(4).n")}`],
        ["functions with properties", `function f() { return f.n; } f.n = 6; ${see("f()", "f.length + 1")}`],
        ["length set, and items of other names", `const a = [1, 2, 3]; a.length = 2; a.push(7); a["1"] = 9; ${see("a.length", "a[1]", "a[2]")}`],
    ]);
    silent([
        { name: "a static that somebody else may have set", unknown: 1, code: `class A { static n = 3; } const set = JSON.parse(process.env.none ?? "0") || ((C) => { C.n = 4; }); set(A); ${see("A.n")}` },
        { name: "a length that is not known", unknown: 1, code: `const a = [4, 5, 6]; a.length = Math.floor(Math.random()) + 2; ${see("a.length")}` },
        { name: "a property of one of two", unknown: 1, code: `const o = Math.random() > 2 ? { n: 4 } : undefined; ${see("o?.n ?? 5")}` },
        { name: "a frozen list", unknown: 1, code: `const a = Object.freeze([3]); try { a.push(4); } catch { } ${see("a.length")}` },
        { name: "an item beyond the end by an unknown number", unknown: 1, code: `const a = [3]; a[Math.floor(Math.random()) + 1] = 4; ${see("a.length")}` },
        { name: "a default that may be used", unknown: 1, code: `const { n = 5 } = Math.random() > 2 ? { n: 4 } : {}; ${see("n")}` },
        { name: "one of two conditions that are not known", unknown: 1, code: `let n = 3; if (Math.random() > 2 && (n = 4)) { n = 5; } ${see("n")}` },
        { name: "an assignment that may happen", unknown: 1, code: `let n = JSON.parse(process.env.none ?? "null"); n ??= 4; n ||= 5; ${see("n")}` },
    ]);
});
