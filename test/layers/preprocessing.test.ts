import { describe, expect, it } from "vitest";
import type { Shape } from "../oracle/recording-tf.js";
import { builtShapes, eagerShape, expectAgreement, kinds, ours, runShapes, sample, type Sample } from "./both.js";
import { combinations, type Config } from "./rows.js";

const images: Shape = [null, 8, 9, 3];

function resize(config: Config = {}): Sample {
    return sample("resizing", { height: 4, width: 6, ...config });
}

function crop(config: Config = {}): Sample {
    return sample("centerCrop", { height: 4, width: 6, ...config });
}

describe("rescaling", () => {
    it("agrees with TensorFlow.js on every rank", () => {
        for (const input of [[5], [null, 5], images, [null, null, null]] satisfies Shape[]) {
            expectAgreement(sample("rescaling", { scale: 1 / 255, offset: -1 }), [input]);
        }
    });

    it("silent: without a scale it is built, and fails when run", () => {
        expect(builtShapes(sample("rescaling"), [images])).toEqual([images]);
        expect(runShapes(sample("rescaling"), [images])).toContain("must be a Tensor or TensorLike");
        expect(kinds(ours(sample("rescaling"), [images]))).toEqual(["option-missing"]);
    });

    it("takes a list of scales, which broadcasts", () => {
        const layer = sample("rescaling", { scale: [1, 2, 3] });
        expect(runShapes(layer, [[2, 8, 9, 3]])).toEqual(ours(layer, [[2, 8, 9, 3]]).shapes);
    });
});

describe("resizing", () => {
    it.each<Shape>([images, [null, null, null, 3], [8, 9, 3], [null, 8]])("silent: in a model it declares a shape without batch and channels, and fails when run (%o)", (...input) => {
        expect(ours(resize(), [input]).shapes).toEqual(builtShapes(resize(), [input]));
        expect(runShapes(resize(), [input])).toContain("x must be rank 3 or 4, but got rank 1");
        expect(kinds(ours(resize(), [input]))).toEqual(["unsupported"]);
    });

    it.each<Shape>([[2, 8, 9, 3], [8, 9, 3], [2, 1, 1, 1]])("resizes tensors that hold values (%o)", (...input) => {
        expect(ours(resize(), [input], true)).toMatchObject({ shapes: [eagerShape(resize(), input)], faults: [] });
    });

    it("refuses tensors of other ranks, values or not", () => {
        expect(eagerShape(resize(), [8, 9])).toContain("must be rank 3 or 4");
        expect(kinds(ours(resize(), [[8, 9]], true))).toEqual(["input-rank"]);
    });

    it.each<Config>([{ interpolation: "bicubic" }, { interpolation: 3 }])("throws for %o", (config) => {
        expect(builtShapes(resize(config), [images])).toContain("Invalid interpolation parameter");
        expect(kinds(ours(resize(config), [[2, 8, 9, 3]], true))).toEqual(["option-value"]);
    });

    it.each<Config>([{}, { interpolation: "nearest" }, { interpolation: null }, { cropToAspectRatio: true }])("takes %o", (config) => {
        expect(ours(resize(config), [[2, 8, 9, 3]], true)).toMatchObject({ shapes: [eagerShape(resize(config), [2, 8, 9, 3])], faults: [] });
    });
});

describe("centerCrop", () => {
    it.each<Shape>([images, [2, 8, 9, 3], [8, 9, 3], [null, null, null, 3], [null, 2, 2, 3]])("agrees with TensorFlow.js on %o", (...input) => {
        expectAgreement(crop(), [input]);
    });

    it("crops and enlarges tensors that hold values", () => {
        for (const input of [[2, 8, 9, 3], [8, 9, 3], [2, 2, 2, 3]] satisfies Shape[]) {
            expect(ours(crop(), [input], true)).toMatchObject({ shapes: [eagerShape(crop(), input)], faults: [] });
        }
    });

    it("silent: it changes the declared shape of its input, so that a model refuses its own images", () => {
        expect(runShapes(crop(), [images])).toContain("to have shape [null,4,6,3] but got array with shape [2,8,9,3]");
        expect(ours(crop(), [images])).toMatchObject({ shapes: [[null, 4, 6, 3]], faults: [] });
    });

    it.each<Shape>([[2, 8], [2, 8, 8, 8, 2]])("silent: rank other than 3 and 4 fails when run (%o)", (...input) => {
        expect(builtShapes(crop(), [input])).toBeInstanceOf(Array);
        expect(eagerShape(crop(), input)).toBeTypeOf("string");
        expect(kinds(ours(crop(), [input]))).toEqual(["input-rank"]);
    });

    it.each<Config>([{ height: 0 }, { height: -1 }, { width: 2.5 }, { height: undefined }])("silent: %o is built, and fails when run", (config) => {
        expect(builtShapes(crop(config), [images])).toBeInstanceOf(Array);
        expect(eagerShape(crop(config), [8, 9, 3])).toBeTypeOf("string");
        expect(ours(crop(config), [images]).faults).toHaveLength(1);
    });
});

