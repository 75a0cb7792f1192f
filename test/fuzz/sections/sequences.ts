/** Recurrent networks with their states, and models built by classes. */
import type { Writer } from "../write/writer.js";
import { writeInput, writeModel } from "../write/functional.js";
import { writeNumber } from "../write/values.js";

/** An encoder hands its states to a decoder. */
export function seq2seq(w: Writer): string[] {
    const { random } = w;
    const units = random.int(2, 6);
    const wrong = w.mayErr(0.8) ? random.pick(["states", "sequences"] as const) : undefined;
    if (wrong) w.mistook({ name: `seq2seq: ${wrong}` });
    const source = writeInput(w, [random.int(3, 6), random.int(1, 4)], "source");
    const target = writeInput(w, [random.int(3, 6), random.int(1, 4)], "target");
    const size = writeNumber(w, units, "units");
    const other = wrong === "states" ? String(units + 1) : size;
    const [h, c, decoded, end, out] = [w.fresh("stateH"), w.fresh("stateC"), w.fresh("decoded"), w.fresh("decoderOutputs"), w.fresh("tokens")];
    const encoder = `${w.layerFactory("lstm")}({ units: ${size}, returnState: true })`;
    const sequences = wrong === "sequences" ? "" : ", returnSequences: true";
    const decoder = `${w.layerFactory("lstm")}({ units: ${other}${sequences}${random.chance(0.5) ? ", returnState: true" : ""} })`;
    const many = decoder.includes("returnState");
    const cast = w.type(" as tf.SymbolicTensor[]");
    const states = random.pick([`[${h}, ${c}]`, `[${h}, ${c}].slice()`]);
    const apply = `${decoder}.apply(${target.output}, { initialState: ${states} })`;
    const softmax = `${w.layerFactory("timeDistributed")}({ layer: ${w.layerFactory("dense")}({ units: ${writeNumber(w, random.int(2, 6), "vocabulary")}, activation: 'softmax' }) })`;
    return [
        ...source.lines,
        ...target.lines,
        random.pick([`const [, ${h}, ${c}] = ${encoder}.apply(${source.output})${cast};`, `const [${end}Unused, ${h}, ${c}] = ${encoder}.apply(${source.output})${cast};`]),
        many ? `const [${decoded}] = ${apply}${cast};` : `const ${decoded} = ${w.cast(apply)};`,
        `const ${out} = ${w.cast(`${softmax}.apply(${decoded})`)};`,
        `const ${w.fresh("translator")} = ${writeModel(w, `[${source.output}, ${target.output}]`, out)};`,
    ];
}

/** Layers stacked by a loop that asks whether it is at the last. */
export function recurrentTower(w: Writer): string[] {
    const { random } = w;
    const depth = random.int(2, 4);
    const [steps, features] = [random.int(3, 8), random.int(1, 5)];
    const wrong = w.mayErr(0.9);
    if (wrong) w.mistook({ name: "returnSequences missing" });
    const model = w.fresh("rnnModel");
    const last = wrong ? "i > 0" : random.pick([`i < ${depth} - 1`, `i !== ${depth - 1}`, `i + 1 < ${depth}`]);
    const type = random.pick(["lstm", "gru", "simpleRNN"]);
    const units = random.pick([writeNumber(w, random.int(2, 8), "units"), "4 + i", "2 ** (i + 1)", "16 >> i"]);
    const flag = random.pick([`returnSequences: ${last}`, `returnSequences: (${last}) ? true : false`]);
    const layer = `${w.layerFactory(type)}({ units: ${units}, ${flag}`;
    const lines = random.pick([
        [`for (let i = 0; i < ${depth}; i++) {`, `  ${model}.add(${layer}, ...(i === 0 ? { inputShape: [${steps}, ${features}] } : {}) }));`, "}"],
        [`[...Array(${depth}).keys()].forEach((i) => {`, `  ${model}.add(${layer}, inputShape: [${steps}, ${features}] }));`, "});"],
        [`for (let i = 0; i < ${depth}; ++i) {`, `  const options${w.typescript ? ": any" : ""} = { units: ${units}, ${flag} };`, `  if (i === 0) options.inputShape = [${steps}, ${features}];`, `  ${model}.add(${w.layerFactory(type)}(options));`, "}"],
    ]);
    return [`const ${model} = ${w.tf("sequential")}();`, ...lines, `${model}.add(${w.layerFactory("dense")}({ units: ${writeNumber(w, random.int(1, 5), "outputs")} }));`];
}

