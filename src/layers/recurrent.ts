import { atCall, atInput, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { boolean } from "../catalogue/readers.js";
import { compare, type Dim } from "../shapes/dim.js";
import { axesFrom, unknownShape, type Shape } from "../shapes/shape.js";
import { commonOptions } from "./common.js";
import {
    cellOrList,
    cellUses,
    checkCell,
    gatedCell,
    gruCellOptions,
    gruGates,
    lstmCellOptions,
    lstmGates,
    simpleCellOptions,
    simpleGates,
    type Cell,
    type GatedValues,
} from "./recurrent-cells.js";
import { layer, type LayerSpec, type Outcome, type Untrainable } from "./spec.js";

/** tfjs-layers 4.22.0 src/layers/recurrent.ts, BaseRNNLayerArgs: `inputDim` and `inputLength` are never read. */
export const sequenceOptions = {
    returnSequences: optional(boolean(), false),
    returnState: optional(boolean(), false),
    stateful: optional(boolean(), false),
    ...noEffect("goBackwards", "inputLength"),
};

export interface SequenceValues {
    readonly returnSequences: boolean | undefined;
    readonly returnState: boolean | undefined;
    readonly stateful: boolean | undefined;
}

type Behaviour<V> = Pick<LayerSpec, "input" | "source"> & {
    output(inputs: readonly Shape[], values: V): Outcome;
    unknownRank(inputs: readonly (Shape | undefined)[], values: V): Outcome;
    states(values: V): number | undefined;
    builtAxes(input: Shape, values: V): readonly number[];
    weights(inputs: readonly Shape[], values: V): readonly Shape[] | undefined;
    untrainable(inputs: readonly (Shape | undefined)[]): Untrainable | undefined;
};

/** All recurrent layers over vectors: the sequence is the first input, initial states are the others. */
function recurrence<V extends SequenceValues>(cellOf: (values: V) => Cell | undefined): Behaviour<V> {
    function output(inputs: readonly Shape[], values: V): Outcome {
        const cell = cellOf(values);
        const faults = checkSequence(inputs, 3, values) ?? checkFeatures(inputs) ?? checkStates(inputs, cell);
        const [input = []] = inputs;
        if (!faults && cell?.uncounted && values.returnState !== false) {
            return undefined;
        }
        return faults ? { kind: "fault", faults } : unrolled(input, cell?.states.map((state) => [state]), values);
    }
    return {
        input: { count: { least: 1 }, usualRank: 3 },
        output,
        unknownRank(inputs, values) {
            const ranked = inputs.map((input, index) => input ?? unknownShape(index === 0 ? 3 : 2));
            return output(ranked, values);
        },
        states(values) {
            const cell = cellOf(values);
            return cell?.uncounted ? undefined : cell?.states.length;
        },
        builtAxes: sequenceAxes,
        weights([input], values) {
            const features = input?.[2];
            return features && cellOf(values)?.weights(features);
        },
        untrainable: untrainableStep,
        source: "tfjs-layers 4.22.0 src/layers/recurrent.ts, RNN.computeOutputShape, RNN.build, RNN.apply",
    };
}

/** The axes that RNN.build puts into the input specification: all after time, and the batch of a stateful layer. */
export function sequenceAxes(input: Shape, { stateful }: SequenceValues): readonly number[] {
    const inner = axesFrom(2, input.length - 2);
    return stateful ? [0, ...inner] : inner;
}

/** tfjs-layers 4.22.0 src/layers/recurrent.ts, rnn: the steps are unstacked. tfjs-core 4.22.0 src/gradients/Unpack_grad.ts: of one alone, gradients do not come back. */
export function untrainableStep([input]: readonly (Shape | undefined)[]): Untrainable | undefined {
    const time = input?.[1];
    return time?.kind === "constant" && time.value === 1 ? { what: "the layers before one that goes through a single time step, which has no gradient", upstream: true } : undefined;
}

/** What a sequence makes, given the shapes of the states for one example. */
export function unrolled(input: Shape, states: readonly Shape[] | undefined, values: SequenceValues): Outcome {
    const [batch, time] = input;
    const [output] = states ?? [];
    if (values.returnState === undefined || (values.returnState && !states) || !batch || !time) {
        return undefined;
    }
    const sequence = values.returnSequences ? [batch, time] : [batch];
    const shape = output && values.returnSequences !== undefined ? [...sequence, ...output] : undefined;
    const kept = values.returnState ? (states ?? []).map((state) => [batch, ...state]) : [];
    return { kind: "outputs", shapes: [shape, ...kept], list: values.returnState };
}

/** A rank of 2 has a kind of its own: it is what a recurrent layer without returnSequences makes. */
export function checkSequence([input = []]: readonly Shape[], rank: number, { stateful }: SequenceValues): readonly Fault[] | undefined {
    if (input.length === 2 && rank === 3) {
        return [{ kind: "rnn-sequences", input, producer: undefined, at: atInput() }];
    }
    if (input.length !== rank) {
        return [{ kind: "input-rank", input, expected: `rank ${rank}`, at: atInput() }];
    }
    return stateful && input[0]?.kind === "batch"
        ? [{ kind: "input-undefined-axis", input, axis: 0, what: "the batch size", at: atInput() }]
        : undefined;
}

function checkFeatures([input = []]: readonly Shape[]): readonly Fault[] | undefined {
    return input[2]?.kind === "batch"
        ? [{ kind: "input-undefined-axis", input, axis: 2, what: "the last dimension", at: atInput() }]
        : undefined;
}

/**
 * RNN.build compares the number and the last dimensions of the states it was passed; an undefined one differs from any.
 * A state of another rank is accepted, and then makes an output of another rank than declared.
 */
function checkStates(inputs: readonly Shape[], cell: Cell | undefined): readonly Fault[] | undefined {
    const states = inputs.slice(1);
    if (!cell || cell.uncounted || states.length === 0) {
        return undefined;
    }
    const wanted = cell.states.length;
    if (states.length !== wanted) {
        const expected = `${wanted + 1} inputs, the sequence and ${wanted === 1 ? "one initial state" : `${wanted} initial states`}`;
        return [{ kind: "input-count", count: inputs.length, expected, at: atCall }];
    }
    const faults = states.flatMap((state, index) => checkState(state, cell.states[index], index + 1));
    return faults.length > 0 ? faults : undefined;
}

function checkState(input: Shape, expected: Dim | undefined, index: number): readonly Fault[] {
    const last = input[1];
    if (input.length !== 2 || !last) {
        return [{ kind: "input-rank", input, expected: "rank 2", late: true, at: atInput(index) }];
    }
    if (last.kind === "batch") {
        return [{ kind: "input-undefined-axis", input, axis: 1, what: "the last dimension", at: atInput(index) }];
    }
    return expected && compare(last, expected) === "different"
        ? [{ kind: "input-size", input, axis: 1, what: "the last dimension", expected, why: "state", at: atInput(index) }]
        : [];
}

/** `cell` is overwritten, and unroll ignored with a warning. */
const gatedSequenceOptions = { ...sequenceOptions, ...noEffect("cell", "unroll") };

export const simpleRNN = layer({
    name: "SimpleRNN",
    options: { ...simpleCellOptions, ...gatedSequenceOptions },
    ...recurrence((values: SequenceValues & GatedValues) => gatedCell(simpleGates, values)),
});

export const gru = layer({
    name: "GRU",
    options: { ...gruCellOptions, ...gatedSequenceOptions },
    ...recurrence((values: SequenceValues & GatedValues) => gatedCell(gruGates, values)),
});

export const lstm = layer({
    name: "LSTM",
    options: { ...lstmCellOptions, ...gatedSequenceOptions },
    ...recurrence((values: SequenceValues & GatedValues) => gatedCell(lstmGates, values)),
});

export const rnn = layer({
    name: "RNN",
    options: { ...commonOptions, ...sequenceOptions, cell: required(cellOrList()), ...noEffect("unroll") },
    check: ({ cell }) => checkCell(cell),
    ...recurrence((values: SequenceValues & { readonly cell: Cell | undefined }) => values.cell),
    inner([input = []], { cell }) {
        const [batch, , features] = input;
        return cell && batch && features ? cellUses(cell, batch, features) : [];
    },
});
