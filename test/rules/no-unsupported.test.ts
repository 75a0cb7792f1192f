import rule from "../../rules/no-unsupported.js";
import { testRule } from "./test-rule.js";
import { checkTruth, type TrueTables } from "./truth.js";

const weightless = `const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [3, 4] })] });
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });`;

const trained = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });`;

const decoders = `const sequence = tf.input({ shape: [4, 3] });
const [, h, c] = tf.layers.lstm({ units: 5, returnState: true }).apply(sequence);
const shifted = tf.input({ shape: [6, 2] });
let y = tf.layers.lstm({ units: 5, returnSequences: true }).apply(shifted, { initialState: [h, c] });
y = tf.layers.gru({ units: 5, returnSequences: true }).apply(y);
const model = tf.model({ inputs: [sequence, shifted], outputs: y });
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });`;

/** Two branches, of which the one that is merged last runs first. */
const branches = (last: string) => `const picture = tf.input({ shape: [4, 2] });
const scores = tf.layers.dense({ units: 4 }).apply(tf.layers.softmax({ axis: -1 }).apply(picture));
const series = tf.input({ shape: [6, 1] });
const summary = tf.layers.dense({ units: 4 }).apply(tf.layers.flatten().apply(tf.layers.masking().apply(series)));
tf.model({ inputs: [picture, series], outputs: tf.layers.average().apply([${last}]) });`;

const attention = (kept: string) => `const words = tf.input({ shape: [4, 3] });
const states = tf.layers.dense({ units: 3 }).apply(words);
const scores = tf.layers.dot({ axes: [2, 2] }).apply([states, states]);
const context = tf.layers.multiply().apply([tf.layers.dense({ units: 3 }).apply(scores), states]);
tf.model({ inputs: words, outputs: [context${kept}] });`;

const pair = `const x = tf.input({ shape: [3] });
const a = tf.layers.dense({ units: 2 }).apply(x);
const b = tf.layers.dense({ units: 1 }).apply(x);
const model = tf.model({ inputs: x, outputs: [a, b] });`;

const dilated = `const model = tf.sequential({ layers: [tf.layers.conv1d({ filters: 2, kernelSize: 3, dilationRate: 2, inputShape: [9, 1] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`;
const fitted = "model.fit(tf.ones([2, 9, 1]), tf.ones([2, 5, 2]), { epochs: 1 })";

/** A layer of the program's own, with weights, in a model that is trained. */
const own = ({ weights = "", call, before = "", after = "" }: { readonly weights?: string; readonly call: string; readonly before?: string; readonly after?: string }) => `class Own extends tf.layers.Layer {
    static className = 'Own';
    build(inputShape) {
        this.w = this.addWeight('w', [3, 3], 'float32', tf.initializers.ones()${weights});
        super.build(inputShape);
    }
    call(inputs) {
        const x = Array.isArray(inputs) ? inputs[0] : inputs;
        return ${call};
    }
}
const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [4, 3] }), ${before}new Own()${after}] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([2, 4, 3]), tf.ones([2, 4, 3]));`;
const ownFit = "model.fit(tf.ones([2, 4, 3]), tf.ones([2, 4, 3]))";

const tables: TrueTables = {
    valid: [
        { name: "a comparison that has a gradient, and rounding, whose gradient is zero", code: "tf.grad((x) => x.greaterEqual(1).mul(x).add(x.round()).sum())(tf.tensor1d([0.5, 2]));" },
        { name: "a comparison of what is not differentiated", code: "const y = tf.tensor1d([1, 0]);\ntf.grad((x) => y.less(1).mul(x).sum())(tf.tensor1d([0.5, 2]));\nconst v = tf.variable(tf.ones([2]));\ntf.train.sgd(0.1).minimize(() => tf.where(y.greater(0), v, v.neg()).mean());" },
        { name: "a comparison whose result the function does not give", code: "const v = tf.variable(tf.ones([2]));\ntf.train.sgd(0.1).minimize(() => {\n    v.less(1).print();\n    return v.square().mean();\n});" },
        { name: "a comparison of a variable that is not trained", code: "const still = tf.variable(tf.ones([2]), false);\nconst v = tf.variable(tf.ones([2]));\ntf.train.sgd(0.1).minimize(() => still.less(1).toFloat().mul(v).mean());" },
        { name: "a comparison whose values are read", code: "const v = tf.variable(tf.ones([2]));\ntf.train.sgd(0.1).minimize(() => tf.tensor1d(v.less(1).dataSync()).mul(v).mean());" },
        { name: "a variable compared in a function that is differentiated by something else", code: "const v = tf.variable(tf.ones([2]));\ntf.grad((x) => v.less(1).toFloat().mul(x).sum())(tf.ones([2]));" },
        { name: "a gradient of the program's own", code: "const step = tf.customGrad((x, save) => {\n    save([x]);\n    return { value: x.greater(0).toFloat(), gradFunc: (dy) => dy };\n});\ntf.grad((x) => step(x).sum())(tf.ones([2]));" },
        { name: "a list of variables that leaves it out", code: "const v = tf.variable(tf.ones([2]));\nconst w = tf.variable(tf.ones([2]));\ntf.train.sgd(0.1).minimize(() => v.less(1).toFloat().mul(w).mean(), false, [w]);" },
        { name: "silent: on one of two ways there is a gradient", code: "const v = tf.variable(tf.ones([2]));\ntf.train.sgd(0.1).minimize(() => (Math.random() > 2 ? v.less(1).toFloat() : v).mean());" },
        { name: "a variable that the function makes itself is not trained by it", code: "const w = tf.variable(tf.ones([2]));\ntf.train.sgd(0.1).minimize(() => tf.variable(tf.ones([2])).less(1).toFloat().mul(w).mean());" },
        { name: "indices of a variable's greatest values have no part in the loss", code: "const v = tf.variable(tf.ones([3]));\ntf.train.sgd(0.1).minimize(() => {\n    tf.topk(v, 1).indices.print();\n    return v.slice([0], [2]).mean();\n});" },
        { name: "a dilated convolution that is frozen, before a layer that is not", code: `${dilated.replace("dilationRate: 2", "dilationRate: 2, trainable: false").replace(" })]", " }), tf.layers.dense({ units: 2 })]")}\nawait ${fitted};` },
        { name: "a layer that compares, with nothing to train before it", code: "const model = tf.sequential({ layers: [tf.layers.thresholdedReLU({ theta: 1, inputShape: [3] }), tf.layers.dense({ units: 1 })] });\nmodel.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait model.fit(tf.ones([2, 3]), tf.ones([2, 1]));" },
        { name: "a dilated convolution that the loss leaves out, as only penalties are trained", code: `${dilated.replace("'meanSquaredError'", "(y) => y.mean()").replace("dilationRate: 2", "dilationRate: 2, kernelRegularizer: 'l1l2'")}\nawait ${fitted};` },
        { name: "a dilation of a depthwise convolution is not looked at", code: "const model = tf.sequential({ layers: [tf.layers.depthwiseConv2d({ kernelSize: 2, dilationRate: 2, inputShape: [5, 5, 1] })] });\nmodel.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait model.fit(tf.ones([2, 5, 5, 1]), tf.ones([2, 4, 4, 1]));" },
        { name: "an output that is made of no weight, compared", code: `${pair.replace("outputs: [a, b]", "outputs: [a, tf.layers.flatten().apply(tf.layers.reshape({ targetShape: [3, 1] }).apply(x))]")}\ntf.train.sgd(0.1).minimize(() => {\n    const [a, b] = model.predict(tf.ones([2, 3]));\n    return b.greater(0).toFloat().mean().mul(a.mean());\n});` },
        { name: "a dilated convolution of what is not trained", code: "const w = tf.variable(tf.ones([1]));\nconst x = tf.conv2d(tf.ones([1, 9, 9, 1]), tf.ones([3, 3, 1, 1]), 1, 'same', 'NHWC', 2);\ntf.train.sgd(0.1).minimize(() => tf.conv2d(x, tf.ones([3, 3, 1, 1]), 1, 'same', 'NHWC', 2).mul(w).mean());" },
        { name: "a normalization with all it can have", code: "const w = tf.variable(tf.ones([4, 3]));\ntf.train.sgd(0.1).minimize(() => tf.batchNorm(w.mul(2), tf.zeros([3]), tf.ones([3]), tf.zeros([3]), tf.ones([3])).mean());" },
        { name: "silent: what a normalization is given beside the statistics is the caller's", notRun: "it is the caller's", code: "const w = tf.variable(tf.ones([4, 3]));\nexport const step = (...rest) => tf.train.sgd(0.1).minimize(() => tf.batchNorm(w.mul(2), tf.zeros([3]), tf.ones([3]), ...rest).mean());" },
        { name: "a metric that compares", code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\nmodel.compile({ loss: (y, p) => y.sub(p).abs().mean(), optimizer: 'sgd', metrics: [(y, p) => p.greater(0.5).toFloat().mean()] });\nawait model.fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { epochs: 1 });" },
        { name: "a loss that compares its targets, and one that is only evaluated", code: "const make = (loss) => {\n    const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\n    model.compile({ loss, optimizer: 'sgd' });\n    return model;\n};\nawait make((y, p) => tf.where(y.greater(0), p, p.neg()).mean()).fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { epochs: 1 });\nmake((y, p) => p.greater(y).toFloat().mean()).evaluate(tf.zeros([4, 3]), tf.zeros([4, 2]));" },
        { name: "a layer of the program's own that repeats its inputs for its weights", code: own({ call: "x.reshape([-1, 3]).matMul(this.w.read()).reshape([-1, 4, 3])" }) },
        { name: "one that compares what nothing is trained before", code: own({ call: "x.greater(0).toFloat().matMul(tf.ones([3, 3])).add(this.w.read().mean())" }) },
        { name: "one that compares a variable, which is no weight of the model", code: `const v = tf.variable(tf.ones([3]));\n${own({ call: "x.add(v.greater(0).toFloat()).add(this.w.read().mean())" })}` },
        { name: "one whose weights are not trained", code: own({ weights: ", undefined, false", call: "x.matMul(this.w.read())", after: ", tf.layers.dense({ units: 3 })" }) },
        { name: "one before another that leaves its inputs out", code: own({ call: "x.matMul(this.w.read())", after: ", new Blank()" }).replace("const model", "class Blank extends tf.layers.Layer {\n    static className = 'Blank';\n    build() {\n        this.b = this.addWeight('b', [4, 3], 'float32', tf.initializers.ones());\n    }\n    call() {\n        return tf.zeros([2, 4, 3]).add(this.b.read());\n    }\n}\nconst model") },
        { name: "weights of classes, and none of samples", code: `${trained}\nawait model.fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { classWeight: { 0: 1, 1: 2 }, sampleWeight: null });` },
        { name: "an evaluation does not look at weights of samples", code: `${trained}\nmodel.evaluate(tf.zeros([4, 3]), tf.zeros([4, 2]), { sampleWeight: tf.ones([4]) });` },
        { name: "silent: a caller's weights may be undefined", notRun: "they are the caller's", code: `${trained}\nexport const train = (sampleWeight) => model.fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { sampleWeight });` },
        { name: "a branch that runs before the mask is made has nothing of it", code: branches("summary, scores") },
        { name: "an output of the model is not freed", code: attention(", states") },
        {
            name: "as many steps as in the mask that all layers get",
            code: `const model = tf.sequential();
