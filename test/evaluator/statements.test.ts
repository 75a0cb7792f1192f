import { describe } from "vitest";
import { known, see, silent } from "./programs.js";

describe("variables", () => {
    known([
        ["let reassigned between uses", `let n = 4; ${see("n")} n = 8; ${see("n")} n *= 2; ${see("n")}`],
        ["var in a block, function and loop", `if (true) { var a = 3; } for (var i = 0; i < 5; i++) { var last = i; } ${see("a", "i", "last")}`],
        ["a var is undefined before", `const before = v === undefined ? 2 : 3; var v = 9; ${see("before", "v")}`],
        ["a block's own variable", `let n = 1; { let n = 2; n++; } { const n = 9; ${see("n")} } ${see("n")}`],
        ["functions are there before their declaration", `${see("size()")} function size() { return 6; }`],
        ["a function in a block", `{ function f() { return 2; } } let g; { function h() { return 5; } g = h; } ${see("g()")}`],
        ["swap", `let a = 1, b = 2; [a, b] = [b, a]; ${see("a", "b + 4")}`],
        ["const in a switch case", `switch (2) { case 1: const x = 1; break; case 2: { const x = 7; ${see("x")} } }`],
    ]);
});

describe("conditions", () => {
    known([
        ["known conditions", `let n = 1; if (2 > 1) n = 2; else n = 3; if (n === 3) { n = 9; } else if (n === 2) { n += 5; } ${see("n")}`],
        ["unknown, but both sides agree", `let n = 1; if (Math.random() > 0.5) { n = 4; } else { n = 4; } ${see("n")}`],
        ["unknown, and a variable that neither side changes", `const n = 3; let m = 1; if (Math.random() > 0.5) { m = 2; } ${see("n")}`],
        ["both sides build the same kind of thing", `const list = Math.random() > 2 ? [1, 2] : [1, 2]; ${see("list[0]", "list.length")}`],
        ["early return in a function, known", `function f(n) { if (n > 3) return 8; return 2; } ${see("f(5)", "f(1)")}`],
        ["early return under an unknown condition that comes to the same", `function f() { if (Math.random() > 0.5) return 8; return 8; } ${see("f()")}`],
        ["what a throwing side changed is not seen after it", `let n = 3; if (Math.random() > 2) { n = 9; throw new Error(); } ${see("n")}`],
        ["a side that returns leaves no trace after it", `function f() { let n = 3; if (Math.random() > 2) { n = 9; return n; } ${see("n")} return 1; } f();`],
        ["a side that breaks leaves no trace in the rest of the turn", `for (const k of [1, 2]) { let n = k; if (Math.random() > 2) { n = 9; break; } ${see("n")} }`],
        ["a side that continues leaves no trace in the rest of the turn", `for (const k of [1, 2]) { let n = k; if (Math.random() > 2) { n = 9; continue; } ${see("n")} }`],
    ]);
    silent([
        { name: "the sides differ", unknown: 1, code: `let n = 1; if (Math.random() > 2) { n = 4; } ${see("n")}` },
        { name: "the sides return different sizes", unknown: 1, code: `function f() { if (Math.random() > 2) return 4; return 5; } ${see("f()")}` },
        { name: "a ternary of different sizes", unknown: 1, code: see("Math.random() > 2 ? 4 : 5") },
        { name: "a list that is longer on one side", unknown: 1, code: `const list = [1]; if (Math.random() > 2) list.push(2); ${see("list.length")}` },
        { name: "a list that is longer on one side: its items are not known either", unknown: 1, code: `const list = [1]; if (Math.random() > 2) list.unshift(2); ${see("list[0]")}` },
        { name: "a property set on one side", unknown: 2, code: `const o = { n: 1 }; if (Math.random() > 2) { o.n = 2; o.m = 3; } ${see("o.n", "(o.m ?? 4)")}` },
        { name: "a variable declared, but set on one side only", unknown: 1, code: `let n; if (Math.random() > 2) n = 5; ${see("n ?? 4")}` },
        { name: "a list made on one side, which returns it before it grows", unknown: 1, code: `function f(u, v) { let out = [2, 3]; if (u) { const a = [2]; out = a; if (v) return out; a.push(1); } return out; } ${see("f(Math.random() > 2, Math.random() > 2).length")}` },
        { name: "an object made on one side, and changed after a return that may happen", unknown: 1, code: `function f(u, v) { if (u) { const o = { n: 1 }; const all = [o]; if (v) return all; o.n = 2; return all; } return [{ n: 2 }]; } ${see("f(Math.random() > 2, Math.random() > 2)[0].n")}` },
        { name: "a list made in a turn that may be left before the list grows", unknown: 1, code: `let out = [3, 3]; while (Math.random() > 0.1) { const a = [1]; out = a; if (Math.random() > 2) break; a.push(1); } ${see("out.length")}` },
        { name: "a list made in a case that may be left before the list grows", unknown: 1, code: `let out = [3, 3]; switch (Math.random()) { case 1: { const a = [1]; out = a; if (Math.random() > 2) break; a.push(2); } } ${see("out.length")}` },
        { name: "a list made in a try block, which something may leave before the list grows", unknown: 1, code: `let out = [3, 3]; try { const a = [1]; out = a; globalThis.perhaps(); a.push(1); } catch {} ${see("out.length")}` },
        { name: "a list that a variable holds on one of two ways that part, and that another changes after them", unknown: 1, code: `const list = [3, 3]; let other = list; done: { if (Math.random() > 2) { other = [1, 2]; if (Math.random() > 2) break done; } } other.push(1); ${see("list.length")}` },
        { name: "a list that stands for one whose other holder was changed before", unknown: 1, code: `const list = [1]; const o = { list: [2] }; if (Math.random() > 2) { while (Math.random() > 2) { o.list = list; } } list.pop(); o.list.push(1); ${see("list.length")}` },
        { name: "a list that another variable perhaps holds, changed through one of which nothing is known", unknown: 1, code: `let a = [3]; let b = a; if (Math.random() > 2) a = []; if (Math.random() > 2) b = [4]; b.push(1); a.push(1); ${see("b.length")}` },
        { name: "a list in an object that is one of two, changed when nothing is known of the object", unknown: 1, code: `const list = [2]; let o = { n: 3, list }; if (Math.random() > 2) { o = { n: 3, list: [2] }; } else { while (Math.random() > 2) o.n = 4; } const f = () => { if (Math.random() > 2) return 1; list[0] = o.n; o.list.push(1); ${see("list.length")} return 2; }; f();` },
        { name: "a list that came to stand for another one, changed by who has it from before", unknown: 1, code: `const some = Math.random() > 2 ? [1] : [2]; const one = Math.random() > 2 ? some : [3]; one.push(1); ${see("some.length")}` },
        { name: "an object that came to stand for another one, which was changed before", unknown: 1, code: `const other = { n: 1 }; const some = Math.random() > 2 ? { n: 1 } : { n: 1 }; const one = Math.random() > 2 ? some : other; other.n = 6; one.n = 5; ${see("other.n")}` },
        { name: "a list put under a new name into such an object", unknown: 1, code: `const some = Math.random() > 2 ? {} : {}; const one = Math.random() > 2 ? some : {}; const list = [1]; one.list = list; one.list.push(2); ${see("list.length")}` },
        { name: "a finalizer that returns after something was perhaps thrown", unknown: 2, code: `let n = 1; let m = 1; const f = () => { try { if (Math.random() < 2) throw 0; n = 2; } finally { return n; } }; const g = () => { try { JSON.parse("?"); m = 2; } finally { return 3; } }; ${see("f()", "g() && m")}` },
        { name: "what a finalizer does before something thrown is caught further out", unknown: 1, code: `let n = 2; const all = new Map(); try { try { JSON.parse("?"); all.set("a", 1); all.set("b", 2); } finally { n = all.size; } } catch {} ${see("n + 1")}` },
        { name: "what is caught of a model that has no layer to take away", unknown: 1, code: `let n = 1; try { tf.sequential().pop(); } catch { n = 2; } ${see("n")}` },
        { name: "what is caught of a layer that perhaps cannot be made", unknown: 1, code: `let n = 1; try { tf.layers.dense({ units: [0, 3].find((one) => one < Math.random()) }); } catch { n = 2; } ${see("n")}` },
        { name: "and of an operation", unknown: 1, code: `let n = 1; try { tf.zeros([2]).reshape(JSON.parse("[3]".slice(Math.random() > 2 ? 1 : 0))); } catch { n = 2; } ${see("n")}` },
        { name: "a list put into such a list", unknown: 1, code: `const some = Math.random() > 2 ? [] : []; const one = Math.random() > 2 ? some : []; const list = [1]; one.push(list); one[0].push(2); ${see("list.length")}` },
        { name: "finally after each way out", unknown: 1, code: `let n = 1; const f = () => { try { n = 2; if (Math.random() > 2) return; n = 1; } finally { n++; } }; f(); ${see("n")}` },
        { name: "a size and-ed with something unknown", unknown: 1, code: see("(Math.random() > 2 && 3) || 4") },
        { name: "logical assignment that may happen", unknown: 1, code: `let n = 3; let maybe = Math.random() > 2; maybe &&= (n = 5); ${see("n")}` },
    ]);
});

