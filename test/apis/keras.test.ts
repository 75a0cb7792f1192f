/** Keras-style programs: which names are layers, how calls are read, and what is said when the data format is not known. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Linter } from "eslint";
import plugin from "../../src/index.js";
import { analyze, type AnalysisResult } from "../../src/analyze.js";
import type { Settings } from "../../src/analysis/analysis.js";

function judge(code: string, settings?: Settings, filename = "program.ts"): AnalysisResult {
    return analyze(code, { filename, settings });
}

/** `Conv2D [[null,8,8,3]] → [[null,6,6,4]]`, one line for each application. */
function shapes(code: string, settings?: Settings, filename?: string): string[] {
    return judge(code, settings, filename).layers.flatMap(({ type, shapes: entries }) =>
        entries.map(({ inputs, outputs }) => `${type} ${JSON.stringify(inputs)} → ${JSON.stringify(outputs)}`),
    );
}

function messages(code: string, settings?: Settings): string[] {
    return judge(code, settings).problems.map(({ message }) => message);
}

const conv = "Conv2D [[null,8,8,3]] → [[null,6,6,4]]";
const options = "4, 3, { data_format: 'channels_last' }";
const from = "Input({ shape: [8, 8, 3] })";

describe("where names come from", () => {
    test.each([
        ["a named import", `import { Conv2D, Input } from "keras"; Conv2D(${options})(${from});`],
        ["a renamed import", `import { Conv2D as C, Input as I } from "keras"; C(${options})(I({ shape: [8, 8, 3] }));`],
        ["a default import", `import keras from "keras"; keras.layers.Conv2D(${options})(keras.layers.${from});`],
        ["a namespace", `import * as K from "any-keras"; new K.layers.Conv2D(${options}).apply(new K.${from});`],
        ["a namespace taken apart", `import * as K from "keras"; const { layers: { Conv2D: C }, Input } = K; C(${options})(${from});`],
        ["require", `const K = require("keras").layers; K.Conv2D(${options}).call(K.${from});`],
        ["require taken apart", `const { Conv2D, Input } = require("keras"); Conv2D(${options}).call(null, ${from});`],
        ["import()", `const { Conv2D, Input } = await import("keras"); Conv2D(${options})(${from});`],
        ["globals", `Conv2D(${options})(${from});`],
        ["a global namespace", `keras.layers.Conv2D(${options})(keras.${from});`],
        ["declared globals", `declare const Input: any; declare class Conv2D { constructor(...a: any[]) } (new Conv2D(${options}) as any)(${from});`],
        ["declared functions", `declare function Input(o: object): any; declare function Conv2D(...a: any[]): any; Conv2D(${options})(${from});`],
        ["called by `call`, `apply` and `bind`", `import { Conv2D, Input } from "keras"; Conv2D.call(null, ${options}).call(null, ${from}); Conv2D.apply(undefined, [${options}])(${from}); Conv2D.bind(null)(${options})(${from});`],
        ["a variable", `import { Conv2D, Input } from "keras"; const layers = { conv: Conv2D }; const Layer = layers.conv; new Layer(${options}).apply(${from});`],
        ["a relative module out of sight", `import { Conv2D, Input } from "./nowhere/keras"; Conv2D(${options})(${from});`],
    ])("%s", (_name, code) => {
        expect(shapes(code)).toContain(conv);
        expect(messages(code)).toEqual([]);
    });
});

describe("silent: nothing proves a layer", () => {
    test.each([
        ["a component called Input", `import { Input } from "antd"; export const field = Input({ shape: [1, 2, 3] });`],
        ["an object called Input", `import { Input } from "ui"; const i = new Input({ shape: [3, 4] }); i.render();`],
        ["a model of a database", `import { Model } from "mongoose"; class User extends Model {} const m = new Model({ inputs: [1], outputs: [2] }); m.save();`],
        ["a model of a database with two arguments", `import { Model, Sequential } from "orm"; new Model(fields, [1, 2]); new Sequential(["a"]);`],
        ["a sequence of steps", `import { Sequential } from "animation"; const s = new Sequential(); s.add(step); s.add({ units: 3 });`],
        ["a schema", `import Joi, { Dense, Flatten, Reshape } from "x"; Dense({ unit: 3 }); Flatten({ depth: 1 }); Reshape("a");`],
        ["somebody else's convolution", `import { Conv2D, MaxPooling2D } from "other"; const c = new Conv2D({ inputs: 3, outputs: 16, stride: 2 }); const p = new MaxPooling2D({ stride: 2 }); c.forward(p);`],
        ["lodash", `import { add, merge } from "lodash"; add([1], [2]); merge([{ a: 1 }], { mode: "concat" });`],
        ["own functions", `const Input = (o: object) => o; function Dense(n: number) { return (x: object) => x; } Dense(-3)(Input({ shape: [4] }));`],
        ["own classes", `class Input { constructor(public o: object) {} } class Conv2D { constructor(public a: number, public b: number) {} } new Conv2D(3, -3); new Input({ shape: [4] });`],
        ["an own class that shadows an import's name", `import { Input } from "keras"; { class Conv2D { apply(x: object) { return x; } } new Conv2D().apply(Input({ shape: [4] })); }`],
        ["a parameter", `import { Input } from "keras"; function build(Dense: (n: number) => (x: object) => object) { return Dense(-3)(Input({ shape: [4] })); }`],
    ])("%s", (_name, code) => {
        const { layers, problems } = judge(code);
        expect({ layers, problems }).toEqual({ layers: [], problems: [] });
    });
});

