import { describe } from "vitest";
import { known, see, silent, symbolic } from "./programs.js";

describe("classes that extend a model", () => {
    known([
        ["a Sequential that adds its own layers", `class Net extends tf.Sequential { constructor(units) { super(); this.units = units; this.add(tf.layers.dense({ units, inputShape: [3] })); this.grow(); } grow() { this.add(tf.layers.dense({ units: this.units * 2 })); } } const net = new Net(4); tf.layers.dense({ units: 2 }).apply(net.outputs[0]); ${see("net.layers.length")}`],
        ["layers handed to super", `class Net extends tf.Sequential { constructor() { super({ name: "net", layers: [tf.layers.dense({ units: 5, inputShape: [3] }), tf.layers.dense({ units: 6 })] }); } } const net = new Net(); ${see("net.outputShape[1]", "net.name.length")}`],
        ["methods of the model through super", `class Net extends tf.Sequential { add(layer) { super.add(layer); super.add(tf.layers.dropout({ rate: 0.5 })); } } const net = new Net(); net.add(tf.layers.dense({ units: 5, inputShape: [3] })); ${see("net.layers.length")}`],
        ["an instance as a layer of another model", `class Net extends tf.Sequential {} const net = new Net(); net.add(tf.layers.dense({ units: 5, inputShape: [3] })); const model = tf.sequential(); model.add(net); model.add(tf.layers.dense({ units: 2 })); net.apply(tf.input({ shape: [3] }));`],
        ["a LayersModel of inputs and outputs", `class Net extends tf.LayersModel { constructor(size) { const x = tf.input({ shape: [size] }); super({ inputs: x, outputs: tf.layers.dense({ units: size * 2 }).apply(x) }); } static make() { return new this(3); } } const net = Net.make(); ${see("net.outputShape[1]", "net.predict(tf.zeros([4, 3])).shape[0]")}`],
        ["new tf.LayersModel", `const x = tf.input({ shape: [3] }); const net = new tf.LayersModel({ inputs: x, outputs: tf.layers.dense({ units: 7 }).apply(x) }); ${see("net.outputShape[1]")}`],
    ]);
    symbolic([
        { name: "a class that nobody in sight constructs", code: `export class Net extends tf.Sequential { constructor(units) { super(); this.add(tf.layers.dense({ units, inputShape: [3] })); this.add(tf.layers.dense({ units: 2 })); } }`, expected: ["units", "2"] },
    ]);
    silent([
        { name: "a class whose own call the library runs", unknown: 1, code: `class Net extends tf.LayersModel { call(inputs) { return super.call(inputs).slice([0, 0], [-1, 2]); } } const x = tf.input({ shape: [3] }); const net = new Net({ inputs: x, outputs: tf.layers.dense({ units: 7 }).apply(x) }); ${see("net.outputShape[1]")}` },
        { name: "a model that code nobody sees changes", unknown: 1, code: `class Net extends tf.Sequential {} const net = new Net(); net.add(tf.layers.dense({ units: 5, inputShape: [3] })); net.add(tf.layers.dense({ units: 6 })); const change = JSON.parse(process.env.none ?? "null") ?? ((one) => one.pop()); change(net); ${see("net.outputShape[1]")}` },
    ]);
});

