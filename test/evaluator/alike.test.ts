/** What one call makes again and again: a variable holds one of several layers or models, which are alike. */
import { describe } from "vitest";
import { known, see, silent, symbolic } from "./programs.js";

const build = "function build(units) { const model = tf.sequential(); model.add(tf.layers.dense({ units, inputShape: [3] })); return model; }";
const maybe = "const some = JSON.parse(process.env.none ?? '1');";

describe("set up by callbacks that others call", () => {
    symbolic([
        { name: "a model", code: `let model; beforeAll(() => { model = tf.sequential(); model.add(tf.layers.dense({ units: 4, inputShape: [3] })); }); it("runs", () => { tf.layers.dense({ units: 2 }).apply(model.outputs[0]); model.predict(tf.zeros([2, 3])); ${see("model.outputShape[1]")} });`, expected: ["4", "2", "4"] },
        { name: "a layer, by an async function, in a describe", code: `describe("all", () => { let dense; beforeEach(async () => { dense = tf.layers.dense({ units: 6 }); }); it("applies", () => { tf.layers.dense({ units: 5 }).apply(dense.apply(tf.input({ shape: [2] }))); }); it("applies again", () => { dense.apply(tf.input({ shape: [2] })); }); });`, expected: ["6", "5", "2", "2"] },
        { name: "a model that a function of the program makes", code: `${build} let model; before(() => { model = build(4); }); after(() => { model.dispose(); }); test("shape", () => { ${see("model.outputShape[1]")} });`, expected: ["4", "4"] },
        { name: "in a field of a class, by two of its methods", code: `class Agent { constructor() { this.model = this.build(); } reset() { this.model = this.build(); } build() { const model = tf.sequential(); model.add(tf.layers.dense({ units: 4, inputShape: [3] })); return model; } show() { ${see("this.model.outputShape[1]")} } } export const agent = new Agent();`, expected: ["4", "4"] },
        { name: "a test that adds to it has perhaps run before the next one", code: `let model; beforeAll(() => { model = tf.sequential(); model.add(tf.layers.dense({ units: 4, inputShape: [3] })); }); it("grows", () => { model.add(tf.layers.dense({ units: 2 })); }); it("shows", () => { ${see("model.outputShape[1]")} });`, expected: ["4", "2", "model.outputShape[1]"] },
        { name: "hooks run before each test, those of outer suites first", code: `describe("all", () => { let model; beforeEach(async () => { model = await tf.sequential(); }); describe("inner", () => { beforeEach(() => { model.add(tf.layers.dense({ units: 4, inputShape: [3] })); }); it("grows", () => { model.add(tf.layers.dense({ units: 2 })); }); it.only("grows again", async () => { model.add(tf.layers.dense({ units: 5 })); ${see("model.outputShape[1]")} }); }); it("is empty", () => { model.add(tf.layers.dense({ units: 6, inputShape: [7] })); ${see("model.layers.length")} }); });`, expected: ["4", "2", "5", "5", "6", "1"] },
        { name: "a hook and a test that fail leave the others running", code: `let model; before(() => { model = tf.sequential(); model.add(tf.layers.dense({ units: 4, inputShape: [3] })); throw new Error(); }); it("fails", () => { throw new Error(); }); it("grows", () => { model.add(tf.layers.dense({ units: 2 })); });`, expected: ["4", "2"] },
        { name: "functions of the program that have such names are what they are", code: `let n = 1; function it(name, run) { n = 5; } it("runs", () => { n = 7; }); ${see("n")}`, expected: ["5"] },
        { name: "without a function in sight nothing is known of it", code: `let n = 1; const list = [3]; before("runs", list); test.each([1])("twice", () => { n = 7; }); ${see("list[0]")}`, expected: ["list[0]"] },
    ]);
});

