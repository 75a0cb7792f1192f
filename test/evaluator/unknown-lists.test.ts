/** Lists, counts and configurations that nobody in sight knows: what is not known has the name that the author calls it by. */
import { describe, expect, test } from "vitest";
import { analyzed, known, see, silent, symbolic } from "./programs.js";

const layers = (code: string): string[] => {
    const { failure, problems, layers } = analyzed(`import * as tf from '@tensorflow/tfjs'; ${code}`);
    expect({ failure, problems }).toEqual({ failure: undefined, problems: [] });
    return layers.filter(({ type }) => type !== "input").map(({ shapes }) => shapes.map(({ inputs, outputs }) => [...inputs, ...outputs].map((shape) => shape.slice(1).join(", ")).join(" → ")).join(" | "));
};

describe("names of what is not known", () => {
    symbolic([
        { name: "what a call of something unseen gives", code: `import { sizeOf } from "there"; export function f() { ${see("sizeOf()", "sizeOf.of('a').all()")} }`, expected: ["sizeOf(), sizeOf.of().all()"] },
        { name: "how many there are", code: `export function f(words) { const found = words.filter((w) => w); const labels = Object.keys(words); const list = []; for (const w of words) list.push(w); ${see("words.length", "found.length", "labels.length", "list.length")} }`, expected: ["words.length, found.length, labels.length, list.length"] },
        { name: "as many as there are items", code: `export function f(words, n) { const all = words.map((w) => w.text); ${see("all.length", "words.length", "new Array(n).length", "Array.from({ length: n }).length - n + 1")} }`, expected: ["words.length, words.length, n, 1"] },
        { name: "a field that something unknown was put in", code: `import { load } from "there"; export class A { constructor() { this.size = load(); } build() { ${see("this.size")} } }`, expected: ["size"] },
        { name: "the number of a list that somebody may have made longer is another one", code: `export function f(words, more) { const list = [...words]; const a = list.length; more(list); ${see("a", "list.length - a")} }`, expected: ["list.length, list.length - list.length"] },
        { name: "and so it is after a branch", code: `export function f(words, more) { const list = [...words]; const a = list.length; if (more) list.push(1); ${see("a", "list.length - a")} }`, expected: ["list.length, list.length - list.length"] },
        { name: "a size that is a number for sure is a shape of one", code: `export function f(n) { tf.input({ shape: Number(n) }); tf.input({ shape: +n }); tf.input({ shape: parseInt(n) }); }`, expected: ["n", "n", "n"] },
    ]);
});

describe("tensors that an axis of unknown length was taken apart into", () => {
    const rows = "const rows = tf.unstack(tf.zeros([n, 28, 3]));";
    symbolic([
        { name: "one after the other", code: `export function f(n) { ${rows} for (const row of rows) { ${see("row.shape[0]", "row.rank")} } }`, expected: ["28, 2"] },
        { name: "by callbacks", code: `export function f(n) { ${rows} const all = rows.map((row) => row.expandDims(0)); for (const one of all) { ${see("one.shape[1]", "one.rank")} } }`, expected: ["28, 3"] },
        { name: "by their numbers", code: `export function f(n) { ${rows} ${see("rows[0].shape[1]", "rows[2].shape[0]", "tf.stack(rows).shape[1]")} }`, expected: ["3, 28, 28"] },
        { name: "more than anybody would list", code: `tf.unstack(tf.zeros([9999, 4])).forEach((row) => { ${see("row.shape[0]")} });`, expected: ["4"] },
    ]);
    silent([
        { name: "one of them may be missing", unknown: 2, code: `const n = JSON.parse(process.env.none ?? "1"); ${rows} const second = rows[1] ?? tf.zeros([7]); ${see("second.shape[0]", "rows[1]?.rank ?? 9")}` },
        { name: "others were put among them", unknown: 1, code: `const n = JSON.parse(process.env.none ?? "1"); ${rows} rows.push(tf.zeros([7])); for (const row of rows) { ${see("row.shape[0]")} }` },
    ]);
});

