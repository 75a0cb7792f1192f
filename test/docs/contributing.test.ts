/** The worked examples of CONTRIBUTING.md are excerpts of the files they name. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const root = path.resolve(import.meta.dirname, "../..");
const contributing = fs.readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");
const excerpts = [...contributing.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = "", text = ""]) => ({ file, text }));

describe("CONTRIBUTING", () => {
    it("has examples", () => {
        expect(excerpts.length).toBeGreaterThan(5);
    });

    it.each(excerpts)("quotes $file", ({ file, text }) => {
        // Not by toContain, which would print the whole file.
        expect(fs.readFileSync(path.join(root, file), "utf8").includes(text), text).toBe(true);
    });

    it("names files and folders that are there", () => {
        const paths = [...contributing.matchAll(/`((?:src|test|rules|docs|scripts)\/[\w./-]*)`/g)].map(([, file = ""]) => file);
        expect(paths.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
    });

    it("names scripts that are there", () => {
        const scripts = [...contributing.matchAll(/npm run ([\w:]+)/g)].map(([, script = ""]) => script);
        expect(scripts.filter((script) => !(script in packageJson.scripts))).toEqual([]);
    });
});
