/** Code that is not run to its end, or that only somebody else may run: what it may have changed is not sure. */
import { describe } from "vitest";
import { known, see, silent, symbolic } from "./programs.js";

/** More work than callbacks that may be called are followed for. */
const long = "for (let i = 0; i < 5000; i++) for (let j = 0; j < 3; j++) Math.abs(i);";
/** Too much of it for a callback, however patient one is. */
const steady = "k = Math.abs(k);".repeat(1000);

describe("callbacks that take long", () => {
    silent([
        { name: "a variable that is assigned somewhere", unknown: 1, code: `let n = 3; const m = 4; JSON.parse(process.env.none ?? "[1]").forEach(() => { ${long} n = 5; }); ${see("n", "m")}` },
        { name: "a property that is assigned, and one of that name elsewhere", unknown: 1, code: `const o = { n: 3, inner: { n: 4 } }; JSON.parse(process.env.none ?? "[1]").forEach(() => { ${long} o.inner.n = 5; }); ${see("o.n", "o.inner.n")}` },
        { name: "a property that nobody assigns", unknown: 0, code: `const o = { k: 3 }; let n = 1; JSON.parse(process.env.none ?? "[1]").forEach(() => { ${long} n = 5; }); ${see("o.k")}` },
        { name: "lists and maps", unknown: 2, code: `const list = [3], map = new Map([["a", 4]]); JSON.parse(process.env.none ?? "[1]").forEach(() => { ${long} list.push(5); map.set("a", 6); }); ${see("list.length", "map.get('a')")}` },
        { name: "an object that holds itself", unknown: 1, code: `const o = { n: 3 }; o.self = o; JSON.parse(process.env.none ?? "[1]").forEach(() => { ${long} o.self.n = 5; }); ${see("o.n")}` },
    ]);
    const stack = "const model = tf.sequential(); model.add(tf.layers.dense({ inputShape: [8], units: 4 })); for (let i = 0; i < n; i++) model.add(tf.layers.dense({ units: 3 })); model.add(tf.layers.dense({ units: 2 }));";
    symbolic([
        { name: "what comes after them is followed as if they were not there", code: `let k = 0; export function prepare(load, n) { load(() => { ${steady} }); ${stack} }`, expected: ["4", "3 | 3", "2"] },
        { name: "a field that only the constructor sets, and one that the callback sets", code: `let k = 0; class Net { constructor(conf) { this.tf = conf.tf; this.n = 3; this.m = 4; } grow() { this.m = 5; } } export function build(conf, load) { const net = new Net(conf); load(() => { ${steady} net.grow(); }); net.tf.input({ shape: [net.n, net.m] }); }`, expected: ["3, m"] },
        { name: "a field that a callback of the constructor sets", code: `let k = 0; export class Net { constructor(load) { this.n = 3; load(() => { ${steady} this.n = 5; }); ${see("this.n")} } }`, expected: ["n"] },
    ]);
});

describe("loops without a condition", () => {
    const model = "const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] })] });";
    known([
        ["one that is left from within, who knows when, ends before what follows it", `const next = () => Number(process.env.none ?? 0); const step = (at) => { while (1) { switch (at) { case 0: ${model} return 7; default: return 8; } } }; step(next()); for (;;) { ${model} if (next() < 1) break; } ${see("5")}`],
    ]);
});

describe("a loop that was given up while only its effect was asked for", () => {
    symbolic([
        {
            name: "is run to its end in earnest",
            code: `const fill = (months) => { const out = []; for (let i = 0; i < 24; i++) { const at = new Date(months[0]); at.setMonth(at.getMonth() + i); at.setDate(at.getDate() + i); out.push([i, at.toISOString().slice(0, 7), months.length + i, i % 12]); } tf.input({ shape: [out.length] }); }; listen(async () => { fill(Object.keys(await load())); }); fill(["2020-01"]);`,
            expected: ["24"],
        },
    ]);
});