describe("loops", () => {
    known([
        ["for", `let n = 1; for (let i = 0; i < 5; i++) n *= 2; ${see("n")}`],
        ["for with several variables", `let n = 0; for (let i = 0, j = 10; i < j; i += 2, j--) n++; ${see("n")}`],
        ["for without parts", `let i = 0; for (;;) { if (++i === 6) break; } ${see("i")}`],
        ["while", `let n = 100, turns = 0; while (n > 3) { n = Math.floor(n / 2); turns++; } ${see("n", "turns")}`],
        ["do while runs at least once", `let n = 1; do { n++; } while (false); ${see("n")}`],
        ["for of", `let sum = 0; for (const n of [3, 4, 5]) sum += n; ${see("sum")}`],
        ["for of with destructuring", `for (const [name, { units }] of [["a", { units: 3 }], ["b", { units: 4 }]]) { ${see("units", "name.length")} }`],
        ["for of over entries, text, Map and Set", `let n = 0; for (const [i, v] of [5, 6].entries()) n += i * v; for (const c of "123") n += +c; for (const [k, v] of new Map([["x", 2]])) n += v; for (const v of new Set([1, 1, 2])) n += v; ${see("n")}`],
        ["for in", `let n = 0; const o = { a: 1, b: 2 }; for (const key in o) n += o[key]; for (const i in [7, 7]) n += Number(i); ${see("n")}`],
        ["for of into an existing variable", `let n; for (n of [2, 3]); ${see("n")} const o = {}; for (o.x of [4, 5]); ${see("o.x")}`],
        ["break and continue", `let n = 0; for (let i = 0; i < 10; i++) { if (i % 2) continue; if (i > 6) break; n += i; } ${see("n")}`],
        ["labels", `let n = 0; outer: for (let i = 0; i < 4; i++) { for (let j = 0; j < 4; j++) { if (j === 2) continue outer; if (i === 2) break outer; n++; } } ${see("n")}`],
        ["a label on a block", `let n = 1; done: { n = 2; if (n === 2) break done; n = 3; } ${see("n")}`],
        ["a break of an outer loop from a switch", `let n = 0; loop: for (;;) { switch (n) { case 3: break loop; default: n++; } } ${see("n")}`],
        ["continue inside a switch goes on with the loop", `let n = 0; for (const k of [1, 2, 3]) { switch (k) { case 2: continue; } n += k; } ${see("n")}`],
        ["continue in do while looks at its condition", `let n = 0; do { n++; if (n < 3) continue; n += 10; } while (n < 5); ${see("n")}`],
        ["each turn has its own variable", `const fs = []; for (let i = 1; i < 4; i++) fs.push(() => i); ${see("fs[0]()", "fs[1]()", "fs[2]()")}`],
        ["var is shared between the turns", `const fs = []; for (var i = 1; i < 4; i++) fs.push(() => i); ${see("fs[0]()", "fs[2]()")}`],
        ["a closure sees what the body did to the turn's variable", `const fs = []; for (let i = 1; i < 5; i++) { fs.push(() => i); i++; } ${see("fs[0]()", "fs[1]()")}`],
        ["a list that grows while it is walked", `const list = [1, 2]; let n = 0; for (const v of list) { n += v; if (list.length < 4) list.push(10); } ${see("n", "list.length")}`],
        ["a while with assignment in the condition", `const list = [3, 4, 5]; let v, n = 0; while ((v = list.pop())) n += v; ${see("n")}`],
        ["layers of a loop", `const x = tf.input({ shape: [32] }); let y = x; for (const units of [16, 8, 4]) { y = tf.layers.dense({ units }).apply(y); }`],
        ["a loop of unknown length, and what it does not change", `const n = 4; let k = 0; while (Math.random() < 0.5) { k++; ${see("n")} if (k > 9) break; } ${see("n")}`.replace(see("n") + " if", "if")],
        ["a loop of unknown length that sets the same value each turn", `let n = 4; while (Math.random() < 0) { n = 4; } ${see("n")}`],
    ]);
    silent([
        { name: "a loop that may run", unknown: 1, code: `let n = 4; while (Math.random() < 0) { n = 5; } ${see("n")}` },
        { name: "a size that grows each turn", unknown: 1, code: `let n = 4; for (let i = 0; i < Math.random(); i++) { n *= 2; } ${see("n")}` },
        { name: "a value handed along over several turns", unknown: 1, code: `let a = 1, b = 2, c = 3, d = 4, f = 5, g = 6; const m = Math.floor(Math.random() * 0) + 5; for (let i = 0; i < m; i++) { a = b; b = c; c = d; d = f; f = g; } ${see("a")}` },
        { name: "a break under an unknown condition keeps what was changed before it", unknown: 1, code: `let n = 1; for (const k of [1, 2, 3]) { n = k; if (Math.random() > -1) break; } ${see("n")}` },
        { name: "a continue under an unknown condition", unknown: 1, code: `let n = 1; for (const k of [1, 2, 3]) { if (Math.random() > -1) continue; n = k; } ${see("n")}` },
        { name: "a labelled break of the outer loop", unknown: 1, code: `let n = 1; outer: for (const k of [1, 2]) { for (const j of [1, 2]) { n = 10 * k + j; if (Math.random() > -1) break outer; } } ${see("n")}` },
        { name: "a labelled continue under an unknown condition", unknown: 1, code: `let n = 1; outer: for (const k of [1, 2]) { for (const j of [1, 2]) { if (Math.random() > -1) continue outer; } n++; } ${see("n")}` },
        { name: "a break out of a labelled block", unknown: 1, code: `let n = 1; done: { if (Math.random() > -1) break done; n = 3; } ${see("n")}` },
        { name: "a while whose condition changes something", unknown: 1, code: `let n = 1; while (n++ < 3 + Math.random()) { } ${see("n")}` },
        { name: "unknown items", unknown: 2, code: `let n = 1; for (const v of JSON.parse(process.env.none ?? "[7]")) { n = v; ${see("v")} } ${see("n")}` },
        { name: "closures made in a loop of unknown length", unknown: 1, code: `const fs = []; for (let i = 0; i < 1 + Math.floor(Math.random()); i++) { fs.push(() => i + 3); } ${see("fs.length && fs[0]()")}` },
        { name: "a function that returns from a loop of unknown length", unknown: 1, code: `function f() { for (const v of JSON.parse(process.env.none ?? "[1]")) { if (v) return 3; } return 4; } ${see("f()")}` },
        { name: "for in over something unknown", unknown: 1, code: `let n = 1; for (const k in JSON.parse(process.env.none ?? '{"a": 1}')) n = 2; ${see("n")}` },
    ]);
});

