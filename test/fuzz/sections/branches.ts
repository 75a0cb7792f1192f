/** Graphs that part and meet again: merges, several inputs and outputs, shared layers, models inside models. */
import { stackOf } from "../plan/layer-menu.js";
import type { LayerPlan, Options } from "../plan/plan.js";
import { inFunction } from "../write/containers.js";
import { writeApplied, writeFunctional, writeInput, writeModel } from "../write/functional.js";
import { writeSequential } from "../write/sequential.js";
import { writeLayer, writeNumber } from "../write/values.js";
import type { Writer } from "../write/writer.js";
import { maybeBroken } from "./stacks.js";

const elementwise = ["add", "average", "maximum", "minimum", "multiply"];

/** Two or three ways from one input, merged. */
export function mergedBranches(w: Writer): string[] {
    const { random } = w;
    const side = random.pick([6, 8, 10, 12]);
    const lines: string[] = [];
    const start = writeInput(w, [side, side, random.pick([1, 3])]);
    const stride = random.pick([1, 1, 2]);
    const concatenates = random.chance(0.5);
    const filters = random.int(2, 6);
    const branches = Array.from({ length: random.int(2, 3) }, () => {
        const own = concatenates ? random.int(1, 6) : filters;
        const options: Options = { filters: own, kernelSize: random.pick([1, 3, 5]), padding: "same", ...(stride > 1 && { strides: stride }) };
        const conv: LayerPlan = { type: "conv2d", options, output: [side, side, own] };
        return random.chance(0.4) ? [conv, { type: "batchNormalization", options: {}, output: conv.output }] : [conv];
    });
    if (w.mayErr(0.7)) {
        const wrong = random.pick<Options>([
            { strides: stride + 1 },
            { padding: "valid", kernelSize: 3 },
            ...(concatenates ? [] : [{ filters: filters + 1 }]),
        ]);
        branches[0]![0] = { ...branches[0]![0]!, options: { ...branches[0]![0]!.options, ...wrong } };
        w.mistook({ name: "branches of different sizes" });
    }
    const outputs = branches.map((branch) => {
        const applied = writeApplied(w, start.output, branch);
        lines.push(...applied.lines);
        return applied.output;
    });
    const merge = concatenates ? concatenation(w) : { type: random.pick(elementwise), options: {}, output: [] };
    const merged = w.fresh("merged");
    lines.push(`const ${merged} = ${w.cast(`${writeLayer(w, merge)}.apply([${outputs.join(", ")}])`)};`);
    const end = Math.ceil(side / stride);
    const width = concatenates ? 4 : filters;
    // After a concatenation the channels are not what is written here, and none of these layers cares.
    const head = stackOf(random, [end, end, width], 1).filter(({ type }) => /^(?:conv2d|maxPooling2d|flatten)$/.test(type));
    const tail = writeApplied(w, merged, head);
    const [x, y] = [w.fresh("flat"), w.fresh("logits")];
    const pooled = writeLayer(w, { type: "globalAveragePooling2d", options: {}, output: [] });
    const last = head.at(-1)?.type === "flatten" ? tail.output : x;
    lines.push(...tail.lines);
    if (last === x) lines.push(`const ${x} = ${w.cast(`${pooled}.apply(${tail.output})`)};`);
    lines.push(`const ${y} = ${w.cast(`${writeLayer(w, { type: "dense", options: { units: 3 }, output: [3] })}.apply(${last})`)};`);
    return [...start.lines, ...lines, `const ${w.fresh("branched")} = ${writeModel(w, start.output, y)};`];
}

function concatenation(w: Writer): LayerPlan {
    if (w.mayErr(0.4)) {
        w.mistook({ name: "wrong axis to concatenate" });
        return { type: "concatenate", options: { axis: w.random.pick([0, 4, 5]) }, output: [] };
    }
    const axis = w.random.weighted([[4, undefined], [2, -1], [2, 3], [0.5, 1], [0.5, 2]] as const);
    return { type: "concatenate", options: axis === undefined ? {} : { axis }, output: [] };
}