describe("randomWidth", () => {
    it("silent: in a model it declares [undefined, -1, width], and fails when run", () => {
        const layer = sample("randomWidth", { factor: 0.5 });
        expect(builtShapes(layer, [images])).toMatchObject([[expect.toSatisfy((dim) => dim == null), -1, 9]]);
        expect(runShapes(layer, [images])).toContain("x must be rank 3 or 4, but got rank 1");
        expect(ours(layer, [images])).toMatchObject({ shapes: undefined, faults: [{ kind: "unsupported", when: "run" }] });
    });

    it("gives tensors that hold values a width that is not known", () => {
        const layer = sample("randomWidth", { factor: [-0.2, 0.5], interpolation: "nearest", seed: 1 });
        expect(ours(layer, [[2, 8, 9, 3]], true)).toMatchObject({ shapes: [[2, 8, "?", 3]], faults: [] });
        expect(eagerShape(layer, [2, 8, 9, 3])).toEqual([2, 8, expect.any(Number), 3]);
    });

    it.each<unknown>([0, -1, 2, "a", undefined, null, [0.1], [0.2, 0.1], [-2, 1], [0.1, 0.2, 0.3], 0.5, 1, [0.1, 0.2], [-1, 3]])("factor %o", (factor) => {
        const layer = sample("randomWidth", { factor });
        const throws = typeof builtShapes(layer, [images]) === "string";
        expect(kinds(ours(layer, [[2, 8, 9, 3]], true)).length > 0).toBe(throws);
    });

    it("throws for an unknown interpolation", () => {
        const layer = sample("randomWidth", { factor: 0.5, interpolation: "cubic" });
        expect(builtShapes(layer, [images])).toContain("Invalid interpolation parameter");
        expect(kinds(ours(layer, [[2, 8, 9, 3]], true))).toEqual(["option-value"]);
    });
});

describe("categoryEncoding", () => {
    const modes = ["oneHot", "multiHot", "count", undefined] as const;

    it("agrees with TensorFlow.js where the encoding can run", () => {
        for (const outputMode of modes) {
            for (const input of [[null, 1], [2, 1], [3], [1]] satisfies Shape[]) {
                expectAgreement(sample("categoryEncoding", { numTokens: 4, outputMode }), [input]);
            }
        }
        for (const outputMode of ["multiHot", "count", "int", "tfIdf"]) {
            expectAgreement(sample("categoryEncoding", { numTokens: 4, outputMode }), [[null, 3]]);
        }
    });

    it("encodes tensors that hold values", () => {
        for (const config of combinations({ numTokens: [4], outputMode: [...modes, "int"] })) {
            const layer = sample("categoryEncoding", config);
            for (const input of [[2, 3], [2, 1], [3], [2, 3, 1]] satisfies Shape[]) {
                const real = eagerShape(layer, input);
                const mine = ours(layer, [input], true);
                expect(typeof real === "string" ? kinds(mine) : mine.shapes).toEqual(typeof real === "string" ? ["input-rank"] : [real]);
            }
        }
    });

    it.each<[Config, Shape]>([
        [{ outputMode: "oneHot" }, [null, 3]],
        [{ outputMode: "multiHot" }, [null, 2, 3]],
        [{ outputMode: "count" }, [null, 2, 1]],
    ])("silent: %o on %o is built, and has too many axes when run", (config, input) => {
        const layer = sample("categoryEncoding", { numTokens: 4, ...config });
        expect(builtShapes(layer, [input])).toBeInstanceOf(Array);
        expect(eagerShape(layer, input.map((dim) => dim ?? 2))).toContain("maximum output rank is 2");
        expect(kinds(ours(layer, [input]))).toEqual(["input-rank"]);
    });

    it.each<Config>([{ numTokens: 0 }, { numTokens: -1 }, { numTokens: undefined }])("silent: %o is built, and fails when run", (config) => {
        const layer = sample("categoryEncoding", config);
        expect(builtShapes(layer, [[null, 3]])).toBeInstanceOf(Array);
        expect(eagerShape(layer, [2, 3])).toBeTypeOf("string");
        expect(ours(layer, [[null, 3]]).faults).toHaveLength(1);
    });

    it("silent: a misspelt mode counts", () => {
        const layer = sample("categoryEncoding", { numTokens: 4, outputMode: "onehot" });
        expect(eagerShape(layer, [2, 3])).toEqual([2, 4]);
        expect(kinds(ours(layer, [[null, 3]]))).toEqual(["option-value"]);
    });
});
