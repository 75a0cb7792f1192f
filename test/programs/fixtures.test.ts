/** Whole programs known to be right: every layer's shapes are those of the run, and nothing is reported. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { analyze, type Dim, type Site } from "../../src/analyze.js";
import { analyzeText } from "../../src/analyze-text.js";
import { isAdvice } from "../../src/catalogue/fault.js";
import { fixturesRoot, readFixtures } from "../oracle/fixtures.js";
import { runProgram, type OracleSite } from "../oracle/run-program.js";

/** Layers whose shapes the text alone does not tell, with the reason. */
const unknownLayers: Readonly<Record<string, string>> = {};

interface Compared {
    readonly missing: string[];
    readonly wrong: string[];
    readonly unknown: string[];
}

function where({ line, column, type }: Pick<Site, "line" | "column" | "type">): string {
    return `${line}:${column} ${type}`;
}

function agrees(said: readonly Dim[], ran: readonly (number | null)[] | undefined): boolean {
    return ran !== undefined && said.length === ran.length && said.every((dim, axis) => typeof dim === "string" || dim === ran[axis]);
}

function isUnknown(shapes: Site["shapes"]): boolean {
    return shapes.some(({ inputs, outputs }) => [...inputs, ...outputs].some((shape) => shape.some((dim) => typeof dim === "string")));
}

function compare(layers: readonly Site[], ran: readonly OracleSite[]): Compared {
    const compared: Compared = { missing: [], wrong: [], unknown: [] };
    for (const site of ran) {
        const said = layers.find((one) => one.line === site.line && one.column === site.column && one.endLine === site.endLine && one.endColumn === site.endColumn);
        if (!said) {
            compared.missing.push(where(site));
            continue;
        }
        if (isUnknown(said.shapes)) {
            compared.unknown.push(where(site));
            continue;
        }
        const same =
            said.shapes.length === site.applications.length &&
            site.applications.every((application) =>
                said.shapes.some(
                    (entry) =>
                        entry.outputs.length === application.outputs.length &&
                        entry.outputs.every((shape, index) => agrees(shape, application.outputs[index])) &&
                        entry.inputs.length === application.inputs.length &&
                        entry.inputs.every((shape, index) => agrees(shape, application.inputs[index])),
                ),
            );
        const sameParams = site.params === undefined || said.params === null || said.params === undefined || said.params === site.params;
        if (!same || !sameParams) {
            compared.wrong.push(`${where(site)}: said ${JSON.stringify([said.params, said.shapes])}, ran ${JSON.stringify([site.params, site.applications])}`);
        }
    }
    return compared;
}

describe.each(readFixtures())("$name", (fixture) => {
    const filename = path.join(fixturesRoot, fixture.filename);

    it("nothing is reported, and nothing of ours breaks", () => {
        const { problems, error, analysis } = analyzeText(fixture.code, { filename, cwd: fixturesRoot });
        expect({ problems, error, failure: analysis.failure, unfinished: analysis.unfinished, kinds: analysis.problems.filter(({ fault }) => !isAdvice(fault)).map(({ kind }) => kind) }).toEqual({
            problems: [],
            error: undefined,
            failure: undefined,
            unfinished: false,
            kinds: [],
        });
    });

    it("every layer's shapes and weights are those of the run", async () => {
        const { layers } = analyze(fixture.code, { filename, cwd: fixturesRoot });
        const { layers: ran } = await runProgram(fixture.code, fixture);
        const { missing, wrong, unknown } = compare(layers, ran);
        expect({ missing, wrong }).toEqual({ missing: [], wrong: [] });
        expect(unknown).toEqual(unknown.filter((site) => `${fixture.name} ${site}` in unknownLayers));
    });
});
