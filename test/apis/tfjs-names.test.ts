/** The names that TensorFlow.js looks up, held against what it finds. */
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { elsewhere, kinds } from "../../src/apis/tfjs-names.js";

const options: Readonly<Record<string, string>> = { ctivation: "activation", Initializer: "kernelInitializer", Regularizer: "kernelRegularizer", Constraint: "kernelConstraint" };

function make(option: string, word: string): () => void {
    return () => {
        tf.layers.dense({ units: 1, [option]: word });
    };
}

describe.each(kinds)("$what", ({ option, names }) => {
    test.each(names)("%s is known", (name) => {
        // Some want options as well, which a name cannot give.
        expect(make(options[option] ?? option, name)).not.toThrow(/unknown/i);
    });

    test("any other is not", () => {
        expect(make(options[option] ?? option, "somethingElse")).toThrow(/unknown/i);
    });
});

test.each([...elsewhere.keys(), "leaky_relu", "leakyRelu", "hard_swish"])("'%s' is no activation of TensorFlow.js", (word) => {
    expect(make("activation", word)).toThrow(/unknown/i);
});
