/** Methods and functions that every program finds: what they give is what they give in the run. */
import { describe } from "vitest";
import { known, see, silent } from "./programs.js";

const chance = "Math.floor(Math.random())";

describe("strings", () => {
    known([
        ["case and white space", see("'aB'.toLowerCase() === 'ab' ? 1 : 2", "'aB'.toUpperCase() === 'AB' ? 1 : 2", "' a '.trim().length", "' a '.trimStart().length", "' a '.trimEnd().length", "'abc'.toString().length", "'abcd'.valueOf().length")],
        ["by position", see("+'345'.charAt(1)", "+'345'.charAt()", "'abc'.charCodeAt(1)", "'abc'.codePointAt(2)", "'abc'.codePointAt(9) ?? 4", "+'345'.at(-1)", "'abc'.at(9) ?? 7", "'abcdef'.slice(1, -1).length", "'abcdef'.substring(4, 1).length", "'ab'.repeat(3).length")],
        ["by text", see("'conv2d'.startsWith('conv') ? 1 : 2", "'conv2d'.endsWith('1d') ? 1 : 2", "'conv2d'.includes('2') ? 1 : 2", "'conv2d'.indexOf('2')", "'a-b-a'.lastIndexOf('a')", "'conv2d'.startsWith('v', 3) ? 1 : 2")],
        ["sizes out of text", `const [h, w] = '28x14'.split('x').map(Number); ${see("h", "w", "'abc'.split('').length", "'a,b,c'.split(',', 2).length", "'abc'.split().length")}`],
        ["joined, padded and replaced", see("'ab'.concat('cd', 'e').length", "'5'.padStart(3, '0').length", "'5'.padEnd(4).length", "'a-a'.replace('a', 'bcd').length", "'a-a'.replaceAll('a', 'bcd').length")],
        ["an item by its index, and the length", see("+'345'[1]", "'345'.length", "[...'345'].length")],
    ]);
    silent([
        { name: "a pattern replaced", unknown: 1, code: see("+'3-4'.replace(/-.*/, '')") },
        { name: "a replacement that stands for what was found", unknown: 2, code: see("'a'.replace('a', '$&').length", "'a-a'.replaceAll('a', '$&$&').length") },
        { name: "text compared as people sort it", unknown: 1, code: see("'b'.localeCompare('a') + 1") },
        { name: "a text of unknown parts", unknown: 1, code: `const text = JSON.parse(process.env.none ?? '"x"'); ${see("'ab'.concat(text).length")}` },
        { name: "a callback for what is replaced may change what it reaches", unknown: 1, code: `let n = 3; 'a'.replace(/a/, () => { n = 5; return 'b'; }); ${see("n")}` },
        { name: "a text repeated too often to be held", unknown: 0, code: `const long = 'ab'.repeat(50000000); ${see("4")}` },
    ]);
});

