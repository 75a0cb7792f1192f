/** A stack of layers as a Sequential model, in the styles that authors use. */
import type { LayerPlan, Options } from "../plan/plan.js";
import { source } from "../plan/plan.js";
import { hoist, quote, writeArray, writeLayer, writeOptions } from "./values.js";
import { layersNamespace } from "./reach.js";
import type { Writer } from "./writer.js";

export interface Built {
    readonly lines: string[];
    /** An expression that is the model. */
    readonly model: string;
}

export function writeSequential(w: Writer, input: readonly (number | null)[], stack: readonly LayerPlan[]): Built {
    const style = w.random.weighted([
        [8, added],
        [4, listed],
        [1.5, pushed],
        [1.2, specified],
        [1, looped],
        [1.2, mutated],
    ] as const);
    return style(w, input, stack);
}

/** What tells the first layer its input. */
export function inputOptions(w: Writer, input: readonly (number | null)[], first: LayerPlan | undefined): Options {
    if (first?.type === "embedding" && "inputLength" in first.options) return {};
    if (w.mayErr(0.06)) {
        w.mistook({ name: "inputShape missing" });
        return {};
    }
    if (w.mayErr(0.04)) {
        w.mistook({ name: "inputShape misspelt" });
        return { [w.random.pick(["input_shape", "inputshape", "inputSize", "shape", "inputShpae"])]: input };
    }
    if (w.mayErr(0.06)) {
        w.mistook({ name: "batch in inputShape" });
        return { inputShape: [null, ...input] };
    }
    const { random } = w;
    return random.weighted<() => Options>([
        [20, () => ({ inputShape: input })],
        [1, () => ({ batchInputShape: [null, ...input] })],
        [0.7, () => ({ batchInputShape: [random.int(1, 4), ...input] })],
        [input.length === 1 ? 0.7 : 0, () => ({ inputShape: input[0]! })],
        [input.length === 1 && first?.type === "dense" ? 1 : 0, () => ({ inputDim: input[0]! })],
        [0.5, () => ({ inputShape: input, batchSize: random.int(1, 4) })],
    ])();
}

function created(w: Writer): Built {
    const name = w.fresh("model");
    const options = w.random.chance(0.15) ? `{ name: '${w.fresh("net")}' }` : "";
    return { lines: [`const ${name} = ${w.tf("sequential")}(${options});`], model: name };
}

function nth(w: Writer, input: readonly (number | null)[], stack: readonly LayerPlan[], index: number): string {
    const layer = stack[index]!;
    const first: Options = index === 0 ? inputOptions(w, input, layer) : {};
    const named: Options = w.random.chance(0.08) ? { name: source(layerName(w, index)) } : {};
    return writeLayer(w, layer, { ...first, ...named });
}

export function layerName(w: Writer, index: number): string {
    const prefix = w.fresh("layer");
    return w.random.chance(0.4) ? `\`${prefix}_\${${index}}\`` : quote(`${prefix}_${index}`);
}

function added(w: Writer, input: readonly (number | null)[], stack: readonly LayerPlan[]): Built {
    const { lines, model } = created(w);
    const { random } = w;
    stack.forEach((layer, index) => {
        const text = nth(w, input, stack, index);
        const style = index === 0 ? 0 : random.next();
        if (style > 0.97) {
            lines.push(`if (${hoist(w, "debug", "false")}) {`, `  ${model}.add(${writeLayer(w, layer)});`, "} else {");
            lines.push(`  ${model}.add(${text});`, "}");
        } else if (style > 0.93) {
            lines.push(`if (${hoist(w, "enabled", "true")}) ${model}.add(${text});`);
        } else if (style > 0.85) {
            const name = w.fresh("layer_");
            lines.push(`const ${name} = ${text};`, `${model}.add(${name});`);
        } else {
            lines.push(`${model}.add(${text});`);
        }
    });
    return { lines, model };
}

function listed(w: Writer, input: readonly (number | null)[], stack: readonly LayerPlan[]): Built {
    const texts = stack.map((_, index) => `  ${nth(w, input, stack, index)},`);
    const list = ["[", ...texts, "]"].join("\n  ");
    if (w.random.chance(0.3)) {
        const name = w.fresh("layerList");
        return { lines: [`const ${name} = ${list};`], model: `${w.tf("sequential")}({ layers: ${name} })` };
    }
    return { lines: [], model: `${w.tf("sequential")}({ layers: ${list} })` };
}

function pushed(w: Writer, input: readonly (number | null)[], stack: readonly LayerPlan[]): Built {
    const { random } = w;
    const list = w.fresh("parts");
    const annotation = w.type(`: ${w.reach.hasTypes ? "tf.layers.Layer[]" : "any[]"}`);
    const texts = stack.map((_, index) => nth(w, input, stack, index));
    const lines = [`const ${list}${annotation} = [];`, ...texts.map((text) => `${list}.push(${text});`)];
    const made = created(w);
    const each = random.pick([
        [`${list}.forEach((part) => ${made.model}.add(part));`],
        [`for (const part of ${list}) {`, `  ${made.model}.add(part);`, "}"],
        [`for (let i = 0; i < ${list}.length; i++) ${made.model}.add(${list}[i]${w.typescript ? "!" : ""});`],
        [`${list}.map((part) => {`, `  ${made.model}.add(part);`, "});"],
        [`while (${list}.length > 0) ${made.model}.add(${list}.shift()${w.typescript ? "!" : ""});`],
    ]);
    return { lines: [...lines, ...made.lines, ...each], model: made.model };
}

