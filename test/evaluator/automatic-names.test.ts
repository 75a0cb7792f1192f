/** Names that the library gives to layers, and texts that are none of them. */
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { mayBeAutomatic } from "../../src/evaluator/automatic-names.js";
import { known, see, silent } from "./programs.js";

class Block12 extends tf.layers.Layer {
    static className = "Block12";
}
class Private extends tf.layers.Layer {
    static className = "_HTTPNorm2D";
}

describe("what the library calls a layer without a name", () => {
    test.each([
        ["dense", tf.layers.dense({ units: 1 }).name],
        ["digits and capitals", tf.layers.conv2d({ filters: 1, kernelSize: 1 }).name],
        ["capitals only", tf.layers.lstm({ units: 1 }).name],
        ["several words", tf.layers.globalMaxPooling1d({}).name],
        ["a wrapper", tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 1 }) }).name],
        ["a class of the program's own", new Block12({}).name],
        ["one that begins with a line", new Private({}).name],
    ])("%s", (_, name) => {
        expect({ name, maybe: mayBeAutomatic(name, "layer") }).toEqual({ name, maybe: true });
    });

    test("a placeholder", () => {
        const { name } = tf.layers.inputLayer({ inputShape: [1] });
        expect({ name, maybe: mayBeAutomatic(name, "input") }).toEqual({ name, maybe: true });
    });

    test.each(["out", "conv_1", "block1_conv2", "dense_Dense", "Dense_dense1", "dense_1", "1", ""])("not %s", (name) => {
        expect(mayBeAutomatic(name, "layer")).toBe(false);
    });
});

const net = (name: string): string => `const m = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] }), tf.layers.dense({ units: 5, name: "${name}" }), tf.layers.dense({ units: 6 })] });`;

describe("layers looked for by name", () => {
    known([
        ["the others have none", `${net("out")} ${see("m.layers.find((l) => l.name === 'out').countParams()", "m.getLayer('out').countParams()", "m.layers.findIndex(({ name }) => name == 'out')")}`],
        ["a name that ends in a number", `${net("out_2")} ${see("m.layers.find((l) => l.name === 'out_2').countParams()")}`],
        ["a layer that is given another name", `${net("out")} m.layers[0].name = "in"; ${see("m.layers.findIndex((l) => l.name === 'in') + 1", "m.getLayer('in').countParams()")}`],
        ["nobody has that name", `${net("out")} ${see("m.layers.filter((l) => l.name !== 'in').length")}`],
        ["placeholders have names, too", `const a = tf.input({ shape: [3] }); const m = tf.model({ inputs: a, outputs: tf.layers.dense({ units: 5, name: "out" }).apply(a) }); ${see("m.layers.find((l) => l.name === 'out').countParams()")}`],
    ]);
    silent([
        { name: "another may have that name", unknown: 1, code: `${net("dense_Dense99")} ${see("m.layers.find((l) => l.name === 'dense_Dense99').countParams()")}` },
        { name: "a name that nobody knows", unknown: 1, code: `const name = JSON.parse(process.env.none ?? '"in"'); const m = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3], name }), tf.layers.dense({ units: 5, name: "out" })] }); ${see("m.layers.find((l) => l.name === 'out').countParams()")}` },
        { name: "options that nobody knows, another input shape perhaps among them", unknown: 3, code: `const more = JSON.parse(process.env.none ?? '{"name":"in"}'); const m = tf.sequential({ layers: [tf.layers.dense({ ...more, units: 4, inputShape: [3] }), tf.layers.dense({ units: 5, name: "out" })] }); ${see("m.layers.find((l) => l.name === 'out').countParams()")}` },
        { name: "a layer that is given another name, it is not known which", unknown: 1, code: `${net("out")} m.layers[0].name = JSON.parse(process.env.none ?? '"in"'); ${see("m.layers.findIndex((l) => l.name === 'in') + 1")}` },
    ]);
});