describe("switch", () => {
    const pick = (value: string): string => `let n = 1; switch (${value}) { case "a": n = 2; break; case "b": case "c": n = 3; default: n += 10; } ${see("n")}`;
    known([
        ["a case", pick('"a"')],
        ["a case that falls through", pick('"b"')],
        ["no case", pick('"z"')],
        ["default in the middle", `let n = 1; switch (9) { case 1: n = 2; default: n += 3; case 5: n *= 4; break; case 6: n = 0; } ${see("n")}`],
        ["cases are compared strictly", `let n = 1; switch (1) { case "1": n = 2; break; case 1: n = 3; } ${see("n")}`],
        ["cases that are expressions", `const k = 7; let n = 1; switch (true) { case k < 5: n = 2; break; case k < 10: n = 3; break; } ${see("n")}`],
        ["return from a case", `function f(k) { switch (k) { case 1: return 4; case 2: return 5; default: return 6; } } ${see("f(1)", "f(2)", "f(3)")}`],
        ["unknown, but all cases agree", `let n; switch (Math.floor(Math.random())) { case 0: n = 4; break; default: n = 4; } ${see("n")}`],
    ]);
    silent([
        { name: "an unknown value", unknown: 1, code: pick('Math.random() > 2 ? "a" : "b"') },
        { name: "an unknown value and no default", unknown: 1, code: `let n = 1; switch (Math.floor(Math.random()) + 7) { case 1: n = 2; } ${see("n")}` },
        { name: "an unknown case", unknown: 1, code: `let n = 1; switch (0) { case Math.floor(Math.random()): n = 2; break; case 0: n = 3; } ${see("n")}` },
        { name: "an unknown value and a return", unknown: 1, code: `function f() { switch (Math.floor(Math.random())) { case 0: return 3; case 1: return 4; } return 5; } ${see("f()")}` },
    ]);
});

