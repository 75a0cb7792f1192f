import { describe } from "vitest";
import { known, see, silent } from "./programs.js";

describe("arrays", () => {
    known([
        ["literals, spread and holes", `const a = [1, 2]; const b = [...a, 3, ...a.map((n) => n * 10)]; const h = [, 5, , 6]; ${see("b.length", "b[4]", "h.length", "h[1]", "(h[0] ?? 7)")}`],
        ["map, filter, reduce", `const a = [4, 8, 16]; ${see("a.map((n) => n * 2)[1]", "a.filter((n) => n > 5).length", "a.reduce((s, n) => s + n)", "a.reduce((s, n) => s + n, 100)", "a.reduceRight((s, n) => s * 2 + n)", "a.map((n, i, all) => i + all.length)[2]")}`],
        ["forEach", `let sum = 0; [1, 2, 3].forEach((n, i) => { sum += n * i; }); ${see("sum")}`],
        ["callbacks that are functions with names, and built-ins", `function half(n) { return n / 2; } ${see("[8].map(half)[0]", "['3'].map(Number)[0]", "[0, 1, 2].filter(Boolean).length", "['5', '6'].map(parseFloat)[1]", "[1.5].map(Math.floor)[0]")}`],
        ["push, pop, shift, unshift", `const a = [1]; const n = a.push(2, 3); const p = a.pop(); a.unshift(9, 8); const s = a.shift(); ${see("n", "p", "s", "a.length", "a[0]")}`],
        ["slice and splice", `const a = [1, 2, 3, 4, 5]; const cut = a.splice(1, 2, 7, 8, 9); ${see("cut.length", "a.length", "a[3]", "a.slice(1, 3)[1]", "a.slice(-1)[0]", "a.slice().length", "a.slice(2).length")} a.splice(4); a.splice(-1, 1); ${see("a.length")}`],
        ["splice without a count takes the rest, and with undefined takes none", `const a = [1, 2, 3]; a.splice(1, undefined); const n = a.length; a.splice(1); ${see("n", "a.length")}`],
        ["concat and flat", `const a = [1, [2, [3]]]; ${see("a.flat().length", "a.flat(Infinity).length", "[0].concat(a, 4, [5, 6]).length", "[1, 2].flatMap((n) => [n, n * 2])[3]", "a.flat(2)[2]")}`],
        ["at, includes, indexOf, find", `const a = [3, 5, 7]; ${see("a.at(-1)", "a.at(0)", "a.includes(5) ? 1 : 2", "a.indexOf(7)", "a.indexOf(9) + 2", "a.find((n) => n > 3)", "a.findIndex((n) => n > 3)", "a.findLast((n) => n < 6)", "a.lastIndexOf(5)", "a.findLastIndex((n) => n < 6)")}`],
        ["some and every stop early", `let n = 0; const a = [1, 2, 3]; const any = a.some((k) => { n += k; return k === 2; }); const all = a.every((k) => { n += k; return k < 1; }); ${see("n", "any ? 1 : 2", "all ? 3 : 4")}`],
        ["reverse and sort change the array", `const a = [3, 1, 10]; const b = a.reverse(); ${see("a[0]", "b === a ? 1 : 2")} a.sort(); ${see("a[0]", "a[1]", "a[2]")} a.sort((x, y) => y - x); ${see("a[0]")} ${see("[2, 1].toSorted()[0]", "[2, 1].toReversed()[0]", "[3, 4].with(0, 7)[0]")}`],
        ["fill, new Array, Array.from, Array.of", `${see("Array(3).fill(4)[2]", "new Array(5).length", "Array.from({ length: 3 }, (_, i) => i * 2)[2]", "Array.of(7).length", "[...Array(4).keys()][3]", "Array.from([1, 2], (n) => n + 5)[0]", "new Array(2, 3)[1]", "[1, 2, 3].fill(9, 1)[1]", "Array.from('abc').length", "Array.from(new Set([1, 1])).length")}`],
        ["holes are skipped by map and forEach, not by Array.from and spread", `let n = 0; new Array(3).forEach(() => n++); const a = new Array(2).map(() => 5); ${see("n + 1", "a.length", "(a[0] ?? 3)", "[...new Array(2)].map(() => 5)[0]", "Array.from(Array(2)).map(() => 6)[0]", "[, 1].reduce((s, v) => s + v, 2)", "[, 1].filter(() => true).length")}`],
        ["join and toString", `${see("[1, 2].join('').length", "[1, 2].join().length", "`${[1, 2]}`.length", "+[1, 2].join('')", "String([3]).length")}`],
        ["length set and items written", `const a = [1, 2, 3]; a.length = 1; a[3] = 5; ${see("a.length", "a[3]", "(a[1] ?? 9)")}`],
        ["entries, keys and values", `for (const [i, n] of [7, 8].entries()) { ${see("i + 1", "n")} } ${see("[...[5, 6].keys()].length", "[...[5, 6].values()][1]", "[...[5].entries()][0][1]")}`],
        ["the same array by two names", `const a = [1]; const b = a; b.push(2); a[0] = 5; ${see("a.length", "b[0]")}`],
        ["a copy is another array", `const a = [1]; const b = [...a], c = a.slice(), d = Array.from(a), f = a.concat(); b.push(2); c.push(3); d.push(4); f.push(5); ${see("a.length", "b.length")}`],
        ["a copy is shallow", `const a = [{ n: 1 }]; const [first] = [...a]; first.n = 5; ${see("a[0].n")}`],
        ["nested arrays", `const grid = Array.from({ length: 2 }, () => Array(3).fill(0)); grid[1][2] = 8; const row = new Array(2).fill([0]); row[0][0] = 6; ${see("grid[1][2]", "grid.length", "grid[0].length", "row[1][0]")}`],
        ["a list of layers", `const layers = [8, 4].map((units, i) => tf.layers.dense({ units, ...(i === 0 ? { inputShape: [3] } : {}) })); tf.sequential({ layers });`],
        ["layers added by forEach", `const model = tf.sequential(); [["dense", { units: 4, inputShape: [3] }], ["dense", { units: 2 }]].forEach(([type, config]) => model.add(tf.layers[type](config)));`],
        ["reduce over layers", `[8, 4].reduce((x, units) => tf.layers.dense({ units }).apply(x), tf.input({ shape: [3] }));`],
        ["isArray and typed arrays", `${see("Array.isArray([]) ? 1 : 2", "Array.isArray({}) ? 3 : 4", "new Float32Array(6).length", "new Uint8Array([1, 2]).length", "Float32Array.from([1, 2, 3]).length", "Int32Array.of(1, 2).length", "new Float32Array(4).fill(1).length", "new Float32Array(new Float32Array(7)).length", "new Float32Array(8).map((n) => n).length", "new Float32Array(9).slice().length")}`],
        ["forEach over what the callback changes", `const a = [1, 2]; let n = 0; a.forEach((v) => { n += v; if (a.length < 5) a.push(7); }); ${see("n", "a.length")} const b = [1, 2, 3]; let m = 0; b.forEach((v) => { m += v; b.pop(); }); ${see("m")}`],
        ["destructuring of function results", `const f = () => [1, [2, { n: 3 }]]; const [a, [b, { n }]] = f(); ${see("a", "b", "n")}`],
        ["negative and text indices", `const a = [4, 5]; ${see("(a[-1] ?? 3)", "a['1']", "a['length']", "(a[1.5] ?? 6)")}`],
        ["copyWithin, lastIndexOf and toSpliced", `${see("[1, 2, 3].copyWithin(0, 1)[0]", "[1, 2, 1].lastIndexOf(1)", "[1, 2, 3].toSpliced(0, 1).length")}`],
        ["in and delete on an array", `const a = [1, 2]; ${see("0 in a ? 1 : 2", "5 in a ? 3 : 4")} delete a[0]; ${see("a.length", "(a[0] ?? 9)")}`],
        ["rows made of long data are as wide as the first", `const data = Array.from({ length: 900 }, (_, i) => ({ a: i, b: i % 3 })); const rows = data.map((row) => [row.a, row.b === 0 ? 1 : 0, row.b === 1 ? 1 : 0, row.b === 2 ? 1 : 0]); ${see("rows.length", "rows[0].length", "tf.tensor2d(rows).shape[1]", "tf.tensor2d(rows, [900, 4]).shape[0]")}`],
        ["a tensor of numbers that nobody knows is as long as they are", `const v = tf.linspace(0, 1, 7).dataSync(); ${see("tf.tensor1d(Array.from(v, (n, i) => n - i)).shape[0]")}`],
        ["groups of a list", `const sizes = [4, 8, 12]; const total = sizes.map((n) => n / 4).filter((n) => n % 2).concat(5).reverse(); ${see("total[0]", "total.length")}`],
    ]);
    silent([
        { name: "forEach over what the callback perhaps makes longer", unknown: 3, code: `const a = [1, 2]; a.forEach((v, i) => { if (i > 0) { ${see("v", "i")} } if (Math.random() > 2) a.push(3); });` },
        { name: "sorted by chance", unknown: 1, code: `const a = [3, 1, 2].sort(() => Math.random() - 0.5); ${see("a[0]")}` },
        { name: "sorted by chance, the length stays", unknown: 0, code: `const a = [3, 1, 2].sort(() => Math.random() - 0.5); ${see("a.length")}` },
        { name: "filtered by chance", unknown: 1, code: `const a = [1, 2, 3].filter(() => Math.random() > -1); ${see("a.length")}` },
        { name: "an unknown index written", unknown: 1, code: `const a = [1, 2]; a[Math.floor(Math.random())] = 5; ${see("a[0]")}` },
        { name: "an unknown index read", unknown: 1, code: `const a = [1, 2]; ${see("a[Math.floor(Math.random())]")}` },
        { name: "an unknown number of items", unknown: 1, code: see("Array.from({ length: 3 + Math.floor(Math.random()) }).length") },
        { name: "something unknown spread", unknown: 2, code: `const a = [1, ...JSON.parse(process.env.none ?? "[2]"), 3]; ${see("a.length", "a[1]")}` },
        { name: "a list given away", unknown: 2, code: `const a = [1]; const take = JSON.parse(process.env.none ?? "0") || ((list) => { list[0] = 4; list.push(5); }); take(a); ${see("a.length", "a[0]")}` },
        { name: "pushed in a callback that may be called", unknown: 1, code: `const a = [1]; const each = JSON.parse(process.env.none ?? "0") || ((f) => { f(); f(); }); each(() => a.push(2)); ${see("a.length")}` },
        { name: "rows of long data, but for the first ones", unknown: 1, code: `const data = Array.from({ length: 900 }, (_, i) => i); const rows = data.map((i) => [i, i + 1, i % 2, i % 3, i % 5, i % 7, i % 11].slice(i > 895 ? 3 : 2)); ${see("rows[899].length")}` },
        { name: "find under an unknown condition", unknown: 1, code: see("[4, 5].find(() => Math.random() > -1)") },
        { name: "an array by a second name, changed in a branch", unknown: 1, code: `const a = [1]; const b = a; if (Math.random() > -1) b.push(2); ${see("a.length")}` },
        { name: "one of two arrays is changed", unknown: 2, code: `const a = [1], b = [1]; const c = Math.random() > -1 ? a : b; c.push(2); ${see("a.length", "b.length")}` },
        { name: "one of two objects is changed", unknown: 2, code: `const a = { n: 1 }, b = { n: 1 }; const c = Math.random() > -1 ? a : b; c.n = 2; ${see("a.n", "b.n")}` },
        { name: "one of two objects is given away", unknown: 1, code: `const a = { n: 1 }, b = { n: 1 }; let c = a; if (Math.random() > 2) c = b; Object.assign(c, { n: 4 }); ${see("a.n")}` },
        { name: "one of two objects, changed by a method of another", unknown: 1, code: `class A { n = 1; grow() { this.n = 5; } } const a = new A(), b = new A(); (Math.random() > 2 ? b : a).grow(); ${see("a.n")}` },
        { name: "an item of a list that is not known which", unknown: 1, code: `const list = [{ n: 1 }, { n: 2 }]; list[Math.floor(Math.random())].n = 7; ${see("list[0].n")}` },
        { name: "an item found by chance", unknown: 1, code: `const list = [{ n: 1 }, { n: 2 }]; list.find(() => Math.random() > -1).n = 7; ${see("list[0].n")}` },
        { name: "each item of a list shuffled, but for the one that was set", unknown: 0, code: `const list = [{ n: 1 }, { n: 1 }]; list.sort(() => Math.random() - 2)[0].n = 7; ${see("list[0].n")}` },
        { name: "a value of an object under an unknown key", unknown: 1, code: `const o = { a: { n: 1 }, b: { n: 2 } }; o[Math.random() > 2 ? "b" : "a"].n = 5; ${see("o.a.n")}` },
    ]);
});

