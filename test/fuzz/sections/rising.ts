/** Helper functions that make a picture larger and merge it with an earlier one. */
import { writeInput, writeModel } from "../write/functional.js";
import { writeNumber } from "../write/values.js";
import type { Writer } from "../write/writer.js";

export function rising(w: Writer): string[] {
    const { random } = w;
    const name = w.fresh(random.pick(["upBlock", "decoderBlock", "risingBlock"]));
    const any = w.typescript ? ": any" : "";
    const side = random.pick([8, 12, 16]);
    const fault = w.mayErr(0.85) ? random.pick(["forgotten", "forgotten", "misspelt", "other", "filters"] as const) : undefined;
    if (fault) w.mistook({ name: `rising block: stride ${fault}` });
    const adds = fault === "filters" || random.chance(0.4);
    const strides = fault === "forgotten" ? "" : fault === "misspelt" ? ", stride: 2" : fault === "other" ? ", strides: [2, 3]" : `, strides: ${random.pick(["2", "[2, 2]"])}`;
    const factor = fault ? "" : random.pick(["", "", "factor"]);
    const up = `${w.layerFactory("conv2dTranspose")}({ filters${fault === "filters" ? ": filters + 1" : ""}, kernelSize: ${random.pick(["2", "3", "[4, 4]"])}${factor ? ", strides: factor" : strides}, padding: 'same' })`;
    const merge = adds ? `${w.layerFactory(random.pick(["add", "average", "maximum"]))}()` : `${w.layerFactory("concatenate")}(${random.pick(["", "{ axis: -1 }"])})`;
    const signature = random.pick([
        { list: `x${any}, skip${any}, filters${any}${factor ? ", factor = 2" : ""}`, call: (x: string, skip: string, n: string) => `${name}(${x}, ${skip}, ${n})` },
        { list: `{ x, skip, filters${factor ? ", factor = 2" : ""} }${any}`, call: (x: string, skip: string, n: string) => `${name}({ x: ${x}, skip: ${skip}, filters: ${n} })` },
    ]);
    const body = random.pick([
        [`  const up = ${up}.apply(x);`, `  return ${merge}.apply([up, skip]);`],
        [`  return ${merge}.apply([${up}.apply(x), skip]);`],
        [`  const layer = ${up};`, "  let y = layer.apply(x);", `  y = ${w.layerFactory("batchNormalization")}().apply(y);`, `  return ${merge}.apply([skip, y]);`],
    ]);
    const start = writeInput(w, [side, side, random.pick([1, 3])], "image");
    const levels = random.int(1, 2);
    const [x, skips] = [w.fresh("x"), w.fresh("skips")];
    const filters = writeNumber(w, random.int(2, 4), "filters");
    const bang = w.typescript ? "!" : "";
    return [
        `const ${name} = (${signature.list})${any} => {`,
        ...body,
        "};",
        ...start.lines,
        `const ${skips}${w.typescript ? ": any[]" : ""} = [];`,
        `let ${x}${any} = ${start.output};`,
        `for (let i = 0; i < ${levels}; i++) {`,
        `  ${x} = ${w.layerFactory("conv2d")}({ filters: ${filters}, kernelSize: 3, padding: 'same' }).apply(${x});`,
        `  ${skips}.push(${x});`,
        `  ${x} = ${w.layerFactory("maxPooling2d")}({ poolSize: 2 }).apply(${x});`,
        "}",
        ...random.pick([
            [`while (${skips}.length) ${x} = ${signature.call(x, `${skips}.pop()`, filters)};`],
            [`for (const skip of ${skips}.reverse()) {`, `  ${x} = ${signature.call(x, "skip", filters)};`, "}"],
            [`for (let i = ${levels} - 1; i >= 0; i--) ${x} = ${signature.call(x, `${skips}[i]${bang}`, filters)};`],
        ]),
        `const ${w.fresh("decoded")} = ${writeModel(w, start.output, x)};`,
    ];
}
