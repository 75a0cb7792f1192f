/** Programs of operations: chains, and functions over tensors. */
import { elements } from "../plan/plan.js";
import { wrongSteps } from "../plan/tensor-mistakes.js";
import type { Step } from "../plan/tensor-ops.js";
import { stepsFrom } from "../plan/tensor-ops.js";
import { hoist, writeArray, writeNumber } from "../write/values.js";
import type { Writer } from "../write/writer.js";

function pickShape(w: Writer): number[] {
    const { random } = w;
    return random.weighted<() => number[]>([
        [1, () => [random.int(1, 12)]],
        [3, () => [random.int(1, 6), random.int(1, 8)]],
        [1.5, () => [random.int(1, 4), random.int(1, 5), random.int(1, 6)]],
        [4, () => [random.int(1, 2), random.int(3, 8), random.int(3, 8), random.int(1, 3)]],
    ])();
}

function created(w: Writer, shape: readonly number[]): string {
    const { random } = w;
    const text = writeArray(w, shape, "shape");
    const values = Array.from({ length: elements(shape) }, (_, index) => index % 10);
    return random.weighted<() => string>([
        [5, () => `${w.tf(random.pick(["zeros", "ones"]))}(${text})`],
        [2, () => `${w.tf(random.pick(["randomNormal", "randomUniform", "truncatedNormal"]))}(${text})`],
        [1, () => `${w.tf("fill")}(${text}, ${random.int(1, 5)})`],
        [1, () => `${w.tf("range")}(0, ${elements(shape)}).reshape(${text})`],
        [values.length <= 24 ? 1.5 : 0, () => `${w.tf("tensor")}([${values.join(", ")}], ${text})`],
        [shape.length === 2 && values.length <= 24 ? 2 : 0, () => `${w.tf("tensor2d")}(${nestedRows(shape as [number, number])})`],
        [shape.length === 1 ? 1 : 0, () => `${w.tf("linspace")}(0, 1, ${shape[0]!})`],
        [shape.length === 1 && values.length <= 12 ? 1 : 0, () => `${w.tf("tensor1d")}([${values.join(", ")}])`],
    ])();
}

function nestedRows([rows, columns]: [number, number]): string {
    const row = `[${Array.from({ length: columns }, (_, index) => index).join(", ")}]`;
    return `[${Array.from({ length: rows }, () => row).join(", ")}]`;
}

/** The next operation, or the program's mistake. */
function next(w: Writer, shape: readonly number[], last: boolean): Step {
    if (w.mayErr(last ? 0.9 : 0.2)) {
        const wrong = wrongSteps(w.random, shape);
        const chosen = w.random.weighted(wrong.map((step) => [step.weight, step] as const));
        w.mistook(chosen.mistake);
        return chosen;
    }
    return w.random.weighted(stepsFrom(w.random, shape).map((step) => [step.weight, step] as const));
}

function written(w: Writer, receiver: string, step: Step): string {
    return step.method === undefined ? step.call!(receiver, (name) => w.tf(name)) : `${receiver}.${step.method}`;
}

export function tensorChain(w: Writer): string[] {
    const { random } = w;
    let shape: readonly number[] = pickShape(w);
    let expression = created(w, shape);
    const lines: string[] = [];
    const count = random.int(1, 6);
    const whole = random.chance(0.4);
    for (let index = 0; index < count && (!w.mistake || index === 0 || shape.length > 0); index++) {
        const before = w.mistake;
        const step = next(w, shape, index === count - 1);
        expression = written(w, expression, step);
        shape = step.output;
        if (w.mistake !== before) break;
        if (!whole && random.chance(0.6)) {
            const name = w.fresh(random.pick(["x", "y", "t", "result"]));
            lines.push(`const ${name} = ${expression};`);
            expression = name;
        }
    }
    const name = w.fresh("final");
    if (random.chance(0.2)) return [...lines, `const ${name} = ${w.tf("tidy")}(() => ${expression});`];
    if (random.chance(0.1)) return [...lines, `const ${name} = ${w.tf("tidy")}(() => {`, `  const inner = ${expression};`, "  return inner;", "});"];
    return [...lines, `const ${name} = ${expression};`, ...(random.chance(0.2) ? [`${name}.print();`] : [])];
}

