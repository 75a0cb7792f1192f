/** What only TypeScript has, as far as sizes are said with it. */
import { describe } from "vitest";
import { known, see, symbolic } from "./programs.js";

const filename = "program.ts";

describe("enums and namespaces", () => {
    known([
        { name: "members count up from the last that is given", filename, code: `enum Size { none, one, eight = 8, nine, twice = eight * 2 } ${see("Size.one", "Size.eight", "Size.nine", "Size.twice", "Size.none + 3")}` },
        { name: "members of text, quoted names, and names by their numbers", filename, code: `enum Kind { conv = "conv2d", "two words" = "ab" } enum N { a = 4, b } ${see("Kind.conv.length", "Kind['two words'].length", "N[4].length", "N['b']")}` },
        { name: "a constant enum", filename, code: `const enum Size { small = 4, large = small << 2 } ${see("Size.large")}` },
        { name: "what a namespace exports", filename, code: `namespace config { const hidden = 2; export const units = 4, more = units * hidden; export function twice(n: number) { return n * 2; } export class Box { n = 7; } } ${see("config.units", "config.more", "config.twice(5)", "new config.Box().n")}` },
    ]);
});

describe("types are no part of a value", () => {
    known([
        { name: "assertions of all kinds", filename, code: `const n = 3 as number, m = <number>4, list = [5] as const, maybe: number | undefined = 6, o = { n: 7 } satisfies { n: number }; ${see("n", "m", "list[0]", "maybe!", "o.n")}` },
        { name: "parameters that are properties", filename, code: `class Config { constructor(public units: number, private readonly rate = 2) {} size() { return this.units * this.rate; } } ${see("new Config(4).units", "new Config(4).size()")}` },
        { name: "generics, overloads and abstract members", filename, code: `function same(x: number): number; function same<T>(x: T): T; function same(x: unknown) { return x; } abstract class A { abstract n: number; twice() { return this.n * 2; } } class B extends A { n = 4; } ${see("same<number>(3) as number", "new B().twice()")}` },
        { name: "declarations alone", filename, code: `declare const elsewhere: number; interface Box { n: number } type Pair = [number, number]; declare function f(): void; const pair: Pair = [3, 4]; const box: Box = { n: 5 }; ${see("pair[1]", "box.n")}` },
    ]);
});

describe("what annotations say of parameters that nobody passes", () => {
    const shapeOf = (parameter: string, ...sizes: readonly string[]): string => `export function f(${parameter}) { return ${see(...sizes)} }`;
    symbolic([
        { name: "a literal type is its value", filename, code: shapeOf("n: 3, k: 'ab'", "n", "k.length"), expected: ["3, 2"] },
        { name: "a tuple has as many sizes as its type", filename, code: shapeOf("size: [number, number]", "size[0]", "size[1]", "size.length"), expected: ["size[0], size[1], 2"] },
        { name: "members of a tuple by their names", filename, code: shapeOf("size: [rows: number, columns: 4]", "size[0]", "size[1]"), expected: ["rows, 4"] },
        { name: "a tuple in a tuple", filename, code: shapeOf("size: [[2, number], number]", "size[0][0]", "size[0].length", "size.length"), expected: ["2, 2, 2"] },
        { name: "a tuple that may be longer has no length", filename, code: shapeOf("size: [number, ...number[]], some: [number, number?]", "size.length", "some.length"), expected: ["size.length, some.length"] },
        { name: "a list of numbers", filename, code: shapeOf("size: number[]", "size[0]"), expected: ["size[0]"] },
        { name: "a list of anything else", filename, code: shapeOf("size: { n: number }[]", "size[0].n", "size.length"), expected: ["size[0].n, size.length"] },
        { name: "a tensor type has its rank", filename, code: shapeOf("x: tf.Tensor2D, y: Tensor1D, s: tf.Scalar", "x.shape[0]", "y.shape[0]", "x.rank", "s.rank + 1"), expected: ["x.shape[0], y.shape[0], 2, 1"] },
        { name: "a type named like nothing of the library", filename, code: shapeOf("x: Box.toString, y: constructor", "x", "y"), expected: ["x, y"] },
        { name: "other literals say nothing of a size", filename, code: shapeOf("n: -1 | 2, flag: true", "n"), expected: ["n"] },
    ]);
});

