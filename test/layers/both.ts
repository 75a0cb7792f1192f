/** One layer in the catalogue and in the real TensorFlow.js, from the same configuration. */
import * as tf from "@tensorflow/tfjs";
import { expect } from "vitest";
import type { Datum } from "../../src/catalogue/datum.js";
import type { Fault } from "../../src/catalogue/fault.js";
import { given as toGiven, OptionList } from "../../src/catalogue/given.js";
import { applicable, makeLayer, type Applicable } from "../../src/layers/engine.js";
import { toData } from "../../src/shapes/dim.js";
import { toDataShape } from "../../src/shapes/shape.js";
import { layerShape } from "../oracle/grid.js";
import type { Shape } from "../oracle/recording-tf.js";
import { specOf, toDatum as plainDatum, toShape, type Config } from "./rows.js";

export type OutputShape = (number | null | string)[];

/** A layer with its configuration, itself usable as an option's value. */
export class Sample {
    constructor(
        readonly type: string,
        readonly config: Config = {},
    ) {}
}

export function sample(type: string, config?: Config): Sample {
    return new Sample(type, config);
}

interface Answer {
    /** Undefined where nothing is known. */
    readonly shapes: readonly (OutputShape | undefined)[] | undefined;
    readonly params: number | null | string | undefined;
    readonly faults: readonly Fault[];
}

/** What the catalogue says of a layer applied to symbolic inputs, or to ones that hold values. */
export function ours(layer: Sample, inputs: readonly Shape[], eager = false): Answer {
    const { made, faults } = build(layer);
    const shapes = inputs.map(toShape);
    const outcome = made.apply(shapes, undefined, eager);
    const found = outcome?.kind === "fault" ? outcome.faults : (outcome?.faults ?? []);
    const params = made.params(shapes);
    return {
        shapes: outcome?.kind === "outputs" ? outcome.shapes.map((shape) => shape && toDataShape(shape)) : undefined,
        params: params && toData(params),
        faults: [...faults, ...found],
    };
}

/** The kinds of fault when a layer built for the first inputs is applied to the second. */
export function oursAgain(layer: Sample, first: Shape, second: Shape): readonly string[] {
    const outcome = build(layer).made.apply([toShape(second)], [toShape(first)]);
    return outcome?.kind === "fault" ? outcome.faults.map(({ kind }) => kind) : [];
}

/** The input shape of a first layer that was given none. */
export function impliedInput(layer: Sample): OutputShape | undefined {
    const made = build(layer).made.layer;
    const shape = made?.spec.impliedInput?.(made.values);
    return shape && toDataShape(shape);
}

export function kinds({ faults }: Answer): readonly string[] {
    return faults.map(({ kind }) => kind);
}

/** The catalogue and the library agree: on shapes and weights, or that the layer cannot be built. */
export function expectAgreement(layer: Sample, inputs: readonly Shape[]): void {
    const real = layerShape(layer.type, toRealConfig(layer.config), inputs);
    const mine = ours(layer, inputs);
    const about = describe(layer, inputs);
    if (real.error !== undefined) {
        expect(mine.faults, `${about} throws: ${real.error}`).not.toEqual([]);
        return;
    }
    expect({ faults: mine.faults, shapes: mine.shapes, params: mine.params }, about).toEqual({
        faults: [],
        shapes: real.outputShapes,
        params: real.params,
    });
}

export function builtShapes(layer: Sample, inputs: readonly Shape[]): readonly OutputShape[] | string {
    const real = layerShape(layer.type, toRealConfig(layer.config), inputs);
    return real.error ?? real.outputShapes;
}

/** The shapes that a model of this layer really predicts, with 2 for null; or the message of the error. */
export function runShapes(layer: Sample, inputs: readonly Shape[]): readonly (readonly number[])[] | string {
    return quietly(() => {
        const symbols = inputs.map((shape) => tf.input({ batchShape: [...shape] }));
        const output = instantiate(layer).apply(single(symbols)) as tf.SymbolicTensor;
        const result = tf.model({ inputs: symbols, outputs: output }).predict(single(inputs.map(zeros)));
        return (Array.isArray(result) ? result : [result]).map(({ shape }) => shape);
    });
}

/** The shape for tensors that hold values; or the message of the error. */
export function eagerShape(layer: Sample, input: Shape): readonly number[] | string {
    return quietly(() => (instantiate(layer).apply(zeros(input)) as tf.Tensor).shape);
}

/** What the library throws when a layer built for the first inputs is applied to the second. */
export function againError(layer: Sample, first: Shape, second: Shape): string | undefined {
    const result = quietly(() => {
        const real = instantiate(layer);
        real.apply(tf.input({ batchShape: [...first] }));
        real.apply(tf.input({ batchShape: [...second] }));
        return [];
    });
    return typeof result === "string" ? result : undefined;
}

export function describe(layer: Sample, inputs: readonly Shape[]): string {
    return `${layer.type}(${JSON.stringify(layer.config)}) on ${JSON.stringify(inputs)}`;
}

function build(layer: Sample): { made: Applicable; faults: readonly Fault[] } {
    const given = Object.entries(layer.config).map(([name, value]) => toGiven(name, toDatum(value), undefined));
    const { layer: made, faults } = makeLayer(specOf(layer.type), { options: new OptionList(given), open: false });
    return { made: applicable(made), faults };
}

function toDatum(value: unknown): Datum {
    if (value instanceof Sample) return { kind: "layer", layer: build(value).made };
    return Array.isArray(value) ? { kind: "list", items: value.map(toDatum) } : plainDatum(value);
}

function toReal(value: unknown): unknown {
    if (value instanceof Sample) return instantiate(value);
    return Array.isArray(value) ? value.map(toReal) : value;
}

function toRealConfig(config: Config): object {
    return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, toReal(value)]));
}

function instantiate(layer: Sample): tf.layers.Layer {
    // The name is a factory of tf.layers, or calling it throws.
    const factories = tf.layers as unknown as Record<string, (config: unknown) => tf.layers.Layer>;
    return factories[layer.type]!(toRealConfig(layer.config));
}

function zeros(shape: Shape): tf.Tensor {
    return tf.zeros(shape.map((dim) => dim ?? 2));
}

function single<T>(values: readonly T[]): T | T[] {
    return values.length === 1 ? values[0]! : [...values];
}

function quietly<T>(run: () => T): T | string {
    const { warn } = console;
    console.warn = () => undefined;
    tf.engine().startScope();
    try {
        return run();
    } catch (error) {
        return error instanceof Error ? error.message : String(error);
    } finally {
        tf.engine().endScope();
        tf.disposeVariables();
        console.warn = warn;
    }
}