describe("lists that grow in a loop of unknown length", () => {
    const grown = (item: string): string => `const n = JSON.parse(process.env.none ?? "3"); const list = [${item}(3)]; for (let i = 0; i < n; i++) { list.push(${item}(6)); }`;
    const input = "const item = (size) => tf.input({ shape: [4, size] });";
    test.each<readonly [name: string, body: string, expected: readonly string[]]>([
        ["the last item is what was pushed last", "export function f(n) { const list = [tf.input({ shape: [4] })]; for (let i = 0; i < n; i++) { list.push(tf.layers.dense({ units: 8 }).apply(list[list.length - 1])); } tf.layers.dense({ units: 2 }).apply(list[list.length - 1]); }", ["4 → 8 | 8 → 8", "last.shape[1] → 2"]],
        ["by at, and as a field", "export class A { grow(n) { this.list = [tf.input({ shape: [8] })]; for (let i = 0; i < n; i++) { this.list.push(tf.layers.dense({ units: 8 }).apply(this.list[this.list.length - 1])); } tf.layers.dense({ units: 2 }).apply(this.list.at(-1)); tf.layers.dense({ units: 3 }).apply(this.list.slice(-1)[0]); tf.layers.dense({ units: 4 }).apply(this.list.pop()); } }", ["8 → 8", "8 → 2", "8 → 3", "8 → 4"]],
        ["what is pushed onto a list nobody knows", "export function f(list, n) { const all = [...list]; all.push(tf.input({ shape: [n] })); tf.layers.dense({ units: 2 }).apply(all[all.length - 1]); }", ["n → 2"]],
        ["cells that are alike make the same output", "export function f(n, units) { const cells = []; for (let i = 0; i < n; i++) cells.push(tf.layers.lstmCell({ units })); tf.layers.rnn({ cell: cells }).apply(tf.input({ shape: [7, 5] })); }", ["5 → units → units → units → units → units", "7, 5 → units"]],
        ["in a stack", "export function f(n) { const cells = []; for (let i = 0; i < n; i++) cells.push(tf.layers.gruCell({ units: 6 })); tf.layers.rnn({ cell: tf.layers.stackedRNNCells({ cells }), returnSequences: true }).apply(tf.input({ shape: [7, 5] })); }", ["5 → 6 → 6 → 6", "7, 5 → 7, 6", "5 → 6 → 6 → 6"]],
        ["cells of different sizes do not", "export function f(n) { const cells = []; for (let i = 0; i < n; i++) cells.push(tf.layers.lstmCell({ units: i + 1 })); tf.layers.rnn({ cell: cells }).apply(tf.input({ shape: [7, 5] })); }", ["", "7, 5 → "]],
        ["how many states there are is not known", "export function f(n) { const cells = []; for (let i = 0; i < n; i++) cells.push(tf.layers.lstmCell({ units: 6 })); tf.layers.rnn({ cell: cells, returnState: true }).apply(tf.input({ shape: [7, 5] })); }", ["", "7, 5"]],
    ])("%s", (_name, body, expected) => {
        expect(layers(body)).toEqual(expected);
    });
    silent([
        { name: "one was taken away again", unknown: 1, code: `${input} ${grown("item")} list.pop(); ${see("list[list.length - 1].shape[2]")}` },
        { name: "turned round", unknown: 1, code: `${input} ${grown("item")} list.reverse(); ${see("list[list.length - 1].shape[2]")}` },
        { name: "the last one replaced", unknown: 1, code: `${input} ${grown("item")} list[list.length - 1] = item(9); ${see("list[list.length - 1].shape[2]")}` },
        { name: "cut short", unknown: 1, code: `${input} ${grown("item")} list.length = 1; ${see("list[list.length - 1].shape[2]")}` },
        { name: "changed by code that nobody sees", unknown: 1, code: `${input} ${grown("item")} const change = JSON.parse(process.env.none ?? "null") ?? ((all) => all.pop()); change(list); ${see("list[list.length - 1].shape[2]")}` },
        { name: "another list's length", unknown: 1, code: `${input} ${grown("item")} const other = [1]; ${see("list[other.length - 1].shape[2]")}` },
        { name: "under another name it is the same list", unknown: 0, code: `${input} ${grown("item")} const other = list; other.push(item(9)); ${see("list[list.length - 1].shape[2]")}` },
        { name: "pushed perhaps", unknown: 1, code: `${input} ${grown("item")} if (JSON.parse(process.env.none ?? "1")) list.push(item(9)); ${see("list[list.length - 1].shape[2]")}` },
        { name: "a loop that never runs", unknown: 1, code: `${input} const n = JSON.parse(process.env.none ?? "0"); const list = [item(3)]; for (let i = 0; i < n; i++) { list.push(item(5)); } ${see("list[list.length - 1].shape[2]")}` },
    ]);
});

