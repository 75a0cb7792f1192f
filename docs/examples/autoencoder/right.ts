import * as tf from '@tensorflow/tfjs';

const filters = (size: number, inDepth: number, outDepth: number) =>
    tf.variable(tf.randomNormal<tf.Rank.R4>([size, size, inDepth, outDepth], 0, 0.1));

const down = [filters(3, 1, 8), filters(3, 8, 16)] as const;
// A transposed convolution's filter has its output depth before its input depth.
const up = [filters(3, 8, 16), filters(3, 1, 8)] as const;

/** A picture of 4h × 4w through a bottleneck of h × w, and back to 4h × 4w. */
export function reconstruct(pixels: Float32Array, h: number, w: number): tf.Tensor4D {
    return tf.tidy(() => {
        const image = tf.tensor4d(pixels, [1, 4 * h, 4 * w, 1]);
        const half = image.conv2d(down[0], 2, 'same').relu();
        const code = half.conv2d(down[1], 2, 'same').relu();
        const twice = tf.conv2dTranspose(code, up[0], [1, 2 * h, 2 * w, 8], 2, 'same').relu();
        return tf.conv2dTranspose(twice, up[1], [1, 4 * h, 4 * w, 1], 2, 'same').sigmoid();
    });
}