describe("objects", () => {
    known([
        ["literals: shorthand, computed, spread, order", `const n = 1, key = "k"; const o = { n, [key + 1]: 2, "quoted-name": 3, 4: 4, ...{ n: 5, m: 6 }, f() { return 7; } }; ${see("o.n", "o.k1", "o['quoted-name']", "o[4]", "o.m", "o.f()")}`],
        ["spread of what is nothing", `const o = { n: 1, ...undefined, ...null, ...false, ...(0 && { n: 2 }), ..."ab", ...[7] }; ${see("o.n", "o[0]", "Object.keys(o).length")}`],
        ["properties written, deleted and asked for", `const o = { a: 1 }; o.b = 2; o["c"] = 3; delete o.a; ${see("Object.keys(o).length", "'a' in o ? 1 : 2", "o.hasOwnProperty('b') ? 3 : 4", "Object.hasOwn(o, 'c') ? 5 : 6", "o.a ?? 7")}`],
        ["Object.keys, values, entries", `const o = { b: 2, a: 3, 1: 4 }; ${see("Object.keys(o)[0] === '1' ? 1 : 2", "Object.values(o)[1]", "Object.entries(o)[2][1]", "Object.entries({ x: 5 }).map(([k, v]) => k.length + v)[0]", "Object.keys([7, 8]).length")}`],
        ["Object.assign runs getters and setters", `let n = 1; const o = Object.assign({ set x(v) { n = v; } }, { get x() { return 6; } }); ${see("n")}`],
        ["Object.assign and fromEntries", `const a = { n: 1 }; const b = Object.assign(a, { n: 2 }, null, { m: 3 }); ${see("a.n", "b.m", "b === a ? 1 : 2", "Object.fromEntries([['x', 4], ['y', 5]]).y", "Object.fromEntries(new Map([['z', 6]])).z", "Object.fromEntries(Object.entries({ a: 7 }).map(([k, v]) => [k, v * 2])).a")}`],
        ["what a frozen object holds", `const o = Object.freeze({ n: 3, list: [1] }); o.list.push(2); ${see("o.n", "o.list.length")}`],
        ["Object.create and getPrototypeOf", `const o = Object.create(null); o.n = 4; ${see("o.n")}`],
        ["a config changed after use", `const config = { units: 4, inputShape: [3] }; const a = tf.layers.dense(config); config.units = 8; const b = tf.layers.dense(config); const x = tf.input({ shape: [3] }); a.apply(x); b.apply(x);`],
        ["a shape list changed after use", `const shape = [4, 5]; const x = tf.input({ shape }); shape[0] = 9; const y = tf.input({ shape }); shape.push(2);`],
        ["defaults merged", `const defaults = { units: 4, act: "relu" }; const make = (o) => ({ ...defaults, ...o }); ${see("make({}).units", "make({ units: 9 }).units")}`],
        ["one object by two names", `const a = { n: 1 }; const b = a; b.n = 5; const o = { a }; o.a.n++; ${see("a.n")}`],
        ["cycles", `const a = { n: 3 }; a.self = a; a.self.self.n = 4; const list = [1]; list.push(list); ${see("a.self.n", "list[1][1].length")}`],
        ["structuredClone and JSON copies are copies", `const a = { n: 1, list: [1] }; const b = structuredClone(a); b.list.push(2); a.n = 5; ${see("a.list.length", "a.n")}`],
        ["names that objects have by themselves", `const o = { constructor: 3, toString: 4, hasOwnProperty: 5 }; ${see("o.constructor", "o.toString", "o.hasOwnProperty")}`],
        ["a table of numbers with a fallback", `const sizes = { small: 4, large: 8 }; const pick = (k) => sizes[k] ?? 6; ${see("pick('small')", "pick('huge')")}`],
        ["nested updates", `const o = { a: { b: { c: 1 } } }; o.a.b.c += 4; o.a = { ...o.a, d: 2 }; ${see("o.a.b.c", "o.a.d")}`],
        ["groupBy and the like by reduce", `const counts = ["a", "b", "a"].reduce((o, k) => { o[k] = (o[k] || 0) + 1; return o; }, {}); ${see("counts.a", "counts.b")}`],
    ]);
    silent([
        { name: "an unknown key written", unknown: 1, code: `const o = { a: 1 }; o[Math.random() > 2 ? "b" : "a"] = 5; ${see("o.a")}` },
        { name: "something unknown spread over", unknown: 1, code: `const o = { n: 1, ...JSON.parse(process.env.none ?? '{"n": 4}') }; ${see("o.n")}` },
        { name: "what comes after an unknown spread is sure", unknown: 0, code: `const o = { ...JSON.parse(process.env.none ?? '{"n": 4}'), n: 1 }; ${see("o.n")}` },
        { name: "defineProperty", unknown: 1, code: `const o = { n: 1 }; Object.defineProperty(o, "n", { value: 5 }); ${see("o.n")}` },
        { name: "defineProperties and Reflect.set", unknown: 2, code: `const o = { n: 1 }, p = { n: 1 }; Object.defineProperties(o, { n: { value: 5 } }); Reflect.set(p, "n", 6); ${see("o.n", "p.n")}` },
        { name: "a proxy", unknown: 1, code: `const o = new Proxy({ n: 1 }, { get: () => 5 }); ${see("o.n")}` },
        { name: "a proxy writes to its target", unknown: 1, code: `const t = { n: 1 }; const o = new Proxy(t, {}); o.n = 5; ${see("t.n")}` },
        { name: "a getter with an effect", unknown: 0, code: `let n = 1; const o = { get x() { n = 5; return 2; } }; o.x; ${see("n")}` },
        { name: "a getter that is copied by spread is run", unknown: 0, code: `let n = 1; const o = { get x() { n++; return n; } }; const p = { ...o }; ${see("n", "p.x")}` },
        { name: "a frozen object stays what it is, or the program throws", unknown: 1, code: `const o = Object.freeze({ n: 3 }); try { o.n = 4; } catch { } ${see("o.n")}` },
        { name: "an object escapes, and is changed later", unknown: 1, code: `const o = { n: 1 }; const keep = JSON.parse(process.env.none ?? "0") || ((x) => { keep.x = x; return () => { x.n = 5; }; }); const later = keep(o); o.n = 3; later(); ${see("o.n")}` },
        { name: "a property of something unknown may be the object itself", unknown: 0, code: `const o = { n: 1 }; const table = JSON.parse(process.env.none ?? "{}"); table.o = o; table.o.n = 5; ${see("o.n")}` },
        { name: "a function kept by something unknown changes state when it is called", unknown: 0, code: `let n = 1; const table = JSON.parse(process.env.none ?? "{}"); table.f = () => { n = 5; }; n = 3; table.f(); ${see("n")}` },
        { name: "an own toString is run", unknown: 0, code: `let n = 1; const o = { toString() { n = 5; return "x"; } }; const s = \`\${o}\`; ${see("n")}` },
    ]);
});