describe("arrays", () => {
    known([
        ["toSpliced, with, at, outside of what is there", see("[1, 2, 3].toSpliced(1, 1, 7, 8)[2]", "[1, 2, 3].toSpliced(1).length", "[1, 2, 3].toSpliced().length", "[1, 2, 3].with(-1, 9)[2]", "[1].at(5) ?? 4", "[1, 2].at() + 1")],
        ["sort: undefined last, text order, an order of one's own", see("[3, undefined, 1].sort()[1]", "['b', 'a'].sort()[0] === 'a' ? 1 : 2", "[{ n: 2 }, { n: 1 }].sort((a, b) => a.n - b.n)[0].n", "[1, 10, 9].toSorted((a, b) => a - b)[2]", "[2, 1].sort(undefined)[0]")],
        ["slices with all kinds of ends", see("[1, 2, 3].slice(undefined, 2).length", "[1, 2, 3].slice(-2, -1)[0]", "[1, 2, 3].slice('1').length", "[1, 2, 3].slice(NaN).length", "[1, 2, 3].fill(5, -1)[2]", "[1, 2, 3].fill(5, 0, 1)[1]")],
        ["splice that inserts, and that takes nothing", `const a = [1, 2]; const none = a.splice(); a.splice(1, 0, 6, 7); ${see("none.length + 1", "a[1]", "a.length")}`],
        ["flat of what is no list, and to no depth", see("[1, 2].flat().length", "[[1, 2]].flat(0).length", "[[1, , 2]].flat().length", "[1, , 2].flat().length")],
        ["NaN is included, but has no index", see("[NaN].includes(NaN) ? 1 : 2", "[NaN].indexOf(NaN) + 2", "[,].includes(undefined) ? 1 : 2")],
        ["toString, join of nothing and of nested lists", see("[1, 2].toString().length", "[1, null, undefined].join('-').length", "[[1, 2], 3].join(';').length", "[1, 2].join(undefined).length")],
        ["new Array of one thing that is no number", see("new Array('3').length", "Array('a', 'b').length", "new Array(0).length + 1")],
        ["Array.from of what is like a list", see("Array.from({ length: 2, 0: 7, 1: 8 })[1]", "Array.from({}).length + 1", "Array.from({ length: -1 }).length + 1", "Array.from({ length: '3' }).length", "Array.from([1, 2], undefined).length")],
        ["concat of holders of lists", see("[].concat([1], [[2]], 3).length", "[1].concat({ length: 2 }).length")],
        ["pop and shift of nothing", see("[].pop() ?? 3", "[].shift() ?? 4", "[,].pop() ?? 5")],
        ["reduce without items of its own", see("[].reduce((s, n) => s + n, 4)", "[7].reduce((s, n) => s + n)", "[1, 2, 3].reduceRight((s, n) => s * 2 + n)")],
    ]);
    silent([
        { name: "an order that is not known", unknown: 1, code: `const list = [3, 4].toSorted(() => Math.random() - 0.5); ${see("list[0]", "list.length")}` },
        { name: "items from an unknown place", unknown: 2, code: `const at = ${chance}; ${see("[4, 5].slice(at).length", "[4, 5].at(at)", "[4, 5].with(at, 5).length")}` },
        { name: "cut at an unknown place", unknown: 3, code: `const a = [4, 5, 6], at = ${chance}; const cut = a.splice(at, 1); ${see("cut.length", "a.length", "[1, 2].toSpliced(at, 1).length")}` },
        { name: "filled from an unknown place: the length stays", unknown: 1, code: `const a = [4, 5].fill(6, ${chance}); ${see("a[0]", "a.length")}` },
        { name: "moved by an unknown distance", unknown: 1, code: `const a = [4, 5].copyWithin(${chance}, 1); ${see("a[0]")}` },
        { name: "joined with something unknown", unknown: 1, code: `const a = [4, 5].concat(JSON.parse(process.env.none ?? "[6]")); ${see("a.length")}` },
        { name: "flattened to an unknown depth", unknown: 1, code: see(`[[4, 5]].flat(1 + ${chance}).length`) },
        { name: "looked for among unknown items", unknown: 2, code: `const n = JSON.parse(process.env.none ?? "5"); ${see("[n, 4].indexOf(4) + 1", "[n].includes(5) ? 1 : 2", "[n, 4].includes(4) ? 3 : 4")}` },
        { name: "an index from where to look", unknown: 1, code: see("[4, 5, 4].indexOf(4, 1)") },
        { name: "text of unknown items", unknown: 2, code: `const n = JSON.parse(process.env.none ?? "5"); ${see("[n, 4].join('').length", "String([n]).length")}` },
        { name: "a method that only newer engines have is not followed", unknown: 1, code: `const a = [4, 5]; const n = a.lastItem?.() ?? 6; ${see("n")}` },
    ]);
});

