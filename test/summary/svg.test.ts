import { describe, expect, it } from "vitest";
import { printSvg } from "../../src/summary/svg.js";
import { operations, skipModel, summarize, wrongModel } from "./summarize.js";

describe("the picture of a model", () => {
    it("draws a skip connection beside the boxes, with its shape", async () => {
        await expect(printSvg([summarize({ code: skipModel })])).toMatchFileSnapshot("__snapshots__/skip.svg");
    });

    it("draws a layer with a problem in red, with the message as its title", async () => {
        const svg = printSvg([summarize({ code: wrongModel, message: "The sizes 32 & 64 cannot be joined." })]);
        await expect(svg).toMatchFileSnapshot("__snapshots__/wrong.svg");
        expect(svg).toContain(`<g><title>The sizes 32 &amp; 64 cannot be joined.\nconcatenate "both"`.replaceAll('"', "&quot;"));
        expect(svg.match(/class="ls-wrong"/g)).toHaveLength(1);
        expect(svg).toContain("✖ 6:14 The sizes 32 &amp; 64");
    });

    it("has the same text for the same program", () => {
        expect(printSvg([summarize({ code: skipModel })])).toBe(printSvg([summarize({ code: skipModel })]));
    });

    it("is told to those who cannot see it", () => {
        const svg = printSvg([summarize({ code: wrongModel, message: "Cannot be joined." })]);
        expect(svg).toContain('role="img" aria-labelledby="ls-title ls-desc"');
        expect(svg).toContain('<title id="ls-title">Layers of model.js</title>');
        expect(svg).toContain('<desc id="ls-desc">model.js: 6 layer calls, 0 tensor operations, 1 problem. Line 6: Cannot be joined.</desc>');
    });

    it("has dark colours for those who prefer them", () => {
        expect(printSvg([summarize({ code: skipModel })])).toContain("@media (prefers-color-scheme:dark)");
    });

    it("is well-formed whatever the source says", () => {
        const code = String.raw`tf.layers.dense({ units: 1, name: '</text>"&\u0000\ud800<script>' }).apply(tf.input({ shape: [2] }));`;
        const svg = printSvg([summarize({ path: "a&b<c>.js", code, message: "<&>" })]);
        expectBalanced(svg);
        expect(svg).not.toContain("<script>");
        // eslint-disable-next-line no-control-regex -- what XML forbids
        expect(svg).not.toMatch(/[\u0000-\u0008\ud800-\udfff]/);
    });

    it("marks models inside models, and layers that stand alone", () => {
        const code = `
            const inner = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [4] })], name: 'inner' });
            const x = tf.input({ shape: [4] });
            tf.layers.dense({ units: 2 }).apply(inner.apply(x));
            tf.input({ shape: [5] });
        `;
        const svg = printSvg([summarize({ code })]);
        expectBalanced(svg);
        expect(svg.match(/class="ls-model"/g)).toHaveLength(1);
        expect(svg).toContain("Layers that are not connected to others");
    });

    it("of tensor operations alone says that there are no layers", () => {
        const svg = printSvg([summarize({ code: operations })]);
        expectBalanced(svg);
        expect(svg).toContain("No layers (3 tensor operations).");
    });

    it("of several files shows them one below the other", () => {
        const svg = printSvg([summarize({ path: "a.js", code: skipModel }), summarize({ path: "b.js", code: wrongModel })]);
        expectBalanced(svg);
        expect(svg).toContain('<title id="ls-title">Layers of 2 files</title>');
        expect(svg.indexOf(">b.js</text>")).toBeGreaterThan(svg.indexOf(">a.js</text>"));
    });

    it("of no files is a picture all the same", () => {
        expectBalanced(printSvg([]));
    });
});

/** Every tag closed, in order, and no stray `<` or `&`. */
function expectBalanced(svg: string): void {
    const open: string[] = [];
    for (const [, closing, name, rest] of svg.matchAll(/<(\/?)([a-z]+)([^<>]*)>/gi)) {
        if (closing) expect(open.pop()).toBe(name);
        else if (!rest!.endsWith("/")) open.push(name!);
    }
    expect(open).toEqual([]);
    expect(svg.replace(/<style>[^]*?<\/style>/, "").replace(/<\/?[a-z]+[^<>]*>/gi, "")).not.toMatch(/<|&(?!amp;|lt;|gt;|quot;)/);
}
