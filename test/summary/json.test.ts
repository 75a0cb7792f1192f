import { describe, expect, it } from "vitest";
import { printJson, toJson } from "../../src/summary/json.js";
import { operations, summarize, wrongModel } from "./summarize.js";

describe("the JSON summary", () => {
    it("is the contract, whole", () => {
        expect(printJson([summarize({ code: wrongModel, message: "The sizes 32 and 64 cannot be joined." })])).toMatchSnapshot();
    });

    it("gives tensor operations neither name nor params", () => {
        const [file] = toJson([summarize({ code: operations })]).files;
        expect(file?.tensors.map((site) => Object.keys(site))).toEqual([
            ["line", "column", "endLine", "endColumn", "type", "shapes"],
            ["line", "column", "endLine", "endColumn", "type", "shapes"],
            ["line", "column", "endLine", "endColumn", "type", "shapes"],
        ]);
        expect(file?.tensors.map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn])).toEqual([
            [2, 20, 2, 36],
            [5, 1, 5, 23],
            [5, 1, 5, 35],
        ]);
        expect(file?.tensors[0]?.shapes.map(({ outputs }) => outputs)).toEqual([[[1, 4]], [[2, 4]]]);
    });

    it("says of a shape whose rank is not known just that", () => {
        const [file] = toJson([summarize({ code: "tf.layers.flatten().apply(await somewhere());" })]).files;
        expect(file?.layers[0]?.shapes[0]?.inputs).toEqual([["?"]]);
    });

    it("numbers weights: null where they are not known, 0 for inputs", () => {
        const code = "tf.layers.dense({ units: 2 }).apply(tf.input({ shape: [3] })); tf.layers.dense({ units: 2 }).apply(somewhere);";
        const [file] = toJson([summarize({ code })]).files;
        expect(file?.layers.map(({ type, params }) => [type, params])).toEqual([
            ["dense", 8],
            ["input", 0],
            ["dense", null],
        ]);
    });

    it("of no files is an empty list", () => {
        expect(JSON.parse(printJson([]))).toEqual({ files: [] });
    });
});
