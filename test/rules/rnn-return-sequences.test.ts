import rule from "../../rules/rnn-return-sequences.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const tables: TrueTables = {
    valid: [
        {
            name: "the sequence is returned",
            code: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, returnSequences: true, inputShape: [10, 4] }));
model.add(tf.layers.lstm({ units: 8 }));`,
        },
        {
            name: "the last output repeated",
            code: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4] }));
model.add(tf.layers.repeatVector({ n: 5 }));
model.add(tf.layers.lstm({ units: 8 }));`,
        },
        {
            name: "the last output into a dense layer",
            code: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4] }));
model.add(tf.layers.dense({ units: 1 }));`,
        },
        {
            name: "silent: whether the sequence is returned is the caller's choice",
            notRun: "its sizes or options are the caller's",
            code: `export function stack(x, returnSequences) {
    const a = tf.layers.lstm({ units: 8, returnSequences }).apply(x);
    return tf.layers.lstm({ units: 8 }).apply(a);
}`,
        },
    ],
    invalid: [
        {
            name: "two stacked layers",
            code: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4] }));
model.add(tf.layers.gru({ units: 5 }));`,
            output: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4], returnSequences: true }));
model.add(tf.layers.gru({ units: 5 }));`,
            errors: [
                {
                    messageId: "last",
                    data: { callee: "gru", input: "[null, 8]", producer: "lstm", option: "returnSequences" },
                    on: "tf.layers.gru({ units: 5 })",
                },
            ],
        },
        {
            name: "said by a getter: the value takes its place",
            code: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4], get returnSequences() { return false; } }));
model.add(tf.layers.gru({ units: 5 }));`,
            errors: [
                {
                    messageId: "last",
                    data: { callee: "gru", input: "[null, 8]", producer: "lstm", option: "returnSequences" },
                    on: "tf.layers.gru({ units: 5 })",
                    suggestions: [
                        {
                            messageId: "setOptionOf",
                            data: { name: "returnSequences", value: "true", layer: "lstm" },
                            output: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4], returnSequences: true }));
model.add(tf.layers.gru({ units: 5 }));`,
                        },
                    ],
                },
            ],
        },
        {
            name: "a dropout between them changes nothing",
            code: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4] }));
model.add(tf.layers.dropout({ rate: 0.2 }));
model.add(tf.layers.gru({ units: 5 }));`,
            output: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4], returnSequences: true }));
model.add(tf.layers.dropout({ rate: 0.2 }));
model.add(tf.layers.gru({ units: 5 }));`,
            errors: [
                {
                    messageId: "last",
                    data: { callee: "gru", input: "[null, 8]", producer: "lstm", option: "returnSequences" },
                    on: "tf.layers.gru({ units: 5 })",
                },
            ],
        },
        {
            name: "a dense layer between them: a suggestion",
            code: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4] }));
model.add(tf.layers.dense({ units: 3 }));
model.add(tf.layers.gru({ units: 5 }));`,
            errors: [
                {
                    messageId: "last",
                    data: { callee: "gru", input: "[null, 3]", producer: "lstm", option: "returnSequences" },
                    on: "tf.layers.gru({ units: 5 })",
                    suggestions: [
                        { messageId: "setOptionOf", data: { name: "returnSequences", value: "true", layer: "lstm" }, output: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4], returnSequences: true }));
model.add(tf.layers.dense({ units: 3 }));
model.add(tf.layers.gru({ units: 5 }));` },
                    ],
                },
            ],
        },
        {
            name: "set to false on purpose: a suggestion",
            code: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, returnSequences: false, inputShape: [10, 4] }));
model.add(tf.layers.gru({ units: 5 }));`,
            errors: [
                {
                    messageId: "last",
                    data: { callee: "gru", input: "[null, 8]", producer: "lstm", option: "returnSequences" },
                    on: "tf.layers.gru({ units: 5 })",
                    suggestions: [
                        { messageId: "setOptionOf", data: { name: "returnSequences", value: "true", layer: "lstm" }, output: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, returnSequences: true, inputShape: [10, 4] }));
model.add(tf.layers.gru({ units: 5 }));` },
                    ],
                },
            ],
        },
        {
            name: "a bidirectional layer: the option is that of the layer it wraps",
            code: `const model = tf.sequential();
model.add(tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 8 }), inputShape: [10, 4] }));
model.add(tf.layers.gru({ units: 5 }));`,
            output: `const model = tf.sequential();
model.add(tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 8, returnSequences: true }), inputShape: [10, 4] }));
model.add(tf.layers.gru({ units: 5 }));`,
            errors: [
                {
                    messageId: "last",
                    data: { callee: "gru", input: "[null, 16]", producer: "bidirectional", option: "returnSequences" },
                    on: "tf.layers.gru({ units: 5 })",
                },
            ],
        },
        {
            name: "a bidirectional layer around a layer in a variable, with a cast",
            code: `const cell = tf.layers.lstm({ units: 8 });
const model = tf.sequential();
model.add(tf.layers.bidirectional({ layer: cell as tf.RNN, inputShape: [10, 4] }));
model.add(tf.layers.gru({ units: 5 }));`,
            output: `const cell = tf.layers.lstm({ units: 8, returnSequences: true });
