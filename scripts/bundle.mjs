// Joins what tsc wrote into one file for each door (and what they share): ESLint loads one file where there were two
// hundred. Packages stay imports. Run by `npm run build`, after tsc.
import { rolldown } from "rolldown";

const bundle = await rolldown({
    input: { index: "dist/src/index.js", analyze: "dist/src/analyze.js", cli: "dist/src/cli.js" },
    external: (id) => !id.startsWith(".") && !id.startsWith("/") && !id.startsWith("dist/"),
    platform: "node",
});
await bundle.write({ dir: "dist/bundle", format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name].js", minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } } });
await bundle.close();
