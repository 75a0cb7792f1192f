/** Models that learn from datasets, and models that are given weights. */
import type { LossPlan } from "../plan/training-data.js";
import type { Port, TrainedPlan } from "../plan/trained-models.js";
import type { Writer } from "../write/writer.js";

/** `model.fitDataset(…)` on elements that are written out, yielded, or zipped. */
export function datasetLines(w: Writer, model: string, { inputs, outputs }: TrainedPlan, losses: readonly LossPlan[]): string[] {
    const { random } = w;
    const wrong = w.mayErr(0.5) ? random.pick(["axis", "batch", "name", "number", "epochs"] as const) : undefined;
    if (wrong) w.mistook({ name: `dataset: wrong ${wrong}` });
    const lines: string[] = [];
    const literal = (shape: readonly number[]): string => (shape.length === 0 ? "1" : `[${Array.from({ length: shape[0]! }, () => literal(shape.slice(1))).join(", ")}]`);
    const broken = random.int(0, inputs.length - 1);
    const xs = inputs.map(({ shape }, index) => (wrong === "axis" && index === broken ? [...shape.slice(0, -1), shape.at(-1)! + 1] : shape));
    const ys = outputs.map(({ shape }, index) => (losses[index]!.classes ? [...shape.slice(0, -1), 1] : shape));
    const part = (ports: readonly Port[], texts: readonly string[]): string => {
        if (ports.length === 1 && (ports[0]!.name === "" || random.chance(0.6))) return texts[0]!;
        return `{ ${ports.map(({ name }, index) => `${name}: ${texts[index]!}`).join(", ")} }`;
    };
    const keys = wrong === "name" ? random.pick([["features", "ys"], ["xs", "labels"]] as const) : (["xs", "ys"] as const);
    const element = `{ ${keys[0]}: ${part(inputs, xs.map(literal))}, ${keys[1]}: ${part(outputs, ys.map(literal))} }`;
    // Mostly so many that all batches have as many rows.
    const count = random.pick([1, 2, 2, 4, 3]);
    const elements = random.weighted<() => string>([
        [3, () => `${w.tf("data.array")}([${Array.from({ length: count }, () => element).join(", ")}])`],
        [
            2,
            () => {
                const rows = w.fresh("yieldRows");
                lines.push(`function* ${rows}() {`, `  for (let i = 0; i < ${count}; i++) yield ${element};`, "}");
                return `${w.tf("data.generator")}(${rows}${w.type(" as any")})`;
            },
        ],
        [
            3,
            () => {
                const column = (shape: readonly number[]): string => `${w.tf("data.array")}([${Array.from({ length: count }, () => literal(shape)).join(", ")}])`;
                return `${w.tf("data.zip")}({ ${keys[0]}: ${part(inputs, xs.map(column))}, ${keys[1]}: ${part(outputs, ys.map(column))} }${w.type(" as any")})`;
            },
        ],
        [
            1,
            () => {
                const { length } = literal(xs[0]!);
                const map = inputs.length + outputs.length > 2 || length > 60 ? undefined : `(row${w.typescript ? ": any" : ""}) => ({ ${keys[0]}: row.x, ${keys[1]}: row.y })`;
                const row = `{ x: ${literal(xs[0]!)}, y: ${literal(ys[0]!)} }`;
                return map ? `${w.tf("data.array")}([${Array.from({ length: count }, () => row).join(", ")}]).map(${map})` : `${w.tf("data.array")}([${element}])`;
            },
        ],
    ])();
    const dataset = w.fresh("dataset");
    const steps = wrong === "batch" ? "" : random.pick([".batch(2)", ".batch(1)", ".batch(8)", ".shuffle(4).batch(2)", ".batch(2).prefetch(1)", ".take(2).batch(2)", ".batch(2).repeat(2)"]);
    lines.push(`const ${dataset}${w.type(": any")} = ${elements}${steps};`);
    if (wrong === "number") {
        lines.push(`await ${model}.fitDataset(${dataset}.map((one${w.typescript ? ": any" : ""}) => ({ xs: [${[...inputs, ...inputs].map(() => "one.xs").join(", ")}], ys: one.ys })), { epochs: 1 });`);
        return lines;
    }
    const options = wrong === "epochs" ? random.pick(["{ verbose: 0 }", "{ epochs: 0 }", "{ epochs: 1.5 }"]) : random.pick(["{ epochs: 1 }", "{ epochs: 1, verbose: 0 }", `{ epochs: 1, validationData: ${dataset} }`]);
    return [...lines, `await ${model}.fitDataset(${dataset}, ${options}${w.type(" as any")});`];
}

/** A model's weights handed back to it, as they were or not. */
export function weightLines(w: Writer, model: string): string[] {
    const { random } = w;
    const weights = w.fresh("weights");
    const lines = [`const ${weights} = ${model}.getWeights();`];
    if (w.mayErr(0.5)) {
        w.mistook({ name: "weights: wrong" });
        const wrong = random.pick([`${weights}.slice(1)`, `[...${weights}, ${w.tf("zeros")}([1])]`, `${weights}.map((one) => one.expandDims(0))`, `${weights}.map((one) => one.concat(one))`]);
        return [...lines, `${model}.setWeights(${wrong});`];
    }
    return [...lines, `${model}.setWeights(${random.pick([weights, `${weights}.map((one) => one.mul(0.5))`])});`];
}
