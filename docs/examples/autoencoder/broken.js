import * as tf from '@tensorflow/tfjs';

const CODE = 32;

/** From a picture of 4h × 4w to a code of h × w. */
function makeEncoder(h, w, channels) {
    return tf.sequential({
        name: 'encoder',
        layers: [
            tf.layers.conv2d({
                inputShape: [4 * h, 4 * w, channels],
                filters: 16,
                kernelSize: 3,
                strides: 2,
                padding: 'same',
                activation: 'relu',
            }),
            tf.layers.conv2d({ filters: CODE, kernelSize: 3, strides: 2, padding: 'same', activation: 'relu' }),
        ],
    });
}

/** From a code of h × w back to a picture of 4h × 4w. */
function makeDecoder(h, w, channels) {
    const code = tf.input({ shape: [h, w, CODE], name: 'code' });
    const twice = tf.layers
        .conv2dTranspose({
            filters: 16,
            kernelSize: 3,
            strides: 2,
            padding: 'same',
            activation: 'relu',
            outputShape: [2 * h, 2 * w, 16],
        })
        .apply(code);
    const picture = tf.layers
        .conv2dTranspose({
            filters: channels,
            kernelSize: 3,
            padding: 'same',
            activation: 'sigmoid',
            outputShape: [4 * h, 4 * w, channels],
        })
        .apply(twice);
    return tf.model({ inputs: code, outputs: picture, name: 'decoder' });
}

export function autoencoder(h, w, channels) {
    const decoder = makeDecoder(h, w, channels);
    const encoder = makeEncoder(h, w, channels);
    const picture = tf.input({ shape: [4 * h, 4 * w, channels] });
    return tf.model({ inputs: picture, outputs: decoder.apply(encoder.apply(picture)) });
}
