import { describe, expect, test } from "vitest";
import { hasNaN, layerShape, opShape } from "./grid.js";
import { recordingTf } from "./recording-tf.js";
import type { OracleResult, OracleSite } from "./run-program.js";
import { runProgram } from "./run-program.js";
import * as tf from "@tensorflow/tfjs";

/** Type and output shapes of each site, in the order of the source. */
function outputs(sites: readonly OracleSite[]): [string, ...string[]][] {
    return sites.map((site) => [site.type, ...site.applications.map(({ outputs: shapes }) => JSON.stringify(shapes))]);
}

async function run(code: string, filename = "program.js"): Promise<OracleResult> {
    const result = await runProgram(code, { filename });
    expect(result.error).toBeUndefined();
    return result;
}

describe("layers", () => {
    test("sequential: sites, names, params and shapes", async () => {
        const { layers } = await run(
            [
                "const model = tf.sequential();",
                "model.add(tf.layers.conv2d({inputShape: [28, 28, 1], filters: 8, kernelSize: 5}));",
                "model.add(tf.layers.flatten());",
                "model.add(tf.layers.dense({units: 10, name: 'out'}));",
            ].join("\n")
        );
        expect(layers).toEqual([
            expect.objectContaining({
                ...{
                    line: 2,
                    column: 11,
                    endLine: 2,
                    endColumn: 81,
                    type: "conv2d",
                    name: "conv2d_Conv2D1",
                    params: 208,
                },
                applications: [{ inputs: [[null, 28, 28, 1]], outputs: [[null, 24, 24, 8]] }],
            }),
            expect.objectContaining({ line: 3, type: "flatten", params: 0 }),
            expect.objectContaining({ line: 4, type: "dense", name: "out", params: 46_090 }),
        ]);
    });

    test("automatic names start anew in every program", async () => {
        const code = "const x = tf.input({shape: [3]}); tf.layers.dense({units: 1}).apply(x);";
        await run(code);
        const { layers } = await run(code);
        expect(layers.map((layer) => layer.name)).toEqual(["input1", "dense_Dense1"]);
    });

    test("functional: an input has no inputs, a merge has several", async () => {
        const { layers } = await run(`
            import * as tf from '@tensorflow/tfjs';
            const a = tf.input({shape: [8, 8, 3]});
            const b = tf.layers.conv2d({filters: 4, kernelSize: 3, padding: 'same'}).apply(a);
            const c = tf.layers.concatenate().apply([a, b]);
            export const model = tf.model({inputs: a, outputs: c});`);
        expect(layers.map((layer) => layer.applications)).toEqual([
            [{ inputs: [], outputs: [[null, 8, 8, 3]] }],
            [{ inputs: [[null, 8, 8, 3]], outputs: [[null, 8, 8, 4]] }],
            [
                {
                    inputs: [
                        [null, 8, 8, 3],
                        [null, 8, 8, 4],
                    ],
                    outputs: [[null, 8, 8, 7]],
                },
            ],
        ]);
    });

    test("a shared layer has every distinct application at the call that made it", async () => {
        const { layers } = await run(`
            const conv = tf.layers.conv1d({filters: 2, kernelSize: 3});
            conv.apply(tf.input({shape: [10, 4]}));
            conv.apply(tf.input({shape: [10, 4]}));
            conv.apply(tf.input({shape: [20, 4]}));`);
        expect(layers[0]).toMatchObject({ type: "conv1d", timesApplied: 3, layersMade: 1 });
        expect(outputs(layers)[0]).toEqual(["conv1d", "[[null,8,2]]", "[[null,18,2]]"]);
    });

    test("a nested model applied again adds nothing to its inner layers, and is no layer itself", async () => {
        const { layers } = await run(`
            const inner = tf.sequential({layers: [tf.layers.dense({units: 3, inputShape: [5]})]});
            const x = tf.input({shape: [5]});
            inner.apply(x);
            inner.apply(tf.input({shape: [5]}));`);
        expect(layers.map(({ type, timesApplied }) => [type, timesApplied])).toEqual([
            ["dense", 1],
            ["input", 1],
            ["input", 1],
        ]);
    });

    test("a loop: several layers of one site, params and name only where they agree", async () => {
        const { layers } = await run(`
            let x = tf.input({shape: [16, 16, 3]});
            for (const filters of [4, 8]) {
                x = tf.layers.conv2d({filters, kernelSize: 3}).apply(x);
                x = tf.layers.reLU().apply(x);
            }`);
        expect(outputs(layers)).toEqual([
            ["input", "[[null,16,16,3]]"],
            ["conv2d", "[[null,14,14,4]]", "[[null,12,12,8]]"],
            ["reLU", "[[null,14,14,4]]", "[[null,12,12,8]]"],
        ]);
        expect(layers[1]).toMatchObject({ layersMade: 2 });
        expect(layers[1]).not.toHaveProperty("params");
        expect(layers[2]).toHaveProperty("params", 0);
    });

    test("a helper function: the site is the factory call, not the helper's", async () => {
        const { layers } = await run("const fc = (n) => tf.layers.dense({units: n}); fc(3); fc(3);");
        expect(layers).toMatchObject([{ column: 19, type: "dense", layersMade: 2, timesApplied: 0 }]);
    });

    test("a custom layer class, and what it applies inside", async () => {
        const { layers } = await run(`
            class Twice extends tf.layers.Layer {
                constructor(config) { super({...config}); this.inner = tf.layers.dense({units: 4}); }
                computeOutputShape(shape) { return [shape[0], shape[1] * 2]; }
                call(inputs) { const x = Array.isArray(inputs) ? inputs[0] : inputs; this.inner.apply(x); return x.concat(x, 1); }
                static get className() { return 'Twice'; }
            }
            const x = tf.input({shape: [6]});
            const model = tf.model({inputs: x, outputs: new Twice({name: 'twice'}).apply(x)});
            model.predict(tf.zeros([2, 6]));`);
        expect(outputs(layers)).toEqual([["dense"], ["input", "[[null,6]]"], ["Twice", "[[null,12]]"]]);
        expect(layers[0]?.eager).toEqual([{ inputs: [[2, 6]], outputs: [[2, 4]] }]);
        expect(layers[2]).toMatchObject({ name: "twice", params: 0 });
    });

    test("tf.layers[kind] has the type that was asked for; destructured names are as spelt", async () => {
        const { layers } = await run(`
            const {dense: fc} = tf.layers;
            for (const kind of ['flatten']) tf.layers[kind]();
            fc({units: 1});`);
        expect(layers.map((layer) => layer.type)).toEqual(["flatten", "fc"]);
    });

    test("a layer got back from a model is not made there", async () => {
        const { layers } = await run(`
            const m = tf.sequential({layers: [tf.layers.dense({units: 3, inputShape: [5], name: 'a'})]});
            m.getLayer('a').apply(m.layers[0].input);`);
        expect(layers).toMatchObject([{ type: "dense", timesApplied: 2 }]);
    });

    test("wide layers cost no random numbers", async () => {
        const { layers } = await run("tf.layers.dense({units: 8192}).apply(tf.input({shape: [8192]}));");
        expect(layers[0]).toHaveProperty("params", 8192 * 8193);
    });
});

