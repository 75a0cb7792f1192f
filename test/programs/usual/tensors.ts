/** Tensors without a model: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "tensor2d with the shape as other values",
        `const data = [1, 2, 3, 4, 5, 6, 7];
const t = tf.tensor2d(data, [2, 4]);`,
    ],
    [
        "tensor2d of a flat array without a shape",
        `const t = tf.tensor2d([1, 2, 3]);`,
    ],
    [
        "concat of data with different columns",
        `const a = tf.tensor2d([[1, 2], [3, 4]]);
const b = tf.tensor2d([[1, 2, 3]]);
a.concat(b).print();`,
    ],
    [
        "nested data in tensor3d",
        `const t = tf.tensor3d([[1, 2], [3, 4]]);`,
    ],
    [
        "tensor2d shape from xs length",
        `const xs = [1, 2, 3, 4, 5, 6];
const t = tf.tensor2d(xs, [xs.length, 2]);`,
    ],
    [
        "stack scalars to 2d",
        `const t = tf.stack([tf.scalar(1), tf.tensor1d([1])]);`,
    ],
    [
        "split train and test",
        `const data = tf.randomNormal([10, 3]);
const [train, test] = tf.split(data, [8, 3]);`,
    ],
    [
        "slice out of bounds",
        `const data = tf.randomNormal([10, 3]);
const test = data.slice([8, 0], [3, 3]);`,
    ],
    [
        "gather last rows",
        `const data = tf.randomNormal([10, 3]);
const rows = tf.gather(data, [0, 1]);
rows.reshape([3, 2]).sub(tf.ones([3, 3])).print();`,
    ],
    [
        "dot of rank 3",
        `tf.dot(tf.ones([2, 2, 2]), tf.ones([2, 2])).print();`,
    ],
    [
        "logits summed over their rows",
        `const logits = tf.randomNormal([4, 10]);
const labels = tf.oneHot(tf.tensor1d([1, 2, 3, 4], 'int32'), 10);
tf.losses.softmaxCrossEntropy(labels, logits.sum(0)).print();`,
    ],
    [
        "typed array of wrong length",
        `tf.tensor2d(new Float32Array(10), [3, 4]).print();`,
    ],
    [
        "products of filled tensors",
        `const t = tf.fill([2, 2], 1).matMul(tf.fill([3, 2], 1));`,
    ],
    [
        "transpose forgotten in attention",
        `const q = tf.randomNormal([2, 4, 8]), k = tf.randomNormal([2, 4, 8]);
tf.matMul(q, k).print();`,
    ],
    [
        "attention right",
        `const q = tf.randomNormal([2, 4, 8]), k = tf.randomNormal([2, 4, 8]), v = tf.randomNormal([2, 4, 8]);
tf.matMul(tf.softmax(tf.matMul(q, k, false, true).div(Math.sqrt(8))), v).print();`,
    ],
    [
        "a tensor of a Uint32Array",
        `tf.tensor1d(new Uint32Array(3));`,
    ],
    [
        "of any shape of a Uint32Array",
        `const x = tf.tensor(new Uint32Array([1, 2, 3]));`,
    ],
    [
        "a tensor of a Float64Array",
        `tf.tensor1d(new Float64Array(3));`,
    ],
    [
        "a matrix of an Int16Array",
        `tf.tensor2d(new Int16Array(4), [2, 2]);`,
    ],
    [
        "a matrix of a Uint8ClampedArray",
        `tf.tensor2d(new Uint8ClampedArray(4), [2, 2]);`,
    ],
    [
        "a tensor of a Float64Array that was made a plain list",
        `tf.tensor1d(Array.from(new Float64Array(3))).reshape([3]);
tf.tensor1d([...new Float64Array(4)]).reshape([4]);
tf.tensor1d(Float32Array.from(new Float64Array(5))).reshape([5]);`,
    ],
    [
        "an order of indices as it comes",
        `tf.ones([4, 2]).gather(tf.tensor1d(tf.util.createShuffledIndices(4), 'int32'));`,
    ],
    [
        "an order of indices in a plain list",
        `tf.ones([4, 2]).gather(tf.tensor1d(Array.from(tf.util.createShuffledIndices(4)), 'int32')).reshape([8]);`,
    ],
    ["gathering an index that the axis does not have", "tf.gather(tf.ones([3, 2]), [0, 3]).print();"],
    ["gathering the index before the first", "tf.gather(tf.ones([3, 2]), tf.tensor1d([-1], 'int32')).print();"],
    ["gathering columns by the count of rows", "tf.ones([3, 2]).gather([1, 2], 1).print();"],
    ["gathering by nested indices, one too high", "tf.ones([3, 2]).gather(tf.tensor2d([[0, 1], [2, 4]], [2, 2], 'int32')).print();"],
    ["gathering the last row and the first", "tf.ones([3, 2]).gather(tf.tensor1d([2, 0, 2], 'int32')).print();"],
    ["gathering by indices with something behind their point", "tf.gather(tf.ones([3, 2]), tf.tensor1d([-0.5, 2.9], 'int32')).print();"],
    ["gathering by indices that are brought into the axis", "const picked = tf.tensor1d([0, 5], 'int32');\ntf.gather(tf.ones([3, 2]), picked.mod(tf.scalar(3, 'int32'))).print();"],
    ["gathering by a variable that holds other indices by now", "const picked = tf.variable(tf.tensor1d([0, 3], 'int32'));\npicked.assign(tf.tensor1d([0, 1], 'int32'));\ntf.gather(tf.ones([3, 2]), picked).print();"],
    ["gathering by whichever indices are the right ones", "const rows = 3 - Math.round(Math.random());\nconst picked = rows === 7 ? tf.tensor1d([0, 6], 'int32') : tf.tensor1d([0, 1], 'int32');\ntf.gather(tf.ones([rows, 2]), picked).print();\ntf.gather(tf.ones([2, 2]), picked).print();"],
    ["gathering by each list of indices, the second too high", "for (const picked of [[0, 1], [0, 3]]) tf.gather(tf.ones([3, 2]), tf.tensor1d(picked, 'int32')).print();"],
    ["gathering by each list of indices", "for (const picked of [[0, 1], [0, 2]]) tf.gather(tf.ones([3, 2]), tf.tensor1d(picked, 'int32')).print();"],
    ["gathering by a list that is changed before", "const picked = [0, 7];\npicked[1] = 1;\ntf.ones([3, 2]).gather(picked).print();"],
    ["one-hot of a class beyond the depth is all zeros", "tf.oneHot(tf.tensor1d([0, 4], 'int32'), 3).print();"],
];