describe("Map and Set", () => {
    known([
        ["a Map", `const m = new Map([["a", 3]]); m.set("b", 4).set("a", 5); ${see("m.get('a')", "m.size", "m.has('b') ? 1 : 2", "m.get('c') ?? 6", "[...m][1][1]", "[...m.values()][0]", "[...m.keys()].length")} m.delete("a"); ${see("m.size")}`],
        ["a Set", `const s = new Set([1, 2, 2]); s.add(5); ${see("s.size", "s.has(5) ? 1 : 2", "[...s][2]")} s.clear(); s.add(9); ${see("s.size", "Array.from(s)[0]")}`],
        ["forEach and for of", `let n = 0; new Map([["a", 1], ["b", 2]]).forEach((v, k) => { n += v * k.length; }); for (const v of new Set([3])) n += v; for (const [, v] of new Map([["x", 4]])) n += v; ${see("n")}`],
        ["objects as keys", `const a = {}, b = {}; const m = new Map([[a, 3]]); m.set(b, 4); ${see("m.get(a)", "m.get(b)", "m.size", "m.get({}) ?? 5")}`],
        ["one and the text one are two keys", `const m = new Map([[1, 3], ["1", 4]]); ${see("m.size", "m.get(1)", "m.get('1')")}`],
        ["numbers of all kinds as keys", `const m = new Map([[NaN, 3], [-0, 4]]); ${see("m.get(NaN)", "m.get(0)")}`],
    ]);
    silent([
        { name: "an unknown key", unknown: 2, code: `const m = new Map([["a", 1]]); m.set(Math.random() > 2 ? "b" : "a", 5); ${see("m.get('a')", "m.size")}` },
        { name: "an unknown key deleted", unknown: 1, code: `const m = new Map([["a", 1]]); m.delete(Math.random() > 2 ? "b" : "a"); ${see("m.get('a') ?? 3")}` },
        { name: "a value changed through the map", unknown: 0, code: `const o = { n: 1 }; const m = new Map([["o", o]]); m.get("o").n = 5; ${see("o.n")}` },
        { name: "a map given away with what it holds", unknown: 1, code: `const o = { n: 1 }; const m = new Map([["o", o]]); const take = JSON.parse(process.env.none ?? "0") || ((x) => { x.get("o").n = 5; }); take(m); ${see("o.n")}` },
        { name: "a map filled in a branch", unknown: 1, code: `const m = new Map(); if (Math.random() > -1) m.set("a", 1); ${see("m.size")}` },
    ]);
});