describe("silent: beside TensorFlow.js, names of Keras' may be anybody's", () => {
    const head = `import * as tf from "@tensorflow/tfjs"; import { Conv2D, Conv2DTranspose, Dropout, Identity, Flatten, Dot, GRU, LSTM, Model, Sequential } from "./out-of-sight"; const x = tf.input({ shape: [9, 4] });`;
    test.each([
        ["a function of a tensor", `tf.model({ inputs: x, outputs: tf.layers.dense({ units: 3 }).apply(Dropout(x)) });`],
        ["a function of several", `tf.layers.dense({ units: 3 }).apply(Dot(x, Identity(x))); tf.layers.dense({ units: 3 }).apply(Dot([x, x]));`],
        ["a function of options that hold a tensor", `tf.layers.flatten().apply(GRU({ input: x, hidden: 3 }));`],
        ["a function of what a caller passes", `export function block(h) { return tf.layers.dense({ units: 3 }).apply(Flatten(h)); }`],
        ["a function of nothing that tells", `tf.layers.dense({ units: 3 }).apply(Dropout(0.5)); tf.model({ inputs: x, outputs: Flatten() });`],
        ["a function that makes values", `tf.add(Identity(tf.zeros([2, 3])), Dropout(3)).print(); tf.stack([Identity(4), Flatten()]).print();`],
        ["a class of layers", `const m = tf.sequential(); m.add(new LSTM({ hidden: 3, inputShape: [9, 4] })); m.add(new Identity()); m.add(tf.layers.dense({ units: 3 }));`],
        ["a name that says by itself what it is, of something that is not known", `tf.layers.flatten().apply(Conv2DTranspose(Conv2D(x, 8, 3), { filters: 4, kernel_size: 3 })); tf.add(Conv2D(8, 3), 1).print(); tf.sequential().add(Conv2D(8, 3, { inputShape: [2, 2, 1] }));`],
        ["models of another kind", `tf.layers.dense({ units: 3 }).apply(Sequential(x)); tf.add(new Model(x, 3), 1).print();`],
    ])("%s", (_name, code) => {
        expect(messages(`${head} ${code}`)).toEqual([]);
    });
});

describe("relative modules that resolve", () => {
    const cwd = fs.mkdtempSync(path.join(os.tmpdir(), "keras-"));
    afterAll(() => {
        fs.rmSync(cwd, { recursive: true });
    });
    fs.writeFileSync(
        path.join(cwd, "own.ts"),
        `export function Input(o: object) { return o; }
         export const Dense = (n: number) => (x: object) => x;
         export class Conv2D { constructor(...a: unknown[]) {} apply(x: object) { return x; } }
         export { Conv2D as Convolution } from "keras";
         export * as K from "keras";
         import * as keras from "keras";
         export const layers = keras.layers;`,
    );
    const judgeIn = (code: string): AnalysisResult => analyze(code, { filename: path.join(cwd, "program.ts"), cwd });

    test("own functions and classes are what they are", () => {
        const code = `import { Dense, Input, Conv2D } from "./own"; Dense(-3)(Input({ shape: [4] })); new Conv2D(-1, "x").apply(Input({ shape: [8, 8, 3] }));`;
        expect(judgeIn(code)).toEqual({ layers: [], tensors: [], problems: [] });
    });
    test("Keras' names may be handed on", () => {
        const code = `import { layers, Convolution } from "./own"; Convolution(${options})(layers.${from});`;
        expect(judgeIn(code).layers.map(({ type, shapes: [entry] }) => [type, entry?.outputs])).toEqual([["Conv2D", [[null, 6, 6, 4]]], ["Input", [[null, 8, 8, 3]]]]);
    });
});

