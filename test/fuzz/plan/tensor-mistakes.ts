/** Operations that do not fit behind a shape. */
import type { Random } from "../random.js";
import type { Mistake } from "./plan.js";
import { elements } from "./plan.js";
import type { Step } from "./tensor-ops.js";

export interface WrongStep extends Step {
    readonly mistake: Mistake;
}

function list(values: readonly number[]): string {
    return `[${values.join(", ")}]`;
}

export function wrongSteps(random: Random, shape: readonly number[]): WrongStep[] {
    return [...wrongAnywhere(random, shape), ...wrongImages(random, shape), ...wrongMatrices(shape)].filter(({ weight }) => weight > 0);
}

function wrongAnywhere(random: Random, shape: readonly number[]): WrongStep[] {
    const rank = shape.length;
    const axis = random.int(0, Math.max(rank - 1, 0));
    const count = elements(shape);
    const stretched = shape.map((size, index) => (index === axis ? size + 1 : size));
    const large = rank > 0 && shape[axis]! > 1;
    const off = rank > 1 ? shape.map((size, index) => (index === (axis + 1) % rank ? size + 1 : size)) : shape;
    return [
        { method: `reshape(${list([count + 1])})`, output: [], weight: 1, mistake: { name: "op: reshape to another size" } },
        { method: `reshape([${count === 1 ? 2 : count - 1}, -1])`, output: [], weight: count > 2 ? 1 : 0, mistake: { name: "op: reshape with no whole rest" } },
        { call: (x, tf) => `${x}.add(${tf("ones")}(${list(stretched)}))`, output: [], weight: large ? 1.5 : 0, mistake: { name: "op: broadcast of different sizes" } },
        { call: (x, tf) => `${tf("concat")}([${x}, ${tf("zeros")}(${list(off)})], ${axis})`, output: [], weight: rank > 1 ? 1.5 : 0, mistake: { name: "op: concat of different sizes" } },
        { call: (x, tf) => `${tf("stack")}([${x}, ${tf("zeros")}(${list(stretched)})])`, output: [], weight: rank > 0 ? 1 : 0, mistake: { name: "op: stack of different sizes" } },
        { method: `sum(${rank + 1})`, output: [], weight: 1, mistake: { name: "op: axis beyond the rank" } },
        { method: `squeeze([${axis}])`, output: [], weight: large ? 1 : 0, mistake: { name: "op: squeeze of a long axis" } },
        { method: `transpose(${list([...shape.keys()].slice(1))})`, output: [], weight: rank > 1 ? 0.7 : 0, mistake: { name: "op: permutation too short" } },
        { method: `slice(${list(shape.map(() => 0))}, ${list(stretched)})`, output: [], weight: rank > 0 && rank < 5 ? 1 : 0, mistake: { name: "op: slice beyond the end" } },
        { method: `tile(${list([...shape.map(() => 1), 2])})`, output: [], weight: rank > 0 ? 0.7 : 0, mistake: { name: "op: tile of another rank" } },
    ];
}

function wrongImages(random: Random, shape: readonly number[]): WrongStep[] {
    if (shape.length !== 4) return [];
    const [batch, height, width, channels] = shape as [number, number, number, number];
    const size = random.int(2, 3);
    const declared = (factor: number): string => list([batch, height * factor, width * factor, 1]);
    return [
        { call: (x, tf) => `${tf("conv2d")}(${x}, ${tf("ones")}([1, 1, ${channels + 1}, 2]), 1, 'same')`, output: [], weight: 4, mistake: { name: "op: filter of another depth" } },
        { method: `maxPool(${Math.max(height, width) + 1}, 1, 'valid')`, output: [], weight: 2, mistake: { name: "op: pool larger than its input" } },
        { call: (x, tf) => `${tf("conv2dTranspose")}(${x}, ${tf("ones")}([3, 3, 1, ${channels}]), ${declared(size)}, 1, 'same')`, output: [], weight: 8, mistake: { name: "op: deconvolution without the stride its output needs", silent: true } },
        { call: (x, tf) => `${tf("conv2dTranspose")}(${x}, ${tf("ones")}([3, 3, 1, ${channels}]), ${declared(1)}, ${size}, 'same')`, output: [], weight: height > 1 && width > 1 ? 4 : 0, mistake: { name: "op: deconvolution declared too small", silent: true } },
        { call: (x, tf) => `${tf("conv2dTranspose")}(${x}, ${tf("ones")}([3, 3, 1, ${channels + 1}]), ${declared(2)}, 2, 'same')`, output: [], weight: 3, mistake: { name: "op: deconvolution filter of another depth" } },
    ];
}

function wrongMatrices(shape: readonly number[]): WrongStep[] {
    if (shape.length !== 2) return [];
    const [rows, inner] = shape as [number, number];
    return [
        { call: (x, tf) => `${x}.matMul(${tf("ones")}([${inner + 1}, 2]))`, output: [], weight: 5, mistake: { name: "op: inner sizes differ" } },
        { call: (x, tf) => `${tf("matMul")}(${x}, ${tf("ones")}([${inner}, 2]), true)`, output: [], weight: rows === inner ? 0 : 2, mistake: { name: "op: inner sizes differ" } },
    ];
}