model.add(tf.layers.masking({ inputShape: [4, 3] }));
model.add(tf.layers.lstm({ units: 5 }));
model.add(tf.layers.repeatVector({ n: 4 }));
model.add(tf.layers.lstm({ units: 5 }));
const other = tf.sequential({ layers: [tf.layers.masking({ inputShape: [8, 3] }), tf.layers.conv1d({ filters: 2, kernelSize: 3 }), tf.layers.bidirectional({ layer: tf.layers.gru({ units: 2 }) })] });`,
        },
        {
            name: "without a mask each layer is called with nothing in predictions",
            code: `${decoders}\nmodel.predict([tf.zeros([2, 4, 3]), tf.zeros([2, 6, 2])]);`,
        },
        {
            name: "silent: a layer of the program's own may take the mask away",
            code: `class Own extends tf.layers.Layer {
    call(x, options) { delete options.mask; return Array.isArray(x) ? x[0] : x; }
    computeOutputShape(shape) { return shape; }
    static get className() { return 'Own'; }
}
const model = tf.sequential({ layers: [tf.layers.masking({ inputShape: [6, 4] }), tf.layers.lstm({ units: 5 }), new Own(), tf.layers.softmax()] });`,
        },
        {
            name: "behind a layer that stops the mask, or that makes none, a softmax works",
            code: `const words = tf.input({ shape: [4] });
