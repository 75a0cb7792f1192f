/** Models that are compiled, and given data to learn from or to judge. */
import { elements } from "../plan/plan.js";
import type { LossPlan, Sized } from "../plan/training-data.js";
import { flattened, inputData, lossFor, targetData, wrongCompile, wrongData } from "../plan/training-data.js";
import type { Port, TrainedPlan } from "../plan/trained-models.js";
import { planTrained } from "../plan/trained-models.js";
import { inFunction } from "../write/containers.js";
import { writeFunctional } from "../write/functional.js";
import { writeSequential } from "../write/sequential.js";
import { writeArray, writeNumber } from "../write/values.js";
import type { Writer } from "../write/writer.js";
import { datasetLines, weightLines } from "./datasets.js";

interface Prepared {
    readonly plan: TrainedPlan;
    readonly model: string;
    readonly losses: readonly LossPlan[];
}

export function trainedModel(w: Writer): string[] {
    const { random } = w;
    const plan = planTrained(random);
    const { lines, model } = writeModel(w, plan);
    const name = w.fresh(random.pick(["net", "learner", "regressor"]));
    const losses = pickLosses(w, plan);
    const compiled = compileLines(w, plan, name, losses);
    const prepared: Prepared = { plan, model: name, losses };
    const uses = Array.from({ length: random.weighted([[4, 1], [2, 2], [1, 3]] as const) }, (_, index) => use(w, prepared, index, compiled.length > 0));
    return [...lines, `const ${name} = ${model};`, ...compiled, ...uses.flat()];
}

function writeModel(w: Writer, plan: TrainedPlan): { readonly lines: string[]; readonly model: string } {
    const build = (): { lines: string[]; model: string } => (plan.stack.length === 0 ? writeGraph(w, plan) : w.random.chance(0.6) ? writeSequential(w, plan.inputs[0]!.shape, plan.stack) : writeFunctional(w, plan.inputs[0]!.shape, plan.stack));
    if (w.random.chance(0.7)) return build();
    const { lines, call } = inFunction(w, "makeLearner", () => {
        const built = build();
        return [...built.lines, `return ${built.model};`];
    });
    return { lines, model: call };
}

function writeGraph(w: Writer, { inputs, outputs }: TrainedPlan): { lines: string[]; model: string } {
    const names = inputs.map(({ name }) => w.fresh(name));
    const lines = inputs.map(({ name, shape }, index) => `const ${names[index]!} = ${w.tf("input")}({ shape: ${writeArray(w, shape, "shape")}, name: '${name}' });`);
    const joined = w.fresh("joined");
    const [first] = names;
    const join = names.length > 1 ? `${w.layerFactory("concatenate")}().apply([${names.join(", ")}])` : `${w.layerFactory("dense")}({ units: 2 }).apply(${first!})`;
    lines.push(`const ${joined} = ${w.cast(join)};`);
    const made = outputs.map(({ name, shape }) => {
        const variable = w.fresh(`${name}Output`);
        lines.push(`const ${variable} = ${w.cast(`${w.layerFactory("dense")}({ units: ${writeNumber(w, shape.at(-1)!, "units")}, name: '${name}' }).apply(${joined})`)};`);
        return variable;
    });
    const list = (all: readonly string[]): string => (all.length === 1 && w.random.chance(0.7) ? all[0]! : `[${all.join(", ")}]`);
    return { lines, model: `${w.tf("model")}({ inputs: ${list(names)}, outputs: ${list(made)} })` };
}

/** One for all, or one for each. */
function pickLosses(w: Writer, { outputs }: TrainedPlan): LossPlan[] {
    const shared = lossFor(w.random, outputs[0]!, (name) => w.tf(name));
    const alike = outputs.every(({ shape }) => shape.at(-1)! > 1) && w.random.chance(0.4);
    return alike ? outputs.map(() => shared) : outputs.map((output) => lossFor(w.random, output, (name) => w.tf(name)));
}

function compileLines(w: Writer, plan: TrainedPlan, model: string, losses: readonly LossPlan[]): string[] {
    const { random } = w;
    if (w.mayErr(0.04)) {
        w.mistook({ name: "not compiled" });
        return [];
    }
    const wrong = w.mayErr(0.35) ? wrongCompile(random, plan, losses, (name) => w.tf(name)) : undefined;
    if (wrong) w.mistook(wrong.mistake);
    const loss = wrong?.loss ?? lossText(w, plan.outputs, losses);
    const optimizer = wrong?.optimizer ?? random.pick(["'sgd'", "'adam'", `${w.tf("train")}.sgd(0.1)`, `${w.tf("train")}.adam()`]);
    const metrics = wrong?.metrics ?? (random.chance(0.3) ? metricsText(w, losses) : undefined);
    return [`${model}.compile({ ${random.shuffled([`loss: ${loss}`, `optimizer: ${optimizer}`, ...(metrics === undefined ? [] : [`metrics: ${metrics}`])]).join(", ")} });`];
}