/** A network without layers: weights in variables, and a function that goes forward. */
export function tensorFunctions(w: Writer): string[] {
    const { random } = w;
    const sizes = Array.from({ length: random.int(2, 4) }, () => random.int(1, 6));
    const batch = random.int(1, 4);
    const wrong = w.mayErr(0.9) ? random.pick(["bias", "input", "weights"] as const) : undefined;
    if (wrong) w.mistook({ name: `op: forward pass, wrong ${wrong}` });
    const [widths, weights, forward] = [w.fresh("widths"), w.fresh("weights"), w.fresh("forward")];
    const any = w.typescript ? ": any" : "";
    const bang = w.typescript ? "!" : "";
    const input = wrong === "input" ? sizes[0]! + 1 : sizes[0]!;
    const kernel = wrong === "weights" ? `[n, ${widths}[i]${bang} + 1]` : `[${widths}[i]${bang}, n]`;
    const bias = wrong === "bias" ? "[n + 2]" : random.pick(["[n]", "[1, n]"]);
    const make = `{ w: ${w.tf("variable")}(${w.tf("randomNormal")}(${kernel})), b: ${w.tf("zeros")}(${bias}) }`;
    const layer = random.pick(["x.matMul(layer.w).add(layer.b).relu()", `${w.tf("relu")}(${w.tf("add")}(${w.tf("matMul")}(x, layer.w), layer.b))`]);
    const apply = random.pick([
        [`function ${forward}(x${any})${any} {`, `  for (const layer of ${weights}) x = ${layer};`, "  return x;", "}"],
        [`const ${forward} = (input${any})${any} => ${weights}.reduce((x${any}, layer) => ${layer}, input);`],
        [`const ${forward} = (input${any})${any} => ${w.tf("tidy")}(() => {`, `  let x = input;`, `  ${weights}.forEach((layer) => {`, `    x = ${layer};`, "  });", "  return x;", "});"],
    ]);
    return [
        `const ${widths} = ${random.chance(0.3) ? hoist(w, "layerSizes", `[${sizes.join(", ")}]`) : `[${sizes.join(", ")}]`};`,
        `const ${weights} = ${widths}.slice(1).map((n, i) => (${make}));`,
        ...apply,
        `const ${w.fresh("prediction")} = ${forward}(${w.tf("ones")}([${writeNumber(w, batch, "batch")}, ${input}]));`,
    ];
}

/** Variables trained for a few steps: by an optimizer, or by gradients and `assign`. */
export function trainingLoop(w: Writer): string[] {
    const { random } = w;
    const [rows, features, outputs] = [random.int(2, 5), random.int(2, 4), random.int(1, 3)];
    const wrong = w.mayErr(0.9) ? random.pick(["loss", "bias", "assign"] as const) : undefined;
    if (wrong) w.mistook({ name: `op: training, wrong ${wrong}` });
    const [x, y, kernel, bias, forward, lossOf] = [w.fresh("inputs"), w.fresh("labels"), w.fresh("kernel"), w.fresh("bias"), w.fresh("forwardPass"), w.fresh("lossOf")];
    const any = w.typescript ? ": any" : "";
    const size = wrong === "bias" ? outputs + 1 : outputs;
    const biasShape = wrong === "bias" && outputs === 1 ? `[${rows + 1}, 1]` : `[${size}]`;
    const error = random.pick([`${forward}(${x}).sub(${y}).square()`, `${w.tf("squaredDifference")}(${y}, ${forward}(${x}))`]);
    const loss = wrong === "loss" ? error : `${error}.mean()`;
    const optimizer = w.fresh("optimizer");
    const rate = w.fresh("rate");
    const assigned = wrong === "assign" ? `${kernel}.concat(${kernel}, 1)` : `${kernel}.sub(grads[0].mul(${rate}))`;
    const byHand = [
        `const ${rate} = 0.1;`,
        "for (let step = 0; step < 2; step++) {",
        `  const { value, grads } = ${w.tf("valueAndGrads")}((k${any}, b${any}) => ${w.tf("matMul")}(${x}, k).add(b).sub(${y}).square()${wrong === "loss" ? "" : ".mean()"})([${kernel}, ${bias}]);`,
        `  ${kernel}.assign(${assigned});`,
        `  ${bias}.assign(${bias}.sub(grads[1].mul(${rate})));`,
        "  value.dispose();",
        "}",
    ];
    const byOptimizer = [
        `const ${optimizer} = ${w.tf("train")}.${random.pick(["sgd", "adam", "rmsprop", "adagrad"])}(0.05);`,
        random.pick([`for (let epoch = 0; epoch < 2; epoch++) ${optimizer}.minimize(${lossOf});`, `for (const epoch of [1, 2]) {\n  const cost = ${optimizer}.minimize(() => ${lossOf}(), true);\n  cost${w.typescript ? "!" : ""}.mul(epoch).print();\n}`]),
        ...(wrong === "assign" ? [`${kernel}.assign(${kernel}.concat(${kernel}, 1));`] : []),
    ];
    // A loss of any shape has gradients; only an optimizer wants one number.
    const isByHand = wrong !== "loss" && random.chance(0.4);
    return [
        `const ${x} = ${w.tf("ones")}([${writeNumber(w, rows, "rows")}, ${features}]);`,
        `const ${y} = ${w.tf("zeros")}([${rows}, ${outputs}]);`,
        `const ${kernel} = ${w.tf("variable")}(${w.tf("randomNormal")}([${features}, ${writeNumber(w, outputs, "outputs")}]));`,
        `const ${bias} = ${w.tf("variable")}(${w.tf("zeros")}(${biasShape}));`,
        `const ${forward} = (input${any}) => ${random.pick([`input.matMul(${kernel}).add(${bias})`, `${w.tf("tidy")}(() => ${w.tf("add")}(${w.tf("matMul")}(input, ${kernel}), ${bias}))`])};`,
        `const ${lossOf} = () => ${loss};`,
        ...(isByHand ? byHand : byOptimizer),
        `const ${w.fresh("trainedError")} = ${random.pick([`${forward}(${x}).sub(${y}).abs().max()`, `${lossOf}()`])};`,
    ];
}
