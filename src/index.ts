/** The ESLint plugin. */
import { createRequire } from "node:module";
import type { ESLint, Linter } from "eslint";
import { rules } from "../rules/index.js";
import { isRecommended } from "./rule.js";

interface Package {
    readonly name: string;
    readonly version: string;
}

interface LayerShapes extends ESLint.Plugin {
    readonly configs: { readonly recommended: Linter.Config; readonly strict: Linter.Config; readonly all: Linter.Config };
}

// By its own name, which holds from the sources and from the build alike.
const { name, version } = createRequire(import.meta.url)("eslint-plugin-layer-shapes/package.json") as Package;

const plugin: ESLint.Plugin & { rules: typeof rules } = { meta: { name, version, namespace: "layer-shapes" }, rules };

function config(configName: string, includes: (rule: (typeof rules)[keyof typeof rules]) => boolean): Linter.Config {
    const chosen = Object.entries(rules).filter(([, rule]) => includes(rule));
    return {
        name: `layer-shapes/${configName}`,
        plugins: { "layer-shapes": plugin },
        rules: Object.fromEntries(chosen.map(([rule]) => [`layer-shapes/${rule}`, "error"])),
    };
}

const layerShapes: LayerShapes = Object.assign(plugin, {
    configs: {
        recommended: config("recommended", isRecommended),
        // Beside what cannot work, what is legal and hardly meant.
        strict: config("strict", (rule) => isRecommended(rule) || rule.meta.docs?.recommended === "strict"),
        all: config("all", () => true),
    },
});

export default layerShapes;
