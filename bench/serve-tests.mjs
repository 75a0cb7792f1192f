/** Loads what the tests are made of, which is there as TypeScript only. */
import { createViteServer } from "vitest/node";

export function serveTests() {
    return createViteServer({
        root: new URL("..", import.meta.url).pathname,
        configFile: false,
        appType: "custom",
        logLevel: "error",
        optimizeDeps: { noDiscovery: true },
        server: { middlewareMode: true, watch: null, ws: false },
    });
}
