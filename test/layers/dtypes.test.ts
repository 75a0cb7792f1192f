/** What is said to be float32 is: all that comes out of the library's layers, and their weights, whatever goes in. */
import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";
import { inputs, layers } from "./menu.js";
import { runProgram } from "../oracle/run-program.js";

const cases = Object.entries(layers).flatMap(([kind, calls]) => calls.map((call) => [kind, call] as const));

test.each(cases)("%s: %s", async (kind, call) => {
    const model = `const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: ${inputs[kind] ?? ""} }), tf.layers.${call}] });`;
    const dtypes: string[] = [];
    const report = (...values: tf.Tensor[]): void => { dtypes.push(...values.map(({ dtype }) => dtype)); };
    const given = "tf.ones([2, ...model.inputs[0].shape.slice(1)], 'int32')";
    const { error } = await runProgram(`${model}\nreport(model.predict(${given}), ...model.getWeights());`, { globals: { tf, report } });
    expect(error).toBeUndefined();
    expect(new Set(dtypes)).toEqual(new Set(["float32"]));
    // Whoever knows the dtype refuses this.
    const isTold = analyze(`${model}\nmodel.predict(${given}).logicalNot();`).problems.length > 0;
    expect(isTold).toBe(!/timeDistributed|bidirectional/.test(call));
});

test("inputs of another dtype, and merges", () => {
    const ofWhole = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [2], dtype: "int32" }), tf.layers.repeatVector({ n: 2 })] });
    expect((ofWhole.predict(tf.ones([1, 2])) as tf.Tensor).dtype).toBe("int32");
    const words = tf.sequential({ layers: [tf.layers.embedding({ inputDim: 5, outputDim: 3, inputLength: 2 })] });
    expect((words.predict(tf.ones([1, 2], "int32")) as tf.Tensor).dtype).toBe("float32");
    for (const merge of [tf.layers.add(), tf.layers.average(), tf.layers.concatenate(), tf.layers.dot({ axes: 1 }), tf.layers.maximum(), tf.layers.minimum(), tf.layers.multiply()]) {
        const [a, b] = [tf.input({ shape: [3] }), tf.input({ shape: [3] })];
        const model = tf.model({ inputs: [a, b], outputs: merge.apply([a, b]) as tf.SymbolicTensor });
        expect((model.predict([tf.ones([1, 3], "int32"), tf.ones([1, 3], "bool")]) as tf.Tensor).dtype).toBe("float32");
    }
});