describe("lists of unknown items", () => {
    const list = `const list = JSON.parse(process.env.none ?? "[3, 1, 2]");`;
    const sized = `const list = Array.from({ length: 3 }).fill(4, ${chance});`;
    known([
        ["the length is what it was, for methods that keep it", `${sized} ${see("list.map((n) => n).length", "list.toReversed().length", "list.slice(1).length", "list.slice(-2, -1).length", "list.slice(5).length + 1", "[...list.keys()].length")} list.reverse().sort(); ${see("list.length")}`],
        ["the keys of a long list of data", `const data = new Float32Array(5); ${see("[...data.keys()][4]", "data.length")}`],
    ]);
    silent([
        { name: "methods of something that came from outside", unknown: 8, code: `${list} ${see("list.map((n) => n).length", "list.filter((n) => n > 1).length", "list.flat().length", "list.concat(4).length", "list.find((n) => n > 2)", "list.indexOf(2)", "list.slice(1).length", "list.at(0)")}` },
        { name: "methods that change it", unknown: 2, code: `${sized} list.push(5); list.shift(); ${see("list.length", "list[0] ?? 4")}` },
        { name: "what is filtered, joined, searched", unknown: 5, code: `${sized} ${see("list.filter(Boolean).length", "list.concat([1]).length", "list.flatMap((n) => [n, n]).length", "list.flat().length", "list.reduce((s) => s + 1, 0)")}` },
        { name: "callbacks may run, and what they change is not sure", unknown: 1, code: `${sized} let n = 3; list.forEach(() => { n = 5; }); ${see("n")}` },
        { name: "an order that is called may change something", unknown: 1, code: `${sized} let n = 3; list.sort(() => { n = 5; return 0; }); ${see("n")}` },
        { name: "a slice of unknown ends", unknown: 1, code: `${sized} ${see(`list.slice(${chance}).length`)}` },
        { name: "arguments that are spread and not known", unknown: 2, code: `const a = [4]; a.push(...JSON.parse(process.env.none ?? "[5]")); ${see("a.length", "[1].concat(...JSON.parse(process.env.none ?? '[[2]]')).length")}` },
    ]);
});

