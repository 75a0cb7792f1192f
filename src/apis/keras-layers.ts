/**
 * The layers of Keras under every name that a version exports them by, with what each takes in order.
 *
 * Sources of names and orders: Keras 1.2.2 keras/layers/{convolutional,pooling,core,normalization,noise}.py; Keras 2.3.1 and
 * 2.15 keras/layers; Deconvolution3D: keras-contrib keras_contrib/layers/convolutional.py, before it took Keras 2's words.
 */
import * as activations from "../layers/activations.js";
import * as core from "../layers/core.js";
import { embedding } from "../layers/embedding.js";
import * as keras from "../layers/keras.js";
import type { LayerSpec } from "../layers/spec.js";
import { convLstm1d, convLstm2d, convLstm3d, cudnnGru, cudnnLstm, gru, gruCell, lstm, lstmCell, rnn, simpleRNN, simpleRNNCell, stackedRNNCells } from "../layers/keras-recurrent.js";
import { depthwiseConv1d, locallyConnected1d, locallyConnected2d, separableConv1d } from "../layers/keras-convolution.js";
import { bidirectional, timeDistributed } from "../layers/keras-wrappers.js";
import * as keras1 from "../layers/keras1.js";
import { deconvolution2d, deconvolution3d, kerasConv1dTranspose, kerasConv2dTranspose, kerasConv3dTranspose } from "../layers/transposed.js";

/** Which words a call uses. */
export type KerasStyle = "keras1" | "keras2";

export interface KerasLayer {
    readonly spec: Readonly<Record<KerasStyle, LayerSpec>>;
    /** Positional arguments by style. An element of an option is written `kernelSize.0`. */
    readonly keras1: readonly string[];
    readonly keras2: readonly string[];
    /** The style of a call whose words do not tell. */
    readonly usual: KerasStyle;
    /** The spatial axes of a convolution. Convolutions changed their words from one version to the next. */
    readonly axes?: number;
    /** It takes an output shape. */
    readonly declares?: boolean;
    /** Keras 1 words of this layer alone, by canonical name. */
    readonly words?: Readonly<Record<string, readonly string[]>>;
    /** Words that some version reads, and that have no part in shapes. */
    readonly others?: readonly string[];
}

const afterShape = ["kernelInitializer", "activation", "weights", "padding", "strides"];
const conv = ["filters", "kernelSize", "strides", "padding", "dataFormat", "dilationRate"];
const transposed = ["filters", "kernelSize", "strides", "padding", "outputPadding", "dataFormat", "dilationRate"];

type ConvolutionTraits = Partial<Pick<KerasLayer, "declares" | "keras1" | "keras2" | "others" | "words">> & { readonly old?: LayerSpec };

function convolution(spec: LayerSpec, axes: number, usual: KerasStyle, { old = spec, ...traits }: ConvolutionTraits = {}): KerasLayer {
    const kernel = Array.from({ length: axes }, (_, axis) => (axes === 1 ? "kernelSize" : `kernelSize.${axis}`));
    return {
        spec: { keras1: old, keras2: spec },
        keras1: ["filters", ...kernel, ...(traits.declares ? ["outputShape"] : []), ...afterShape, ...(axes === 1 ? [] : ["dataFormat"])],
        keras2: traits.declares ? transposed : conv,
        usual,
        axes,
        ...(axes === 1 ? { words: { strides: ["subsample_length"] } } : {}),
        ...traits,
    };
}

function plain(spec: LayerSpec, positional: readonly string[] = [], more: Pick<KerasLayer, "words" | "others"> = {}): KerasLayer {
    return { spec: { keras1: spec, keras2: spec }, keras1: positional, keras2: positional, usual: "keras2", ...more };
}

const pool = ["poolSize", "strides", "padding", "dataFormat"];
const onOneAxis = { words: { poolSize: ["pool_length"], strides: ["stride"] } };
const atrous = { keras1: ["filters", "kernelSize.0", "kernelSize.1", ...afterShape, "dilationRate", "dataFormat"] };
const separable = { keras1: ["filters", "kernelSize.0", "kernelSize.1", ...afterShape, "depthMultiplier", "dataFormat"] };
const separableOn1 = { keras2: [...conv, "depthMultiplier"] };
const local = conv.slice(0, -1);
const lowRank = ["lora_rank", "lora_alpha", "quantization_config"];
const initialized = { words: { embeddingsInitializer: ["init"] }, others: ["W_regularizer", "W_constraint", "dropout", "sparse", ...lowRank] };

