/** From a seed to a whole program. */
import type { Mistake } from "./plan/plan.js";
import { Random } from "./random.js";
import { sections } from "./sections/all.js";
import { indent, Writer } from "./write/writer.js";

export interface Program {
    readonly seed: number;
    readonly code: string;
    readonly filename: string;
    readonly mistake: Mistake | undefined;
    /** Sizes that no reader of the text can know. */
    readonly foggy: boolean;
}

export function generate(seed: number): Program {
    const random = new Random(seed);
    const w = new Writer(random, random.chance(0.5));
    const count = random.weighted([[6, 1], [3, 2], [1, 3]] as const);
    const bodies = Array.from({ length: count }, (_, index) => {
        // The last section is the last chance for the mistake.
        const early = index < count - 1 && random.chance(0.5);
        const wanted = w.mistakeWanted;
        w.mistakeWanted = wanted && !early;
        const lines = random.weighted(sections)(w);
        w.mistakeWanted = wanted;
        return lines;
    });
    const body = bodies.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
    const code = layOut(w, [...w.preamble(), ""], body);
    return { seed, code, filename: `program-${seed}.${w.typescript ? "ts" : "js"}`, mistake: w.mistake, foggy: w.foggy };
}

function layOut(w: Writer, preamble: string[], body: string[]): string {
    const { random } = w;
    const waits = body.some((line) => /\bawait\b/.test(line));
    const scripted = w.reach.kind === "global" || w.reach.kind === "require";
    const wrapped = random.chance(waits && scripted ? 1 : 0.08);
    const call = random.pick(["main();", "main().catch((error) => { throw error; });", "(async () => { await main(); })();"]);
    const lines = wrapped ? ["async function main() {", ...indent(body), "}", "", call] : body;
    const text = [...preamble, ...lines].join("\n");
    return `${random.chance(0.15) ? withoutSemicolons(text) : text}\n`;
}

/** Where the next line cannot be taken for a continuation. */
function withoutSemicolons(text: string): string {
    return text.replace(/;\n(?![\s\n]*[([`+\-*/,.])/g, "\n");
}
