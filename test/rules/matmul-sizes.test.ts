import rule from "../../rules/matmul-sizes.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "the inner sizes agree",
            code: "tf.matMul(tf.zeros([2, 3]), tf.zeros([3, 4]));",
        },
        {
            name: "a transposed second matrix",
            code: "tf.matMul(tf.zeros([2, 3]), tf.zeros([4, 3]), false, true);",
        },
        {
            name: "done in another way where it fails",
            code: "const product = (a, b) => {\n    try {\n        return tf.matMul(a, b);\n    } catch (error) {\n        return tf.matMul(a, b, false, true);\n    }\n};\nproduct(tf.zeros([2, 3]), tf.zeros([4, 3]));\nproduct(tf.zeros([2, 3]), tf.zeros([3, 4]));",
        },
        {
            name: "silent: the inner size is a parameter",
            code: `function project(n) {
    return tf.matMul(tf.zeros([2, n]), tf.zeros([3, 4]));
}`,
        },
    ],
    invalid: [
        {
            name: "the inner sizes differ",
            code: "tf.matMul(tf.zeros([2, 3]), tf.zeros([4, 5]));",
            errors: [
                {
                    messageId: "inner",
                    data: { callee: "matMul", a: "3", b: "4", first: "a", firstAxis: "1", firstShape: "[2, 3]", second: "b", secondAxis: "0", secondShape: "[4, 5]", effect: "" },
                    on: "tf.zeros([4, 5])",
                },
            ],
        },
        {
            name: "a forgotten transposition",
            code: `const q = tf.zeros([8, 10, 16]);
const k = tf.zeros([8, 10, 16]);
q.matMul(k);`,
            errors: [
                {
                    messageId: "inner",
                    data: { callee: "matMul", a: "16", b: "10", first: "a", firstAxis: "2", firstShape: "[8, 10, 16]", second: "b", secondAxis: "1", secondShape: "[8, 10, 16]", effect: "" },
                    on: "k",
                    nth: 2,
                },
            ],
        },
        {
            name: "dot of vectors",
            code: `const v = tf.zeros([3]);
v.dot(tf.zeros([4]));`,
            errors: [
                {
                    messageId: "inner",
                    data: { callee: "dot", a: "3", b: "4", first: "t1", firstAxis: "0", firstShape: "[3]", second: "t2", secondAxis: "0", secondShape: "[4]", effect: "" },
                    on: "tf.zeros([4])",
                },
            ],
        },
        {
            name: "einsum: a letter of two sizes",
            code: "tf.einsum('ij,jk->ik', tf.zeros([2, 3]), tf.zeros([4, 5]));",
            errors: [
                {
                    messageId: "inner",
                    data: { callee: "einsum", a: "3", b: "4", first: "tensors[0]", firstAxis: "1", firstShape: "[2, 3]", second: "tensors[1]", secondAxis: "0", secondShape: "[4, 5]", effect: "" },
                    on: "tf.zeros([2, 3])",
                },
            ],
        },
    ],
};

testRule("matmul-sizes", rule, tables);
checkTruth("matmul-sizes", tables);