function lossText(w: Writer, outputs: readonly Port[], losses: readonly LossPlan[]): string {
    const [first] = losses;
    const shared = losses.every(({ text }) => text === first!.text);
    const named = outputs.every(({ name }) => name !== "");
    return w.random.weighted<() => string>([
        [shared ? 6 : 0, () => first!.text],
        [1.5, () => `[${losses.map(({ text }) => text).join(", ")}]`],
        [named ? 1.5 : 0, () => `{ ${outputs.map(({ name }, index) => `${name}: ${losses[index]!.text}`).join(", ")} }`],
    ])();
}

function metricsText(w: Writer, losses: readonly LossPlan[]): string {
    const { random } = w;
    const ofClasses = losses.every(({ classes }) => classes) ? ["'sparseCategoricalCrossentropy'", w.tf("metrics.sparseCategoricalAccuracy")] : [];
    const whole = losses.some(({ classes }) => classes) ? [] : [w.tf("metrics.binaryCrossentropy"), w.tf("losses.meanSquaredError")];
    const one = random.pick(["'accuracy'", "'mse'", "'mae'", "'categoricalAccuracy'", w.tf("metrics.meanAbsoluteError"), "(labels, made) => labels.sub(made).abs().mean()", ...ofClasses, ...whole]);
    return random.pick([one, `[${one}]`, `['acc', ${one}]`]);
}

const uses = [
    [2, "fitDataset"],
    [0.7, "setWeights"],
    [5, "fit"],
    [2, "evaluate"],
    [3, "predict"],
    [2, "trainOnBatch"],
    [0.7, "predictOnBatch"],
] as const;

function use(w: Writer, prepared: Prepared, index: number, compiled: boolean): string[] {
    const { random } = w;
    const { plan, model, losses } = prepared;
    const method = !compiled && index === 0 ? "fit" : random.weighted(uses);
    if (method === "fitDataset") return datasetLines(w, model, plan, losses);
    if (method === "setWeights") return weightLines(w, model);
    const rows = random.int(1, 5);
    const xs = plan.inputs.map((port) => flattened(random, inputData(port, rows)));
    const ys = plan.outputs.map((port, output) => flattened(random, targetData(port, losses[output]!, rows)));
    const trains = method === "fit" || method === "evaluate" || method === "trainOnBatch";
    const { lines, passed } = arguments_(w, plan, trains, xs, ys);
    if (!trains) return [...lines, ...predicted(w, `${model}.${method}(${passed.join(", ")})`, plan, rows)];
    const options = method === "fit" ? fitOptions(w, prepared) : undefined;
    const all = [...passed, ...(options ? [options.text] : [])].join(", ");
    if (method === "evaluate") return [...lines, ...evaluatedLines(w, `${model}.evaluate(${all})`)];
    return [...lines, ...(options?.lines ?? []), `await ${model}.${method}(${all});`];
}

/** What is measured, whether it is one number or several. */
function evaluatedLines(w: Writer, call: string): string[] {
    if (w.random.chance(0.6)) return [`${call};`];
    const measured = w.fresh("measured");
    return [`const ${measured}${w.type(": any")} = ${call};`, `${w.tf("stack")}(Array.isArray(${measured}) ? ${measured} : [${measured}]).mean().print();`];
}

/** What is made of a prediction: as much as its shape allows. */
function predicted(w: Writer, call: string, { outputs }: TrainedPlan, rows: number): string[] {
    const { random } = w;
    const name = w.fresh("prediction");
    const counts = outputs.map(({ shape }) => rows * elements(shape));
    const tensor = (text: string): string => (w.typescript ? `(${text} as any)` : text);
    const then = outputs.length === 1 ? [`${tensor(name)}.reshape([${counts[0]!}])`] : counts.map((count, index) => `${tensor(name)}[${index}].reshape([${count}])`);
    return [`const ${name} = ${call};`, ...(random.chance(0.6) ? then.map((text) => `${text}.print();`) : [])];
}