/** Features of several kinds, each with its own input; one or two outputs. */
export function severalInputs(w: Writer): string[] {
    const { random } = w;
    const width = random.int(2, 8);
    const lines: string[] = [];
    const names: string[] = [];
    const ends: string[] = [];
    const count = random.int(2, 3);
    for (let index = 0; index < count; index++) {
        const shape = random.pick([[random.int(1, 12)], [random.int(3, 6), random.int(1, 4)]]);
        const start = writeInput(w, shape, random.pick(["numeric", "categorical", "series"]));
        const own = maybeBroken(w, stackOf(random, shape, random.int(1, 3)).filter(({ output }) => output.length < 3), shape, 0.3);
        const stack: LayerPlan[] = [...own];
        if ((stack.at(-1)?.output ?? shape).length > 1) stack.push({ type: "flatten", options: {}, output: [1] });
        const units = index === 0 && w.mayErr(0.3) ? width + 1 : width;
        if (units !== width) w.mistook({ name: "branches of different sizes" });
        stack.push({ type: "dense", options: { units }, output: [units] });
        const applied = writeApplied(w, start.output, stack);
        lines.push(...start.lines, ...applied.lines);
        names.push(start.output);
        ends.push(applied.output);
    }
    const type = random.pick(w.mistake ? elementwise : [...elementwise, "concatenate", "concatenate", ...(count === 2 ? ["dot"] : [])]);
    const options: Options = type === "dot" ? { axes: random.pick([1, -1]) } : {};
    const joined = w.fresh("joined");
    lines.push(`const ${joined} = ${w.cast(`${writeLayer(w, { type, options, output: [] })}.apply([${ends.join(", ")}])`)};`);
    const outputs = Array.from({ length: random.int(1, 2) }, () => {
        const name = w.fresh("output");
        const units = random.int(1, 5);
        lines.push(`const ${name} = ${w.cast(`${writeLayer(w, { type: "dense", options: { units }, output: [units] })}.apply(${joined})`)};`);
        return name;
    });
    const outs = outputs.length === 1 ? outputs[0]! : `[${outputs.join(", ")}]`;
    return [...lines, `const ${w.fresh("wide")} = ${writeModel(w, writeInputs(w, names), outs)};`];
}

/** A list of all inputs, or one that lacks one of them or has it twice. */
function writeInputs(w: Writer, names: readonly string[]): string {
    const { random } = w;
    if (!w.mayErr(0.5)) return `[${names.join(", ")}]`;
    const index = random.int(0, names.length - 1);
    const twice = random.chance(0.3);
    w.mistook({ name: twice ? "an input given twice" : "an input left out" });
    const wrong = twice ? [...names, names[index]!] : names.filter((_, other) => other !== index);
    return wrong.length === 1 && random.chance(0.5) ? wrong[0]! : `[${wrong.join(", ")}]`;
}

/** One layer or model for two inputs. */
export function siamese(w: Writer): string[] {
    const { random } = w;
    const shape = random.pick([[random.int(4, 16)], [8, 8, random.pick([1, 3])], [random.int(4, 8), 3]]);
    const wrong = w.mayErr(0.6);
    const other = wrong ? [...shape.slice(0, -1), shape.at(-1)! + 1] : shape;
    if (wrong) w.mistook({ name: "shared between inputs of different sizes" });
    const [a, b] = [writeInput(w, shape, "left"), writeInput(w, other, "right")];
    const units = random.int(2, 6);
    const shared = w.fresh("tower");
    const lines = [...a.lines, ...b.lines];
    if (random.chance(0.5)) {
        const stack = maybeBroken(w, stackOf(random, shape, random.int(1, 3)), shape);
        const built = random.chance(0.5) ? writeSequential(w, shape, stack) : writeFunctional(w, shape, stack);
        lines.push(...built.lines, `const ${shared} = ${built.model};`);
    } else {
        lines.push(`const ${shared} = ${writeLayer(w, { type: "dense", options: { units }, output: [] })};`);
    }
    const [x, y, distance] = [w.fresh("encodedLeft"), w.fresh("encodedRight"), w.fresh("distance")];
    lines.push(
        `const ${x} = ${w.cast(`${shared}.apply(${a.output})`)};`,
        `const ${y} = ${w.cast(`${shared}.apply(${b.output})`)};`,
        `const ${distance} = ${w.cast(`${writeLayer(w, { type: random.pick(elementwise), options: {}, output: [] })}.apply([${x}, ${y}])`)};`
    );
    return [...lines, `const ${w.fresh("twin")} = ${writeModel(w, writeInputs(w, [a.output, b.output]), distance)};`];
}