describe("how calls are read", () => {
    test.each([
        ["Keras 1, in order", "[null,8,9,3]", `Convolution2D(4, 3, 5, { dim_ordering: "tf" })`, "[null,6,5,4]"],
        ["Keras 1, all in order", "[null,8,9,3]", `Convolution2D(4, 3, 5, "normal", "relu", null, "same", [2, 3], "tf")`, "[null,4,3,4]"],
        ["Keras 1, words", "[null,3,8,9]", `Convolution2D({ nb_filter: 4, nb_row: 3, nb_col: 5, border_mode: "full", subsample: [2, 2], dim_ordering: "th" })`, "[null,4,5,7]"],
        ["Keras 1, words in camelCase", "[null,3,8,9]", `Convolution2D({ nbFilter: 4, nbRow: 3, nbCol: 5, borderMode: "same", dimOrdering: "th" })`, "[null,4,8,9]"],
        ["Keras 1, with words for the kernel", "[null,8,9,3]", `Convolution2D(4, { nb_row: 3, nb_col: 5, dim_ordering: "tf" })`, "[null,6,5,4]"],
        ["Keras 1, a Keras 2 name", "[null,8,9,3]", `Conv2D(4, 3, 5, { border_mode: "valid", dim_ordering: "tf" })`, "[null,6,5,4]"],
        ["Keras 1 on one axis", "[null,9,3]", `Convolution1D(4, 3, { border_mode: "same", subsample_length: 2 })`, "[null,5,4]"],
        ["Keras 1 on three axes", "[null,5,6,7,1]", `Convolution3D(4, 1, 2, 3, { dim_ordering: "tf" })`, "[null,5,5,5,4]"],
        ["Keras 1, dilated", "[null,9,9,1]", `AtrousConvolution2D(4, 3, 3, { atrous_rate: [2, 3], dim_ordering: "tf" })`, "[null,5,3,4]"],
        ["Keras 2, in order", "[null,8,9,3]", `Conv2D(4, [3, 5], [2, 2], "same", "channels_last")`, "[null,4,5,4]"],
        ["Keras 2, groups in order", "[null,8,9,4]", `Conv2D(4, [3, 5], [1, 1], "valid", "channels_last", 1, 2)`, "[null,6,5,4]"],
        ["Keras 2 under a Keras 1 name", "[null,8,9,3]", `Convolution2D(4, [3, 5], { padding: "same", data_format: "channels_last" })`, "[null,8,9,4]"],
        ["Keras 2 under a Keras 1 name, one number", "[null,8,9,3]", `Convolution2D(4, 3, { strides: 2, data_format: "channels_last" })`, "[null,3,4,4]"],
        ["padding in capitals", "[null,8,9,3]", `Conv2D(4, 3, { padding: "SAME", data_format: "channels_last" })`, "[null,8,9,4]"],
        ["silent: a column in Keras 1, a stride in Keras 3", "[null,8,9,3]", `Conv2D(4, 3, 2, { data_format: "channels_last" })`, `[null,"?","?",4]`],
        ["a kernel or stride of 1 is the same in both", "[null,8,9,3]", `Conv2D(4, 1, 1, { data_format: "channels_last" })`, "[null,8,9,4]"],
        ["a stride, because the padding follows", "[null,8,9,3]", `Conv2D(4, 3, 2, "same", "channels_last")`, "[null,4,5,4]"],
        ["a transposed convolution", "[null,4,5,3]", `Conv2DTranspose(2, 3, 2, "same", "channels_last")`, "[null,8,10,2]"],
        ["a transposed convolution with output padding", "[null,4,5,3]", `Conv2DTranspose(2, 3, 2, "same", 0, "channels_last")`, "[null,7,9,2]"],
        ["a deconvolution believes what it declares", "[7,4,5,3]", `Deconvolution2D(2, 3, 3, [null, 6, 7, 2], { dim_ordering: "tf" })`, "[7,6,7,2]"],
        ["a deconvolution by words", "[null,3,4,5]", `Deconvolution2D({ nbFilter: 2, nbRow: 3, nbCol: 3, outputShape: [null, 2, 8, 10], subsample: [2, 2], borderMode: "same", dimOrdering: "th" })`, "[null,2,8,10]"],
        ["a deconvolution in Keras 2's words needs no shape", "[null,4,5,3]", `Deconvolution2D({ filters: 2, kernelSize: 3, strides: 2, padding: "same", dataFormat: "channels_last" })`, "[null,8,10,2]"],
        ["a deconvolution on three axes", "[null,2,3,4,1]", `Deconvolution3D(5, 3, 3, 3, [null, 4, 6, 8, 5], { subsample: [2, 2, 2], border_mode: "same", dim_ordering: "tf" })`, "[null,4,6,8,5]"],
        ["pooling on one axis", "[null,9,3]", `MaxPooling1D({ pool_length: 2, stride: 3, border_mode: "same" })`, "[null,3,3]"],
        ["up-sampling on one axis", "[null,9,3]", `UpSampling1D({ length: 2 })`, "[null,18,3]"],
        ["Keras 1 words of a layer that is no convolution", "[null,9]", `Dense({ output_dim: 4, init: "normal", W_regularizer: null, bias: false })`, "[null,4]"],
    ])("%s", (_name, input, call, output) => {
        const code = `(${call})(Input({ batch_shape: ${input} }));`;
        expect({ lines: shapes(code).filter((line) => !line.startsWith("Input")), said: messages(code) }).toEqual({
            lines: [`${/\w+(?=\()/.exec(call)![0]} [${input}] → [${output}]`],
            said: [],
        });
    });
});

