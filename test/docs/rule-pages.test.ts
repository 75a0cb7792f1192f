/**
 * Every code block of every rule's page is linted. Those under "### Incorrect" have the rule's messages below them, in a
 * block of text; `vitest -u` writes these anew. All others are right.
 */
import fs from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import plugin from "../../src/index.js";

const folder = path.resolve(import.meta.dirname, "../../docs/rules");

/** `### Incorrect` with the code below it, and so on for the others. */
const sections = ["## Rule details", "### Incorrect", "### Correct", "### Not reported", "## Options", "## When not to use it", "## Related rules", "## Further reading"];

const pages = fs.readdirSync(folder).filter((file) => file.endsWith(".md"));

describe.each(pages)("%s", (file) => {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    const name = path.basename(file, ".md");

    it("is the page of a rule", () => {
        expect(Object.keys(rules)).toContain(name);
    });

    it("has the sections of every page, in their order", () => {
        const headings = text.split("\n").filter((line) => sections.includes(line));
        expect(headings).toEqual(sections.filter((heading) => headings.includes(heading)));
        expect(headings).toEqual(expect.arrayContaining(["## Rule details", "### Incorrect", "### Correct", "### Not reported", "## Options"]));
    });

    it("shows below each incorrect block what is reported there", async () => {
        await expect(withMessages(text, name)).toMatchFileSnapshot(path.join(folder, file));
    });

    it("reports something in each incorrect block", () => {
        const silent = blocksUnder(text, "### Incorrect").filter((block) => messagesOf(block, name).length === 0);
        expect(silent).toEqual([]);
        expect(blocksUnder(text, "### Incorrect")).not.toEqual([]);
    });

    it("reports nothing in any other block", () => {
        const others = codeBlocks(text).filter((block) => !blocksUnder(text, "### Incorrect").includes(block));
        expect(others.flatMap((block) => messagesOf(block, name))).toEqual([]);
        expect(blocksUnder(text, "### Correct")).not.toEqual([]);
    });

    it("links to pages that are there", () => {
        const links = [...text.matchAll(/(?:\]\(|src="|srcset=")(?!https?:)([^)"#]+)/g)].map(([, link = ""]) => link);
        expect(links.filter((link) => !fs.existsSync(path.join(folder, link)) && !Object.hasOwn(rules, path.basename(link, ".md")))).toEqual([]);
    });
});

/** A block with its fence; the text of two may be the same. */
function codeBlocks(text: string): string[] {
    return [...text.matchAll(/^```[jt]s\n[\s\S]*?^```$/gm)].map(([block]) => block);
}

function blocksUnder(text: string, heading: string): string[] {
    return codeBlocks(sectionOf(text, heading));
}

function sectionOf(text: string, heading: string): string {
    const [, after = ""] = text.split(`\n${heading}\n`);
    return after.split(/\n##/)[0] ?? "";
}

function messagesOf(block: string, name: string): string[] {
    const [, language = "js", code = ""] = /^```(\w+)\n([\s\S]*?)^```$/m.exec(block) ?? [];
    const isTypeScript = language === "ts";
    const messages = new Linter().verify(
        code,
        [{ files: ["**/*.js", "**/*.ts"], plugins: { "layer-shapes": plugin }, rules: { [`layer-shapes/${name}`]: "error" }, ...(isTypeScript ? { languageOptions: { parser: tseslint.parser } } : {}) }],
        `page.${language}`,
    );
    return messages.map(({ fatal, message }) => (fatal ? `does not parse: ${message}` : message));
}

/** The page with the messages below its incorrect blocks. */
function withMessages(text: string, name: string): string {
    const incorrect = sectionOf(text, "### Incorrect");
    const bare = incorrect.replace(/\n\n```text\n[\s\S]*?\n```$/gm, "");
    const told = bare.replace(/^```[jt]s\n[\s\S]*?^```$/gm, (block) => [block, "", "```text", ...messagesOf(block, name), "```"].join("\n"));
    return text.replace(incorrect, () => told);
}
