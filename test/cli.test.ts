/** The command with the real analysis; what it does with its arguments is tested in summary/command.test.ts. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const { argv, exitCode } = process;
afterEach(() => {
    process.argv = argv;
    process.exitCode = exitCode;
    vi.restoreAllMocks();
    vi.resetModules();
});

async function run(...args: string[]): Promise<{ status: unknown; stdout: string; stderr: string }> {
    const texts: { stdout: string; stderr: string } = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
        vi.spyOn(process[stream], "write").mockImplementation((text) => {
            texts[stream] += text.toString();
            return true;
        });
    }
    process.argv = ["node", "layer-shapes", ...args];
    await import("../src/cli.js");
    return { status: process.exitCode, ...texts };
}

describe("layer-shapes", () => {
    it("knows its version", async () => {
        expect(await run("--version")).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: "" });
    });

    it("summarizes the founding example, and exits with 1", async () => {
        const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "layer-shapes-cli-")), "model.js");
        fs.writeFileSync(file, "tf.conv2dTranspose(tf.zeros([1, 4, 4, 1]), tf.zeros([3, 3, 1, 1]), [1, 8, 8, 1], 1, 'same');\n");
        const { status, stdout, stderr } = await run("summary", "--format", "json", file);
        expect([status, stderr]).toEqual([1, ""]);
        expect(JSON.parse(stdout)).toMatchObject({
            files: [{ path: file, layers: [], problems: [{ line: 1, ruleId: "layer-shapes/deconv-output-shape" }] }],
        });
    });

    it("says in one line what it cannot do", async () => {
        expect(await run("summary", "missing.js")).toEqual({
            status: 2,
            stdout: "",
            stderr: "layer-shapes: missing.js: no such file or directory\n",
        });
    });
});
