/** Programs that mean no good: what matters is that they are answered at all. */
export type Hostile = readonly (readonly [name: string, code: string])[];

/** What stands where a stride, a size or a shape should. */
const oddValues: readonly string[] = [
    "0", "-1", "1.5", "NaN", "Infinity", "-Infinity", "1e309", "2 ** 1e9", "Number.MAX_SAFE_INTEGER", "'2'", "''", "null", "undefined", "true", "10n", "Symbol('s')", "/2/",
    "[]", "[2]", "[2, 2, 2]", "[0, 2]", "[2, , 2]", "[[2, 2]]", "new Array(10).fill(2)", "new Array(1e9)", "Array(1e5).fill(Array(1e5))", "[...'22']", "[2, 2].reverse",
    "{}", "{ length: 2 }", "{ valueOf() { return 2; } }", "{ get 0() { throw 1; } }", "{ __proto__: [2, 2] }", "Object.create(null)", "new Proxy({}, {})", "new Proxy([2, 2], { get: () => 3 })",
    "() => 2", "class {}", "function () { return this; }", "new Date()", "new Map([[0, 2]])", "new Set([2])", "Promise.resolve(2)", "eval('2')", "globalThis", "window.size", "arguments",
    "tf", "tf.layers", "tf.zeros([2])", "tf.input({ shape: [2] })", "tf.layers.dense({ units: 2 })", "tf.sequential()", "(x => x(x))(x => x(x))",
];

const oddOptions: Hostile = oddValues.flatMap((value): Hostile => [
    [`a stride of ${value}`, `tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], ${value}, 'same');`],
    [`an output shape of ${value}`, `tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), ${value}, 2, 'same');`],
    [`a layer's options, each ${value}`, `const x = tf.input({ shape: [4, 4, 3] }); tf.layers.conv2d({ filters: ${value}, kernelSize: ${value}, strides: ${value}, padding: ${value}, name: ${value} }).apply(x);`],
    [`a layer's options as a whole: ${value}`, `tf.layers.dense(${value}); tf.layers.reshape(${value}); tf.layers.lstm(${value}); tf.layers.add(${value}); tf.sequential(${value}); tf.model(${value}); tf.input(${value});`],
    [`an input shape of ${value}`, `const m = tf.sequential(); m.add(tf.layers.flatten({ inputShape: ${value} })); m.add(${value}); m.add(tf.layers.dense({ units: 2 })); m.getLayer(${value}); m.predict(${value});`],
    [`a tensor's shape, axis and reshape: ${value}`, `const x = tf.zeros(${value}); x.reshape(${value}); x.sum(${value}); tf.concat(${value}); tf.tensor(${value}, ${value}); tf.tidy(${value});`],
    [`a Keras layer's stride and shape: ${value}`, `const x = Input({ shape: [3, 4, 4] }); Deconvolution2D(1, 3, 3, ${value}, { subsample: ${value} })(x); Conv2D(${value})(x);`],
]);

/** Names that every object has, where the program says others. */
const inheritedNames: Hostile = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty", "prototype", "then", "length", "name", "__defineGetter__"].flatMap((name): Hostile => [
    [`an option called ${name}`, `tf.layers.dense({ units: 2, ${name}: 3 }); tf.layers.dense({ units: 2, "${name}": 3 }); tf.layers.dense({ units: 2, ["${name}"]: 3 });`],
    [`a layer, an operation and a name called ${name}`, `tf.layers.${name}({ units: 2 }); tf.${name}(2); tf.zeros([2]).${name}(2); new tf.${name}(); const { ${name}: a } = tf.layers; Input.${name}({});`],
    [`a variable, a property and a method called ${name}`, `const ${name} = 3; const o = { ${name}: 3 }; class A { ${name === "constructor" ? "x" : name}() { return this.${name}; } static s = "".${name}; } new A().${name}; o.${name}.${name}; tf.input({ shape: [${name}, o["${name}"]] });`],
    [`keys of objects and Maps called ${name}`, `const o = {}; o["${name}"] = o; o["${name}"]["${name}"] = 1; delete o.${name}; for (const k in o) o[k] = o; const m = new Map([["${name}", 1]]); m.get("${name}"); Object.keys({ ...o }); tf.input({ shape: [m.size] });`],
]);

