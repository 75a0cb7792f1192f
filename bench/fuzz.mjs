/**
 * Random programs in the real TensorFlow.js and through the built `analyze()`:
 *
 *     npm run fuzz -- 500 [--seed 1] [--show 20]
 *
 * Prints the rates and a small program for each cause of a mismatch. Exit code 1 if a shape is wrong, a report is false
 * or a rate is too low.
 */
import { parseArgs } from "node:util";
import { analyze } from "../dist/src/analyze.js";
import { serveTests } from "./serve-tests.mjs";

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: "string", default: "1" }, show: { type: "string", default: "20" } },
});
const count = Number(positionals[0] ?? 500);
const first = Number(values.seed);
const most = Number(values.show);
if (![count, first, most].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    console.error("npm run fuzz -- NUMBER [--seed NUMBER] [--show NUMBER]");
    process.exit(2);
}

// The generator is TypeScript; the package's own code is the built one.
const server = await serveTests();
try {
    const { tally, passes } = await server.ssrLoadModule("/test/fuzz/tally.ts");
    const { report } = await server.ssrLoadModule("/test/fuzz/report.ts");
    const start = performance.now();
    const sum = await tally(
        analyze,
        Array.from({ length: count }, (_, index) => first + index)
    );
    console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
    console.log(await report(analyze, sum, sum.findings, most));
    process.exitCode = passes(sum) ? 0 : 1;
} finally {
    await server.close();
}
