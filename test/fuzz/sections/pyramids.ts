/** Pictures made smaller and larger again: U-Nets and autoencoders by loops over filters. */
import type { Writer } from "../write/writer.js";
import { writeInput, writeModel } from "../write/functional.js";
import { writeArray, writeNumber } from "../write/values.js";
import { inFunction } from "../write/containers.js";

export function unet(w: Writer): string[] {
    const { random } = w;
    const depth = random.int(1, 3);
    const side = random.pick([8, 16]) / (depth === 3 ? 1 : random.pick([1, 2])) || 8;
    const size = Math.max(side, 2 ** depth);
    const filters = Array.from({ length: depth + 1 }, (_, index) => random.int(1, 2) * (index + 1));
    const fault = w.mayErr(0.8) ? random.pick(["odd", "stride", "forgotten", "pool"] as const) : undefined;
    if (fault) w.mistook({ name: `U-Net: ${fault}` });
    const wrongSize = fault === "odd" ? size + 1 : size;
    const { lines, call } = inFunction(w, random.pick(["buildUnet", "unet", "createSegmenter"]), () => {
        const start = writeInput(w, [wrongSize, wrongSize, random.pick([1, 3])], "image");
        const list = writeArray(w, filters, "filters");
        const channels = w.fresh("channels");
        const skips = w.fresh("skips");
        const x = w.fresh("x");
        const conv = (n: string): string => `${w.layerFactory("conv2d")}({ filters: ${n}, kernelSize: ${writeNumber(w, 3, "kernel")}, padding: 'same', activation: 'relu' })`;
        const pool = `${w.layerFactory("maxPooling2d")}({ poolSize: ${fault === "pool" ? "[2, 1]" : "2"}${random.chance(0.5) ? ", strides: 2" : ""} })`;
        const strides = fault === "stride" ? ", strides: 3" : fault === "forgotten" ? "" : `, strides: ${random.pick(["2", "[2, 2]"])}`;
        const up = (n: string): string =>
            fault !== "stride" && fault !== "forgotten" && random.chance(0.3)
                ? `${w.layerFactory("upSampling2d")}({ size: [2, 2] })`
                : `${w.layerFactory("conv2dTranspose")}({ filters: ${n}, kernelSize: 2${strides}, padding: 'same' })`;
        const any = w.typescript ? ": any" : "";
        const bang = w.typescript ? "!" : "";
        const down = random.pick([
            [`for (const n of ${channels}.slice(0, -1)) {`, `  ${x} = ${w.cast(`${conv("n")}.apply(${x})`)};`, `  ${skips}.push(${x});`, `  ${x} = ${w.cast(`${pool}.apply(${x})`)};`, "}"],
            [`for (let i = 0; i < ${channels}.length - 1; i++) {`, `  ${skips}[i] = ${w.cast(`${conv(`${channels}[i]${bang}`)}.apply(${x})`)};`, `  ${x} = ${w.cast(`${pool}.apply(${skips}[i]${bang})`)};`, "}"],
            [`${channels}.slice(0, ${channels}.length - 1).forEach((n) => {`, `  const kept = ${w.cast(`${conv("n")}.apply(${x})`)};`, `  ${skips}.push(kept);`, `  ${x} = ${w.cast(`${pool}.apply(kept)`)};`, "});"],
        ]);
        const merge = `${w.layerFactory("concatenate")}(${random.pick(["", "{ axis: 3 }", "{ axis: -1 }"])})`;
        const rise = random.pick([
            [`for (let i = ${channels}.length - 2; i >= 0; i--) {`, `  ${x} = ${w.cast(`${up(`${channels}[i]${bang}`)}.apply(${x})`)};`, `  ${x} = ${w.cast(`${merge}.apply([${x}, ${skips}[i]${bang}])`)};`, `  ${x} = ${w.cast(`${conv(`${channels}[i]${bang}`)}.apply(${x})`)};`, "}"],
            [`for (const skip of ${skips}.reverse()) {`, `  const n = skip.shape[3]${bang};`, `  ${x} = ${w.cast(`${up(w.typescript ? "n as number" : "n")}.apply(${x})`)};`, `  ${x} = ${w.cast(`${merge}.apply([skip, ${x}])`)};`, "}"],
            [`while (${skips}.length > 0) {`, `  const skip = ${skips}.pop()${bang};`, `  const larger = ${w.cast(`${up("4")}.apply(${x})`)};`, `  ${x} = ${w.cast(`${merge}.apply([larger, skip])`)};`, "}"],
        ]);
        const end = `${w.layerFactory("conv2d")}({ filters: ${writeNumber(w, random.int(1, 3), "classes")}, kernelSize: 1, activation: 'sigmoid' })`;
        return [
            ...start.lines,
            `const ${channels} = ${list};`,
            `const ${skips}${w.typescript ? ": any[]" : ""} = [];`,
            `let ${x}${any} = ${start.output};`,
            ...down,
            `${x} = ${w.cast(`${conv(random.pick([`${channels}[${channels}.length - 1]${bang}`, `${channels}.at(-1)${bang}`]))}.apply(${x})`)};`,
            ...rise,
            `return ${writeModel(w, start.output, `${end}.apply(${x})`)};`,
        ];
    });
    return [...lines, `const ${w.fresh("segmenter")} = ${call};`];
}