describe("programs", () => {
    test("an async function nobody waits for is still run to its end", async () => {
        const { layers, tensors } = await run(`
            (async () => {
                await tf.nextFrame();
                const x = tf.layers.flatten().apply(await Promise.resolve(tf.zeros([2, 3, 4])));
                x.add(await Promise.resolve(tf.ones([12])));
            })();`);
        expect(layers[0]?.eager).toEqual([{ inputs: [[2, 3, 4]], outputs: [[2, 12]] }]);
        expect(outputs(tensors)).toEqual([
            ["zeros", "[[2,3,4]]"],
            ["add", "[[2,12]]"],
            ["ones", "[[12]]"],
        ]);
    });

    test("top-level await, require and a renamed import", async () => {
        await run("const tf = require('@tensorflow/tfjs-node'); await tf.ready(); tf.zeros([1]);");
        const { tensors } = await run("const tf = await import('@tensorflow/tfjs-node'); tf.zeros([1]);");
        expect(outputs(tensors)).toEqual([["zeros", "[[1]]"]]);
        const { layers } = await run(
            "import { layers as L, input as In } from '@tensorflow/tfjs'; L.dense({units: 2}).apply(In({shape: [3]}));"
        );
        expect(layers.map(({ type, column }) => [type, column])).toEqual([
            ["dense", 62],
            ["In", 88],
        ]);
    });

    test("TypeScript keeps the positions of the original source", async () => {
        const { layers, tensors } = await run(
            [
                "import * as tf from '@tensorflow/tfjs';",
                "interface Config { units: number }",
                "const make = <T extends Config>(config: T): tf.layers.Layer => tf.layers.dense(config as Config);",
                "const y = make({ units: 4 }).apply(tf.input({ shape: [2] })) as tf.SymbolicTensor;",
                "const z: tf.Tensor2D = (tf.zeros([1, y.shape[1]!]) as tf.Tensor2D)!.relu<tf.Tensor2D>();",
            ].join("\n"),
            "program.ts"
        );
        expect(layers).toMatchObject([
            { line: 3, column: 64, endColumn: 97, type: "dense" },
            { line: 4, column: 36, endColumn: 60, type: "input" },
        ]);
        expect(tensors).toMatchObject([
            { line: 5, column: 24, endColumn: 88, type: "relu", applications: [{ outputs: [[1, 4]] }] },
            { line: 5, column: 25, endColumn: 51, type: "zeros", applications: [{ outputs: [[1, 4]] }] },
        ]);
    });

    test("other modules, with their sites apart", async () => {
        const result = await runProgram("import { net } from './lib/net'; net(tf.input({shape: [4]}));", {
            filename: "src/main.ts",
            modules: {
                "src/lib/net.js":
                    "import units from './units.json'; import * as tf from '@tensorflow/tfjs';\nexport const net = (x) => tf.layers.dense(units).apply(x);",
                "src/lib/units.json": '{"units": 7}',
            },
        });
        expect(result.error).toBeUndefined();
        expect(outputs(result.layers)).toEqual([["input", "[[null,4]]"]]);
        expect(outputs(result.modules["src/lib/net.js"]?.layers ?? [])).toEqual([["dense", "[[null,7]]"]]);
    });

    test.each([
        [
            "export const n = 4; export function f() { return n; } export class A {}",
            "import { n, f, A } from './lib.js'; new A(); f() + n;",
        ],
        ["export default [4, 4].map((x) => x)[0];", "import n, * as all from './lib.js'; n + all.default;"],
        [
            "export default function f() { return 4; } export { f as g };",
            "import f, { g as h } from './lib.js'; f() + h();",
        ],
        ["const n = 4; export { n }; export * from './other.js';", "import * as lib from './lib.js'; lib.n + lib.m;"],
        ["module.exports = { n: 4 };", "import lib, { n } from './lib.js'; lib.n + n;"],
        ["export let n = 3; n++;", "import './lib.js'; const { n } = require('./lib'); n + n;"],
    ])("every form of module: %s", async (lib, main) => {
        const code = main.replace(/; ([^;]*);$/, "; tf.zeros([$1]);");
        const modules = { "lib.js": lib, "other.js": "export const m = 4;" };
        const result = await runProgram(code, { filename: "main.js", modules });
        expect(result.error).toBeUndefined();
        expect(outputs(result.tensors)).toEqual([["zeros", "[[8]]"]]);
    });

    test.each([
        [
            "optional chains",
            "const m = undefined; m?.a(tf.zeros([1])).b().c; const x = tf.ones([2]); x?.relu().neg().shape",
        ],
        [
            "this and super",
            "class A { m() { return tf.ones([2]).relu(); } } class B extends A { constructor() { super(tf.zeros([1])); } m() { return super.m().neg(); } } new B().m();",
        ],
        [
            "generators",
            "function* g() { const x = yield tf.ones([2]); x.relu((yield 2)).neg(); } const it = g(); it.next(); it.next(tf.ones([2])); it.next(3);",
        ],
        [
            "arguments and new.target",
            "function F() { if (!new.target) return new F(...arguments); this.x = tf.ones([2]).relu().neg(); } F(1);",
        ],
        ["template tags", "const tag = () => (s) => tf.ones([2]).relu().neg(); tag()`a`;"],
        ["statements without semicolons", "const a = tf.ones([2])\nconst b = a.relu()\n;[b].forEach(x => x.neg())"],
        ["undeclared names", "leaked = tf.ones([2]); leaked.relu().neg();"],
    ])("the program keeps its meaning: %s", async (_name, code) => {
        const { tensors } = await run(code);
        const types = tensors.map((site) => site.type);
        expect(types).toEqual(expect.arrayContaining(["ones", "relu", "neg"]));
        expect(globalThis).not.toHaveProperty("leaked");
    });
});