describe("option names", () => {
    const on = (call: string): string => `(${call})(Input({ shape: [9, 9, 3] }));`;
    test.each([
        ["a slip in Keras 2", `Conv2D({ filters: 4, kernal_size: 3, data_format: "channels_last" })`, ["`Conv2D` does not read `kernal_size`, so it has no effect. It is called `kernel_size` here."]],
        ["slips in camelCase", `Conv2D({ filters: 4, kernelSize: 3, pading: "same", dataFormat: "channels_last" })`, ["`Conv2D` does not read `pading`, so it has no effect. It is called `padding` here."]],
        ["PyTorch's word", `Conv2D(4, 3, { stride: 2, data_format: "channels_last" })`, ["`Conv2D` does not read `stride`, so it has no effect. It is called `strides` here."]],
        ["Keras 1's word in Keras 2", `Conv2D({ filters: 4, kernel_size: 3, subsample: 2, data_format: "channels_last" })`, ["`Conv2D` does not read `subsample`, so it has no effect. It is called `strides` here."]],
        ["Keras 2's word in Keras 1", `Convolution2D(4, 3, 3, { strides: [2, 2], dim_ordering: "tf" })`, ["`Convolution2D` does not read `strides`, so it has no effect. It is called `subsample` here."]],
        ["a slip in Keras 1", `Convolution2D(4, 3, 3, { boarder_mode: "same", dim_ordering: "tf" })`, ["`Convolution2D` does not read `boarder_mode`, so it has no effect. It is called `border_mode` here."]],
        ["a plain layer is spoken to in Keras 2's words", `Dense({ unit: 3 })`, ["`Dense` does not read `unit`, so it has no effect. It is called `units` here."]],
        ["an option without a part in shapes", `Dense({ units: 3, actvation: "relu" })`, ["`Dense` does not read `actvation`, so it has no effect. It is called `activation` here."]],
        ["silent: a word that is near to none", `Dense({ units: 3, colour: "red", cfg: 1 })`, []],
        ["silent: a slip whose meaning is given as well", `Dense({ units: 3, unit: 3 })`, []],
        ["silent: words of every layer", `Dense({ units: 3, name: "a", dtype: "float32", trainable: false, input_dim: 3, batch_input_shape: [null, 9, 9, 3], activityRegularizer: null })`, []],
        ["silent: initializers of the other version", `Convolution2D(4, 3, 3, { kernel_initializer: "normal", bias_initializer: "zeros", dim_ordering: "tf" })`, []],
    ])("%s", (_name, call, said) => {
        expect(messages(on(call))).toEqual(said);
    });
    test.each([
        ["one word, with nothing beside it that tells the style", `Deconvolution2D(4, 3, 3, [null, 9, 9, 4], { padding: "same" })`, "border_mode"],
        ["one word, beside camelCase", `Deconvolution2D(4, 3, 3, [null, 9, 9, 4], { padding: "same", kernelInit: 1, dimOrdering: "tf" })`, "borderMode"],
        ["camelCase", `Conv2D(4, 3, { borderMode: "same", strides: 1, data_format: "channels_last" })`, "padding"],
    ])("renamed in the style of what is there: %s", (_name, call, word) => {
        const linter = new Linter();
        const { output } = linter.verifyAndFix(on(call), [plugin.configs.recommended], { filename: "program.js" });
        expect(output).toContain(`${word}: "same"`);
    });
    test("silent: options that stand elsewhere may be meant for another layer", () => {
        expect(messages(`const common = { stride: 2, data_format: "channels_last" }; ${on("Conv2D(4, 3, common)")} ${on("Conv2D(4, 3, { ...common })")}`)).toEqual([]);
    });
});

