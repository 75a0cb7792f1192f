/** An empty project into which the plugin is installed as it would be published. */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, "../..");
const installTimeout = 300_000;
let tarball: string | undefined;

/** Packs what is built, once for a test file. */
export function packPlugin(): void {
    const packed = fs.mkdtempSync(path.join(os.tmpdir(), "layer-shapes-packed-"));
    beforeAll(() => {
        if (!fs.existsSync(path.join(root, "dist/src/index.js"))) {
            throw new Error("Nothing to pack: run `npm run build` first.");
        }
        // Without the scripts: `prepack` would build anew, under the other tests' feet.
        run(root, "npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", packed);
        tarball = path.join(packed, fs.readdirSync(packed)[0]!);
    }, installTimeout);
    afterAll(() => {
        fs.rmSync(packed, { recursive: true });
    }, installTimeout);
}

/** A project with these files, into which the packed plugin and these packages are installed first. */
export function projectWith(packages: () => string[], files: Record<string, string>): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "layer-shapes-project-"));
    beforeAll(() => {
        fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
        for (const [name, text] of Object.entries(files)) {
            fs.writeFileSync(path.join(folder, name), text);
        }
        if (tarball === undefined) {
            throw new Error("Nothing is packed.");
        }
        const flags = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error"];
        const { status, stderr } = run(folder, "npm", "install", ...flags, tarball, ...packages());
        if (status !== 0) {
            throw new Error(`npm install failed in ${folder}:\n${stderr}`);
        }
    }, installTimeout);
    afterAll(() => {
        fs.rmSync(folder, { recursive: true });
    }, installTimeout);
    return folder;
}

/** The version that this project has, so that an install finds it in npm's cache. */
export function versionOf(name: string): string {
    // The cast holds: every package.json in node_modules has a version.
    return (require(`${name}/package.json`) as { version: string }).version;
}

/** The file that a package of this project's runs as its command. */
export function binOf(name: string, command: string): string {
    const file = require.resolve(`${name}/package.json`);
    // The cast holds: it is asked of packages that have commands.
    const { bin } = require(file) as { bin: string | Record<string, string> };
    return path.join(path.dirname(file), typeof bin === "string" ? bin : bin[command]!);
}

export function run(cwd: string, command: string, ...args: string[]): SpawnSyncReturns<string> {
    // What Vitest asks of Node is not for the programs under test.
    const env = { ...process.env, NODE_OPTIONS: "", NODE_V8_COVERAGE: "" };
    return spawnSync(command, args, { cwd, env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}