const vectors = tf.layers.embedding({ inputDim: 9, outputDim: 3 }).apply(words);
tf.model({ inputs: words, outputs: tf.layers.softmax({ axis: -1 }).apply(vectors) });
const model = tf.sequential();
model.add(tf.layers.masking({ inputShape: [4, 3] }));
model.add(tf.layers.dense({ units: 5 }));
model.add(tf.layers.activation({ activation: 'softmax' }));`,
        },
        {
            name: "silent: as many features as steps, where a batch of as many, or of one, goes through",
            failsFor: "it is run on a batch of two",
            code: "const model = tf.sequential({ layers: [tf.layers.masking({ inputShape: [3, 3] }), tf.layers.softmax({ axis: -1 })] });",
        },
        {
            name: "a model without weights can be evaluated",
            code: `${weightless}\nmodel.evaluate(tf.zeros([2, 3, 4]), tf.zeros([2, 12]));`,
        },
        {
            name: "silent: a layer of the program's own may have weights",
            failsFor: "it has none",
            code: `class Scale extends tf.layers.Layer { constructor(options) { super(options); } }\nScale.className = 'Scale';\nconst model = tf.sequential({ layers: [new Scale({ inputShape: [3] })] });\nmodel.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });\nawait model.fit(tf.zeros([2, 3]), tf.zeros([2, 3]));`,
        },
        {
            name: "'causal' can be written with padding by hand",
            code: `const x = tf.input({ shape: [8, 3] });