/** A class keeps its options in fields, and a subclass changes them. */
export function modelClass(w: Writer): string[] {
    const { random } = w;
    const [base, sub] = [w.fresh("BaseNet"), w.fresh("DeepNet")];
    const wrong = w.mayErr(0.9);
    if (wrong) w.mistook({ name: "class: merge of different sizes" });
    const inputs = random.int(2, 8);
    const hidden = Array.from({ length: random.int(1, 3) }, () => random.int(2, 8));
    const field = (name: string, type: string): string => (w.typescript ? `${name}: ${type}` : name);
    const any = w.typescript ? ": any" : "";
    const secret = random.pick(["this.hidden", "this.#hidden"]);
    const name = secret.slice(5);
    const dense = w.layerFactory("dense");
    const build = [
        `    const start = ${w.tf("input")}({ shape: [this.inputs] });`,
        `    let x${any} = start;`,
        `    for (const units of ${secret}) x = ${dense}({ units, activation: 'relu' }).apply(x);`,
        `    x = this.head(x);`,
        `    this.model = ${w.tf("model")}({ inputs: start, outputs: x });`,
        random.pick(["    return this;", "    return this.model;"]),
    ];
    const chained = build.at(-1)!.includes("return this;");
    const sum = wrong ? `${dense}({ units: Base.WIDTH + 1 })` : `${dense}({ units: Base.WIDTH })`;
    const variable = w.fresh("agent");
    const use = sub;
    return [
        `class ${base} {`,
        `  static WIDTH = ${random.int(2, 6)};`,
        `  ${field("inputs", "number")};`,
        `  ${field(name, "number[]")};`,
        ...(w.typescript ? ["  model: any;"] : ["  model = null;"]),
        w.typescript ? `  constructor(inputs: number, hidden: number[] = [${hidden.join(", ")}]) {` : `  constructor(inputs, hidden = [${hidden.join(", ")}]) {`,
        "    this.inputs = inputs;",
        `    ${secret} = hidden;`,
        "  }",
        `  get width()${w.typescript ? ": number" : ""} { return ${base}.WIDTH; }`,
        `  head(x${any})${any} {`,
        `    return ${dense}({ units: this.width }).apply(x);`,
        "  }",
        `  build()${any} {`,
        ...build,
        "  }",
        "}",
        `class ${sub} extends ${base} {`,
        `  ${w.typescript ? "override " : ""}head(x${any})${any} {`,
        "    const y = super.head(x);",
        `    const z = ${sum.replace("Base.", `${base}.`)}.apply(x);`,
        `    return ${w.layerFactory("add")}().apply([y, z]);`,
        "  }",
        "}",
        `const ${variable} = new ${use}(${writeNumber(w, inputs, "inputs")}${random.chance(0.4) ? `, [${random.int(2, 6)}, ${random.int(2, 6)}]` : ""});`,
        chained ? `const ${w.fresh("trained")} = ${variable}.build().model;` : `const ${w.fresh("trained")} = ${variable}.build();`,
    ];
}

