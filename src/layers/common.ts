/** Options that every layer of TensorFlow.js and Keras reads. */
import { raw, shape, size } from "../catalogue/readers.js";
import { noEffect, optional, unsupported } from "../catalogue/options.js";
import { unknownDatum } from "../catalogue/datum.js";
import { batch, unknown } from "../shapes/dim.js";

/** Source: tfjs-layers 4.22.0 src/engine/topology.ts, LayerArgs. */
export const commonOptions = {
    inputShape: optional(shape(), undefined),
    batchInputShape: optional(shape(), undefined),
    batchSize: optional(size(), batch),
    inputDim: optional(size(), unknown),
    weights: optional(raw(), unknownDatum),
    ...noEffect("name", "dtype", "inputDType", "trainable"),
};

/** Read by some layers, which then throw when applied. Source: tfjs-layers 4.22.0 src/engine/topology.ts, Layer.apply. */
export const noActivityRegularizer = unsupported("left out: TensorFlow.js does not support it yet");