const model = tf.sequential();
model.add(tf.layers.bidirectional({ layer: cell as tf.RNN, inputShape: [10, 4] }));
model.add(tf.layers.gru({ units: 5 }));`,
            errors: [{ messageId: "last", data: { callee: "gru", input: "[null, 16]", producer: "bidirectional", option: "returnSequences" }, on: "tf.layers.gru({ units: 5 })" }],
        },
        {
            name: "a bidirectional layer of Keras",
            code: "const y = Bidirectional(LSTM(8))(Input({ shape: [10, 4] }));\nconst z = GRU(5)(y);",
            output: "const y = Bidirectional(LSTM(8, { return_sequences: true }))(Input({ shape: [10, 4] }));\nconst z = GRU(5)(y);",
            errors: [{ messageId: "last", data: { callee: "GRU", input: "[null, 16]", producer: "Bidirectional", option: "return_sequences" }, on: "y", nth: 2 }],
        },
        {
            name: "a bidirectional layer around one that shall not return its sequence",
            code: `const model = tf.sequential();
model.add(tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 8, returnSequences: false }), inputShape: [10, 4] }));
model.add(tf.layers.gru({ units: 5 }));`,
            errors: [
                {
                    messageId: "last",
                    data: { callee: "gru", input: "[null, 16]", producer: "bidirectional", option: "returnSequences" },
                    on: "tf.layers.gru({ units: 5 })",
                    suggestions: [
                        { messageId: "setOptionOf", data: { name: "returnSequences", value: "true", layer: "lstm" }, output: `const model = tf.sequential();
model.add(tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 8, returnSequences: true }), inputShape: [10, 4] }));
model.add(tf.layers.gru({ units: 5 }));` },
                    ],
                },
            ],
        },
        {
            name: "a convolution over time needs the sequence, too",
            code: `const model = tf.sequential();
model.add(tf.layers.simpleRNN({ units: 8, inputShape: [10, 4] }));
model.add(tf.layers.conv1d({ filters: 3, kernelSize: 3 }));`,
            output: `const model = tf.sequential();
model.add(tf.layers.simpleRNN({ units: 8, inputShape: [10, 4], returnSequences: true }));
model.add(tf.layers.conv1d({ filters: 3, kernelSize: 3 }));`,
            errors: [
                {
                    messageId: "last",
                    data: { callee: "conv1d", input: "[null, 8]", producer: "simpleRNN", option: "returnSequences" },
                    on: "tf.layers.conv1d({ filters: 3, kernelSize: 3 })",
                },
            ],
        },
        {
            name: "three layers: one fix after the other",
            code: `const x = tf.input({ shape: [10, 4] });
const a = tf.layers.lstm({ units: 8 }).apply(x);
const b = tf.layers.gru({ units: 5 }).apply(a);
const c = tf.layers.simpleRNN({ units: 3 }).apply(b);`,
            output: [`const x = tf.input({ shape: [10, 4] });
const a = tf.layers.lstm({ units: 8, returnSequences: true }).apply(x);
const b = tf.layers.gru({ units: 5 }).apply(a);
const c = tf.layers.simpleRNN({ units: 3 }).apply(b);`, `const x = tf.input({ shape: [10, 4] });
const a = tf.layers.lstm({ units: 8, returnSequences: true }).apply(x);
const b = tf.layers.gru({ units: 5, returnSequences: true }).apply(a);
const c = tf.layers.simpleRNN({ units: 3 }).apply(b);`],
            errors: [
                {
                    messageId: "last",
                    data: { callee: "gru", input: "[null, 8]", producer: "lstm", option: "returnSequences" },
                    on: "a",
                    nth: 7,
                },
            ],
        },
        {
            name: "one function makes both layers: a fix would change the other as well",
            code: `const rnn = (x) => tf.layers.lstm({ units: 8 }).apply(x);
const x = tf.input({ shape: [10, 4] });
rnn(rnn(x));`,
            errors: [
                {
                    messageId: "last",
                    data: { callee: "lstm", input: "[null, 8]", producer: "lstm", option: "returnSequences" },
                    on: "x",
                    nth: 2,
                    suggestions: [
                        { messageId: "setOptionOf", data: { name: "returnSequences", value: "true", layer: "lstm" }, output: `const rnn = (x) => tf.layers.lstm({ units: 8, returnSequences: true }).apply(x);
const x = tf.input({ shape: [10, 4] });
rnn(rnn(x));` },
                    ],
                },
            ],
        },
        {
            name: "a layer for each step of the sequence",
            code: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4] }));
model.add(tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 3 }) }));`,
            output: `const model = tf.sequential();
model.add(tf.layers.lstm({ units: 8, inputShape: [10, 4], returnSequences: true }));
model.add(tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 3 }) }));`,
            errors: [
                {
                    messageId: "last",
                    data: { callee: "timeDistributed", input: "[null, 8]", producer: "lstm", option: "returnSequences" },
                    on: "tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 3 }) })",
                },
            ],
        },
    ],
};

testRule("rnn-return-sequences", rule, tables);
checkTruth("rnn-return-sequences", tables);
