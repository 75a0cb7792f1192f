/** Tests of what must fail: nothing is reported there. */
import { describe, expect, test } from "vitest";
import { analyzed } from "./programs.js";

const own = "const flat = (x, n) => x.reshape([n]);";

function problemsIn(code: string): number {
    return analyzed(`${own} test("fails", async () => { ${code} });`).problems.length;
}

describe("silent: what is expected to fail", () => {
    test.each([
        ["a function", "expect(() => tf.zeros([2]).reshape([3])).toThrow();"],
        ["a function with statements, and what must be thrown", "expect(function () { const x = tf.zeros([2]); x.reshape([3]); }).toThrowError(/size/);"],
        ["a function of another name", "const bad = () => flat(tf.zeros([2]), 4); expect(bad).toThrow();"],
        ["a promise", "await expect((async () => flat(tf.zeros([2]), 3))()).rejects.toThrow(Error);"],
        ["chai", "expect(() => flat(tf.zeros([2]), 3)).to.throw(Error);"],
        ["assert", "assert.throws(() => flat(tf.zeros([2]), 3), /size/); await assert.rejects(async () => flat(tf.zeros([2]), 5));"],
        ["ava and tape", "t.throws(() => flat(tf.zeros([2]), 3)); await t.throwsAsync(async () => flat(tf.zeros([2]), 5));"],
    ])("%s", (_name, code) => {
        expect(problemsIn(code)).toBe(0);
    });
});

describe("reported: what is not", () => {
    test.each([
        ["what must not fail", "expect(() => tf.zeros([2]).reshape([3])).not.toThrow();"],
        ["chai, turned round", "expect(() => tf.zeros([2]).reshape([3])).to.not.throw();"],
        ["what comes before the check", "const x = tf.zeros([2]).reshape([3]); expect(() => x.print()).toThrow();"],
        ["another check", "expect(tf.zeros([2]).reshape([3]).size).toBe(3);"],
        ["the same function, where it is called as well", "const bad = () => flat(tf.zeros([2]), 4); expect(bad).toThrow(); flat(tf.zeros([2]), 3);"],
    ])("%s", (_name, code) => {
        expect(problemsIn(code)).toBe(1);
    });
});
