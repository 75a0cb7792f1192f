/** Pictures and rows on their way to a model: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "posenet-like: fromPixels with 4 channels for a model of 3",
        `const pixels = { data: new Uint8Array(8 * 8 * 4), width: 8, height: 8 };
const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 3] }), tf.layers.flatten()] });
model.predict(tf.browser.fromPixels(pixels, 4).expandDims()).print();`,
    ],
    [
        "fromPixels default 3",
        `const pixels = { data: new Uint8Array(8 * 8 * 4), width: 8, height: 8 };
const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1] }), tf.layers.flatten()] });
model.predict(tf.browser.fromPixels(pixels).expandDims()).print();`,
    ],
    [
        "fromPixels with 1 channel",
        `const pixels = { data: new Uint8Array(8 * 8 * 4), width: 8, height: 8 };
const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1] }), tf.layers.flatten()] });
model.predict(tf.browser.fromPixels(pixels, 1).toFloat().expandDims()).print();`,
    ],
    [
        "fromPixels width and height swapped in the model",
        `const pixels = { data: new Uint8Array(8 * 6 * 4), width: 8, height: 6 };
const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 6, 3] }), tf.layers.flatten()] });
model.predict(tf.browser.fromPixels(pixels).expandDims()).print();`,
    ],
    [
        "resizeBilinear of rank 2",
        `tf.image.resizeBilinear(tf.ones([28, 28]), [14, 14]).print();`,
    ],
    [
        "resizeBilinear with one number",
        `tf.image.resizeBilinear(tf.ones([28, 28, 3]), 14).print();`,
    ],
    [
        "resizeBilinear to sizes in separate arguments",
        `tf.image.resizeBilinear(tf.ones([28, 28, 3]), 14, 14).print();`,
    ],
    [
        "crop with slice beyond the picture",
        `const picture = tf.zeros([100, 80, 3]);
picture.slice([0, 0, 0], [100, 100, 3]).print();`,
    ],
    [
        "crop with begin in the middle",
        `const picture = tf.zeros([100, 80, 3]);
const size = Math.min(picture.shape[0], picture.shape[1]);
const y = picture.shape[0] - size, x = picture.shape[1] - size;
picture.slice([y / 2, x / 2, 0], [size, size, 3]).print();`,
    ],
    [
        "cropAndResize of a rank 3 image",
        `tf.image.cropAndResize(tf.zeros([50, 50, 3]), [[0, 0, 1, 1]], [0], [10, 10]).print();`,
    ],
    [
        "cropAndResize with a single box",
        `tf.image.cropAndResize(tf.zeros([1, 50, 50, 3]), [0, 0, 1, 1], [0], [10, 10]).print();`,
    ],
    [
        "cropAndResize with more boxes than indices",
        `tf.image.cropAndResize(tf.zeros([1, 50, 50, 3]), [[0, 0, 1, 1], [0, 0, 0.5, 0.5]], [0], [10, 10]).print();`,
    ],
    [
        "nms with boxes of rank 3",
        `tf.image.nonMaxSuppression(tf.zeros([1, 10, 4]), tf.zeros([10]), 3).print();`,
    ],
    [
        "nms with scores of another count",
        `tf.image.nonMaxSuppression(tf.zeros([10, 4]), tf.zeros([9]), 3).print();`,
    ],
    [
        "nms with scores in a column",
        `tf.image.nonMaxSuppression(tf.zeros([10, 4]), tf.zeros([10, 1]), 3).print();`,
    ],
    [
        "nms fixed by squeeze",
        `tf.image.nonMaxSuppression(tf.zeros([1, 10, 4]).squeeze([0]), tf.zeros([1, 10]).squeeze(), 3).print();`,
    ],
    [
        "gather with floats from argMax",
        `const best = tf.argMax(tf.ones([3, 4]), 1);
tf.gather(tf.ones([4, 2]), best).print();`,
    ],
    [
        "gather with float indices",
        `tf.gather(tf.ones([4, 2]), tf.tensor1d([0, 1])).print();`,
    ],
    [
        "grayscale by mean keeps no axis",
        `const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1] }), tf.layers.flatten()] });
model.predict(tf.zeros([8, 8, 3]).mean(2).expandDims(0)).print();`,
    ],
    [
        "grayscale by mean with expandDims at both ends",
        `const model = tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1] }), tf.layers.flatten()] });
model.predict(tf.zeros([8, 8, 3]).mean(2).expandDims(0).expandDims(-1)).print();`,
    ],
    [
        "teachable machine normalise and reshape",
        `const im = tf.zeros([224, 224, 3]);
const offset = tf.scalar(127.5);
im.sub(offset).div(offset).reshape([1, 224, 224, 4]).print();`,
    ],
    [
        "bgr by split and concat of the wrong axis",
        `const im = tf.zeros([6, 6, 3]);
const [r, g, b] = tf.split(im, 3, 2);
const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [6, 6, 3] }), tf.layers.dense({ units: 1 })] });
model.predict(tf.concat([b, g, r], 1).expandDims(0)).print();`,
    ],
    [
        "bgr by unstack and stack without axis",
        `const im = tf.zeros([6, 6, 3]);
const [r, g, b] = tf.unstack(im, 2);
const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [6, 6, 3] }), tf.layers.dense({ units: 1 })] });
model.predict(tf.stack([b, g, r]).expandDims(0)).print();`,
    ],
    [
        "bgr by reverse of the last axis",
        `tf.reverse(tf.zeros([6, 6, 3]), [3]).print();`,
    ],
    [
        "mean and std per channel",
        `const im = tf.zeros([6, 6, 3]);
im.sub(tf.tensor1d([0.485, 0.456, 0.406])).div(tf.tensor1d([0.229, 0.224])).print();`,
    ],
    [
        "channels first mean and std",
        `const im = tf.zeros([3, 6, 6]);
im.sub(tf.tensor1d([0.485, 0.456, 0.406])).print();`,
    ],
    [
        "NCHW transposed wrong",
        `const im = tf.zeros([1, 6, 6, 3]);
im.transpose([0, 3, 1]).print();`,
    ],
    [
        "NCHW right",
        `tf.zeros([1, 6, 6, 3]).transpose([0, 3, 1, 2]).print();`,
    ],
    [
        "pad3d with the right pairs",
        `tf.pad3d(tf.zeros([6, 6, 3]), [[1, 1], [1, 1], [0, 0]]).print();`,
    ],
    [
        "toPixels of a batch",
        `await tf.browser.toPixels(tf.zeros([1, 6, 6, 3]));`,
    ],
    [
        "toPixels of two channels",
        `await tf.browser.toPixels(tf.zeros([6, 6, 2]));`,
    ],
    [
        "toPixels of a picture",
        `await tf.browser.toPixels(tf.zeros([6, 6, 3]));`,
    ],
    [
        "toPixels of rank 1",
        `await tf.browser.toPixels(tf.zeros([36]));`,
    ],
    [
        "toPixels of strings",
        `await tf.browser.toPixels(tf.tensor2d([['a']]));`,
    ],
    [
        "toPixels of bool",
        `await tf.browser.toPixels(tf.tensor2d([[true]]));`,
    ],
    [
        "encode strings into add",
        `tf.add(tf.tensor1d(['a', 'b']), tf.tensor1d([1, 2])).print();`,
    ],
    [
        "strings as labels of oneHot",
        `tf.oneHot(tf.tensor1d(['cat', 'dog']), 2).print();`,
    ],
    [
        "strings mean",
        `tf.tensor1d(['1', '2']).mean().print();`,
    ],
    [
        "string numbers as data",
        `const rows = [['1', '2'], ['3', '4']];
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.predict(tf.tensor2d(rows)).print();`,
    ],
    [
        "ragged rows",
        `tf.tensor2d([[1, 2], [3]]).print();`,
    ],
    [
        "objects as rows",
        `tf.tensor2d([{ a: 1 }, { a: 2 }]).print();`,
    ],
    [
        "tensor3d of rows with a shape",
        `tf.tensor3d([[1, 2], [3, 4]], [1, 2, 2]).print();`,
    ],
    [
        "tensor4d from a flat array of the wrong length",
        `tf.tensor4d(new Float32Array(28 * 28), [1, 28, 28, 3]).print();`,
    ],
    [
        "fill with shape as number",
        `tf.fill(3, 1).print();`,
    ],
    [
        "zeros with spread sizes",
        `tf.zeros(2, 3).print();`,
    ],
    [
        "ones of a number",
        `tf.ones(3).print();`,
    ],
    [
        "randomNormal of a number",
        `tf.randomNormal(3).print();`,
    ],
    [
        "linspace and reshape",
        `tf.linspace(0, 1, 10).reshape([3, -1]).print();`,
    ],
    [
        "range to a table",
        `tf.range(0, 12).reshape([3, 5]).print();`,
    ],
    [
        "reshape with fractions",
        `const x = tf.ones([10, 3]);
x.reshape([x.shape[0] / 4, -1]).print();`,
    ],
    [
        "as2D of another size",
        `tf.ones([12]).as2D(3, 5).print();`,
    ],
];
