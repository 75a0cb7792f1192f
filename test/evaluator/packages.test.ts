/** What packages export that nobody has looked into: nothing is known of it, but it is the same wherever it is read. */
import { describe } from "vitest";
import { see, silent, symbolic } from "./programs.js";

describe("what a package exports", () => {
    symbolic([
        { name: "by its default and as a whole", code: `import conf from "conf"; import * as all from "more"; ${see("conf.size", "all.size", "conf.image.width - conf.image.width + 3")}`, expected: ["conf.size, all.size, 3"] },
        { name: "required, by a name and out of it", code: `const conf = require("conf"); const { size, image: { width } } = require("@scope/more.js"); ${see("conf.size", "size", "width")}`, expected: ["conf.size, size, width"] },
        { name: "a number itself", code: `import size from "conf"; ${see("size", "2 * size")}`, expected: ["size, 2*size"] },
        { name: "what is asked of it is not decided", code: `import conf from "conf"; ${see("conf.mode === 'small' ? 3 : 4", "conf.mode !== 'small' ? 5 : 6", "conf.deep ? 7 : 8", "conf.size || 9", "typeof conf.size === 'function' ? 10 : 11")}`, expected: ["item, item, item, item, item"] },
        { name: "a branch on it is perhaps taken", code: `const { workerData } = require("worker_threads"); let n = 3; if (workerData.type === "training") { n = 4; ${see("5")} } ${see("n")}`, expected: ["5", "n"] },
        { name: "after code that cannot be seen it may be another one", code: `import conf from "conf"; const before = conf.size; conf.load(); ${see("before", "conf.size - before")}`, expected: ["conf.size, conf.size - conf.size"] },
        { name: "what the program has put there", code: `import conf from "conf"; conf.size = 6; ${see("conf.size")}`, expected: ["6"] },
        { name: "names of Keras within a part of it", code: `import { layers, Input } from "keras"; import keras from "keras"; const { Dense } = keras.layers; const x = Dense(4)(layers.Conv1D(3, 2)(Input({ shape: [5, 6] })));`, expected: ["4, 4", "4, 3", "5, 6"] },
        { name: "what draws, logs or checks leaves as it is what it is given", code: `import * as tfvis from "@tensorflow/tfjs-vis"; const assert = require("assert"); const rows = [3, 4]; tfvis.render.scatterplot({ name: "rows" }, { values: rows }); assert.ok(rows); ${see("rows.length", "rows[1]")}`, expected: ["2, 4"] },
    ]);
    silent([
        { name: "whether it is there", unknown: 1, code: `const { env } = require("process"); ${see("env.NO_SUCH_NAME ? 3 : 4")}` },
        { name: "whether it is what the program hopes for", unknown: 1, code: `const { env } = require("process"); ${see("env.NO_SUCH_NAME === 'x' ? 3 : 4")}` },
    ]);
});

describe("a script that declares the library's own name", () => {
    symbolic([
        { name: "the global is there already", code: `if (false) { var tf = require("@tensorflow/tfjs"); } ${see("3")}`, expected: ["3"] },
        { name: "and is another once it is assigned", code: `var tf; tf = { input: () => 4 }; ${see("3")} const other = require("@tensorflow/tfjs"); other.input({ shape: [tf.input()] });`, expected: ["4"] },
        { name: "a function's own variable is not the global", code: `export function f() { var tf; ${see("3")} } ${see("5")}`, expected: ["5"] },
    ]);
});
