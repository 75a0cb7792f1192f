/** Our shapes, weights and option names beside those of Keras itself: scripts/keras-table.py asked it for the table. */
import { given as toGiven, OptionList } from "../../src/catalogue/given.js";
import { describe, expect, test } from "vitest";
import { kerasSpelling } from "../../src/apis/keras.js";
import { camelCase, readCall, type Argument } from "../../src/apis/spelling.js";
import { analyze, type Dim, type Site } from "../../src/analyze.js";
import table from "./keras-table.json" with { type: "json" };

type Json = string | number | boolean | null | Json[];
type Answer = readonly [shape: (number | null)[], params: number] | null;

interface Row {
    readonly layer: string;
    readonly options: Readonly<Record<string, Json>>;
    readonly input: readonly Json[];
    readonly answers: readonly Answer[];
}

// The file is written by our own script.
const rows = table.rows as unknown as readonly Row[];
const names: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = table.names;
const layers = [...new Set(rows.map((row) => row.layer))];

/** The ways to write the options of a call; each row is written in one of them. */
const writings = [
    (options: Row["options"]): string => written(options, (name) => name),
    (options: Row["options"]): string => written(options, camelCase),
    ({ filters, kernel_size: kernel, ...rest }: Row["options"]): string =>
        // `Conv2D(2, 3)` and no number after it: a second one may be a stride or a column.
        filters === undefined || kernel === undefined ? written({ ...(filters === undefined ? {} : { filters }), ...(kernel === undefined ? {} : { kernel_size: kernel }), ...rest }) : `${JSON.stringify(filters)}, ${JSON.stringify(kernel)}, ${written(rest)}`,
];

function written(options: Row["options"], spell = (name: string): string => name): string {
    return `{ ${Object.entries(options).map(([name, value]) => `${spell(name)}: ${JSON.stringify(value)}`).join(", ")} }`;
}

function program(row: Row, index: number): string {
    const shapes = (Array.isArray(row.input[0]) ? row.input : [row.input]) as Json[];
    const inputs = shapes.map((shape) => `Input({ batch_shape: ${JSON.stringify(shape)} })`).join(", ");
    const make = `${index % 2 ? "new " : ""}${row.layer}(${writings[index % writings.length]!(row.options)})`;
    return `${index % 4 < 2 ? make : `(${make}).apply`}(${shapes.length > 1 ? `[${inputs}]` : inputs});`;
}

const perText = 40;

/** One text for several rows: every row stands on a line of its own. */
function judge(some: readonly Row[]): { readonly row: Row; readonly text: string; readonly site: Site | undefined; readonly problems: readonly string[] }[] {
    const lines = some.map(program);
    const head = `import { Input, ${some[0]!.layer} } from "keras";`;
    const { layers: sites, problems } = analyze([head, ...lines].join("\n"), { filename: "program.ts", settings: { dataFormat: "channelsLast" } });
    return some.map((row, index) => ({
        row,
        text: lines[index]!,
        site: sites.find((site) => site.line === index + 2 && site.type === row.layer),
        problems: problems.filter(({ line }) => line === index + 2).map(({ message }) => message),
    }));
}

function agrees(shape: readonly Dim[], answer: readonly (number | null)[]): boolean {
    return shape.length === answer.length && shape.every((dim, axis) => dim === answer[axis]);
}

/** No dimension that is said is another than Keras'. */
function allows(shape: readonly Dim[], answer: readonly (number | null)[]): boolean {
    return shape.length === answer.length && shape.every((dim, axis) => dim === "?" || dim === answer[axis]);
}

describe(`shapes and weights in Keras ${table.versions.join(" and ")}`, () => {
    test.each(layers)("%s", (layer) => {
        const own = rows.filter((row) => row.layer === layer);
        const wrong: string[] = [];
        for (let start = 0; start < own.length; start += perText) {
            for (const { row, text, site, problems } of judge(own.slice(start, start + perText))) {
                const taken = row.answers.filter((answer) => answer !== null);
                const output = site?.shapes[0]?.outputs[0];
                const [answer] = taken;
                const isSame = answer && taken.length === 1 ? output && agrees(output, answer[0]) && site.params === answer[1] : taken.every(([shape]) => output && allows(output, shape));
                // What all versions refuse may be reported or not: some of it is refused for what a shape does not tell.
                if (taken.length > 0 && (!isSame || problems.length > 0) && !isEmpty(taken)) {
                    wrong.push(`${text} → ${JSON.stringify(output)}, ${String(site?.params)}, not ${JSON.stringify(row.answers)} ${problems.join(" ")}`);
                }
            }
        }
        expect(wrong).toEqual([]);
    });
});

/** Keras 2 lets an axis vanish; what is left of the program then does nothing, and that is reported. */
function isEmpty(answers: readonly NonNullable<Answer>[]): boolean {
    return answers.some(([shape]) => shape.includes(0));
}

describe("option names", () => {
    const versions = Object.entries(names).flatMap(([layer, byVersion]) => Object.entries(byVersion).map(([version, options]) => ({ layer, version, options })));
    test.each(versions)("$layer of Keras $version", ({ layer, version, options }) => {
        for (const spell of [(name: string): string => name, camelCase]) {
            const fields = new OptionList(options.map((name) => toGiven(spell(name), { kind: "unknown" }, undefined)));
            const args: Argument[] = [{ datum: { kind: "record", fields: new Map(), open: false }, place: undefined, fields }];
            const name = version === "1.2.2" ? (layer === "Conv2DTranspose" ? "Deconvolution2D" : layer) : layer;
            expect(readCall(kerasSpelling(name, args)!, args).unread.map(({ spelling }) => spelling)).toEqual([]);
        }
    });
});
