/** Our shapes, weights and option names beside those of Keras itself: scripts/keras-table.py asked it for the table. */
import { given as toGiven, OptionList } from "../../src/catalogue/given.js";
import { describe, expect, test } from "vitest";
import { kerasSpelling } from "../../src/apis/keras.js";
import { camelCase, readCall, type Argument } from "../../src/apis/spelling.js";
import { analyze, type Dim, type Site } from "../../src/analyze.js";
import table from "./keras-table.json" with { type: "json" };

type Json = string | number | boolean | null | Json[];
type Numbers = readonly (number | null)[];
/** A shape, or those of several outputs. */
type Shapes = Numbers | readonly Numbers[];
type Answer = readonly [shapes: Shapes, params: number] | null;

interface Call {
    readonly layer: string;
    /** One of them may be a layer, which another holds. */
    readonly options: Readonly<Record<string, Json | Call>>;
}

interface Asked extends Call {
    readonly input: readonly Json[];
}

interface Row extends Asked {
    readonly answers: readonly Answer[];
}

/** What Keras 1.2.2 declares, in its words. */
interface FirstRow extends Asked {
    readonly output: Shapes;
}

// The file is written by our own script.
const rows = table.rows as unknown as readonly Row[];
const names: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = table.names;
const firstRows = table.first as unknown as readonly FirstRow[];
const layersIn = (some: readonly Call[]): readonly string[] => [...new Set(some.map((row) => row.layer))];

/** The ways to write the options of a call; each row is written in one of them. */
const writings = [
    (options: Call["options"]): string => written(options, (name) => name),
    (options: Call["options"]): string => written(options, camelCase),
    ({ filters, kernel_size: kernel, layer, ...rest }: Call["options"]): string => {
        // `Conv2D(2, 3)` and no number after it: a second one may be a stride or a column.
        const inOrder = layer !== undefined ? [layer] : filters !== undefined && kernel !== undefined ? [filters, kernel] : undefined;
        return inOrder ? `${inOrder.map((one) => text(one)).join(", ")}, ${written(rest)}` : written({ ...(filters !== undefined && { filters }), ...(kernel !== undefined && { kernel_size: kernel }), ...rest });
    },
];

function text(option: Json | Call, spell?: (name: string) => string): string {
    return typeof option === "object" && option && "layer" in option ? `${option.layer}(${written(option.options, spell)})` : JSON.stringify(option);
}

function written(options: Call["options"], spell = (name: string): string => name): string {
    return `{ ${Object.entries(options).map(([name, value]) => `${spell(name)}: ${text(value, spell)}`).join(", ")} }`;
}

function program(row: Asked, index: number): string {
    const shapes = (Array.isArray(row.input[0]) ? row.input : [row.input]) as Json[];
    const inputs = shapes.map((shape) => `Input({ batch_shape: ${JSON.stringify(shape)} })`).join(", ");
    if (row.layer === "merge") {
        return `merge([${inputs}], ${writings[index % 2]!(row.options)});`;
    }
    const make = `${index % 2 ? "new " : ""}${row.layer}(${writings[index % writings.length]!(row.options)})`;
    return `${index % 4 < 2 ? make : `(${make}).apply`}(${shapes.length > 1 ? `[${inputs}]` : inputs});`;
}

const perText = 40;

/** One text for several rows: every row stands on a line of its own. */
function judge<R extends Asked>(some: readonly R[]): { readonly row: R; readonly text: string; readonly site: Site | undefined; readonly problems: readonly string[] }[] {
    const lines = some.map(program);
    const inner = some.flatMap(({ options: { layer } }) => (typeof layer === "object" && layer && "layer" in layer ? layer.layer : []));
    const head = `import { Input, ${[...new Set([some[0]!.layer, ...inner])].join(", ")} } from "keras";`;
    const { layers: sites, problems } = analyze([head, ...lines].join("\n"), { filename: "program.ts", settings: { dataFormat: "channelsLast" } });
    return some.map((row, index) => ({
        row,
        text: lines[index]!,
        site: sites.find((site) => site.line === index + 2 && site.type === row.layer),
        problems: problems.filter(({ line }) => line === index + 2).map(({ message }) => message),
    }));
}

function listed(shapes: Shapes): readonly Numbers[] {
    return shapes.some((one) => Array.isArray(one)) ? (shapes as readonly Numbers[]) : [shapes as Numbers];
}

/** The same shapes; with `unknown`, no dimension that is said is another than Keras'. */
function agrees(outputs: readonly (readonly Dim[])[] | undefined, answer: Shapes, unknown?: "?"): boolean {
    const shapes = listed(answer);
    return outputs?.length === shapes.length && outputs.every((output, index) => output.length === shapes[index]!.length && output.every((dim, axis) => (dim === "?" && unknown) || dim === shapes[index]![axis]));
}

describe(`shapes and weights in Keras ${table.versions.join(" and ")}`, () => {
    test.each(layersIn(rows))("%s", (layer) => {
        const own = rows.filter((row) => row.layer === layer);
        const wrong: string[] = [];
        for (let start = 0; start < own.length; start += perText) {
            for (const { row, text, site, problems } of judge(own.slice(start, start + perText))) {
                const taken = row.answers.filter((answer) => answer !== null);
                const output = site?.shapes[0]?.outputs;
                const [answer] = taken;
                const isSame = answer && taken.length === 1 ? agrees(output, answer[0]) && site?.params === answer[1] : taken.every(([shape]) => agrees(output, shape, "?"));
                // What all versions refuse may be reported or not: some of it is refused for what a shape does not tell.
                if (taken.length > 0 && (!isSame || problems.length > 0) && !isEmpty(taken)) {
                    wrong.push(`${text} → ${JSON.stringify(output)}, ${String(site?.params)}, not ${JSON.stringify(row.answers)} ${problems.join(" ")}`);
                }
            }
        }
        expect(wrong).toEqual([]);
    });
});

describe("shapes in Keras 1.2.2", () => {
    test.each(layersIn(firstRows))("%s", (layer) => {
        const wrong = judge(firstRows.filter((row) => row.layer === layer)).flatMap(({ row, text, site, problems }) => {
            const output = site?.shapes[0]?.outputs;
            return agrees(output, row.output) && problems.length === 0 ? [] : [`${text} → ${JSON.stringify(output)}, not ${JSON.stringify(row.output)} ${problems.join(" ")}`];
        });
        expect(wrong).toEqual([]);
    });
});

/** Keras 2 lets an axis vanish; what is left of the program then does nothing, and that is reported. */
function isEmpty(answers: readonly NonNullable<Answer>[]): boolean {
    return answers.some(([shapes]) => listed(shapes).some((shape) => shape.includes(0)));
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