describe("lists that grow in long loops of which the turns are counted", () => {
    known([
        ["as many in every turn", `const xs = [0], ys = []; for (let i = 0; i < 5000; i++) { xs.push(Math.sin(i)); ys.push(i, i); } ${see("xs.length", "ys.length")}`],
        ["by fractions, downwards, up to a variable", `const n = 4000, xs = [], ys = [], zs = []; for (let i = 0; i < 10; i += 0.001) xs.push(i * i); for (let i = n; i >= 3; i -= 2) ys.push(Math.max(i, 2)); for (let i = 1; i <= n; i = i + 1) zs.push(Math.max(i, 2)); ${see("xs.length", "ys.length", "zs.length")}`],
        ["one way as the other", `const xs = []; for (let i = 0; i < 5000; i++) { if (Math.random() > 0.5) xs.push(1); else xs.push(2); } ${see("xs.length")}`],
        ["rows", `const rows = []; for (let i = 0; i < 3000; i++) { const row = []; for (let j = 0; j < 4; j++) row.push(i * j); rows.push(row); } ${see("rows.length")} tf.layers.dense({ units: 2 }).apply(tf.layers.dense({ units: 3, inputShape: [4] }).apply(tf.input({ shape: [tf.tensor2d(rows).shape[1]] })));`],
        ["over a list, and over what came of it", `const xs = [], ys = [], zs = []; for (let i = 0; i < 4000; i++) xs.push(i); for (const x of xs) ys.push([x, Math.abs(x)]); ys.forEach((y) => { zs.push(Math.abs(y[0])); }); ${see("ys.length", "zs.length")}`],
        ["over a long list that is known", `const xs = Array.from({ length: 2000 }, (_, i) => i), ys = []; xs.forEach((x) => { ys.push(Math.sin(x) + Math.cos(x)); }); ${see("ys.length")}`],
        ["tensors", `const xs = []; for (let i = 0; i < 900; i++) { const x = tf.zeros([2, 3]); xs.push(x.add(1).mul(2)); } ${see("tf.stack(xs).shape[0]", "tf.concat(xs).shape[0]")}`],
    ]);
    silent([
        { name: "perhaps none", unknown: 1, code: `const xs = []; for (let i = 0; i < 5000; i++) { if (Math.random() > 0.5) xs.push(1); } ${see("xs.length + 1")}` },
        { name: "a loop that is perhaps left", unknown: 1, code: `const xs = [1]; for (let i = 0; i < 5000; i++) { xs.push(1); if (Math.random() > 0.5) break; } ${see("xs.length")}` },
        { name: "up to some length", unknown: 0, code: `const xs = []; for (let i = 0; i < 5000; i++) { if (xs.length < 50) xs.push(1); } ${see("xs.length")}` },
        { name: "up to some length that it reaches late", unknown: 1, code: `const xs = []; for (let i = 0; i < 5000; i++) { if (xs.length < 2000) xs.push(1); } ${see("xs.length")}` },
        { name: "something is taken out again", unknown: 1, code: `const xs = [1]; for (let i = 0; i < 5000; i++) { xs.push(1); if (xs.length > 3000) xs.shift(); } ${see("xs.length")}` },
        { name: "a limit that moves", unknown: 1, code: `let n = 4000; const xs = []; for (let i = 0; i < n; i++) { xs.push(Math.abs(i)); if (i % 2) n--; } ${see("xs.length")}` },
        { name: "a callback that ends the walk", unknown: 1, code: `const xs = Array.from({ length: 3000 }, (_, i) => i), ys = []; xs.some((x) => { ys.push(Math.abs(x)); return ys.length > 2900; }); ${see("ys.length")}` },
        { name: "holes, for which no callback is called", unknown: 3, code: `const a = [], b = [], c = [], holes = new Array(200000), few = new Array(3000); few[1] = 1; holes.forEach(() => a.push(1)); few.forEach((x) => { b.push(Math.abs(x)); }); new Array(3).fill(1, Math.floor(Math.random())).forEach(() => c.push(1)); ${see("a.length + 1", "b.length", "c.length + 1")}` },
        { name: "two names for one list", unknown: 2, code: `const a = [], b = process.env.none ? a : []; for (let i = 0; i < 5000; i++) { a.push(1); b.push(1); } ${see("a.length", "b.length")}` },
    ]);
});

describe("what takes longer than a whole program may", () => {
    const work = `let k = 0; const some = () => { ${steady} }; const work = () => { ${"some();".repeat(12)} n = 5; };`;
    silent([
        { name: "what it assigns, and what it does not", unknown: 1, code: `let n = 3; const m = 4; ${work} work(); ${see("n", "m")}` },
    ]);
    symbolic([
        { name: "functions that nobody calls are looked at all the same", code: `let n = 3; ${work} work(); export function f(m) { ${see("n", "m")} }`, expected: ["n, m"] },
    ]);
});

describe("functions that call themselves deeper than can be followed", () => {
    silent([
        { name: "a count that goes on", unknown: 1, code: `let n = 0; const down = (k) => { n++; if (k > 0) down(k - 1); }; down(300); ${see("n")}` },
        { name: "what such a function does not touch", unknown: 0, code: `let n = 0; const o = { k: 4 }; const down = (k) => { n++; if (k > 0) down(k - 1); }; down(300); ${see("o.k")}` },
        { name: "a list that is filled", unknown: 1, code: `const list = []; const down = (k) => { list.push(k); if (k > 0) down(k - 1); }; down(300); ${see("list.length")}` },
        { name: "a function that calls itself twice, by the size of something unknown", unknown: 1, code: `let n = 1; const grow = (k) => { n++; if (k > 0) { grow(k - 1); grow(k - 1); } }; grow(JSON.parse(process.env.none ?? "3")); ${see("n")}` },
    ]);
});

