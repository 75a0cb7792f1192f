/** What an editor sends to be linted while somebody types a layer into a long file. */
import { growthPrograms } from "./programs.mjs";

const typed = "x = tf.layers.conv2dTranspose({ filters: 8, kernelSize: 3, strides: 2, padding: 'same' }).apply(x);";

export function keystrokes() {
    const lines = growthPrograms.functional(990).text.split("\n");
    const before = lines.slice(0, -6).join("\n");
    const after = lines.slice(-6).join("\n");
    return Array.from({ length: typed.length }, (_, count) => `${before}\n${typed.slice(0, count + 1)}\n${after}`);
}