describe("layers in a list of unknown length", () => {
    const dense = "tf.layers.dense({ units, name: 'l' + i })";
    test.each<readonly [name: string, body: string, expected: readonly string[]]>([
        ["one after the other", `export function f(n, units) { const list = []; for (let i = 0; i < n; i++) list.push(${dense}); let x = tf.input({ shape: [7, 3] }); for (const l of list) x = l.apply(x); tf.layers.dense({ units: 2 }).apply(x); }`, ["7, 3 → 7, units | 7, units → 7, units", "7, x.shape[2] → 7, 2"]],
        ["by their numbers", `export function f(n, units) { const list = []; for (let i = 0; i < n; i++) list.push(${dense}); let x = tf.input({ shape: [3] }); for (let i = 0; i < list.length; i++) { x = list[i].apply(x); } }`, ["3 → units | units → units"]],
        ["by callbacks", `export function f(n, units) { const list = Array.from({ length: n }, (_, i) => ${dense}); list.forEach((l) => l.apply(tf.input({ shape: [3] }))); list.map((l) => l.apply(tf.input({ shape: [4] }))); list.reduce((x, l) => l.apply(x), tf.input({ shape: [5] })); }`, ["3 → units | 4 → units | 5 → units | units → units"]],
        ["in a field, by another method", `export class A { constructor(n, units) { this.list = []; for (let i = 0; i < n; i++) this.list.push(${dense}); } run() { for (const l of this.list) l.apply(tf.input({ shape: [3] })); } }`, ["3 → units"]],
        ["added to a model", `export function f(n, units) { const list = []; for (let i = 0; i < n; i++) list.push(${dense}); const m = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] })] }); list.forEach((l) => m.add(l)); }`, ["4 → units | units → units", "3 → 4"]],
    ])("%s", (_name, body, expected) => {
        expect(layers(body)).toEqual(expected);
    });
    test.each<readonly [name: string, change: string]>([
        ["another one in front", "list.unshift(other)"],
        ["another one in the middle", "list.splice(1, 0, other)"],
        ["another one in the place of one", "list[2] = other"],
        ["another one behind", "list.push(other)"],
        ["somebody has the list", "more(list)"],
    ])("silent: %s", (_name, change) => {
        const body = `export function f(n, more) { const other = tf.layers.dense({ units: 5 }); const list = []; for (let i = 0; i < n; i++) list.push(tf.layers.dense({ units: 3 })); ${change}; let x = tf.input({ shape: [3] }); for (const l of list) x = l.apply(x); }`;
        expect(layers(body)).toEqual(["", ""]);
    });
    test("silent: layers of different sizes", () => {
        expect(layers("export function f(n) { const list = []; for (let i = 0; i < n; i++) list.push(tf.layers.dense({ units: i + 2 })); let x = tf.input({ shape: [3] }); for (const l of list) x = l.apply(x); }")).toEqual([""]);
    });
    test("silent: one of them was applied before, to another size", () => {
        expect(layers("export function f(n) { const list = []; for (let i = 0; i < n; i++) list.push(tf.layers.dense({ units: 4 })); list[0].apply(tf.input({ shape: [3] })); list[1].apply(tf.input({ shape: [5] })); }")).toEqual(["3 → 4 | 5 → 4"]);
    });
});

describe("a size that is perhaps null", () => {
    symbolic([
        { name: "is no size of any name", code: `export function f(cond, n) { ${see("cond ? 28 : null", "cond ? null : n", "n || null")} const size = cond ? 28 : null; ${see("size", "size")} }`, expected: ["?, ?, ?", "?, ?"] },
        { name: "set in a branch", code: `export function f(cond) { let a = null; if (cond) a = 28; let b = 28; if (cond) b = null; ${see("a", "b")} }`, expected: ["?, ?"] },
        { name: "kept in a field", code: `export class A { constructor(size) { this.size = size || null; } build() { ${see("this.size")} } }`, expected: ["?"] },
        { name: "what is perhaps null has properties all the same", code: `export function f(config) { const own = config || null; ${see("own.size", "own.size - 1")} }`, expected: ["own.size, own.size - 1"] },
        { name: "one that is perhaps undefined fails where it is", code: `export function f(cond) { const size = cond ? 28 : undefined; ${see("size")} }`, expected: ["size"] },
    ]);
    silent([
        { name: "it was null", unknown: 1, code: `const size = JSON.parse(process.env.none ?? "false") ? 28 : null; ${see("size")}` },
    ]);
});

