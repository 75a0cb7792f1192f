import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { printTables } from "../../src/summary/table.js";
import { operations, skipModel, summarize, wrongModel } from "./summarize.js";

const plain = { colors: false };

describe("the table of a model", () => {
    it("lists each layer as often as the model has it, with symbols, the total, and what each takes from", () => {
        expect(printTables([summarize({ code: skipModel })], plain)).toMatchSnapshot();
    });

    it("marks the layer that has a problem, and says the problem under the table", () => {
        expect(printTables([summarize({ code: wrongModel, message: "The sizes 32 and 64 cannot be joined." })], plain)).toMatchSnapshot();
    });

    it("counts the weights of a layer that is applied twice once", () => {
        const code = `
            const left = tf.input({ shape: [4] });
            const right = tf.input({ shape: [4] });
            const shared = tf.layers.dense({ units: 3 });
            tf.layers.add().apply([shared.apply(left), shared.apply(right)]);
        `;
        const text = printTables([summarize({ code })], plain);
        expect(text).toMatch(/dense .* 15 .*\n.*dense .* shared/);
        expect(text).toContain("Total params: 15\n");
        expect(text).toContain("4 layers");
    });

    it("says how many layers have weights nobody knows", () => {
        const code = `
            const x = tf.layers.dense({ units: 3 }).apply(tf.input({ shape: [4] }));
            const y = tf.layers.dense({ units: 2 }).apply(tf.input({ shape: process.argv.map(Number) }));
            tf.layers.concatenate().apply([x, y]);
        `;
        const text = printTables([summarize({ code })], plain);
        expect(text).toContain("Total params: ? (15 without 1 layer whose number is not known)");
    });

    it("puts layers that nothing connects in a table of their own", () => {
        const text = printTables([summarize({ code: "tf.input({ shape: [4] }); tf.input({ shape: [5] });" })], plain);
        expect(text).toContain("Layers that are not connected to others");
    });

    it("says so when the budget ran out", () => {
        const file = summarize({ code: skipModel });
        const text = printTables([{ ...file, analysis: { ...file.analysis, unfinished: true } }], plain);
        expect(text).toContain("more steps than the budget allows");
    });
});

describe("the table of tensor operations", () => {
    it("gives every shape that an operation is run with, and `?` where the rank is not known", () => {
        expect(printTables([summarize({ code: operations })], plain)).toMatchSnapshot();
    });

    it("cuts a long list of shapes", () => {
        const text = printTables([summarize({ code: "for (let i = 1; i < 9; i++) tf.zeros([i]);" })], plain);
        expect(text).toContain("[5]");
        expect(text).toContain("and 3 more");
        expect(text).not.toContain("[6]");
    });
});

describe("the terminal", () => {
    it("is coloured where it may be", () => {
        const text = printTables([summarize({ code: wrongModel })], { colors: true });
        expect(text).toContain("\u001B[4mmodel.js\u001B[24m");
        expect(text).toContain("\u001B[31mconcatenate\u001B[39m");
        expect(stripVTControlCharacters(text)).toBe(printTables([summarize({ code: wrongModel })], plain));
    });

    it.each([100, 70, 62])("of %i columns holds every line", (width) => {
        const text = printTables([summarize({ code: skipModel })], { colors: false, width });
        const table = text.slice(text.indexOf("#"), text.indexOf("Total"));
        expect(Math.max(...table.split("\n").map((line) => line.length))).toBeLessThanOrEqual(width);
    });

    it("wraps what is too long, and cuts nothing off", () => {
        const text = printTables([summarize({ code: skipModel })], { colors: false, width: 70 });
        expect(text).toMatchSnapshot();
        expect(text).not.toContain("…");
    });

    it("gets no control characters from the source", () => {
        const text = printTables([summarize({ code: String.raw`tf.layers.dense({ units: 1, name: '\u001b[2J\nx' }).apply(tf.input({ shape: [2] }));` })], plain);
        expect(text).not.toContain("\u001B");
        expect(text).toContain("\uFFFD[2J x");
    });
});

describe("several files", () => {
    it("are told one after the other, and those with nothing in them are counted", () => {
        const files = [summarize({ path: "a.js", code: operations }), summarize({ path: "b.js", code: "" }), summarize({ path: "c.js", code: "1;" })];
        const text = printTables(files, plain);
        expect(text).toMatch(/^a\.js\n/);
        expect(text).toMatch(/\n2 files: no layers and no tensor operations\.\n$/);
    });

    it("one file with nothing in it is named", () => {
        expect(printTables([summarize({ path: "b.js", code: "" })], plain)).toBe("b.js: no layers and no tensor operations.\n");
    });
});