describe("tensor operations", () => {
    test("a chain, each call with its own shapes", async () => {
        const { tensors } = await run("const y = tf.tensor2d([[1, 2, 3]]).transpose().matMul(tf.ones([1, 4]));");
        expect(tensors.map(({ type, column, applications }) => [type, column, applications])).toEqual([
            [
                "matMul",
                11,
                [
                    {
                        inputs: [
                            [3, 1],
                            [1, 4],
                        ],
                        outputs: [[3, 4]],
                    },
                ],
            ],
            ["transpose", 11, [{ inputs: [[1, 3]], outputs: [[3, 1]] }]],
            ["tensor2d", 11, [{ inputs: [], outputs: [[1, 3]] }]],
            ["ones", 55, [{ inputs: [], outputs: [[1, 4]] }]],
        ]);
    });

    test("several outputs, namespaces and tidy", async () => {
        const { tensors } = await run(`
            tf.tidy(() => {
                const [a, b] = tf.split(tf.ones([4, 6]), 2, 1);
                const { mean } = tf.moments(a, 0);
                return tf.image.resizeBilinear(b.reshape([1, 4, 3, 1]), [8, 6]);
            });`);
        expect(outputs(tensors)).toEqual([
            ["split", "[[4,3],[4,3]]"],
            ["ones", "[[4,6]]"],
            ["moments", "[[3],[3]]"],
            ["resizeBilinear", "[[1,8,6,1]]"],
            ["reshape", "[[1,4,3,1]]"],
        ]);
    });

    test("helpers, predict and apply are not operations, whatever they run inside", async () => {
        const { tensors } = await run(`
            const model = tf.sequential({layers: [tf.layers.dense({units: 3, inputShape: [5], activation: 'relu'})]});
            const predict = (x) => model.predict(x);
            predict(tf.zeros([2, 5]));
            model.layers[0].apply(tf.zeros([2, 5]));`);
        expect(tensors.map((site) => site.type)).toEqual(["zeros", "zeros"]);
    });
});

