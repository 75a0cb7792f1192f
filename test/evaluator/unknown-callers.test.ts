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
])("silent: %s", (_, body) => {
    expect(problemsOf(body)).toEqual([]);
});

test("a list of sizes is judged for its length all the same", () => {
    expect(problemsOf("return tf.tensor4d(a, [1, b, c]);")).toHaveLength(1);
});