/** Keras 1 keras/layers/recurrent.py, LSTM.__init__ and Recurrent.__init__. */
const recurrentWords = {
    words: { recurrentInitializer: ["inner_init"], recurrentActivation: ["inner_activation"], recurrentRegularizer: ["U_regularizer"], dropout: ["dropout_W"], recurrentDropout: ["dropout_U"] },
    others: ["forget_bias_init", "consume_less", "unit_forget_bias", "kernel_quantizer"],
};
const frames = {
    keras1: ["filters", "kernelSize.0", "kernelSize.1", "kernelInitializer", "recurrentInitializer", "forgetBiasInit", "activation", "recurrentActivation", "dataFormat", "padding", "strides"],
    ...recurrentWords,
};

const maxPooling1d = plain(keras.maxPooling1d, pool, onOneAxis);
const maxPooling2d = plain(keras.maxPooling2d, pool);
const maxPooling3d = plain(keras.maxPooling3d, pool);
const averagePooling1d = plain(keras.averagePooling1d, pool, onOneAxis);
const averagePooling2d = plain(keras.averagePooling2d, pool);
const averagePooling3d = plain(keras.averagePooling3d, pool);
const globalMaxPooling1d = plain(keras.globalMaxPooling1d, ["dataFormat"]);
const globalMaxPooling2d = plain(keras.globalMaxPooling2d, ["dataFormat"]);
const globalMaxPooling3d = plain(keras.globalMaxPooling3d, ["dataFormat"]);
const globalAveragePooling1d = plain(keras.globalAveragePooling1d, ["dataFormat"]);
const globalAveragePooling2d = plain(keras.globalAveragePooling2d, ["dataFormat"]);
const globalAveragePooling3d = plain(keras.globalAveragePooling3d, ["dataFormat"]);
const deconvolutionOn2 = convolution(kerasConv2dTranspose, 2, "keras1", { declares: true, old: deconvolution2d });
const deconvolutionOn3 = convolution(kerasConv3dTranspose, 3, "keras1", { declares: true, old: deconvolution3d });
const transposedOn1 = convolution(kerasConv1dTranspose, 1, "keras2", { declares: true });
const transposedOn2 = convolution(kerasConv2dTranspose, 2, "keras2", { declares: true });
const transposedOn3 = convolution(kerasConv3dTranspose, 3, "keras2", { declares: true });

