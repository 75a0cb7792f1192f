/** Runs one call of an operation by its entry and by the real library, and holds the two against each other. */
import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { tfjsMethods, tfjsOps } from "../../src/apis/tfjs-ops.js";
import type { Datum } from "../../src/catalogue/datum.js";
import type { Fault } from "../../src/catalogue/fault.js";
import type { Given } from "../../src/catalogue/read.js";
import { applyOp, type OpCall } from "../../src/ops/engine.js";
import type { OpSpec } from "../../src/ops/spec.js";
import { constant, toData } from "../../src/shapes/dim.js";
import type { Shape } from "../../src/shapes/shape.js";

await tf.setBackend("cpu");

/** A tensor of ones. */
export function t(...shape: number[]): tf.Tensor {
    return tf.ones(shape);
}

/** A tensor of zeros that may serve as indices. */
export function indices(...shape: number[]): tf.Tensor {
    return tf.zeros(shape, "int32");
}

function shapeOf(tensor: tf.Tensor): readonly number[] {
    return tensor.shape;
}

export function toDatum(value: unknown): Datum {
    if (value instanceof tf.Tensor) {
        return { kind: "tensor", shape: shapeOf(value).map(constant), symbolic: false };
    }
    if (Array.isArray(value)) {
        return { kind: "list", items: value.map(toDatum) };
    }
    switch (typeof value) {
        case "undefined":
            return { kind: "undefined" };
        case "number":
            return { kind: "number", value };
        case "string":
            return { kind: "string", value };
        case "boolean":
            return { kind: "boolean", value };
        case "function":
            return { kind: "other", what: "function" };
        default:
            break;
    }
    if (value === null) {
        return { kind: "null" };
    }
    if (ArrayBuffer.isView(value)) {
        return { kind: "other", what: "typed array" };
    }
    const fields = Object.entries(value as object).map(([name, field]): [string, Datum] => [name, toDatum(field)]);
    return { kind: "record", fields: new Map(fields), open: false };
}

/** The given arguments under the names the entry has for them. */
export function applyTo(spec: OpSpec, data: readonly Datum[]): OpCall {
    const names = Object.keys(spec.args);
    const options = new Map<string, Given>();
    const put = (name: string | undefined, datum: Datum): void => {
        if (name !== undefined) {
            options.set(name, { datum, spelling: name, place: undefined });
        }
    };
    const [first] = data;
    if (spec.named && first?.kind === "record") {
        for (const [name, datum] of first.fields) {
            put(name in spec.args ? name : undefined, datum);
        }
    } else if (spec.rest) {
        data.slice(0, names.length - 1).forEach((datum, index) => { put(names[index], datum); });
        put(names.at(-1), { kind: "list", items: data.slice(names.length - 1) });
    } else {
        data.forEach((datum, index) => { put(names[index], datum); });
    }
    return applyOp(spec, { options, open: false });
}

export type Answer = "throws" | Result;
type Result = { readonly tensor: unknown } | { readonly tensors: readonly unknown[] } | { readonly record: Readonly<Record<string, unknown>> } | { readonly number: unknown };

function resultOf(value: unknown): Result {
    if (value instanceof tf.Tensor || value instanceof tf.TensorBuffer) {
        return { tensor: value.shape };
    }
    if (Array.isArray(value)) {
        return { tensors: value.map((item: tf.Tensor | tf.Tensor[]) => (Array.isArray(item) ? item.map(({ shape }) => shape) : item.shape)) };
    }
    if (typeof value === "number") {
        return { number: value };
    }
    const fields = Object.entries(value as Record<string, tf.Tensor>);
    return { record: Object.fromEntries(fields.map(([name, field]) => [name, field.shape])) };
}

function memberOf(path: string): { readonly owner: object; readonly call: (...args: unknown[]) => unknown } {
    const names = path.split(".");
    let owner: object = tf;
    for (const name of names.slice(0, -1)) {
        owner = Reflect.get(owner, name) as object;
    }
    return { owner, call: Reflect.get(owner, names.at(-1) ?? "") as (...args: unknown[]) => unknown };
}