/** A layer of the author's own. */
export function customLayer(w: Writer): string[] {
    const { random } = w;
    const name = w.fresh(random.pick(["Doubling", "MeanOver", "Custom"]));
    const any = w.typescript ? ": any" : "";
    const override = w.typescript ? "override " : "";
    const [shape, call] = random.pick([
        ["return [inputShape[0], inputShape[1] * this.times];", "return x.tile([1, this.times]);"],
        ["return [...inputShape, this.times];", "return x.expandDims(-1).tile([1, 1, this.times]);"],
        ["const [batch, width] = inputShape; return [batch, this.times, width];", "return x.expandDims(1).tile([1, this.times, 1]);"],
        ["return inputShape;", "return x.mul(this.times);"],
        ["return inputShape.slice(0, -1).concat(inputShape[inputShape.length - 1] + this.times);", "return x.pad([[0, 0], [0, this.times]]);"],
        ["const output = inputShape.slice(); output[1] += this.times; return output;", "return x.pad([[0, 0], [this.times, 0]]);"],
    ]);
    const width = random.int(2, 6);
    const wrong = w.mayErr(0.9);
    if (wrong) w.mistook({ name: "custom layer, then a layer for another rank" });
    const start = writeInput(w, [width], "vector");
    const y = w.fresh("custom");
    const out = w.fresh("mapped");
    const after = wrong ? `${w.layerFactory("conv2d")}({ filters: 2, kernelSize: 1 })` : `${w.layerFactory("dense")}({ units: ${random.int(1, 6)} })`;
    return [
        `class ${name} extends ${w.reach.kind === "named" ? "layers.Layer" : "tf.layers.Layer"} {`,
        ...(w.typescript ? ["  times: number;"] : []),
        `  constructor(config${any} = {}) {`,
        "    super(config);",
        "    this.times = config.times ?? 2;",
        "  }",
        `  ${override}computeOutputShape(inputShape${any})${any} {`,
        `    ${shape}`,
        "  }",
        `  ${override}call(inputs${any})${any} {`,
        "    const x = Array.isArray(inputs) ? inputs[0] : inputs;",
        `    ${call}`,
        "  }",
        `  static get className() { return '${name}'; }`,
        "}",
        ...start.lines,
        `const ${y} = ${w.cast(`new ${name}({ times: ${writeNumber(w, random.int(2, 4), "times")} }).apply(${start.output})`)};`,
        `const ${out} = ${w.cast(`${after}.apply(${y})`)};`,
        `const ${w.fresh("customModel")} = ${writeModel(w, start.output, out)};`,
    ];
}

/** A layer with weights of its own, whose body is a few operations. */
export function weightedLayer(w: Writer): string[] {
    const { random } = w;
    const name = w.fresh(random.pick(["Linear", "Scaling", "Projection"]));
    const any = w.typescript ? ": any" : "";
    const override = w.typescript ? "override " : "";
    const [width, units, batch] = [random.int(2, 6), random.int(2, 6), random.int(1, 4)];
    const wrong = w.mayErr(0.9) ? random.pick(["body", "after"] as const) : undefined;
    if (wrong) w.mistook({ name: `custom layer with weights: wrong ${wrong}` });
    const scales = random.chance(0.4);
    const bias = random.chance(0.6);
    const kernel = scales ? "[features]" : wrong === "body" ? "[features + 1, this.units]" : "[features, this.units]";
    const weight = (text: string, shape: string): string => `this.addWeight('${text}', ${shape}, 'float32', ${w.tf("initializers")}.zeros())`;
    const multiplied = scales ? "x.mul(this.kernel.read())" : random.pick(["x.matMul(this.kernel.read())", `${w.tf("matMul")}(x, this.kernel.read())`, "x.dot(this.kernel.read())"]);
    const product = wrong === "body" && scales ? "x.concat(x, 1).mul(this.kernel.read())" : multiplied;
    const result = bias ? `${product}.add(this.bias.read())` : product;
    const body = random.pick([
        ["    const x = Array.isArray(inputs) ? inputs[0] : inputs;", `    return ${result};`],
        [`    return ${w.tf("tidy")}(() => {`, "      const [x] = Array.isArray(inputs) ? inputs : [inputs];", `      return ${result};`, "    });"],
        ["    const x = inputs[0] ?? inputs;", `    const y = ${result};`, "    return y.reshape([x.shape[0], ...y.shape.slice(1)]);"],
    ]);
    const start = writeInput(w, [width], "vector");
    const [y, model] = [w.fresh("weighted"), w.fresh("weightedModel")];
    const last = wrong === "after" ? `${w.layerFactory("lstm")}({ units: 2 })` : `${w.layerFactory("dense")}({ units: ${random.int(1, 5)} })`;
    return [
        `class ${name} extends ${w.reach.kind === "named" ? "layers.Layer" : "tf.layers.Layer"} {`,
        ...(w.typescript ? ["  units: any;", "  kernel: any;", "  bias: any;"] : []),
        `  constructor(config${any}) {`,
        "    super(config);",
        "    this.units = config.units;",
        "  }",
        `  ${override}build(inputShape${any}) {`,
        "    const features = inputShape[inputShape.length - 1];",
        `    this.kernel = ${weight("kernel", kernel)};`,
        ...(bias ? [`    this.bias = ${weight("bias", scales ? "[1, features]" : "[this.units]")};`] : []),
        ...random.pick([[], ["    super.build(inputShape);"], ["    this.built = true;"]]),
        "  }",
        // A layer that only scales may do without.
        ...(scales && random.chance(0.5) ? [] : [`  ${override}computeOutputShape(inputShape${any})${any} {`, `    return ${scales ? "inputShape" : "[inputShape[0], this.units]"};`, "  }"]),
        `  ${override}call(inputs${any})${any} {`,
        ...body,
        "  }",
        `  static get className() { return '${name}'; }`,
        "}",
        ...start.lines,
        `const ${y} = ${w.cast(`new ${name}({ units: ${writeNumber(w, units, "units")} }).apply(${start.output})`)};`,
        `const ${model} = ${writeModel(w, start.output, w.cast(`${last}.apply(${y})`))};`,
        ...(random.chance(0.5) ? [`const ${w.fresh("answer")} = ${model}.predict(${w.tf("ones")}([${batch}, ${width}]));`] : []),
        ...(random.chance(0.4) ? [`const ${w.fresh("direct")} = ${`new ${name}({ units: ${units} }).apply(${w.tf("ones")}([${batch}, ${width}]))`};`] : []),
    ];
}