describe("callbacks given to code that cannot be seen", () => {
    silent([
        { name: "in an object of options", unknown: 1, code: `let n = 3; const run = JSON.parse(process.env.none ?? "0") || ((o) => o.done()); run({ done: () => { n = 5; } }); ${see("n")}` },
        { name: "in a list", unknown: 1, code: `let n = 3; const run = JSON.parse(process.env.none ?? "0") || (([f]) => f()); run([() => { n = 5; }]); ${see("n")}` },
        { name: "kept, and called by the next unseen call", unknown: 1, code: `let n = 3, kept; const run = JSON.parse(process.env.none ?? "0") || ((f) => { if (f) kept = f; else kept(); }); run(() => { n = 5; }); n = 4; run(); ${see("n")}` },
        { name: "a method, with the object it belongs to", unknown: 1, code: `const o = { n: 3, grow() { this.n = 5; } }; const run = JSON.parse(process.env.none ?? "0") || ((x) => x.grow()); run(o); ${see("o.n")}` },
        { name: "a callback that calls back", unknown: 1, code: `let n = 3; const run = JSON.parse(process.env.none ?? "0") || ((f) => f((g) => g())); run((call) => call(() => { n = 5; })); ${see("n")}` },
        { name: "a callback that nothing comes of", unknown: 0, code: `let n = 3; const run = JSON.parse(process.env.none ?? "0") || ((f) => f()); run(() => n + 1); ${see("n")}` },
    ]);
});

describe("objects where a number or a text is asked for", () => {
    known([
        ["valueOf for numbers, toString for text", `const o = { valueOf() { return 3; }, toString() { return "abcd"; } }; ${see("o * 2", "+o", "`${o}`.length", "o + 1")}`],
        ["one of the two where the other is missing", `const a = { valueOf: () => 4, toString: undefined }, b = { toString: () => "56" }; ${see("a - 1", "b * 1")}`],
        ["methods of a class", `class Size { constructor(n) { this.n = n; } valueOf() { return this.n; } } const s = new Size(6); ${see("s / 2", "-s + 10", "s - new Size(1)")}`],
        ["the effect of being asked", `let n = 1; const o = { valueOf() { n++; return 2; } }; const m = o * 3; ${see("n", "m")}`],
    ]);
    silent([
        { name: "an object that came from outside", unknown: 1, code: `const o = { ...JSON.parse(process.env.none ?? '{"n": 3}') }; const text = \`\${o}\`; ${see("text.length")}` },
        { name: "an object without methods of its own", unknown: 1, code: `const text = \`\${{ n: 3 }}\`; ${see("text.length")}` },
    ]);
});

describe("what is the same as what", () => {
    known([
        ["loosely", see("'3' == 3 ? 1 : 2", "true == 1 ? 1 : 2", "null == 0 ? 3 : 4", "undefined == null ? 5 : 6", "'' == 0 ? 7 : 8", "[3] == 3 ? 9 : 10", "'a' != 'b' ? 11 : 12", "null != undefined ? 13 : 14", "0 == false ? 15 : 16")],
        ["strictly", `const o = {}, p = o; ${see("o === p ? 1 : 2", "o === {} ? 3 : 4", "o !== { ...p } ? 1 : 2", "'3' === 3 ? 3 : 4", "null === null ? 5 : 6", "true !== false ? 7 : 8", "tf === tf ? 9 : 10", "'ab' === 'ab' ? 11 : 12")}`],
        ["in order", see("'b' > 'a' ? 1 : 2", "'b' <= 'a' ? 3 : 4", "'10' < '9' ? 5 : 6", "null >= 0 ? 7 : 8", "undefined < 1 ? 9 : 10", "'a' >= 'a' ? 11 : 12", "3 > 4 ? 13 : 14", "3 <= 3 ? 15 : 16")],
        ["kinds", see("typeof undefined === 'undefined' ? 1 : 2", "(typeof '').length", "(typeof true).length", "(typeof (() => 1)).length", "(typeof class {}).length", "(typeof null).length", "(typeof [1]).length", "(typeof Math.max).length")],
        ["signs and bits of what is no number", see("-'3' + 4", "+[5]", "~'4' + 9", "+null + 1", "'12' & 6", "true | 4", "'7' ^ 2", "(void 1) ?? 3")],
    ]);
    silent([
        { name: "something unknown with anything", unknown: 5, code: `const x = JSON.parse(process.env.none ?? "3"); ${see("x == 3 ? 1 : 2", "x === 3 ? 1 : 2", "x > 2 ? 1 : 2", "x == null ? 1 : 2", "(typeof x).length")}` },
        { name: "one of several objects with one of them", unknown: 1, code: `const o = { n: 1 }, p = { n: 2 }; const q = JSON.parse(process.env.none ?? "1") ? o : p; ${see("q === o ? 3 : 4")}` },
        { name: "text and something unknown", unknown: 2, code: `const x = JSON.parse(process.env.none ?? "3"); ${see("('a' + x).length", "x & 3")}` },
    ]);
});
