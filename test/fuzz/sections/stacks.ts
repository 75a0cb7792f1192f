/** Plain stacks of layers, from every kind of input, sequential or functional, inside functions or not. */
import type { LayerPlan } from "../plan/plan.js";
import { stackOf } from "../plan/layer-menu.js";
import { breakStack } from "../plan/stack-mistakes.js";
import { recurrent } from "../plan/sequence-layers.js";
import type { Random } from "../random.js";
import { inFunction } from "../write/containers.js";
import { writeFunctional } from "../write/functional.js";
import { writeSequential } from "../write/sequential.js";
import { hoist } from "../write/values.js";
import type { Writer } from "../write/writer.js";

export interface Start {
    readonly input: number[];
    readonly channelsFirst: boolean;
}

export function pickStart(random: Random): Start {
    const channels = random.pick([1, 1, 3, 3, 4]);
    const side = random.pick([6, 8, 9, 12, 14, 16]);
    const other = random.chance(0.2) ? random.pick([6, 7, 10, 12]) : side;
    return random.weighted<() => Start>([
        [5, () => ({ input: [random.pick([1, 2, 4, 5, 10, 16, 32])], channelsFirst: false })],
        [5, () => ({ input: [random.int(4, 12), random.int(1, 8)], channelsFirst: false })],
        [10, () => ({ input: [side, other, channels], channelsFirst: false })],
        [1.5, () => ({ input: [channels, side, other], channelsFirst: true })],
        [1.5, () => ({ input: [random.int(4, 6), random.pick([6, 8]), 6, random.pick([1, 2])], channelsFirst: false })],
    ])();
}

/** The stack, with the program's mistake in it when this is its place. */
export function maybeBroken(w: Writer, stack: LayerPlan[], input: readonly number[], probability = 0.8): LayerPlan[] {
    if (!w.mayErr(probability)) return stack;
    const broken = breakStack(w.random, stack, input);
    if (!broken) return stack;
    w.mistook(broken.mistake);
    return broken.stack;
}

export function plainStack(w: Writer): string[] {
    if (w.random.chance(0.12)) return openStack(w);
    const { input, channelsFirst } = pickStart(w.random);
    const stack = stackOf(w.random, input, w.random.int(2, 7), channelsFirst);
    return writeStack(w, input, stack);
}

/** Sequences of any length, pictures of any size. */
function openStack(w: Writer): string[] {
    const { random } = w;
    const input = random.pick([
        [16, random.int(1, 4)],
        [16, 16, random.pick([1, 3])],
    ]);
    const stack: LayerPlan[] = [];
    let shape: readonly number[] = input;
    for (const layer of stackOf(random, input, random.int(2, 6))) {
        if (!minds.test(layer.type)) {
            stack.push(layer);
            shape = layer.output;
        } else if (stack.length > 0) {
            break;
        }
    }
    if (shape.length === input.length && random.chance(0.5)) {
        const type = input.length === 2 ? "globalMaxPooling1d" : "globalAveragePooling2d";
        stack.push({ type, options: {}, output: shape.slice(-1) });
    }
    if (stack.length === 0) stack.push({ type: "dense", options: { units: 3 }, output: [...input.slice(0, -1), 3] });
    return writeStack(w, [...input.slice(0, -1).map(() => null), input.at(-1)!], stack);
}

/** Layers that want to know every size. */
const minds = /^(?:flatten|reshape|permute|cropping2D|prelu|layerNormalization|repeatVector|timeDistributed)$/;

/** What a text classifier is made of. */
export function textStack(w: Writer): string[] {
    const { random } = w;
    const length = random.int(4, 10);
    const width = random.int(2, 6);
    const options = { inputDim: random.int(10, 50), outputDim: width, inputLength: length, ...(random.chance(0.2) && { maskZero: false }) };
    const embedding: LayerPlan = { type: "embedding", options, output: [length, width] };
    const deep = random.int(0, 2);
    const layers = Array.from({ length: deep }, () => recurrent(random, random.int(2, 6), true));
    const sequences = layers.map((layer): LayerPlan => ({ ...layer, output: [length, ...layer.output] }));
    const before = sequences.at(-1)?.output ?? embedding.output;
    return writeStack(w, [length], [embedding, ...sequences, ...stackOf(random, before, random.int(1, 4))]);
}

function writeStack(w: Writer, input: readonly (number | null)[], plain: LayerPlan[]): string[] {
    const { random } = w;
    const sizes = input.filter((size) => size !== null);
    // Of sizes that are open not much can be proved.
    const stack = sizes.length === input.length ? maybeBroken(w, plain, sizes) : plain;
    const build = (): { lines: string[]; model: string } =>
        random.chance(0.55) ? writeSequential(w, input, stack) : writeFunctional(w, input, stack);
    const name = w.fresh(random.pick(["net", "classifier", "generator", "encoder", "policy"]));
    if (random.chance(0.45)) {
        const { lines, model } = build();
        return [...lines, `const ${name} = ${model};`, ...afterwards(w, name)];
    }
    const { lines, call } = inFunction(w, random.pick(["createModel", "buildModel", "makeNet", "getModel"]), () => {
        const built = build();
        return [...built.lines, `return ${built.model};`];
    });
    // A function that nobody calls, or that is called with what nobody can know.
    if (!w.mistakeWanted && random.chance(0.1)) return [...lines, `if (${hoist(w, "argc", "process.argv.length")} > 1000) ${call};`];
    return [...lines, `const ${name} = ${call};`, ...afterwards(w, name)];
}

/** What programs do with a model once they have it. */
export function afterwards(w: Writer, model: string): string[] {
    const { random } = w;
    return [
        ...(random.chance(0.25) ? [`${model}.compile({ optimizer: 'adam', loss: 'meanSquaredError' });`] : []),
        ...(random.chance(0.12) ? [`${model}.summary();`] : []),
        ...(random.chance(0.05) ? [`console.log(${model}.countParams(), ${model}.layers.length);`] : []),
    ];
}
