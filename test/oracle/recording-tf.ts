/**
 * The real TensorFlow.js on the CPU backend, made to remember which layers, applications and operations came from
 * which library call. Nothing it computes is changed, except that random initial weights are zeros (see `addWeight`).
 */
import * as tf from "@tensorflow/tfjs";
import { watchInside, type InnerApplication } from "./inner-layers.js";

export type Shape = (number | null)[];

export interface Application {
    inputs: Shape[];
    outputs: Shape[];
}

export interface Operation extends Application {
    readonly name: string;
}

export interface EagerApplication extends Application {
    readonly layer: tf.layers.Layer;
    /** What the layers that it holds were given meanwhile. */
    readonly inside: readonly InnerApplication[];
}

type Func = (this: unknown, ...args: unknown[]) => unknown;

/** What is remembered, and the library that does. */
interface Records {
    /** Results of library calls, waiting for the call expression that returns them. */
    readonly operations: WeakMap<object, () => Operation>;
    readonly eagerApplications: WeakMap<object, EagerApplication>;
    readonly madeByFactory: WeakSet<object>;
    readonly symbolicApplications: WeakMap<tf.layers.Layer, Application[]>;
    /** Undefined until the library has been changed. */
    tf?: Record<string, unknown>;
}

/** A process may have this module more than once, but has the library once: what is changed there is not changed again. */
const shared = globalThis as { [place]?: Records };
const place = Symbol.for("eslint-plugin-layer-shapes: what the library did");
const records = (shared[place] ??= { operations: new WeakMap(), eagerApplications: new WeakMap(), madeByFactory: new WeakSet(), symbolicApplications: new WeakMap() });
const { operations, eagerApplications, madeByFactory, symbolicApplications } = records;

/**
 * What a call named `name` did, if its result came straight from a tensor operation. It can be asked once: the
 * innermost call that returns a tensor is the operation, or some other library call (`predict`) that ran one inside.
 */
export function takeOperation(result: object, name: string | undefined): Operation | undefined {
    const operation = operations.get(result)?.();
    operations.delete(result);
    return operation && (name === undefined || name === operation.name) ? operation : undefined;
}

export function takeEagerApplication(result: object): EagerApplication | undefined {
    const application = eagerApplications.get(result);
    eagerApplications.delete(result);
    return application;
}

/** The layer a call made: by a factory (`tf.layers.x`, `tf.input`), or by `new`. Models are not layers here. */
export function layerMade(result: object, byNew: boolean): tf.layers.Layer | undefined {
    if (!byNew && !madeByFactory.has(result)) return undefined;
    const made = result instanceof tf.SymbolicTensor ? result.sourceLayer : result;
    return made instanceof tf.layers.Layer && !(made instanceof tf.LayersModel) ? made : undefined;
}

export function applicationsOf(layer: tf.layers.Layer): readonly Application[] {
    if (layer.getClassName() === "InputLayer") {
        return [{ inputs: [], outputs: [copyShape(layer.batchInputShape)] }];
    }
    return symbolicApplications.get(layer) ?? [];
}

export function copyShape(shape: readonly (number | null | undefined)[]): Shape {
    return Array.from(shape, (size) => size ?? null);
}

function shapesOf(value: unknown): Shape[] {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values
        .filter(
            (item): item is tf.Tensor | tf.SymbolicTensor =>
                item instanceof tf.Tensor || item instanceof tf.SymbolicTensor
        )
        .map((item) => copyShape(item.shape));
}

function noteOperation(name: string, self: unknown, args: readonly unknown[], result: unknown): void {
    if (typeof result !== "object" || result === null) return;
    if (result instanceof Promise) {
        result.then(
            (value) => {
                noteOperation(name, self, args, value);
            },
            () => undefined
        );
        return;
    }
    const values = result instanceof tf.Tensor ? [result] : Object.values(result);
    if (!values.some((value) => value instanceof tf.Tensor)) return;
    operations.set(result, () => ({
        name,
        inputs: shapesOf([self, ...args].flat()),
        outputs: shapesOf(values),
    }));
}

/** What runs the program's own code, manages memory, or is callable without being a function (`train`). */
const notOperations = new Set(
    "tidy keep time profile grad grads valueAndGrad valueAndGrads variableGrads customGrad op engine dispose train".split(
        " "
    )
);
const notOperationMethods = new Set(
    "constructor rank isDisposed buffer bufferSync array arraySync data dataToGPU dataSync bytes dispose throwIfDisposed print toString".split(
        " "
    )
);
const operationNamespaces = ["image", "linalg", "losses", "math", "metrics", "signal", "spectral", "sparse", "string"];

const wrappers = new WeakMap<Func, Func>();

function wrapOperation(name: string, original: Func): Func {
    const known = wrappers.get(original);
    if (known) return known;
    const wrapper: Func = function (...args) {
        const result = original.apply(this, args);
        noteOperation(name, undefined, args, result);
        return result;
    };
    wrappers.set(original, wrapper);
    return wrapper;
}

function wrapFactory(original: Func): Func {
    return function (...args) {
        const result = original.apply(this, args);
        if (typeof result === "object" && result !== null) madeByFactory.add(result);
        return result;
    };
}

function wrapNamespace(namespace: object, wrap: (name: string, original: Func) => unknown): Record<string, unknown> {
    const copy: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(namespace) as [string, unknown][]) {
        // Classes are spelt with a capital; everything else that is callable is a plain function.
        copy[name] = typeof value === "function" && /^[a-z]/.test(name) ? wrap(name, value as Func) : value;
    }
    return copy;
}

