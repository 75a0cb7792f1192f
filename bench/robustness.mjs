/**
 * Texts of every kind: each program in node_modules, and the fixtures and the examples spoilt in many ways.
 *
 *     npm run robustness -- 20 [--seed 1]
 *
 * The number is how many mutants of each program are made, of each kind. Prints how many texts were looked at, and what
 * was wrong. Exit code 1 if anything broke or took too long, or if what is right was reported.
 */
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { serveTests } from "./serve-tests.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: "string", default: "1" } } });
const count = Number(positionals[0] ?? 20);
const first = Number(values.seed);
if (![count, first].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    console.error("npm run robustness -- NUMBER [--seed NUMBER]");
    process.exit(2);
}
const seeds = Array.from({ length: count }, (_, index) => first + index);

const server = await serveTests();
try {
    const sweep = await server.ssrLoadModule("/test/robustness/sweep.ts");
    const { programs } = await server.ssrLoadModule("/test/robustness/programs.ts");
    const rows = [];
    const look = (name, see) => {
        const seen = sweep.nothingSeen();
        see(seen);
        console.error(`${name}: ${seen.texts} texts, ${seen.wrong.length} wrong`);
        rows.push([name, seen.texts, seen.unparsable, seen.reported, `${seen.slowest.toFixed(0)} ms`, seen.wrong.length]);
        for (const one of seen.wrong) console.log(`${name}: ${one}\n`);
        if (seen.wrong.length > 0 || seen.slowest > sweep.mostMilliseconds) process.exitCode = 1;
    };
    look("slips of a token or a few", (seen) => programs.forEach((program) => sweep.seeMutants(program, seeds, seen)));
    look("trees with parts missing", (seen) => programs.forEach((program) => sweep.seeHoles(program, seeds, seen)));
    // The examples are cut off behind every token.
    look("beginnings", (seen) => programs.forEach((program) => sweep.seeBeginnings(program, /program|main/.test(program.filename) ? 5 : 1, seen)));
    const files = sweep.installedFiles();
    const named = new Set(files.filter((file) => sweep.namesLibrary(sweep.readInstalled(file))));
    look("installed files that name no library", (seen) => files.filter((file) => !named.has(file)).forEach((file) => sweep.seeInstalled(file, seen)));
    look("installed files that name one", (seen) => named.forEach((file) => sweep.seeInstalled(file, seen)));
    const table = new Table({ head: ["texts", "how many", "not parsed", "reported", "slowest", "wrong"], style: { head: [], border: [] } });
    table.push(...rows);
    console.log(table.toString());

    const { isRunnable, noSlips, seeSlips } = await server.ssrLoadModule("/test/robustness/against-truth.ts");
    const { readFixtures } = await server.ssrLoadModule("/test/oracle/fixtures.ts");
    const sum = noSlips();
    const log = console.log;
    // What the programs print is nobody's business.
    console.log = console.warn = () => undefined;
    for (const fixture of readFixtures().filter(isRunnable)) await seeSlips(fixture, count, first, sum);
    console.log = log;
    for (const one of sum.missed) console.log(`missed: ${one}\n`);
    for (const one of sum.wrong) console.log(`${one}\n`);
    console.log(`${sum.programs} programs with a slip run in TensorFlow.js: ${sum.failing} fail, ${sum.reported} of them reported; ${sum.endless} do not end; ${sum.wrong.length} reported or given shapes wrongly`);
    if (sum.wrong.length > 0) process.exitCode = 1;
} finally {
    await server.close();
}
