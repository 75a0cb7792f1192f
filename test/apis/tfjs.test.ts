import { describe, expect, it } from "vitest";
import { isTfjsModule } from "../../src/apis/tfjs.js";

describe("a module that is TensorFlow.js", () => {
    it.each([
        "@tensorflow/tfjs",
        "@tensorflow/tfjs-core",
        "@tensorflow/tfjs-layers",
        "@tensorflow/tfjs-node",
        "@tensorflow/tfjs-node-gpu",
        "@tensorflow/tfjs-backend-webgl",
        "@tensorflow/tfjs-backend-wasm",
        "@tensorflow/tfjs/dist/tf.esm.js",
        "npm:@tensorflow/tfjs@4",
        "https://cdn.jsdelivr.net/npm/@tensorflow/tfjs",
        "https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4.22.0/+esm",
        "https://esm.sh/@tensorflow/tfjs-core@4.22.0",
        "https://unpkg.com/@tensorflow/tfjs@4.22.0/dist/tf.fesm.min.js",
    ])("%s", (specifier) => {
        expect(isTfjsModule(specifier)).toBe(true);
    });

    it.each(["tfjs", "./tfjs", "@tensorflow/tfjs-vis", "@tensorflow-models/mobilenet", "@other/tensorflow/tfjs", "https://example.com/tfjs"])("not %s", (specifier) => {
        expect(isTfjsModule(specifier)).toBe(false);
    });
});
