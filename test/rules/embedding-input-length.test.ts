import rule from "../../rules/embedding-input-length.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "the length of the input",
            code: `const x = tf.input({ shape: [10] });
const y = tf.layers.embedding({ inputDim: 50, outputDim: 4, inputLength: 10 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "null stands for any length",
            code: `const x = tf.input({ shape: [10] });
const y = tf.layers.embedding({ inputDim: 50, outputDim: 4, inputLength: [null] }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "as first layer it makes the shape itself",
            code: `const model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: 50, outputDim: 4, inputLength: 10 }));`,
        },
        {
            name: "silent: a length that is not known",
            code: `const x = tf.input({ shape: [null] });
const y = tf.layers.embedding({ inputDim: 50, outputDim: 4, inputLength: 8 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
    ],
    invalid: [
        {
            name: "another length",
            code: `const x = tf.input({ shape: [12] });
const y = tf.layers.embedding({ inputDim: 50, outputDim: 4, inputLength: 10 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "inputLength", declared: "10", callee: "embedding", input: "[null, 12]" },
                    on: "10",
                },
            ],
        },
        {
            name: "another rank",
            code: `const x = tf.input({ shape: [12, 3] });
const y = tf.layers.embedding({ inputDim: 50, outputDim: 4, inputLength: 12 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "length",
                    data: { option: "inputLength", declared: "12", callee: "embedding", input: "[null, 12, 3]" },
                    on: "12",
                    nth: 2,
                },
            ],
        },
    ],
};

testRule("embedding-input-length", rule, tables);
checkTruth("embedding-input-length", tables);