describe("models", () => {
    const made = (code: string): string[] => shapes(code).map((line) => line.replaceAll(/\w+ .* → /g, (text) => `${text.split(" ")[0]!} `));

    test.each([
        ["add", `const m = new Sequential(); m.add(Conv2D(4, 3, { input_shape: [8, 8, 3], data_format: "channels_last" })); m.add(Flatten()); m.add(Dense(10));`],
        ["a list", `Sequential([Conv2D(4, 3, { inputShape: [8, 8, 3], dataFormat: "channels_last" }), Flatten(), Dense(10)]);`],
        ["a list with an input layer", `new Sequential({ layers: [InputLayer({ input_shape: [8, 8, 3] }), Conv2D(4, 3, { data_format: "channels_last" }), Flatten(), Dense(10)] });`],
    ])("sequential: %s", (_name, code) => {
        expect(made(code).filter((line) => !line.startsWith("InputLayer"))).toEqual(["Conv2D [[null,6,6,4]]", "Flatten [[null,144]]", "Dense [[null,10]]"]);
    });
    test.each(["Model(x, y)", "new Model({ inputs: x, outputs: y })", "new Model({ input: [x], output: [y] })", "Model([x], [y])"])("functional: %s is applied like a layer", (model) => {
        const code = `import { Input, Dense, Model } from "keras"; const x = Input({ shape: [4] }); const y = Dense(3)(x); const m = ${model}; Dense(2)(m(Input({ shape: [4] })));`;
        expect(made(code)).toContain("Dense [[null,2]]");
        expect(messages(code)).toEqual([]);
    });
    test.each([
        ["added", `const m = new Sequential(); m.add(Dense(3)); m.add(Dense(2));`],
        ["in a list", `Sequential([Conv2D(4, [3, 3]), Flatten(), Dense(10)]).build([null, 8, 8, 3]);`],
    ])("silent: Keras 2 and 3 build a model without an input shape for what comes: %s", (_name, code) => {
        expect(messages(`import { Sequential, Dense, Conv2D, Flatten } from "keras"; ${code}`)).toEqual([]);
    });
    test("a model tells a wrong input", () => {
        const code = `const x = Input({ shape: [4] }); const m = Model(x, Dense(3)(x)); m(Input({ shape: [5] }));`;
        expect(messages(code)).toHaveLength(1);
    });
    test.each([
        ["Concatenate()([a, b])", "Concatenate [[null,10]]"],
        ["new Concatenate({ axis: 1 }).apply([a, b])", "Concatenate [[null,10]]"],
        ["concatenate([a, b])", "concatenate [[null,10]]"],
        ["concatenate([a, b], { axis: -1 })", "concatenate [[null,10]]"],
        ["merge([a, b], { mode: 'concat', concat_axis: 1 })", "merge [[null,10]]"],
        ["merge([a, b], 'concat', -1)", "merge [[null,10]]"],
        ["merge([a, a])", "merge [[null,4]]"],
        ["Add()([a, a])", "Add [[null,4]]"],
        ["multiply([a, a])", "multiply [[null,4]]"],
        ["dot([a, a], 1)", "dot [[null,1]]"],
        ["dot([a, a], { axes: -1, normalize: true })", "dot [[null,1]]"],
        ["Dot({ axes: [1, 1] })([a, a])", "Dot [[null,1]]"],
        ["merge([a, a], { mode: 'dot' })", "merge [[null,1]]"],
        ["merge([a, a], { mode: 'cos', dotAxes: 1 })", "merge [[null,1]]"],
        ["Merge({ mode: 'concat', concat_axis: 1 })([a, b])", "Merge [[null,10]]"],
    ])("merging: %s", (call, line) => {
        const code = `import { Input, Concatenate, concatenate, dot, Dot, merge, Merge, Add, multiply } from "keras"; const a = Input({ shape: [4] }); const b = Input({ shape: [6] }); ${call};`;
        expect({ lines: made(code).filter((text) => !text.startsWith("Input")), said: messages(code) }).toEqual({ lines: [line], said: [] });
    });
    const branches = `import { Sequential, Dense, Merge } from "keras"; const of = (n) => new Sequential([Dense(n, { input_dim: 5 })]); const left = of(4), right = of(6);`;
    test.each([
        ["Merge([left, right], { mode: 'concat', concat_axis: 1 })", "[[null,10]]"],
        ["new Merge([left, right], 'concat', -1)", "[[null,10]]"],
        ["new Merge([left, left], { mode: 'sum' })", "[[null,4]]"],
        ["new Merge([new Sequential([Merge([left, right], 'concat')]), right], { mode: 'concat' })", "[[null,10]] [[null,16]]"],
    ])("merging branches: %s", (layer, outputs) => {
        const code = `${branches} const m = new Sequential(); m.add(${layer}); m.add(Dense(2));`;
        const merges = made(code).filter((line) => line.startsWith("Merge"));
        expect({ merges: merges.map((line) => line.slice("Merge ".length)).sort().join(" "), said: messages(code) }).toEqual({ merges: outputs, said: [] });
    });
    test("branches that do not fit", () => {
        expect(messages(`${branches} const m = new Sequential(); m.add(new Merge([left, right], { mode: "mul" }));`)).toEqual([expect.stringContaining("cannot merge 4 and 6 on axis 1")]);
    });
    test.each([
        ["a mode that is a function", "new Merge([left, right], { mode: (all) => all[0], output_shape: [4] })"],
        ["branches that are not known", "new Merge([left, other()], { mode: 'concat' })"],
        ["layers that are not applied", "new Merge([Dense(3), Dense(4)], { mode: 'concat' })"],
    ])("silent: %s", (_name, layer) => {
        expect(messages(`${branches} const m = new Sequential(); m.add(${layer}); m.add(Dense(2));`)).toEqual([]);
    });
    test("merging what does not fit", () => {
        const code = `import { Input, add } from "keras"; add([Input({ shape: [4] }), Input({ shape: [6] })]);`;
        expect(messages(code)).toEqual(["`add` cannot merge 4 and 6 on axis 1: input 1 is [null, 4], input 2 is [null, 6]."]);
    });
    test("a product of what does not fit", () => {
        const code = `import { Input, merge } from "keras"; merge([Input({ shape: [4] }), Input({ shape: [6] })], { mode: "dot" });`;
        expect(messages(code)).toEqual([expect.stringContaining("cannot merge 4 and 6 on axis 1")]);
    });
    test("silent: a mode that is a function", () => {
        const code = `import { Input, Dense, merge } from "keras"; const a = Input({ shape: [4] }); Dense(2)(merge([a, a], { mode: ([x, y]) => x, output_shape: [4] }));`;
        expect(messages(code)).toEqual([]);
    });
});

describe("layers of a function", () => {
    const head = `import { Input, Lambda, Reshape, Dense, Flatten, Sequential, TimeDistributed } from "keras"; const x = Input({ shape: [6, 4] });`;

    test.each([
        ["a keyword", "Lambda((t) => t, { output_shape: [3, 4] })(x)", "[[null,3,4]]"],
        ["the second argument", "new Lambda(halve, [3, 4]).apply(x)", "[[null,3,4]]"],
        ["one object", "Lambda({ function: halve, outputShape: [3, 4], arguments: { by: 2 } })([x, x])", "[[null,3,4]]"],
        ["at every step", "TimeDistributed(Lambda(halve, { output_shape: [2] }))(x)", "[[null,6,2]]"],
        ["first in a model", "new Sequential([Lambda(halve, { input_shape: [8], output_shape: [4] }), Dense(1)])", "[[null,4]]"],
    ])("what is declared comes out: %s", (_name, call, output) => {
        const code = `${head} ${call};`;
        const outputs = judge(code).layers.flatMap((site) => (site.type === "Lambda" || site.type === "TimeDistributed" ? site.shapes.map((entry) => JSON.stringify(entry.outputs)) : []));
        expect(outputs).toContain(output);
        expect(messages(code)).toEqual([]);
    });
    test("what follows is judged by it", () => {
        expect(messages(`${head} const m = new Sequential([Lambda(halve, { input_shape: [8], output_shape: [4] })]); m.add(Reshape([5]));`)).toEqual([expect.stringContaining("4")]);
    });
    test.each([
        ["nothing is declared, and it may give several", "const [a, b] = Lambda((t) => [t, t])(x); Flatten()(a);"],
        ["several shapes", "const [a, b] = Lambda(split, { output_shape: [[3, 4], [3, 4]] })(x); Flatten()(a);"],
        ["a function of the input's shape", "Flatten()(Lambda(halve, { output_shape: (shape) => shape })(x));"],
        ["with the batch, which is a dimension more in some versions only", "Dense(2)(Flatten()(Lambda(halve, { output_shape: [null, 3, 4] })(x)));"],
        ["its function may change what is read later", "let n = 5; Lambda((t) => { n = 3; return t; }, { output_shape: [3] })(x); Reshape([n])(Input({ shape: [3] }));"],
    ])("silent: %s", (_name, code) => {
        expect(messages(`${head} ${code}`)).toEqual([]);
    });
    test("silent: the client of another library", () => {
        expect(judge(`import { Lambda } from "cloud"; import { Input, Dense } from "keras"; new Lambda({ region: "x", outputShape: [2] }).invoke({}).then(done); Dense(2)(Input({ shape: [3] }));`).problems).toEqual([]);
    });
});