describe("classes", () => {
    known([
        ["fields, constructor and methods", `class A { n = 2; constructor(m) { this.m = m; } sum() { return this.n + this.m; } } const a = new A(5); ${see("a.sum()", "a.n", "a.m")}`],
        ["fields are set in order, before the constructor", `class A { n = 2; m = this.n * 3; constructor() { this.k = this.m + 1; } } const a = new A(); ${see("a.n", "a.m", "a.k")}`],
        ["fields from an object of options", `class A { set k(v) { this.twice = v * 2; } constructor(options) { Object.assign(this, { n: 1, m: 2 }, undefined, options); } } const a = new A({ m: 5, k: 4 }); ${see("a.n", "a.m", "a.twice")}`],
        ["private members", `class A { #n = 3; #twice() { return this.#n * 2; } get n() { return this.#twice(); } set n(v) { this.#n = v; } static is(o) { return #n in o; } } const a = new A(); const before = a.n; a.n = 5; ${see("before", "a.n", "A.is(a) ? 1 : 2")}`],
        ["static members", `class A { static n = 2; static #k = 3; static twice() { return this.n * 2 + A.#k; } static { A.m = this.n + 5; } } A.n = 4; ${see("A.n", "A.twice()", "A.m")}`],
        ["inheritance", `class A { n = 2; f() { return 1; } g() { return this.f() * 10; } } class B extends A { m = this.n + 1; f() { return super.f() + 4; } } const b = new B(); ${see("b.f()", "b.g()", "b.m", "b.n")}`],
        ["super in a constructor", `class A { constructor(n) { this.n = n; this.init(); } init() { this.k = 1; } } class B extends A { m = 7; constructor(n) { super(n * 2); this.sum = this.n + this.m; } init() { this.k = 9; } } const b = new B(3); ${see("b.n", "b.sum", "b.k")}`],
        ["a default constructor hands everything on", `class A { constructor(a, b) { this.n = a * b; } } class B extends A {} ${see("new B(3, 4).n")}`],
        ["three generations", `class A { f() { return 1; } } class B extends A { f() { return super.f() + 10; } } class C extends B { f() { return super.f() + 100; } } ${see("new C().f()")}`],
        ["statics are inherited", `class A { static n = 3; static f() { return this.n; } } class B extends A { static n = 4; } ${see("A.f()", "B.f()")} class C extends A {} ${see("C.n")}`],
        ["super in a static method and an accessor", `class A { static f() { return 2; } get n() { return 3; } } class B extends A { static f() { return super.f() * 5; } get n() { return super.n + 1; } } ${see("B.f()", "new B().n")}`],
        ["class expressions and mixins", `const A = class Inner { static n = 4; f() { return Inner.n; } }; const mixin = (Base) => class extends Base { g() { return this.f() + 1; } }; ${see("new A().f()", "new (mixin(A))().g()")}`],
        ["methods by a computed name", `const key = "f"; class A { [key]() { return 3; } ["g" + 1] = 4; static [key + "s"] = 5; } ${see("new A().f()", "new A().g1", "A.fs")}`],
        ["an instance's state changed by its methods", `class A { constructor() { this.units = 4; } grow() { this.units *= 2; return this; } } const a = new A(); a.grow().grow(); ${see("a.units")}`],
        ["two instances are two", `class A { n = 1; list = []; } const a = new A(), b = new A(); a.n = 5; a.list.push(1); ${see("a.n", "b.n", "a.list.length", "b.list.length + 1")}`],
        ["an arrow in a field keeps this", `class A { n = 3; f = () => this.n; } const { f } = new A(); ${see("f()")}`],
        ["a method bound", `class A { n = 3; constructor() { this.f = this.f.bind(this); } f() { return this.n; } } const { f } = new A(); ${see("f()")}`],
        ["a model in a field", `class Net { constructor(n) { this.model = tf.sequential(); this.add(n); this.add(n * 2); } add(units) { this.model.add(tf.layers.dense({ units, inputShape: [3] })); } } new Net(4);`],
        ["a factory", `class A { static make(n) { return new this(n); } constructor(n) { this.n = n; } } ${see("A.make(6).n")}`],
        ["getters with state", `class A { #calls = 0; get n() { return ++this.#calls; } } const a = new A(); a.n; ${see("a.n", "a.n")}`],
        ["instanceof", `class A {} class B extends A {} const b = new B(); ${see("b instanceof A ? 1 : 2", "b instanceof B ? 3 : 4", "({}) instanceof A ? 5 : 6")}`],
        ["a constructor that returns an object", `class A { constructor() { this.n = 1; return { n: 5 }; } } ${see("new A().n")}`],
        ["new.target and constructor", `class A { constructor() { this.n = new.target === A ? 3 : 4; } twin() { return new this.constructor(); } } ${see("new A().n", "new A().twin().n")}`],
        ["a class that nobody constructs", `class A { static size = 3; } ${see("A.size")}`],
        ["a class hoisted out of a function", `function make() { return class { n = 4; }; } const A = make(); ${see("new A().n")}`],
        ["super before and after", `class A { constructor() { this.n = this.size(); } size() { return 1; } } class B extends A { k = 5; size() { return this.k ?? 9; } } const b = new B(); ${see("b.n", "b.k")}`],
        ["toString and valueOf", `class A { toString() { return "abc"; } } const o = { valueOf: () => 4 }; ${see("`${new A()}`.length", "o * 2")}`],
        ["the prototype changed afterwards", `class A { f() { return 1; } } const a = new A(); A.prototype.f = () => 5; A.prototype.g = function () { return this.f() + 1; }; ${see("a.f()", "a.g()")}`],
        ["toJSON is not called by anything here", `class A { n = 3; toJSON() { this.n = 4; return {}; } } const a = new A(); ${see("a.n")}`],
    ]);
    symbolic([
        { name: "methods nobody calls, on an instance nobody made", code: `export class Net { constructor(units) { this.units = units; } build(n) { ${see("this.units", "n")} } }`, expected: ["units, n"] },
        { name: "methods that call each other", code: `export class Net { build(n) { return this.block(n * 2); } block(size) { ${see("size")} } }`, expected: ["2*n"] },
        { name: "a method that fills a model, and another one that calls it", code: `export class Net { constructor() { this.model = tf.sequential(); } fill() { this.model.add(tf.layers.conv1d({ filters: 2, kernelSize: 3, inputShape: [8, 2] })); } train() { this.fill(); } }`, expected: ["6, 2"] },
        { name: "whichever of them comes first", code: `export class Net { constructor() { this.model = tf.sequential(); } train() { this.fill(); } fill() { this.model.add(tf.layers.conv1d({ filters: 2, kernelSize: 3, inputShape: [8, 2] })); } }`, expected: ["6, 2"] },
        { name: "where two others call it, what it fills may have been filled before", code: `export class Net { constructor() { this.model = tf.sequential(); } fill() { this.model.add(tf.layers.conv1d({ filters: 2, kernelSize: 3, inputShape: [8, 2] })); } train() { this.fill(); } again() { this.fill(); } }`, expected: ["?, 2"] },
        { name: "one that is called only where it has been called before", code: `export class Net { n = 4; build(n) { this.n = 5; ${see("this.n")} } run() { if (this.n === 5) this.build(3); } }`, expected: ["5"] },
        { name: "a method nobody calls, on a class somebody makes", code: `class Net { constructor(units) { this.units = units; } build() { ${see("this.units")} } } export const net = new Net(4);`, expected: ["4"] },
        { name: "state changed by another method", code: `export class Net { size = 4; grow() { this.size = 8; } build() { ${see("this.size")} } }`, expected: ["size"] },
        { name: "state changed by another method, which comes later", code: `export class Net { size = 4; build() { ${see("this.size")} } grow() { this.size = 8; } }`, expected: ["size"] },
        { name: "private state that another method changes", code: `export class Net { #size = 4; build() { ${see("this.#size")} } grow() { this.#size *= 2; } }`, expected: ["#size"] },
        { name: "state changed by an arrow in a field", code: `export class Net { size = 4; grow = () => { this.size = 8; }; build() { ${see("this.size")} } }`, expected: ["size"] },
        { name: "state changed by a callback that an own method registers", code: `export class Net { size = 4; init() { socket.on("size", (n) => { this.size = n; }); } build() { ${see("this.size")} } }`, expected: ["size"] },
        { name: "public state may be changed from outside, private state may not", code: `export class Net { #a = 4; build() { ${see("this.#a")} } }`, expected: ["4"] },
        { name: "state that a subclass changes", code: `class Base { size = 4; build() { ${see("this.size")} } } export class Big extends Base { constructor() { super(); this.size = 9; } }`, expected: ["9"] },
        { name: "a method that a subclass overrides", code: `class Base { size() { return 4; } build() { ${see("this.size()")} } } export class Big extends Base { size() { return 9; } }`, expected: ["9"] },
        { name: "an empty list in a field that nobody in sight fills", code: `export class Net { sizes = []; build() { ${see("this.sizes.length", "this.sizes[0]")} } }`, expected: ["sizes.length, sizes[0]"] },
        { name: "an empty list that the method itself fills", code: `export class Net { sizes = []; build(n) { this.sizes.push(n); for (const size of this.sizes) { ${see("size", "this.sizes.length")} } } }`, expected: ["n, 1"] },
        { name: "a list in a field that another method fills", code: `export class Net { sizes = [4]; add(n) { this.sizes.unshift(n); } build() { ${see("this.sizes[0]")} } }`, expected: ["sizes[0]"] },
        { name: "static state that a static method changes", code: `export class Net { static size = 4; static set(n) { Net.size = n; } build() { ${see("Net.size")} } }`, expected: ["Net.size"] },
        { name: "static state changed from another function", code: `class Config { static size = 4; } export function set(n) { Config.size = n; } export function build() { ${see("Config.size")} }`, expected: ["Config.size"] },
        { name: "state set by the same method", code: `export class Net { build(n) { this.size = n; ${see("this.size")} } }`, expected: ["n"] },
        { name: "a base that cannot be seen", code: `import { Base } from "base"; export class Net extends Base { n = 4; build() { ${see("this.n", "this.m")} } }`, expected: ["4, m"] },
        { name: "accessors and statics nobody calls", code: `export class Net { get model() { ${see("3")} return 1; } set units(n) { ${see("n")} } static make(k) { ${see("k")} } }`, expected: ["3", "n", "k"] },
    ]);
    silent([
        { name: "super of an object literal", unknown: 1, code: `const a = { f() { return 2; } }; const b = { __proto__: a, f() { return super.f() + 1; } }; ${see("b.f()")}` },
        { name: "a mixin whose base is not known", unknown: 1, code: `const Base = JSON.parse(process.env.none ?? "0") || class { f() { return 5; } }; class A extends Base {} ${see("new A().f()")}` },
        { name: "a property defined on the prototype", unknown: 1, code: `class A {} Object.defineProperty(A.prototype, "n", { get: () => 4 }); ${see("new A().n ?? 3")}` },
        { name: "an object's prototype set", unknown: 1, code: `const o = {}; Object.setPrototypeOf(o, { n: 5 }); ${see("o.n ?? 3")}` },
        { name: "Object.prototype extended", unknown: 1, code: `Object.prototype.size = 7; const o = {}; const n = o.size ?? 3; delete Object.prototype.size; ${see("n")}` },
        { name: "Array.prototype patched", unknown: 1, code: `const { at } = Array.prototype; Array.prototype.at = () => 9; const n = [1].at(0); Array.prototype.at = at; ${see("n")}` },
        { name: "instances swapped for others", unknown: 1, code: `class A { n = 1; } const a = new A(); Object.assign(a, JSON.parse(process.env.none ?? '{"n": 5}')); ${see("a.n")}` },
    ]);
});
