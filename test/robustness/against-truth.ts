/** Programs with a slip, in the real library and through `analyze()`: what is reported has to fail there. */
import path from "node:path";
import { analyze } from "../../src/analyze.js";
import { compare } from "../fuzz/compare.js";
import { judge } from "../fuzz/verdict.js";
import { fixturesRoot, type Fixture } from "../oracle/fixtures.js";
import { tooLong } from "../oracle/run-program.js";
import { slipped, someSlips, type Slip } from "./slips.js";

export interface Slips {
    programs: number;
    failing: number;
    reported: number;
    /** Programs that go on and on: nobody can tell. */
    endless: number;
    /** Reports of programs that run right, and shapes that are not those of the run. */
    readonly wrong: string[];
    /** Failures without a report: many are no question of shapes. */
    readonly missed: string[];
}

export function noSlips(): Slips {
    return { programs: 0, failing: 0, reported: 0, endless: 0, wrong: [], missed: [] };
}

/** Of a network so large that a single prediction takes a minute, nothing is run. */
export function isRunnable({ name }: Fixture): boolean {
    return name !== "vgg/program.js";
}

/** A slip at a time. */
export async function seeSlips(fixture: Fixture, count: number, seed: number, sum: Slips): Promise<void> {
    for (const slip of someSlips(fixture.code, count, seed)) {
        await seeSlip(fixture, slip, sum);
    }
}

const mostTime = 20_000;
const ragged = "layer-shapes/tensor-values";

async function seeSlip(fixture: Fixture, slip: Slip, sum: Slips): Promise<void> {
    const code = slipped(fixture.code, slip);
    const verdict = await judge({ ...fixture, code, mistake: undefined }, { modules: fixture.modules, timeout: mostTime });
    sum.programs++;
    if (verdict.failure?.includes(tooLong)) {
        sum.endless++;
        return;
    }
    const result = analyze(code, { filename: path.join(fixturesRoot, fixture.filename), cwd: fixturesRoot });
    if (verdict.failure === undefined && result.problems.some(({ ruleId }) => ruleId === ragged)) {
        // Rows of different lengths make a tensor that holds less than it says, and no error: nothing tells the run apart.
        return;
    }
    const { mismatches } = compare(result, verdict);
    const where = `${fixture.name}:${fixture.code.slice(0, slip.range[0]).split("\n").length}, ${slip.name}: ${fixture.code.slice(...slip.range)} → ${slip.text}`;
    sum.failing += Number(verdict.failure !== undefined);
    sum.reported += Number(verdict.failure !== undefined && result.problems.length > 0);
    for (const { kind, about, where: at, expected, got } of mismatches) {
        switch (kind) {
            case "missed failure":
                sum.missed.push(`${where}: ${expected}`);
                break;
            case "unknown shape":
                break;
            default:
                // Where a size is not known, neither is which branch it chooses, and both are followed.
                if (!about.endsWith("(never happened)")) sum.wrong.push(`${where}\n  ${kind} at ${at}: ${about}\n  expected: ${expected}\n  got:      ${got}`);
        }
    }
}