/** What the library makes of a call: shapes, or that it throws. */
export async function askLibrary(path: string, args: readonly unknown[], method = false): Promise<Answer> {
    tf.engine().startScope();
    try {
        if (method) {
            const [receiver, ...others] = args;
            const call = Reflect.get(receiver as object, path) as (...args: unknown[]) => unknown;
            return resultOf(await call.apply(receiver, others));
        }
        const { owner, call } = memberOf(path);
        return resultOf(await call.apply(owner, [...args]));
    } catch {
        return "throws";
    } finally {
        tf.engine().endScope();
    }
}

export function dataOf(shape: Shape | undefined): unknown {
    return shape?.map(toData);
}

/** What the entry says, in the same form. */
export function answerOf({ outcome, faults }: OpCall): Answer | "nothing" {
    if (faults.length > 0) {
        return "throws";
    }
    switch (outcome?.kind) {
        case "tensor":
            return { tensor: dataOf(outcome.shape) };
        case "tensors":
            return { tensors: outcome.shapes.map(dataOf) };
        case "record":
            return { record: Object.fromEntries(Object.entries(outcome.fields).map(([name, shape]) => [name, dataOf(shape)])) };
        case "number":
            return { number: toData(outcome.dim) };
        case undefined:
        case "fault":
            return "nothing";
    }
}

export function faultsOf(outcome: OpCall): readonly Fault[] {
    return outcome.outcome?.kind === "fault" ? outcome.outcome.faults : outcome.faults;
}

export function specOf(path: string, method = false): OpSpec {
    const spec = (method ? tfjsMethods : tfjsOps)[path];
    if (!spec) {
        throw new Error(`no entry for ${path}`);
    }
    return spec;
}

/** The path of an operation, its arguments, and why the row is there. */
export type Row = readonly [path: string, args: readonly unknown[], reason?: string];

function titleOf([path, args, reason]: Row): string {
    const call = `${path}(${args.map(print).join(", ")})`;
    return reason ? `${reason}: ${call}` : call;
}

function print(value: unknown): string {
    if (value instanceof tf.Tensor) {
        return `t(${shapeOf(value).join()})`;
    }
    if (Array.isArray(value)) {
        return `[${value.map(print).join()}]`;
    }
    switch (typeof value) {
        case "object":
            return value === null ? "null" : `{${Object.entries(value).map(([name, field]) => `${name}: ${print(field)}`).join(", ")}}`;
        case "function":
            return "fn";
        case "string":
            return `'${value}'`;
        default:
            return String(value);
    }
}

/** The entry says what the library does: the same shapes, or a fault where it throws. */
export function testRows(rows: readonly Row[], method = false): void {
    for (const row of rows) {
        test(titleOf(row), async () => {
            const [path, args] = row;
            const ours = answerOf(applyTo(specOf(path, method), args.map(toDatum)));
            expect(ours).toEqual(await askLibrary(path, args, method));
        });
    }
}

/** The library does not throw, yet the entry reports, and tells what the library does instead where it says anything. */
export function testSilent(rows: readonly (readonly [path: string, args: readonly unknown[], kind: Fault["kind"], reason: string])[]): void {
    for (const [path, args, kind, reason] of rows) {
        test(`silent: ${reason}: ${titleOf([path, args])}`, async () => {
            expect(await askLibrary(path, args)).not.toBe("throws");
            expect(faultsOf(applyTo(specOf(path), args.map(toDatum))).map((fault) => fault.kind)).toContain(kind);
        });
    }
}

/** The entry does not judge what the library refuses, or leaves open what it makes: the reason says why. */
export function testOpen(rows: readonly (readonly [path: string, args: readonly unknown[], expected: unknown, reason: string])[]): void {
    for (const [path, args, expected, reason] of rows) {
        test(`silent: ${reason}: ${titleOf([path, args])}`, () => {
            expect(answerOf(applyTo(specOf(path), args.map(toDatum)))).toEqual(expected);
        });
    }
}