describe("objects", () => {
    known([
        ["names, values and own properties", see("Object.getOwnPropertyNames({ a: 1, b: 2 }).length", "Object.hasOwn({ a: 1 }, 'b') ? 1 : 2", "({ a: 1 }).hasOwnProperty('a') ? 3 : 4", "Object.is(NaN, NaN) ? 1 : 2", "Object.is(0, -0) ? 1 : 2", "Object.is('a', 'a') ? 1 : 2")],
        ["Object.seal and preventExtensions leave what is there", `const o = Object.seal({ n: 3 }), p = Object.preventExtensions({ m: 4 }); ${see("o.n", "p.m")}`],
        ["Object.create inherits", `const base = { n: 3 }; const o = Object.create(base); o.m = 4; ${see("o.n", "o.m")}`],
        ["Object.assign onto an object without a prototype", `const o = Object.assign(Object.create(null), { n: 3 }, { m: 4 }); const p = Object.assign(Object.create(null), { get n() { return 5; } }); ${see("o.n", "o.m", "p.n")}`],
        ["a text of JSON", `const config = JSON.parse('{ "filters": [8, 16], "input": { "shape": [28, 14] }, "name": "net", "bias": true, "none": null }'); config.filters.push(4); ${see("...config.input.shape", "config.filters.length", "config.name.length", "config.bias ? 1 : 2", "config.none ?? 6")}`],
        ["a copy of data by its JSON", `const base = { n: 3, list: [1, undefined], f() {}, none: undefined }; const copy = JSON.parse(JSON.stringify(base)); copy.list.push(4); copy.n = 7; ${see("base.n", "base.list.length", "copy.n", "copy.list.length", "copy.list[1] ?? 9", "Object.keys(copy).length")}`],
        ["JSON as text", see("JSON.stringify({ a: [1, 'b', null, NaN] }).length", "JSON.stringify([1], null, 2).length", "JSON.stringify(undefined)?.length ?? 4", "JSON.stringify('ab').length")],
        ["copies by structuredClone are deep, and keep what is shared", `const inner = { n: 4 }; const o = structuredClone({ a: inner, b: inner, list: [1, [2]], text: "ab", none: null }); inner.n = 9; ${see("o.a.n", "o.a === o.b ? 1 : 2", "o.list[1][0]", "o.text.length", "o.none ?? 5")}`],
    ]);
    silent([
        { name: "keys and values of something unknown", unknown: 2, code: `const o = JSON.parse(process.env.none ?? '{"a": 4}'); ${see("Object.keys(o).length", "Object.values(o)[0]")}` },
        { name: "own names of something unknown", unknown: 1, code: `const o = JSON.parse(process.env.none ?? '{"a": 4}'); ${see("Object.getOwnPropertyNames(o).length")}` },
        { name: "made of unknown pairs", unknown: 1, code: see(`Object.fromEntries(JSON.parse(process.env.none ?? '[["n", 4]]')).n`) },
        { name: "made of pairs under an unknown key", unknown: 1, code: `const o = Object.fromEntries([["n", 4], [JSON.parse(process.env.none ?? '"n"'), 5]]); ${see("o.n")}` },
        { name: "another prototype", unknown: 1, code: `const o = Object.setPrototypeOf({}, { n: 4 }); ${see("o.n")}` },
        { name: "created with descriptors", unknown: 1, code: `const o = Object.create({}, { n: { value: 4 } }); ${see("o.n")}` },
        { name: "JSON that is changed on its way", unknown: 2, code: `const o = JSON.parse('{"n": 3}', (key, value) => (key ? value + 1 : value)), t = JSON.stringify({ n: 3, m: 4 }, ["n"]); ${see("o.n", "t.length")}` },
        { name: "JSON of what is not known, or says so itself", unknown: 3, code: `const n = JSON.parse(process.env.none ?? "3"); class A { n = 3; toJSON() { return 4; } } ${see("JSON.parse(JSON.stringify({ n })).n", "JSON.parse(JSON.stringify(new A()))", "JSON.parse(JSON.stringify({ toJSON: () => 5 }))")}` },
        { name: "JSON that cannot be read", unknown: 1, code: `let n = 3; try { n = JSON.parse("{"); } catch { n = 4; } ${see("n")}` },
        { name: "something unknown assigned over", unknown: 1, code: `const o = Object.assign({ n: 3 }, JSON.parse(process.env.none ?? '{"n": 4}')); ${see("o.n")}` },
        { name: "a property defined on an instance", unknown: 1, code: `class A { n = 3; } const a = new A(); Object.defineProperty(a, "n", { value: 4 }); ${see("a.n")}` },
        { name: "a class instance cloned", unknown: 1, code: `class A { n = 3; } ${see("structuredClone(new A()).n")}` },
        { name: "one object or another is the same as one", unknown: 1, code: `const a = {}, b = {}; ${see("Object.is(Math.random() > -1 ? a : b, a) ? 1 : 2")}` },
    ]);
});

