/** Trees with parts missing, as parsers may leave them that go on after an error. */
import { parse } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/types";
import type { Analysis } from "../../src/analysis/analysis.js";
import { analyzeProgram } from "../../src/analysis/run.js";
import { Random } from "../fuzz/random.js";
import type { Program } from "./programs.js";

/** A place for a node. */
interface Slot {
    readonly holder: object;
    readonly key: string;
}

/** What may be left of a node. */
const remains: readonly unknown[] = [null, undefined, { type: "Missing", range: [0, 0] }, { type: "Identifier", name: "", range: [0, 0] }];

/** The analysis of the program without one to three parts of its tree. */
export function analysisWithHoles({ code, filename }: Program, seed: number): Analysis {
    const random = new Random(seed);
    const ast: TSESTree.Program = parse(code, { range: true, loc: true, sourceType: "module" });
    const slots = slotsIn(ast);
    for (let count = random.int(1, 3); count > 0; count--) {
        const { holder, key } = random.pick(slots);
        Object.assign(holder, { [key]: random.pick(remains) });
    }
    return analyzeProgram({ ast, text: code, filename, settings: {} });
}

const noParts: ReadonlySet<string> = new Set(["parent", "loc", "range", "tokens", "comments"]);

function slotsIn(root: object): Slot[] {
    const slots: Slot[] = [];
    const waiting: object[] = [root];
    for (let holder = waiting.pop(); holder; holder = waiting.pop()) {
        for (const [key, part] of Object.entries(holder) as [string, unknown][]) {
            if (typeof part === "object" && part !== null && !noParts.has(key)) {
                // A list stays one: what is in it may be missing.
                if (!Array.isArray(part)) {
                    slots.push({ holder, key });
                }
                waiting.push(part);
            }
        }
    }
    return slots;
}
