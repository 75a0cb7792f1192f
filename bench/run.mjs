/**
 * Speed, as ratios measured side by side in this one run: `npm run bench`. Prints a table, and with `--readme` puts it into
 * the README as well.
 *
 * Each figure is the median of many rounds in which both sides alternate, so that what else the machine does falls on both.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import * as espree from "espree";
import { ESLint, Linter } from "eslint";
import Table from "cli-table3";
import { analyzeProgram } from "../dist/src/analysis/run.js";
import plugin from "../dist/src/index.js";
import { analyze } from "../dist/src/analyze.js";
import { forgetReadings } from "../dist/src/catalogue/recent-readings.js";
import { keystrokes } from "./keystrokes.mjs";
import { growthPrograms } from "./programs.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const rows = [];

function row(what, value, goal, ok) {
    rows.push([what, value, goal, goal === "" ? "" : ok ? "ok" : "missed"]);
    if (!ok) process.exitCode = 1;
}

function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[sorted.length >> 1];
}

/** Milliseconds of processor time: what other programs do meanwhile does not count. */
function time(body) {
    const start = process.cpuUsage();
    body();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
}

/** Milliseconds on the clock: for whole processes, and for what a person waits for. */
function wait(body) {
    const start = performance.now();
    body();
    return performance.now() - start;
}

/** The median of how long each side takes, in alternating rounds. */
function pair(a, b, rounds, measure = time) {
    const times = [[], []];
    for (let round = 0; round < rounds; round++) {
        times[0].push(measure(a));
        times[1].push(measure(b));
    }
    // The first tenth warms the compiler up.
    return times.map((one) => median(one.slice(Math.ceil(rounds / 10))));
}

function parse(text) {
    return espree.parse(text, { ecmaVersion: "latest", sourceType: "module", range: true, loc: true, tokens: true, comment: true });
}

function javascriptPrograms() {
    return ["test/fixtures", "docs/examples"]
        .flatMap((folder) => fs.readdirSync(path.join(root, folder), { recursive: true }).map((file) => path.join(folder, file)))
        .filter((file) => /\.m?js$/.test(file) && !file.endsWith("demo.mjs"))
        .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), "utf8") }));
}

/** Both sides as they run in an editor, or in a lint of many files: what the engine learns at first is not told. */
function warmUp(programs) {
    for (let round = 0; round < 300; round++) {
        for (const { file, text } of programs) analyzeProgram({ ast: parse(text), text, filename: path.join(root, file), settings: {} });
    }
}

function analysisAgainstParsing() {
    const groups = { right: [], broken: [] };
    const programs = javascriptPrograms();
    warmUp(programs);
    for (const { file, text } of programs) {
        // Each tree is analysed once, when it has just been made, as in a lint.
        let ast;
        const [parsing, analysis] = pair(
            () => {
                ast = parse(text);
            },
            () => analyzeProgram({ ast, text, filename: path.join(root, file), settings: {} }).problems,
            250,
            wait,
        );
        // As of a file that is unlike any read before.
        const [parsingAgain, fresh] = pair(
            () => {
                ast = parse(text);
                forgetReadings();
            },
            () => analyzeProgram({ ast, text, filename: path.join(root, file), settings: {} }).problems,
            250,
            wait,
        );
        groups[/broken|fixed/.test(file) ? "broken" : "right"].push({ file, ratio: analysis / parsing, fresh: fresh / parsingAgain });
    }
    const ratios = groups.right.map(({ ratio }) => ratio);
    const worst = groups.right.reduce((a, b) => (a.ratio >= b.ratio ? a : b));
    row(`analysis ÷ parsing, median of ${ratios.length} programs`, median(ratios).toFixed(2), "≤ 1", median(ratios) <= 1);
    row(`analysis ÷ parsing, worst (${worst.file})`, worst.ratio.toFixed(2), "≤ 3", worst.ratio <= 3);
    row("the same as for a file unlike any before: median", median(groups.right.map(({ fresh }) => fresh)).toFixed(2), "", true);
    const repaired = median(groups.broken.map(({ ratio }) => ratio));
    row(`the same with a mistake to mend, median of ${groups.broken.length}`, repaired.toFixed(2), "", true);
}

/** In fresh processes, since a module is loaded only once. */
function importTime() {
    const load = (specifier) => {
        const code = `const t = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - t);`;
        const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { cwd: root, encoding: "utf8" });
        return Number(stdout);
    };
    const times = [[], []];
    for (let round = 0; round < 15; round++) {
        times[0].push(load("./dist/bundle/index.js"));
        times[1].push(load("eslint"));
    }
    const ratio = median(times[0]) / median(times[1]);
    row("importing the plugin ÷ importing ESLint", ratio.toFixed(2), "≤ 0.2", ratio <= 0.2);
}

/** A file without any model code: what the plugin adds to linting it. */
function unrelatedFile() {
    const text = fs.readFileSync(path.join(root, "node_modules/espree/lib/espree.js"), "utf8");
    const linter = new Linter();
    const base = [{ rules: { "no-undef": "error", "no-unused-vars": "error" } }];
    const withPlugin = [...base, plugin.configs.all];
    const [plain, added] = pair(
        () => linter.verify(text, base, "espree.js"),
        () => linter.verify(text, withPlugin, "espree.js"),
        300,
    );
    // What the plugin itself spends on such a file, measured apart: a difference of two lints would be noise.
    const ast = parse(text);
    const own = median(Array.from({ length: 300 }, () => time(() => analyzeProgram({ ast, text, filename: "espree.js", settings: {} }))));
    row("analysis of a file with no model code ÷ linting it", `${((100 * own) / plain).toFixed(2)} %`, "≤ 1 %", own / plain <= 0.01);
    row("linting such a file with all rules ÷ without the plugin", (added / plain).toFixed(2), "", true);
}