const y = tf.layers.conv1d({ filters: 2, kernelSize: 3, padding: 'same' }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
        {
            name: "softmax along the last axis",
            code: `const x = tf.input({ shape: [8, 3] });
const y = tf.layers.softmax({ axis: -1 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
        },
    ],
    invalid: [
        {
            name: "the condition of Huber's loss is made of what is trained",
            code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\nmodel.compile({\n    loss: (y, p) => {\n        const error = y.sub(p).abs();\n        return tf.where(error.less(1), error.square(), error).mean();\n    },\n    optimizer: 'sgd',\n});\nawait model.fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { epochs: 1 });",
            errors: [{ messageId: "unsupported", data: { callee: "fit", when: "run", what: "gradients through `less`, by which its result is computed", effect: "" }, on: "model.fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { epochs: 1 })" }],
        },
        {
            name: "an accuracy is minimized",
            code: "const v = tf.variable(tf.ones([2]));\ntf.train.sgd(0.1).minimize(() => v.equal(tf.ones([2])).toFloat().mean());",
            errors: [{ messageId: "unsupported", data: { callee: "minimize", when: "run", what: "gradients through `equal`, by which its result is computed", effect: "" }, on: "tf.train.sgd(0.1).minimize(() => v.equal(tf.ones([2])).toFloat().mean())" }],
        },
        {
            name: "attention that is written as an equation",
            code: "const w = tf.variable(tf.ones([4, 3]));\nconst x = tf.ones([2, 3]);\ntf.train.sgd(0.1).minimize(() => tf.softmax(tf.einsum('ij,kj->ik', x, w)).mean());",
            errors: [{ messageId: "unsupported", data: { callee: "minimize", when: "run", what: "gradients through `einsum`, by which its result is computed", effect: "" }, on: "tf.train.sgd(0.1).minimize(() => tf.softmax(tf.einsum('ij,kj->ik', x, w)).mean())" }],
        },
        {
            name: "a dilated convolution runs, and has no gradient",
            code: `${dilated}\nmodel.predict(tf.ones([2, 9, 1])).print();\nmodel.evaluate(tf.ones([2, 9, 1]), tf.ones([2, 5, 2]));\nawait ${fitted};`,
            errors: [{ messageId: "unsupported", data: { callee: "fit", when: "run", what: "training a convolution with a `dilationRate` above 1", effect: "" }, on: fitted }],
        },
        {
            name: "a layer of the program's own that repeats its weights for each sample",
            code: own({ call: "tf.matMul(x, this.w.read())" }),
            errors: [{ messageId: "unsupported", data: { callee: "fit", when: "run", what: "training `Own` with gradients through `matMul` of [batch, 4, 3] and [3, 3], which repeats a matrix", effect: "" }, on: ownFit }],
        },
        {
            name: "one that compares what is trained before it",
            code: own({ before: "tf.layers.dense({ units: 3 }), ", call: "x.greater(0).toFloat().add(this.w.read().mean())", after: ", tf.layers.dense({ units: 3 })" }),
            errors: [{ messageId: "unsupported", data: { callee: "fit", when: "run", what: "training `Own` with gradients through `greater`", effect: "" }, on: ownFit }],
        },
        {
            name: "one before another that passes it on",
            code: own({ call: "x.add(tf.cumsum(this.w.read(), -1).mean())", after: ", new Twice()" }).replace("const model", "class Twice extends tf.layers.Layer {\n    static className = 'Twice';\n    call(inputs) {\n        return inputs[0].mul(2);\n    }\n}\nconst model"),
            errors: [{ messageId: "unsupported", data: { callee: "fit", when: "run", what: "training `Own` with gradients through `cumsum` with the negative axis -1", effect: "" }, on: ownFit }],
        },
        {
            name: "a normalization of channels that stand first",
            code: "const x = tf.input({ shape: [2, 6, 6] });\nconst y = tf.layers.batchNormalization({ axis: 1 }).apply(tf.layers.conv2d({ filters: 3, kernelSize: 3, dataFormat: 'channelsFirst' }).apply(x));\nconst model = tf.model({ inputs: x, outputs: y });\nmodel.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait model.trainOnBatch(tf.ones([2, 2, 6, 6]), tf.ones([2, 3, 4, 4]));",
            errors: [{ messageId: "unsupported", data: { callee: "trainOnBatch", when: "run", what: "training a `batchNormalization` along another axis than the last", effect: "" }, on: "model.trainOnBatch(tf.ones([2, 2, 6, 6]), tf.ones([2, 3, 4, 4]))" }],
        },
        {
            name: "a layer that compares, behind one that is trained, in a model within another",
            code: "const inner = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] }), tf.layers.thresholdedReLU({ theta: 1 })] });\nconst model = tf.sequential({ layers: [inner, tf.layers.dense({ units: 1 })] });\nmodel.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait model.fit(tf.ones([2, 3]), tf.ones([2, 1]));",
            errors: [{ messageId: "unsupported", data: { callee: "fit", when: "run", what: "training the layers before `thresholdedReLU`, which has no gradient", effect: "" }, on: "model.fit(tf.ones([2, 3]), tf.ones([2, 1]))" }],
        },
        {
            name: "how often a model is right, which is counted",
            code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });\nconst ys = tf.tensor1d([0, 1], 'int32');\ntf.train.sgd(0.1).minimize(() => model.predict(tf.ones([2, 3])).argMax(1).equal(ys).toFloat().mean().neg());",
            errors: [{ messageId: "unsupported", data: { callee: "minimize", when: "run", what: "gradients through `equal`, by which its result is computed", effect: "" }, on: "tf.train.sgd(0.1).minimize(() => model.predict(tf.ones([2, 3])).argMax(1).equal(ys).toFloat().mean().neg())" }],
        },
        {
            name: "one of two outputs compared",
            code: `${pair}\ntf.train.sgd(0.1).minimize(() => {\n    const [a, b] = model.apply(tf.ones([2, 3]));\n    return a.greater(b).toFloat().mean();\n});`,
            errors: [{ messageId: "unsupported", data: { callee: "minimize", when: "run", what: "gradients through `greater`, by which its result is computed", effect: "" }, on: "tf.train.sgd(0.1).minimize(() => {\n    const [a, b] = model.apply(tf.ones([2, 3]));\n    return a.greater(b).toFloat().mean();\n})" }],
        },
        {
            name: "a dilated convolution of the program's own",
            code: "const w = tf.variable(tf.ones([3, 3, 1, 1]));\nconst x = tf.ones([1, 9, 9, 1]);\nconst grads = tf.variableGrads(() => tf.conv2d(x, w, 1, 'same', 'NHWC', [2, 2]).relu().mean());",
            errors: [{ messageId: "unsupported", data: { callee: "variableGrads", when: "run", what: "gradients through a convolution with a dilation above 1, by which its result is computed", effect: "" }, on: "tf.variableGrads(() => tf.conv2d(x, w, 1, 'same', 'NHWC', [2, 2]).relu().mean())" }],
        },
        {
            name: "a normalization without a scale",
            code: "const w = tf.variable(tf.ones([4, 3]));\ntf.train.sgd(0.1).minimize(() => tf.batchNorm(w.mul(2), tf.zeros([3]), tf.ones([3]), tf.zeros([3])).mean());",
            errors: [{ messageId: "unsupported", data: { callee: "minimize", when: "run", what: "gradients through `batchNorm` without its scale, by which its result is computed", effect: "" }, on: "tf.train.sgd(0.1).minimize(() => tf.batchNorm(w.mul(2), tf.zeros([3]), tf.ones([3]), tf.zeros([3])).mean())" }],
        },
        {
            name: "the greatest values of an output",
            code: "const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] })] });\nmodel.compile({ loss: (y, p) => tf.topk(p.sub(y).square(), 2).values.mean(), optimizer: 'sgd' });\nawait model.fit(tf.zeros([4, 3]), tf.zeros([4, 4]), { epochs: 1 });",
            errors: [{ messageId: "unsupported", data: { callee: "fit", when: "run", what: "gradients through `topk`, by which its result is computed", effect: "" }, on: "model.fit(tf.zeros([4, 3]), tf.zeros([4, 4]), { epochs: 1 })" }],
        },
        {
            name: "a mask of the input, though there is another way back beside it",
            code: "const f = tf.grad((x) => x.greater(0).toFloat().mul(x).sum());\nf(tf.ones([2]));",
            errors: [{ messageId: "unsupported", data: { callee: "grad", when: "run", what: "gradients through `greater`, by which its result is computed", effect: "" }, on: "f(tf.ones([2]))" }],
        },
        {
            name: "differences of a column and a row",
            code: "const w = tf.variable(tf.ones([2, 1]));\nconst [x, y] = [tf.ones([5, 2]), tf.ones([5])];\ntf.train.sgd(0.1).minimize(() => tf.squaredDifference(x.matMul(w), y).mean());",
            errors: [{ messageId: "unsupported", data: { callee: "minimize", when: "run", what: "gradients through `squaredDifference` that broadcasts `a` and `b` to [5, 5], by which its result is computed", effect: "" }, on: "tf.train.sgd(0.1).minimize(() => tf.squaredDifference(x.matMul(w), y).mean())" }],
        },
        {
            name: "weights of samples, which `fit` alone refuses",
            code: `${trained}\nawait model.fit(tf.zeros([4, 3]), tf.zeros([4, 2]), { epochs: 1, sampleWeight: tf.ones([4]) });`,
            errors: [{ messageId: "unsupported", data: { callee: "fit", when: "run", what: "`sampleWeight`", effect: "" }, on: "tf.ones([4])" }],
        },
        {
            name: "weights of classes for each pixel",
            code: "const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 1, inputShape: [4, 4, 1], activation: 'softmax' })] });\nmodel.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });\nawait model.fit(tf.ones([2, 4, 4, 1]), tf.ones([2, 4, 4, 2]), { classWeight: { 0: 1, 1: 5 } });",
            errors: [{ messageId: "unsupported", data: { callee: "fit", when: "run", what: "`classWeight` for targets of rank 4", effect: "" }, on: "{ 0: 1, 1: 5 }" }],
        },
        {
            name: "a mask goes to all layers that run after it, whatever they read",
            code: `const model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: 20, outputDim: 4, inputLength: 6, maskZero: true }));
