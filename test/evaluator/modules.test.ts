/** Names that come from other files, and from packages. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";
import { runProgram } from "../oracle/run-program.js";
import { see } from "./programs.js";

let cwd = "";

beforeEach(() => {
    cwd = fs.mkdtempSync(path.join(os.tmpdir(), "modules-"));
});

afterEach(() => {
    fs.rmSync(cwd, { recursive: true });
});

/** The sizes of the last layer of main.js, as they are known. */
function sizesOf(modules: Readonly<Record<string, string>>, main: string, filename = "main.js"): readonly unknown[] {
    for (const [name, code] of Object.entries(modules)) {
        fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
        fs.writeFileSync(path.join(cwd, name), code);
    }
    const { layers, problems, error } = analyze(main, { filename, cwd });
    expect({ problems, error }).toEqual({ problems: [], error: undefined });
    return layers.at(-1)?.shapes[0]?.outputs[0]?.slice(1) ?? [];
}

const tf = "import * as tf from '@tensorflow/tfjs';";

describe("modules of the project, as they run", () => {
    test.each<readonly [name: string, modules: Readonly<Record<string, string>>, main: string]>([
        ["names, a default and the whole", { "a.js": "export const n = 3; export default 4; const m = 5; export { m as other };" }, `${tf} import four, { n, other as m } from './a.js'; import * as a from './a.js'; ${see("n", "four", "m", "a.n", "a.other")}`],
        ["what is exported of another", { "a.js": "export const n = 3; export const m = 4; export default 9;", "b.js": "export * from './a.js'; export { m as again, default as nine } from './a.js';" }, `${tf} import { n, again, nine } from './b.js'; ${see("n", "again", "nine")}`],
        ["default functions and classes, with names and without", { "a.js": "export default function twice(n) { return n * 2; }", "b.js": "export default (n) => n + 1;", "c.js": "export default class Box { n = 7; }", "d.js": "export default class { n = 8; }", "e.js": "export default function () { return 9; }" }, `${tf} import twice from './a.js'; import next from './b.js'; import Box from './c.js'; import Other from './d.js'; import nine from './e.js'; ${see("twice(3)", "next(4)", "new Box().n", "new Other().n", "nine()")}`],
        ["functions, classes and patterns that are exported where they are declared", { "a.js": "export function f() { return 3; } export class Box { n = 4; } export const { k, list: [first] } = { k: 5, list: [6] };" }, `${tf} import { f, Box, k, first } from './a.js'; ${see("f()", "new Box().n", "k", "first")}`],
    ])("%s", async (_, modules, main) => {
        const ran = await runProgram(main, { filename: "main.js", modules });
        expect(ran.error).toBeUndefined();
        expect(sizesOf(modules, main)).toEqual(ran.layers.at(-1)?.applications[0]?.outputs[0]?.slice(1));
    });
});

