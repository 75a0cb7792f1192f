import js from "@eslint/js";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
    // The examples are broken on purpose, and fixtures are input.
    globalIgnores(["dist/", "coverage/", "docs/examples/", "test/fixtures/"]),
    { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },
    js.configs.recommended,
    {
        files: ["**/*.ts"],
        extends: [tseslint.configs.strictTypeChecked],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            // Naming the options replaces the preset's, so all of them are repeated; only numbers are added.
            "@typescript-eslint/restrict-template-expressions": [
                "error",
                {
                    allowAny: false,
                    allowBoolean: false,
                    allowNever: false,
                    allowNullish: false,
                    allowNumber: true,
                    allowRegExp: false,
                },
            ],
            // Node types are compared with their names: the enum's values are not to be had without loading a package.
            "@typescript-eslint/no-unsafe-enum-comparison": "off",
            // `_` marks a parameter that a signature asks for and the body does not need.
            "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
        },
    },
    { files: ["rules/**/*.ts", "src/rule.ts"], extends: [eslintPlugin.configs.recommended] },
    {
        files: ["src/evaluator/**/*.ts"],
        rules: {
            // Trees of unfinished code lack what the types promise, and callbacks change state that narrowing takes for fixed.
            "@typescript-eslint/no-unnecessary-condition": "off",
        },
    },
    {
        files: ["test/**/*.ts"],
        rules: {
            // A test that indexes past the end fails by itself, with the line that did it.
            "@typescript-eslint/no-non-null-assertion": "off",
            // Programs under test are written as template literals, one line or many.
            "@typescript-eslint/no-unnecessary-template-expression": "off",
        },
    },
    {
        files: ["**/*.{js,mjs}"],
        languageOptions: {
            globals: { console: "readonly", performance: "readonly", process: "readonly", URL: "readonly" },
        },
    },
);