describe("sequences", () => {
    const head = `import { Input, LSTM, GRU, SimpleRNN, RNN, LSTMCell, GRUCell, Bidirectional, TimeDistributed, Dense, Embedding, Sequential, Model, Flatten, Conv1D } from "keras"; const x = Input({ shape: [9, 4] });`;
    const outputs = (code: string, type: string): string[] => judge(`${head} ${code}`).layers.flatMap((site) => (site.type === type ? site.shapes.map((entry) => JSON.stringify(entry.outputs)) : []));

    test.each([
        ["the last output", `LSTM(3)(x);`, "LSTM", "[[null,3]]"],
        ["Keras 1's words", `LSTM({ output_dim: 3, return_sequences: true, inner_activation: "sigmoid", dropout_U: 0.1, input_dim: 4 })(x);`, "LSTM", "[[null,9,3]]"],
        ["states as a keyword", `const [y, h, c] = LSTM(3, { return_state: true })(x); LSTM(3, { returnSequences: true }).apply(x, { initial_state: [h, c] });`, "LSTM", "[[null,3],[null,3],[null,3]] [[null,9,3]]"],
        ["states in camelCase", `const [y, h] = GRU(3, { returnState: true })(x); GRU({ units: 3 }).call(x, { initialState: h });`, "GRU", "[[null,3],[null,3]] [[null,3]]"],
        ["states as a list after the sequence", `const [y, h, c] = LSTM(3, { return_state: true })(x); LSTM(3)(x, [h, c]);`, "LSTM", "[[null,3],[null,3],[null,3]] [[null,3]]"],
        ["states in one list with the sequence", `const [y, h, c] = LSTM(3, { return_state: true })(x); LSTM(3)([x, h, c]);`, "LSTM", "[[null,3],[null,3],[null,3]] [[null,3]]"],
        ["both directions, with their states", `Bidirectional(LSTM(3, { return_state: true }))(x);`, "Bidirectional", "[[null,6],[null,3],[null,3],[null,3],[null,3]]"],
        ["both directions, apart", `Bidirectional(GRU(3), { merge_mode: null })(x);`, "Bidirectional", "[[null,3],[null,3]]"],
        ["a stack of cells", `new RNN({ cell: [new LSTMCell(3), new GRUCell(5)], return_sequences: true })(x);`, "RNN", "[[null,9,5]]"],
        ["a layer at every step", `TimeDistributed(Dense(2))(x);`, "TimeDistributed", "[[null,9,2]]"],
        ["a model at every step", `const frame = Input({ shape: [4] }); TimeDistributed(Model(frame, Dense(2)(frame)))(x);`, "TimeDistributed", "[[null,9,2]]"],
        ["in a sequential model", `const m = new Sequential(); m.add(Embedding(100, 8, { input_length: 7 })); m.add(Bidirectional(LSTM(3, { return_sequences: true }))); m.add(TimeDistributed(Dense(2))); m.add(Flatten());`, "Flatten", "[[null,14]]"],
        ["one axis has its channels last, whatever a flatten says", `Conv1D(2, 3)(x); Flatten()(x);`, "Conv1D", "[[null,7,2]]"],
        ["silent: another layer for the way back", `Bidirectional(LSTM(3), { backward_layer: LSTM(5, { go_backwards: true }) })(x);`, "Bidirectional", ""],
        ["silent: time before the batch", `LSTM(3, { time_major: true })(x);`, "LSTM", ""],
        ["silent: the states of a stack", `RNN([LSTMCell(3), LSTMCell(5)], { return_state: true })(x);`, "RNN", ""],
    ])("%s", (_name, code, type, output) => {
        expect({ output: outputs(code, type).join(" "), said: messages(`${head} ${code}`) }).toEqual({ output: output === "" ? "[]" : output, said: [] });
    });
    test.each([
        ["no sequence", `LSTM(3)(LSTM(3)(x));`, "`LSTM` gets [null, 3], but needs a sequence: `LSTM` returns only its last output without `return_sequences`."],
        ["no sequence, in camelCase", `LSTM({ units: 3, useBias: false })(LSTM({ units: 3, useBias: false })(x));`, "returns only its last output without `returnSequences`."],
        ["no sequence, in a model", `const m = Sequential(); m.add(GRU(3, { input_shape: [9, 4] })); m.add(GRU(3));`, "`GRU` gets [null, 3], but needs a sequence"],
        ["no sequence, both directions", `Bidirectional(LSTM(3))(Bidirectional(LSTM(3))(x));`, "gets [null, 6], but needs a sequence"],
        ["states of another size", `const [y, h, c] = LSTM(3, { return_state: true })(x); LSTM(5)(x, { initial_state: [h, c] });`, "`LSTM` gets [null, 3] as input 2, but the last dimension must be 5: its state has so many units."],
        ["no steps", `TimeDistributed(Dense(2))(Dense(3)(Flatten()(x)));`, "`TimeDistributed` gets [null, 3]"],
        ["a slip of the layer inside", `Bidirectional(LSTM({ units: 3, return_sequence: true }))(x);`, "`LSTM` does not read `return_sequence`, so it has no effect. It is called `return_sequences` here."],
    ])("reported: %s", (_name, code, said) => {
        expect(messages(`${head} ${code}`)).toEqual([expect.stringContaining(said)]);
    });
    test("the weights of a GRU depend on `reset_after`, which versions default otherwise", () => {
        const params = (options: string): (number | null | undefined)[] => judge(`${head} GRU({ units: 3, ${options} })(x);`).layers.flatMap((site) => (site.type === "GRU" ? site.params : []));
        expect([params(""), params("reset_after: true"), params("resetAfter: false"), params("use_bias: false")]).toEqual([[null], [81], [72], [63]]);
    });
    test.each([
        ["a network of another library", `import { LSTM } from "neural"; const net = new LSTM(3, 6, 1); net.train([[0, 1]], { rate: 0.3 }); net.activate([1, 2]);`],
        ["a cell of a table", `import { GRUCell, Identity, Dot } from "grid"; new GRUCell({ unit: 3 }); Identity({ unit: 1 }); Dot({ axis: 3 }).render();`],
        ["a class of one's own", `class LSTM { constructor(public units: number) {} apply(x: object) { return x; } } import { Input } from "keras"; new LSTM(-3).apply(Input({ shape: [4] }));`],
    ])("silent: nothing proves a layer: %s", (_name, code) => {
        const { layers, problems } = judge(code);
        expect({ layers, problems }).toEqual({ layers: [], problems: [] });
    });
});

