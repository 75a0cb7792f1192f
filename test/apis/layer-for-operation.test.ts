import { describe, expect, it } from "vitest";
import * as tf from "@tensorflow/tfjs";
import { layerForOperation, layersByOperation } from "../../src/apis/layer-for-operation.js";
import { tfjsOps } from "../../src/apis/tfjs-ops.js";

describe("layers that do what an operation does", () => {
    it.each([...layersByOperation])("%s: %s", (operation, layer) => {
        expect(Object.keys(tfjsOps)).toContain(operation);
        expect(Object.keys(tf.layers)).toContain(layer);
    });

    it("are found by the same name, and not for every operation", () => {
        expect(layerForOperation("softmax")).toBe("softmax");
        expect(layerForOperation("sub")).toBeUndefined();
    });
});
