/** Runs random programs many times; what the analysis says of a size must hold in every run. */
import vm from "node:vm";
import * as tf from "@tensorflow/tfjs";
import type { Analyze } from "../compare.js";
import { shrinkText } from "../cuts.js";
import { Random } from "../random.js";
import { Program } from "./program.js";

type Claims = ReadonlyMap<number, ReadonlySet<unknown>>;

/** By the number of the place: the sizes that were told of it, if all of them were. */
function claimsOf(analyze: Analyze, text: string): Claims {
    const { tensors } = analyze(`import * as tf from "@tensorflow/tfjs";\n${text}`, { filename: "program.js" });
    const claims = new Map<number, Set<unknown>>();
    for (const { outputs } of tensors.flatMap(({ shapes }) => shapes)) {
        const [size, site] = outputs[0] ?? [];
        if (typeof site === "number") {
            claims.set(site, (claims.get(site) ?? new Set()).add(size));
        }
    }
    return new Map([...claims].filter(([, sizes]) => [...sizes].every((size) => typeof size === "number")));
}

const mostDecisions = 200;
const mostTime = 10_000;

type Seen = readonly [size: number, site: number];

/** Runs a program again and again; each run may be cut off, and what came before has happened all the same. */
function runner(text: string): (random: Random) => readonly Seen[] {
    let random = new Random(0);
    let decisions = 0;
    let seen: Seen[] = [];
    // The program may catch what ends it.
    const isOver = (): boolean => decisions > mostDecisions;
    const decide = (): number => {
        decisions++;
        if (isOver()) throw new Error("too long");
        return random.next();
    };
    const library = { sequential: tf.sequential, layers: tf.layers, zeros: (one: unknown) => !isOver() && Array.isArray(one) && seen.push(one as unknown as Seen) };
    const context = vm.createContext({ Math: { random: decide, floor: Math.floor }, tf: library, Error });
    const script = new vm.Script(`(() => {\n${text}\n})();`);
    return (next) => {
        random = next;
        decisions = 0;
        seen = [];
        // The library warns of shapes that do not matter here.
        const { warn } = console;
        console.warn = () => undefined;
        try {
            script.runInContext(context, { timeout: 1000 });
        } catch (error) {
            // Programs throw, and some run on for ever. A name that nothing has is a mistake of the writer.
            if ((error as Error).name === "ReferenceError") return [];
        } finally {
            console.warn = warn;
            tf.disposeVariables();
        }
        return seen;
    };
}

interface Wrong {
    readonly site: number;
    readonly size: number;
    readonly told: readonly unknown[];
}

/** Where a run of the program was told wrong. */
function findWrong(text: string, claims: Claims, seed: number, runs: number): Wrong | undefined {
    const runOnce = runner(text);
    for (let run = 0; run < runs; run++) {
        const miss = runOnce(new Random(seed * 1000 + run)).find(([size, site]) => claims.get(site)?.has(size) === false);
        if (miss) {
            return { size: miss[0], site: miss[1], told: [...(claims.get(miss[1]) ?? [])] };
        }
    }
    return undefined;
}

/** The parser takes more than runs. */
function isScript(text: string): boolean {
    try {
        return Boolean(new vm.Script(text));
    } catch {
        return false;
    }
}

export interface Tally {
    /** How many places there are, and of how many the analysis tells all sizes. */
    readonly sites: number;
    readonly known: number;
    readonly wrong: readonly string[];
}

/** Runs the programs of so many seeds, each as often as asked. */
export async function tryBranching(analyze: Analyze, firstSeed: number, seeds: number, runs: number): Promise<Tally> {
    let sites = 0;
    let known = 0;
    const wrong: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
        const text = new Program(new Random(seed)).write();
        sites += text.split("tf.zeros(").length - 1;
        const claims = claimsOf(analyze, text);
        known += claims.size;
        let found = findWrong(text, claims, seed, runs);
        if (found) {
            const isStill = (smaller: string): boolean => {
                const same = isScript(smaller) ? findWrong(smaller, claimsOf(analyze, smaller), seed, runs) : undefined;
                found = same ?? found;
                return same !== undefined;
            };
            const small = await shrinkText(text, isStill, mostTime, true);
            wrong.push(`seed ${String(seed)}, place ${String(found.site)}: ${String(found.size)} where ${found.told.join(" or ")} was told\n${small}`);
        }
    }
    return { sites, known, wrong };
}