model.add(tf.layers.lstm({ units: 5 }));
model.add(tf.layers.dense({ units: 3 }));
model.add(tf.layers.softmax());`,
            errors: [{ messageId: "unsupported", data: { callee: "softmax", when: "run", what: "a softmax of [null, 3] behind `embedding`, whose mask is [null, 6]", effect: "" }, on: "tf.layers.softmax()" }],
        },
        {
            name: "into another branch, which runs after it",
            code: branches("scores, summary"),
            errors: [{ messageId: "unsupported", data: { callee: "softmax", when: "run", what: "a softmax of [null, 4, 2] behind `masking`, whose mask is [null, 6]", effect: "" }, on: "tf.layers.softmax({ axis: -1 })" }],
        },
        {
            name: "into a model within the model",
            code: `const inner = tf.sequential({ layers: [tf.layers.dense({ units: 5, inputShape: [4, 3] }), tf.layers.softmax({ axis: -1 })] });
tf.sequential({ layers: [tf.layers.masking({ inputShape: [4, 3] }), inner] });`,
            errors: [{ messageId: "unsupported", data: { callee: "softmax", when: "run", what: "a softmax of [null, 4, 5] behind `masking`, whose mask is [null, 4]", effect: "" }, on: "tf.layers.softmax({ axis: -1 })" }],
        },
        {
            name: "out of a model that comes first, and so is part of the other",
            code: `const inner = tf.sequential({ layers: [tf.layers.masking({ inputShape: [4, 3] }), tf.layers.dense({ units: 2 })] });
