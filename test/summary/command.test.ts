import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { emptyAnalysis } from "../../src/analysis/analysis.js";
import { parse } from "../../src/analysis/parse.js";
import { positions } from "../../src/analysis/positions.js";
import { type AnalyzeText, main } from "../../src/summary/command.js";
import { skipModel, summarize, wrongModel } from "./summarize.js";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "layer-shapes-command-"));
afterAll(() => {
    fs.rmSync(folder, { recursive: true });
});

const files = {
    "fine.js": skipModel,
    "wrong.js": wrongModel,
    "broken.js": "const = ;",
    "plain.js": "export const one = 1;\n",
    "typed.ts": "const n: number = 4;\n",
    "notes.txt": "tf.input({ shape: [4] });\n",
    "models/deep/a.mjs": skipModel,
    "models/b.tsx": "export const b = <div />;\n",
    "models/node_modules/c.js": wrongModel,
    "empty/readme.md": "",
};
for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
}

const analyzeText: AnalyzeText = (code, { filename }) => {
    const name = filename ?? "program.js";
    const parsed = parse(code, name);
    if ("error" in parsed) return { analysis: emptyAnalysis, problems: [], locate: positions(code), error: parsed.error };
    return summarize({ path: name, code });
};

interface Run {
    readonly stdin?: string;
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly env?: Record<string, string>;
    readonly analyze?: AnalyzeText;
}

async function run(argv: string, { stdin = "", isTTY = false, columns, env = {}, analyze = analyzeText }: Run = {}) {
    const [stdout, stderr]: [string[], string[]] = [[], []];
    const status = await main(argv.split(" ").filter((word) => word !== ""), {
        stdin: Readable.from(stdin === "" ? [] : [Buffer.from(stdin)]),
        stdout: { write: (text) => stdout.push(text), isTTY, columns },
        stderr: { write: (text) => stderr.push(text) },
        env,
        cwd: folder,
        version: "1.2.3",
        analyzeText: analyze,
    });
    return { status, stdout: stdout.join(""), stderr: stderr.join("") };
}

async function pathsOf(argv: string): Promise<string[]> {
    const { stdout } = await run(`summary -f json ${argv}`);
    // The cast holds: this is what the command prints.
    return (JSON.parse(stdout) as { files: { path: string }[] }).files.map((file) => file.path);
}

describe("exit codes", () => {
    it.each([
        ["summary fine.js", 0],
        ["summary plain.js typed.ts", 0],
        ["summary wrong.js", 1],
        ["summary fine.js wrong.js", 1],
        ["summary --format json wrong.js", 1],
        ["summary --format svg wrong.js", 1],
        ["summary broken.js", 2],
        ["summary broken.js wrong.js", 2],
        ["summary missing.js", 2],
        ["summary fine.js missing.js", 2],
        ["summary empty", 2],
        ["summary *.coffee", 2],
        ["summary", 2],
        ["", 2],
        ["fine.js", 2],
        ["summary --format xml fine.js", 2],
        ["summary --nonsense fine.js", 2],
        ["summary -o missing/out.svg fine.js", 2],
        ["--help", 0],
        ["summary --help", 0],
        ["--version", 0],
    ])("layer-shapes %s: %i", async (argv, status) => {
        const result = await run(argv);
        expect(result.status).toBe(status);
        expect(result.stderr).toMatch(status === 2 ? /^(?:layer-shapes: .+\n)+$/ : /^$/);
        expect(result.stderr).not.toMatch(/\n\s+at /);
    });
});

describe("what it says on stderr", () => {
    it.each([
        ["summary broken.js", "layer-shapes: broken.js:1:7: Unexpected token =\n"],
        ["summary missing.js", "layer-shapes: missing.js: no such file or directory\n"],
        ["summary src/*.js", "layer-shapes: src/*.js: matches no JavaScript or TypeScript files\n"],
        ["summary empty", "layer-shapes: empty: no JavaScript or TypeScript files below it\n"],
        ["summary", "layer-shapes: no files given; try layer-shapes summary FILES, or --help\n"],
        ["", "layer-shapes: no command; try layer-shapes summary FILES, or --help\n"],
        ["draw a.js", 'layer-shapes: unknown command "draw"; try layer-shapes summary FILES, or --help\n'],
        ["summary -f xml fine.js", 'layer-shapes: unknown format "xml"; there are table, json, svg\n'],
        ["summary -o missing/out.svg fine.js", "layer-shapes: missing/out.svg: no such file or directory\n"],
    ])("layer-shapes %s", async (argv, line) => {
        expect((await run(argv)).stderr).toBe(line);
    });

    it("keeps a failure of its own to one line, and goes on", async () => {
        const analyze: AnalyzeText = (code, options) => {
            if (options.filename === "plain.js") throw new Error("first\nsecond");
            const result = analyzeText(code, options);
            return options.filename === "typed.ts" ? { ...result, analysis: { ...emptyAnalysis, failure: new Error("an invariant") } } : result;
        };
        const { status, stdout, stderr } = await run("summary plain.js typed.ts fine.js", { analyze });
        expect(status).toBe(2);
        expect(stdout).toContain("Total params");
        expect(stderr).toBe("layer-shapes: plain.js: first second\nlayer-shapes: typed.ts: internal error, please report it: an invariant\n");
    });
});

