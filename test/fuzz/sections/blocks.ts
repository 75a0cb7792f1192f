/** Helper functions that are called again and again: residual, dense and inception blocks, recursion. */
import type { Writer } from "../write/writer.js";
import { writeInput, writeModel } from "../write/functional.js";
import { writeArray, writeNumber } from "../write/values.js";

export function residual(w: Writer): string[] {
    const { random } = w;
    const block = w.fresh(random.pick(["residualBlock", "resBlock", "convBlock"]));
    const side = random.pick([8, 12, 9]);
    const fault = w.mayErr(0.8) ? random.pick(["projection", "padding", "stride"] as const) : undefined;
    if (fault) w.mistook({ name: `residual block: ${fault}` });
    const any = w.typescript ? ": any" : "";
    const conv = (filters: string, strides: string, kernel = "3"): string =>
        `${w.layerFactory("conv2d")}({ filters: ${filters}, kernelSize: ${kernel}, strides: ${strides}, padding: '${fault === "padding" && kernel === "3" ? "valid" : "same"}' })`;
    const signature = random.pick([
        { list: w.typescript ? "x: any, filters: number, strides: number = 1" : "x, filters, strides = 1", call: (x: string, n: string, s: string) => `${block}(${x}, ${n}, ${s})` },
        { list: w.typescript ? "x: any, { filters, strides = 1 }: { filters: number; strides?: number }" : "x, { filters, strides = 1 }", call: (x: string, n: string, s: string) => `${block}(${x}, { filters: ${n}, strides: ${s} })` },
        { list: w.typescript ? "x: any, filters: number, strides: number" : "x, filters, strides", call: (x: string, n: string, s: string) => `${block}(${x}, ${n}, ${s})` },
    ]);
    const test = random.pick(["strides !== 1 || x.shape[3] !== filters", "x.shape[x.shape.length - 1] !== filters || strides > 1"]);
    const inside = [
        `  let y = ${conv("filters", "strides")}.apply(x);`,
        `  y = ${w.layerFactory("batchNormalization")}().apply(y);`,
        `  y = ${conv("filters", fault === "stride" ? "2" : "1")}.apply(y);`,
        ...(fault === "projection"
            ? []
            : random.pick([
                  [`  if (${test}) {`, `    x = ${conv("filters", "strides", "1")}.apply(x);`, "  }"],
                  [`  const shortcut = ${test} ? ${conv("filters", "strides", "1")}.apply(x) : x;`],
              ])),
    ];
    const kept = inside.some((line) => line.includes("const shortcut")) ? "shortcut" : "x";
    const definition = [
        random.chance(0.5) ? `function ${block}(${signature.list}) {` : `const ${block} = (${signature.list}) => {`,
        ...inside,
        `  const sum = ${w.layerFactory("add")}().apply([${kept}, y]);`,
        `  return ${w.layerFactory("activation")}({ activation: 'relu' }).apply(sum);`,
        "};",
    ];
    const start = writeInput(w, [side, side, 3], "image");
    const x = w.fresh("x");
    const sizes = Array.from({ length: random.int(1, 3) }, () => random.int(2, 5));
    const list = writeArray(w, sizes, "filters");
    const loop = random.pick([
        [`for (const n of ${list}) {`, `  ${x} = ${signature.call(x, "n", "2")};`, `  ${x} = ${signature.call(x, "n", "1")};`, "}"],
        [`${list}.forEach((n, stage) => {`, `  ${x} = ${signature.call(x, "n", "stage === 0 ? 1 : 2")};`, "});"],
        [`${x} = ${list}.reduce((t${any}, n, i) => ${signature.call("t", "n", "i > 0 ? 2 : 1")}, ${x});`],
        [`for (let i = 0; i < ${sizes.length}; i++) {`, `  ${x} = ${signature.call(x, "4 << i", "i % 2 + 1")};`, "}"],
    ]);
    const end = `${w.layerFactory("dense")}({ units: ${writeNumber(w, random.int(2, 10), "classes")} })`;
    const pooled = `${w.layerFactory("globalAveragePooling2d")}({})`;
    return [...definition, ...start.lines, `let ${x}${any} = ${start.output};`, ...loop, `const ${w.fresh("resnet")} = ${writeModel(w, start.output, `${end}.apply(${pooled}.apply(${x}))`)};`];
}