tf.sequential({ layers: [inner, tf.layers.softmax({ axis: -1 })] });`,
            errors: [{ messageId: "unsupported", data: { callee: "softmax", when: "run", what: "a softmax of [null, 4, 2] behind `masking`, whose mask is [null, 4]", effect: "" }, on: "tf.layers.softmax({ axis: -1 })" }],
        },
        {
            name: "a sequence of more steps than the mask has",
            code: `const model = tf.sequential();
model.add(tf.layers.masking({ inputShape: [4, 3] }));
model.add(tf.layers.gru({ units: 5 }));
model.add(tf.layers.repeatVector({ n: 6 }));
model.add(tf.layers.lstm({ units: 5 }));`,
            errors: [{ messageId: "unsupported", data: { callee: "lstm", when: "run", what: "a recurrence of [null, 6, 5] behind `masking`, whose mask is [null, 4]", effect: "" }, on: "tf.layers.lstm({ units: 5 })" }],
        },
        {
            name: "a mask of another size than the images that a recurrence makes",
            code: `const films = tf.input({ shape: [4, 8, 8, 2] });
const y = tf.layers.convLstm2d({ filters: 3, kernelSize: 3 }).apply(tf.layers.masking().apply(films));
tf.model({ inputs: films, outputs: y });`,
            errors: [{ messageId: "unsupported", data: { callee: "convLstm2d", when: "run", what: "a recurrence of [null, 4, 8, 8, 2] behind `masking`, whose mask is [null, 4, 8, 8]", effect: "" }, on: "tf.layers.convLstm2d({ filters: 3, kernelSize: 3 })" }],
        },
        {
            name: "the mask of a sum, which has one axis more",
            code: `const series = tf.input({ shape: [6, 3] });