describe("errors", () => {
    test("stand at the innermost call that was being evaluated", async () => {
        const { error } = await runProgram(
            [
                "function build() {",
                "    const x = tf.input({shape: [4]});",
                "    return tf.layers.conv2d({filters: 2, kernelSize: 3}).apply(x);",
                "}",
                "build();",
            ].join("\n")
        );
        expect(error).toMatchObject({
            message: expect.stringContaining("expected ndim=4") as string,
            line: 3,
            column: 12,
        });
    });

    test("of an async function are the program's when nobody waits for it", async () => {
        const { error } = await runProgram(
            "async function main() {\n  await tf.nextFrame();\n  tf.ones([2]).reshape([3]);\n}\nmain();"
        );
        expect(error).toMatchObject({ line: 3, column: 3 });
    });

    test("that the program catches do not end it, but are told", async () => {
        const { error, thrown, tensors } = await runProgram(
            "try { tf.ones([2]).reshape([3]); } catch {}\nPromise.reject(new Error('x')).catch(() => {});\ntf.ones([1]);"
        );
        expect(error).toBeUndefined();
        expect(thrown).toHaveLength(2);
        expect(tensors).toHaveLength(2);
    });

    test("of syntax have a place, in both parsers", async () => {
        expect((await runProgram("const x = ;")).error).toMatchObject({ line: 1, column: 11 });
        expect((await runProgram("const x: = 3;", { filename: "a.ts" })).error).toMatchObject({ line: 1, column: 10 });
    });

    test("a program that never ends its promises is given up", async () => {
        const { error } = await runProgram("await new Promise(() => {});", { timeout: 50 });
        expect(error?.message).toContain("50 ms");
    });
});

test("many small programs leave no tensors behind", async () => {
    const code = (index: number): string =>
        `const m = tf.sequential(); m.add(tf.layers.dense({units: ${String(
            index + 1
        )}, inputShape: [4]})); m.add(tf.layers.reLU());`;
    // Other programs in this process may have kept some, as optimizers do.
    const before = tf.memory().numTensors;
    for (let index = 0; index < 200; index++) await runProgram(code(index));
    expect(tf.memory().numTensors).toBe(before);
});

describe("grid", () => {
    test("a layer's shape and params, or its error; configs stay as they were", () => {
        const config = { poolSize: 2, targetShape: [-1] };
        expect(layerShape("maxPooling2d", config, [[null, 9, 9, 3]])).toEqual({
            outputShape: [null, 4, 4, 3],
            outputShapes: [[null, 4, 4, 3]],
            params: 0,
        });
        expect(layerShape("dense", { units: 5 }, [[null, 4]])).toMatchObject({ outputShape: [null, 5], params: 25 });
        expect(
            layerShape("add", undefined, [
                [null, 4],
                [null, 4],
            ])
        ).toMatchObject({ outputShape: [null, 4] });
        expect(layerShape("conv2d", { filters: 1, kernelSize: 3 }, [[null, 4]]).error).toContain("ndim");
        expect(layerShape("nothing", {}, [[1]]).error).toBe("tf.layers.nothing is not a function");
        expect(config).toEqual({ poolSize: 2, targetShape: [-1] });
    });

    test("an operation's shape, and whether NaN is in it", () => {
        const wrong = opShape(() =>
            tf.conv2dTranspose(
                tf.ones<tf.Rank.R4>([1, 4, 4, 1]),
                tf.ones<tf.Rank.R4>([3, 3, 1, 1]),
                [1, 8, 8, 1],
                1,
                "same"
            )
        );
        expect(wrong).toMatchObject({ outputShape: [1, 8, 8, 1], hasNaN: true });
        expect(opShape(() => tf.ones([2]).reshape([3])).error).toContain("must match the product");
        expect(hasNaN(tf.tensor1d([1, 2]))).toBe(false);
        expect(recordingTf["version"]).toBe(tf.version);
    });
});