describe("maps", () => {
    known([
        ["true, null and undefined as keys", `const m = new Map([[true, 3], [null, 4], [undefined, 5]]); ${see("m.get(true)", "m.get(null)", "m.get()", "m.size")}`],
        ["lists, layers and maps as keys", `const list = [1], inner = new Map(), dense = tf.layers.dense({ units: 2, inputShape: [3] }); const m = new Map([[list, 3]]); m.set(inner, 4).set(dense, 5); ${see("m.get(list)", "m.get(inner)", "m.get(dense)", "m.get([1]) ?? 6")}`],
        ["WeakMap and WeakSet", `const o = {}; const m = new WeakMap([[o, 3]]); const s = new WeakSet([o]); ${see("m.get(o)", "s.has(o) ? 1 : 2", "s.has({}) ? 3 : 4")}`],
        ["entries of a Set are pairs of itself", `const s = new Set([4]); ${see("[...s.entries()][0][1]", "[...s.keys()][0]", "s.delete(4) ? 1 : 2", "s.delete(4) ? 3 : 4")}`],
        ["made of nothing", see("new Map(null).size + 1", "new Set(undefined).size + 2", "new Map().size + 3")],
        ["emptied", `const m = new Map([["a", 1]]); m.clear(); m.set("b", 7); ${see("m.size", "m.get('b')")}`],
    ]);
    silent([
        { name: "made of something unknown", unknown: 4, code: `const m = new Map(JSON.parse(process.env.none ?? '[["a", 4]]')); m.set("b", 5); ${see("m.get('a')", "m.size", "m.has('a') ? 1 : 2", "[...m.values()].length")}` },
        { name: "made of pairs that are not known", unknown: 1, code: `const m = new Map([JSON.parse(process.env.none ?? '["a", 4]')]); ${see("m.get('a')")}` },
        { name: "a callback on a map that is not known", unknown: 1, code: `const m = new Map(JSON.parse(process.env.none ?? '[["a", 4]]')); let n = 3; m.forEach((v) => { n = v; }); ${see("n")}` },
        { name: "asked with an unknown key, and changed through the answer", unknown: 1, code: `const o = { n: 3 }; const m = new Map([["a", o]]); m.get(JSON.parse(process.env.none ?? '"a"')).n = 4; ${see("o.n")}` },
        { name: "emptied, nothing is left of what was not known", unknown: 0, code: `const m = new Map(JSON.parse(process.env.none ?? '[["a", 4]]')); m.clear(); m.set("b", 5); ${see("m.size", "m.get('b')")}` },
        { name: "deleted from a map that is not known", unknown: 1, code: `const m = new Map(JSON.parse(process.env.none ?? '[["a", 4]]')); ${see("m.delete('a') ? 1 : 2")}` },
    ]);
});