describe("files", () => {
    it.each([
        ["fine.js", ["fine.js"]],
        ["./fine.js fine.js", ["./fine.js"]],
        ["notes.txt", ["notes.txt"]],
        ["models", ["models/b.tsx", "models/deep/a.mjs"]],
        ["models/", ["models/b.tsx", "models/deep/a.mjs"]],
        ["*.ts", ["typed.ts"]],
        ["**/*.{mjs,tsx}", ["models/b.tsx", "models/deep/a.mjs"]],
        ["models/node_modules/c.js", ["models/node_modules/c.js"]],
        ["wrong.js broken.js fine.js", ["wrong.js", "fine.js"]],
        [".", ["fine.js", "models/b.tsx", "models/deep/a.mjs", "plain.js", "typed.ts", "wrong.js"]],
    ])("%s: %j", async (names, paths) => {
        expect(await pathsOf(names)).toEqual(paths);
    });

    it("with a broken one among them are all done but that one", async () => {
        const { status, stdout, stderr } = await run("summary fine.js broken.js wrong.js");
        expect(status).toBe(2);
        expect(stdout).toContain("fine.js\n");
        expect(stdout).toContain("wrong.js\n");
        expect(stderr.split("\n")).toHaveLength(2);
    });

    it("print nothing but an empty list of JSON when none could be read", async () => {
        expect((await run("summary broken.js")).stdout).toBe("");
        expect(await pathsOf("broken.js")).toEqual([]);
    });
});

describe("standard input", () => {
    it("is read for -", async () => {
        const { status, stdout } = await run("summary -", { stdin: wrongModel });
        expect(status).toBe(1);
        expect(stdout).toMatch(/^<stdin>\n/);
    });

    it("goes by the name it is given", async () => {
        const { stdout, stderr } = await run("summary - --stdin-filename src/piped.ts", { stdin: `const n: number = 3;\n${wrongModel}` });
        expect(stderr).toBe("");
        expect(stdout).toMatch(/^src\/piped\.ts\n/);
    });

    it("is named in errors", async () => {
        expect((await run("summary -", { stdin: "const = ;" })).stderr).toBe("layer-shapes: <stdin>:1:7: Unexpected token =\n");
    });
});

describe("output", () => {
    it("is a table, JSON or SVG", async () => {
        expect((await run("summary fine.js")).stdout).toContain("Output shape");
        expect((await run("summary --format=json fine.js")).stdout).toMatch(/^\{\n {2}"files": \[/);
        expect((await run("summary -f svg fine.js")).stdout).toMatch(/^<svg [^]*<\/svg>\n$/);
    });

    it("goes to a file where asked", async () => {
        const { status, stdout } = await run("summary -f svg -o out.svg fine.js", { isTTY: true });
        expect([status, stdout]).toEqual([0, ""]);
        expect(fs.readFileSync(path.join(folder, "out.svg"), "utf8")).toMatch(/^<svg /);
    });

    it.each<[string, Run, boolean]>([
        ["a terminal", { isTTY: true }, true],
        ["a pipe", { isTTY: false }, false],
        ["a terminal with NO_COLOR", { isTTY: true, env: { NO_COLOR: "1" } }, false],
        ["a terminal with an empty NO_COLOR", { isTTY: true, env: { NO_COLOR: "" } }, true],
        ["a dumb terminal", { isTTY: true, env: { TERM: "dumb" } }, false],
    ])("%s: colours %j: %s", async (_, options, colored) => {
        expect((await run("summary fine.js", options)).stdout.includes("\u001B[")).toBe(colored);
    });

    it("fits the terminal", async () => {
        const { stdout } = await run("summary fine.js", { isTTY: true, columns: 64, env: { NO_COLOR: "1" } });
        expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(64);
    });

    it("is not wrapped in a terminal that does not know its width", async () => {
        const { stdout } = await run("summary fine.js", { isTTY: true, columns: 0, env: { NO_COLOR: "1" } });
        expect(stdout).toBe((await run("summary fine.js")).stdout);
    });

    it("is the version, or help that names every option", async () => {
        expect((await run("--version")).stdout).toBe("1.2.3\n");
        const { stdout } = await run("-h");
        for (const option of ["--format", "--output", "--stdin-filename", "--help", "--version"]) expect(stdout).toContain(option);
    });
});