const oddities: Hostile = [
    ["a cyclic object as options", `const o = { units: 2 }; o.o = o; o.inputShape = [o]; tf.layers.dense(o); const a = []; a.push(a); tf.tensor(a); String(a); a.flat(Infinity); JSON.stringify(o); structuredClone(o);`],
    ["a cyclic prototype", `const a = {}; const b = Object.create(a); Object.setPrototypeOf(a, b); a.x; b.y = 1; "z" in b; class A extends A {} class B extends C {} class C extends B {} new B(); new C().x;`],
    ["getters that throw, and setters", `const o = { get x() { throw new Error(); }, set x(v) { this.x = v; } }; try { o.x; } catch {} o.x = 1; class A { static get y() { return A.y; } set z(v) { this.z = v; } } A.y; new A().z = 2; tf.input({ shape: [3] });`],
    ["proxies everywhere", `const p = new Proxy(tf, { get: (t, k) => t[k] }); p.layers.dense({ units: 3 }); p.zeros([2, 2]).matMul(p.zeros([3, 3])); Reflect.construct(tf.layers.dense, [{}]); Reflect.apply(tf.zeros, tf, [[2]]);`],
    ["eval, with and Function", `eval("var x = 2"); with (Math) { x = floor(2.5); } new Function("return 1")(); Function("a", "return a")(2); (0, eval)("y"); tf.input({ shape: [3] });`],
    ["generators and async iterators", `function* g() { const x = yield* g(); yield x; } for (const x of g()) tf.input({ shape: [x] }); async function* h() { for await (const x of h()) yield x; } h().next(); const [a, ...b] = g(); Array.from(g()); new Set(g());`],
    ["labelled loops", `a: for (;;) { b: while (true) { if (window.x) continue a; if (window.y) break b; break a; } } c: { break c; } d: d2: do { continue d; } while (window.z); tf.input({ shape: [3] });`],
    ["iterators of one's own", `const it = { [Symbol.iterator]() { return { next: () => ({ done: false, value: 1 }) }; } }; const [x, y] = it; for (const z of it) { if (z) break; } tf.input({ shape: [x] }); [...it];`],
    ["symbols as keys", `const s = Symbol(); const o = { [s]: 1, [Symbol.toPrimitive]: () => 2, [Symbol.toStringTag]: "x" }; o[s]; +o; \`\${o}\`; tf.input({ shape: [o[s], +o] });`],
    ["decorators", `@sealed class A { @field x = 1; @method() m(@param p) { return tf.layers.dense({ units: this.x }); } @get get y() { return 1; } } new A().m();`],
    ["tagged templates", "const tag = (s, ...v) => s.raw[v.length]; tag`a${1}b${tag`c`}\\u`; String.raw`x${2}`; tf.layers.dense`x`; tf`y`; tf.input({ shape: [3] });"],
    ["sort comparators that lie", `[3, 1, 2].sort(() => Math.random() - 0.5); [1, 2].sort((a, b) => { throw a; }); [..."abc"].sort((a, b) => [a, b].sort()); tf.input({ shape: [3] });`],
    ["JSON and dates", `const c = JSON.parse('{"units": 3}'); tf.layers.dense(c); JSON.parse("{"); new Date(NaN).getTime(); tf.input({ shape: [c.units, Date.now()] });`],
    ["assignments to what is no variable", `tf = null; tf.layers = {}; tf.layers.dense = () => 1; undefined = 2; NaN.x = 3; null.x; (void 0)(); this.x = 1; arguments[0] = 2; tf.layers.dense({ units: 2 });`],
    ["constructors of anything", `new tf(); new tf.layers.dense({ units: 2 }); new (class extends null {})(); new (class extends tf {})(); new (class extends 3 {})(); new (() => 1)(); new 5; new new new X()()();`],
    ["destructuring what is not there", `const { a: { b: { c } } } = {}; const [[[d]]] = []; const { e = e } = {}; const [f = f, g = f] = [g]; let { ...h } = null; ({ x: tf.y, z: [tf.w] } = tf); tf.input({ shape: [c, d] });`],
    ["temporal dead zones", `use(x); const y = x + z; let x = y; const z = x; { f(); function f() { return g; } const g = f(); } class A { static b = A.c; static c = A.b; } tf.input({ shape: [x, y, z] });`],
    ["layers of themselves", `const l = tf.layers.dense({ units: 2 }); l.apply(l); l.apply(l.apply(l)); const m = tf.sequential(); m.add(m); m.add(m); m.apply(m); m.predict(m); m.pop().pop(); tf.model({ inputs: m.inputs, outputs: m.outputs });`],
    ["a functional model with a circle", `const x = tf.input({ shape: [3] }); const l = tf.layers.dense({ units: 3 }); let y = l.apply(x); y = l.apply(y); const m = tf.model({ inputs: y, outputs: x }); m.apply(m.apply(x)); tf.model({ inputs: [], outputs: [] }); tf.model({ inputs: x, outputs: x });`],
    ["wrappers of wrappers", `let l = tf.layers.lstm({ units: 2 }); for (let i = 0; i < 9; i++) { l = tf.layers.bidirectional({ layer: tf.layers.timeDistributed({ layer: l }) }); } l.apply(tf.input({ shape: [2, 3] }));`],
    ["a layer class that calls itself", `class L extends tf.layers.Layer { computeOutputShape(s) { return this.computeOutputShape(s); } call(x) { return this.call(x); } build() { this.build(); } } new L().apply(tf.input({ shape: [3] }));`],
    ["a layer class whose shape is odd", `class L extends tf.layers.Layer { computeOutputShape() { return [null, "2", -1, 1.5, NaN, {}, [3]]; } } const y = new L().apply(tf.input({ shape: [3] })); tf.layers.dense({ units: 2 }).apply(y);`],
    ["functions as numbers", `const f = () => f; tf.input({ shape: [f, f(), f()(), +f, f.length, f.name] }); f.f = f; f.call(f, f).apply(f, [f]).bind(f)(f);`],
    ["numbers at the edge", `tf.input({ shape: [2 ** 53, 2 ** 31, 4294967296, 1e21, 0.1 + 0.2, -0, 9007199254740993, 1 / 3, 5 % 0, 0 / 0, 2 ** -1, ~~1e10, 1e10 | 0, 1 << 31, 1 >>> 0] });`],
    ["sizes that overflow", `tf.zeros([2 ** 30, 2 ** 30, 2 ** 30]).reshape([2 ** 45, 2 ** 45]).flatten(); const m = tf.sequential(); m.add(tf.layers.dense({ inputShape: [2 ** 40], units: 2 ** 40 })); m.add(tf.layers.dense({ units: 1e300 })); m.countParams();`],
    ["text of every kind", `const s = "\\u{1F600}\\0\\ud800"; s.split(""); [...s]; s.at(-1); s.codePointAt(0); s.padStart(-1); s.repeat(-1); s.repeat(NaN); "abc".slice(2, -5); "a".localeCompare("b"); tf.layers.dense({ name: s, units: s.length });`],
    ["nothing but comments", "/* @tensorflow/tfjs */ // tf.layers"],
    ["a hashbang and directives", `#!/usr/bin/env node\n"use strict"; "use asm"; tf.input({ shape: [3] });`],
    ["imports of everything", `import def, * as ns from "@tensorflow/tfjs"; import {} from "@tensorflow/tfjs-layers"; import { layers as l, "string name" as s } from "@tensorflow/tfjs"; export * from "./x.js"; export * as tf2 from "@tensorflow/tfjs"; export { ns as default }; import("./y.js").then(); import.meta.url; ns.default.default.layers.dense({ units: 2 }); l.dense({ units: 2 });`],
    ["modules in the old style", `const { layers: { dense }, ...rest } = require("@tensorflow/tfjs"); module.exports = module; exports.exports = exports; require(require); require(); require("./missing").x.y(); dense({ units: 2 }); rest.zeros([2]);`],
];

export const hostilePrograms: Hostile = [...oddOptions, ...inheritedNames, ...oddities];
