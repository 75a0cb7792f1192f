/** The shapes of a layer's weights, in the order in which the library lists them. */
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applicable, makeLayer } from "../../src/layers/engine.js";
import { toDataShape } from "../../src/shapes/shape.js";
import { given, specOf, toShape } from "./rows.js";

const cases: readonly (readonly [type: string, config: Readonly<Record<string, unknown>>, input: readonly (number | null)[]])[] = [
    ["dense", { units: 2 }, [null, 3]],
    ["dense", { units: 2, useBias: false }, [null, 3]],
    ["conv1d", { filters: 2, kernelSize: 4 }, [null, 9, 3]],
    ["conv2d", { filters: 2, kernelSize: [4, 5] }, [null, 9, 9, 3]],
    ["conv3d", { filters: 2, kernelSize: [4, 5, 6] }, [null, 9, 9, 9, 3]],
    ["conv2dTranspose", { filters: 2, kernelSize: [4, 5] }, [null, 9, 9, 3]],
    ["conv3dTranspose", { filters: 2, kernelSize: [4, 5, 6] }, [null, 9, 9, 9, 3]],
    ["depthwiseConv2d", { kernelSize: [4, 5], depthMultiplier: 2 }, [null, 9, 9, 3]],
    ["separableConv2d", { filters: 2, kernelSize: [4, 5], depthMultiplier: 2 }, [null, 9, 9, 3]],
    ["simpleRNN", { units: 2 }, [null, 4, 3]],
    ["gru", { units: 2 }, [null, 4, 3]],
    ["lstm", { units: 2 }, [null, 4, 3]],
    ["lstm", { units: 2, useBias: false }, [null, 4, 3]],
    ["convLstm2d", { filters: 2, kernelSize: [3, 4] }, [null, 5, 8, 8, 3]],
    ["embedding", { inputDim: 7, outputDim: 2 }, [null, 3]],
    ["batchNormalization", {}, [null, 4, 3]],
    ["batchNormalization", { scale: false }, [null, 4, 3]],
    ["layerNormalization", { axis: [1, 2] }, [null, 4, 3]],
    ["prelu", {}, [null, 4, 3]],
    ["flatten", {}, [null, 4, 3]],
];

let before = 0;
beforeAll(() => {
    before = tf.memory().numTensors;
});
afterAll(() => {
    expect(tf.memory().numTensors).toBe(before);
});

test.each(cases)("%s %o", (type, config, input) => {
    const factory = (tf.layers as unknown as Record<string, (config: object) => tf.layers.Layer>)[type];
    const real = factory?.(structuredClone(config));
    tf.tidy(() => {
        real?.apply(tf.input({ batchShape: [...input] }));
    });
    const { layer } = makeLayer(specOf(type), given(config));
    const weights = applicable(layer).weights([toShape([...input])]);
    expect(weights?.map(toDataShape)).toEqual(real?.weights.map(({ shape }) => shape));
    expect(layer.spec.untrained ?? 0).toBe(real?.nonTrainableWeights.length);
    real?.weights.forEach((weight) => {
        weight.dispose();
    });
});