/** Down by strides, up by as many; the decoder must end at the size of the picture. */
export function autoencoder(w: Writer): string[] {
    const { random } = w;
    const levels = random.int(1, 2);
    const side = random.pick([8, 16]);
    const channels = random.pick([1, 3]);
    const base = random.int(1, 3);
    const fault = w.mayErr(0.8) ? random.pick(["reshape", "declared", "difference"] as const) : undefined;
    if (fault) w.mistook({ name: `autoencoder: ${fault}` });
    const small = side / 2 ** levels;
    const depth = base * 2 ** (levels - 1);
    const target = fault === "reshape" ? [small, small, depth + 1] : [small, small, depth];
    const name = w.fresh("autoencoder");
    const image = w.fresh("image");
    const [x, shape] = [w.fresh("x"), w.fresh("imageShape")];
    const bang = w.typescript ? "!" : "";
    const size = random.pick([`${shape}[0]${bang} / 2 ** ${levels}`, `${shape}[0]${bang} >> ${levels}`, `Math.floor(${shape}[0]${bang} / ${2 ** levels})`, String(small)]);
    const space = w.fresh("small");
    const targetText = fault === "reshape" ? writeArray(w, target, "targetShape") : `[${space}, ${space}, ${depth}]`;
    const lines = [
        `const ${shape} = [${side}, ${side}, ${channels}];`,
        `const ${image} = ${w.tf("input")}({ shape: ${shape} });`,
        `let ${x}${w.typescript ? ": any" : ""} = ${image};`,
        `for (let level = 0; level < ${writeNumber(w, levels, "levels")}; level++) {`,
        `  ${x} = ${w.layerFactory("conv2d")}({ filters: ${base} * 2 ** level, kernelSize: 3, strides: 2, padding: 'same' }).apply(${x});`,
        "}",
        `const ${space} = ${size};`,
        `${x} = ${w.layerFactory("flatten")}().apply(${x});`,
        `${x} = ${w.layerFactory("dense")}({ units: ${writeNumber(w, random.int(2, 6), "latent")} }).apply(${x});`,
        `${x} = ${w.layerFactory("dense")}({ units: ${space} * ${space} * ${depth} }).apply(${x});`,
        `${x} = ${w.layerFactory("reshape")}({ targetShape: ${targetText} }).apply(${x});`,
        `for (let level = ${levels} - 1; level >= 0; level--) {`,
        `  ${x} = ${w.layerFactory("conv2dTranspose")}({ filters: ${base} * 2 ** level, kernelSize: ${random.pick([2, 3, 4])}, strides: ${fault === "difference" ? 3 : 2}, padding: 'same' }).apply(${x});`,
        "}",
        `${x} = ${w.layerFactory("conv2d")}({ filters: ${shape}[2]${bang}, kernelSize: 3, padding: 'same' }).apply(${x});`,
    ];
    if (fault === "declared") {
        lines.push(`${x} = ${w.layerFactory("reshape")}({ targetShape: [${side}, ${side}, ${channels + 1}] }).apply(${x});`);
    } else if (fault === "difference" || random.chance(0.3)) {
        lines.push(`${x} = ${w.layerFactory(random.pick(["add", "multiply", "average"]))}().apply([${x}, ${image}]);`);
    }
    return [...lines, `const ${name} = ${writeModel(w, image, x)};`];
}