function makeRecordingTf(): Record<string, unknown> {
    const recording = wrapNamespace(tf, (name, original) =>
        notOperations.has(name) ? original : wrapOperation(name, original)
    );
    for (const name of operationNamespaces) {
        recording[name] = wrapNamespace(recording[name] as object, wrapOperation);
    }
    recording["browser"] = wrapNamespace(tf.browser, wrapOperation);
    const { input } = tf as unknown as Record<string, Func>;
    const recordingInput = wrapFactory(input as Func);
    recording["layers"] = wrapNamespace(tf.layers, (_name, original) => wrapFactory(original));
    Object.assign(recording["layers"] as object, { input: recordingInput });
    return Object.assign(recording, { input: recordingInput, __esModule: true, default: recording });
}

function patchTensorMethods(): void {
    const prototype = tf.Tensor.prototype as unknown as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
        if (notOperationMethods.has(name)) continue;
        const original = prototype[name] as Func;
        prototype[name] = function (this: unknown, ...args: unknown[]) {
            const result = original.apply(this, args);
            noteOperation(name, this, args, result);
            return result;
        };
    }
}

/**
 * Shapes are copied around the application, because some layers (centerCrop, categoryEncoding) write into the shape
 * they are given.
 */
function patchApply(): void {
    const prototype = tf.layers.Layer.prototype as unknown as Record<
        "apply",
        (this: tf.layers.Layer, ...args: unknown[]) => unknown
    >;
    const original = prototype.apply;
    prototype.apply = function (inputs, ...rest) {
        const before = shapesOf(inputs);
        const [first] = Array.isArray(inputs) ? (inputs as unknown[]) : [inputs];
        const isSymbolic = first instanceof tf.SymbolicTensor;
        const { result, inside } = watchInside(this, isSymbolic, () => original.call(this, inputs, ...rest));
        const application = { inputs: before, outputs: shapesOf(result) };
        if (isSymbolic) {
            for (const { layer, ...one } of [...inside, { layer: this, ...application }]) {
                symbolicApplications.set(layer, [...(symbolicApplications.get(layer) ?? []), one]);
            }
        } else {
            eagerApplications.set(result as object, { layer: this, ...application, inside });
        }
        return result;
    };
}

/** The Glorot, He and LeCun ones call themselves VarianceScaling (tfjs-layers 4.22 src/initializers.ts). */
const randomInitializers = /^(?:Random(?:Normal|Uniform)|TruncatedNormal|Orthogonal|VarianceScaling)$/;

/** Random numbers for weights nobody looks at are most of the cost of building a model: zeros are as good. */
function patchAddWeight(): void {
    const prototype = tf.layers.Layer.prototype as unknown as { addWeight: Func };
    const original = prototype.addWeight;
    const zeros = tf.initializers.zeros();
    prototype.addWeight = function (name, shape, dtype, initializer, ...rest) {
        const className = (initializer as { getClassName?: () => string } | undefined)?.getClassName?.() ?? "";
        // Orthogonal rejects other ranks, and no initializer takes other types: leave those to throw.
        const ordinary = (dtype ?? "float32") === "float32" && (className !== "Orthogonal" || isPair(shape));
        const used = ordinary && randomInitializers.test(className) ? zeros : initializer;
        return original.call(this, name, shape, dtype, used, ...rest);
    };
}

function isPair(value: unknown): boolean {
    return Array.isArray(value) && value.length === 2;
}

/**
 * tfjs-layers 4.22 src/backend/state.ts keeps the counters of automatic names in a module variable and offers no
 * reset. It reads and writes `counters[prefix]`, so an inherited accessor meets the object itself.
 */
function findNameCounters(): Record<string, number> {
    const probe = "OracleProbe";
    class OracleProbe extends tf.layers.Layer {
        static className = probe;
    }
    let found: Record<string, number> | undefined;
    Object.defineProperty(Object.prototype, probe, {
        configurable: true,
        get: () => 0,
        set(this: Record<string, number>) {
            // eslint-disable-next-line @typescript-eslint/no-this-alias -- the object is what we are after
            found = this;
        },
    });
    try {
        new OracleProbe({});
    } finally {
        Reflect.deleteProperty(Object.prototype, probe);
    }
    if (!found) throw new Error("tfjs-layers no longer counts automatic names in an object.");
    return found;
}

await tf.setBackend("cpu");
const nameCounters = findNameCounters();

function changeLibrary(): Record<string, unknown> {
    patchTensorMethods();
    patchApply();
    patchAddWeight();
    return makeRecordingTf();
}

export const recordingTf = (records.tf ??= changeLibrary());

/** Runs with a fresh state: automatic names start at 1, no tensor or variable stays, the library prints nothing. */
export async function withFreshTf<T>(run: () => Promise<T>): Promise<T> {
    const { debug, error, info, log, warn } = console;
    const quiet = (): void => undefined;
    for (const key of Object.keys(nameCounters)) Reflect.deleteProperty(nameCounters, key);
    Object.assign(console, { debug: quiet, error: quiet, info: quiet, log: quiet, warn: quiet });
    tf.engine().startScope();
    try {
        return await run();
    } finally {
        tf.engine().endScope();
        tf.disposeVariables();
        Object.assign(console, { debug, error, info, log, warn });
    }
}
