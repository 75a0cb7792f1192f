import * as tf from '@tensorflow/tfjs';

const LATENT = 64;
const SIDE = 28;

/** Noise to a digit: 7×7, then 14×14, then 28×28. */
function makeGenerator() {
    const model = tf.sequential({ name: 'generator' });
    const side = SIDE / 4;
    model.add(tf.layers.dense({ units: side * side * 64, inputShape: [LATENT], useBias: false }));
    model.add(tf.layers.batchNormalization());
    model.add(tf.layers.leakyReLU());
    model.add(tf.layers.reshape({ targetShape: [side, side, 64] }));
    model.add(
        tf.layers.conv2dTranspose({
            filters: 32,
            kernelSize: 5,
            strides: 2,
            padding: 'same',
            outputShape: [side * 2, side * 2, 32],
            useBias: false,
        }),
    );
    model.add(tf.layers.batchNormalization());
    model.add(tf.layers.leakyReLU());
    model.add(
        tf.layers.conv2dTranspose({
            filters: 1,
            kernelSize: 5,
            strides: 2,
            padding: 'same',
            outputShape: [SIDE, SIDE, 1],
            activation: 'tanh',
        }),
    );
    return model;
}

/** A digit to one number: is it real? */
function makeDiscriminator() {
    return tf.sequential({
        name: 'discriminator',
        layers: [
            tf.layers.conv2d({ filters: 32, kernelSize: 5, strides: 2, padding: 'same', inputShape: [SIDE, SIDE, 1] }),
            tf.layers.leakyReLU(),
            tf.layers.conv2d({ filters: 64, kernelSize: 5, strides: 2, padding: 'same' }),
            tf.layers.leakyReLU(),
            tf.layers.flatten(),
            tf.layers.dense({ units: 1, activation: 'sigmoid' }),
        ],
    });
}

const generator = makeGenerator();
const discriminator = makeDiscriminator();
const noise = tf.input({ shape: [LATENT] });
const gan = tf.model({ inputs: noise, outputs: discriminator.apply(generator.apply(noise)) });
gan.predict(tf.randomNormal([2, LATENT])).print();
