import { describe } from "vitest";
import { known, see } from "./programs.js";

describe("arithmetic", () => {
    known([
        ["the four operations", `const a = 7, b = 2; ${see("a + b", "a - b", "a * b", "a % b")}`],
        ["division and powers", `const a = 12; ${see("a / 4", "2 ** 5", "a ** 2", "2 ** 3 ** 1")}`],
        ["bits", `const a = 100; ${see("a >> 1", "a >>> 2", "a << 1", "a & 6", "a | 3", "a ^ 5", "~~(a / 3)", "~-5")}`],
        ["compound assignment", `let a = 3; a += 4; a *= 3; a -= 1; a /= 2; a **= 2; a %= 31; a <<= 2; a >>= 1; a |= 1; a &= 27; a ^= 4; ${see("a")}`],
        ["increments give the value before or after", `let a = 3; const b = a++; const c = ++a; const d = a--; const f = --a; ${see("a", "b", "c", "d", "f")}`],
        ["an increment of a member", `const o = { n: 3 }; const b = o.n++; ++o["n"]; const list = [4]; list[0]--; ${see("o.n", "b", "list[0]")}`],
        ["unary operators", `${see("+'12'", "-(-3)", "+true + 1", "-(~4)")}`],
        ["text with a number in it", `const n = "8"; ${see("n * 2", "+n + 1", "n - 1", "Number(n)", "parseInt(n, 10)", "n / '2'")}`],
        ["plus joins text", `const n = "1" + 2; ${see("+n", "+(n + 3)", "+`${n}${1}`")}`],
        ["comparison", `const a = 3; ${see("a < 4 ? 1 : 2", "a >= 4 ? 3 : 4", "a === 3 ? 5 : 6", "a != 3 ? 7 : 8", "'a' < 'b' ? 9 : 10", "a == '3' ? 11 : 12", "'10' < 9 ? 13 : 14")}`],
        ["equality of nothing", `let u; ${see("u === undefined ? 1 : 2", "u == null ? 3 : 4", "null === undefined ? 5 : 6", "NaN === NaN ? 7 : 8", "typeof u === 'undefined' ? 9 : 10")}`],
        ["typeof and void", `const f = () => 1; ${see("(typeof 1).length", "typeof f === 'function' ? 1 : 2", "void 0 === undefined ? 3 : 4", "typeof {} === 'object' ? 5 : 6")}`],
        ["logic gives one of its sides", `const zero = 0; let none; ${see("zero || 5", "3 && 4", "none ?? 6", "zero ?? 7", "(none && 1) ?? 8", "!zero ? 9 : 10")}`.replace('"zero ?? 7", ', "").replace("zero ?? 7", "(zero ?? 7) + 1")],
        ["logical assignment", `let a = 0, b, c = 3; a ||= 4; b ??= 5; c &&= 6; ${see("a", "b", "c")}`],
        ["a ternary of ternaries", `const k = "b"; ${see("k === 'a' ? 1 : k === 'b' ? 2 : 3")}`],
        ["a comma gives the last", `let n = 1; const m = (n += 2, n * 2); ${see("n", "m")}`],
        ["assignment is an expression", `let a, b; a = b = 4; const c = (a += 1) * 2; ${see("a", "b", "c")}`],
        ["Math", see("Math.floor(7 / 2)", "Math.ceil(7 / 2)", "Math.round(2.5)", "Math.trunc(7.9)", "Math.max(1, 9, 3)", "Math.min(4, 2)", "Math.abs(-3)", "Math.sqrt(16)", "Math.pow(2, 3)", "Math.log2(8)", "Math.sign(5)", "Math.hypot(3, 4)", "Math.cbrt(27)", "Math.floor(Math.PI)")],
        ["more of Math", see("Math.clz32(1 << 20)", "Math.imul(3, 4)", "Math.fround(5.5) * 2", "Math.log10(1000)", "Math.ceil(Math.log(100))", "Math.max(...[3, 8, 5])", "Math.floor(Math.SQRT1_2 * 10)", "Math.floor(Math.LOG2E * 10)")],
        ["Number", see("Number('3.5') * 2", "Number.parseInt('12px')", "Number.parseFloat('1.5') * 2", "Number.isInteger(3) ? 1 : 2", "Number.isNaN(NaN) ? 3 : 4", "Number(true) + 1", "Number([5])")],
        [
            "a tensor and a number that is not known, which is a scalar",
            `const x = tf.ones([3, 4]); const r = Math.random(); let k = 1; if (r < 2) k = 2; const decay = Math.exp(-r); ${["x.mul(Math.random() * 2 - 0.4)", "x.add(Math.floor(r * 10) | 1)", "x.mul(r > 0.5 ? 1 : -1)", "x.mul(k)", "x.mul(decay).add((1 - decay) * r)", "x.add(parseFloat(process.env.none ?? '1'))", "x.div(Number(process.env.none ?? 2))", "x.mul(Math.sqrt(Math.max(r, 3)))", "x.mul(-Math.random())", "tf.add(tf.tensor([r / 3, Math.random()]), r).expandDims(1)"].map((made) => see(`...(${made}).shape`)).join(" ")}`,
        ],
        ["the numbers that a long tensor holds", `const v = tf.ones([200]); const m = tf.ones([90, 2]); ${["tf.tensor1d(v.arraySync())", "tf.tensor2d(m.arraySync())", "tf.tensor1d(Array.from(v.dataSync()))", "tf.tensor1d(v.dataSync())", "tf.tensor(m.arraySync().map((row) => row[0] * 2))"].map((made) => see(`...${made}.shape`)).join(" ")}`],
        ["an order to read rows in", `const order = tf.util.createShuffledIndices(50); const x = tf.ones([50, 4]); ${see("order.length", "...x.gather(tf.tensor1d(Array.from(order), 'int32')).shape")}`],
        ["what the type of such a number is", `const r = Math.random() * 0.3; ${see("typeof r === 'number' ? 1 : 2", "typeof (Math.random() - 1) === 'number' ? 3 : 4", "r === undefined ? 5 : 6", "r == null ? 7 : 8")}`],
        ["numbers in other notations", see("0x10", "0b101", "0o17", "1e2", "1_000", ".5 * 4")],
        ["toString and toFixed", `const n = 12; ${see("+n.toString()", "+(3.7).toFixed(0)", "parseInt(n.toString(2), 2)", "n.toString().length", "+String(n)")}`],
    ]);
});

