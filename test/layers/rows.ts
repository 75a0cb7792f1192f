/** Rows of layers, options and input shapes, asked of the catalogue and of the real TensorFlow.js. */
import { expect } from "vitest";
import { tfjsLayers } from "../../src/apis/tfjs-layers.js";
import type { Datum } from "../../src/catalogue/datum.js";
import type { Fault } from "../../src/catalogue/fault.js";
import { given as toGiven, type GivenOptions, OptionList } from "../../src/catalogue/given.js";
import { applyLayer, countParams, makeLayer } from "../../src/layers/engine.js";
import type { LayerSpec } from "../../src/layers/spec.js";
import { batch, constant, toData, type Dim } from "../../src/shapes/dim.js";
import { toDataShape } from "../../src/shapes/shape.js";
import type { Shape } from "../oracle/recording-tf.js";
import { truthOf } from "./real.js";

export type Config = Readonly<Record<string, unknown>>;

export interface Row {
    readonly type: string;
    readonly config: Config;
    readonly inputs: readonly Shape[];
}

export interface Answer {
    readonly faults: readonly Fault[];
    /** The output as `analyze()` would give it; undefined where there is none. */
    readonly shape: (number | null | string)[] | undefined;
    readonly params: number | null | string | undefined;
}

/** A value as the evaluator would hand it to the catalogue. */
export function toDatum(value: unknown): Datum {
    if (value === null) return { kind: "null" };
    if (Array.isArray(value)) return { kind: "list", items: value.map(toDatum) };
    switch (typeof value) {
        case "number":
            return { kind: "number", value };
        case "string":
            return { kind: "string", value };
        case "boolean":
            return { kind: "boolean", value };
        case "undefined":
            return { kind: "undefined" };
        default:
            return { kind: "other", what: typeof value };
    }
}

export function given(config: Config, open = false): GivenOptions {
    const options = Object.entries(config).map(([name, value]) => toGiven(name, toDatum(value), undefined));
    return { options: new OptionList(options), open };
}

export function toShape(shape: Shape): Dim[] {
    return shape.map((size) => (size === null ? batch : constant(size)));
}

export function specOf(type: string): LayerSpec {
    const spec = tfjsLayers[type];
    if (!spec) throw new Error(`no entry for ${type}`);
    return spec;
}

export function ask(spec: LayerSpec, config: Config, inputs: readonly (readonly Dim[] | undefined)[], built?: readonly Dim[][]): Answer {
    const { layer, faults } = makeLayer(spec, given(config));
    const outcome = applyLayer(layer, inputs, built);
    const shape = outcome?.kind === "outputs" ? outcome.shapes[0] : undefined;
    const params = countParams(layer, inputs);
    return {
        faults: [...faults, ...(outcome?.faults ?? [])],
        shape: shape && toDataShape(shape),
        params: params && toData(params),
    };
}

/** Every combination of the given values; an option that is undefined is left out. */
export function combinations(table: Readonly<Record<string, readonly unknown[]>>): Config[] {
    return Object.entries(table).reduce<Config[]>(
        (configs, [name, values]) =>
            configs.flatMap((config) => values.map((value) => (value === undefined ? config : { ...config, [name]: value }))),
        [{}],
    );
}

export function rows(type: string, table: Readonly<Record<string, readonly unknown[]>>, inputs: readonly (Shape | readonly Shape[])[]): Row[] {
    return combinations(table).flatMap((config) =>
        inputs.map((input) => ({ type, config, inputs: isShape(input) ? [input] : input })),
    );
}

function isShape(input: Shape | readonly Shape[]): input is Shape {
    return !Array.isArray(input[0]);
}

/** Where the library is silent and we are too, or the other way round, with the reason. */
export interface Exception {
    readonly name: string;
    readonly of: (row: Row) => boolean;
}

/**
 * Expects of every row: a fault exactly where the library throws, or builds a layer that cannot run; else the shape
 * and the parameters that it declares. Whatever we find a fault in is run; of the rest, every fifth row.
 */
export function expectAgreement(all: readonly Row[], exceptions: readonly Exception[] = []): void {
    const used = new Set<string>();
    const wrong = all.flatMap((row, index) => {
        const exception = exceptions.find(({ of }) => of(row));
        const mismatch = mismatchOf(row, index % 5 === 0);
        if (exception && mismatch) used.add(exception.name);
        return mismatch && !exception ? [`${describeRow(row)}: ${mismatch}`] : [];
    });
    expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
    // An exception that no row needs any more is a mistake in the table.
    expect(exceptions.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
}

function mismatchOf({ type, config, inputs }: Row, sample: boolean): string | undefined {
    const ours = ask(specOf(type), config, inputs.map(toShape));
    const truth = truthOf(type, config, inputs, sample || ours.faults.length > 0);
    const kinds = ours.faults.map(({ kind }) => kind).join(", ");
    switch (truth.kind) {
        case "throws":
            return ours.faults.length > 0 ? undefined : `no fault, but the library throws: ${truth.error.slice(0, 120)}`;
        case "fails":
            return ours.faults.length > 0 ? undefined : `no fault, but running it ${truth.error.slice(0, 120)}`;
        case "works": {
            if (ours.faults.length > 0) return `${kinds}, but it works: ${JSON.stringify(truth.shape)}`;
            const same = JSON.stringify(ours.shape) === JSON.stringify(truth.shape);
            if (!same) return `${JSON.stringify(ours.shape)}, not ${JSON.stringify(truth.shape)}`;
            return ours.params === truth.params ? undefined : `${String(ours.params)} parameters, not ${truth.params}`;
        }
    }
}

function describeRow({ type, config, inputs }: Row): string {
    return `${type}(${JSON.stringify(config)}) of ${inputs.map((input) => JSON.stringify(input)).join(", ")}`;
}
