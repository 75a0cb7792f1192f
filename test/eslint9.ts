import Module from "node:module";

interface ModuleLoader {
    _resolveFilename: (request: string, ...rest: unknown[]) => string;
}

// Makes every `require("eslint")` of this process mean the package `eslint9`: for @typescript-eslint/rule-tester, and
// for what it loads. The cast holds: Node's types leave `_resolveFilename` out, but every `require` goes through it.
const loader = Module as unknown as ModuleLoader;
const resolve = loader._resolveFilename.bind(loader);

loader._resolveFilename = (request, ...rest) => resolve(request.replace(/^eslint(?=$|\/)/, "eslint9"), ...rest);
