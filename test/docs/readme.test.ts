/**
 * The README is what its own commands print. Blocks that begin with a file's name are written to a project, one after the
 * other; commands are run there, and their output is put below them. `vitest -u` writes the README anew.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { createTwoFilesPatch } from "diff";
import { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { defaultSteps } from "../../src/analysis/run.js";
import { runProgram } from "../oracle/run-program.js";

const root = path.resolve(import.meta.dirname, "../..");
const readme = fs.readFileSync(path.join(root, "README.md"), "utf8");
const require = createRequire(import.meta.url);
const project = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "layer-shapes-readme-")));

interface Block {
    readonly language: string;
    readonly body: string;
    /** Of a block that is a file. */
    readonly file: string | undefined;
    readonly index: number;
}

/** It works in every project, ES modules or not. */
const configFile = "eslint.config.mjs";

const fence = /^```(\w+)\n([\s\S]*?)^```$/gm;
const blocks = [...readme.matchAll(fence)].map(([, language = "", body = ""], index): Block => {
    const file = /^\/\/ (\S+)\n/.exec(body)?.[1];
    return { language, body, file, index };
});

beforeAll(() => {
    if (!fs.existsSync(path.join(root, packageJson.main))) throw new Error("Nothing to run: run `npm run build` first.");
    const modules = path.join(project, "node_modules");
    fs.mkdirSync(modules);
    fs.symlinkSync(root, path.join(modules, packageJson.name), "dir");
    for (const name of ["eslint", "typescript-eslint", "oxlint"]) {
        fs.symlinkSync(path.join(root, "node_modules", name), path.join(modules, name), "dir");
    }
    // As `npm init` makes it.
    write("package.json", '{ "type": "commonjs" }');
});

afterAll(() => {
    fs.rmSync(project, { recursive: true });
});

function write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    fs.writeFileSync(path.join(project, file), text);
}

/** Where the package of a command has its program. */
const programs: Readonly<Record<string, readonly string[]>> = {
    node: [],
    eslint: [path.join(path.dirname(require.resolve("eslint/package.json")), "bin/eslint.js")],
    oxlint: [path.join(path.dirname(require.resolve("oxlint/package.json")), "bin/oxlint")],
    "layer-shapes": [path.join(root, packageJson.bin["layer-shapes"])],
};

/** A command line of the README in the project, and what it prints. */
function run(command: string): string {
    const [name = "", ...args] = command.replace(/^npx /, "").split(" ");
    const program = programs[name];
    if (!program) throw new Error(`The README runs a command that this test does not know: ${command}`);
    const env = { ...process.env, NODE_OPTIONS: "", NODE_V8_COVERAGE: "", NO_COLOR: "1", FORCE_COLOR: undefined };
    const { stdout, stderr } = spawnSync(process.execPath, [...program, ...args], { cwd: project, env, encoding: "utf8" });
    return `${stdout}${stderr}`.replaceAll(project, "/home/you/project").trim();
}

async function patchOf(file: string): Promise<string> {
    const before = fs.readFileSync(path.join(project, file), "utf8");
    const [result] = await new ESLint({ cwd: project, fix: true }).lintFiles([file]);
    const patch = createTwoFilesPatch(file, file, before, result?.output ?? before, undefined, undefined, { context: 0 });
    return patch.slice(patch.indexOf("---")).trimEnd();
}

/** What a block should read. */
async function bodyOf({ language, body, file }: Block): Promise<string> {
    if (file !== undefined) write(file, body);
    switch (language) {
        case "console": {
            const [command = ""] = body.split("\n");
            return [command, run(command.replace(/^\$ /, "")), ""].filter((line, index) => line !== "" || index !== 1).join("\n");
        }
        case "diff":
            return `${await patchOf(/^--- (\S+)/m.exec(body)?.[1] ?? "")}\n`;
        default:
            return body;
    }
}

describe("README", () => {
    it("prints what its commands print", async () => {
        // The configuration that the first screen is run with stands further down.
        const config = blocks.find(({ file, body }) => file === configFile && body.includes("tseslint"));
        write(configFile, config?.body ?? "");
        const written: string[] = [];
        for (const block of blocks) {
            written[block.index] = await bodyOf(block);
        }
        let index = 0;
        const anew = readme.replace(fence, (_, language: string) => `\`\`\`${language}\n${written[index++] ?? ""}\`\`\``);
        await expect(anew).toMatchFileSnapshot(path.join(root, "README.md"));
    }, 120_000);

    it.each(blocks.filter(({ file }) => file === configFile))("the configuration in block $index turns the rule on", async ({ body }) => {
        write(configFile, body);
        const eslint = new ESLint({ cwd: project, overrideConfigFile: path.join(project, configFile) });
        // The cast holds: this is a configuration as ESLint has merged it.
        const config = (await eslint.calculateConfigForFile("src/models/any.js")) as { rules: Record<string, unknown> };
        expect(config.rules).toHaveProperty(["layer-shapes/deconv-output-shape"]);
    });

    it("shows the drawing that the command draws", async () => {
        const drawn = spawnSync(process.execPath, [...programs["layer-shapes"]!, "summary", "--format", "svg", "docs/examples/founding/broken.ts"], { cwd: root, encoding: "utf8" });
        await expect(drawn.stdout).toMatchFileSnapshot(path.join(root, "docs/examples/founding/broken.svg"));
    });

    it("is right that TensorFlow.js runs its first program without an error, and makes NaN", async () => {
        const program = blocks.find(({ file }) => file === "upscale.js")?.body ?? "";
        const checked = `${program}\nif (!twice.isNaN().any().dataSync()[0]) throw new Error('no NaN');`;
        expect((await runProgram(checked, { filename: "upscale.js" })).error).toBeUndefined();
    });

    it("links to files that are there", () => {
        const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)|src="([^"]+)"/g)].map(([, link, source]) => link ?? source ?? "");
        expect(links.filter((link) => !fs.existsSync(path.join(root, link)))).toEqual([]);
    });

    it("says the default of maxSteps", () => {
        expect(readme).toContain(`Default: ${defaultSteps.toLocaleString("en")}.`);
    });

    it("says how CommonJS loads the plugin", () => {
        const expression = /`(require\([^`]*)`/.exec(readme)?.[1] ?? "";
        write("load.cjs", `console.log(Object.keys(${expression}.configs.recommended.plugins));`);
        expect(run("node load.cjs")).toBe("[ 'layer-shapes' ]");
    });

    it("names the versions that the package asks for", () => {
        expect(packageJson.engines.node).toBe("^20.19.0 || ^22.13.0 || >=24");
        expect(readme).toContain("Node.js 20.19, 22.13, 24 and later");
        expect(packageJson.peerDependencies.eslint).toBe("^9.0.0 || ^10.0.0");
        expect(readme).toContain("ESLint 9 and 10");
    });
});
