/**
 * What the real library makes of a generated program. Every model that it builds is run once on zeros, because much
 * that cannot work is accepted when a model is built.
 */
import * as tf from "@tensorflow/tfjs";
import { recordingTf } from "../oracle/recording-tf.js";
import type { OracleOptions, OracleResult } from "../oracle/run-program.js";
import { runProgram } from "../oracle/run-program.js";
import type { Program } from "./generate.js";

export interface Verdict {
    readonly oracle: OracleResult;
    /** Why the program does not do what it says; undefined when it is right. */
    readonly failure: string | undefined;
    /** The failure is the mistake's own: the library says nothing. */
    readonly silent: boolean;
}

type Made = Record<string, (...args: unknown[]) => unknown>;

let models: tf.LayersModel[] = [];

for (const name of ["sequential", "model"]) {
    const original = (recordingTf as Made)[name]!;
    (recordingTf as Made)[name] = (...args) => {
        const model = original(...args);
        models.push(model as tf.LayersModel);
        return model;
    };
}

/** Text behind the program moves no position in it. */
const suffix = "\n;await $predictAll();\n";

export async function judge(program: Pick<Program, "code" | "filename" | "mistake">, options: Pick<OracleOptions, "modules" | "timeout"> = {}): Promise<Verdict> {
    models = [];
    const oracle = await runProgram(program.code + suffix, {
        ...options,
        filename: program.filename,
        globals: { $predictAll: predictAll },
    });
    // Sites inside `call` have seen the sizes of the zeros; nobody wrote those.
    const bodies = /\bcall\(/.test(program.code);
    const sites = bodies && !oracle.error ? await runProgram(program.code, { ...options, filename: program.filename }) : oracle;
    const nothing = oracle.layers.find(({ applications }) => applications.some(({ outputs }) => outputs.flat().some((size) => size !== null && size < 1)));
    const unsaid = nothing ? `${nothing.type} makes nothing` : program.mistake?.silent ? program.mistake.name : undefined;
    const failure = oracle.error?.message ?? unsaid;
    return { oracle: { ...oracle, layers: sites.layers, tensors: sites.tensors }, failure, silent: !oracle.error && failure !== undefined };
}

async function predictAll(): Promise<void> {
    // An async main is still on its way.
    await new Promise((resolve) => setTimeout(resolve, 0));
    for (const model of models) {
        if (!(model instanceof tf.Sequential) || model.layers.length > 0) predict(model);
    }
}

/** Sizes that are not known are small; those of a picture must be large enough for a few kernels. */
function predict(model: tf.LayersModel): void {
    const data = model.inputs.map(({ shape }) => tf.zeros(shape.map((size, axis) => size ?? (axis === 0 ? 2 : 16))));
    const result = model.predict(data.length === 1 ? data[0]! : data);
    const outputs = Array.isArray(result) ? result : [result];
    for (const [index, { shape }] of model.outputs.entries()) {
        const made = outputs[index]!.shape;
        const same = shape.length === made.length && shape.every((size, axis) => size === null || size === made[axis]);
        if (!same || made.some((size) => size < 1)) {
            throw new Error(`Declared [${shape.join(", ")}], made [${made.join(", ")}]`);
        }
    }
    tf.dispose([...data, ...outputs]);
}
