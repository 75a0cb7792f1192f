/** The layers of TensorFlow.js under every name that `tf.layers` exports them by. Source: tfjs-layers 4.22.0 src/exports_layers.ts. */
import * as activations from "../layers/activations.js";
import * as convolution from "../layers/convolution.js";
import { convLstm2d, convLstm2dCell } from "../layers/convolutional-recurrent.js";
import * as core from "../layers/core.js";
import { embedding } from "../layers/embedding.js";
import * as merge from "../layers/merge.js";
import * as noise from "../layers/noise.js";
import * as normalization from "../layers/normalization.js";
import * as pooling from "../layers/pooling.js";
import * as preprocessing from "../layers/preprocessing.js";
import * as cells from "../layers/recurrent-cells.js";
import * as recurrent from "../layers/recurrent.js";
import type { LayerSpec } from "../layers/spec.js";
import { conv2dTranspose, conv3dTranspose } from "../layers/transposed.js";
import { cropping2d, zeroPadding2d } from "../layers/padding-cropping.js";
import { upSampling2d } from "../layers/upsampling.js";
import { bidirectional, timeDistributed } from "../layers/wrappers.js";

export const tfjsLayers: Readonly<Record<string, LayerSpec>> = {
    elu: activations.elu,
    reLU: activations.relu,
    leakyReLU: activations.leakyRelu,
    prelu: activations.prelu,
    softmax: activations.softmax,
    thresholdedReLU: activations.thresholdedRelu,

    conv1d: convolution.conv1d,
    conv2d: convolution.conv2d,
    conv3d: convolution.conv3d,
    conv2dTranspose,
    conv3dTranspose,
    depthwiseConv2d: convolution.depthwiseConv2d,
    separableConv2d: convolution.separableConv2d,
    cropping2D: cropping2d,
    upSampling2d,
    zeroPadding2d,

    activation: core.activation,
    dense: core.dense,
    dropout: core.dropout,
    spatialDropout1d: core.spatialDropout1d,
    flatten: core.flatten,
    repeatVector: core.repeatVector,
    reshape: core.reshape,
    permute: core.permute,
    masking: core.masking,

    embedding,

    add: merge.add,
    average: merge.average,
    concatenate: merge.concatenate,
    maximum: merge.maximum,
    minimum: merge.minimum,
    multiply: merge.multiply,
    dot: merge.dot,

    batchNormalization: normalization.batchNormalization,
    layerNormalization: normalization.layerNormalization,

    averagePooling1d: pooling.averagePooling1d,
    avgPool1d: pooling.averagePooling1d,
    avgPooling1d: pooling.averagePooling1d,
    averagePooling2d: pooling.averagePooling2d,
    avgPool2d: pooling.averagePooling2d,
    avgPooling2d: pooling.averagePooling2d,
    averagePooling3d: pooling.averagePooling3d,
    avgPool3d: pooling.averagePooling3d,
    avgPooling3d: pooling.averagePooling3d,
    globalAveragePooling1d: pooling.globalAveragePooling1d,
    globalAveragePooling2d: pooling.globalAveragePooling2d,
    globalMaxPooling1d: pooling.globalMaxPooling1d,
    globalMaxPooling2d: pooling.globalMaxPooling2d,
    globalMaxPool1d: pooling.globalMaxPooling1d,
    globalMaxPool2d: pooling.globalMaxPooling2d,
    maxPooling1d: pooling.maxPooling1d,
    maxPooling2d: pooling.maxPooling2d,
    maxPooling3d: pooling.maxPooling3d,
    maxPool1d: pooling.maxPooling1d,
    maxPool2d: pooling.maxPooling2d,

    gaussianNoise: noise.gaussianNoise,
    gaussianDropout: noise.gaussianDropout,
    alphaDropout: noise.alphaDropout,

    rescaling: preprocessing.rescaling,
    resizing: preprocessing.resizing,
    centerCrop: preprocessing.centerCrop,
    categoryEncoding: preprocessing.categoryEncoding,
    randomWidth: preprocessing.randomWidth,

    simpleRNN: recurrent.simpleRNN,
    gru: recurrent.gru,
    lstm: recurrent.lstm,
    rnn: recurrent.rnn,
    simpleRNNCell: cells.simpleRNNCell,
    gruCell: cells.gruCell,
    lstmCell: cells.lstmCell,
    stackedRNNCells: cells.stackedRNNCells,
    convLstm2d,
    convLstm2dCell,

    bidirectional,
    timeDistributed,
};

/**
 * Layers that read their options without asking whether there are any, though none is required: called with no argument,
 * they throw a TypeError. (Those with required options throw as well, but their faults say so already.)
 */
export const needsArgument: ReadonlySet<string> = new Set([
    "activation",
    "alphaDropout",
    "dropout",
    "gaussianDropout",
    "gaussianNoise",
    "spatialDropout1d",
    "upSampling2d",
    ...Object.keys(tfjsLayers).filter((name) => /Pool(ing)?[123]d$/.test(name) && !/^global.*1d$/.test(name)),
]);