export function inceptionOrDense(w: Writer): string[] {
    const { random } = w;
    const block = w.fresh(random.pick(["inception", "denseBlock", "mixed"]));
    const side = random.pick([6, 8, 12]);
    const wrong = w.mayErr(0.8);
    if (wrong) w.mistook({ name: "block: one branch without padding" });
    const any = w.typescript ? ": any" : "";
    const conv = (filters: string, kernel: string, padding = "'same'"): string =>
        `${w.layerFactory("conv2d")}({ filters: ${filters}, kernelSize: ${kernel}, padding: ${padding}, activation: 'relu' })`;
    const concat = `${w.layerFactory("concatenate")}(${random.pick(["", "{ axis: -1 }", "{ axis: 3 }"])})`;
    const paddingOfLast = wrong ? "'valid'" : "'same'";
    const body = random.pick([
        [
            `  const a = ${conv("sizes[0]", "1")}.apply(x);`,
            `  const b = ${conv("sizes[1]", "3")}.apply(${conv("2", "1")}.apply(x));`,
            `  const c = ${w.layerFactory("maxPooling2d")}({ poolSize: 3, strides: 1, padding: ${paddingOfLast} }).apply(x);`,
            `  return ${concat}.apply([a, b, c]);`,
        ],
        [
            "  const [first, ...rest] = sizes;",
            `  const all = rest.map((n${any}, i${any}) => ${conv("n", "2 * i + 1")}.apply(x));`,
            `  return ${concat}.apply([${conv("first", "3", paddingOfLast)}.apply(x), ...all]);`,
        ],
        [
            "  let features = x;",
            "  for (const n of sizes) {",
            `    const fresh = ${conv("n", "3", paddingOfLast)}.apply(features);`,
            `    features = ${concat}.apply([features, fresh]);`,
            "  }",
            "  return features;",
        ],
        [
            "  const { length } = sizes;",
            `  const towers = Array.from({ length }, (_, i) => ${conv("sizes[i]", "i + 2", paddingOfLast)}.apply(x));`,
            `  towers.push(x);`,
            `  return ${concat}.apply(towers);`,
        ],
    ]);
    const start = writeInput(w, [side, side, random.int(1, 4)], "image");
    const x = w.fresh("x");
    const sizes = (): string => `[${random.int(1, 4)}, ${random.int(1, 4)}${random.chance(0.5) ? `, ${random.int(1, 4)}` : ""}]`;
    return [
        `const ${block} = (x${any}, sizes${any})${any} => {`,
        ...body,
        "};",
        ...start.lines,
        `let ${x}${any} = ${block}(${start.output}, ${sizes()});`,
        ...(random.chance(0.5) ? [`${x} = ${w.layerFactory("averagePooling2d")}({ poolSize: [2, 2] }).apply(${x});`] : []),
        `${x} = ${block}(${x}, ${sizes()});`,
        `const ${w.fresh("graphModel")} = ${writeModel(w, start.output, x)};`,
    ];
}

export function recursion(w: Writer): string[] {
    const { random } = w;
    const name = w.fresh(random.pick(["deepen", "stackBlocks", "repeat"]));
    const typed = (text: string): string => (w.typescript ? `${text}: ${text === "x" ? "any" : "number"}` : text);
    const wrong = w.mayErr(0.8);
    if (wrong) w.mistook({ name: "recursion to a kernel that does not fit" });
    const depth = wrong ? 6 : random.int(2, 3);
    const side = random.pick([8, 9, 10]);
    const conv = `${w.layerFactory("conv2d")}({ filters: ${random.pick(["depth + 1", "2 ** depth", "units", "units * depth"])}, kernelSize: 3 })`;
    const definition = random.pick([
        [`const ${name} = (${typed("x")}, ${typed("depth")}, ${typed("units")})${w.typescript ? ": any" : ""} => depth === 0 ? x : ${name}(${conv}.apply(x), depth - 1, units);`],
        [`function ${name}(${typed("x")}, ${typed("depth")}, ${typed("units")})${w.typescript ? ": any" : ""} {`, "  if (depth <= 0) return x;", `  const y = ${conv}.apply(x);`, `  return ${name}(y, depth - 1, units);`, "}"],
    ]);
    const start = writeInput(w, [side, side, 1], "image");
    const out = w.fresh("deep");
    return [...definition, ...start.lines, `const ${out} = ${name}(${start.output}, ${writeNumber(w, depth, "depth")}, ${writeNumber(w, 2, "units")});`, `const ${w.fresh("deepModel")} = ${writeModel(w, start.output, out)};`];
}
