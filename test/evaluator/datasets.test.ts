/** What functions get that are called with the elements of a dataset. */
import { known, see, silent } from "./programs.js";

/** A dataset whose elements are looked at, each for the sizes given. */
function looked(dataset: string, ...sizes: readonly string[]): string {
    return `await ${dataset}.map((x) => { ${see(...sizes)} return x; }).toArray();`;
}

known([
    ["rows of numbers", looked("tf.data.array([[1, 2, 3], [4, 5, 6]])", "x.length")],
    ["rows of rows", looked("tf.data.array([[[1, 2], [3, 4], [5, 6]]])", "x.length", "x[0].length")],
    ["tensors", looked("tf.data.array([tf.zeros([2, 3]), tf.zeros([2, 3])])", "x.shape[0]", "x.shape[1]", "x.rank")],
    ["one number after the other", looked("tf.data.array([5])", "x")],
    ["objects of what datasets hold", looked("tf.data.zip({ xs: tf.data.array([[1, 2]]), ys: tf.data.array([tf.zeros([4])]) })", "x.xs.length", "x.ys.shape[0]")],
    ["lists of what datasets hold", looked("tf.data.zip([tf.data.array([[1, 2]]), tf.data.array([[3]])])", "x.length", "x[0].length", "x[1].length")],
    ["elements of objects", looked("tf.data.array([{ a: [1, 2], b: tf.zeros([3]) }, { a: [3, 4], b: tf.zeros([3]) }])", "x.a.length", "x.b.shape[0]")],
    ["elements shuffled, taken and skipped stay what they are", looked("tf.data.array([[1, 2], [3, 4], [5, 6]]).shuffle(3).take(2).skip(1).repeat(1).prefetch(1)", "x.length")],
    ["batches of as many rows", looked("tf.data.array([[1, 2], [3, 4], [5, 6], [7, 8]]).shuffle(4).batch(2)", "x.shape[0]", "x.shape[1]")],
    ["one batch of all there are", looked("tf.data.array([[1, 2], [3, 4], [5, 6]]).batch(32)", "x.shape[0]", "x.shape[1]")],
    ["whole batches only", looked("tf.data.array([[1, 2], [3, 4], [5, 6]]).batch(2, false)", "x.shape[0]", "x.shape[1]")],
    ["batches of what is taken of the shorter one", looked("tf.data.zip([tf.data.array([1, 2, 3]), tf.data.array([1, 2, 3, 4, 5]).skip(3)]).take(8).batch(2)", "x.shape[0]", "x.shape[1]")],
    ["what a generator yields", looked("tf.data.generator(function* () { for (let n = 0; n < 3; n++) yield { xs: [n, 2, 3], ys: tf.zeros([2, 4]) }; })", "x.xs.length", "x.ys.shape[0]", "x.ys.shape[1]")],
    ["what an iterator gives", looked("tf.data.generator(() => { let n = 0; return { next() { n++; return { value: { xs: [n, 2, 3], ys: tf.zeros([2, 4]) }, done: n > 3 }; } }; })", "x.xs.length", "x.ys.shape[0]", "x.ys.shape[1]")],
    ["what an iterator of a class gives later", `class Rows { at = 0; async next() { this.at += 1; return { done: this.at > 2, value: tf.ones([this.at * 0 + 5]) }; } } ${looked("tf.data.generator(async () => new Rows())", "x.shape[0]")}`],
    ["what each element is handed to", `await tf.data.array([[1, 2], [3, 4]]).batch(2).forEachAsync((x) => { ${see("x.shape[0]", "x.shape[1]")} });`],
    ["all elements at once", `const all = await tf.data.array([[1, 2], [3, 4]]).batch(2).toArray(); ${see("all.length", "all[0].shape[0]", "all[0].shape[1]")}`],
    ["the first element of an iterator", `const rows = await tf.data.array([{ xs: [1, 2], ys: [0] }]).batch(1).iterator(); const { value: { xs, ys } } = await rows.next(); ${see("xs.shape[0]", "xs.shape[1]", "ys.shape[1]")}`],
    ["classes as numbers", looked("tf.data.array([{ x: 1, c: 0 }, { x: 2, c: 1 }]).map(({ c }) => tf.oneHot(c, 3))", "x.shape[0]")],
    ["what a generator finds when it is asked", `let n = 2; function* rows() { for (let i = 0; i < n; i++) yield tf.zeros([n]); } const data = tf.data.generator(rows).batch(8); n = 4; await data.forEachAsync((x) => { ${see("x.shape[0]", "x.shape[1]")} });`],
    ["what a function finds when it is asked", `const one = { n: 2 }; const data = tf.data.zip({ x: tf.data.array([1, 2]).map(() => tf.zeros([one.n])) }).batch(2); one.n = 4; await data.forEachAsync(({ x }) => { ${see("x.shape[0]", "x.shape[1]")} });`],
    ["as many as a generator yields", looked("tf.data.generator(function* () { for (let i = 0; i < 4; i++) yield [i, 1, 2]; }).batch(2)", "x.shape[0]", "x.shape[1]")],
    ["the names of a table's columns", `const names = await tf.data.csv('data:text/csv,1,2', { hasHeader: false, columnNames: ['a', 'b'] }).columnNames(); ${see("names.length")}`],
    ["what a function makes of them", looked("tf.data.array([[1, 2], [3, 4]]).map((row) => ({ n: [...row, 0] }))", "x.n.length")],
]);

