import * as tf from '@tensorflow/tfjs';

interface UNetOptions {
    size: number;
    classes: number;
    filters?: number;
    depth?: number;
}

function convolutions(x: tf.SymbolicTensor, filters: number): tf.SymbolicTensor {
    for (let i = 0; i < 2; i++) {
        const conv = tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', activation: 'relu' });
        x = conv.apply(x) as tf.SymbolicTensor;
    }
    return x;
}

/** Down by pooling, up by transposed convolutions; every level is handed across to its counterpart. */
function unet({ size, classes, filters = 8, depth = 3 }: UNetOptions): tf.LayersModel {
    const image = tf.input({ shape: [size, size, 3] });
    const skips: tf.SymbolicTensor[] = [];
    let x = image;
    for (let level = 0; level < depth; level++) {
        x = convolutions(x, filters * 2 ** level);
        skips.push(x);
        x = tf.layers.maxPooling2d({ poolSize: 2 }).apply(x) as tf.SymbolicTensor;
    }
    x = convolutions(x, filters * 2 ** depth);
    for (let level = depth - 1; level >= 0; level--) {
        const up = tf.layers.conv2dTranspose({
            filters: filters * 2 ** level,
            kernelSize: 2,
            padding: 'same',
        });
        x = up.apply(x) as tf.SymbolicTensor;
        x = tf.layers.concatenate().apply([skips[level]!, x]) as tf.SymbolicTensor;
        x = convolutions(x, filters * 2 ** level);
    }
    const masks = tf.layers.conv2d({ filters: classes, kernelSize: 1, activation: 'softmax' }).apply(x);
    return tf.model({ inputs: image, outputs: masks as tf.SymbolicTensor });
}

const model = unet({ size: 64, classes: 4 });
(model.predict(tf.zeros([1, 64, 64, 3])) as tf.Tensor).mean().print();
