// Writes rules/index.ts from the files of rules/. A test compares the two.
import fs from "node:fs";

const folder = new URL("../rules/", import.meta.url);

/** The names of the rules, sorted: one for each file of `rules/`. */
export function ruleNames() {
    return fs
        .readdirSync(folder)
        .filter((file) => file.endsWith(".ts") && file !== "index.ts")
        .map((file) => file.slice(0, -".ts".length))
        .sort();
}

/** The text of `rules/index.ts` for these rules. */
export function rulesIndex(names) {
    const identifier = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    return [
        "// Generated from this folder by `npm run generate`.",
        ...names.map((name) => `import ${identifier(name)} from "./${name}.js";`),
        "",
        "export const rules = {",
        ...names.map((name) => `    "${name}": ${identifier(name)},`),
        "} as const;",
        "",
    ].join("\n");
}

if (import.meta.filename === process.argv[1]) fs.writeFileSync(new URL("index.ts", folder), rulesIndex(ruleNames()));
