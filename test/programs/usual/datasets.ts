/** Datasets for `fitDataset`: programs as they are asked about, right and wrong. */
export const programs: readonly (readonly [name: string, code: string])[] = [
    [
        "fit before await of dataset",
        `const xs = tf.data.array([[1, 2], [3, 4]]);
const ys = tf.data.array([[1], [2]]);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.zip({ xs, ys }), { epochs: 1 });`,
    ],
    [
        "dataset of a list of pairs",
        `const data = [{ x: [1, 2], y: [0] }, { x: [3, 4], y: [1] }];
const ds = tf.data.array(data).batch(2);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "dataset with labels as numbers",
        `const data = [{ xs: [1, 2], ys: 0 }, { xs: [3, 4], ys: 1 }];
const ds = tf.data.array(data).batch(2);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "dataset with labels as numbers, binary cross entropy",
        `const data = [{ xs: [1, 2], ys: 0 }, { xs: [3, 4], ys: 1 }];
const ds = tf.data.array(data).batch(2);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2], activation: 'sigmoid' })] });
model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' });
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "dataset images too small",
        `const data = tf.data.array([tf.zeros([4, 4, 1]), tf.zeros([4, 4, 1])]);
const labels = tf.data.array([[0, 1], [1, 0]]);
const model = tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [4, 4, 3], filters: 2, kernelSize: 3 }), tf.layers.flatten(), tf.layers.dense({ units: 2 })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.zip({ xs: data, ys: labels }).batch(2), { epochs: 1 });`,
    ],
    [
        "fitDataset without epochs",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(tf.data.array([{ xs: [1, 2], ys: [1] }]).batch(1));`,
    ],
    [
        "dataset from tensors sliced",
        `const xs = tf.data.array(tf.unstack(tf.ones([4, 8, 8, 1])));
const ys = tf.data.array(tf.unstack(tf.oneHot(tf.tensor1d([0, 1, 0, 1], 'int32'), 2)));
const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [8, 8, 3] }), tf.layers.dense({ units: 2, activation: 'softmax' })] });
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
await model.fitDataset(tf.data.zip({ xs, ys }).shuffle(4).batch(2), { epochs: 1 });`,
    ],
    [
        "elements of two shapes: in the second batch, one batch an epoch",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const one = { xs: tf.ones([2]), ys: tf.ones([1]) };
const ds = tf.data.array([one, one, one, { xs: tf.ones([2, 1]), ys: tf.ones([1]) }]).batch(2);
await model.fitDataset(ds, { epochs: 1, batchesPerEpoch: 1 });`,
    ],
    [
        "elements of two shapes: tensors mapped",
        `const ds = tf.data.array([{ x: tf.ones([2]) }, { x: tf.ones([3]) }]).batch(2).map(({ x }) => x.sum());
await ds.toArray();`,
    ],
    [
        "elements of two shapes: fit with tensors",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const ds = tf.data.zip({ xs: tf.data.array([tf.ones([2]), tf.ones([2, 1])]), ys: tf.data.array([tf.ones([1]), tf.ones([1])]) }).batch(2);
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "elements of two shapes: batches of one",
        `const ds = tf.data.array([tf.ones([2]), tf.ones([3])]).batch(1);
await ds.toArray();`,
    ],
    [
        "elements of two shapes: only whole batches",
        `const ds = tf.data.array([tf.ones([2]), tf.ones([2]), tf.ones([3])]).batch(2, false);
await ds.toArray();`,
    ],
    [
        "elements of two shapes: taken before",
        `const ds = tf.data.array([tf.ones([2]), tf.ones([2]), tf.ones([3]), tf.ones([4])]).take(2).batch(2);
await ds.toArray();`,
    ],
    [
        "elements of two shapes: skipped",
        `const ds = tf.data.array([tf.ones([3]), tf.ones([2]), tf.ones([2])]).skip(1).batch(2);
await ds.toArray();`,
    ],
    [
        "elements of two shapes: made even before",
        `const ds = tf.data.array([tf.ones([3]), tf.ones([2])]).map((x) => tf.pad(x.slice(0, 2), [[0, 1]])).batch(2);
await ds.toArray();`,
    ],
    [
        "a table: columnNames with configs",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const url = 'data:text/csv;base64,' + btoa('1,2,3,4\\n5,6,7,8\\n');
const table = tf.data.csv(url, { hasHeader: false, columnNames: ['a', 'b', 'c', 'y'], columnConfigs: { y: { isLabel: true } } });
const ds = table.map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) })).batch(2);
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "a table: configuredColumnsOnly",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const url = 'data:text/csv;base64,' + btoa('a,b,c,y\\n1,2,3,4\\n5,6,7,8\\n');
const table = tf.data.csv(url, { columnConfigs: { a: { required: true }, b: { required: true }, y: { isLabel: true } }, configuredColumnsOnly: true });
const ds = table.map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) })).batch(2);
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "a table: config of a column not among columnNames",
        `const url = 'data:text/csv;base64,' + btoa('1,2,3,4\\n5,6,7,8\\n');
const table = tf.data.csv(url, { hasHeader: false, columnNames: ['a', 'b', 'c', 'y'], columnConfigs: { z: { isLabel: true } } });
await table.forEachAsync(() => {});`,
    ],
    [
        "a table: no header and no names",
        `const url = 'data:text/csv;base64,' + btoa('1,2,3,4\\n5,6,7,8\\n');
const table = tf.data.csv(url, { hasHeader: false });
await table.forEachAsync(() => {});`,
    ],
    [
        "a table: columnNames then names.length (one too many)",
        `const url = 'data:text/csv;base64,' + btoa('1,2,3,4\\n5,6,7,8\\n');
const table = tf.data.csv(url, { hasHeader: false, columnNames: ['a', 'b', 'c', 'y'], columnConfigs: { y: { isLabel: true } } });
const names = await table.columnNames();
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [names.length] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(table.map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) })).batch(2), { epochs: 1 });`,
    ],
    [
        "a table: two labels, one unit",
        `const url = 'data:text/csv;base64,' + btoa('a,b,y,z\\n1,2,3,4\\n5,6,7,8\\n');