/** Finding a wrong deconvolution by lint, against running the program in TensorFlow.js: both as whole processes. */
function lintAgainstRunning() {
    const program = `import * as tf from "@tensorflow/tfjs";
const x = tf.zeros([1, 16, 16, 8]);
const w = tf.randomNormal([3, 3, 4, 8]);
const y = tf.conv2dTranspose(x, w, [1, 32, 32, 4], 1, "same");
if (y.dataSync().some(Number.isNaN)) process.exitCode = 1;
`;
    const folder = fs.mkdtempSync(path.join(root, "node_modules/.bench-"));
    try {
        fs.writeFileSync(path.join(folder, "model.mjs"), program);
        const lint = `import { analyze } from ${JSON.stringify(path.join(root, "dist/src/analyze.js"))}; import fs from "node:fs";
process.exitCode = analyze(fs.readFileSync("model.mjs", "utf8"), { filename: "model.mjs" }).problems.length;`;
        fs.writeFileSync(path.join(folder, "lint.mjs"), lint);
        const start = (file) => spawnSync(process.execPath, [file], { cwd: folder });
        const [linting, running] = pair(() => start("lint.mjs"), () => start("model.mjs"), 9, wait);
        row("finding a wrong deconvolution by analysis ÷ by running it", (linting / running).toFixed(2), "< 1", linting < running);
    } finally {
        fs.rmSync(folder, { recursive: true });
    }
}

/**
 * Time for each layer must stay flat as models grow. Every size is run for as many layers in all, in turns, and each program
 * has a tree of its own, as in a lint: one small tree run again and again would be in the processor's cache, where the tree of
 * a large model never is. What is told is the most that a layer of a larger model takes for one of a smaller: a program's own
 * fixed cost makes the smallest dear. By the clock, since the collector of a large model's memory works beside.
 */
function growth() {
    const layersInAll = 10_000;
    for (const [name, make] of Object.entries(growthPrograms)) {
        // The trees of those before are let go, so that the heap is no larger for one than for the next.
        globalThis.gc?.();
        const sizes = [10, 100, 1000, 10_000].map((size) => {
            const { text, layers } = make(size);
            const trees = Array.from({ length: Math.ceil(layersInAll / layers) }, () => parse(text));
            const run = () => {
                for (const ast of trees) analyzeProgram({ ast, text, filename: "model.js", settings: {} }).problems;
            };
            return () => wait(run) / (trees.length * layers);
        });
        const rounds = Array.from({ length: 24 }, () => sizes.map((timed) => timed()));
        const times = sizes.map((_, index) => median(rounds.slice(4).map((round) => round[index])));
        const ratio = Math.max(...times.flatMap((larger, index) => times.slice(0, index).map((smaller) => larger / smaller)));
        row(`time per layer, larger ÷ smaller of 10, 100, 1,000 and 10,000 layers (${name})`, ratio.toFixed(2), "≤ 1.5", ratio <= 1.5);
    }
}

/**
 * One keystroke after another in a file of 1,000 lines: what the rules take in a lint, by the clock of that very lint. Two
 * lints with and without the plugin would differ by more than that: parsing such a file alone swings by 50 ms. Each state of
 * the file is linted five times, since one of them may be the one that collects the garbage.
 */
function editing() {
    const linter = new Linter();
    const texts = keystrokes();
    const lint = (text) => {
        linter.verifyAndFix(text, [plugin.configs.recommended], { filename: "model.js", fix: false, stats: true });
        // A text that cannot be parsed has no rules run on it.
        const [{ rules = {} }] = linter.getTimes().passes;
        return Object.values(rules).reduce((sum, { total }) => sum + total, 0);
    };
    const states = texts.map((text) => median(Array.from({ length: 5 }, () => lint(text)))).filter((taken) => taken > 0);
    const warm = states.slice(5);
    const worst = Math.max(...warm);
    row(`typing in a file of ${texts[0].split("\n").length} lines: what the rules take in a lint, median of ${warm.length} keystrokes`, `${median(warm).toFixed(0)} ms`, "", true);
    row("the same, worst of all keystrokes", `${worst.toFixed(0)} ms`, "≤ 50 ms", worst <= 50);
}

function memory() {
    const { text } = javascriptPrograms().find(({ file }) => file.includes("unet"));
    let edits = 0;
    const measure = () => {
        // Each a text of its own: what held on to one of them would be seen.
        for (let i = 0; i < 500; i++) analyze(`${text}\n// ${"edited ".repeat(1000)}${edits++}`, { filename: "model.js" });
        globalThis.gc?.();
        return process.memoryUsage().heapUsed;
    };
    measure();
    const before = measure();
    const after = measure();
    row("heap after 1,500 re-lints ÷ after 1,000", (after / before).toFixed(2), "≤ 1.1", after / before <= 1.1);
}

analysisAgainstParsing();
importTime();
unrelatedFile();
lintAgainstRunning();
growth();
editing();
memory();
const versions = `Node ${process.version}, ESLint ${ESLint.version}`;
const head = ["what", "measured", "goal", ""];
const table = new Table({ head, style: { head: [], border: [] } });
table.push(...rows);
console.log(table.toString());
console.log(versions);
if (process.argv.includes("--readme")) {
    const file = path.join(root, "README.md");
    const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
    const section = ["<!-- bench -->", "", ...lines, "", `${versions}.`, "", "<!-- /bench -->"].join("\n");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/<!-- bench -->.*<!-- \/bench -->/s, () => section));
}
