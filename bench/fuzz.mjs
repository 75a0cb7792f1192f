/**
 * Random programs in the real TensorFlow.js and through the built `analyze()`:
 *
 *     npm run fuzz -- 500 [--seed 1] [--show 20] [--branching]
 *
 * Prints the rates and a small program for each cause of a mismatch. Exit code 1 if a shape is wrong, a report is false
 * or a rate is too low. With `--branching`, the programs are those of branches, loops and shared lists, each run many times.
 */
import { parseArgs } from "node:util";
import { analyze } from "../dist/src/analyze.js";
import { serveTests } from "./serve-tests.mjs";

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: "string", default: "1" }, show: { type: "string", default: "20" }, branching: { type: "boolean", default: false } },
});
const count = Number(positionals[0] ?? 500);
const first = Number(values.seed);
const most = Number(values.show);
if (![count, first, most].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    console.error("npm run fuzz -- NUMBER [--seed NUMBER] [--show NUMBER] [--branching]");
    process.exit(2);
}

// The generator is TypeScript; the package's own code is the built one.
const server = await serveTests();
try {
    const start = performance.now();
    process.exitCode = (await (values.branching ? runBranching() : runModels())) ? 0 : 1;
    console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
} finally {
    await server.close();
}

async function runModels() {
    const { tally, passes } = await server.ssrLoadModule("/test/fuzz/tally.ts");
    const { report } = await server.ssrLoadModule("/test/fuzz/report.ts");
    const sum = await tally(
        analyze,
        Array.from({ length: count }, (_, index) => first + index)
    );
    console.log(await report(analyze, sum, sum.findings, most));
    return passes(sum);
}

async function runBranching() {
    const { tryBranching } = await server.ssrLoadModule("/test/fuzz/branching/check.ts");
    const { sites, known, wrong } = await tryBranching(analyze, first, count, 60);
    console.log(`${sites} sizes, ${((known / sites) * 100).toFixed(1)} % of them told, wrong in ${wrong.length} programs`);
    for (const one of wrong.slice(0, most)) {
        console.log(`\n${one}`);
    }
    return wrong.length === 0;
}
