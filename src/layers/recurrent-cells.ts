/** The cells of recurrent layers: the states they keep and the weights they hold. */
import type { Datum } from "../catalogue/datum.js";
import { atCall, atOption, type Fault } from "../catalogue/fault.js";
import { noEffect, optional, required } from "../catalogue/options.js";
import { boolean, reader, size, value, type Reader } from "../catalogue/readers.js";
import { constant, multiply, type Dim } from "../shapes/dim.js";
import type { Shape } from "../shapes/shape.js";
import { commonOptions } from "./common.js";
import { withBias } from "./convolution.js";
import { applicableOf, type Applicable, type Layer } from "./engine.js";
import { layer, type InnerUse, type ShapeResult } from "./spec.js";

/** What a recurrent layer needs to know of its cell. */
export interface Cell {
    /** The sizes of its states, the output first. */
    readonly states: readonly Dim[];
    /** Its weights for inputs with so many features. */
    weights(features: Dim): readonly Shape[] | undefined;
    /** A convolutional cell, whose states are images. */
    readonly spatial?: true;
    /** The layer that the program made for it. */
    readonly of?: Applicable;
    /** Of a stack, its cells in the order in which they are run; the first one at least. */
    readonly parts?: readonly Cell[];
    /** A stack of any number of cells: of its states only that is told which is the output. */
    readonly uncounted?: true;
}

/** How many blocks of `units` a cell's kernels have, and how many states of that size it keeps. */
export interface Gates {
    readonly blocks: number;
    readonly states: number;
}

export const simpleGates: Gates = { blocks: 1, states: 1 };
export const gruGates: Gates = { blocks: 3, states: 1 };
export const lstmGates: Gates = { blocks: 4, states: 2 };

/** Every cell reads these. tfjs-layers 4.22.0 src/layers/recurrent.ts, SimpleRNNCellLayerArgs without `units`. */
export const baseCellOptions = {
    ...commonOptions,
    useBias: optional(boolean(), true),
    ...noEffect("activation", "dropout", "recurrentDropout", "dropoutFunc"),
    ...noEffect("kernelInitializer", "recurrentInitializer", "biasInitializer"),
    ...noEffect("kernelRegularizer", "recurrentRegularizer", "biasRegularizer"),
    ...noEffect("kernelConstraint", "recurrentConstraint", "biasConstraint"),
};

export const simpleCellOptions = { ...baseCellOptions, units: required(size()) };

export const gruCellOptions = {
    ...simpleCellOptions,
    resetAfter: optional(falsy(), undefined),
    ...noEffect("recurrentActivation", "implementation"),
};

export const lstmOnlyOptions = noEffect("recurrentActivation", "unitForgetBias", "implementation");
export const lstmCellOptions = { ...simpleCellOptions, ...lstmOnlyOptions };

export interface GatedValues {
    readonly units: Dim;
    readonly useBias: boolean | undefined;
}

/** tfjs-layers 4.22.0 src/layers/recurrent.ts, SimpleRNNCell.build, GRUCell.build, LSTMCell.build. */
export function gatedCell({ blocks, states }: Gates, { units, useBias }: GatedValues): Cell {
    const width = multiply(units, constant(blocks));
    return {
        states: new Array<Dim>(states).fill(units),
        weights: (features) => withBias([[features, width], [units, width]], width, useBias),
    };
}

/** States come in reverse order, the last cell's first. tfjs-layers 4.22.0 src/layers/recurrent.ts, StackedRNNCells. */
function stack(cells: readonly Cell[]): Cell {
    return {
        states: cells.toReversed().flatMap((cell) => cell.states),
        weights(features) {
            const weights: Shape[] = [];
            let width = features;
            for (const cell of cells) {
                const own = cell.weights(width);
                if (!own) {
                    return undefined;
                }
                weights.push(...own);
                width = cell.states[0] ?? width;
            }
            return weights;
        },
        parts: cells,
        ...(cells.some((cell) => cell.uncounted) && { uncounted: true }),
        ...(cells.some((cell) => cell.spatial) && { spatial: true }),
    };
}

/**
 * What a cell gets at each step: the features of that step and its own states; it gives its output and the new states.
 * tfjs-layers 4.22.0 src/layers/recurrent.ts, LSTMCell.call, StackedRNNCells.call.
 */
export function cellUses({ of, states, parts = [] }: Cell, batch: Dim, features: Dim): readonly InnerUse[] {
    const [output = features] = states;
    const kept = states.map((state): Shape => [batch, state]);
    const uses: InnerUse[] = of ? [{ of, inputs: [[batch, features], ...kept], outputs: [[batch, output], ...kept] }] : [];
    let width = features;
    for (const part of parts) {
        uses.push(...cellUses(part, batch, width));
        width = part.states[0] ?? width;
    }
    return uses;
}

/** The library refuses what is true here, and heeds nothing else. */
export function falsy(): Reader<undefined> {
    return reader<undefined>("false", undefined, (datum) => (datum.kind === "boolean" && datum.value ? "refused" : undefined));
}

/** A list of cells, read as one stack. */
function cellList(): Reader<Cell | undefined> {
    return orAny(reader<Cell | undefined>("a list of recurrent cells", undefined, (datum) => (datum.kind === "list" ? readStack(datum.items) : "refused")));
}