describe("the data format", () => {
    const plain = `const x = Input({ shape: [3, 8, 9] }); Convolution2D(4, 3, 3)(x);`;

    test.each([
        ["what the layer says", plain.replace("3, 3)", `3, 3, { dim_ordering: "th" })`), undefined, "[null,4,6,7]"],
        ["what the layer says, against the settings", plain.replace("3, 3)", `3, 3, { dim_ordering: "tf" })`), "channelsFirst", "[null,1,6,4]"],
        ["what the settings say", plain, "channelsFirst", "[null,4,6,7]"],
        ["what the settings say, the other", plain, "channelsLast", "[null,1,6,4]"],
        ["default is what the settings say", plain.replace("3, 3)", `3, 3, { dim_ordering: "default" })`), "channelsLast", "[null,1,6,4]"],
        ["silent: nothing says it", plain, undefined, `[null,"?",6,"?"]`],
        ["silent: it is worked out", plain.replace("3, 3)", `3, 3, { dim_ordering: backend() })`), "channelsFirst", `[null,"?",6,"?"]`],
        ["a deconvolution's shape has nb_filter first", `${plain} Deconvolution2D(1, 3, 3, [null, 1, 8, 9])(other);`, undefined, "[null,4,6,7]"],
        ["a deconvolution's shape has nb_filter last", `${plain} Deconvolution2D(1, 3, 3, [null, 8, 9, 1])(other);`, undefined, "[null,1,6,4]"],
        ["silent: a deconvolution's shape has nb_filter at both ends", `${plain} Deconvolution2D(1, 3, 3, [null, 1, 8, 1])(other);`, undefined, `[null,"?",6,"?"]`],
        ["silent: two deconvolutions say two formats", `${plain} Deconvolution2D(1, 3, 3, [null, 1, 8, 9])(other); Deconvolution2D(1, 3, 3, [null, 8, 9, 1])(other);`, undefined, `[null,"?",6,"?"]`],
        ["the settings are asked before a deconvolution", `${plain} Deconvolution2D(1, 3, 3, [null, 8, 9, 1])(other);`, "channelsFirst", "[null,4,6,7]"],
    ] as const)("%s", (_name, code, dataFormat, output) => {
        expect(shapes(code, dataFormat && { dataFormat }).find((line) => line.startsWith("Convolution2D"))).toBe(`Convolution2D [[null,3,8,9]] → [${output}]`);
    });
    test("one axis has its channels last", () => {
        expect(shapes(`const x = Input({ shape: [9, 3] }); Conv1D(4, 3)(x);`)).toContain("Conv1D [[null,9,3]] → [[null,7,4]]");
        expect(shapes(`const x = Input({ shape: [9, 3] }); Conv1DTranspose(4, 3, { strides: 2 })(x);`)).toContain("Conv1DTranspose [[null,9,3]] → [[null,19,4]]");
    });
    test.each([
        [`Conv2D(4, 3, { data_format: "channel_first" })`, "`data_format` is 'channel_first', but must be 'channels_last' or 'channels_first' ('tf' or 'th' in Keras 1)."],
        [`Deconvolution2D(4, 3, 3, [null, 4, 9, 9], { dim_ordering: "theano" })`, "`dim_ordering` is 'theano', but must be 'channels_last' or 'channels_first' ('tf' or 'th' in Keras 1)."],
    ])("reported in the words of Keras: %s", (call, said) => {
        expect(messages(`${call}(Input({ shape: [7, 7, 3] }));`)).toContain(said);
    });
    test("reported: what is wrong in both formats", () => {
        expect(messages(`Deconvolution2D(3, 3, 3, [null, 9, 9, 9])(Input({ shape: [5, 5, 5] }));`)).toEqual([
            expect.stringContaining("output_shape at axis 2 is 9, but without subsample the stride is 1, which makes 7 of a length-5 input"),
            expect.stringContaining("the channels neither first nor last"),
        ]);
    });
    test("reported: what cannot be merged in either format, by an axis that both have", () => {
        expect(messages(`const x = Input({ shape: [64, 64, 3] }); const a = Conv2D(16, [3, 3], { padding: "same" })(x); Concatenate({ axis: -1 })([a, Conv2D(32, [3, 3])(a)]);`)).toEqual([
            "`Concatenate` cannot merge 64 and 62 on axis 2: input 1 is [null, ?, 64, ?], input 2 is [null, ?, 62, ?].",
        ]);
    });
    test("silent: what is wrong in one format only", () => {
        expect(messages(`const x = Input({ shape: [28, 28, 1] }); MaxPooling2D([2, 2])(x);`)).toEqual([]);
    });
});