describe("what declared types say of the properties of a parameter", () => {
    const shapeOf = (types: string, parameter: string, ...sizes: readonly string[]): string => `${types} export function f(${parameter}) { return ${see(...sizes)} }`;
    symbolic([
        { name: "a type that is written out", filename, code: shapeOf("", "conf: { shape: [number, 4]; x: tf.Tensor2D; units: 3 }", "conf.shape[0]", "conf.shape[1]", "conf.shape.length", "conf.x.rank", "conf.units"), expected: ["conf.shape[0], 4, 2, 2, 3"] },
        { name: "an interface, and those that it extends", filename, code: shapeOf("interface Base { shape: [number, number] } type Named = { 'size': 5 }; interface Conf extends Base, Named { units: number }", "conf: Conf", "conf.shape.length", "conf.size", "conf.units"), expected: ["2, 5, conf.units"] },
        { name: "aliases, intersections and wrappers", filename, code: shapeOf("type Pair = [number, number]; type Conf = Readonly<{ shape: Pair }> & Omit<{ units: 6; rate: number }, 'rate'>; type Same = Conf;", "conf: Same, pair: Pair", "conf.shape.length", "conf.units", "pair.length"), expected: ["2, 6, 2"] },
        { name: "taken out of it, under the author's names", filename, code: shapeOf("interface Conf { size: [rows: number, columns: number, 3]; inner: { units: number; list: [1, 2] } }", "{ size: [h, w, c], inner: { units, list } }: Conf", "h", "w", "c", "units", "list.length"), expected: ["rows, columns, 3, units, 2"] },
        { name: "an object whole, as the shape of an input", filename, code: "interface Conf { inputShape: [number, number, 3] } export class Net { constructor(private readonly conf: Conf) {} build() { return tf.input({ shape: this.conf.inputShape }); } }", expected: ["conf.inputShape[0], conf.inputShape[1], 3"] },
        { name: "what may be missing may be missing", filename, code: shapeOf("interface Conf { shape?: [number, number]; units?: 3 } type Some = Partial<{ list: [number, number, number] }>;", "conf: Conf, some: Some", "conf.shape ? 1 : 2", "conf.units", "some.list ? 3 : 4", "conf.shape.length"), expected: ["item, conf.units, item, 2"] },
        { name: "a size of a tuple that may be null is no size", filename, code: "export function f({ shape = [null, 3] }: { shape?: [number | null, number] }) { return tf.input({ shape }); } export function g(shape: [number | null, number]) { return tf.input({ shape }); }", expected: ["?, shape[1]", "?, shape[1]"] },
        { name: "a type that holds itself", filename, code: shapeOf("interface Part { next: Part; shape: [number, number] } type Loop = Loop; type Round = Around; type Around = Round & { a: 1 };", "part: Part, loop: Loop, round: Round", "part.next.next.shape.length", "loop", "round.a", "round.b"), expected: ["2, loop, 1, round.b"] },
        { name: "types that take others say nothing here", filename, code: shapeOf("type T = [number, number]; interface Conf<T> { shape: T } type Of<T> = { shape: T };", "conf: Conf<[1, 2, 3]>, of: Of<[1, 2]>", "conf.shape.length", "of.shape.length"), expected: ["conf.shape.length, of.shape.length"] },
        { name: "what the program has set", filename, code: "interface Conf { units: number; shape: [number, number] } export function f(conf: Conf) { conf.units = 7; tf.input({ shape: [conf.units, conf.shape.length] }); }", expected: ["7, 2"] },
    ]);
});
