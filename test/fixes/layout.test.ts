import type { TSESTree } from "@typescript-eslint/types";
import * as espree from "espree";
import { describe, expect, it } from "vitest";
import type { TextEdit } from "../../src/fixes/edit.js";
import { addBeforeSpread, addProperty, appendArgument, insertBefore, objectText } from "../../src/fixes/layout.js";

/** The last expression statement of a text; espree's trees are ESTree, as these types are. */
function expressionOf(text: string): TSESTree.Expression {
    const { body } = espree.parse(text, { ecmaVersion: "latest", range: true, loc: true }) as unknown as TSESTree.Program;
    const last = body.at(-1);
    if (last?.type !== "ExpressionStatement") {
        throw new Error("No expression.");
    }
    return last.expression;
}

function apply(text: string, edits: readonly TextEdit[]): string {
    // As ESLint does: in the order of the text, insertions at one place in the order they are given.
    const sorted = edits.map((edit, order) => ({ ...edit, order })).sort((a, b) => b.start - a.start || b.order - a.order);
    return sorted.reduce((before, { start, end, text: added }) => before.slice(0, start) + added + before.slice(end), text);
}

describe("a new property", () => {
    it.each([
        ["({})", "({ s: 2 })"],
        ["({ })", "({ s: 2 })"],
        ["({\n})", "({ s: 2 })"],
        ["({/* none */})", "({ s: 2 /* none */})"],
        ["({\n    // none\n})", "({ s: 2\n    // none\n})"],
        ["({ a: 1 })", "({ a: 1, s: 2 })"],
        ["({a: 1})", "({a: 1, s: 2})"],
        ["({a:1})", "({a:1, s:2})"],
        ["({a:1,b:2})", "({a:1,b:2,s:2})"],
        ["({ a : 1 })", "({ a : 1, s : 2 })"],
        ["({ a: 1, })", "({ a: 1, s: 2, })"],
        ["({ a })", "({ a, s: 2 })"],
        ["({ ...a })", "({ ...a, s: 2 })"],
        ["({ a() {} })", "({ a() {}, s: 2 })"],
        ["({ [a]: 1 })", "({ [a]: 1, s: 2 })"],
        ["({ 'a': 1 })", "({ 'a': 1, 's': 2 })"],
        ['({ "a": 1 })', '({ "a": 1, "s": 2 })'],
        ["({\n\ta: 1\n})", "({\n\ta: 1,\n\ts: 2\n})"],
        ["({\n    a: 1,\n})", "({\n    a: 1,\n    s: 2,\n})"],
        ["({\r\n    a: 1\r\n})", "({\r\n    a: 1,\r\n    s: 2\r\n})"],
        ["({\n    a: 1 // one, or two\n})", "({\n    a: 1, // one, or two\n    s: 2\n})"],
        ["({\n    a: 1, // one, or two\n})", "({\n    a: 1, // one, or two\n    s: 2,\n})"],
        ["({\n    a: 1 /* one */, /* two */\n})", "({\n    a: 1 /* one */, /* two */\n    s: 2,\n})"],
        ["({ a: 1 /* one */ })", "({ a: 1, s: 2 /* one */ })"],
        ["({ a: 1, // one\n})", "({ a: 1, s: 2, // one\n})"],
        ["({ a: 1 // one\n})", "({ a: 1, s: 2 // one\n})"],
        ["({ b: 0,\n   a: 1 })", "({ b: 0,\n   a: 1,\n   s: 2 })"],
        ["({ a: 1, 'b-c': 1 })", "({ a: 1, 'b-c': 1, s: 2 })"],
        ["({ 'a': 1, 'b-c': 1 })", "({ 'a': 1, 'b-c': 1, 's': 2 })"],
        ["({ b: 0\n , a: 1 })", "({ b: 0\n , a: 1\n , s: 2 })"],
        ["({ b: 0\r\n , a: 1 // one\r\n })", "({ b: 0\r\n , a: 1 // one\r\n , s: 2\r\n })"],
        ["({\n    a: 1 /* one */ // or two\n})", "({\n    a: 1, /* one */ // or two\n    s: 2\n})"],
        ["({\n    a: 1, /* one\n    or two */\n})", "({\n    a: 1, /* one\n    or two */\n    s: 2,\n})"],
    ])("%j", (text, expected) => {
        const object = expressionOf(text);
        if (object.type !== "ObjectExpression") {
            throw new Error("No object.");
        }
        const after = apply(text, addProperty(text, object, "s", "2"));
        expect(after).toBe(expected);
        expect(() => expressionOf(after)).not.toThrow();
    });
});