/** Shapes and layers read back from what was built. */
export function readBack(w: Writer): string[] {
    const { random } = w;
    const side = random.pick([6, 8, 10]);
    const start = writeInput(w, [side, side, random.pick([1, 3])], "image");
    const filters = random.int(2, 5);
    const [x, rows, columns, depth, y] = [w.fresh("features"), w.fresh("rows"), w.fresh("columns"), w.fresh("depth"), w.fresh("sequence")];
    const wrong = w.mayErr(0.9);
    if (wrong) w.mistook({ name: "reshape to another size" });
    const bang = w.typescript ? "!" : "";
    const read = random.pick([
        [`const [, ${rows}, ${columns}, ${depth}] = ${x}.shape${w.typescript ? " as number[]" : ""};`],
        [`const ${rows} = ${x}.shape[1]${bang}, ${columns} = ${x}.shape[2]${bang};`, `const ${depth} = ${x}.shape.slice(-1)[0]${bang};`],
        [`const [${rows}, ${columns}, ${depth}] = ${x}.shape.slice(1)${w.typescript ? " as number[]" : ""};`],
        [`const { shape: [, ${rows}, ${columns}, ${depth}] } = ${x}${w.typescript ? " as any" : ""};`],
    ]);
    const target = wrong
        ? `[${rows}${bang} * ${columns}${bang}, ${depth}${bang} + 1]`
        : random.pick([`[${rows}${bang} * ${columns}${bang}, ${depth}${bang}]`, `[${rows}${bang}, ${columns}${bang} * ${depth}${bang}]`, `[${rows}${bang} * ${columns}${bang} * ${depth}${bang}]`]);
    const model = w.fresh("readable");
    const name = w.fresh("middle");
    const [base, cut] = [w.fresh("top"), w.fresh("truncated")];
    const inner = random.pick([`${model}.getLayer('${name}').output`, `${model}.layers[1]${bang}.output`, `${model}.layers.find((layer) => layer.name === '${name}')${bang}.output`]);
    return [
        ...start.lines,
        `const ${x} = ${w.cast(`${w.layerFactory("conv2d")}({ filters: ${writeNumber(w, filters, "filters")}, kernelSize: 3, name: '${name}' }).apply(${start.output})`)};`,
        ...read,
        `const ${y} = ${w.cast(`${w.layerFactory("reshape")}({ targetShape: ${target} }).apply(${x})`)};`,
        `const ${model} = ${writeModel(w, start.output, y)};`,
        ...random.pick([
            [],
            [`const ${base} = ${w.layerFactory("flatten")}().apply(${w.cast(inner)});`, `const ${cut} = ${writeModel(w, `${model}.inputs`, base)};`],
            [`const ${base} = ${w.layerFactory("dense")}({ units: ${model}.outputs[0]${bang}.shape[1]${w.typescript ? " as number" : ""} }).apply(${w.cast(`${model}.outputs[0]${bang}`)});`, `const ${cut} = ${writeModel(w, `${model}.inputs[0]${bang}`, base)};`],
            [`const ${base} = ${w.tf("sequential")}();`, `${base}.add(${w.layerFactory("dense")}({ units: 2, inputShape: ${model}.outputs[0]${bang}.shape.slice(1)${w.typescript ? " as number[]" : ""} }));`],
        ]),
    ];
}
