/**
 * What other programs read, held to its word: every value that `analyze()` and the command print, of all fixtures and
 * examples and of programs with mistakes, has the form that is promised, and no other fields.
 */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { analyze } from "../../src/analyze.js";
import { analyzeText } from "../../src/analyze-text.js";
import { main } from "../../src/summary/command.js";

const root = path.resolve(import.meta.dirname, "../..");

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string" && value !== "";
/** Lines, columns and numbers of weights. */
const from = (least: number): Check => (value) => Number.isInteger(value) && Number(value) >= least;
const list = (item: Check): Check => (value) => Array.isArray(value) && value.every(item);
const either = (...checks: readonly Check[]): Check => (value) => checks.some((check) => check(value));
const isNull: Check = (value) => value === null;

/** An object with these fields and no others; those with a question mark may be absent. */
const record = (fields: Readonly<Record<string, Check>>): Check => {
    const known = new Map(Object.entries(fields).map(([name, check]) => [name.replace("?", ""), { check, optional: name.endsWith("?") }]));
    return (value) => {
        if (typeof value !== "object" || value === null) {
            return false;
        }
        const given = new Map<string, unknown>(Object.entries(value));
        return [...given.keys()].every((name) => known.has(name)) && [...known].every(([name, { check, optional }]) => (given.has(name) ? check(given.get(name)) : optional));
    };
};

const place = { line: from(1), column: from(1), endLine: from(1), endColumn: from(1) };
const shape = list(either(Number.isInteger, isNull, text));
const site = { ...place, type: text, shapes: list(record({ inputs: list(shape), outputs: list(shape) })) };
const layers = list(record({ ...site, "name?": (value) => typeof value === "string", "params?": either(from(0), isNull) }));
const tensors = list(record(site));
const problems = list(record({ ...place, ruleId: (value) => /^layer-shapes\/[a-z-]+$/.test(String(value)), message: text }));
const result = record({ layers, tensors, problems, "error?": record({ message: text, line: from(1), column: from(1) }) });
const printed = record({ files: list(record({ path: text, layers, tensors, problems })) });

const programs = ["test/fixtures", "docs/examples"].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) => /\.[jt]s$/.test(file)).map((file) => path.join(folder, file)),
);

const others: Readonly<Record<string, string>> = {
    "nothing": "",
    "no program": "const = 1;",
    "symbols": "export function f(h) { return tf.layers.flatten().apply(tf.input({ shape: [2 * h, h - 1, 3] })); }",
    "a rank that is not known": "tf.layers.dense({ units: 3 }).apply(await somewhere());",
    "weights that are not known": "export const f = (n) => tf.layers.dense({ units: n }).apply(tf.input({ shape: [n] }));",
    "sizes that are no sizes": "tf.layers.dense({ units: 2.5 }); tf.zeros([0.5, -1]); tf.input({ shape: [NaN, 'x', Infinity] }); tf.zeros([1e400]);",
    "names of all kinds": "tf.layers.dense({ units: 1, name: '' }); tf.layers.dense({ units: 1, name: 'é\\u0000' }); tf.layers.dense({ units: 1, name: 3 });",
    "a budget that is spent": `for (;;) { tf.zeros([1]); }`,
};

describe("the contract", () => {
    it.each(programs)("%s", (file) => {
        const answer = analyze(fs.readFileSync(path.join(root, file), "utf8"), { filename: path.join(root, file), cwd: root });
        expect([answer].filter((one) => !result(one))).toEqual([]);
    });

    it.each(Object.entries(others))("%s", (_, code) => {
        expect([analyze(code)].filter((one) => !result(one))).toEqual([]);
    });

    it("the command prints it in the same form", async () => {
        const written: string[] = [];
        const status = await main(["summary", "--format", "json", ...programs, "missing.js"], {
            stdin: (async function* () {})(),
            stdout: { write: (chunk: string) => written.push(chunk) },
            stderr: { write: () => true },
            env: {},
            cwd: root,
            version: "1.0.0",
            analyzeText,
        });
        const answer: unknown = JSON.parse(written.join(""));
        expect([answer].filter((one) => !printed(one))).toEqual([]);
        expect(answer).toMatchObject({ files: programs.map((name) => ({ path: name })) });
        expect(status).toBe(2);
    });

    it("the check itself refuses other forms", () => {
        const [layer] = analyze("tf.input({ shape: [4] })").layers;
        const wrong = [{ ...layer, line: 0 }, { ...layer, type: "" }, { ...layer, params: -1 }, { ...layer, shapes: [{ inputs: [] }] }, { ...layer, kind: "layer" }, { ...layer, shapes: [{ inputs: [], outputs: [[undefined]] }] }];
        expect(layers([layer])).toBe(true);
        expect(wrong.map((one) => layers([one]))).toEqual(wrong.map(() => false));
    });
});
