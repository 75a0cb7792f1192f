import { describe, expect, it } from "vitest";
import type { CallSite } from "../../src/analysis/analysis.js";
import { printShape } from "../../src/shapes/shape.js";
import { graphOfSites, modelsOf } from "../../src/summary/models.js";
import { skipModel, summarize, wrongModel } from "./summarize.js";

/** `type` and the lines of what it takes from, for each node of each model. */
function outline(code: string, withGraph = true): string[][] {
    const file = summarize({ code });
    const analysis = withGraph ? file.analysis : { ...file.analysis, graph: undefined };
    return modelsOf({ ...file, analysis }).map(({ nodes }) =>
        nodes.map(({ type, sources }) => [type, ...sources.map(({ node }) => node ?? "-")].join(" ")),
    );
}

describe("the models of a file", () => {
    it("are what hangs together, in the order in which they are made", () => {
        const code = `
            const a = tf.sequential();
            const b = tf.sequential();
            a.add(tf.layers.dense({ units: 1, inputShape: [2] }));
            b.add(tf.layers.flatten({ inputShape: [2, 2] }));
            a.add(tf.layers.reLU());
            b.add(tf.layers.reLU());
        `;
        expect(outline(code)).toEqual([
            ["dense -", "reLU 0"],
            ["flatten -", "reLU 0"],
        ]);
    });

    it("hold a layer once for each application", () => {
        const code = `
            const layer = tf.layers.dense({ units: 2 });
            const x = tf.input({ shape: [2] });
            layer.apply(layer.apply(x));
        `;
        const [model] = modelsOf(summarize({ code }));
        expect(model?.nodes.map(({ type, shared }) => [type, shared])).toEqual([
            ["input", false],
            ["dense", false],
            ["dense", true],
        ]);
    });

    it("hold layers that are made and never applied", () => {
        expect(outline("tf.layers.dense({ units: 2 }); tf.layers.reLU();")).toEqual([["dense", "reLU"]]);
    });

    it("hold a layer of a failed application once", () => {
        expect(outline(wrongModel)).toEqual([["input", "conv2d 0", "maxPooling2d 1", "conv2dTranspose 2", "concatenate 3 1", "conv2d 4"]]);
    });

    it("hold a model inside another as one node", () => {
        const code = `
            const inner = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [4] })] });
            tf.layers.reLU().apply(inner.apply(tf.input({ shape: [4] })));
        `;
        expect(outline(code)).toEqual([["input", "sequential 0", "reLU 1"], ["dense -"]]);
    });

    it("tell a problem to the layer that has it, and to no other from the same call", () => {
        const code = `
            const x = tf.input({ shape: [8, 8, 3] });
            for (const kernelSize of [3, 9]) tf.layers.conv2d({ filters: 2, kernelSize }).apply(x);
        `;
        const [model] = modelsOf(summarize({ code, message: "too large" }));
        expect(model?.nodes.map(({ type, messages }) => [type, ...messages])).toEqual([["input"], ["conv2d"], ["conv2d", "too large"]]);
    });
});

describe("a graph of call sites, where nothing better is known", () => {
    it("has a node for each call, without circles", () => {
        expect(outline(skipModel, false)).toEqual([["input", "conv2d 0", "conv2d 1", "concatenate 2 1", "globalMaxPooling2d 3"]]);
    });

    it("gives a call that made several layers the outputs of all of them", () => {
        const file = summarize({ code: "for (const units of [2, 3]) tf.layers.dense({ units }).apply(tf.input({ shape: [1] }));" });
        const [, dense] = graphOfSites(file.analysis.layers);
        expect(dense?.outputs.map((shape) => shape && printShape(shape))).toEqual(["[null, 2]", "[null, 3]"]);
    });

    it("has sources first even where the source has them last", () => {
        const code = `
            function head(x) { return tf.layers.dense({ units: 1 }).apply(x); }
            head(tf.input({ shape: [3] }));
        `;
        expect(outline(code, false)).toEqual([["input", "dense 0"]]);
    });

    it("survives circles of any length", () => {
        const { layers } = summarize({ code: skipModel }).analysis;
        const ring = layers.map((site, index): CallSite => ({ ...site, sources: [layers.at(index - 1)!.node] }));
        const graph = graphOfSites(ring);
        expect(graph).toHaveLength(ring.length);
        expect(graph.every(({ sources }, position) => sources.every(({ node }) => node! < position))).toBe(true);
    });
});
