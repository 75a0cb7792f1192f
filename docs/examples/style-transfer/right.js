import * as tf from '@tensorflow/tfjs';

/** A feed-forward network that repaints a picture: three convolutions down, residual blocks, three back up. */
class StyleNet {
    weights = new Map();

    weight(shape) {
        const name = `weight${this.weights.size}`;
        const variable = tf.variable(tf.truncatedNormal(shape, 0, 0.1));
        this.weights.set(name, variable);
        return variable;
    }

    instanceNorm(input) {
        const { mean, variance } = tf.moments(input, [0, 1], true);
        return input.sub(mean).div(variance.add(1e-3).sqrt());
    }

    convLayer(input, filters, size, strides) {
        const [, , depth] = input.shape;
        const y = tf.conv2d(input, this.weight([size, size, depth, filters]), strides, 'same');
        return this.instanceNorm(y);
    }

    convTransposeLayer(input, filters, strides) {
        const [height, width, depth] = input.shape;
        const newShape = [height * strides, width * strides, filters];
        const y = tf.conv2dTranspose(input, this.weight([3, 3, filters, depth]), newShape, [strides, strides], 'same');
        return this.instanceNorm(y).relu();
    }

    residualBlock(input) {
        const depth = input.shape[2];
        const y = this.convLayer(input, depth, 3, 1).relu();
        return tf.add(input, this.convLayer(y, depth, 3, 1));
    }

    stylize(picture) {
        return tf.tidy(() => {
            let x = this.convLayer(picture.div(255), 8, 9, 1).relu();
            x = this.convLayer(x, 16, 3, 2).relu();
            x = this.convLayer(x, 32, 3, 2).relu();
            for (let block = 0; block < 3; block++) {
                x = this.residualBlock(x);
            }
            x = this.convTransposeLayer(x, 16, 2);
            x = this.convTransposeLayer(x, 8, 2);
            return this.convLayer(x, 3, 9, 1).tanh().mul(150).add(127.5);
        });
    }
}

const styled = new StyleNet().stylize(tf.randomUniform([64, 48, 3], 0, 255));
styled.mean().print();
