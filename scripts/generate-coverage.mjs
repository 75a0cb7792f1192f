// Writes docs/coverage.md from the catalogue, as it is built in dist/. A test compares the two.
import fs from "node:fs";

/** What `tf.layers` exports and the catalogue does not hold, with the reason. */
export const notInCatalogue = {
    input: "makes a symbolic tensor; the evaluator reads its shape",
    inputLayer: "the layer behind `input`; the evaluator reads its shape",
    Layer: "base class of users' own layers",
    RNN: "class behind `rnn`, a base of users' own layers",
    RNNCell: "base class of users' own cells",
};

const code = (text) => `\`${text}\``;
const list = (names) => names.map(code).join(", ");
const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
const table = (head, rows) => [row(...head), row(...head.map(() => "---")), ...rows, ""];

/** Names that stand for one entry, by the entry, the first name first. */
function byEntry(entries) {
    const names = new Map();
    for (const [name, spec] of Object.entries(entries)) names.set(spec, [...(names.get(spec) ?? []), name]);
    return [...names].sort(([, [a]], [, [b]]) => (a < b ? -1 : 1));
}

/** Options in the order of the entry, required ones in bold; `shared` are left out. */
function options(table, effect, shared) {
    return Object.entries(table)
        .filter(([name, option]) => option.effect === effect && !shared.includes(name))
        .map(([name, { required }]) => (required ? `**${code(name)}**` : code(name)))
        .join(", ");
}

/** Options that every layer reads. */
function sharedOptions(layers) {
    const tables = Object.values(layers).map((spec) => Object.keys(spec.options));
    return (tables[0] ?? []).filter((name) => tables.every((names) => names.includes(name)));
}

function layerTable(layers) {
    const shared = sharedOptions(layers);
    const rows = byEntry(layers).map(([spec, [name, ...aliases]]) => {
        // A name of its own may mean another thing (an embedding's inputDim), so required options are never left out.
        const hidden = shared.filter((option) => !spec.options[option].required);
        return row(code(name), list(aliases), options(spec.options, true, hidden), options(spec.options, false, hidden), spec.source);
    });
    return [
        `Every layer also reads ${list(shared)}.`,
        "Required options are bold. Those in the last but one column are known, and have no part in shapes or weights.",
        "",
        ...table(["layer", "aliases", "options", "without effect on shapes", "source of the formula"], rows),
        "Exported by `tf.layers` and not in this table:",
        "",
        ...Object.entries(notInCatalogue).map(([name, reason]) => `- ${code(name)}: ${reason}`),
        "",
    ];
}

function operationTable(ops, methods) {
    const rows = byEntry(ops).map(([spec, names]) => {
        const chained = Object.keys(methods).filter((name) => methods[name] === spec);
        const args = Object.entries(spec.args).map(([name, { required }]) => (required ? `**${code(name)}**` : code(name)));
        return row(list(names), list(chained), args.join(", "), spec.source);
    });
    return table(["operation", "methods", "arguments", "source of the formula"], rows);
}

/** Names of one layer in several versions stand in one row. */
function kerasTable(layers) {
    const named = Object.entries(layers).map(([name, { spec }]) => [name, spec.keras2]);
    const rows = byEntry(Object.fromEntries(named)).map(([spec, [name, ...aliases]]) => row(code(name), list(aliases), spec.source));
    return table(["layer", "aliases", "source of the formula"], rows);
}

/** The text of `docs/coverage.md`. */
export function coverage(layers, ops = {}, methods = {}, keras = {}) {
    return [
        "# Coverage",
        "",
        "What the analysis knows of TensorFlow.js and of Keras. Generated from the catalogue by `node scripts/generate-coverage.mjs`; a test",
        "holds the catalogue against the exports and the option names of the installed package.",
        "",
        "## Layers",
        "",
        `${new Set(Object.values(layers)).size} layers under ${Object.keys(layers).length} names of \`tf.layers\`.`,
        "",
        ...layerTable(layers),
        "## Operations",
        "",
        `${new Set(Object.values(ops)).size} operations, and methods of tensors.`,
        "",
        ...operationTable(ops, methods),
        "## Keras style",
        "",
        "The layers under the names that Keras 1, 2 or 3 gives them, and with the words of all of these versions. Their shapes are held",
        "against those of Keras 1.2.2, 2.15 and 3 themselves. `Input`, `InputLayer`, `Model`, `Sequential`, Keras 1's `Merge` and the",
        "functions `add`, `concatenate`, `merge`… are read as well. A `Lambda` makes what its `output_shape` says, if that is a list of sizes.",
        "",
        ...kerasTable(keras),
    ]
        .join("\n")
        .trimEnd()
        .concat("\n");
}

if (import.meta.filename === process.argv[1]) {
    // Another folder than dist/ may be given, for a build elsewhere.
    const built = new URL(`${process.argv[2] ?? "../dist/src"}/apis/`, import.meta.url);
    const { tfjsLayers } = await import(new URL("tfjs-layers.js", built));
    const { kerasLayers } = await import(new URL("keras-layers.js", built));
    const { tfjsOps, tfjsMethods } = await import(new URL("tfjs-ops.js", built));
    fs.writeFileSync(new URL("../docs/coverage.md", import.meta.url), coverage(tfjsLayers, tfjsOps, tfjsMethods, kerasLayers));
}
