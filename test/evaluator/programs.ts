/** Small programs, run by the evaluator and by the real TensorFlow.js, and what the two say of every layer. */
import { expect, test } from "vitest";
import type { Site } from "../../src/analyze.js";
import { analyzeText } from "../../src/analyze-text.js";
import { analyze } from "../../src/analyze.js";
import { runProgram, type OracleSite } from "../oracle/run-program.js";

export interface Row {
    readonly name: string;
    readonly code: string;
    /** Default: JavaScript. */
    readonly filename?: string;
}

/** A layer whose shape is the sizes given: the shortest way to see what an expression is worth. */
export function see(...sizes: readonly string[]): string {
    return `tf.input({ shape: [${sizes.join(", ")}] });`;
}

type Entry = Site["shapes"][number];
type Shape = Entry["outputs"][number];

/** Programs in which everything is known: each layer's shapes are those of the run, and nothing is reported. */
export function known(rows: readonly (Row | readonly [name: string, code: string])[]): void {
    test.each(rows.map(toRow))("$name", async ({ code, filename }) => {
        const { layers } = await bothOf(code, filename);
        for (const { ran, site } of layers) {
            expect({ at: ran.line, type: ran.type, shapes: inOrder(site?.shapes ?? []) }).toEqual({ at: ran.line, type: ran.type, shapes: inOrder(ran.applications) });
        }
    });
}

/** Programs in which something is not certain: nothing said contradicts the run, and the number of unknown sizes is told. */
export function silent(rows: readonly (Row & { readonly unknown: number })[]): void {
    test.each(rows)("silent: $name", async ({ code, filename, unknown }) => {
        const { layers } = await bothOf(code, filename);
        for (const { ran, site } of layers) {
            for (const application of ran.applications) {
                const shapes = site?.shapes ?? [];
                expect(shapes.some((entry) => agrees(entry, application)), `line ${ran.line}: ${JSON.stringify(application)}, not ${JSON.stringify(shapes)}`).toBe(true);
            }
        }
        expect(layers.flatMap(({ site }) => site?.shapes.flatMap(({ outputs }) => outputs.flat()) ?? []).filter((dim) => typeof dim === "string")).toHaveLength(unknown);
    });
}

/** Programs with code that nothing runs: the sizes of each layer's outputs, as text, in the order of the source. */
export function symbolic(rows: readonly (Row & { readonly expected: readonly string[] })[]): void {
    test.each(rows)("$name", ({ code, filename, expected }) => {
        const { failure, problems, layers } = analyzed(code, filename);
        expect({ failure, problems }).toEqual({ failure: undefined, problems: [] });
        expect(layers.map(({ shapes }) => shapes.map(({ outputs }) => outputs.map((shape) => shape.slice(1).join(", ")).join(" and ")).join(" | "))).toEqual(expected);
    });
}

function toRow(row: Row | readonly [name: string, code: string]): Row {
    return "name" in row ? row : { name: row[0], code: row[1] };
}

export function analyzed(code: string, filename?: string): { readonly failure: unknown; readonly problems: readonly unknown[]; readonly layers: readonly Site[] } {
    const { analysis, error } = analyzeText(code, { filename });
    expect(error).toBeUndefined();
    return { failure: analysis.failure, ...analyze(code, { filename }) };
}

async function bothOf(code: string, filename: string | undefined): Promise<{ readonly layers: readonly { readonly ran: OracleSite; readonly site: Site | undefined }[] }> {
    const { failure, problems, layers } = analyzed(code, filename);
    const oracle = await runProgram(code, { filename: filename ?? "program.js" });
    expect({ failure, problems, error: oracle.error }).toEqual({ failure: undefined, problems: [], error: undefined });
    expect(oracle.layers.length).toBeGreaterThan(0);
    return { layers: oracle.layers.map((ran) => ({ ran, site: layers.find((site) => samePlace(site, ran)) })) };
}

function samePlace(a: Site, b: OracleSite): boolean {
    return a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn;
}

function inOrder(entries: readonly { readonly inputs: unknown; readonly outputs: unknown }[]): string[] {
    return entries.map(({ inputs, outputs }) => JSON.stringify({ inputs, outputs })).sort();
}

function agrees(said: Entry, ran: { readonly inputs: readonly Shape[]; readonly outputs: readonly Shape[] }): boolean {
    return sameShapes(said.inputs, ran.inputs) && sameShapes(said.outputs, ran.outputs);
}

function sameShapes(said: readonly Shape[], ran: readonly Shape[]): boolean {
    return said.length === ran.length && said.every((shape, index) => sameShape(shape, ran[index] ?? []));
}

function sameShape(said: Shape, ran: Shape): boolean {
    return (said.length === 1 && said[0] === "?") || (said.length === ran.length && said.every((dim, axis) => typeof dim === "string" || dim === ran[axis]));
}