/** The layers are data: a list of types and options. */
function specified(w: Writer, input: readonly (number | null)[], stack: readonly LayerPlan[]): Built {
    const list = w.fresh("architecture");
    const items = stack.map((layer, index) => {
        const first = index === 0 ? inputOptions(w, input, layer) : {};
        return `  { type: '${layer.type}', options: ${writeOptions(w, layer, first) || "{}"} },`;
    });
    const made = created(w);
    const lines = [`const ${list}${w.typescript ? ": any[]" : ""} = [`, ...items, "];", ...made.lines];
    return { lines: [...lines, ...interpreted(w, list, stack, (text) => `${made.model}.add(${text})`)], model: made.model };
}

function interpreted(w: Writer, list: string, stack: readonly LayerPlan[], use: (text: string) => string): string[] {
    const namespace = w.typescript ? `(${layersNamespace(w.reach)} as any)` : layersNamespace(w.reach);
    if (w.random.chance(0.5)) {
        return w.random.pick([
            [`for (const { type, options } of ${list}) {`, `  ${use(`${namespace}[type](options)`)};`, "}"],
            [`${list}.forEach((item) => {`, `  ${use(`${namespace}[item.type](item.options)`)};`, "});"],
        ]);
    }
    const types = [...new Set(stack.map(({ type }) => type))];
    const cases = types.flatMap((type) => [
        `    case '${type}':`,
        `      ${use(`${w.layerFactory(type)}(item.options)`)};`,
        "      break;",
    ]);
    return [
        `for (const item of ${list}) {`,
        "  switch (item.type) {",
        ...cases,
        "    default:",
        "      throw new Error(`Unknown layer ${item.type}`);",
        "  }",
        "}",
    ];
}

/** The stack, then a loop over sizes of dense layers. */
function looped(w: Writer, input: readonly (number | null)[], stack: readonly LayerPlan[]): Built {
    const made = created(w);
    const lines = [...made.lines, ...stack.map((_, index) => `${made.model}.add(${nth(w, input, stack, index)});`)];
    const sizes = Array.from({ length: w.random.int(2, 3) }, () => w.random.int(2, 12));
    const list = writeArray(w, sizes, "hidden");
    // Pointwise over the last axis, so any shape is right.
    const add = (units: string): string => `${made.model}.add(${w.layerFactory("dense")}({ units: ${units}, activation: 'relu' }));`;
    lines.push(
        ...w.random.pick([
            [`for (const units of ${list}) {`, `  ${add("units")}`, "}"],
            [`${list}.forEach((units, i) => {`, `  if (i % 2 === 0) ${made.model}.add(${w.layerFactory("dropout")}({ rate: 0.2 }));`, `  ${add("units")}`, "});"],
            [`for (let i = 0; i < ${sizes.length}; i++) {`, `  ${add("2 ** (i + 1)")}`, "}"],
            [`for (let units = 16; units > 2; units /= 2) {`, `  ${add("units")}`, "}"],
            [`let remaining = ${sizes.length};`, "while (remaining-- > 0) {", `  ${add("4 * (remaining + 1)")}`, "}"],
            [`for (const [i, units] of ${list}.entries()) {`, `  ${add("units + i")}`, "}"],
        ])
    );
    const units = w.random.int(1, 5);
    return { lines: [...lines, `${made.model}.add(${writeLayer(w, { type: "dense", options: { units }, output: [units] })});`], model: made.model };
}

/** Behind the stack, one object of options that is changed between uses. */
function mutated(w: Writer, input: readonly (number | null)[], stack: readonly LayerPlan[]): Built {
    const made = created(w);
    const lines = [...made.lines, ...stack.map((_, index) => `${made.model}.add(${nth(w, input, stack, index)});`)];
    const options = w.fresh("options");
    const [a, b, c] = [w.random.int(2, 9), w.random.int(2, 9), w.random.int(2, 9)];
    const dense = w.layerFactory("dense");
    lines.push(
        `const ${options}${w.typescript ? ": any" : ""} = { units: ${a}, activation: 'relu' };`,
        `${made.model}.add(${dense}(${options}));`,
        ...w.random.pick([
            [`${options}.units = ${b};`, `${made.model}.add(${dense}(${options}));`],
            [`${made.model}.add(${dense}({ ...${options}, units: ${b} }));`],
            [`Object.assign(${options}, { units: ${b}, useBias: false });`, `${made.model}.add(${dense}(${options}));`],
            [`${made.model}.add(${dense}(Object.assign({}, ${options}, { units: ${b} })));`],
            [`${options}['units'] *= 2;`, `${made.model}.add(${dense}(${options}));`, `delete ${options}.activation;`],
        ]),
        `${made.model}.add(${dense}({ ...${options}, units: ${c} }));`
    );
    return { lines, model: made.model };
}