const known = tf.layers.masking().apply(series);
const y = tf.layers.lstm({ units: 8 }).apply(tf.layers.add().apply([known, known]));
tf.model({ inputs: series, outputs: y });`,
            errors: [{ messageId: "unsupported", data: { callee: "lstm", when: "run", what: "a recurrence of [null, 6, 3] behind `add`, whose mask is [1, null, 6]", effect: "" }, on: "tf.layers.lstm({ units: 8 })" }],
        },
        {
            name: "a sum of three, one of them masked",
            code: `const series = tf.input({ shape: [6, 3] });
const known = tf.layers.masking().apply(series);
tf.model({ inputs: series, outputs: tf.layers.add().apply([known, series, series]) });`,
            errors: [{ messageId: "unsupported", data: { callee: "add", when: "run", what: "a merge of 3 inputs of which only some have a mask", effect: "" }, on: "tf.layers.add()" }],
        },
        {
            name: "a concatenation along the steps, of which only some are masked",
            code: `const series = tf.input({ shape: [6, 3] });
const known = tf.layers.masking().apply(series);
tf.model({ inputs: series, outputs: tf.layers.concatenate({ axis: 1 }).apply([known, series]) });`,
            errors: [{ messageId: "unsupported", data: { callee: "concatenate", when: "run", what: "a concatenation on axis 1 of inputs whose masks, from `masking`, are not alike: [null, 6, 1], [null, 6, 3]", effect: "" }, on: "tf.layers.concatenate({ axis: 1 })" }],
        },
        {
            name: "initial states, which in training all layers get that run after it",
            code: `${decoders}
