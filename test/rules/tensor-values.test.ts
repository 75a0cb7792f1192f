import rule from "../../rules/tensor-values.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "as many values as the shape holds",
            code: "tf.tensor([1, 2, 3, 4], [2, 2]);",
        },
        {
            name: "nested values",
            code: "tf.tensor2d([[1, 2], [3, 4]]);",
        },
        {
            name: "silent: rows made of more data than are looked at",
            code: `const data = Array.from({ length: 900 }, (_, i) => i % 3);
tf.tensor2d(data.map((kind) => [kind === 0 ? 1 : 0, kind === 1 ? 1 : 0, kind === 2 ? 1 : 0]), [900, 3]);`,
        },
        {
            name: "silent: values from elsewhere",
            notRun: "its sizes or options are the caller's",
            code: `export function load(values) {
    return tf.tensor2d(values, [2, 2]);
}`,
        },
        {
            name: "silent: rows of a list in a field that somebody else fills",
            notRun: "nobody calls it",
            code: `export class Agent {
    constructor() { this.memory = []; this.seen = []; }
    replay() {
        const rows = [];
        this.memory.forEach((row) => rows.push(row));
        const others = [];
        for (const row of this.seen) others.push(row);
        return [tf.tensor2d(rows), tf.tensor2d(others), tf.tensor2d([...this.memory])];
    }
}`,
        },
    ],
    invalid: [
        {
            name: "a value too many",
            code: "tf.tensor([1, 2, 3, 4, 5], [2, 2]);",
            errors: [
                {
                    messageId: "count",
                    data: { count: "5", target: "[2, 2]", targetSize: "4" },
                    on: "[2, 2]",
                },
            ],
        },
        {
            name: "nested in another way than the shape says",
            code: "tf.tensor([[1, 2], [3, 4]], [4, 1]);",
            errors: [
                {
                    messageId: "nesting",
                    data: { callee: "tensor", nesting: "[2, 2]", expected: "nested as [4, 1], or flat", effect: "" },
                    on: "[[1, 2], [3, 4]]",
                },
            ],
        },
        {
            name: "flat values without a shape",
            code: "tf.tensor2d([1, 2, 3]);",
            errors: [
                {
                    messageId: "nesting",
                    data: { callee: "tensor2d", nesting: "[3]", expected: "values nested 2 deep, or have a shape beside them", effect: "" },
                    on: "[1, 2, 3]",
                },
            ],
        },
        {
            name: "rows of other lengths: accepted in silence",
            silently: "takes the values one after the other",
            code: "tf.tensor([[1, 2], [3]]);",
            errors: [
                {
                    messageId: "ragged",
                    data: { path: "[1]", length: "1", expected: "2", effect: " TensorFlow.js puts the values one after the other into a tensor of shape [2, 2]." },
                    on: "[[1, 2], [3]]",
                },
            ],
        },
    ],
};

testRule("tensor-values", rule, tables);
checkTruth("tensor-values", tables);
