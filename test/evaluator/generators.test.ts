/** Generators: what they give to whoever asks is what they give in the run, as long as nothing that they read changes in between. */
import { describe } from "vitest";
import { known, see, silent } from "./programs.js";

const sizes = "function* sizes() { yield 3; yield 4; }";
const powers = "function* powers() { let n = 1; while (true) { yield n; n *= 2; } }";

describe("values one after the other", () => {
    known([
        ["for of", `${sizes} let n = 1; for (const s of sizes()) { n *= s; ${see("s")} } ${see("n")}`],
        ["spread into a list, a call and an object's list", `${sizes} ${see("...sizes()")} ${see("Math.max(...sizes())", "[...sizes(), 5].length")}`],
        ["taken apart, with a rest and with a default", `${sizes} const [a, b, c = 9] = sizes(); const [first, ...rest] = sizes(); ${see("a", "b", "c", "first", "rest.length", "rest[0]")}`],
        ["Array.from, Set and Map", `${sizes} function* pairs() { yield ['a', 5]; yield ['b', 6]; } ${see("Array.from(sizes(), (s) => s * 2)[1]", "new Set(sizes()).size", "new Map(pairs()).get('b')", "Object.fromEntries(pairs()).a")}`],
        ["next", `${sizes} const it = sizes(); const a = it.next(), b = it.next(), c = it.next(); ${see("a.value", "b.value", "c.value ?? 7", "b.done ? 1 : 2", "c.done ? 1 : 2")}`],
        ["next, and the rest of it", `${sizes} const it = sizes(); it.next(); ${see("...it")}`],
        ["none are left of one that was asked for all, or left early", `${sizes} const it = sizes(), other = sizes(); [...it]; for (const s of other) break; ${see("[...it].length + 1", "[...other].length + 2", "it.next().done ? 3 : 4")}`],
        ["parameters, locals, loops and conditions", `function* steps(n, by = 2) { for (let i = 1; i <= n; i++) { if (i === 2) continue; const size = i * by; yield size; } } ${see("...steps(4)", "...steps(3, 5)")}`],
        ["no end: who asks stops", `${powers} for (const p of powers()) { if (p > 8) break; ${see("p")} } const [a, b, c] = powers(); ${see("a", "b", "c")}`],
        ["another one's values, and its own again", `${sizes} function* more(n) { yield* sizes(); yield* [5, 6]; if (n > 0) yield* more(n - 1); } ${see("...more(1)")}`],
        ["methods, and what they read of their object", `class Net { filters = [8, 16]; *sizes() { for (const f of this.filters) yield f; } } const o = { *f() { yield 5; } }; ${see("...new Net().sizes()", "...o.f()")}`],
        ["one that is bound, and one that is called by `call`", `function* twice() { yield this.n; yield this.n; } ${see("...twice.call({ n: 5 })", "...twice.bind({ n: 6 })()")}`],
        ["layers made on the way, in order", "function* layers() { yield tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [9, 9, 1] }); yield tf.layers.flatten(); } const m = tf.sequential(); for (const layer of layers()) m.add(layer); m.add(tf.layers.dense({ units: 2 }));"],
        ["layers applied on the way", "function* pyramid(x) { for (const f of [4, 8]) { x = tf.layers.conv2d({ filters: f, kernelSize: 3, strides: 2 }).apply(x); yield x; } } const [a, b] = [...pyramid(tf.input({ shape: [19, 19, 3] }))]; tf.layers.flatten().apply(a); tf.layers.flatten().apply(b);"],
        ["layers applied on the way, one by one", "function* pyramid(x) { for (const f of [4, 8]) { x = tf.layers.conv2d({ filters: f, kernelSize: 3, strides: 2 }).apply(x); yield x; } } for (const level of pyramid(tf.input({ shape: [19, 19, 3] }))) tf.layers.flatten().apply(level);"],
        ["an answer that is given to it", `function* sizes() { const n = yield 3; yield n; } const it = sizes(); it.next(); ${see("it.next(5).value")}`],
        ["answers that are added up", `function* sums() { let sum = 1; while (true) sum += (yield sum) ?? 1; } const it = sums(); it.next(99); ${see("it.next(2).value", "it.next(5).value", "it.next().value")} for (const s of it) { if (s > 12) break; ${see("s")} }`],
        ["an answer that is a tensor of a model", `function* widths() { const x = yield 1; yield x.shape[1]; } const it = widths(); it.next(); ${see("it.next(tf.input({ shape: [4] })).value")}`],
        ["what comes after the value that was asked for has not happened", `let n = 1; function* sizes() { yield 3; n = 9; } const it = sizes(); ${see("it.next().value", "n")}`],
        ["what nobody asks is not run", `let n = 1; function* set() { n = 5; yield n; } set(); ${see("n")}`],
    ]);
    silent([
        { name: "it changes what others read", unknown: 2, code: `let n = 1; function* sizes() { n = 5; yield 3; yield 4; } for (const s of sizes()) { ${see("s")} } ${see("n")}` },
        { name: "what it reads changes on the way", unknown: 1, code: `let n = 3; function* sizes() { yield n; yield n; } let last = 1; for (const s of sizes()) { n *= 2; last = s; } ${see("last")}` },
        { name: "what it reads changes between one `next` and another", unknown: 1, code: `let n = 3; function* sizes() { yield n; yield n; } const it = sizes(); it.next(); n = 4; ${see("it.next().value")}` },
        { name: "it changes what others read, asked by hand", unknown: 1, code: `let n = 1; const it = (function* () { n = 2; yield 1; n = 3; })(); it.next(); ${see("n")}` },
        { name: "one value more or less", unknown: 1, code: `function* sizes() { yield 3; if (Math.random() > 2) yield 4; } ${see("[...sizes()].length")}` },
        { name: "an answer that others may change", unknown: 1, code: `function* sizes() { const a = yield 3; const n = a.length; yield 4; yield n; } const it = sizes(); const a = [1]; it.next(); it.next(a); a.push(2); ${see("it.next().value")}` },
        { name: "an answer for another generator within", unknown: 1, code: `function* inner() { const n = yield 3; yield n; } function* outer() { yield* inner(); } const it = outer(); it.next(); ${see("it.next(5).value")}` },
        { name: "an answer that nobody knows", unknown: 1, code: `function* sizes() { const n = yield 3; yield n; } const it = sizes(); it.next(); ${see("it.next(Number(process.env.none ?? 4)).value")}` },
        { name: "asked for by others as well", unknown: 1, code: `${sizes} const it = sizes(); setTimeout(() => it.next()); const ask = JSON.parse(process.env.none ?? "0") || ((one) => one.next()); ask(it); ${see("it.next().value")}` },
        { name: "asked within the loop over it", unknown: 1, code: `${sizes} const it = sizes(); let n = 1; for (const s of it) { n = it.next().value ?? n; } ${see("n")}` },
        { name: "one of two", unknown: 1, code: `${sizes} function* others() { yield 5; } const it = Math.random() > 2 ? others() : sizes(); ${see("[...it].length")}` },
        { name: "very many values", unknown: 1, code: `function* many() { for (let i = 0; i < 1000; i++) yield i; } ${see("[...many()].length")}` },
        { name: "an iterator that changes what others read", unknown: 2, code: `let n = 1; const o = { *[Symbol.iterator]() { n = 2; yield 3; } }; const [s] = o; ${see("s", "n")}` },
        { name: "values that come later, asked for as if they were there", unknown: 1, code: `async function* later() { yield 3; } let n = 4; try { [n] = later(); } catch {} ${see("n")}` },
        { name: "an iterator that is no generator", unknown: 1, code: `const o = { [Symbol.iterator]() { let n = 0; return { next: () => ({ done: n > 1, value: n++ }) }; } }; ${see("[...o].length")}` },
            ]);
});