describe("try", () => {
    known([
        ["nothing is thrown", `let n = 1; try { n = 2; } catch { n = 3; } ${see("n")}`],
        ["a throw is caught", `let n = 1; try { n = 2; throw new Error(); n = 4; } catch { n += 3; } ${see("n")}`],
        ["finally runs after both", `let n = 1; try { n = 2; } finally { n += 5; } ${see("n")}`],
        ["finally runs after a caught throw", `let n = 1; try { throw 1; } catch { n = 2; } finally { n *= 4; } ${see("n")}`],
        ["finally before a return", `let n = 1; function f() { try { return 3; } finally { n = 7; } } ${see("f()", "n")}`],
        ["a return in finally wins", `function f() { try { return 3; } finally { return 4; } } ${see("f()")}`],
        ["what was thrown is caught by the caller", `let n = 1; function f() { n = 2; throw new Error(); } try { f(); n = 3; } catch { n += 5; } ${see("n")}`],
        ["the thrown value", `let n = 1; try { throw 6; } catch (thrown) { n = thrown; } ${see("n")}`],
        ["the thrown object", `let n = 1; try { throw { size: 5 }; } catch ({ size }) { n = size; } ${see("n")}`],
        ["a break out of try", `let n = 0; for (;;) { try { n = 3; break; } finally { n += 1; } } ${see("n")}`],
        ["a layer made where something else may fail", `try { const x = tf.input({ shape: [4] }); tf.layers.dense({ units: 3 }).apply(x); JSON.parse(process.env.none ?? "1"); } catch (error) { console.error(error); }`],
        ["rethrown, so after it nothing was thrown", `let n = 1; try { JSON.parse(process.env.none ?? "1"); n = 2; } catch (error) { throw error; } ${see("n")}`],
        ["a handler that returns, so after it nothing was thrown", `function f() { let n = 1; try { JSON.parse(process.env.none ?? "1"); n = 2; } catch { return; } ${see("n")} } f();`],
        ["a model that may be missing is used only where it is not", `let model; try { JSON.parse(process.env.none ?? "1"); model = tf.sequential(); } catch (error) { console.error(error); } model.add(tf.layers.dense({ units: 3, inputShape: [4] }));`],
    ]);
    silent([
        { name: "something before the assignment may throw", unknown: 1, code: `let n = 1; try { JSON.parse("{"); n = 2; } catch { } ${see("n")}` },
        { name: "something between two assignments may throw", unknown: 1, code: `let n = 1; try { n = 2; JSON.parse("{"); n = 1; } catch { } ${see("n")}` },
        { name: "the handler returns another size", unknown: 1, code: `function f() { try { JSON.parse("{"); return 3; } catch { return 4; } } ${see("f()")}` },
        { name: "what the handler sees may be half done", unknown: 1, code: `let n = 1; try { JSON.parse(process.env.none ?? "1"); n = 2; JSON.parse("{"); n = 3; } catch { ${see("n")} }` },
        { name: "thrown under an unknown condition", unknown: 1, code: `let n = 1; try { if (Math.random() > -1) { n = 2; throw new Error(); } } catch { } ${see("n")}` },
        { name: "thrown under an unknown condition in a function", unknown: 1, code: `let n = 1; function f() { if (Math.random() > -1) { n = 2; throw new Error(); } } try { f(); } catch { } ${see("n")}` },
        { name: "a handler that breaks", unknown: 1, code: `let n = 1; for (;;) { n = 2; try { JSON.parse("{"); n = 3; } catch { break; } break; } ${see("n")}` },
        { name: "finally after a throw that may happen", unknown: 1, code: `let n = 1; try { try { JSON.parse("{"); n = 2; } finally { ${see("n")} } } catch { }` },
        { name: "a list that is being filled", unknown: 1, code: `const list = [1]; try { list.push(2); JSON.parse("{"); list.push(3); } catch { } ${see("list.length")}` },
        { name: "a model that may have been loaded", unknown: 1, code: `let units = 3; let model = null; try { JSON.parse("{"); model = {}; } catch { } if (model) units = 4; ${see("units")}` },
    ]);
});
