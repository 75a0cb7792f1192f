/** Runs one call of an operation by its entry and by the real library, and holds the two against each other. */
import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { tfjsMethods, tfjsOps } from "../../src/apis/tfjs-ops.js";
import type { Datum } from "../../src/catalogue/datum.js";
import type { Fault } from "../../src/catalogue/fault.js";
import { type Given, given as toGiven, OptionList } from "../../src/catalogue/given.js";
import { applyOp, type OpCall } from "../../src/ops/engine.js";
import type { OpSpec } from "../../src/ops/spec.js";
import { constant, substitute, symbol, toData, unknown, type Dim } from "../../src/shapes/dim.js";
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

function isTensor(value: unknown): value is tf.Tensor {
    return value instanceof tf.Tensor;
}

/** How the shapes of tensors are told: as they are, unless a test hides something. */
type Telling = (shape: readonly number[]) => Shape | undefined;

const exactly: Telling = (shape) => shape.map(constant);

export function toDatum(value: unknown, telling: Telling = exactly): Datum {
    if (isTensor(value)) {
        return { kind: "tensor", shape: telling(value.shape), symbolic: false, dtype: value.dtype };
    }
    if (Array.isArray(value)) {
        return { kind: "list", items: value.map((item: unknown) => toDatum(item, telling)) };
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
    const fields = Object.entries(value as object).map(([name, field]): [string, Datum] => [name, toDatum(field, telling)]);
    return { kind: "record", fields: new Map(fields), open: false };
}

/** The given arguments under the names the entry has for them. */
export function applyTo(spec: OpSpec, data: readonly Datum[]): OpCall {
    const names = Object.keys(spec.args);
    const given: Given[] = [];
    const put = (name: string | undefined, datum: Datum): void => {
        if (name !== undefined) {
            given.push(toGiven(name, datum, undefined));
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
    return applyOp(spec, { options: OptionList.of(given), open: false });
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
    return runLibrary(path, args, method, resultOf);
}

export async function runLibrary<T>(path: string, args: readonly unknown[], method: boolean, read: (value: unknown) => T): Promise<T | "throws"> {
    tf.engine().startScope();
    try {
        if (method) {
            const [receiver, ...others] = args;
            const call = Reflect.get(receiver as object, path) as (...args: unknown[]) => unknown;
            return read(await call.apply(receiver, others));
        }
        const { owner, call } = memberOf(path);
        return read(await call.apply(owner, [...args]));
    } catch {
        return "throws";
    } finally {
        tf.engine().endScope();
    }
}

type Reading = (dim: Dim) => unknown;

/** What the entry says, in the same form. */
export function answerOf({ outcome, faults }: OpCall, read: Reading = toData): Answer | "nothing" | { readonly each: unknown } {
    if (faults.length > 0) {
        return "throws";
    }
    const dataOf = (shape: Shape | undefined): unknown => shape?.map(read);
    switch (outcome?.kind) {
        case "tensor":
            return { tensor: dataOf(outcome.shape) };
        case "tensors":
            return { tensors: outcome.shapes.map(dataOf) };
        case "record":
            return { record: Object.fromEntries(Object.entries(outcome.fields).map(([name, shape]) => [name, dataOf(shape)])) };
        case "number":
            return { number: read(outcome.dim) };
        case "many":
            return { each: dataOf(outcome.each) };
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

export function print(value: unknown): string {
    if (isTensor(value)) {
        return `t(${value.shape.join()})`;
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
            const spec = specOf(path, method);
            const library = await askLibrary(path, args, method);
            expect(answerOf(applyTo(spec, args.map((arg) => toDatum(arg))))).toEqual(library);
            if (library !== "throws") {
                testHidden(spec, args, library);
            }
        });
    }
}

/**
 * The same call with sizes that are symbols, sizes that are not known, and tensors of unknown rank. What works for some
 * values must not be reported, and what is told must hold for the values there are.
 */
function testHidden(spec: OpSpec, args: readonly unknown[], library: Result): void {
    const sizes = new Map<string, number>();
    const asSymbol = (size: number): Dim => {
        const name = `n${sizes.size}`;
        sizes.set(name, size);
        return symbol(name, 0);
    };
    const tellings: readonly Telling[] = [(shape) => shape.map(asSymbol), (shape) => shape.map(() => unknown), () => undefined];
    for (const telling of tellings) {
        const call = applyTo(spec, args.map((arg) => toDatum(arg, telling)));
        expect(call.faults).toEqual([]);
        const told = answerOf(call, (dim) => substitute(dim, ({ name }) => sizes.get(name) ?? Number.NaN) ?? toData(dim));
        expect(agrees(told, library), `${JSON.stringify(told)} of ${JSON.stringify(library)}`).toBe(true);
    }
}

/** Equal, where it is told. */
function agrees(told: unknown, real: unknown): boolean {
    if (told === undefined || told === null || told === "?" || told === "nothing" || told === real) {
        return true;
    }
    if (Array.isArray(told) && Array.isArray(real)) {
        return told.length === real.length && told.every((item, index) => agrees(item, real[index]));
    }
    if (typeof told === "object" && typeof real === "object" && real !== null) {
        if ("each" in told) {
            return "tensors" in real && Array.isArray(real.tensors) && real.tensors.every((shape) => agrees(told.each, shape));
        }
        return Object.entries(told).every(([name, field]) => agrees(field, Reflect.get(real, name)));
    }
    return false;
}

/** The library does not throw, yet the entry reports. Of a wrong argument it tells what the library does instead; `untold`: of this one it does not. */
export function testSilent(rows: readonly (readonly [path: string, args: readonly unknown[], kind: Fault["kind"], reason: string, told?: "untold"])[]): void {
    for (const [path, args, kind, reason, told] of rows) {
        test(`silent: ${reason}: ${titleOf([path, args])}`, async () => {
            expect(await askLibrary(path, args)).not.toBe("throws");
            const faults = faultsOf(applyTo(specOf(path), args.map((arg) => toDatum(arg))));
            expect(faults.map((fault) => fault.kind)).toContain(kind);
            if (kind === "option-value") {
                expect(faults.every(({ effect }) => effect === undefined)).toBe(told === "untold");
            }
        });
    }
}

/** The entry does not judge what the library refuses, or leaves open what it makes: the reason says why. */
export function testOpen(rows: readonly (readonly [path: string, args: readonly unknown[], expected: unknown, reason: string])[]): void {
    for (const [path, args, expected, reason] of rows) {
        test(`silent: ${reason}: ${titleOf([path, args])}`, () => {
            expect(answerOf(applyTo(specOf(path), args.map((arg) => toDatum(arg))))).toEqual(expected);
        });
    }
}
