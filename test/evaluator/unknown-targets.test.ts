/** Properties that are set on something nobody knows: it may be any of the things that were lost sight of. */
import { describe } from "vitest";
import { see, silent, symbolic } from "./programs.js";

/** Something that is the object it is given, and nobody can tell. */
const same = "const same = (x) => (process.env.none ? undefined : x);";

describe("what the program has put there itself", () => {
    symbolic([
        { name: "one property after another", code: `export function f(o) { o.a = 3; o.b = 4; o.c = [5, 6]; ${see("o.a", "o.b", "o.c[1]")} }`, expected: ["3, 4, 6"] },
        { name: "on what something unknown has given", code: `export function f(make) { const o = make(); o.a = 3; o.b = 4; ${see("o.a", "o.b")} }`, expected: ["3, 4"] },
        { name: "on the items of a list", code: `export function f(list) { for (const o of list) { o.a = 3; o.b = 4; ${see("o.a", "o.b")} } }`, expected: ["3, 4"] },
        { name: "a model that is kept there, while other things are", code: "export function f(state) { state.model = tf.sequential(); state.ready = false; state.model.add(tf.layers.dense({ units: 4, inputShape: [3] })); state.rate = 0.1; state.model.add(tf.layers.dense({ units: 2 })); }", expected: ["4", "2"] },
        { name: "an object of options that is kept there as well", code: `export function f(state) { const conf = { n: 3, m: 4 }; state.conf = conf; state.other = 5; ${see("conf.n", "conf.m")} }`, expected: ["3, 4"] },
        { name: "what is read of it otherwise stays what it is", code: `export function f(o, p) { const before = o.n; p.m = 3; ${see("o.n - before + 3")} }`, expected: ["3"] },
    ]);
});

describe("what may be the same object", () => {
    symbolic([
        { name: "another parameter", code: `export function f(o, p) { o.n = 3; p.n = 4; ${see("o.n", "p.n")} }`, expected: ["o.n, 4"] },
        { name: "what was read of it before is not what is read after", code: `export function f(o, p) { o.m = 3; const before = o.n; p.n = 4; ${see("before", "o.n - before", "o.m")} }`, expected: ["o.n, o.n - o.n, 3"] },
        { name: "an object without that property", code: `export function f(state) { const conf = { n: 3 }; state.conf = conf; state.other.m = 6; ${see("conf.n", "conf.m")} }`, expected: ["3, m"] },
        { name: "a list, by an index", code: `export function f(state, i) { const list = [3]; state.list = list; state.get()[0] = 5; ${see("list[0]")} }`, expected: ["list[0]"] },
        { name: "after a call of something unknown it is not known", code: `export function f(o) { o.a = 3; o.load(); ${see("o.a")} }`, expected: ["o.a"] },
    ]);
    silent([
        { name: "an object that was given away", unknown: 1, code: `${same} const o = { n: 3, m: 4 }; const p = globalThis.JSON.parse(process.env.none ?? "0") || same(o); p.n = 5; ${see("o.n", "o.m")}` },
        { name: "one that has a setter", unknown: 1, code: `let n = 3; const o = { set n(value) { n = value; }, get n() { return n; } }; const give = JSON.parse(process.env.none ?? "0") || ((x) => x); const p = give(o); p.n = 5; ${see("n")}` },
    ]);
});
