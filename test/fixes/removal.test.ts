import { parse } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { removeProperty } from "../../src/fixes/removal.js";

/** Takes the property `s` out. */
function without(text: string): string | undefined {
    const statement = parse(text, { range: true }).body.find((one) => one.type === "ExpressionStatement");
    const call = statement?.expression.type === "CallExpression" ? statement.expression : undefined;
    const object = call?.arguments[0];
    if (object?.type !== "ObjectExpression") {
        throw new Error("No object.");
    }
    const property = object.properties.find((one) => one.type === "Property" && text.slice(...one.key.range).includes("s"));
    if (property?.type !== "Property") {
        throw new Error("No property.");
    }
    const edits = removeProperty(text, object, property)?.toSorted((a, b) => b.start - a.start);
    return edits?.reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}

describe("a property is taken out", () => {
    it.each([
        ["f({ s: 1 })", "f({ })"],
        ["f({s: 1})", "f({})"],
        ["f({ s: 1, a: 2 })", "f({ a: 2 })"],
        ["f({ a: 2, s: 1 })", "f({ a: 2 })"],
        ["f({ a: 2, s: 1, })", "f({ a: 2, })"],
        ["f({a:2,s:1,b:3})", "f({a:2,b:3})"],
        ["f({ a: 2, s, b: 3 })", "f({ a: 2, b: 3 })"],
        ["f({ ...a, s: 1 })", "f({ ...a })"],
        ["f({ a: 2, 's': [1, 1] })", "f({ a: 2 })"],
        ["f({ a: 2, /* the stride */ s: 1 })", "f({ a: 2 /* the stride */  })"],
        ["f({ s: 1, /* two */ a: 2 })", "f({ /* two */ a: 2 })"],
        ["f({\n    a: 2,\n    s: 1,\n})", "f({\n    a: 2,\n})"],
        ["f({\n    a: 2,\n    s: 1\n})", "f({\n    a: 2\n})"],
        ["f({\n    s: 1, // one\n    a: 2\n})", "f({\n    a: 2\n})"],
        ["f({\r\n\ta: 2, // two\r\n\ts: 1 // one\r\n})", "f({\r\n\ta: 2 // two\r\n})"],
        ["f({\n    a: 2, s: 1,\n    b: 3,\n})", "f({\n    a: 2, b: 3,\n})"],
    ])("%j", (text, expected) => {
        const result = without(text);
        expect(result).toBe(expected);
        parse(result ?? "");
    });
});

it("what does more than give a value stays", () => {
    expect(["f({ s: g() })", "f({ s: new G() })", "f({ s: n++ })", "f({ s: (n = 2) })", "f({ s: [g()] })", "f({ s: `${g()}` })", "f({ [s]: 1 })"].map(without)).toEqual(new Array(7).fill(undefined));
    expect(["f({ s: -n })", "f({ s: [n, 2 * n] })", "f({ s: a.b })", "f({ s: () => g() })"].map(without)).toEqual(new Array(4).fill("f({ })"));
});