/** A generator and a discriminator, or an encoder and a decoder, built apart and put together. */
export function modelsInModels(w: Writer): string[] {
    const { random } = w;
    const latent = random.int(2, 6);
    const shape = random.pick([[random.int(4, 12)], [8, 8, 1], [6, 6, 2]]);
    const size = shape.reduce((product, length) => product * length, 1);
    const encoderStack: LayerPlan[] = [
        ...(shape.length > 1 ? [{ type: "flatten", options: {}, output: [size] }] : []),
        { type: "dense", options: { units: 8, activation: "relu" }, output: [8] },
        { type: "dense", options: { units: latent }, output: [latent] },
    ];
    const declared = w.mayErr(0.6) ? latent + 1 : latent;
    if (declared !== latent) w.mistook({ name: "model inside a model given another size" });
    const decoderStack: LayerPlan[] = [
        { type: "dense", options: { units: size }, output: [size] },
        { type: "reshape", options: { targetShape: shape }, output: shape },
    ];
    const parts = ([[shape, encoderStack, "Encoder"], [[declared], decoderStack, "Decoder"]] as const).map(([input, stack, name]) =>
        inFunction(w, `make${name}`, () => {
            const built = random.chance(0.5) ? writeSequential(w, input, stack) : writeFunctional(w, input, stack);
            return [...built.lines, `return ${built.model};`];
        })
    );
    const [encoder, decoder] = [w.fresh("encoderPart"), w.fresh("decoderPart")];
    const lines = [...parts.flatMap((part) => part.lines), `const ${encoder} = ${parts[0]!.call};`, `const ${decoder} = ${parts[1]!.call};`];
    // What `looped` and `mutated` add changes the width of a sequential encoder, and then the parts do not fit: that
    // is for the library to say.
    if (random.chance(0.35)) {
        const whole = w.fresh("stacked");
        return [...lines, `const ${whole} = ${w.tf("sequential")}();`, `${whole}.add(${encoder});`, `${whole}.add(${decoder});`];
    }
    const start = writeInput(w, shape, "picture");
    const restored = w.fresh("restored");
    const applied = w.cast(`${decoder}.apply(${w.cast(`${encoder}.apply(${start.output})`)})`);
    return [...lines, ...start.lines, `const ${restored} = ${applied};`, `const ${w.fresh("whole")} = ${writeModel(w, start.output, restored)};`];
}

/** Attention by `dot`, as in examples of sequence models. */
export function attention(w: Writer): string[] {
    const { random } = w;
    const [steps, others, width] = [random.int(3, 8), random.int(2, 6), random.int(2, 6)];
    const wrong = w.mayErr(0.7);
    if (wrong) w.mistook({ name: "dot along axes of different sizes" });
    const query = writeInput(w, [others, wrong ? width + 1 : width], "query");
    const value = writeInput(w, [steps, width], "value");
    const [scores, weights, context, end] = [w.fresh("scores"), w.fresh("weights"), w.fresh("context"), w.fresh("combined")];
    const dot = (axes: readonly number[]): string => writeLayer(w, { type: "dot", options: { axes }, output: [] });
    return [
        ...query.lines,
        ...value.lines,
        `const ${scores} = ${w.cast(`${dot([2, 2])}.apply([${query.output}, ${value.output}])`)};`,
        `const ${weights} = ${w.cast(`${w.layerFactory("softmax")}({ axis: -1 }).apply(${scores})`)};`,
        `const ${context} = ${w.cast(`${dot([2, 1])}.apply([${weights}, ${value.output}])`)};`,
        `const ${end} = ${w.cast(`${w.layerFactory("concatenate")}({ axis: ${random.pick([-1, 2])} }).apply([${context}, ${query.output}])`)};`,
        `const ${w.fresh("attending")} = ${writeModel(w, `[${query.output}, ${value.output}]`, end)};`,
        `const ${w.fresh("stepCount")} = ${writeNumber(w, steps)};`,
    ];
}