describe("one of two", () => {
    symbolic([
        { name: "a model that something unknown may be, to which a layer is added", code: `const one = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] })] }); const some = Math.random() > 0.5 ? tf.sequential() : one; some.add(tf.layers.dense({ units: 6, inputShape: [5] })); ${see("one.layers.length")}`, expected: ["4", "6", "one.layers.length"] },
    ]);
    silent([
        { name: "models that are alike", unknown: 0, code: `${build} ${maybe} const a = build(4); const b = build(4); const one = some ? a : b; ${see("one.outputShape[1]")}` },
        { name: "models that are not", unknown: 1, code: `${build} ${maybe} const a = build(4); const b = build(5); const one = some ? a : b; ${see("one.outputShape[1]")}` },
        { name: "adding to it adds to one of them", unknown: 2, code: `${build} ${maybe} const a = build(4); const b = build(4); const one = some ? a : b; one.add(tf.layers.dense({ units: 7 })); ${see("one.outputShape[1]", "a.outputShape[1]", "b.outputShape[1]")}` },
        { name: "adding to one of them perhaps adds to it", unknown: 1, code: `${build} ${maybe} const a = build(4); const b = build(4); const one = some ? a : b; a.add(tf.layers.dense({ units: 7 })); ${see("one.outputShape[1]", "a.outputShape[1]", "b.outputShape[1]")}` },
        { name: "what is unseen changes one of them", unknown: 3, code: `${build} ${maybe} const a = build(4); const b = build(4); const one = some ? a : b; const change = JSON.parse(process.env.none ?? "null") ?? ((model) => model.pop()); b.add(tf.layers.dense({ units: 7 })); change(b); ${see("one.outputShape[1]", "b.outputShape[1]", "a.outputShape[1]")} tf.input({ shape: [one.layers.length] });` },
        { name: "layers that are alike, of which one has been applied to another size", unknown: 0, code: `${maybe} const make = () => tf.layers.dense({ units: 4 }); const a = make(); const b = make(); b.apply(tf.input({ shape: [9] })); const one = some ? a : b; a.apply(tf.input({ shape: [5] })); one.apply(tf.input({ shape: [5] }));` },
        { name: "objects: what both hold alike", unknown: 2, code: `${maybe} const one = some ? { n: 4, m: 2, only: 3 } : { n: 4, m: 3 }; ${see("one.n")} tf.input({ shape: [JSON.parse(process.env.none ?? "1") ? one.m : 2, one.other] });` },
        { name: "an object that is changed is what it is changed to, and one of the others is", unknown: 2, code: `${maybe} const a = { n: 1 }, b = { n: 1 }; const one = some ? a : b; one.n = 5; ${see("one.n", "a.n", "b.n")}` },
        { name: "one of the objects that is changed leaves the other as it is", unknown: 1, code: `${maybe} const a = { n: 1 }, b = { n: 1 }; const one = some ? a : b; a.n = 5; ${see("one.n", "a.n", "b.n")}` },
        { name: "what is unseen changes one of the objects", unknown: 3, code: `${maybe} const a = { n: 1 }, b = { n: 1 }; const one = some ? a : b; const change = JSON.parse(process.env.none ?? "null") ?? ((o) => { o.n = 2; }); change(one); ${see("one.n", "a.n", "b.n")}` },
        { name: "one of two that are one of two", unknown: 2, code: `${maybe} const a = { n: 1 }, b = { n: 1 }, c = { n: 1 }; const one = some ? a : b; const other = JSON.parse(process.env.none ?? "0") ? one : c; b.n = 3; ${see("other.n", "one.n", "a.n", "b.n", "c.n")}` },
        { name: "a list in one of two objects", unknown: 3, code: `${maybe} const a = { list: [1] }, b = { list: [1] }; const one = some ? a : b; one.list.push(3); ${see("a.list.length", "b.list.length")} tf.input({ shape: [one.list.length, JSON.parse(process.env.none ?? "[1]").length] });` },
        { name: "each turn of a loop makes another", unknown: 1, code: `let state = { n: 3, k: 1 }; while (JSON.parse(process.env.none ?? "0")) { state = { ...state, k: state.k + 1 }; } ${see("state.n")} let list = [3, 1]; while (JSON.parse(process.env.none ?? "0")) { list = [3, list[1] + 1]; } ${see("list[0]", "JSON.parse(process.env.none ?? '3')")}` },
        { name: "something that inherits is another matter", unknown: 2, code: `${maybe} const a = some ? Object.create({ n: 1 }) : { n: 1 }; class A { n = 1; } const b = some ? new A() : { n: 1 }; ${see("a.n", "b.n")}` },
        { name: "what is perhaps put into an object is perhaps there, and nothing else is", unknown: 3, code: `${maybe} const o = { n: 4 }; if (some) o.m = 2; ${see("o.n")} tf.input({ shape: [o.other ?? 3, "other" in o ? 5 : 6, "m" in o ? 7 : 8, Object.keys(o).length] }); const { other = 2, n, ...rest } = o; ${see("other", "n", "rest.n ?? 9", "rest.m ?? 9")}` },
        { name: "a copy of it is perhaps without that as well", unknown: 1, code: `${maybe} const o = some ? { n: 4 } : { n: 4, m: 3 }; const copy = { m: 5, k: 6, ...o }; tf.input({ shape: [copy.k, copy.n, copy.other ?? 7, copy.m] });` },
        { name: "a layer that is one of three", unknown: 0, code: `${maybe} const layers = [1, 2, 3].map(() => tf.layers.dense({ units: 4 })); const one = some ? layers[0] : JSON.parse(process.env.none ?? "0") ? layers[1] : layers[2]; one.apply(tf.input({ shape: [5] })); layers[1].apply(tf.input({ shape: [6] }));` },
    ]);
});

describe("what a layer writes into the shape of its input has no part in others that are configured the same", () => {
    const crop = "tf.layers.centerCrop({ height: 4, width: 4, inputShape: [8, 8, 3] })";
    known([
        ["one after another", `const a = tf.sequential();\na.add(${crop});\nconst b = tf.sequential();\nb.add(${crop});\n${see("a.inputs[0].shape[1]", "b.inputs[0].shape[1]")}`],
        ["in a loop", `for (const units of [2, 3]) {\n    const model = tf.sequential();\n    model.add(${crop});\n    model.add(tf.layers.flatten());\n    model.add(tf.layers.dense({ units }));\n}`],
        ["with the batch", `for (const units of [2, 3]) {\n    const model = tf.sequential();\n    model.add(${crop.replace("inputShape: [8", "batchInputShape: [null, 8")});\n    model.add(tf.layers.flatten());\n}`],
    ]);
});