export const kerasLayers: Readonly<Record<string, KerasLayer>> = {
    Convolution1D: convolution(keras.conv1d, 1, "keras1"),
    Convolution2D: convolution(keras.conv2d, 2, "keras1"),
    Convolution3D: convolution(keras.conv3d, 3, "keras1"),
    AtrousConvolution1D: convolution(keras.conv1d, 1, "keras1", { keras1: ["filters", "kernelSize", ...afterShape, "dilationRate"] }),
    AtrousConv1D: convolution(keras.conv1d, 1, "keras1", { keras1: ["filters", "kernelSize", ...afterShape, "dilationRate"] }),
    AtrousConvolution2D: convolution(keras.conv2d, 2, "keras1", atrous),
    AtrousConv2D: convolution(keras.conv2d, 2, "keras1", atrous),
    Conv1D: convolution(keras.conv1d, 1, "keras2"),
    Conv2D: convolution(keras.conv2d, 2, "keras2"),
    Conv3D: convolution(keras.conv3d, 3, "keras2"),
    Deconvolution2D: deconvolutionOn2,
    Deconvolution3D: deconvolutionOn3,
    Deconv2D: deconvolutionOn2,
    Deconv3D: deconvolutionOn3,
    Conv1DTranspose: transposedOn1,
    Convolution1DTranspose: transposedOn1,
    Conv2DTranspose: transposedOn2,
    Conv3DTranspose: transposedOn3,
    Convolution2DTranspose: transposedOn2,
    Convolution3DTranspose: transposedOn3,
    DepthwiseConv2D: plain(keras.depthwiseConv2d, ["kernelSize", "strides", "padding", "depthMultiplier", "dataFormat", "dilationRate"]),
    DepthwiseConv1D: plain(depthwiseConv1d, ["kernelSize", "strides", "padding", "depthMultiplier", "dataFormat", "dilationRate"]),
    SeparableConv1D: convolution(separableConv1d, 1, "keras2", separableOn1),
    SeparableConvolution1D: convolution(separableConv1d, 1, "keras2", separableOn1),
    LocallyConnected1D: convolution(locallyConnected1d, 1, "keras2", { keras2: local }),
    LocallyConnected2D: convolution(locallyConnected2d, 2, "keras2", { keras2: local }),
    SeparableConv2D: convolution(keras.separableConv2d, 2, "keras2", separable),
    SeparableConvolution2D: convolution(keras.separableConv2d, 2, "keras1", separable),
    MaxPooling1D: maxPooling1d,
    MaxPooling2D: maxPooling2d,
    MaxPooling3D: maxPooling3d,
    MaxPool1D: maxPooling1d,
    MaxPool2D: maxPooling2d,
    MaxPool3D: maxPooling3d,
    AveragePooling1D: averagePooling1d,
    AveragePooling2D: averagePooling2d,
    AveragePooling3D: averagePooling3d,
    AvgPool1D: averagePooling1d,
    AvgPool2D: averagePooling2d,
    AvgPool3D: averagePooling3d,
    GlobalMaxPooling1D: globalMaxPooling1d,
    GlobalMaxPooling2D: globalMaxPooling2d,
    GlobalMaxPooling3D: globalMaxPooling3d,
    GlobalMaxPool1D: globalMaxPooling1d,
    GlobalMaxPool2D: globalMaxPooling2d,
    GlobalMaxPool3D: globalMaxPooling3d,
    GlobalAveragePooling1D: globalAveragePooling1d,
    GlobalAveragePooling2D: globalAveragePooling2d,
    GlobalAveragePooling3D: globalAveragePooling3d,
    GlobalAvgPool1D: globalAveragePooling1d,
    GlobalAvgPool2D: globalAveragePooling2d,
    GlobalAvgPool3D: globalAveragePooling3d,
    UpSampling1D: plain(keras.upSampling1d, ["size"], { words: { size: ["length"] } }),
    UpSampling2D: plain(keras.upSampling2d, ["size", "dataFormat"]),
    UpSampling3D: plain(keras.upSampling3d, ["size", "dataFormat"]),
    ZeroPadding1D: plain(keras.zeroPadding1d, ["padding", "dataFormat"]),
    ZeroPadding2D: plain(keras.zeroPadding2d, ["padding", "dataFormat"]),
    ZeroPadding3D: plain(keras.zeroPadding3d, ["padding", "dataFormat"]),
    Cropping1D: plain(keras.cropping1d, ["cropping"]),
    Cropping2D: plain(keras.cropping2d, ["cropping", "dataFormat"]),
    Cropping3D: plain(keras.cropping3d, ["cropping", "dataFormat"]),
    Dense: plain(keras.dense, ["units"], { others: lowRank }),
    Flatten: plain(keras.flatten),
    Reshape: plain(keras.reshape, ["targetShape"]),
    Permute: plain(core.permute, ["dims"]),
    RepeatVector: plain(core.repeatVector, ["n"]),
    Activation: plain(core.activation, ["activation"]),
    Dropout: plain(core.dropout, ["rate"]),
    SpatialDropout1D: plain(core.spatialDropout1d, ["rate"]),
    SpatialDropout2D: plain(keras.spatialDropout2d, ["rate", "dataFormat"]),
    SpatialDropout3D: plain(keras.spatialDropout3d, ["rate", "dataFormat"]),
    ActivityRegularization: plain(keras.activityRegularization, ["l1", "l2"]),
    TimeDistributedDense: plain(keras1.timeDistributedDense, ["units"]),
    MaxoutDense: plain(keras1.maxoutDense, ["units", "nbFeature"]),
    Highway: plain(keras1.highway),
    ParametricSoftplus: plain(keras1.parametricSoftplus),
    SReLU: plain(keras1.srelu),
    Lambda: plain(keras.lambda, ["function", "outputShape"], { others: ["arguments", "mask"] }),
    Rescaling: plain(keras.rescaling, ["scale", "offset"]),
    Identity: plain(keras.same),
    SimpleRNN: plain(simpleRNN, ["units"], recurrentWords),
    GRU: plain(gru, ["units"], recurrentWords),
    LSTM: plain(lstm, ["units"], recurrentWords),
    CuDNNGRU: plain(cudnnGru, ["units"], recurrentWords),
    CuDNNLSTM: plain(cudnnLstm, ["units"], recurrentWords),
    RNN: plain(rnn, ["cell"]),
    SimpleRNNCell: plain(simpleRNNCell, ["units"]),
    GRUCell: plain(gruCell, ["units"]),
    LSTMCell: plain(lstmCell, ["units"]),
    StackedRNNCells: plain(stackedRNNCells, ["cells"]),
    ConvLSTM1D: convolution(convLstm1d, 1, "keras2", frames),
    ConvLSTM2D: convolution(convLstm2d, 2, "keras2", frames),
    ConvLSTM3D: convolution(convLstm3d, 3, "keras2", frames),
    TimeDistributed: plain(timeDistributed, ["layer"]),
    Bidirectional: plain(bidirectional, ["layer", "mergeMode"]),
    Masking: plain(core.masking, ["maskValue"]),
    GaussianNoise: plain(keras.gaussianNoise, ["stddev"], { words: { stddev: ["sigma"] } }),
    GaussianDropout: plain(keras.gaussianDropout, ["rate"]),
    AlphaDropout: plain(keras.alphaDropout, ["rate"]),
    BatchNormalization: plain(keras.batchNormalization, [], { others: ["mode", "beta_init", "gamma_init", "renorm", "renorm_clipping", "renorm_momentum", "synchronized", "fused", "virtual_batch_size", "adjustment"] }),
    LayerNormalization: plain(keras.layerNormalization, ["axis"], { others: ["beta_constraint", "gamma_constraint", "rms_scaling"] }),
    GroupNormalization: plain(keras.groupNormalization, ["groups", "axis"], { others: ["beta_constraint", "gamma_constraint"] }),
    UnitNormalization: plain(keras.unitNormalization, ["axis"]),
    ReLU: plain(activations.relu, ["maxValue"], { others: ["negative_slope", "threshold"] }),
    LeakyReLU: plain(activations.leakyRelu, ["alpha"], { others: ["negative_slope"] }),
    ThresholdedReLU: plain(activations.thresholdedRelu, ["theta"]),
    PReLU: plain(activations.prelu, [], { others: ["init"] }),
    ELU: plain(keras.elu, ["alpha"]),
    Softmax: plain(keras.softmax, ["axis"]),
    Embedding: plain(embedding, ["inputDim", "outputDim"], initialized),
    Add: plain(keras.add),
    Subtract: plain(keras.subtract),
    Minimum: plain(keras.minimum),
    Average: plain(keras.average),
    Maximum: plain(keras.maximum),
    Multiply: plain(keras.multiply),
    Concatenate: plain(keras.concatenate, ["axis"]),
    Dot: plain(keras.dot, ["axes", "normalize"]),
};

/** Functions that merge a list of tensors, and the layer that each stands for. Keras 2.3.1 keras/layers/merge.py. */
export const kerasMerges: Readonly<Record<string, string>> = {
    add: "Add",
    subtract: "Subtract",
    multiply: "Multiply",
    average: "Average",
    maximum: "Maximum",
    minimum: "Minimum",
    concatenate: "Concatenate",
    dot: "Dot",
};

/** The modes of Keras 1's `merge([a, b], {mode})`. Keras 1.2.2 keras/engine/topology.py, Merge.get_output_shape_for. */
export const kerasMergeModes: Readonly<Record<string, string>> = {
    sum: "Add",
    mul: "Multiply",
    ave: "Average",
    max: "Maximum",
    concat: "Concatenate",
    dot: "Dot",
    cos: "Dot",
};
