import rule from "../../rules/model-graph.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const two = `const a = tf.input({ shape: [3] });
const b = tf.input({ shape: [3], name: 'side' });`;
const sum = "tf.layers.add().apply([a, b])";
const dense = "tf.layers.dense({ units: 2 })";
const named = "tf.layers.dense({ units: 2, name: 'head' })";
const predict = "model.predict([tf.zeros([1, 3]), tf.zeros([1, 3])]);";

const tables: TrueTables = {
    valid: [
        { name: "operations on the sizes of an input", code: `${two}\ntf.zeros([2, a.shape[1]]).reshape([-1]);` },
        { name: "operations in a layer of the program's own, and on what it is applied to by itself", code: "class Own extends tf.layers.Layer {\n    static className = 'Own';\n    call(inputs) {\n        return tf.relu(Array.isArray(inputs) ? inputs[0] : inputs).mul(2);\n    }\n}\nnew Own().apply(tf.input({ shape: [3] }));\ntf.relu(new Own().apply(tf.zeros([1, 3]))).print();" },
        { name: "silent: what a layer makes of a caller's tensor may hold values", notRun: "nobody calls it", code: `export const act = (x) => tf.relu(${dense}.apply(x));` },
        { name: "methods that the program gives to the tensors of a model", code: "tf.SymbolicTensor.prototype.relu = function () {\n    return tf.layers.reLU().apply(this);\n};\nfor (const [name, make] of Object.entries({ dense: tf.layers.dense })) {\n    tf.SymbolicTensor.prototype[name] = function (units) {\n        return make({ units }).apply(this);\n    };\n}\ntf.input({ shape: [3] }).relu().dense(2);\ndelete tf.SymbolicTensor.prototype.relu;" },
        { name: "a method that the program gives to one tensor of a model", code: "const x = tf.input({ shape: [3] });\nx.pipe = (layer) => layer.apply(x);\nx.pipe(tf.layers.dense({ units: 2 }));" },
        { name: "a method of a model that the program has replaced", code: `const model = tf.sequential();\nconst add = model.add.bind(model);\nmodel.add = (layers) => layers.forEach((layer) => add(layer));\nmodel.add([tf.layers.dense({ units: 2, inputShape: [3] })]);` },
        { name: "a tensor with a layer that made it is one of a model", code: "const flat = (x) => (x.sourceLayer ? tf.layers.flatten().apply(x) : x.flatten());\nflat(tf.input({ shape: [3, 2] }));\nflat(tf.ones([3, 2]));" },
        { name: "a model made of no list of layers, to which they are added", code: "const model = tf.sequential([]);\nmodel.add(tf.layers.dense({ units: 2, inputShape: [3] }));" },
        { name: "a tensor or one of a model, told apart by trying", code: "const relu = (x) => {\n    let y;\n    try {\n        y = tf.relu(x);\n    } catch (error) {\n        y = tf.layers.reLU().apply(x);\n    }\n    return y;\n};\nrelu(tf.ones([2]));\nrelu(tf.input({ shape: [3] }));" },
        { name: "silent: tensors of another library have methods of their own", notRun: "it is another library", code: "import { Input, Dense } from 'keras-like';\nconst x = Input({ shape: [3] });\nDense(4)(x).mul(2);\nx.relu();" },
        { name: "silent: whether it holds values was asked", notRun: "nobody calls it", code: `const x = tf.input({ shape: [3] });\nexport const show = (isReady) => {\n    if (!isReady(x)) {\n        return;\n    }\n    x.print();\n};` },
        { name: "all inputs that the outputs depend on", code: `${two}\nconst model = tf.model({ inputs: [a, b], outputs: ${sum} });\n${predict}` },
        { name: "an input that nothing depends on", code: `${two}\nconst model = tf.model({ inputs: [a, b], outputs: ${dense}.apply(a) });\n${predict}` },
        { name: "an input that is an output as well", code: `${two}\ntf.model({ inputs: a, outputs: [a, ${dense}.apply(a)] }).predict(tf.zeros([1, 3]));` },
        { name: "inputs made by a function, each its own", code: `const make = () => tf.input({ shape: [3] });\nconst [a, b] = [make(), make()];\nconst model = tf.model({ inputs: [a, b], outputs: ${sum} });\n${predict}` },
        { name: "outputs made by a function, each its own", code: `${two}\nconst head = (x) => ${dense}.apply(x);\ntf.model({ inputs: a, outputs: [head(a), head(a)] }).predict(tf.zeros([1, 3]));` },
        { name: "outputs made in a loop", code: `${two}\nconst outputs = [];\nfor (let i = 0; i < 3; i++) outputs.push(${dense}.apply(a));\ntf.model({ inputs: a, outputs }).predict(tf.zeros([1, 3]));` },
        { name: "one layer applied twice makes two tensors", code: `${two}\nconst shared = ${dense};\ntf.model({ inputs: a, outputs: [shared.apply(a), shared.apply(a)] }).predict(tf.zeros([1, 3]));` },
        { name: "the input of a sequential model, and what its layers make", code: `const base = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] }), ${dense}] });\ntf.model({ inputs: base.inputs, outputs: [base.output, base.layers[0].output] }).predict(tf.zeros([1, 3]));` },
        { name: "models within models", code: `const x = tf.input({ shape: [8] });\nconst encoder = tf.model({ inputs: x, outputs: ${dense}.apply(x) });\nconst z = tf.input({ shape: [2] });\nconst decoder = tf.model({ inputs: z, outputs: ${dense}.apply(z) });\ntf.model({ inputs: x, outputs: decoder.apply(encoder.apply(x)) }).predict(tf.zeros([1, 8]));` },
        { name: "states of a recurrent layer among the inputs", code: `const x = tf.input({ shape: [5, 8] });\nconst states = [tf.input({ shape: [4] }), tf.input({ shape: [4] })];\nconst y = tf.layers.lstm({ units: 4 }).apply(x, { initialState: states });\ntf.model({ inputs: [x, ...states], outputs: y });` },
        { name: "one layer twice, and one name in two models", code: `${two}\nconst head = ${named};\nconst other = ${named};\ntf.model({ inputs: a, outputs: [head.apply(a), head.apply(b)].slice(0, 1) });\ntf.model({ inputs: b, outputs: other.apply(b) });\ntf.model({ inputs: a, outputs: tf.layers.add().apply([head.apply(a), head.apply(a)]) });` },
        { name: "a name that is given again once its layer was taken away, or called otherwise", code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [3] }), ${named}] });\nmodel.pop();\nmodel.add(${named});\nmodel.summary();\nconst other = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [3], name: 'head' }), ${named}] });\nother.layers[1].name = 'tail';\nother.summary();` },
        { name: "a sequential model that nobody builds", notRun: "running it is building it", code: `tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [3], name: 'head' }), ${named}] }).getLayer('head');` },
        { name: "silent: one of two layers of a name is in the model", code: `const x = tf.input({ shape: [3] });\nconst y = tf.layers.dense({ units: 3 }).apply(x);\ntf.model({ inputs: x, outputs: Math.random() < 0.5 ? ${named}.apply(y) : ${named}.apply(x) });` },
        { name: "silent: which of two inputs it is cannot be told", notRun: "it fails by chance", code: `${two}\nlet x = a;\nif (Math.random() < 0.5) x = b;\ntf.model({ inputs: a, outputs: ${dense}.apply(x) });` },
        { name: "silent: whether the second input is there cannot be told", code: `${two}\nconst inputs = [a];\nconst both = Math.random() < 0.5;\nif (both) inputs.push(b);\ntf.model({ inputs, outputs: both ? ${sum} : ${dense}.apply(a) });` },
        { name: "silent: a caller passes the tensor", notRun: "nobody calls it", code: `export const head = (x) => {\n    ${two.replace("\n", "\n    ")}\n    return tf.model({ inputs: a, outputs: ${dense}.apply(x) });\n};` },
        { name: "silent: what a layer makes of what a caller passes holds values where that does", notRun: "nobody calls it", code: `export const embed = (ids) => {
    const tokens = tf.layers.embedding({ inputDim: 9, outputDim: 3 }).apply(ids);
    const places = tf.layers.embedding({ inputDim: 5, outputDim: 3 }).apply(tf.range(0, 5).reshape([1, 5]));
    return tf.layers.add().apply([tokens, places]);
};` },
        { name: "silent: an array that may be filled elsewhere", notRun: "nobody fills it", code: `export const apply = (fill) => {\n    const inputs = [];\n    fill(inputs);\n    return ${dense}.apply(inputs);\n};` },
        { name: "silent: a layer that is perhaps called through something else", notRun: "nobody calls it", code: `export const run = (layer, x) => (typeof layer === 'function' ? layer(x) : layer.apply(x));` },
        { name: "silent: what a layer declares as nobody knows may be several tensors", notRun: "the packages are not there", code: `import { range, left, right } from "shapes";
class Halves extends tf.layers.Layer { computeOutputShape(shape) { return range(2).map(() => shape); } }
class Field extends tf.layers.Layer { computeOutputShape = (shape) => range(2).map(() => shape); }
class Sides extends tf.layers.Layer { computeOutputShape(shape) { return [left(shape), right(shape)]; } }
const x = tf.input({ shape: [4] });
for (const layer of [new Halves({}), new Field({}), new Sides({})]) layer.apply(x).forEach((one) => ${dense}.apply(one));
new Halves({}).apply(x).forEach((one) => ${dense}.apply(one));
new Field({}).apply(x).forEach((one) => ${dense}.apply(one));
new Sides({}).apply(x).forEach((one) => ${dense}.apply(one));` },
        { name: "silent: what the program's own layers make of a layer is their affair", notRun: "it stands for what such a layer would have to be", code: `class Reads extends tf.layers.Layer {\n    call(layer) { return tf.zeros([layer.units]); }\n}\nnew Reads().apply(${dense});` },
    ],
    invalid: [
        {
            name: "an operation on what a layer makes",
            code: `const x = tf.input({ shape: [4] });\nconst y = tf.relu(${dense}.apply(x));`,
            errors: [{ messageId: "valueless", data: { callee: "relu", instead: "`tf.layers.reLU` does this" }, on: `${dense}.apply(x)` }],
        },
        {
            name: "one on a list of tensors, by another name",
            code: `${two}\nconst y = tf.concat([tf.zeros([1, 3]), b], 1);`,
            errors: [{ messageId: "valueless", data: { callee: "concat", instead: "`tf.layers.concatenate` does this" }, on: "[tf.zeros([1, 3]), b]" }],
        },
        {
            name: "one that no layer does, as the second argument",
            code: `${two}\nconst y = tf.sub(tf.zeros([1, 3]), a);`,
            errors: [{ messageId: "valueless", data: { callee: "sub", instead: "layers alone compute" }, on: "a", nth: 5 }],
        },
        {
            name: "a method of tensors that hold values",
            code: `${two}\nconst model = tf.model({ inputs: [a, b], outputs: ${sum} });\nmodel.outputs[0].mul(2);`,
            errors: [{ messageId: "valueless", data: { callee: "mul", instead: "`tf.layers.multiply` does this" }, on: "model.outputs[0]" }],
        },
        {
            name: "values that are read of an output",
            code: `${two}\n${sum}.dataSync();`,
            errors: [{ messageId: "valueless", data: { callee: "dataSync", instead: "only what `predict` gives can be read" }, on: sum }],
        },
        { name: "a layer's method, called on what a layer makes", code: `${two}\nconst y = ${dense}.apply(a).apply(b);`, errors: [{ messageId: "methodless", data: { callee: "apply" }, on: `${dense}.apply(a)` }] },
        { name: "a list in place of a layer", code: `const model = tf.sequential();\nmodel.add([${dense}]);`, errors: [{ messageId: "layer", data: { callee: "add", what: "a list" }, on: `[${dense}]` }] },
        {
            name: "an input that `inputs` does not hold",
            code: `${two}\ntf.model({ inputs: [a], outputs: ${sum} });`,
            errors: [{ messageId: "disconnected", data: { input: "the input `side` of [null, 3]" }, on: "[a]" }],
        },
        {
            name: "a decoder that is given the encoder's input",
            code: `const x = tf.input({ shape: [8] });\nconst z = tf.input({ shape: [2] });\ntf.model({ inputs: [x], outputs: ${dense}.apply(z) });`,
            errors: [{ messageId: "disconnected", data: { input: "an input of [null, 2]" }, on: "[x]" }],
        },
        {
            name: "states that are no inputs",
            code: `const x = tf.input({ shape: [5, 8] });\nconst state = tf.input({ shape: [4] });\ntf.model({ inputs: [x], outputs: tf.layers.gru({ units: 4 }).apply(x, { initialState: state }) });`,
            errors: [{ messageId: "disconnected", data: { input: "an input of [null, 4]" }, on: "[x]" }],
        },
        { name: "an input twice", code: `const left = tf.input({ shape: [3] });\ntf.model({ inputs: [left, left], outputs: ${dense}.apply(left) });`, errors: [{ messageId: "twice", data: {}, on: "left", nth: 3 }] },
        {
            name: "what a layer makes, as an input",
            code: `${two}\nconst hidden = ${dense}.apply(a);\ntf.model({ inputs: hidden, outputs: ${dense}.apply(hidden) });`,
            errors: [{ messageId: "made", data: { by: "dense" }, on: "hidden", nth: 2 }],
        },
        {
            name: "an output twice",
            code: `${two}\nconst score = ${dense}.apply(a);\ntf.model({ inputs: a, outputs: [score, score] }).predict(tf.zeros([1, 3]));`,
            errors: [{ messageId: "outputTwice", data: {}, on: "score", nth: 3 }],
        },
        { name: "two layers of one name", code: `${two}\nconst hidden = ${named}.apply(a);\ntf.model({ inputs: a, outputs: ${named}.apply(hidden) });`, errors: [{ messageId: "name", data: { name: "head" }, on: "'head'", nth: 2 }] },
        { name: "an input of the name", code: `${two}\ntf.model({ inputs: b, outputs: tf.layers.dense({ units: 2, name: 'side' }).apply(b) });`, errors: [{ messageId: "name", data: { name: "side" }, on: "'side'", nth: 2 }] },
        { name: "a name that a loop gives again and again", code: `const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [3] })] });\nfor (const units of [4, 2]) model.add(tf.layers.dense({ units, name: 'hidden' }));\nmodel.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });`, errors: [{ messageId: "name", data: { name: "hidden" }, on: "'hidden'" }] },
        ...["summary()", "predict(tf.zeros([1, 3]))", "countParams()", "apply(tf.input({ shape: [3] }))", "setWeights([tf.zeros([3, 3]), tf.zeros([3]), tf.zeros([3, 2]), tf.zeros([2])])"].map((use): TrueTables["invalid"][number] => ({
            name: `a sequential model with two layers of one name: ${use}`,
            code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [3], name: 'head' }), ${named}] });\nmodel.${use};`,
            errors: [{ messageId: "name", data: { name: "head" }, on: "'head'", nth: 2 }],
        })),
        { name: "a layer as the output", code: `${two}\ntf.model({ inputs: a, outputs: ${dense} });`, errors: [{ messageId: "applied", data: { callee: "model", what: "the layer `dense`" }, on: dense }] },
        { name: "a tensor of values as the output", code: `${two}\ntf.model({ inputs: a, outputs: tf.zeros([1, 3]) });`, errors: [{ messageId: "tensor", data: { callee: "model", what: "a tensor of values" }, on: "tf.zeros([1, 3])" }] },
        {
            name: "`tf.layers.add([a, b])` gives a layer",
            code: `${two}\nconst total = tf.layers.add([a, b]);\n${dense}.apply(total);`,
            errors: [{ messageId: "applied", data: { callee: "dense", what: "the layer `add`" }, on: "total", nth: 2 }],
        },
        { name: "a layer among the inputs of another", code: `${two}\ntf.layers.add().apply([a, tf.layers.flatten()]);`, errors: [{ messageId: "applied", data: { callee: "add", what: "the layer `flatten`" }, on: "tf.layers.flatten()" }] },
        { name: "values beside a tensor of the model", code: `${two}\ntf.layers.add().apply([a, tf.zeros([1, 3])]);`, errors: [{ messageId: "tensor", data: { callee: "add", what: "a tensor of values" }, on: "tf.zeros([1, 3])" }] },
        {
            name: "a tensor added to a sequential model",
            code: `${two}\nconst model = tf.sequential();\nmodel.add(tf.layers.dense({ units: 3, inputShape: [3] }));\nmodel.add(${dense}.apply(a));`,
            errors: [{ messageId: "layer", data: { callee: "add", what: "a tensor" }, on: `${dense}.apply(a)` }],
        },
        { name: "a function that makes a layer, and was not called", code: `const model = tf.sequential();\nmodel.add(tf.layers.flatten);`, errors: [{ messageId: "layer", data: { callee: "add", what: "a function" }, on: "tf.layers.flatten" }] },
        { name: "a model of several inputs among layers in a row", code: `${two}\nconst model = tf.sequential();\nmodel.add(tf.model({ inputs: [a, b], outputs: tf.layers.add().apply([a, b]) }));`, errors: [{ messageId: "layer", data: { callee: "add", what: "a model of 2 inputs" }, on: "tf.model({ inputs: [a, b], outputs: tf.layers.add().apply([a, b]) })" }] },
        { name: "a model of several outputs among layers in a row", code: `${two}\nconst ends = tf.model({ inputs: a, outputs: [tf.layers.dense({ units: 1 }).apply(a), tf.layers.dense({ units: 2 }).apply(a)] });\ntf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), ends] });`, errors: [{ messageId: "layer", data: { callee: "add", what: "a model of 2 outputs" }, on: "tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), ends] })" }] },
        { name: "a layer that is yet to come", code: "const make = async () => tf.layers.flatten();\nconst model = tf.sequential();\nmodel.add(make());", errors: [{ messageId: "layer", data: { callee: "add", what: "a promise" }, on: "make()" }] },
        { name: "a tensor that is yet to come", code: `${two}\nconst make = async (x) => ${dense}.apply(x);\ntf.layers.flatten().apply(make(a));`, errors: [{ messageId: "plain", data: { callee: "flatten", what: "a promise" }, on: "make(a)" }] },
        { name: "the same, as the input of another", code: `${dense}.apply(tf.layers.flatten);`, errors: [{ messageId: "tensor", data: { callee: "dense", what: "a function" }, on: "tf.layers.flatten" }] },
        {
            name: "a skip connection that is not there",
            code: `${two}\nconst skips = [a];\nlet x = ${dense}.apply(b);\nfor (let level = 1; level >= 0; level--) x = tf.layers.concatenate().apply([x, skips[level]]);`,
            errors: [{ messageId: "tensor", data: { callee: "concatenate", what: "nothing" }, on: "skips[level]" }],
        },
        { name: "nothing in place of a tensor", code: `const made = {};\n${dense}.apply(made.features);`, errors: [{ messageId: "tensor", data: { callee: "dense", what: "nothing" }, on: "made.features" }] },
        { name: "numbers in place of a tensor", code: `${dense}.apply([[1, 2, 3]]);`, errors: [{ messageId: "plain", data: { callee: "dense", what: "an array of numbers" }, on: "[1, 2, 3]" }] },
        { name: "a number in place of a tensor", code: `${dense}.apply(3);`, errors: [{ messageId: "plain", data: { callee: "dense", what: "a number" }, on: "3" }] },
        {
            name: "options where the tensor must stand",
            code: `const words = tf.input({ shape: [5, 8] });\ntf.layers.lstm({ units: 4 }).apply({ training: true }, words);`,
            errors: [{ messageId: "plain", data: { callee: "lstm", what: "an object" }, on: "{ training: true }" }],
        },
        {
            name: "a layer that is called as in Keras",
            code: `const x = tf.input({ shape: [3] });\nconst y = tf.layers.dense({ units: 2 })(x);`,
            output: `const x = tf.input({ shape: [3] });\nconst y = tf.layers.dense({ units: 2 }).apply(x);`,
            errors: [{ messageId: "called", data: { callee: "dense" }, on: "tf.layers.dense({ units: 2 })(x)" }],
        },
        {
            name: "a layer that is kept, in parentheses, and called as in Keras",
            code: `const x = tf.input({ shape: [3] });\nconst kept = { first: tf.layers.dense({ units: 2 }) };\nconst y = (kept.first) (x);`,
            output: `const x = tf.input({ shape: [3] });\nconst kept = { first: tf.layers.dense({ units: 2 }) };\nconst y = (kept.first).apply (x);`,
            errors: [{ messageId: "called", data: { callee: "dense" }, on: "(kept.first) (x)" }],
        },
        {
            name: "a model that is called",
            code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\nmodel(tf.zeros([1, 3]));`,
            output: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\nmodel.apply(tf.zeros([1, 3]));`,
            errors: [{ messageId: "called", data: { callee: "a model" }, on: "model(tf.zeros([1, 3]))" }],
        },
        {
            name: "a layer of the program's own that is called",
            code: `class Twice extends tf.layers.Layer {\n    static className = 'TwiceCalled';\n    computeOutputShape(shape) { return shape; }\n    call(x) { return tf.mul(x[0] ?? x, 2); }\n}\nnew Twice()(tf.input({ shape: [3] }));`,
            output: `class Twice extends tf.layers.Layer {\n    static className = 'TwiceCalled';\n    computeOutputShape(shape) { return shape; }\n    call(x) { return tf.mul(x[0] ?? x, 2); }\n}\nnew Twice().apply(tf.input({ shape: [3] }));`,
            errors: [{ messageId: "called", data: { callee: "Twice" }, on: "new Twice()(tf.input({ shape: [3] }))" }],
        },
    ],
};

testRule("model-graph", rule, tables);
checkTruth("model-graph", tables);