silent([
    { name: "numbers that differ", unknown: 1, code: looked("tf.data.array([5, 5])", "x") },
    { name: "batches: the last has less rows", unknown: 1, code: looked("tf.data.array([[1, 2], [3, 4], [5, 6]]).batch(2)", "x.shape[0]", "x.shape[1]") },
    { name: "batches of objects keep the names", unknown: 1, code: looked("tf.data.array([{ a: [1, 2], n: 3 }, { a: [3, 4], n: 4 }]).repeat(3).batch(4)", "x.a.shape[0]", "x.a.shape[1]", "x.n.rank") },
    { name: "a generator that yields one thing or another", unknown: 1, code: looked("tf.data.generator(function* () { yield [1, 2]; yield [1, 2, 3]; })", "x.length") },
    { name: "a generator that hands over to another", unknown: 1, code: `function* one() { yield [1, 2]; } ${looked("tf.data.generator(function* () { yield* one(); })", "x.length")}` },
    { name: "an iterator that gives more each time", unknown: 1, code: looked("tf.data.generator(() => { let n = 0; return { next: () => ({ value: tf.zeros([++n]), done: n > 3 }) }; })", "x.shape[0]") },
    { name: "an iterator that gives one thing or another", unknown: 1, code: looked("tf.data.generator(() => { const items = [[1, 2], [1, 2, 3]]; return { next: () => (items.length > 0 ? { value: items.shift(), done: false } : { value: null, done: true }) }; })", "x.length") },
    { name: "an iterator of the language", unknown: 1, code: looked("tf.data.generator(() => [[1, 2], [3, 4]][Symbol.iterator]())", "x.length") },
    { name: "an iterator that gives one object or another", unknown: 0, code: looked("tf.data.generator(() => { let n = 0; return { next: () => (n++ > 3 ? { done: true } : { value: [n, 2], done: false }) }; })", "x.length") },
    { name: "elements filtered stay what they are", unknown: 0, code: looked("tf.data.array([[1, 2], [3, 4]]).filter((row) => row[0] > 0)", "x.length") },
    { name: "what a function makes of elements that nobody knows", unknown: 0, code: looked(`tf.data.array(JSON.parse(process.env.none ?? '[{ "a": 1 }]')).map((row) => ({ xs: tf.tensor1d([row.a, 2]), ys: [row.a, 1, 0] }))`, "x.xs.shape[0]", "x.ys.length") },
    { name: "elements of something unknown", unknown: 1, code: looked("tf.data.array(JSON.parse(process.env.none ?? '[[1, 2]]'))", "x.length") },
    { name: "a function changes something each time, if ever", unknown: 1, code: `let n = 3; const data = tf.data.array([[1], [2]]).map((x) => { n = 5; return x; }); await data.toArray(); ${see("n")}` },
    { name: "as many as a generator happens to yield", unknown: 1, code: looked("tf.data.generator(function* () { yield [1]; if (Math.random() > 0.5) yield [2]; }).batch(2)", "x.shape[0]") },
    { name: "all elements at once, as many as nobody knows", unknown: 1, code: `const all = await tf.data.array([[1, 2], [3, 4]]).filter(([a]) => a > 1).toArray(); ${see("all.length")}` },
]);
