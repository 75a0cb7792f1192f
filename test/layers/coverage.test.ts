/** Holds the catalogue against the real package, so that a new TensorFlow.js version shows what is missing. */
import path from "node:path";
import fs from "node:fs";
import * as tf from "@tensorflow/tfjs";
import ts from "typescript";
import { expect, it } from "vitest";
import { kerasLayers } from "../../src/apis/keras-layers.js";
import { coverage, notInCatalogue } from "../../scripts/generate-coverage.mjs";
import { tfjsLayers } from "../../src/apis/tfjs-layers.js";
import { tfjsMethods, tfjsOps } from "../../src/apis/tfjs-ops.js";

const root = path.resolve(import.meta.dirname, "../..");

const exported = Object.entries(tf.layers)
    .filter(([, value]) => typeof value === "function")
    .map(([name]) => name);

it("has an entry for every export of tf.layers, and no others", () => {
    const expected = exported.filter((name) => !(name in notInCatalogue));
    expect(Object.keys(tfjsLayers).sort()).toEqual(expected.sort());
    expect(Object.keys(notInCatalogue).filter((name) => !exported.includes(name))).toEqual([]);
});

it("has one entry for every class, under all of its names", () => {
    const specs = new Set(Object.values(tfjsLayers));
    expect(new Set([...specs].map(({ name }) => name)).size).toBe(specs.size);
});

/** Options that the declarations have and the constructors do not read. */
const unread: Readonly<Record<string, readonly string[]>> = {
    // Only Conv reads them, which DepthwiseConv2D does not extend.
    depthwiseConv2d: ["kernelInitializer", "kernelConstraint", "kernelRegularizer"],
    // Its interface extends the snake_case configuration of saved models.
    spatialDropout1d: ["input_shape", "batch_input_shape", "batch_size", "input_dtype"],
};

/** Options that the catalogue knows, though the declarations lack them. */
const undeclared: Readonly<Record<string, readonly string[]>> = {
    // Read to tell that they have no effect.
    conv2dTranspose: ["outputShape", "outputPadding"],
    conv3dTranspose: ["outputShape", "outputPadding"],
    // Passed on to the cell.
    gru: ["resetAfter"],
    spatialDropout1d: ["inputShape", "batchInputShape", "batchSize", "weights", "inputDType"],
};

it("knows every option of the package's declarations", () => {
    expect(differences((declared, known) => declared.filter((option) => !known.includes(option)))).toEqual(unread);
});

it("knows no option that the package neither declares nor reads", () => {
    // Known to every layer for Keras' sake, where any layer may have it.
    const isShared = (option: string): boolean => option === "inputDim";
    const extra = differences((declared, known) => known.filter((option) => !declared.includes(option) && !isShared(option)));
    expect(extra).toEqual(undeclared);
});

/** What differs, by the name of the layer; "undeclared" where a factory has no declaration. */
function differences(
    compare: (declared: readonly string[], known: readonly string[]) => readonly string[],
): Readonly<Record<string, readonly string[]>> {
    const declared = declaredOptions();
    const found = Object.entries(tfjsLayers).map(([name, spec]): [string, readonly string[]] => {
        const options = declared.get(name);
        return [name, options ? compare(options, Object.keys(spec.options)) : ["undeclared"]];
    });
    return Object.fromEntries(found.filter(([, options]) => options.length > 0));
}

it("docs/coverage.md is what scripts/generate-coverage.mjs writes", () => {
    expect(fs.readFileSync(path.join(root, "docs/coverage.md"), "utf8")).toBe(coverage(tfjsLayers, tfjsOps, tfjsMethods, kerasLayers));
});

let cache: ReadonlyMap<string, readonly string[]> | undefined;

function declaredOptions(): ReadonlyMap<string, readonly string[]> {
    return (cache ??= readDeclarations());
}

/** The names of the properties of each factory's configuration, inherited ones included. */
function readDeclarations(): ReadonlyMap<string, readonly string[]> {
    const file = path.join(root, "node_modules/@tensorflow/tfjs-layers/dist/exports_layers.d.ts");
    const program = ts.createProgram([file], { skipLibCheck: true, noLib: false, types: [], strict: true });
    const checker = program.getTypeChecker();
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    const factories = symbol ? checker.getExportsOfModule(symbol) : [];
    return new Map(
        factories.flatMap((factory): [string, string[]][] => {
            const [signature] = checker.getTypeOfSymbol(factory).getCallSignatures();
            const parameter = signature?.getParameters()[0];
            if (!parameter) return [];
            const config = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
            return [[factory.name, checker.getPropertiesOfType(config).map(({ name }) => name)]];
        }),
    );
}