describe("a new property ahead of what is spread last", () => {
    it.each([
        ["({ a: 1 })", undefined],
        ["({ ...b })", undefined],
        ["({ ...b, a: 1 })", undefined],
        ["({ a: 1, ...b })", "({ a: 1, s: 2, ...b })"],
        ["({ 'a':1,...b, ...c })", "({ 'a':1,'s':2,...b, ...c })"],
        ["({\n    a: 1, // one\n    ...b, // rest\n})", "({\n    a: 1, // one\n    s: 2,\n    ...b, // rest\n})"],
        ["({\n    a: 1,\n    // rest\n    ...b\n})", "({\n    a: 1,\n    s: 2,\n    // rest\n    ...b\n})"],
        ["({ a: 1\n , ...b\n })", "({ a: 1\n , s: 2\n , ...b\n })"],
    ])("%j", (text, expected) => {
        const object = expressionOf(text);
        if (object.type !== "ObjectExpression") {
            throw new Error("No object.");
        }
        const edits = addBeforeSpread(text, object, "s", "2");
        expect(edits && apply(text, edits)).toBe(expected);
    });
});

describe("a new argument", () => {
    it.each([
        ["f()", "f({ s: 2 })"],
        ["new F", "new F({ s: 2 })"],
        ["new F()", "new F({ s: 2 })"],
        ["f(1)", "f(1, { s: 2 })"],
        ["f(1, )", "f(1, { s: 2 }, )"],
        ["f(1, // one\n)", "f(1, { s: 2 }, // one\n)"],
        ["f(1,2)", "f(1,2,{ s: 2 })"],
        ["f((1))", "f((1), { s: 2 })"],
        ["f(0,((1)/* ) , */) )", "f(0,((1)/* ) , */),{ s: 2 } )"],
        ["f(\n    0,\n    (\n        1\n    )\n)", "f(\n    0,\n    (\n        1\n    ),\n    { s: 2 }\n)"],
        ["f(0\n , (1)\n )", "f(0\n , (1)\n , { s: 2 }\n )"],
        ["f(\n    1,\n    2,\n)", "f(\n    1,\n    2,\n    { s: 2 },\n)"],
        ["f(\n    1,\n    2 // two\n)", "f(\n    1,\n    2, // two\n    { s: 2 }\n)"],
    ])("%j", (text, expected) => {
        const call = expressionOf(text);
        if (call.type !== "CallExpression" && call.type !== "NewExpression") {
            throw new Error("No call.");
        }
        expect(apply(text, appendArgument(text, call, "{ s: 2 }"))).toBe(expected);
    });
});

describe("an argument before the last one", () => {
    it.each([
        ["f(1, 2)", "f(1, 3, 2)"],
        ["f(1,2)", "f(1,3,2)"],
        ["f((1), (2))", "f((1), 3, (2))"],
        ["f(1 /* a, */, /* b */ 2)", "f(1 /* a, */, 3, /* b */ 2)"],
        ["f(\n    1, // one\n    2, // two\n)", "f(\n    1, // one\n    3,\n    2, // two\n)"],
        ["f(\r\n\t1,\r\n\t// two\r\n\t2\r\n)", "f(\r\n\t1,\r\n\t3,\r\n\t// two\r\n\t2\r\n)"],
        ["f(1\n , 2)", "f(1\n , 3\n , 2)"],
    ])("%j", (text, expected) => {
        const call = expressionOf(text);
        const second = call.type === "CallExpression" ? call.arguments[1] : undefined;
        if (call.type !== "CallExpression" || !second) {
            throw new Error("No call of two arguments.");
        }
        expect(apply(text, insertBefore(text, call.arguments, second, "3"))).toBe(expected);
    });
});

it("an object has spaces inside its braces where most objects of the file have", () => {
    expect(objectText("f({ a: 1 }); f({ a: 1 }); f({a: 1});", "s", "2")).toBe("{ s: 2 }");
    expect(objectText("f({a: 1});", "s", "2")).toBe("{s: 2}");
    expect(objectText("f({a:1});", "s", "2")).toBe("{s:2}");
    expect(objectText("f({ a:1 });", "s", "2")).toBe("{ s:2 }");
    expect(objectText("f();", "s", "2")).toBe("{ s: 2 }");
});