describe("copies of configurations", () => {
    symbolic([
        { name: "what cannot be seen is the same in the copy", code: `export function f(conf) { const copy = { ...conf }; const other = Object.assign({ a: 1 }, copy); ${see("copy.size - conf.size + 1", "other.size - copy.size + 2")} }`, expected: ["1, 2"] },
        { name: "but not what was set since", code: `export function f(conf) { const copy = { ...conf }; copy.size = 5; ${see("copy.size", "conf.size")} }`, expected: ["5, conf.size"] },
        { name: "nor what somebody else may have changed since", code: `export function f(conf, change) { const copy = { ...conf }; change(conf); ${see("conf.size", "copy.size - conf.size")} }`, expected: ["conf.size, size - conf.size"] },
        { name: "the rest of it", code: `export function f({ units, ...rest }) { tf.layers.dense({ ...rest, units }).apply(tf.input({ shape: [rest.size] })); }`, expected: ["units", "size"] },
        { name: "what comes from two is that of one of them", code: `export function f(a, b) { const both = { ...a, ...b }; ${see("both.size", "a.size - both.size")} }`, expected: ["size, a.size - size"] },
    ]);
});

describe("loops over lists that nobody knows", () => {
    test.each<readonly [name: string, body: string, expected: readonly string[]]>([
        ["of layers: the first turn, and any other", "export function f(units, n) { let x = tf.input({ shape: [n] }); for (const u of units) { x = tf.layers.dense({ units: u }).apply(x); } tf.layers.dense({ units: 3 }).apply(x); }", ["n → u | x.shape[1] → u", "x.shape[1] → 3"]],
        ["by index", "export function f(units, n) { const m = tf.sequential(); for (let i = 0; i < units.length; i++) { if (i === 0) { m.add(tf.layers.dense({ units: units[i], inputShape: [n] })); } else { m.add(tf.layers.dense({ units: units[i] })); } } m.add(tf.layers.dense({ units: 3 })); }", ["n → units[0]", "output.shape[1] → units[i]", "output.shape[1] → 3"]],
        ["that go on with the same size", "export function f(n) { let x = tf.input({ shape: [n] }); for (let i = 0; i < n; i++) { x = tf.layers.dense({ units: 32 }).apply(x); } }", ["n → 32 | 32 → 32"]],
        ["by a callback that is told the index", "export function f(units) { const m = tf.sequential(); units.forEach((u, i) => { m.add(tf.layers.dense({ units: u, inputShape: i === 0 ? [4] : undefined })); }); m.add(tf.layers.dense({ units: 1 })); }", ["4 → u | output.shape[1] → u", "output.shape[1] → 1"]],
        ["by a callback in a method", "export class A { make(units) { this.m = tf.sequential(); units.forEach((u, i) => { this.m.add(tf.layers.dense({ units: u, inputShape: i > 0 ? undefined : [4] })); }); this.m.add(tf.layers.dense({ units: 1 })); } }", ["4 → u | output.shape[1] → u", "output.shape[1] → 1"]],
        ["by reduce", "export const f = (units, n) => units.reduce((x, u) => tf.layers.dense({ units: u }).apply(x), tf.input({ shape: [n] }));", ["n → u | x.shape[1] → u"]],
        ["with as many turns as somebody says", "export function f(n) { let x = tf.input({ shape: [8] }); Array.from({ length: n }, (_, i) => { x = tf.layers.dense({ units: i === 0 ? 4 : 4 }).apply(x); }); }", ["8 → 4 | 4 → 4"]],
        ["whose last turn is another: stacked layers", "export function f(sizes, t, v) { const m = tf.sequential(); for (let i = 0; i < sizes.length; i++) { m.add(tf.layers.lstm({ units: sizes[i], returnSequences: i < sizes.length - 1, inputShape: i === 0 ? [t, v] : undefined })); } m.add(tf.layers.dense({ units: 3 })); }", ["t, v → t, sizes[0] | t, output.shape[2] → t, sizes[i] | t, output.shape[2] → sizes[i] | t, v → sizes[0]", "output.shape[1] → 3"]],
        ["that count from one", "export function f(n, t) { const m = tf.sequential(); for (let i = 1; i <= n; i++) { m.add(tf.layers.gru({ units: 8, returnSequences: i !== n, inputShape: i > 1 ? undefined : [t, 2] })); } m.add(tf.layers.dense({ units: 3 })); }", ["t, 2 → t, 8 | t, 8 → t, 8 | t, 8 → 8 | t, 2 → 8", "8 → 3"]],
        ["by a callback that knows the last", "export function f(sizes, t) { let x = tf.input({ shape: [t, 2] }); sizes.forEach((units, i) => { x = tf.layers.gru({ units, returnSequences: i + 1 < sizes.length }).apply(x); }); }", ["t, 2 → t, units | t, x.shape[2] → t, units | t, x.shape[2] → units | t, 2 → units"]],
        ["within loops", "export function f(n, units) { let x = tf.input({ shape: [3] }); for (let i = 0; i < n; i++) { for (const u of units) { x = tf.layers.dense({ units: 5 }).apply(x); } } tf.layers.dense({ units: 1 }).apply(x); }", ["3 → 5 | 5 → 5 | x.shape[1] → 5", "x.shape[1] → 1"]],
        ["whose bound they change", "export function f(list) { let x = tf.input({ shape: [4] }); for (let i = 0; i < list.length; i++) { list.push(i); x = tf.layers.dense({ units: i === list.length - 1 ? 5 : 6 }).apply(x); } }", ["4 → units | x.shape[1] → units"]],
        ["that may be left early", "export function f(units, stop) { let x = tf.input({ shape: [4] }); for (const u of units) { if (stop(u)) break; x = tf.layers.dense({ units: 7 }).apply(x); } tf.layers.dense({ units: 1 }).apply(x); }", ["4 → 7 | 7 → 7", "x.shape[1] → 1"]],
    ])("%s", (_, body, expected) => {
        expect(layers(body)).toEqual(expected);
    });

    known([
        ["a list that is known has its own turns", `const m = tf.sequential(); [3, 4].forEach((units, i) => { m.add(tf.layers.dense({ units, inputShape: i === 0 ? [2] : undefined })); }); ${see("m.outputs[0].shape[1]")}`],
    ]);
});