describe("objects with an iterator", () => {
    known([
        ["a class", `class Sizes { #list = [3, 4]; *[Symbol.iterator]() { yield* this.#list; } } const sizes = new Sizes(); for (const s of sizes) { ${see("s")} } ${see("...sizes", "Array.from(sizes).length", "Math.max(...sizes)")}`],
        ["inherited, and replaced", `class A { *[Symbol.iterator]() { yield 3; } } class B extends A {} class C extends A { *[Symbol.iterator]() { yield* super[Symbol.iterator](); yield 5; } } ${see("...new B()", "[...new C()].length")}`],
        ["a list's own", `class Sizes { list = [3, 4]; [Symbol.iterator]() { return this.list[Symbol.iterator](); } } const o = { [Symbol.iterator]: () => [6][Symbol.iterator]() }; ${see("...new Sizes()", "...o", "Array.from(o)[0]", "Object.keys(o).length + 1")}`],
    ]);
});

describe("for await", () => {
    const inside = (code: string): string => `async function main() { ${code} } main();`;
    known([
        ["over a list of values and promises", inside(`let n = 1; for await (const s of [3, Promise.resolve(4), (async () => 5)()]) { n *= s; ${see("s")} } ${see("n")}`)],
        ["over a generator's values", `${sizes} ${inside(`for await (const s of sizes()) { ${see("s")} }`)}`],
        ["over an async generator's values", `async function* later(n) { for (let i = 1; i <= n; i++) { await null; yield i; yield Promise.resolve(i * 10); } } ${inside(`for await (const s of later(2)) { ${see("s")} }`)}`],
        ["over an object with an async iterator", `class Batches { async *[Symbol.asyncIterator]() { yield 5; yield 6; } } ${inside(`for await (const s of new Batches()) { ${see("s")} } const it = new Batches()[Symbol.asyncIterator](); const { value } = await it.next(); ${see("value")}`)}`],
        ["layers that are made by async functions", `const conv = async (filters) => tf.layers.conv2d({ filters, kernelSize: 3 }); ${inside("const m = tf.sequential(); m.add(tf.layers.inputLayer({ inputShape: [9, 9, 1] })); for await (const layer of [conv(2), conv(3)]) m.add(layer); m.add(tf.layers.flatten());")}`],
    ]);
});
