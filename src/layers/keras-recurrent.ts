/** The recurrent layers of Keras, as far as they differ from those of TensorFlow.js. */
import { splitImage } from "../catalogue/image.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { boolean, perAxis, size } from "../catalogue/readers.js";
import { constant, multiply, type Dim } from "../shapes/dim.js";
import { unknownShape, type Shape } from "../shapes/shape.js";
import { adapt } from "./adapted.js";
import { frame, stepThrough } from "./convolutional-recurrent.js";
import { onesOption, paddingOption } from "./convolution-options.js";
import { withBias } from "./convolution.js";
import { formatOption } from "./keras-format.js";
import { baseCellOptions, gruCell as tfjsGruCell, gruGates, lstmGates, lstmOnlyOptions, type Cell, type GatedValues, type Gates } from "./recurrent-cells.js";
import * as recurrent from "./recurrent.js";
import { sequenceAxes, sequenceOptions, type SequenceValues } from "./recurrent.js";
import { layer, type LayerSpec } from "./spec.js";

const source = "Keras 2.3.1 keras/layers/recurrent.py,";

/** tf.keras 2 has `time_major`, where time comes before the batch; nobody says it there, and so nothing is said of it here. */
const furtherOptions = {
    timeMajor: optional(boolean(), false),
    ...noEffect("unroll", "returnRuntime", "zeroOutputForMask", "useCudnn", "implementation", "activityRegularizer"),
};

function sequence(spec: LayerSpec): LayerSpec {
    return adapt(spec, {
        options: furtherOptions,
        output: (inputs, values) => (values["timeMajor"] === false ? spec.output(inputs, values) : undefined),
        source: `${source} RNN.compute_output_shape; Keras 1.2.2 keras/layers/recurrent.py, Recurrent.get_output_shape_for`,
    });
}

export const simpleRNN = sequence(recurrent.simpleRNN);
export const lstm = sequence(recurrent.lstm);

const resetAfter = optional<boolean | undefined>(boolean(), undefined);

type GruValues = GatedValues & { readonly resetAfter: boolean | undefined };

/** With `reset_after` the recurrent product has a bias of its own; it is off in Keras 2.3.1 and on in TensorFlow 2 and Keras 3. */
function gruWeights([input]: readonly Shape[], { units, useBias, resetAfter: isAfter }: GruValues): readonly Shape[] | undefined {
    const features = input?.at(-1);
    const width = multiply(units, constant(gruGates.blocks));
    const kernels = features && [[features, width], [units, width]];
    if (!kernels || useBias === false) {
        return kernels;
    }
    return isAfter === undefined || useBias === undefined ? undefined : [...kernels, isAfter ? [constant(2), width] : [width]];
}

// The cast holds because of the option beside it.
export const gru = sequence(adapt(recurrent.gru, { weights: (inputs, values) => gruWeights(inputs, values as unknown as GruValues), options: { resetAfter } }));

/** The product with the input and the recurrent one have a bias each. */
function cudnn(spec: LayerSpec, { blocks }: Gates): LayerSpec {
    return adapt(spec, {
        weights([input], values) {
            // Every recurrent layer over vectors reads its units by the same reader.
            const units = values["units"] as Dim;
            const width = multiply(units, constant(blocks));
            const features = input?.at(-1);
            return features && [[features, width], [units, width], [constant(2), width]];
        },
        source: `Keras 2.3.1 keras/layers/cudnn_recurrent.py, CuDNN${spec.name}.build`,
    });
}

export const cudnnGru = cudnn(gru, gruGates);
export const cudnnLstm = cudnn(lstm, lstmGates);

export const gruCell = adapt(tfjsGruCell, { options: { resetAfter }, weights: () => undefined });
export { lstmCell, simpleRNNCell, stackedRNNCells } from "./recurrent-cells.js";

type CellValues = SequenceValues & { readonly timeMajor: boolean | undefined; readonly cell: Cell | undefined };

/** The states of a stack are nested in some versions and a list in others. */
export const rnn = adapt(recurrent.rnn, {
    options: furtherOptions,
    check: () => [],
    output(inputs, values) {
        const { cell, timeMajor, returnState } = values as unknown as CellValues;
        const isStack = cell?.parts !== undefined;
        return timeMajor !== false || (isStack && returnState !== false) ? undefined : recurrent.rnn.output(isStack ? inputs.slice(0, 1) : inputs, values);
    },
    // Which depends on the version for a GRUCell.
    weights: () => undefined,
    source: `${source} RNN.compute_output_shape`,
});

function convolutionalOptions(axes: number) {
    return {
        ...baseCellOptions,
        ...lstmOnlyOptions,
        ...sequenceOptions,
        ...noEffect("activityRegularizer", "unroll"),
        filters: required(size()),
        kernelSize: required(perAxis(axes)),
        strides: onesOption(axes),
        padding: paddingOption("valid", "same"),
        dilationRate: onesOption(axes),
        ...formatOption(axes),
    };
}

function convLstm(axes: 1 | 2 | 3): LayerSpec {
    return layer({
        name: `ConvLSTM${axes}D`,
        input: { count: { least: 1 }, usualRank: axes + 3 },
        options: convolutionalOptions(axes),
        output: stepThrough,
        unknownRank: ([input], values) => stepThrough([input ?? unknownShape(axes + 3)], values),
        builtAxes: sequenceAxes,
        weights([input], { kernelSize, filters, dataFormat, useBias }) {
            const channels = input && dataFormat && splitImage(frame(input), dataFormat).channels;
            const width = multiply(filters, constant(lstmGates.blocks));
            return channels && withBias([[...kernelSize, channels, width], [...kernelSize, filters, width]], width, useBias);
        },
        source: `Keras 2.3.1 keras/layers/convolutional_recurrent.py, ConvRNN2D.compute_output_shape; Keras 1.2.2 of the same file, ConvRecurrent2D.get_output_shape_for; Keras 2.15 keras/src/layers/rnn/base_conv_rnn.py for other axes`,
    });
}

export const convLstm1d = convLstm(1);
export const convLstm2d = convLstm(2);
export const convLstm3d = convLstm(3);