describe("inputs of unknown rank", () => {
    test.each<readonly [name: string, body: string, expected: readonly string[]]>([
        ["flattened as a first layer", "export function f(shape) { tf.sequential({ layers: [tf.layers.flatten({ inputShape: shape }), tf.layers.dense({ units: 5 })] }); }", [" → size(shape)", "size(shape) → 5"]],
        ["flattened behind a model that was loaded", "export async function f() { const base = await tf.loadLayersModel('m.json'); const cut = base.getLayer('c').output; tf.layers.dense({ units: 5 }).apply(tf.layers.flatten().apply(cut)); }", [ "size(cut) → 5", " → size(cut)"]],
    ])("%s", (_, body, expected) => {
        expect(layers(body)).toEqual(expected);
    });
});

describe("the library by its name", () => {
    test.each([
        ["as a part of something that cannot be seen", "const tf = dfd.tensorflow; const m = tf.sequential(); m.add(tf.layers.dense({ units: 4, inputShape: [3] }));"],
        ["as a component has it", "export default { methods: { build() { this.model = this.$tf.sequential(); this.model.add(this.$tf.layers.dense({ units: 4, inputShape: [3] })); } } };"],
        ["handed on in an object", "export function f({ tf, units = 4 }) { tf.layers.dense({ units: 4 }).apply(tf.input({ shape: [3] })); }"],
        ["handed to a constructor that keeps it", "export class Net { constructor(tf) { this.tf = tf; this.model = this.tf.sequential(); } build() { this.model.add(this.tf.layers.dense({ units: 4, inputShape: [3] })); } }"],
        ["in a component's memory", "import { useMemo, useRef, useCallback } from 'react'; import * as tf from '@tensorflow/tfjs'; export function A() { const model = useMemo(() => tf.sequential(), []); const ref = useRef(model); const build = useCallback(() => { ref.current.add(tf.layers.dense({ units: 4, inputShape: [3] })); }, []); return build; }"],
        ["handed to a constructor", "export class A { constructor(context) { this.context = context; } f() { const { tf } = this.context; tf.layers.dense({ units: 4 }).apply(tf.input({ shape: [3] })); } }"],
    ])("%s", (_, code) => {
        const { layers } = analyzed(code);
        expect(layers.find(({ type }) => type === "dense")?.shapes).toEqual([{ inputs: [[null, 3]], outputs: [[null, 4]] }]);
    });
});