describe("text", () => {
    known([
        ["templates", `const n = 3; const name = \`layer\${n + 1}\`; ${see("name.length", "+`${n}${n}`")}`],
        ["methods", `const s = "conv2d_16"; ${see("s.length", "s.indexOf('_') + 1", "+s.split('_')[1]", "+s.slice(7)", "+s.slice(-2)", "+s.substring(7, 9)", "s.includes('2d') ? 1 : 2", "s.startsWith('conv') ? 3 : 4", "s.toUpperCase() === 'CONV2D_16' ? 5 : 6", "+s.replace('conv2d_', '')", "+s.charAt(4)", "'ab'.repeat(3).length", "'7'.padStart(3, '0').length", "' 9 '.trim().length")}`],
        ["more methods", `const s = "a-b-c"; ${see("s.lastIndexOf('b') + 1", "s.replaceAll('-', '').length", "s.at(-1) === 'c' ? 1 : 2", "s.charCodeAt(0)", "s.endsWith('c') ? 3 : 4", "s.concat('d', 'e').length", "s.padEnd(9, 'x').length", "s.trimEnd().length", "s.codePointAt(2)", "'x1y'.slice(-2, -1) * 3", "s.split('').length", "s.split('-', 2).length")}`],
        ["characters", `const s = "3579"; const [first, ...rest] = s; ${see("+s[2]", "+first", "rest.length", "[...s].length", "Array.from(s).length")}`],
        ["search from a position", see("'abab'.indexOf('a', 1)", "'abab'.includes('a', 3) ? 1 : 2", "'abab'.startsWith('b', 1) ? 3 : 4")],
        ["escapes count as what they are", see("'\\n\\t'.length", "`\\u0041`.length", "'😀'.length", "[...'😀'].length")],
    ]);
});

describe("optional chaining and nothing", () => {
    known([
        ["a chain that ends early", `const o = { a: { b: 4 } }; const none = undefined; ${see("o?.a?.b", "none?.a.b ?? 5", "o.x?.y.z ?? 6", "o.f?.() ?? 7", "none?.[0] ?? 8", "none?.a.b.c() ?? 9")}`],
        ["a call that is optional", `const o = { f: () => 3 }; ${see("o.f?.()", "o?.f()", "o?.['f']()", "o.g?.(1) ?? 5")}`],
        ["arguments of a call that does not happen are not evaluated", `let n = 1; const none = null; none?.f(n++); none?.[n++]; ${see("n")}`],
        ["a default for null", `const o = { n: null }; ${see("o.n ?? 3", "o.m ?? 4", "(o.n || 5)")}`],
    ]);
});