/** Keras 1.2.2 keras/utils/np_utils.py, conv_output_length, line for line: what a deconvolution is the gradient of. */
function convOutputLength(length: number, filter: number, mode: string, stride: number): number {
    const output = mode === "same" ? length : mode === "valid" ? length - filter + 1 : length + filter - 1;
    return Math.floor((output + stride - 1) / stride);
}

describe("deconvolutions that declare their output", () => {
    const modes = ["valid", "same", "full"];
    const grid = modes.flatMap((mode) => [1, 2, 5].flatMap((kernel) => [1, 2, 3].map((stride) => ({ mode, kernel, stride }))));

    test.each(grid)("$mode, kernel $kernel, stride $stride: reported where Keras 1's convolution does not map it back", ({ mode, kernel, stride }) => {
        const wrong = [1, 4].flatMap((length) => {
            const declared = Array.from({ length: 13 }, (_, index) => index + 1);
            const options = `{ border_mode: "${mode}", subsample: [${stride}, ${stride}], dim_ordering: "th" }`;
            const lines = declared.map((size) => `Deconvolution2D(7, ${kernel}, ${kernel}, [null, 7, ${size}, ${size}], ${options})(Input({ shape: [2, ${length}, ${length}] }));`);
            const { problems, layers } = judge(lines.join("\n"));
            return declared.filter((size) => {
                const isLegal = convOutputLength(size, kernel, mode, stride) === length;
                const isReported = problems.some(({ line }) => line === size);
                // Keras 1.2.2 Deconvolution2D.get_output_shape_for: the declared lengths, the input's batch, nb_filter.
                const output = layers.find(({ line, type }) => line === size && type === "Deconvolution2D")?.shapes[0]?.outputs[0];
                return isLegal === isReported || JSON.stringify(output) !== JSON.stringify([null, 7, size, size]);
            });
        });
        expect(wrong).toEqual([]);
    });

    const declares = (call: string): string[] => messages(`(${call})(Input({ batch_shape: [2, 4, 4, 3] }));`);
    const setUp = `{ border_mode: "same", dim_ordering: "tf" }`;
    test.each([
        ["the channels", `Deconvolution2D(5, 3, 3, [null, 4, 4, 6], ${setUp})`, ["6 for the channels, but nb_filter is 5"]],
        ["the batch", `Deconvolution2D(5, 3, 3, [3, 4, 4, 5], ${setUp})`, ["a batch of 3, but the input has a batch of 2"]],
        ["silent: a batch of null", `Deconvolution2D(5, 3, 3, [null, 4, 4, 5], ${setUp})`, []],
        ["no shape", `Deconvolution2D(5, 3, 3, ${setUp})`, ["`Deconvolution2D` needs `output_shape`, which is not given."]],
        ["Keras 1's stride in Keras 2's words", `Conv2DTranspose({ filters: 1, kernel_size: 3, output_shape: [null, 8, 8, 1], padding: "same", subsample: 2, data_format: "channels_last" })`, ["output_shape is 8×8, but `subsample` is not read: the stride is 1"]],
        ["Keras 2's stride in Keras 1's words", `Deconvolution2D(1, 3, 3, [null, 8, 8, 1], { border_mode: "same", strides: [2, 2], dim_ordering: "tf" })`, ["output_shape is 8×8, but `strides` is not read: the stride is 1"]],
        ["silent: output padding below the stride", `Conv2DTranspose(1, 3, { strides: 2, output_padding: 1, data_format: "channels_last" })`, []],
        ["output padding as great as the stride", `Conv2DTranspose(1, 3, { strides: 2, output_padding: 2, data_format: "channels_last" })`, ["`output_padding` does not go with this `strides`: it must be less than the stride on every axis."]],
    ])("%s", (_name, call, said) => {
        expect(declares(call)).toEqual(said.map((part): unknown => expect.stringContaining(part)));
    });
});
