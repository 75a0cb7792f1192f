import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { tfjsMethods, tfjsOps } from "../../src/apis/tfjs-ops.js";

/** Functions of the library that have no entry, and why. */
const noEntry: Readonly<Record<string, readonly string[]>> = {
    "they take functions, so the evaluator calls those": ["tidy", "customGrad", "grad", "grads", "valueAndGrad", "valueAndGrads", "variableGrads", "multiRNNCell"],
    "they give back or let go of what they get": ["keep", "dispose", "disposeVariables", "print"],
    "they time, set up or look into the engine": [
        "time", "profile", "memory", "engine", "env", "ready", "nextFrame", "backend", "getBackend", "setBackend", "removeBackend", "registerBackend", "findBackend", "findBackendFactory",
        "enableDebugMode", "enableProdMode", "disableDeprecationWarnings", "deprecationWarn", "setPlatform", "copyRegisteredKernels", "getGradient", "getKernel",
        "getKernelsForBackend", "registerGradient", "registerKernel", "unregisterGradient", "unregisterKernel", "forceHalfFloat", "setWebGLContext", "op", "sumOutType", "upcastType",
    ],
    "they belong to layers, models and converters": ["input", "model", "sequential", "loadLayersModel", "loadGraphModel", "loadGraphModelSync", "registerCallbackConstructor", "registerOp", "deregisterOp", "train"],
};

/** Namespaces of operations. tf.browser is one as well, but for what draws: toPixels, draw, …. */
const namespaces = ["image", "linalg", "losses", "metrics", "signal", "spectral", "fused", "sparse", "string", "math"];

const methodsWithoutEntry = [
    // They read values, or let go of the tensor.
    "array", "arraySync", "buffer", "bufferSync", "bytes", "data", "dataSync", "dataToGPU", "dispose", "isDisposed", "print", "rank", "throwIfDisposed", "toString", "constructor",
];

function functionsOf(owner: object): string[] {
    return Object.entries(owner).flatMap(([name, value]) => (typeof value === "function" && !/^[A-Z]/.test(name) ? [name] : []));
}

test("every operation the library exports has an entry", () => {
    const exported = [...functionsOf(tf), ...namespaces.flatMap((space) => functionsOf(Reflect.get(tf, space) as object).map((name) => `${space}.${name}`))];
    const without = exported.filter((path) => !(path in tfjsOps));
    expect(without.sort()).toEqual(Object.values(noEntry).flat().sort());
});

test("every entry is exported by the library", () => {
    for (const path of Object.keys(tfjsOps)) {
        const member = path.split(".").reduce<unknown>((owner, name) => Reflect.get(owner as object, name), tf);
        expect(typeof member, path).toBe("function");
    }
});

test("every method of a tensor has an entry, and the other way round", () => {
    const methods = Object.getOwnPropertyNames(tf.Tensor.prototype);
    expect(methods.filter((name) => !(name in tfjsMethods)).sort()).toEqual([...methodsWithoutEntry].sort());
    // A TensorBuffer stands for the tensor it becomes.
    expect(Object.keys(tfjsMethods).filter((name) => !methods.includes(name))).toEqual(["toTensor"]);
});

test("entries say where their shapes come from", () => {
    for (const spec of [...Object.values(tfjsOps), ...Object.values(tfjsMethods)]) {
        expect(spec.source, spec.name).toMatch(/tfjs-(core|backend-cpu|layers) 4\.22\.0 /);
    }
});

test("names every object has are not entries", () => {
    expect("toString" in tfjsMethods || "constructor" in tfjsOps).toBe(false);
});

/** The library's own parameter names, of the functions that are written with them. */
test("arguments stand in the library's order", () => {
    const different: string[] = [];
    for (const [path, spec] of Object.entries(tfjsOps)) {
        const member = path.split(".").reduce<unknown>((owner, name) => Reflect.get(owner as object, name), tf) as (...args: unknown[]) => unknown;
        const least = Object.keys(spec.args).length;
        // Wrapped operations take `...args`, so their length is 0.
        if (!spec.rest && !spec.named && member.length > least) {
            different.push(path);
        }
    }
    expect(different).toEqual([]);
});
