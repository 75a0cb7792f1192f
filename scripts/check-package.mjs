// Packs what is built, and has publint and arethetypeswrong judge the very file that would be published.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "layer-shapes-pack-"));
const run = (command, ...args) => execFileSync(command, args, { stdio: "inherit" });

try {
    // Without the scripts, as `prepack` would build a second time.
    execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder]);
    const [tarball] = fs.readdirSync(folder).map((file) => path.join(folder, file));
    run("npx", "--no-install", "publint", "--strict", tarball);
    run("npx", "--no-install", "attw", "--profile", "esm-only", tarball);
} catch (error) {
    process.exitCode = error.status ?? 1;
} finally {
    fs.rmSync(folder, { recursive: true });
}
