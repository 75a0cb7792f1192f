/** Trees that no parser makes of a whole program: what is missing is unknown, and the rest is judged as ever. */
import { parse } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/types";
import { describe, expect, test } from "vitest";
import { analyzeProgram } from "../../src/analysis/run.js";
import { flawOf } from "./examine.js";
import { analysisWithHoles } from "./holes.js";
import { programs } from "./programs.js";

/** How often parts of one program are taken away. */
const times = 3;

test.each(programs)("$filename with parts missing", (program) => {
    const flaws = Array.from({ length: times }, (_, seed) => {
        const flaw = flawOf(analysisWithHoles(program, seed));
        return flaw === undefined ? [] : [`seed ${seed}: ${flaw}`];
    });
    expect(flaws.flat()).toEqual([]);
});

describe("one part missing", () => {
    const wrong = "\nconst wrong = tf.zeros([2, 3]).reshape([7]);";

    const cases: readonly (readonly [name: string, code: string, path: string])[] = [
        ["a callee", "f(x);", "expression.callee"],
        ["an object", "a.b.c();", "expression.callee.object.object"],
        ["a property's name", "a.b();", "expression.callee.property"],
        ["an argument", "f(x, y);", "expression.arguments.0"],
        ["a list of arguments", "f(x, y);", "expression.arguments"],
        ["the body of a function", "function f() { return 1; }", "body"],
        ["the body of a method", "class A { f() { return 1; } }", "body.body.0.value.body"],
        ["the body of a class", "class A {}", "body"],
        ["a parameter", "const f = (x) => x; f(1);", "declarations.0.init.params.0"],
        ["a declared name", "const a = 1;", "declarations.0.id"],
        ["a declaration", "const a = 1;", "declarations.0"],
        ["all declarations of a loop", "for (const a of [1]) a;", "left.declarations.0"],
        ["a property", "f({ a: 1 });", "expression.arguments.0.properties.0"],
        ["the key of a property", "f({ a: 1 });", "expression.arguments.0.properties.0.key"],
        ["text of a template", "f(`a${1}b`);", "expression.arguments.0.quasis.1"],
        ["a case", "switch (a) { case 1: }", "cases.0"],
        ["a condition", "if (a) b();", "test"],
        ["a type", "function f(x: tf.Tensor2D) { x.add(1); }", "params.0.typeAnnotation.typeAnnotation.typeName"],
        ["the members of an enum", "enum A { B }", "body"],
    ];

    test.each(cases)("%s: what stands elsewhere is still reported", (_name, code, path) => {
        const text = `import * as tf from '@tensorflow/tfjs';\n${code}${wrong}`;
        const ast: TSESTree.Program = parse(text, { range: true, loc: true, sourceType: "module" });
        take(ast.body[1]!, path);
        const { failure, problems } = analyzeProgram({ ast, text, filename: "program.ts", settings: {} });
        expect({ failure, kinds: problems.map(({ kind }) => kind) }).toEqual({ failure: undefined, kinds: ["reshape-size"] });
    });
});

test("an option that cannot be read is no missing option, and no name that is not known", () => {
    const text = "import * as tf from '@tensorflow/tfjs';\ntf.layers.dense({ units: 2, activation: 'relu' }).apply(tf.input({ shape: [3] }));";
    for (const [index, part] of ["", ".key", ".value"].entries()) {
        const ast: TSESTree.Program = parse(text, { range: true, loc: true, sourceType: "module" });
        take(ast.body[1]!, `expression.callee.object.arguments.0.properties.0${part}`);
        const { failure, problems } = analyzeProgram({ ast, text, filename: "program.ts", settings: {} });
        expect({ index, failure, kinds: problems.map(({ kind }) => kind) }).toEqual({ index, failure: undefined, kinds: [] });
    }
});

/** Leaves nothing where a path of keys leads. */
function take(node: object, path: string): void {
    const keys = path.split(".");
    const last = keys.pop()!;
    const holder = keys.reduce<object>((at, key) => Reflect.get(at, key) as object, node);
    expect(Reflect.get(holder, last)).toBeDefined();
    Object.assign(holder, { [last]: undefined });
}
