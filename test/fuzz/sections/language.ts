/** What the language offers around layers: collections, closures, builders, promises, enums, labels. */
import { writeModel } from "../write/functional.js";
import { writeNumber } from "../write/values.js";
import type { Writer } from "../write/writer.js";

interface Ground {
    readonly lines: string[];
    /** Expressions for sizes, in the order in which the dense layers are to have them. */
    readonly sizes: readonly string[];
}

/** Sizes by way of the language; then a model of dense layers, or of convolutions, that has them. */
export function languageModel(w: Writer): string[] {
    const { random } = w;
    const { lines, sizes } = random.pick(w.typescript ? [...grounds, ...typedGrounds] : grounds)(w);
    const features = random.int(2, 8);
    const start = w.fresh("start");
    const wrong = w.mayErr(0.9);
    if (wrong) w.mistook({ name: "merge of sizes that the language made" });
    let last = start;
    const layers = sizes.map((size) => {
        const name = w.fresh("step");
        const line = `const ${name} = ${w.cast(`${w.layerFactory("dense")}({ units: ${size} }).apply(${last})`)};`;
        last = name;
        return line;
    });
    const [left, right, sum] = [w.fresh("leftHand"), w.fresh("rightHand"), w.fresh("both")];
    const dense = w.layerFactory("dense");
    const size = sizes.at(-1)!;
    return [
        ...lines,
        `const ${start} = ${w.tf("input")}({ shape: [${writeNumber(w, features)}] });`,
        ...layers,
        `const ${left} = ${w.cast(`${dense}({ units: (${size}) * 2 }).apply(${last})`)};`,
        `const ${right} = ${w.cast(`${dense}({ units: (${size}) ${wrong ? "* 2 + 1" : "+ (".concat(size, ")")} }).apply(${last})`)};`,
        `const ${sum} = ${w.cast(`${w.layerFactory(random.pick(["add", "maximum", "average"]))}().apply([${left}, ${right}])`)};`,
        `const ${w.fresh("spoken")} = ${writeModel(w, start, sum)};`,
    ];
}

type MakeGround = (w: Writer) => Ground;

const small = (w: Writer): number => w.random.int(2, 6);

