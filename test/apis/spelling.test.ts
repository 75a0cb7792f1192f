import { given as toGiven, OptionList } from "../../src/catalogue/given.js";
import { describe, expect, test } from "vitest";
import { kerasSpelling } from "../../src/apis/keras.js";
import { camelCase, readCall, snakeCase, spellOption, type Argument } from "../../src/apis/spelling.js";
import { tfjsSpelling } from "../../src/apis/tfjs.js";
import type { Datum } from "../../src/catalogue/datum.js";

function positional(value: number | string | readonly number[]): Argument {
    const datum: Datum =
        typeof value === "number" ? { kind: "number", value } : typeof value === "string" ? { kind: "string", value } : { kind: "list", items: value.map((item) => ({ kind: "number", value: item })) };
    return { datum, place: undefined };
}

function keywords(...names: readonly string[]): Argument {
    const fields = new OptionList(names.map((name) => toGiven(name, { kind: "unknown" }, undefined)));
    return { datum: { kind: "record", fields: new Map(), open: false }, place: undefined, fields };
}

const read = (name: string, ...args: readonly Argument[]) => readCall(kerasSpelling(name, args)!, args);
const meant = (name: string, ...args: readonly Argument[]) => read(name, ...args).unread.map(({ spelling, means }) => [spelling, means]);
const given = (name: string, ...args: readonly Argument[]) => read(name, ...args).given.options.all.map((one) => one.name);

describe("reading a call", () => {
    test("positional arguments and keywords together", () => {
        expect(given("Conv2D", positional(4), positional([3, 3]), keywords("padding", "useBias"))).toEqual(["filters", "kernelSize", "padding", "useBias"]);
    });
    test("the kernel of Keras 1 is put together from its sides, where they are known", () => {
        const kernel = (...args: readonly Argument[]): Datum | undefined => read("Convolution2D", ...args).given.options.get("kernelSize")?.datum;
        expect(kernel(positional(4), positional(3), positional(5))).toEqual({ kind: "list", items: [{ kind: "number", value: 3 }, { kind: "number", value: 5 }] });
        expect(kernel(keywords("nb_filter", "nb_col"))).toEqual({ kind: "list", items: [{ kind: "unknown" }, { kind: "unknown" }] });
    });
    test("an argument that may be all options leaves everything open", () => {
        expect(read("Flatten", { datum: { kind: "unknown" }, place: undefined }).given.open).toBe(true);
    });
});

describe("a last argument that cannot be seen", () => {
    const unseen: Argument = { datum: { kind: "unknown" }, place: undefined };
    test("may be the keywords", () => {
        const call = read("Deconvolution2D", positional(1), positional(3), positional(3), positional([0, 1, 8, 8]), unseen);
        expect(call.given.open).toBe(true);
        expect(call.given.options.has("kernelInitializer")).toBe(false);
    });
    test("is a value where the layer needs one", () => {
        expect(read("Dense", unseen).given.open).toBe(false);
        expect(read("Conv2D", positional(4), unseen).given.open).toBe(false);
    });
    test("TensorFlow.js reads the first argument alone", () => {
        const options = readCall(tfjsSpelling("dense")!, [keywords("units"), keywords("useBias")]).given.options;
        expect(options.all.map(({ name }) => name)).toEqual(["units"]);
    });
    test("an instance of a class may hold any option", () => {
        expect(readCall(tfjsSpelling("dense")!, [{ datum: { kind: "other", what: "object" }, place: undefined }]).given.open).toBe(true);
    });
});

describe("options that are not read", () => {
    test.each([
        ["a synonym", "Conv2D", "stride", "strides"],
        ["a letter too many", "Conv2D", "stridess", "strides"],
        ["two letters in ten", "Conv2D", "kernalsizes", "kernelSize"],
        ["an underscore too many", "Dense", "use__bias", "useBias"],
        ["nothing near", "Dense", "colour", undefined],
        ["three letters tell nothing", "RepeatVector", "m", undefined],
    ])("%s", (_name, layer, word, means) => {
        const core = layer === "Conv2D" ? ["filters"] : [];
        expect(meant(layer, keywords(...core, word))).toEqual([[word, means]]);
    });
    test("TensorFlow.js' options are known to the last: their rule finds the nearest", () => {
        expect(readCall(tfjsSpelling("dense")!, [keywords("unitss")]).unread.map(({ means }) => means)).toEqual([undefined]);
    });
});

describe("the word that a fix writes", () => {
    const word = (layer: string, option: string, ...args: readonly Argument[]): string | undefined => spellOption(kerasSpelling(layer, args)!, option);
    test("that of the version the call is written for", () => {
        expect(word("Deconvolution2D", "strides")).toBe("subsample");
        expect(word("Deconvolution2D", "strides", keywords("filters"))).toBe("strides");
        expect(word("Dense", "units")).toBe("units");
        expect(word("Dropout", "rate")).toBe("rate");
        expect(word("MaxPooling2D", "padding")).toBe("padding");
        expect(word("MaxPooling2D", "padding", keywords("dim_ordering"))).toBe("border_mode");
        expect(word("Conv2D", "padding", keywords("border_mode"))).toBe("border_mode");
    });
    test("in the style of its neighbours", () => {
        const spelling = kerasSpelling("Conv2D", [])!;
        expect(spellOption(spelling, "kernelSize", (text) => !text.includes("_"))).toBe("kernelSize");
        expect(spellOption(spelling, "kernelSize", (text) => text.includes("_"))).toBe("kernel_size");
        expect(spellOption(spelling, "colour")).toBeUndefined();
    });
});

test("snake_case and camelCase", () => {
    expect(["kernelSize", "units"].map(snakeCase)).toEqual(["kernel_size", "units"]);
    expect(["kernel_size", "W_regularizer", "units"].map(camelCase)).toEqual(["kernelSize", "WRegularizer", "units"]);
});
