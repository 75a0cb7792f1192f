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

/** Operations on sizes that only a run tells: how long an episode takes, how many rows were drawn. By fixture, the most of them. */
const unknownOperations: Readonly<Record<string, number>> = {
    "dqn/program.ts": 3,
    "policy-gradient/program.ts": 24,
    "text-classification/program.js": 1,
};

const mostUnknown = 0.01;

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
        const applications = [...site.applications, ...site.eager];
        const same =
            said.shapes.length === applications.length &&
            applications.every((application) =>
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
            compared.wrong.push(`${where(site)}: said ${JSON.stringify([said.params, said.shapes])}, ran ${JSON.stringify([site.params, applications])}`);
        }
    }
    return compared;
}

type Shapes = Site["shapes"][number];

function isSame(said: Shapes, ran: OracleSite["applications"][number]): boolean {
    return JSON.stringify([said.inputs, said.outputs]) === JSON.stringify([ran.inputs, ran.outputs]);
}

function mayBe(said: Shapes, ran: OracleSite["applications"][number]): boolean {
    const all = (a: Shapes["inputs"], b: readonly (readonly (number | null)[])[]): boolean => a.length === b.length && a.every((shape, index) => (shape.length === 1 && shape[0] === "?") || agrees(shape, b[index]));
    return all(said.outputs, ran.outputs) && (said.inputs.length !== ran.inputs.length || all(said.inputs, ran.inputs));
}

/** Sites whose every run is told, and those of which something is told that contradicts every run. */
function compareOperations(tensors: readonly Site[], ran: readonly OracleSite[]): { readonly unknown: string[]; readonly wrong: string[] } {
    const unknown: string[] = [];
    const wrong: string[] = [];
    for (const site of ran) {
        const said = tensors.find((one) => one.line === site.line && one.column === site.column && one.endLine === site.endLine && one.endColumn === site.endColumn)?.shapes ?? [];
        if (!site.applications.every((application) => said.some((entry) => isSame(entry, application)))) {
            unknown.push(where(site));
        }
        const strange = said.filter((entry) => !site.applications.some((application) => mayBe(entry, application)));
        wrong.push(...strange.map((entry) => `${where(site)}: said ${JSON.stringify(entry)}, ran ${JSON.stringify(site.applications)}`));
    }
    return { unknown, wrong };
}

describe.each(readFixtures())("$name", (fixture) => {
    const filename = path.join(fixturesRoot, fixture.filename);
    let once: ReturnType<typeof runProgram> | undefined;
    const run = (): ReturnType<typeof runProgram> => (once ??= runProgram(fixture.code, fixture));

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
        const { layers: ran } = await run();
        const { missing, wrong, unknown } = compare(layers, ran);
        expect({ missing, wrong }).toEqual({ missing: [], wrong: [] });
        expect(unknown).toEqual(unknown.filter((site) => `${fixture.name} ${site}` in unknownLayers));
    });

    it("every operation's shapes are those of the run", async () => {
        const { tensors } = analyze(fixture.code, { filename, cwd: fixturesRoot });
        const { tensors: ran } = await run();
        const { unknown, wrong } = compareOperations(tensors, ran);
        expect(wrong).toEqual([]);
        expect(unknown.length - (unknownOperations[fixture.name] ?? 0), unknown.join(", ")).toBeLessThanOrEqual(mostUnknown * ran.length);
    });
});