const grounds: readonly MakeGround[] = [
    (w) => {
        const map = w.fresh("sizesByName");
        const bang = w.typescript ? "!" : "";
        return { lines: [`const ${map} = new Map([['a', ${small(w)}], ['b', ${small(w)}]]);`, `${map}.set('c', ${small(w)});`], sizes: [`${map}.get('a')${bang}`, `${map}.get('c')${bang} + ${map}.size`] };
    },
    (w) => {
        const set = w.fresh("uniqueSizes");
        return { lines: [`const ${set} = [...new Set([${small(w)}, 4, 4, 7])];`], sizes: [`${set}.length`, `${set}[${set}.length - 1]${w.typescript ? "!" : ""}`] };
    },
    (w) => {
        const make = w.fresh("multiplier");
        const any = w.typescript ? ": number" : "";
        return { lines: [`const ${make} = (factor${any}) => (n${any}) => n * factor;`, `const ${make}Twice = ${make}(2);`], sizes: [`${make}Twice(${small(w)})`, `${make}(3)(${small(w)})`] };
    },
    (w) => {
        const object = w.fresh("shapeOf");
        return {
            lines: [`const ${object} = {`, `  base: ${small(w)},`, "  get double() { return this.base * 2; },", "  plus(n" + (w.typescript ? ": number" : "") + ") { return this.base + n; },", "};", `${object}.base += 1;`],
            sizes: [`${object}.double`, `${object}.plus(${small(w)})`],
        };
    },
    (w) => {
        const counter = w.fresh("counter");
        return { lines: [`let ${counter} = 0;`, "outer:", "for (let i = 0; i < 4; i++) {", "  for (let j = 0; j < 4; j++) {", "    if (j > i) continue outer;", `    if (i === ${w.random.int(2, 3)}) break outer;`, `    ${counter} += 1;`, "  }", "}"], sizes: [counter, `${counter} + 1`] };
    },
    (w) => {
        const values = w.fresh("entries");
        const total = w.fresh("total");
        return {
            lines: [`const ${values} = { low: ${small(w)}, high: ${small(w)} };`, `let ${total} = 0;`, ...w.random.pick([[`for (const [, size] of Object.entries(${values})) ${total} += size;`], [`for (const key of Object.keys(${values})${w.typescript ? " as ('low' | 'high')[]" : ""}) ${total} += ${values}[key];`], [`Object.values(${values}).forEach((size) => { ${total} += size; });`]])],
            sizes: [total, `${values}.low`],
        };
    },
    (w) => {
        const list = w.fresh("mixedSizes");
        return { lines: [`const ${list} = [1, 2, 3, 4, 5].filter((n) => n % 2 === ${w.random.int(0, 1)}).map((n) => n + ${small(w)});`], sizes: w.random.pick([[`${list}[0]${w.typescript ? "!" : ""}`, `Math.max(...${list})`], [`${list}.reduce((a, b) => a + b, 0)`, `${list}.indexOf(${list}[1]${w.typescript ? "!" : ""}) + 1`], [`${list}.slice(-1)[0]${w.typescript ? "!" : ""}`, `${list}.concat([1, 1]).length`]]) };
    },
    (w) => {
        const options = w.fresh("userOptions");
        const [a, b] = [w.fresh("width"), w.fresh("height")];
        return { lines: [`const ${options}${w.typescript ? ": any" : ""} = { size: { width: ${small(w)} } };`, `const { size: { width: ${a}, height: ${b} = ${small(w)} } } = ${options};`], sizes: [a, b, `${options}.missing?.width ?? ${small(w)}`] };
    },
    (w) => {
        const state = w.fresh("state");
        return { lines: [`const ${state}${w.typescript ? ": any" : ""} = {};`, `${state}.units ??= ${small(w)};`, `${state}.units ||= 99;`, `${state}.units &&= ${state}.units + 1;`, `[${state}.a, ${state}.b] = [${small(w)}, ${small(w)}];`, `[${state}.a, ${state}.b] = [${state}.b, ${state}.a];`], sizes: [`${state}.units`, `${state}.b`, `${state}.a`] };
    },
    (w) => {
        const size = w.fresh("chosenSize");
        const kind = w.random.pick(["'large'", "'small'", "'none'"]);
        const text = w.typescript ? ": string" : "";
        return { lines: [`const ${size}Of = (kind${text}) => {`, "  switch (kind) {", "    case 'small':", `      return ${small(w)};`, "    case 'medium':", "    case 'large': {", `      const n = ${small(w)};`, "      return n * 2;", "    }", "    default:", "      return 1;", "  }", "};", `const ${size} = ${size}Of(${kind});`], sizes: [size] };
    },
    (w) => {
        const safe = w.fresh("parsed");
        return { lines: [`let ${safe} = 1;`, "try {", `  ${safe} = ${small(w)};`, `  if (${safe} > 1) throw new Error('too large');`, `  ${safe} = 100;`, "} catch (error) {", `  ${safe} += 1;`, "} finally {", `  ${safe} *= 2;`, "}"], sizes: [safe] };
    },
    (w) => {
        const text = w.fresh("spec");
        return { lines: [`const ${text} = '${small(w)}x${small(w)}'.split('x').map(Number);`], sizes: [`${text}[0]${w.typescript ? "!" : ""}`, `${text}[1]${w.typescript ? "!" : ""}`] };
    },
    (w) => {
        const late = w.fresh("late");
        const any = w.typescript ? ": number" : "";
        return { lines: [`function ${late}(n${any})${any} { return n < 2 ? n : ${late}(n - 1) + ${late}(n - 2); }`], sizes: [`${late}(${w.random.int(3, 6)})`, w.random.chance(0.2) ? `${late}.length + 1` : `${late}(2) + ${late}(4)`] };
    },
    (w) => {
        const list = w.fresh("powers");
        return { lines: [`const ${list} = Array.from({ length: 4 }, (_, i) => 2 ** i);`, ...w.random.pick([[`${list}.push(${small(w)});`], [`${list}.unshift(${small(w)});`], [`${list}.splice(1, 2, ${small(w)});`], [`${list}.reverse();`], [`${list}.sort((a, b) => b - a);`], [`${list}.length = 2;`]])], sizes: [`${list}[0]${w.typescript ? "!" : ""}`, `${list}.length`, `${list}[${list}.length - 1]${w.typescript ? "!" : ""}`] };
    },
];

