// Joins what tsc wrote into few files, since ESLint loads one file faster than two hundred. Packages stay imports. What
// ESLint asks of the plugin before it lints is a small file of its own: the rules' `meta`. The rest is CommonJS, which can
// be loaded at once in the middle of a lint, whatever the host. Run by `npm run build`, after tsc.
import { rolldown } from "rolldown";
import { rules } from "../dist/rules/index.js";

const minify = { compress: false, mangle: false, codegen: { removeWhitespace: true } };
const metas = Object.fromEntries(Object.entries(rules).map(([name, { meta }]) => [name, meta]));

const core = `
    export { rules } from "./dist/rules/index.js";
    export { analyze } from "./dist/src/analyze.js";
    export { analyzeText } from "./dist/src/analyze-text.js";
`;
const deferredRules = `
    import { createRequire } from "node:module";
    import { deferred } from "./dist/src/deferred.js";

    const require = createRequire(import.meta.url);
    export const rules = deferred(${JSON.stringify(metas)}, () => require("./core.cjs").rules);
`;
const analyzeDoor = `export { analyze } from "./core.cjs";`;

/** Modules that are written here, and those that the doors leave to the core. */
function written(sources, inTheCore = {}) {
    return {
        name: "written",
        resolveId(id) {
            const replaced = Object.entries(inTheCore).find(([end]) => id.endsWith(end))?.[1] ?? id;
            if (replaced === "./core.cjs") {
                return { id: replaced, external: true };
            }
            // As if they stood in the root, so that their own imports are found.
            return replaced in sources ? `${process.cwd()}/${replaced}` : undefined;
        },
        load: (id) => sources[id.slice(process.cwd().length + 1)],
    };
}

async function bundle(input, plugin, output) {
    const made = await rolldown({ input, plugins: [plugin], external: (id) => /^[@\w]/.test(id) && !id.startsWith("dist/"), platform: "node" });
    await made.write({ dir: "dist/bundle", chunkFileNames: "[name].js", minify, ...output });
    await made.close();
}

await bundle({ core: "written:core" }, written({ "written:core": core }), { format: "cjs", strict: true, entryFileNames: "[name].cjs" });
await bundle(
    { index: "dist/src/index.js", analyze: "written:analyze", cli: "dist/src/cli.js" },
    written({ "written:analyze": analyzeDoor, "written:rules": deferredRules }, { "/rules/index.js": "written:rules", "/analyze-text.js": "./core.cjs" }),
    { format: "esm", entryFileNames: "[name].js" },
);