/** Data as arguments: in tensors that have names or not, in arrays or maps. */
function arguments_(w: Writer, plan: TrainedPlan, trains: boolean, xs: readonly Sized[], ys: readonly Sized[]): { readonly lines: string[]; readonly passed: string[] } {
    const { random } = w;
    const [allXs, allYs] = [[...xs], [...ys]];
    if (w.mayErr(0.5)) {
        const side = trains && random.chance(0.5) ? allYs : allXs;
        const at = random.int(0, side.length - 1);
        const { name, data } = wrongData(random, side[at]!);
        side[at] = data;
        w.mistook({ name: `data: ${name}` });
    }
    const lines: string[] = [];
    const write = (ports: readonly Port[], data: readonly Sized[], mapped: boolean): string => {
        const texts = data.map((one) => {
            const text = tensorText(w, one);
            if (random.chance(0.5)) return text;
            const name = w.fresh(random.pick(["features", "batch", "samples"]));
            lines.push(`const ${name} = ${text};`);
            return name;
        });
        return grouped(w, ports, texts, mapped);
    };
    return { lines, passed: [write(plan.inputs, allXs, trains), ...(trains ? [write(plan.outputs, allYs, true)] : [])] };
}

function grouped(w: Writer, ports: readonly Port[], texts: readonly string[], mapped: boolean): string {
    const { random } = w;
    const named = ports.every(({ name }) => name !== "");
    if (w.mayErr(0.1)) {
        w.mistook({ name: "data: number of tensors" });
        return random.pick([`[${[...texts, texts[0]!].join(", ")}]`, texts.length > 1 ? texts[0]! : "[]"]);
    }
    if (named && mapped && w.mayErr(0.15)) {
        w.mistook({ name: "data: names" });
        return `{ ${ports.map(({ name }, index) => `${index === 0 ? `${name}s` : name}: ${texts[index]!}`).join(", ")} }`;
    }
    if (named && mapped && random.chance(0.3)) return `{ ${random.shuffled(ports.map(({ name }, index) => `${name}: ${texts[index]!}`)).join(", ")} }`;
    return texts.length === 1 && random.chance(0.8) ? texts[0]! : `[${texts.join(", ")}]`;
}

function tensorText(w: Writer, { shape, classes }: Sized): string {
    const { random } = w;
    const count = elements(shape);
    const text = writeArray(w, shape, "shape");
    const value = (index: number): number => index % (classes ?? 3);
    const values = Array.from({ length: count }, (_, index) => value(index));
    return random.weighted<() => string>([
        [4, () => `${w.tf(random.pick(["zeros", "ones"]))}(${text})`],
        [classes === undefined ? 1 : 0, () => `${w.tf("randomUniform")}(${text})`],
        [count <= 24 ? 1 : 0, () => `${w.tf("tensor")}([${values.join(", ")}], ${text})`],
        [shape.length === 1 ? 3 : 0, () => `${w.tf("tensor1d")}([${values.join(", ")}])`],
        [shape.length === 2 && count <= 24 ? 2 : 0, () => `${w.tf("tensor2d")}([${Array.from({ length: shape[0]! }, (_, row) => `[${Array.from({ length: shape[1]! }, (_unused, column) => value(row + column)).join(", ")}]`).join(", ")}])`],
        [shape.length > 1 ? 0.7 : 0, () => `${w.tf("zeros")}([${count}]).reshape(${text})`],
        [shape.length > 1 ? 0.7 : 0, () => `${w.tf("stack")}([${Array.from({ length: shape[0]! }, () => `${w.tf("zeros")}([${shape.slice(1).join(", ")}])`).join(", ")}])`],
    ])();
}

function fitOptions(w: Writer, { plan, losses }: Prepared): { readonly lines: string[]; readonly text: string } {
    const { random } = w;
    const parts = ["epochs: 1", ...(random.chance(0.4) ? [`batchSize: ${batchSize(w)}`] : []), ...(random.chance(0.3) ? ["verbose: 0"] : [])];
    if (!random.chance(0.3) || (w.mistake && w.mistakeWanted)) return { lines: [], text: `{ ${parts.join(", ")} }` };
    const rows = random.int(1, 3);
    const { lines, passed } = arguments_(w, plan, true, plan.inputs.map((port) => inputData(port, rows)), plan.outputs.map((port, index) => flattened(random, targetData(port, losses[index]!, rows))));
    return { lines, text: `{ ${[...parts, `validationData: [${passed.join(", ")}]`].join(", ")} }` };
}

function batchSize(w: Writer): string {
    if (w.mayErr(0.15)) {
        w.mistook({ name: "fit: batch size" });
        return w.random.pick(["0", "1.5", "'4'"]);
    }
    return writeNumber(w, w.random.pick([1, 2, 4, 8]), "batchSize");
}