const typedGrounds: readonly MakeGround[] = [
    (w) => {
        const name = w.fresh("Sizes");
        return { lines: [`enum ${name} { Tiny = ${small(w)}, Small, Large = Tiny * 3 }`], sizes: [`${name}.Small`, `${name}.Large`] };
    },
    (w) => {
        const name = w.fresh("Defaults");
        return { lines: [`namespace ${name} { export const units = ${small(w)}; export const wide = units * 2; }`], sizes: [`${name}.wide`, `${name}.units`] };
    },
    (w) => {
        const name = w.fresh("Dims");
        return { lines: [`class ${name} { constructor(readonly width: number, private readonly factor = ${small(w)}) {} get area(): number { return this.width * this.factor; } }`, `const ${name}Here = new ${name}(${small(w)});`], sizes: [`${name}Here.area`, `${name}Here.width`] };
    },
    (w) => {
        const name = w.fresh("pick");
        return { lines: [`const ${name} = <T,>(items: readonly T[], index: number): T => items[index]!;`, `const ${name}From = [${small(w)}, ${small(w)}] as const satisfies readonly number[];`], sizes: [`${name}(${name}From, 1)`, `${name}From[0]`] };
    },
];

/** A class whose methods return itself. */
export function builder(w: Writer): string[] {
    const { random } = w;
    const name = w.fresh("ModelBuilder");
    const wrong = w.mayErr(0.9);
    if (wrong) w.mistook({ name: "builder: layer for another rank" });
    const any = w.typescript ? ": any" : "";
    const secret = random.pick(["#layers", "_layers", "layers"]);
    const typed = w.typescript ? `${secret}: any[]` : secret;
    const calls = [
        `conv(${random.int(2, 4)})`,
        ...(random.chance(0.5) ? ["pool()"] : []),
        ...(random.chance(0.5) ? [`conv(${random.int(2, 4)}, { kernelSize: 1 })`] : []),
        "flat()",
        ...(wrong ? ["pool()"] : []),
        `fc(${random.int(2, 8)})`,
    ];
    return [
        `class ${name} {`,
        `  ${typed} = [];`,
        `  add(layer${any}) {`,
        `    this.${secret}.push(layer);`,
        "    return this;",
        "  }",
        `  conv(filters${any}, extra${any} = {}) {`,
        `    const first = this.${secret}.length === 0 ? { inputShape: [8, 8, ${random.int(1, 3)}] } : {};`,
        `    return this.add(${w.layerFactory("conv2d")}({ filters, kernelSize: 3, ...first, ...extra }));`,
        "  }",
        `  pool() { return this.add(${w.layerFactory("maxPooling2d")}({ poolSize: 2 })); }`,
        `  flat() { return this.add(${w.layerFactory("flatten")}()); }`,
        `  fc(units${any}) { return this.add(${w.layerFactory("dense")}({ units })); }`,
        `  build() { return ${w.tf("sequential")}({ layers: this.${secret} }); }`,
        "}",
        `const ${w.fresh("chained")} = new ${name}().${calls.join(".")}.build();`,
    ];
}

/** Models by way of promises. */
export function promised(w: Writer): string[] {
    const { random } = w;
    const make = w.fresh("makeLater");
    const number = w.typescript ? ": number" : "";
    const wrong = w.mayErr(0.9);
    if (wrong) w.mistook({ name: "model inside a model given another size" });
    const [first, second, input, out] = [w.fresh("firstPart"), w.fresh("secondPart"), w.fresh("data"), w.fresh("together")];
    const [a, b, c] = [random.int(2, 6), random.int(2, 6), random.int(2, 6)];
    const sequential = `${w.tf("sequential")}({ layers: [${w.layerFactory("dense")}({ inputShape: [inputs], units })] })`;
    const definition = random.pick([
        [`async function ${make}(inputs${number}, units${number}) {`, `  await ${w.tf("ready")}();`, `  return ${sequential};`, "}"],
        [`const ${make} = async (inputs${number}, units${number}) => ${sequential};`],
        [`const ${make} = (inputs${number}, units${number}) => Promise.resolve(${sequential});`],
    ]);
    const calls = [`${make}(${a}, ${b})`, `${make}(${wrong ? b + 1 : b}, ${c})`] as const;
    const awaited = random.pick([
        [`const [${first}, ${second}] = await Promise.all([${calls.join(", ")}]);`],
        [`const ${first} = await ${calls[0]};`, `const ${second} = await ${calls[1]};`],
        [`const ${first} = await ${calls[0]}.then((model) => model);`, `const ${second} = await ${calls[1]};`],
    ]);
    return [
        ...definition,
        ...awaited,
        `const ${input} = ${w.tf("input")}({ shape: [${a}] });`,
        `const ${out} = ${w.cast(`${second}.apply(${w.cast(`${first}.apply(${input})`)})`)};`,
        `const ${w.fresh("joint")} = ${writeModel(w, input, out)};`,
    ];
}