describe("patterns", () => {
    known([
        ["nested, with defaults and rest", `const { a, b: { c = 5, ...others }, d: [f, , g = 6, ...more] = [] } = { a: 1, b: { x: 2, y: 3 }, d: [7, 8, undefined, 9, 10] }; ${see("a", "c", "Object.keys(others).length", "f", "g", "more.length")}`],
        ["computed keys", `const key = "n"; const { [key]: v, [key + 1]: w = 4 } = { n: 3 }; ${see("v", "w")}`],
        ["assignment to members", `const o = {}, list = []; [o.a, list[0]] = [1, 2]; ({ x: o.b, y: list[1] = 7 } = { x: 3 }); ${see("o.a", "o.b", "list[0]", "list[1]")}`],
        ["in parameters, loops and catch", `const f = ({ n }, [k]) => n * k; for (const { n } of [{ n: 2 }]) { ${see("n")} } ${see("f({ n: 3 }, [4])")}`],
        ["a default that refers to what came before", `const { a, b = a * 2, c = b + 1 } = { a: 3 }; ${see("b", "c")}`],
        ["of text, Map and Set", `const [x, y] = "34"; const [[k, v]] = new Map([["k", 5]]); const [s] = new Set([6]); const { length } = "abc"; ${see("+x", "+y", "v", "s", "length")}`],
        ["rest does not hold what was taken", `const { a, ...rest } = { a: 1, b: 2 }; ${see("(rest.a ?? 5)", "rest.b")}`],
        ["a rest is a copy", `const o = { n: 1 }; const { ...copy } = o; copy.n = 5; const list = [1]; const [...l] = list; l.push(2); ${see("o.n", "list.length")}`],
        ["a default that is not needed is not evaluated", `let n = 1; const { a = n++ } = { a: 2 }; ${see("n", "a")}`],
    ]);
    silent([
        { name: "something unknown taken apart", unknown: 2, code: `const { a, b: [c] } = JSON.parse(process.env.none ?? '{"a": 3, "b": [4]}'); ${see("a", "c")}` },
        { name: "a default of something unknown is perhaps not used", unknown: 1, code: `let { a = 5 } = JSON.parse(process.env.none ?? '{"a": 3}'); ${see("a")}` },
        { name: "a default that may be evaluated, with an effect", unknown: 1, code: `let n = 1; let { a = (n = 5) } = JSON.parse(process.env.none ?? '{"a": 3}'); ${see("n")}` },
    ]);
});