const table = tf.data.csv(url, { columnConfigs: { y: { isLabel: true }, z: { isLabel: true } } });
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(table.map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) })).batch(2), { epochs: 1 });`,
    ],
    [
        "a table: two labels, three units",
        `const url = 'data:text/csv;base64,' + btoa('a,b,y,z\\n1,2,3,4\\n5,6,7,8\\n');
const table = tf.data.csv(url, { columnConfigs: { y: { isLabel: true }, z: { isLabel: true } } });
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fitDataset(table.map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) })).batch(2), { epochs: 1 });`,
    ],
    [
        "a table: arithmetic on columns",
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const url = 'data:text/csv;base64,' + btoa('1,2,3,4\\n5,6,7,8\\n');
const table = tf.data.csv(url, { hasHeader: false, columnNames: ['a', 'b', 'c', 'y'], columnConfigs: { y: { isLabel: true } } });
const ds = table.map(({ xs, ys }) => ({ xs: [xs.a / 10, Number(xs.b), parseFloat(xs.c) - 1], ys: [ys.y > 3 ? 1 : 0] })).batch(2);
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "a table: right with names",
        `const table = tf.data.csv('data:text/csv;base64,' + btoa('1,2,3,4\\n5,6,7,8\\n'), { hasHeader: false, columnNames: ['a', 'b', 'c', 'y'], columnConfigs: { y: { isLabel: true } } });
const columns = (await table.columnNames()).length - 1;
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [columns] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const ds = table.map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) })).shuffle(4).batch(2);
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "a table: features through tensors",
        `const table = tf.data.csv('data:text/csv;base64,' + btoa('1,2,3,4\\n5,6,7,8\\n'), { hasHeader: false, columnNames: ['a', 'b', 'c', 'y'], columnConfigs: { y: { isLabel: true } } });
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const ds = table.map(({ xs, ys }) => ({ xs: tf.tensor1d(Object.values(xs)), ys: tf.tensor1d([ys.y]) })).batch(2);
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "a table: a text that a program asks of",
        `const table = tf.data.csv('data:text/csv;base64,' + btoa('1,x,3,4\\n5,y,7,8\\n'), { hasHeader: false, columnNames: ['a', 'b', 'c', 'y'], columnConfigs: { y: { isLabel: true } } });
const kinds = ['x', 'y'];
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const ds = table.map(({ xs, ys }) => ({ xs: [xs.a, kinds.indexOf(xs.b.trim().toLowerCase())], ys: [xs.b.length === 1 ? ys.y : 0] })).batch(2);
await model.fitDataset(ds, { epochs: 1 });`,
    ],
    [
        "a table: a mean asked of the table",
        `const table = tf.data.csv('data:text/csv;base64,' + btoa('a,b\\n1,2\\n5,6\\n'), { columnConfigs: { b: { isLabel: true } }, configuredColumnsOnly: true });
let sum = 0, count = 0;
await table.forEachAsync(({ ys }) => { sum += ys.b; count++; });
tf.scalar(sum / count);
const rows = await table.toArray();
tf.tensor2d(rows.map(({ ys }) => [ys.b, 1]));
tf.tensor1d(rows.map(({ ys }) => ys.b));
tf.fill([2], rows[0].ys.b);`,
    ],
    [
        "elements of two shapes: tensors in one batch",
        `const ds = tf.data.array([tf.ones([2]), tf.ones([3])]).batch(2);
await ds.forEachAsync((x) => x.print());`,
    ],
    [
        "elements of two shapes: never asked for",
        `tf.data.array([tf.ones([2]), tf.ones([3])]).batch(2);`,
    ],
];
