/** Every operation with random arguments: the entry says what TensorFlow.js does, and never what it does not. */
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { tfjsMethods, tfjsOps } from "../../src/apis/tfjs-ops.js";
import type { Fault } from "../../src/catalogue/fault.js";
import type { OpSpec } from "../../src/ops/spec.js";
import { Random } from "../fuzz/random.js";
import { answerOf, applyTo, askLibrary, faultsOf, print, toDatum } from "./compare.js";
import { Arguments } from "./random-arguments.js";

const calls = 40;
const seed = 1;

/** What takes a page, a function, or values that only other operations make. */
const outside = /^(?:browser\.|image\.(?:decode|encode)|toTensor$|rand$|variable$|buffer$|ragged|string\.stringNGrams$|sparse\.sparseFillEmptyRows$)/;

/**
 * What is told on purpose where the library throws nothing: what it does in silence, and arguments of a kind that it is
 * not made for, of which it makes something all the same.
 */
const meant: ReadonlySet<Fault["kind"]> = new Set(["deconv-length", "deconv-rank", "deconv-batch", "window-form", "swapped-options", "option-value", "option-missing", "empty-output"]);

function isMeant({ effect, kind }: Fault): boolean {
    return effect !== undefined || meant.has(kind);
}

/** How much comes out is a matter of the values. */
const byValues = /^(?:whereAsync|booleanMaskAsync|unique|string\.|sparse\.|setdiff1dAsync|image\.nonMax|range$)/;

interface Count {
    readonly wrong: string[];
    readonly missed: string[];
    readonly open: string[];
    throwing: number;
    working: number;
}

/** Numbers that would make large tensors cost more than they show. */
function isCostly(args: readonly unknown[]): boolean {
    return args.flat(4).reduce((sum: number, value) => sum + (typeof value === "number" ? Math.abs(value) : 0), 0) > 60;
}

async function compare(path: string, spec: OpSpec, args: readonly unknown[], method: boolean, count: Count): Promise<void> {
    const library = await askLibrary(path, args, method);
    const call = applyTo(spec, args.map((arg) => toDatum(arg)));
    const ours = answerOf(call);
    const told = `${method ? "x." : ""}${path}(${args.map(print).join(", ")}): ${JSON.stringify(library)}, told ${JSON.stringify(ours)}`;
    if (library === "throws") {
        count.throwing++;
        if (ours !== "throws") count.missed.push(told);
    } else if (ours === "throws") {
        if (!faultsOf(call).every(isMeant)) count.wrong.push(`${told}: ${faultsOf(call).map(({ kind }) => kind).join()}`);
    } else {
        if (!byValues.test(path)) count.working++;
        const open = ours === "nothing" || JSON.stringify(ours).includes('"?"') || JSON.stringify(ours) === "{}";
        if (open && !byValues.test(path)) count.open.push(told);
        else if (open) return;
        else if (JSON.stringify(ours) !== JSON.stringify(library)) count.wrong.push(told);
    }
}

async function countOf(table: Readonly<Record<string, OpSpec>>, method: boolean): Promise<Count> {
    const count: Count = { wrong: [], missed: [], open: [], throwing: 0, working: 0 };
    for (const [path, spec] of Object.entries(table)) {
        if (outside.test(path)) continue;
        const draws = new Arguments(new Random(seed));
        for (let call = 0; call < calls; call++) {
            tf.engine().startScope();
            const args = draws.draw(spec, method);
            if (!isCostly(args)) await compare(path, spec, args, method, count);
            tf.engine().endScope();
        }
    }
    return count;
}

const [leastTold, leastKnown] = [0.97, 0.99];

describe.each([
    ["functions", tfjsOps, false],
    ["methods", tfjsMethods, true],
] as const)("%s", (_name, table, method) => {
    test("as the library has them", { timeout: 300_000 }, async () => {
        const { wrong, missed, open, throwing, working } = await countOf(table, method);
        console.log(`${throwing} calls throw, ${missed.length} of them untold; ${working} work, ${open.length} of them with sizes left open`);
        expect(wrong).toEqual([]);
        expect(missed.length, missed.join("\n")).toBeLessThanOrEqual((1 - leastTold) * throwing);
        expect(open.length, open.join("\n")).toBeLessThanOrEqual((1 - leastKnown) * working);
    });
});