describe("methods that others call", () => {
    test("are run as they are called, whatever their order", () => {
        expect(layers("export class A { block(n) { return tf.layers.dense({ units: n, inputShape: [3] }).apply(tf.input({ shape: [n] })); } make() { this.x = this.block(8); } }")).toEqual(["8 → 8"]);
    });
});

describe("configurations that are copied", () => {
    const filled = "const config = Object.assign({}, { units: 4, rate: 3 }, conf);";
    symbolic([
        { name: "a copy has what the original has", code: `export function f(conf) { ${filled} const copy = { ...config }; ${see("copy.units", "copy.units - config.units + 1", "copy.other - config.other + 1")} }`, expected: ["units, 1, 1"] },
        { name: "over defaults of its own", code: `export function f(conf) { ${filled} const copy = Object.assign({}, { units: 3, extra: 4 }, config); ${see("copy.extra", "copy.units - config.units + 1")} }`, expected: ["extra, 1"] },
        { name: "kept by an instance, and copied by its methods", code: `export class A { constructor(conf) { ${filled} this.config = { ...config }; } build() { const { units } = Object.assign({}, this.config); ${see("units", "units - this.config.units + 1")} } show() { ${see("this.config.units")} } }`, expected: ["units, 1", "units"] },
        { name: "what the program has set", code: `export function f(conf) { conf.units = 5; const copy = { units: 3, ...conf }; ${see("copy.units", "copy.other - conf.other + 1")} }`, expected: ["5, 1"] },
        { name: "the rest has what the whole has", code: `export function f(conf) { const { units, ...rest } = conf; ${see("rest.n", "rest.n - conf.n + 1")} }`, expected: ["n, 1"] },
        { name: "and nothing of what was taken", code: `export function f(conf) { const { units, ...rest } = conf; ${see("({ units: 7, ...rest }).units", "({ units: 8, ...{ ...rest } }).units", "rest.units ?? 9")} }`, expected: ["7, 8, 9"] },
        { name: "which may come from elsewhere", code: `export function f(conf, more) { const { units, ...rest } = conf; const both = { ...more, ...rest }; ${see("both.units")} }`, expected: ["units"] },
        { name: "not where it is not known what was taken", code: `export function f(name) { const { [name]: taken, ...rest } = { n: 3 }; ${see("rest.n")} }`, expected: ["rest.n"] },
        { name: "what is perhaps set is another", code: `export function f(conf, more) { const copy = { ...conf }; const n = copy.n; if (more) copy.n = 4; ${see("copy.n - n")} }`, expected: ["n - n"] },
        { name: "in a copy, too", code: `export function f(conf, more) { const one = { ...conf }; if (more) one.n = 4; const copy = { n: 5, ...one }; ${see("copy.n", "copy.n - conf.n")} }`, expected: ["n, n - conf.n"] },
        { name: "what others may have changed is another", code: `export function f(conf, change) { ${filled} const copy = { ...config }; change(config); ${see("copy.units", "copy.units - config.units")} }`, expected: ["units, units - units"] },
    ]);
});

