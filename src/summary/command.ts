/** The command `layer-shapes`: its arguments, its output, and the number it exits with. */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { FileSummary } from "./file-summary.js";
import { findFiles, standardInput } from "./files.js";
import { printJson } from "./json.js";
import { printSvg } from "./svg.js";
import { printTables } from "./table.js";
import { printable } from "./text.js";

/** What `analyzeText` is for this command. */
export type AnalyzeText = (
    code: string,
    options: { readonly filename?: string | undefined; readonly cwd: string },
) => Omit<FileSummary, "path"> & { readonly error?: { readonly message: string; readonly line: number; readonly column: number } | undefined };

export interface Output {
    write(text: string): unknown;
    readonly isTTY?: boolean | undefined;
    /** 0 where a terminal does not know. */
    readonly columns?: number | undefined;
}

export interface Surroundings {
    readonly stdin: AsyncIterable<string | Uint8Array>;
    readonly stdout: Output;
    readonly stderr: Output;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly cwd: string;
    readonly version: string;
    readonly analyzeText: AnalyzeText;
}

const fine = 0;
const problemsFound = 1;
const couldNotRun = 2;

const usage = `Usage: layer-shapes summary [options] FILES…

Shows the layers and tensor operations of TensorFlow.js and Keras-style programs, with
the shapes worked out from the source alone. Nothing of it is run.

FILES are files, directories, globs, or - for standard input. Directories and globs give
.js .mjs .cjs .jsx .ts .mts .cts .tsx files, without those in node_modules.

Options:
  -f, --format FORMAT      table (default), json, or svg
  -o, --output FILE        write to FILE instead of standard output
  --stdin-filename NAME    what standard input is called: its extension tells the language,
                           and relative imports are looked up from it
  -h, --help               show this help
  -v, --version            show the version

Exit codes: 0 fine, 1 problems found, 2 a file or an argument could not be used.
`;

const formats = ["table", "json", "svg"] as const;
type Format = (typeof formats)[number];

interface Request {
    readonly format: Format;
    readonly output: string | undefined;
    readonly stdinFilename: string | undefined;
    readonly names: readonly string[];
}

/** `argv` without Node and the program. Never throws. */
export async function main(argv: readonly string[], around: Surroundings): Promise<number> {
    try {
        const request = readArguments(argv);
        if (request === "help" || request === "version") {
            around.stdout.write(request === "help" ? usage : `${around.version}\n`);
            return fine;
        }
        return await summarize(request, around);
    } catch (error) {
        complain(around, messageOf(error));
        return couldNotRun;
    }
}

function readArguments(argv: readonly string[]): Request | "help" | "version" {
    const { values, positionals } = parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: {
            format: { type: "string", short: "f", default: "table" },
            output: { type: "string", short: "o" },
            "stdin-filename": { type: "string" },
            help: { type: "boolean", short: "h" },
            version: { type: "boolean", short: "v" },
        },
    });
    if (values.help) return "help";
    if (values.version) return "version";
    const [command, ...names] = positionals;
    if (command !== "summary") {
        throw new Error(`${command === undefined ? "no command" : `unknown command "${command}"`}; try layer-shapes summary FILES, or --help`);
    }
    const format = formats.find((one) => one === values.format);
    if (format === undefined) throw new Error(`unknown format "${values.format}"; there are ${formats.join(", ")}`);
    if (names.length === 0) throw new Error("no files given; try layer-shapes summary FILES, or --help");
    return { format, output: values.output, stdinFilename: values["stdin-filename"], names };
}

async function summarize({ format, output, stdinFilename, names }: Request, around: Surroundings): Promise<number> {
    const { paths, missing } = findFiles(names, around.cwd);
    for (const line of missing) complain(around, line);
    let failed = missing.length > 0;
    const summaries: FileSummary[] = [];
    for (const name of paths) {
        const summary = await summarizeFile(name, stdinFilename, around);
        if (summary === undefined) failed = true;
        else summaries.push(summary);
    }
    if (summaries.length > 0 || format === "json") {
        failed = !write(print(summaries, format, output, around), output, around) || failed;
    }
    if (failed) return couldNotRun;
    return summaries.some(({ problems }) => problems.length > 0) ? problemsFound : fine;
}

/** Undefined where it could not be done; the user has then been told. */
async function summarizeFile(name: string, stdinFilename: string | undefined, around: Surroundings): Promise<FileSummary | undefined> {
    const isInput = name === standardInput;
    const shown = isInput ? (stdinFilename ?? "<stdin>") : name;
    try {
        const code = isInput ? await readAll(around.stdin) : fs.readFileSync(path.resolve(around.cwd, name), "utf8");
        const result = around.analyzeText(code, { filename: isInput ? stdinFilename : name, cwd: around.cwd });
        if (result.error) {
            const { line, column, message } = result.error;
            complain(around, `${shown}:${line}:${column}: ${message}`);
            return undefined;
        }
        if (result.analysis.failure !== undefined) {
            complain(around, `${shown}: internal error, please report it: ${messageOf(result.analysis.failure)}`);
            return undefined;
        }
        return { path: shown, analysis: result.analysis, problems: result.problems, locate: result.locate };
    } catch (error) {
        complain(around, `${shown}: ${messageOf(error)}`);
        return undefined;
    }
}

async function readAll(stdin: Surroundings["stdin"]): Promise<string> {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of stdin) text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
}

function print(summaries: readonly FileSummary[], format: Format, output: string | undefined, { stdout, env }: Surroundings): string {
    switch (format) {
        case "json":
            return printJson(summaries);
        case "svg":
            return printSvg(summaries);
        case "table": {
            const isTerminal = output === undefined && stdout.isTTY === true;
            // https://no-color.org: when present and not empty, whatever its value.
            const colors = isTerminal && !env["NO_COLOR"] && env["TERM"] !== "dumb";
            return printTables(summaries, { colors, width: isTerminal && stdout.columns ? stdout.columns : undefined });
        }
    }
}

/** Whether it could; if not, the user has been told. */
function write(text: string, output: string | undefined, around: Surroundings): boolean {
    if (output === undefined) {
        around.stdout.write(text);
        return true;
    }
    try {
        fs.writeFileSync(path.resolve(around.cwd, output), text);
        return true;
    } catch (error) {
        complain(around, `${output}: ${messageOf(error)}`);
        return false;
    }
}

function complain({ stderr }: Surroundings, message: string): void {
    stderr.write(`layer-shapes: ${printable(message)}\n`);
}

function messageOf(error: unknown): string {
    if (!(error instanceof Error)) return String(error);
    const { code } = error as NodeJS.ErrnoException;
    return (code !== undefined && reasons[code]) || error.message;
}

const reasons: Readonly<Record<string, string>> = {
    EACCES: "no permission to read or write it",
    EISDIR: "is a directory",
    ENOENT: "no such file or directory",
    ENOTDIR: "no such file or directory",
};
