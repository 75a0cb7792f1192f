/** What nobody in the file calls may be passed anything: a parameter is a size only where nothing else is legal. */
import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";

function problemsOf(body: string): readonly string[] {
    const { problems, error } = analyze(`import * as tf from '@tensorflow/tfjs';\nexport function f(a, b, c) { ${body} }`);
    expect(error).toBeUndefined();
    return problems.map(({ message }) => message);
}

test.each([
    ["a permutation may be a list", "return tf.zeros([3, 4]).transpose(a);"],
    ["axes may be a list", "return tf.zeros([3, 4]).sum(a);"],
    ["values may be a typed array", "return tf.tensor4d(a, [1, b, c, 1]);"],
    ["rows of values may be lists", "return tf.tensor2d([a, b, c]);"],
    ["a target may be a list", "return tf.zeros([3, 4]).reshape(a);"],
    ["an input shape is a list, however long", "return tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: a });"],
    ["there may be more arguments than the parameters", "return tf.layers.dense({ units: arguments[3] });"],
    ["a rest parameter takes any number", "return ((...rest) => tf.add(...rest))(...arguments);"],
    ["the library under another name takes its tensor first", "return a.conv2d(tf.zeros([1, 8, 8, 3]), tf.zeros([3, 3, 3, 4]), 1, 'same');"],
    ["the inputs of a merge are a list, however long", "const d = a.map((x) => x.d); const e = a.reduce((list, x) => { list.push(x); return list; }, []); return [a, d, e].map((list) => tf.layers.concatenate({ axis: 1 }).apply(list));"],
    ["the inputs of a merge, collected in a loop", "const list = []; for (const x of a) { list.push(tf.input({ shape: [3] })); } return tf.layers.add().apply(list);"],
    ["the largest of sizes that are spread", "return tf.layers.dense({ units: Math.max(...a) });"],
    ["one of two lists is long enough wherever its second item is looked at", "const [x, y] = a ? [tf.zeros([2]), tf.zeros([2])] : [tf.zeros([2])]; return b && x && y && tf.concat([x, y]);"],
])("silent: %s", (_, body) => {
    expect(problemsOf(body)).toEqual([]);
});

test("silent: functions of the module take any number of arguments", () => {
    const { problems } = analyze("import * as tf from '@tensorflow/tfjs'; export const linspace = (...args) => tf.linspace(...args); export class Text { encode() { return encode(...arguments); } } function encode(ids) { return tf.tensor(ids); }");
    expect(problems).toEqual([]);
});

test("a list of sizes is judged for its length all the same", () => {
    expect(problemsOf("return tf.tensor4d(a, [1, b, c]);")).toHaveLength(1);
});

test("an abstract class has the fields that other files give it", () => {
    const program = (kind: string): string => `import * as tf from '@tensorflow/tfjs';
export ${kind} Up { rows = 5; run() { return tf.zeros([3, 4]).reshape([this.rows, 2]); } }`;
    const count = (kind: string): number => analyze(program(kind), { filename: "up.ts" }).problems.length;
    expect(count("class")).toBe(1);
    expect(count("abstract class")).toBe(0);
});

test.each(["a", "[...a, tf.input({ shape: [3] })]"])("nothing is said of how many inputs a merge has: %s", (inputs) => {
    const { layers } = analyze(`import * as tf from '@tensorflow/tfjs';\nconst a = globalThis.inputs;\ntf.layers.add().apply(${inputs});`);
    expect(layers.filter(({ type }) => type === "add").map(({ shapes }) => shapes)).toEqual([[]]);
});