describe("modules of other kinds", () => {
    test.each<readonly [name: string, modules: Readonly<Record<string, string>>, main: string, sizes: readonly unknown[]]>([
        ["CommonJS, by name and as a whole", { "a.cjs": "exports.n = 3; exports.f = () => 4;", "b.cjs": "module.exports = { m: 5 };", "c.cjs": "module.exports = (n) => n * 2;" }, `const tf = require('@tensorflow/tfjs'); const { n, f } = require('./a.cjs'); const b = require('./b.cjs'); const twice = require('./c.cjs'); ${see("n", "f()", "b.m", "twice(3)")}`, [3, 4, 5, 6]],
        ["CommonJS that is imported", { "a.cjs": "module.exports = { n: 3 };" }, `${tf} import a, { n } from './a.cjs'; import * as all from './a.cjs'; ${see("a.n", "n", "all.n")}`, [3, 3, 3]],
        ["a module that is required", { "a.js": "export const n = 3; export default 4;" }, `const tf = require('@tensorflow/tfjs'); const a = require('./a.js'); ${see("a.n", "a.default")}`, [3, 4]],
        ["a module that is awaited", { "a.js": "export const n = 3;" }, `${tf} const { n } = await import('./a.js'); ${see("n")}`, [3]],
        ["data", { "a.json": '{"units": 4, "list": [5]}' }, `${tf} import data from './a.json' with { type: 'json' }; ${see("data.units", "data.list[0]")}`, [4, 5]],
        ["data that is required", { "a.json": '{"units": 4}' }, `const tf = require('@tensorflow/tfjs'); const data = require('./a.json'); ${see("data.units")}`, [4]],
        ["a name that a module does not export", { "a.js": "export const n = 3;" }, `${tf} import { n, m } from './a.js'; ${see("n", "m")}`, [3, "m"]],
        ["a module that throws has what it exported before", { "a.js": "export const n = 3; throw new Error(); export const m = 4;" }, `${tf} import { n } from './a.js'; ${see("n")}`, [3]],
        ["what a module does only where it is started", { "a.cjs": "let n = 3; if (require.main === module) { n = 5; } exports.n = n;" }, `const tf = require('@tensorflow/tfjs'); const { n } = require('./a.cjs'); ${see("n")}`, [3]],
        ["a module that works for long: what that has no part in", { "a.js": `let k = 0; const some = () => { ${"k = Math.abs(k);".repeat(1000)} }; const work = () => { ${"some();".repeat(12)} }; work(); export const n = 3; export { k };` }, `${tf} import { n, k } from './a.js'; ${see("n", "k")}`, [3, "k"]],
        ["a module that is not there", {}, `${tf} import { n } from './nowhere.js'; ${see("n")}`, ["n"]],
        ["a place that is not known", {}, `const tf = require('@tensorflow/tfjs'); const a = require(process.argv[2]); const b = await import(process.argv[3]); ${see("a.n", "b.n")}`, ["a.n", "b.n"]],
        ["modules that import each other: a name that is not there yet is not known", { "a.js": "import { m } from './b.js'; export function f() { return m + 1; } export const n = 3;", "b.js": "import { f } from './a.js'; export const m = 4; export const g = () => f();" }, `${tf} import { n } from './a.js'; import { g } from './b.js'; ${see("n", "g()")}`, [3, "g()"]],
        ["the library handed on as a whole", { "lib.js": "export * from '@tensorflow/tfjs';", "again.js": "export * from './lib.js';" }, "import * as tf from './again.js'; tf.input({ shape: [4] });", [4]],
        ["the library handed on with something else", { "lib.js": "export * from '@tensorflow/tfjs'; export const n = 6;" }, "import { input, layers, n } from './lib.js'; import * as all from './lib.js'; layers.dense({ units: all.n }).apply(input({ shape: [n] }));", [6]],
        ["the library by await, by a name of its own, and handed on", { "lib.js": "export { layers, input as start } from '@tensorflow/tfjs'; export * as whole from '@tensorflow/tfjs';" }, "const tf = await import('@tensorflow/tfjs'); import { start } from './lib.js'; start({ shape: [3] }); tf.input({ shape: [4] });", [4]],
    ])("%s", (_, modules, main, sizes) => {
        expect(sizesOf(modules, main)).toEqual(sizes);
    });

    test.each<readonly [name: string, modules: Readonly<Record<string, string>>, main: string, sizes: readonly unknown[]]>([
        ["TypeScript's import of what is required", { "a.ts": "export const n = 3;" }, `import tf = require('@tensorflow/tfjs'); import a = require('./a'); ${see("a.n")}`, [3]],
        ["an enum and a namespace that are exported", { "a.ts": "export enum Size { a = 4 } export namespace config { export const n = 5; }" }, `${tf} import { Size, config } from './a'; ${see("Size.a", "config.n")}`, [4, 5]],
        ["types alone", { "a.ts": "export interface Box { n: number } export default interface Other { m: number }" }, `${tf} import type { Box } from './a'; const box: Box = { n: 6 }; ${see("box.n")}`, [6]],
        ["a type of another module, by its name and handed on", { "a.ts": "export interface Conf { shape: [number, 4]; more: More } interface More { list: [1, 2, 3] }", "b.ts": "export { Conf as Config } from './a'; export * from './a';" }, `${tf} import type { Config, Conf } from './b'; export function f(conf: Config, other: Conf) { ${see("conf.shape[0]", "conf.shape[1]", "other.more.list.length")} }`, ["conf.shape[0]", 4, 3]],
        ["another name for a part of the library", {}, `${tf} import input = tf.input; ${see("3")}`, [3]],
    ])("%s", (_, modules, main, sizes) => {
        expect(sizesOf(modules, main, "main.ts")).toEqual(sizes);
    });
});