/** One cell, or a list of them to stack. */
export function cellOrList(): Reader<Cell | undefined> {
    return orAny(reader<Cell | undefined>("a recurrent cell or a list of them", undefined, (datum) => (datum.kind === "list" ? readStack(datum.items) : readCell(datum))));
}

/** Of a list of unknown length it may be known what its cells are. */
function orAny(known: Reader<Cell | undefined>): Reader<Cell | undefined> {
    return {
        ...known,
        read(datum) {
            const cell = datum.kind !== "unknown" ? undefined : datum.each ? readAny(datum.each) : readCell(datum);
            return cell && cell !== "refused" ? value(cell) : known.read(datum);
        },
    };
}

/** As many cells like this one as nobody knows: what the last one makes, each of them makes. */
function readAny(each: Datum): Cell | undefined {
    const cell = readCell(each);
    return cell && cell !== "refused" ? { states: cell.states.slice(0, 1), weights: () => undefined, parts: [cell], uncounted: true, ...(cell.spatial && { spatial: true }) } : undefined;
}

/** Stacks of stacks grow fast; nobody builds a larger one. */
const mostStates = 1000;

function readStack(items: readonly Datum[]): Cell | undefined | "refused" {
    const cells = items.map(readCell);
    if (cells.length === 0 || cells.includes("refused")) {
        return "refused";
    }
    const known = cells.filter((cell) => cell !== undefined && cell !== "refused");
    const states = known.reduce((sum, cell) => sum + cell.states.length, 0);
    return known.length === cells.length && states <= mostStates ? stack(known) : undefined;
}

/** What is no catalogue layer may be a user's own cell, of which nothing is known. */
function readCell(datum: Datum): Cell | undefined | "refused" {
    switch (datum.kind) {
        case "unknown":
        case "layer": {
            const of = applicableOf(datum);
            const cell = of?.layer && cellOf(of.layer);
            return cell && cell !== "refused" ? { ...cell, of } : cell;
        }
        case "number":
        case "string":
        case "boolean":
        case "tensor":
        case "null":
            return "refused";
        default:
            return undefined;
    }
}

function cellOf({ spec, values }: Layer): Cell | undefined | "refused" {
    // Each cast holds because the values were read by the entry of that name, below or in convolutional-recurrent.ts.
    switch (spec.name) {
        case simpleRNNCell.name:
            return gatedCell(simpleGates, values as unknown as GatedValues);
        case gruCell.name:
            return gatedCell(gruGates, values as unknown as GatedValues);
        case lstmCell.name:
            return gatedCell(lstmGates, values as unknown as GatedValues);
        case stackedRNNCells.name:
            return (values as unknown as { cells: Cell | undefined }).cells;
        case convLstm2dCellName: {
            const { filters } = values as unknown as { filters: Dim };
            return { states: [filters, filters], weights: () => undefined, spatial: true };
        }
        default:
            return "refused";
    }
}

export const convLstm2dCellName = "ConvLSTM2DCell";

/** A convolutional cell in a plain RNN is built, and fails on its first step. */
export function checkCell(cell: Cell | undefined): readonly Fault[] {
    return cell?.spatial ? [{ kind: "unsupported", what: "a convolutional cell in rnn", when: "run", at: atOption("cell") }] : [];
}

/**
 * A cell is no layer to apply. With states it fails when built (Layer.build takes one shape), and alone when run, because
 * its states are missing. tfjs-layers 4.22.0 src/layers/recurrent.ts, SimpleRNNCell.build and call.
 */
export const cellAlone = {
    input: { count: { least: 1 } },
    output: (inputs: readonly Shape[]): ShapeResult => ({
        kind: "unsupported",
        what: "applying a cell outside rnn",
        when: inputs.length > 1 ? "built" : "run",
        at: atCall,
    }),
};

export const simpleRNNCell = layer({
    name: "SimpleRNNCell",
    ...cellAlone,
    options: simpleCellOptions,
    weights: ([step], values) => step?.[1] && gatedCell(simpleGates, values).weights(step[1]),
    source: "tfjs-layers 4.22.0 src/layers/recurrent.ts, SimpleRNNCell",
});

export const gruCell = layer({
    name: "GRUCell",
    ...cellAlone,
    options: gruCellOptions,
    weights: ([step], values) => step?.[1] && gatedCell(gruGates, values).weights(step[1]),
    source: "tfjs-layers 4.22.0 src/layers/recurrent.ts, GRUCell",
});

export const lstmCell = layer({
    name: "LSTMCell",
    ...cellAlone,
    options: lstmCellOptions,
    weights: ([step], values) => step?.[1] && gatedCell(lstmGates, values).weights(step[1]),
    source: "tfjs-layers 4.22.0 src/layers/recurrent.ts, LSTMCell",
});

export const stackedRNNCells = layer({
    name: "StackedRNNCells",
    input: { count: { least: 1 } },
    options: { ...commonOptions, cells: required(cellList()) },
    // Applied by itself it declares its inputs' shapes and returns others, so nothing is said.
    output: () => undefined,
    weights: ([step], { cells }) => step?.[1] && cells?.weights(step[1]),
    source: "tfjs-layers 4.22.0 src/layers/recurrent.ts, StackedRNNCells",
});
