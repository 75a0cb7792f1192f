/** The names that `compile` takes, asked of the real library. */
import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { exported, names } from "../../src/apis/compile-names.js";

describe("TensorFlow.js", () => {
    const untrained = (units = 1) => tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [3] })] });
    const probes = [...new Set([...names.loss, ...names.metric, ...names.optimizer, "mse", "recall", "RMSprop", "categorical_crossentropy", "nadam", "sparseCategoricalAccuracy"])];
    const compiles = (options: object): boolean => {
        try {
            untrained().compile({ loss: "hinge", optimizer: "sgd", ...options });
            return true;
        } catch {
            return false;
        }
    };

    it.each(probes)("knows %s as a loss, a metric, an optimizer exactly where it is listed", (name) => {
        expect({ loss: compiles({ loss: name }), metric: compiles({ metrics: [name] }), optimizer: compiles({ optimizer: name }) }).toEqual({
            loss: names.loss.includes(name),
            metric: names.metric.includes(name),
            optimizer: names.optimizer.includes(name),
        });
    });

    it("exports the functions that are listed, and no others", () => {
        const functions = [...Object.keys(tf.losses).map((name) => `losses.${name}`), ...Object.keys(tf.metrics).map((name) => `metrics.${name}`)];
        expect([...exported].sort()).toEqual(functions.sort());
    });

    it.each(["categoricalCrossentropy", "sparseCategoricalCrossentropy"])("refuses to train one unit with %s, whatever the targets", async (loss) => {
        for (const target of [[2, 1], [2], [2, 3]]) {
            const one = untrained();
            one.compile({ loss, optimizer: "sgd" });
            await expect(one.fit(tf.ones([2, 3]), tf.zeros(target))).rejects.toThrow();
        }
    });
});