describe("tensors and rows, as many as nobody knows", () => {
    const rows = `const rows = JSON.parse(process.env.none ?? '[{ "a": 1, "b": 2 }, { "a": 3, "b": 4 }]');`;
    silent([
        { name: "rows that a callback makes", unknown: 0, code: `${rows} ${see("tf.tensor2d(rows.map((r) => [r.a, r.b])).shape[1]", "tf.tensor([...rows].map((r) => [[1, 2, 3], [4, 5, 6]])).shape[2]")}` },
        { name: "rows that a loop adds", unknown: 0, code: `${rows} const all = []; for (let i = 0; i < rows.length; i++) { all.push([i, i, Math.random()]); } ${see("tf.tensor2d(all).shape[1]")}` },
        { name: "tensors that a callback makes, stacked, joined, added", unknown: 0, code: `${rows} const all = rows.map((r) => tf.tensor1d([r.a, r.b])); ${see("tf.stack(all).shape[1]", "tf.stack(all, 1).shape[0]", "tf.concat(all).rank", "tf.addN(all).shape[0]", "tf.concat(all.map((x) => x.expandDims(1)), 1).shape[0]", "tf.stack(all.filter((x) => x.rank === 1)).shape[1]")}` },
        { name: "tensors that a loop adds", unknown: 0, code: `${rows} const all = []; for (const { a, b } of rows) { all.push(tf.zeros([2, 3])); } ${see("tf.stack(all).shape[1]", "tf.stack(all).shape[2]")}` },
        { name: "rows that a loop adds over something unknown", unknown: 0, code: `${rows} const all = []; const kinds = []; for (const { a, b } of rows) { all.push([a, b, 1]); kinds.push(a > 1 ? [1, 0] : [0, 1]); } ${see("tf.tensor2d(all).shape[1]", "tf.tensor2d(kinds).shape[1]")}` },
        { name: "in a function, and in rows", unknown: 0, code: `${rows} function gather(list) { const all = []; for (const one of list) { all.push([[one.a, 1], [one.b, 2], [0, 0]]); } return all; } ${see("tf.tensor3d(gather(rows)).shape[1]", "tf.tensor3d(gather(rows)).shape[2]")}` },
        { name: "rows of several lengths", unknown: 1, code: `${rows} const all = []; for (const { a } of rows) { all.push(a > 9 ? [a, 1] : [a]); } ${see("tf.tensor2d(all).shape[1]")}` },
        { name: "tensors of several sizes", unknown: 1, code: `${rows} const all = rows.map((r) => tf.zeros([r.a, 3])); ${see("tf.concat(all).shape[1]", "tf.concat(all).shape[0]")}` },
        { name: "tensors of one or another rank", unknown: 1, code: `${rows} const all = rows.map((r) => (r.a > 0 ? tf.zeros([3]) : tf.zeros([3, 2]))); ${see("tf.stack(all).shape[1]")}` },
        { name: "another one was added", unknown: 1, code: `${rows} const all = rows.map(() => tf.zeros([3])); all.push(tf.zeros([5])); ${see("tf.concat(all).shape[0]", "tf.concat(all).rank")}` },
        { name: "one is put in the place of another", unknown: 1, code: `${rows} const all = rows.map(() => tf.zeros([3])); all[0] = tf.zeros([4]); all[1] = tf.zeros([4]); ${see("tf.stack(all).shape[1]")}` },
        { name: "records in a dataset", unknown: 0, code: `${rows} const data = tf.data.array(rows.map((r) => ({ xs: tf.tensor1d([r.a, r.b]), ys: tf.zeros([3]) }))); await data.batch(2, false).forEachAsync(({ xs, ys }) => { ${see("xs.shape[1]", "ys.shape[1]")} });` },
        { name: "made by Array.from, and by filling", unknown: 0, code: `${rows} const { length } = rows; ${see("tf.stack(Array.from({ length }, () => tf.zeros([3]))).shape[1]", "tf.tensor2d(Array.from(rows, ({ a }) => [a, 2])).shape[1]", "tf.tensor2d(new Array(length).fill([1, 2, 3])).shape[1]", "tf.tensor2d(new Array(length).fill(0).map(() => [1, 2])).shape[1]")}` },
        { name: "filled with another row", unknown: 0, code: `${rows} const all = rows.map((r) => [r.a]); all.fill([1, 2]); ${see("tf.tensor2d(all).shape[1]")}` },
        { name: "filled in part", unknown: 1, code: `${rows} const all = new Array(rows.length).fill([1, 2, 3]); all.fill([1, 2], 0, 2); ${see("tf.tensor2d(all).shape[1]")}` },
        { name: "filled with one row, which grows", unknown: 1, code: `${rows} const all = new Array(rows.length).fill([1]); all[0].push(3); ${see("tf.tensor2d(all).shape[1]")}` },
        { name: "the same row again and again, which grows", unknown: 0, code: `${rows} const row = [1]; const all = rows.map(() => row); row.push(2); ${see("tf.tensor2d(all).shape[1]")}` },
    ]);
    /** Whoever gives the items may do something with what it has been given: nobody sees its code. */
    const walked = (body: string, meanwhile: string, before = ""): string => `${rows} const all = [];
        const other = process.getBuiltinModule("vm").runInThisContext("({ kept: [], keep(row) { this.kept.push(row); }, *walk(rows) { for (const r of rows) { yield r; const { kept } = this; ${meanwhile} } } })");
        ${before} for (const r of other.walk(rows)) { ${body} } ${see("tf.tensor2d(all).shape[1]")}`;
    const grow = "kept.forEach((one) => one.push(0));";
    silent([
        { name: "nothing was handed out", unknown: 0, code: walked("all.push([r.a]);", "kept.length = 0;") },
        { name: "a row was handed out before it was added", unknown: 1, code: walked("const row = [r.a]; other.keep(row); all.push(row);", grow) },
        { name: "a row was handed out after it was added", unknown: 1, code: walked("const row = [r.a]; all.push(row); other.keep(row);", grow) },
        { name: "a row was handed out as it was read", unknown: 1, code: walked("all.push([r.a]); other.keep(all[0]);", grow) },
        { name: "the list was handed out before", unknown: 1, code: walked("all.push([r.a]);", "kept[0][0].push(0);", "other.keep(all);") },
        { name: "what holds the list was handed out before", unknown: 1, code: walked("all.push([r.a]);", "kept[0].all[0].push(0);", "other.keep({ all });") },
        { name: "a row is put where somebody else looks", unknown: 1, code: walked("all.push([r.a]); box.row = all[0];", "kept[0].row.push(0);", "const box = {}; other.keep(box);") },
        { name: "the list is put where somebody else looks", unknown: 1, code: walked("all.push([r.a]); box.all = all;", "kept[0].all[0].push(0);", "const box = {}; other.keep(box);") },
        { name: "a function that changes it was handed out", unknown: 1, code: walked("all.push([r.a]);", "kept[0]();", "other.keep(() => { all[0].push(0); });") },
        { name: "it is given to what gives the items", unknown: 1, code: `${rows} const all = []; const walk = JSON.parse(process.env.none ?? "null") ?? (function* (list) { for (const r of rows) { yield r; list[0].push(0); } }); for (const r of walk(all)) { all.push([r.a]); } ${see("tf.tensor2d(all).shape[1]")}` },
    ]);
    const ways = { "that a callback makes": "const all = rows.map((r) => [r.a]);", "that a loop adds": "const all = []; for (const r of rows) { all.push([r.a]); }" };
    const changed = (change: string): { name: string; unknown: number; code: string }[] => Object.entries(ways).map(([way, made]) => ({ name: `rows ${way} and that grow by ${change}`, unknown: 1, code: `${rows} ${made} ${change}; ${see("tf.tensor2d(all).shape[1]")}` }));
    silent(
        [
            "all.forEach((one) => one.push(5))",
            "for (const one of all) one.push(1)",
            "all[0].push(9); all[1].push(9)",
            "all[0][1] = 3; all[1][1] = 3",
            "const [first, second] = all; first.push(1); second.push(1)",
            "const { 0: first, 1: second } = all; first.push(1); second.push(1)",
            "const copy = [...all]; copy[0].push(1); copy[1].push(1)",
            "const copy = all.slice(); copy[0].push(1); copy[1].push(1)",
            "const copy = all.concat(); copy[0].push(1); copy[1].push(1)",
            "const copy = Array.from(all); copy[0].push(1); copy[1].push(1)",
            "all.at(0).push(1); all.at(1).push(1)",
            "all.find((one) => one[0] === 1).push(1); all.find((one) => one[0] === 3).push(1)",
            "for (const key in all) all[key].push(1)",
            "all.map((one) => one.push(1))",
            "all.filter((one) => one.push(1))",
            "all.reduce((sum, one) => sum + one.push(1), 0)",
            "all.some((one) => { one.push(1); return false; })",
            "for (const [, one] of all.entries()) one.push(1)",
            "for (const one of new Set(all)) one.push(1)",
            "(await Promise.all(all)).forEach((one) => one.push(1))",
            "Object.values(all).forEach((one) => one.push(1))",
            "const grow = (list) => { list[0].push(1); list[1].push(1); }; grow(all)",
            "const held = { all }; held.all[0].push(1); held.all[1].push(1)",
            "const last = all.pop(); last.push(1); all[0].push(1); all.push(last)",
            "all.splice(0, 2, [1, 2], [3, 4])",
            "all.length = 0; all.push([1, 2])",
            "const more = all.flatMap((one) => [one]); more[0].push(1); more[1].push(1)",
            "all.sort((a, b) => a.push(1) - b.push(1))",
        ].flatMap(changed),
    );
});
