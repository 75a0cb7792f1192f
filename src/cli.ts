#!/usr/bin/env node
/** The command; what it does is in summary/command.ts. */
import { createRequire } from "node:module";
import process from "node:process";
import { analyzeText } from "./analyze-text.js";
import { main } from "./summary/command.js";

interface Package {
    readonly version: string;
}

// By its own name, which holds from the sources and from the build alike.
const { version } = createRequire(import.meta.url)("eslint-plugin-layer-shapes/package.json") as Package;
const { stdin, stdout, stderr, env } = process;

// A reader that has seen enough, as `head` has, closes the pipe: no reason to complain.
stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") stderr.write(`layer-shapes: ${error.message}\n`);
    process.exit(error.code === "EPIPE" ? 0 : 2);
});

// Not process.exit(): what was written to a pipe has to arrive first.
process.exitCode = await main(process.argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd(), version, analyzeText });
