import { defineConfig } from "vitest/config";

export default defineConfig({
    test: {
        reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
        // Those that run many programs take long where both workers share one core.
        testTimeout: 120_000,
        // Test files share what a worker has loaded: no test keeps state, and most of the time would go into loading.
        isolate: false,
        // Both cores of a small machine: one is left idle otherwise.
        maxWorkers: 2,
        coverage: {
            provider: "v8",
            include: ["src/**/*.ts", "rules/**/*.ts"],
            reporter: [["text", { skipFull: true }], "text-summary"],
            thresholds: { lines: 95 },
        },
        projects: [
            {
                extends: true,
                test: {
                    name: "eslint10",
                    include: ["test/**/*.test.ts"],
                    provide: { eslintMajor: 10 },
                },
            },
            {
                // The rule tests once more, with `eslint` meaning ESLint 9 for whoever asks for it: the alias answers
                // our own imports, the setup file those of @typescript-eslint/rule-tester, which Node loads by itself.
                extends: true,
                resolve: { alias: [{ find: /^eslint(?=$|\/)/, replacement: "eslint9" }] },
                test: {
                    name: "eslint9",
                    include: ["test/rules/**/*.test.ts"],
                    setupFiles: ["test/eslint9.ts"],
                    provide: { eslintMajor: 9 },
                },
            },
        ],
    },
});

declare module "vitest" {
    interface ProvidedContext {
        eslintMajor: 9 | 10;
    }
}
