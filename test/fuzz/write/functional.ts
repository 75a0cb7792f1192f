/** A stack of layers applied one after the other, in the styles that authors use. */
import type { LayerPlan } from "../plan/plan.js";
import { layerName } from "./sequential.js";
import type { Built } from "./sequential.js";
import { writeArray, writeLayer } from "./values.js";
import type { Writer } from "./writer.js";

export interface Applied {
    readonly lines: string[];
    /** An expression that is the last tensor. */
    readonly output: string;
}

export function writeFunctional(w: Writer, input: readonly (number | null)[], stack: readonly LayerPlan[]): Built {
    const start = writeInput(w, input);
    const { lines, output } = writeApplied(w, start.output, stack);
    return { lines: [...start.lines, ...lines], model: writeModel(w, start.output, output) };
}

export function writeInput(w: Writer, shape: readonly (number | null)[], base = "inputs"): Applied {
    const name = w.fresh(base);
    const { random } = w;
    const misspelt = w.mayErr(0.03);
    if (misspelt) w.mistook({ name: "shape of an input misspelt" });
    const key = misspelt ? random.pick(["inputShape", "shpae", "size", "dims"]) : random.weighted([[10, "shape"], [0.7, "batchShape"]] as const);
    const written = key !== "batchShape" ? writeArray(w, shape, "inputShape") : `[null, ${shape.map(String).join(", ")}]`;
    const more = random.chance(0.1) ? `, name: '${name}'` : "";
    return { lines: [`const ${name} = ${w.tf("input")}({ ${key}: ${written}${more} });`], output: name };
}

export function writeModel(w: Writer, inputs: string, outputs: string): string {
    const cast = w.typescript && w.reach.hasTypes && !outputs.startsWith("[") ? `${outputs} as tf.SymbolicTensor` : outputs;
    const name = w.random.chance(0.1) ? `, name: '${w.fresh("graph")}'` : "";
    const misspelt = w.mayErr(0.03);
    if (misspelt) w.mistook({ name: "inputs or outputs of a model misspelt" });
    const [ins, outs] = misspelt ? w.random.pick([["input", "outputs"], ["inputs", "output"], ["inputs", "ouputs"], ["input", "output"]]) : ["inputs", "outputs"];
    return `${w.tf("model")}({ ${ins}: ${inputs}, ${outs}: ${cast}${name} })`;
}

export function writeApplied(w: Writer, input: string, stack: readonly LayerPlan[]): Applied {
    if (stack.length === 0) return { lines: [], output: input };
    const style = w.random.weighted([
        [6, reassigned],
        [4, eachNamed],
        [1.2, nested],
        [1, reduced],
        [0.7, helped],
        [1, keptLayers],
    ] as const);
    return style(w, input, stack);
}

function text(w: Writer, layer: LayerPlan, index: number): string {
    return writeLayer(w, layer, w.random.chance(0.06) ? { name: { source: layerName(w, index) } } : {});
}

/** `let x = …; x = layer.apply(x);` */
function reassigned(w: Writer, input: string, stack: readonly LayerPlan[]): Applied {
    const x = w.fresh("x");
    const declared = w.typescript && w.reach.hasTypes ? ": tf.SymbolicTensor" : "";
    const lines = [`let ${x}${declared} = ${input};`];
    stack.forEach((layer, index) => {
        const apply = w.cast(`${text(w, layer, index)}.apply(${x})`);
        lines.push(w.random.chance(0.04) ? `{`.concat(` ${x} = ${apply}; }`) : `${x} = ${apply};`);
    });
    return { lines, output: x };
}

const namesOfTensors = ["hidden", "h", "features", "encoded", "out", "t"];

function eachNamed(w: Writer, input: string, stack: readonly LayerPlan[]): Applied {
    const base = w.random.pick(namesOfTensors);
    let last = input;
    const lines = stack.map((layer, index) => {
        const name = w.fresh(base);
        const line = `const ${name} = ${w.cast(`${text(w, layer, index)}.apply(${last})`)};`;
        last = name;
        return line;
    });
    return { lines, output: last };
}

function nested(w: Writer, input: string, stack: readonly LayerPlan[]): Applied {
    const all = stack.reduce((x, layer, index) => w.cast(`${text(w, layer, index)}.apply(${x})`), input);
    const name = w.fresh(w.random.pick(namesOfTensors));
    return { lines: [`const ${name} = ${all};`], output: name };
}

function reduced(w: Writer, input: string, stack: readonly LayerPlan[]): Applied {
    const name = w.fresh(w.random.pick(namesOfTensors));
    const list = stack.map((layer, index) => `  ${text(w, layer, index)},`);
    const fold = w.cast("layer.apply(tensor)");
    return { lines: [`const ${name} = [`, ...list, `].reduce((tensor, layer) => ${fold}, ${input});`], output: name };
}

function helped(w: Writer, input: string, stack: readonly LayerPlan[]): Applied {
    const apply = w.fresh("applyAll");
    const any = w.typescript ? ": any" : "";
    const list = w.typescript ? ": any[]" : "";
    const definition = w.random.pick([
        [`const ${apply} = (x${any}, ...rest${list})${any} => rest.reduce((t, layer) => layer.apply(t), x);`],
        [`function ${apply}(x${any}, ...rest${list})${any} {`, "  for (const layer of rest) x = layer.apply(x);", "  return x;", "}"],
        [`const ${apply} = (x${any}, first${any}, ...rest${list})${any} => {`, "  const y = first.apply(x);", `  return rest.length > 0 ? ${apply}(y, ...rest) : y;`, "};"],
    ]);
    const name = w.fresh(w.random.pick(namesOfTensors));
    const layers = stack.map((layer, index) => text(w, layer, index)).join(", ");
    return { lines: [...definition, `const ${name} = ${apply}(${input}, ${layers});`], output: name };
}

function keptLayers(w: Writer, input: string, stack: readonly LayerPlan[]): Applied {
    const names = stack.map((layer) => w.fresh(`${layer.type}Layer`));
    const made = stack.map((layer, index) => `const ${names[index]!} = ${text(w, layer, index)};`);
    let last = input;
    const applied = names.map((name) => {
        const result = w.fresh(w.random.pick(namesOfTensors));
        const line = `const ${result} = ${w.cast(`${name}.apply(${last})`)};`;
        last = result;
        return line;
    });
    return { lines: [...made, ...applied], output: last };
}