describe("globals", () => {
    known([
        ["numbers out of text", see("parseInt('12px')", "parseInt('ff', 16)", "parseInt(7.9)", "Math.floor(parseFloat('3.5em'))", "Number.parseInt('5')", "Number('6')", "Number(true)", "Number() + 2", "Number.parseFloat('7')")],
        ["questions about numbers", see("Number.isInteger(3) ? 1 : 2", "Number.isInteger(3.5) ? 1 : 2", "Number.isFinite(1 / 0) ? 1 : 2", "Number.isNaN(NaN) ? 1 : 2", "Number.MAX_SAFE_INTEGER > 5 ? 1 : 2", "Infinity > 1 ? 3 : 4", "NaN === NaN ? 5 : 6")],
        ["functions of Math", see("Math.abs(-3)", "Math.sqrt(16)", "Math.cbrt(27)", "Math.pow(2, 3)", "Math.log2(8)", "Math.log10(100)", "Math.sign(9)", "Math.hypot(3, 4)", "Math.max(1, 5, 3)", "Math.min(4, 2)", "Math.trunc(4.7)", "Math.round(2.5)", "Math.ceil(Math.PI)", "Math.imul(2, 3)", "32 - Math.clz32(8)", "Math.max(...[3, 8])")],
        ["more functions of Math", see("Math.round(Math.exp(1))", "Math.floor(Math.log(10))", "Math.cos(0)", "Math.sin(0) + 1", "Math.tan(0) + 1", "Math.atan(0) + 1", "Math.atan2(0, 1) + 1", "Math.asin(0) + 1", "Math.acos(1) + 1", "Math.sinh(0) + 1", "Math.cosh(0)", "Math.tanh(0) + 1", "Math.fround(2)", "Math.log1p(0) + 1", "Math.expm1(0) + 1")],
        ["String, Boolean, Array as functions", see("String(123).length", "String().length + 1", "Boolean(0) ? 1 : 2", "Boolean('a') ? 1 : 2", "Array.isArray(Array(2)) ? 1 : 2", "[1, '', 2].filter(Boolean).length", "['4', '5'].map(Number)[1]", "[1, 22].map(String)[1].length")],
        ["typed arrays", see("new Float32Array().length + 1", "new Float32Array(4).length", "new Int32Array([5, 6])[1]", "new Uint8Array([1, 2]).length", "Int32Array.from([1, 2], (n) => n * 2).length", "Float32Array.of(1, 2, 3).length", "new Uint8Array([300, 1]).length")],
        ["part of a typed array", `const all = new Float32Array([1, 2, 3, 4, 5]); ${see("all.subarray(1).length", "all.subarray(1, 3).length", "all.subarray(-2).length", "new Float32Array(8).subarray(2, 20).length")}`],
        ["numbers as text", see("(12).toString().length", "(255).toString(16).length", "(1.256).toFixed(1).length", "+(2).toFixed()", "(7).valueOf()", "true.toString().length")],
        ["promises resolved", `(async () => { const a = await Promise.resolve(3); const [b, c] = await Promise.all([Promise.resolve(4), 5]); ${see("a", "b", "c")} })();`],
        ["promises of the program's own", `let n = 3; const load = (size) => new Promise((resolve, reject) => { n = 5; if (size < 1) { reject(new Error()); return; } resolve({ size }); resolve({ size: 9 }); }); (async () => { const { size } = await load(4); const inner = await new Promise((resolve) => resolve(Promise.resolve(6))); const failed = await new Promise(() => { throw 1; }).catch(() => 7); ${see("n", "size", "inner")} })(); load(8).then(({ size }) => { ${see("size")} });`],
        ["what follows a promise that somebody else resolves", `const wait = () => new Promise((done) => setTimeout(done, 0)); wait().then(() => ({ n: 3 })).then(({ n }) => { ${see("n")} }); (async () => { const n = await wait().then(() => 4); ${see("n")} })();`],
        ["then, finally and what they hand on", `Promise.resolve(3).then((n) => n + 1).finally(() => 9).then((n) => { ${see("n")} });`],
        ["call, apply and bind", `function f(a, b) { return this.k * a + b; } const o = { k: 2 }; ${see("f.call(o, 3, 4)", "f.apply(o, [5, 6])", "f.bind(o)(1, 1)", "f.bind(o, 7)(1)", "((...xs) => xs.length).apply(null, [1, 2])", "(() => 3).apply()")}`],
    ]);
    silent([
        { name: "numbers out of something unknown", unknown: 4, code: `const x = JSON.parse(process.env.none ?? '"4"'); ${see("parseInt(x)", "parseFloat(x)", "Number(x)", "Math.max(+x, 2)")}` },
        { name: "a function made of text may assign anything", unknown: 1, code: `var n = 3; new Function("return 0")(); n = JSON.parse(process.env.none ?? "4"); ${see("n")}` },
        { name: "a promise that is resolved by one or another", unknown: 3, code: `(async () => { const a = await new Promise((resolve) => { if (Math.random() > 2) resolve(3); resolve(4); }); const b = await new Promise((resolve) => setTimeout(() => resolve(5))); const c = await new Promise((resolve) => { setTimeout(resolve, 0, 6); }); ${see("a", "b", "c")} })();` },
        { name: "what a clock or a page says", unknown: 1, code: see("performance.now() > -1 ? 3 : 4") },
        { name: "an array as long as something unknown", unknown: 2, code: `const n = JSON.parse(process.env.none ?? "3"); ${see("new Array(n).length", "new Float32Array(n).length")}` },
        { name: "applied to a list that is not known", unknown: 1, code: `const f = (...xs) => xs.length; ${see("f.apply(null, JSON.parse(process.env.none ?? '[1, 2]'))")}` },
        { name: "a typed array of something unknown", unknown: 1, code: see("new Float32Array(JSON.parse(process.env.none ?? '[1, 2]')).length") },
    ]);
});