await model.fit([tf.zeros([2, 4, 3]), tf.zeros([2, 6, 2])], tf.zeros([2, 6, 5]));`,
            errors: [{ messageId: "unsupported", data: { callee: "fit", when: "run", what: "`gru` behind `lstm` with initial states, which all layers get that run after it", effect: "" }, on: "model.fit([tf.zeros([2, 4, 3]), tf.zeros([2, 6, 2])], tf.zeros([2, 6, 5]))" }],
        },
        {
            name: "a tensor that one layer got twice, and another once more",
            code: attention(""),
            errors: [{ messageId: "unsupported", data: { callee: "multiply", when: "run", what: "reading what `dense` makes once more: `dot` got it twice, and predict frees it there", effect: "" }, on: "tf.layers.multiply()" }],
        },
        {
            name: "a mask for each step, where a softmax wants one for each element",
            code: `const model = tf.sequential();
model.add(tf.layers.masking({ inputShape: [4, 3] }));
model.add(tf.layers.dense({ units: 5 }));
model.add(tf.layers.softmax({ axis: -1 }));`,
            errors: [{ messageId: "unsupported", data: { callee: "softmax", when: "run", what: "a softmax of [null, 4, 5] behind `masking`, whose mask is [null, 4]", effect: "" }, on: "tf.layers.softmax({ axis: -1 })" }],
        },
        {
            name: "the mask of an embedding",
            code: `const words = tf.input({ shape: [4] });
const vectors = tf.layers.embedding({ inputDim: 9, outputDim: 3, maskZero: true }).apply(words);
const y = tf.layers.softmax({ axis: -1 }).apply(tf.layers.dropout({ rate: 0.1 }).apply(vectors));
tf.model({ inputs: words, outputs: y });`,
            errors: [{ messageId: "unsupported", data: { callee: "softmax", when: "run", what: "a softmax of [null, 4, 3] behind `embedding`, whose mask is [null, 4]", effect: "" }, on: "tf.layers.softmax({ axis: -1 })" }],
        },
        {
            name: "training what has no weights",
            code: `${weightless}\nawait model.trainOnBatch(tf.zeros([2, 3, 4]), tf.zeros([2, 12]));`,
            errors: [{ messageId: "unsupported", data: { callee: "trainOnBatch", when: "run", what: "training a model that has no weights", effect: "" }, on: "model.trainOnBatch(tf.zeros([2, 3, 4]), tf.zeros([2, 12]))" }],
        },
        {
            name: "'causal' in one dimension",
            code: `const x = tf.input({ shape: [8, 3] });
const y = tf.layers.conv1d({ filters: 2, kernelSize: 3, padding: 'causal' }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "unsupported",
                    data: { callee: "conv1d", when: "run", what: "padding 'causal'", effect: "" },
                    on: "'causal'",
                },
            ],
        },
        {
            name: "'causal' in two dimensions",
            code: `const x = tf.input({ shape: [8, 8, 3] });
const y = tf.layers.conv2d({ filters: 2, kernelSize: 3, padding: 'causal' }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "unsupported",
                    data: { callee: "conv2d", when: "run", what: "padding 'causal'", effect: "" },
                    on: "'causal'",
                },
            ],
        },
        {
            name: "softmax along another axis",
            code: `const x = tf.input({ shape: [8, 3] });
const y = tf.layers.softmax({ axis: 1 }).apply(x);
tf.model({ inputs: x, outputs: y });`,
            errors: [
                {
                    messageId: "unsupported",
                    data: { callee: "softmax", when: "run", what: "a softmax along another axis than the last of rank 3", effect: "" },
                    on: "1",
                },
            ],
        },
        {
            name: "pooling without its options",
            code: "tf.layers.maxPooling2d();",
            errors: [
                {
                    messageId: "unsupported",
                    data: { callee: "maxPooling2d", when: "built", what: "maxPooling2d() without an object of options", effect: "" },
                    on: "tf.layers.maxPooling2d()",
                },
            ],
        },
    ],
};

testRule("no-unsupported", rule, tables);
checkTruth("no-unsupported", tables);
