import rule from "../../rules/compile-before-training.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const model = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });`;
const compile = `model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;
const fit = `await model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]));`;
const never = (callee: string) => ({ messageId: "never", data: { callee } }) as const;

const tables: TrueTables = {
    valid: [
        { name: "compiled, then trained", code: `${model}\n${compile}\n${fit}` },
        { name: "predicting needs no loss", code: `${model}\nmodel.predict(tf.zeros([2, 3]));` },
        { name: "compiled on both ways", code: `${model}\nif (Math.random() < 0.5) ${compile} else ${compile}\n${fit}` },
        { name: "compiled by a function", code: `const ready = (model) => { ${compile} return model; };\n${model}\nawait ready(model).fit(tf.zeros([2, 3]), tf.zeros([2, 1]));` },
        { name: "trainOnBatch goes on with the layers from before", code: `${model}\n${compile}\nmodel.add(tf.layers.dense({ units: 1 }));\nawait model.trainOnBatch(tf.zeros([2, 3]), tf.zeros([2, 1]));` },
        { name: "silent: compiled perhaps", notRun: "on one of its ways it fails", code: `${model}\nif (Math.random() < 0.5) ${compile}\n${fit}` },
        { name: "silent: whoever imports the model may compile it", notRun: "nobody calls it", code: `export ${model}\nexport const train = async () => { ${fit} };` },
        { name: "silent: another method may come first", notRun: "nobody calls it", code: `class Net {\n    constructor() { this.model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] }); }\n    async train(x, y) { await this.model.fit(x, y); }\n}` },
        { name: "silent: given to a function nobody sees", notRun: "`prepare` is not there", code: `import { prepare } from 'elsewhere';\n${model}\nprepare(model);\n${fit}` },
    ],
    invalid: [
        { name: "never compiled", code: `${model}\n${fit}`, errors: [{ ...never("fit"), on: "model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]))" }] },
        { name: "evaluated", code: `${model}\nmodel.evaluate(tf.zeros([2, 3]), tf.zeros([2, 1]));`, errors: [{ ...never("evaluate"), on: "model.evaluate(tf.zeros([2, 3]), tf.zeros([2, 1]))" }] },
        { name: "a single step", code: `${model}\nawait model.trainOnBatch(tf.zeros([2, 3]), tf.zeros([2, 1]));`, errors: [{ ...never("trainOnBatch"), on: "model.trainOnBatch(tf.zeros([2, 3]), tf.zeros([2, 1]))" }] },
        { name: "compiled too late", code: `${model}\n${fit}\n${compile}`, errors: [{ ...never("fit"), on: "model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]))" }] },
        {
            name: "another layer undoes it",
            code: `${model}\n${compile}\nmodel.add(tf.layers.dense({ units: 1 }));\n${fit}`,
            errors: [{ messageId: "lapsed", data: { callee: "fit" }, on: "model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]))" }],
        },
        {
            name: "in a function nobody calls, a model it makes itself",
            notRun: "nobody calls it",
            code: `export async function train() {\n    ${model}\n    ${fit}\n}`,
            errors: [{ ...never("fit"), on: "model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]))" }],
        },
        {
            name: "a functional model",
            code: `const x = tf.input({ shape: [3] });\nconst model = tf.model({ inputs: x, outputs: tf.layers.dense({ units: 1 }).apply(x) });\n${fit}`,
            errors: [{ ...never("fit"), on: "model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]))" }],
        },
    ],
};

testRule("compile-before-training", rule, tables);
checkTruth("compile-before-training", tables);
