/**
 * What an editor sends to be linted while somebody types into a long file: a deconvolution whose stride has a wrong name, in
 * an editor that closes brackets. Nearly every state can be parsed, and many have a mistake whose repairs are tried.
 */
import { growthPrograms } from "./programs.mjs";

const typed = "x = tf.layers.conv2dTranspose({ filters: 8, kernelSize: 3, stride: 2, outputShape: [64, 64] }).apply(x);";
const closing = { "(": ")", "{": "}", "[": "]" };

export function keystrokes() {
    const lines = growthPrograms.functional(990).text.split("\n");
    const before = lines.slice(0, -6).join("\n");
    const after = lines.slice(-6).join("\n");
    return Array.from(typed, (_, index) => `${before}\n${closed(typed.slice(0, index + 1))}\n${after}`);
}

/** With the brackets that an editor has put behind the cursor. */
function closed(text) {
    let rest = "";
    for (const character of text) {
        rest = character in closing ? closing[character] + rest : character === rest[0] ? rest.slice(1) : rest;
    }
    return text + rest;
}
